// Package sms stands in for Aliyun's SMS service (Dysmsapi 2017-05-25): it checks ACS3-HMAC-SHA256 with its own code,
// takes SendSms and QuerySendDetails, and keeps the phones the messages arrive on. Like the vendor, it has no
// idempotency: a SendSms that comes twice is sent twice.
package sms

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"campus.example/sealdesk/sandbox/faults"
	"campus.example/sealdesk/sandbox/journal"
)

// Options are what the stand-in needs. Base gives the portal's address for {base}; it may change while running.
type Options struct {
	State           string // folder
	Clock           func() time.Time
	Rand            io.Reader
	AccessKeyID     string
	AccessKeySecret string
	SignName        string
	Templates       Templates
	Base            func() string
}

// Message is one text on one phone. IDs grow over all phones.
type Message struct {
	ID       int               `json:"id"`
	Phone    string            `json:"phone"`
	Template string            `json:"template"`
	Values   map[string]string `json:"values"`
	OutID    string            `json:"out_id"`
	BizID    string            `json:"biz_id"`
	SentAt   time.Time         `json:"sent_at"`
}

// Server is the stand-in.
type Server struct {
	opt    Options
	file   *journal.File
	nonces nonces
	knob   faults.Knob
	random sync.Mutex

	mu       sync.Mutex
	messages []Message
	arrived  chan struct{} // closed and made anew with every message
}

// New reads what earlier runs left in the state folder.
func New(opt Options) (*Server, error) {
	s := &Server{opt: opt, nonces: nonces{seen: map[string]time.Time{}}, arrived: make(chan struct{})}
	var err error
	s.file, err = journal.Open(filepath.Join(opt.State, "messages.jsonl"), func(raw json.RawMessage) error {
		var m Message
		if err := json.Unmarshal(raw, &m); err != nil {
			return err
		}
		s.messages = append(s.messages, m)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("sms stand-in: %w", err)
	}
	return s, nil
}

// Close ends the journal.
func (s *Server) Close() error { return s.file.Close() }

// Handler serves the vendor's API at /, the phones at /phones, and the controls /stats and /faults.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	api := s.knob.Wrap(http.HandlerFunc(s.api))
	mux.Handle("POST /{$}", api)
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Acs-Action") != "" {
			api.ServeHTTP(w, r)
			return
		}
		http.Redirect(w, r, "/phones", http.StatusSeeOther)
	})
	mux.HandleFunc("GET /phones", s.phonesPage)
	mux.HandleFunc("GET /phones/{phone}", s.phonePage)
	mux.HandleFunc("GET /phones/{phone}/messages", s.inbox)
	mux.HandleFunc("GET /stats", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, s.Stats()) })
	mux.Handle("POST /faults", &s.knob)
	return mux
}

func (s *Server) api(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		s.refuse(w, r, gatewayFault(400, "InvalidParameter", "The request body cannot be read."))
		return
	}
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		s.refuse(w, r, gatewayFault(400, "InvalidParameter", "The query cannot be read."))
		return
	}
	if f := s.authorise(r, query, body); f != nil {
		s.refuse(w, r, f)
		return
	}
	if v := r.Header.Get("X-Acs-Version"); v != "2017-05-25" {
		s.refuse(w, r, gatewayFault(400, "InvalidVersion", "Specified parameter Version is not valid."))
		return
	}
	params, f := parameters(r, query, body)
	if f != nil {
		s.refuse(w, r, f)
		return
	}
	switch r.Header.Get("X-Acs-Action") {
	case "SendSms":
		s.send(w, r, params)
	case "QuerySendDetails":
		s.details(w, r, params)
	default:
		s.refuse(w, r, gatewayFault(404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method."))
	}
}

// parameters joins query and form: the vendor takes each from either place.
func parameters(r *http.Request, query url.Values, body []byte) (url.Values, *fault) {
	if len(bytes.TrimSpace(body)) == 0 || !strings.HasPrefix(r.Header.Get("Content-Type"), "application/x-www-form-urlencoded") {
		return query, nil
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, gatewayFault(400, "InvalidParameter", "The form cannot be read.")
	}
	for name, values := range query {
		form[name] = values
	}
	return form, nil
}

func (s *Server) send(w http.ResponseWriter, r *http.Request, p url.Values) {
	for _, name := range []string{"PhoneNumbers", "SignName", "TemplateCode"} {
		if p.Get(name) == "" {
			s.refuse(w, r, gatewayFault(400, "Missing"+name, name+" is mandatory for this action."))
			return
		}
	}
	if p.Get("SignName") != s.opt.SignName {
		s.refuse(w, r, businessFault("isv.SMS_SIGNATURE_ILLEGAL", "该账号下找不到对应签名"))
		return
	}
	values, f := s.opt.Templates.check(p.Get("TemplateCode"), p.Get("TemplateParam"))
	if f != nil {
		s.refuse(w, r, f)
		return
	}
	var phones []string
	for raw := range strings.SplitSeq(p.Get("PhoneNumbers"), ",") {
		phone, ok := mainland(raw)
		if !ok {
			s.refuse(w, r, businessFault("isv.MOBILE_NUMBER_ILLEGAL", raw+"invalid mobile number"))
			return
		}
		phones = append(phones, phone)
	}
	bizID, err := s.deliver(phones, p.Get("TemplateCode"), p.Get("OutId"), values)
	if err != nil {
		s.refuse(w, r, gatewayFault(500, "InternalError", err.Error()))
		return
	}
	answer(w, http.StatusOK, map[string]string{"Code": "OK", "Message": "OK", "BizId": bizID, "RequestId": s.requestID()})
}

// deliver puts a text on each phone and returns when all are on the disk.
func (s *Server) deliver(phones []string, template, outID string, values map[string]string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.opt.Clock().UTC()
	bizID := strconv.FormatInt(now.UnixMilli(), 10) + fmt.Sprintf("%06d^0", len(s.messages)+1)
	for _, phone := range phones {
		m := Message{
			ID: len(s.messages) + 1, Phone: phone, Template: template, Values: values,
			OutID: outID, BizID: bizID, SentAt: now,
		}
		if err := s.file.Append(m); err != nil {
			return "", err
		}
		s.messages = append(s.messages, m)
	}
	close(s.arrived)
	s.arrived = make(chan struct{})
	return bizID, nil
}

// mainland gives the 11 digits of a mainland number in any form the vendor takes.
func mainland(s string) (string, bool) {
	s = strings.TrimSpace(s)
	for _, prefix := range []string{"+86", "0086", "86", "+"} {
		if rest, ok := strings.CutPrefix(s, prefix); ok && len(rest) == 11 {
			s = rest
			break
		}
	}
	if len(s) != 11 || s[0] != '1' || s[1] < '3' || strings.Trim(s, "0123456789") != "" {
		return "", false
	}
	return s, true
}
