package workflow

import (
	"math"

	"sealdesk/domain"
)

// The lines a contract carries where the parties sign and seal (G14).
const (
	wordSealA = "甲方（盖章）"
	wordSealB = "乙方（盖章）"
	wordSign  = "签字"
)

func placeWords() []string { return []string{wordSealA, wordSealB, wordSign} }

const (
	pointsPerMillimetre = 72 / 25.4
	signWidth           = 110.0 // points
	signHeight          = 40.0
	partySealMillimetre = 40.0
)

// places is where the four acts stand in a document.
type places struct {
	bSign, bSeal, aSign, officeSeal domain.Place
}

// room is how large the field of an act is, in points.
func (o *Office) room(act domain.Act) (width, height float64) {
	side := o.Rules.SealMillimetres * pointsPerMillimetre
	switch act {
	case domain.ActBSign, domain.ActASign:
		return signWidth, signHeight
	case domain.ActBSeal:
		side = partySealMillimetre * pointsPerMillimetre
	}
	return side, side
}

// drawable refuses what cannot be drawn where the act stands. The zero place is that of the prepared field. Errors: those
// of Sealer.Drawable.
func (o *Office) drawable(act domain.Act, at domain.Place, look Appearance) error {
	w, h := at.W, at.H
	if at == (domain.Place{}) {
		w, h = o.room(act)
	}
	return o.Sealer.Drawable(look, w, h)
}

// findPlaces puts each seal on its party's last seal line, and each signature on the 签字 nearest to that line: in the
// same column if it can be, below rather than above.
func findPlaces(look Examination, sealMillimetres float64) (places, error) {
	sealA, okA := last(look.Keywords, wordSealA)
	sealB, okB := last(look.Keywords, wordSealB)
	if !okA || !okB {
		return places{}, domain.Fail(domain.CodeNoPlaceToSign, wordSealA+" "+wordSealB)
	}
	signA, okA := nearest(look.Keywords, sealA, sealB)
	signB, okB := nearest(look.Keywords, sealB, sealA)
	if !okA || !okB {
		return places{}, domain.Fail(domain.CodeNoPlaceToSign, wordSign)
	}
	return places{
		bSign:      clip(beside(signB), look),
		bSeal:      clip(over(sealB, partySealMillimetre*pointsPerMillimetre), look),
		aSign:      clip(beside(signA), look),
		officeSeal: clip(over(sealA, sealMillimetres*pointsPerMillimetre), look),
	}, nil
}

func last(found []Keyword, word string) (Keyword, bool) {
	for i := len(found) - 1; i >= 0; i-- {
		if found[i].Word == word {
			return found[i], true
		}
	}
	return Keyword{}, false
}

// nearest finds the 签字 that belongs to own rather than to other.
func nearest(found []Keyword, own, other Keyword) (Keyword, bool) {
	best, bestScore := Keyword{}, math.Inf(1)
	for _, k := range found {
		if k.Word != wordSign {
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

func distance(k, line Keyword) float64 {
	d := math.Hypot(k.X-line.X, k.Y-line.Y)
	if k.Page != line.Page {
		d += 5000 * math.Abs(float64(k.Page-line.Page))
	}
	if k.Y > line.Y {
		d += 150 // the signature line stands below the seal line
	}
	return d
}

func beside(k Keyword) domain.Place {
	return domain.Place{Page: k.Page, X: k.X + k.W + 12, Y: k.Y + k.H/2 - signHeight/2, W: signWidth, H: signHeight}
}

func over(k Keyword, size float64) domain.Place {
	return domain.Place{Page: k.Page, X: k.X + k.W - size/4, Y: k.Y + k.H/2 - size/2, W: size, H: size}
}

// clip keeps a place on its page.
func clip(p domain.Place, look Examination) domain.Place {
	if p.Page < 1 || p.Page > len(look.Sizes) {
		return p
	}
	w, h := look.Sizes[p.Page-1][0], look.Sizes[p.Page-1][1]
	p.X = math.Max(0, math.Min(p.X, w-p.W))
	p.Y = math.Max(0, math.Min(p.Y, h-p.H))
	return p
}
