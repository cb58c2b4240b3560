package seal

import (
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/stamp"
)

// A seal is drawn once and used again; another size, word or picture is another seal. What a hand wrote is not kept.
func TestSealsAreDrawnOnce(t *testing.T) {
	artist, err := stamp.New()
	if err != nil {
		t.Fatal(err)
	}
	e := &Engine{artist: artist, drawn: map[string]*stamp.Form{}}
	draw := func(look stamp.Look, size float64) *stamp.Form {
		t.Helper()
		form, err := e.draw(look, size, size)
		if err != nil {
			t.Fatal(err)
		}
		return form
	}
	ring := func(ring, line string) stamp.Look {
		return stamp.Look{Appearance: domain.Appearance{Ring: ring, Line: line}}
	}
	first := draw(ring("测试大学", "合同专用章"), 119)
	if draw(ring("测试大学", "合同专用章"), 119) != first {
		t.Error("the same seal was drawn twice")
	}
	oval := ring("测试大学", "合同专用章")
	oval.Shape = stamp.Oval
	numbered := ring("测试大学", "合同专用章")
	numbered.Number = "000"
	for name, other := range map[string]*stamp.Form{
		"size": draw(ring("测试大学", "合同专用章"), 120), "line": draw(ring("测试大学", ""), 119), "ring": draw(ring("测试学院", "合同专用章"), 119),
		"shape": draw(oval, 119), "number": draw(numbered, 119),
	} {
		if other == first {
			t.Errorf("another %s, the same drawing", name)
		}
	}
	typed := stamp.Look{Appearance: domain.Appearance{Typed: "李样例"}}
	once, twice := draw(typed, 119), draw(typed, 119)
	if once == twice || len(e.drawn) != 6 {
		t.Errorf("a signature is kept: %d", len(e.drawn))
	}
}
