// Package pdf writes tagged PDF 1.7 files (ISO 32000-1): pages of shaped text,
// pictures and rules, with a structure tree, bookmarks and fonts made for the
// file alone. It knows nothing of stories.
//
// The text of a page comes as clusters that are shaped and placed already. For
// each different cluster a font of the file gets one code, whose glyph is
// everything that the cluster draws and whose Unicode value is everything that
// it stands for. So copying and searching give the text as it was written, in
// every script and in every reader, however its letters are joined, stacked or
// reordered.
//
// The same calls give the same bytes.
//
// Called by package print. May import typeset, for outlines.
package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"strconv"
	"time"
)

// Info is what a file says about itself.
type Info struct {
	Title    string
	Language string // BCP 47; empty: unknown
	Creator  string // the program
	Modified time.Time
	// Width and Height of every page, in points.
	Width, Height float64
}

// File is a PDF file that is being written. It belongs to one goroutine. An
// error of the writer is kept and given by Close.
type File struct {
	out  io.Writer
	sum  hash.Hash
	at   int64 // bytes written
	err  error
	info Info

	places []place // of each object, by its number; 0 is none
	plain  []object

	pages     []*Page
	fonts     []*font
	images    int
	root      *Element
	bookmarks []bookmark
	pagesRef  ref
}

// ref is the number of an object.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// place is where an object stands: at an offset of the file, or as one of
// those in an object stream.
type place struct {
	offset int64
	stream ref // 0: at offset
	index  int
}

// object is one that is no stream; they are written together at the end.
type object struct {
	ref  ref
	body string
}

// New begins a file.
func New(w io.Writer, info Info) *File {
	f := &File{out: w, sum: sha256.New(), info: info, places: make([]place, 1)}
	f.root = &Element{Kind: Document, file: f}
	f.pagesRef = f.reserve()
	f.write([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
	return f
}

func (f *File) write(data []byte) {
	if f.err != nil {
		return
	}
	n, err := f.out.Write(data)
	f.at += int64(n)
	f.sum.Write(data)
	f.err = err
}

// reserve gives the number of an object that is to come.
func (f *File) reserve() ref {
	f.places = append(f.places, place{})
	return ref(len(f.places) - 1)
}

// put keeps an object that is no stream.
func (f *File) put(r ref, body string) { f.plain = append(f.plain, object{r, body}) }

// add keeps a new object that is no stream.
func (f *File) add(body string) ref {
	r := f.reserve()
	f.put(r, body)
	return r
}

// stream writes a stream. The dictionary is what stands between its brackets,
// without its length; data is compressed unless the dictionary names a filter.
func (f *File) stream(r ref, dict string, data []byte, filtered bool) {
	if !filtered {
		data = deflate(data)
		dict += "/Filter/FlateDecode"
	}
	f.places[r].offset = f.at
	f.write(fmt.Appendf(nil, "%d 0 obj\n<<%s/Length %d>>\nstream\n", r, dict, len(data)))
	f.write(data)
	f.write([]byte("\nendstream\nendobj\n"))
}

func deflate(data []byte) []byte {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write(data) // a buffer takes everything
	_ = z.Close()
	return packed.Bytes()
}

// Close writes what is shared by all pages and gives the first error of the
// writer.
func (f *File) Close() error {
	kids := ""
	for _, p := range f.pages {
		kids += p.ref.String() + " "
		p.close()
	}
	f.put(f.pagesRef, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 %s %s]>>",
		len(f.pages), kids, number(f.info.Width), number(f.info.Height)))
	for _, font := range f.fonts {
		font.close(f)
	}
	info := f.add(fmt.Sprintf("<</Title %s/Creator %s/Producer %s/CreationDate %s/ModDate %s>>",
		text(f.info.Title), text(f.info.Creator), text(f.info.Creator), date(f.info.Modified), date(f.info.Modified)))
	catalog := fmt.Sprintf("<</Type/Catalog/Pages %v/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot %v/Metadata %v",
		f.pagesRef, f.closeTree(), f.metadata())
	if lang := languageTag(f.info.Language); lang != "" {
		catalog += "/Lang " + text(lang)
	}
	if outlines := f.closeBookmarks(); outlines != 0 {
		catalog += fmt.Sprintf("/Outlines %v/PageMode/UseOutlines", outlines)
	}
	root := f.add(catalog + ">>")
	f.finish(root, info)
	return f.err
}

// perStream is how many objects share an object stream.
const perStream = 200

// finish writes the objects that are no streams, and the table of all.
func (f *File) finish(root, info ref) {
	for from := 0; from < len(f.plain); from += perStream {
		f.objectStream(f.plain[from:min(from+perStream, len(f.plain))])
	}
	table := f.reserve()
	f.places[table].offset = f.at
	var rows bytes.Buffer
	rows.Write([]byte{0, 0, 0, 0, 0, 0xff, 0xff})
	for _, p := range f.places[1:] {
		kind, where, index := byte(1), p.offset, 0
		if p.stream != 0 {
			kind, where, index = 2, int64(p.stream), p.index
		}
		rows.Write([]byte{kind, byte(where >> 24), byte(where >> 16), byte(where >> 8), byte(where), byte(index >> 8), byte(index)})
	}
	at, id := f.at, fmt.Sprintf("<%X>", f.sum.Sum(nil)[:16])
	f.stream(table, fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %v/Info %v/ID[%s%s]", len(f.places), root, info, id, id), rows.Bytes(), false)
	f.write(fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", at))
}

// objectStream writes objects as one stream (7.5.7).
func (f *File) objectStream(objects []object) {
	r := f.reserve()
	var head, bodies bytes.Buffer
	for i, o := range objects {
		f.places[o.ref] = place{stream: r, index: i}
		fmt.Fprintf(&head, "%d %d ", o.ref, bodies.Len())
		bodies.WriteString(o.body)
		bodies.WriteByte('\n')
	}
	first := head.Len()
	head.Write(bodies.Bytes())
	f.stream(r, fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(objects), first), head.Bytes(), false)
}
