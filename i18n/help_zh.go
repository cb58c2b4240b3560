package i18n

func helpZH() Help {
	return Help{
		Usage: "用法", Options: "选项", Command: "命令", Commands: "命令", Flags: "选项", Global: "通用选项", More: "用 {0} 命令 --help 查看某个命令的说明。",
		Default: "（默认 {0}）", Stages: "阶段：{0}", Version: "sealdesk {0}[ {1}] {2} {3}",
		Short: shortZH(), Flag: flagsZH(),
	}
}

func shortZH() map[string]string {
	return map[string]string{
		"":                  "采招办的电子签署平台",
		"demo":              "演示：模拟服务、样例合同和模拟签署人",
		"init":              "新建数据文件夹",
		"serve":             "运行服务：后台任务、签署页面和接口",
		"sandbox":           "单独运行各项模拟服务",
		"import":            "导入一份合同",
		"contracts":         "合同列表",
		"contract":          "一份合同的签署人、签名、短信和记录",
		"download":          "下载合同现文或原文",
		"push":              "推送合同，开始签署",
		"contact":           "更改一方的联系人",
		"template":          "合同模板：各类合同的签署位置",
		"template set":      "添加或更改模板",
		"template list":     "模板列表",
		"template remove":   "删除模板",
		"keep":              "决定继续保管已满保管期的合同",
		"reconcile":         "对账：核对合同、归档和采购管理信息系统中的终稿",
		"remind":            "再次通知应办理的人",
		"extend":            "延长签署期限",
		"recall":            "撤回正在签署的合同",
		"void":              "作废已完成的合同，由各方签署确认书",
		"end":               "强制结束合同，并附说明文件",
		"confirm":           "确认合同，由另一位盖章人盖章",
		"seal":              "加盖合同专用章",
		"seal-file":         "给任意 PDF 文件盖章，不需要数据文件夹",
		"verify":            "检验 PDF 文件中的签名",
		"verifications":     "个人认证列表",
		"verification":      "办理一次个人认证",
		"reviews":           "人工审核列表",
		"review":            "办理一项人工审核",
		"jobs":              "后台任务列表",
		"jobs retry":        "让任务重新排队",
		"audit":             "事件记录",
		"audit verify":      "核对事件记录是否完整",
		"audit export":      "输出事件记录",
		"operator":          "操作员",
		"operator add":      "添加或更改操作员",
		"operator list":     "操作员列表",
		"operator disable":  "停用操作员",
		"operator duty":     "安排值班",
		"operator stand-in": "安排替补：值班人员都无法通知时通知此人",
		"doctor":            "检查各个部件",
		"config":            "配置",
		"config path":       "显示配置文件的路径",
		"config check":      "检查配置，列出所有问题",
		"config show":       "显示生效的配置，不含口令和密钥",
		"version":           "显示版本",
		"rules":             "约束办公人员的规则",
		"rules set":         "修改一条规则",
		"rules history":     "规则的修改历史",
		"completion":        "输出命令补全脚本",
		"help":              "显示命令的说明",
	}
}

