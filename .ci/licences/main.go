// Command licences writes THIRD_PARTY_LICENSES: the licence of every module that is linked into the program, on every
// supported system, and of Go itself. With -check it compares the file with what it would write and changes nothing.
//
// It fails for a module without a licence file, and for a licence that is not in the table of this program: a new licence
// is added to the table by a person who has read it.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

const file = "THIRD_PARTY_LICENSES"

func main() {
	check := flag.Bool("check", false, "compare only")
	flag.Parse()
	if err := run(context.Background(), *check); err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, check bool) error {
	list, err := modules(ctx)
	if err != nil {
		return err
	}
	var all bytes.Buffer
	if err := write(&all, list); err != nil {
		return err
	}
	if !check {
		return os.WriteFile(file, all.Bytes(), 0o644) //nolint:gosec // a public file
	}
	kept, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if !bytes.Equal(kept, all.Bytes()) {
		return fmt.Errorf("%s is not what the program links: run go run ./.ci/licences", file)
	}
	return nil
}

// module is one module with its licences.
type module struct {
	Path, Version, Dir string
	Main               bool
	Replace            *struct{ Path string }
	names              []string // of its licences
	texts              []string
}

// modules returns the modules linked on Linux or macOS, sorted by path, and Go itself.
func modules(ctx context.Context) ([]module, error) {
	found := map[string]module{}
	for _, system := range []string{"linux", "darwin"} {
		cmd := exec.CommandContext(ctx, "go", "list", "-deps", "-json=Module", ".")
		cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		for dec := json.NewDecoder(bytes.NewReader(out)); ; {
			var p struct{ Module *module }
			if err := dec.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return nil, err
			}
			if p.Module != nil && !p.Module.Main && p.Module.Replace == nil {
				found[p.Module.Path] = *p.Module
			}
		}
	}
	root, err := exec.CommandContext(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	list := []module{{Path: "Go standard library", Dir: strings.TrimSpace(string(root))}}
	for _, m := range found {
		list = append(list, m)
	}
	slices.SortFunc(list[1:], func(a, b module) int { return strings.Compare(a.Path, b.Path) })
	for i := range list {
		if err := list[i].read(); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// read collects the licence files of the module and names the licences in them. Notices and acknowledgements are kept
// whole, since licences ask for it, and name no licence of the module.
func (m *module) read() error {
	var paths []string
	for _, pattern := range []string{"LICEN[CS]E*", "COPYING*", "licenses/ftl.txt", "NOTICE*", "PATENTS*", "ACKNOWLEDGEMENTS*"} {
		found, err := filepath.Glob(filepath.Join(m.Dir, pattern))
		if err != nil {
			return err
		}
		paths = append(paths, found...)
	}
	for _, path := range paths {
		if filepath.Base(path) == "LICENSE-LOGO" {
			continue // of a picture beside the code
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		text := strings.TrimSpace(strings.ReplaceAll(string(b), "\r\n", "\n"))
		m.texts = append(m.texts, text)
		switch filepath.Base(path)[0] {
		case 'N', 'P', 'A':
			continue
		}
		names := named(text)
		if len(names) == 0 {
			return fmt.Errorf("%s %s: %s holds no licence of the table", m.Path, m.Version, path)
		}
		for _, name := range names {
			if !slices.Contains(m.names, name) {
				m.names = append(m.names, name)
			}
		}
	}
	if len(m.names) == 0 {
		return fmt.Errorf("%s %s: %s holds no licence", m.Path, m.Version, m.Dir)
	}
	slices.Sort(m.names)
	return nil
}

// named returns the names (SPDX where there is one) of the licences whose wording stands in a text.
func named(text string) []string {
	flat := strings.Join(strings.Fields(text), " ")
	has := func(words string) bool { return strings.Contains(flat, words) }
	bsd := has("Redistribution and use in source and binary forms, with or without modification, are permitted")
	third := has("to endorse or promote products derived from")
	var names []string
	for _, l := range []struct {
		name string
		is   bool
	}{
		{"Apache-2.0", has("Apache License Version 2.0") || has("Licensed under the Apache License, Version 2.0")},
		{"BSD-2-Clause", bsd && !third},
		{"BSD-3-Clause", bsd && third},
		{"FTL", has("The FreeType Project LICENSE") || has("The FreeType License, which is similar to")}, // chosen: the other is the GPL
		{"MIT", has("Permission is hereby granted, free of charge, to any person obtaining a copy")},
		{"public domain (SQLite)", has("SQLite has been dedicated to the public domain by the authors")},
		{"UniDoc EULA (commercial)", has("license agreement (EULA) available at: https://unidoc.io/eula/")},
	} {
		if l.is {
			names = append(names, l.name)
		}
	}
	return names
}

// write writes the table and then every text once, under the modules it belongs to.
func write(w io.Writer, list []module) error {
	var b strings.Builder
	b.WriteString("Licences of the modules that are linked into sealdesk. Written by: go run ./.ci/licences\n")
	b.WriteString("NOTICE has what is not a module: the typeface and PDFium.\n\n")
	owners := map[string][]string{}
	var texts []string
	for _, m := range list {
		name := strings.TrimSpace(m.Path + " " + m.Version)
		fmt.Fprintf(&b, "%-70s %s\n", name, strings.Join(m.names, ", "))
		for _, text := range m.texts {
			if owners[text] == nil {
				texts = append(texts, text)
			}
			owners[text] = append(owners[text], name)
		}
	}
	for _, text := range texts {
		fmt.Fprintf(&b, "\n%s\n%s\n\n%s\n", strings.Repeat("=", 100), strings.Join(owners[text], "\n"), text)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
