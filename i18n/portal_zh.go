package i18n

import "campus.example/sealdesk/domain"

func portalZH() Portal {
	p := Portal{
		Common: PortalCommon{
			Product: "电子签署平台", Title: "{0} - {1}", Office: "采招办", CallOffice: "如有疑问，请联系采招办[，电话 {0}]。", Paper: "不便在网上办理的，可请采招办改为纸质签署。",
			Continue: "继续", Back: "返回", Cancel: "取消", Submit: "提交", Refresh: "刷新", Required: "必填", Optional: "选填",
			Waiting: "正在处理，页面会自动刷新，请稍候。", OtherLanguage: "English", SignOut: "退出", SignedOut: "您已退出。",
			Me: "个人中心", SkipToContent: "跳到正文", ErrorHeading: "未能提交", Consent: "请阅读并同意",
			ReadConsent: "阅读全文", Attachments: "附件", Step: "第 {0} 步，共 {1} 步",
		},
		Entry: PortalEntry{
			Title: "进入签署平台", Welcome: "{0}电子签署平台", Explain: "您有合同需要办理。点击“使用”后，我们会向您的手机发送验证码。",
			Phone: "验证码将发送至 {0}", Use: "使用", NoLink: "请打开手机短信中的链接进入。没有收到短信时，请联系采招办。",
			SafetyTitle: "安全提示", Safety: "采招办不会以电话或短信索要验证码、银行卡密码，也不会要求转账。",
		},
		Login: PortalLogin{
			Title: "手机号登录", Explain: "合同签署人、采购人和采招办人员可用登记的手机号登录。", Phone: "手机号", PhoneHint: "11 位手机号码",
			Send: "获取验证码", Sent: "如果该号码已登记，验证码已发出。", Wrong: "验证码不正确或已失效。请核对最近一条短信，或重新获取。",
			Link: "用手机号登录",
		},
		Code: PortalCode{
			Title: "输入验证码", Sent: "验证码已发送至 {0}。", Label: "短信验证码", Hint: "6 位数字，{0} 分钟内有效", Enter: "进入",
			Resend: "重新发送", ResendIn: "{0} 秒后可重新发送",
			NotGotten: "没有收到？请确认手机未拦截短信，稍候再重新发送；号码有误时请联系采招办更正。",
		},
		Home: PortalHome{
			Title: "首页", Greeting: "{0}，您好", GreetingPhone: "{0}，您好", Todo: "待您办理", Nothing: "目前没有需要您办理的事项。",
			VerifyFirst: "首次使用须先完成个人认证，之后不再重复。", VerifyNow: "去认证", Verified: "已通过{0}认证[，有效期至 {1}]",
			NotVerified: "尚未认证", VerifyAgain: "您的认证已到期，请重新认证。", SignNow: "去签字", SealNow: "去盖章", Look: "查看",
			Waiting: "等待{0}", Finished: "已完成", Contract: "合同", ContractNo: "合同编号", ContractTitle: "合同名称",
			Amount: "金额（元）", Stage: "状态", Deadline: "签署期限", Progress: "办理进度",
			Steps:  [3]string{"创建合同并完成审批", "双方签字盖章", "下载已签合同"},
			Center: "个人中心", Name: "姓名", PhoneNumber: "手机号", Document: "证件", ScanTitle: "用手机扫描二维码认证",
			ScanExplain: "在电脑上打开时，可用手机扫描二维码，在手机上完成个人实名认证。二维码 {0} 分钟内有效，请勿转发。",
			ScanAlt:     "打开手机认证页面的二维码",
			Purchases:   "我的采购合同", ScanGoOn: "用手机扫描二维码继续办理", ScanNew: "换一个二维码", Signature: "个人认证",
		},
		Identity: PortalIdentity{
			Title: "完善身份信息", Intro: "请填写与证件一致的信息。",
			Steps: [2]string{"完善身份信息", "选择认证方式"}, Kind: "证件类型", SwitchKind: "切换证件类型", Name: "姓名",
			NameHint: "与证件上的姓名一致", Number: "证件号码", NumberHint: "字母请用大写",
			Hints: map[domain.DocKind]string{
				domain.DocIDCard: "18 位，末位可能是字母 X", domain.DocPassport: "护照资料页右上角的号码，只含字母和数字",
				domain.DocHKMacauPermit: "以 H 或 M 开头，共 9 位或 11 位", domain.DocTaiwanPermit: "8 位数字；旧版为 10 位数字，可带括号内字符",
				domain.DocResidence: "18 位，以 81、82 或 83 开头", domain.DocForeignerPRC: "18 位，以 9 开头；旧版为 3 个字母和 12 位数字",
			},
			OnlyManual: "非居民身份证持有人请使用人工审核方式认证。", Next: "下一步",
		},
		Methods: PortalMethods{
			Title: "选择认证方式", Intro: "前三种方式任选一种通过即可。", Face: "人脸识别认证", Phone: "手机号认证", Bank: "银行卡认证",
			Manual: "人工审核", FaceExplain: "通过摄像头核对是否本人。", PhoneExplain: "核对短信验证码，以及姓名、证件号码与手机号的登记是否一致。",
			BankExplain: "核对您在银行预留的身份信息。", ManualExplain: "上传证件照片，由工作人员审核，约需 15 至 30 分钟。",
			ManualLater: "人工审核用时较长，在其他方式未通过后可以选择。", ManualOnly: "您的证件类型只能使用人工审核。",
			TriesLeft: "今日还可尝试 {0} 次", NoTries: "今日次数已用完", NoneOffered: "目前没有可用的自动认证方式，请使用人工审核。",
			EditIdentity: "修改身份信息",
		},
		Phone: PortalPhone{
			Title:   "手机号认证",
			Explain: "我们会向您的手机发送验证码；验证码正确后，再向认证服务核对姓名、证件号码与手机号是否一致。两项都通过才算认证成功。",
			Start:   "发送验证码", Sent: "验证码已发送至 {0}。", Label: "短信验证码", Check: "认证", Resend: "重新发送", Switch: "改用其他方式",
		},
		Bank: PortalBank{
			Title: "银行卡认证", Explain: "请填写您本人的银行卡，核对其预留身份信息与第一步所填是否一致。不会扣款，也不需要密码。",
			Card: "银行卡号", CardHint: "13 至 19 位数字", Phone: "银行预留手机号", PhoneIs: "须为 {0}", Check: "认证", Switch: "改用其他方式",
		},
		Face: PortalFace{
			Title:       "人脸识别认证",
			Explain:     "请在光线充足处，正对手机，露出完整面部。",
			Camera:      "同意后，先打开摄像头，再按提示做动作。",
			CameraTitle: "打开摄像头",
			Stays:       "画面只在您的手机上显示，供您对准面部，不会上传或保存。",
			Seen:        "看到自己了，继续",
			ActionTitle: "按提示做动作",
			Action:      "请缓慢眨眼，再向左、向右转头。",
			ByProvider:  "点击“开始识别”后，由身份认证服务方采集面部影像并核对。采招办只收到核对结果。",
			Start:       "开始识别",
			NoCamera:    "没有找到摄像头，或浏览器未获允许使用。请允许后刷新本页，换用手机打开，或改用其他方式。",
			NoScript:    "浏览器未启用脚本，不能打开摄像头。请改用其他方式。",
			Mirror:      "摄像头画面",
			Switch:      "改用其他方式",
			Permission:  "浏览器询问时，请允许使用摄像头。",
		},
		Photos: PortalPhotos{
			Title: "人工审核", Explain: "请上传两张照片：证件正面照，以及您本人手持证件的照片。", Promise: "提交后约需 15 至 30 分钟。",
			Start: "开始上传", Front: "证件正面照", FrontHint: "四角完整，文字清晰，没有反光", Held: "手持证件照",
			HeldHint: "面部与证件同时入镜，均清晰无遮挡", Formats: "JPEG 或 PNG 格式，每张不超过 {0} MB", Send: "提交审核",
			Choose: "拍照或选择照片", Again: "请按原因重新提交照片。",
		},
		Results: resultsZH(),
	}
	p.readingZH()
	p.signingZH()
	return p
}

