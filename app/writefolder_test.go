//go:build !office

package app_test

import (
	"archive/tar"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/demo"
	"campus.example/sealdesk/domain"
)

// writeVariable has TestWriteFolder write; README.md of the folders has the command.
const writeVariable = "SEALDESK_WRITE_FOLDER"

// It writes the folder of the newest schema: the newest older folder, brought up to date and worked with.
func TestWriteFolder(t *testing.T) {
	if os.Getenv(writeVariable) == "" {
		t.Skip(writeVariable + " is not set")
	}
	newest, from := newestMigration(t), 0
	for _, schema := range keptSchemas(t) {
		if schema < newest {
			from = schema
		}
	}
	f := unpackFolder(t, from, folderMade().Add(time.Duration(newest)*time.Minute))
	a := f.open(t)
	exercise(t, a, newest)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if have := f.schema(t); have != newest {
		t.Fatalf("the folder is at schema %d, want %d", have, newest)
	}
	f.sqlite(t, "vacuum") // closing the last connection empties the write-ahead log
	if err := app.WriteFile(archiveOf(newest), pack(t, f)); err != nil {
		t.Fatal(err)
	}
}

// exercise works with a folder so that the tables of the newest schema have rows. A migration that adds a table or a
// column adds here what fills it. The contract that waits for the seal, and the contract that is done, stay as they are.
func exercise(t *testing.T, a *app.App, schema int) {
	t.Helper()
	ctx, by, reader := t.Context(), domain.Claimed(demo.Operator), domain.Claimed("reader")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	refused := func(err error, want domain.Code) {
		t.Helper()
		if domain.CodeOf(err) != want {
			t.Fatalf("%v, want %s", err, want)
		}
	}
	must(a.Office.AddOperator(ctx, by, app.NewOperator{Name: reader.ID, Roles: []domain.Role{domain.RoleAuditor}}))
	// Schema 8: refusals with repeats, and wrong PINs in a row.
	for range 3 {
		refused(a.Office.Push(ctx, reader, signingNo), domain.CodeNoRight)
	}
	must(a.Office.UnlockSeal(ctx, by, []byte(demo.PIN)))
	refused(a.Office.UnlockSeal(ctx, by, []byte("wrong")), domain.CodePINWrong)
	// Schema 8: the revision of a contract.
	must(a.Office.ChangeContact(ctx, by, signingNo, app.NewContact{
		Side: domain.PartyA, Name: "陈样例", Phone: fmt.Sprintf("154000000%02d", 60+schema), Reason: "测试更换",
	}))
	// Schema 9: a rule that was changed.
	_, err := a.Office.SetRule(ctx, by, domain.RuleKeepYears, "30", "档案规定")
	must(err)
	// Schema 10: an offer that differs from its contract.
	_, err = a.Office.Import(ctx, by, domain.Offer{
		No: "HT-2026-0014", Title: "另一份文本", Amount: "1000.00", ESeal: domain.ESealYes, SealProcess: domain.SealProcessBoth,
		PartyA: "测试大学", PhoneA: "15400000071", PartyB: "样例乙方", PhoneB: "15400000072",
	}, document(t, a, by, signingNo))
	must(err)
}

// document returns the document of a contract as it came in.
func document(t *testing.T, a *app.App, by domain.Caller, no string) []byte {
	t.Helper()
	pdf, err := a.Office.Download(t.Context(), by, no, true)
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// pack returns the archive of a closed folder: the database, and the files that the base lacks.
func pack(t *testing.T, f oldFolder) []byte {
	t.Helper()
	based := basePaths(t)
	var out bytes.Buffer
	squeeze, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	w := tar.NewWriter(squeeze)
	err = filepath.WalkDir(f.dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		inside, err := filepath.Rel(filepath.Dir(f.dir), path)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(inside)
		if based[name] || strings.HasSuffix(name, ".log") || strings.HasSuffix(name, ".lock") {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		head := &tar.Header{Name: name, Mode: 0o600, Size: int64(len(content)), ModTime: f.moment, Typeflag: tar.TypeReg}
		if err := w.WriteHeader(head); err != nil {
			return err
		}
		_, err = w.Write(content)
		return err
	})
	if err := errors.Join(err, w.Close(), squeeze.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// basePaths returns the paths in the archive that every folder shares.
func basePaths(t *testing.T) map[string]bool {
	t.Helper()
	base, err := os.Open(filepath.Join(folders, "base.tar.bz2"))
	if err != nil {
		t.Fatal(err)
	}
	paths := map[string]bool{}
	r := tar.NewReader(bzip2.NewReader(base))
	for {
		head, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		paths[head.Name] = true
	}
	if err := base.Close(); err != nil {
		t.Fatal(err)
	}
	return paths
}
