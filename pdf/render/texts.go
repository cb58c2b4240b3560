package render

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium/requests"

	"campus.example/sealdesk/pdf/child"
	"campus.example/sealdesk/pdf/render/layout"
)

// HandlerTexts reads the text of all pages.
const HandlerTexts = "texts"

// textsCPU bounds what reading all pages may cost.
const textsCPU = time.Minute

// textsJob is the request; the body is the document.
type textsJob struct {
	Cache   string `json:"cache"`
	Columns int    `json:"columns"`
}

// Texts returns the text of every page, set on a grid so many columns wide, lines parted by newlines. One child serves the
// whole request. Errors are those of RenderPart.
func (r *Renderer) Texts(ctx context.Context, pdf []byte, columns int) (pages []string, err error) {
	o := r.child(HandlerTexts)
	o.Time = max(o.Time, 2*textsCPU)
	o.Output = 64 << 20
	_, err = r.run(ctx, o, func(cache string) any { return textsJob{Cache: cache, Columns: columns} }, pdf, &pages)
	return pages, err
}

func textsHandler() child.Handler {
	return child.Handler{Do: texts, Limits: &child.Limits{Data: child.DefaultLimits().Data, CPU: textsCPU}}
}

func texts(ctx context.Context, request json.RawMessage, body []byte) (any, []byte, error) {
	var j textsJob
	if err := json.Unmarshal(request, &j); err != nil {
		return nil, nil, fmt.Errorf("texts: %w", err)
	}
	d, err := open(ctx, j.Cache, body, 1)
	if err != nil {
		return nil, nil, failure(err)
	}
	count, err := d.engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	if err != nil {
		return nil, nil, failure(d.failed(err))
	}
	units, _ := opened(body, "")
	pages := make([]string, 0, count.PageCount)
	for n := 1; n <= count.PageCount; n++ {
		if err := d.turnTo(n); err != nil {
			return nil, nil, failure(err)
		}
		if d.unit = 1; n <= len(units) {
			d.unit = units[n-1]
		}
		page, err := d.chars()
		if err != nil {
			return nil, nil, failure(err)
		}
		var b strings.Builder
		for _, line := range layout.New(page, j.Columns).Lines {
			b.WriteString(string(line) + "\n")
		}
		pages = append(pages, b.String())
	}
	return pages, nil, nil
}
