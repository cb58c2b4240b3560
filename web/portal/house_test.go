package portal_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/storage"
	"campus.example/sealdesk/web/portal"
	"campus.example/sealdesk/workflow"
	"campus.example/sealdesk/workflow/operators"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/rules"
)

// house is a real office over a real data folder; only what lies outside it is played.
type house struct {
	t       *testing.T
	office  *workflow.Office
	server  *httptest.Server
	outside *outside
	log     *bytes.Buffer

	cut    atomic.Bool // the line breaks in the middle of the next form
	mu     sync.Mutex
	offset time.Duration
}

func (h *house) now() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return time.Now().Add(h.offset)
}

// later lets time pass.
func (h *house) later(d time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.offset += d
}

func newHouse(t *testing.T, change ...func(*portal.Options)) *house {
	t.Helper()
	h := &house{t: t, outside: &outside{answers: map[domain.Method][]domain.Outcome{}}, log: &bytes.Buffer{}}
	store, err := storage.Open(t.Context(), storage.Options{Dir: t.TempDir(), Random: rand.Reader, Now: h.now})
	if err != nil {
		t.Fatal(err)
	}
	zone := time.FixedZone("CST", 8*60*60)
	log := slog.New(slog.NewTextHandler(&guarded{w: h.log}, &slog.HandlerOptions{Level: slog.LevelDebug}))
	h.office = workflow.New(workflow.Options{
		Store: store, Pages: h.outside, Sealer: sealer{}, Procurement: h.outside, SMS: h.outside, Verifier: h.outside,
		Timestamps: h.outside, Now: h.now, Random: rand.Reader, Log: log, Sentence: i18n.For("zh").Sentence,
		Settings: port.Settings{
			Name: "测试大学", Unit: "采招办", SealName: "合同专用章", SealMillimetres: 42, PollEvery: time.Minute, ExpireDays: 30,
			ValidMonths: 12, SessionLife: 30 * time.Minute, Zone: zone, ExtraKinds: []domain.DocKind{"外国人居留许可"},
		},
	})
	options := portal.Options{
		Office: h.office, Texts: []*i18n.Text{i18n.For(i18n.Chinese), i18n.For(i18n.English)}, Name: "测试大学", Unit: "采购与招标管理办公室",
		Phone: "010-00000000", Pictures: sketch{}, Now: h.now, Random: rand.Reader, Log: log,
	}
	for _, c := range change {
		c(&options)
	}
	if shown, ok := options.Pictures.(hung); ok {
		h.outside.pages = len(shown.outline.Sizes)
	}
	handler, err := portal.New(options)
	if err != nil {
		t.Fatal(err)
	}
	h.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost && h.cut.CompareAndSwap(true, false) {
			r.Body = io.NopCloser(io.MultiReader(io.LimitReader(r.Body, 1000), broken{}))
			defer panic(http.ErrAbortHandler)
		}
		handler.ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		h.server.Close()
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	h.must(h.office.FoundRules(t.Context(), rules.Founding{
		Origin: domain.RuleCreated, Values: map[domain.RuleKey]string{domain.RuleQuietHours: domain.RuleNone},
	}))
	h.must(h.office.FirstOperator(t.Context(), operators.NewOperator{
		Name: "li", OSUser: "li", Roles: []domain.Role{domain.RoleOperator, domain.RoleReviewer, domain.RoleSealer, domain.RoleAdmin}, Phone: cast.Duty().Phone, Duty: true,
	}))
	return h
}

// rule changes a rule of the office.
func (h *house) rule(key domain.RuleKey, value string) {
	h.t.Helper()
	_, err := h.office.SetRule(h.t.Context(), domain.Claimed("li"), key, value, "内控要求")
	h.must(err)
}

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// offer takes a contract in, between the university's performer and the company, and pushes it.
func (h *house) offer(no string, company cast.Company, change ...func(*domain.Offer)) domain.Contract {
	h.t.Helper()
	d := cast.Departments()[0]
	o := domain.Offer{
		No: no, Title: "服务器采购合同 " + no, Amount: "1280000.00", ESeal: domain.ESealYes, SealProcess: domain.SealProcessBoth,
		PartyA: cast.University, Department: d.Name, PersonA: d.Performer.Name, PhoneA: d.Performer.Phone,
		PartyB: company.Name, CreditCode: company.CreditCode, PersonB: company.Representative.Name, PhoneB: company.Representative.Phone,
		PurchaserName: d.Purchaser.Name, PurchaserPhone: d.Purchaser.Phone, ApprovedBy: d.Approver, ApprovedAt: h.now(),
		Source: domain.FromImport,
	}
	for _, c := range change {
		c(&o)
	}
	in, err := h.office.Import(h.t.Context(), domain.Claimed("li"), o, []byte("%PDF-1.7 "+no))
	h.must(err)
	if in.Verdict != domain.Accepted {
		h.t.Fatalf("%s: %s, %v", no, in.Verdict, in.Refusal)
	}
	h.must(h.office.Push(h.t.Context(), domain.Claimed("li"), no))
	h.work()
	return in.Contract
}

