package i18n

import "campus.example/sealdesk/domain"

func wordsZH() Words {
	w := Words{
		OffPath: "其他", Yes: "是", No: "否", None: "无",
		Units: Units{"秒", "秒", "分钟", "分钟", "小时", "小时", "天", "天"},
		Stages: map[domain.Stage]string{
			domain.StageToPush: "待推送", domain.StageBSigning: "待乙方签字", domain.StageBSealing: "待乙方盖章",
			domain.StageASigning: "待甲方签字", domain.StageToSeal: "待盖合同章", domain.StageDelivering: "待回传",
			domain.StageDone: "已完成", domain.StageQuarantined: "待核对", domain.StageTurnedAway: "未接收",
			domain.StageRejected: "已退回", domain.StageRecalled: "已撤回", domain.StageExpired: "已过期",
			domain.StageEnded: "强制结束", domain.StageVoiding: "作废确认中", domain.StageVoided: "已作废",
		},
		Acts: map[domain.Act]string{
			domain.ActBSign: "乙方签字", domain.ActBSeal: "乙方盖章", domain.ActASign: "甲方签字", domain.ActOfficeSeal: "采招办盖章",
		},
		Sides:  map[domain.Side]string{domain.PartyA: "甲方", domain.PartyB: "乙方"},
		Agents: map[domain.Side]string{domain.PartyA: "甲方履约代表", domain.PartyB: "乙方履约代表"},
		Methods: map[domain.Method]string{
			domain.MethodFace: "人脸识别", domain.MethodPhone: "手机号", domain.MethodBank: "银行卡", domain.MethodManual: "人工审核",
		},
		DocKinds: map[domain.DocKind]string{
			domain.DocIDCard: "居民身份证", domain.DocPassport: "护照", domain.DocHKMacauPermit: "港澳居民来往内地通行证",
			domain.DocTaiwanPermit: "台湾居民来往大陆通行证", domain.DocResidence: "港澳台居民居住证",
			domain.DocForeignerPRC: "外国人永久居留身份证",
		},
		Outcomes: map[domain.Outcome]string{
			domain.OutcomeMatch: "一致", domain.OutcomeMismatch: "不一致", domain.OutcomeNoRecord: "查无记录",
			domain.OutcomeInvalid: "信息有误", domain.OutcomePending: "查询中",
		},
		VerificationStates: map[domain.VerificationState]string{
			domain.VerificationCode: "待输入验证码", domain.VerificationChecked: "核验中", domain.VerificationReview: "待人工审核",
			domain.VerificationPassed: "已通过", domain.VerificationFailed: "未通过", domain.VerificationRefused: "审核未通过",
			domain.VerificationOff: "已取消",
		},
		Roles: map[domain.Role]string{
			domain.RoleOperator: "经办人", domain.RoleReviewer: "审核员", domain.RoleSealer: "采招办管理员（盖章）",
			domain.RoleAuditor: "审计员", domain.RoleAdmin: "系统管理员",
		},
		Rights: map[domain.Right]string{
			domain.RightRead: "查看", domain.RightImport: "导入合同", domain.RightPush: "推送", domain.RightAmend: "更改联系人和期限", domain.RightStop: "撤回、作废或强制结束", domain.RightDownload: "下载",
			domain.RightVerify: "处理个人认证", domain.RightReview: "人工审核", domain.RightSeal: "盖章",
			domain.RightReveal: "查看个人信息", domain.RightJobs: "处理任务", domain.RightAudit: "审计",
			domain.RightOperators: "管理人员",
		},
		Verdicts: map[domain.Verdict]string{
			domain.Accepted: "已接收", domain.TurnedAway: "未接收", domain.Quarantined: "待核对",
		},
		Sources: map[domain.Source]string{domain.FromProcurement: "采购管理信息系统", domain.FromImport: "手工导入", domain.FromVoid: "采招办作废"},
		Providers: map[string]string{
			"procurement": "采购管理信息系统", "sms": "短信服务", "identity": "身份认证服务", "tsa": "时间戳服务",
		},
		Fields: map[string]string{
			"phone": "手机号码", "amount": "金额", "name": "姓名", "reason": "原因", "party": "甲乙方", "date": "日期",
			"card": "银行卡号", "limit": "条数", "stage": "阶段", "role": "角色", "no": "合同编号", "title": "合同名称",
			"otp": "验证码", "place": "签署位置", "strokes": "手写签名",
			"seal_process": "用印流程", "party_a": "甲方", "department": "甲方院系", "person_a": "甲方履约代表", "phone_a": "甲方手机号码",
			"party_b": "乙方", "credit_code": "乙方统一社会信用代码", "person_b": "乙方履约代表", "phone_b": "乙方手机号码",
			"purchaser": "经办人", "purchaser_phone": "经办人手机号码",
		},
	}
	w.workZH()
	w.reasonsZH()
	w.Problems, w.Rules = problemsZH(), rulesZH()
	w.UniPDF = unipdfZH()
	w.Actions, w.Actors, w.Waits = actionsZH(), actorsZH(), waitsZH()
	return w
}

