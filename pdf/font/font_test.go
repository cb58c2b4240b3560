package font

import (
	"testing"

	"golang.org/x/image/font/sfnt"
)

func TestContractSignsAreThere(t *testing.T) {
	f, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "甲方（盖章）：乙方签字日期，。、；：？！“”‘’《》【】—…·￥¥①⑩⑳☐☑√×%㎡℃№壹贰叁肆伍陆柒捌玖拾佰仟万亿零圆整0129AZaz〇㛃䴙鿏" {
		if !f.Has(r) {
			t.Errorf("no glyph for %q", r)
		}
	}
}

func TestChineseIsSquareAndLatinIsNot(t *testing.T) {
	f, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Width("合同", 10); got != 20 {
		t.Errorf("合同 at 10 is %v wide, want 20", got)
	}
	if got := f.Advance('1'); got <= 300 || got >= 800 {
		t.Errorf("a digit is %d thousandths wide", got)
	}
}

func TestDrawingLibraryReadsTheSameGlyphs(t *testing.T) {
	drawn, err := Parse()
	if err != nil {
		t.Fatal(err)
	}
	f, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	var b sfnt.Buffer
	for _, r := range "合A同☑1" {
		g, err := drawn.GlyphIndex(&b, r)
		if err != nil || uint16(g) != f.glyphs[r] || g == 0 {
			t.Errorf("%q: glyph %d (%v), want %d", r, g, err, f.glyphs[r])
		}
	}
}
