package sandbox

import (
	"net/http"

	"campus.example/sealdesk/sandbox/campus"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/sandbox/identity"
	"campus.example/sealdesk/sandbox/pages"
	"campus.example/sealdesk/sandbox/people"
	"campus.example/sealdesk/sandbox/procurement"
	"campus.example/sealdesk/sandbox/sms"
)

// Stats are the counts of all services, over all runs where they keep a journal.
type Stats struct {
	Procurement procurement.Stats `json:"procurement"`
	SMS         sms.Stats         `json:"sms"`
	Identity    identity.Stats    `json:"identity"`
	Tokens      int               `json:"tokens"` // timestamps, of this run
	People      people.Stats      `json:"people"` // of this run
}

// Stats counts.
func (s *Sandbox) Stats() Stats {
	st := Stats{
		Procurement: s.procurement.Stats(), SMS: s.sms.Stats(), Identity: s.identity.Stats(), Tokens: s.tsa.Tokens(),
	}
	if s.people != nil {
		st.People = s.people.Stats()
	}
	return st
}

// index is the first page of the town, and its counts at /stats.
func (s *Sandbox) index() http.Handler {
	page := pages.New(`<p>{{with .Office}}电子签署平台：<a href="{{.}}">{{.}}</a>{{else}}电子签署平台尚未启动。{{end}}</p>
<table><tr><th>服务</th><th>地址</th></tr>
<tr><td>采购管理信息系统</td><td><a href="{{.At.Procurement}}/">{{.At.Procurement}}</a></td></tr>
<tr><td>手机短信</td><td><a href="{{.At.SMS}}/phones">{{.At.SMS}}/phones</a></td></tr>
<tr><td>身份核验网关</td><td><a href="{{.At.Identity}}/">{{.At.Identity}}</a></td></tr>
<tr><td>时间戳服务</td><td>{{.At.TSA}}（<a href="{{.At.TSA}}/root.pem">根证书</a>）</td></tr></table>
<h2>镇上的人</h2>
<table><tr><th>姓名</th><th>身份</th><th>手机</th></tr>
{{range .People}}<tr><td>{{.Name}}</td><td>{{index $.Roles .Role}}</td><td><a href="{{$.At.SMS}}/phones/{{.Phone}}">{{.Phone}}</a></td></tr>{{end}}</table>`)
	roles := map[cast.Role]string{
		cast.Representative: "乙方履约代表", cast.Performer: "甲方履约代表", cast.Purchaser: "经办人", cast.Sealer: "采招办管理员",
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		page.Show(w, http.StatusOK, "演示小镇", 0, struct {
			Office string
			At     Addresses
			People []cast.Person
			Roles  map[cast.Role]string
		}{s.opt.Office(), s.addresses, cast.People(), roles})
	})
	mux.HandleFunc("GET /stats", func(w http.ResponseWriter, _ *http.Request) { campus.Answer(w, http.StatusOK, s.Stats()) })
	return mux
}
