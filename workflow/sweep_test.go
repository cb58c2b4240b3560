package workflow_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/identity"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/porttest"
)

// photos counts the photos on disk, and gives each the office's time, which here is not the machine's.
func (d *desk) photos() (n int) {
	d.t.Helper()
	d.must(filepath.WalkDir(filepath.Join(d.dir, "photos"), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		n++
		info, err := e.Info()
		if err == nil && info.ModTime().After(d.Now()) {
			err = os.Chtimes(path, d.Now(), d.Now())
		}
		return err
	}))
	return n
}

// sweep lets the daily destruction run at the office's time.
func (d *desk) sweep() {
	d.t.Helper()
	d.must(d.Schedule(d.t.Context()))
	d.done()
}

// shows is a passport holder's photos on the review desk.
func (d *desk) shows(photos identity.Photos) {
	d.t.Helper()
	d.must(d.SubmitPhotos(d.t.Context(), domain.InSession(d.person(phoneB).ID), photos, agreed("photos")))
	d.photos()
}

func passport(t *testing.T) *desk {
	t.Helper()
	d := pushed(t, "HT-1")
	id := domain.Identity{Name: nameB, Kind: domain.DocPassport, Number: "E12345678"}
	d.must(d.StateIdentity(t.Context(), domain.InSession(d.person(phoneB).ID), id, agreed("verify")))
	d.shows(identity.Photos{Front: photo(t, 400), Held: photo(t, 401)})
	return d
}

const day = 24 * time.Hour

// G19: photos are destroyed 30 days after the decision and not before, and the record says so. Of two tries that show
// one photo, the later decides about it.
func TestG19PhotosAreDestroyedAfterTheDecision(t *testing.T) {
	d := passport(t)
	d.sweep()
	d.decide(domain.ReviewIdentity, func(id string) error {
		return d.RejectReview(t.Context(), domain.Claimed("reviewer"), id, domain.ReasonHeldUnreadable, "")
	})
	d.clock.Advance(20 * day)
	d.shows(identity.Photos{Held: photo(t, 402)}) // the front stands
	d.decide(domain.ReviewIdentity, d.approve)
	if n := d.photos(); n != 3 {
		t.Fatalf("%d photos", n)
	}
	for _, step := range []struct {
		after time.Duration
		left  int
	}{{9 * day, 3}, {2 * day, 2}, {18 * day, 2}, {2 * day, 0}} {
		d.clock.Advance(step.after)
		d.done()
		if n := d.photos(); n != step.left {
			t.Errorf("%s later: %d photos, want %d", step.after, n, step.left)
		}
	}
	var tries []domain.Verification
	d.view(func(tx port.Tx) (err error) {
		tries, err = tx.Verifications(domain.VerificationFilter{Person: d.person(phoneB).ID})
		return err
	})
	for _, v := range tries {
		if v.Front != "" || v.Held != "" || !d.recorded("verification:"+v.ID, "photo.forget") {
			t.Errorf("%s: %v", v.ID, d.events("verification:"+v.ID))
		}
	}
	if !d.recorded("photos", "photo.destroy") || len(tries) != 2 {
		t.Errorf("%d tries, %v", len(tries), d.events("photos"))
	}
	if _, _, err := d.AuditVerify(t.Context(), domain.Claimed("admin")); err != nil {
		t.Error(err)
	}
	if !d.person(phoneB).VerifiedAt(d.Now()) {
		t.Error("the verification went with the photos")
	}
}

// What the desk has not decided stays, however old.
func TestPhotosWaitForTheirDecision(t *testing.T) {
	d := passport(t)
	d.clock.Advance(100 * day)
	d.sweep()
	if n := d.photos(); n != 2 {
		t.Errorf("%d photos", n)
	}
	d.decide(domain.ReviewIdentity, func(id string) error {
		_, err := d.ReviewPhotos(t.Context(), domain.Claimed("reviewer"), id)
		return errors.Join(err, d.ApproveReview(t.Context(), domain.Claimed("reviewer"), id, ""))
	})
}

// A photo whose review was never opened, since the process died in between, goes after a day.
func TestStrayPhotosGo(t *testing.T) {
	d := passport(t)
	_, err := d.Store.PutPhoto(t.Context(), d.person(phoneB).ID, []byte("stray"))
	d.must(err)
	d.photos()
	d.sweep()
	if n := d.photos(); n != 3 {
		t.Errorf("%d photos: one that just came is gone", n)
	}
	d.clock.Advance(25 * time.Hour)
	d.done()
	if n := d.photos(); n != 2 {
		t.Errorf("%d photos", n)
	}
}

// Cut off after the photos were let go of, the next day destroys them. A photo that went meanwhile is asked for again.
func TestSweepCutOffIsTakenUp(t *testing.T) {
	d := passport(t)
	d.decide(domain.ReviewIdentity, func(id string) error {
		return d.RejectReview(t.Context(), domain.Claimed("reviewer"), id, domain.ReasonHeldUnreadable, "")
	})
	d.clock.Advance(31 * day)
	d.must(d.Schedule(t.Context()))
	whole := d.Store
	d.Store = &diesAt{whole, 1}
	if failed := d.work(); len(failed) == 0 || !errors.Is(failed[0], errDied) {
		t.Fatal(failed)
	}
	d.Store = whole
	d.clock.Advance(day)
	d.done()
	if n := d.photos(); n != 0 {
		t.Errorf("%d photos", n)
	}
	wanted, err := d.PhotosWanted(t.Context(), domain.InSession(d.person(phoneB).ID))
	if err != nil || !wanted.Front || !wanted.Held {
		t.Errorf("%+v, %v", wanted, err)
	}
}

// A refused letter goes like a photo; an approved one is evidence and stays.
func TestRefusedLettersGoAndApprovedOnesStay(t *testing.T) {
	d := toSeal(t, "HT-1")
	shows := identity.Showing{As: domain.AuthorityAuthorised, Letter: photo(t, 400), Consent: agreed("authority")}
	d.must(d.Enrol(t.Context(), domain.InSession(d.person(phoneB).ID), "HT-1", shows))
	d.decide(domain.ReviewAuthority, func(id string) error {
		return d.RejectReview(t.Context(), domain.Claimed("reviewer"), id, domain.ReasonLetterOther, "")
	})
	d.must(d.Enrol(t.Context(), domain.InSession(d.person(phoneB).ID), "HT-1", shows))
	d.decide(domain.ReviewAuthority, d.approve)
	if n := d.photos(); n != 2 {
		t.Fatalf("%d files", n)
	}
	d.clock.Advance(31 * day)
	d.sweep()
	if n := d.photos(); n != 1 {
		t.Errorf("%d files", n)
	}
}

// The key of an act that waits for a person does not outlive its certificate.
func TestKeyOfAnActThatStandsStillGoes(t *testing.T) {
	d := pushed(t, "HT-1")
	d.verify(phoneB, nameB, numberB)
	d.must(d.sign(phoneB, "HT-1"))
	job, _, err := d.Store.Claim(t.Context(), "dies", d.Now(), time.Minute, 0)
	d.must(err)
	if job.Kind != domain.JobAct {
		t.Fatal(job.Kind)
	}
	d.must(d.Store.Release(t.Context(), job, domain.JobDead, d.Now(), true, "waits for a person"))
	d.clock.Advance(porttest.KeyLife - time.Hour)
	d.sweep()
	d.keysAlive(1)
	d.clock.Advance(25 * time.Hour)
	d.done()
	d.keysAlive(0)
}
