package render

import "github.com/tetratelabs/wazero/experimental"

// memoryMost is the memory PDFium may use, in bytes: enough for scans at 3,200 pixels.
const memoryMost = 128 << 20

// bounded hands PDFium one piece of memory that is never moved. The module asks for up to 2 GiB and would be refused
// under a lower limit of the runtime; and growing by copies would take several times the limit.
type bounded struct{ all []byte }

// Allocate makes the memory of a module; what is not written to takes no room.
func (bounded) Allocate(_, most uint64) experimental.LinearMemory {
	return &bounded{all: make([]byte, min(most, memoryMost))}
}

// Reallocate gives the first size bytes; nil, which the module sees as being out of memory, when there are not so many.
func (b *bounded) Reallocate(size uint64) []byte {
	if size > uint64(len(b.all)) {
		return nil
	}
	return b.all[:size]
}

// Free lets go of the memory.
func (b *bounded) Free() { b.all = nil }
