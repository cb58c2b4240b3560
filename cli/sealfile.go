package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sealdesk/app"
)

func (c *command) sealFileCommand() *cobra.Command {
	var o app.SealFileOptions
	var at, level string
	cmd := &cobra.Command{
		Use: "seal-file IN.pdf -o OUT.pdf", Short: "seal any PDF file, without an office", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.In, o.Exe = args[0], c.Exe
			var err error
			if o.At, err = parseFilePlace(at, o.At.Field); err != nil {
				return err
			}
			if err := checkSealFile(&o, level); err != nil {
				return usage(err)
			}
			level, err := app.SealFile(cmd.Context(), o)
			if err != nil {
				return err
			}
			return c.say(c.text.CLI.Acts.SealedFile, o.Out, level)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.Out, "output", "o", "", "file to write; left alone when anything is refused")
	f.StringVar(&o.Key, "key", "", "PKCS#12 file of the key that signs")
	f.StringVar(&o.PINFile, "pin-file", "", "file with its PIN")
	f.StringVar(&o.Cert, "cert", "", "PEM file of the certificates, the signer's first")
	f.StringVar(&o.KeyPEM, "key-pem", "", "PEM file of the key")
	f.StringVar(&o.PasswordFile, "password-file", "", "file with the password of an encrypted document")
	f.StringVar(&o.Look.Image, "image", "", "PNG or JPEG of the seal")
	f.StringVar(&o.Look.Text, "text", "", "words of the seal; the certificate's name when left out")
	f.StringVar(&o.Look.Name, "name", "", "words below the star, as 合同专用章")
	f.StringVar(&o.Look.Shape, "shape", "round", "round | oval | name | hand")
	f.Float64Var(&o.Look.Millimetres, "size", 0, "width of the seal in millimetres; default 42 round, 40 oval, 18 name, 39 hand")
	f.StringVar(&at, "at", "", "page=1,x=400,y=120 the seal's middle in points, or keyword=甲方（盖章）[,nth=N|last]")
	f.StringVar(&o.At.Field, "field", "", "an empty signature field of the document")
	f.BoolVar(&o.Across, "across", false, "across the right edges of the pages too")
	f.StringVar(&level, "level", "", "b | t; default t with --tsa, else b")
	f.StringVar(&o.TSA, "tsa", "", "URL of a time-stamping authority")
	f.StringVar(&o.Engine, "engine", "sealdesk", "sealdesk | unipdf: what writes the field")
	f.StringVar(&o.LicenceFile, "unipdf-licence", "", "file of an offline licence of UniPDF")
	f.StringVar(&o.LicenceName, "unipdf-customer", "", "whom the licence was given to, as it stands in it")
	f.StringVar(&o.Reason, "reason", "", "reason kept in the signature")
	return cmd
}

// Bounds of a seal's width in millimetres.
const leastMillimetres, mostMillimetres = 5, 200

// checkSealFile tells wrong usage.
func checkSealFile(o *app.SealFileOptions, level string) error {
	p12, pem := o.Key != "" || o.PINFile != "", o.Cert != "" || o.KeyPEM != ""
	switch {
	case o.Out == "":
		return errors.New("-o OUT.pdf")
	case p12 == pem, p12 && (o.Key == "" || o.PINFile == ""), pem && (o.Cert == "" || o.KeyPEM == ""):
		return errors.New("--key FILE --pin-file FILE, or --cert FILE --key-pem FILE")
	case o.At == (app.FilePlace{}):
		return errors.New("--at page=1,x=400,y=120, --at keyword=甲方（盖章） or --field NAME")
	case o.Look.Image != "" && o.Look.Text != "":
		return errors.New("--image or --text")
	case o.Look.Millimetres != 0 && !(o.Look.Millimetres >= leastMillimetres && o.Look.Millimetres <= mostMillimetres):
		return fmt.Errorf("--size %d..%d", leastMillimetres, mostMillimetres)
	}
	switch level {
	case "":
	case "b":
		o.TSA = ""
	case "t":
		if o.TSA == "" {
			return errors.New("--level t --tsa URL")
		}
	default:
		return fmt.Errorf("--level b|t: %q", level)
	}
	return nil
}

// parseFilePlace reads --at and --field, of which there is one.
func parseFilePlace(at, field string) (app.FilePlace, error) {
	place := app.FilePlace{Field: field}
	if at == "" {
		return place, nil
	}
	if field != "" {
		return place, usage(errors.New("--at or --field"))
	}
	word, isWord := strings.CutPrefix(at, "keyword=")
	if !isWord {
		p, err := parsePlace(at)
		if err != nil {
			return place, err
		}
		place.Page, place.X, place.Y = p.Page, p.X, p.Y
		return place, nil
	}
	if head, ok := strings.CutSuffix(word, ",last"); ok {
		word, place.Nth = head, app.LastHit
	} else if i := strings.LastIndex(word, ",nth="); i >= 0 {
		n, err := strconv.Atoi(word[i+len(",nth="):])
		if err != nil && word[i+len(",nth="):] == "last" {
			n, err = app.LastHit, nil
		} else if n < 1 {
			err = errors.New("from 1")
		}
		if err != nil {
			return place, usage(fmt.Errorf("--at keyword=甲方（盖章）,nth=1: %q", at))
		}
		word, place.Nth = word[:i], n
	}
	if strings.TrimSpace(word) == "" {
		return place, usage(fmt.Errorf("--at keyword=甲方（盖章）: %q", at))
	}
	place.Keyword = word
	return place, nil
}
