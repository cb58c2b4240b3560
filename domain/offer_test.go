package domain

import (
	"testing"
	"time"
)

func goodOffer() Offer {
	return Offer{
		No: "HT-2026-0001", Title: "服务器采购合同", Amount: "1280000.00", ESeal: ESealYes, SealProcess: SealProcessBoth,
		PartyA: "测试大学", PhoneA: "15400000021", PartyB: "样例信息系统有限公司", PhoneB: "15400000012",
		ApprovedBy: "钱样例", ApprovedAt: time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC), Source: FromProcurement,
	}
}

// S25–S29, S6, G2: only an approved contract that wants the e-seal of both parties and has both phones is accepted;
// every other gets the one reason of its first wrong field, and what the office does not understand waits for a person.
func TestS26FourFields(t *testing.T) {
	office := []Phone{"15400000099"}
	for name, c := range map[string]struct {
		change  func(*Offer)
		code    Code
		verdict Verdict
	}{
		"good":                         {func(*Offer) {}, "", Accepted},
		"e-seal no":                    {func(o *Offer) { o.ESeal = "否" }, CodeESealNo, TurnedAway},
		"e-seal missing":               {func(o *Offer) { o.ESeal = "" }, CodeESealNo, TurnedAway},
		"A's phone missing":            {func(o *Offer) { o.PhoneA = " " }, CodePhoneAMissing, TurnedAway},
		"A's phone malformed":          {func(o *Offer) { o.PhoneA = "1540000002" }, CodePhoneAInvalid, TurnedAway},
		"B's phone missing":            {func(o *Offer) { o.PhoneB = "" }, CodePhoneBMissing, TurnedAway},
		"B's phone malformed":          {func(o *Offer) { o.PhoneB = "电话" }, CodePhoneBInvalid, TurnedAway},
		"both phones equal":            {func(o *Offer) { o.PhoneB = "+86 154 0000 0021" }, CodePhonesEqual, TurnedAway},
		"B has an office phone":        {func(o *Offer) { o.PhoneB = string(office[0]) }, CodePhoneIsOffice, TurnedAway},
		"one-sided":                    {func(o *Offer) { o.SealProcess = SealProcessOneSided }, CodeSealProcessOther, TurnedAway},
		"on paper":                     {func(o *Offer) { o.SealProcess = SealProcessPaper }, CodeSealProcessOther, TurnedAway},
		"unknown process":              {func(o *Offer) { o.SealProcess = "三方会签" }, CodeSealProcessUnknown, Quarantined},
		"unknown process and no phone": {func(o *Offer) { o.SealProcess, o.PhoneB = "三方会签", "" }, CodePhoneBMissing, TurnedAway},
		"not approved":                 {func(o *Offer) { o.ApprovedBy = "" }, CodeNotApproved, TurnedAway},
		"approved at no time":          {func(o *Offer) { o.ApprovedAt = time.Time{} }, CodeNotApproved, TurnedAway},
		"wrong credit code":            {func(o *Offer) { o.CreditCode = "91350100M000100Y44" }, CodeCreditCodeInvalid, TurnedAway},
		"negative amount":              {func(o *Offer) { o.Amount = "-1.00" }, CodeAmountNegative, TurnedAway},
		"no title":                     {func(o *Offer) { o.Title = "　" }, CodeTitleEmpty, TurnedAway},
		"number for a terminal":        {func(o *Offer) { o.No = "HT-\x1b[31m1" }, CodeNoEmpty, TurnedAway},
	} {
		o := goodOffer()
		c.change(&o)
		got, err := o.Check(office)
		if CodeOf(err) != c.code || VerdictOf(err) != c.verdict || got.No == "" {
			t.Errorf("%s: %v, %s", name, err, VerdictOf(err))
		}
	}
}

// S2: who approved the contract and when goes with it.
func TestS2ApprovalIsKept(t *testing.T) {
	o := goodOffer()
	c, err := o.Check(nil)
	if err != nil || c.Approval.By != o.ApprovedBy || !c.Approval.At.Equal(o.ApprovedAt) {
		t.Errorf("%+v, %v", c.Approval, err)
	}
}
