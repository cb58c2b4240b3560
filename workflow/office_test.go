package workflow_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"image"
	"image/jpeg"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/storage"
	"campus.example/sealdesk/workflow"
	"campus.example/sealdesk/workflow/operators"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/porttest"
	"campus.example/sealdesk/workflow/rules"
	"campus.example/sealdesk/workflow/signing"
)

// The people of the tests.
const (
	phoneA, phoneB, phoneSealer = domain.Phone("13800000001"), domain.Phone("13900000002"), domain.Phone("13700000003")
	nameA, nameB, nameSealer    = "王芳", "张伟", "林采"
	numberA, numberB            = "11010519491231002X", "440308199901101512"
)

// desk is an office with everything outside it faked, over the real store.
type desk struct {
	*workflow.Office
	t           *testing.T
	dir         string
	clock       *porttest.Clock
	sms         *porttest.SMS
	verifier    *porttest.Verifier
	procurement *porttest.Procurement
	sealer      *porttest.Sealer
	tsa         *porttest.Timestamper
	pages       *porttest.Pages
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{
		t: t, dir: filepath.Join(t.TempDir(), "office"), clock: porttest.NewClock(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)),
		sms: &porttest.SMS{}, verifier: porttest.NewVerifier(domain.MethodPhone, domain.MethodBank), procurement: porttest.NewProcurement(),
		sealer: &porttest.Sealer{}, tsa: &porttest.Timestamper{}, pages: &porttest.Pages{},
	}
	s, err := storage.Open(t.Context(), storage.Options{Dir: d.dir, Fatal: func(err error) { t.Errorf("fatal: %v", err) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	d.Office = workflow.New(workflow.Options{
		Store: s, Pages: d.pages, Sealer: d.sealer, Procurement: d.procurement, SMS: d.sms, Verifier: d.verifier, Timestamps: d.tsa,
		Settings: port.Settings{
			Name: "测试大学", Unit: "采招办", SealName: "合同专用章", SealMillimetres: 42, PollEvery: time.Minute, ExpireDays: 15,
			ValidMonths: 12, SessionLife: time.Hour,
		},
		VoidPaper: func(c domain.Contract, reason string, _ time.Time) ([]byte, error) {
			return []byte("%PDF-1.7 void " + c.No + " " + reason), nil
		},
		Now: d.clock.Now, Random: rand.Reader, Log: slog.New(slog.DiscardHandler), Sentence: i18n.For(i18n.Chinese).Sentence,
	})
	d.must(d.FoundRules(t.Context(), rules.Founding{
		Origin: domain.RuleCreated, Values: map[domain.RuleKey]string{domain.RuleQuietHours: domain.RuleNone},
	}))
	d.must(d.FirstOperator(t.Context(), operators.NewOperator{Name: "admin", Roles: []domain.Role{domain.RoleAdmin, domain.RoleAuditor}}))
	for _, n := range []operators.NewOperator{
		{Name: "op", Roles: []domain.Role{domain.RoleOperator}},
		{Name: "reviewer", Roles: []domain.Role{domain.RoleReviewer}},
		{Name: "other", Roles: []domain.Role{domain.RoleReviewer}},
		{Name: "sealer", Roles: []domain.Role{domain.RoleSealer}, Phone: string(phoneSealer), Duty: true},
	} {
		d.must(d.AddOperator(t.Context(), domain.Claimed("admin"), n))
	}
	return d
}

// rule changes a rule of the office.
func (d *desk) rule(key domain.RuleKey, value string) {
	d.t.Helper()
	_, err := d.SetRule(d.t.Context(), domain.Claimed("admin"), key, value, "内控要求")
	d.must(err)
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) want(err error, code domain.Code) {
	d.t.Helper()
	if domain.CodeOf(err) != code || (err == nil) != (code == "") {
		d.t.Errorf("%v, want %q", err, code)
	}
}

// work does everything that is due, as an engine would, and gives what did not finish.
func (d *desk) work() (failed []error) {
	d.t.Helper()
	for range 200 {
		job, found, err := d.Store.Claim(d.t.Context(), "test", d.Now(), time.Minute, 0)
		d.must(err)
		if !found {
			return failed
		}
		err = d.Run(d.t.Context(), job)
		var later *port.Later
		switch {
		case err == nil:
		case errors.As(err, &later):
			d.must(d.Store.Release(d.t.Context(), job, domain.JobReady, later.At, false, err.Error()))
		default:
			failed = append(failed, err)
			d.must(d.Store.Release(d.t.Context(), job, domain.JobReady, d.Now().Add(time.Second), true, err.Error()))
		}
	}
	d.t.Fatal("the work does not end")
	return failed
}

// done does everything that is due and expects that all of it finishes.
func (d *desk) done() {
	d.t.Helper()
	if failed := d.work(); len(failed) > 0 {
		d.t.Fatal(failed)
	}
}

func (d *desk) view(f func(port.Tx) error) {
	d.t.Helper()
	d.must(d.Store.Read(d.t.Context(), f))
}

func (d *desk) contract(no string) (c domain.Contract) {
	d.t.Helper()
	d.view(func(tx port.Tx) (err error) {
		c, err = tx.Contract(no)
		return err
	})
	return c
}

func (d *desk) person(phone domain.Phone) (p domain.Person) {
	d.t.Helper()
	d.view(func(tx port.Tx) (err error) {
		p, err = tx.PersonByPhone(phone)
		return err
	})
	return p
}

// events lists what the record says of an object, as "action code".
func (d *desk) events(object string) (list []string) {
	d.t.Helper()
	d.view(func(tx port.Tx) error {
		events, err := tx.Events(domain.EventFilter{Object: object})
		for _, e := range events {
			list = append(list, strings.TrimSpace(string(e.Action)+" "+string(e.Code)))
		}
		return err
	})
	return list
}

func (d *desk) recorded(object, event string) bool {
	d.t.Helper()
	for _, e := range d.events(object) {
		if e == event {
			return true
		}
	}
	return false
}

func offer(no string) domain.Offer {
	return domain.Offer{
		No: no, Title: "实验室设备采购", Amount: "1280000.00", ESeal: domain.ESealYes, SealProcess: domain.SealProcessBoth,
		PartyA: "测试大学", Department: "化学学院", PersonA: nameA, PhoneA: string(phoneA),
		PartyB: "某某科技有限公司", PersonB: nameB, PhoneB: string(phoneB), PurchaserName: "李强", PurchaserPhone: string(phoneA),
		ApprovedBy: "陈主任", ApprovedAt: time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC), Source: domain.FromProcurement,
	}
}

// agreed is a consent somebody gave.
func agreed(kind string) domain.Consent {
	return domain.Consent{Agreed: true, Kind: kind, Text: "我同意"}
}

// code gives the digits sent last to a phone.
func (d *desk) code(phone domain.Phone) string {
	d.t.Helper()
	text, found := d.sms.Last(phone, domain.MessageCode)
	if !found {
		d.t.Fatalf("no code was sent to %s", phone)
	}
	return text.Params["code"]
}

// identify is step 1 of the verification, with the identity card.
func (d *desk) identify(phone domain.Phone, name, number string) {
	d.t.Helper()
	id := domain.Identity{Name: name, Kind: domain.DocIDCard, Number: number}
	d.must(d.StateIdentity(d.t.Context(), domain.InSession(d.person(phone).ID), id, agreed("verify")))
}

// verify takes somebody through the verification by phone.
func (d *desk) verify(phone domain.Phone, name, number string) {
	d.t.Helper()
	d.identify(phone, name, number)
	d.must(d.StartPhone(d.t.Context(), domain.InSession(d.person(phone).ID)))
	d.done()
	d.must(d.PhoneCode(d.t.Context(), domain.InSession(d.person(phone).ID), d.code(phone)))
	d.done()
	if !d.person(phone).VerifiedAt(d.Now()) {
		d.t.Fatalf("%s is not verified", phone)
	}
}

// pushed is an office with one contract that waits for Party B's signature.
func pushed(t *testing.T, no string) *desk {
	t.Helper()
	d := newDesk(t)
	d.accept(no)
	d.must(d.Push(t.Context(), domain.Claimed("op"), no))
	d.done()
	return d
}

func (d *desk) accept(no string) {
	d.t.Helper()
	in, err := d.Receive(d.t.Context(), domain.System(), offer(no), []byte("%PDF "+no))
	d.must(err)
	if in.Verdict != domain.Accepted || in.Refusal != nil {
		d.t.Fatalf("%+v", in)
	}
}

// sign is somebody's signature, with the code from his phone.
func (d *desk) sign(phone domain.Phone, no string) error {
	d.t.Helper()
	person := d.person(phone).ID
	if err := d.SendSignCode(d.t.Context(), domain.InSession(person), no); err != nil {
		return err
	}
	d.done()
	return d.Sign(d.t.Context(), domain.InSession(person), no, signing.Signing{OTP: d.code(phone), Typed: "签名", Consent: agreed("sign")})
}

func (d *desk) sealB(no string) error {
	return d.SealForB(d.t.Context(), domain.InSession(d.person(phoneB).ID), no, domain.AuthorityLegalRepresentative, agreed("authority"))
}

// signed is an office with one contract that waits for the contract seal, and a sealer who may.
func signed(t *testing.T, no string) *desk {
	t.Helper()
	d := pushed(t, no)
	d.verify(phoneB, nameB, numberB)
	d.verify(phoneA, nameA, numberA)
	d.verify(phoneSealer, nameSealer, numberA)
	for _, step := range []func() error{
		func() error { return d.sign(phoneB, no) },
		func() error { return d.sealB(no) },
		func() error { return d.sign(phoneA, no) },
	} {
		d.must(step())
		d.done()
	}
	if c := d.contract(no); c.Stage != domain.StageToSeal {
		t.Fatalf("%s, problem %v", c.Stage, c.Problem)
	}
	return d
}

func photo(t *testing.T, side int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, side, side)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
