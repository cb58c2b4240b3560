package domain

import (
	"testing"

	"pgregory.net/rapid"
)

// S13: whatever order acts are tried in, only B signs, B seals, A signs, office seals gets through.
func TestS13StrictOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stage := StageBSigning
		var done []Act
		for range rapid.IntRange(1, 40).Draw(t, "tries") {
			act := rapid.SampledFrom(Acts()).Draw(t, "act")
			if CheckTurn(stage, act) != nil {
				continue
			}
			if !Follows(stage, act.Next()) {
				t.Fatalf("%s may be done at %s but %s does not follow", act, stage, act.Next())
			}
			done, stage = append(done, act), act.Next()
		}
		for i, act := range done {
			if act != Acts()[i] {
				t.Fatalf("order %v", done)
			}
		}
	})
}

func TestStageNamesRoundTrip(t *testing.T) {
	for _, s := range Stages() {
		got, err := ParseStage(string(s))
		if err != nil || got != s {
			t.Errorf("%s: %v %v", s, got, err)
		}
	}
	if _, err := ParseStage("elsewhere"); CodeOf(err) != CodeBadInput {
		t.Errorf("an unknown stage: %v", err)
	}
}
