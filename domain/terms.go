package domain

// Term is one word of the field in its two languages. The project uses these words and no others.
type Term struct{ Chinese, English string }

// Terms is the glossary: the only place where the two languages stand side by side.
func Terms() []Term {
	return []Term{
		{"采购管理信息系统", "procurement system"},
		{"电子签署平台", "signing platform"},
		{"采招办", "procurement office"},
		{"采招办管理员", "sealer"},
		{"合同", "contract"},
		{"合同编号", "contract number"},
		{"用印流程", "seal process"},
		{"电子签章合同", "e-seal contract"},
		{"合同盖章终稿", "sealed final"},
		{"甲方", "Party A"},
		{"乙方", "Party B"},
		{"甲方履约代表", "Party A's performer"},
		{"甲方履约人", "Party A's performer"},
		{"乙方履约代表", "Party B's representative"},
		{"推送", "push"},
		{"签字", "signature"},
		{"盖章", "seal (act)"},
		{"合同专用章", "contract seal"},
		{"骑缝章", "across-page seal"},
		{"个人认证", "personal verification"},
		{"人工审核", "manual review"},
		{"人脸识别", "face"},
		{"手机号", "phone"},
		{"银行卡", "bank card"},
		{"值班", "on duty"},
		{"用印登记簿", "seal usage ledger"},
		{"撤回", "recall"},
		{"作废", "void"},
		{"强制结束", "end"},
		{"签名域", "signature field"},
		{"时间戳", "timestamp token"},
	}
}
