package child

import (
	"os"
	"os/exec"
)

// On macOS a child is bounded in time and in the size of its answer, and it is killed over either. Its memory, its
// processor time and its files are not limited, and it can outlive a parent that was killed. Offices run on Linux.

// apart does nothing on macOS: the child is killed by its process id.
func apart(*exec.Cmd) {}

// killed reports whether a signal ended the child.
func killed(state *os.ProcessState) bool { return state.ExitCode() == -1 }

// restrict does nothing on macOS.
func restrict(Limits) error { return nil }

// standBack does nothing on macOS.
func standBack(*exec.Cmd) error { return nil }
