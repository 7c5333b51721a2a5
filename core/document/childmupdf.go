package document

// #include "mupdf.h"
import "C"

import (
	"errors"
	"fmt"
	"unsafe"
)

// A pdfText is a PDF open in MuPDF for its text. Only the child has one. It
// is never closed: the child ends with it.
type pdfText struct {
	doc   *C.edu_doc
	pages int
}

var (
	errLocked = errors.New("the document needs a password")
	errOpen   = errors.New("MuPDF cannot open it")
)

// openText opens data, which must neither move nor change while the process
// lives: it is mapped or read memory that the caller keeps.
func openText(data []byte) (*pdfText, error) {
	t := &pdfText{}
	n := C.edu_open((*C.uchar)(unsafe.Pointer(unsafe.SliceData(data))), C.size_t(len(data)), &t.doc)
	switch {
	case n == C.EDU_LOCKED:
		return nil, errLocked
	case n == C.EDU_VERSION:
		return nil, errors.New("go-fitz brings another version of MuPDF than this program was written for")
	case n < 0:
		return nil, fmt.Errorf("%w (%d)", errOpen, int(n))
	}
	t.pages = int(n)
	return t, nil
}

// page gives page n (from 0) in MuPDF's form; the bytes are valid until the
// next call.
func (t *pdfText) page(n int, form C.int) (data []byte, width, height float64, err error) {
	var (
		p    *C.uchar
		size C.size_t
		w, h C.float
	)
	if C.edu_text(t.doc, C.int(n), form, &p, &size, &w, &h) != 0 {
		return nil, float64(w), float64(h), fmt.Errorf("page %d cannot be read", n+1)
	}
	return unsafe.Slice((*byte)(p), int(size)), float64(w), float64(h), nil
}

// spans gives a page as a row of edu_span.
func (t *pdfText) spans(n int) ([]byte, float64, float64, error) { return t.page(n, C.EDU_SPANS) }

// glyphs gives the glyphs of a page in the order of the file.
func (t *pdfText) glyphs(n int) ([]glyph, error) {
	data, _, _, err := t.page(n, C.EDU_GLYPHS)
	if err != nil || len(data) == 0 {
		return nil, err
	}
	raw := unsafe.Slice((*rawGlyph)(unsafe.Pointer(unsafe.SliceData(data))), len(data)/C.sizeof_edu_glyph)
	return glyphsOf(raw), nil
}
