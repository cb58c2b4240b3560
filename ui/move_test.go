package ui_test

import (
	"regexp"
	"strconv"
	"testing"
)

// Each key of the seal desk moves the seal to its own side: up is further from the bottom of the page, down nearer to it,
// by 1 mm, with shift by 1 cm; esc puts it back (HSE-10).
func TestKeysMoveTheSealToTheirSide(t *testing.T) {
	s, _ := start(t, 200)
	s.press("4")
	s.see("▀", "距左", "距下")
	at := regexp.MustCompile(`距左 (\d+) 毫米，距下 (\d+) 毫米`)
	shown := func(screen string) (x, y int) {
		m := at.FindStringSubmatch(screen)
		if m == nil {
			return -1, -1
		}
		x, errX := strconv.Atoi(m[1])
		y, errY := strconv.Atoi(m[2])
		if errX != nil || errY != nil {
			return -1, -1
		}
		return x, y
	}
	x, y := shown(s.screen())
	for _, step := range []struct {
		key    string
		dx, dy int
	}{
		{"up", 0, 1},
		{"down", 0, -1},
		{"right", 1, 0},
		{"left", -1, 0},
		{"k", 0, 1},
		{"j", 0, -1},
		{"l", 1, 0},
		{"h", -1, 0},
		{"shift+up", 0, 10},
		{"shift+down", 0, -10},
		{"shift+right", 10, 0},
		{"shift+left", -10, 0},
		{"K", 0, 10},
		{"J", 0, -10},
		{"L", 10, 0},
		{"H", -10, 0},
		{"down", 0, -1},
		{"shift+down", 0, -10},
		{"left", -1, 0},
	} {
		x, y = x+step.dx, y+step.dy
		s.press("m", step.key, "enter")
		s.until("after "+step.key+" "+strconv.Itoa(x)+", "+strconv.Itoa(y), func(screen string) bool {
			gotX, gotY := shown(screen)
			return gotX == x && gotY == y
		})
	}
	s.press("m", "shift+up", "left", "esc")
	s.until("the seal back where it was", func(screen string) bool {
		gotX, gotY := shown(screen)
		return gotX == x && gotY == y
	})
}
