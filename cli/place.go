package cli

import (
	"math"
	"strconv"
	"strings"

	"campus.example/sealdesk/domain"
)

// parseSpot reads page=N,x=X,y=Y, which a flag gave. Each of the three stands there once; pages count from 1, negative
// ones from the end.
func (c *command) parseSpot(flag, where string) (at domain.Spot, err error) {
	wrong := c.wrong(c.text.Usage.Place, flag, where)
	seen := map[string]bool{}
	for part := range strings.SplitSeq(where, ",") {
		key, value, _ := strings.Cut(part, "=")
		n, err := strconv.ParseFloat(value, 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) || seen[key] {
			return at, wrong
		}
		seen[key] = true
		switch key {
		case "page":
			if at.Page = int(n); float64(at.Page) != n {
				return at, wrong
			}
		case "x":
			at.X = n
		case "y":
			at.Y = n
		default:
			return at, wrong
		}
	}
	if at.Page == 0 || len(seen) != 3 {
		return at, wrong
	}
	return at, nil
}

// parseSpots reads values of --place: ACT=page=N,x=X,y=Y. Errors: wrong usage, those of domain.CheckSpots.
func (c *command) parseSpots(list []string) (map[domain.Act]domain.Spot, error) {
	spots := map[domain.Act]domain.Spot{}
	for _, s := range list {
		act, where, _ := strings.Cut(s, "=")
		at, err := c.parseSpot("--place", where)
		if err != nil {
			return nil, err
		}
		if domain.Act(act).Stage() == "" {
			var acts []string
			for _, a := range domain.Acts() {
				acts = append(acts, string(a))
			}
			return nil, c.notValue("--place", act, acts...)
		}
		spots[domain.Act(act)] = at
	}
	return spots, domain.CheckSpots(spots)
}
