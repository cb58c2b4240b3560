package i18n

import "campus.example/sealdesk/domain"

func wordsEN() Words {
	w := Words{
		OffPath: "Other", Yes: "yes", No: "no", None: "none",
		Units: Units{"second", "seconds", "minute", "minutes", "hour", "hours", "day", "days"},
		Stages: map[domain.Stage]string{
			domain.StageToPush: "to push", domain.StageBSigning: "Party B to sign", domain.StageBSealing: "Party B to seal",
			domain.StageASigning: "Party A to sign", domain.StageToSeal: "contract seal due", domain.StageDelivering: "to deliver",
			domain.StageDone: "done", domain.StageQuarantined: "to be checked", domain.StageTurnedAway: "turned away",
			domain.StageRejected: "rejected", domain.StageRecalled: "recalled", domain.StageExpired: "expired",
			domain.StageEnded: "ended", domain.StageVoiding: "being voided", domain.StageVoided: "voided",
		},
		Acts: map[domain.Act]string{
			domain.ActBSign: "Party B signs", domain.ActBSeal: "Party B seals", domain.ActASign: "Party A signs",
			domain.ActOfficeSeal: "the office seals",
		},
		Sides:  map[domain.Side]string{domain.PartyA: "Party A", domain.PartyB: "Party B"},
		Agents: map[domain.Side]string{domain.PartyA: "Party A's performer", domain.PartyB: "Party B's representative"},
		Methods: map[domain.Method]string{
			domain.MethodFace: "face", domain.MethodPhone: "phone", domain.MethodBank: "bank card", domain.MethodManual: "manual review",
		},
		DocKinds: map[domain.DocKind]string{
			domain.DocIDCard: "resident identity card", domain.DocPassport: "passport",
			domain.DocHKMacauPermit: "mainland travel permit for Hong Kong and Macao residents",
			domain.DocTaiwanPermit:  "mainland travel permit for Taiwan residents",
			domain.DocResidence:     "residence permit for Hong Kong, Macao and Taiwan residents",
			domain.DocForeignerPRC:  "foreign permanent resident identity card",
		},
		Outcomes: map[domain.Outcome]string{
			domain.OutcomeMatch: "match", domain.OutcomeMismatch: "mismatch", domain.OutcomeNoRecord: "no record",
			domain.OutcomeInvalid: "wrong input", domain.OutcomePending: "pending",
		},
		VerificationStates: map[domain.VerificationState]string{
			domain.VerificationCode: "waits for the code", domain.VerificationChecked: "being checked",
			domain.VerificationReview: "waits for review", domain.VerificationPassed: "passed",
			domain.VerificationFailed: "failed", domain.VerificationRefused: "refused", domain.VerificationOff: "cancelled",
		},
		Roles: map[domain.Role]string{
			domain.RoleOperator: "operator", domain.RoleReviewer: "reviewer", domain.RoleSealer: "sealer",
			domain.RoleAuditor: "auditor", domain.RoleAdmin: "administrator",
		},
		Rights: map[domain.Right]string{
			domain.RightRead: "read", domain.RightImport: "import contracts", domain.RightPush: "push", domain.RightAmend: "change contacts and deadlines", domain.RightStop: "recall, void or end",
			domain.RightDownload: "download", domain.RightVerify: "act on verifications", domain.RightReview: "review",
			domain.RightSeal: "seal", domain.RightReveal: "see personal data", domain.RightJobs: "act on jobs",
			domain.RightAudit: "audit", domain.RightOperators: "manage operators",
		},
		Verdicts: map[domain.Verdict]string{
			domain.Accepted: "accepted", domain.TurnedAway: "turned away", domain.Quarantined: "to be checked",
		},
		Sources: map[domain.Source]string{domain.FromProcurement: "procurement system", domain.FromVoid: "voiding by the office", domain.FromImport: "import"},
		Providers: map[string]string{
			"procurement": "Procurement system", "sms": "SMS gateway", "identity": "Identity provider", "tsa": "Timestamp authority",
		},
		Fields: map[string]string{
			"phone": "phone", "amount": "amount", "name": "name", "reason": "reason", "party": "party", "date": "date",
			"card": "bank card number", "limit": "limit", "stage": "stage", "role": "role", "no": "contract number",
			"title": "title", "otp": "code", "place": "place to sign", "strokes": "drawn signature",
			"seal_process": "seal process", "party_a": "Party A", "department": "department", "person_a": "Party A's performer",
			"phone_a": "Party A's phone", "party_b": "Party B", "credit_code": "Party B's credit code",
			"person_b": "Party B's representative", "phone_b": "Party B's phone", "purchaser": "purchaser", "purchaser_phone": "purchaser's phone",
		},
	}
	w.workEN()
	w.reasonsEN()
	w.Problems, w.Rules = problemsEN(), rulesEN()
	w.UniPDF = unipdfEN()
	w.Actions, w.Actors, w.Waits = actionsEN(), actorsEN(), waitsEN()
	return w
}

