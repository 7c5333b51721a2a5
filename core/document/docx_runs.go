package document

import (
	"strings"
)

// docxRuns gathers the runs of one paragraph.
type docxRuns struct {
	d        *docx
	text     strings.Builder
	bold     int // bytes of text that are bold
	base     bool
	pictures []docxPicture
	boxes    []*node // contents of text boxes
	err      error

	breakBefore bool
	breaksAfter int
	hiddenStyle bool
}

type docxPicture struct {
	id  string // relationship
	alt string
	at  int // bytes of text before it
}

func (d *docx) newRun(style string) *docxRuns {
	p := &docxRuns{d: d}
	d.chain(style, func(s *docxStyle) bool {
		p.base = p.base || s.bold
		p.hiddenStyle = p.hiddenStyle || s.hidden
		return false
	})
	return p
}

// allBold reports whether nearly the whole paragraph is bold.
func (p *docxRuns) allBold() bool {
	return p.text.Len() > 0 && p.bold*10 >= p.text.Len()*9
}

// pageBreak notes a page break at this place of the paragraph. Word writes
// the break that was asked for and, after it, the one that it then made: they
// are one.
func (p *docxRuns) pageBreak(yes, rendered bool) {
	if !yes {
		return
	}
	p.d.rendered = p.d.rendered || rendered
	if strings.TrimSpace(p.text.String()) == "" && len(p.pictures) == 0 {
		p.breakBefore = true
		return
	}
	p.breaksAfter++
}

// runs reads the inline content of n: a paragraph, a link, an insertion.
func (p *docxRuns) runs(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "w:r":
			p.run(k)
		case "w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:dir", "w:bdo":
			p.runs(k)
		case "w:sdt":
			if content := k.kid("w:sdtContent"); content != nil {
				p.runs(content)
			}
		case "w:fldSimple":
			if !hidesResult(k.get("w:instr")) {
				p.runs(k)
			}
		case "m:oMath", "m:oMathPara":
			p.write(formulaLine(k), false)
		case "mc:AlternateContent":
			if choice := k.kid("mc:Choice"); choice != nil {
				p.runs(choice)
			}
		}
	}
}

// run reads one run: w:r.
func (p *docxRuns) run(n *node) {
	rpr := n.kid("w:rPr")
	if rpr.kid("w:vanish").on() || rpr.kid("w:webHidden").on() || p.hiddenStyle && rpr.kid("w:vanish") == nil || p.d.hiddenRun(rpr) {
		p.breaksOnly(n)
		return
	}
	bold := p.base
	if b := rpr.kid("w:b"); b != nil {
		bold = b.on()
	}
	raised := rpr.kid("w:vertAlign").get("w:val")
	for _, k := range n.kids {
		switch k.name {
		case "w:fldChar":
			p.field(k.get("w:fldCharType"))
		case "w:instrText":
			if fields := p.d.fields; len(fields) > 0 && fields[len(fields)-1].code.Len() < 4096 {
				fields[len(fields)-1].code.WriteString(k.plain())
			}
		case "w:lastRenderedPageBreak":
			p.pageBreak(true, true)
		default:
			if !p.inHiddenField() {
				p.piece(k, bold, raised)
			}
		}
	}
}

// breaksOnly keeps the page breaks of a run whose text is hidden.
func (p *docxRuns) breaksOnly(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "w:fldChar":
			p.field(k.get("w:fldCharType"))
		case "w:lastRenderedPageBreak":
			p.pageBreak(true, true)
		}
	}
}

// hiddenRun reports whether a character style hides a run.
func (d *docx) hiddenRun(rpr *node) (yes bool) {
	if id := rpr.kid("w:rStyle").get("w:val"); id != "" {
		d.chain(id, func(s *docxStyle) bool {
			yes = s.hidden
			return yes
		})
	}
	return yes
}

