package config

import (
	"fmt"
	"strings"
)

// Code names a kind of problem; its sentence in the operator's language belongs to the caller, who finds the
// words to fill in under Args in the order given here.
type Code string

// The kinds of problems.
const (
	CodeSyntax        Code = "config_syntax"         // the file is no TOML: what the reader says
	CodeUnknownKey    Code = "config_unknown_key"    // the nearest key, or ""
	CodeType          Code = "config_type"           // what is wanted
	CodeRequired      Code = "config_required"       // why
	CodeOneOf         Code = "config_one_of"         // the value, the choices
	CodeRange         Code = "config_range"          // the value, the least, the most
	CodeURL           Code = "config_url"            // the value
	CodeHTTPS         Code = "config_https"          // the value
	CodeAddress       Code = "config_address"        // the value
	CodeTimeZone      Code = "config_time_zone"      // the value
	CodeSecretInClear Code = "config_secret_clear"   // -
	CodeSecretSource  Code = "config_secret_source"  // -
	CodeSecretRead    Code = "config_secret_read"    // what went wrong
	CodeSecretExposed Code = "config_secret_exposed" // the file, its mode
	CodeFile          Code = "config_file"           // what went wrong
)

// Problem is one thing wrong with one key, and with it what to do.
type Problem struct {
	Code Code
	Key  string   // "portal.base_url"; "" for a file that is no TOML
	File string   // the settings file, "" when the value did not come from it
	Line int      // from 1; 0 when the value did not come from the file
	Env  string   // the environment variable the value came from
	Args []string // see the codes
}

// Error is the problem in one English line.
func (p Problem) Error() string {
	var b strings.Builder
	switch {
	case p.Env != "":
		fmt.Fprintf(&b, "%s: ", p.Env)
	case p.Line > 0:
		fmt.Fprintf(&b, "%s:%d: ", p.File, p.Line)
	case p.File != "":
		fmt.Fprintf(&b, "%s: ", p.File)
	}
	if p.Key != "" {
		fmt.Fprintf(&b, "%s: ", p.Key)
	}
	b.WriteString(p.sentence())
	return b.String()
}

func (p Problem) arg(i int) string {
	if i < len(p.Args) {
		return p.Args[i]
	}
	return ""
}

func (p Problem) sentence() string {
	switch p.Code {
	case CodeSyntax:
		return p.arg(0)
	case CodeUnknownKey:
		if p.arg(0) != "" {
			return fmt.Sprintf("there is no such key; did you mean %s?", p.arg(0))
		}
		return "there is no such key; remove it"
	case CodeType:
		return "must be " + p.arg(0)
	case CodeRequired:
		return "must be given: " + p.arg(0)
	case CodeOneOf:
		return fmt.Sprintf("%q is not one of %s", p.arg(0), p.arg(1))
	case CodeRange:
		return fmt.Sprintf("%s is not between %s and %s", p.arg(0), p.arg(1), p.arg(2))
	case CodeURL:
		return fmt.Sprintf("%q is no address like https://host/path", p.arg(0))
	case CodeHTTPS:
		return fmt.Sprintf("%q must begin with https://; http is for loopback addresses only", p.arg(0))
	case CodeAddress:
		return fmt.Sprintf("%q is no host:port", p.arg(0))
	case CodeTimeZone:
		return fmt.Sprintf("%q is no time zone; Asia/Shanghai is one", p.arg(0))
	case CodeSecretInClear:
		return `a secret may not stand in the settings; write { file = "path" } or { env = "NAME" }`
	case CodeSecretSource:
		return `must be { file = "path" } or { env = "NAME" }, one of the two`
	case CodeSecretRead, CodeFile:
		return p.arg(0)
	case CodeSecretExposed:
		return fmt.Sprintf("%s can be read by others (mode %s); run chmod 600", p.arg(0), p.arg(1))
	}
	return string(p.Code)
}

// Problems are everything wrong with the settings, in the order of the file.
type Problems []Problem

// Error is all problems, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives errors.As each Problem.
func (ps Problems) Unwrap() []error {
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errs
}

// orNil avoids the error interface that holds an empty list and is not nil.
func (ps Problems) orNil() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}
