package domain

import (
	"strconv"
	"strings"
	"unicode"
)

// Detail is the part of an event that its action alone explains: fields with values, written as key=value and separated
// by spaces. A value that is empty or holds a space, a quote, a backslash or an unprintable character is quoted as a Go
// string. Entries of older programs hold unquoted values with spaces; they are never rewritten, because the chain of
// hashes covers them.
type Detail string

// Fields returns the detail of pairs of key and value. A pair without a value at the end is dropped.
func Fields(pairs ...string) Detail {
	var b strings.Builder
	for i := 0; i+1 < len(pairs); i += 2 {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(pairs[i])
		b.WriteByte('=')
		b.WriteString(quoteValue(pairs[i+1]))
	}
	return Detail(b.String())
}

// And returns the detail with further fields.
func (d Detail) And(pairs ...string) Detail {
	more := Fields(pairs...)
	if d == "" || more == "" {
		return d + more
	}
	return d + " " + more
}

// DetailField is one field of an event's detail.
type DetailField struct{ Key, Value string }

func quoteValue(v string) string {
	plain := v != ""
	for _, r := range v {
		plain = plain && r != '"' && r != '\\' && unicode.IsPrint(r) && r != ' '
	}
	if plain {
		return v
	}
	return strconv.Quote(v)
}

// Split returns the fields in their order. A word without a key belongs to the value before it, which is how older
// programs wrote free text; in front of the first key it has the key "".
func (d Detail) Split() []DetailField {
	var fields []DetailField
	for rest := strings.TrimSpace(string(d)); rest != ""; rest = strings.TrimLeft(rest, " ") {
		word, key, found := rest, "", false
		if i := strings.IndexByte(rest, ' '); i >= 0 {
			word = rest[:i]
		}
		if i := strings.IndexByte(word, '='); i > 0 && !strings.ContainsRune(word[:i], '"') {
			key, found = word[:i], true
			rest, word = rest[i+1:], word[i+1:]
		}
		if quoted, err := strconv.QuotedPrefix(rest); found && err == nil && quoted[0] == '"' {
			value, errUnquote := strconv.Unquote(quoted)
			if errUnquote == nil {
				fields, rest = append(fields, DetailField{key, value}), rest[len(quoted):]
				continue
			}
		}
		rest = rest[len(word):]
		if found || len(fields) == 0 {
			fields = append(fields, DetailField{key, word})
			continue
		}
		fields[len(fields)-1].Value += " " + word
	}
	return fields
}

// Get returns the value of a field, or "" where the detail has none of that key.
func (d Detail) Get(key string) string {
	for _, f := range d.Split() {
		if f.Key == key {
			return f.Value
		}
	}
	return ""
}
