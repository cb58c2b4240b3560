package storage

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"campus.example/sealdesk/domain"
)

func person(id string, phone domain.Phone) domain.Person {
	return domain.Person{
		ID: id, Phone: phone, Identity: domain.Identity{Name: "张伟", Kind: domain.DocIDCard, Number: "11010519491231002X"},
		Method: domain.MethodPhone, Verified: t0(), ValidTill: t0().AddDate(1, 0, 0), ManualOpened: true,
	}
}

func contract(no string) domain.Contract {
	return domain.Contract{
		No: no, Title: "实验室设备采购 100%_合同", Amount: 128000000,
		A:           domain.Party{Name: "测试大学", Department: "化学学院", Person: "王芳", Phone: "13800000001", Signer: "P-a"},
		B:           domain.Party{Name: "某某科技有限公司", CreditCode: "91350100M000100Y43", Person: "张伟", Phone: "13900000002", Signer: "P-b"},
		Purchaser:   domain.Contact{Name: "李强", Phone: "13700000003", Person: "P-c"},
		SealProcess: domain.SealProcessBoth, Approval: domain.Approval{By: "陈主任", At: t0()}, Source: domain.FromProcurement,
		Stage: domain.StageToPush, StageSince: t0(), OriginalSHA: "aa", CurrentSHA: "bb", Pages: 7,
		SealPlace:  domain.Place{Page: 7, X: 100.25, Y: 200.5, W: 119, H: 119},
		ReceivedAt: t0(), ExpiresAt: t0().AddDate(0, 0, 15), Reason: "r", Problem: domain.Problem{Code: domain.CodeSMSFailed, Since: t0()},
		Round: 2, Voids: "HT-0", Warned: 3, Confirmed: "lin",
	}
}

// people adds the people behind contract.
func people(t *testing.T, s *Store) {
	t.Helper()
	inTx(t, s, func(tx *Tx) error {
		return errors.Join(tx.InsertPerson(person("P-a", "13800000001")), tx.InsertPerson(person("P-b", "13900000002")),
			tx.InsertPerson(domain.Person{ID: "P-c", Phone: "13700000003"}))
	})
}

func same[T any](t *testing.T, what string, want T) func(T, error) {
	return func(got T, err error) {
		t.Helper()
		if err != nil {
			t.Errorf("%s: %v", what, err)
		} else if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s comes back changed:\n%s", what, d)
		}
	}
}

func code[T any](t *testing.T, what string, want domain.Code) func(T, error) {
	return func(_ T, err error) {
		t.Helper()
		if domain.CodeOf(err) != want {
			t.Errorf("%s: %v, want %s", what, err, want)
		}
	}
}

func TestContractsComeBackWithPhonesOfTheirPeople(t *testing.T) {
	s := newStore(t)
	people(t, s)
	want := contract("HT-1")
	inTx(t, s, func(tx *Tx) error { return tx.InsertContract(want) })
	read(t, s, func(tx *Tx) error {
		same(t, "contract", want)(tx.Contract("HT-1"))
		same(t, "list", []domain.Contract{want})(tx.Contracts(domain.ContractFilter{}))
		code[domain.Contract](t, "unknown", domain.CodeNotFound)(tx.Contract("HT-2"))
		return nil
	})
	inTx(t, s, func(tx *Tx) error {
		if err := want.Move(domain.StageBSigning, t0().Add(time.Hour)); err != nil {
			return err
		}
		if err := tx.UpdateContract(want); err != nil {
			return err
		}
		if err := tx.UpdateContract(want); domain.CodeOf(err) != domain.CodeStale {
			t.Errorf("an old version was written: %v", err)
		}
		p, err := tx.Person("P-b")
		if err != nil {
			return err
		}
		p.Phone = "13900000099"
		return tx.UpdatePerson(p)
	})
	want.Version, want.Revision, want.Flags, want.B.Phone = 1, 1, 1, "13900000099"
	inTx(t, s, func(tx *Tx) error {
		same(t, "changed", want)(tx.Contract("HT-1"))
		same(t, "counts", map[domain.Stage]int{domain.StageBSigning: 1})(tx.StageCounts())
		return errors.Join(tx.AddRevision("HT-1", 0, "aa", "original", t0()), tx.AddRevision("HT-1", 0, "aa", "original", t0()),
			tx.AddRevision("HT-1", 0, "cc", "original", t0()))
	})
}

