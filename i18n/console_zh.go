package i18n

func consoleZH() Console {
	return Console{
		Units: ConsoleUnits{"秒", "分", "时", "天"},
		Pages: map[string]string{
			"pipeline": "工作台", "verification": "认证", "review": "审核", "sealing": "盖章", "contract": "合同",
		},
		Actions: consoleActionsZH(),
		Columns: ConsoleColumns{
			No: "编号", Title: "合同名称", PartyB: "乙方", Department: "院系", Amount: "金额（元）", Wait: "停留", Stage: "阶段",
			Name: "姓名", Phone: "手机", Document: "证件", Method: "方式", State: "状态", Tries: "次数", Contract: "合同", Deadline: "剩余",
			Claimed: "审核员", Time: "时间", What: "何事", Who: "何人", To: "收信人", Act: "签署", Step: "进度", Digest: "文件校验值",
			Attempts: "询问次数", LastError: "最近答复", Started: "起始", Certificate: "证书",
		},
		Header: ConsoleHeader{
			Tightest: "最紧 {0}", Jobs: "任务 ⚠{0}", Unreached: "服务不通 ⚠{0}", Stale: "⚠ {0}前的数据", Waiting: "正在办理 {0}", TooSmall: "窗口太小（{0}×{1}）", Needs: "请放大到 60×15 以上",
		},
		Dialogs: ConsoleDialogs{
			Cancel: "取消", NothingFound: "没有匹配的命令", SecretKeys: "enter 确定 · esc 取消", HelpKeys: "输入文字可查找 · ↑↓ 滚动 · esc 关闭",
			TypeWord: "请输入 {0} 以确认：", Lines: "{0}–{1}/{2}", Help: "帮助", Palette: "命令", QuitTitle: "退出", QuitText: "要离开控制台吗？后台任务不受影响。",
			QuitYes: "退出", Progress: "{0}/{1}[ · 约剩 {2}]", StopHint: "esc 办完当前一份后停止", Stopping: "正在停止…", SomeFailed: "{0} 份未办成：",
			CloseHint: "enter 关闭", Rest: "另有 {0} 份",
		},
		Pipeline: ConsolePipeline{
			Stages: "阶段", OnlyProblems: "只看有问题的", NothingFound: "没有符合条件的合同。esc 清除条件", NothingToPush: "没有待推送的合同。按 [ ] 看其他阶段",
			NothingHere: "这一阶段没有合同。按 [ ] 换阶段",
		},
		Verification: ConsoleVerification{
			Running: "进行中的认证", Recent: "近一天的认证", Nothing: "没有进行中的认证。按 t 看近一天的",
			NothingRecent: "近一天没有认证。按 t 返回", NothingFound: "没有符合条件的认证。esc 清除条件",
			Detail: "认证", Failed: "原因", Asking: "核验任务",
			Order: "核验单号", CancelTitle: "结束认证", CancelText: "结束{0}的本次认证。本人可以重新开始。", CancelYes: "结束认证",
			ManualTitle: "开放人工审核", ManualText: "允许{0}上传证件照片，由人工审核。", ManualYes: "开放",
		},
		Review: ConsoleReview{
			Queue: "待审核", Nothing: "没有待审核的人。", Case: "审核", Stated: "本人填写", Check: "核对", Late: "已超时", Front: "证件正面", Held: "手持证件",
			PhotosHidden: "按 v 查看照片", PhotosAudited: "查看照片会记入审计。", NotMine: "领取后可查看照片。按 c 领取", Open: "待领取", Mine: "我", By: "{0}",
			Before:          "此前 {0} 次未通过",
			Checks:          []string{"证件照清晰、四角完整", "姓名与填写一致", "号码与填写一致", "证件在有效期内", "手持照与证件为同一人"},
			ChecksAuthority: []string{"委托书清晰、完整", "公司名称与受托人姓名一致", "授权范围包含签订合同", "已盖章、已签字、在有效期内"},
			ChecksSeal:      []string{"印章图片清晰、完整", "印文与登记名称一致", "是本公司的公章或合同专用章"},
			IDValid:         "号码校验通过", IDInvalid: "号码校验未通过", Birth: "出生", Age: "年龄", Adult: "岁", Zoom: "{0} 倍",
			ApproveTitle: "通过审核", ApproveText: "{0}可以继续办理。", ApproveYes: "通过",
			RejectTitle: "不予通过", RejectText: "{0}将收到原因：{1}。本人可以重新提交。", RejectYes: "不通过", ChooseReason: "不通过的原因",
			PhotosBroken: "照片无法显示",
		},
		Sealing: ConsoleSealing{
			Ready: "待盖合同章", Nothing: "没有等待盖章的合同。", Locked: "印章未解锁 · u 解锁", Unlocked: "印章已解锁", Picture: "页面图", Words: "文字版",
			SealHere: "合同专用章", NoPictures: "无法显示页面，仍可盖章。", Loading: "正在读取页面…", Moving: "方向键 1 毫米 · shift 1 厘米 · enter 保留 · esc 复原",
			PageOf: "第 {0}/{1} 页", At: "印章：第 {0} 页，距左 {1} 毫米，距下 {2} 毫米", UnlockTitle: "解锁印章", UnlockText: "请输入印章口令。解锁只对本进程有效。",
			SealTitle: "盖章 {0}", SecondMissing: "待另一人确认", SecondThere: "{0} 已确认", SealText: "在《{1}》（乙方 {2}）上加盖合同专用章。盖章后不能撤销，终稿随即回传。", SealYes: "盖章",
			ManyTitle: "盖章 {0} 份", ManyText: "在已选的 {0} 份合同上逐份加盖合同专用章。盖章后不能撤销。", Sealing: "正在盖章", SealDone: "已盖章 {0}/{1} 份",
		},
		Contract: ConsoleContract{
			Overview: "概况", Timeline: "记录", Signers: "签署人", Messages: "短信", Signatures: "签名", NoMessages: "还没有发送短信。", NoSignatures: "还没有人签署。",
			ValidTill: "有效期至", VerifiedAs: "认证姓名", OldText: "（旧稿）", Method: "认证方式", Receipt: "回执", Process: "用印流程", Token: "有时间戳", NoToken: "无时间戳",
		},
		Steps: ConsoleSteps{Push: "推送", BSign: "乙签", BSeal: "乙章", ASign: "甲签", Seal: "盖章", Deliver: "回传"},
		Next: ConsoleNext{
			Push: "采招办推送", BSign: "乙方 {0} 签字", BSeal: "乙方 {0} 盖章", ASign: "甲方 {0} 签字", Seal: "采招办盖合同专用章",
			Deliver: "系统回传终稿", Check: "采招办核对",
		},
		Acts: ConsoleActs{
			Pushed: "已推送 {0}，短信将发给乙方", PushTitle: "推送 {0} 份合同", PushYes: "推送", PushMany: "将推送已选的 {0} 份合同。",
			PushEffect: "每份合同的乙方会收到签署短信。", Pushing: "正在推送", PushDone: "已推送 {0}/{1} 份", Copied: "已复制 {0}",
			Confirmed: "{0} 已确认，可由另一位盖章人盖章", Sealed: "{0} 已加盖合同专用章", Unlocked: "印章已解锁", Rechecked: "已请服务重新核验{0}", Resent: "已为{0}重发验证码",
			ManualOpened: "已为{0}开放人工审核", Cancelled: "已结束{0}的认证", Claimed: "已领取{0}的审核", Approved: "{0}已通过审核",
			Rejected: "{0}未通过审核，本人会看到原因",
		},
		Other: ConsoleOther{
			Title: "{0} 的其他操作", Remind: "再次通知", ContactB: "更改乙方联系人", ContactA: "更改甲方联系人", Name: "认可认证姓名", Extend: "延长期限",
			Recall: "撤回", Void: "作废", ContactText: "{0}《{1}》。旧链接立即失效，新联系人会收到短信；已完成的签署保留。",
			NameText: "{0}《{1}》。联系人认证的姓名与合同不同，确认以认证姓名为准，签署继续。", ExtendText: "{0}《{1}》。待签署的一方会收到新链接。",
			RecallText: "{0}《{1}》。签署停止，所有链接失效，已通知的签署人和采购管理信息系统会得知。",
			VoidText:   "{0}《{1}》。将生成作废确认书，由乙方、甲方和采招办依次签署；签署完成前合同仍然有效。",
			Reason:     "原因", Until: "期限（最后一天，如 2030-12-31）", Change: "更改", NameDone: "{0} 以认证姓名为准，签署继续",
		},
		Why: ConsoleWhy{
			NamesAgree: "没有姓名不符", NotNow: "“{0}”的合同不能这样办理",
			NoRight: "没有“{0}”的权限", NotToPush: "“{0}”的合同不能推送", NotToSeal: "“{0}”的合同不能盖章", NothingChosen: "没有选中的内容",
			NeedsWidth: "窗口达到 120 列才有预览，enter 看详情", NoClipboard: "终端没有剪贴板", NothingMarked: "没有标记，按空格标记",
			NotAsking: "没有正在核验", NotCode: "没有在等验证码", Decided: "已有结果", NoContract: "没有等待此人的合同", InReview: "正在人工审核，请到审核页处理",
			ClaimFirst: "请先按 c 领取", TakenBy: "{0} 正在审核", TickAll: "核对项已勾 {0}/{1}", PhotosFirst: "请先按 v 查看照片",
			KeyLocked: "印章未解锁，按 u 解锁", AlreadyUnlocked: "印章已解锁", NoPictures: "无法显示页面", NoSecond: "未达到双人盖章的金额", NoPlace: "没有印章位置",
			FirstPage: "已是第一页", LastPage: "已是最后一页", NoSibling: "没有更多合同", NoUnlock: "此处不能解锁",
		},
		Tour: []ConsoleStep{
			{"↑↓ [ ]", "上下选择合同，方括号键换阶段。合同会自己往前走：对方是模拟的签署人。"},
			{"p", "把“待推送”的合同推送给乙方；空格可标记多份一起推送。"},
			{"2", "看签署人的个人认证进行到哪一步，出错时可以重新核验。"},
			{"3", "人工审核：c 领取，v 看照片，数字键勾选核对项，a 通过，x 不通过。"},
			{"4", "盖章：u 输入口令解锁[（演示口令 {0}）]，s 盖章，S 在标记的合同上逐份盖章。"},
			{"enter", "打开合同详情，看记录、短信和签名。"},
			{":", "列出所有命令；不能用的会说明原因。"},
		},
		Comma: "、", Here: "本页", Everywhere: "全局", TourTitle: "导览", Marked: "已选 {0}", NextLabel: "下一步", SinceAgo: "{1}（{0} 起）",
		Unnamed: "（待认证）", Refused: "{0}被拒绝：{1}", LoadFailed: "读取失败", TryAgain: "ctrl+r 重试", Loading: "正在读取…",
		Retrying: "正在重试…", Stopped: "已停止",
	}
}

