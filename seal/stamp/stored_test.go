package stamp

import (
	"encoding/json"
	"testing"

	"campus.example/sealdesk/domain"
)

// A look is kept with the act that is drawn by it, and as part of an appearance without keys of its own.
func TestLookKeepsItsNames(t *testing.T) {
	look := Look{Appearance: domain.Appearance{Ring: "测试大学", Line: "合同专用章"}, Shape: Oval, Number: "1"}
	const stored = `{"ring":"测试大学","line":"合同专用章","shape":"oval","number":"1"}`
	if out, err := json.Marshal(look); err != nil || string(out) != stored {
		t.Errorf("%s, %v, want %s", out, err, stored)
	}
	if Name != "name" || Round != "" {
		t.Errorf("the shapes are %q and %q", Name, Round)
	}
}
