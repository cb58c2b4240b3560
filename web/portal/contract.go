package portal

import (
	"bytes"
	"mime"
	"net/http"
	"strconv"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/workflow/identity"
	"campus.example/sealdesk/workflow/query"
)

// The states of a contract's page, as data-state tells them.
const (
	stateVerify   = "verify-first"
	stateSign     = "sign"
	stateSeal     = "seal"
	stateReview   = "seal-review" // what the company showed waits for the review desk
	stateRunning  = "running"
	stateHeld     = "held" // his act is done and the office has to look into it
	stateWaiting  = "waiting"
	stateBlocked  = "blocked"
	stateDone     = "done"
	stateRejected = "rejected"
)

// stateOf tells what the contract is to this person now.
func stateOf(t query.Task) string {
	switch c := t.Contract; {
	case c.Stage == domain.StageDone || c.Stage == domain.StageDelivering:
		return stateDone
	case t.Act == "" &&
		(c.Stage.Signing() || c.Stage == domain.StageToPush || c.Stage == domain.StageToSeal || c.Stage == domain.StageQuarantined):
		return stateWaiting
	case t.Act == "":
		return stateRejected
	case t.Held:
		return stateHeld
	case t.Running:
		return stateRunning
	case t.Blocked == domain.CodeNotVerified:
		return stateVerify
	case t.Blocked != "":
		return stateBlocked
	case t.Act == domain.ActBSeal:
		return stateSeal
	}
	return stateSign
}

// contractPage is one contract, with what its signer has to do.
type contractPage struct {
	query.Task
	Path     string
	Order    []orderStep
	Due      domain.Act
	Done     string // what this person has done already
	Later    bool   // an act of this person is still to come
	Refused  bool
	Why      string // why it cannot be done
	Paused   bool   // somebody else is verified under another name than the contract's (G17)
	Sign     signForm
	Mandate  identity.Mandate
	Queue    string // where his review stands
	Consent  consentText
	Declare  consentText
	Wait     int
	CodeSent bool
	Phone    string
	Mark     *mark // where it will stand, nil when that is not known
}

// orderStep is one of the four acts in the order of signing (S13).
type orderStep struct {
	Act   domain.Act
	Who   string
	State string // done, now or later
	Mine  bool
}

// signForm keeps what was filled in when the form comes back.
type signForm struct{ Strokes, Typed, Authority string }

func (p *portal) contract(v *visit) { p.contractPage(v, nil, signForm{}) }

func (p *portal) contractPage(v *visit, problem error, filled signForm) {
	no := v.r.PathValue("no")
	t, err := p.Office.SignerContract(v.ctx(), v.caller(), no)
	if err != nil {
		v.fail(err)
		return
	}
	state := stateOf(t)
	page := contractPage{
		Task: t, Path: contractPath(no), Order: orderOf(t.Contract, v.person.ID), Sign: filled,
		CodeSent: v.r.URL.Query().Get("sent") != "" || problem != nil && state == stateSign,
		Phone:    v.person.Phone.Masked(), Consent: v.consent(i18n.ConsentSign), Declare: v.consent(i18n.ConsentAuthority),
	}
	if state == stateSign || state == stateSeal {
		page.Mark = due(v.marks(t, v.outline(t.Contract)))
	}
	page.Wait = v.codePage("", "", "").Wait
	page.CodeSent = page.CodeSent || page.Wait > 0
	page.Due, _ = t.Contract.Stage.Due()
	page.Refused = t.Contract.Stage == domain.StageRejected
	page.Paused = state == stateWaiting && t.Contract.Problem.Code == domain.CodeNameDiffers
	for _, step := range page.Order {
		switch {
		case !step.Mine:
		case step.State == "later":
			page.Later = true
		case step.State == "done" && step.Act == domain.ActBSeal:
			page.Done = v.t().Done.Sealed
		case step.State == "done":
			page.Done = v.t().Done.Signed
		}
	}
	if state == stateSeal {
		if page.Mandate, err = p.Office.MandateOf(v.ctx(), v.caller(), no); err != nil {
			v.fail(err)
			return
		}
		if len(page.Mandate.Waiting) > 0 {
			state, page.Queue = stateReview, v.queue(page.Mandate.Ahead)
		}
	}
	if state == stateBlocked {
		page.Why = v.text.SignerSentence(domain.Fail(t.Blocked))
	}
	s := sheet{name: "contract", title: v.text.Fill(v.t().Sign.Heading, t.Contract.Title), state: state, problem: problem, page: page}
	switch state {
	case stateRunning:
		s.refresh = soon
	case stateReview, stateHeld:
		s.refresh = later
	}
	if problem != nil {
		s.status = statusOf(domain.CodeOf(problem))
	}
	v.show(s)
}

func orderOf(c domain.Contract, person string) []orderStep {
	due, signing := c.Stage.Due()
	past := signing || c.Stage == domain.StageDelivering || c.Stage == domain.StageDone
	var order []orderStep
	for _, act := range domain.Acts() {
		step := orderStep{Act: act, State: "later", Mine: act != domain.ActOfficeSeal && c.Party(act.Side()).Signer == person}
		switch {
		case act == due:
			step.State, past = "now", false
		case past:
			step.State = "done"
		}
		step.Who = c.Party(act.Side()).Name
		order = append(order, step)
	}
	return order
}

// document gives the current file, to look at or to keep.
func (p *portal) document(v *visit) {
	pdf, c, err := p.Office.SignerDocument(v.ctx(), v.caller(), v.r.PathValue("no"))
	if err != nil {
		v.fail(err)
		return
	}
	v.pdf(pdf, c)
}

func (v *visit) pdf(pdf []byte, c domain.Contract) {
	how := "inline"
	if v.r.URL.Query().Get("save") != "" {
		how = "attachment"
	}
	h := v.w.Header()
	h.Set("Content-Type", "application/pdf")
	h.Set("Content-Disposition", mime.FormatMediaType(how, map[string]string{"filename": c.No + ".pdf"}))
	h.Set("ETag", strconv.Quote(c.CurrentSHA))
	h.Set("Cache-Control", "private, no-cache")
	// The browser's own reader draws the page; it needs its style, and may do nothing else.
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; plugin-types application/pdf; frame-ancestors 'none'")
	http.ServeContent(v.w, v.r, "", c.StageSince, bytes.NewReader(pdf))
}
