package workflow_test

import (
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/operators"
	"campus.example/sealdesk/workflow/porttest"
)

const phoneStandIn, phoneSecond = domain.Phone("13700000004"), domain.Phone("13700000005")

// duties lists whom the office's calls went to.
func (d *desk) duties() (list []domain.Phone) {
	for _, text := range d.sms.Sent() {
		if text.Kind == domain.MessageDuty {
			list = append(list, text.To)
		}
	}
	return list
}

// G12: the operator on duty is called. When he has left, or his phone takes no message, the stand-in is; with nobody
// left the contract says so.
func TestG12DutyIsCalledAndTheStandInWhenHeCannotBe(t *testing.T) {
	roster := func(t *testing.T) *desk {
		d := pushed(t, "HT-1")
		d.must(d.AddOperator(t.Context(), domain.Claimed("admin"), operators.NewOperator{Name: "wen", Roles: []domain.Role{domain.RoleSealer}, Phone: string(phoneStandIn)}))
		d.must(d.SetStandIn(t.Context(), domain.Claimed("admin"), "wen"))
		d.verify(phoneB, nameB, numberB)
		d.verify(phoneA, nameA, numberA)
		d.must(d.sign(phoneB, "HT-1"))
		d.done()
		d.must(d.sealB("HT-1"))
		d.done()
		return d
	}
	for name, c := range map[string]struct {
		before func(d *desk)
		want   []domain.Phone
		flag   domain.Code
	}{
		"on duty":            {func(*desk) {}, []domain.Phone{phoneSealer}, ""},
		"duty passed on":     {func(d *desk) { d.must(d.SetDuty(t.Context(), domain.Claimed("admin"), "wen")) }, []domain.Phone{phoneStandIn}, ""},
		"has left":           {func(d *desk) { d.must(d.DisableOperator(t.Context(), domain.Claimed("admin"), "sealer")) }, []domain.Phone{phoneStandIn}, ""},
		"cannot be reached":  {func(d *desk) { d.sms.Refuse(phoneSealer) }, []domain.Phone{phoneStandIn}, ""},
		"neither of the two": {func(d *desk) { d.sms.Refuse(phoneSealer); d.sms.Refuse(phoneStandIn) }, nil, domain.CodeSMSFailed},
		"nobody there": {func(d *desk) {
			d.must(d.DisableOperator(t.Context(), domain.Claimed("admin"), "sealer"))
			d.must(d.DisableOperator(t.Context(), domain.Claimed("admin"), "wen"))
		}, nil, domain.CodeNoDuty},
	} {
		t.Run(name, func(t *testing.T) {
			d := roster(t)
			c.before(d)
			d.must(d.sign(phoneA, "HT-1"))
			d.done()
			got := d.duties()
			if len(got) != len(c.want) || len(got) == 1 && got[0] != c.want[0] {
				t.Errorf("called %v, want %v", got, c.want)
			}
			if k := d.contract("HT-1"); k.Stage != domain.StageToSeal || k.Problem.Code != c.flag {
				t.Errorf("%s, problem %q, want %q", k.Stage, k.Problem.Code, c.flag)
			}
		})
	}
}

// G13: from the office's amount on, another sealer confirms first, and he is another human being.
func TestG13SecondSealerConfirms(t *testing.T) {
	d := signed(t, "HT-1") // 1 280 000 yuan
	d.must(d.sealer.Unlock([]byte(porttest.PIN)))
	d.must(d.AddOperator(t.Context(), domain.Claimed("admin"), operators.NewOperator{Name: "second", Roles: []domain.Role{domain.RoleSealer}, Phone: string(phoneSecond)}))
	d.must(d.AddOperator(t.Context(), domain.Claimed("admin"), operators.NewOperator{Name: "alias", Roles: []domain.Role{domain.RoleSealer}, Phone: string(phoneSealer)}))
	seal := func() error { _, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil); return err }

	d.rule(domain.RuleSecondFrom, "1280001")
	d.want(d.Confirm(t.Context(), domain.Claimed("second"), "HT-1"), domain.CodeNotVerified)
	d.verify(phoneSecond, "钱二", "440308199901101512")
	d.want(d.Confirm(t.Context(), domain.Claimed("second"), "HT-1"), domain.CodeSecondNotWanted)

	d.rule(domain.RuleSecondFrom, "1280000")
	d.want(seal(), domain.CodeSecondMissing)
	d.want(d.Confirm(t.Context(), domain.Claimed("op"), "HT-1"), domain.CodeNoRight)
	for _, himself := range []string{"sealer", "alias"} {
		d.must(d.Confirm(t.Context(), domain.Claimed(himself), "HT-1"))
		d.want(seal(), domain.CodeSecondSame)
	}
	d.must(d.Confirm(t.Context(), domain.Claimed("second"), "HT-1"))
	d.must(seal())
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageDone || c.Confirmed != "second" || !d.recorded("contract:HT-1", "contract.confirm") {
		t.Errorf("%s, confirmed by %s", c.Stage, c.Confirmed)
	}
	for _, refusal := range []string{"contract.seal second_missing", "contract.seal second_same"} {
		if !d.recorded("contract:HT-1", refusal) {
			t.Errorf("%q is not in the record", refusal)
		}
	}
	d.want(d.Confirm(t.Context(), domain.Claimed("second"), "HT-1"), domain.CodeWrongStage)
}
