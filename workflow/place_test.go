package workflow_test

import (
	"strings"
	"testing"

	"sealdesk/domain"
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
