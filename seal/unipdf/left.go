//go:build nounipdf

package unipdf

import (
	"errors"

	"campus.example/sealdesk/seal/pades"
)

// Built tells whether the library is part of this program.
const Built = false

var errLeftOut = errors.New("the library is not part of this program")

func license(string, string) error { return errLeftOut }

func write(pades.Request, pades.Spot, int) ([]byte, error) { return nil, errLeftOut }