// titled gives a contract the name of the sample its pages show.
func titled(o *domain.Offer) { o.Title = "服务器及存储设备采购合同" }

// work runs every job that is ready.
func (h *house) work() {
	h.t.Helper()
	ctx := h.t.Context()
	for range 200 {
		job, found, err := h.office.Store.Claim(ctx, "test", h.now(), time.Minute, 0)
		h.must(err)
		if !found {
			return
		}
		err = h.office.Run(ctx, job)
		var wait *port.Later
		switch {
		case err == nil:
		case errors.As(err, &wait):
			h.must(h.office.Store.Release(ctx, job, domain.JobReady, wait.At, false, wait.Why))
		default:
			h.must(h.office.Store.Release(ctx, job, domain.JobReady, h.now().Add(time.Hour), true, string(domain.CodeOf(err))))
		}
	}
	h.t.Fatal("the jobs do not end")
}

// stage tells where a contract stands.
func (h *house) stage(no string) domain.Stage {
	h.t.Helper()
	d, err := h.office.Contract(h.t.Context(), domain.Claimed("li"), no)
	h.must(err)
	return d.Contract.Stage
}

// broken is the rest of a body whose line is gone.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// guarded lets several goroutines log.
type guarded struct {
	mu sync.Mutex
	w  io.Writer
}

func (g *guarded) Write(b []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.w.Write(b)
}

// outside plays the SMS gateway, the identity provider, the procurement system, the timestamp authority, and the two
// rooms that read and sign documents.
type outside struct {
	mu      sync.Mutex
	sms     []sent
	answers map[domain.Method][]domain.Outcome // one after the other; none left means a match
	down    bool
	asked   []domain.IdentityQuestion
	methods []domain.Method
	pages   int // of every document, 2 unless told
}

type sent struct {
	Phone  string
	Kind   domain.MessageKind
	Params map[string]string
}

func (o *outside) Send(
	_ context.Context, key string, kind domain.MessageKind, to domain.Phone, params map[string]string,
) (domain.SMSReceipt, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.sms = append(o.sms, sent{to.Clear(), kind, params})
	return domain.SMSReceipt{Provider: key, State: domain.MessageSent}, nil
}

func (o *outside) Ask(context.Context, string, domain.Phone, time.Time) (domain.SMSReceipt, bool, error) {
	return domain.SMSReceipt{}, false, nil
}
func (o *outside) Visible() time.Duration { return 0 }

// last gives the newest message of a kind to a phone.
func (o *outside) last(phone string, kinds ...domain.MessageKind) map[string]string {
	o.mu.Lock()
	defer o.mu.Unlock()
	for i := len(o.sms) - 1; i >= 0; i-- {
		for _, kind := range kinds {
			if o.sms[i].Phone == phone && o.sms[i].Kind == kind {
				return o.sms[i].Params
			}
		}
	}
	return nil
}

func (o *outside) count(phone string, kind domain.MessageKind) (n int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, m := range o.sms {
		if m.Phone == phone && m.Kind == kind {
			n++
		}
	}
	return n
}

func (o *outside) Check(_ context.Context, q domain.IdentityQuestion) (domain.IdentityAnswer, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.asked = append(o.asked, q)
	if o.down {
		return domain.IdentityAnswer{}, domain.Fail(domain.CodeProviderDown, "identity")
	}
	next := domain.OutcomeMatch
	if queue := o.answers[q.Method]; len(queue) > 0 {
		next, o.answers[q.Method] = queue[0], queue[1:]
	}
	return domain.IdentityAnswer{Outcome: next}, nil
}

func (o *outside) Methods() []domain.Method {
	if o.methods != nil {
		return o.methods
	}
	return domain.AutomaticMethods()
}

