package cli

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

// sealFileFlags are the flags of seal-file that name files, and those that are read before they are used.
type sealFileFlags struct {
	out, key, pin, cert, keyPEM, password, image, licence string
	at, level                                             string
}

func (c *command) sealFileCommand() *cobra.Command {
	var o app.SealFileOptions
	var flags sealFileFlags
	cmd := &cobra.Command{
		Use: "seal-file IN.pdf -o OUT.pdf", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := c.checkSealFile(&o, flags); err != nil {
				return err
			}
			if err := c.readSealFile(&o, flags, args[0]); err != nil {
				return err
			}
			sealed, level, err := app.SealFile(cmd.Context(), o)
			if err != nil {
				return err
			}
			return c.write(flags.out, sealed, c.text.CLI.Acts.SealedFile, level)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&flags.out, "output", "o", "", "")
	f.StringVar(&flags.key, "key", "", "")
	f.StringVar(&flags.pin, "pin-file", "", "")
	f.StringVar(&flags.cert, "cert", "", "")
	f.StringVar(&flags.keyPEM, "key-pem", "", "")
	f.StringVar(&flags.password, "password-file", "", "")
	f.StringVar(&flags.image, "image", "", "")
	f.StringVar(&o.Look.Text, "text", "", "")
	f.StringVar(&o.Look.Name, "name", "", "")
	f.StringVar(&o.Look.Shape, "shape", "round", "")
	f.Float64Var(&o.Look.Millimetres, "size", 0, "")
	f.StringVar(&flags.at, "at", "", "")
	f.StringVar(&o.At.Field, "field", "", "")
	f.BoolVar(&o.Across, "across", false, "")
	f.StringVar(&flags.level, "level", "", "")
	f.StringVar(&o.TSA, "tsa", "", "")
	f.StringVar(&o.Engine, "engine", "sealdesk", "")
	f.StringVar(&flags.licence, "unipdf-licence", "", "")
	f.StringVar(&o.LicenceName, "unipdf-customer", "", "")
	f.StringVar(&o.Reason, "reason", "", "")
	c.need(cmd, "output")
	return cmd
}

// Bounds of a seal's width in millimetres.
const leastMillimetres, mostMillimetres = 5, 200

// checkSealFile refuses flags that do not fit together, and reads the place.
func (c *command) checkSealFile(o *app.SealFileOptions, flags sealFileFlags) (err error) {
	if o.At, err = c.parseFilePlace(flags.at, o.At.Field); err != nil {
		return err
	}
	w := c.text.Usage
	p12, pem := flags.key != "" || flags.pin != "", flags.cert != "" || flags.keyPEM != ""
	switch {
	case p12 == pem, p12 && (flags.key == "" || flags.pin == ""), pem && (flags.cert == "" || flags.keyPEM == ""):
		return c.wrong(w.Key)
	case o.At == (app.FilePlace{}):
		return c.wrong(w.FilePlace)
	case flags.image != "" && o.Look.Text != "":
		return c.wrong(w.NotTogether, "--image", "--text")
	case o.Look.Millimetres != 0 && !(o.Look.Millimetres >= leastMillimetres && o.Look.Millimetres <= mostMillimetres):
		return c.wrong(w.Range, "--size", strconv.FormatFloat(o.Look.Millimetres, 'g', -1, 64), leastMillimetres, mostMillimetres)
	}
	if err := c.oneOf("--shape", o.Look.Shape, "round", "oval", "name", "hand"); err != nil {
		return err
	}
	if err := c.oneOf("--engine", o.Engine, "sealdesk", "unipdf"); err != nil {
		return err
	}
	switch flags.level {
	case "":
	case "b":
		o.TSA = ""
	case "t":
		if o.TSA == "" {
			return c.wrong(w.Needs, "--level t", "--tsa URL")
		}
	default:
		return c.notValue("--level", flags.level, "b", "t")
	}
	return nil
}

// oneOf refuses a value that is none of those a flag takes.
func (c *command) oneOf(flag, value string, values ...string) error {
	for _, v := range values {
		if v == value {
			return nil
		}
	}
	return c.notValue(flag, value, values...)
}

// readSealFile reads the files that the flags name. Errors: wrong usage, CodeSealKeyMissing for those of the key.
func (c *command) readSealFile(o *app.SealFileOptions, flags sealFileFlags, in string) (err error) {
	o.Exe, o.Now = c.Exe, c.Now
	if o.PDF, err = c.read(in); err != nil {
		return err
	}
	if flags.password != "" {
		password, err := c.secret(flags.password)
		if err != nil {
			return err
		}
		o.Password = string(password)
	}
	if flags.licence != "" {
		licence, err := c.read(flags.licence)
		if err != nil {
			return err
		}
		o.Licence = string(licence)
	}
	if flags.pin != "" {
		if o.PIN, err = c.secret(flags.pin); err != nil {
			return err
		}
	}
	for _, f := range []struct {
		name string
		into *app.File
	}{{flags.key, &o.Key}, {flags.cert, &o.Cert}, {flags.keyPEM, &o.KeyPEM}} {
		if *f.into, err = c.file(f.name); err != nil {
			return domain.Fail(domain.CodeSealKeyMissing, f.name).Because(err)
		}
	}
	if flags.image != "" {
		o.Look.Image, err = c.read(flags.image)
	}
	return err
}

// parseFilePlace reads --at and --field, of which there is one.
func (c *command) parseFilePlace(at, field string) (app.FilePlace, error) {
	place := app.FilePlace{Field: field}
	if at == "" {
		return place, nil
	}
	if field != "" {
		return place, c.wrong(c.text.Usage.NotTogether, "--at", "--field")
	}
	word, isWord := strings.CutPrefix(at, "keyword=")
	if !isWord {
		p, err := c.parseSpot("--at", at)
		if err != nil {
			return place, err
		}
		if p.Page < 1 {
			return place, c.wrong(c.text.Usage.FilePage, at)
		}
		place.Page, place.X, place.Y = p.Page, p.X, p.Y
		return place, nil
	}
	wrong := c.wrong(c.text.Usage.Keyword, at)
	if head, ok := strings.CutSuffix(word, ",last"); ok {
		word, place.Nth = head, app.LastHit
	} else if i := strings.LastIndex(word, ",nth="); i >= 0 {
		nth := word[i+len(",nth="):]
		n, err := strconv.Atoi(nth)
		switch {
		case nth == "last":
			n = app.LastHit
		case err != nil, n < 1:
			return place, wrong
		}
		word, place.Nth = word[:i], n
	}
	if strings.TrimSpace(word) == "" {
		return place, wrong
	}
	place.Keyword = word
	return place, nil
}
