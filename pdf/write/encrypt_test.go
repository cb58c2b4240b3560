package write_test

import (
	"bytes"
	"strings"
	"testing"

	"campus.example/sealdesk/pdf/write"
)

func lockedHabit() write.Habit {
	return write.Habit{Version: "1.4", Producer: "Sample", Creator: "样例", XMP: true, Latin: true, Lock: &write.Lock{User: "open", Owner: "own"}}
}

func TestLockedDocumentTellsNothing(t *testing.T) {
	pdf := sample(t, lockedHabit())
	if !bytes.Contains(pdf, []byte("/Encrypt ")) || !bytes.Contains(pdf, []byte("/Filter /Standard /V 2 /R 3 /Length 128")) {
		t.Error("it does not say that it is encrypted")
	}
	for _, secret := range []string{"(Sample)", "<FEFF6D4B", "begincmap", "<x:xmpmeta", "HT-1"} {
		if bytes.Contains(pdf, []byte(secret)) {
			t.Errorf("%s stands in clear", secret)
		}
	}
	if !bytes.Equal(pdf, sample(t, lockedHabit())) {
		t.Error("the bytes differ from one time to the next")
	}
}

func TestLockOpensWithEitherPasswordAndNoOther(t *testing.T) {
	pdf := sample(t, lockedHabit())
	for password, good := range map[string]bool{"open": true, "own": true, "wrong": false, "": false} {
		out, err := run(t, pdf, "qpdf", "--check", "--password="+password, "FILE")
		if good != (err == nil) {
			t.Errorf("password %q: %s", password, out)
		}
	}
	if out, err := run(t, pdf, "pdftotext", "-upw", "open", "FILE", "-"); err != nil || !strings.Contains(out, "甲方（盖章）") {
		t.Errorf("%v: %.200s", err, out)
	}
	if out, err := run(t, pdf, "pdfinfo", "-opw", "own", "FILE"); err != nil || !strings.Contains(out, "测试合同 (A)") {
		t.Errorf("%v: %.200s", err, out)
	}
}

func TestLockGoesWithATableAndOneSave(t *testing.T) {
	d, err := write.New(write.Meta{Title: "x"})
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range []write.Habit{{Stream: true}, {Resave: true}} {
		h.Version, h.Lock = "1.5", &write.Lock{User: "open"}
		if _, err := d.Bytes(h); err == nil {
			t.Errorf("%+v was written", h)
		}
	}
}
