package procurement

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"path"
	"strings"

	"campus.example/sealdesk/sandbox/pages"
)

// maxUpload bounds an uploaded text, in bytes.
const maxUpload = 50 << 20

// formPage is 新增合同: the four fields of the manual (S26 to S29), the file, and 提交审批 (S30).
func (s *Server) formPage(w http.ResponseWriter, _ *http.Request) {
	s.form(w, http.StatusOK, "", Contract{})
}

func (s *Server) form(w http.ResponseWriter, status int, complaint string, c Contract) {
	page := pages.New(`<p><a href="/">全部合同</a></p>{{with .Complaint}}<p class="bad" role="alert">{{.}}</p>{{end}}
<form method="post" action="/contracts" enctype="multipart/form-data" data-act="submit">
<label for="no">合同编号（留空则自动编号）</label><input id="no" name="no" value="{{.C.No}}">
<label for="title">合同名称</label><input id="title" name="title" value="{{.C.Title}}" required>
<label for="amount">金额（元）</label><input id="amount" name="amount" value="{{.C.Amount}}" inputmode="decimal" required>
<label for="e_seal">电子签章合同</label><select id="e_seal" name="e_seal">{{range .Seals}}<option{{if eq . $.C.ESeal}} selected{{end}}>{{.}}</option>{{end}}</select>
<label for="phone_a">甲方履约人手机号码（必填）</label><input id="phone_a" name="phone_a" value="{{.C.PartyA.Phone}}" inputmode="tel" required>
<label for="phone_b">乙方手机号（必填）</label><input id="phone_b" name="phone_b" value="{{.C.PartyB.Phone}}" inputmode="tel" required>
<label for="seal_process">用印流程</label><select id="seal_process" name="seal_process">{{range .Processes}}<option{{if eq . $.C.SealProcess}} selected{{end}}>{{.}}</option>{{end}}</select>
<label for="department">甲方学院（部门）</label><input id="department" name="department" value="{{.C.PartyA.Department}}">
<label for="person_a">甲方履约人</label><input id="person_a" name="person_a" value="{{.C.PartyA.Person}}">
<label for="party_b">乙方名称</label><input id="party_b" name="party_b" value="{{.C.PartyB.Name}}" required>
<label for="credit_code">乙方统一社会信用代码</label><input id="credit_code" name="credit_code" value="{{.C.PartyB.CreditCode}}">
<label for="person_b">乙方履约代表</label><input id="person_b" name="person_b" value="{{.C.PartyB.Person}}">
<label for="purchaser">经办人</label><input id="purchaser" name="purchaser" value="{{.C.Purchaser.Name}}">
<label for="purchaser_phone">经办人手机号</label><input id="purchaser_phone" name="purchaser_phone" value="{{.C.Purchaser.Phone}}" inputmode="tel">
<label for="text">待盖章的合同文本（PDF）</label><input id="text" name="text" type="file" accept="application/pdf" required>
<br><button>提交审批</button></form>`)
	page.Show(w, status, "新增合同", 0, struct {
		Complaint        string
		C                Contract
		Seals, Processes []string
	}{complaint, c, seals(), processes()})
}

// submitForm takes the form. It checks no more than that there is a text: phones and choices are the office's to check.
func (s *Server) submitForm(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxUpload)
	if err := r.ParseMultipartForm(8 << 20); err != nil {
		s.form(w, http.StatusBadRequest, "表单不完整或文件超过 50 MB。", Contract{})
		return
	}
	field := func(name string) string { return strings.TrimSpace(r.FormValue(name)) }
	c := Contract{
		No: field("no"), Title: field("title"), Amount: field("amount"), Currency: "CNY",
		ESeal: field("e_seal"), SealProcess: field("seal_process"),
		PartyA:    PartyA{Name: "测试大学", Department: field("department"), Person: field("person_a"), Phone: field("phone_a")},
		PartyB:    PartyB{Name: field("party_b"), CreditCode: field("credit_code"), Person: field("person_b"), Phone: field("phone_b")},
		Purchaser: Contact{Name: field("purchaser"), Phone: field("purchaser_phone")},
	}
	text, name, err := uploaded(r)
	if err != nil {
		s.form(w, http.StatusBadRequest, "请选择待盖章的合同文本。", c)
		return
	}
	if strings.ContainsAny(c.No, "/\\?#%") {
		s.form(w, http.StatusBadRequest, "合同编号不能含有 / \\ ? # %。", c)
		return
	}
	c.Document.FileName = name
	if c.No == "" {
		c.No = s.freeNumber()
	}
	switch err := s.Submit(c, text); {
	case errors.Is(err, ErrExists):
		s.form(w, http.StatusConflict, "合同编号 "+c.No+" 已存在。", c)
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	default:
		http.Redirect(w, r, "/contracts/"+c.No, http.StatusSeeOther)
	}
}

func uploaded(r *http.Request) (content []byte, name string, err error) {
	file, header, err := r.FormFile("text")
	if err != nil {
		return nil, "", err
	}
	content, err = io.ReadAll(file)
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, "", err
	}
	if len(content) == 0 {
		return nil, "", errors.New("the file is empty")
	}
	return content, path.Base(header.Filename), nil
}

// freeNumber gives the next number of the series the pages count in.
func (s *Server) freeNumber() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	year := s.opt.Clock().Year()
	for n := 5001; ; n++ {
		no := fmt.Sprintf("HT-%d-%04d", year, n)
		if _, taken := s.entries[no]; !taken {
			return no
		}
	}
}
