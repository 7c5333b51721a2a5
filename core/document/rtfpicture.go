package document

import "strings"

// rtfPict is a picture being read.
type rtfPict struct {
	shown bool // PNG or JPEG
	data  []byte
	digit byte // the first of two hexadecimal digits
	half  bool
	alt   string
}

// word takes a control word of a picture.
func (p *rtfPict) word(word string) {
	switch word {
	case "pngblip", "jpegblip":
		p.shown = true
	case "wmetafile", "emfblip", "macpict", "pmmetafile", "dibitmap", "wbitmap":
		p.shown = false
	}
}

// hex takes hexadecimal digits, two a byte, with blanks between them.
func (p *rtfPict) hex(digits []byte) {
	if !p.shown || len(p.data) > maxPicture {
		return
	}
	for _, c := range digits {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			continue
		}
		if p.half {
			p.data = append(p.data, p.digit<<4|c)
		}
		p.digit, p.half = c, !p.half
	}
}

// Write takes the bytes of a picture.
func (p *rtfPict) Write(b []byte) (int, error) {
	if p.shown && len(p.data) <= maxPicture {
		p.data = append(p.data, b...)
	}
	return len(b), nil
}

// endPicture keeps a picture for the paragraph that it stands in.
func (r *rtf) endPicture() {
	if p := r.pict; p.shown && len(r.pictures) < maxFigures {
		r.pictures = append(r.pictures, p)
	}
	r.pict = rtfPict{}
}

// endProperty takes a property of a picture or a shape. A shape's description
// stands before its picture or after it.
func (r *rtf) endProperty() {
	if strings.TrimSpace(r.small[rtfName].String()) != "wzDescription" {
		return
	}
	alt := r.small[rtfValue].String()
	inPicture := r.st.dest == rtfPicture
	for i := len(r.stack) - 1; i >= 0 && !inPicture; i-- {
		inPicture = r.stack[i].dest == rtfPicture
	}
	if last := len(r.pictures) - 1; !inPicture && last >= 0 && r.pictures[last].alt == "" {
		r.pictures[last].alt = alt
		return
	}
	r.pict.alt = alt
}

// putPictures puts in the pictures of a paragraph.
func (r *rtf) putPictures() error {
	pictures := r.pictures
	r.pictures, r.pict.alt = nil, ""
	for _, p := range pictures {
		if err := r.figure(p.data, p.alt, ""); err != nil {
			return err
		}
	}
	return nil
}
