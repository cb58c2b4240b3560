package text

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Wrap breaks s into lines of at most cells terminal cells. Latin words stay whole where they fit, Chinese
// breaks between any two characters except where the rules for line edges forbid it (GB/T 15834-2011, 5.1:
// no closing mark begins a line, no opening mark ends one). Line breaks in s stay; spaces at a break made here
// vanish, nothing else does. A width under 2 counts as 2, the width of one Chinese character.
func Wrap[T ~string](s T, cells int) []T {
	cells = max(cells, maxClusterCells)
	var lines []T
	for _, paragraph := range strings.Split(string(s), "\n") {
		for _, line := range wrapParagraph(paragraph, cells) {
			lines = append(lines, T(line))
		}
	}
	return lines
}

// piece is one user-perceived character with what the line breaker asks of it.
type piece struct {
	at, cells int // byte offset in the paragraph, width
	edge      edge
}

func wrapParagraph(s string, cells int) []string {
	pieces := split(s)
	var lines []string
	emit := func(from, to int) {
		lines = append(lines, strings.TrimRight(s[pieces[from].at:offset(pieces, to, s)], " "))
	}
	start, used := 0, 0
	for i := 0; i < len(pieces); {
		p := pieces[i]
		if used+p.cells <= cells {
			used += p.cells
			i++
			continue
		}
		next := i
		if p.edge != edgeSpace {
			next = breakBefore(pieces, start, i)
		}
		emit(start, next)
		for next < len(pieces) && pieces[next].edge == edgeSpace {
			next++
		}
		if next == len(pieces) {
			return lines
		}
		start, used, i = next, 0, next
	}
	return append(lines, s[offset(pieces, start, s):])
}

// breakBefore finds where the line that starts at start and overflows at i ends: the last allowed place; where
// there is none, the last place that keeps the rules for line edges; at worst i itself.
func breakBefore(pieces []piece, start, i int) int {
	anyPlace := i
	found := false
	for k := i; k > start; k-- {
		before, after := pieces[k-1].edge, pieces[k].edge
		if !edgesAllow(before, after) || onlySpaces(pieces[start:k]) {
			continue
		}
		if before == edgeSpace || before.wide() || after.wide() {
			return k
		}
		if !found {
			anyPlace, found = k, true
		}
	}
	return anyPlace
}

func edgesAllow(before, after edge) bool {
	return !before.opens() && !after.closes() && after != edgeSpace
}

func onlySpaces(pieces []piece) bool {
	for _, p := range pieces {
		if p.edge != edgeSpace {
			return false
		}
	}
	return true
}

func offset(pieces []piece, i int, s string) int {
	if i < len(pieces) {
		return pieces[i].at
	}
	return len(s)
}

func split(s string) []piece {
	pieces := make([]piece, 0, len(s)/2)
	for rest, state := s, -1; rest != ""; {
		at := len(s) - len(rest)
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		w := clusterWidth(c)
		pieces = append(pieces, piece{at: at, cells: w, edge: edgeOf(c, w)})
	}
	return pieces
}
