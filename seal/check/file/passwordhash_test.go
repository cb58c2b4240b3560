package file

import (
	"bytes"
	"encoding/hex"
	"testing"
)

// The entries of two documents that another program encrypted: 32 bytes of hash, 8 of salt for the password, 8 for the key.
func TestPasswordHashOfAnotherProgram(t *testing.T) {
	for _, c := range []struct {
		revision int
		u, o     string
	}{
		{
			6, "f1ebbf3eec3d7b9f3619724eed12194aace9f9cfd9ad7d95bec82c220554b6f230316ad086854c08eda35045dbe32ab9",
			"90fb1dab8d93065eb03fc1d08a635321104497d71ff62836bfeb1716d95f2708167a994f175c39e9b471fd1327015795",
		},
		{
			5, "24b61b966d31163875e9d08590c38842c10b04dbbc490dffd5e84642e9be151e19bbe769240e2eed6fe74bd3d0fe2e0b",
			"9455f516fbd0f1339ed750abb4e8db74a9830d22bc9276e11a88a0ce5d5aedf7b8ab4ef63a0c130bf73ac460c7f7e46b",
		},
	} {
		u, errU := hex.DecodeString(c.u)
		o, errO := hex.DecodeString(c.o)
		if errU != nil || errO != nil {
			t.Fatal(errU, errO)
		}
		l := padlock{revision: c.revision}
		if got := l.passwordHash([]byte("user"), u[32:40], nil); !bytes.Equal(got, u[:32]) {
			t.Errorf("revision %d, user: %x", c.revision, got)
		}
		if got := l.passwordHash([]byte("owner"), o[32:40], u); !bytes.Equal(got, o[:32]) {
			t.Errorf("revision %d, owner: %x", c.revision, got)
		}
		if got := l.passwordHash([]byte("owner"), o[32:40], nil); bytes.Equal(got, o[:32]) {
			t.Errorf("revision %d: the owner's hash without the user entry", c.revision)
		}
	}
}
