package porttest

import (
	"context"
	"sync"

	"campus.example/sealdesk/domain"
)

// Verifier is an identity provider. It charges an order number once.
type Verifier struct {
	mu      sync.Mutex
	next    []answer
	asked   []domain.IdentityQuestion
	charged map[string]bool
	offered []domain.Method
	moved   string
}

type answer struct {
	outcome domain.Outcome
	err     error
}

// NewVerifier makes a provider that offers the methods and finds that everything matches.
func NewVerifier(offered ...domain.Method) *Verifier {
	return &Verifier{charged: map[string]bool{}, offered: offered}
}

// Then answers a coming check with the outcome or the error; after all of them everything matches again.
func (v *Verifier) Then(outcome domain.Outcome, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.next = append(v.next, answer{outcome, err})
}

// Asked lists the questions, in order.
func (v *Verifier) Asked() []domain.IdentityQuestion {
	v.mu.Lock()
	defer v.mu.Unlock()
	return append([]domain.IdentityQuestion(nil), v.asked...)
}

// Charged counts the order numbers that cost something.
func (v *Verifier) Charged() int {
	v.mu.Lock()
	defer v.mu.Unlock()
	return len(v.charged)
}

// Check answers as told.
func (v *Verifier) Check(_ context.Context, q domain.IdentityQuestion) (domain.IdentityAnswer, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.asked = append(v.asked, q)
	a := answer{outcome: domain.OutcomeMatch}
	if len(v.next) > 0 {
		a, v.next = v.next[0], v.next[1:]
	}
	if a.err != nil {
		return domain.IdentityAnswer{}, a.err
	}
	first := !v.charged[q.OrderNo]
	v.charged[q.OrderNo] = true
	return domain.IdentityAnswer{Outcome: a.outcome, Charged: first}, nil
}

// Methods lists what is offered.
func (v *Verifier) Methods() []domain.Method { return v.offered }

// ProviderName is what the fake is called until Rename.
const ProviderName = "campus@loopback"

// Rename makes the fake another provider.
func (v *Verifier) Rename(provider string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.moved = provider
}

// Provider names the fake.
func (v *Verifier) Provider() string {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.moved != "" {
		return v.moved
	}
	return ProviderName
}
