package storage

import "campus.example/sealdesk/domain"

const reviewColumns = "id, kind, coalesce(verification, ''), coalesce(enrolment, ''), person, state, opened, due, by, claimed, decided, reason, note"

func readReview(s scan) (r domain.Review, err error) {
	err = s(&r.ID, &r.Kind, &r.Verification, &r.Enrolment, &r.Person, &r.State, moment{&r.Opened}, moment{&r.Due}, &r.By,
		moment{&r.Claimed}, moment{&r.Decided}, &r.Reason, &r.Note)
	return r, err
}

// Review loads a manual review. Error: CodeNotFound.
func (t *Tx) Review(id string) (domain.Review, error) {
	return one(t, id, readReview, "select "+reviewColumns+" from review where id = ?", id)
}

// Reviews lists manual reviews in one of the states, oldest first; no states mean all.
func (t *Tx) Reviews(states []domain.ReviewState, limit int) ([]domain.Review, error) {
	where := ""
	args := []any{}
	if len(states) > 0 {
		where, args = " where state in (select value from json_each(?))", append(args, listed(states))
	}
	return all(t, readReview, "select "+reviewColumns+" from review"+where+" order by opened, rowid limit ?", append(args, limited(limit))...)
}

// ReviewsOf lists the manual reviews of a person, newest first.
func (t *Tx) ReviewsOf(person string) ([]domain.Review, error) {
	return all(t, readReview, "select "+reviewColumns+" from review where person = ? order by opened desc, rowid desc", person)
}

// InsertReview adds a manual review.
func (t *Tx) InsertReview(r domain.Review) error {
	_, err := t.exec(`insert into review(id, kind, verification, enrolment, person, state, opened, due, by, claimed, decided, reason, note)
		values(?,?,nullif(?, ''),nullif(?, ''),?,?,?,?,?,?,?,?,?)`, r.ID, r.Kind, r.Verification, r.Enrolment, r.Person, r.State,
		micros(r.Opened), micros(r.Due), r.By, micros(r.Claimed), micros(r.Decided), r.Reason, r.Note)
	return err
}

// UpdateReview writes a review that is still in the state. Error: CodeStale.
func (t *Tx) UpdateReview(r domain.Review, from domain.ReviewState) error {
	return t.must(domain.CodeStale, `update review set state = ?, opened = ?, due = ?, by = ?, claimed = ?, decided = ?, reason = ?,
		note = ? where id = ? and state = ?`, r.State, micros(r.Opened), micros(r.Due), r.By, micros(r.Claimed), micros(r.Decided),
		r.Reason, r.Note, r.ID, from)
}

// ReviewCounts counts the reviews in each state.
func (t *Tx) ReviewCounts() (map[domain.ReviewState]int, error) {
	return counts[domain.ReviewState](t, "review")
}
