package i18n

import "campus.example/sealdesk/domain"

// Verdicts holds what the procurement system is told.
type Verdicts struct {
	Accepted, Quarantined, TurnedAway string                  // {0} is the reason
	Stages                            map[domain.Stage]string // stages off the path, {0} is the reason
}

// VerdictSentence says to the procurement system what became of an offer, and why.
func (t *Text) VerdictSentence(v domain.Verdict, cause error) string {
	switch v {
	case domain.Accepted:
		return t.Office.Accepted
	case domain.Quarantined:
		return t.Fill(t.Office.Quarantined, t.Sentence(cause))
	}
	return t.Fill(t.Office.TurnedAway, t.Sentence(cause))
}

// StageSentence says to the procurement system that a contract left the path.
func (t *Text) StageSentence(s domain.Stage, reason string) string {
	sentence, ok := t.Office.Stages[s]
	if !ok {
		return t.Stage(s)
	}
	return t.Fill(sentence, reason)
}

func verdictsZH() Verdicts {
	return Verdicts{
		Accepted:    "合同已接收，将按顺序通知各方签署。",
		Quarantined: "合同已收到，需采招办人工核对后再处理[。原因：{0}]",
		TurnedAway:  "合同未接收[。原因：{0}]",
		Stages: map[domain.Stage]string{
			domain.StageQuarantined: "合同转为人工核对[。说明：{0}]",
			domain.StageTurnedAway:  "合同未接收[。说明：{0}]",
			domain.StageRejected:    "签署人拒绝签署，合同已退回[。说明：{0}]",
			domain.StageRecalled:    "采招办已撤回合同[。说明：{0}]",
			domain.StageExpired:     "签署期限已过，合同未完成签署[。说明：{0}]",
			domain.StageEnded:       "采招办已强制结束该合同[。说明：{0}]",
			domain.StageVoiding:     "合同正在作废确认中[。说明：{0}]",
			domain.StageVoided:      "合同已作废[。说明：{0}]",
		},
	}
}

func verdictsEN() Verdicts {
	return Verdicts{
		Accepted:    "The contract has been received; the parties will be called in order.",
		Quarantined: "The contract has been received and waits for a decision of the procurement office[. Reason: {0}]",
		TurnedAway:  "The contract has not been accepted[. Reason: {0}]",
		Stages: map[domain.Stage]string{
			domain.StageQuarantined: "The contract waits for a decision of the procurement office[. Note: {0}]",
			domain.StageTurnedAway:  "The contract has not been accepted[. Note: {0}]",
			domain.StageRejected:    "A signer refused and the contract has been returned[. Note: {0}]",
			domain.StageRecalled:    "The procurement office has recalled the contract[. Note: {0}]",
			domain.StageExpired:     "The signing period ended before everybody had signed[. Note: {0}]",
			domain.StageEnded:       "The procurement office has ended the contract[. Note: {0}]",
			domain.StageVoiding:     "The contract is being voided[. Note: {0}]",
			domain.StageVoided:      "The contract has been voided[. Note: {0}]",
		},
	}
}
