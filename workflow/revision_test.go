package workflow_test

import (
	"context"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/lifecycle"
	"campus.example/sealdesk/workflow/port"
)

// during runs something while a document is read, as another operator would.
type during struct {
	port.Pages
	do func()
}

func (p *during) Examine(ctx context.Context, pdf []byte, words []string) (domain.Examination, error) {
	if do := p.do; do != nil {
		p.do = nil
		do()
	}
	return p.Pages.Examine(ctx, pdf, words)
}

// The result of long work is written only while the contract's revision is the one that was read.
func TestPushOfARevisedContractIsStale(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	d.done()
	d.Signatures.Pages = &during{d.pages, func() {
		d.must(d.ChangeContact(t.Context(), domain.Claimed("op"), "HT-1",
			lifecycle.NewContact{Side: domain.PartyB, Phone: "15400000091", Reason: "号码有误"}))
	}}
	d.want(d.Push(t.Context(), domain.Claimed("op"), "HT-1"), domain.CodeStale)
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageToPush || c.OriginalSHA != c.CurrentSHA || len(d.sms.Sent()) != 0 {
		t.Errorf("%s, %d messages", c.Stage, len(d.sms.Sent()))
	}
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
}

// A problem found by long work is not raised on a contract that was revised meanwhile.
func TestProblemOfAnOldRevisionIsNotRaised(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	d.pages.Find(domain.Examination{Pages: 1, Sizes: [][2]float64{{595, 842}}})
	d.Signatures.Pages = &during{d.pages, func() {
		d.must(d.ChangeContact(t.Context(), domain.Claimed("op"), "HT-1",
			lifecycle.NewContact{Side: domain.PartyB, Phone: "15400000091", Reason: "号码有误"}))
	}}
	d.want(d.Push(t.Context(), domain.Claimed("op"), "HT-1"), domain.CodeNoPlaceToSign)
	if c := d.contract("HT-1"); c.Problem.Code != "" {
		t.Errorf("flagged %s", c.Problem.Code)
	}
	d.want(d.Push(t.Context(), domain.Claimed("op"), "HT-1"), domain.CodeNoPlaceToSign)
	if c := d.contract("HT-1"); c.Problem.Code != domain.CodeNoPlaceToSign || !d.recorded("contract:HT-1", "contract.flag no_place_to_sign") {
		t.Errorf("problem %q, %v", c.Problem.Code, d.events("contract:HT-1"))
	}
}

// Flags, receipts and looks void nothing.
func TestFlagsAndLooksVoidNoPush(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	d.done()
	d.Signatures.Pages = &during{d.pages, func() {
		before := d.contract("HT-1")
		_, err := d.Download(t.Context(), domain.Claimed("op"), "HT-1", true)
		d.must(err)
		d.must(d.Store.InTx(t.Context(), func(tx port.Tx) error {
			c, err := tx.Contract("HT-1")
			if err != nil {
				return err
			}
			c.Flag(domain.CodeSMSFailed, d.Now())
			return tx.UpdateContract(c)
		}))
		if after := d.contract("HT-1"); after.Revision != before.Revision || after.Flags != before.Flags+1 || after.Version == before.Version {
			t.Errorf("revision %d to %d, flags %d to %d", before.Revision, after.Revision, before.Flags, after.Flags)
		}
	}}
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
	if c := d.contract("HT-1"); c.Stage != domain.StageBSigning {
		t.Error(c.Stage)
	}
}
