package porttest

import (
	"context"
	"sync"

	"campus.example/sealdesk/domain"
)

// Timestamper is a time authority whose token is the request in brackets.
type Timestamper struct {
	mu    sync.Mutex
	fail  error
	moved string
	asked int
}

// AuthorityName is what the fake is called until Rename.
const AuthorityName = "loopback"

// Rename makes the fake another authority.
func (t *Timestamper) Rename(authority string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.moved = authority
}

// Authority names the fake.
func (t *Timestamper) Authority() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.moved != "" {
		return t.moved
	}
	return AuthorityName
}

// Asked counts the requests.
func (t *Timestamper) Asked() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.asked
}

// Fail makes every request fail; nil ends it.
func (t *Timestamper) Fail(err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.fail = err
}

// Token answers a request.
func (t *Timestamper) Token(_ context.Context, request []byte) ([]byte, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.asked++
	if t.fail != nil {
		return nil, t.fail
	}
	return append(append([]byte("["), request...), ']'), nil
}

// Pages reads documents: one page with the usual lines, unless told otherwise.
type Pages struct {
	mu       sync.Mutex
	found    *domain.Examination
	fail     error
	examined int
}

// Examined returns how often a document was read.
func (p *Pages) Examined() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.examined
}

// Find makes every look find this.
func (p *Pages) Find(e domain.Examination) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.found = &e
}

// Fail makes every look fail; nil ends it.
func (p *Pages) Fail(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fail = err
}

// Text takes the bytes of a document for the text of its one page.
func (p *Pages) Text(_ context.Context, pdf []byte) ([]string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fail != nil {
		return nil, p.fail
	}
	return []string{string(pdf)}, nil
}

// Examine tells what is in a document.
func (p *Pages) Examine(context.Context, []byte, []string) (domain.Examination, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.examined++
	switch {
	case p.fail != nil:
		return domain.Examination{}, p.fail
	case p.found != nil:
		return *p.found, nil
	}
	line := func(word string, x, y float64) domain.Keyword {
		return domain.Keyword{Word: word, Place: domain.Place{Page: 1, X: x, Y: y, W: 80, H: 14}}
	}
	return domain.Examination{Pages: 1, Sizes: [][2]float64{{595, 842}}, Keywords: []domain.Keyword{
		line("甲方（盖章）", 60, 300), line("乙方（盖章）", 330, 300), line("签字", 60, 250), line("签字", 330, 250),
	}}, nil
}
