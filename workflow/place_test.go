package workflow_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/sandbox/samples"
	"campus.example/sealdesk/workflow/porttest"
)

// G14: words of the contract say where it is signed; a template has words or places of its own for contracts of its
// title; what an operator names by hand counts most. Each push records which it was.
func TestG14PlacesByWordsTemplateAndHand(t *testing.T) {
	spot := func(act domain.Act, page int, x, y float64) map[domain.Act]domain.Spot {
		return map[domain.Act]domain.Spot{act: {Page: page, X: x, Y: y}}
	}
	line := func(word string, page int, x, y float64) domain.Keyword {
		return domain.Keyword{Word: word, Place: domain.Place{Page: page, X: x, Y: y, W: 80, H: 14}}
	}
	a4 := [2]float64{595, 842}
	usual := domain.Examination{Pages: 2, Sizes: [][2]float64{a4, a4}, Keywords: []domain.Keyword{
		line("甲方（盖章）", 2, 60, 300), line("乙方（盖章）", 2, 330, 300), line("签字", 2, 60, 250), line("签字", 2, 330, 250),
	}}
	own := domain.Examination{Pages: 2, Sizes: [][2]float64{a4, a4}, Keywords: []domain.Keyword{
		line("需方公章", 1, 60, 500), line("供方公章", 1, 330, 500), line("授权代表", 1, 60, 450), line("授权代表", 1, 330, 450),
	}}
	nothing := domain.Examination{Pages: 2, Sizes: [][2]float64{a4, a4}}
	words := domain.Template{Name: "供货", Title: "设备采购", Words: domain.PlaceWords{SealA: "需方公章", SealB: "供方公章", Sign: "授权代表"}}
	fixed := domain.Template{Name: "定位", Title: "实验室设备采购", Spots: map[domain.Act]domain.Spot{
		domain.ActBSign: {Page: -1, X: 300, Y: 200}, domain.ActBSeal: {Page: -1, X: 400, Y: 200}, domain.ActASign: {Page: -1, X: 100, Y: 200},
		domain.ActOfficeSeal: {Page: -1, X: 150, Y: 300},
	}}
	other := domain.Template{Name: "工程", Title: "施工合同", Spots: spot(domain.ActBSign, 1, 100, 100)}
	for name, c := range map[string]struct {
		look      domain.Examination
		templates []domain.Template
		hand      map[domain.Act]domain.Spot
		code      domain.Code
		bSign     string // on which page, and where its middle is
		how       string
	}{
		"words":               {look: usual, bSign: "2 at 477,257", how: "words"},
		"another's template":  {look: usual, templates: []domain.Template{other}, bSign: "2 at 477,257", how: "words"},
		"template's words":    {look: own, templates: []domain.Template{words}, bSign: "1 at 477,457", how: "template:供货"},
		"template's places":   {look: nothing, templates: []domain.Template{words, fixed}, bSign: "2 at 300,200", how: "template:定位"},
		"by hand":             {look: usual, hand: spot(domain.ActBSign, 1, 200, 100), bSign: "1 at 200,100", how: "hand"},
		"by hand over it":     {look: nothing, templates: []domain.Template{fixed}, hand: spot(domain.ActBSign, 1, 200, 100), bSign: "1 at 200,100", how: "hand"},
		"no words":            {look: nothing, code: domain.CodeNoPlaceToSign},
		"one by hand, rest?":  {look: nothing, hand: spot(domain.ActBSign, 1, 200, 100), code: domain.CodeNoPlaceToSign},
		"page not there":      {look: usual, hand: spot(domain.ActBSign, 3, 200, 100), code: domain.CodePlaceNoPage},
		"beyond the edge":     {look: usual, hand: spot(domain.ActBSign, 1, 590, 100), code: domain.CodePlaceOffPage},
		"an act there is not": {look: usual, hand: spot("c_sign", 1, 200, 100), code: domain.CodeBadInput},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.accept("HT-1")
			d.pages.Find(c.look)
			for _, template := range c.templates {
				d.must(d.SetTemplate(t.Context(), domain.Claimed("op"), template))
			}
			err := d.PushAt(t.Context(), domain.Claimed("op"), "HT-1", c.hand)
			if c.code != "" {
				d.want(err, c.code)
				return
			}
			d.must(err)
			pdf, err := d.Download(t.Context(), domain.Claimed("op"), "HT-1", false)
			d.must(err)
			if !strings.Contains(string(pdf), "%field Sealdesk.PartyB.Signature on page "+c.bSign+"\n") {
				t.Errorf("%s\nwant Party B's signature on page %s", pdf, c.bSign)
			}
			dossier, err := d.Contract(t.Context(), domain.Claimed("op"), "HT-1")
			d.must(err)
			for _, e := range dossier.Events {
				if e.Action == "contract.push" && !strings.HasSuffix(string(e.Detail), " places="+c.how) {
					t.Errorf("the record says %s", e.Detail)
				}
			}
		})
	}
}

