package text

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Truncate cuts s to at most cells terminal cells. What is cut off is replaced by tail (commonly "…"), whose
// cells count too; a tail wider than cells is cut itself. A wide character that would stand half outside is
// left out whole, so the result may be one cell short.
func Truncate[T ~string](s T, cells int, tail T) T {
	cells = max(0, cells)
	if Width(s) <= cells {
		return s
	}
	tail = head(tail, cells)
	return head(s, cells-Width(tail)) + tail
}

// TruncateMiddle is Truncate with the cut in the middle, for contract numbers and file names whose end tells
// them apart.
func TruncateMiddle[T ~string](s T, cells int, mark T) T {
	cells = max(0, cells)
	if Width(s) <= cells {
		return s
	}
	mark = head(mark, cells)
	room := cells - Width(mark)
	end := tailOf(s, room/2)
	return head(s, room-Width(end)) + mark + end
}

// Fit is s in exactly cells terminal cells: cut with tail where it is longer, filled with spaces on the right
// where it is shorter. It makes the columns of tables.
func Fit[T ~string](s T, cells int, tail T) T {
	return PadRight(Truncate(s, cells, tail), cells)
}

// PadRight fills s with spaces on the right up to cells terminal cells; a longer s stays as it is.
func PadRight[T ~string](s T, cells int) T {
	s += spaces[T](cells - Width(s))
	for Width(s) < cells { // a space may join what stands before it, in a cluster that was wide enough already
		s += " "
	}
	return s
}

// PadLeft fills s with spaces on the left up to cells terminal cells; a longer s stays as it is.
func PadLeft[T ~string](s T, cells int) T {
	s = spaces[T](cells-Width(s)) + s
	for Width(s) < cells { // as in PadRight
		s = " " + s
	}
	return s
}

// Center puts s in the middle of cells terminal cells, an odd space standing on the right; a longer s stays as
// it is.
func Center[T ~string](s T, cells int) T {
	free := max(0, cells-Width(s))
	return PadRight(spaces[T](free/2)+s, cells)
}

func spaces[T ~string](n int) T { return T(strings.Repeat(" ", max(0, n))) }

// head is the longest beginning of s that fits in cells.
func head[T ~string](s T, cells int) T {
	used, taken := 0, 0
	for rest, state := string(s), -1; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if used += clusterWidth(c); used > cells {
			break
		}
		taken += len(c)
	}
	return s[:taken]
}

// tailOf is the longest end of s that fits in cells.
func tailOf[T ~string](s T, cells int) T {
	over := Width(s) - cells
	cut := 0
	for rest, state := string(s), -1; rest != "" && over > 0; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		over -= clusterWidth(c)
		cut = len(s) - len(rest)
	}
	return s[cut:]
}
