package check

import (
	"bytes"
	"crypto/x509"
	"errors"
	"fmt"
	"time"
)

// Faults of an act, besides those of a signature.
var (
	errNotPrefix  = errors.New("input_is_not_a_prefix")
	errNotSigned  = errors.New("field_not_signed")
	errNotNewest  = errors.New("field_not_signed_last")
	errNotWhole   = errors.New("file_not_covered")
	errNoStamp    = errors.New("timestamp_missing")
	errMoreSigned = errors.New("more_than_one_signature_added")
)

// Act checks a file after an act of signing. It returns nil when the input stands unchanged at the start of the output,
// the named field is what the newest revision signs, over the whole file, and every signature of the file is intact,
// trusted, timestamped by a trusted authority and respected by what came after it. Trust is judged as of at, the time
// of the act.
func Act(input, output []byte, field string, roots []*x509.Certificate, at time.Time) error {
	if err := prefix(input, output); err != nil {
		return err
	}
	report, sigs, err := verify(output, Options{Roots: roots, At: at})
	if err != nil {
		return fail(err)
	}
	if report.Verdict == Unsigned {
		return errNotSigned
	}
	added := 0
	var own *judged
	for _, s := range sigs {
		if s.End > len(input) {
			added++
		}
		if s.Field.Name == field {
			own = s
		}
		if !s.Timestamp && (s.token == nil || s.token.Code != "") {
			err = errors.Join(err, fmt.Errorf("%s: %w", s.Field.Name, errNoStamp))
		}
		if !s.Intact || !s.trusted || s.Forbidden {
			err = errors.Join(err, fmt.Errorf("%s: %s", s.Field.Name, s.Reasons))
		}
	}
	switch {
	case own == nil:
		return errors.Join(errNotSigned, err)
	case err != nil:
		return err
	case added != 1:
		return errMoreSigned
	case own.End != len(output) || own.Hole[0] < len(input):
		return errNotWhole
	case own.Changed || own.Forbidden:
		return errNotNewest
	case report.Verdict != Valid:
		return fmt.Errorf("%s: %s", field, report.Verdict)
	}
	return nil
}

// prefix fails unless the output begins with the input and goes on.
func prefix(input, output []byte) error {
	if len(input) == 0 || len(output) <= len(input) || !bytes.HasPrefix(output, input) {
		return errNotPrefix
	}
	return nil
}
