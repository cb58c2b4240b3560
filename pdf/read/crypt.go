package read

type lock struct{}

func (d *Document) unlock() error {
	if d.trailer["Encrypt"] != nil {
		return ErrEncrypted
	}
	return nil
}

// Encrypted tells whether the document is encrypted.
func (d *Document) Encrypted() bool { return d.trailer["Encrypt"] != nil }

func (d *Document) decrypt(o Object, _ Ref) (Object, error) { return o, nil }

func (d *Document) plain(s *Stream) ([]byte, error) { return s.Raw, nil }
