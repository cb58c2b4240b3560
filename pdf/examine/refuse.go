package examine

import (
	"errors"
	"fmt"

	"campus.example/sealdesk/pdf/read"
)

// refuse looks through everything the catalog leads to for what must not be signed: what runs by itself, what the
// pages do not show. An older revision whose objects nothing leads to any more is not looked at.
func refuse(doc *read.Document) error {
	root, err := doc.Catalog()
	if err != nil {
		return err
	}
	form, err := doc.Dict(root["AcroForm"])
	if err != nil {
		return err
	}
	if form["XFA"] != nil || root["NeedsRendering"] == read.Object(true) {
		return ErrXFA
	}
	if root["Collection"] != nil {
		return fmt.Errorf("%w: a portfolio", ErrAttachments)
	}
	if err := opening(doc, root["OpenAction"]); err != nil {
		return err
	}
	// The walk has no fixed order: what runs by itself is told before what is attached, and that before what is hidden.
	var attached, hidden error
	err = everything(doc, root, func(d read.Dict, data bool) error {
		err := suspect(doc, d)
		if errors.Is(err, ErrAttachments) {
			attached, err = err, nil
		}
		if hidden == nil {
			hidden = conceals(doc, d, data)
		}
		return err
	})
	switch {
	case err != nil:
		return err
	case attached != nil:
		return attached
	case hidden != nil:
		return hidden
	}
	return ambiguous(doc, root)
}

// opening allows a document to open at a place of its own and nothing else.
func opening(doc *read.Document, o read.Object) error {
	o, err := doc.Get(o)
	if err != nil {
		return err
	}
	d, ok := o.(read.Dict)
	if !ok {
		return nil // a destination
	}
	kind, err := doc.Name(d["S"])
	if err == nil && kind != "GoTo" {
		err = fmt.Errorf("%w: it does %q when it is opened", ErrActive, string(kind))
	}
	return err
}

// everything visits each dictionary once; data is true for that of a stream.
func everything(doc *read.Document, root read.Object, visit func(d read.Dict, data bool) error) error {
	seen := map[read.Ref]bool{}
	open := []read.Object{root}
	for len(open) > 0 {
		o := open[len(open)-1]
		open = open[:len(open)-1]
		if r, ok := o.(read.Ref); ok {
			if seen[r] {
				continue
			}
			seen[r] = true
			var err error
			if o, err = doc.Get(r); err != nil {
				return err
			}
		}
		var dict read.Dict
		data := false
		switch v := o.(type) {
		case read.Array:
			open = append(open, v...)
			continue
		case *read.Stream:
			dict, data = v.Dict, true
		case read.Dict:
			dict = v
		default:
			continue
		}
		if err := visit(dict, data); err != nil {
			return err
		}
		for _, child := range dict {
			switch child.(type) {
			case read.Ref, read.Dict, read.Array:
				open = append(open, child)
			}
		}
	}
	return nil
}

// suspect looks at one dictionary. The keys of resources are chosen by the producer, so a key alone says nothing: what
// it holds must fit.
func suspect(doc *read.Document, d read.Dict) error {
	if o, ok := d["S"]; ok {
		s, err := doc.Get(o)
		if err != nil {
			return err
		}
		if name, ok := s.(read.Name); ok && runs(name) {
			return fmt.Errorf("%w: %q", ErrActive, string(name))
		}
	}
	if o, ok := d["Subtype"]; ok {
		s, err := doc.Get(o)
		if err != nil {
			return err
		}
		switch s {
		case read.Object(read.Name("FileAttachment")):
			return fmt.Errorf("%w: pinned to a page", ErrAttachments)
		case read.Object(read.Name("RichMedia")), read.Object(read.Name("Movie")), read.Object(read.Name("Sound")),
			read.Object(read.Name("Screen")), read.Object(read.Name("3D")):
			return fmt.Errorf("%w: %v", ErrActive, s)
		}
	}
	if o, ok := d["EF"]; ok {
		files, err := doc.Get(o)
		if err != nil {
			return err
		}
		list, ok := files.(read.Dict)
		if ok && (list["F"] != nil || list["UF"] != nil || list["Unix"] != nil || list["DOS"] != nil || list["Mac"] != nil) {
			return ErrAttachments
		}
	}
	return nil
}

// runs tells whether an action of the kind does more than lead the reader somewhere (12.6.4).
func runs(action read.Name) bool {
	switch action {
	case "JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition", "Movie", "Sound", "GoToE", "GoTo3DView",
		"RichMediaExecute", "SetOCGState", "Hide":
		return true
	}
	return false
}
