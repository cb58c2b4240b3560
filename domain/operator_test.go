package domain

import "testing"

// S19, S20, S47: the contract seal is the sealer's alone, whatever other roles somebody has; photos are the
// reviewer's; who is disabled may nothing.
func TestS47OnlyTheSealerSeals(t *testing.T) {
	for _, role := range Roles() {
		op := Operator{Name: "li", Roles: []Role{role}}
		if op.May(RightSeal) != (role == RoleSealer) {
			t.Errorf("%s may seal: %v", role, op.May(RightSeal))
		}
		if op.May(RightReview) != (role == RoleReviewer) || op.May(RightReveal) != (role == RoleReviewer) {
			t.Errorf("%s may review: %v, see personal data: %v", role, op.May(RightReview), op.May(RightReveal))
		}
		op.Disabled = true
		for _, right := range Rights() {
			if op.May(right) {
				t.Errorf("a disabled %s may %s", role, right)
			}
		}
	}
}
