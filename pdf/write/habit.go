package write

// Habit is how a program that makes PDFs goes about it. Contracts come from many programs; the samples imitate their
// ways so that what reads and seals them is tried on all.
type Habit struct {
	Name     string // for people
	Version  string // of the header: 1.4 to 1.7
	Producer string
	Creator  string
	// Stream writes the cross-reference as a stream (PDF 1.5) instead of a table.
	Stream bool
	// Pack puts objects into object streams; it needs Stream.
	Pack bool
	// Plain leaves page contents and character maps uncompressed.
	Plain bool
	// XMP adds a metadata stream.
	XMP bool
	// Latin sets ASCII text in a simple TrueType font of its own.
	Latin bool
	// HeadFont sets headings in a second subset of the typeface.
	HeadFont bool
	// Show is how text is handed to the show operators.
	Show Show
	// Nested groups pages in a tree and lets them inherit MediaBox and Resources.
	Nested bool
	// CRLF ends lines with carriage return and line feed.
	CRLF bool
	// Trim gives pages a MediaBox with a margin for the printer and a CropBox inside it.
	Trim bool
	// Turn stores landscape pages as portrait ones with /Rotate 90.
	Turn bool
	// Resave appends a second save that changes only the document information.
	Resave bool
	// Lock, when set, encrypts the document. It goes with a cross-reference table and one save.
	Lock *Lock
}

// Show is a manner of handing text to the page.
type Show int

const (
	ShowLines  Show = iota // a line of text is one Tj
	ShowKerned             // a line is one TJ, broken between every two characters
	ShowGlyphs             // each character is placed and shown alone
)
