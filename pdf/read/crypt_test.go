package read_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sealdesk/pdf/read"
	"sealdesk/pdf/write"
)

// encrypt lets qpdf, which shares no code with us, lock a document.
func encrypt(t *testing.T, data []byte, how ...string) []byte {
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
	args := append([]string{"--allow-weak-crypto", "--encrypt", "user", "owner"}, how...)
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
