package app

import (
	"context"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"

	"campus.example/sealdesk/domain"
)

// owner names this process for leases: the boot of the machine, the process, and a random part, since numbers of
// processes come again.
func owner(random io.Reader) (string, error) {
	b := make([]byte, 6)
	if _, err := io.ReadFull(random, b); err != nil {
		return "", fmt.Errorf("random: %w", err)
	}
	return strings.Join([]string{boot(), strconv.Itoa(os.Getpid()), hex.EncodeToString(b)}, "/"), nil
}

// boot tells one start of one machine from another; elsewhere than on Linux the host's name has to do.
func boot() string {
	id, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err == nil {
		return strings.TrimSpace(string(id))
	}
	host, err := os.Hostname()
	if err != nil {
		return "unknown"
	}
	return host
}

// holder is who leads the folder now, "" when nobody does.
func (a *App) holder(ctx context.Context) string {
	now := a.now()
	holder, led, err := a.Store.LeadRunner(ctx, a.owner, now, now)
	if err != nil || led {
		return ""
	}
	return holder
}

// inherit takes the lead from a process of this machine that is dead: its lease need not be waited for.
func (a *App) inherit(ctx context.Context) error {
	holder := a.holder(ctx)
	if holder == "" || !dead(holder) {
		return nil
	}
	a.Log.Info("the lead of a dead process is taken over")
	return a.Store.LeaveEngine(ctx, holder)
}

// dead tells that the process of an owner's name cannot be alive.
func dead(owner string) bool {
	parts := strings.Split(owner, "/")
	if len(parts) != 3 || parts[0] != boot() || parts[0] == "unknown" {
		return false
	}
	pid, err := strconv.Atoi(parts[1])
	if err != nil || pid <= 0 || pid == os.Getpid() {
		return false
	}
	return syscall.Kill(pid, 0) == syscall.ESRCH
}

// SealNow applies the contract seal to one contract and returns when it is in the document, or says why it is not.
// Errors: those of workflow.Seal, CodeSealQuarantined, CodeOutcomeUnknown when the work goes on elsewhere.
func (a *App) SealNow(ctx context.Context, by domain.Caller, no string, at *domain.Spot) error {
	op, job, err := a.Office.Seal(ctx, by, no, at)
	if err != nil {
		return err
	}
	deadline := a.now().Add(time.Minute)
	for {
		if _, err := a.runner.Only(ctx, job); err != nil {
			return err
		}
		if op, err = a.Office.SealState(ctx, by, op.ID); err != nil {
			return err
		}
		switch {
		case op.State == domain.SealCommitted:
			return nil
		case op.State == domain.SealQuarantined:
			return domain.Fail(domain.CodeSealQuarantined, no)
		case a.now().After(deadline):
			return domain.Fail(domain.CodeSealRunning, no)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// Speaker is the operator who speaks: the one named, who must belong to the account, or the account's own. Errors:
// CodeUnknownOperator, CodeNoRight.
func (a *App) Speaker(ctx context.Context, named, osUser string) (domain.Caller, error) {
	return a.Office.Speaker(ctx, named, osUser)
}
