package document

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf16"

	"edusmart/core/story"
)

// Limits on RTF.
const (
	maxRTFDepth = 1000    // of nested groups
	maxRTFSmall = 4 << 10 // bytes of a property, a marker, a field's code
)

// readRTF reads Rich Text Format (version 1.9.1). Headers, footers, notes,
// comments, contents and hidden text are left out.
func readRTF(ctx context.Context, f *os.File, size int64) (*story.Document, error) {
	r := newRTF(newComposer(ctx), io.NewSectionReader(f, 0, size))
	if err := r.read(); err != nil {
		return nil, err
	}
	if r.doc.Title == "" {
		r.doc.Title = plausibleTitle(r.small[rtfTitle].String())
	}
	return r.compose()
}

// rtfDest is where the text of a group goes.
type rtfDest int

const (
	rtfBody rtfDest = iota
	rtfSkip
	rtfFonts
	rtfStyles
	rtfInfo
	rtfTitle
	rtfMarker // of a list item
	rtfCode   // of a field
	rtfName   // of a shape's property
	rtfValue
	rtfPicture
	rtfDests // their number
)

// rtfState is what a group passes on to the groups in it.
type rtfState struct {
	dest   rtfDest
	opened bool // dest begins with this group
	outer  rtfDest
	uc     int // bytes that stand for a \u where it is not understood
	font   int
	other  int  // font of right-to-left text, -1 for none
	rtl    bool // the right-to-left font holds
	bold   bool
	hidden bool
	raised int // 1 superscript, -1 subscript
	box    bool
	field  *rtfField
	par    rtfParagraph
}

// rtfField is a field that is open.
type rtfField struct{ code strings.Builder }

// rtf is a document being read.
type rtf struct {
	*composer
	scan  rtfScanner
	stack []rtfState
	st    rtfState
	star  bool // the next word is of a destination that may be skipped

	page    int         // code page
	fonts   map[int]int // code page by font
	deff    int
	styles  map[int]rtfStyle
	style   rtfStyle // that is being defined
	styleAt int

	pending []byte // not decoded yet
	skip    int    // bytes that stand for a \u
	high    rune   // first half of a surrogate pair
	small   [rtfDests]strings.Builder

	text     rtfRun
	boxes    []rtfRun // texts around the text box that is open
	pict     rtfPict
	pictures []rtfPict
	rows     [][]string
	row      []string
	cell     strings.Builder
	indents  []int
	held     []string // lines that may be the author's name
	titled   bool     // the last paragraph was the title, or is held

	newSection, sameSection, breakAfter bool
}

func newRTF(c *composer, src io.Reader) *rtf {
	r := &rtf{
		composer: c, page: westernPage, fonts: map[int]int{}, styles: map[int]rtfStyle{},
		st: rtfState{uc: 1, other: -1},
	}
	r.scan.r = bufio.NewReaderSize(src, 64<<10)
	return r
}

// read reads the outermost group; what follows it is no part of the document.
func (r *rtf) read() error {
	for count := 0; ; count++ {
		if count&1023 == 0 {
			if err := r.ctx.Err(); err != nil {
				return err
			}
		}
		t, err := r.scan.next()
		if errors.Is(err, io.EOF) {
			return damaged(io.ErrUnexpectedEOF)
		}
		if err != nil {
			return unreadable(err)
		}
		if err := r.token(t); err != nil {
			return asInput(err)
		}
		if len(r.stack) == 0 {
			return r.finish()
		}
	}
}

func (r *rtf) token(t rtfToken) error {
	switch t.kind {
	case rtfOpen:
		r.decode()
		r.skip = 0
		if len(r.stack) >= maxRTFDepth {
			return damaged(fmt.Errorf("groups nested more than %d deep", maxRTFDepth))
		}
		r.stack = append(r.stack, r.st)
		r.st.opened, r.star = false, false
	case rtfClose:
		r.decode()
		r.skip, r.star = 0, false
		return r.leave()
	case rtfByte:
		if r.skip > 0 {
			r.skip--
			return nil
		}
		return r.bytes(t.char)
	case rtfText:
		drop := min(r.skip, len(t.text))
		r.skip -= drop
		return r.bytes(t.text[drop:]...)
	case rtfSymbol:
		r.decode()
		r.skip = 0
		return r.symbol(t.word)
	case rtfWord:
		if t.word != "u" {
			r.decode()
			r.skip = 0
		}
		star := r.star
		r.star = false
		return r.word(t, star)
	}
	return nil
}

