package placement

import (
	"maps"
	"math"

	"campus.example/sealdesk/domain"
)

const (
	pointsPerMillimetre = 72 / 25.4
	signWidth           = 110.0 // points
	signHeight          = 40.0
	partySealMillimetre = 40.0
)

// Places is where the four acts stand in a document.
type Places struct {
	BSign, BSeal, ASign, OfficeSeal domain.Place
}

// Room is how large the field of an act is, in points, for an office's seal so many millimetres across.
func Room(act domain.Act, sealMillimetres float64) (width, height float64) {
	side := sealMillimetres * pointsPerMillimetre
	switch act {
	case domain.ActBSign, domain.ActASign:
		return signWidth, signHeight
	case domain.ActBSeal:
		side = partySealMillimetre * pointsPerMillimetre
	}
	return side, side
}

// Drawable refuses what cannot be drawn where the act stands. The zero place is that of the prepared field. Errors: those
// of Sealer.Drawable.
func (o *Placement) Drawable(act domain.Act, at domain.Place, look domain.Appearance) error {
	w, h := at.W, at.H
	if at == (domain.Place{}) {
		w, h = Room(act, o.Settings.SealMillimetres)
	}
	return o.Sealer.Drawable(look, w, h)
}

// placing is how the places of one contract are found: by words, and at spots that a template or an operator names.
type placing struct {
	Words domain.PlaceWords
	spots map[domain.Act]domain.Spot
	How   string // for the record
}

// PlacingOf puts the office's templates and an operator's own spots together; what the operator says counts most (G14).
func PlacingOf(all []domain.Template, title string, hand map[domain.Act]domain.Spot) placing {
	p := placing{Words: domain.Usual(), spots: map[domain.Act]domain.Spot{}, How: "words"}
	if t, found := domain.TemplateFor(all, title); found {
		p.Words, p.How = t.Words.Or(p.Words), "template:"+t.Name
		maps.Copy(p.spots, t.Spots)
	}
	if len(hand) > 0 {
		p.How = "hand"
		maps.Copy(p.spots, hand)
	}
	return p
}

// Find gives the four places. Words are needed only where no spot is named. Errors: CodeNoPlaceToSign, CodePlaceNoPage,
// CodePlaceOffPage.
func (p placing) Find(look domain.Examination, sealMillimetres float64) (Places, error) {
	at, err := findPlaces(look, p.Words, sealMillimetres)
	if err != nil && len(p.spots) < len(domain.Acts()) {
		return at, err
	}
	for act, spot := range p.spots {
		w, h := Room(act, sealMillimetres)
		into := &at.BSign
		switch act {
		case domain.ActBSeal:
			into = &at.BSeal
		case domain.ActASign:
			into = &at.ASign
		case domain.ActOfficeSeal:
			into = &at.OfficeSeal
		}
		if *into, err = Placed(spot, w, h, look); err != nil {
			return at, err
		}
	}
	return at, nil
}

// Placed turns a spot into a place that is on its page.
func Placed(s domain.Spot, w, h float64, look domain.Examination) (domain.Place, error) {
	page := s.Page
	if page < 0 {
		page += len(look.Sizes) + 1
	}
	if page < 1 || page > len(look.Sizes) {
		return domain.Place{}, domain.Fail(domain.CodePlaceNoPage, s.Page, len(look.Sizes))
	}
	p := domain.Place{Page: page, X: s.X - w/2, Y: s.Y - h/2, W: w, H: h}
	if size := look.Sizes[page-1]; p.X < 0 || p.Y < 0 || p.X+w > size[0] || p.Y+h > size[1] {
		return p, domain.Fail(domain.CodePlaceOffPage)
	}
	return p, nil
}

// findPlaces puts each seal on its party's last seal line, and each signature on the 签字 nearest to that line: in the
// same column if it can be, below rather than above.
func findPlaces(look domain.Examination, words domain.PlaceWords, sealMillimetres float64) (Places, error) {
	sealA, okA := last(look.Keywords, words.SealA)
	sealB, okB := last(look.Keywords, words.SealB)
	if !okA || !okB {
		return Places{}, domain.Fail(domain.CodeNoPlaceToSign, words.SealA+" "+words.SealB)
	}
	signA, okA := nearest(look.Keywords, words.Sign, sealA, sealB)
	signB, okB := nearest(look.Keywords, words.Sign, sealB, sealA)
	if !okA || !okB {
		return Places{}, domain.Fail(domain.CodeNoPlaceToSign, words.Sign)
	}
	return Places{
		BSign:      clip(beside(signB), look),
		BSeal:      clip(over(sealB, partySealMillimetre*pointsPerMillimetre), look),
		ASign:      clip(beside(signA), look),
		OfficeSeal: clip(over(sealA, sealMillimetres*pointsPerMillimetre), look),
	}, nil
}

func last(found []domain.Keyword, word string) (domain.Keyword, bool) {
	for i := len(found) - 1; i >= 0; i-- {
		if found[i].Word == word {
			return found[i], true
		}
	}
	return domain.Keyword{}, false
}

// nearest finds the word to sign at that belongs to own rather than to other.
func nearest(found []domain.Keyword, word string, own, other domain.Keyword) (domain.Keyword, bool) {
	best, bestScore := domain.Keyword{}, math.Inf(1)
	for _, k := range found {
		if k.Word != word {
			continue
		}
		score := distance(k, own)
		if distance(k, other) < score {
			score += 10000 // it belongs to the other party: only if there is no better
		}
		if score < bestScore {
			best, bestScore = k, score
		}
	}
	return best, !math.IsInf(bestScore, 1)
}

func distance(k, line domain.Keyword) float64 {
	d := math.Hypot(k.X-line.X, k.Y-line.Y)
	if k.Page != line.Page {
		d += 5000 * math.Abs(float64(k.Page-line.Page))
	}
	if k.Y > line.Y {
		d += 150 // the signature line stands below the seal line
	}
	return d
}

func beside(k domain.Keyword) domain.Place {
	return domain.Place{Page: k.Page, X: k.X + k.W + 12, Y: k.Y + k.H/2 - signHeight/2, W: signWidth, H: signHeight}
}

func over(k domain.Keyword, size float64) domain.Place {
	return domain.Place{Page: k.Page, X: k.X + k.W - size/4, Y: k.Y + k.H/2 - size/2, W: size, H: size}
}

// clip keeps a place on its page.
func clip(p domain.Place, look domain.Examination) domain.Place {
	if p.Page < 1 || p.Page > len(look.Sizes) {
		return p
	}
	w, h := look.Sizes[p.Page-1][0], look.Sizes[p.Page-1][1]
	p.X = math.Max(0, math.Min(p.X, w-p.W))
	p.Y = math.Max(0, math.Min(p.Y, h-p.H))
	return p
}
