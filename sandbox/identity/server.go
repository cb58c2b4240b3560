// Package identity stands in for the campus gateway to the identity checks: name, number and phone at the carrier,
// the same and the card at the bank, and the face. It checks the campus signature, answers one order number once,
// and counts what it would charge.
package identity

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"sync"
	"time"

	"campus.example/sealdesk/sandbox/campus"
	"campus.example/sealdesk/sandbox/faults"
	"campus.example/sealdesk/sandbox/journal"
	"campus.example/sealdesk/sandbox/pages"
)

// The methods and the outcomes, as the gateway spells them.
const (
	MethodPhone = "phone3"
	MethodBank  = "bank4"
	MethodFace  = "face"

	OutcomeMatch        = "match"
	OutcomeMismatch     = "mismatch"
	OutcomeNoRecord     = "no_record"
	OutcomeInputInvalid = "input_invalid"
	OutcomePending      = "pending"
)

// maxOrder is the longest order number, in bytes.
const maxOrder = 64

// Check is one question.
type Check struct {
	OrderNo string `json:"order_no"`
	Method  string `json:"method"`
	Name    string `json:"name"`
	IDNo    string `json:"id_no"`
	Phone   string `json:"phone"`
	CardNo  string `json:"card_no"`
}

// Answer is what the gateway says of an order.
type Answer struct {
	OrderNo string `json:"order_no"`
	Outcome string `json:"outcome"`
	Detail  string `json:"detail"`
	Charged bool   `json:"charged"`
}

// Order is a check with its answer, as the journal keeps it. A face check is first pending, then written again.
type Order struct {
	Check  Check     `json:"check"`
	Answer Answer    `json:"answer"`
	At     time.Time `json:"at"`
}

// Options are what the stand-in needs.
type Options struct {
	State    string // folder
	Clock    func() time.Time
	Key      campus.Key
	Register []Known
}

// Server is the stand-in.
type Server struct {
	opt  Options
	gate *campus.Gate
	knob faults.Knob
	file *journal.File

	mu     sync.Mutex
	orders map[string]Order
	order  []string // order numbers as they came
}

// New reads what earlier runs left in the state folder.
func New(opt Options) (*Server, error) {
	s := &Server{opt: opt, gate: campus.NewGate(opt.Clock, opt.Key), orders: map[string]Order{}}
	var err error
	s.file, err = journal.Open(filepath.Join(opt.State, "orders.jsonl"), func(raw json.RawMessage) error {
		var o Order
		if err := json.Unmarshal(raw, &o); err != nil {
			return err
		}
		s.remember(o)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("identity stand-in: %w", err)
	}
	return s, nil
}

// Close ends the journal.
func (s *Server) Close() error { return s.file.Close() }

// Handler serves the gateway at /v1/checks, a page of its orders at /, and the controls /stats and /faults.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("POST /v1/checks", s.knob.Wrap(s.gate.Wrap(http.HandlerFunc(s.ask))))
	mux.Handle("GET /v1/checks/{order}", s.knob.Wrap(s.gate.Wrap(http.HandlerFunc(s.look))))
	mux.HandleFunc("GET /stats", func(w http.ResponseWriter, _ *http.Request) { campus.Answer(w, http.StatusOK, s.Stats()) })
	mux.Handle("POST /faults", &s.knob)
	mux.HandleFunc("GET /{$}", s.page)
	return mux
}

