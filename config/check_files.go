package config

import (
	"fmt"
	"os"
)

// CheckFiles lists the files and secrets the settings name that cannot be used: certificates and keys that are
// not there, secrets that cannot be read, secret files that other users can read.
func (c Config) CheckFiles() Problems {
	k := &checker{config: c}
	for _, f := range []struct{ key, path string }{
		{"portal.tls_cert", c.Portal.TLSCert},
		{"portal.tls_key", c.Portal.TLSKey},
		{"timestamp.roots", c.Timestamp.Roots},
		{"seal.key", c.Seal.Key},
	} {
		if f.path != "" {
			k.file(f.key, c.Path(f.path))
		}
	}
	for _, f := range c.fields() {
		if s, ok := f.value.Interface().(Secret); ok && s.IsSet() {
			k.secret(f.key, s)
		}
	}
	return k.problems
}

func (k *checker) file(key, path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		k.add(CodeFile, key, err.Error())
	case !info.Mode().IsRegular():
		k.add(CodeFile, key, path+" is not a file")
	}
}

func (k *checker) secret(key string, s Secret) {
	if _, err := s.Read(); err != nil {
		k.add(CodeSecretRead, key, err.Error())
		return
	}
	if s.File == "" {
		return
	}
	info, err := os.Stat(s.Path())
	if err != nil {
		k.add(CodeSecretRead, key, err.Error())
		return
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		k.add(CodeSecretExposed, key, s.Path(), fmt.Sprintf("%04o", mode))
	}
}
