package samples

import (
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"campus.example/sealdesk/domain"
)

//go:embed texts/*.txt
var files embed.FS

// text is one contract's wording: a head of key: value lines, ---, then the body in the small markup of markup.go.
type text struct {
	title               string
	company, department int
	below               bool // the signing lines stand below each other
	items               []item
	body                []string
}

// item is one line of the price table.
type item struct {
	name, detail, unit string
	quantity           int64
	price              domain.Fen
}

// texts reads all wordings, in the order of their file names.
func texts() ([]text, error) {
	names, err := fs.Glob(files, "texts/*.txt")
	if err != nil {
		return nil, err
	}
	all := make([]text, len(names))
	for i, name := range names {
		content, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if all[i], err = parse(string(content)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return all, nil
}

func parse(content string) (t text, err error) {
	head, body, found := strings.Cut(content, "\n---\n")
	if !found {
		return t, fmt.Errorf("there is no body")
	}
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "title":
			t.title = value
		case "company":
			t.company, err = strconv.Atoi(value)
		case "department":
			t.department, err = strconv.Atoi(value)
		case "sign":
			t.below = value == "below"
		case "item":
			err = t.addItem(value)
		default:
			err = fmt.Errorf("unknown key %q", key)
		}
		if err != nil {
			return t, err
		}
	}
	t.body = strings.Split(strings.TrimSpace(body), "\n")
	return t, nil
}

func (t *text) addItem(value string) error {
	parts := strings.Split(value, "|")
	if len(parts) != 5 {
		return fmt.Errorf("item %q has %d parts", value, len(parts))
	}
	quantity, err := strconv.ParseInt(parts[3], 10, 64)
	if err != nil {
		return err
	}
	price, err := domain.ParseFen(parts[4])
	if err != nil {
		return err
	}
	t.items = append(t.items, item{parts[0], parts[1], parts[2], quantity, price})
	return nil
}

// lines gives the items of a round: later rounds order more of the first, so that amounts differ.
func (t text) lines(round int) []item {
	list := append([]item(nil), t.items...)
	list[0].quantity += int64(round)
	return list
}

func (t text) total(round int) (sum domain.Fen) {
	for _, it := range t.lines(round) {
		sum += domain.Fen(it.quantity) * it.price
	}
	return sum
}
