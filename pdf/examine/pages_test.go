package examine_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"campus.example/sealdesk/pdf/child"
	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/pdf/examine/handmade"
	"campus.example/sealdesk/sandbox/samples"
)

const hidden = "pdf-child"

// The test binary is its own child, as the program is. For some words the child fails in ways no document known to us
// makes it fail.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == hidden {
		real := examine.Handler()
		do := func(ctx context.Context, request json.RawMessage, body []byte) (any, []byte, error) {
			var o examine.Options
			if err := json.Unmarshal(request, &o); err == nil && len(o.Keywords) == 1 {
				switch o.Keywords[0] {
				case "panic":
					panic("oh")
				case "spin":
					for n := 1; n != 0; n += 2 {
					}
				case "exit":
					os.Exit(9)
				case "sleep":
					time.Sleep(time.Minute)
				}
			}
			return real.Do(ctx, request, body)
		}
		handlers := map[string]child.Handler{examine.HandlerName: {Do: do, Limits: real.Limits}}
		os.Exit(child.Main(context.Background(), os.Args[2:], os.Stdin, os.Stdout, os.Stderr, handlers))
	}
	os.Exit(m.Run())
}

func words() []string { return []string{"甲方（盖章）", "乙方（盖章）", "签字"} }

func pages(t testing.TB) examine.Pages {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return examine.Pages{Exe: exe, Args: []string{hidden}, Time: 20 * time.Second, MaxPages: 50}
}

func TestChildFindsWhatTheLibraryFinds(t *testing.T) {
	for n := 1; n <= 6; n++ {
		c, err := samples.Good(n)
		if err != nil {
			t.Fatal(err)
		}
		want, err := examine.Examine(c.PDF, examine.Options{Keywords: words()})
		if err != nil || len(want.Keywords) < 4 {
			t.Fatal(n, want, err)
		}
		got, err := pages(t).Examine(t.Context(), c.PDF, words())
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%d: %v %s", n, err, diff)
		}
	}
}

func TestChildTellsWhatIsWrong(t *testing.T) {
	good := catalog("")
	for name, c := range map[string]struct {
		pdf  []byte
		word string
		want error
	}{
		"empty":     {nil, "", examine.ErrEmpty},
		"no pages":  {handmade.File("<< /Type /Catalog >>"), "", examine.ErrNoPages},
		"script":    {catalog("/OpenAction << /S /JavaScript /JS (x) >>"), "", examine.ErrActive},
		"bomb":      {bomb(make([]byte, 8<<20)), word, examine.ErrLimits},
		"falls":     {good, "panic", examine.ErrDamaged},
		"too long":  {good, "spin", examine.ErrLimits},
		"no answer": {good, "exit", child.ErrCrashed},
		"asleep":    {good, "sleep", child.ErrBusy},
	} {
		p := pages(t)
		if c.word == "spin" || c.word == "sleep" {
			p.Time = 1500 * time.Millisecond
		}
		if _, err := p.Examine(t.Context(), c.pdf, []string{c.word}); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
}

func BenchmarkChild(b *testing.B) {
	c, err := samples.Good(4)
	if err != nil {
		b.Fatal(err)
	}
	p := pages(b)
	for b.Loop() {
		if _, err := p.Examine(b.Context(), c.PDF, words()); err != nil {
			b.Fatal(err)
		}
	}
}
