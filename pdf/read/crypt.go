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

// Encrypt gives the object as it must stand in the file under the reference.
func (d *Document) Encrypt(o Object, _ Ref) Object { return o }

// EncryptStream does so for the data of a stream.
func (d *Document) EncryptStream(data []byte, _ Ref) []byte { return data }

// Permissions are the bits of P: what the document allows those who open it as user (table 22).
func (d *Document) Permissions() uint32 { return 0xFFFFFFFF }

// Owner tells that the password was the owner's, who may do everything.
func (d *Document) Owner() bool { return true }
