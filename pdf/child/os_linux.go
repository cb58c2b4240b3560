package child

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// apart puts the child into a group of its own that is killed as one, and lets the kernel kill it with its parent.
func apart(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	cmd.Cancel = func() error {
		err := syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		if errors.Is(err, syscall.ESRCH) {
			return os.ErrProcessDone
		}
		return err
	}
}

// nice is how far a child stands back when the processors are wanted: answering people comes before drawing for them.
const nice = 5

// standBack lets what wants a processor for a moment go first. The child is the head of its group.
func standBack(cmd *exec.Cmd) error {
	err := unix.Setpriority(unix.PRIO_PGRP, cmd.Process.Pid, nice)
	for _, harmless := range []error{unix.ESRCH, unix.EACCES, unix.EPERM, unix.ENOSYS} {
		if errors.Is(err, harmless) {
			return nil // it has ended, stands further back already, or nobody may be moved here
		}
	}
	return err
}

// killed tells whether a signal ended the child; over the limit of processor time that is SIGKILL.
func killed(state *os.ProcessState) bool {
	w, ok := state.Sys().(syscall.WaitStatus)
	return ok && w.Signaled() && (w.Signal() == syscall.SIGKILL || w.Signal() == syscall.SIGXCPU)
}

// restrict sets the limits of this process for good.
func restrict(l Limits) error {
	set := map[int]uint64{unix.RLIMIT_CORE: 0, unix.RLIMIT_NOFILE: 64, unix.RLIMIT_FSIZE: uint64(l.File)}
	if l.Data > 0 {
		set[unix.RLIMIT_DATA] = uint64(l.Data)
	}
	if l.CPU > 0 {
		// The soft limit sends SIGXCPU, which Go programs pass over: only the hard one ends the process.
		set[unix.RLIMIT_CPU] = uint64((l.CPU + time.Second - 1) / time.Second)
	}
	for what, most := range set {
		var now unix.Rlimit
		if err := unix.Getrlimit(what, &now); err != nil {
			return fmt.Errorf("read limit %d: %w", what, err)
		}
		most = min(most, now.Max) // a tighter limit from outside stays
		if err := unix.Setrlimit(what, &unix.Rlimit{Cur: most, Max: most}); err != nil {
			return fmt.Errorf("set limit %d: %w", what, err)
		}
	}
	return nil
}
