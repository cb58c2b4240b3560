package domain

import "strings"

// The manual has two names for one person (S16). On screen he is 甲方履约代表; a search takes either.
const (
	performer      = "甲方履约代表"
	performerToo   = "甲方履约人"
	representative = "乙方履约代表"
)

// SearchText is what a search of contracts looks at, in lines, so that no match runs over two fields. The parties' people
// stand behind what they are. Package storage adds the pinyin, and numbers the versions of the text: a change here is one.
func (c *Contract) SearchText() string {
	lines := []string{c.No, c.Title, c.A.Name, c.B.Name, c.Purchaser.Name}
	for _, is := range [][2]string{{performer, c.A.Person}, {representative, c.B.Person}} {
		if is[1] != "" {
			lines = append(lines, is[0]+is[1])
		}
	}
	return strings.Join(lines, "\n")
}

// SearchFor is what is looked for when somebody asks for s.
func SearchFor(s string) string {
	s = strings.ReplaceAll(s, performerToo, performer)
	for _, what := range []string{performer, representative} {
		if before, after, found := strings.Cut(s, what); found {
			s = before + what + strings.TrimLeft(after, " 　：:")
		}
	}
	return s
}
