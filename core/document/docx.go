package document

import (
	"context"
	"os"
	"strings"

	"edusmart/core/story"
)

// readDOCX reads a Word document (ECMA-376 part 1, WordprocessingML). Headers,
// footers, notes and comments are parts of their own and never read; what is
// deleted, hidden or made by a field of contents is left out.
func readDOCX(ctx context.Context, f *os.File, size int64) (*story.Document, error) {
	a, err := openArchive(ctx, f, size)
	if err != nil {
		return nil, err
	}
	main, err := a.mainPart("word/document.xml")
	if err != nil {
		return nil, err
	}
	d := &docx{composer: newComposer(ctx), archive: a}
	if d.rels, err = a.relationsOf(main); err != nil {
		return nil, err
	}
	if err := d.readStyles(); err != nil {
		return nil, err
	}
	if d.lists, err = readNumbering(a, d.rels.byKind("numbering")); err != nil {
		return nil, err
	}
	rc, err := a.open(main)
	if err != nil {
		return nil, damaged(err)
	}
	defer rc.Close()
	if err := newXML(ctx, rc).walk("w:body", d.block); err != nil {
		return nil, err
	}
	if d.doc.Title == "" {
		if d.doc.Title, err = a.coreTitle(); err != nil {
			return nil, err
		}
	}
	d.fixed = d.rendered
	return d.compose()
}

// docx is a Word document being read.
type docx struct {
	*composer
	archive *archive
	rels    relations
	styles  map[string]*docxStyle
	normal  string // id of the default paragraph style
	lists   *numbering

	fields   []docxField // that are open, which may span paragraphs
	rendered bool        // Word has noted where its pages ended
}

// docxField is a complex field that is open.
type docxField struct {
	code   strings.Builder
	result bool // its code is over and its result runs
	hidden bool // its result is not to be read
}

// docxStyle is one style of styles.xml.
type docxStyle struct {
	name     string // built-in styles have English names in every language
	basedOn  string
	outline  int // 1 to 9; 0: not said
	hasList  bool
	numID    string
	level    int
	bold     bool
	hidden   bool
	breakFor bool // page break before
}

func (d *docx) readStyles() error {
	d.styles = map[string]*docxStyle{}
	part := d.rels.byKind("styles")
	if part == "" {
		return nil
	}
	root, err := d.archive.optional(part)
	if err != nil || root == nil {
		return err
	}
	for _, k := range root.kids {
		if k.name != "w:style" {
			continue
		}
		ppr, rpr := k.kid("w:pPr"), k.kid("w:rPr")
		s := &docxStyle{
			name:     strings.ToLower(k.kid("w:name").get("w:val")),
			basedOn:  k.kid("w:basedOn").get("w:val"),
			bold:     rpr.kid("w:b").on(),
			hidden:   rpr.kid("w:vanish").on(),
			breakFor: ppr.kid("w:pageBreakBefore").on(),
		}
		if o := ppr.kid("w:outlineLvl"); o != nil {
			s.outline = outlineLevel(o)
		}
		if num := ppr.kid("w:numPr"); num != nil {
			s.hasList = true
			s.numID = num.kid("w:numId").get("w:val")
			s.level = atoi(num.kid("w:ilvl").get("w:val"))
		}
		id := k.get("w:styleId")
		d.styles[id] = s
		if k.get("w:type") == "paragraph" && (k.get("w:default") == "1" || k.get("w:default") == "true") {
			d.normal = id
		}
	}
	return nil
}

// outlineLevel reads w:outlineLvl as 1 to 9; body text is 10.
func outlineLevel(n *node) int {
	if v := atoi(n.get("w:val")); v >= 0 && v <= 8 && n.get("w:val") != "" {
		return v + 1
	}
	return 10
}

// chain calls f with a style and those it is based on until f says stop.
func (d *docx) chain(id string, f func(*docxStyle) (stop bool)) {
	for range 20 { // styles may be based on each other in a circle
		s := d.styles[id]
		if s == nil || f(s) {
			return
		}
		id = s.basedOn
	}
}

// role is what a paragraph's style makes of it.
type role int

const (
	bodyRole role = iota
	headingRole
	titleRole
	captionRole
	skippedRole
)

