package document

import (
	"strings"
	"unicode"
)

// rtfParagraph is how a paragraph is set.
type rtfParagraph struct {
	style     int
	outline   int // 1 to 9; 0: not said; 10: body text
	depth     int // in lists, from 0
	left      int // indent, in twips
	first     int // of the first line, from left
	centred   bool
	inTable   bool
	breakPage bool
}

// word takes the words that set a paragraph.
func (p *rtfParagraph) word(t rtfToken) {
	switch t.word {
	case "pard":
		*p = rtfParagraph{}
	case "s":
		p.style = t.number
	case "outlinelevel":
		p.outline = outlineOf(t.number)
	case "ilvl":
		p.depth = min(max(t.number, 0), 8)
	case "li", "lin":
		p.left = t.number
	case "fi":
		p.first = t.number
	case "qc":
		p.centred = true
	case "ql", "qr", "qj":
		p.centred = false
	case "intbl":
		p.inTable = true
	case "pagebb":
		p.breakPage = !t.given || t.number != 0
	}
}

// rtfRun is the text of a paragraph being read.
type rtfRun struct {
	text   strings.Builder
	bold   int // bytes
	raised strings.Builder
}

// write adds text as the group sets it.
func (p *rtfRun) write(text string, st rtfState) {
	if st.raised > 0 {
		p.raised.WriteString(text)
		return
	}
	p.settle()
	if st.raised < 0 {
		text = lower(text)
	}
	if st.bold {
		p.bold += len(text)
	}
	p.text.WriteString(text)
}

// settle writes raised text that has ended, unless it is the mark of a note.
func (p *rtfRun) settle() {
	if p.raised.Len() == 0 {
		return
	}
	raised := p.raised.String()
	p.raised.Reset()
	if strings.TrimSpace(raised) != "" && !isNoteMark(raised, p.text.String()) {
		p.text.WriteString(raise(raised))
	}
}

// take gives the text and begins a new one.
func (p *rtfRun) take() (text string, strong bool) {
	p.settle()
	text = tidyLines(p.text.String())
	strong = text != "" && p.bold*10 >= len(text)*9
	*p = rtfRun{}
	return text, strong
}

// endParagraph puts in a paragraph, or adds it to the cell it stands in.
func (r *rtf) endParagraph() error {
	marker := r.takeMarker()
	par := r.st.par
	if par.inTable {
		text, _ := r.text.take()
		if text != "" && marker != "" && marker != "•" {
			text = marker + " " + text
		}
		r.cell.WriteString(text + "\n")
		return r.checkText()
	}
	if err := r.endTable(); err != nil {
		return err
	}
	text, strong := r.text.take()
	if par.breakPage || r.newSection && !r.sameSection && text != "" {
		r.breakSection()
	}
	if text != "" {
		r.newSection = false
	}
	if err := r.putPictures(); err != nil {
		return err
	}
	if err := r.putParagraph(text, strong, marker); err != nil {
		return err
	}
	if r.breakAfter {
		r.breakAfter = false
		r.breakSection()
	}
	return nil
}

// takeMarker gives the marker of the list item being read, "" where it is
// none.
func (r *rtf) takeMarker() string {
	marker := tidy(r.small[rtfMarker].String())
	r.small[rtfMarker].Reset()
	if marker == "" {
		return ""
	}
	if kindOfMarker(marker) == noMarker && !strings.ContainsFunc(marker, unicode.IsDigit) || marker == "o" {
		if len([]rune(marker)) == 1 {
			return plainBullet(marker)
		}
	}
	return marker
}

// putParagraph puts in text as what its style, its outline level and its list
// make of it.
func (r *rtf) putParagraph(text string, strong bool, marker string) error {
	par := r.st.par
	what, level := r.roleOf(par.style)
	if par.outline >= 1 && par.outline <= 9 && what == bodyRole {
		what, level = headingRole, par.outline
	}
	if text == "" {
		return nil
	}
	if what == bodyRole && marker == "" && r.isTitle(text, strong) {
		what = titleRole
	}
	if done, err := r.hold(text, what, marker); done || err != nil {
		return err
	}
	switch what {
	case skippedRole:
		return nil
	case titleRole:
		r.titled = true
		return r.title(text)
	case headingRole:
		return r.heading(level, text)
	case captionRole:
		return r.caption(text)
	case bodyRole:
	}
	if marker != "" {
		return r.item(par.depth+1, marker, text)
	}
	if kind, typed, rest := splitMarker(text); kind != noMarker && par.first < 0 && !strings.Contains(text, "\n") {
		return r.item(r.depthOf(par.left), typed, rest)
	}
	if par.left <= 0 {
		r.indents = nil
	}
	return r.paragraph(text, strong)
}

// isTitle tells the title of documents without styles: a short bold line in
// the middle, before all else.
func (r *rtf) isTitle(text string, strong bool) bool {
	return len(r.doc.Blocks) == 0 && strong && r.st.par.centred &&
		wordCount(text) <= headingWords && !strings.Contains(text, "\n") && !endsSentence(text)
}

// hold keeps back short lines in the middle below the title. Where other text
// follows them they are the author's name and the date, which go; where the
// whole text is in the middle they are its beginning.
func (r *rtf) hold(text string, what role, marker string) (done bool, err error) {
	if r.titled && what == bodyRole && marker == "" && r.st.par.centred && len(r.held) < 3 &&
		wordCount(text) <= headingWords && !endsSentence(text) {
		r.held = append(r.held, text)
		return true, nil
	}
	if !r.titled {
		return false, nil
	}
	held := r.held
	r.held, r.titled = nil, false
	if !r.st.par.centred || what != bodyRole {
		return false, nil
	}
	for _, line := range held {
		if err := r.paragraph(line, false); err != nil {
			return false, err
		}
	}
	return false, nil
}

// depthOf gives the level of a typed list item by its indent, from 1.
func (r *rtf) depthOf(left int) int {
	for len(r.indents) > 0 && r.indents[len(r.indents)-1] >= left {
		r.indents = r.indents[:len(r.indents)-1]
	}
	r.indents = append(r.indents, left)
	return len(r.indents)
}

// endCell ends a cell of a table.
func (r *rtf) endCell() error {
	text, _ := r.text.take()
	r.small[rtfMarker].Reset()
	r.cell.WriteString(text)
	if len(r.row) < maxColumns {
		r.row = append(r.row, strings.TrimSpace(r.cell.String()))
	}
	r.cell.Reset()
	return r.putPictures()
}

func (r *rtf) endRow() {
	if len(r.row) > 0 && len(r.rows) < maxRows {
		r.rows = append(r.rows, r.row)
	}
	r.row = nil
}

// endTable puts in the table that has ended.
func (r *rtf) endTable() error {
	r.endRow()
	if len(r.rows) == 0 {
		return nil
	}
	rows := r.rows
	r.rows = nil
	return r.table(squared(rows))
}

// endBox ends a text box: its text stands before the paragraph that it is
// anchored in.
func (r *rtf) endBox() error {
	err := r.endParagraph()
	last := len(r.boxes) - 1
	r.text, r.boxes = r.boxes[last], r.boxes[:last]
	return err
}

// finish ends the last paragraph and the last table.
func (r *rtf) finish() error {
	r.st.par.inTable = false
	if text, _ := r.text.take(); text != "" || len(r.pictures) > 0 {
		r.text.write(text, rtfState{})
		if err := r.endParagraph(); err != nil {
			return err
		}
	}
	for _, line := range r.held {
		if err := r.paragraph(line, false); err != nil {
			return err
		}
	}
	return r.endTable()
}
