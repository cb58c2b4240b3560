package portal

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
)

// sample is a picture whose top left quarter is red.
func sample(w, h int) *image.RGBA {
	im := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{220, 220, 220, 255}
			if x < w/2 && y < h/2 {
				c = color.RGBA{200, 0, 0, 255}
			}
			im.SetRGBA(x, y, c)
		}
	}
	return im
}

func encoded(t *testing.T, im image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, im, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// withExif adds what a camera writes beside the picture: how it was held, and where it stood.
func withExif(jpg []byte, orientation uint16) []byte {
	tiff := []byte("II*\x00\x08\x00\x00\x00")
	tiff = binary.LittleEndian.AppendUint16(tiff, 1)
	tiff = binary.LittleEndian.AppendUint16(tiff, 0x0112)
	tiff = binary.LittleEndian.AppendUint16(tiff, 3)
	tiff = binary.LittleEndian.AppendUint32(tiff, 1)
	tiff = binary.LittleEndian.AppendUint16(tiff, orientation)
	tiff = append(tiff, 0, 0, 0, 0, 0, 0)
	body := append([]byte("Exif\x00\x00"), tiff...)
	body = append(body, "GPS 39.9042N 116.4074E secret-camera"...)
	segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(body)+2))
	segment = append(segment, body...)
	return append(append(append([]byte{}, jpg[:2]...), segment...), jpg[2:]...)
}

func TestPhotosLoseWhatStandsBesideThePicture(t *testing.T) {
	out, err := plainPhoto(withExif(encoded(t, sample(800, 600)), 1))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("Exif")) || bytes.Contains(out, []byte("GPS")) || bytes.Contains(out, []byte("secret-camera")) {
		t.Error("what the camera wrote is still in the file")
	}
	if head, kind, err := image.DecodeConfig(bytes.NewReader(out)); err != nil || kind != "jpeg" || head.Width != 800 || head.Height != 600 {
		t.Errorf("%+v %s %v", head, kind, err)
	}
}

// TestPhotosAreBroughtUpright puts the red corner where each orientation of Exif wants it.
func TestPhotosAreBroughtUpright(t *testing.T) {
	corners := map[uint16]image.Point{
		1: {100, 100}, 2: {700, 100}, 3: {700, 500}, 4: {100, 500}, 5: {100, 100}, 6: {500, 100}, 7: {500, 700}, 8: {100, 700},
	}
	for o, at := range corners {
		out, err := plainPhoto(withExif(encoded(t, sample(800, 600)), o))
		if err != nil {
			t.Fatal(err)
		}
		im, err := jpeg.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		if wide := im.Bounds().Dx() == 800; wide != (o < 5) {
			t.Errorf("orientation %d: %v", o, im.Bounds())
		}
		if r, g, _, _ := im.At(at.X, at.Y).RGBA(); r>>8 < 150 || g>>8 > 80 {
			t.Errorf("orientation %d: the red corner is not at %v", o, at)
		}
	}
}

func TestPhotosAreShrunkAndPNGsTaken(t *testing.T) {
	var out bytes.Buffer
	if err := png.Encode(&out, sample(4000, 3000)); err != nil {
		t.Fatal(err)
	}
	b, err := plainPhoto(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if head, kind, err := image.DecodeConfig(bytes.NewReader(b)); err != nil || kind != "jpeg" || head.Width != 2400 || head.Height != 1800 {
		t.Errorf("%+v %s %v", head, kind, err)
	}
}

func TestPhotosAreJudgedByContent(t *testing.T) {
	whole := encoded(t, sample(800, 600))
	bomb := bytes.Clone(whole)
	// The frame header (SOF0) claims 65500 pixels each way.
	at := bytes.Index(bomb, []byte{0xff, 0xc0})
	binary.BigEndian.PutUint16(bomb[at+5:], 65500)
	binary.BigEndian.PutUint16(bomb[at+7:], 65500)
	for name, c := range map[string]struct {
		in   []byte
		want domain.Code
	}{
		"HEIC":      {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), domain.CodePhotoHEIC},
		"text":      {[]byte("not a photo at all, whatever its name"), domain.CodePhotoInvalid},
		"nothing":   {nil, domain.CodePhotoInvalid},
		"cut off":   {whole[:len(whole)/2], domain.CodePhotoInvalid},
		"SVG":       {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), domain.CodePhotoInvalid},
		"too large": {bytes.Repeat([]byte("x"), 10<<20+1), domain.CodePhotoTooBig},
		"bomb":      {bomb, domain.CodePhotoInvalid},
	} {
		if _, err := plainPhoto(c.in); domain.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

func FuzzPlainPhoto(f *testing.F) {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, sample(320, 320), nil); err != nil {
		f.Fatal(err)
	}
	for _, o := range []uint16{1, 6, 99} {
		f.Add(withExif(out.Bytes(), o))
	}
	f.Add([]byte(strings.Repeat("\xff\xe1\x00\x02", 10)))
	f.Fuzz(func(t *testing.T, b []byte) {
		if o := orientation(b); o < 1 || o > 8 {
			t.Errorf("orientation %d", o)
		}
		if _, err := plainPhoto(b); err != nil && domain.CodeOf(err) == "" {
			t.Error(err)
		}
	})
}
