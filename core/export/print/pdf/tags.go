package pdf

import (
	"fmt"
	"strings"
)

// Kind is a standard structure type (ISO 32000-1, 14.8.4).
type Kind string

// The structure types that are used.
const (
	Document  Kind = "Document"
	Section   Kind = "Sect"
	Heading1  Kind = "H1"
	Heading2  Kind = "H2"
	Heading3  Kind = "H3"
	Paragraph Kind = "P"
	Figure    Kind = "Figure"
	List      Kind = "L"
	ListItem  Kind = "LI"
	Label     Kind = "Lbl"
	ListBody  Kind = "LBody"
	Span      Kind = "Span"
)

// Element is one node of the structure tree. The order in which elements are
// added is the order in which the document is read.
type Element struct {
	Kind      Kind
	Language  string      // BCP 47, where it is not that of the element around it
	Alt       string      // of a figure: what it shows
	Numbering string      // of a list: Decimal, UpperAlpha, None
	Box       *[4]float64 // of a figure on its page: left, bottom, right, top

	file   *File
	kids   []*Element
	pieces []piece // of an element without kids
}

// piece is content of a page that belongs to an element.
type piece struct{ page, id int }

// Root is the element of the whole document.
func (f *File) Root() *Element { return f.root }

// Add adds an element as the last within e.
func (e *Element) Add(kind Kind) *Element {
	kid := &Element{Kind: kind, file: e.file}
	e.kids = append(e.kids, kid)
	return kid
}

// closeTree writes the structure tree. Elements without content are left out.
func (f *File) closeTree() ref {
	tree := f.reserve()
	owners := make([][]ref, len(f.pages))
	for i, p := range f.pages {
		owners[i] = make([]ref, p.marks)
	}
	root := f.closeElement(f.root, tree, owners)
	var nums strings.Builder
	for i, list := range owners {
		fmt.Fprintf(&nums, "%d[", i)
		for _, owner := range list {
			fmt.Fprintf(&nums, "%v ", owner)
		}
		nums.WriteString("]")
	}
	parents := f.add("<</Nums[" + nums.String() + "]>>")
	kids := ""
	if root != 0 {
		kids = root.String()
	}
	f.put(tree, fmt.Sprintf("<</Type/StructTreeRoot/K[%s]/ParentTree %v/ParentTreeNextKey %d>>", kids, parents, len(f.pages)))
	return tree
}

func (f *File) closeElement(e *Element, parent ref, owners [][]ref) ref {
	r := f.reserve()
	var kids strings.Builder
	for _, p := range e.pieces {
		owners[p.page][p.id] = r
		fmt.Fprintf(&kids, "<</Type/MCR/Pg %v/MCID %d>>", f.pages[p.page].ref, p.id)
	}
	for _, kid := range e.kids {
		if k := f.closeElement(kid, r, owners); k != 0 {
			fmt.Fprintf(&kids, "%v ", k)
		}
	}
	if kids.Len() == 0 {
		f.put(r, "null")
		return 0
	}
	f.put(r, fmt.Sprintf("<</Type/StructElem/S/%s/P %v%s/K[%s]>>", e.Kind, parent, e.attributes(), kids.String()))
	return r
}

func (e *Element) attributes() string {
	s := ""
	if lang := languageTag(e.Language); lang != "" {
		s += "/Lang " + text(lang)
	}
	if e.Alt != "" {
		s += "/Alt " + text(e.Alt)
	}
	if e.Numbering != "" {
		s += "/A<</O/List/ListNumbering/" + e.Numbering + ">>"
	}
	if b := e.Box; b != nil {
		s += fmt.Sprintf("/A<</O/Layout/Placement/Block/BBox[%s %s %s %s]>>", number(b[0]), number(b[1]), number(b[2]), number(b[3]))
	}
	return s
}

type bookmark struct {
	level int
	title string
	page  int
	top   float64
	at    ref
}

// Bookmark adds a bookmark to a place of a page, in points from its top. Level 1
// is the outermost; a bookmark lies in the one before it that has a lower level.
func (f *File) Bookmark(level int, title string, page *Page, top float64) {
	f.bookmarks = append(f.bookmarks, bookmark{level: level, title: title, page: page.index, top: f.info.Height - top})
}

// closeBookmarks writes the outline and gives its root, 0 where there is none.
func (f *File) closeBookmarks() ref {
	if len(f.bookmarks) == 0 {
		return 0
	}
	root := f.reserve()
	for i := range f.bookmarks {
		f.bookmarks[i].at = f.reserve()
	}
	first, last, count := f.closeLevel(root, 0, len(f.bookmarks))
	f.put(root, fmt.Sprintf("<</Type/Outlines/First %v/Last %v/Count %d>>", first, last, count))
	return root
}

// closeLevel writes the bookmarks from from to to (exclusive) below parent.
func (f *File) closeLevel(parent ref, from, to int) (first, last ref, count int) {
	level := f.bookmarks[from].level
	var starts []int
	for i := from; i < to; i++ {
		if f.bookmarks[i].level <= level {
			level = f.bookmarks[i].level
			starts = append(starts, i)
		}
	}
	for k, i := range starts {
		end := to
		if k+1 < len(starts) {
			end = starts[k+1]
		}
		b := &f.bookmarks[i]
		body := fmt.Sprintf("<</Title %s/Parent %v/Dest[%v/XYZ null %s null]", text(b.title), parent, f.pages[b.page].ref, number(b.top))
		if k > 0 {
			body += fmt.Sprintf("/Prev %v", f.bookmarks[starts[k-1]].at)
		}
		if k+1 < len(starts) {
			body += fmt.Sprintf("/Next %v", f.bookmarks[starts[k+1]].at)
		}
		if i+1 < end {
			within, lastWithin, n := f.closeLevel(b.at, i+1, end)
			body += fmt.Sprintf("/First %v/Last %v/Count %d", within, lastWithin, n)
			count += n
		}
		f.put(b.at, body+">>")
		count++
	}
	return f.bookmarks[starts[0]].at, f.bookmarks[starts[len(starts)-1]].at, count
}
