package gallery_test

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"campus.example/sealdesk/pdf/child"
	"campus.example/sealdesk/pdf/examine/handmade"
	"campus.example/sealdesk/pdf/gallery"
	"campus.example/sealdesk/pdf/render"
	"campus.example/sealdesk/sandbox/samples"
)

const hidden = "pdf-child"

// The test binary is its own child, as the program is. The renderer is compiled once for all tests.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == hidden {
		os.Exit(child.Main(context.Background(), os.Args[2:], os.Stdin, os.Stdout, os.Stderr, render.Handlers()))
	}
	dir, err := os.MkdirTemp("", "sealdesk-gallery-")
	if err != nil {
		panic(err)
	}
	if err := os.Setenv("SEALDESK_TEST_CACHE", dir); err != nil {
		panic(err)
	}
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		panic(err)
	}
	os.Exit(code)
}

func newGallery(t *testing.T, now func() time.Time, change ...func(*render.Options)) *gallery.Gallery {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	o := render.Options{Exe: exe, Args: []string{hidden}, Cache: os.Getenv("SEALDESK_TEST_CACHE"), Time: 20 * time.Second}
	if err := render.New(o).Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, c := range change {
		c(&o)
	}
	return gallery.New(render.New(o), now)
}

// counted is a document that knows how often it was read.
type counted struct {
	pdf []byte
	n   atomic.Int32
}

func (c *counted) read(context.Context) ([]byte, error) {
	c.n.Add(1)
	return c.pdf, nil
}

func TestManyWhoLookGetOneDrawing(t *testing.T) {
	g := newGallery(t, time.Now)
	doc := &counted{pdf: handmade.Page("", "BT /F1 24 Tf 50 500 Td (Hello) Tj ET")}
	var wg sync.WaitGroup
	for range 50 {
		wg.Go(func() {
			b, err := g.Picture(t.Context(), "a", 1, 300, doc.read)
			if err != nil {
				t.Error(err)
				return
			}
			if size, err := png.DecodeConfig(bytes.NewReader(b)); err != nil || size.Width != 300 {
				t.Errorf("%v %v", size, err)
			}
		})
	}
	wg.Wait()
	if n := doc.n.Load(); n != 1 {
		t.Errorf("the document was read %d times", n)
	}
	if _, err := g.Picture(t.Context(), "a", 1, 200, doc.read); err != nil || doc.n.Load() != 2 {
		t.Errorf("%v: another width is another picture (%d)", err, doc.n.Load())
	}
	if text, err := g.Text(t.Context(), "a", 1, doc.read); err != nil || len(text.Chars) != 5 {
		t.Errorf("%v %v", text, err)
	}
}

// Whoever reads a contract page by page waits once; what is no page is one error, and spoils no other.
func TestPagesAreDrawnTogether(t *testing.T) {
	sample, err := samples.Good(2) // of five pages
	if err != nil {
		t.Fatal(err)
	}
	g, doc := newGallery(t, time.Now), &counted{pdf: sample.PDF}
	var wg sync.WaitGroup
	pictures := make([][]byte, 6)
	for range 5 {
		for page := 1; page <= 5; page++ {
			wg.Go(func() {
				if _, err := g.Picture(t.Context(), "p", page, 300, doc.read); err != nil {
					t.Errorf("page %d: %v", page, err)
				}
			})
		}
	}
	wg.Wait()
	for page := 1; page <= 5; page++ {
		if pictures[page], err = g.Picture(t.Context(), "p", page, 300, doc.read); err != nil {
			t.Fatal(err)
		}
	}
	if n := doc.n.Load(); n != 1 {
		t.Errorf("the document was read %d times", n)
	}
	for page := 1; page <= 5; page++ {
		alone, err := newGallery(t, time.Now).Draw(t.Context(), sample.PDF, page, 300)
		if err != nil || !bytes.Equal(alone, pictures[page]) {
			t.Errorf("page %d is another picture than alone (%v)", page, err)
		}
	}
	for range 2 {
		if _, err := g.Picture(t.Context(), "p", 6, 300, doc.read); !errors.Is(err, render.ErrNoPage) || doc.n.Load() != 2 {
			t.Errorf("page 6 of 5: %v after %d reads", err, doc.n.Load())
		}
	}
}

// A document that cannot be drawn is not tried again by everybody who looks, but later it is.
func TestWhatCannotBeDrawnIsRemembered(t *testing.T) {
	var mu sync.Mutex
	at := time.Date(2026, 3, 2, 4, 0, 0, 0, time.UTC)
	now := func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		return at
	}
	g := newGallery(t, now)
	doc := &counted{pdf: []byte("%PDF-1.7 no more than that")}
	for range 3 {
		if _, err := g.Picture(t.Context(), "b", 1, 300, doc.read); !errors.Is(err, render.ErrUnreadable) {
			t.Fatal(err)
		}
	}
	if n := doc.n.Load(); n != 1 {
		t.Errorf("tried %d times", n)
	}
	mu.Lock()
	at = at.Add(time.Hour)
	mu.Unlock()
	if _, err := g.Picture(t.Context(), "b", 1, 300, doc.read); !errors.Is(err, render.ErrUnreadable) || doc.n.Load() != 2 {
		t.Errorf("%v after %d tries", err, doc.n.Load())
	}
}

