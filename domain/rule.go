package domain

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// RuleKey names a rule that binds the people of the office. Rules live in the database and are changed by a recorded act.
type RuleKey string

// The rules.
const (
	RuleSecondFrom       RuleKey = "second_from"       // amount in yuan from which a second sealer confirms, 0 for never (G13)
	RuleTriesPerDay      RuleKey = "tries_per_day"     // tries of one method of verification a day (G10)
	RulePhotoKeepDays    RuleKey = "photo_keep_days"   // after the decision, until photos are destroyed (G19)
	RuleKeepYears        RuleKey = "keep_years"        // contracts, from their end until they are appraised (G19)
	RuleReviewSample     RuleKey = "review_sample"     // percent of approvals that a second reviewer looks at
	RuleCompanyCheck     RuleKey = "company_check"     // what a legal representative of Party B has to show
	RuleRequireReading   RuleKey = "require_reading"   // whether a document has to be read before it is signed
	RuleQuietHours       RuleKey = "quiet_hours"       // hours in which messages that can wait do wait
	RuleIdentityProvider RuleKey = "identity_provider" // whose answers verify a person
	RuleTimeAuthority    RuleKey = "time_authority"    // whose timestamps signatures carry
	RuleTrustAnchors     RuleKey = "trust_anchors"     // certificates a timestamp may lead to
)

// The words among the values of rules.
const (
	RuleNone      = "none"
	RuleOn        = "on"
	RuleOff       = "off"
	CheckDeclared = "declared" // a declaration will do
	CheckLetter   = "letter"   // a letter has to be shown and approved
)

// Rules are the rules in force.
type Rules struct {
	SecondFrom       Fen
	TriesPerDay      int
	PhotoKeepDays    int
	KeepYears        int
	ReviewSample     int
	CompanyCheck     string
	RequireReading   bool
	QuietHours       QuietHours
	IdentityProvider string
	TimeAuthority    string
	TrustAnchors     []string // SHA-256 of the certificates in lower-case hexadecimal
}

// RuleSpec is what a rule may be.
type RuleSpec struct {
	Key     RuleKey
	Default string
	Values  string // the values there are, in the notation of docs/rules.md
	Off     string // the only value that this version carries out, "" when it carries out all
	parse   func(text string) (canonical string, ok bool)
	apply   func(r *Rules, canonical string)
}

// RuleSpecs returns the whole table of rules, in the order they are listed.
func RuleSpecs() []RuleSpec {
	return []RuleSpec{
		number(RuleSecondFrom, "0", 0, 1_000_000_000, func(r *Rules, n int) { r.SecondFrom = Fen(n) * Yuan }),
		number(RuleTriesPerDay, "3", 1, 20, func(r *Rules, n int) { r.TriesPerDay = n }),
		number(RulePhotoKeepDays, "30", 1, 3650, func(r *Rules, n int) { r.PhotoKeepDays = n }),
		number(RuleKeepYears, "15", 1, 100, func(r *Rules, n int) { r.KeepYears = n }),
		number(RuleReviewSample, "0", 0, 100, func(r *Rules, n int) { r.ReviewSample = n }).only("0"),
		choice(RuleCompanyCheck, []string{CheckDeclared, CheckLetter}, func(r *Rules, s string) { r.CompanyCheck = s }),
		choice(RuleRequireReading, []string{RuleOff, RuleOn}, func(r *Rules, s string) { r.RequireReading = s == RuleOn }).only(RuleOff),
		{
			Key: RuleQuietHours, Default: "21:30-07:30", Values: "HH:MM-HH:MM, " + RuleNone,
			parse: func(text string) (string, bool) {
				q, ok := ParseQuietHours(text)
				return q.String(), ok
			},
			apply: func(r *Rules, s string) { r.QuietHours, _ = ParseQuietHours(s) },
		},
		named(RuleIdentityProvider, "VENDOR@HOST", func(r *Rules, s string) { r.IdentityProvider = s }, func(s string) bool {
			vendor, host, both := strings.Cut(s, "@")
			return both && isHost(vendor) && isHost(host)
		}),
		named(RuleTimeAuthority, "HOST", func(r *Rules, s string) { r.TimeAuthority = s }, isHost),
		{
			Key: RuleTrustAnchors, Default: RuleNone, Values: "SHA256[,SHA256], " + RuleNone,
			parse: parseAnchors,
			apply: func(r *Rules, s string) {
				if r.TrustAnchors = nil; s != RuleNone {
					r.TrustAnchors = strings.Split(s, ",")
				}
			},
		},
	}
}

