package intake

import (
	"context"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"campus.example/sealdesk/domain"
)

// maxDifference bounds how many lines of a difference are shown.
const maxDifference = 100

// Difference is how the texts of two documents differ, line by line.
type Difference struct {
	Lines  []DifferingLine
	More   int         // lines beyond those
	Failed domain.Code // why a text could not be read, "" when both were
}

// DifferingLine is a line that one of the texts lacks.
type DifferingLine struct {
	New  bool // the offered document has it; otherwise the present one does
	Line string
}

// compareTexts reads and compares the texts of two documents. One that cannot be read is named and is no error: the person
// still decides.
func (o *Intakes) compareTexts(ctx context.Context, current, offered string) (d Difference, err error) {
	var texts [2]string
	for i, sha := range []string{current, offered} {
		pdf, err := o.Store.Document(ctx, sha)
		if err != nil {
			return d, err
		}
		pages, err := o.Pages.Text(ctx, pdf)
		switch code := domain.CodeOf(err); {
		case ctx.Err() != nil:
			return d, err
		case err != nil && code == "":
			return Difference{Failed: domain.CodeInternal}, nil
		case err != nil:
			return Difference{Failed: code}, nil
		}
		texts[i] = settled(pages)
	}
	return differing(texts[0], texts[1])
}

// settled returns the lines of a text without what its layout alone makes: indents, wide gaps and empty lines.
func settled(pages []string) string {
	var b strings.Builder
	for _, page := range pages {
		for line := range strings.Lines(page) {
			if words := strings.Fields(line); len(words) > 0 {
				b.WriteString(strings.Join(words, " ") + "\n")
			}
		}
	}
	return b.String()
}

func differing(before, after string) (d Difference, err error) {
	u, err := udiff.ToUnifiedDiff("", "", before, udiff.Strings(before, after), 0)
	if err != nil {
		return d, err
	}
	for _, h := range u.Hunks {
		for _, l := range h.Lines {
			switch {
			case l.Kind == udiff.Equal:
			case len(d.Lines) == maxDifference:
				d.More++
			default:
				d.Lines = append(d.Lines, DifferingLine{New: l.Kind == udiff.Insert, Line: strings.TrimSuffix(l.Content, "\n")})
			}
		}
	}
	return d, nil
}
