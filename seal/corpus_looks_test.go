package seal_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/stamp"
)

const millimetre = 72 / 25.4

// shape is something to show, and how large it is.
type shape struct {
	name string
	look stamp.Look
	w, h float64 // millimetres
}

// shapesOf are the seals and signatures an office draws, as in custom.
func shapesOf(t testing.TB) []shape {
	look := func(a domain.Appearance) stamp.Look { return stamp.Look{Appearance: a} }
	return []shape{
		{"round", words("测试大学", "合同专用章"), 42, 42},
		{"round with a number", stamp.Look{Appearance: domain.Appearance{Ring: "测试样例科技有限公司", Line: "合同专用章"}, Number: "0000000000000"}, 40, 40},
		{"oval", stamp.Look{Appearance: domain.Appearance{Ring: "测试样例科技有限公司", Line: "发票专用章"}, Shape: stamp.Oval}, 40, 30},
		{"name seal", stamp.Look{Appearance: domain.Appearance{Typed: "李样例"}, Shape: stamp.Name}, 18, 18},
		{"picture with transparency", pictureSeal(t), 42, 42},
		{"picture without", look(domain.Appearance{Picture: disc(t)}), 42, 42},
		{"strokes of a hand", look(domain.Appearance{Strokes: strokes(), Caption: "李样例 2026-03-02 12:00"}), 39, 14},
		{"typed name", look(domain.Appearance{Typed: "欧阳样例", Caption: "欧阳样例 2026-03-02 12:00"}), 39, 14},
	}
}

// disc is a red disc on white, without transparency, as JPEG.
func disc(t testing.TB) []byte {
	t.Helper()
	const n = 300
	in := image.NewRGBA(image.Rect(0, 0, n, n))
	for y := range n {
		for x := range n {
			c := color.RGBA{255, 255, 255, 255}
			if dx, dy := x-n/2, y-n/2; dx*dx+dy*dy < n*n/4 {
				c = color.RGBA{210, 20, 20, 255}
			}
			in.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, in, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// showing asks for something to show.
func showing(s shape) func(*pades.Request) {
	return func(r *pades.Request) {
		r.Appearance, r.Place.W, r.Place.H = s.look, s.w*millimetre, s.h*millimetre
	}
}

// lookShapes are what a signature may show.
func lookShapes(t testing.TB) []trial {
	pdf := plainDoc().bytes()
	var out []trial
	for _, s := range shapesOf(t) {
		out = append(out, trial{name: s.name, data: pdf, change: showing(s)})
	}
	const long = "某某省某某市某某区北京华信远航科技发展集团股份有限公司上海自由贸易试验区临港新片区第一分公司设备经营部样例样例测试测试甲"
	for _, n := range []int{1, 4, 11, 18, 30, 60} {
		ring := string([]rune(long)[:n])
		out = append(out, trial{name: fmt.Sprint("round, characters: ", n), data: pdf, change: showing(shape{"", words(ring, "合同专用章"), 42, 42})})
	}
	for name, bad := range map[string]struct {
		look stamp.Look
		want domain.Code
	}{
		"missing character":         {words("测试𰻞大学", ""), domain.CodeSealWords},
		"missing character below":   {words("测试大学", "合同\U000F0000章"), domain.CodeSealWords},
		"round, characters: 61":     {words(strings.Repeat("测", 61), ""), domain.CodeSealLength},
		"oval, characters: 31":      {stamp.Look{Appearance: domain.Appearance{Ring: strings.Repeat("测", 31)}, Shape: stamp.Oval}, domain.CodeSealLength},
		"name seal, characters: 5":  {stamp.Look{Appearance: domain.Appearance{Typed: "测试测试测"}, Shape: stamp.Name}, domain.CodeSealLength},
		"number of 14 digits":       {stamp.Look{Appearance: domain.Appearance{Ring: "测试"}, Number: strings.Repeat("0", 14)}, domain.CodeSealLength},
		"rubbish for a picture":     {stamp.Look{Appearance: domain.Appearance{Picture: []byte("GIF89a")}}, domain.CodePhotoInvalid},
		"nothing to show":           {stamp.Look{}, domain.CodeSignatureEmpty},
		"missing character, typed":  {stamp.Look{Appearance: domain.Appearance{Typed: "张\U000F0000"}}, domain.CodeSignatureWords},
		"a touch instead of a hand": {stamp.Look{Appearance: domain.Appearance{Strokes: [][][2]float64{{{500, 500}}}}}, domain.CodeSignatureEmpty},
	} {
		out = append(out, trial{name: name, data: pdf, want: bad.want, change: func(r *pades.Request) { r.Appearance = bad.look }})
	}
	return out
}
