package screen

// Style is how a cell looks: the parameters of an SGR sequence, "" for the terminal's own look. A theme makes
// styles for what its terminal can show.
type Style string

// And is the style with another on top of it.
func (s Style) And(over Style) Style {
	switch {
	case s == "":
		return over
	case over == "":
		return s
	}
	return s + ";" + over
}

// Span is a piece of a line in one style.
type Span struct {
	Text  Text
	Style Style
}
