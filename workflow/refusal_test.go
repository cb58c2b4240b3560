package workflow_test

import (
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/operators"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/porttest"
)

// A refused act of an operator is one event at once; repeats within a minute become one later event with their number.
func TestRepeatedRefusalsBecomeOneLaterEvent(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	auditor := domain.Claimed("reviewer") // has no right to push
	for range 7 {
		d.want(d.Push(t.Context(), auditor, "HT-1"), domain.CodeNoRight)
	}
	if got := d.refusals("contract:HT-1"); len(got) != 1 || got[0].Detail.Get("repeats") != "" {
		t.Fatalf("at once: %+v", got)
	}
	d.clock.Advance(61 * time.Second)
	d.must(d.Schedule(t.Context()))
	d.work()
	got := d.refusals("contract:HT-1")
	if len(got) != 2 || got[1].Detail.Get("repeats") != "6" || got[1].Actor.ID != "reviewer" || got[1].Action != domain.ActionContractPush {
		t.Fatalf("a minute later: %+v", got)
	}
	d.want(d.Push(t.Context(), auditor, "HT-1"), domain.CodeNoRight)
	if got := d.refusals("contract:HT-1"); len(got) != 3 {
		t.Errorf("a refusal after that minute is no event of its own: %+v", got)
	}
}

// Whoever reads the record reads the repeats whose minute is over, also where no engine runs.
func TestRepeatsAreInTheRecordThatIsRead(t *testing.T) {
	d := newDesk(t)
	for range 3 {
		_, err := d.Jobs(t.Context(), domain.Claimed("reviewer"), domain.JobFilter{})
		d.want(err, domain.CodeNoRight)
	}
	d.clock.Advance(2 * time.Minute)
	list, err := d.AuditExport(t.Context(), domain.Claimed("admin"), domain.EventFilter{Object: "jobs"})
	d.must(err)
	if len(list) != 2 || list[1].Detail.Get("repeats") != "2" || list[0].Proof != "claimed" {
		t.Errorf("%+v", list)
	}
}

// Names and numbers tried at random by a caller who is no operator become one event, not one each.
func TestUnknownOperatorsAreOneRefusal(t *testing.T) {
	d := newDesk(t)
	before := d.eventCount()
	for _, name := range []string{"a", "b", "c", "d"} {
		d.want(d.Push(t.Context(), domain.Claimed(name), "HT-"+name), domain.CodeUnknownOperator)
	}
	if n := d.eventCount() - before; n != 1 {
		t.Errorf("%d events", n)
	}
}

// Refusals of strangers go to a bounded counter, never into the chain.
func TestStrangersFillNoRecord(t *testing.T) {
	d := pushed(t, "HT-1")
	before := d.eventCount()
	for range 50 {
		_, err := d.EntryOf(t.Context(), "nosuchlink")
		d.want(err, domain.CodeLinkDead)
		_, err = d.Login(t.Context(), "15400000099", "000000")
		d.want(err, domain.CodeCodeExpired)
	}
	d.clock.Advance(61 * time.Second)
	d.must(d.Schedule(t.Context()))
	d.work()
	if n := d.eventCount() - before; n != 0 {
		t.Errorf("%d events", n)
	}
	var counts []domain.StrangerCount
	d.view(func(tx port.Tx) (err error) {
		counts, err = tx.StrangerCounts()
		return err
	})
	if len(counts) != 2 || counts[0].Count != 50 || counts[1].Count != 50 {
		t.Errorf("%+v", counts)
	}
}

// The right is checked before a PIN is tried; wrong PINs are on record and slowed down, over restarts.
func TestWrongPINsAreRecordedAndSlowedDown(t *testing.T) {
	d := signed(t, "HT-1")
	sealer, unlock := domain.Claimed("sealer"), func(by domain.Caller, pin string) error {
		return d.UnlockSeal(t.Context(), by, []byte(pin))
	}
	d.want(unlock(domain.Claimed("op"), "000000"), domain.CodeNoRight)
	for range domain.PINFree + 1 {
		d.want(unlock(sealer, "000000"), domain.CodePINWrong)
		d.clock.Advance(time.Second)
	}
	tried := d.sealer.Tried()
	d.want(unlock(sealer, "000000"), domain.CodePINWait)
	if d.sealer.Tried() != tried {
		t.Error("a PIN was tried during the wait")
	}
	d.clock.Advance(time.Minute)
	d.want(unlock(sealer, "000000"), domain.CodePINWrong)
	d.clock.Advance(40 * time.Second)
	d.want(unlock(sealer, "000000"), domain.CodePINWait) // the wait grows
	d.clock.Advance(time.Minute)
	d.must(unlock(sealer, porttest.PIN))
	d.want(unlock(sealer, "000000"), domain.CodePINWrong) // a right one has set the count back
	for _, event := range []string{"seal.unlock no_right", "seal.unlock pin_wrong", "seal.unlock pin_wait", "seal.unlock"} {
		if !d.recorded("seal_key", event) {
			t.Errorf("%q is not in %v", event, d.events("seal_key"))
		}
	}
}

// refusals lists the refusals on an object.
func (d *desk) refusals(object string) (list []domain.Event) {
	d.t.Helper()
	d.view(func(tx port.Tx) error {
		events, err := tx.Events(domain.EventFilter{Object: object})
		for _, e := range events {
			if e.Code != "" {
				list = append(list, e)
			}
		}
		return err
	})
	return list
}

// A name that an account may not use is on record with the account that used it, once a minute.
func TestNameOfAnotherAccountIsRecorded(t *testing.T) {
	d := newDesk(t)
	d.must(d.AddOperator(t.Context(), domain.Claimed("admin"), operators.NewOperator{
		Name: "clerk", OSUser: "clerk", Roles: []domain.Role{domain.RoleOperator},
	}))
	by, err := d.Speaker(t.Context(), "", "clerk")
	d.must(err)
	if by.ID != "clerk" || by.Proof.String() != "claimed:clerk" {
		t.Errorf("%+v", by)
	}
	for _, name := range []string{"sealer", "nosuch", "sealer"} {
		_, err := d.Speaker(t.Context(), name, "clerk")
		d.want(err, domain.CodeUnknownOperator)
	}
	_, err = d.Speaker(t.Context(), "clerk", "")
	d.want(err, domain.CodeUnknownOperator)
	got := d.refusals("office")
	if len(got) != 1 || got[0].Actor.ID != "sealer" || got[0].Proof != "claimed:clerk" || got[0].Action != domain.ActionOfficeEnter {
		t.Errorf("%+v", got)
	}
}
