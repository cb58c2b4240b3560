package porttest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"sync"
	"time"

	"campus.example/sealdesk/domain"
)

// Procurement is a procurement system: it offers what it was given and keeps what it hears.
type Procurement struct {
	mu       sync.Mutex
	offers   []domain.Offer
	pdfs     map[string][]byte
	answers  []domain.IntakeAnswer
	problems []domain.IntakeProblem
	finals   map[string][]byte
	puts     int
	statuses map[string]domain.Stage
	reasons  map[string]string
	fail     error
	noText   error
	receipt  func(domain.Receipt) domain.Receipt
}

// NewProcurement makes an empty one.
func NewProcurement() *Procurement {
	return &Procurement{pdfs: map[string][]byte{}, finals: map[string][]byte{}, statuses: map[string]domain.Stage{}, reasons: map[string]string{}}
}

// Approve offers a contract from now on.
func (p *Procurement) Approve(offer domain.Offer, pdf []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.offers = append(p.offers, offer)
	p.pdfs[offer.No] = pdf
}

// Fail makes every call fail; nil ends it.
func (p *Procurement) Fail(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fail = err
}

// FailDocuments makes every document fail; nil ends it.
func (p *Procurement) FailDocuments(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.noText = err
}

// Serve gives a document out from now on.
func (p *Procurement) Serve(no string, pdf []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.pdfs[no] = pdf
}

// Receipts changes the receipts that are given out.
func (p *Procurement) Receipts(change func(domain.Receipt) domain.Receipt) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.receipt = change
}

// Answers lists what was heard of offers, in order.
func (p *Procurement) Answers() []domain.IntakeAnswer {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]domain.IntakeAnswer(nil), p.answers...)
}

// Final gives the sealed final that came back, and how often any came.
func (p *Procurement) Final(no string) (pdf []byte, puts int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.finals[no], p.puts
}

// StatusOf gives the stage that was told last.
func (p *Procurement) StatusOf(no string) domain.Stage {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.statuses[no]
}

// ReasonOf gives the reason that was told with it.
func (p *Procurement) ReasonOf(no string) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.reasons[no]
}

// Approved lists what was approved after the cursor, two at a time.
func (p *Procurement) Approved(_ context.Context, cursor string) ([]domain.ListedItem, string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fail != nil {
		return nil, "", p.fail
	}
	from, err := strconv.Atoi("0" + cursor)
	if err != nil || from > len(p.offers) {
		return nil, "", domain.Fail(domain.CodeProviderRefused, "cursor")
	}
	to := min(from+2, len(p.offers))
	var items []domain.ListedItem
	for i, offer := range p.offers[from:to] {
		sum := sha256.Sum256([]byte(offer.No))
		items = append(items, domain.ListedItem{Offer: offer, Index: i, SHA256: hex.EncodeToString(sum[:]), Refusal: domain.CheckNumber(offer.No)})
	}
	return items, strconv.Itoa(to), nil
}

// Document gives the document of an offer.
func (p *Procurement) Document(_ context.Context, no string) ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fail != nil {
		return nil, p.fail
	}
	if p.noText != nil {
		return nil, p.noText
	}
	if pdf, there := p.pdfs[no]; there && pdf != nil {
		return pdf, nil
	}
	return nil, domain.Fail(domain.CodeDocumentRefused, "document_unknown")
}

// Answer hears what became of an offer.
func (p *Procurement) Answer(_ context.Context, a domain.IntakeAnswer) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fail == nil {
		p.answers = append(p.answers, a)
	}
	return p.fail
}

// Problem hears of an item without a number.
func (p *Procurement) Problem(_ context.Context, problem domain.IntakeProblem) (bool, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fail != nil {
		return false, p.fail
	}
	p.problems = append(p.problems, problem)
	return true, nil
}

// Problems lists what was heard of items without a number.
func (p *Procurement) Problems() []domain.IntakeProblem {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]domain.IntakeProblem(nil), p.problems...)
}

// PutFinal keeps a sealed final.
func (p *Procurement) PutFinal(_ context.Context, no string, pdf []byte) (domain.Receipt, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fail != nil {
		return domain.Receipt{}, p.fail
	}
	p.puts++
	p.finals[no] = pdf
	r := receipt(no, pdf)
	if p.receipt != nil {
		r = p.receipt(r)
	}
	return r, nil
}

// FinalReceipt tells what lies in the slot.
func (p *Procurement) FinalReceipt(_ context.Context, no string) (domain.Receipt, bool, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	pdf, found := p.finals[no]
	if p.fail != nil || !found {
		return domain.Receipt{}, false, p.fail
	}
	return receipt(no, pdf), true, nil
}

// Lose empties the slot of a contract.
func (p *Procurement) Lose(no string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.finals, no)
}

// Status hears of a stage off the path.
func (p *Procurement) Status(_ context.Context, no string, stage domain.Stage, reason string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fail == nil {
		p.statuses[no], p.reasons[no] = stage, reason
	}
	return p.fail
}

func receipt(no string, pdf []byte) domain.Receipt {
	sum := sha256.Sum256(pdf)
	return domain.Receipt{
		Slot: domain.FinalSlot, Number: "R-" + no, SHA256: hex.EncodeToString(sum[:]), Size: int64(len(pdf)),
		At: time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC),
	}
}
