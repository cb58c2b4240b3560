package e2e

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// visitor is one person with a browser that asks for what a page shows, and takes his time.
type visitor struct {
	no, name, phone string
	base, inbox     string
	client          *http.Client
	pause           *rand.Rand
	page            string // what stands on the screen
	figures         *figures
}

// figures are how long things took, by what they were.
type figures struct {
	mu    sync.Mutex
	took  map[string][]time.Duration
	again int // pictures that were asked for a second time, since too many waited
}

func (f *figures) add(what string, took time.Duration) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.took == nil {
		f.took = map[string][]time.Duration{}
	}
	f.took[what] = append(f.took[what], took)
}

func (f *figures) tell(b *testing.B) {
	b.Helper()
	said := fmt.Sprintf("%d pictures were asked for again", f.again)
	for _, what := range []string{"page", "form", "picture", "signed", "sealed"} {
		d := f.took[what]
		if len(d) == 0 {
			b.Errorf("no %s", what)
			continue
		}
		said += fmt.Sprintf("\n%-8s %6d: median %9.1f ms, p90 %9.1f, p99 %9.1f, worst %9.1f", what, len(d),
			ms(percentile(d, 50)), ms(percentile(d, 90)), ms(percentile(d, 99)), ms(percentile(d, 100)))
		b.ReportMetric(ms(percentile(d, 99)), what+"-p99-ms")
	}
	b.Log(said)
}

var (
	tokenOf   = regexp.MustCompile(`name="csrf" value="([0-9a-f]+)"`)
	stateOfIt = regexp.MustCompile(`data-state="([a-z-]+)"`)
	pictureOf = regexp.MustCompile(`(?:img src|image href)="(/c/[^"]+/page/[^"]+)"`)
	sixDigits = regexp.MustCompile(`\d{6}`)
)

// signs goes from the home page to the company's seal.
func (v *visitor) signs(ctx context.Context, f *figures) error {
	v.figures = f
	contract := "/c/" + v.no
	err := v.open(ctx, "/home")
	v.think(ctx, 1)
	err = errors.Join(err, v.open(ctx, contract), v.pictures(ctx, 0, 1))
	v.think(ctx, 2)
	err = errors.Join(err, v.open(ctx, contract+"/read"), v.pictures(ctx, 0, 2))
	for at := 2; at < len(pictureOf.FindAllString(v.page, -1)) && err == nil; at++ {
		v.think(ctx, 2)
		err = v.pictures(ctx, at, at+1)
	}
	v.think(ctx, 2)
	err = errors.Join(err, v.open(ctx, contract), v.state("sign"))
	if err != nil {
		return err
	}
	code, err := v.code(ctx)
	if err != nil {
		return err
	}
	v.think(ctx, 5)
	began := time.Now()
	err = errors.Join(v.send(ctx, contract+"/sign", url.Values{"code": {code}, "typed": {v.name}, "consent": {"yes"}}), v.until(ctx, contract, "seal"))
	f.add("signed", time.Since(began))
	if err = errors.Join(err, v.pictures(ctx, 0, 1)); err != nil {
		return err
	}
	v.think(ctx, 3)
	began = time.Now()
	err = errors.Join(v.send(ctx, contract+"/seal", url.Values{"authority": {"legal_representative"}, "consent": {"yes"}}), v.until(ctx, contract, "waiting"))
	f.add("sealed", time.Since(began))
	return err
}

// think lets about so many seconds pass.
func (v *visitor) think(ctx context.Context, seconds float64) {
	select {
	case <-ctx.Done():
	case <-time.After(time.Duration((0.5 + v.pause.Float64()) * seconds * float64(time.Second))):
	}
}

