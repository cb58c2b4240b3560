package config

import (
	"fmt"
	"strings"
	"time"
)

// Duration is a span of time written with its unit: "200ms", "60s", "30m", "1h30m".
type Duration time.Duration

// Span is the duration as the standard library knows it.
func (d Duration) Span() time.Duration { return time.Duration(d) }

// String writes the duration as people do: "1m" and not "1m0s".
func (d Duration) String() string {
	s := time.Duration(d).String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}

// MarshalText writes the duration for the file.
func (d Duration) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a duration; a number without a unit is an error.
func (d *Duration) UnmarshalText(text []byte) error {
	span, err := time.ParseDuration(string(text))
	if err != nil {
		return fmt.Errorf("no duration with a unit (s, m, h): %w", err)
	}
	*d = Duration(span)
	return nil
}
