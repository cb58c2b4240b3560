package people_test

import (
	"fmt"
	"net/http"
	"strings"
)

const consent = `<input type="checkbox" name="consent" value="yes" required>`

func to(w http.ResponseWriter, path string) {
	w.Header().Set("Location", path)
	w.WriteHeader(http.StatusSeeOther)
}

// page answers a request. o.mu is held.
func (o *office) page(w http.ResponseWriter, r *http.Request) {
	post := r.Method == http.MethodPost
	if post {
		if r.PostFormValue("csrf") != "right" {
			o.wrong = append(o.wrong, r.URL.Path+" without its csrf")
		}
		if r.URL.Path == "/leave" {
			o.wrong = append(o.wrong, "somebody left")
		}
	}
	cookie, err := r.Cookie("session")
	me := (*signer)(nil)
	if err == nil {
		me = o.signers[o.sessions[cookie.Value]]
	}
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	switch {
	case parts[0] == "s":
		o.entry(w, r, parts, me)
	case me == nil:
		show(w, http.StatusUnauthorized, "error", "<p role=alert>请重新打开短信中的链接</p>")
	case parts[0] == "home":
		o.home(w, me)
	case parts[0] == "verify":
		o.verify(w, r, me, strings.TrimPrefix(r.URL.Path, "/verify"), post)
	case parts[0] == "c":
		o.contract(w, r, me, o.contracts[parts[1]], parts)
	default:
		show(w, http.StatusNotFound, "error", "")
	}
}

func (o *office) entry(w http.ResponseWriter, r *http.Request, parts []string, me *signer) {
	link, known := o.links[parts[1]]
	s := o.signers[link[0]]
	base := "/s/" + parts[1]
	onward := "/home"
	if link[1] != "" {
		onward = "/c/" + link[1]
	}
	switch {
	case !known:
		show(w, http.StatusNotFound, "error", "")
	case len(parts) == 2 && me == s:
		to(w, onward)
	case len(parts) == 2:
		show(w, 200, "entry", `<form method="post" action="`+base+`/code" data-act="send-code"><button>使用</button></form>`)
	case parts[2] == "code":
		o.sendCode(s, "enter")
		to(w, base+"/enter")
	case r.Method == http.MethodPost && o.takeCode(s, "enter", r.PostFormValue("code")):
		value := fmt.Sprint("session-", len(o.sessions), "-", s.Phone)
		o.sessions[value] = s.Phone
		w.Header().Set("Set-Cookie", "session="+value+"; Path=/; HttpOnly")
		to(w, onward)
	default:
		status := map[string]int{http.MethodGet: 200, http.MethodPost: 422}[r.Method]
		show(w, status, "code", `<form method="post" action="`+base+`/enter" data-act="enter"><input name="code" required><button>进入</button></form>
<form method="post" action="`+base+`/code" data-act="resend"><button>重发</button></form>`)
	}
}

func (o *office) home(w http.ResponseWriter, me *signer) {
	if !me.verified {
		show(w, 200, "verify-first", `<a href="/verify" data-act="verify">去认证</a>`)
		return
	}
	show(w, 200, "nothing", `<a data-act="contract" data-state="done" href="/c/x">x</a>`)
}

func (o *office) verify(w http.ResponseWriter, r *http.Request, me *signer, path string, post bool) {
	if post && me.verified {
		o.wrong = append(o.wrong, me.Name+" verifies again at "+path)
	}
	switch {
	case path == "" && me.verified, path == "" && me.state != "" && me.state != "code":
		to(w, "/verify/result")
	case path == "" && me.stated:
		to(w, "/verify/method")
	case path == "", path == "/identity" && !post:
		show(w, 200, "identity", `<form method="post" action="/verify/identity" data-act="identity"><select name="kind"><option value="idcard" selected>身份证</option>
<option value="passport">护照</option></select><input name="name" required><input name="number" required>`+consent+`<button>下一步</button></form>`)
	case path == "/identity":
		if r.PostFormValue("kind") != me.DocKind || r.PostFormValue("name") != me.Name || r.PostFormValue("number") != me.DocNo || r.PostFormValue("consent") != "yes" {
			o.wrong = append(o.wrong, me.Name+" states something else: "+r.PostForm.Encode())
		}
		me.stated = true
		to(w, "/verify/method")
	case path == "/method":
		body := `<form method="post" action="/verify/phone" data-act="method-phone"><button>手机号</button></form><a href="/verify/bank" data-act="method-bank">银行卡</a>
<a href="/verify/face" data-act="method-face">人脸</a>`
		if me.DocKind == "passport" {
			body = `<a href="/verify/photos" data-act="method-manual">人工审核</a>`
		}
		show(w, 200, "method", body)
	case path == "/phone" && post:
		me.state = "code"
		o.sendCode(me, "verify")
		to(w, "/verify/phone")
	case path == "/phone/code" && o.takeCode(me, "verify", r.PostFormValue("code")):
		me.state = "waiting"
		to(w, "/verify/result")
	case strings.HasPrefix(path, "/phone"):
		show(w, map[bool]int{true: 422, false: 200}[post], "phone", `<form method="post" action="/verify/phone/code" data-act="phone-code"><input name="code" required></form>
<form method="post" action="/verify/phone" data-act="resend"><button>重发</button></form>`)
	case path == "/bank" && post, path == "/face" && post:
		if path == "/bank" && (r.PostFormValue("card") != me.Card || r.PostFormValue("phone") != me.Phone) {
			o.wrong = append(o.wrong, "another card: "+r.PostForm.Encode())
		}
		me.state = "waiting"
		to(w, "/verify/result")
	case path == "/bank":
		show(w, 200, "bank", `<form method="post" action="/verify/bank" data-act="bank"><input name="card" required><input name="phone" required>`+consent+`</form>`)
	case path == "/face":
		show(w, 200, "face", `<form method="post" action="/verify/face/consent" data-act="face-consent">`+consent+`</form>`)
	case path == "/face/consent":
		if r.PostFormValue("consent") != "yes" {
			o.wrong = append(o.wrong, me.Name+" does not agree to the face")
		}
		to(w, "/verify/face/camera")
	case path == "/face/camera":
		show(w, 200, "face-camera", `<div hidden><a href="/verify/face/action" data-act="face-next">继续</a></div>`)
	case path == "/face/action":
		show(w, 200, "face-action", `<form method="post" action="/verify/face" data-act="face"><button>开始识别</button></form>`)
	case path == "/photos" && post:
		if o.photosAreGood(r) {
			o.reviews++
			me.state = "waiting"
		}
		to(w, "/verify/result")
	case path == "/photos":
		show(w, 200, "photos", `<form method="post" enctype="multipart/form-data" action="/verify/photos" data-act="photos">
<input type="file" name="front" required><input type="file" name="held" required>`+consent+`</form>`)
	default:
		o.result(w, me)
	}
}

