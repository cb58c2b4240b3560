package app

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"time"

	"campus.example/sealdesk/config"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/keys"
)

// InitOptions say what a new office is.
type InitOptions struct {
	Dir       string
	Getenv    func(string) string
	Exe       string
	Config    config.Config // settings to begin with; name and seal words are filled in from below
	Name      string        // the university
	PIN       []byte        // of the seal key
	ImportKey []byte        // PKCS#12 of a seal key the office has; nil makes a test key
	First     NewOperator
	Files     map[string][]byte         // further files below the folder: secrets, certificates
	StandIns  string                    // state folder of the stand-ins the office works with, normally ""
	Rules     map[domain.RuleKey]string // to begin with, where they are not the defaults
	Now       func() time.Time
}

// The places below a data folder.
const (
	pkiFolder   = "pki"
	sealKeyFile = "secrets/seal.p12"
	standInFile = "stand-ins" // names the state folder of the stand-ins, where there are some
)

// DefaultSettings returns the settings of an office that has set nothing yet.
func DefaultSettings() config.Config { return config.Default() }

// Init makes a data folder. It is not undone half-way: a folder with a settings file is refused, and the settings
// are written last. Errors: CodeFolderExists, CodeConfig, CodePINWrong, CodeSealWords,
// CodeSealLength.
func Init(ctx context.Context, o InitOptions) error {
	if err := layOut(o); err != nil {
		return err
	}
	a, err := Open(ctx, Options{Dir: o.Dir, Getenv: o.Getenv, Exe: o.Exe, Now: o.Now, created: founding(o.Rules)})
	if err != nil {
		return err
	}
	return errors.Join(a.Office.FirstOperator(ctx, o.First), a.Close())
}

// layOut writes the files, keys and settings of a data folder. Errors as Init.
func layOut(o InitOptions) error {
	if _, err := os.Stat(config.Path(o.Dir)); err == nil {
		return domain.Fail(domain.CodeFolderExists, o.Dir)
	}
	if err := o.First.Check(); err != nil { // an office that is refused leaves nothing behind
		return err
	}
	if err := sealDrawable(o.Name, o.Config.Seal); err != nil {
		return err
	}
	if err := writeFiles(o); err != nil {
		return errors.Join(errUsage, err)
	}
	now := o.Now()
	err := keys.Init(keys.InitOptions{
		Dir: filepath.Join(o.Dir, pkiFolder), Name: o.Name, SealKey: filepath.Join(o.Dir, sealKeyFile), PIN: o.PIN,
		Import: o.ImportKey, SealName: o.Name + " " + o.Config.Seal.Name, Now: now, Random: rand.Reader, Anchors: timeRoots(o),
	})
	if err != nil {
		return err
	}
	c := o.Config
	c.Office.Name, c.Seal.Key, c.Seal.Unit = o.Name, sealKeyFile, o.Name
	if err := config.Write(o.Dir, c); err != nil {
		return domain.Fail(domain.CodeConfig, err.Error()).Because(err)
	}
	return nil
}

// writeFiles writes the further files of a data folder.
func writeFiles(o InitOptions) error {
	if err := os.MkdirAll(filepath.Join(o.Dir, "secrets"), 0o700); err != nil {
		return err
	}
	for name, content := range o.Files {
		path := filepath.Join(o.Dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o600); err != nil {
			return err
		}
	}
	if o.StandIns == "" {
		return nil
	}
	state, err := filepath.Abs(o.StandIns)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(o.Dir, standInFile), []byte(state+"\n"), 0o600)
}

// timeRoots are the anchors of the time authority: whoever trusts the office's signatures needs them too.
func timeRoots(o InitOptions) [][]byte {
	if root, ok := o.Files[o.Config.Timestamp.Roots]; ok {
		return [][]byte{root}
	}
	return nil
}
