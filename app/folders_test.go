//go:build !office

package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	_ "image/jpeg" // photos are JPEG
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/demo"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/workflow/port"
)

// The contracts of the folders, by where they stand.
const (
	doneNo    = "HT-2026-0001"
	toSealNo  = "HT-2026-0007"
	signingNo = "HT-2026-0010"
)

// Stored words do not change: a folder of every schema there ever was opens, its record is whole, what the vault sealed
// opens, and a contract that waited for the seal in it is sealed.
func TestFoldersOfEverySchemaOpen(t *testing.T) {
	newest := newestMigration(t)
	for _, schema := range keptSchemas(t) {
		t.Run("schema "+strconv.Itoa(schema), func(t *testing.T) {
			f := unpackFolder(t, schema, folderMade().Add(time.Hour))
			if have := f.schema(t); have != schema {
				t.Fatalf("the archive holds a folder of schema %d", have)
			}
			a := f.open(t)
			by := domain.Claimed(demo.Operator)
			before := wholeRecord(t, a, by)
			readFolder(t, a, by)
			sealFolder(t, a, by)
			if after := wholeRecord(t, a, by); after <= before {
				t.Errorf("%d events after the sealing, %d before", after, before)
			}
			if err := a.Close(); err != nil {
				t.Fatal(err)
			}
			if have := f.schema(t); have != newest {
				t.Errorf("the folder is at schema %d after it was opened, want %d", have, newest)
			}
		})
	}
}

// A migration without a folder of its schema is not proven against folders that exist. How one is added says README.md.
func TestNewestMigrationHasAFolder(t *testing.T) {
	if kept := keptSchemas(t); !slices.Contains(kept, newestMigration(t)) {
		t.Errorf("no folder of schema %d is kept, only of %v: see app/%s/README.md", newestMigration(t), kept, folders)
	}
}

// wholeRecord walks the chain of events and returns how many there are.
func wholeRecord(t *testing.T, a *app.App, by domain.Caller) int64 {
	t.Helper()
	count, head, err := a.Office.AuditVerify(t.Context(), by)
	if err != nil || count < 96 || head == "" {
		t.Fatalf("%d events, head %q, %v", count, head, err)
	}
	return count
}

