package people_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/jpeg"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"regexp"
	"sync"
	"testing"
	"time"

	"campus.example/sealdesk/sandbox/cast"
)

// codePause is how long the fake office makes people wait for another code.
const codePause = 150 * time.Millisecond

// office is a small signing office with the pages of the real one and none of its care. It breaks on purpose.
type office struct {
	*httptest.Server
	t      *testing.T
	phones *phones
	breaks bool

	mu        sync.Mutex
	requests  int
	codes     int
	sessions  map[string]string // cookie -> phone
	signers   map[string]*signer
	contracts map[string]*contract
	links     map[string][2]string // code -> phone, contract
	wrong     []string             // what should never happen
	guesses   int                  // wrong codes
	reviews   int
}

type signer struct {
	cast.Person
	stated, verified bool
	state            string // of the running try: code, waiting, refused, failed
	looks            int
	codes            map[string]oneTime // by purpose
}

type oneTime struct {
	code string
	at   time.Time
	used bool
}

// contract stands at b-sign, b-seal, a-sign, office or nothing more.
type contract struct {
	no, a, b string
	stage    int
	running  int // looks until the running act is done
	acts     []string
}

func newOffice(t *testing.T, phones *phones, people []cast.Person) *office {
	o := &office{
		t: t, phones: phones, sessions: map[string]string{}, signers: map[string]*signer{},
		contracts: map[string]*contract{}, links: map[string][2]string{},
	}
	for _, p := range people {
		o.signers[p.Phone] = &signer{Person: p, codes: map[string]oneTime{}}
	}
	o.Server = httptest.NewServer(http.HandlerFunc(o.serve))
	t.Cleanup(o.Close)
	return o
}

// link sends somebody to a contract, or to his home page.
func (o *office) link(phone, no string) {
	code := fmt.Sprintf("L%dx%s", len(o.links)+1, phone[8:])
	o.links[code] = [2]string{phone, no}
	o.phones.text(phone, "有一份合同待签署。请打开 "+o.URL+"/s/"+code)
}

func (o *office) push(no, a, b string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.contracts[no] = &contract{no: no, a: a, b: b}
	o.link(b, no)
}

// serve breaks now and then: before the work, after it, with an error or without a word. Once it forgets everybody.
func (o *office) serve(w http.ResponseWriter, r *http.Request) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.requests++
	if o.breaks {
		if o.requests == 90 {
			o.sessions = map[string]string{}
		}
		switch {
		case o.requests%17 == 5:
			http.Error(w, "<html><body>500</body></html>", http.StatusInternalServerError)
			return
		case o.requests%23 == 7:
			drop(w)
			return
		case o.requests%19 == 11:
			o.page(httptest.NewRecorder(), r)
			drop(w)
			return
		}
	}
	o.page(w, r)
}

func drop(w http.ResponseWriter) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err == nil {
		err = conn.(*net.TCPConn).Close()
	}
	if err != nil {
		panic(http.ErrAbortHandler)
	}
}

// show writes a page as the portal does.
func show(w http.ResponseWriter, status int, state, body string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	body = regexp.MustCompile(`<form [^>]*>`).ReplaceAllString(body, `$0<input type="hidden" name="csrf" value="right">`)
	if _, err := io.WriteString(w, `<!doctype html><html><body><main data-state="`+state+`">`+body+
		`</main><form method="post" action="/leave" data-act="leave"><button>退出</button></form></body></html>`); err != nil {
		return
	}
}

func (o *office) sendCode(s *signer, purpose string) bool {
	if old, sent := s.codes[purpose]; sent && !old.used && time.Since(old.at) < codePause {
		return false
	}
	o.codes++
	code := fmt.Sprintf("%06d", 100000+o.codes*7919%900000)
	s.codes[purpose] = oneTime{code: code, at: time.Now()}
	if !o.breaks || o.codes%8 != 3 { // some never arrive
		o.phones.text(s.Phone, "您的验证码为 "+code+"，五分钟内有效，请勿告诉他人。")
	}
	return true
}

func (o *office) takeCode(s *signer, purpose, guess string) bool {
	c, sent := s.codes[purpose]
	if !sent || c.used || c.code != guess {
		o.guesses++
		return false
	}
	c.used = true
	s.codes[purpose] = c
	return true
}

func (o *office) photosAreGood(r *http.Request) bool {
	for _, name := range []string{"front", "held"} {
		file, _, err := r.FormFile(name)
		if err != nil {
			o.wrong = append(o.wrong, name+": "+err.Error())
			return false
		}
		content, err := io.ReadAll(file)
		if err != nil {
			o.wrong = append(o.wrong, err.Error())
			return false
		}
		head, err := jpeg.DecodeConfig(bytes.NewReader(content))
		if err != nil || head.Width < 640 || head.Height < 480 {
			o.wrong = append(o.wrong, fmt.Sprintf("%s is %dx%d, %v", name, head.Width, head.Height, err))
		}
	}
	return true
}

func (o *office) strokesAreGood(raw string) {
	var strokes [][][2]float64
	if err := json.Unmarshal([]byte(raw), &strokes); err != nil {
		o.wrong = append(o.wrong, "strokes: "+err.Error())
	}
	points := 0
	for _, s := range strokes {
		points += len(s)
		for _, p := range s {
			if p[0] < 0 || p[0] > 1000 || p[1] < 0 || p[1] > 1000 {
				o.wrong = append(o.wrong, "a point beside the pad")
			}
		}
	}
	if points < 50 || len(strokes) > 200 {
		o.wrong = append(o.wrong, fmt.Sprintf("%d strokes with %d points", len(strokes), points))
	}
}
