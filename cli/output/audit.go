package output

// Chain is what the check of the record found.
type Chain struct {
	Entries int64  `json:"entries"`
	Head    string `json:"head"`
	Whole   bool   `json:"whole"`
}

// ChainOf returns the shape of a record that is whole.
func ChainOf(entries int64, head string) Chain {
	return Chain{Entries: entries, Head: head, Whole: true}
}
