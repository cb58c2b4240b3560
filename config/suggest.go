package config

import "strings"

// nearest finds the key the writer of an unknown key probably meant: the same name in another section, or the
// key fewest typing errors away; "" when none is near.
func nearest(unknown string, keys []string) string {
	best, least := "", len(unknown)/3+1
	for _, k := range keys {
		if d := distance(unknown, k); d < least {
			best, least = k, d
		}
	}
	if best != "" {
		return best
	}
	name := unknown[strings.LastIndexByte(unknown, '.')+1:]
	for _, k := range keys {
		if strings.HasSuffix(k, "."+name) {
			return k
		}
	}
	return ""
}

// distance counts the insertions, deletions, replacements and swaps of neighbours between a and b (optimal
// string alignment).
func distance(a, b string) int {
	var before []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next := make([]int, len(b)+1)
		next[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}