// A template that says nothing, or is for nothing, is not kept; one is changed under its name.
func TestTemplatesAreKept(t *testing.T) {
	d := newDesk(t)
	good := domain.Template{Name: "供货", Title: "采购", Words: domain.PlaceWords{Sign: "签名"}}
	d.want(d.SetTemplate(t.Context(), domain.Claimed("op"), domain.Template{Name: "供货", Title: "采购"}), domain.CodeBadInput)
	d.want(d.SetTemplate(t.Context(), domain.Claimed("op"), domain.Template{Name: "供货", Words: good.Words}), domain.CodeBadInput)
	d.want(d.SetTemplate(t.Context(), domain.Claimed("sealer"), good), domain.CodeNoRight)
	d.must(d.SetTemplate(t.Context(), domain.Claimed("op"), good))
	good.Title = "设备采购"
	d.must(d.SetTemplate(t.Context(), domain.Claimed("op"), good))
	list, err := d.Templates(t.Context(), domain.Claimed("op"))
	if err != nil || len(list) != 1 || list[0].Title != "设备采购" {
		t.Errorf("%+v, %v", list, err)
	}
	d.must(d.RemoveTemplate(t.Context(), domain.Claimed("op"), "供货"))
	d.want(d.RemoveTemplate(t.Context(), domain.Claimed("op"), "供货"), domain.CodeNotFound)
}

// recorder is the fake signing engine; it keeps the fields that were prepared.
type recorder struct {
	*porttest.Sealer
	fields []domain.Field
}

func (r *recorder) Prepare(pdf []byte, fields []domain.Field) ([]byte, error) {
	r.fields = fields
	return r.Sealer.Prepare(pdf, fields)
}

// prepared pushes a contract with that text and returns where its four acts stand.
func prepared(t *testing.T, look domain.Examination) map[domain.Act]domain.Place {
	t.Helper()
	d := newDesk(t)
	r := &recorder{Sealer: d.sealer}
	d.Signatures.Sealer = r
	d.accept("HT-1")
	d.pages.Find(look)
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
	at := map[domain.Act]domain.Place{}
	for _, f := range r.fields {
		switch f.Name {
		case "Sealdesk.PartyB.Signature":
			at[domain.ActBSign] = f.Place
		case "Sealdesk.PartyB.Seal":
			at[domain.ActBSeal] = f.Place
		case "Sealdesk.PartyA.Signature":
			at[domain.ActASign] = f.Place
		}
	}
	at[domain.ActOfficeSeal] = d.contract("HT-1").SealPlace // its field comes with the act
	if len(at) != len(domain.Acts()) {
		t.Fatalf("fields %v", r.fields)
	}
	return at
}

// millimetres of a field: its size and its middle, from the bottom left of the page.
type millimetres struct{ w, h, x, y float64 }

func (m millimetres) String() string {
	return fmt.Sprintf("%.1f × %.1f mm, middle at %.1f, %.1f mm", m.w, m.h, m.x, m.y)
}

func inMillimetres(p domain.Place) millimetres {
	const mm = 25.4 / 72
	return millimetres{w: p.W * mm, h: p.H * mm, x: (p.X + p.W/2) * mm, y: (p.Y + p.H/2) * mm}
}

// near reports whether two fields are the same within a tenth of a millimetre.
func (m millimetres) near(n millimetres) bool {
	for _, d := range [...]float64{m.w - n.w, m.h - n.h, m.x - n.x, m.y - n.y} {
		if math.Abs(d) > 0.1 {
			return false
		}
	}
	return true
}

// sample returns what is found in the text of a sample contract.
func sample(t *testing.T, n int) domain.Examination {
	t.Helper()
	c, err := samples.Good(n)
	if err != nil {
		t.Fatal(err)
	}
	r, err := examine.Examine(c.PDF, examine.Options{Keywords: domain.Usual().List()})
	if err != nil {
		t.Fatal(err)
	}
	look := domain.Examination{Pages: r.Pages, Sizes: r.Sizes}
	for _, k := range r.Keywords {
		look.Keywords = append(look.Keywords, domain.Keyword{Word: k.Word, Place: domain.Place{Page: k.Page, X: k.X, Y: k.Y, W: k.W, H: k.H}})
	}
	return look
}

