package pades

import (
	"fmt"

	"sealdesk/domain"
	"sealdesk/pdf/read"
)

// The bits of Ff that make an entry of a seed value binding (ISO 32000-1, table 234).
const (
	seedFilter    = 1 << 0
	seedSubFilter = 1 << 1
	seedReasons   = 1 << 3
	seedDigest    = 1 << 6
)

// seed honours what a field asks of its signature: a binding wish that cannot be met is refused.
func seed(doc *read.Document, field read.Dict, r Request) error {
	sv, err := doc.Dict(field["SV"])
	if err != nil || sv == nil {
		return err
	}
	bits, _, err := doc.Int(sv["Ff"])
	if err != nil {
		return err
	}
	refuse := func(what string) error {
		return domain.Fail(CodeSeed, what).Because(fmt.Errorf("the field demands another %s", what))
	}
	if n, err := doc.Name(sv["Filter"]); err != nil {
		return err
	} else if bits&seedFilter != 0 && n != "" && n != "Adobe.PPKLite" {
		return refuse("Filter")
	}
	for _, c := range []struct {
		key  read.Name
		bit  int
		have []string
	}{
		{"SubFilter", seedSubFilter, []string{"ETSI.CAdES.detached"}},
		{"DigestMethod", seedDigest, []string{"SHA256", "SHA-256"}},
		{"Reasons", seedReasons, []string{r.Reason}},
	} {
		list, err := doc.Array(sv[c.key])
		if err != nil {
			return err
		}
		if bits&c.bit == 0 || list == nil {
			continue
		}
		if ok, err := oneOf(doc, list, c.have); err != nil {
			return err
		} else if !ok {
			return refuse(string(c.key))
		}
	}
	if mdp, err := doc.Dict(sv["MDP"]); err != nil {
		return err
	} else if p, ok, err := doc.Int(mdp["P"]); err != nil {
		return err
	} else if ok && p != 0 { // 0: an approval signature is wanted
		return refuse("MDP")
	}
	return nil
}

func oneOf(doc *read.Document, list read.Array, have []string) (bool, error) {
	for _, o := range list {
		o, err := doc.Get(o)
		if err != nil {
			return false, err
		}
		for _, h := range have {
			switch v := o.(type) {
			case read.Name:
				if string(v) == h {
					return true, nil
				}
			case read.String:
				if plainText(v) == h {
					return true, nil
				}
			}
		}
	}
	return false, nil
}

// lockOf gives the parameters of FieldMDP for a field that asks to lock fields when it is signed (12.8.2.4).
func lockOf(doc *read.Document, field read.Dict) (read.Dict, error) {
	lock, err := doc.Dict(field["Lock"])
	if err != nil || lock == nil {
		return nil, err
	}
	action, err := doc.Name(lock["Action"])
	if err != nil {
		return nil, err
	}
	out := read.Dict{"Type": read.Name("TransformParams"), "V": read.Name("1.2"), "Action": action}
	fields, err := doc.Array(lock["Fields"])
	if err != nil {
		return nil, err
	}
	if action != "All" {
		out["Fields"] = fields
	}
	return out, nil
}
