package document

import (
	"strconv"
	"strings"
	"unicode"
)

// rect is a place on a slide, in the units of the file.
type rect struct{ x, y, w, h float64 }

// sharesRow reports whether r and s overlap in height for more than half of
// the lower one.
func (r rect) sharesRow(s rect) bool {
	overlap := min(r.y+r.h, s.y+s.h) - max(r.y, s.y)
	return overlap > 0 && overlap > min(r.h, s.h)/2
}

// affine moves and stretches the coordinates inside a group to those of the
// slide.
type affine struct{ sx, sy, dx, dy float64 }

var identity = affine{1, 1, 0, 0}

func (t affine) apply(r rect) rect {
	return rect{r.x*t.sx + t.dx, r.y*t.sy + t.dy, r.w * t.sx, r.h * t.sy}
}

// frameOf reads a:xfrm or p:xfrm.
func frameOf(xfrm *node) (rect, bool) {
	off, ext := xfrm.kid("a:off"), xfrm.kid("a:ext")
	if off == nil {
		return rect{}, false
	}
	return rect{float(off.get("x")), float(off.get("y")), float(ext.get("cx")), float(ext.get("cy"))}, true
}

func float(s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || v != v || v > 1e12 || v < -1e12 {
		return 0
	}
	return v
}

// shape is one thing on a slide.
type shape struct {
	box     rect
	rank    int // what comes before everything else has less
	title   bool
	main    bool // the title of a title slide
	free    bool // a text box, not a placeholder
	paras   []slideParagraph
	table   [][]string
	picture string // part or relationship target
	alt     string
}

// Ranks of shapes.
const (
	titleRank = iota
	subtitleRank
	otherRank
)

// slideReader reads one slide of a presentation.
type slideReader struct {
	*pptx
	rels   relations
	layout *slideMaster
	shapes []*shape
}

// gather collects the shapes of a tree, with groups resolved.
func (s *slideReader) gather(tree *node, t affine, depth int) {
	if tree == nil || depth > 30 {
		return
	}
	for _, k := range tree.kids {
		if hiddenShape(k) {
			continue
		}
		switch k.name {
		case "p:sp":
			s.text(k, t)
		case "p:pic":
			s.picture(k, t)
		case "p:graphicFrame":
			s.graphic(k, t)
		case "p:grpSp":
			s.gather(k, t.inside(k.path("p:grpSpPr", "a:xfrm")), depth+1)
		case "mc:AlternateContent":
			branch := k.kid("mc:Choice")
			if branch.find("p:sp") == nil && branch.find("p:pic") == nil {
				if fallback := k.kid("mc:Fallback"); fallback != nil {
					branch = fallback
				}
			}
			s.gather(branch, t, depth+1)
		}
	}
}

// inside gives the transformation of what is in a group.
func (t affine) inside(xfrm *node) affine {
	outer, ok := frameOf(xfrm)
	off, ext := xfrm.kid("a:chOff"), xfrm.kid("a:chExt")
	if !ok || off == nil || ext == nil {
		return t
	}
	cw, ch := float(ext.get("cx")), float(ext.get("cy"))
	sx, sy := 1.0, 1.0
	if cw > 0 && ch > 0 {
		sx, sy = outer.w/cw, outer.h/ch
	}
	dx, dy := outer.x-float(off.get("x"))*sx, outer.y-float(off.get("y"))*sy
	return affine{t.sx * sx, t.sy * sy, t.sx*dx + t.dx, t.sy*dy + t.dy}
}

// hiddenShape reports whether a shape's properties hide it.
func hiddenShape(n *node) bool {
	for _, k := range n.kids {
		if h := k.kid("p:cNvPr").get("hidden"); h == "1" || h == "true" {
			return true
		}
	}
	return false
}

// text reads a shape with text.
func (s *slideReader) text(sp *node, t affine) {
	ph := placeholderOf(sp)
	kind := ""
	if ph != nil {
		if kind = ph.get("type"); kind == "" {
			kind = "body"
		}
	}
	switch kind {
	case "dt", "ftr", "sldNum", "hdr", "sldImg":
		return
	}
	body := sp.kid("p:txBody")
	box, placed := frameOf(sp.path("p:spPr", "a:xfrm"))
	if placed {
		box = t.apply(box)
	}
	sh := &shape{box: box, rank: otherRank, free: ph == nil}
	var inherited bullets
	if ph != nil {
		key := placeholderKey(ph)
		if !placed {
			var ok bool
			if sh.box, ok = s.layout.places[key]; !ok {
				sh.box = s.layout.places[strings.TrimSuffix(key, "/"+ph.get("idx"))]
			}
		}
		switch kind {
		case "title", "ctrTitle":
			sh.rank, sh.title, sh.main = titleRank, true, kind == "ctrTitle"
		case "subTitle":
			sh.rank = subtitleRank
		default:
			inherited = s.layout.body
			for i, b := range s.layout.bullets[key] {
				if b != 0 {
					inherited[i] = b
				}
			}
			for i, b := range bulletsOf(body.kid("a:lstStyle")) {
				if b != 0 {
					inherited[i] = b
				}
			}
		}
	}
	sh.paras = markParagraphs(body, inherited)
	if len(sh.paras) > 0 {
		s.shapes = append(s.shapes, sh)
	}
	s.filling(sp, sh.box)
}

// filling takes the picture that a shape is filled with, if the shape has a
// description of its own.
func (s *slideReader) filling(sp *node, box rect) {
	embed := sp.path("p:spPr", "a:blipFill", "a:blip").get("r:embed")
	alt := describe(sp.path("p:nvSpPr", "p:cNvPr"))
	if embed == "" || alt == "" {
		return
	}
	s.shapes = append(s.shapes, &shape{box: box, rank: otherRank, picture: s.rels[embed].target, alt: alt})
}

