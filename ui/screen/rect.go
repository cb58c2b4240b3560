// Package screen is what the console draws on: a grid of cells, cut into rectangles. Only safe text gets on it,
// and a wide character never hangs half outside, so no line is ever longer than the terminal is wide.
package screen

// Rect is a part of the grid.
type Rect struct{ X, Y, W, H int }

// CutTop takes n rows off the top.
func (r Rect) CutTop(n int) (top, rest Rect) {
	n = clamp(n, r.H)
	return Rect{r.X, r.Y, r.W, n}, Rect{r.X, r.Y + n, r.W, r.H - n}
}

// CutBottom takes n rows off the bottom.
func (r Rect) CutBottom(n int) (bottom, rest Rect) {
	n = clamp(n, r.H)
	return Rect{r.X, r.Y + r.H - n, r.W, n}, Rect{r.X, r.Y, r.W, r.H - n}
}

// CutLeft takes n columns off the left.
func (r Rect) CutLeft(n int) (left, rest Rect) {
	n = clamp(n, r.W)
	return Rect{r.X, r.Y, n, r.H}, Rect{r.X + n, r.Y, r.W - n, r.H}
}

// CutRight takes n columns off the right.
func (r Rect) CutRight(n int) (right, rest Rect) {
	n = clamp(n, r.W)
	return Rect{r.X + r.W - n, r.Y, n, r.H}, Rect{r.X, r.Y, r.W - n, r.H}
}

// Inset is the rectangle without dx columns on each side and dy rows above and below.
func (r Rect) Inset(dx, dy int) Rect {
	return Rect{r.X + dx, r.Y + dy, max(0, r.W-2*dx), max(0, r.H-2*dy)}
}

// Center is a rectangle of at most w by h in the middle.
func (r Rect) Center(w, h int) Rect {
	w, h = clamp(w, r.W), clamp(h, r.H)
	return Rect{r.X + (r.W-w)/2, r.Y + (r.H-h)/2, w, h}
}

// Row is one row of the rectangle.
func (r Rect) Row(n int) Rect { return Rect{r.X, r.Y + n, r.W, 1} }

func clamp(n, most int) int { return max(0, min(n, most)) }
