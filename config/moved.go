package config

import (
	"fmt"
	"strconv"
	"strings"
)

// Moved is a key of older settings files that is a rule in the database now. Its value counts once, when a folder of an
// older program is opened for the first time; afterwards it is ignored.
type Moved struct {
	Key   string // "seal.second_from"
	Rule  string // the name of the rule
	Value string // as the environment, or else the file, states it
	Line  int    // of the file, 0 when it does not stand there
	Env   string // the variable that is set, "" when none is
}

// Place returns where the key stands, in the words of a Problem.
func (m Moved) Place() string {
	var places []string
	if m.Line > 0 {
		places = append(places, FileName+":"+strconv.Itoa(m.Line)+": "+m.Key)
	}
	if m.Env != "" {
		places = append(places, m.Env)
	}
	return strings.Join(places, ", ")
}

// movedKeys lists the keys that are rules now, with the names of the rules.
func movedKeys() []Moved {
	return []Moved{
		{Key: "sms.quiet_hours", Rule: "quiet_hours"},
		{Key: "identity.tries_per_day", Rule: "tries_per_day"},
		{Key: "identity.photo_keep_days", Rule: "photo_keep_days"},
		{Key: "seal.second_from", Rule: "second_from"},
		{Key: "documents.keep_years", Rule: "keep_years"},
	}
}

// Moved lists the keys that still stand in the file or the environment though they are rules now.
func (c Config) Moved() []Moved { return c.moved }

// findMoved notes the moved keys among those of the file, where taken lists their values, and of the environment.
func (c *Config) findMoved(taken map[string]any, lines map[string]int, getenv func(string) string) {
	c.moved = nil
	for _, m := range movedKeys() {
		if v, stated := taken[m.Key]; stated {
			m.Value, m.Line = fmt.Sprint(v), lines[m.Key]
		}
		name := field{key: m.Key}.envName()
		if v := getenv(name); v != "" { // an empty variable counts as not set
			m.Value, m.Env = v, name
		}
		if m.Line > 0 || m.Env != "" {
			c.moved = append(c.moved, m)
		}
	}
}

// isMoved reports whether a key was a setting and is a rule now.
func isMoved(key string) bool {
	for _, m := range movedKeys() {
		if m.Key == key {
			return true
		}
	}
	return false
}
