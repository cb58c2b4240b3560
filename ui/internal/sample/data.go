package sample

import (
	"fmt"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/query"
)

func titles() []string {
	return []string{
		"服务器采购合同", "实验台维保合同", "图书馆座椅更换合同", "校园网光缆敷设工程合同", "显微镜采购及安装合同", "食堂厨具采购合同",
		"体育馆照明改造合同", "教学楼电梯年度维护保养合同", "数据库软件许可合同", "学生宿舍空调采购合同（第二批）", "危化品处置服务合同", "科研试剂框架采购合同",
	}
}

func suppliers() []string {
	return []string{"云帆科技有限公司", "北辰仪器有限公司", "远景家具制造有限公司", "金桥通信工程有限公司", "华测光学仪器股份有限公司"}
}

func departments() []string {
	return []string{"计算机学院", "化学学院", "图书馆", "信息化办公室", "后勤处"}
}

func names() []string {
	return []string{"王芳", "李强", "陈静", "刘洋", "赵磊", "孙丽", "周涛"}
}

// Fill puts n contracts in, most of them done, the others spread over the stages.
func (o *Office) Fill(n int) *Office {
	stages := append(domain.Path()[:6], domain.StageQuarantined, domain.StageRejected, domain.StageTurnedAway)
	for i := range n {
		stage := domain.StageDone
		if i < 60 {
			stage = stages[i*7%len(stages)]
		}
		o.Add(o.contract(i, stage))
	}
	o.fillQueues()
	return o
}

// Same puts n contracts of one stage in.
func (o *Office) Same(n int, stage domain.Stage) *Office {
	for i := range n {
		o.Add(o.contract(i, stage))
	}
	return o
}

func (o *Office) contract(i int, stage domain.Stage) domain.Contract {
	a, b := o.person(i*2, "A"), o.person(i*2+1, "B")
	now := o.Now()
	c := domain.Contract{
		No: no(187 + i), Title: titles()[i%12], Amount: domain.Fen(((i*7919+13)%1997 + 3) * 650_00),
		A:         domain.Party{Name: "测试大学", Department: departments()[i%5], Person: a.Identity.Name, Phone: a.Phone, Signer: a.ID},
		B:         domain.Party{Name: suppliers()[i%5], Person: b.Identity.Name, Phone: b.Phone, Signer: b.ID},
		Purchaser: domain.Contact{Name: "吴刚", Phone: "13700000001"}, SealProcess: "合同双方签署",
		Approval: domain.Approval{By: "分管校领导", At: now.Add(-72 * time.Hour)}, Source: domain.FromProcurement, Stage: stage,
		StageSince: now.Add(-time.Duration(i*i%4000+3) * time.Minute), Pages: 3, OriginalSHA: sha(i), CurrentSHA: sha(i + 1),
		SealPlace: domain.Place{Page: 3, X: 120, Y: 240, W: 119, H: 119}, ReceivedAt: now.Add(-70 * time.Hour),
	}
	if stage != domain.StageToPush && stage != domain.StageTurnedAway && stage != domain.StageQuarantined {
		c.PushedAt, c.ExpiresAt = now.Add(-50*time.Hour), now.Add(13*24*time.Hour)
	}
	switch {
	case stage == domain.StageRejected:
		c.Reason = "金额与投标文件不一致"
	case stage == domain.StageTurnedAway:
		c.Reason = string(domain.CodePhoneBMissing)
	case i%11 == 4 && stage.Signing():
		c.Problem = domain.Problem{Code: domain.CodeSMSFailed, Since: now.Add(-40 * time.Minute)}
	case i%13 == 5 && stage == domain.StageToPush:
		c.Problem = domain.Problem{Code: domain.CodeNoPlaceToSign, Since: now.Add(-9 * time.Minute)}
	}
	return c
}

func sha(i int) string { return fmt.Sprintf("%064x", uint64(i+1)*0x9e3779b97f4a7c15) }

