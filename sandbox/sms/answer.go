package sms

import (
	"crypto/rand"
	"encoding/json"
	"io"
	"net/http"
)

// fault is a refusal: of the gateway (HTTP 4xx or 5xx) or of the product (HTTP 200 with a Code that is not OK).
type fault struct {
	status  int
	code    string
	message string
}

func gatewayFault(status int, code, message string) *fault { return &fault{status, code, message} }

func businessFault(code, message string) *fault { return &fault{http.StatusOK, code, message} }

// refuse answers with a fault in the form its kind has.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, f *fault) {
	id := s.requestID()
	if f.status == http.StatusOK {
		answer(w, f.status, map[string]string{"Code": f.code, "Message": f.message, "RequestId": id})
		return
	}
	answer(w, f.status, map[string]string{
		"RequestId": id, "HostId": r.Host, "Code": f.code, "Message": f.message,
		"Recommend": "https://api.aliyun.com/troubleshoot?q=" + f.code + "&product=Dysmsapi",
	})
}

func answer(w http.ResponseWriter, status int, document any) {
	body, err := json.Marshal(document)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json;charset=utf-8")
	w.WriteHeader(status)
	if _, err := w.Write(body); err != nil {
		return // the client hung up
	}
}

// requestID is a random UUID in capitals, the vendor's form.
func (s *Server) requestID() string {
	var b [16]byte
	s.random.Lock()
	_, err := io.ReadFull(s.opt.Rand, b[:])
	s.random.Unlock()
	if err != nil {
		// An answer needs some id; crypto/rand.Read never fails.
		rand.Read(b[:]) // documented to never return an error
	}
	const hexDigits = "0123456789ABCDEF"
	out := make([]byte, 0, 36)
	for i, c := range b {
		if i == 4 || i == 6 || i == 8 || i == 10 {
			out = append(out, '-')
		}
		out = append(out, hexDigits[c>>4], hexDigits[c&15])
	}
	return string(out)
}
