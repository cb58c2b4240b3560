package portal

import (
	"fmt"
	"html/template"
	"net/http"
	"path"
	"strings"
)

// asset is one file every page shares: its bytes, its kind and the mark of this edition.
type asset struct {
	bytes []byte
	kind  string
	mark  string
}

// load reads the shared files and the templates.
func (p *portal) load() error {
	p.assets, p.pages = map[string]asset{}, map[string]*template.Template{}
	static, err := files.ReadDir("static")
	if err != nil {
		return fmt.Errorf("static files: %w", err)
	}
	kinds := map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
	for _, f := range static {
		b, err := files.ReadFile("static/" + f.Name())
		if err != nil {
			return fmt.Errorf("static files: %w", err)
		}
		p.assets[f.Name()] = asset{bytes: b, kind: kinds[path.Ext(f.Name())], mark: short(b)}
	}
	pages, err := files.ReadDir("pages")
	if err != nil {
		return fmt.Errorf("pages: %w", err)
	}
	for _, f := range pages {
		name := strings.TrimSuffix(f.Name(), ".html")
		if name == "frame" {
			continue
		}
		t, err := template.New("frame.html").Option("missingkey=error").ParseFS(files, "pages/frame.html", "pages/"+f.Name())
		if err != nil {
			return fmt.Errorf("page %s: %w", name, err)
		}
		p.pages[name] = t
	}
	return nil
}

// static serves a shared file. Its address carries the mark of its bytes, so a browser may keep it.
func (p *portal) static(w http.ResponseWriter, r *http.Request) {
	a, ok := p.assets[r.PathValue("name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("ETag", `"`+a.mark+`"`)
	h.Set("Cache-Control", "public, max-age=300")
	if r.URL.Query().Get("v") == a.mark {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if r.Header.Get("If-None-Match") == `"`+a.mark+`"` {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if _, err := w.Write(a.bytes); err != nil {
		p.Log.Debug("static", "err", err)
	}
}
