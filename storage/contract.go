package storage

import (
	"strings"
	"time"

	"campus.example/sealdesk/domain"
)

const contractColumns = `no, title, amount, a_name, a_department, a_credit, a_person, a_signer,
	b_name, b_department, b_credit, b_person, b_signer, purchaser_name, purchaser, seal_process, approval_by, approval_at, source,
	stage, stage_since, original_sha, current_sha, pages, place_page, place_x, place_y, place_w, place_h,
	received_at, pushed_at, expires_at, reason, problem, problem_since, round, voids, warned, confirmed, revision, flags, version`

func readContract(s scan) (c domain.Contract, err error) {
	err = s(&c.No, &c.Title, &c.Amount, &c.A.Name, &c.A.Department, &c.A.CreditCode, &c.A.Person, &c.A.Signer,
		&c.B.Name, &c.B.Department, &c.B.CreditCode, &c.B.Person, &c.B.Signer, &c.Purchaser.Name, &c.Purchaser.Person,
		&c.SealProcess, &c.Approval.By, moment{&c.Approval.At}, &c.Source, &c.Stage, moment{&c.StageSince},
		&c.OriginalSHA, &c.CurrentSHA, &c.Pages,
		&c.SealPlace.Page, &c.SealPlace.X, &c.SealPlace.Y, &c.SealPlace.W, &c.SealPlace.H,
		moment{&c.ReceivedAt}, moment{&c.PushedAt}, moment{&c.ExpiresAt}, &c.Reason, &c.Problem.Code, moment{&c.Problem.Since},
		&c.Round, &c.Voids, &c.Warned, &c.Confirmed, &c.Revision, &c.Flags, &c.Version)
	return c, err
}

// contractValues are the values of contractColumns between the number and the version.
func contractValues(c domain.Contract) []any {
	return []any{
		c.Title, int64(c.Amount), c.A.Name, c.A.Department, c.A.CreditCode, c.A.Person, c.A.Signer,
		c.B.Name, c.B.Department, c.B.CreditCode, c.B.Person, c.B.Signer, c.Purchaser.Name, c.Purchaser.Person,
		c.SealProcess, c.Approval.By, micros(c.Approval.At), c.Source, c.Stage, micros(c.StageSince),
		c.OriginalSHA, c.CurrentSHA, c.Pages, c.SealPlace.Page, c.SealPlace.X, c.SealPlace.Y, c.SealPlace.W, c.SealPlace.H,
		micros(c.ReceivedAt), micros(c.PushedAt), micros(c.ExpiresAt), c.Reason, c.Problem.Code, micros(c.Problem.Since),
		c.Round, c.Voids, c.Warned, c.Confirmed, c.Revision, c.Flags,
	}
}

// nextChange numbers the changes of contracts, for the order of lists.
const nextChange = "(select coalesce(max(changed), 0) + 1 from contract)"

// Contract loads a contract. Error: CodeNotFound.
func (t *Tx) Contract(no string) (domain.Contract, error) {
	c, err := one(t, no, readContract, "select "+contractColumns+" from contract where no = ?", no)
	if err != nil {
		return c, err
	}
	list := []domain.Contract{c}
	err = t.fillPhones(list)
	return list[0], err
}

// InsertContract adds a contract.
func (t *Tx) InsertContract(c domain.Contract) error {
	args := append([]any{c.No}, contractValues(c)...)
	args = append(args, c.Version, t.s.searchText(c))
	_, err := t.exec("insert into contract("+contractColumns+", changed, search) values(?"+strings.Repeat(",?", len(args)-2)+","+nextChange+",?)", args...)
	return err
}

// UpdateContract writes a contract when the caller has seen its newest version. It raises the revision when the substance
// changes and the count of flags when the problem does. Error: CodeStale.
func (t *Tx) UpdateContract(c domain.Contract) error {
	old, err := one(t, c.No, readContract, "select "+contractColumns+" from contract where no = ?", c.No)
	if err != nil {
		return err
	}
	c.Revision, c.Flags = old.Revision, old.Flags
	if c.Substance() != old.Substance() {
		c.Revision++
	}
	if c.Problem.Code != old.Problem.Code {
		c.Flags++
	}
	args := append(contractValues(c), t.s.searchText(c), c.No, c.Version)
	return t.must(domain.CodeStale, "update contract set "+contractAssignments()+
		", version = version + 1, changed = "+nextChange+", search = ? where no = ? and version = ?", args...)
}

func contractAssignments() string {
	names := strings.Split(contractColumns, ",")
	for i := range names {
		names[i] = strings.TrimSpace(names[i]) + " = ?"
	}
	return strings.Join(names[1:len(names)-1], ", ")
}

// AddRevision notes one revision of a contract's document; the same one again changes nothing.
func (t *Tx) AddRevision(no string, n int, sha, why string, at time.Time) error {
	_, err := t.exec("insert into revision(contract, n, sha, why, at) values(?,?,?,?,?) on conflict do nothing", no, n, sha, why, micros(at))
	return err
}

// fillPhones puts the people's phones into contracts, with one query for all.
func (t *Tx) fillPhones(list []domain.Contract) error {
	ids := map[string]domain.Phone{}
	var wanted []string
	for _, c := range list {
		for _, id := range []string{c.A.Signer, c.B.Signer, c.Purchaser.Person} {
			if _, seen := ids[id]; !seen && id != "" {
				ids[id] = ""
				wanted = append(wanted, id)
			}
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	if err := t.phonesOf(wanted, ids); err != nil {
		return err
	}
	for i := range list {
		c := &list[i]
		c.A.Phone, c.B.Phone, c.Purchaser.Phone = ids[c.A.Signer], ids[c.B.Signer], ids[c.Purchaser.Person]
	}
	return nil
}

func (t *Tx) phonesOf(wanted []string, into map[string]domain.Phone) error {
	type row struct {
		key   wrappedKey
		phone []byte
	}
	rows, err := all(t, func(s scan) (r row, err error) {
		err = s(&r.key.subject, bytesIn{&r.key.wrapped}, bytesIn{&r.phone})
		return r, err
	}, `select p.id, k.wrapped, p.phone from person p join subject_key k on k.subject = p.id
		where p.id in (select value from json_each(?))`, listed(wanted))
	if err != nil {
		return err
	}
	for _, r := range rows {
		if err := t.unwrap(r.key); err != nil {
			return err
		}
		phone, err := t.open(personPlace(r.key.subject, domain.SealedPersonPhone), r.phone)
		if err != nil {
			return err
		}
		into[r.key.subject] = domain.Phone(phone)
	}
	return nil
}