func (o *outside) Provider() string  { return "campus@loopback" }
func (o *outside) Authority() string { return "loopback" }

func (o *outside) Approved(context.Context, string) ([]domain.ListedItem, string, error) {
	return nil, "", nil
}

func (o *outside) Document(context.Context, string) ([]byte, error)  { return nil, errors.New("none") }
func (o *outside) Answer(context.Context, domain.IntakeAnswer) error { return nil }
func (o *outside) Problem(context.Context, domain.IntakeProblem) (bool, error) {
	return true, nil
}

func (o *outside) Text(_ context.Context, pdf []byte) ([]string, error) {
	return []string{string(pdf)}, nil
}

func (o *outside) PutFinal(context.Context, string, []byte) (domain.Receipt, error) {
	return domain.Receipt{}, errors.New("no procurement system here")
}

func (o *outside) FinalReceipt(context.Context, string) (domain.Receipt, bool, error) {
	return domain.Receipt{}, false, nil
}

func (o *outside) Status(context.Context, string, domain.Stage, string) error { return nil }
func (o *outside) Token(context.Context, []byte) ([]byte, error)              { return []byte("token"), nil }

func (o *outside) Examine(context.Context, []byte, []string) (domain.Examination, error) {
	at := func(word string, x, y float64) domain.Keyword {
		return domain.Keyword{Word: word, Place: domain.Place{Page: 2, X: x, Y: y, W: 60, H: 12}}
	}
	pages := max(2, o.pages)
	return domain.Examination{Pages: pages, Sizes: slices.Repeat([][2]float64{{595, 842}}, pages), Keywords: []domain.Keyword{
		at("甲方（盖章）", 60, 300), at("乙方（盖章）", 320, 300), at("签字", 60, 260), at("签字", 320, 260),
	}}, nil
}

// sealer is the signing engine; what it makes only looks signed.
type sealer struct{}

func (sealer) Drawable(look domain.Appearance, _, _ float64) error {
	if strings.ContainsRune(look.Typed, '\uF8FF') {
		return domain.Fail(domain.CodeSignatureWords, "U+F8FF")
	}
	return nil
}

func (sealer) Prepare(pdf []byte, _ []domain.Field) ([]byte, error) {
	return append(bytes.Clone(pdf), " prepared"...), nil
}

func (sealer) CheckPrepared(context.Context, []byte, []byte, []domain.Field) error { return nil }

func (sealer) Begin(r domain.SealRequest) (domain.Prepared, error) {
	return domain.Prepared{PDF: append(bytes.Clone(r.PDF), " "+r.Field...), Pending: []byte(r.Field), Digest: strings.Repeat("a", 64)}, nil
}
func (sealer) Sign(domain.SigningKey, []byte) ([]byte, error) { return []byte("signature"), nil }
func (sealer) TokenRequest([]byte) ([]byte, error)            { return []byte("request"), nil }
func (sealer) Finish(prepared, _, _, _ []byte) ([]byte, error) {
	return append(bytes.Clone(prepared), " signed"...), nil
}

func (sealer) IssuePerson(string, string, time.Time) (domain.SigningKey, error) {
	return domain.SigningKey{Private: []byte("key"), Chain: [][]byte{[]byte("leaf")}}, nil
}

func (sealer) IssueOrganisation(string, string, time.Time) (domain.SigningKey, error) {
	return domain.SigningKey{Private: []byte("key"), Chain: [][]byte{[]byte("leaf")}}, nil
}
func (sealer) Token([]byte, []byte) ([]byte, error) { return []byte("token"), nil }

func (sealer) Check(context.Context, []byte, []byte, string, domain.Place) error { return nil }

func (sealer) Unlock([]byte) error            { return nil }
func (sealer) Unlocked() bool                 { return true }
func (sealer) Anchors() []string              { return nil }
func (sealer) OfficeChain() ([][]byte, error) { return [][]byte{[]byte("office")}, nil }

// newCode gives the newest code to a phone once.
func (o *outside) newCode(phone string) string {
	o.mu.Lock()
	defer o.mu.Unlock()
	for i := len(o.sms) - 1; i >= 0; i-- {
		if o.sms[i].Phone == phone && o.sms[i].Kind == domain.MessageCode {
			code := o.sms[i].Params["code"]
			o.sms = append(o.sms[:i], o.sms[i+1:]...)
			return code
		}
	}
	return ""
}
