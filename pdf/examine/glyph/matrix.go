package glyph

import (
	"math"

	"campus.example/sealdesk/pdf/read"
)

// toShown is the matrix from the user space of a page to the page as shown.
func toShown(p read.Page) matrix {
	w, h := p.CropBox[2]-p.CropBox[0], p.CropBox[3]-p.CropBox[1]
	m := matrix{1, 0, 0, 1, -p.CropBox[0], -p.CropBox[1]}
	switch p.Rotate {
	case 90:
		m = m.then(matrix{0, -1, 1, 0, 0, w})
	case 180:
		m = m.then(matrix{-1, 0, 0, -1, w, h})
	case 270:
		m = m.then(matrix{0, 1, -1, 0, h, 0})
	}
	return m.then(matrix{p.UserUnit, 0, 0, p.UserUnit, 0, 0})
}

// matrix is a b c d e f of 8.3.4: x' = a x + c y + e, y' = b x + d y + f.
type matrix [6]float64

func unit() matrix { return matrix{1, 0, 0, 1, 0, 0} }

// then gives the matrix that does m and after it n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.Abs(v) > 1e9 {
			return false
		}
	}
	return true
}
