// Package pages gives the stand-ins' web pages one plain frame, so that a person can look at what they hold.
package pages

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"strconv"
	"time"
)

// frame is the page around every body. Nothing in it comes from outside this machine.
const frame = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
{{with .Refresh}}<meta http-equiv="refresh" content="{{.}}">{{end}}
<title>{{.Title}}</title>
<style>
body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1b2733}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #c9d3dc;vertical-align:top}
label{display:block;margin:.8rem 0 .2rem}input,select{font:inherit;padding:.4rem;min-width:18rem;max-width:100%}
button{font:inherit;padding:.4rem 1rem;margin:.8rem .4rem .4rem 0}
.sms{border:1px solid #c9d3dc;border-radius:.5rem;padding:.6rem;margin:.6rem 0}
.muted{color:#56636e}.bad{color:#a3121f}.good{color:#14632f}code{word-break:break-all}
</style></head><body>
<p class="muted">演示环境：以下均为虚构数据。</p>
<h1>{{.Title}}</h1>
{{.Body}}
</body></html>
`

// Page is one kind of page: a body within the frame.
type Page struct{ frame, body *template.Template }

// New reads the template of a body; it panics on a template that does not parse, as template.Must does.
func New(body string) *Page {
	helpers := template.FuncMap{"clock": Clock}
	return &Page{
		frame: template.Must(template.New("frame").Parse(frame)),
		body:  template.Must(template.New("body").Funcs(helpers).Parse(body)),
	}
}

// Clock shows a moment in the office's own zone, which has had no summer time since 1991.
func Clock(t time.Time) string {
	if t.IsZero() {
		return "—"
	}
	return t.In(time.FixedZone("CST", 8*60*60)).Format("2006-01-02 15:04:05")
}

// Show renders the page. refresh makes the browser load it again after so many seconds; 0 leaves it.
func (p *Page) Show(w http.ResponseWriter, status int, title string, refresh int, data any) {
	var body, whole bytes.Buffer
	err := p.body.Execute(&body, data)
	if err == nil {
		again := ""
		if refresh > 0 {
			again = strconv.Itoa(refresh)
		}
		err = p.frame.Execute(&whole, struct {
			Title, Refresh string
			Body           template.HTML
		}{title, again, template.HTML(body.String())})
	}
	if err != nil {
		http.Error(w, fmt.Sprintf("page: %v", err), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
	w.WriteHeader(status)
	if _, err := whole.WriteTo(w); err != nil {
		return // the browser hung up
	}
}