func TestContractsAreFound(t *testing.T) {
	s := newStore(t)
	people(t, s)
	inTx(t, s, func(tx *Tx) error {
		for i, no := range []string{"HT-1", "HT-2", "HT-3"} {
			c := contract(no)
			c.Problem = domain.Problem{}
			switch i {
			case 1:
				c.Title, c.B.Signer, c.A.Person = "家具", "", "赵敏"
				c.Stage = domain.StageQuarantined
			case 2:
				c.Problem.Code = domain.CodeNoDuty
				c.Stage = domain.StageEnded
			}
			if err := tx.InsertContract(c); err != nil {
				return err
			}
		}
		return nil
	})
	for _, c := range []struct {
		name string
		f    domain.ContractFilter
		want []string
	}{
		{"newest change first", domain.ContractFilter{}, []string{"HT-3", "HT-2", "HT-1"}},
		{"a window", domain.ContractFilter{Offset: 1, Limit: 1}, []string{"HT-2"}},
		{"one stage", domain.ContractFilter{Stages: []domain.Stage{domain.StageToPush}}, []string{"HT-1"}},
		{"stages", domain.ContractFilter{Stages: []domain.Stage{domain.StageEnded, domain.StageQuarantined}}, []string{"HT-3", "HT-2"}},
		{"number", domain.ContractFilter{Search: "ht-2"}, []string{"HT-2"}},
		{"person", domain.ContractFilter{Search: "赵"}, []string{"HT-2"}},
		{"percent is no wildcard", domain.ContractFilter{Search: "100%_"}, []string{"HT-3", "HT-1"}},
		{"nothing between", domain.ContractFilter{Search: "HT%合同"}, nil},
		{"signer", domain.ContractFilter{Signer: "P-b"}, []string{"HT-3", "HT-1"}},
		{"problem", domain.ContractFilter{Problem: true}, []string{"HT-3"}},
	} {
		read(t, s, func(tx *Tx) error {
			list, err := tx.Contracts(c.f)
			var got []string
			for _, c := range list {
				got = append(got, c.No)
			}
			same(t, c.name, c.want)(got, err)
			return nil
		})
	}
}

func TestPeopleAndKeysComeBack(t *testing.T) {
	s := newStore(t)
	p := person("P-1", "13800138000")
	k := domain.SigningKey{ID: "K-1", Subject: "P-1", Private: []byte{1, 2, 0, 3}, Chain: [][]byte{{4}, {5, 6}}, Until: t0()}
	org := domain.SigningKey{ID: "ORG-1", Subject: "a company", Private: []byte{7}, Chain: [][]byte{{8}}}
	inTx(t, s, func(tx *Tx) error {
		return errors.Join(tx.InsertPerson(p), tx.InsertSigningKey(k), tx.InsertSigningKey(org), tx.AddConsent("P-1", "sign", "aa", t0()),
			tx.InsertPerson(domain.Person{ID: "P-2"}), tx.InsertPerson(domain.Person{ID: "P-3"}))
	})
	read(t, s, func(tx *Tx) error {
		same(t, "person", p)(tx.Person("P-1"))
		same(t, "agreements", []domain.Agreement{{
			Kind: "sign", SHA256: "961b6dd3ede3cb8ecbaacbd68de040cd78eb2ed5889130cceb4c49268ea4d506", Text: "aa", At: t0(),
		}})(tx.Agreements("P-1"))
		same(t, "by phone", p)(tx.PersonByPhone("13800138000"))
		code[domain.Person](t, "other phone", domain.CodeNotFound)(tx.PersonByPhone("13800138001"))
		same(t, "without a phone", domain.Person{ID: "P-2"})(tx.Person("P-2"))
		same(t, "key", k)(tx.SigningKey("K-1"))
		same(t, "organisation's key", org)(tx.SigningKey("ORG-1"))
		code[domain.SigningKey](t, "no key", domain.CodeNotFound)(tx.SigningKey("K-2"))
		return nil
	})
	inTx(t, s, func(tx *Tx) error { return tx.DestroySigningKey("K-1", t0()) })
	read(t, s, func(tx *Tx) error {
		gone := k
		gone.Private = nil
		same(t, "destroyed key", gone)(tx.SigningKey("K-1"))
		same(t, "keys alive", 1)(tx.KeysAlive())
		return nil
	})
	if err := s.inTx(t.Context(), func(tx *Tx) error { return tx.InsertPerson(domain.Person{ID: "P-9", Phone: p.Phone}) }); err == nil {
		t.Error("two people have one phone")
	}
}

