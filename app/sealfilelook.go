package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"time"

	"campus.example/sealdesk/config"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/child"
	"campus.example/sealdesk/pdf/examine"
	reader "campus.example/sealdesk/pdf/read"
	"campus.example/sealdesk/seal"
	"campus.example/sealdesk/seal/check"
	"campus.example/sealdesk/seal/sight"
)

// ChildFind is the child's work of looking for a word.
const ChildFind = "find"

// findInChild is the child's side.
func findInChild(_ context.Context, request json.RawMessage, pdf []byte) (any, []byte, error) {
	var o examine.FindOptions
	if err := json.Unmarshal(request, &o); err != nil {
		return nil, nil, err
	}
	found, err := examine.Find(pdf, o)
	switch {
	case errors.Is(err, reader.ErrPassword), errors.Is(err, reader.ErrEncrypted):
		return nil, nil, child.Fail(string(domain.CodeDocPassword), err)
	case err != nil:
		return nil, nil, child.Fail(examine.Name(err), err)
	}
	return found, nil, nil
}

// findPlace puts the seal over the end of the word asked for, as people do, and keeps it on the page.
func findPlace(ctx context.Context, o SealFileOptions, r *seal.FileRequest) error {
	var found examine.Found
	run := child.Options{Exe: o.Exe, Args: []string{ChildCommand, ChildFind}, Time: 30 * time.Second}
	_, err := child.Run(ctx, run, examine.FindOptions{Word: o.At.Keyword, Password: r.Password}, r.PDF, &found)
	var failure *child.Failure
	switch {
	case errors.As(err, &failure):
		return domain.Fail(domain.Code(failure.Name)).Because(err)
	case errors.Is(err, child.ErrCost), errors.Is(err, child.ErrCrashed):
		return domain.Fail(domain.CodeDocLimits).Because(err)
	case err != nil:
		return err
	}
	hit, ok := choose(found.Hits, o.At.Nth)
	if !ok {
		if o.At.Nth > 0 {
			return domain.Fail(domain.CodeKeywordNotThere, o.At.Keyword, o.At.Nth)
		}
		return domain.Fail(domain.CodeKeywordNotThere, o.At.Keyword)
	}
	page := found.Sizes[hit.Page-1]
	r.Page = hit.Page
	r.X = math.Max(r.Width/2, math.Min(hit.X+hit.W+r.Width/4, page[0]-r.Width/2))
	r.Y = math.Max(r.Height/2, math.Min(hit.Y+hit.H/2, page[1]-r.Height/2))
	return nil
}

// choose takes the place asked for. When none is, it is the last one that stands by itself, as on the page of
// signatures, rather than inside a sentence.
func choose(hits []examine.Hit, nth int) (examine.Hit, bool) {
	switch {
	case len(hits) == 0 || nth > len(hits):
		return examine.Hit{}, false
	case nth > 0:
		return hits[nth-1], true
	case nth == 0:
		for i := len(hits) - 1; i >= 0; i-- {
			if hits[i].Label {
				return hits[i], true
			}
		}
	}
	return hits[len(hits)-1], true
}

// secondLook reads the result with other code: the new signature is intact, covers the whole file and is of the level
// asked for, and no earlier one is worse than it was. Whom to trust is not known here.
func secondLook(password string, input, output []byte, field, level string, at time.Time) error {
	after, err := check.Verify(output, check.Options{At: at, Password: password})
	if err != nil {
		return err
	}
	before := map[string]check.Signature{}
	if len(after.Signatures) > 1 {
		report, err := check.Verify(input, check.Options{At: at, Password: password})
		if err != nil {
			return err
		}
		for _, s := range report.Signatures {
			before[s.Field] = s
		}
	}
	fresh := 0
	for _, s := range after.Signatures {
		old, was := before[s.Field]
		switch {
		case was && (old.Intact && !s.Intact || old.ChangesAfter != check.ChangesForbidden && s.ChangesAfter == check.ChangesForbidden):
			return fmt.Errorf("%s: %s", s.Field, s.Reason)
		case was:
			continue
		case s.Field != field || !s.Intact || !s.CoversWholeRevision || s.ChangesAfter != check.ChangesNone || s.Level != level:
			return fmt.Errorf("%s: %s %s", s.Field, s.Level, s.Reason)
		}
		fresh++
	}
	if fresh != 1 || len(after.Signatures) != len(before)+1 {
		return fmt.Errorf("%d signatures, there were %d", len(after.Signatures), len(before))
	}
	return nil
}

// seen draws the result and compares it with what was there. The renderer is compiled once for each user of the machine,
// since there is no data folder here. Errors: *sight.Fault, CodeSealUnseen.
func (o SealFileOptions) seen(ctx context.Context, a sight.Act) error {
	r := rendererIn(o.Exe, filepath.Join(config.CacheHome(), "sealdesk", "pdfium"))
	err := sight.Eye{Compare: r.Compare}.Signed(ctx, a)
	if _, bad := errors.AsType[*sight.Fault](err); bad || err == nil {
		return err
	}
	return domain.Fail(domain.CodeSealUnseen).Because(err)
}
