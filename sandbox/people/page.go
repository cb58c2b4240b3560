package people

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// page is what somebody sees: where he is, what state the page tells, and what can be done on it.
type page struct {
	url    *url.URL
	status int
	retry  time.Duration // the office asks to be left alone so long
	state  string        // data-state of <main>
	forms  map[string]*form
	links  map[string]string // by data-act
}

// form is one form of a page.
type form struct {
	act, action, method string
	multipart           bool
	inputs              []input
}

// input is one field of a form.
type input struct {
	name, kind, value string
	required, chosen  bool
	options           []string // of a select
}

func parse(at *url.URL, r io.Reader) (*page, error) {
	root, err := html.Parse(r)
	if err != nil {
		return nil, err
	}
	p := &page{url: at, forms: map[string]*form{}, links: map[string]string{}}
	p.walk(root, nil)
	return p, nil
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func (p *page) walk(n *html.Node, inside *form) {
	if n.Type == html.ElementNode {
		switch n.Data {
		case "main":
			p.state = attr(n, "data-state")
		case "a":
			if act := attr(n, "data-act"); act != "" {
				p.links[act] = attr(n, "href")
			}
		case "form":
			inside = p.form(n)
		case "input", "select", "textarea", "button":
			if inside != nil && !has(n, "disabled") {
				inside.add(n)
			}
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		p.walk(child, inside)
	}
}

func (p *page) form(n *html.Node) *form {
	f := &form{
		act: attr(n, "data-act"), action: attr(n, "action"), method: http.MethodGet,
		multipart: strings.EqualFold(attr(n, "enctype"), "multipart/form-data"),
	}
	if strings.EqualFold(attr(n, "method"), "post") {
		f.method = http.MethodPost
	}
	if f.act != "" {
		p.forms[f.act] = f
	}
	return f
}

// add takes a field in. An unnamed one is never sent.
func (f *form) add(n *html.Node) {
	in := input{
		name: attr(n, "name"), kind: strings.ToLower(attr(n, "type")), value: attr(n, "value"),
		required: has(n, "required"), chosen: has(n, "checked"),
	}
	switch n.Data {
	case "select":
		in.kind = "select"
		in.options, in.value = options(n)
	case "textarea":
		in.kind = "textarea"
		if n.FirstChild != nil {
			in.value = n.FirstChild.Data
		}
	case "button":
		if in.kind == "" {
			in.kind = "submit"
		}
	}
	if in.kind == "checkbox" && in.value == "" {
		in.value = "on"
	}
	if in.name != "" {
		f.inputs = append(f.inputs, in)
	}
}

// options gives the values of a select and the one that is chosen when nobody touches it.
func options(n *html.Node) (all []string, chosen string) {
	for o := range n.Descendants() {
		if o.Type != html.ElementNode || o.Data != "option" {
			continue
		}
		value := attr(o, "value")
		if !has(o, "value") && o.FirstChild != nil {
			value = strings.TrimSpace(o.FirstChild.Data)
		}
		if len(all) == 0 || has(o, "selected") {
			chosen = value
		}
		all = append(all, value)
	}
	return all, chosen
}
