package check

import (
	"fmt"

	"campus.example/sealdesk/seal/check/diff"
	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/model"
)

// Mark is a place on a page that may show something else than before.
type Mark = diff.Mark

// Touched returns where a document may look different from its own beginning, input, after an act of signing or of
// preparing fields, and the names of the fields that the act touched and that show nothing at all. It fails when the
// act changed anything that an act has no reason to change.
func Touched(input, output []byte, password string) (marks []Mark, unseen []string, err error) {
	if err := prefix(input, output); err != nil {
		return nil, nil, err
	}
	d, err := file.Open(output, password)
	if err != nil {
		return nil, nil, fail(err)
	}
	old := d.RankBefore(len(input))
	if old < 0 || old == d.Last() {
		return nil, nil, errNotPrefix
	}
	t, err := diff.Touched(diff.NewHistory(model.New(d)), old)
	if err != nil {
		return nil, nil, fail(err)
	}
	if len(t.Changed) > 0 {
		return nil, nil, fmt.Errorf("object_changed: %d", t.Changed[0])
	}
	return t.Marks, t.Unseen, nil
}