func resultsZH() PortalResults {
	waiting := PortalResult{"正在核验", "结果通常很快返回，页面会自动刷新。"}
	return PortalResults{
		Face: PortalMethodResults{
			Waiting: waiting, Passed: PortalResult{"认证成功", "您已通过人脸识别认证。"},
			Failed:  PortalResult{"认证失败", "人脸识别未通过。您可以再试一次，或改用其他方式。"},
			Refused: PortalResult{"认证失败", "人脸识别未被受理。请改用其他方式。"},
		},
		Phone: PortalMethodResults{
			Waiting: waiting, Passed: PortalResult{"认证成功", "您已通过手机号认证。"},
			Failed:  PortalResult{"认证失败", "验证码不正确，或姓名、证件号码与手机号的登记不一致。请改用其他方式。"},
			Refused: PortalResult{"认证失败", "手机号认证未被受理。请改用其他方式。"},
		},
		Bank: PortalMethodResults{
			Waiting: waiting, Passed: PortalResult{"认证成功", "您已通过银行卡认证。"},
			Failed:  PortalResult{"认证失败", "银行预留信息与您填写的不一致。您可以再试一次，或改用其他方式。"},
			Refused: PortalResult{"认证失败", "银行卡认证未被受理。请改用其他方式。"},
		},
		Manual: PortalMethodResults{
			Waiting: PortalResult{"等待审核", "照片已提交，工作人员正在审核，约需 15 至 30 分钟。您可以关闭页面，稍后从短信链接回来查看。"},
			Passed:  PortalResult{"认证成功", "您已通过人工审核。"},
			Failed:  PortalResult{"认证失败", "人工审核未完成。请重新提交照片。"},
			Refused: PortalResult{"审核未通过", "请查看原因，重新提交照片。"},
		},
		Again: "再试一次", OtherMethod: "改用其他方式", ToIdentity: "返回第一步重新填写", Resubmit: "重新提交照片", GoOn: "继续办理合同", Since: "提交时间：{0}", Ahead: "前面还有 {0} 位等待审核。", Next: "您是下一位。",
		Late:   "已超过 30 分钟，工作人员会尽快处理[。也可以致电 {0} 催办]。",
		Reason: "原因：{0}", CallOffice: "审核已多次未通过，请联系采招办[，电话 {0}]。",
		NameDiffers: "您已通过认证，但姓名与合同联系人不一致，签署已暂停。请联系采招办核实。",
	}
}

