package i18n

import "campus.example/sealdesk/domain"

// Action names what was done, as the console and the printed record show it.
func (t *Text) Action(a domain.Action) string { return word(t.Words.Actions, a) }

// Actor names who did something where no name stands for the actor.
func (t *Text) Actor(k domain.ActorKind) string { return word(t.Words.Actors, k) }

func actorsZH() map[domain.ActorKind]string {
	return map[domain.ActorKind]string{
		domain.ActorOperator: "操作员", domain.ActorSigner: "签署人", domain.ActorSystem: "系统", domain.ActorProcurement: "采购管理信息系统",
		domain.ActorVisitor: "未登录者",
	}
}

func actorsEN() map[domain.ActorKind]string {
	return map[domain.ActorKind]string{
		domain.ActorOperator: "operator", domain.ActorSigner: "signer", domain.ActorSystem: "system", domain.ActorProcurement: "procurement system",
		domain.ActorVisitor: "visitor",
	}
}