func (s *Server) ask(w http.ResponseWriter, r *http.Request) {
	var c Check
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&c); err != nil {
		campus.Refuse(w, http.StatusBadRequest, "body_invalid", err.Error())
		return
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		campus.Refuse(w, http.StatusBadRequest, "body_invalid", "more than one JSON document")
		return
	}
	if c.OrderNo == "" || len(c.OrderNo) > maxOrder {
		campus.Refuse(w, http.StatusBadRequest, "order_no_invalid", "order_no has 1 to 64 characters")
		return
	}
	switch c.Method {
	case MethodPhone, MethodBank, MethodFace:
	default:
		campus.Refuse(w, http.StatusBadRequest, "method_unknown", "method is phone3, bank4 or face")
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if old, again := s.orders[c.OrderNo]; again {
		if old.Check != c {
			campus.Refuse(w, http.StatusConflict, "order_no_used", "this order_no asked something else before")
			return
		}
		s.tell(w, c.OrderNo)
		return
	}
	answer := Answer{OrderNo: c.OrderNo, Outcome: OutcomePending, Detail: "the person has been asked to look into the camera"}
	if c.Method != MethodFace {
		answer.Outcome, answer.Detail, answer.Charged = decide(s.opt.Register, c)
	}
	if err := s.keep(Order{Check: c, Answer: answer, At: s.opt.Clock().UTC()}); err != nil {
		campus.Refuse(w, http.StatusInternalServerError, "state", err.Error())
		return
	}
	campus.Answer(w, http.StatusOK, answer)
}

func (s *Server) look(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	no := r.PathValue("order")
	if _, known := s.orders[no]; !known {
		campus.Refuse(w, http.StatusNotFound, "order_no_unknown", "no check has this order_no")
		return
	}
	s.tell(w, no)
}

// tell answers with what is known of an order. The second look at a face finds it compared. s.mu is held.
func (s *Server) tell(w http.ResponseWriter, no string) {
	o := s.orders[no]
	if o.Answer.Outcome == OutcomePending {
		o.Answer.Outcome, o.Answer.Detail, o.Answer.Charged = decide(s.opt.Register, o.Check)
		if err := s.keep(o); err != nil {
			campus.Refuse(w, http.StatusInternalServerError, "state", err.Error())
			return
		}
	}
	campus.Answer(w, http.StatusOK, o.Answer)
}

// keep writes an order down before it is answered. s.mu is held.
func (s *Server) keep(o Order) error {
	if err := s.file.Append(o); err != nil {
		return err
	}
	s.remember(o)
	return nil
}

func (s *Server) remember(o Order) {
	if _, known := s.orders[o.Check.OrderNo]; !known {
		s.order = append(s.order, o.Check.OrderNo)
	}
	s.orders[o.Check.OrderNo] = o
}

// Stats counts over all runs. DoubleCharged counts charged checks that repeat a question already answered with a
// match, under another order number: money a crash of the office has cost.
type Stats struct {
	Checks        int `json:"checks"`
	Charges       int `json:"charges"`
	DoubleCharged int `json:"double_charged"`
	Matches       int `json:"matches"`
}

// Stats counts.
func (s *Server) Stats() Stats {
	s.mu.Lock()
	defer s.mu.Unlock()
	var st Stats
	matched := map[Check]bool{}
	for _, no := range s.order {
		o := s.orders[no]
		question := o.Check
		question.OrderNo = ""
		st.Checks++
		if o.Answer.Charged {
			st.Charges++
			if matched[question] {
				st.DoubleCharged++
			}
		}
		if o.Answer.Outcome == OutcomeMatch {
			st.Matches++
			matched[question] = true
		}
	}
	return st
}

func (s *Server) page(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	list := make([]Order, 0, len(s.order))
	for i := len(s.order) - 1; i >= 0; i-- {
		list = append(list, s.orders[s.order[i]])
	}
	s.mu.Unlock()
	page := pages.New(`
{{if not .}}<p>还没有核验请求。</p>{{else}}<table><tr><th>订单号</th><th>方式</th><th>姓名</th><th>结果</th><th>计费</th><th>时间</th></tr>
{{range .}}<tr><td>{{.Check.OrderNo}}</td><td>{{.Check.Method}}</td><td>{{.Check.Name}}</td><td>{{.Answer.Outcome}} {{.Answer.Detail}}</td>
<td>{{if .Answer.Charged}}是{{else}}否{{end}}</td><td>{{clock .At}}</td></tr>{{end}}</table>{{end}}`)
	page.Show(w, http.StatusOK, "身份核验网关", 5, list)
}
