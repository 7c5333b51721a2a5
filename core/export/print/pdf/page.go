package pdf

import (
	"bytes"
	"fmt"
	"math"
	"strings"
)

// Page is one page. Lengths are points, x to the right and y down from its top
// left corner. Everything on it stands between Begin or BeginArtifact and End.
type Page struct {
	file  *File
	ref   ref
	index int
	marks int // marked pieces so far
	body  *bytes.Buffer
	hints *bytes.Buffer // shown after it

	fonts  []*font
	images []*Image
}

// AddPage adds a page.
func (f *File) AddPage() *Page {
	p := &Page{file: f, ref: f.reserve(), index: len(f.pages), body: &bytes.Buffer{}, hints: &bytes.Buffer{}}
	f.pages = append(f.pages, p)
	return p
}

// Begin says that what follows belongs to an element of the structure.
func (p *Page) Begin(e *Element) {
	fmt.Fprintf(p.body, "/%s<</MCID %d>>BDC\n", e.Kind, p.marks)
	e.pieces = append(e.pieces, piece{p.index, p.marks})
	p.marks++
}

// BeginArtifact says that what follows is no part of the text.
func (p *Page) BeginArtifact() { p.body.WriteString("/Artifact BMC\n") }

// BeginPagination says that what follows, such as a page number, is there
// because there are pages.
func (p *Page) BeginPagination() {
	p.body.WriteString("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n")
}

// End ends what Begin and its like began.
func (p *Page) End() { p.body.WriteString("EMC\n") }

// Ink says how letters and rules look.
type Ink struct {
	Gray float64 // 0 is black, 1 white
	// Bold thickens letters by this much, in ems.
	Bold float64
}

// Placed is a letter in its place on a line: x is where its glyph begins.
type Placed struct {
	Letter Letter
	X      float64
}

// Line shows letters, in the order in which they are read, on a baseline.
func (p *Page) Line(letters []Placed, baseline, size float64, ink Ink) {
	if len(letters) == 0 {
		return
	}
	b := p.body
	fmt.Fprintf(b, "BT %s g ", number(ink.Gray))
	if ink.Bold > 0 {
		fmt.Fprintf(b, "2 Tr %s G %s w ", number(ink.Gray), number(ink.Bold*size))
	} else {
		b.WriteString("0 Tr ")
	}
	for from := 0; from < len(letters); {
		to := from + 1
		for to < len(letters) && letters[to].Letter.font == letters[from].Letter.font {
			to++
		}
		p.run(letters[from:to], baseline, size)
		from = to
	}
	b.WriteString("ET\n")
}

// Hint shows letters that are no part of the text and draw nothing, after all
// that is on the page.
func (p *Page) Hint(letters []Placed, baseline, size float64) {
	body := p.body
	p.body = p.hints
	p.Line(letters, baseline, size, Ink{})
	p.hints, p.body = p.body, body
}

// run shows letters of one font.
func (p *Page) run(letters []Placed, baseline, size float64) {
	font := letters[0].Letter.font
	b := p.body
	fmt.Fprintf(b, "/F%d %s Tf 1 0 0 1 %s %s Tm [<", p.use(font), number(size), number(letters[0].X), number(p.file.info.Height-baseline))
	pen := letters[0].X
	for _, at := range letters {
		// A thousandth of an em is what a width of a font can tell.
		if back := math.Round((pen - at.X) / size * 1000); math.Abs(back) >= 1 {
			fmt.Fprintf(b, ">%s<", number(back))
			pen -= back * size / 1000
		}
		fmt.Fprintf(b, "%04X", at.Letter.code)
		pen += float64(font.letters[at.Letter.code-1].width) * size / 1000
	}
	b.WriteString(">]TJ\n")
}

// use gives the number of a font, and notes that the page needs it.
func (p *Page) use(font *font) int {
	for _, known := range p.fonts {
		if known == font {
			return font.number
		}
	}
	p.fonts = append(p.fonts, font)
	return font.number
}

// Rule fills a rectangle.
func (p *Page) Rule(left, top, width, height, gray float64) {
	fmt.Fprintf(p.body, "%s g %s %s %s %s re f\n", number(gray),
		number(left), number(p.file.info.Height-top-height), number(width), number(height))
}

// Ring draws the outline of a circle.
func (p *Page) Ring(x, y, radius, thick, gray float64) {
	const k = 0.5523 // of a quarter circle's control points
	y = p.file.info.Height - y
	at := func(dx, dy float64) string { return number(x+dx*radius) + " " + number(y+dy*radius) + " " }
	fmt.Fprintf(p.body, "%s G %s w %sm %s%s%sc %s%s%sc %s%s%sc %s%s%sc s\n", number(gray), number(thick), at(1, 0),
		at(1, k), at(k, 1), at(0, 1), at(-k, 1), at(-1, k), at(-1, 0),
		at(-1, -k), at(-k, -1), at(0, -1), at(k, -1), at(1, -k), at(1, 0))
}

// Picture shows an image in a box of the page. Where the box has another shape,
// the image fills it and what lies outside is cut off.
func (p *Page) Picture(image *Image, left, top, width, height float64) {
	scale := max(width/float64(image.Width), height/float64(image.Height))
	w, h := float64(image.Width)*scale, float64(image.Height)*scale
	x, y := left-(w-width)/2, p.file.info.Height-top-height-(h-height)/2
	fmt.Fprintf(p.body, "q %s %s %s %s re W n %s 0 0 %s %s %s cm /I%d Do Q\n",
		number(left), number(p.file.info.Height-top-height), number(width), number(height),
		number(w), number(h), number(x), number(y), image.number)
	for _, known := range p.images {
		if known == image {
			return
		}
	}
	p.images = append(p.images, image)
}

// close writes the page.
func (p *Page) close() {
	var fonts, images strings.Builder
	for _, font := range p.fonts {
		fmt.Fprintf(&fonts, "/F%d %v", font.number, font.ref)
	}
	for _, image := range p.images {
		fmt.Fprintf(&images, "/I%d %v", image.number, image.ref)
	}
	if p.hints.Len() > 0 {
		p.BeginArtifact()
		p.body.Write(p.hints.Bytes())
		p.End()
	}
	contents := p.file.reserve()
	p.file.stream(contents, "", p.body.Bytes(), false)
	p.file.put(p.ref, fmt.Sprintf("<</Type/Page/Parent %v/Contents %v/StructParents %d/Tabs/S/Resources<</Font<<%s>>/XObject<<%s>>>>>>",
		p.file.pagesRef, contents, p.index, fonts.String(), images.String()))
}

// Box gives a rectangle of the page as Element.Box wants it.
func (p *Page) Box(left, top, width, height float64) *[4]float64 {
	bottom := p.file.info.Height - top - height
	return &[4]float64{left, bottom, left + width, bottom + height}
}
