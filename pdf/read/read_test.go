package read_test

import (
	"bytes"
	"errors"
	"fmt"
	"testing"
	"time"

	"campus.example/sealdesk/pdf/read"
	"campus.example/sealdesk/pdf/write"
)

func habits() []write.Habit {
	return []write.Habit{
		{Name: "table", Version: "1.4"},
		{Name: "plain", Version: "1.4", Plain: true, CRLF: true},
		{Name: "stream", Version: "1.5", Stream: true},
		{Name: "packed", Version: "1.5", Stream: true, Pack: true, XMP: true, Nested: true},
		{Name: "saved twice", Version: "1.6", Resave: true, Trim: true, Turn: true},
		{Name: "packed twice", Version: "1.7", Stream: true, Pack: true, Resave: true},
	}
}

func contract(t testing.TB, h write.Habit) []byte {
	t.Helper()
	doc, err := write.New(write.Meta{Title: "采购合同", Made: time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	doc.Title("采购合同")
	for range 60 {
		doc.Paragraph("乙方应当按照约定的时间和地点交付货物，并对货物的质量负责。")
	}
	doc.NewPage(true)
	doc.Line("附件一")
	out, err := doc.Bytes(h)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEveryHabitIsRead(t *testing.T) {
	for _, h := range habits() {
		t.Run(h.Name, func(t *testing.T) {
			data := contract(t, h)
			d, err := read.Open(data, read.Options{})
			if err != nil {
				t.Fatal(err)
			}
			pages, err := d.Pages()
			if err != nil || len(pages) != 3 {
				t.Fatal(len(pages), err)
			}
			if w, h := pages[0].Size(); w != 595.28 || h != 841.89 {
				t.Error("upright page", w, h)
			}
			if w, h := pages[2].Size(); w != 841.89 || h != 595.28 {
				t.Error("landscape page", w, h)
			}
			want := read.FormTable
			if h.Stream {
				want = read.FormStream
			}
			if d.Form() != want {
				t.Error("form", d.Form())
			}
			revisions := d.Revisions()
			if n := len(revisions); n != map[bool]int{false: 1, true: 2}[h.Resave] || revisions[n-1].End != len(data) {
				t.Error(revisions, len(data))
			}
			content, err := d.Stream(pages[0].Dict["Contents"])
			if err != nil {
				t.Fatal(err)
			}
			text, err := d.Decode(content)
			if err != nil || !bytes.HasPrefix(text, []byte("q\n")) || !bytes.HasSuffix(text, []byte("Q\n")) {
				t.Errorf("%q %v", text, err)
			}
			for _, n := range d.Numbers() {
				if _, err := d.Load(n); err != nil {
					t.Error(n, err)
				}
			}
			if odd := d.Oddities(); odd != nil {
				t.Error(odd)
			}
		})
	}
}

func TestBrokenFileIsMendedOnlyWhenAsked(t *testing.T) {
	for _, h := range habits() {
		data := contract(t, h)
		at := bytes.LastIndex(data, []byte("startxref"))
		data = append(data[:at:at], "startxref\n3\n%%EOF\n"...)
		if _, err := read.Open(data, read.Options{}); !errors.Is(err, read.ErrDamaged) {
			t.Error(h.Name, err)
		}
		d, err := read.Open(data, read.Options{Repair: true})
		if err != nil {
			t.Error(h.Name, err)
			continue
		}
		pages, err := d.Pages()
		if err != nil || len(pages) != 3 || !d.Repaired() {
			t.Error(h.Name, len(pages), err)
		}
	}
}

// file makes a document with a table out of objects from 1 on; the first is the catalog.
func file(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var table bytes.Buffer
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, table.String(), len(objects)+1, at)
	return b.Bytes()
}

func TestHostileTreesEnd(t *testing.T) {
	cases := map[string]struct {
		data []byte
		want error
	}{
		"empty":           {nil, read.ErrNotPDF},
		"text":            {[]byte("hello"), read.ErrNotPDF},
		"no xref":         {[]byte("%PDF-1.4\nhello"), read.ErrDamaged},
		"no pages":        {file("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"), read.ErrNoPages},
		"no tree":         {file("<< /Type /Catalog >>"), read.ErrNoPages},
		"circle of pages": {file("<< /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] >>"), read.ErrDamaged},
		"circle of refs":  {file("<< /Pages 2 0 R >>", "3 0 R", "2 0 R"), read.ErrDamaged},
		"deep":            {file("<< /Pages " + string(bytes.Repeat([]byte("["), 100000)) + " >>"), read.ErrLimits},
		"its own length":  {file("<< /Pages 2 0 R >>", "<< /Length 2 0 R >>\nstream\nx\nendstream"), read.ErrDamaged},
		"page missing":    {file("<< /Pages 2 0 R >>", "<< /Type /Pages /Kids [9 0 R] >>"), read.ErrDamaged},
	}
	for name, c := range cases {
		d, err := read.Open(c.data, read.Options{})
		if err == nil {
			_, err = d.Pages()
		}
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestPrevInACircle(t *testing.T) {
	data := []byte("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n")
	if _, err := read.Open(data, read.Options{}); !errors.Is(err, read.ErrDamaged) {
		t.Fatal(err)
	}
}

func TestInheritedBoxesAndTurns(t *testing.T) {
	d, err := read.Open(file("<< /Pages 2 0 R >>",
		"<< /Type /Pages /MediaBox [100 300 695 1142] /CropBox [0 0 400 2000] /Rotate -90 /Kids [3 0 R 4 0 R] >>",
		"<< /Type /Page /Parent 2 0 R >>",
		"<< /Type /Page /Parent 2 0 R /Rotate 450 /UserUnit 2 /CropBox [500 500 200 400] >>"), read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	pages, err := d.Pages()
	if err != nil {
		t.Fatal(err)
	}
	if p := pages[0]; p.Rotate != 270 || p.CropBox != (read.Box{100, 300, 400, 1142}) {
		t.Errorf("%+v", p)
	}
	if p := pages[1]; p.Rotate != 90 || p.CropBox != (read.Box{200, 400, 500, 500}) {
		t.Errorf("%+v", p)
	}
	if w, h := pages[1].Size(); w != 200 || h != 600 {
		t.Error(w, h)
	}
}

func FuzzOpen(f *testing.F) {
	for _, h := range habits() {
		doc, err := write.New(write.Meta{Title: "t"})
		if err != nil {
			f.Fatal(err)
		}
		doc.Line("a")
		h.Latin = true
		out, err := doc.Bytes(h)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(out)
	}
	f.Add(file("<< /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] >>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := read.DefaultLimits()
		limits.Stream, limits.Unpacked = 1<<20, 1<<20
		for _, repair := range []bool{false, true} {
			d, err := read.Open(data, read.Options{Repair: repair, Limits: limits})
			if err != nil {
				continue
			}
			_, _ = d.Pages() // whatever it says, it ends
			for _, n := range d.Numbers() {
				o, err := d.Load(n)
				if s, ok := o.(*read.Stream); ok && err == nil {
					_, _ = d.Decode(s)
				}
			}
			d.Revisions()
		}
	})
}

func TestPlacesGoThereAndBack(t *testing.T) {
	for _, turn := range []int{0, 90, 180, 270} {
		p := read.Page{CropBox: read.Box{100, 300, 500, 900}, Rotate: turn, UserUnit: 2}
		b := p.UserBox(20, 30, 40, 60)
		if x, y, w, h := p.ShownBox(b); x != 20 || y != 30 || w != 40 || h != 60 {
			t.Error(turn, x, y, w, h)
		}
		// The top left corner as shown is where each turn puts it.
		_, high := p.Size()
		x, y := p.User(0, high)
		if want := map[int][2]float64{0: {100, 900}, 90: {100, 300}, 180: {500, 300}, 270: {500, 900}}[turn]; x != want[0] || y != want[1] {
			t.Error(turn, x, y, want)
		}
	}
}