// isHost reports whether the text can be a host with or without a port. The hosts of this machine are all called loopback,
// without a port.
func isHost(s string) bool {
	strange := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".-_:[]", r)
	}
	return s != "" && len(s) <= 255 && !strings.ContainsFunc(s, strange)
}

func (s RuleSpec) only(value string) RuleSpec {
	s.Off = value
	return s
}

func number(key RuleKey, standard string, least, most int, apply func(*Rules, int)) RuleSpec {
	parse := func(text string) (string, bool) {
		n, err := strconv.Atoi(text)
		return strconv.Itoa(n), err == nil && n >= least && n <= most
	}
	return RuleSpec{
		Key: key, Default: standard, Values: strconv.Itoa(least) + "-" + strconv.Itoa(most), parse: parse,
		apply: func(r *Rules, s string) {
			if n, err := strconv.Atoi(s); err == nil {
				apply(r, n)
			}
		},
	}
}

// choice is a rule with a few values; the first one is the default.
func choice(key RuleKey, values []string, apply func(*Rules, string)) RuleSpec {
	parse := func(text string) (string, bool) { return text, slices.Contains(values, text) }
	return RuleSpec{Key: key, Default: values[0], Values: strings.Join(values, ", "), parse: parse, apply: apply}
}

// named is a rule that names a provider, or none.
func named(key RuleKey, words string, apply func(*Rules, string), is func(string) bool) RuleSpec {
	parse := func(text string) (string, bool) {
		text = strings.ToLower(text)
		return text, text == RuleNone || is(text)
	}
	return RuleSpec{Key: key, Default: RuleNone, Values: words + ", " + RuleNone, parse: parse, apply: apply}
}

// maxAnchors bounds how many certificates one rule lists.
const maxAnchors = 50

// parseAnchors reads a list of SHA-256 fingerprints, with or without colons, and sorts it.
func parseAnchors(text string) (string, bool) {
	if text == RuleNone {
		return text, true
	}
	var list []string
	for one := range strings.SplitSeq(strings.ToLower(text), ",") {
		one = strings.ReplaceAll(strings.TrimSpace(one), ":", "")
		if len(one) != 64 || strings.Trim(one, "0123456789abcdef") != "" {
			return "", false
		}
		list = append(list, one)
	}
	return JoinAnchors(list), len(list) <= maxAnchors
}

// JoinAnchors returns fingerprints as the value of RuleTrustAnchors.
func JoinAnchors(fingerprints []string) string {
	if len(fingerprints) == 0 {
		return RuleNone
	}
	return strings.Join(slices.Compact(slices.Sorted(slices.Values(fingerprints))), ",")
}

// RuleSpecOf returns the entry of a rule. Error: CodeNotFound.
func RuleSpecOf(key RuleKey) (RuleSpec, error) {
	for _, s := range RuleSpecs() {
		if s.Key == key {
			return s, nil
		}
	}
	return RuleSpec{}, Fail(CodeNotFound, string(key))
}

// Parse returns the value in the form it is stored in. Error: CodeRuleValue for a value out of bounds.
func (s RuleSpec) Parse(text string) (string, error) {
	value, ok := s.parse(strings.TrimSpace(text))
	if !ok {
		return "", Fail(CodeRuleValue, string(s.Key), text, s.Values)
	}
	return value, nil
}

// CarriedOut reports whether this version does what the value says.
func (s RuleSpec) CarriedOut(value string) bool { return s.Off == "" || value == s.Off }

// RulesOf returns the rules of stored values; a rule without one has its default. Error: CodeRuleValue for a stored value
// that is out of bounds.
func RulesOf(values map[RuleKey]string) (r Rules, err error) {
	for _, s := range RuleSpecs() {
		value, stored := values[s.Key]
		if !stored {
			value = s.Default
		}
		if value, err = s.Parse(value); err != nil {
			return Rules{}, err
		}
		s.apply(&r, value)
	}
	return r, nil
}
