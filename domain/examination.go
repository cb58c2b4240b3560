package domain

// Keyword is one place where a wanted word stands, in points from the bottom left of the page as shown.
type Keyword struct {
	Word string
	Place
}

// Examination is what a look at a document found.
type Examination struct {
	Pages    int
	Sizes    [][2]float64 // width and height of each page as shown, points
	Keywords []Keyword
	Saves    int // how often the file was saved, earlier versions kept inside
}
