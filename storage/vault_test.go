package storage

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"campus.example/sealdesk/domain"
)

func asError(err error) *domain.Error {
	var e *domain.Error
	errors.As(err, &e)
	return e
}

// Everything personal goes through the whole store; afterwards no file of the folder holds any of it, in any usual
// writing.
func TestNothingPersonalIsReadableOnDisk(t *testing.T) {
	s := newStore(t)
	const phone, other, changed = "13912345678", "13887654321", "13700001111"
	id := domain.Identity{Name: "欧阳测试姓名", Kind: domain.DocIDCard, Number: "11010519491231002X"}
	const card, otp, linkCode, token = "6222021200000000005", "918273", "k3jd8slq0w", "tokentokentoken42"
	photo, private := bytes.Repeat([]byte("PHOTOPHOTO"), 300), []byte("PRIVATE-KEY-BYTES-0123456789")
	inTx(t, s, func(tx *Tx) error {
		p := domain.Person{ID: "P-1", Phone: phone, Identity: id}
		err := errors.Join(
			tx.InsertPerson(p),
			tx.InsertSigningKey(domain.SigningKey{ID: "K-1", Subject: "P-1", Private: private, Chain: [][]byte{{1}}}),
			tx.InsertVerification(domain.Verification{ID: "V-1", Person: "P-1", Method: domain.MethodBank, Identity: id, Card: card}),
			tx.InsertLink(domain.Link{ID: "L-1", Code: linkCode, Person: "P-1"}),
			tx.InsertSession(domain.Session{Token: token, Person: "P-1"}),
			tx.InsertCode(domain.OneTimeCode{ID: "C-1", Person: "P-1", Code: otp}),
			tx.InsertMessage(domain.Message{ID: "M-1", Person: "P-1", Phone: phone}),
			tx.InsertMessage(domain.Message{ID: "M-2", Phone: other}),
			tx.InsertContract(domain.Contract{No: "HT-1", B: domain.Party{Phone: phone, Signer: "P-1"}, Stage: domain.StageToPush}),
			tx.InsertReceivedOffer(domain.ReceivedOffer{ID: "O-1", No: "HT-1", State: domain.OfferWaiting, Offer: domain.Offer{PhoneB: phone, PersonB: id.Name}}),
			tx.InsertSealOp(domain.SealOp{ID: "S-1", Contract: "HT-1", Person: "P-1", Appearance: []byte(`{"caption":"` + id.Name + `"}`)}),
		)
		p.Phone = changed
		return errors.Join(err, tx.UpdatePerson(p))
	})
	ref, err := s.PutPhoto(t.Context(), "P-1", photo)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.Photo(t.Context(), "P-1", ref); err != nil || !bytes.Equal(got, photo) {
		t.Error(err)
	}
	canaries := map[string]string{
		"phone": phone, "other phone": other, "new phone": changed, "name": id.Name, "number": id.Number,
		"card": card, "link": linkCode, "token": token, "photo": "PHOTOPHOTO", "key": string(private),
	}
	search(t, s.dir, canaries) // with the write-ahead log still there
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if n := search(t, s.dir, canaries); n < 3 {
		t.Errorf("only %d files were looked at", n)
	}
	// Six digits may come up by chance; as a whole value of a row they may not.
	s = reopen(t, s.dir)
	read(t, s, func(tx *Tx) error {
		n, err := one(tx, "", func(s scan) (n int, err error) { err = s(&n); return n, err }, "select count(*) from code where code = ?", []byte(otp))
		same(t, "codes in clear", 0)(n, err)
		return nil
	})
}

// search looks through all files below dir and tells how many there were.
func search(t *testing.T, dir string, canaries map[string]string) (files int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		for name, clear := range canaries {
			for writing, b := range writings(clear) {
				if bytes.Contains(content, b) || bytes.Contains(bytes.ToLower(content), bytes.ToLower(b)) {
					t.Errorf("%s holds the %s (%s)", filepath.Base(path), name, writing)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func writings(clear string) map[string][]byte {
	m := map[string][]byte{"plain": []byte(clear), "hex": []byte(hex.EncodeToString([]byte(clear)))}
	var le, be []byte
	for _, u := range utf16.Encode([]rune(clear)) {
		le = append(le, byte(u), byte(u>>8))
		be = append(be, byte(u>>8), byte(u))
	}
	m["UTF-16LE"], m["UTF-16BE"] = le, be
	for skip := range 3 { // base64 looks different at each offset; the edges depend on what stands beside
		b := base64.RawStdEncoding.EncodeToString([]byte(strings.Repeat("x", skip) + clear))
		m["base64 at "+string(rune('0'+skip))] = []byte(b[4 : len(b)-4])
	}
	return m
}

// A sealed value opens only where it was put.
func TestSealedValuesCannotBeMoved(t *testing.T) {
	s := newStore(t)
	inTx(t, s, func(tx *Tx) error {
		return errors.Join(tx.InsertPerson(domain.Person{ID: "P-1", Phone: "13912345678", Identity: domain.Identity{Name: "甲乙"}}),
			tx.InsertPerson(domain.Person{ID: "P-2", Phone: "13912345679"}))
	})
	for _, q := range []string{
		"update person set phone = (select phone from person where id = 'P-2') where id = 'P-1'",
		"update person set number = name where id = 'P-1'",
		"update subject_key set wrapped = (select wrapped from subject_key where subject = 'P-2') where subject = 'P-1'",
		"update person set phone = x'01' where id = 'P-1'",
	} {
		err := s.inTx(t.Context(), func(tx *Tx) error {
			if _, err := tx.exec(q); err != nil {
				t.Error(err)
			}
			delete(tx.keys, "P-1")
			_, err := tx.Person("P-1")
			if err == nil {
				t.Errorf("it opened after: %s", q)
			}
			return err
		})
		if domain.CodeOf(err) != domain.CodeInternal {
			t.Error(err)
		}
	}
}

func TestChangedDocumentIsNotGivenOut(t *testing.T) {
	s := newStore(t)
	people(t, s)
	sha, err := s.PutDocument(t.Context(), []byte("%PDF-1.7 amount 100"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.place(documentsDir, sha), []byte("%PDF-1.7 amount 900"), 0o600); err != nil {
		t.Fatal(err)
	}
	code[[]byte](t, "changed", domain.CodeDocumentMismatch)(s.Document(t.Context(), sha))
	if _, err := s.PutDocument(t.Context(), []byte("%PDF-1.7 amount 100")); err != nil {
		t.Fatal(err)
	}
	same(t, "put again", []byte("%PDF-1.7 amount 100"))(s.Document(t.Context(), sha))
}