func (s *slideReader) picture(pic *node, t affine) {
	embed := pic.path("p:blipFill", "a:blip").get("r:embed")
	target := s.rels[embed].target
	if target == "" {
		return
	}
	box, _ := frameOf(pic.path("p:spPr", "a:xfrm"))
	s.shapes = append(s.shapes, &shape{
		box: t.apply(box), rank: otherRank, picture: target,
		alt: describe(pic.path("p:nvPicPr", "p:cNvPr")),
	})
}

// graphic reads a table or the texts of a SmartArt diagram.
func (s *slideReader) graphic(frame *node, t affine) {
	box, _ := frameOf(frame.kid("p:xfrm"))
	sh := &shape{box: t.apply(box), rank: otherRank}
	data := frame.path("a:graphic", "a:graphicData")
	if tbl := data.kid("a:tbl"); tbl != nil {
		sh.table = slideTable(tbl)
		s.shapes = append(s.shapes, sh)
		return
	}
	if ids := data.kid("dgm:relIds"); ids != nil {
		sh.paras = s.diagram(s.rels[ids.get("r:dm")].target)
		if len(sh.paras) > 0 {
			s.shapes = append(s.shapes, sh)
		}
	}
}

// diagram gives the texts of a SmartArt diagram in the order of its data.
func (s *slideReader) diagram(part string) []slideParagraph {
	if part == "" {
		return nil
	}
	root, err := s.archive.optional(part)
	if err != nil {
		return nil
	}
	var paras []slideParagraph
	root.all("dgm:pt", func(pt *node) {
		switch pt.get("type") {
		case "", "node":
			for _, p := range paragraphsOf(pt.kid("dgm:t")) {
				p.level, p.marker = 1, "•"
				paras = append(paras, p)
			}
		}
	})
	return paras
}

// slideTable reads a:tbl; places that a merged cell covers are empty.
func slideTable(tbl *node) [][]string {
	var rows [][]string
	for _, tr := range tbl.kids {
		if tr.name != "a:tr" {
			continue
		}
		var row []string
		for _, tc := range tr.kids {
			if tc.name != "a:tc" || len(row) >= maxColumns {
				continue
			}
			var texts []string
			if tc.get("hMerge") != "1" && tc.get("vMerge") != "1" {
				for _, p := range paragraphsOf(tc.kid("a:txBody")) {
					texts = append(texts, p.text)
				}
			}
			row = append(row, strings.Join(texts, " "))
		}
		rows = append(rows, row)
	}
	return squared(rows)
}

// put puts the shapes of the slide into the document in reading order.
func (s *slideReader) put() error {
	readingOrder(s.shapes, s.rightToLeft())
	s.guessTitle()
	for i, sh := range s.shapes {
		if err := s.putShape(sh, s.shapes[i+1:]); err != nil {
			return err
		}
	}
	return nil
}

// guessTitle takes a short text at the top for the title of a slide that has
// no placeholder for it, as many programs write them.
func (s *slideReader) guessTitle() {
	for _, sh := range s.shapes {
		if sh.title {
			return
		}
	}
	for _, sh := range s.shapes {
		if len(sh.paras) == 0 {
			continue
		}
		text := tidy(sh.paras[0].text)
		sh.title = len(sh.paras) == 1 && sh.paras[0].marker == "" && len(text) <= headingBytes &&
			wordCount(text) <= headingWords && !endsSentence(text)
		return
	}
}

func (s *slideReader) putShape(sh *shape, after []*shape) error {
	switch {
	case sh.table != nil:
		return s.table(sh.table)
	case sh.picture != "":
		if err := s.archive.picture(s.composer, sh.picture, sh.alt, ""); err != nil {
			return err
		}
		for _, next := range after {
			if next.captions(sh) {
				text := next.paras[0].text
				next.paras = nil
				return s.caption(text)
			}
		}
		return nil
	case sh.title:
		return s.putTitle(sh)
	}
	for _, p := range sh.paras {
		var err error
		if p.marker != "" {
			err = s.item(p.level, p.marker, p.text)
		} else {
			err = s.paragraph(p.text, false)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// captionSize is the most words of a text box that is taken for a caption.
const captionSize = 40

// captions reports whether a text box is the caption of a picture: one short
// paragraph close below it.
func (sh *shape) captions(picture *shape) bool {
	return len(sh.paras) == 1 && sh.paras[0].marker == "" && wordCount(sh.paras[0].text) <= captionSize && sh.isUnder(picture)
}

// isUnder reports whether a text box stands close below a picture.
func (sh *shape) isUnder(picture *shape) bool {
	a, b := picture.box, sh.box
	gap := b.y - (a.y + a.h)
	overlap := min(a.x+a.w, b.x+b.w) - max(a.x, b.x)
	return sh.free && !sh.title && gap >= -a.h/5 && gap <= max(b.h, a.h/5) && overlap > min(a.w, b.w)/2
}

func (s *slideReader) putTitle(sh *shape) error {
	var texts []string
	for _, p := range sh.paras {
		texts = append(texts, tidy(p.text))
	}
	text := strings.Join(texts, " ")
	if sh.main && s.section == 0 {
		return s.title(text)
	}
	return s.heading(1, text)
}

// rightToLeft reports whether the slide's script runs from right to left.
func (s *slideReader) rightToLeft() bool {
	balance := 0
	for _, sh := range s.shapes {
		for _, p := range sh.paras {
			balance += letterBalance(p.text)
		}
	}
	return balance < 0
}

// letterBalance counts letters: those of scripts written from left to right, less
// those of the others.
func letterBalance(s string) (balance int) {
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana):
			balance--
		case unicode.IsLetter(r):
			balance++
		}
	}
	return balance
}