func TestVerificationsAndReviewsComeBack(t *testing.T) {
	s := newStore(t)
	people(t, s)
	v := domain.Verification{
		ID: "V-1", Person: "P-a", Method: domain.MethodBank, State: domain.VerificationReview, Identity: person("", "").Identity,
		Card: "6222021200000000005", OrderNo: "V-1", Started: t0(), Front: "f", Held: "h",
	}
	later := domain.Verification{ID: "V-2", Person: "P-b", Method: domain.MethodPhone, State: domain.VerificationFailed, OrderNo: "V-2", Started: t0()}
	r := domain.Review{ID: "R-1", Verification: "V-1", Person: "P-a", State: domain.ReviewOpen, Opened: t0(), Due: t0().Add(domain.ReviewPromise)}
	r2 := domain.Review{ID: "R-2", Verification: "V-2", Person: "P-a", State: domain.ReviewOpen, Opened: t0().Add(time.Second)}
	inTx(t, s, func(tx *Tx) error {
		return errors.Join(tx.InsertVerification(v), tx.InsertVerification(later), tx.InsertReview(r), tx.InsertReview(r2))
	})
	read(t, s, func(tx *Tx) error {
		same(t, "verification", v)(tx.Verification("V-1"))
		same(t, "newest first", []domain.Verification{later, v})(tx.Verifications(domain.VerificationFilter{}))
		same(t, "one", []domain.Verification{later})(tx.Verifications(domain.VerificationFilter{Limit: 1}))
		same(t, "of a person", []domain.Verification{v})(tx.Verifications(domain.VerificationFilter{Person: "P-a", Since: t0()}))
		same(t, "in a state", []domain.Verification{v})(tx.Verifications(domain.VerificationFilter{
			States: []domain.VerificationState{domain.VerificationReview, domain.VerificationCode},
		}))
		same(t, "review", r)(tx.Review("R-1"))
		same(t, "oldest first", []domain.Review{r, r2})(tx.Reviews([]domain.ReviewState{domain.ReviewOpen}, 0))
		same(t, "none claimed", []domain.Review(nil))(tx.Reviews([]domain.ReviewState{domain.ReviewClaimed}, 0))
		same(t, "newest of a person", []domain.Review{r2, r})(tx.ReviewsOf("P-a"))
		return nil
	})
	v.State, v.Decided, v.Detail = domain.VerificationRefused, t0(), "x"
	r.State, r.By, r.Claimed, r.Decided, r.Reason, r.Note = domain.ReviewRejected, "lin", t0(), t0(), domain.ReasonCopy, "n"
	inTx(t, s, func(tx *Tx) error {
		if err := tx.UpdateVerification(v, domain.VerificationCode); domain.CodeOf(err) != domain.CodeStale {
			t.Errorf("from another state: %v", err)
		}
		if err := tx.UpdateReview(r, domain.ReviewClaimed); domain.CodeOf(err) != domain.CodeStale {
			t.Errorf("from another state: %v", err)
		}
		return errors.Join(tx.UpdateVerification(v, domain.VerificationReview), tx.UpdateReview(r, domain.ReviewOpen))
	})
	read(t, s, func(tx *Tx) error {
		same(t, "decided", v)(tx.Verification("V-1"))
		same(t, "decided review", r)(tx.Review("R-1"))
		same(t, "counts", map[domain.VerificationState]int{domain.VerificationRefused: 1, domain.VerificationFailed: 1})(tx.VerificationCounts())
		same(t, "counts", map[domain.ReviewState]int{domain.ReviewRejected: 1, domain.ReviewOpen: 1})(tx.ReviewCounts())
		return nil
	})
}

