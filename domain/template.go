package domain

import "strings"

// Spot is where an act's signature or seal stands: its centre in points (1/72 inch) from the bottom left of the page as
// shown. Pages count from 1; negative ones from the end, -1 being the last.
type Spot struct {
	Page int     `json:"page"`
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
}

// Template is where contracts of a kind are signed and sealed (G14): by words of their own, at fixed places, or both.
type Template struct {
	Name  string       `json:"name"`
	Title string       `json:"title"` // part of the titles of contracts it is for
	Words PlaceWords   `json:"words"`
	Spots map[Act]Spot `json:"spots,omitempty"`
}

// PlaceWords are the words that stand where the parties seal and sign; empty ones are the usual words.
type PlaceWords struct {
	SealA string `json:"seal_a,omitempty"`
	SealB string `json:"seal_b,omitempty"`
	Sign  string `json:"sign,omitempty"`
}

// Usual are the words of the office's contracts: 甲方（盖章）, 乙方（盖章）, 签字.
func Usual() PlaceWords {
	return PlaceWords{SealA: "甲方（盖章）", SealB: "乙方（盖章）", Sign: "签字"}
}

// Or takes the other words where there are none.
func (w PlaceWords) Or(other PlaceWords) PlaceWords {
	if w.SealA == "" {
		w.SealA = other.SealA
	}
	if w.SealB == "" {
		w.SealB = other.SealB
	}
	if w.Sign == "" {
		w.Sign = other.Sign
	}
	return w
}

// List gives the words, in the order of the fields.
func (w PlaceWords) List() []string { return []string{w.SealA, w.SealB, w.Sign} }

// CheckTemplate refuses a template that is for nothing or says nothing. Errors: CodeBadInput, those of CheckSpots.
func CheckTemplate(t Template) (Template, error) {
	t.Name, t.Title = strings.TrimSpace(t.Name), strings.TrimSpace(t.Title)
	switch {
	case t.Name == "" || len(t.Name) > 64:
		return t, Fail(CodeBadInput, "name")
	case t.Title == "":
		return t, Fail(CodeBadInput, "title")
	case t.Words == PlaceWords{} && len(t.Spots) == 0:
		return t, Fail(CodeBadInput, "place")
	}
	return t, CheckSpots(t.Spots)
}

// CheckSpots refuses acts there are not, and pages that cannot be.
func CheckSpots(spots map[Act]Spot) error {
	for act, at := range spots {
		if act.Stage() == "" || at.Page == 0 {
			return Fail(CodeBadInput, "place")
		}
	}
	return nil
}

// TemplateFor finds the template of a contract: of several that fit, the one with the longest title.
func TemplateFor(all []Template, title string) (found Template, ok bool) {
	for _, t := range all {
		if strings.Contains(title, t.Title) && len(t.Title) > len(found.Title) {
			found, ok = t, true
		}
	}
	return found, ok
}
