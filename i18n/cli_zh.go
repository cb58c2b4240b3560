package i18n

func cliZH() CLI {
	return CLI{
		Empty: "没有记录。", NoFolder: "{0} 中还没有数据。用 sealdesk init 新建，或用 sealdesk demo 看演示。",
		Console: "演示已结束，数据目录保留在：{0}", ErrorPrefix: "错误：{0}",
		NoStandIns:    "此程序为正式使用而构建，不含演示和模拟服务。如需演示，请不带 office 标签构建。",
		ReasonMissing: "请用 --reason 写明原因。", Rows: "显示 {0} 条，共 {1} 条",
		Tables: CLITables{
			Contracts:     []string{"合同编号", "合同名称", "阶段", "甲方", "乙方", "金额（元）", "等待起始", "问题"},
			Verifications: []string{"编号", "姓名", "方式", "状态", "次数", "起始"},
			Reviews:       []string{"编号", "姓名", "证件", "状态", "提交", "应完成", "审核员"},
			Jobs:          []string{"编号", "任务", "状态", "次数", "下次执行", "最近错误"},
			Operators:     []string{"姓名", "角色", "系统账户", "值班", "替补", "停用"},
			Events:        []string{"序号", "时间", "何人", "何事", "对象", "结果"},
			Messages:      []string{"时间", "类别", "收信人", "状态"},
			Seals:         []string{"用印", "份数"},
			Ledger:        []string{"序号", "用印时间", "合同编号", "合同名称", "乙方", "金额（元）", "盖章人", "证书", "文件校验值"},
			Templates:     []string{"模板", "合同名称含", "关键字", "位置"},
			Differences:   []string{"合同编号", "差异"},
			Offers:        []string{"标识", "合同编号", "收到时间", "状态", "原因", "次数"},
			Fields:        []string{"项目", "现有", "新到"},
			Signatures:    []string{"签名域", "类别", "签署人", "级别", "完整", "可信", "签署时间"},
		},
		Contract: CLIContract{
			No: "合同编号", Title: "合同名称", Amount: "金额（元）", Stage: "阶段", Since: "自", Source: "来源", Approved: "审批", Expires: "签署期限",
			Original: "原文校验值", Current: "现文校验值", Pages: "页数", Problem: "问题", PartyA: "甲方", PartyB: "乙方", Purchaser: "采购人",
			Signers: "签署人", Events: "记录", Messages: "短信", Signatures: "签名", Verified: "已认证", NotVerified: "未认证",
		},
		Quarantine: CLIQuarantine{
			Item: "（第 {0} 项，无编号）", Current: "现有文本", Offered: "新到文本", Fields: "不同的项目", Text: "不同的文字（- 现有，+ 新到）", SameText: "两份文本的文字相同。",
			More: "另有 {0} 行不同。", Unread: "文本无法比对：{0}。请用 --fetch 取出两份文件。", Decide: "请决定：sealdesk quarantine {0} {1} --reason 原因",
		},
		Demo: CLIDemo{
			Starting: "正在准备演示用的数据文件夹：{0}", StandIns: "模拟服务已启动：{0}", Offered: "已收到合同 {0}/{1}", Pushed: "已推送 {0}/{1}",
			Signed: "双方已签 {0}/{1}", Sealed: "已盖合同专用章 {0}/{1}", Delivered: "已回传 {0}/{1}", Reviewed: "人工审核 {0}/{1}",
			Turned: "未接收 {0}/{1}", Done: "{0} 份合同已完成，用时 {1} 秒", Stalled: "仍在等待：{0}", Finals: "盖章终稿保存在：{0}",
			Open: "打开该文件夹：{0}",
			Summary: CLISummary{
				Contracts: "合同", Done: "已完成", TurnedAway: "未接收", Refused: "拒绝签署", Links: "签署短信", Codes: "验证码短信",
				Notices: "通知短信", Unknown: "结果不明", Verifications: "个人认证", Reviews: "人工审核", Seals: "盖章", Seconds: "用时（秒）",
			},
		},
		Doctor: doctorZH(), Verify: verifyZH(), Acts: actsZH(),
		Init: CLIInit{
			OfficeName: "单位名称", Folder: "数据文件夹", OperatorName: "第一位操作员的登录名", Roles: "角色", Phone: "手机号",
			Key: "印章证书文件（PKCS#12）", MakeKey: "没有证书，生成测试用密钥", PIN: "设置印章口令", PINAgain: "再次输入口令",
			PINsDiffer: "两次口令不同，请重新输入。", Done: "已建立：{0}。现在可以运行 sealdesk。",
			TestKeyWarning: "当前使用测试密钥，签署结果不具有对外的证明力。正式使用前请导入正式证书。",
		},
		Serve: CLIServe{
			Listening: "签署页面地址：{0}", Leading: "本进程负责处理后台任务。", Following: "后台任务由另一进程处理：{0}",
			Stopping: "正在收尾，请稍候。", Stopped: "已停止。",
		},
		Rules: CLIRules{
			Heads: []string{"规则", "现值", "自", "由", "原因", "含义"}, HistoryHeads: []string{"时间", "规则", "原值", "新值", "由", "原因"},
			Set: "规则 {0} 现为“{1}”[（原为“{2}”）]。", NotCarriedOut: "{0}（本版本尚未实现）", Created: "建立数据文件夹时设定", Adopted: "沿用原配置",
			Moved: "注意：{0} 已改为规则，此处的值不起作用。现行的值见 sealdesk rules（{1}）；请删去此处。",
		},
	}
}