func (p *Portal) readingZH() {
	p.Read = PortalRead{
		Title:        "阅读合同全文",
		Views:        "查看方式",
		Pictures:     "页面",
		Words:        "文字",
		Download:     "下载 PDF",
		Page:         "第 {0} 页，共 {1} 页",
		PictureAlt:   "合同第 {0} 页的图片，共 {1} 页。看不到图片时，请改看文字或下载 PDF。",
		Enlarge:      "放大第 {0} 页",
		WordsNote:    "文字提取自文件，便于放大和朗读。签署以页面和 PDF 文件为准。",
		NoWords:      "本页没有可提取的文字，可能是扫描件。请看页面，或下载 PDF。",
		WordsMissing: "本页文字暂时无法读取。请看页面，或下载 PDF。",
		NotShown:     "有的页面没有显示出来。请改看文字，或下载 PDF。",
		SignHere:     "您的签名",
		SealHere:     "公司印章",
		SignAt:       "您的签名将位于第 {0} 页{1}。",
		SealAt:       "公司印章将位于第 {0} 页{1}。",
		Prev:         "前面的页",
		Next:         "后面的页",
		ToSign:       "已阅读，去签字",
		ToSeal:       "已阅读，去盖章",
		Where:        [9]string{"左上方", "上方正中", "右上方", "左侧", "正中", "右侧", "左下方", "下方正中", "右下方"},
	}
}

