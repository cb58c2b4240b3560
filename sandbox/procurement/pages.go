package procurement

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"campus.example/sealdesk/sandbox/pages"
)

// row is one contract on the list.
type row struct {
	entry
	State string
}

// state is the contract's state in this system's words.
func (e *entry) state() string {
	switch {
	case e.Seq == 0:
		return "审批中"
	case e.Final != nil:
		return "合同盖章终稿已归档"
	case e.Progress != nil:
		return "签署平台：" + e.Progress.Status + "（" + e.Progress.Reason + "）"
	case e.Intake == nil:
		return "审批完成，待签署平台接收"
	case e.Intake.Status == "accepted":
		return "签署平台已接收，签署中"
	case e.Intake.Status == "quarantined":
		return "签署平台待核对：" + e.Intake.Reason
	default:
		return "签署平台未接收：" + e.Intake.Reason
	}
}

func (s *Server) listPage(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	list := make([]row, 0, len(s.order))
	for _, no := range slices.Backward(s.order) {
		list = append(list, row{*s.entries[no], s.entries[no].state()})
	}
	problems := slices.Clone(s.problems)
	s.mu.Unlock()
	page := pages.New(`<p><a href="/contracts/new">新增合同</a></p>
{{with .Problems}}<h2>签署平台无法接收的项</h2><table><tr><th>列表中的位置</th><th>标识</th><th>原因</th><th>校验值</th></tr>
{{range .}}<tr><td>第 {{.Index}} 项（从 0 起），游标 <code>{{.Cursor}}</code></td><td>{{.ID}}</td><td class="bad">{{.Reason}}（{{.Code}}）</td><td><code>{{.SHA256}}</code></td></tr>{{end}}</table><h2>合同</h2>{{end}}
{{if not .List}}<p>还没有合同。</p>{{else}}<table><tr><th>合同编号</th><th>名称</th><th>金额（元）</th><th>乙方</th><th>状态</th></tr>
{{range .List}}<tr><td><a href="/contracts/{{.Contract.No}}">{{.Contract.No}}</a></td><td>{{.Contract.Title}}</td><td>{{.Contract.Amount}}</td>
<td>{{.Contract.PartyB.Name}}</td><td>{{.State}}</td></tr>{{end}}</table>{{end}}`)
	page.Show(w, http.StatusOK, "采购管理信息系统 · 合同", 5, struct {
		List     []row
		Problems []Problem
	}{list, problems})
}

// pageContext is a longer life for an act that a page's button started: closing the page does not undo it.
func pageContext(r *http.Request) context.Context { return context.WithoutCancel(r.Context()) }

