package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	_ "image/jpeg" // photos come as JPEG
	_ "image/png"  // or PNG
)

// Limits of a photo that is decoded, in pixels.
const (
	maxSide  = 12000
	maxArea  = 60_000_000
	keepSide = 1600 // enough for the closest zoom in cells
)

// Decode reads a photo upright and small enough to be zoomed quickly. The size is looked at before anything is
// unpacked: a small file may claim a huge picture.
func Decode(b []byte) (image.Image, error) {
	head, kind, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	if head.Width > maxSide || head.Height > maxSide || head.Width*head.Height > maxArea {
		return nil, errors.New("picture: too large")
	}
	img, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	img = Reduce(img, keepSide)
	if kind == "jpeg" {
		img = upright(img, orientation(b))
	}
	return img, nil
}

// orientation reads how the camera was held: tag 0x0112 of the Exif segment, 1 to 8, and 1 when nothing tells.
func orientation(b []byte) int {
	for at := 2; at+4 <= len(b) && b[at] == 0xFF; {
		size := int(binary.BigEndian.Uint16(b[at+2:]))
		if b[at+1] == 0xDA || size < 2 || at+2+size > len(b) {
			break
		}
		if seg := b[at+4 : at+2+size]; b[at+1] == 0xE1 && bytes.HasPrefix(seg, []byte("Exif\x00\x00")) {
			return tiffOrientation(seg[6:])
		}
		at += 2 + size
	}
	return 1
}

func tiffOrientation(b []byte) int {
	if len(b) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if b[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(b[4:]))
	if at < 8 || at+2 > len(b) {
		return 1
	}
	for i := range int(order.Uint16(b[at:])) {
		e := at + 2 + i*12
		if e+12 > len(b) {
			break
		}
		if order.Uint16(b[e:]) == 0x0112 {
			if v := int(order.Uint16(b[e+8:])); v >= 1 && v <= 8 {
				return v
			}
		}
	}
	return 1
}

// upright turns an image as its orientation asks.
func upright(img image.Image, how int) image.Image {
	if how < 2 || how > 8 {
		return img
	}
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if how >= 5 {
		w, h = h, w
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			sx, sy := x, y
			switch how {
			case 2:
				sx = w - 1 - x
			case 3:
				sx, sy = w-1-x, h-1-y
			case 4:
				sy = h - 1 - y
			case 5:
				sx, sy = y, x
			case 6:
				sx, sy = y, w-1-x
			case 7:
				sx, sy = h-1-y, w-1-x
			case 8:
				sx, sy = h-1-y, x
			}
			out.Set(x, y, img.At(b.Min.X+sx, b.Min.Y+sy))
		}
	}
	return out
}