func (p *Portal) signingZH() {
	p.Sign = PortalSign{
		Title: "签署合同", Heading: "《{0}》", Read: "阅读合同全文", ReadFirst: "请先阅读合同全文，再签字。", SHA: "文件校验值（SHA-256）",
		SHAExplain: "该值与您下载的文件一一对应，可用于核对文件未被改动。", Pages: "共 {0} 页", Parties: "合同双方",
		Draw: "请在框内手写签名", DrawHint: "用手指或鼠标书写，写错可清除重写", Clear: "清除", Type: "改为输入姓名", TypeHint: "输入与认证一致的姓名",
		SendCode: "获取签署验证码", CodeSent: "验证码已发送至 {0}。", Label: "签署验证码", Sign: "确认签字", Refuse: "拒绝签署",
		Working: "正在签字，请勿关闭页面。", Held: "您已签字，结果正由采招办人工核对，暂未生效。",
		HeldExplain: "采招办工作人员会打电话与您联系。您不需要再做什么，可以关闭页面，也可以先查看或保存合同文件[；如需尽快办理，请致电 {0}]。必要时也可以请采招办改为纸质签署。", Done: "签字完成。", ThenSeal: "请继续加盖公司印章。",
		NoScript: "浏览器未启用脚本，不能手写，请输入姓名。", PadAlt: "手写签名区", DueBy: "请在 {0} 前完成", Paused: "签署暂停：采招办正在核实一方联系人的姓名，您无需操作。",
		OrderTitle: "签署顺序", WaitForTurn: "轮到您时会有短信通知。",
		CodeFirst: "获取验证码", NewCode: "重新获取验证码", Undo: "撤销一笔", YourAct: "需要您办理：{0}", ActDone: "已完成", ActDue: "办理中", ActLater: "未开始",
	}
	p.Seal = PortalSeal{
		Title: "加盖印章", Explain: "签字已完成。请以公司名义加盖电子印章。", Company: "公司名称", CreditCode: "统一社会信用代码",
		Preview: "印章样式", PreviewAlt: "{0}的电子印章", Authority: "代表公司签署的身份声明", Legal: "我是该公司的法定代表人",
		Authorised: "我是该公司授权的受托人", Seal: "确认盖章", Working: "正在盖章，请勿关闭页面。", Held: "您已盖章，结果正由采招办人工核对，暂未生效。", Done: "盖章完成。",
		Shown: "您的身份", LegalShown: "法定代表人（已声明）", AuthorisedShown: "受托人（授权委托书已审核）",
		LetterNeeded:  "按采招办的规定，仅声明为法定代表人不够：请先上传证明文件，审核通过后再盖章。",
		ToLetter:      "上传证明文件",
		LetterHintAll: "受托人上传授权委托书：写明受托人姓名、公司名称和签订合同的授权范围，有公司盖章、法定代表人签字和日期。法定代表人上传加盖公章的法定代表人身份证明书。",
		ToCompany:     "我是受托人，或需要使用本公司的印章图片", CompanyTitle: "授权与公司印章",
		CompanyExplain: "材料只需提交一次，以后为该公司签署合同时直接使用。采招办一般在 15 至 30 分钟内审核，通过后即可盖章。",
		Letter:         "授权委托书", LetterHint: "写明受托人姓名、公司名称和签订合同的授权范围，有公司盖章、法定代表人签字和日期。法定代表人本人无须提交。",
		Picture: "公司印章图片（可选）", PictureHint: "白纸上的完整印章，端正清晰。不上传时，按公司登记名称生成印章。",
		Formats: "委托书为 PDF、JPEG 或 PNG 文件，印章图片为 JPEG 或 PNG，每个不超过 {0} MB。", Choose: "选择文件", Send: "提交审核",
		Waiting: "等待审核", WaitingExplain: "采招办正在审核您提交的材料。本页面会自动更新，您也可以稍后通过短信链接回来。",
	}
	p.Refuse = PortalRefuse{
		Title: "拒绝签署", Explain: "拒绝后，合同将停止签署并退回采购管理信息系统。", Reason: "拒绝原因", ReasonHint: "请写明需要修改之处",
		Choices: []string{"合同内容有误", "金额或数量不符", "签署人不对", "其他"}, Page: "所在页码", Confirm: "确认拒绝",
		Done: "已拒绝签署", DoneExplain: "我们已将您的原因告知采招办。内容更正后会重新发起签署。",
	}
	p.Done = PortalDone{
		Title: "办理完成", Signed: "您已完成签字。", Sealed: "您已完成签字和盖章。", Next: "合同现在等待{0}。", AllDone: "合同已全部签署完成。",
		Download: "下载合同", Keep: "请妥善保存已签署的合同文件。", CloseWindow: "可以关闭本页面。",
		Stopped: "合同{0}", StoppedHint: "合同已停止签署，您不需要再操作。如有疑问，请联系采招办。",
	}
	p.Errors = PortalErrors{
		Title: "无法完成", NotFound: "页面不存在。请使用最近一条短信中的链接。", LinkDead: "该链接已失效。请使用最近一条短信中的链接，或联系采招办。",
		SessionGone: "登录已失效。请重新打开短信中的链接。", Forged: "页面已过期。请返回上一页，刷新后重新提交。",
		TooBig: "提交的内容过大。请缩小照片后重新提交。", Busy: "访问过于频繁。请稍候再试。", WhatNow: "您可以",
		Number: "故障编号：{0}", MethodNotHere: "该页面不支持这样的访问。", BackToHome: "返回首页", OpenSMSAgain: "重新打开短信中的链接",
		NotYourTurn: "还没有轮到您。轮到时会有短信通知。", NothingToDo: "这份合同现在不需要您操作。", MaintenanceNow: "系统维护中，请稍后再来。",
	}
}
