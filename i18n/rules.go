package i18n

import "campus.example/sealdesk/domain"

// What the rules mean.

func rulesZH() map[domain.RuleKey]string {
	return map[domain.RuleKey]string{
		domain.RuleSecondFrom:       "金额（元）达到此数须两人盖章，0 为不要求",
		domain.RuleTriesPerDay:      "每人每种认证方式每日可试次数",
		domain.RulePhotoKeepDays:    "审核决定后证件照片保留天数",
		domain.RuleKeepYears:        "合同终结后保管年数",
		domain.RuleReviewSample:     "审核通过件抽查比例（%）",
		domain.RuleCompanyCheck:     "法定代表人：声明即可，或须审核证明",
		domain.RuleRequireReading:   "签署前须读完文件",
		domain.RuleQuietHours:       "不发可缓短信的时段",
		domain.RuleIdentityProvider: "认可的身份认证服务",
		domain.RuleTimeAuthority:    "认可的时间戳服务",
		domain.RuleTrustAnchors:     "认可的时间戳根证书（SHA-256）",
	}
}

func rulesEN() map[domain.RuleKey]string {
	return map[domain.RuleKey]string{
		domain.RuleSecondFrom:       "yuan from which two people seal, 0 for never",
		domain.RuleTriesPerDay:      "tries of one way to be verified, each day",
		domain.RulePhotoKeepDays:    "days identity photos are kept once decided",
		domain.RuleKeepYears:        "years contracts are kept from their end",
		domain.RuleReviewSample:     "percent of approvals looked at again",
		domain.RuleCompanyCheck:     "legal representatives: declare, or show a letter",
		domain.RuleRequireReading:   "documents are read before they are signed",
		domain.RuleQuietHours:       "hours in which messages that can wait do wait",
		domain.RuleIdentityProvider: "identity provider whose answers count",
		domain.RuleTimeAuthority:    "time-stamping authority that counts",
		domain.RuleTrustAnchors:     "its root certificates that count (SHA-256)",
	}
}
