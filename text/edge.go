package text

import "strings"

// edge says how a character may stand at the edge of a line.
type edge int

const (
	edgeLatin     edge = iota // breaks only at spaces
	edgeSpace                 // vanishes at a break
	edgeWide                  // breaks on both sides
	edgeOpen                  // a narrow opening mark: never last
	edgeWideOpen              // a wide one
	edgeClose                 // a narrow closing mark: never first
	edgeWideClose             // a wide one
)

func (e edge) opens() bool  { return e == edgeOpen || e == edgeWideOpen }
func (e edge) closes() bool { return e == edgeClose || e == edgeWideClose }
func (e edge) wide() bool   { return e == edgeWide || e == edgeWideOpen || e == edgeWideClose }

const (
	// openingMarks never end a line: opening brackets and quotes, and signs that belong to the number after them.
	openingMarks = "([{（［｛〔【《〈「『〖〘〚“‘￥¥$＄£№＃"

	// closingMarks never begin a line: stops, commas, closing brackets and quotes, the second half of dashes and
	// dots, and units that belong to the number before them.
	closingMarks = ")]}）］｝〕】》〉」』〗〙〛”’。，、；：？！．,.;:?!…—～·・％%‰℃°々ー"
)

func edgeOf(cluster string, cells int) edge {
	wide := cells > 1
	switch {
	case cluster == " ":
		return edgeSpace
	case strings.Contains(openingMarks, cluster):
		if wide {
			return edgeWideOpen
		}
		return edgeOpen
	case strings.Contains(closingMarks, cluster):
		if wide {
			return edgeWideClose
		}
		return edgeClose
	case wide:
		return edgeWide
	}
	return edgeLatin
}
