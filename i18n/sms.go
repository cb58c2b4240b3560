package i18n

import "campus.example/sealdesk/domain"

// SMS holds the texts an office registers with its SMS provider as templates. The address of the signers' pages
// stands in the template itself, at {0}, since providers refuse addresses in variables; {1} is the sign name.
type SMS struct {
	Templates map[domain.MessageKind]string
}

// Template gives the text to register for one kind of message, with the provider's ${variables} left in it. Base
// is the address of the signers' pages without a slash at the end.
func (t *Text) Template(kind domain.MessageKind, sign, base string) string {
	return t.Fill(t.SMS.Templates[kind], base, sign)
}

func smsZH() SMS {
	return SMS{Templates: map[domain.MessageKind]string{
		domain.MessageLinkB:  "【{1}】您有一份合同待乙方签字并盖章，请打开 {0}/s/${code} 办理。请勿转发。",
		domain.MessageLinkA:  "【{1}】您有一份合同待甲方签字，请打开 {0}/s/${code} 办理。请勿转发。",
		domain.MessageDuty:   "【{1}】合同${no}双方已签署，待加盖合同专用章。",
		domain.MessageCode:   "【{1}】验证码${code}，5分钟内有效，请勿告知他人。",
		domain.MessageDone:   "【{1}】合同${no}已签署完成，可下载盖章终稿。",
		domain.MessageWarn:   "【{1}】您有一份合同待签署，期限还剩${days}天，请打开 {0}/s/${code} 办理。请勿转发。",
		domain.MessageRecall: "【{1}】合同${no}已停止签署，请勿再操作。",
	}}
}

func smsEN() SMS {
	return SMS{Templates: map[domain.MessageKind]string{
		domain.MessageLinkB:  "【{1}】A contract waits for Party B's signature and seal: {0}/s/${code} Please do not forward.",
		domain.MessageLinkA:  "【{1}】A contract waits for Party A's signature: {0}/s/${code} Please do not forward.",
		domain.MessageDuty:   "【{1}】Contract ${no} is signed by both parties and waits for the contract seal.",
		domain.MessageCode:   "【{1}】Your code is ${code}, good for 5 minutes. Tell it to nobody.",
		domain.MessageDone:   "【{1}】Contract ${no} is complete; the sealed final can be downloaded.",
		domain.MessageWarn:   "【{1}】A contract waits for you, ${days} days are left: {0}/s/${code} Please do not forward.",
		domain.MessageRecall: "【{1}】Signing of contract ${no} has stopped. There is nothing left to do.",
	}}
}