// Someone who leaves does not take the picture from those who stay, and a source that fails is asked again.
func TestLeavingAndFailing(t *testing.T) {
	g := newGallery(t, time.Now)
	gone, leave := context.WithCancel(t.Context())
	leave()
	held := make(chan struct{})
	slow := func(context.Context) ([]byte, error) {
		<-held
		return handmade.Page("", ""), nil
	}
	if _, err := g.Picture(gone, "c", 1, 100, slow); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	stays := make(chan error, 1)
	go func() {
		_, err := g.Picture(t.Context(), "c", 1, 100, slow)
		stays <- err
	}()
	close(held)
	if err := <-stays; err != nil {
		t.Error(err)
	}
	lost := errors.New("the disk is away")
	if _, err := g.Picture(t.Context(), "d", 1, 100, func(context.Context) ([]byte, error) { return nil, lost }); !errors.Is(err, lost) {
		t.Error(err)
	}
	if _, err := g.Picture(t.Context(), "d", 1, 100, gallery.Have(handmade.Page("", ""))); err != nil {
		t.Error(err)
	}
}

// No more pages are drawn at once than there are processors: two hundred who look cannot fill the memory.
func TestFewDocumentsAreOpenAtOnce(t *testing.T) {
	g := newGallery(t, time.Now)
	var open, most atomic.Int32
	var wg sync.WaitGroup
	for i := range 40 {
		wg.Go(func() {
			_, err := g.Look(t.Context(), string(rune('e'+i)), func(context.Context) ([]byte, error) {
				for n := open.Add(1); ; {
					if old := most.Load(); n <= old || most.CompareAndSwap(old, n) {
						break
					}
				}
				return nil, nil
			}, func([]byte) (any, int, error) {
				open.Add(-1)
				return 1, 1, nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if limit := int32(gallery.AtOnce()); most.Load() > limit {
		t.Errorf("%d at once, of %d", most.Load(), limit)
	}
}

// On a machine so busy that a child gets no time, the page is asked for again later: nothing is said of the document.
func TestABusyMachineIsNoFaultOfTheDocument(t *testing.T) {
	idle := func(o *render.Options) {
		o.Exe, o.Args, o.Time = "/bin/sh", []string{"-c", "sleep 20"}, 300*time.Millisecond
	}
	g, doc := newGallery(t, time.Now, idle), &counted{pdf: handmade.Page("", "")}
	for n := range int32(2) {
		if _, err := g.Picture(t.Context(), "f", 1, 300, doc.read); !errors.Is(err, gallery.ErrBusy) || doc.n.Load() != n+1 {
			t.Errorf("%v after %d reads", err, doc.n.Load())
		}
	}
}

// Whoever was told to come again finds his page further on in the queue, not at its end.
func TestAskingAgainKeepsThePlace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g, open, worked := gallery.New(nil, time.Now), make(chan struct{}), 0
		for i := range gallery.AtOnce() {
			go func() {
				_, err := g.Look(t.Context(), string(rune('A'+i)), gallery.Have(nil), func([]byte) (any, int, error) {
					<-open
					return nil, 0, nil
				})
				if !errors.Is(err, gallery.ErrBusy) {
					t.Error(err)
				}
			}()
		}
		synctest.Wait()
		look := func() error {
			_, err := g.Look(t.Context(), "mine", gallery.Have(nil), func([]byte) (any, int, error) {
				worked++
				return nil, 0, nil
			})
			return err
		}
		if err := look(); !errors.Is(err, gallery.ErrBusy) {
			t.Fatal(err)
		}
		close(open)
		synctest.Wait()
		if worked != 1 {
			t.Error("the page lost its place when nobody could wait any longer")
		}
		if err := look(); err != nil || worked != 1 {
			t.Errorf("%v, worked %d times", err, worked)
		}
	})
}

// What is kept has a bound: the longest unseen goes first.
func TestTheGalleryForgets(t *testing.T) {
	g := newGallery(t, time.Now)
	look := func(sha string, size int) (fresh bool) {
		_, err := g.Look(t.Context(), sha, gallery.Have(nil), func([]byte) (any, int, error) {
			fresh = true
			return 1, size, nil
		})
		if err != nil {
			t.Error(err)
		}
		return fresh
	}
	look("x", 40<<20)
	look("y", 40<<20)
	if look("x", 40<<20) {
		t.Error("what was just seen is forgotten")
	}
	look("z", 40<<20)
	if look("x", 40<<20) || !look("y", 40<<20) {
		t.Error("the wrong one was forgotten")
	}
}
