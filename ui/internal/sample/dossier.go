package sample

import (
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/query"
)

// dossier makes up what a contract at its stage has behind it.
func (o *Office) dossier(c domain.Contract) query.Dossier {
	d := query.Dossier{Contract: c, Signers: map[domain.Side]domain.Person{
		domain.PartyA: o.people[c.A.Signer], domain.PartyB: o.people[c.B.Signer],
	}}
	at := c.StageSince.Add(-26 * time.Hour)
	var detail domain.Detail
	add := func(kind domain.ActorKind, id string, action domain.Action, before, after domain.Stage) {
		at = at.Add(3*time.Hour + 7*time.Minute)
		d.Events = append(d.Events, domain.Event{
			Seq: int64(len(d.Events) + 1), At: at, Actor: domain.Actor{Kind: kind, ID: id}, Action: action,
			Object: "contract:" + c.No, Before: string(before), After: string(after),
			Detail: detail,
		})
	}
	add(domain.ActorSystem, "", "contract.intake", "", domain.StageToPush)
	stage := 0
	for i, s := range domain.Path() {
		if s == c.Stage {
			stage = i
		}
	}
	if stage > 0 {
		add(domain.ActorOperator, "张敏", "contract.push", domain.StageToPush, domain.StageBSigning)
		d.Messages = append(d.Messages, domain.Message{
			ID: "M-1", Kind: domain.MessageLinkB, Person: c.B.Signer, Phone: c.B.Phone, Contract: c.No, State: domain.MessageDelivered,
			Queued: at, Sent: at.Add(2 * time.Second),
		})
	}
	for i, a := range domain.Acts() {
		if stage <= i+1 {
			break
		}
		who, kind := c.B.Signer, domain.ActorSigner
		switch a {
		case domain.ActASign:
			who = c.A.Signer
		case domain.ActOfficeSeal:
			who, kind = "张敏", domain.ActorOperator
		}
		detail = domain.Fields("op", "S-1", "act", string(a))
		add(kind, who, "seal.reserve", a.Stage(), a.Stage())
		add(kind, who, "seal.commit", a.Stage(), a.Next())
		d.Ops = append(d.Ops, domain.SealOp{
			ID: "S-" + string(a), Contract: c.No, Act: a, State: domain.SealCommitted, Person: who, Signing: at, Committed: at,
			OutputSHA: sha(i + 7), Certificate: sha(i + 70), Token: []byte{1},
		})
		if a == domain.ActBSeal {
			d.Messages = append(d.Messages, domain.Message{
				ID: "M-2", Kind: domain.MessageLinkA, Person: c.A.Signer, Phone: c.A.Phone, Contract: c.No,
				State: domain.MessageSent, Queued: at, Sent: at,
			})
		}
	}
	if c.Problem.Code == domain.CodeSMSFailed && len(d.Messages) > 0 {
		d.Messages[0].State, d.Messages[0].Detail = domain.MessageFailed, "isv.MOBILE_NUMBER_ILLEGAL"
	}
	return d
}