func (s *Server) contractPage(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	e, known := s.entries[r.PathValue("no")]
	var shown row
	if known {
		shown = row{*e, e.state()}
		shown.History = slices.Clone(e.History)
	}
	s.mu.Unlock()
	if !known {
		http.Error(w, "没有这份合同", http.StatusNotFound)
		return
	}
	page := pages.New(`<p><a href="/">全部合同</a></p>
<p>状态：<strong>{{.State}}</strong></p>
<table>
<tr><th>合同名称</th><td>{{.Contract.Title}}</td></tr>
<tr><th>金额（元）</th><td>{{.Contract.Amount}}</td></tr>
<tr><th>电子签章合同</th><td>{{.Contract.ESeal}}</td></tr>
<tr><th>用印流程</th><td>{{.Contract.SealProcess}}</td></tr>
<tr><th>甲方</th><td>{{.Contract.PartyA.Name}} {{.Contract.PartyA.Department}}</td></tr>
<tr><th>甲方履约人</th><td>{{.Contract.PartyA.Person}}</td></tr>
<tr><th>甲方履约人手机号码</th><td>{{.Contract.PartyA.Phone}}</td></tr>
<tr><th>乙方</th><td>{{.Contract.PartyB.Name}} {{.Contract.PartyB.CreditCode}}</td></tr>
<tr><th>乙方履约代表</th><td>{{.Contract.PartyB.Person}}</td></tr>
<tr><th>乙方手机号</th><td>{{.Contract.PartyB.Phone}}</td></tr>
<tr><th>经办人</th><td>{{.Contract.Purchaser.Name}} {{.Contract.Purchaser.Phone}}</td></tr>
<tr><th>待盖章的合同文本</th><td><a href="/contracts/{{.Contract.No}}/text.pdf">{{.Contract.Document.FileName}}</a><br><code>{{.Contract.Document.SHA256}}</code></td></tr>
</table>
{{if not .Seq}}<form method="post" action="/contracts/{{.Contract.No}}/approve" data-act="approve">
<label for="by">审批人</label><input id="by" name="by" value="钱样例" required><br><button>审批通过</button></form>{{end}}
{{with .Intake}}<h2>签署平台的答复</h2><p>{{if eq .Status "accepted"}}<span class="good">已接收</span>{{else if eq .Status "quarantined"}}<span class="bad">待核对</span>{{else}}<span class="bad">未接收</span>{{end}}
{{with .Reason}}：{{.}}{{end}} {{with .Code}}<span class="muted">（{{.}}）</span>{{end}}</p>{{end}}
<h2>合同附件</h2>
{{with .Final}}<table><tr><th>类别</th><th>文件</th><th>回执</th><th>收到时间</th></tr>
<tr><td>合同盖章终稿</td><td><a href="/contracts/{{$.Contract.No}}/final.pdf" data-act="download">下载</a>（{{.Size}} 字节）<br><code>{{.SHA256}}</code></td><td>{{.Number}}</td><td>{{clock .ReceivedAt}}</td></tr></table>
<p>{{if $.TextKept}}<span class="good">终稿逐字节包含送签的合同文本。</span>{{else}}<span class="bad">终稿不是在送签的合同文本上签署的。</span>{{end}}</p>
{{else}}<p>还没有合同盖章终稿。</p>{{end}}
{{if .Seq}}<form method="post" action="/contracts/{{.Contract.No}}/pull" data-act="pull"><button>从签署平台下载终稿并比对</button></form>{{end}}
<h2>经过</h2><table>{{range .History}}<tr><td>{{clock .At}}</td><td>
{{if .Submit}}提交审批{{else if .Approve}}审批通过（{{.Approve}}）{{else if .Intake}}签署平台答复：{{.Intake.Status}} {{.Intake.Reason}}
{{else if .Progress}}签署平台告知：{{.Progress.Status}} {{.Progress.Reason}}{{else if .Final}}收到合同盖章终稿，回执 {{.Final.Number}}
{{else if .Conflict}}<span class="bad">拒收另一份终稿 <code>{{.Conflict}}</code></span>{{else if .Pull}}主动下载：{{.Pull.Outcome}} {{.Pull.Detail}}{{end}}</td></tr>{{end}}</table>`)
	page.Show(w, http.StatusOK, "合同 "+shown.Contract.No, 0, shown)
}

func (s *Server) textFile(w http.ResponseWriter, r *http.Request) {
	s.download(w, r, func(e *entry) (sha, name string) { return e.Contract.Document.SHA256, e.Contract.Document.FileName })
}

func (s *Server) finalFile(w http.ResponseWriter, r *http.Request) {
	s.download(w, r, func(e *entry) (sha, name string) {
		if e.Final == nil {
			return "", ""
		}
		return e.Final.SHA256, e.Contract.No + "-合同盖章终稿.pdf"
	})
}

func (s *Server) download(w http.ResponseWriter, r *http.Request, which func(*entry) (sha, name string)) {
	s.mu.Lock()
	sha, name := "", ""
	if e, known := s.entries[r.PathValue("no")]; known {
		sha, name = which(e)
	}
	s.mu.Unlock()
	if sha == "" {
		http.Error(w, "没有这个文件", http.StatusNotFound)
		return
	}
	s.sendFile(w, sha, name)
}

func (s *Server) approveForm(w http.ResponseWriter, r *http.Request) {
	by := r.PostFormValue("by")
	if by == "" {
		http.Error(w, "请填写审批人", http.StatusBadRequest)
		return
	}
	s.back(w, r, s.Approve(r.PathValue("no"), by))
}

func (s *Server) pullForm(w http.ResponseWriter, r *http.Request) {
	_, err := s.Pull(pageContext(r), r.PathValue("no"))
	s.back(w, r, err)
}

// back returns to the contract's page after a button.
func (s *Server) back(w http.ResponseWriter, r *http.Request, err error) {
	switch {
	case errors.Is(err, ErrUnknown):
		http.Error(w, "没有这份合同", http.StatusNotFound)
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	default:
		http.Redirect(w, r, "/contracts/"+r.PathValue("no"), http.StatusSeeOther)
	}
}
