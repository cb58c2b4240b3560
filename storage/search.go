package storage

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"strings"

	"campus.example/sealdesk/domain"
)

// searchVersion counts the shapes of searchText there have been. A change of what it returns raises the number: the folders
// that exist are then filled again when they are opened.
const searchVersion = 1

// refillBatch is how many contracts are filled again in one transaction. Another process gets its turn between two.
const refillBatch = 1000

// searchText is what a contract is found by: its words, and how the title, the parties and the persons are typed in pinyin.
// A phone never stands in it.
func (s *Store) searchText(c domain.Contract) string {
	lines := []string{c.SearchText()}
	for _, words := range []string{c.Title, c.A.Name, c.B.Name} {
		lines = append(lines, s.pinyin.Words(words)...)
	}
	for _, name := range []string{c.A.Person, c.B.Person, c.Purchaser.Name} {
		lines = append(lines, s.pinyin.Name(name)...)
	}
	return strings.Join(lines, "\n")
}

// searched is the condition of a search in words.
func searched(text string) (condition string, values []any) {
	text = domain.SearchFor(text)
	condition, values = `search like ? escape '\'`, []any{like(text)}
	if typed, apart := syllables(text); apart {
		condition, values = condition+` or search like ? escape '\'`, append(values, like(typed))
	}
	return condition, values
}

func latin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// syllables returns pinyin in one piece, as it is stored. Apart reports whether the text is nothing but letters, and
// something stands between them or is written in another way: "tu shu", "xi'an", "lü".
func syllables(text string) (typed string, apart bool) {
	typed = strings.NewReplacer(" ", "", "'", "", "’", "", "ü", "v", "Ü", "v").Replace(text)
	letters := strings.IndexFunc(typed, func(r rune) bool { return !latin(r) }) < 0
	return typed, letters && typed != text
}

// refillSearch fills what contracts are found by when the folder was last filled by an older program. Neither the versions
// nor the order of the contracts change. An interrupted filling begins anew with the next opening.
func (s *Store) refillSearch(ctx context.Context) error {
	filled, err := s.filledSearch(ctx)
	if err != nil || filled >= searchVersion {
		return err
	}
	for after, more := int64(0), true; more; {
		err := s.inTx(ctx, func(t *Tx) (err error) {
			after, more, err = t.refillAfter(after)
			if err == nil && !more {
				err = t.SetNote(domain.NoteSearch, strconv.Itoa(searchVersion))
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// filledSearch returns the version by which the folder was filled, 0 before the first.
func (s *Store) filledSearch(ctx context.Context) (version int, err error) {
	var value string
	err = s.writer.QueryRowContext(ctx, "select value from note where name = ?", domain.NoteSearch).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(value)
}

// refillAfter fills a batch of contracts behind a row and returns the last row of the batch.
func (t *Tx) refillAfter(after int64) (last int64, more bool, err error) {
	type row struct {
		id   int64
		text string
		c    domain.Contract
	}
	rows, err := all(t, func(s scan) (r row, err error) {
		r.c, err = readContract(func(dest ...any) error { return s(append(dest, &r.id, &r.text)...) })
		return r, err
	}, "select "+contractColumns+", rowid, search from contract where rowid > ? order by rowid limit ?", after, refillBatch)
	if err != nil {
		return after, false, err
	}
	for _, r := range rows {
		last = r.id
		text := t.s.searchText(r.c)
		if text == r.text {
			continue
		}
		if _, err := t.exec("update contract set search = ? where rowid = ?", text, r.id); err != nil {
			return after, false, err
		}
	}
	return last, len(rows) == refillBatch, nil
}
