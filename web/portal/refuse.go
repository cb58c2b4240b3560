package portal

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/query"
)

const maxReason = 400 // signs, so that the choice and the page fit beside it

// refusePage asks why (G5).
type refusePage struct {
	query.Task
	Path         string
	Choice       int // of the common reasons, -1 for none
	Page, Reason string
}

func (p *portal) refuseForm(v *visit) { v.refusePage(refusePage{Choice: -1}, nil) }

func (v *visit) refusePage(page refusePage, problem error) {
	no := v.r.PathValue("no")
	t, err := v.Office.SignerContract(v.ctx(), v.caller(), no)
	if err != nil {
		v.fail(err)
		return
	}
	if t.Act == "" || t.Running {
		v.to(contractPath(no))
		return
	}
	page.Task, page.Path = t, contractPath(no)
	s := sheet{name: "refuse", title: v.t().Refuse.Title, state: "refuse", problem: problem, page: page}
	if problem != nil {
		s.status = statusOf(domain.CodeOf(problem))
	}
	v.show(s)
}

func (p *portal) refuse(v *visit) {
	no := v.r.PathValue("no")
	page := refusePage{
		Choice: -1, Page: digits(v.r.PostFormValue("page")), Reason: strings.TrimSpace(v.r.PostFormValue("reason")),
	}
	if n, err := strconv.Atoi(v.r.PostFormValue("choice")); err == nil && n >= 0 && n < len(v.t().Refuse.Choices) {
		page.Choice = n
	}
	if utf8.RuneCountInString(page.Reason) > maxReason || len(page.Page) > 4 {
		v.refusePage(page, domain.Fail(domain.CodeReasonEmpty))
		return
	}
	err := p.Office.Refuse(v.ctx(), v.caller(), no, p.reason(page))
	switch code := domain.CodeOf(err); {
	case err == nil:
		v.to(contractPath(no))
	case code == domain.CodeReasonEmpty:
		v.refusePage(page, err)
	case code == domain.CodeSealRunning, code == domain.CodeOutOfTurn, code == domain.CodeWrongStage:
		p.contractPage(v, err, signForm{})
	default:
		v.fail(err)
	}
}

// reason puts the parts together in the office's own language: it is the office that reads it.
func (p *portal) reason(page refusePage) string {
	words := p.Texts[0].Portal.Refuse
	var parts []string
	// The last choice is 其他, which says nothing without words of the signer's own.
	if page.Choice >= 0 && (page.Choice < len(words.Choices)-1 || page.Reason != "") {
		parts = append(parts, words.Choices[page.Choice])
	}
	if page.Reason != "" {
		parts = append(parts, page.Reason)
	}
	if len(parts) > 0 && page.Page != "" {
		parts = append(parts, words.Page+" "+page.Page)
	}
	return strings.Join(parts, "；")
}
