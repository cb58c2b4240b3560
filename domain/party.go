package domain

// Side is one of the two parties.
type Side string

// Party A is the university, Party B the supplier.
const (
	PartyA Side = "a"
	PartyB Side = "b"
)

// Party is one side of a contract as the procurement system names it. The manual gives phones only (S27, S28):
// Person may be empty and is then learned at verification.
type Party struct {
	Name       string // the organisation: 测试大学, 某某科技有限公司
	Department string // Party A only: the college
	CreditCode string // 统一社会信用代码, may be empty
	Person     string // name of the performer or representative, may be empty
	Phone      Phone
	Signer     string // Person.ID of whoever has that phone; the phone itself is kept with the person
}
