package check

import "sealdesk/domain"

// crypt opens the strings and streams of an encrypted document.
type crypt struct{}

func (d *document) unlock(*dict, string) (*crypt, error) {
	return nil, domain.Fail(domain.CodeDocEncrypted)
}

func (c *crypt) open(_ ref, v value) (value, error) { return v, nil }

func (d *document) rawContents(*sig) {}
