package child

import (
	"bytes"
	"strings"
)

// bounded keeps the first max bytes; what is beyond is lost, and over, if set, is told.
type bounded struct {
	kept bytes.Buffer // not embedded: its ReadFrom would pass Write by
	max  int64
	full bool
	over func()
}

func (b *bounded) Write(p []byte) (int, error) {
	if room := b.max - int64(b.kept.Len()); int64(len(p)) > room {
		b.kept.Write(p[:room])
		if !b.full && b.over != nil {
			b.over()
		}
		b.full = true
		return len(p), nil
	}
	return b.kept.Write(p)
}

// outOfMemory recognises how the Go runtime ends when it gets no memory. Refused memory for itself it now and then
// stumbles over a null pointer of its own; one of the program would be a panic, which is caught.
func outOfMemory(words string) bool {
	for _, sign := range []string{
		"out of memory", "cannot allocate memory", "stack overflow", "stack exceeds",
		"SIGSEGV: segmentation violation\nPC=", "fatal error: unexpected signal during runtime execution",
	} {
		if strings.Contains(words, sign) {
			return true
		}
	}
	return false
}

// firstLine shortens what a child said before it died to what a log can hold.
func firstLine(words, otherwise string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(words), "\n")
	if line == "" {
		return otherwise
	}
	return line[:min(len(line), 200)]
}