// G14: in every sample contract each of the four fields stands by its party's own words: the signatures 4.2 mm right of
// 签字 and 38.8 × 14.1 mm large, Party B's seal of 40 mm and the office's of 42 mm with their middles a quarter of that to
// the right of （盖章）, all at the height of the words. The samples have one column and two, and 签字 in the text above.
func TestG14FieldsStandByTheirOwnWords(t *testing.T) {
	for n := 1; n <= 7; n++ {
		look := sample(t, n)
		end := func(word string, fromLast int) (domain.Place, float64, float64) { // where the words end, and their middle
			var found []domain.Keyword
			for _, k := range look.Keywords {
				if k.Word == word {
					found = append(found, k)
				}
			}
			k := found[len(found)-1-fromLast].Place
			return k, (k.X + k.W) * 25.4 / 72, (k.Y + k.H/2) * 25.4 / 72
		}
		at := prepared(t, look)
		for act, words := range map[domain.Act]struct {
			word       string
			fromLast   int // Party B's lines are the last ones in every sample
			w, h, step float64
		}{
			domain.ActBSign:      {word: "签字", w: 38.8, h: 14.1, step: 4.2 + 38.8/2},
			domain.ActASign:      {word: "签字", fromLast: 1, w: 38.8, h: 14.1, step: 4.2 + 38.8/2},
			domain.ActBSeal:      {word: "乙方（盖章）", w: 40, h: 40, step: 10},
			domain.ActOfficeSeal: {word: "甲方（盖章）", w: 42, h: 42, step: 10.5},
		} {
			k, x, y := end(words.word, words.fromLast)
			want := millimetres{w: words.w, h: words.h, x: x + words.step, y: y}
			if got := inMillimetres(at[act]); !got.near(want) || at[act].Page != k.Page {
				t.Errorf("sample %d, %s: page %d, %s; want page %d, %s", n, act, at[act].Page, got, k.Page, want)
			}
		}
	}
	// The first sample in numbers, so that a fault of the reader shows too.
	at := prepared(t, sample(t, 1))
	for act, want := range map[domain.Act]millimetres{
		domain.ActBSign: {38.8, 14.1, 166.4, 244.9}, domain.ActASign: {38.8, 14.1, 84.0, 244.9},
		domain.ActBSeal: {40, 40, 141.1, 258.3}, domain.ActOfficeSeal: {42, 42, 59.2, 258.3},
	} {
		if got := inMillimetres(at[act]); !got.near(want) || at[act].Page != 3 {
			t.Errorf("%s: page %d, %s; want page 3, %s", act, at[act].Page, got, want)
		}
	}
}

// G14: no party signs on the other party's line, even where that line is the nearer one.
func TestG14TheOtherPartysLineIsNotTaken(t *testing.T) {
	line := func(word string, x, y float64) domain.Keyword {
		return domain.Keyword{Word: word, Place: domain.Place{Page: 1, X: x, Y: y, W: 66, H: 11}}
	}
	for name, c := range map[string]struct {
		keywords []domain.Keyword
		a, b     float64 // height of the line each party signs on
	}{
		"B's own is far below": {[]domain.Keyword{
			line("甲方（盖章）", 94, 400), line("签字", 94, 380), line("乙方（盖章）", 94, 360), line("签字", 94, 160),
		}, 380, 160},
		"A stands below B": {[]domain.Keyword{
			line("乙方（盖章）", 94, 400), line("签字", 94, 380), line("甲方（盖章）", 94, 360), line("签字", 94, 160),
		}, 160, 380},
		"two columns close together": {[]domain.Keyword{
			line("甲方（盖章）", 94, 400), line("乙方（盖章）", 200, 400), line("签字", 94, 250), line("签字", 200, 380),
		}, 250, 380},
	} {
		t.Run(name, func(t *testing.T) {
			at := prepared(t, domain.Examination{Pages: 1, Sizes: [][2]float64{{595, 842}}, Keywords: c.keywords})
			for act, y := range map[domain.Act]float64{domain.ActASign: c.a, domain.ActBSign: c.b} {
				if got := at[act].Y + at[act].H/2; math.Abs(got-(y+5.5)) > 0.5 {
					t.Errorf("%s at %.1f, want the line at %.1f", act, got, y+5.5)
				}
			}
		})
	}
}
