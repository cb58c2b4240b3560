package app_test

import (
	"archive/tar"
	"compress/bzip2"
	"compress/gzip"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/sandbox/tsa"
)

// folders holds the data folders of every schema. Its README.md says what is in them and how one is added.
const folders = "testdata/folders"

// folderMade is a moment shortly after the folders were made: the signers' certificates in them live for a week.
func folderMade() time.Time { return time.Date(2026, 11, 28, 14, 0, 0, 0, time.UTC) }

// oldFolder is an unpacked data folder with the time authority of the office that made it.
type oldFolder struct {
	dir     string // the data folder
	tsa     string // state folder of the time authority
	moment  time.Time
	address string // of the time authority
}

// unpackFolder unpacks the data folder of a schema and starts its time authority on loopback.
func unpackFolder(t *testing.T, schema int, moment time.Time) oldFolder {
	t.Helper()
	root := t.TempDir()
	f := oldFolder{dir: filepath.Join(root, "office"), tsa: filepath.Join(root, "tsa"), moment: moment}
	base, err := os.Open(filepath.Join(folders, "base.tar.bz2"))
	if err != nil {
		t.Fatal(err)
	}
	untar(t, bzip2.NewReader(base), root)
	own, err := os.Open(archiveOf(schema))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := gzip.NewReader(own)
	if err != nil {
		t.Fatal(err)
	}
	untar(t, plain, root)
	if err := errors.Join(base.Close(), own.Close()); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(os.Getenv(cacheVariable), filepath.Join(f.dir, "cache")); err != nil {
		t.Fatal(err)
	}
	authority, err := tsa.New(tsa.Options{State: f.tsa, Clock: f.now})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(authority.Handler())
	t.Cleanup(server.Close)
	f.address = server.URL + "/tsa"
	return f
}

// archiveOf names the archive of a schema: the database, and the files that the base lacks.
func archiveOf(schema int) string {
	return filepath.Join(folders, fmt.Sprintf("schema-%d.tar.gz", schema))
}

func (f oldFolder) now() time.Time { return f.moment }

// getenv is the environment: it names the time authority, whose port is another one in every run.
func (f oldFolder) getenv(name string) string {
	if name == "SEALDESK_TIMESTAMP_URL" {
		return f.address
	}
	return ""
}

// open opens the folder with the program as it is now.
func (f oldFolder) open(t *testing.T) *app.App {
	t.Helper()
	a, err := app.Open(t.Context(), app.Options{Dir: f.dir, Getenv: f.getenv, Exe: exe(t), Now: f.now})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// exe names the program that plays the child: this test binary.
func exe(t *testing.T) string {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// sqlite runs a statement on the database while the folder is closed, and returns the number it answers with, if any.
func (f oldFolder) sqlite(t *testing.T, query string) (n int) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(f.dir, "sealdesk.db"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		err = errors.Join(err, rows.Scan(&n))
	}
	if err := errors.Join(err, rows.Err(), rows.Close(), db.Close()); err != nil {
		t.Fatal(err)
	}
	return n
}

// schema returns the schema of the database while the folder is closed.
func (f oldFolder) schema(t *testing.T) int {
	return f.sqlite(t, "select max(version_id) from goose_db_version where is_applied")
}

func untar(t *testing.T, in io.Reader, root string) {
	t.Helper()
	r := tar.NewReader(in)
	for {
		head, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(root, filepath.FromSlash(head.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err == nil {
			err = os.WriteFile(path, content, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// newestMigration returns the number of the newest migration in the tree.
func newestMigration(t *testing.T) int {
	t.Helper()
	return slices.Max(numbers(t, "../storage/migrations/*.sql", "", "_"))
}

// keptSchemas returns the schemas of which a data folder is kept, in order.
func keptSchemas(t *testing.T) []int {
	t.Helper()
	kept := numbers(t, filepath.Join(folders, "schema-*.tar.gz"), "schema-", ".")
	slices.Sort(kept)
	return kept
}

// numbers reads the number between a prefix and a mark out of the names of files.
func numbers(t *testing.T, pattern, prefix, mark string) (list []int) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s: %d files, %v", pattern, len(paths), err)
	}
	for _, path := range paths {
		digits, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(path), prefix), mark)
		n, err := strconv.Atoi(digits)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, n)
	}
	return list
}
