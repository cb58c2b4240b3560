package people_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync"
	"testing"
)

// phones is a bare SMS network: it answers at once, as one without long waits does.
type phones struct {
	*httptest.Server
	mu   sync.Mutex
	sent []sent
}

type sent struct {
	ID      int    `json:"id"`
	Content string `json:"content"`
	phone   string
}

func newPhones(t *testing.T) *phones {
	p := &phones{}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /phones/{phone}/messages", func(w http.ResponseWriter, r *http.Request) {
		after, err := strconv.Atoi(r.URL.Query().Get("after"))
		if err != nil {
			http.Error(w, "after", http.StatusBadRequest)
			return
		}
		p.mu.Lock()
		defer p.mu.Unlock()
		list := []sent{}
		for _, m := range p.sent {
			if m.phone == r.PathValue("phone") && m.ID > after {
				list = append(list, m)
			}
		}
		if err := json.NewEncoder(w).Encode(map[string]any{"messages": list}); err != nil {
			return
		}
	})
	p.Server = httptest.NewServer(mux)
	t.Cleanup(p.Close)
	return p
}

func (p *phones) text(phone, content string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sent = append(p.sent, sent{ID: len(p.sent) + 1, Content: "【测试大学】" + content, phone: phone})
}
