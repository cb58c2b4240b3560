package people

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"campus.example/sealdesk/pdf/font"
	"campus.example/sealdesk/sandbox/cast"
)

const (
	photoWidth  = 1024 // pixels
	photoHeight = 720
)

// photos draws the two pictures a manual review asks for. They are plainly drawings, marked 样例: nobody's face and
// nobody's document are in them.
func photos(p cast.Person) (map[string][]byte, error) {
	front, err := newCanvas()
	if err != nil {
		return nil, err
	}
	front.fill(0, 0, photoWidth, photoHeight, color.RGBA{214, 206, 190, 255})
	front.passport(p, 62, 60, 900, 600)
	held, err := newCanvas()
	if err != nil {
		return nil, err
	}
	held.fill(0, 0, photoWidth, photoHeight, color.RGBA{176, 190, 204, 255})
	held.holder()
	held.passport(p, 300, 430, 420, 280)
	files := map[string][]byte{}
	for name, c := range map[string]*canvas{"front": front, "held": held} {
		c.mark("样例 SPECIMEN")
		var out bytes.Buffer
		if err := jpeg.Encode(&out, c.img, &jpeg.Options{Quality: 80}); err != nil {
			return nil, fmt.Errorf("photo: %w", err)
		}
		files[name] = out.Bytes()
	}
	return files, nil
}

// canvas is a picture being drawn.
type canvas struct {
	img  *image.RGBA
	face func(size float64) (xfont.Face, error)
}

func newCanvas() (*canvas, error) {
	program, err := font.Parse()
	if err != nil {
		return nil, err
	}
	return &canvas{
		img: image.NewRGBA(image.Rect(0, 0, photoWidth, photoHeight)),
		face: func(size float64) (xfont.Face, error) {
			return opentype.NewFace(program, &opentype.FaceOptions{Size: size, DPI: 72})
		},
	}, nil
}

func (c *canvas) fill(x, y, w, h int, with color.Color) {
	draw.Draw(c.img, image.Rect(x, y, x+w, y+h), image.NewUniform(with), image.Point{}, draw.Src)
}

// oval draws an ellipse of four curves.
func (c *canvas) oval(x, y, rx, ry float32, with color.Color) {
	const k = 0.5522848 // how far the control points of a quarter circle lie
	r := vector.NewRasterizer(photoWidth, photoHeight)
	r.MoveTo(x+rx, y)
	r.CubeTo(x+rx, y+k*ry, x+k*rx, y+ry, x, y+ry)
	r.CubeTo(x-k*rx, y+ry, x-rx, y+k*ry, x-rx, y)
	r.CubeTo(x-rx, y-k*ry, x-k*rx, y-ry, x, y-ry)
	r.CubeTo(x+k*rx, y-ry, x+rx, y-k*ry, x+rx, y)
	r.ClosePath()
	r.Draw(c.img, c.img.Bounds(), image.NewUniform(with), image.Point{})
}

// text sets a line at its base point. A size that cannot be set leaves the line out: the picture stays a picture.
func (c *canvas) text(x, y int, size float64, s string, with color.Color) {
	face, err := c.face(size)
	if err != nil {
		return
	}
	d := xfont.Drawer{Dst: c.img, Src: image.NewUniform(with), Face: face, Dot: fixed.P(x, y)}
	d.DrawString(s)
}

// passport draws the page of a passport that names its holder.
func (c *canvas) passport(p cast.Person, x, y, w, h int) {
	ink := color.RGBA{40, 44, 60, 255}
	unit := float64(w) / 900
	at := func(n int) int { return int(float64(n) * unit) }
	c.fill(x, y, w, h, color.RGBA{236, 240, 232, 255})
	c.fill(x, y, w, at(70), color.RGBA{120, 36, 44, 255})
	c.text(x+at(24), y+at(50), 36*unit, "护照 PASSPORT　样例国 SAMPLELAND", color.White)
	c.fill(x+at(40), y+at(120), at(230), at(300), color.RGBA{200, 212, 222, 255})
	c.head(float32(x+at(155)), float32(y+at(255)), float32(at(70)))
	for i, line := range []string{
		"姓名 Name", p.Name, "护照号码 Passport No.", p.DocNo, "国籍 Nationality", "SAMPLELAND", "有效期至 Date of expiry", "2033-12-31",
	} {
		size := 22 * unit
		if i%2 == 1 {
			size = 34 * unit
		}
		c.text(x+at(310), y+at(140+44*i), size, line, ink)
	}
	c.text(x+at(40), y+at(h*900/w-70), 30*unit, "P<SPL"+p.DocNo+"<<<<<<<<<<<<<<<<<<<<<<<<<<<", ink)
}

// head draws a face nobody has.
func (c *canvas) head(x, y, r float32) {
	c.oval(x, y, r, r*1.25, color.RGBA{226, 190, 160, 255})
	c.oval(x, y-r*0.85, r*1.02, r*0.55, color.RGBA{70, 52, 44, 255})
	for _, side := range []float32{-1, 1} {
		c.oval(x+side*r*0.38, y-r*0.05, r*0.1, r*0.1, color.RGBA{40, 40, 48, 255})
	}
	c.oval(x, y+r*0.6, r*0.34, r*0.08, color.RGBA{150, 70, 70, 255})
}

// holder draws the person behind the document, and two hands.
func (c *canvas) holder() {
	c.oval(512, 720, 380, 330, color.RGBA{60, 84, 120, 255})
	c.head(512, 220, 130)
	for _, x := range []float32{290, 730} {
		c.oval(x, 590, 46, 60, color.RGBA{226, 190, 160, 255})
	}
}

// mark says across the picture what it is.
func (c *canvas) mark(s string) {
	for y := 150; y < photoHeight; y += 240 {
		c.text(120+y/2, y, 60, s, color.RGBA{150, 20, 30, 255})
	}
}