// piece reads one child of a run.
func (p *docxRuns) piece(k *node, bold bool, raised string) {
	switch k.name {
	case "w:t", "m:t":
		text := k.plain()
		switch {
		case raised == "superscript" && isNoteMark(text, p.text.String()):
			return
		case raised == "superscript":
			text = raise(text)
		case raised == "subscript":
			text = lower(text)
		}
		p.write(text, bold)
	case "w:tab", "w:ptab":
		p.write(" ", bold)
	case "w:cr":
		p.write("\n", bold)
	case "w:br":
		if k.get("w:type") == "page" {
			p.pageBreak(true, false)
		} else {
			p.write("\n", bold)
		}
	case "w:noBreakHyphen":
		p.write("-", bold)
	case "w:sym":
		if strings.Contains(strings.ToLower(k.get("w:font")), "wingdings") && p.text.Len() == 0 {
			p.write("• ", bold)
		}
	case "w:ruby":
		if base := k.kid("w:rubyBase"); base != nil {
			p.runs(base)
		}
	case "w:drawing":
		p.drawing(k)
	case "w:pict", "w:object":
		p.vml(k)
	case "mc:AlternateContent":
		branch := k.kid("mc:Choice")
		if branch == nil {
			branch = k.kid("mc:Fallback")
		}
		if branch != nil {
			for _, inner := range branch.kids {
				p.piece(inner, bold, raised)
			}
		}
	}
}

func (p *docxRuns) write(s string, bold bool) {
	p.text.WriteString(s)
	if bold {
		p.bold += len(s)
	}
}

// maxFields bounds how deep fields may be nested.
const maxFields = 64

// field follows a complex field: its code and its result are runs between
// characters that begin, separate and end it.
func (p *docxRuns) field(kind string) {
	d := p.d
	switch kind {
	case "begin":
		if len(d.fields) < maxFields {
			d.fields = append(d.fields, docxField{})
		}
	case "separate":
		if n := len(d.fields); n > 0 {
			f := &d.fields[n-1]
			f.result = true
			f.hidden = hidesResult(f.code.String())
		}
	case "end":
		if n := len(d.fields); n > 0 {
			d.fields = d.fields[:n-1]
		}
	}
}

// inHiddenField reports whether what stands here is a field's code or a
// result that is not to be read.
func (p *docxRuns) inHiddenField() bool {
	for i := range p.d.fields {
		if f := &p.d.fields[i]; !f.result || f.hidden {
			return true
		}
	}
	return false
}

// hidesResult tells the fields whose result is not part of the text: tables
// of contents, page numbers, bibliographies.
func hidesResult(code string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(code), " ")
	switch strings.ToUpper(word) {
	case "TOC", "INDEX", "TOA", "PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "NOTEREF", "BIBLIOGRAPHY", "XE", "TC", "FILENAME", "DATE", "TIME", "PRINTDATE", "SAVEDATE":
		return true
	}
	return false
}

// drawing reads a DrawingML object: pictures with the description of the
// object, text boxes and groups of both.
func (p *docxRuns) drawing(n *node) {
	for _, place := range n.kids {
		props := place.kid("wp:docPr")
		if on := props.get("hidden"); on == "1" || on == "true" {
			continue
		}
		alt := describe(props)
		place.all("a:blip", func(blip *node) {
			p.pictures = append(p.pictures, docxPicture{blip.get("r:embed"), alt, p.text.Len()})
		})
		place.all("wps:txbx", func(box *node) {
			if content := box.kid("w:txbxContent"); content != nil {
				p.boxes = append(p.boxes, content)
			}
		})
	}
}

// describe gives the description of a drawing's properties, or else its title.
func describe(props *node) string {
	if d := props.get("descr"); d != "" {
		return d
	}
	return props.get("title")
}

// vml reads the older form of pictures and text boxes.
func (p *docxRuns) vml(n *node) {
	n.all("v:textbox", func(box *node) {
		if content := box.kid("w:txbxContent"); content != nil {
			p.boxes = append(p.boxes, content)
		}
	})
	var visit func(*node, string)
	visit = func(n *node, alt string) {
		if a := n.get("alt"); a != "" {
			alt = a
		}
		if n.name == "v:imagedata" {
			p.pictures = append(p.pictures, docxPicture{n.get("r:id"), alt, p.text.Len()})
		}
		for _, k := range n.kids {
			visit(k, alt)
		}
	}
	visit(n, "")
}

// splitPictures parts those that stand before a paragraph's text from those
// within or after it.
func splitPictures(all []docxPicture) (before, after []docxPicture) {
	for _, p := range all {
		if p.at == 0 {
			before = append(before, p)
		} else {
			after = append(after, p)
		}
	}
	return before, after
}

func (d *docx) putPictures(all []docxPicture) error {
	for _, p := range all {
		if err := d.archive.picture(d.composer, d.rels[p.id].target, p.alt, ""); err != nil {
			return err
		}
	}
	return nil
}
