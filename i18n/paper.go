package i18n

// Paper holds the words of documents the office makes itself. They are signed, so they follow the office's language.
type Paper struct {
	VoidTitle string
	// VoidBody: {0} number, {1} title, {2} Party A, {3} Party B, {4} amount in yuan, {5} SHA-256 of the final,
	// {6} reason, {7} date.
	VoidBody []string
	// SignA and SignB are the lines of the two parties; {0} is the party. They hold the words that places to sign are
	// found by, which are Chinese in every language.
	SignA, SignB []string
}

func paperZH() Paper {
	return Paper{
		VoidTitle: "合同作废确认书",
		VoidBody: []string{
			"甲方：{2}", "乙方：{3}",
			"双方经电子签署平台签订的《{1}》（合同编号：{0}，合同金额：人民币 {4} 元）已签署完成。盖章终稿的 SHA-256 校验值为：", "{5}",
			"作废原因：{6}",
			"经双方协商一致，自本确认书由乙方签字并盖章、甲方签字并加盖合同专用章之日起，上述合同作废，不再履行。本确认书签署完成之前，上述合同仍然有效。",
			"双方对上述合同已履行的部分及其他未尽事宜另有约定的，从其约定。",
			"提出日期：{7}",
		},
		SignA: []string{"甲方（盖章）：{0}", "甲方履约代表（签字）：", "日期：　　　　年　　月　　日"},
		SignB: []string{"乙方（盖章）：{0}", "乙方履约代表（签字）：", "日期：　　　　年　　月　　日"},
	}
}

func paperEN() Paper {
	return Paper{
		VoidTitle: "Agreement to void a contract",
		VoidBody: []string{
			"Party A: {2}", "Party B: {3}",
			"The parties concluded the contract “{1}” (number {0}, amount CNY {4}) on the platform for electronic signing. The SHA-256 of its sealed final is:", "{5}",
			"Reason: {6}",
			"The parties agree that the contract is void from the day on which Party B has signed and sealed this document and Party A has signed it and applied its contract seal. Until then the contract stays in force.",
			"Where the parties agree otherwise on what was performed already or on anything else, that agreement holds.",
			"Proposed on {7}",
		},
		SignA: []string{"甲方（盖章） Party A, seal: {0}", "甲方履约代表（签字） signature:", "Date:"},
		SignB: []string{"乙方（盖章） Party B, seal: {0}", "乙方履约代表（签字） signature:", "Date:"},
	}
}
