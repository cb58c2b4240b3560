package people

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"time"
)

// slow is the longest a page may take.
const slow = 40 * time.Second

// browser is one person's browser: cookies of its own, redirects followed.
type browser struct{ client *http.Client }

func newBrowser() *browser {
	// cookiejar.New has an error in its signature only.
	jar, _ := cookiejar.New(nil) // documented to be always nil
	return &browser{client: &http.Client{Jar: jar, Timeout: slow, Transport: &http.Transport{MaxIdleConnsPerHost: 2}}}
}

func (b *browser) close() { b.client.CloseIdleConnections() }

func (b *browser) open(ctx context.Context, address string) (*page, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	return b.do(req)
}

// submit sends a form as a browser does.
func (b *browser) submit(ctx context.Context, p *page, f *form, fill values) (*page, error) {
	fields, err := f.filled(fill)
	if err != nil {
		return nil, err
	}
	to, err := p.url.Parse(f.action)
	if err != nil {
		return nil, err
	}
	var body bytes.Buffer
	kind := "application/x-www-form-urlencoded"
	switch {
	case f.method == http.MethodGet:
		to.RawQuery = encode(fields).Encode()
		return b.open(ctx, to.String())
	case f.multipart:
		if kind, err = multi(&body, fields, fill); err != nil {
			return nil, err
		}
	default:
		body.WriteString(encode(fields).Encode())
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, to.String(), &body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", kind)
	req.Header.Set("Origin", to.Scheme+"://"+to.Host)
	req.Header.Set("Sec-Fetch-Site", "same-origin")
	return b.do(req)
}

func (b *browser) do(req *http.Request) (*page, error) {
	req.Header.Set("Accept", "text/html")
	req.Header.Set("Accept-Language", "zh-CN,zh")
	resp, err := b.client.Do(req)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, 8<<20))
	if err = errors.Join(err, resp.Body.Close()); err != nil {
		return nil, err
	}
	if kind, _, err := mime.ParseMediaType(resp.Header.Get("Content-Type")); err != nil || kind != "text/html" {
		return &page{url: resp.Request.URL, status: resp.StatusCode}, nil
	}
	p, err := parse(resp.Request.URL, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	p.status = resp.StatusCode
	if wait, err := time.ParseDuration(strings.TrimSpace(resp.Header.Get("Retry-After")) + "s"); err == nil {
		p.retry = wait
	}
	return p, nil
}

func encode(fields []pair) url.Values {
	v := url.Values{}
	for _, f := range fields {
		v.Add(f.name, f.value)
	}
	return v
}

func multi(body *bytes.Buffer, fields []pair, fill values) (string, error) {
	w := multipart.NewWriter(body)
	for _, f := range fields {
		if f.file {
			header := map[string][]string{
				"Content-Disposition": {fmt.Sprintf(`form-data; name=%q; filename=%q`, f.name, f.name+".jpg")},
				"Content-Type":        {"image/jpeg"},
			}
			part, err := w.CreatePart(header)
			if err != nil {
				return "", err
			}
			if _, err := part.Write(fill.files[f.name]); err != nil {
				return "", err
			}
			continue
		}
		if err := w.WriteField(f.name, f.value); err != nil {
			return "", err
		}
	}
	return w.FormDataContentType(), w.Close()
}
