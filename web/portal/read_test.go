package portal_test

import (
	"bytes"
	"image/png"
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/web/portal"
)

// all gives every element of a tag.
func (p page) all(tag string) (out []*html.Node) {
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == tag {
			out = append(out, n)
		}
	}
	return out
}

// sheets are the pictures of the document's pages.
func (p page) sheets() (out []*html.Node) {
	for _, n := range p.all("img") {
		if strings.Contains(attribute(n, "src"), "/page/") {
			out = append(out, n)
		}
	}
	return out
}

// reader is Party B's representative, verified, before the contract.
func (h *house) reader(company cast.Company) *handset {
	h.t.Helper()
	p := h.phone(company.Representative)
	p.enter()
	p.verify().follow("go-on").wants(http.StatusOK, "sign")
	return p
}

func TestTheContractIsReadPageByPage(t *testing.T) {
	h := newHouse(t)
	h.offer("HT-1", cast.Companies()[1])
	p := h.reader(cast.Companies()[1])
	p.follow("read").wants(http.StatusOK, "read")
	sheets := p.page.sheets()
	if len(sheets) != 2 {
		t.Fatalf("%d pictures:\n%s", len(sheets), p.page.body)
	}
	for i, img := range sheets {
		if attribute(img, "loading") != "lazy" || attribute(img, "width") != "1080" || attribute(img, "height") != "1528" || attribute(img, "alt") == "" {
			t.Errorf("picture %d: %v", i+1, img.Attr)
		}
	}
	if first, second := attribute(sheets[0], "alt"), attribute(sheets[1], "alt"); strings.Contains(first, "签名") || !strings.Contains(second, "您的签名将位于第 2 页右下方。") {
		t.Errorf("%s\n%s", first, second)
	}
	if len(p.page.body) > 20_000 {
		t.Errorf("the page without pictures is %d bytes", len(p.page.body))
	}
	src := attribute(sheets[1], "src")
	got := p.header(src)
	if got.Get("Content-Type") != "image/png" || !strings.HasPrefix(got.Get("Cache-Control"), "private") || got.Get("X-Content-Type-Options") != "nosniff" {
		t.Error(got)
	}
	size, err := png.DecodeConfig(bytes.NewReader([]byte(p.get(src).page.body)))
	if err != nil || size.Width != portal.PictureWidth {
		t.Errorf("%v %v", size, err)
	}
}

// TestThePlaceIsShownBeforeSigning: the frame stands where the field does, in points from the top, and words say it.
func TestThePlaceIsShownBeforeSigning(t *testing.T) {
	h := newHouse(t)
	h.offer("HT-1", cast.Companies()[1])
	p := h.reader(cast.Companies()[1])
	frame := func(where string) {
		t.Helper()
		for _, r := range p.page.all("rect") {
			if attribute(r, "class") == "now" {
				got := [4]string{attribute(r, "x"), attribute(r, "y"), attribute(r, "width"), attribute(r, "height")}
				if want := [4]string{"400", "682", "110", "40"}; got != want {
					t.Errorf("%s: the frame is at %v, want %v", where, got, want)
				}
				return
			}
		}
		t.Errorf("%s: no frame", where)
	}
	frame("beside the form")
	if !strings.Contains(p.page.body, "您的签名将位于第 2 页右下方。") {
		t.Error("no words beside the form")
	}
	p.follow("read").wants(http.StatusOK, "read")
	frame("on the page")
	if !strings.Contains(p.page.body, "需要您办理：") || !strings.Contains(p.page.body, "公司印章将位于第 2 页右下方。") {
		t.Error("what is to be done is not said")
	}
	p.follow("as-text").wants(http.StatusOK, "read")
	if len(p.page.sheets()) != 0 || !strings.Contains(p.page.body, "采购合同") || !strings.Contains(p.page.body, "序号\u2003名称\u2003数量") {
		t.Error("the words are not shown")
	}
	if !strings.Contains(p.page.body, "您的签名将位于第 2 页右下方。") || !strings.Contains(p.page.body, "可能是扫描件") {
		t.Error("the text view says neither where nor that a page is a scan")
	}
	p.follow("back").wants(http.StatusOK, "sign")
	p.sign().wants(http.StatusOK, "running")
	h.work()
	p.get("/c/HT-1").wants(http.StatusOK, "seal")
	if !strings.Contains(p.page.body, "公司印章将位于第 2 页右下方。") {
		t.Error("the place of the seal is not shown")
	}
}

