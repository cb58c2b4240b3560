package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

func (c *command) sealCommand() *cobra.Command {
	var pinFile, at string
	cmd := &cobra.Command{
		Use: "seal NO...", Short: "apply the contract seal", Args: atLeast(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			place, err := parsePlace(at)
			if err != nil {
				return err
			}
			if pinFile == "" {
				return usage(errors.New("--pin-file FILE"))
			}
			pin, err := app.ReadPIN(pinFile)
			if err != nil {
				return usage(err)
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				if err := a.Office.UnlockSeal(cmd.Context(), who, pin); err != nil {
					return err
				}
				return c.each(args, c.text.CLI.Acts.Sealed, func(no string) error {
					return a.SealNow(cmd.Context(), who, no, place)
				})
			})
		},
	}
	cmd.Flags().StringVar(&pinFile, "pin-file", "", "file with the PIN of the seal key")
	cmd.Flags().StringVar(&at, "at", "", "centre of the seal: page=1,x=400,y=120 in points from the bottom left")
	return cmd
}

// parsePlace reads page=N,x=X,y=Y; "" means the place found at push.
func parsePlace(s string) (*domain.Spot, error) {
	if s == "" {
		return nil, nil //nolint:nilnil // no place asked for is not an error
	}
	at, err := parseSpot(s)
	if err != nil || at.Page < 1 {
		return nil, usage(fmt.Errorf("--at page=1,x=400,y=120: %q", s))
	}
	return &at, nil
}

// parseSpot reads page=N,x=X,y=Y.
func parseSpot(s string) (p domain.Spot, err error) {
	for _, part := range strings.Split(s, ",") {
		key, value, ok := strings.Cut(part, "=")
		n, err := strconv.ParseFloat(value, 64)
		if !ok || err != nil {
			return p, usage(fmt.Errorf("page=1,x=400,y=120: %q", s))
		}
		switch key {
		case "page":
			p.Page = int(n)
		case "x":
			p.X = n
		case "y":
			p.Y = n
		default:
			return p, usage(fmt.Errorf("page=1,x=400,y=120: %q", s))
		}
	}
	if p.Page == 0 {
		return p, usage(fmt.Errorf("page=1,x=400,y=120: %q", s))
	}
	return p, nil
}

const placeHelp = "where an act stands: b_sign=page=-1,x=400,y=120, its middle in points from the bottom left, pages from the end negative; b_seal, a_sign, office_seal too"

// parseSpots reads ACT=page=N,x=X,y=Y.
func parseSpots(list []string) (map[domain.Act]domain.Spot, error) {
	spots := map[domain.Act]domain.Spot{}
	for _, s := range list {
		act, where, _ := strings.Cut(s, "=")
		at, err := parseSpot(where)
		if err != nil {
			return nil, err
		}
		spots[domain.Act(act)] = at
	}
	return spots, domain.CheckSpots(spots)
}
