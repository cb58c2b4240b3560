package storage

import (
	"encoding/json"
	"strings"
	"time"
)

// micros stores a time; the zero time is 0.
func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

// moment reads a stored time into the time behind it.
type moment struct{ t *time.Time }

// Scan reads a column.
func (m moment) Scan(v any) error {
	n, ok := v.(int64)
	if !ok {
		return errColumn(v)
	}
	*m.t = time.Time{}
	if n != 0 {
		*m.t = time.UnixMicro(n).UTC()
	}
	return nil
}

// bytesIn reads a column of bytes into the slice behind it; none is nil.
type bytesIn struct{ b *[]byte }

// Scan reads a column.
func (in bytesIn) Scan(v any) error {
	b, ok := v.([]byte)
	if !ok && v != nil {
		return errColumn(v)
	}
	*in.b = nil
	if len(b) > 0 {
		*in.b = append([]byte(nil), b...)
	}
	return nil
}

// blob stores bytes; none is an empty value and not NULL.
func blob(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// listed gives values as a JSON list, for `in (select value from json_each(?))`.
func listed[T ~string](values []T) string {
	b, err := json.Marshal(values)
	if err != nil || values == nil { // strings always have a form
		return "[]"
	}
	return string(b)
}

// limited is the number for a limit clause; none is no limit.
func limited(n int) int {
	if n <= 0 {
		return -1
	}
	return n
}

// like makes a pattern of what somebody typed: it matches anywhere and has no wildcards.
func like(part string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(part) + "%"
}

type columnError struct{}

func (e columnError) Error() string { return "a column holds another type than it should" }

func errColumn(any) error { return columnError{} }
