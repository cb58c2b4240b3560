package pades

import "testing"

// Every page shows a slice, the slices of one seal make it whole, none is too narrow to be told, and no seal stands on
// one page alone.
func TestSlicesFrom2To300Pages(t *testing.T) {
	const mm = 72 / 25.4
	for _, size := range []float64{30 * mm, 42 * mm, 58 * mm} {
		for pages := 2; pages <= 300; pages++ {
			all := slicing(pages, size)
			if len(all) != pages {
				t.Fatalf("%d slices for %d pages", len(all), pages)
			}
			for i := 0; i < pages; {
				n := all[i][1]
				if n < 2 || size/float64(n) < leastSlice-1e-9 {
					t.Fatalf("%d pages: a seal of %d slices, %.1f mm each", pages, n, size/float64(n)/mm)
				}
				for k := range n {
					if all[i+k] != [2]int{k, n} {
						t.Fatalf("%d pages: page %d shows %v, want %d of %d", pages, i+k+1, all[i+k], k, n)
					}
				}
				i += n
			}
		}
	}
}
