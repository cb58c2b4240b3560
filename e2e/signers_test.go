package e2e

import (
	"context"
	secret "crypto/rand"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/sandbox/samples"
	"campus.example/sealdesk/storage"
	"campus.example/sealdesk/workflow/port"
)

const crowd = 200

// BenchmarkSigners measures 200 verified people who come within so many seconds, each to a contract of his own: they
// look, read page by page, ask for the code, sign, and seal for their companies. The program runs as an office has it,
// with every page drawn and every signature made, stamped with the time and checked; only the providers are stand-ins.
func BenchmarkSigners(b *testing.B) {
	for _, within := range []time.Duration{10 * time.Second, 5 * time.Minute} {
		b.Run(within.String(), func(b *testing.B) { come(b, within) })
	}
}

func come(b *testing.B, within time.Duration) {
	state, dir := filepath.Join(b.TempDir(), "town"), filepath.Join(b.TempDir(), "office")
	listen := freeAddress(b)
	p := newProgram(b, "SEALDESK_DIR="+dir, "SEALDESK_PORTAL_LISTEN="+listen, "SEALDESK_PROCUREMENT_PUSH=auto", "SEALDESK_PROCUREMENT_POLL=200ms")
	town := p.start("sandbox", "--state", state)
	b.Cleanup(func() { stop(b, town) })
	var at sandbox.Addresses
	until(b, "the town", patience, func() bool {
		var err error
		at, _, err = sandbox.Look(state)
		return err == nil && statsOf(b, at) != nil
	})
	p.must("init", "--name", cast.University, "--pin-file", write(b, "pin", "123456\n"), "--phone", cast.Duty().Phone, "--sandbox", state)
	office := p.start("serve")
	b.Cleanup(func() { stop(b, office) })
	people := gathered(b, p, at, dir, "http://"+listen)
	for b.Loop() {
		var figures figures
		ctx, cancel := context.WithTimeout(b.Context(), 30*time.Minute)
		began := time.Now()
		var all sync.WaitGroup
		for i, who := range people {
			all.Go(func() {
				time.Sleep(time.Duration(i) * within / crowd)
				if err := who.signs(ctx, &figures); err != nil {
					b.Errorf("%s: %v", who.no, err)
				}
			})
		}
		all.Wait()
		cancel()
		b.Logf("%d people in %s, %d MB at most", crowd, time.Since(began).Round(time.Second), memoryOf(b, office.Process.Pid, "VmHWM:")>>20)
		figures.tell(b)
	}
}

// gathered offers the contracts and waits until all are pushed; their signers have been verified some time before.
func gathered(b *testing.B, p program, at sandbox.Addresses, dir, base string) (people []*visitor) {
	b.Helper()
	for i := range crowd {
		c, err := samples.Good(i + 1)
		if err != nil {
			b.Fatal(err)
		}
		c.PartyB.Phone = fmt.Sprintf("1990000%04d", i)
		if err := sandbox.Offer(b.Context(), at.Procurement, c); err != nil {
			b.Fatal(err)
		}
		jar, err := cookiejar.New(nil)
		if err != nil {
			b.Fatal(err)
		}
		people = append(people, &visitor{
			no: c.No, name: c.PartyB.Person, phone: c.PartyB.Phone, base: base, inbox: at.SMS, pause: rand.New(rand.NewPCG(1, uint64(i))),
			client: &http.Client{Jar: jar, Transport: &http.Transport{MaxIdleConnsPerHost: 6, MaxConnsPerHost: 6}},
		})
	}
	until(b, "the push", 20*time.Minute, func() bool {
		var list []any
		p.into(&list, "contracts", "--stage", string(domain.StageBSigning), "--json")
		return len(list) == crowd
	})
	s, err := storage.Open(b.Context(), storage.Options{Dir: dir})
	if err != nil {
		b.Fatal(err)
	}
	site, err := url.Parse(base)
	if err != nil {
		b.Fatal(err)
	}
	for i, who := range people {
		err := errors.Join(err, s.InTx(b.Context(), func(tx port.Tx) error {
			person, err := tx.PersonByPhone(domain.Phone(who.phone))
			if err != nil {
				return err
			}
			now := time.Now()
			person.Identity = domain.Identity{Name: who.name, Kind: domain.DocIDCard, Number: cast.IDNumber("19800101", i)}
			person.Method, person.Verified, person.ValidTill = domain.MethodPhone, now, now.AddDate(1, 0, 0)
			session := domain.Session{Token: secret.Text(), Person: person.ID, Expires: now.Add(time.Hour)}
			who.client.Jar.SetCookies(site, []*http.Cookie{{Name: "sealdesk", Value: session.Token, Path: "/"}})
			return errors.Join(tx.InsertSession(session), tx.UpdatePerson(person))
		}))
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return people
}
