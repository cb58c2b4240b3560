package domain

// Act is one of the four signatures of a contract, in the manual's strict order (S13).
type Act string

// The four acts.
const (
	ActBSign      Act = "b_sign"
	ActBSeal      Act = "b_seal"
	ActASign      Act = "a_sign"
	ActOfficeSeal Act = "office_seal"
)

// Acts lists the four acts in order.
func Acts() []Act { return []Act{ActBSign, ActBSeal, ActASign, ActOfficeSeal} }

// Stage is the only stage in which the act may be done.
func (a Act) Stage() Stage {
	switch a {
	case ActBSign:
		return StageBSigning
	case ActBSeal:
		return StageBSealing
	case ActASign:
		return StageASigning
	case ActOfficeSeal:
		return StageToSeal
	}
	return ""
}

// Next is the stage the contract enters when the act is committed.
func (a Act) Next() Stage {
	switch a {
	case ActBSign:
		return StageBSealing
	case ActBSeal:
		return StageASigning
	case ActASign:
		return StageToSeal
	case ActOfficeSeal:
		return StageDelivering
	}
	return ""
}

// Side is the party whose act it is.
func (a Act) Side() Side {
	if a == ActBSign || a == ActBSeal {
		return PartyB
	}
	return PartyA
}

// Field is the name of the act's signature field in the document.
func (a Act) Field() string {
	switch a {
	case ActBSign:
		return FieldBSign
	case ActBSeal:
		return FieldBSeal
	case ActASign:
		return FieldASign
	case ActOfficeSeal:
		return FieldOfficeSeal
	}
	return ""
}

// Due tells which act the stage waits for; false when it waits for none.
func (s Stage) Due() (Act, bool) {
	for _, a := range Acts() {
		if a.Stage() == s {
			return a, true
		}
	}
	return "", false
}

// CheckTurn refuses an act out of turn (S13). The refusal is recorded by the caller.
func CheckTurn(s Stage, a Act) error {
	if a.Stage() == s {
		return nil
	}
	return Fail(CodeOutOfTurn, a, s)
}
