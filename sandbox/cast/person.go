// Package cast is the invented town: companies, the university's departments and the people who sign for them. Nobody
// and nothing in it exists: phones are 154 0000 00xx, identity numbers carry the region 100000, credit codes the region
// 000000, bank cards a prefix nobody issues.
package cast

// Role is what a person does in the town.
type Role string

// The roles.
const (
	Representative Role = "representative" // 乙方履约代表
	Performer      Role = "performer"      // 甲方履约代表
	Purchaser      Role = "purchaser"      // 经办人, who only receives messages
	Sealer         Role = "sealer"         // 采招办管理员 on duty
)

// The kinds of document, as identity forms spell them.
const (
	IDCard   = "idcard"
	Passport = "passport"
)

// Person is one person of the town.
type Person struct {
	Role    Role
	Name    string
	Phone   string
	DocKind string
	DocNo   string
	Card    string // bank card, for holders of an identity card
	Method  string // of verification: phone, bank or face; "" is phone, or manual review for other documents
}

// Company is a supplier.
type Company struct {
	Name           string
	CreditCode     string
	Representative Person
}

// Department is a part of the university that buys.
type Department struct {
	Name      string
	Performer Person
	Purchaser Person
	Approver  string // who lets its contracts pass in the procurement system
}

// University is Party A of every contract.
const University = "测试大学"
