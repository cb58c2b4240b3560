package portal

import (
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/workflow/query"
)

// How often a page that waits loads itself again, in seconds.
const (
	soon  = 2
	later = 20 // for the review desk, and a provider that does not answer
	slow  = 2 * time.Minute
)

// resultPage is what became of a try (S70, S74, S81, S90, S94), and the ways on.
type resultPage struct {
	i18n.PortalResult
	facePart
	Method      domain.Method
	Since       time.Time // a review was opened
	Queue       string    // where the review stands
	Late        bool
	Reason      domain.ReviewReason
	Why         string // what the provider found
	Refusals    int
	Call        bool // the review desk has refused too often (G11)
	NameDiffers bool
	// The ways on.
	Again, Other, Resubmit bool
	GoOn                   string
}

// result shows the newest try, and leads elsewhere when there is none to show.
func (p *portal) result(v *visit) {
	h, err := p.Office.HomeOf(v.ctx(), v.caller())
	if err != nil {
		v.fail(err)
		return
	}
	if h.Verified {
		v.passed(h.Person, h.Tasks)
		return
	}
	last := h.Verification
	if last == nil || last.State == domain.VerificationOff || last.State == domain.VerificationPassed {
		v.to(map[bool]string{true: "/verify/identity", false: "/verify/method"}[h.Person.Identity.Number == "" || !h.Person.Verified.IsZero()])
		return
	}
	words := v.results(last.Method)
	page, s := resultPage{Method: last.Method}, sheet{name: "result"}
	switch last.State {
	case domain.VerificationCode:
		v.to("/verify/phone")
		return
	case domain.VerificationChecked:
		page.PortalResult, s.state, s.refresh = words.Waiting, "waiting", soon
		if last.Method == domain.MethodFace {
			page.Step = faceSteps
		}
		if v.now().Sub(last.Started) > slow {
			page.Why, s.refresh = v.why(domain.CodeOutcomeUnknown), later
		}
	case domain.VerificationReview:
		page.PortalResult, s.state, s.refresh, page.Since = words.Waiting, "waiting", later, last.Started
		stands, err := p.Office.StandingOf(v.ctx(), v.caller())
		if err != nil {
			v.fail(err)
			return
		}
		page.Late, page.Queue = stands.Late, v.queue(stands.Ahead)
	case domain.VerificationRefused:
		page.PortalResult, s.state = words.Refused, "refused"
		page.Reason = domain.ReviewReason(last.Detail)
		m, err := p.Office.Methods(v.ctx(), v.caller())
		if err != nil {
			v.fail(err)
			return
		}
		page.Refusals, page.Call = m.Refusals, m.Refusals >= domain.MaxRefusals
		page.Resubmit, page.Other = true, m.Identity.Kind.Automatic()
		page.Again = page.Reason == domain.ReasonDataDiffers || page.Reason == domain.ReasonDocExpired
	default:
		page.PortalResult, s.state = words.Failed, "failed"
		// S71 and S82 give two ways out; S75 gives the phone method one.
		page.Again = last.Method == domain.MethodFace || last.Method == domain.MethodBank
		page.Other, page.Resubmit = last.Method != domain.MethodManual, last.Method == domain.MethodManual
		page.Why = v.why(last.Detail)
	}
	s.title, s.page = page.Title, page
	v.show(s)
}

// queue says how many reviews come before.
func (v *visit) queue(ahead int) string {
	if ahead == 0 {
		return v.t().Results.Next
	}
	return v.text.Fill(v.t().Results.Ahead, ahead)
}

func (v *visit) results(m domain.Method) i18n.PortalMethodResults {
	switch m {
	case domain.MethodFace:
		return v.t().Results.Face
	case domain.MethodPhone:
		return v.t().Results.Phone
	case domain.MethodBank:
		return v.t().Results.Bank
	}
	return v.t().Results.Manual
}

// why says what was found wrong, where the page's own words do not say it already.
func (v *visit) why(code domain.Code) string {
	switch code {
	case domain.CodeIdentityNoRecord, domain.CodeIdentityInput, domain.CodeProviderRefused, domain.CodeCodeExpired, domain.CodeTriesUsedUp,
		domain.CodeOutcomeUnknown:
		return v.text.SignerSentence(domain.Fail(code))
	}
	return ""
}

func (v *visit) passed(p domain.Person, tasks []query.Task) {
	page := resultPage{PortalResult: v.results(p.Method).Passed, Method: p.Method, GoOn: "/home"}
	for _, t := range tasks {
		if t.Act == "" {
			continue
		}
		if t.Blocked == domain.CodeNameDiffers {
			page.NameDiffers = true
			continue
		}
		page.GoOn = contractPath(t.Contract.No)
		break
	}
	v.show(sheet{name: "result", title: page.Title, state: "passed", page: page})
}
