package portal

import (
	"fmt"
	"html"
	"math"
	"net/http"
	"strings"
	"time"

	"campus.example/sealdesk/domain"
)

// sealPicture shows Party B's seal before it is applied, drawn as the engine will draw it: the registered name in a
// ring around the star (G4).
func (p *portal) sealPicture(v *visit) {
	t, err := p.Office.SignerContract(v.ctx(), v.caller(), v.r.PathValue("no"))
	if err != nil {
		v.fail(err)
		return
	}
	if t.Act != domain.ActBSeal {
		v.failure(http.StatusNotFound, v.t().Errors.NotFound)
		return
	}
	h := v.w.Header()
	h.Set("Content-Type", "image/svg+xml")
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	http.ServeContent(v.w, v.r, "", time.Time{}, strings.NewReader(ring(t.Contract.B.Name)))
}

// ring draws a round seal of 200 units.
func ring(name string) string {
	var out strings.Builder
	out.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" fill="#c8102e">` +
		`<circle cx="100" cy="100" r="95" fill="none" stroke="#c8102e" stroke-width="6"/>`)
	out.WriteString(`<polygon points="`)
	for i := range 10 {
		r := 30.0
		if i%2 == 1 {
			r = 11.5
		}
		a := float64(i)*math.Pi/5 - math.Pi/2
		fmt.Fprintf(&out, "%.1f,%.1f ", 100+r*math.Cos(a), 100+r*math.Sin(a))
	}
	out.WriteString(`"/>`)
	signs := []rune(name)
	if len(signs) > 40 {
		signs = signs[:40]
	}
	n := len(signs)
	sweep := math.Min(250, 26*float64(max(n-1, 1))) // degrees the name takes
	size := math.Min(24, sweep/float64(max(n, 1))*1.3)
	for i, s := range signs {
		turn := 0.0
		if n > 1 {
			turn = -sweep/2 + sweep*float64(i)/float64(n-1)
		}
		fmt.Fprintf(&out, `<text x="100" y="%.1f" font-size="%.1f" font-family="STSong,SimSun,Songti SC,Noto Serif CJK SC,serif" `+
			`font-weight="700" text-anchor="middle" transform="rotate(%.2f 100 100)">%s</text>`,
			18+size*.75, size, turn, html.EscapeString(string(s)))
	}
	out.WriteString("</svg>")
	return out.String()
}