// readFolder reads what the folder keeps in the shapes of older programs: sealed values, photos, JSON.
func readFolder(t *testing.T, a *app.App, by domain.Caller) {
	t.Helper()
	waiting := dossier(t, a, by, toSealNo)
	for side, want := range map[domain.Side]string{domain.PartyA: "15400000031", domain.PartyB: "15400000017"} {
		phone := waiting.Signers[side].Phone
		if phone.Clear() != want || phone.String() != want[:3]+"****"+want[7:] {
			t.Errorf("party %s has the phone %s, shown as %s", side, phone.Clear(), phone)
		}
	}
	if name := waiting.Signers[domain.PartyB].Identity.Name; waiting.Contract.Stage != domain.StageToSeal || name != "郑试用" {
		t.Errorf("%s is %s, party B is signed for by %q", toSealNo, waiting.Contract.Stage, name)
	}
	for _, op := range waiting.Ops {
		if look := op.Appearance; op.State != domain.SealCommitted || len(look) == 0 || !json.Valid(look) {
			t.Errorf("%s is %s and drawn as %q", op.Act, op.State, look)
		}
	}
	var receipt domain.Receipt
	done := dossier(t, a, by, doneNo)
	err := json.Unmarshal([]byte(done.Receipt), &receipt)
	if err != nil || receipt.Slot != domain.FinalSlot || receipt.SHA256 != done.Contract.CurrentSHA || receipt.Size == 0 || receipt.At.IsZero() {
		t.Errorf("the receipt of %s is %+v, %v", doneNo, receipt, err)
	}
	templates, err := a.Office.Templates(t.Context(), by)
	if err != nil || len(templates) == 0 || templates[0].Words.SealA != "甲方（公章）" || templates[0].Spots[domain.ActASign].Page != -1 {
		t.Errorf("templates %+v, %v", templates, err)
	}
	if last, err := a.Office.LastReconciliation(t.Context(), by); err != nil || last.Compared != 1 {
		t.Errorf("last reconciliation %+v, %v", last, err)
	}
	for what, search := range map[string]string{
		"name": "郑试用", "pinyin": "zhengshiyong", "initials": "zsy", "phone": "15400000017", "tail": "0017",
	} {
		if found, err := a.Office.Contracts(t.Context(), by, app.ContractFilter{Search: search}); err != nil || len(found) < 2 {
			t.Errorf("%d contracts are found by the %s of a signer, %v", len(found), what, err)
		}
	}
	seePhotos(t, a, by)
	err = a.Store.Read(t.Context(), func(tx port.Tx) error {
		alive, err := tx.KeysAlive()
		if alive != 0 {
			t.Errorf("%d keys outlived their signature", alive)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// seePhotos opens the photos of the passport holder's manual review.
func seePhotos(t *testing.T, a *app.App, by domain.Caller) {
	t.Helper()
	list, err := a.Office.Verifications(t.Context(), by, app.VerificationFilter{})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, v := range list {
		if v.Method != domain.MethodManual {
			continue
		}
		if want := cast.PassportHolder(); v.Identity.Name != want.Name || v.Identity.Number != want.DocNo {
			t.Errorf("%s %s is verified, want %s %s", v.Identity.Name, v.Identity.Number, want.Name, want.DocNo)
		}
		for _, ref := range []string{v.Front, v.Held} {
			photo, err := a.Store.Photo(t.Context(), v.Person, ref)
			if err != nil {
				t.Fatal(err)
			}
			if _, format, err := image.DecodeConfig(bytes.NewReader(photo)); err != nil || format != "jpeg" {
				t.Errorf("%d bytes of %q, %v", len(photo), format, err)
			}
			seen++
		}
	}
	if seen != 2 {
		t.Errorf("%d photos, want 2", seen)
	}
}

// sealFolder seals the contract that waits for it, and judges the final as a stranger would.
func sealFolder(t *testing.T, a *app.App, by domain.Caller) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute) // the folder's clock stands still
	defer cancel()
	if err := a.Office.UnlockSeal(ctx, by, []byte(demo.PIN)); err != nil {
		t.Fatal(err)
	}
	if err := a.SealNow(ctx, by, toSealNo, nil); err != nil {
		t.Fatal(err)
	}
	d := dossier(t, a, by, toSealNo)
	last := d.Ops[len(d.Ops)-1]
	if d.Contract.Stage != domain.StageDelivering || last.Act != domain.ActOfficeSeal || last.OutputSHA != d.Contract.CurrentSHA {
		t.Errorf("%s is %s after the sealing, the last act %s", toSealNo, d.Contract.Stage, last.Act)
	}
	pdf, err := a.Office.Download(ctx, by, toSealNo, false)
	if err != nil {
		t.Fatal(err)
	}
	root, err := os.ReadFile(filepath.Join(a.Dir(), "pki", "root.pem"))
	if err != nil {
		t.Fatal(err)
	}
	anchors, err := app.Anchors(app.File{Name: "root.pem", Content: root})
	if err != nil {
		t.Fatal(err)
	}
	r, err := app.VerifyFile(ctx, app.File{Name: "final.pdf", Content: pdf}, app.VerifyOptions{
		Trust: anchors, At: folderMade().Add(time.Hour), Exe: exe(t),
	})
	if err != nil || r.Verdict != app.VerdictValid || len(r.Signatures) != 4 {
		t.Errorf("the final is %s with %d signatures, %v", r.Verdict, len(r.Signatures), err)
	}
}

func dossier(t *testing.T, a *app.App, by domain.Caller, no string) app.Dossier {
	t.Helper()
	d, err := a.Office.Contract(t.Context(), by, no)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
