package sms

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"campus.example/sealdesk/sandbox/pages"
)

// Arrived is a message as its phone shows it.
type Arrived struct {
	ID       int       `json:"id"`
	Template string    `json:"template"`
	Content  string    `json:"content"`
	SentAt   time.Time `json:"sent_at"`
}

// Inbox gives what has arrived on a phone after the message with this id, oldest first.
func (s *Server) Inbox(phone string, after int) []Arrived {
	s.mu.Lock()
	defer s.mu.Unlock()
	found := []Arrived{}
	for _, m := range s.messages {
		if m.Phone == phone && m.ID > after {
			found = append(found, Arrived{ID: m.ID, Template: m.Template, Content: s.text(m), SentAt: m.SentAt})
		}
	}
	return found
}

// maxWait bounds how long a phone may lie in wait for a message.
const maxWait = 30 * time.Second

// inbox answers GET /phones/{phone}/messages?after=ID&wait=5s: with wait, an empty answer comes only after that time, so
// that a phone need not ask again and again.
func (s *Server) inbox(w http.ResponseWriter, r *http.Request) {
	after, wait := 0, time.Duration(0)
	var err error
	if v := r.URL.Query().Get("after"); v != "" {
		after, err = strconv.Atoi(v)
	}
	if v := r.URL.Query().Get("wait"); v != "" && err == nil {
		wait, err = time.ParseDuration(v)
	}
	if err != nil || wait > maxWait {
		http.Error(w, "after is not a number, or wait no time of up to 30s", http.StatusBadRequest)
		return
	}
	limit := time.NewTimer(wait)
	defer limit.Stop()
	for {
		s.mu.Lock()
		news := s.arrived
		s.mu.Unlock()
		found := s.Inbox(r.PathValue("phone"), after)
		if len(found) > 0 || wait <= 0 {
			answer(w, http.StatusOK, map[string]any{"messages": found})
			return
		}
		select {
		case <-news:
		case <-limit.C:
			wait = 0
		case <-r.Context().Done():
			wait = 0
		}
	}
}

// Stats counts what was sent, over all runs. Duplicates are texts that repeat an OutId on the same phone.
type Stats struct {
	Sent       int            `json:"sent"`
	Duplicates int            `json:"by_out_id_duplicates"`
	NoOutID    int            `json:"without_out_id"`
	ByTemplate map[string]int `json:"by_template"`
}

// Stats counts.
func (s *Server) Stats() Stats {
	s.mu.Lock()
	defer s.mu.Unlock()
	st := Stats{ByTemplate: map[string]int{}}
	seen := map[string]bool{}
	for _, m := range s.messages {
		st.Sent++
		st.ByTemplate[m.Template]++
		key := m.OutID + "\n" + m.Phone
		switch {
		case m.OutID == "":
			st.NoOutID++
		case seen[key]:
			st.Duplicates++
		}
		seen[key] = true
	}
	return st
}

type phoneRow struct {
	Phone string
	Count int
	Last  Arrived
}

func (s *Server) phonesPage(w http.ResponseWriter, _ *http.Request) {
	var order []string
	rows := map[string]*phoneRow{}
	s.mu.Lock()
	for _, m := range s.messages {
		row, known := rows[m.Phone]
		if !known {
			row = &phoneRow{Phone: m.Phone}
			rows[m.Phone] = row
			order = append(order, m.Phone)
		}
		row.Count++
		row.Last = Arrived{ID: m.ID, Template: m.Template, Content: s.text(m), SentAt: m.SentAt}
	}
	s.mu.Unlock()
	list := make([]phoneRow, 0, len(order))
	for _, phone := range order {
		list = append(list, *rows[phone])
	}
	page := pages.New(`
{{if not .}}<p>还没有短信。</p>{{else}}<table><tr><th>手机</th><th>短信数</th><th>最近一条</th><th>时间</th></tr>
{{range .}}<tr><td><a href="/phones/{{.Phone}}">{{.Phone}}</a></td><td>{{.Count}}</td><td>{{.Last.Content}}</td><td>{{clock .Last.SentAt}}</td></tr>{{end}}
</table>{{end}}`)
	page.Show(w, http.StatusOK, "手机短信", 2, list)
}

type shown struct {
	Before, Link string
	Arrived
}

func (s *Server) phonePage(w http.ResponseWriter, r *http.Request) {
	phone := r.PathValue("phone")
	arrived := s.Inbox(phone, 0)
	list := make([]shown, 0, len(arrived))
	for i := len(arrived) - 1; i >= 0; i-- {
		row := shown{Arrived: arrived[i], Before: arrived[i].Content}
		if at := strings.Index(row.Content, "http"); at >= 0 {
			row.Before, row.Link = row.Content[:at], row.Content[at:]
		}
		list = append(list, row)
	}
	page := pages.New(`<p><a href="/phones">全部手机</a></p>
{{range .}}<div class="sms">{{.Before}}{{with .Link}}<a href="{{.}}">{{.}}</a>{{end}}<br><span class="muted">{{clock .SentAt}}</span></div>
{{else}}<p>还没有短信。</p>{{end}}`)
	page.Show(w, http.StatusOK, "手机 "+phone, 2, list)
}
