package read

// Shown maps a point of user space to the page as shown: points (1/72 inch) from its bottom left corner, after
// CropBox, Rotate and UserUnit.
func (p *Page) Shown(x, y float64) (float64, float64) {
	a, b := x-p.CropBox[0], y-p.CropBox[1]
	w, h := p.CropBox[2]-p.CropBox[0], p.CropBox[3]-p.CropBox[1]
	switch p.Rotate {
	case 90:
		a, b = b, w-a
	case 180:
		a, b = w-a, h-b
	case 270:
		a, b = h-b, a
	}
	return a * p.UserUnit, b * p.UserUnit
}

// User maps a point of the page as shown back to user space.
func (p *Page) User(x, y float64) (float64, float64) {
	x, y = x/p.UserUnit, y/p.UserUnit
	w, h := p.CropBox[2]-p.CropBox[0], p.CropBox[3]-p.CropBox[1]
	switch p.Rotate {
	case 90:
		x, y = w-y, x
	case 180:
		x, y = w-x, h-y
	case 270:
		x, y = y, h-x
	}
	return x + p.CropBox[0], y + p.CropBox[1]
}

// UserBox maps a rectangle of the page as shown, given by its bottom left corner and size, to user space.
func (p *Page) UserBox(x, y, w, h float64) Box {
	x1, y1 := p.User(x, y)
	x2, y2 := p.User(x+w, y+h)
	return Box{min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)}
}

// ShownBox maps a rectangle of user space to the page as shown: bottom left corner and size.
func (p *Page) ShownBox(b Box) (x, y, w, h float64) {
	x1, y1 := p.Shown(b[0], b[1])
	x2, y2 := p.Shown(b[2], b[3])
	return min(x1, x2), min(y1, y2), max(x1, x2) - min(x1, x2), max(y1, y2) - min(y1, y2)
}