func TestEntriesComeBack(t *testing.T) {
	s := newStore(t)
	people(t, s)
	l := domain.Link{ID: "L-1", Code: "abcdef", Person: "P-a", Contract: "HT-1", Expires: t0()}
	l2 := domain.Link{ID: "L-2", Code: "ghijkl", Person: "P-b", Contract: "HT-1"}
	session := domain.Session{Token: "secret", Person: "P-a", Expires: t0()}
	c := domain.OneTimeCode{ID: "C-1", Person: "P-a", Purpose: domain.PurposeSign, Subject: "HT-1", Code: "012345", Sent: t0(), Expires: t0()}
	c2 := c
	c2.ID, c2.Code = "C-2", "999999"
	inTx(t, s, func(tx *Tx) error {
		return errors.Join(tx.InsertLink(l), tx.InsertLink(l2), tx.InsertSession(session), tx.InsertCode(c), tx.InsertCode(c2))
	})
	read(t, s, func(tx *Tx) error {
		same(t, "link", l)(tx.Link("L-1"))
		same(t, "by code", l)(tx.LinkByCode("abcdef"))
		code[domain.Link](t, "another code", domain.CodeNotFound)(tx.LinkByCode("abcdeg"))
		same(t, "session", session)(tx.Session("secret"))
		code[domain.Session](t, "another token", domain.CodeNotFound)(tx.Session("Secret"))
		same(t, "code", c)(tx.Code("C-1"))
		same(t, "latest", c2)(tx.LatestCode("P-a", domain.PurposeSign, "HT-1"))
		code[domain.OneTimeCode](t, "another purpose", domain.CodeNotFound)(tx.LatestCode("P-a", domain.PurposeEnter, "HT-1"))
		return nil
	})
	c2.Guesses, c2.Used = 2, true
	inTx(t, s, func(tx *Tx) error {
		return errors.Join(tx.UpdateCode(c2), tx.KillLinks("HT-1", "P-a"), tx.DeleteSession("secret"), tx.DeleteSession("secret"))
	})
	l.Dead = true
	read(t, s, func(tx *Tx) error {
		same(t, "used", c2)(tx.Code("C-2"))
		same(t, "dead", l)(tx.Link("L-1"))
		same(t, "alive", l2)(tx.Link("L-2"))
		code[domain.Session](t, "left", domain.CodeNotFound)(tx.Session("secret"))
		return nil
	})
}

func TestMessagesComeBack(t *testing.T) {
	s := newStore(t)
	people(t, s)
	m := domain.Message{
		ID: "M-1", Kind: domain.MessageLinkB, Person: "P-a", Phone: "13800000001", Contract: "HT-1", Link: "L-1",
		State: domain.MessageQueued, Queued: t0(),
	}
	nobody := domain.Message{
		ID: "M-2", Kind: domain.MessageCode, Phone: "13811112222", Contract: "HT-1", Code: "C-1",
		State: domain.MessageQueued, Queued: t0(),
	}
	inTx(t, s, func(tx *Tx) error { return errors.Join(tx.InsertMessage(m), tx.InsertMessage(nobody)) })
	m.State, m.Provider, m.Detail, m.Sent = domain.MessageSent, "77", "ok", t0()
	inTx(t, s, func(tx *Tx) error { return tx.UpdateMessage(m) })
	read(t, s, func(tx *Tx) error {
		same(t, "message", m)(tx.Message("M-1"))
		same(t, "of a contract", []domain.Message{m, nobody})(tx.MessagesOf("HT-1"))
		same(t, "counts", map[domain.MessageKind]map[domain.MessageState]int{
			domain.MessageLinkB: {domain.MessageSent: 1}, domain.MessageCode: {domain.MessageQueued: 1},
		})(tx.MessageCounts())
		return nil
	})
}

