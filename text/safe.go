package text

// Safe is text that may be written to a terminal as it is. Clean and CleanLines yield it, and the
// measuring functions of this package keep it; a conversion text.Safe(x) of a variable elsewhere is a mistake
// that a test of this package finds.
type Safe string

// String returns the text.
func (s Safe) String() string { return string(s) }

// Clean makes s one safe line: escape sequences, control characters, direction marks, invisible characters and
// tags are taken out, line breaks and tabs become a space, what is not UTF-8 becomes U+FFFD.
func Clean(s string) Safe { return sanitize(s, false) }

// CleanLines is Clean for text of several lines: every kind of line break becomes "\n" and stays.
func CleanLines(s string) Safe { return sanitize(s, true) }
