package output

import (
	"strings"

	"campus.example/sealdesk/domain"
)

// Template is where contracts of a kind are signed.
type Template struct {
	Name  string          `json:"name"`
	Title string          `json:"title"`
	Words Words           `json:"words"`
	Spots map[string]Spot `json:"spots,omitempty"`
}

// Words are the words at which the parties seal and sign.
type Words struct {
	SealA string `json:"seal_a,omitempty"`
	SealB string `json:"seal_b,omitempty"`
	Sign  string `json:"sign,omitempty"`
}

// Spot is the centre of an act, in points from the bottom left of a page.
type Spot struct {
	Page int     `json:"page"`
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
}

// TemplateOf returns the shape of a template.
func TemplateOf(t domain.Template) Template {
	out := Template{
		Name: t.Name, Title: t.Title, Words: Words{SealA: t.Words.SealA, SealB: t.Words.SealB, Sign: t.Words.Sign}, Spots: map[string]Spot{},
	}
	for act, at := range t.Spots {
		out.Spots[string(act)] = Spot{Page: at.Page, X: at.X, Y: at.Y}
	}
	return out
}

// Templates prints templates as a table.
func (p Printer) Templates(list []domain.Template) error {
	rows := make([][]string, 0, len(list))
	for _, t := range list {
		var acts []string
		for _, act := range domain.Acts() {
			if _, fixed := t.Spots[act]; fixed {
				acts = append(acts, p.Text.Act(act))
			}
		}
		words := strings.Join(strings.Fields(strings.Join(t.Words.List(), " ")), " ")
		rows = append(rows, []string{t.Name, t.Title, words, strings.Join(acts, " ")})
	}
	return p.Table(p.Text.CLI.Tables.Templates, rows)
}
