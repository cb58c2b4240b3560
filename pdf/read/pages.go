package read

import (
	"fmt"
	"maps"
	"math"
)

// Box is a rectangle in user space, points: left, bottom, right, top.
type Box [4]float64

// Page is a page with what it inherits (7.7.3.4).
type Page struct {
	Ref       Ref // zero when the page stands in its parent directly, which is not allowed
	Dict      Dict
	Parents   int // how deep in the tree
	MediaBox  Box
	CropBox   Box // what is shown: within MediaBox
	Rotate    int // 0, 90, 180 or 270, clockwise
	UserUnit  float64
	Resources Object
}

// Catalog is the root of the document. Error: ErrDamaged.
func (d *Document) Catalog() (Dict, error) {
	root, err := d.Dict(d.trailer["Root"])
	if err == nil && root == nil {
		err = fmt.Errorf("%w: no catalog", ErrDamaged)
	}
	return root, err
}

// maxTree bounds the depth of the page tree.
const maxTree = 64

// Pages lists the pages in order. Errors: ErrNoPages, ErrDamaged, ErrLimits.
func (d *Document) Pages() ([]Page, error) {
	root, err := d.Catalog()
	if err != nil {
		return nil, err
	}
	w := walk{d: d, seen: map[Ref]bool{}}
	tree, err := d.Dict(root["Pages"])
	if err != nil {
		return nil, err
	}
	if tree == nil {
		return nil, ErrNoPages
	}
	if err := w.node(root["Pages"], Dict{}, 0); err != nil {
		return nil, err
	}
	if len(w.pages) == 0 {
		return nil, ErrNoPages
	}
	return w.pages, nil
}

type walk struct {
	d     *Document
	seen  map[Ref]bool
	pages []Page
	nodes int
}

// node takes a page or a group of pages; inherited holds what groups above lay down.
func (w *walk) node(o Object, inherited Dict, deep int) error {
	ref, _ := o.(Ref)
	if ref != (Ref{}) {
		if w.seen[ref] {
			return fmt.Errorf("%w: a page stands twice in the page tree", ErrDamaged)
		}
		w.seen[ref] = true
	}
	if w.nodes++; deep > maxTree || w.nodes > 2*w.d.options.Limits.Pages+1000 {
		return fmt.Errorf("%w: the page tree", ErrLimits)
	}
	dict, err := w.d.Dict(o)
	if err != nil {
		return err
	}
	if dict == nil {
		return fmt.Errorf("%w: a page is missing", ErrDamaged)
	}
	handed, own := inherited, false
	for _, key := range []Name{"MediaBox", "CropBox", "Rotate", "Resources"} {
		if v, ok := dict[key]; ok {
			if !own {
				handed, own = maps.Clone(inherited), true
			}
			handed[key] = v
		}
	}
	kind, err := w.d.Name(dict["Type"])
	if err != nil {
		return err
	}
	kids, err := w.d.Array(dict["Kids"])
	if err != nil {
		return err
	}
	if kind == "Page" || kind != "Pages" && kids == nil {
		if len(w.pages) >= w.d.options.Limits.Pages {
			return fmt.Errorf("%w: too many pages", ErrLimits)
		}
		p, err := w.d.page(ref, dict, handed)
		if err != nil {
			return err
		}
		p.Parents = deep
		w.pages = append(w.pages, p)
		return nil
	}
	for _, kid := range kids {
		if err := w.node(kid, handed, deep+1); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) page(ref Ref, dict, handed Dict) (Page, error) {
	p := Page{Ref: ref, Dict: dict, Resources: handed["Resources"], UserUnit: 1}
	media, ok, err := d.Box(handed["MediaBox"])
	if err != nil {
		return p, err
	}
	if !ok {
		media = Box{0, 0, 612, 792} // what readers take when a page has none: US letter
		d.odd("a page without MediaBox")
	}
	p.MediaBox = media
	crop, ok, err := d.Box(handed["CropBox"])
	if err != nil {
		return p, err
	}
	p.CropBox = media
	if ok {
		cut := Box{max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])}
		if cut[0] < cut[2] && cut[1] < cut[3] {
			p.CropBox = cut
		} else {
			d.odd("a CropBox outside the MediaBox")
		}
	}
	turn, _, err := d.Number(handed["Rotate"])
	if err != nil {
		return p, err
	}
	if math.Mod(turn, 90) != 0 {
		d.odd("Rotate is no multiple of 90")
		turn = 0
	}
	p.Rotate = (int(math.Mod(turn, 360)) + 360) % 360
	if unit, ok, err := d.Number(dict["UserUnit"]); err != nil {
		return p, err
	} else if ok && unit > 0 && unit <= 75000 {
		p.UserUnit = unit
	}
	return p, nil
}

// Box reads a rectangle, whichever corners it names (7.9.5); ok is false for null.
func (d *Document) Box(o Object) (b Box, ok bool, err error) {
	a, err := d.Array(o)
	if err != nil || a == nil {
		return b, false, err
	}
	if len(a) < 4 {
		return b, false, fmt.Errorf("%w: a rectangle with %d numbers", ErrDamaged, len(a))
	}
	for i := range b {
		v, ok, err := d.Number(a[i])
		if err != nil || !ok || math.IsNaN(v) || math.Abs(v) > 1e7 {
			return b, false, fmt.Errorf("%w: a rectangle", ErrDamaged)
		}
		b[i] = v
	}
	b[0], b[2] = min(b[0], b[2]), max(b[0], b[2])
	b[1], b[3] = min(b[1], b[3]), max(b[1], b[3])
	if b[0] == b[2] || b[1] == b[3] {
		return b, false, nil // empty: as good as none
	}
	return b, true, nil
}

// Size is width and height of the page as shown, points.
func (p *Page) Size() (w, h float64) {
	w, h = (p.CropBox[2]-p.CropBox[0])*p.UserUnit, (p.CropBox[3]-p.CropBox[1])*p.UserUnit
	if p.Rotate%180 != 0 {
		w, h = h, w
	}
	return w, h
}
