package e2e

import (
	"context"
	"database/sql"
	"path/filepath"
	"strings"
	"testing"
)

// lock does what another program does that works on the office's file: it takes the write lock and keeps it.
func lock(t *testing.T, dir string) (release func()) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, "sealdesk.db"))
	if err != nil {
		t.Fatal(err)
	}
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{"pragma busy_timeout=5000", "begin exclusive"} {
		if _, err := conn.ExecContext(context.Background(), q); err != nil {
			t.Fatal(err)
		}
	}
	released := false
	release = func() {
		if released {
			return
		}
		released = true
		if _, err := conn.ExecContext(context.Background(), "rollback"); err != nil {
			t.Error(err)
		}
		if err := conn.Close(); err != nil {
			t.Error(err)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}
	t.Cleanup(release)
	return release
}

// Another program locks the office's file before the console opens, and for longer than the storage waits. The
// console opens, answers every key and shows what there is; an act says that it is under way, then that nothing was
// done and what to do. When the lock is gone the act succeeds, once, and the background work goes on.
func TestDatabaseLockedByAnotherProgram(t *testing.T) {
	p, _ := office(t)
	p.must("rules", "set", "quiet_hours", "none", "--reason", "the message must be tried at any hour")
	p.must(importArgs(sample(t, 1), "HT-1", "1.00")...)
	dir := ""
	for _, e := range p.env {
		if value, ok := strings.CutPrefix(e, "SEALDESK_DIR="); ok {
			dir = value
		}
	}
	p.env = append(p.env, "SEALDESK_ENGINE_LEASE=2s")
	release := lock(t, dir)
	s := onScreen(t, p.command(), 120, 36)
	s.see("HT-1")

	s.press("p")
	s.see("正在办理")
	s.press("?")
	s.see("本页")
	s.press("esc")
	s.gone("本页")
	s.resize(80, 24)
	s.press("2")
	s.see("没有进行中的认证")
	s.resize(120, 36)
	s.press("1")
	s.see("数据库正忙，操作未完成。请稍候重试。")
	stage := func() string {
		var one struct {
			Stage    string
			Messages []any
			Events   []struct{ Action string }
		}
		p.into(&one, "contract", "HT-1", "--json")
		pushes := 0
		for _, e := range one.Events {
			if e.Action == "contract.push" {
				pushes++
			}
		}
		return one.Stage + strings.Repeat(" pushed", pushes) + strings.Repeat(" message", len(one.Messages))
	}
	if now := stage(); now != "to_push" {
		t.Errorf("half an act: %s", now)
	}

	s.press("esc") // the failure stays until it is dismissed
	s.gone("操作未完成")
	s.press("p")
	s.see("正在办理")
	release()
	s.see("已推送 HT-1")
	s.see("待推送 0")
	if now := stage(); now != "b_signing pushed message" {
		t.Errorf("after the lock: %s", now)
	}
	until(t, "the background work", patience, func() bool {
		var jobs []struct {
			Kind    string
			Attempt int
		}
		p.into(&jobs, "jobs", "--json")
		for _, j := range jobs {
			if j.Kind == "sms" && j.Attempt > 0 {
				return true
			}
		}
		return false
	})
	p.must("audit", "verify")
	s.press("ctrl+c")
	if code := s.ended(); code != 0 {
		t.Errorf("exit %d", code)
	}
}

// A command meets the same lock: one sentence, and nothing done.
func TestCommandMeetsALock(t *testing.T) {
	p, _ := office(t)
	p.must(importArgs(sample(t, 1), "HT-1", "1.00")...)
	dir := strings.TrimPrefix(p.env[len(p.env)-1], "SEALDESK_DIR=")
	lock(t, dir)
	_, complaint, code := p.run("--lang", "en", "push", "HT-1")
	if code != 3 || !strings.Contains(complaint, "The database is busy and nothing was done") {
		t.Errorf("exit %d: %s", code, complaint)
	}
}