// leave ends a group.
func (r *rtf) leave() error {
	ended := r.st
	if len(r.stack) == 0 {
		return nil
	}
	r.st = r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	if ended.box && !r.st.box {
		return r.endBox()
	}
	if !ended.opened {
		return nil
	}
	switch ended.dest {
	case rtfPicture:
		r.endPicture()
	case rtfValue:
		r.endProperty()
	default:
	}
	return nil
}

// enter sends the text of the group to dest.
func (r *rtf) enter(dest rtfDest) {
	r.st.outer = r.st.dest
	r.st.dest, r.st.opened = dest, true
}

// bytes takes text in the code page of the font.
func (r *rtf) bytes(b ...byte) error {
	switch r.st.dest {
	case rtfSkip, rtfFonts, rtfInfo:
		return nil
	case rtfPicture:
		r.pict.hex(b)
		return nil
	default:
	}
	r.pending = append(r.pending, b...)
	if len(r.pending) > 64<<10 {
		r.decode()
	}
	return r.checkText()
}

func (r *rtf) checkText() error {
	if r.text.text.Len()+r.cell.Len() > maxText {
		return bad(sayTooLong, errors.New("a paragraph without end"))
	}
	return nil
}

// decode writes the bytes that are pending.
func (r *rtf) decode() {
	if len(r.pending) == 0 {
		return
	}
	text := decodeCodePage(r.codePage(), r.pending)
	r.pending = r.pending[:0]
	r.write(text)
}

// codePage gives the code page of the font that holds.
func (r *rtf) codePage() int {
	font := r.st.font
	if r.st.rtl && r.st.other >= 0 {
		font = r.st.other
	}
	if page := r.fonts[font]; page != 0 {
		return page
	}
	return r.page
}

// unicode takes the number of a \u: a UTF-16 code unit as a signed number.
func (r *rtf) unicode(number int) {
	if r.skip == 0 {
		r.decode()
	}
	r.skip = r.st.uc
	unit := rune(number & 0xffff)
	switch {
	case unit >= 0xd800 && unit < 0xdc00:
		r.high = unit
		return
	case unit >= 0xdc00 && unit < 0xe000:
		if r.high != 0 {
			r.write(string(utf16.DecodeRune(r.high, unit)))
		}
	default:
		if unit >= 0xf020 && unit <= 0xf0ff && r.st.dest == rtfMarker {
			r.write(symbols([]byte{byte(unit)}))
		} else {
			r.write(string(unit))
		}
	}
	r.high = 0
}

// write sends text where the group's text goes.
func (r *rtf) write(text string) {
	switch dest := r.st.dest; dest {
	case rtfBody:
		if !r.st.hidden {
			r.text.write(text, r.st)
		}
	case rtfStyles:
		r.styleName(text)
	case rtfCode:
		if r.st.field != nil && r.st.field.code.Len() < maxRTFSmall {
			r.st.field.code.WriteString(text)
		}
	case rtfTitle, rtfMarker, rtfName, rtfValue:
		if r.small[dest].Len() < maxRTFSmall {
			r.small[dest].WriteString(text)
		}
	case rtfSkip, rtfFonts, rtfInfo, rtfPicture, rtfDests:
	}
}

// symbol takes a control symbol.
func (r *rtf) symbol(s string) error {
	switch s {
	case "*":
		r.star = true
	case "~":
		r.write("\u00a0")
	case "_":
		r.write("-")
	case "{", "}", "\\":
		r.write(s)
	}
	return nil
}
