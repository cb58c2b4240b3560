package campus

import (
	"encoding/json"
	"net/http"
)

// Problem is an error answer in the form of RFC 9457, with a code for programs.
type Problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	Code   string `json:"code"`
}

// Refuse answers with a problem. A client that has gone away cannot be told; that is not an error of ours.
func Refuse(w http.ResponseWriter, status int, code, detail string) {
	write(w, status, "application/problem+json", Problem{
		Type:   "urn:campus:problem:" + code,
		Title:  http.StatusText(status),
		Status: status,
		Detail: detail,
		Code:   code,
	})
}

// Answer sends a JSON document.
func Answer(w http.ResponseWriter, status int, document any) {
	write(w, status, "application/json; charset=utf-8", document)
}

func write(w http.ResponseWriter, status int, kind string, document any) {
	body, err := json.Marshal(document)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	if _, err := w.Write(append(body, '\n')); err != nil {
		return // the client hung up
	}
}
