// Package font holds the one typeface of the house: Noto Sans CJK SC with TrueType outlines, cut down to the 8,105
// characters of the 通用规范汉字表 (2013), GB 2312, Latin-1, Greek and the signs contracts use. It measures text and
// yields the small embedded fonts that documents carry. The licence stands in OFL.txt.
package font

import (
	_ "embed"
	"fmt"
	"sync"

	"golang.org/x/image/font/sfnt"
)

//go:embed NotoSansCJKsc-Subset.ttf
var program []byte

// Data gives the TrueType program. The caller must not write to it.
func Data() []byte { return program }

// Parse reads the typeface for drawing with golang.org/x/image.
func Parse() (*sfnt.Font, error) {
	f, err := sfnt.Parse(program)
	if err != nil {
		return nil, fmt.Errorf("embedded typeface: %w", err)
	}
	return f, nil
}

// load is computed once: the typeface never changes and the same Face serves everybody.
var load = sync.OnceValues(func() (*Face, error) { return newFace(program) })

// Load gives the typeface for measuring and embedding. It may be used by many goroutines.
func Load() (*Face, error) { return load() }
