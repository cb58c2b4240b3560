package i18n

// UniPDF names what that engine does not do, why it may not be used, or what there is of it.
func (t *Text) UniPDF(key string) string { return word(t.Words.UniPDF, key) }

// What the engine UniPDF does not do, why it may not be used, and what there is of it.

func unipdfZH() map[string]string {
	return map[string]string{
		"second_signature": "已有签名的文件", "empty_field": "填入文件中已有的空签名域", "nested_fields": "有多级表单域的文件",
		"across_pages": "骑缝章", "picture_seal": "图片印章", "encrypted_document": "加密的文件", "contract_acts": "合同的签字盖章",
		"left_out": "本程序编译时未包含", "no_licence": "未提供", "not_valid": "无效", "not_written": "引擎自身拒绝写入",
	}
}

func unipdfEN() map[string]string {
	return map[string]string{
		"second_signature": "a document that is signed already", "empty_field": "an empty field of the document",
		"nested_fields": "a document with fields below fields", "across_pages": "a seal across the pages", "picture_seal": "a seal that is a picture",
		"encrypted_document": "an encrypted document", "contract_acts": "the acts of a contract", "left_out": "not part of this build",
		"no_licence": "none given", "not_valid": "not valid", "not_written": "the engine itself refused to write",
	}
}
