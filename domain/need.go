package domain

// Need is what an act demands of its caller. An operator needs Right; where it is "", no operator may. The flags admit
// the other kinds of callers.
type Need struct {
	Right       Right
	Signer      bool // a signer in a session, for acts of that signer alone
	Visitor     bool // a caller who has proven nothing yet
	Procurement bool // the procurement system, in a signed request
	System      bool // the program itself
}

// Needs returns what the act of that action demands of its caller. Declared is false for an action that is only a
// consequence of an act and so cannot be asked for.
func (a Action) Needs() (n Need, declared bool) {
	n, declared = needs()[a]
	return n, declared
}

// Asked lists the actions that a caller can ask for, in no order.
func Asked() map[Action]Need { return needs() }

// needs is the whole table of which act needs what.
func needs() map[Action]Need {
	signer := Need{Signer: true}
	return map[Action]Need{
		ActionContractIntake:    {Right: RightImport, System: true},
		ActionContractPush:      {Right: RightPush, System: true},
		ActionContractRemind:    {Right: RightAmend},
		ActionContractExtend:    {Right: RightAmend},
		ActionContractContact:   {Right: RightAmend},
		ActionContractRecall:    {Right: RightStop},
		ActionContractVoid:      {Right: RightStop},
		ActionContractEnd:       {Right: RightStop},
		ActionContractKeep:      {Right: RightStop},
		ActionContractConfirm:   {Right: RightSeal},
		ActionContractSeal:      {Right: RightSeal},
		ActionSealUnlock:        {Right: RightSeal},
		ActionContractDownload:  {Right: RightDownload},
		ActionContractFetched:   {Procurement: true},
		ActionOfficeReconcile:   {Right: RightJobs, System: true},
		ActionContractReconcile: {Right: RightJobs, System: true},
		ActionQuarantineAccept:  {Right: RightImport},
		ActionQuarantineRefuse:  {Right: RightImport},
		ActionQuarantineReplace: {Right: RightImport},
		ActionIntakeDrop:        {Right: RightImport},

		ActionSessionEnter: {Visitor: true},
		ActionSessionCode:  {Visitor: true},
		ActionSessionRead:  {Visitor: true},
		ActionSessionLeave: {Visitor: true},

		ActionSignCode:             signer,
		ActionContractSign:         signer,
		ActionContractSealB:        signer,
		ActionContractEnrol:        signer,
		ActionContractRefuse:       signer,
		ActionVerificationIdentity: signer,
		ActionVerificationStart:    signer,
		ActionVerificationCode:     signer,
		ActionReviewOpen:           signer,
		ActionSignerRead:           signer,
		ActionSignerPass:           signer,

		ActionVerificationRecheck: {Right: RightVerify},
		ActionVerificationResend:  {Right: RightVerify},
		ActionVerificationManual:  {Right: RightVerify},
		ActionVerificationCancel:  {Right: RightVerify},
		ActionReviewClaim:         {Right: RightReview},
		ActionReviewLook:          {Right: RightReview},
		ActionReviewApprove:       {Right: RightReview},
		ActionReviewReject:        {Right: RightReview},

		ActionOperatorAdd:     {Right: RightOperators},
		ActionOperatorDisable: {Right: RightOperators},
		ActionOperatorDuty:    {Right: RightOperators},
		ActionOperatorStandIn: {Right: RightOperators},
		ActionTemplateSet:     {Right: RightAmend},
		ActionTemplateRemove:  {Right: RightAmend},
		ActionJobRetry:        {Right: RightJobs},
		ActionRuleSet:         {Right: RightOperators},
		ActionRuleAdopt:       {System: true},
		ActionSettingsChanged: {System: true},

		ActionReadContracts:     {Right: RightRead},
		ActionReadContract:      {Right: RightRead},
		ActionReadDocument:      {Right: RightRead},
		ActionReadVerifications: {Right: RightVerify},
		ActionReadReviews:       {Right: RightReview},
		ActionReadJobs:          {Right: RightJobs},
		ActionReadIntake:        {Right: RightRead},
		ActionReadRecord:        {Right: RightAudit},
		ActionReadOperators:     {Right: RightRead},
		ActionReadOffice:        {Right: RightRead},
		ActionReadRules:         {Right: RightRead},
	}
}