// roleOf tells a style's role and, of a heading, its level.
func (d *docx) roleOf(id string) (r role, level int) {
	d.chain(id, func(s *docxStyle) bool {
		switch name := s.name; {
		case name == "title":
			r = titleRole
		case strings.HasPrefix(name, "toc ") || name == "table of figures" || strings.HasPrefix(name, "index ") ||
			name == "footnote text" || name == "endnote text" || name == "header" || name == "footer" ||
			name == "author" || name == "date" || name == "toc heading":
			r = skippedRole
		case name == "caption" || strings.HasSuffix(name, " caption"):
			r = captionRole
		case s.outline >= 1 && s.outline <= 9:
			r, level = headingRole, s.outline
		case strings.HasPrefix(name, "heading "):
			if level = atoi(strings.TrimPrefix(name, "heading ")); level >= 1 && level <= 9 {
				r = headingRole
			}
		case s.outline == 10:
			return true
		}
		return r != bodyRole
	})
	return r, level
}

// block reads one child of the body, of a text box or of a content control.
func (d *docx) block(n *node) error {
	switch n.name {
	case "w:p":
		return d.paragraphOf(n)
	case "w:tbl":
		return d.tableOf(n)
	case "w:sdt":
		gallery := n.path("w:sdtPr", "w:docPartObj", "w:docPartGallery").get("w:val")
		switch gallery {
		case "Table of Contents", "Bibliographies", "Table of Figures", "Table of Tables":
			return nil
		}
		return d.blocks(n.kid("w:sdtContent"))
	case "w:ins", "w:moveTo", "w:customXml", "w:smartTag":
		return d.blocks(n)
	case "mc:AlternateContent":
		return d.blocks(n.kid("mc:Choice"))
	case "m:oMathPara":
		return d.composer.paragraph(n.plain(), false)
	}
	return nil
}

func (d *docx) blocks(n *node) error {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if err := d.block(k); err != nil {
			return err
		}
	}
	return nil
}

// paragraphOf reads a paragraph and puts in what it holds: page breaks before
// its text, the pictures anchored in it, the text, and then text boxes and
// later page breaks.
func (d *docx) paragraphOf(n *node) error {
	ppr := n.kid("w:pPr")
	style := ppr.kid("w:pStyle").get("w:val")
	if style == "" {
		style = d.normal
	}
	p := d.newRun(style)
	p.pageBreak(ppr.kid("w:pageBreakBefore").on() || d.styleBreaks(style), false)
	p.runs(n)
	if p.err != nil {
		return p.err
	}
	if p.breakBefore {
		d.breakSection()
	}
	before, after := p.pictures, []docxPicture(nil)
	if strings.TrimSpace(p.text.String()) != "" {
		// A picture set into a paragraph with text belongs beside the text.
		before, after = splitPictures(p.pictures)
	}
	if err := d.putPictures(before); err != nil {
		return err
	}
	if err := d.putText(ppr, style, p); err != nil {
		return err
	}
	if err := d.putPictures(after); err != nil {
		return err
	}
	for _, box := range p.boxes {
		if err := d.blocks(box); err != nil {
			return err
		}
	}
	for range p.breaksAfter {
		d.breakSection()
	}
	return nil
}

func (d *docx) styleBreaks(style string) (yes bool) {
	d.chain(style, func(s *docxStyle) bool {
		yes = s.breakFor
		return yes
	})
	return yes
}

// putText puts in a paragraph's text as what its style, its outline level and
// its list make of it.
func (d *docx) putText(ppr *node, style string, p *docxRuns) error {
	text := p.text.String()
	r, level := d.roleOf(style)
	if o := ppr.kid("w:outlineLvl"); o != nil && r == bodyRole {
		if level = outlineLevel(o); level <= 9 {
			r = headingRole
		}
	}
	marker, depth, listed := d.markerOf(ppr, style)
	if strings.TrimSpace(text) == "" {
		return nil
	}
	switch r {
	case skippedRole:
		return nil
	case titleRole:
		return d.title(text)
	case headingRole:
		return d.heading(level, text)
	case captionRole:
		return d.caption(text)
	case bodyRole:
	}
	if listed {
		return d.item(depth, marker, text)
	}
	return d.composer.paragraph(text, p.allBold())
}

// markerOf gives a paragraph's list marker. Headings that are numbered count
// too, so that what is numbered after them is right.
func (d *docx) markerOf(ppr *node, style string) (marker string, depth int, listed bool) {
	numID, level := "", 0
	if num := ppr.kid("w:numPr"); num != nil {
		numID = num.kid("w:numId").get("w:val")
		level = atoi(num.kid("w:ilvl").get("w:val"))
	} else {
		d.chain(style, func(s *docxStyle) bool {
			numID, level = s.numID, s.level
			return s.hasList
		})
	}
	if numID == "" || numID == "0" {
		return "", 0, false
	}
	marker, ok := d.lists.next(numID, level)
	return marker, level + 1, ok
}