func (w *Words) workEN() {
	w.ReviewStates = map[domain.ReviewState]string{
		domain.ReviewOpen: "open", domain.ReviewClaimed: "claimed", domain.ReviewApproved: "approved", domain.ReviewRejected: "rejected",
	}
	w.MessageKinds = map[domain.MessageKind]string{
		domain.MessageLinkB: "link for Party B", domain.MessageLinkA: "link for Party A", domain.MessageDuty: "call to the office",
		domain.MessageCode: "code", domain.MessageDone: "notice of completion", domain.MessageRecall: "notice of recall", domain.MessageWarn: "warning of the end",
	}
	w.MessageStates = map[domain.MessageState]string{
		domain.MessageQueued: "queued", domain.MessageSent: "sent", domain.MessageDelivered: "delivered",
		domain.MessageFailed: "failed", domain.MessageUnknown: "unknown", domain.MessageDropped: "not sent",
	}
	w.JobKinds = map[domain.JobKind]string{
		domain.JobPoll: "ask for contracts", domain.JobIntake: "take a contract in", domain.JobPush: "push a contract", domain.JobAnswer: "answer an offer", domain.JobSMS: "send a message",
		domain.JobCheck: "check an identity", domain.JobAct: "carry out an act", domain.JobDeliver: "return the final",
		domain.JobStatus: "tell the status", domain.JobSweep: "destroy what is due", domain.JobPeriod: "look at deadlines", domain.JobReconcile: "compare the finals", domain.JobRefusals: "record refusals",
	}
	w.JobStates = map[domain.JobState]string{
		domain.JobReady: "ready", domain.JobRunning: "running", domain.JobDone: "done", domain.JobUnknown: "unknown",
		domain.JobDead: "failed", domain.JobCancelled: "cancelled",
	}
	w.OfferStates = map[domain.OfferState]string{
		domain.OfferWaiting: "waiting", domain.OfferRefused: "given up", domain.OfferDiffers: "differs", domain.OfferTaken: "taken in",
		domain.OfferTurnedAway: "turned away", domain.OfferDropped: "dropped",
	}
	w.Decisions = map[domain.Decision]string{
		domain.DecideAccept: "accept", domain.DecideRefuse: "refuse", domain.DecideReplace: "replace",
	}
	w.First = map[string]string{
		"recall_first": "Recall the contract first, then decide.", "void_first": "The contract is complete: void it first, then decide.",
	}
	w.SealStates = map[domain.SealState]string{
		domain.SealReserved: "reserved", domain.SealPrepared: "prepared", domain.SealKeyUse: "key in use", domain.SealSigned: "signed",
		domain.SealStamped: "timestamped", domain.SealMaterialised: "written", domain.SealVerified: "checked",
		domain.SealCommitted: "committed", domain.SealQuarantined: "quarantined", domain.SealAborted: "aborted",
	}
}

func (w *Words) reasonsEN() {
	w.Reasons = map[domain.ReviewReason]string{
		domain.ReasonFrontUnreadable: "front unreadable", domain.ReasonHeldUnreadable: "held photo unreadable",
		domain.ReasonNotTheHolder: "not the holder", domain.ReasonDataDiffers: "data differs",
		domain.ReasonDocExpired: "document expired", domain.ReasonWrongPhoto: "wrong photo",
		domain.ReasonCopy: "copy or screen", domain.ReasonSuspicious: "suspicious",
		domain.ReasonLetterUnreadable: "letter unreadable", domain.ReasonLetterIncomplete: "letter incomplete",
		domain.ReasonLetterOther: "letter of another", domain.ReasonSealUnreadable: "seal unreadable", domain.ReasonSealOther: "not this company's seal",
	}
	w.ReviewKinds = map[domain.ReviewKind]string{
		domain.ReviewIdentity: "identity", domain.ReviewAuthority: "letter of authority", domain.ReviewSeal: "company seal",
	}
	w.ReasonsToSigner = map[domain.ReviewReason]string{
		domain.ReasonFrontUnreadable: "The photo of the document's front cannot be read. Take it again in good light, with all four corners, sharp and without glare.",
		domain.ReasonHeldUnreadable:  "The photo of you holding the document is not clear. Take it again with face and document sharp and uncovered.",
		domain.ReasonNotTheHolder:    "The person holding the document does not look like the one in it. The holder must be in the photo.",
		domain.ReasonDataDiffers:     "Name or number in the document differ from what you entered. Check them, then enter and upload again.",
		domain.ReasonDocExpired:      "The document has expired. Use one that is valid.",
		domain.ReasonWrongPhoto:      "The photo does not show what was asked for. Upload the document's front and yourself holding the document.",
		domain.ReasonCopy:            "The photo shows a screen or a copy. Photograph the document itself.",
		domain.ReasonSuspicious:      "What you sent could not be accepted. Please call the procurement office.",

		domain.ReasonLetterUnreadable: "The letter of authority cannot be read. Upload it again, every page whole and sharp.",
		domain.ReasonLetterIncomplete: "The letter of authority is not complete. It needs the company's seal, the legal representative's signature and a date.",
		domain.ReasonLetterOther:      "The letter of authority is for another person, company or purpose. Upload one that names you and this company for signing contracts.",
		domain.ReasonSealUnreadable:   "The picture of the seal cannot be read. Upload a sharp one of the whole seal, or have it drawn from the registered name.",
		domain.ReasonSealOther:        "The seal in the picture does not bear the company's registered name. Upload the right one, or have it drawn from the registered name.",
	}
}
