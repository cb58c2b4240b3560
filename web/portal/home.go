package portal

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/query"
)

// homePage is the home page and 个人中心.
type homePage struct {
	query.Home
	Todo   []homeTask
	Others []homeTask
	Bought []homeTask // made by this person as purchaser (S15)
	RanOut bool       // was verified once
}

// homeTask is one contract in a list.
type homeTask struct {
	query.Task
	Path  string
	State string
	Step  int // of the three steps of every contract (S1)
	Index int // of the step's name
}

func (p *portal) home(v *visit) {
	h, err := p.Office.HomeOf(v.ctx(), v.caller())
	if err != nil {
		v.fail(err)
		return
	}
	page := homePage{Home: h, RanOut: !h.Verified && !h.Person.Verified.IsZero()}
	for _, t := range h.Tasks {
		item := homeTask{
			Task: t, Path: contractPath(t.Contract.No), State: stateOf(t), Step: stepOfPath(t.Contract.Stage),
			Index: stepOfPath(t.Contract.Stage) - 1,
		}
		if t.Act != "" && !t.Running {
			page.Todo = append(page.Todo, item)
		} else {
			page.Others = append(page.Others, item)
		}
	}
	signs := len(h.Tasks) > 0
	for _, c := range h.Purchases {
		t := query.Task{Contract: c}
		page.Bought = append(page.Bought, homeTask{
			Task: t, Path: contractPath(c.No), State: stateOf(t), Step: stepOfPath(c.Stage), Index: stepOfPath(c.Stage) - 1,
		})
	}
	state := "nothing"
	switch {
	case !h.Verified && (signs || len(h.Purchases) == 0):
		state = "verify-first"
	case len(page.Todo) > 0:
		state = "todo"
	}
	v.show(sheet{name: "home", title: v.t().Home.Title, state: state, page: page})
}

// stepOfPath is the one of the manual's three steps a contract is at: made and approved, being signed, to be downloaded.
func stepOfPath(s domain.Stage) int {
	switch s {
	case domain.StageToPush:
		return 1
	case domain.StageDelivering, domain.StageDone:
		return 3
	}
	return 2
}
