package sample

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"strings"

	"campus.example/sealdesk/ui/page"
)

// Pages paints pages: grey bars for lines of text, and the words of the last page.
type Pages struct{}

// Render paints one page.
func (Pages) Render(_ context.Context, _ string, p, width int) (image.Image, error) {
	h := width * 842 / 595
	img := image.NewRGBA(image.Rect(0, 0, width, h))
	bar := func(x0, y0, x1, y1 int, c uint8) {
		for y := y0 * h / 842; y < y1*h/842; y++ {
			for x := x0 * width / 595; x < x1*width/595; x++ {
				img.SetRGBA(x, y, color.RGBA{c, c, c, 255})
			}
		}
	}
	bar(0, 0, 595, 842, 250)
	bar(190, 70, 405, 92, 60)
	for i := range 24 {
		bar(72+i%5/4*20, 130+i*24, 523-i*37%170, 140+i*24, 130)
	}
	if p == 3 {
		bar(72, 560, 523, 842, 250)
		bar(72, 590, 200, 602, 80)
		bar(330, 590, 460, 602, 80)
		bar(72, 640, 180, 650, 130)
		bar(330, 640, 440, 650, 130)
	}
	return img, nil
}

// TextView lays one page's words out.
func (Pages) TextView(_ context.Context, no string, p, cols int) (page.TextPage, error) {
	lines := []string{"", strings.Repeat(" ", cols/2-8) + "采  购  合  同", "", "  合同编号：" + no, ""}
	for i := range 18 {
		lines = append(lines, fmt.Sprintf("  第%d条  双方应按照本合同约定的内容、数量和期限履行，任何一方不得擅自变更。", i+1+p*18))
	}
	if p == 3 {
		lines = append(
			lines[:18], "", "", "  甲方（盖章）                                乙方（盖章）", "",
			"  代表签字：                                  代表签字：", "",
			"  日期：                                      日期：",
		)
	}
	return page.TextPage{Lines: lines, W: 595, H: 842}, nil
}