// result settles a try at the third look. The first review is refused.
func (o *office) result(w http.ResponseWriter, me *signer) {
	if me.looks++; me.state == "waiting" && me.looks%3 == 0 {
		me.state, me.verified = "passed", true
		if me.DocKind == "passport" && o.reviews == 1 {
			me.state, me.verified = "refused", false
		}
	}
	show(w, 200, me.state, `<a href="/verify/photos" data-act="resubmit">重新提交</a>`)
}

func (o *office) contract(w http.ResponseWriter, r *http.Request, me *signer, c *contract, parts []string) {
	path := "/c/" + c.no
	due := []string{c.b, c.b, c.a, ""}[min(c.stage, 3)]
	if c.running > 0 {
		if c.running--; c.running == 0 {
			c.stage++
			if c.stage == 2 {
				o.link(c.a, c.no)
			}
		}
	}
	act := ""
	if len(parts) == 3 && r.Method == http.MethodPost {
		act = parts[2]
	}
	switch {
	case act != "" && (due != me.Phone || !me.verified):
		o.wrong = append(o.wrong, me.Name+" tries "+act+" out of turn")
		show(w, http.StatusConflict, "waiting", "")
	case act == "code":
		if !o.sendCode(me, "sign "+c.no) {
			to(w, path+"?wait=1")
			return
		}
		to(w, path+"?sent=1")
	case act == "sign" && c.running == 0 && c.stage != 1:
		if !o.takeCode(me, "sign "+c.no, r.PostFormValue("code")) {
			o.sheet(w, 422, me, c)
			return
		}
		o.strokesAreGood(r.PostFormValue("strokes"))
		c.acts, c.running = append(c.acts, me.Name+" signs"), 3
		to(w, path)
	case act == "seal" && c.running == 0 && c.stage == 1:
		if r.PostFormValue("authority") != "legal_representative" || r.PostFormValue("consent") != "yes" {
			o.wrong = append(o.wrong, "seal: "+r.PostForm.Encode())
		}
		c.acts, c.running = append(c.acts, me.Name+" seals"), 3
		to(w, path)
	case act != "":
		to(w, path)
	default:
		o.sheet(w, 200, me, c)
	}
}

func (o *office) sheet(w http.ResponseWriter, status int, me *signer, c *contract) {
	due := []string{c.b, c.b, c.a, ""}[min(c.stage, 3)]
	path := "/c/" + c.no
	switch {
	case due != me.Phone:
		show(w, status, "waiting", "")
	case c.running > 0:
		show(w, status, "running", "")
	case !me.verified:
		show(w, status, "verify-first", `<a href="/verify" data-act="verify">去认证</a>`)
	case c.stage == 1:
		show(w, status, "seal", `<form method="post" action="`+path+`/seal" data-act="seal"><input type="radio" name="authority" value="legal_representative" required>
<input type="radio" name="authority" value="authorised">`+consent+`</form>`)
	default:
		show(w, status, "sign", `<form method="post" action="`+path+`/code" data-act="sign-code"><button>发送</button></form>
<form method="post" action="`+path+`/sign" data-act="sign"><input type="hidden" name="strokes" value=""><input name="typed"><input name="code" required>`+consent+`</form>`)
	}
}
