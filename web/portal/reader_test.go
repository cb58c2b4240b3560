package portal_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"campus.example/sealdesk/sandbox/cast"
)

// says is the text inside an element, as it would be read out.
func said(n *html.Node) string {
	var words strings.Builder
	for part := range n.Descendants() {
		switch {
		case part.Type == html.TextNode:
			words.WriteString(part.Data)
		case part.Type == html.ElementNode && part.Data == "img":
			words.WriteString(attribute(part, "alt"))
		}
	}
	return strings.TrimSpace(words.String())
}

func inside(n *html.Node, tag string) *html.Node {
	for up := n.Parent; up != nil; up = up.Parent {
		if up.Data == tag {
			return up
		}
	}
	return nil
}

// named tells whether a reader has words for a field, a button or a link.
func (p page) named(n *html.Node) bool {
	if attribute(n, "aria-label") != "" || said(n) != "" {
		return true
	}
	if label := inside(n, "label"); label != nil && said(label) != "" {
		return true
	}
	id := attribute(n, "id")
	label := p.find("label", "for", id)
	return id != "" && label != nil && said(label) != ""
}

// deaf lists what a reader of the screen could not tell, or not reach, on a page.
func (p page) deaf() (faults []string) {
	count := map[string]int{}
	ids := map[string]bool{}
	level := 0
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		count[n.Data]++
		if id := attribute(n, "id"); id != "" {
			if ids[id] {
				faults = append(faults, "two elements are called "+id)
			}
			ids[id] = true
		}
		switch n.Data {
		case "html":
			if attribute(n, "lang") == "" {
				faults = append(faults, "no language")
			}
		case "img":
			if !slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "alt" }) {
				faults = append(faults, "a picture without words: "+attribute(n, "src"))
			}
		case "input", "select", "textarea":
			if attribute(n, "type") != "hidden" && !p.named(n) {
				faults = append(faults, "a field without a label: "+attribute(n, "name"))
			}
		case "button", "a":
			if !p.named(n) {
				faults = append(faults, "nothing to read on a "+n.Data+" "+attribute(n, "href"))
			}
		case "h1", "h2", "h3":
			if now := int(n.Data[1] - '0'); now > level+1 {
				faults = append(faults, "headings leave out a level before "+n.Data)
			} else {
				level = now
			}
		}
		if about := attribute(n, "aria-describedby"); about != "" && p.find("p", "id", about) == nil {
			faults = append(faults, "described by nothing: "+about)
		}
	}
	if count["main"] != 1 || count["h1"] != 1 || p.find("a", "href", "#main") == nil {
		faults = append(faults, fmt.Sprintf("%d main parts, %d first headings", count["main"], count["h1"]))
	}
	if title := p.find("title", "", ""); title == nil || said(title) == "" {
		faults = append(faults, "no title")
	}
	return faults
}

// TestG22PagesWithoutCameraSightOrScreen: every page names what it shows and asks for; photos are files, from wherever
// they come; and each page tells the way on paper.
func TestG22PagesWithoutCameraSightOrScreen(t *testing.T) {
	h := newHouse(t)
	for i, company := range []cast.Company{cast.Companies()[1], cast.Companies()[2], cast.Companies()[0]} {
		h.offer(fmt.Sprintf("HT-%d", i+1), company)
	}
	var pages album
	for _, part := range []func(*album){h.wayIn, h.byFace, h.byPhone, h.byCard, h.byHand} {
		part(&pages)
	}
	h.later(2 * time.Minute) // the last code is older than the pause between two
	b := h.phone(cast.Companies()[1].Representative)
	pages.add(b.get("/login").submit("login", map[string]string{"phone": b.who.Phone}))
	pages.add(b.submit("enter", map[string]string{"code": b.code()}))
	pages.add(b.get("/c/HT-1").wants(http.StatusOK, "sign"))
	pages.add(b.get("/c/HT-1/read"))
	pages.add(b.get("/c/HT-1/refuse"))
	pages.add(b.get("/c/HT-1").sign())
	h.work()
	pages.add(b.get("/c/HT-1").wants(http.StatusOK, "seal"))
	pages.add(b.get("/c/HT-1/company"))
	pages.add(b.get("/c/HT-9"))
	files := 0
	for _, p := range pages {
		for _, fault := range p.deaf() {
			t.Errorf("%s, %s: %s", p.path, p.state(), fault)
		}
		if !strings.Contains(p.body, "纸质签署") || !strings.Contains(p.body, "010-00000000") {
			t.Errorf("%s, %s does not tell the way on paper", p.path, p.state())
		}
		for _, n := range p.all("input") {
			if attribute(n, "type") != "file" {
				continue
			}
			files++
			if slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "capture" }) {
				t.Errorf("%s takes pictures of the camera alone: %s", p.path, attribute(n, "name"))
			}
		}
	}
	if files < 4 {
		t.Errorf("only %d files are asked for", files)
	}
}