func (o *Office) person(i int, side string) domain.Person {
	id := fmt.Sprintf("P-%s%05d", side, i)
	if p, ok := o.people[id]; ok {
		return p
	}
	p := domain.Person{
		ID: id, Phone: domain.Phone(fmt.Sprintf("138%08d", i*97%100000000)),
		Identity: domain.Identity{Name: names()[i%7], Kind: domain.DocIDCard, Number: "11010519491231002X"},
	}
	if i%3 != 1 && i != 5 {
		p.Method, p.Verified, p.ValidTill = domain.MethodFace, o.Now().Add(-30*24*time.Hour), o.Now().AddDate(1, 0, 0)
	}
	o.people[id] = p
	return p
}

// Crowd fills both queues, and repeats what is in them until n signers wait in each.
func (o *Office) Crowd(n int) *Office {
	o.fillQueues()
	tries, reviews := o.tries, o.reviews
	for i := len(tries); i < n; i++ {
		v := tries[i%(len(tries)-1)] // the last one has passed
		v.ID = fmt.Sprintf("V-%04d", i)
		v.OrderNo, v.Started = v.ID, o.Now().Add(-time.Duration(i)*time.Minute)
		v.Contract = o.list[i%len(o.list)]
		o.tries = append(o.tries, v)
	}
	for i := len(reviews); i < n; i++ {
		r := reviews[i%len(reviews)]
		r.ID, r.Due = fmt.Sprintf("R-%04d", i), o.Now().Add(time.Duration(25+i)*time.Minute)
		o.reviews = append(o.reviews, r)
	}
	return o
}

func (o *Office) fillQueues() {
	now := o.Now()
	states := []domain.VerificationState{
		domain.VerificationChecked, domain.VerificationCode, domain.VerificationFailed, domain.VerificationChecked,
		domain.VerificationReview, domain.VerificationCode, domain.VerificationPassed,
	}
	methods := []domain.Method{
		domain.MethodFace, domain.MethodPhone, domain.MethodBank, domain.MethodPhone, domain.MethodManual, domain.MethodPhone,
		domain.MethodFace,
	}
	for i, s := range states {
		p := o.person(i*2+1, "B")
		q := query.QueuedVerification{
			Verification: domain.Verification{
				ID: fmt.Sprintf("V-%04d", i), Person: p.ID, Method: methods[i], State: s, Identity: p.Identity,
				OrderNo: fmt.Sprintf("V-%04d", i), Started: now.Add(-time.Duration(i*i+1) * time.Minute),
			},
			Signer: p, Tries: i%3 + 1, Contract: o.list[min(i, len(o.list)-1)],
		}
		if s == domain.VerificationFailed {
			q.Detail, q.Decided = domain.CodeIdentityMismatch, now.Add(-2*time.Minute)
		}
		if i == 3 {
			q.Asking = domain.Job{ID: 9, Attempt: 4, LastError: "provider_down: identity: connection refused", RunAt: now.Add(40 * time.Second)}
		}
		o.tries = append(o.tries, q)
	}
	kinds := []domain.DocKind{domain.DocPassport, domain.DocHKMacauPermit, domain.DocIDCard}
	for i, k := range kinds {
		p := o.person(40+i, "B")
		p.Identity.Kind = k
		if k != domain.DocIDCard {
			p.Identity.Number = "E1234567" + fmt.Sprint(i)
		}
		c := query.ReviewCase{
			Review: domain.Review{
				ID: fmt.Sprintf("R-%04d", i), Verification: fmt.Sprintf("V-M%03d", i), Person: p.ID, State: domain.ReviewOpen,
				Opened: now.Add(-time.Duration(23-i*9) * time.Minute), Due: now.Add(time.Duration(7+i*9)*time.Minute + 12*time.Second),
			},
			Try: domain.Verification{
				ID: fmt.Sprintf("V-M%03d", i), Person: p.ID, Method: domain.MethodManual, State: domain.VerificationReview,
				Identity: p.Identity,
			},
			Signer: p,
		}
		if i == 1 {
			c.State, c.By = domain.ReviewClaimed, "刘洋"
		}
		if i == 2 {
			c.Before = []domain.Review{{State: domain.ReviewRejected, Reason: domain.ReasonFrontUnreadable}}
		}
		o.reviews = append(o.reviews, c)
	}
}
