package journal_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"campus.example/sealdesk/sandbox/journal"
)

type entry struct {
	N int `json:"n"`
}

func read(t *testing.T, path string) ([]int, *journal.File) {
	t.Helper()
	var got []int
	j, err := journal.Open(path, func(raw json.RawMessage) error {
		var e entry
		if err := json.Unmarshal(raw, &e); err != nil {
			return err
		}
		got = append(got, e.N)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := j.Close(); err != nil {
			t.Error(err)
		}
	})
	return got, j
}

func TestRecordsSurvive(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "x.jsonl")
	_, j := read(t, path)
	for n := range 3 {
		if err := j.Append(entry{n}); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if err := j.Append(entry{9}); !errors.Is(err, journal.ErrClosed) {
		t.Fatalf("append after close: %v", err)
	}
	got, _ := read(t, path)
	if diff := cmp.Diff([]int{0, 1, 2}, got); diff != "" {
		t.Fatal(diff)
	}
}

func TestTornLastLineIsCutOff(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.jsonl")
	if err := os.WriteFile(path, []byte("{\"n\":1}\n{\"n\":2}\n{\"n\":"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, j := read(t, path)
	if diff := cmp.Diff([]int{1, 2}, got); diff != "" {
		t.Fatal(diff)
	}
	if err := j.Append(entry{3}); err != nil {
		t.Fatal(err)
	}
	got, _ = read(t, path)
	if diff := cmp.Diff([]int{1, 2, 3}, got); diff != "" {
		t.Fatal(diff)
	}
}

func TestDamagedRecordIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.jsonl")
	if err := os.WriteFile(path, []byte("{\"n\":1}\nrubbish\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := journal.Open(path, func(raw json.RawMessage) error {
		var e entry
		return json.Unmarshal(raw, &e)
	})
	if err == nil || !strings.Contains(err.Error(), "record 2") {
		t.Fatalf("error = %v, want one that names record 2", err)
	}
}

func TestReplaceLeavesNoLitter(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.json")
	for _, content := range []string{"one", "two"} {
		if err := journal.Replace(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil || string(got) != "two" {
		t.Fatalf("%q, %v", got, err)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v", files, err)
	}
}
