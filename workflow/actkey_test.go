package workflow_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/porttest"
)

// Each act is signed by a key of its own, made when the act is reserved and destroyed with its signature: after the
// day no private key of any party is left, and the record tells of each one's making and end.
func TestKeysSignOnceAndAreDestroyed(t *testing.T) {
	d := signed(t, "HT-1")
	d.must(d.sealer.Unlock([]byte(porttest.PIN)))
	_, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
	d.must(err)
	d.done()
	used := map[string]bool{}
	d.view(func(tx port.Tx) error {
		ops, err := tx.SealOpsOf("HT-1")
		d.must(err)
		for _, op := range ops {
			if used[op.KeyID] {
				t.Errorf("%s signs with the key of another act", op.Act)
			}
			used[op.KeyID] = true
			if op.KeyID == domain.OfficeKey {
				continue
			}
			key, err := tx.SigningKey(op.KeyID)
			d.must(err)
			if len(key.Private) > 0 || len(key.Chain) == 0 || !key.Until.Equal(op.Reserved.Add(porttest.KeyLife)) {
				t.Errorf("the key of %s: %d bytes are left, good until %s", op.Act, len(key.Private), key.Until)
			}
		}
		n, err := tx.KeysAlive()
		if n != 0 {
			t.Errorf("%d private keys are left", n)
		}
		return err
	})
	made, destroyed := 0, 0
	for _, e := range d.events("contract:HT-1") {
		switch e {
		case "key.make":
			made++
		case "key.destroy":
			destroyed++
		}
	}
	if made != 3 || destroyed != 3 || len(used) != 4 {
		t.Errorf("%d made, %d destroyed, %d used", made, destroyed, len(used))
	}
}

// Nothing made at the verification could sign.
func TestVerificationMakesNoKey(t *testing.T) {
	d := pushed(t, "HT-1")
	d.verify(phoneB, nameB, numberB)
	d.keysAlive(0)
}

func (d *desk) keysAlive(want int) {
	d.t.Helper()
	d.view(func(tx port.Tx) error {
		n, err := tx.KeysAlive()
		if n != want {
			d.t.Errorf("%d private keys are there, want %d", n, want)
		}
		return err
	})
}

// diesAt lets the process die in the middle of the nth transaction after it is armed: nothing of that one is kept, and
// the worker does no more.
type diesAt struct {
	port.Store
	left int
}

var errDied = errors.New("the process died")

func (s *diesAt) InTx(ctx context.Context, act func(port.Tx) error) error {
	return s.Store.InTx(ctx, func(tx port.Tx) error {
		if err := act(tx); err != nil {
			return err
		}
		if s.left--; s.left < 0 {
			return errDied
		}
		return nil
	})
}

// Killed before any of its steps is kept, an act comes to its end all the same: the key is there as long as the
// signature is not, and gone as soon as it is.
func TestActKilledBetweenItsStepsEndsWithoutAKey(t *testing.T) {
	steps := []domain.SealState{
		domain.SealReserved, domain.SealPrepared, domain.SealKeyUse, domain.SealSigned, domain.SealStamped,
		domain.SealMaterialised, domain.SealVerified,
	}
	for kept, state := range steps {
		t.Run(string(state), func(t *testing.T) {
			d := pushed(t, "HT-1")
			d.verify(phoneB, nameB, numberB)
			d.must(d.sign(phoneB, "HT-1"))
			whole := d.Store
			d.Store = &diesAt{whole, kept}
			job, found, err := whole.Claim(t.Context(), "dies", d.Now(), time.Minute, 0)
			if err != nil || !found || job.Kind != domain.JobAct {
				t.Fatal(job, found, err)
			}
			if err := d.Run(t.Context(), job); !errors.Is(err, errDied) {
				t.Fatal(err)
			}
			d.Store = whole
			d.view(func(tx port.Tx) error {
				op, err := tx.SealOpFor("HT-1", domain.ActBSign)
				if op.State != state {
					t.Errorf("it stands at %s", op.State)
				}
				return err
			})
			signed := kept >= 3
			d.keysAlive(map[bool]int{true: 0, false: 1}[signed])
			d.clock.Advance(2 * time.Minute) // the lease of the dead runs out
			d.done()
			if c := d.contract("HT-1"); c.Stage != domain.StageBSealing {
				t.Error(c.Stage)
			}
			d.keysAlive(0)
			if uses := d.sealer.Uses(); uses > 2 || (signed && uses != 1) {
				t.Errorf("%d uses", uses)
			}
		})
	}
}

// An act that stood still for days is not signed with a certificate that is over: it is free again, its key is gone,
// the contract says so, and the signer signs anew.
func TestActThatStoodStillIsDoneAnew(t *testing.T) {
	for _, kept := range []int{0, 1} { // reserved, prepared
		d := pushed(t, "HT-1")
		d.verify(phoneB, nameB, numberB)
		d.must(d.sign(phoneB, "HT-1"))
		whole := d.Store
		d.Store = &diesAt{whole, kept}
		job, _, err := whole.Claim(t.Context(), "dies", d.Now(), time.Minute, 0)
		d.must(err)
		if err := d.Run(t.Context(), job); !errors.Is(err, errDied) {
			t.Fatal(err)
		}
		d.Store = whole
		d.clock.Advance(porttest.KeyLife)
		d.done()
		d.keysAlive(0)
		c := d.contract("HT-1")
		if c.Stage != domain.StageBSigning || c.Problem.Code != domain.CodeActLapsed || d.sealer.Uses() != 0 {
			t.Errorf("%s, %s, %d uses", c.Stage, c.Problem.Code, d.sealer.Uses())
		}
		d.must(d.sign(phoneB, "HT-1"))
		d.done()
		if c := d.contract("HT-1"); c.Stage != domain.StageBSealing || c.Problem.Code != "" {
			t.Errorf("%s, %s", c.Stage, c.Problem.Code)
		}
		d.keysAlive(0)
	}
}
