package font

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"pgregory.net/rapid"
)

func face(t interface{ Fatal(...any) }) *Face {
	f, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestSubsetDrawsWhatTheWholeDraws(t *testing.T) {
	f := face(t)
	all := []rune("甲方乙盖章签字￥壹贰叁ABCabc019（）：、。☑ 一丁七")
	whole, err := Parse()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOfN(rapid.SampledFrom(all), 1, 30).Draw(t, "text"))
		s, err := f.Subset(text)
		if err != nil {
			t.Fatal(err)
		}
		cut, err := sfnt.Parse(standAlone(f, s))
		if err != nil {
			t.Fatal(err)
		}
		var b1, b2 sfnt.Buffer
		for _, r := range text {
			g1, _ := whole.GlyphIndex(&b1, r)
			want, err1 := whole.LoadGlyph(&b1, g1, fixed.I(1000), nil)
			got, err2 := cut.LoadGlyph(&b2, sfnt.GlyphIndex(s.Glyph(r)), fixed.I(1000), nil)
			if err1 != nil || err2 != nil || len(want) != len(got) {
				t.Fatalf("%q: %d segments (%v), want %d (%v)", r, len(got), err2, len(want), err1)
			}
			for i := range want {
				if want[i] != got[i] {
					t.Fatalf("%q: segment %d differs", r, i)
				}
			}
			if s.Width(r) != f.Advance(r) {
				t.Fatalf("%q: width %d, want %d", r, s.Width(r), f.Advance(r))
			}
		}
	})
}

// standAlone adds the tables a stand-alone reader asks for and an embedded font does not carry.
func standAlone(f *Face, s *Subset) []byte {
	cut, err := readTables(s.Program)
	if err != nil {
		return nil
	}
	cut["cmap"], cut["OS/2"], cut["name"], cut["post"] = s.cmap(), f.tables["OS/2"], f.tables["name"], f.tables["post"]
	return assemble(cut)
}

func TestSubsetIsTheSameForTheSameCharacters(t *testing.T) {
	f := face(t)
	one, err := f.Subset("合同编号合同")
	if err != nil {
		t.Fatal(err)
	}
	two, err := f.Subset("号编同合")
	if err != nil {
		t.Fatal(err)
	}
	if one.Tag != two.Tag || !bytes.Equal(one.Program, two.Program) {
		t.Error("the order of characters changed the font")
	}
	if !regexp.MustCompile(`^[A-Z]{6}\+$`).MatchString(one.Tag) {
		t.Errorf("tag %q", one.Tag)
	}
	if one.Text() != "号合同编" {
		t.Errorf("glyphs for %q", one.Text())
	}
	if len(one.Program) > 4000 {
		t.Errorf("four characters take %d bytes", len(one.Program))
	}
}

func TestMissingCharacterIsTheBox(t *testing.T) {
	s, err := face(t).Subset("合\U0001F600")
	if err != nil {
		t.Fatal(err)
	}
	if s.Glyph('\U0001F600') != 0 || s.Glyph('合') != 1 {
		t.Errorf("glyphs %d and %d, want 0 and 1", s.Glyph('\U0001F600'), s.Glyph('合'))
	}
}

func TestSimpleSubsetKeepsLatinOnly(t *testing.T) {
	s, err := face(t).SimpleSubset("合同 HT-2026，¥12.00")
	if err != nil {
		t.Fatal(err)
	}
	if s.Text() != " -.0126HT¥" {
		t.Errorf("characters %q", s.Text())
	}
}

func TestToUnicodeNamesEveryCharacter(t *testing.T) {
	s, err := face(t).Subset("合同𬬭")
	if err != nil {
		t.Fatal(err)
	}
	cmap := string(s.ToUnicode())
	for _, want := range []string{"<0001> <5408>", "<0002> <540C>", "<0003> <D872DF2D>"} {
		if !strings.Contains(cmap, want) {
			t.Errorf("no %s in\n%s", want, cmap)
		}
	}
}
