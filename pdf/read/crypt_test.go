package read_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"campus.example/sealdesk/pdf/read"
	"campus.example/sealdesk/pdf/write"
)

// encrypt lets qpdf, which shares no code with us, lock a document.
func encrypt(t *testing.T, data []byte, how ...string) []byte {
	t.Helper()
	return encryptAs(t, data, "user", "owner", how...)
}

func encryptAs(t *testing.T, data []byte, user, owner string, how ...string) []byte {
	t.Helper()
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		if os.Getenv("SEALDESK_ALL") == "1" {
			t.Fatal("qpdf is not here")
		}
		t.Skip("qpdf is not here")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.pdf"), filepath.Join(dir, "out.pdf")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		t.Fatal(err)
	}
	args := append([]string{"--allow-weak-crypto", "--encrypt", user, owner}, how...)
	if text, err := exec.CommandContext(t.Context(), qpdf, append(args, "--", in, out)...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEncryptedDocumentsOpenByEitherPassword(t *testing.T) {
	plain := contract(t, write.Habit{Version: "1.7", XMP: true})
	want, err := read.Open(plain, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, how := range []string{
		"40", "128 --use-aes=n", "128 --use-aes=n --cleartext-metadata --force-V4", "128 --use-aes=y", "256", "256 --force-R5",
		"256 --cleartext-metadata",
	} {
		t.Run(how, func(t *testing.T) {
			data := encrypt(t, plain, strings.Fields(how)...)
			if _, err := read.Open(data, read.Options{}); !errors.Is(err, read.ErrEncrypted) {
				t.Error("without a password:", err)
			}
			if _, err := read.Open(data, read.Options{Password: "guess"}); !errors.Is(err, read.ErrPassword) {
				t.Error("with a wrong one:", err)
			}
			for _, password := range []string{"user", "owner"} {
				d, err := read.Open(data, read.Options{Password: password})
				if err != nil {
					t.Fatal(password, err)
				}
				if d.Owner() != (password == "owner") || !d.Encrypted() {
					t.Error(password, "owner", d.Owner())
				}
				if a, b := content(t, want), content(t, d); !bytes.Equal(a, b) {
					t.Errorf("%s: the page reads %.40q", password, b)
				}
				info, err := d.Dict(d.Trailer()["Info"])
				if err != nil || info["Title"] != read.String("\xFE\xFF\x91\xC7\x8D\x2D\x54\x08\x54\x0C") {
					t.Errorf("%s: the title reads %q %v", password, info["Title"], err)
				}
			}
		})
	}
}

// A password opens a document however its writer encoded it: prepared as the standard says, in single bytes, or as it
// was typed.
func TestPasswordsBeyondASCIIOpen(t *testing.T) {
	plain := contract(t, write.Habit{Version: "1.7"})
	for name, c := range map[string]struct{ made, typed, bits string }{
		"as typed":                   {"开门", "开门", "256"},
		"full width, prepared":       {"Open 1", "Ｏｐｅｎ　１", "256"},
		"full width, not prepared":   {"Ｏｐｅｎ　１", "Ｏｐｅｎ　１", "256"},
		"no-break space":             {"open now", "open\u00a0now", "256"},
		"soft hyphen":                {"open", "op\u00aden", "256"},
		"decomposed, made composed":  {"\u00e9t\u00e9", "e\u0301te\u0301", "256"},
		"decomposed, not prepared":   {"e\u0301te\u0301", "e\u0301te\u0301", "256"},
		"ligature":                   {"fin", "\ufb01n", "256"},
		"Roman numeral":              {"IX", "\u2168", "256"},
		"Adobe's own revision":       {"Open 1", "Ｏｐｅｎ　１", "256 --force-R5"},
		"one byte a character":       {"\u00e9t\u00e9", "\u00e9t\u00e9", "128 --use-aes=y"},
		"one byte, RC4":              {"\u00e9t\u00e9", "\u00e9t\u00e9", "40"},
		"unassigned when that began": {"\U0001F600", "\U0001F600", "256"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, data := range [][]byte{
				encryptAs(t, plain, c.made, "other", strings.Fields(c.bits)...), encryptAs(t, plain, "other", c.made, strings.Fields(c.bits)...),
			} {
				if d, err := read.Open(data, read.Options{Password: c.typed}); err != nil || len(content(t, d)) == 0 {
					t.Error(err)
				}
				if _, err := read.Open(data, read.Options{Password: c.typed + "!"}); !errors.Is(err, read.ErrPassword) {
					t.Error("a longer one:", err)
				}
			}
		})
	}
}

// content is what draws the first page.
func content(t *testing.T, d *read.Document) []byte {
	t.Helper()
	pages, err := d.Pages()
	if err != nil {
		t.Fatal(err)
	}
	s, err := d.Stream(pages[0].Dict["Contents"])
	if err != nil {
		t.Fatal(err)
	}
	out, err := d.Decode(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestOurOwnLockOpens(t *testing.T) {
	data := contract(t, write.Habit{Version: "1.4", Lock: &write.Lock{User: "u", Owner: "o"}})
	d, err := read.Open(data, read.Options{Password: "u"})
	if err != nil {
		t.Fatal(err)
	}
	if d.Permissions()&(1<<3) != 0 {
		t.Error("changing the document is not allowed, but the bit says so")
	}
	if len(content(t, d)) == 0 {
		t.Error("the page is empty")
	}
}