func (v *visitor) ask(ctx context.Context, what, method, path string, form url.Values) (string, int, error) {
	req, err := http.NewRequestWithContext(ctx, method, v.base+path, strings.NewReader(form.Encode()))
	if err != nil {
		return "", 0, err
	}
	if method == http.MethodPost {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	began := time.Now()
	resp, err := v.client.Do(req)
	if err != nil {
		return "", 0, err
	}
	body, err := io.ReadAll(resp.Body)
	v.figures.add(what, time.Since(began))
	return string(body), resp.StatusCode, errors.Join(err, resp.Body.Close())
}

func (v *visitor) open(ctx context.Context, path string) error {
	return v.answered(v.ask(ctx, "page", http.MethodGet, path, nil))
}

// send sends a form of the page on the screen; the page it leads to is part of what is measured.
func (v *visitor) send(ctx context.Context, path string, form url.Values) error {
	token := tokenOf.FindStringSubmatch(v.page)
	if token == nil {
		return fmt.Errorf("no form on the page: %.300s", v.page)
	}
	form.Set("csrf", token[1])
	return v.answered(v.ask(ctx, "form", http.MethodPost, path, form))
}

func (v *visitor) answered(body string, status int, err error) error {
	if err == nil && status != http.StatusOK {
		err = fmt.Errorf("status %d: %.300s", status, body)
	}
	v.page = body
	return err
}

func (v *visitor) state(want string) error {
	if got := stateOfIt.FindStringSubmatch(v.page); got == nil || got[1] != want {
		return fmt.Errorf("the page is %v, not %s", got, want)
	}
	return nil
}

// until waits as the page does, which asks again every two seconds.
func (v *visitor) until(ctx context.Context, path, state string) error {
	for v.state(state) != nil {
		if err := v.state("running"); err != nil {
			return err
		}
		v.think(ctx, 2)
		if err := v.open(ctx, path); err != nil {
			return err
		}
	}
	return nil
}

// pictures fetches some of those the page shows, side by side; one that is refused is asked for again, as the page does.
func (v *visitor) pictures(ctx context.Context, from, to int) error {
	found := pictureOf.FindAllStringSubmatch(v.page, -1)
	errs := make([]error, len(found))
	var all sync.WaitGroup
	for i := from; i < min(to, len(found)); i++ {
		all.Go(func() { errs[i] = v.picture(ctx, html.UnescapeString(found[i][1])) })
	}
	all.Wait()
	return errors.Join(errs...)
}

func (v *visitor) picture(ctx context.Context, path string) error {
	began := time.Now()
	for try := 1; ; try++ {
		body, status, err := v.ask(ctx, "asked", http.MethodGet, path, nil)
		switch {
		case err == nil && status == http.StatusOK && strings.HasPrefix(body, "\x89PNG"):
			v.figures.add("picture", time.Since(began))
			return nil
		case err != nil || try > 4:
			return fmt.Errorf("%s: status %d: %.300s, %w", path, status, body, err)
		}
		v.figures.mu.Lock()
		v.figures.again++
		v.figures.mu.Unlock()
		select {
		case <-ctx.Done():
		case <-time.After(time.Duration(try) * 1500 * time.Millisecond):
		}
	}
}

// code asks for the signing code and waits for the message on the phone.
func (v *visitor) code(ctx context.Context) (string, error) {
	if err := v.send(ctx, "/c/"+v.no+"/code", url.Values{}); err != nil {
		return "", err
	}
	for ctx.Err() == nil {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, v.inbox+"/phones/"+v.phone+"/messages?after=0&wait=0s", nil)
		if err != nil {
			return "", err
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			return "", err
		}
		var inbox struct {
			Messages []struct{ Template, Content string }
		}
		err = errors.Join(json.NewDecoder(resp.Body).Decode(&inbox), resp.Body.Close())
		if err != nil {
			return "", err
		}
		for _, m := range inbox.Messages {
			if code := sixDigits.FindString(m.Content); code != "" && !strings.Contains(m.Content, "http") {
				return code, nil
			}
		}
		v.think(ctx, 0.3)
	}
	return "", ctx.Err()
}