func doctorZH() CLIDoctor {
	return CLIDoctor{
		Title: "检查", Good: "正常", Warn: "注意", Bad: "故障", Skipped: "未检查", Database: "数据库", Vault: "加密密钥", SealKey: "印章密钥",
		Certificate: "印章证书", Chain: "事件记录", Engine: "后台任务", Tools: "PDF 工具", Procurement: "采购管理信息系统", SMS: "短信服务",
		Identity: "身份认证服务", TSA: "时间戳服务", Clock: "时钟", Disk: "磁盘", Config: "配置", Duty: "值班", Intake: "接收", IntakeWaits: "{0} 份反复接收失败，{1} 份已停止重试或没有编号，{2} 份与现有合同不同待核对，请用 sealdesk intake 查看", PollFails: "待签列表连续 {0} 次读取失败（自 {1} 起）[：{2}]", Language: "语言",
		ExpiresIn: "{0}后到期", Expired: "已于 {0} 到期", Free: "剩余 {0}", ClockOff: "相差 {0}", Reachable: "可连接",
		NotReachable: "无法连接", NotConfigured: "未配置", Locked: "未解锁", Unlocked: "已解锁", TestKey: "测试密钥",
		NoEngine: "没有进程在处理后台任务。请运行 sealdesk serve，或打开控制台。",
		AllGood:  "一切正常。", Problems: "有 {0} 项需要处理。",
	}
}

func verifyZH() CLIVerify {
	return CLIVerify{
		File: "文件", Verdict: "结论", Valid: "有效", Invalid: "无效", Indeterminate: "无法确定", Unsigned: "未签名", Act: "签署",
		Timestamp: "时间戳", Intact: "完整", Broken: "已被改动", Trusted: "可信", NotTrusted: "不可信", WholeRevision: "覆盖整个版本",
		ChangesNone: "此后无改动", ChangesPermitted: "此后仅有允许的改动", ChangesForbidden: "此后有不允许的改动",
		Certified: "已认证", Locked: "已锁定", Reason: "原因", Removed: "被后来的改动移除的签名",
	}
}

func actsZH() CLIActs {
	return CLIActs{
		Imported: "已导入合同 {0}。", Pushed: "已推送合同 {0}，短信将发给乙方。", Reminded: "已为合同 {0} 重发通知。",
		ContactChanged: "已更改合同 {0} 的联系人，旧链接已失效。", Extended: "已延长合同 {0} 的签署期限。", Recalled: "已撤回合同 {0}。",
		Voided: "已发起合同 {0} 的作废，确认书 {1} 待乙方签字。", Ended: "已强制结束合同 {0}。", Sealed: "合同 {0} 已加盖合同专用章。", SealedFile: "已盖章（{1}）：{0}", Downloaded: "已保存：{0}",
		Claimed: "已领取审核 {0}。", Approved: "审核 {0} 已通过。", Rejected: "审核 {0} 未通过，已告知本人。", Rechecked: "已重新核验 {0}。",
		Resent: "已为认证 {0} 重发验证码。", ManualOpened: "已为认证 {0} 开放人工审核。", Cancelled: "已取消认证 {0}。", Retried: "任务 {0} 已重新排队。",
		OperatorAdded: "已添加操作员 {0}。", OperatorDisabled: "已停用操作员 {0}。", DutySet: "已安排 {0} 值班。", Kept: "合同 {0} 继续保管。", TemplateSet: "已保存模板 {0}。", TemplateGone: "已删除模板 {0}。", StandInSet: "已安排 {0} 替补值班。", Confirmed: "已确认合同 {0}，可由另一位盖章人盖章。",
		OfferDropped: "已移除收件 {0}。", Decided: "合同 {0} 已决定：{1}。",
		ChainGood: "事件记录完整：共 {0} 条，末条 {1}", Reconciled: "{0} 对账：{1} 份终稿，差异 {2} 处。", BackedUp: "备份已保存：{0}", Restored: "已从备份恢复：{0}", Exported: "已导出：{0}",
	}
}