func flagsZH() map[string]string {
	return map[string]string{
		"dir":       "数据文件夹 `DIR`，也可用 SEALDESK_DIR 指定",
		"lang":      "语言 `zh|en`，也可用 SEALDESK_LANG 指定",
		"operator":  "以操作员 `NAME` 的身份办理，须属于本账户",
		"plain":     "逐行显示，不用颜色和图形",
		"help":      "显示说明",
		"version":   "显示版本",
		"json":      "输出一份 JSON",
		"reason":    "原因 `R`，记入事件记录",
		"pin-file":  "印章口令文件 `FILE`，- 为标准输入",
		"output":    "写入文件 `FILE`，- 为标准输出",
		"place":     "签署位置 `ACT=PLACE`，如 b_sign=page=-1,x=400,y=120：中心到页面左下角的点数，页码为负则从末页数起；另有 b_seal、a_sign、office_seal",
		"contracts": "合同份数 `N`",

		"demo contracts": "要办完的合格合同份数 `N`", "demo headless": "不显示控制台，自动办完一天的工作", "demo speed": "模拟签署人的速度 `N`",

		"init name": "单位名称 `NAME`，与印章文字一致", "init key": "印章证书文件 `FILE`（PKCS#12），不给则生成测试用密钥",
		"init first-operator": "第一位操作员的登录名 `NAME`", "init phone": "第一位操作员的手机号 `P`，盖章和值班必须有",
		"init role": "第一位操作员的角色 `R`，默认全部", "init sandbox": "正在运行的模拟服务的状态文件夹 `DIR`",

		"sandbox listen": "本机回环地址 `ADDR`，端口保存在状态文件夹", "sandbox state": "模拟服务的状态文件夹 `DIR`",
		"sandbox people": "同时运行按短信办理的模拟签署人", "sandbox contracts": "提供 `N` 份合格合同和各种不合格合同各一份",
		"sandbox pause": "模拟签署人两步之间的停顿 `D`",

		"import no": "合同编号 `NO`", "import title": "合同名称 `T`", "import amount": "金额（元）`A`，如 1280000.00", "import party-a": "甲方 `NAME`",
		"import party-a-phone": "甲方履约代表的手机号 `P`", "import party-a-person": "甲方履约代表的姓名 `NAME`", "import party-b": "乙方 `NAME`",
		"import party-b-phone": "乙方履约代表的手机号 `P`", "import party-b-person": "乙方履约代表的姓名 `NAME`",
		"import party-b-code": "乙方的统一社会信用代码 `CODE`",

		"contracts stage": "只列此阶段 `S`，写英文代码或中文名称", "contracts search": "编号、名称、单位、姓名或其拼音中含 `TEXT`，也可写签署人手机号或其后四位以上", "contracts limit": "最多 `N` 条",

		"download explanation": "强制结束的说明文件", "download original": "推送时的原文",

		"template set title": "适用于名称中含 `TEXT` 的合同", "template set seal-a": "甲方盖章处的文字 `TEXT`", "template set seal-b": "乙方盖章处的文字 `TEXT`",
		"template set sign-at": "双方签字处的文字 `TEXT`",

		"contact party": "甲方 a 或乙方 b：`a|b`", "contact phone": "新手机号 `P`，旧链接失效", "contact name": "新姓名 `NAME`", "contact verified": "采用认证时的姓名",

		"extend until": "最后一天 `DAY`，如 2030-12-31", "end attach": "说明文件 `FILE`，PDF 或图片", "keep years": "从现在起的年数 `N`",

		"seal at": "印章中心 `PLACE`，如 page=1,x=400,y=120，到页面左下角的点数，-1 为最后一页",

		"seal-file key": "签署密钥文件 `FILE`（PKCS#12）", "seal-file pin-file": "密钥的口令文件 `FILE`，- 为标准输入",
		"seal-file cert": "证书文件 `FILE`（PEM），签署人的在前", "seal-file key-pem": "密钥文件 `FILE`（PEM）",
		"password-file":   "加密文件的口令文件 `FILE`，- 为标准输入",
		"seal-file image": "印章图片 `FILE`，PNG 或 JPEG", "seal-file text": "印章文字 `TEXT`，不给则用证书中的名称",
		"seal-file name": "五角星下方的文字 `TEXT`，如 合同专用章", "seal-file shape": "印章形状 `round|oval|name|hand`",
		"seal-file size": "印章宽度 `MM`（毫米），圆形 42、椭圆 40、人名章 18、手写 39 为默认",
		"seal-file at":   "印章中心 `PLACE`，如 page=1,x=400,y=120，或 keyword=甲方（盖章）[,nth=N|last]", "seal-file field": "文件中空白签名域的名称 `NAME`",
		"seal-file across": "在各页右边加盖骑缝章", "seal-file level": "签名级别 `b|t`，有 --tsa 时默认 t，否则 b", "seal-file tsa": "时间戳服务地址 `URL`",
		"seal-file engine": "写入签名域的引擎 `sealdesk|unipdf`", "seal-file unipdf-licence": "UniPDF 的离线许可文件 `FILE`",
		"seal-file unipdf-customer": "UniPDF 许可中的被许可人 `NAME`", "seal-file reason": "写入签名的原因 `R`",

		"verify trust": "信任锚文件 `FILE`（PEM），可多次给出", "verify at": "检验所依据的时间 `TIME`（RFC 3339），默认现在",

		"verifications open": "只列未决的", "reviews all": "包括已决的",
		"review claim": "领取审核", "review approve": "审核通过", "review reject": "审核不通过，给出原因代码 `CODE`", "review note": "给同事的备注 `T`",
		"review photos": "把送审材料写入文件夹 `FOLDER`，查看会被记录",

		"jobs failed": "只列需要人处理的", "jobs all": "包括已完成的", "audit export after": "只列序号 `N` 之后的",

		"operator add role": "角色 `R`，可多次给出", "operator add phone": "手机号 `P`，盖章和值班必须有", "operator add os-user": "代表此操作员的系统账户 `ACCOUNT`",

		"reconcile last": "显示最近一次对账，不重新核对",
	}
}
