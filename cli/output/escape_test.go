package output_test

import (
	"bytes"
	"encoding/json"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"campus.example/sealdesk/cli/output"
)

func document(t rapid.TB, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := (output.Printer{Out: &b}).JSON(v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Control characters, those that set the direction of text and those without a width are escaped.
func TestHiddenCharactersAreEscaped(t *testing.T) {
	for r, want := range map[rune]string{
		0x00: `\u0000`, 0x1b: `\u001b`, 0x7f: `\u007f`, 0x80: `\u0080`, 0x9b: `\u009b`, 0x9f: `\u009f`, 0x200b: `\u200b`, 0x200f: `\u200f`, 0x2028: `\u2028`, 0x202a: `\u202a`,
		0x202e: `\u202e`, 0x2066: `\u2066`, 0x2069: `\u2069`, 0xfeff: `\ufeff`, 0x061c: `\u061c`, 0xe0041: `\udb40\udc41`,
		'合': "合", '<': "<", '&': "&", '~': "~", 0xa0: "\u00a0",
	} {
		if got, want := string(document(t, []string{string(r)})), "[\n  \""+want+"\"\n]\n"; got != want {
			t.Errorf("U+%04X: %q, want %q", r, got, want)
		}
	}
}

// The same values come back, and nothing of a document is hidden but its line breaks.
func TestEscapedValuesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.MapOf(rapid.String(), rapid.SliceOf(rapid.String())).Draw(t, "value")
		b := document(t, v)
		var back map[string][]string
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatal(err)
		}
		again, want := document(t, back), b
		if !bytes.Equal(again, want) {
			t.Fatalf("%s\nnot\n%s", again, want)
		}
		for _, list := range []map[string][]string{v} {
			for key, words := range list {
				for i, word := range words {
					if back[key][i] != word {
						t.Fatalf("%q came back as %q", word, back[key][i])
					}
				}
			}
		}
		for _, r := range string(b) {
			if r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf) {
				t.Fatalf("U+%04X stands in the document", r)
			}
		}
	})
}
