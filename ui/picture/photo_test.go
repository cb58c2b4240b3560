package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"testing"
)

// exif is a JPEG segment that says how the camera was held.
func exif(how byte) []byte {
	tiff := []byte{'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, how, 0, 0, 0, 0, 0, 0}
	seg := append([]byte("Exif\x00\x00"), tiff...)
	return append([]byte{0xFF, 0xE1, 0, byte(len(seg) + 2)}, seg...)
}

func TestPhotosStandUpright(t *testing.T) {
	// Red above blue, as the sensor saw it.
	img := halves(40, 80)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	for how, want := range map[byte][2]int{1: {20, 10}, 3: {20, 70}, 6: {70, 20}, 8: {10, 20}} {
		photo := append(append([]byte{0xFF, 0xD8}, exif(how)...), b.Bytes()[2:]...)
		got, err := Decode(photo)
		if err != nil {
			t.Fatal(err)
		}
		if r, _, bl, _ := got.At(want[0], want[1]).RGBA(); r < 0xC000 || bl > 0x4000 {
			t.Errorf("orientation %d: red is not at %v", how, want)
		}
	}
}

func TestHugePhotosAreNotUnpacked(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 12001, 1))); err != nil {
		t.Fatal(err)
	}
	if _, err := Decode(b.Bytes()); err == nil {
		t.Error("12001 pixels wide was accepted")
	}
	if _, err := Decode([]byte("no picture")); err == nil {
		t.Error("no picture was accepted")
	}
}

func FuzzOrientation(f *testing.F) {
	f.Add(append([]byte{0xFF, 0xD8}, exif(6)...))
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) < 2 {
			return
		}
		if how := orientation(b); how < 1 || how > 8 {
			t.Error(how)
		}
	})
}
