package i18n

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The last error of a job is shown in words: no code, no Go error, in either language (OPR-25).
func TestJobErrorsAreWords(t *testing.T) {
	for stored, want := range map[string][2]string{
		"":                                    {"", ""},
		"later: schedule":                     {"按计划再次执行", "on schedule"},
		"later: pending":                      {"等待认证结果", "no decision yet"},
		"later: seal_key_locked":              {"印章未解锁", "seal key locked"},
		"provider_down: identity: refused":    {"服务无法连接", "no connection"},
		"document_hash_mismatch":              {"文件不一致", "document differs"},
		"read back: outcome_unknown: timeout": {"结果不明", "outcome unknown"},
		"context canceled":                    {"程序出错", "program failed"},
	} {
		if got := For(Chinese).JobError(stored); got != want[0] {
			t.Errorf("%q: %q, want %q", stored, got, want[0])
		}
		if got := For(English).JobError(stored); got != want[1] {
			t.Errorf("%q: %q, want %q", stored, got, want[1])
		}
	}
}

// Every reason that workflow gives a job to run again later has words.
func TestEveryWaitHasWords(t *testing.T) {
	why, found := regexp.MustCompile(`Later\{[^}]*Why: "([^"]+)"`), 0
	err := filepath.WalkDir("../workflow", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range why.FindAllStringSubmatch(string(source), -1) {
			found++
			if For(Chinese).Words.Waits[m[1]] == "" {
				t.Errorf("%s: no words for %q", path, m[1])
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if found < 3 {
		t.Fatalf("%d reasons were found: the search is wrong", found)
	}
}