func consoleActionsZH() map[string]ConsoleAction {
	return map[string]ConsoleAction{
		"help": {"帮助", "看本页和全局的按键"}, "palette": {"命令", "列出并执行命令"}, "filter": {"搜索", "按编号、名称、各方筛选本页；esc 清除"},
		"refresh": {"刷新", "重新读取"}, "redraw": {"重画", "重画屏幕"}, "leave": {"退出", "离开本页；在首页询问是否退出"}, "back": {"返回", "取消标记、筛选，或回到上一页"},
		"page.pipeline": {"工作台", "各阶段的合同"}, "page.verification": {"认证队列", "签署人的个人认证"}, "page.review": {"人工审核", "审核证件照片"},
		"page.sealing": {"盖章", "加盖合同专用章"}, "up": {"上", "上一行"}, "down": {"下", "下一行"}, "page_up": {"上页", "上一屏"}, "page_down": {"下页", "下一屏"},
		"first": {"首行", "到第一行"}, "last": {"末行", "到最后一行"},
		"contract.open": {"详情", "打开合同"}, "contract.push": {"推送", "推送合同，短信通知乙方；有标记时推送全部标记"}, "contract.acts": {"更多", "再次通知、更改联系人、延长期限、撤回、作废"}, "contract.to_seal": {"盖章", "到盖章页办理这份合同"},
		"mark": {"多选", "标记或取消标记"}, "mark_range": {"连选", "从上次标记选到这里"}, "mark_all": {"全选", "标记全部（最多 1000 份），再按取消"},
		"pane.next": {"换栏", "在阶段与列表之间切换"}, "pane.left": {"左栏", "到阶段栏"}, "stage.previous": {"上一阶段", "看上一阶段的合同"},
		"stage.next": {"下一阶段", "看下一阶段的合同"}, "problems": {"问题", "只看有问题的合同"}, "preview": {"预览", "显示或隐藏预览"}, "copy": {"复制", "复制编号"},
		"verification.recheck": {"重新核验", "马上再问一次认证服务"}, "verification.resend": {"重发验证码", "再发一次验证码"},
		"verification.manual": {"转人工", "为此人开放人工审核"}, "verification.cancel": {"结束认证", "结束本次认证"}, "verification.recent": {"近一天", "切换进行中与近一天"},
		"verification.contract": {"看合同", "打开等待此人的合同"},
		"review.claim":          {"领取", "领取这份审核"}, "review.photos": {"看照片", "显示两张照片（记入审计）"}, "review.approve": {"通过", "全部核对后通过"},
		"review.reject": {"不通过", "选择原因后退回"}, "review.tick": {"勾选", "数字键勾选核对项"}, "review.photo": {"换照片", "两张并排、只看正面、只看手持"},
		"zoom.in": {"放大", "放大照片"}, "zoom.out": {"缩小", "缩小照片"}, "zoom.reset": {"原大", "显示整张"}, "pan.left": {"左移", "向左一步"}, "pan.right": {"右移", "向右一步"},
		"pan.up": {"上移", "向上一步"}, "pan.down": {"下移", "向下一步"}, "case.next": {"下一份", "下一份审核"},
		"seal.unlock": {"解锁", "输入印章口令"}, "seal.one": {"盖章", "在这份合同上盖章"}, "seal.confirm": {"确认", "作为第二人确认，由另一位盖章人盖章"}, "seal.marked": {"批量盖章", "在标记的合同上逐份盖章"},
		"seal.view": {"图/文", "切换页面图与文字版"}, "seal.place": {"到印章", "翻到盖章的那一页"}, "seal.move": {"移动", "移动印章位置"}, "seal.keep": {"保留", "保留印章的新位置"},
		"seal.far_left": {"左 1 厘米", "向左移 1 厘米"}, "seal.far_right": {"右 1 厘米", "向右移 1 厘米"}, "seal.far_up": {"上 1 厘米", "向上移 1 厘米"},
		"seal.far_down": {"下 1 厘米", "向下移 1 厘米"},
		"doc.next":      {"下一页", "翻到下一页"}, "doc.previous": {"上一页", "翻到上一页"},
		"tab.next": {"下一栏", "概况、记录、签署人、短信、签名"}, "tab.previous": {"上一栏", "上一栏"}, "sibling.next": {"后一份", "列表中的后一份合同"},
		"sibling.previous": {"前一份", "列表中的前一份合同"},
	}
}