func TestSealOperationsComeBackAndOneSignatureWins(t *testing.T) {
	s := newStore(t)
	people(t, s)
	op := domain.SealOp{
		ID: "S-1", Contract: "HT-1", Act: domain.ActBSign, Round: 2, State: domain.SealReserved, Person: "P-b", Reserved: t0(),
		Signing: t0(), InputSHA: "aa", Appearance: []byte(`{"typed":"张伟"}`), Place: domain.Place{Page: 1, X: 1.5, Y: 2, W: 3, H: 4}, KeyID: "K",
	}
	inTx(t, s, func(tx *Tx) error { return errors.Join(tx.InsertContract(contract("HT-1")), tx.InsertSealOp(op)) })
	second := op
	second.ID = "S-2"
	if err := s.inTx(t.Context(), func(tx *Tx) error { return tx.InsertSealOp(second) }); domain.CodeOf(err) != domain.CodeSealRunning {
		t.Errorf("a second operation for one act: %v", err)
	}
	step := func(to domain.SealState, change func(*domain.SealOp)) {
		t.Helper()
		from := op.State
		op.State = to
		if change != nil {
			change(&op)
		}
		inTx(t, s, func(tx *Tx) error { return tx.UpdateSealOp(op, from) })
		read(t, s, func(tx *Tx) error {
			same(t, string(to), op)(tx.SealOp("S-1"))
			return nil
		})
	}
	step(domain.SealPrepared, func(o *domain.SealOp) {
		o.PreparedSHA, o.Pending, o.Digest, o.Certificate = "bb", []byte{0, 1}, "dd", "cc"
	})
	step(domain.SealKeyUse, func(o *domain.SealOp) { o.KeyUses++ })
	step(domain.SealKeyUse, func(o *domain.SealOp) { o.KeyUses++ })
	step(domain.SealSigned, func(o *domain.SealOp) { o.Signature = []byte{9} })
	for name, change := range map[string]func(*domain.SealOp){
		"another signature":     func(o *domain.SealOp) { o.State, o.Signature = domain.SealStamped, []byte{8} },
		"no signature":          func(o *domain.SealOp) { o.State, o.Signature = domain.SealStamped, nil },
		"back to key use":       func(o *domain.SealOp) { o.State = domain.SealKeyUse },
		"aborted after it":      func(o *domain.SealOp) { o.State = domain.SealAborted },
		"committed all at once": func(o *domain.SealOp) { o.State = domain.SealCommitted },
	} {
		bad := op
		change(&bad)
		if err := s.inTx(t.Context(), func(tx *Tx) error { return tx.UpdateSealOp(bad, domain.SealSigned) }); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	if err := s.inTx(t.Context(), func(tx *Tx) error { return tx.UpdateSealOp(op, domain.SealKeyUse) }); domain.CodeOf(err) != domain.CodeStale {
		t.Errorf("from an old state: %v", err)
	}
	step(domain.SealStamped, func(o *domain.SealOp) { o.Token = []byte{7} })
	step(domain.SealMaterialised, func(o *domain.SealOp) { o.OutputSHA = "ee" })
	step(domain.SealVerified, nil)
	step(domain.SealCommitted, func(o *domain.SealOp) { o.Committed = t0() })
	read(t, s, func(tx *Tx) error {
		same(t, "for the act", op)(tx.SealOpFor("HT-1", domain.ActBSign))
		same(t, "of the contract", []domain.SealOp{op})(tx.SealOpsOf("HT-1"))
		same(t, "counts", map[domain.Act]int{domain.ActBSign: 1})(tx.SealCounts())
		code[domain.SealOp](t, "another act", domain.CodeNotFound)(tx.SealOpFor("HT-1", domain.ActASign))
		return nil
	})
}

func TestAbortedOperationGivesTheActFree(t *testing.T) {
	s := newStore(t)
	people(t, s)
	op := domain.SealOp{ID: "S-1", Contract: "HT-1", Act: domain.ActBSign, Round: 2, State: domain.SealReserved, Person: "P-b"}
	inTx(t, s, func(tx *Tx) error { return errors.Join(tx.InsertContract(contract("HT-1")), tx.InsertSealOp(op)) })
	op.State = domain.SealAborted
	inTx(t, s, func(tx *Tx) error { return tx.UpdateSealOp(op, domain.SealReserved) })
	next := domain.SealOp{ID: "S-2", Contract: "HT-1", Act: domain.ActBSign, Round: 2, State: domain.SealReserved, Person: "P-b"}
	inTx(t, s, func(tx *Tx) error { return tx.InsertSealOp(next) })
	read(t, s, func(tx *Tx) error {
		same(t, "the new one", next)(tx.SealOpFor("HT-1", domain.ActBSign))
		return nil
	})
}

func TestOperatorsAndNotesComeBack(t *testing.T) {
	s := newStore(t)
	lin := domain.Operator{Name: "lin", Roles: []domain.Role{domain.RoleSealer, domain.RoleAdmin}, OSUser: "lin", Person: "P", Duty: true}
	bo := domain.Operator{Name: "bo", Roles: []domain.Role{domain.RoleAuditor}, StandIn: true}
	inTx(t, s, func(tx *Tx) error {
		return errors.Join(tx.PutOperator(lin), tx.PutOperator(bo), tx.SetNote("cursor", "1"), tx.SetNote("cursor", "2"))
	})
	lin.Duty, lin.Disabled = false, true
	inTx(t, s, func(tx *Tx) error { return tx.PutOperator(lin) })
	read(t, s, func(tx *Tx) error {
		same(t, "operator", lin)(tx.Operator("lin"))
		same(t, "operators", []domain.Operator{lin, bo})(tx.Operators())
		code[domain.Operator](t, "nobody", domain.CodeNotFound)(tx.Operator("al"))
		same(t, "note", "2")(tx.Note("cursor"))
		same(t, "no note", "")(tx.Note("other"))
		return nil
	})
}

func TestDocumentsAndPhotosComeBack(t *testing.T) {
	s := newStore(t)
	people(t, s)
	ctx := context.Background()
	sha, err := s.PutDocument(ctx, []byte("%PDF-1.7"))
	if err != nil || sha != hashOf([]byte("%PDF-1.7")) {
		t.Fatal(sha, err)
	}
	if again, err := s.PutDocument(ctx, []byte("%PDF-1.7")); again != sha || err != nil {
		t.Error(again, err)
	}
	same(t, "document", []byte("%PDF-1.7"))(s.Document(ctx, sha))
	code[[]byte](t, "unknown", domain.CodeNotFound)(s.Document(ctx, hashOf([]byte("x"))))
	code[[]byte](t, "a path", domain.CodeNotFound)(s.Document(ctx, "../../etc/passwd"))

	ref, err := s.PutPhoto(ctx, "P-a", []byte("photo"))
	if err != nil {
		t.Fatal(err)
	}
	other, err := s.PutPhoto(ctx, "P-a", []byte("photo"))
	if err != nil || other == ref {
		t.Error("equal photos have equal references", err)
	}
	same(t, "photo", []byte("photo"))(s.Photo(ctx, "P-a", ref))
	code[[]byte](t, "another's photo", domain.CodeDocumentMismatch)(s.Photo(ctx, "P-b", ref))
	code[string](t, "nobody's photo", domain.CodeNotFound)(s.PutPhoto(ctx, "P-x", []byte("photo")))
}
