package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // the office's time zone must be known on machines without a zone database

	"github.com/pelletier/go-toml/v2"
)

// ErrNoOffice is what Load returns for a folder without a settings file. It is also fs.ErrNotExist.
var ErrNoOffice = fmt.Errorf("no office here (no %s): run sealdesk init or sealdesk demo: %w", FileName, fs.ErrNotExist)

// origin is where a value came from.
type origin struct {
	line int
	env  string
}

// Load reads the settings of the data folder dir, lays the environment's overrides over them and checks the
// result. It returns ErrNoOffice where there is no file, Problems (all of them) where something is wrong, or an
// error of the file system; the Config beside an error holds what could be read.
func Load(dir string, getenv func(string) string) (Config, error) {
	doc, err := os.ReadFile(Path(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return bind(Default(), dir, getenv), ErrNoOffice
	}
	if err != nil {
		return bind(Default(), dir, getenv), fmt.Errorf("settings: %w", err)
	}
	return parse(doc, dir, getenv)
}

func parse(doc []byte, dir string, getenv func(string) string) (Config, error) {
	c := Default()
	c.origins = map[string]origin{}
	problems, err := c.fill(doc, getenv)
	if err != nil {
		return bind(c, dir, getenv), err
	}
	problems = append(problems, c.override(getenv)...)
	c = bind(c, dir, getenv)
	broken := map[string]bool{}
	for _, p := range problems {
		broken[p.Key] = true
	}
	for _, p := range c.Check() {
		if !broken[p.Key] { // a value that was not taken has its problem already
			problems = append(problems, p)
		}
	}
	for i := range problems {
		if problems[i].Env == "" {
			problems[i].File = FileName
		}
	}
	slices.SortStableFunc(problems, func(a, b Problem) int { return a.Line - b.Line })
	return c, problems.orNil()
}

// fill takes the values of a TOML document. Keys that are rules now are noted and not taken.
func (c *Config) fill(doc []byte, getenv func(string) string) (Problems, error) {
	var tree map[string]any
	if err := toml.Unmarshal(doc, &tree); err != nil {
		p := Problem{Code: CodeSyntax, File: FileName, Args: []string{err.Error()}}
		var at *toml.DecodeError
		if errors.As(err, &at) {
			p.Line, _ = at.Position()
		}
		return nil, Problems{p}
	}
	known := map[string]field{}
	var keys []string
	for _, f := range c.fields() {
		known[f.key] = f
		keys = append(keys, f.key)
	}
	lines := keyLines(doc)
	var problems Problems
	moved := map[string]any{}
	c.sha, c.keys = hexSum(doc), map[string]string{}
	for _, l := range leaves("", tree, known) {
		c.keys[l.key] = digest(l.value)
		if isMoved(l.key) {
			moved[l.key] = l.value
			continue
		}
		f, ok := known[l.key]
		if !ok && isSection(l.key, known) {
			problems = append(problems, Problem{Code: CodeType, Key: l.key, Line: lines[l.key], Args: []string{"a section: [" + l.key + "]"}})
			continue
		}
		if !ok {
			problems = append(problems, Problem{Code: CodeUnknownKey, Key: l.key, Line: lines[l.key], Args: []string{nearest(l.key, keys)}})
			continue
		}
		c.origins[l.key] = origin{line: lines[l.key]}
		if p := assign(f, l.value); p != nil {
			p.Key, p.Line = l.key, lines[l.key]
			problems = append(problems, *p)
		}
	}
	c.findMoved(moved, lines, getenv)
	return problems, nil
}

type leaf struct {
	key   string
	value any
}

// leaves lists the keys of a document. It goes into tables that are sections and stops at values and at tables
// that are unknown as a whole.
func leaves(prefix string, tree map[string]any, known map[string]field) []leaf {
	var found []leaf
	for name, v := range tree {
		key := prefix + name
		if table, ok := v.(map[string]any); ok && isSection(key, known) {
			found = append(found, leaves(key+".", table, known)...)
			continue
		}
		found = append(found, leaf{key: key, value: v})
	}
	slices.SortFunc(found, func(a, b leaf) int { return strings.Compare(a.key, b.key) })
	return found
}

func isSection(key string, known map[string]field) bool {
	for k := range known {
		if strings.HasPrefix(k, key+".") {
			return true
		}
	}
	return false
}

// override takes the values of the environment: SEALDESK_<SECTION>_<KEY>. An empty variable counts as not set.
func (c *Config) override(getenv func(string) string) Problems {
	var problems Problems
	for _, f := range c.fields() {
		v := getenv(f.envName())
		if v == "" {
			continue
		}
		c.origins[f.key] = origin{env: f.envName()}
		if p := assignText(f, v); p != nil {
			p.Key, p.Env = f.key, f.envName()
			problems = append(problems, *p)
		}
	}
	return problems
}

// bind ties paths to the data folder and secrets to the environment.
func bind(c Config, dir string, getenv func(string) string) Config {
	c.dir = dir
	for _, f := range c.fields() {
		if s, ok := f.value.Addr().Interface().(*Secret); ok {
			s.dir, s.getenv = dir, getenv
		}
	}
	return c
}

// Path resolves a path of the settings: relative ones start at the data folder, "" stays "".
func (c Config) Path(p string) string {
	if p == "" || filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(c.dir, p)
}

// Location is the office's time zone.
func (c Config) Location() (*time.Location, error) {
	loc, err := time.LoadLocation(c.Office.TimeZone)
	if err != nil {
		return nil, fmt.Errorf("office.time_zone: %w", err)
	}
	return loc, nil
}
