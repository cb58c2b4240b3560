package i18n

// Output holds the words that only the tables and lines of the command line use.
type Output struct {
	Reason      string            // label: why a contract left its path
	Round       string            // {0} number: a signature of a corrected text
	System      string            // the program itself, as an actor
	Signer      string            // {0} id: a signer whose name is not known here
	Visitor     string            // a caller of the signers' pages
	Objects     map[string]string // what an event is about, by the word in front of its colon
	Changed     string            // {0} operator: changed, not added
	PhotosSaved string            // {0} review, {1} folder
	Signers     []string          // headings: representative, name, phone, verified
	Signatures  []string          // headings: act, state, round, who, when
	PIN         string            // question: the PIN of the seal key
	Lacks       string            // {0} keys of the settings that are missing
	Signing     string            // {0} engine that signs, {1} Go, {2} the other engine
	UniPDF      map[string]string // the state of that engine
	Listed      string            // between the members of a list
	Named       string            // {0} code, {1} word
}

func outputZH() Output {
	return Output{
		Reason: "原因", Round: "第 {0} 次更正", System: "系统", Signer: "签署人 {0}", Visitor: "访客",
		Changed: "已更改操作员 {0}。", PhotosSaved: "审核 {0} 的材料已保存到 {1}。",
		Objects: map[string]string{
			"contract": "合同", "verification": "个人认证", "review": "人工审核", "operator": "操作员", "person": "签署人", "template": "模板", "job": "任务",
			"office": "采招办", "contracts": "合同", "verifications": "个人认证", "reviews": "人工审核", "jobs": "任务", "record": "事件记录", "operators": "操作员",
			"pages": "签署页面", "message": "短信", "seal_key": "印章密钥", "rule": "规则", "rules": "规则", "settings": "设置文件",
			"intake": "来件", "offer": "来件", "key": "密钥", "photos": "照片", "enrolment": "用印登记",
		},
		Signers:    []string{"代表", "姓名", "手机号", "认证"},
		Signatures: []string{"签署", "状态", "文本", "签署人", "时间"},
		PIN:        "印章口令",
		Lacks:      "还不能运行服务，缺少配置：{0}",
		Signing:    "由 {0} 签署，{1}[，{2}]",
		UniPDF:     map[string]string{"left_out": "未编入 UniPDF", "unlicensed": "UniPDF 无许可，不会调用", "licensed": "UniPDF 有许可"},
		Listed:     "、", Named: "{0}（{1}）",
	}
}

func outputEN() Output {
	return Output{
		Reason: "Reason", Round: "correction {0}", System: "system", Signer: "signer {0}", Visitor: "visitor",
		Changed: "Operator {0} is changed.", PhotosSaved: "The documents of review {0} are saved in {1}.",
		Objects: map[string]string{
			"contract": "contract", "verification": "verification", "review": "review",
			"operator": "operator", "person": "signer", "template": "template", "job": "job",
			"office": "office", "contracts": "contracts", "verifications": "verifications",
			"reviews": "reviews", "jobs": "jobs", "record": "record",
			"operators": "operators", "pages": "signers' pages", "message": "message", "seal_key": "seal key",
			"rule": "rule", "rules": "rules", "settings": "settings file", "intake": "intake", "offer": "offer", "key": "key",
			"photos": "photos", "enrolment": "enrolment",
		},
		Signers:    []string{"Representative", "Name", "Phone", "Verification"},
		Signatures: []string{"Act", "State", "Text", "Signer", "Time"},
		PIN:        "PIN of the seal key",
		Lacks:      "not ready to serve, settings are missing: {0}",
		Signing:    "{0} signs, {1}[, {2}]",
		UniPDF: map[string]string{
			"left_out":   "UniPDF left out",
			"unlicensed": "UniPDF without licence, never called", "licensed": "UniPDF with licence",
		},
		Listed: ", ", Named: "{0} ({1})",
	}
}
