package e2e

import (
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"testing"
)

// Over plain OpenSSH, with no language set and a terminal that answers nothing: the console comes up, in readable
// Chinese, in the terminal's size, and follows it.
func TestConsoleOverOpenSSH(t *testing.T) {
	sshd, ssh, keygen := outside(t, "sshd"), outside(t, "ssh"), outside(t, "ssh-keygen")
	dir, _ := day(t, 1)
	port, folder := server(t, sshd, keygen)
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(ssh, "-tt", "-F", "/dev/null", "-p", port, "-i", filepath.Join(folder, "user"),
		"-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "BatchMode=yes", "-o", "LogLevel=ERROR",
		"-o", "SendEnv=-LANG", me.Username+"@127.0.0.1", os.Getenv("SEALDESK_E2E")+" --dir "+dir)
	cmd.Env = os.Environ()
	s := onScreen(t, cmd, 100, 30)
	s.see("工作台")
	s.see("已完成")
	s.resize(50, 12)
	s.see("窗口太小")
	s.resize(120, 36)
	s.see("阶段")
	s.press("q")
	s.see("要离开控制台吗")
	s.press("y")
	if code := s.ended(); code != 0 {
		t.Errorf("exit %d\n%s", code, s.text())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if !containsColour(s.raw) {
		t.Error("a terminal with 256 colours gets none")
	}
}

// server starts an SSH server of this test's own on loopback, which lets one made key in.
func server(t *testing.T, sshd, keygen string) (port, folder string) {
	t.Helper()
	// Not below the test's own folder: the server refuses keys in folders that others may write to.
	folder, err := os.MkdirTemp("/run", "sealdesk-ssh-")
	if err != nil {
		lacking(t, "a folder for an SSH server: "+err.Error())
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(folder); err != nil {
			t.Error(err)
		}
	})
	for _, name := range []string{"host", "user"} {
		if out, err := exec.Command(keygen, "-q", "-t", "ed25519", "-N", "", "-f", filepath.Join(folder, name)).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	_, port, err = net.SplitHostPort(freeAddress(t))
	if err != nil {
		t.Fatal(err)
	}
	settings := "Port " + port + "\nListenAddress 127.0.0.1\nHostKey " + folder + "/host\nAuthorizedKeysFile " + folder + "/user.pub\n" +
		"PidFile none\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin prohibit-password\nStrictModes no\n"
	if err := os.WriteFile(filepath.Join(folder, "config"), []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	// Where the system has no SSH service yet, the folder its server insists on is missing.
	if err := os.MkdirAll("/run/sshd", 0o755); err != nil {
		lacking(t, "a folder for an SSH server: "+err.Error())
	}
	cmd := exec.Command(sshd, "-D", "-e", "-f", filepath.Join(folder, "config"))
	cmd.Stderr = &logger{t: t, name: "sshd"}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(t, cmd) })
	until(t, "the SSH server", patience, func() bool {
		c, err := net.Dial("tcp", "127.0.0.1:"+port)
		return err == nil && c.Close() == nil
	})
	return port, folder
}
