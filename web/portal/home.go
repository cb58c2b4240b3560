package portal

import (
	"sealdesk/domain"
	"sealdesk/workflow"
)

// homePage is the home page and 个人中心.
type homePage struct {
	workflow.Home
	Todo   []homeTask
	Others []homeTask
	RanOut bool // was verified once
}

// homeTask is one contract in a list.
type homeTask struct {
	workflow.Task
	Path  string
	State string
	Due   domain.Act // the act the contract waits for, whoever's it is
	Step  int        // 2 while it is signed, 3 when it can be downloaded (S1)
	Index int        // of the step's name
}

func (p *portal) home(v *visit) {
	h, err := p.Office.HomeOf(v.ctx(), v.person.ID)
	if err != nil {
		v.fail(err)
		return
	}
	page := homePage{Home: h, RanOut: !h.Verified && !h.Person.Verified.IsZero()}
	for _, t := range h.Tasks {
		item := homeTask{Task: t, Path: contractPath(t.Contract.No), State: stateOf(t), Step: 2, Index: 1}
		item.Due, _ = t.Contract.Stage.Due()
		if item.State == stateDone {
			item.Step, item.Index = 3, 2
		}
		if t.Act != "" && !t.Running {
			page.Todo = append(page.Todo, item)
		} else {
			page.Others = append(page.Others, item)
		}
	}
	state := "nothing"
	switch {
	case !h.Verified:
		state = "verify-first"
	case len(page.Todo) > 0:
		state = "todo"
	}
	v.show(sheet{name: "home", title: v.t().Home.Title, state: state, page: page})
}
