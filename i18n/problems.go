package i18n

import "sealdesk/domain"

// The words for codes that flag a contract or name a failed try, short enough for a column. Other codes show
// themselves.

func problemsZH() map[domain.Code]string {
	return map[domain.Code]string{
		domain.CodeProviderDown: "服务无法连接", domain.CodeProviderNonsense: "服务返回异常", domain.CodeProviderRefused: "服务拒绝",
		domain.CodeReceiptMismatch: "回执不符", domain.CodeOutcomeUnknown: "结果不明", domain.CodeNameDiffers: "姓名不符",
		domain.CodeNoDuty: "无人值班", domain.CodeSealQuarantined: "盖章结果隔离", domain.CodeOtherBytes: "文本不同",
		domain.CodeOfferDiffers: "内容不同", domain.CodeDocumentRefused: "取不到文本", domain.CodeDocTooBig: "文本过大", domain.CodeDocNotPDF: "不是 PDF",
		domain.CodeNoEmpty: "没有编号", domain.CodeOfferUnreadable: "不是合同记录", domain.CodeOfferDeclined: "未予接收", domain.CodeWrongStage: "阶段不符",
		domain.CodeSealProcessUnknown: "用印流程不明", domain.CodeNoPlaceToSign: "无签署位置", domain.CodeTriesUsedUp: "次数用完",
		domain.CodePersonHasOtherDoc: "手机号已绑定他人", domain.CodeSealKeyLocked: "印章未解锁", domain.CodeCodeWrong: "验证码错误",
		domain.CodeCodeExpired: "验证码失效", domain.CodeInternal: "程序出错", domain.CodeNotVerified: "未认证",
		domain.CodeDocumentMismatch: "文件不一致", domain.CodeSMSFailed: "短信发送失败", domain.CodeIdentityMismatch: "身份不一致",
		domain.CodeIdentityNoRecord: "查无记录", domain.CodeIdentityInput: "信息有误",
		domain.CodeSealWords: "印章无法绘制", domain.CodeDocCertified: "文件不许改动", domain.CodeDocLocked: "文件已锁定", domain.CodeDocFieldsOnly: "限预设签名域",
		domain.CodeDocPermissions: "文件不许签署", domain.CodeUniPDFLicence: "引擎无许可", domain.CodeUniPDFCannot: "引擎不支持",
		domain.CodeSealUnseen: "结果无法核图", domain.CodeFieldsUnsound: "签名域核对不符", domain.CodeSecondMissing: "待另一人确认", domain.CodeAppraisalDue: "保管期满待鉴定", domain.CodeArchiveDiffers: "归档不符", domain.CodeFinalMissing: "对方无终稿",
		domain.CodeFinalDiffers: "对方终稿不同", domain.CodeUndelivered: "回传未成功", domain.CodeActLapsed: "签署已失效", domain.CodeSealLength: "印章字数不符",
	}
}

func problemsEN() map[domain.Code]string {
	return map[domain.Code]string{
		domain.CodeProviderDown: "no connection", domain.CodeProviderNonsense: "unreadable answer", domain.CodeProviderRefused: "refused",
		domain.CodeReceiptMismatch: "receipt differs", domain.CodeOutcomeUnknown: "outcome unknown", domain.CodeNameDiffers: "name differs",
		domain.CodeNoDuty: "nobody on duty", domain.CodeSealQuarantined: "seal held back", domain.CodeOtherBytes: "other text",
		domain.CodeOfferDiffers: "other contents", domain.CodeDocumentRefused: "no text to fetch", domain.CodeDocTooBig: "text too big", domain.CodeDocNotPDF: "not a PDF",
		domain.CodeNoEmpty: "no number", domain.CodeOfferUnreadable: "no contract", domain.CodeOfferDeclined: "declined", domain.CodeWrongStage: "wrong stage",
		domain.CodeSealProcessUnknown: "unknown seal process", domain.CodeNoPlaceToSign: "no place to sign", domain.CodeTriesUsedUp: "tries used up",
		domain.CodePersonHasOtherDoc: "phone bound elsewhere", domain.CodeSealKeyLocked: "seal key locked", domain.CodeCodeWrong: "wrong code",
		domain.CodeCodeExpired: "code expired", domain.CodeInternal: "program failed", domain.CodeNotVerified: "not verified",
		domain.CodeDocumentMismatch: "document differs", domain.CodeSMSFailed: "message failed", domain.CodeIdentityMismatch: "identity mismatch",
		domain.CodeIdentityNoRecord: "no record", domain.CodeIdentityInput: "wrong input",
		domain.CodeSealWords: "seal cannot be drawn", domain.CodeDocCertified: "changes forbidden", domain.CodeDocLocked: "locked document", domain.CodeDocFieldsOnly: "prepared fields only",
		domain.CodeDocPermissions: "signing forbidden", domain.CodeUniPDFLicence: "engine not licensed", domain.CodeUniPDFCannot: "engine cannot",
		domain.CodeSealUnseen: "result not seen", domain.CodeFieldsUnsound: "fields look wrong", domain.CodeSecondMissing: "second sealer missing", domain.CodeAppraisalDue: "to be appraised", domain.CodeArchiveDiffers: "archive differs", domain.CodeFinalMissing: "final missing there",
		domain.CodeFinalDiffers: "other final there", domain.CodeUndelivered: "not delivered", domain.CodeActLapsed: "signature lapsed", domain.CodeSealLength: "seal too long",
	}
}
