package action

import (
	"encoding/json"
	"testing"

	"campus.example/sealdesk/domain"
)

// Jobs outlive the program that made them: what it wrote into them, the next one reads.
func TestArgsOfJobsKeepTheirNames(t *testing.T) {
	args := JobArgs{ID: "M-1", Verdict: domain.Accepted, Code: domain.CodeNoEmpty, SHA: "ab", Stage: domain.StageDone}
	const stored = `{"id":"M-1","verdict":"accepted","code":"no_empty","sha":"ab","stage":"done"}`
	if out, err := json.Marshal(args); err != nil || string(out) != stored {
		t.Errorf("%s, %v, want %s", out, err, stored)
	}
}
