package file

import "errors"

// Faults of reading. ErrLimit wins over everything: what exceeds a limit is not looked at any further.
var (
	ErrDamaged = errors.New("damaged")
	ErrLimit   = errors.New("limit exceeded")
)

// Limits for one document. They are far above what an office sees and far below what hurts.
const (
	MaxDepth    = 64       // nested arrays and dictionaries
	maxSections = 1024     // cross-reference sections, that is saves
	maxEntries  = 500_000  // cross-reference entries in all sections
	maxNumber   = 1 << 23  // highest object number (ISO 32000-2 annex C)
	MaxDeref    = 32       // references to references, objects inside objects
	maxInflated = 64 << 20 // one stream
)

// budget counts what may still be done for one document. Its numbers grow with the size of the file, so that honest
// large files pass and small bombs do not. Together they keep memory within a few hundred megabytes.
type budget struct {
	entries  int
	inflated int // bytes out of filters
	steps    int
	values   int // values kept by the parser
	hashed   int // bytes
	depth    int
}

func newBudget(size int) *budget {
	return &budget{
		entries:  maxEntries,
		inflated: 128 << 20,
		steps:    64<<20 + 8*size,
		values:   2<<20 + size/8,
		hashed:   256<<20 + 16*size,
	}
}

// spend takes n from one of the counters and fails once it is used up.
func (b *budget) spend(counter *int, n int) error {
	if n < 0 || *counter < n {
		*counter = 0
		return ErrLimit
	}
	*counter -= n
	return nil
}

// work spends n steps: bytes passed over, values compared. What costs more counts as more bytes.
func (b *budget) work(n int) error { return b.spend(&b.steps, n) }

// enter counts one more object that is needed to read another, and fails when there are too many. It stops objects that
// need each other to be read.
func (b *budget) enter() error {
	if b.depth >= MaxDeref {
		return ErrLimit
	}
	b.depth++
	return nil
}

func (b *budget) leave() { b.depth-- }
