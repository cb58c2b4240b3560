package gallery

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
)

// encode writes a picture as PNG.
func encode(in image.Image) ([]byte, error) {
	if colours, ok := in.(*image.RGBA); ok {
		in = plain(colours)
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&out, in); err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	return out.Bytes(), nil
}

// plain takes the colours out of a picture that has none: a byte a pixel is half the way to a phone.
func plain(in *image.RGBA) image.Image {
	for i := 0; i+3 < len(in.Pix); i += 4 {
		if in.Pix[i] != in.Pix[i+1] || in.Pix[i] != in.Pix[i+2] || in.Pix[i+3] != 255 {
			return in
		}
	}
	out := image.NewGray(in.Rect)
	for i := range out.Pix {
		out.Pix[i] = in.Pix[4*i]
	}
	return out
}
