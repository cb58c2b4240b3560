package domain

// Role is what an operator of the office is (S15, S19, S20).
type Role string

// The roles.
const (
	RoleOperator Role = "operator"
	RoleReviewer Role = "reviewer"
	RoleSealer   Role = "sealer"
	RoleAuditor  Role = "auditor"
	RoleAdmin    Role = "admin"
)

// Roles lists the roles.
func Roles() []Role { return []Role{RoleOperator, RoleReviewer, RoleSealer, RoleAuditor, RoleAdmin} }

// ParseRole accepts one of the roles.
func ParseRole(s string) (Role, error) {
	for _, r := range Roles() {
		if string(r) == s {
			return r, nil
		}
	}
	return "", Fail(CodeBadInput, s)
}

// Operator is someone of the office.
type Operator struct {
	Name     string // short login name, unique
	Roles    []Role
	OSUser   string // the account of the machine that may speak for this operator
	Person   string // Person.ID of the same human being: who seals is verified like any signer (S49)
	Duty     bool   // called by text message when a contract waits for the contract seal (G12)
	StandIn  bool   // called when nobody on duty can be
	Disabled bool
}

// Right is one thing an operator may be allowed to do.
type Right string

// The rights.
const (
	RightRead      Right = "read"
	RightImport    Right = "import"
	RightPush      Right = "push"
	RightAmend     Right = "amend" // change a contact, prolong the signing, remind
	RightStop      Right = "stop"  // recall, void, end
	RightDownload  Right = "download"
	RightVerify    Right = "verify" // act on personal verifications
	RightReview    Right = "review"
	RightSeal      Right = "seal"
	RightReveal    Right = "reveal" // see personal data in clear
	RightJobs      Right = "jobs"
	RightAudit     Right = "audit"
	RightOperators Right = "operators"
)

// Rights lists the rights.
func Rights() []Right {
	return []Right{
		RightRead, RightImport, RightPush, RightAmend, RightStop, RightDownload, RightVerify, RightReview, RightSeal,
		RightReveal, RightJobs, RightAudit, RightOperators,
	}
}

// grants is the whole table of who may do what. The seal belongs to the sealer alone (S47): not even an admin
// has it without the role.
func grants() map[Role][]Right {
	return map[Role][]Right{
		RoleOperator: {RightRead, RightImport, RightPush, RightAmend, RightStop, RightDownload, RightVerify, RightJobs},
		RoleReviewer: {RightRead, RightVerify, RightReview, RightReveal},
		RoleSealer:   {RightRead, RightDownload, RightSeal},
		RoleAuditor:  {RightRead, RightDownload, RightAudit},
		RoleAdmin: {
			RightRead, RightImport, RightPush, RightAmend, RightStop, RightDownload, RightVerify, RightJobs, RightAudit, RightOperators,
		},
	}
}

// May tells whether one of the roles grants the right. A disabled operator may nothing.
func (o Operator) May(right Right) bool {
	if o.Disabled {
		return false
	}
	table := grants()
	for _, role := range o.Roles {
		for _, r := range table[role] {
			if r == right {
				return true
			}
		}
	}
	return false
}

// Has tells whether the operator has the role.
func (o Operator) Has(role Role) bool {
	for _, r := range o.Roles {
		if r == role {
			return true
		}
	}
	return false
}
