package domain

import "slices"

// Stage is where a contract stands. The words on screen are in terms.go.
type Stage string

// The path of every contract, in order, and the places off the path.
const (
	StageToPush     Stage = "to_push"
	StageBSigning   Stage = "b_signing"
	StageBSealing   Stage = "b_sealing"
	StageASigning   Stage = "a_signing"
	StageToSeal     Stage = "to_seal"
	StageDelivering Stage = "delivering"
	StageDone       Stage = "done"

	StageQuarantined Stage = "quarantined"
	StageTurnedAway  Stage = "turned_away"
	StageRejected    Stage = "rejected"
	StageRecalled    Stage = "recalled"
	StageExpired     Stage = "expired"
	StageEnded       Stage = "ended"
	StageVoiding     Stage = "voiding"
	StageVoided      Stage = "voided"
)

// Path lists the stages of the ordinary path in their order.
func Path() []Stage {
	return []Stage{StageToPush, StageBSigning, StageBSealing, StageASigning, StageToSeal, StageDelivering, StageDone}
}

// OffPath lists the stages beside the path, shown together as 其他.
func OffPath() []Stage {
	return []Stage{
		StageQuarantined, StageTurnedAway, StageRejected, StageRecalled, StageExpired,
		StageEnded, StageVoiding, StageVoided,
	}
}

// Stages lists every stage: the path, then the places off it.
func Stages() []Stage { return append(Path(), OffPath()...) }

// ParseStage accepts the English name of a stage.
func ParseStage(s string) (Stage, error) {
	for _, st := range Stages() {
		if string(st) == s {
			return st, nil
		}
	}
	return "", Fail(CodeBadInput, s)
}

// transitions is the whole table of which stage may follow which. Storage holds the same table as a trigger.
func transitions() map[Stage][]Stage {
	undo := []Stage{StageRecalled, StageExpired, StageEnded}
	signing := append([]Stage{StageRejected}, undo...)
	return map[Stage][]Stage{
		StageToPush:      append([]Stage{StageBSigning}, undo...),
		StageBSigning:    append([]Stage{StageBSealing}, signing...),
		StageBSealing:    append([]Stage{StageASigning}, signing...),
		StageASigning:    append([]Stage{StageToSeal}, signing...),
		StageToSeal:      append([]Stage{StageDelivering, StageQuarantined}, undo...),
		StageDelivering:  {StageDone},
		StageDone:        {StageVoiding},
		StageVoiding:     {StageVoided, StageDone},
		StageQuarantined: {StageToPush, StageTurnedAway, StageToSeal},
		StageTurnedAway:  {StageToPush, StageQuarantined},
		StageRejected:    {StageToPush}, // these three by a corrected text (G5)
		StageRecalled:    {StageToPush},
		StageExpired:     {StageToPush, StageEnded},
	}
}

// Follows tells whether a contract may go from one stage straight to the next.
func Follows(from, to Stage) bool {
	for _, s := range transitions()[from] {
		if s == to {
			return true
		}
	}
	return false
}

// Transitions lists every permitted pair (from, to), for the storage trigger and the property tests.
func Transitions() [][2]Stage {
	var pairs [][2]Stage
	table := transitions()
	for _, from := range Stages() {
		for _, to := range table[from] {
			pairs = append(pairs, [2]Stage{from, to})
		}
	}
	return pairs
}

// Corrected tells whether a corrected text under the same number begins anew (G5): nobody signs the old one any more.
func (s Stage) Corrected() bool {
	return s == StageRejected || s == StageRecalled || s == StageExpired
}

// Ended lists the stages in which nothing is to come: what stands there is kept for its years (G19).
func Ended() []Stage {
	return []Stage{StageDone, StageVoided, StageEnded, StageRejected, StageRecalled, StageExpired, StageTurnedAway}
}

// Ended tells whether the stage is one of these.
func (s Stage) Ended() bool { return slices.Contains(Ended(), s) }

// Complete lists the stages in which everybody has signed and sealed: there is a final.
func Complete() []Stage { return []Stage{StageDelivering, StageDone, StageVoiding, StageVoided} }

// Complete tells whether the stage is one of these.
func (s Stage) Complete() bool { return slices.Contains(Complete(), s) }

// Signing tells whether the parties still have something to do.
func (s Stage) Signing() bool {
	return s == StageBSigning || s == StageBSealing || s == StageASigning
}