func TestPicturesAreForThoseWhoMayReadTheDocument(t *testing.T) {
	h := newHouse(t)
	h.offer("HT-1", cast.Companies()[1])
	h.offer("HT-2", cast.Companies()[2])
	p := h.phone(cast.Companies()[1].Representative)
	for _, path := range []string{"/c/HT-1/read", "/c/HT-1/page/1"} {
		p.get(path).wants(http.StatusUnauthorized, "error")
	}
	p.enter()
	p.get("/c/HT-1/read").wants(http.StatusOK, "read")
	src := attribute(p.page.sheets()[0], "src")
	var bodies []string
	for _, path := range []string{"/c/HT-2/read", "/c/HT-9/read", "/c/HT-2/page/1", "/c/HT-9/page/1", "/c/HT-1/page/0", "/c/HT-1/page/3", "/c/HT-1/page/x"} {
		p.get(path).wants(http.StatusNotFound, "error")
		bodies = append(bodies, strings.Split(strings.Split(p.page.body, "<main")[1], "</main>")[0])
	}
	for _, b := range bodies {
		if b != bodies[0] {
			t.Errorf("two answers differ:\n%s\n%s", b, bodies[0])
		}
	}
	other := h.phone(cast.Companies()[2].Representative)
	other.enter()
	other.get(src).wants(http.StatusNotFound, "error")
	if p.get("/home").submit("leave", nil).get(src).wants(http.StatusUnauthorized, "error"); p.header(src).Get("Cache-Control") != "no-store" {
		t.Error("a refusal is kept")
	}
}

// TestAPageThatCannotBeDrawnHasOtherWays: the pictures do not come, the words neither; the file can still be had.
func TestAPageThatCannotBeDrawnHasOtherWays(t *testing.T) {
	h := newHouse(t, func(o *portal.Options) { o.Pictures = sketch{broken: true} })
	h.offer("HT-1", cast.Companies()[1])
	p := h.reader(cast.Companies()[1])
	p.follow("read").wants(http.StatusOK, "read")
	src := attribute(p.page.sheets()[0], "src")
	if alt := attribute(p.page.sheets()[0], "alt"); !strings.Contains(alt, "文字") || !strings.Contains(alt, "PDF") {
		t.Errorf("in its place stands: %s", alt)
	}
	if got := p.header(src); got.Get("Content-Type") == "image/png" || got.Get("Cache-Control") != "no-store" {
		t.Error(got)
	}
	p.follow("as-text").wants(http.StatusOK, "read")
	if !strings.Contains(p.page.body, "本页文字暂时无法读取") {
		t.Error("nothing is said about the words")
	}
	if p.follow("document"); !strings.HasPrefix(p.page.body, "%PDF") {
		t.Error("the file does not come")
	}
}

// TestAFullDrawingQueueIsAskedAgain: the picture is refused for now and says when to come again.
func TestAFullDrawingQueueIsAskedAgain(t *testing.T) {
	h := newHouse(t, func(o *portal.Options) { o.Pictures = crowded{} })
	h.offer("HT-1", cast.Companies()[1])
	p := h.reader(cast.Companies()[1])
	p.follow("read").wants(http.StatusOK, "read")
	src := attribute(p.page.sheets()[0], "src")
	if got := p.header(src); got.Get("Retry-After") != "5" || got.Get("Cache-Control") != "no-store" || got.Get("ETag") != "" {
		t.Error(got)
	}
	if p.get(src).wants(http.StatusServiceUnavailable, "error"); !strings.Contains(p.page.body, "此页暂时无法显示") {
		t.Error("nothing is said about it")
	}
}
