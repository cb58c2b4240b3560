package domain

// Action is what was done, as the record stores it. Stored words never change, whatever the identifiers are called.
type Action string

// The actions of operators on contracts.
const (
	ActionContractIntake    Action = "contract.intake"
	ActionContractPush      Action = "contract.push"
	ActionContractRemind    Action = "contract.remind"
	ActionContractExtend    Action = "contract.extend"
	ActionContractContact   Action = "contract.contact"
	ActionContractRecall    Action = "contract.recall"
	ActionContractVoid      Action = "contract.void"
	ActionContractEnd       Action = "contract.end"
	ActionContractKeep      Action = "contract.keep"
	ActionContractConfirm   Action = "contract.confirm"
	ActionContractSeal      Action = "contract.seal"
	ActionContractDownload  Action = "contract.download"
	ActionContractReconcile Action = "contract.reconcile"
	ActionContractFlag      Action = "contract.flag"
	ActionQuarantineAccept  Action = "quarantine.accept"
	ActionQuarantineRefuse  Action = "quarantine.refuse"
	ActionQuarantineReplace Action = "quarantine.replace"
	ActionIntakeDrop        Action = "intake.drop"
	ActionSealUnlock        Action = "seal.unlock"
)

// The acts of signers, and the steps towards them.
const (
	ActionSessionEnter         Action = "session.enter"
	ActionSessionCode          Action = "session.code"
	ActionSessionRead          Action = "session.read"
	ActionSessionLeave         Action = "session.leave"
	ActionSignCode             Action = "sign.code"
	ActionContractSign         Action = "contract.sign"
	ActionContractSealB        Action = "contract.seal_b"
	ActionContractAuthority    Action = "contract.authority"
	ActionContractEnrol        Action = "contract.enrol"
	ActionContractRefuse       Action = "contract.refuse"
	ActionEnrolAuthority       Action = "enrol.authority"
	ActionEnrolSeal            Action = "enrol.seal"
	ActionVerificationIdentity Action = "verification.identity"
	ActionVerificationStart    Action = "verification.start"
	ActionVerificationCode     Action = "verification.code"
	ActionReviewOpen           Action = "review.open"
	ActionSignerRead           Action = "signer.read"
	ActionSignerPass           Action = "signer.pass"
)

// Verifications and reviews: what operators do, and what becomes of them.
const (
	ActionVerificationRecheck Action = "verification.recheck"
	ActionVerificationResend  Action = "verification.resend"
	ActionVerificationManual  Action = "verification.manual"
	ActionVerificationCancel  Action = "verification.cancel"
	ActionVerificationPassed  Action = "verification.passed"
	ActionVerificationFailed  Action = "verification.failed"
	ActionReviewClaim         Action = "review.claim"
	ActionReviewLook          Action = "review.look"
	ActionReviewApprove       Action = "review.approve"
	ActionReviewReject        Action = "review.reject"
	ActionReviewClaimed       Action = "review.claimed"
	ActionReviewApproved      Action = "review.approved"
	ActionReviewRejected      Action = "review.rejected"
)

// The office itself.
const (
	ActionOperatorAdd     Action = "operator.add"
	ActionOperatorDisable Action = "operator.disable"
	ActionOperatorDuty    Action = "operator.duty"
	ActionOperatorStandIn Action = "operator.stand_in"
	ActionTemplateSet     Action = "template.set"
	ActionTemplateRemove  Action = "template.remove"
	ActionJobRetry        Action = "job.retry"
	ActionOfficeReconcile Action = "office.reconcile"
	ActionRuleSet         Action = "rule.set"
	ActionRuleAdopt       Action = "rule.adopt"
	ActionSettingsChanged Action = "settings.changed"
)

// What the program does by itself.
const (
	ActionContractOtherBytes  Action = "contract.other_bytes"
	ActionContractOtherFields Action = "contract.other_fields"
	ActionIntakeRefused       Action = "intake.refused"
	ActionContractAppraise    Action = "contract.appraise"
	ActionContractDeliver     Action = "contract.deliver"
	ActionContractFetched     Action = "contract.fetched"
	ActionContractUndelivered Action = "contract.undelivered"
	ActionContractExpire      Action = "contract.expire"
	ActionContractWarn        Action = "contract.warn"
	ActionContractVoided      Action = "contract.voided"
	ActionContractVoidFailed  Action = "contract.void_failed"
	ActionSealReserve         Action = "seal.reserve"
	ActionSealKeyuse          Action = "seal.keyuse"
	ActionSealCommit          Action = "seal.commit"
	ActionSealQuarantine      Action = "seal.quarantine"
	ActionSealAbort           Action = "seal.abort"
	ActionKeyMake             Action = "key.make"
	ActionKeyDestroy          Action = "key.destroy"
	ActionPhotoForget         Action = "photo.forget"
	ActionPhotoDestroy        Action = "photo.destroy"
	ActionSMSSent             Action = "sms.sent"
	ActionSMSDelivered        Action = "sms.delivered"
	ActionSMSFailed           Action = "sms.failed"
	ActionSMSUnknown          Action = "sms.unknown"
	ActionSMSDropped          Action = "sms.dropped"
)

// Reads of operators. They leave no event unless they are refused.
const (
	ActionReadContracts     Action = "read.contracts"
	ActionReadContract      Action = "read.contract"
	ActionReadDocument      Action = "read.document"
	ActionReadVerifications Action = "read.verifications"
	ActionReadReviews       Action = "read.reviews"
	ActionReadJobs          Action = "read.jobs"
	ActionReadIntake        Action = "read.intake"
	ActionReadRecord        Action = "read.record"
	ActionReadOperators     Action = "read.operators"
	ActionReadOffice        Action = "read.office"
	ActionOfficeEnter       Action = "office.enter"
	ActionReadRules         Action = "read.rules"
)