func (w *Words) workZH() {
	w.ReviewStates = map[domain.ReviewState]string{
		domain.ReviewOpen: "待领取", domain.ReviewClaimed: "审核中", domain.ReviewApproved: "已通过", domain.ReviewRejected: "未通过",
	}
	w.MessageKinds = map[domain.MessageKind]string{
		domain.MessageLinkB: "乙方签署通知", domain.MessageLinkA: "甲方签署通知", domain.MessageDuty: "待盖章通知",
		domain.MessageCode: "验证码", domain.MessageDone: "完成通知", domain.MessageRecall: "停止签署通知", domain.MessageWarn: "到期提醒",
	}
	w.MessageStates = map[domain.MessageState]string{
		domain.MessageQueued: "待发送", domain.MessageSent: "已发送", domain.MessageDelivered: "已送达",
		domain.MessageFailed: "发送失败", domain.MessageUnknown: "结果不明", domain.MessageDropped: "不再发送",
	}
	w.JobKinds = map[domain.JobKind]string{
		domain.JobPoll: "获取待签合同", domain.JobIntake: "接收合同", domain.JobPush: "推送合同", domain.JobAnswer: "答复接收结果", domain.JobSMS: "发送短信", domain.JobCheck: "核验身份",
		domain.JobAct: "办理签署", domain.JobDeliver: "回传终稿", domain.JobStatus: "通知状态", domain.JobSweep: "到期销毁", domain.JobPeriod: "签署期限", domain.JobReconcile: "夜间对账", domain.JobRefusals: "记录拒绝",
	}
	w.JobStates = map[domain.JobState]string{
		domain.JobReady: "等待", domain.JobRunning: "进行中", domain.JobDone: "完成", domain.JobUnknown: "结果不明",
		domain.JobDead: "失败", domain.JobCancelled: "已取消",
	}
	w.OfferStates = map[domain.OfferState]string{
		domain.OfferWaiting: "待接收", domain.OfferRefused: "接收不了", domain.OfferDiffers: "待核对", domain.OfferTaken: "已接收",
		domain.OfferTurnedAway: "未接收", domain.OfferDropped: "已移除",
	}
	w.Decisions = map[domain.Decision]string{
		domain.DecideAccept: "接受", domain.DecideRefuse: "拒绝", domain.DecideReplace: "替换",
	}
	w.First = map[string]string{"recall_first": "请先撤回合同，再作决定。", "void_first": "合同已签署完成，请先作废，再作决定。"}
	w.SealStates = map[domain.SealState]string{
		domain.SealReserved: "已登记", domain.SealPrepared: "已备好文件", domain.SealKeyUse: "正在使用密钥", domain.SealSigned: "已签名",
		domain.SealStamped: "已加时间戳", domain.SealMaterialised: "已写入文件", domain.SealVerified: "已核验",
		domain.SealCommitted: "已生效", domain.SealQuarantined: "已隔离", domain.SealAborted: "已中止",
	}
}

func (w *Words) reasonsZH() {
	w.Reasons = map[domain.ReviewReason]string{
		domain.ReasonFrontUnreadable: "证件照看不清", domain.ReasonHeldUnreadable: "手持照看不清",
		domain.ReasonNotTheHolder: "非本人", domain.ReasonDataDiffers: "信息不符", domain.ReasonDocExpired: "证件过期",
		domain.ReasonWrongPhoto: "照片不对", domain.ReasonCopy: "翻拍或复印件", domain.ReasonSuspicious: "存疑",
		domain.ReasonLetterUnreadable: "委托书看不清", domain.ReasonLetterIncomplete: "委托书不完整", domain.ReasonLetterOther: "委托书不对应",
		domain.ReasonSealUnreadable: "印章看不清", domain.ReasonSealOther: "印文不符",
	}
	w.ReviewKinds = map[domain.ReviewKind]string{
		domain.ReviewIdentity: "身份认证", domain.ReviewAuthority: "授权委托书", domain.ReviewSeal: "公司印章",
	}
	w.ReasonsToSigner = map[domain.ReviewReason]string{
		domain.ReasonFrontUnreadable: "证件正面照看不清。请在光线充足处重新拍摄，四角完整、文字清晰、没有反光。",
		domain.ReasonHeldUnreadable:  "手持证件照看不清。请重新拍摄，面部和证件都要清晰，不要遮挡。",
		domain.ReasonNotTheHolder:    "手持证件的人与证件上的人看起来不是同一人。请由证件本人重新拍摄。",
		domain.ReasonDataDiffers:     "证件上的姓名或号码与您填写的不一致。请核对后重新填写并上传。",
		domain.ReasonDocExpired:      "证件已过有效期。请使用有效的证件重新上传。",
		domain.ReasonWrongPhoto:      "照片不是要求的内容。请分别上传证件正面照和本人手持证件照。",
		domain.ReasonCopy:            "照片是翻拍或复印件。请直接拍摄证件原件。",
		domain.ReasonSuspicious:      "提交的材料未能通过审核。请联系采招办了解情况。",

		domain.ReasonLetterUnreadable: "授权委托书看不清。请重新上传，每页完整、文字清晰。",
		domain.ReasonLetterIncomplete: "授权委托书不完整。请补齐公司盖章、法定代表人签字和日期后重新上传。",
		domain.ReasonLetterOther:      "授权委托书的受托人、公司或授权事项与本合同不符。请上传写明您本人、本公司和签订合同事项的委托书。",
		domain.ReasonSealUnreadable:   "印章图片看不清。请上传清晰完整的印章图片，或改用按登记名称生成的印章。",
		domain.ReasonSealOther:        "印章图片的印文与公司登记名称不一致。请上传正确的印章图片，或改用按登记名称生成的印章。",
	}
}
