package config

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWriteAndLoadAgree(t *testing.T) {
	c, err := Load(office(t, wholeOffice), noEnv)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := Write(dir, c); err != nil {
		t.Fatal(err)
	}
	again, err := Load(dir, noEnv)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(c.Show(), again.Show()); diff != "" {
		t.Errorf("settings changed on the way (-written +read)\n%s", diff)
	}
	written, err := os.ReadFile(Path(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"name = '测试大学'", "# time_zone = 'Asia/Shanghai'", "secret = { file = 'secrets/procurement' }", "[sms.templates]", "completion_notice = false"} {
		if !strings.Contains(string(written), "\n"+line+"\n") {
			t.Errorf("no line %s in\n%s", line, written)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

func TestShowCanBeLoaded(t *testing.T) {
	c, err := Load(office(t, Default().Show()), noEnv)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Default().Show(), c.Show()); diff != "" {
		t.Error(diff)
	}
}

func TestWriteRefusesSettingsThatWouldNotLoad(t *testing.T) {
	dir := office(t, wholeOffice)
	c := Default()
	c.Seal.SizeMM = 0
	if err := Write(dir, c); err == nil {
		t.Fatal("written")
	}
	if kept, err := os.ReadFile(Path(dir)); err != nil || string(kept) != wholeOffice {
		t.Errorf("the file was touched: %v", err)
	}
}
