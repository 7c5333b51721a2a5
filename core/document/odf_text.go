package document

import (
	"strings"
)

// odfRuns gathers the inline content of one paragraph.
type odfRuns struct {
	o        *odf
	text     strings.Builder
	base     bool
	bold     int // bytes of text that are bold
	pictures []docxPicture
	boxes    []*node

	breakBefore, breakAfter bool
}

// read reads inline content.
func (p *odfRuns) read(n *node) {
	for _, k := range n.kids {
		p.inline(k)
	}
}

func (p *odfRuns) write(s string) {
	p.text.WriteString(s)
	if p.base {
		p.bold += len(s)
	}
}

func (p *odfRuns) inline(k *node) {
	switch k.name {
	case "":
		// White space in the file, line ends too, is one space.
		p.write(oneSpace(k.text))
	case "text:s":
		p.write(" ")
	case "text:tab":
		p.write(" ")
	case "text:line-break":
		p.write("\n")
	case "text:soft-page-break":
		p.o.soft = true
		if strings.TrimSpace(p.text.String()) == "" {
			p.breakBefore = true
		} else {
			p.breakAfter = true
		}
	case "text:span":
		p.span(k)
	case "text:a", "text:meta", "text:meta-field", "text:ruby", "text:ruby-base", "draw:a",
		"text:sequence", "text:title", "text:subject", "text:user-defined", "text:text-input",
		"text:bookmark-ref", "text:sequence-ref", "text:conditional-text", "text:variable-set",
		"text:variable-get", "text:expression", "text:placeholder", "text:keywords", "text:user-field-get":
		p.read(k)
	case "text:hidden-text", "text:hidden-paragraph", "text:note", "text:note-ref", "text:ruby-text",
		"office:annotation", "office:annotation-end", "text:page-number", "text:page-count",
		"text:bibliography-mark", "text:date", "text:time":
		// Not text of the lesson.
	case "draw:frame", "draw:g", "draw:custom-shape", "draw:rect", "draw:ellipse":
		p.frame(k)
	}
}

// span reads text with a style of its own: hidden, raised, lowered, bold.
func (p *odfRuns) span(k *node) {
	style := styleKey("text", k.get("text:style-name"))
	if p.o.styles.hidden(style) {
		return
	}
	inner := &odfRuns{o: p.o, base: p.base || p.o.styles.bold(style)}
	inner.read(k)
	text := inner.text.String()
	switch position := p.o.styles.position(style); {
	case position > 0 && isNoteMark(text, p.text.String()):
		text = ""
	case position > 0:
		text = raise(text)
	case position < 0:
		text = lower(text)
	}
	for _, pic := range inner.pictures {
		pic.at += p.text.Len()
		p.pictures = append(p.pictures, pic)
	}
	p.boxes = append(p.boxes, inner.boxes...)
	p.breakAfter = p.breakAfter || inner.breakAfter || inner.breakBefore
	p.text.WriteString(text)
	if inner.bold > 0 {
		p.bold += len(text)
	}
}

// oneSpace collapses runs of white space, which OpenDocument writes text:s
// for where they are meant.
func oneSpace(s string) string {
	if !strings.ContainsAny(s, "\t\n\r") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' {
			return ' '
		}
		return r
	}, s)
}

// formula reads an object that is one: a part of its own, in MathML.
func (p *odfRuns) formula(n *node) {
	name := strings.Trim(strings.TrimPrefix(n.get("xlink:href"), "./"), "/")
	if name == "" {
		return
	}
	// What cannot be read leaves its sentence without it, as a picture would.
	root, err := p.o.archive.optional(name + "/content.xml")
	if err != nil || root == nil {
		return
	}
	for _, math := range []*node{root, root.find("math"), root.find("math:math")} {
		if math != nil && local(math) == "math" {
			p.text.WriteString(formulaLine(math))
			return
		}
	}
}

// frame reads a picture with its title and description, a text box, or a
// group of them.
func (p *odfRuns) frame(n *node) {
	alt := strings.TrimSpace(n.kid("svg:desc").plain())
	if alt == "" {
		alt = strings.TrimSpace(n.kid("svg:title").plain())
	}
	for _, k := range n.kids {
		switch k.name {
		case "draw:object":
			p.formula(k)
		case "draw:image":
			if n.kid("table:table") != nil || n.kid("draw:object") != nil {
				continue // the preview of a table or a formula
			}
			if part := strings.TrimPrefix(k.get("xlink:href"), "./"); part != "" && p.o.archive.has(part) {
				p.pictures = append(p.pictures, docxPicture{part, alt, p.text.Len()})
				alt = ""
			}
		case "draw:text-box", "table:table":
			p.boxes = append(p.boxes, k)
			if k.name == "table:table" {
				p.boxes[len(p.boxes)-1] = &node{name: "draw:text-box", kids: []*node{k}}
			}
		case "draw:frame", "draw:g", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:a":
			p.frame(k)
		case "text:p", "text:list":
			p.boxes = append(p.boxes, &node{name: "draw:text-box", kids: []*node{k}})
		}
	}
}

// flow reads block content as lines of text: a table's cell.
func (p *odfRuns) flow(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "text:p", "text:h":
			if p.text.Len() > 0 {
				p.write("\n")
			}
			p.read(k)
		case "text:list", "text:list-item", "text:section", "text:list-header", "table:table",
			"table:table-row", "table:table-cell", "table:table-header-rows", "table:table-rows":
			p.flow(k)
		case "draw:frame", "draw:g":
			p.frame(k)
		}
	}
}

// odfList counts the items of a list and of those in it.
type odfList struct {
	style  string
	counts [maxListLevels + 1]int // of each level, from 1
}

// listOf reads a list at a depth from 1; outer is the list it stands in.
func (o *odf) listOf(n *node, outer *odfList, depth int) error {
	if depth > 30 {
		return nil
	}
	list := o.countersOf(n, outer, depth)
	level := min(depth, maxListLevels)
	for _, k := range n.kids {
		switch k.name {
		case "text:list-header":
			if err := o.blocks(k); err != nil {
				return err
			}
		case "text:list-item":
			if start := k.get("text:start-value"); start != "" {
				list.counts[level] = atoi(start) - 1
			}
			if err := o.listItem(k, list, depth); err != nil {
				return err
			}
		}
	}
	return nil
}

// countersOf finds the counters that a list goes on with: those of the list
// around it, those of one that it continues, or new ones.
func (o *odf) countersOf(n *node, outer *odfList, depth int) *odfList {
	style := n.get("text:style-name")
	list := outer
	switch {
	case outer != nil:
		if style != "" {
			list = &odfList{style: style, counts: outer.counts}
		}
		list.counts[min(depth, maxListLevels)] = 0
	case n.get("text:continue-numbering") == "true" && o.last[style] != nil:
		list = o.last[style]
	case o.lists[n.get("text:continue-list")] != nil:
		list = o.lists[n.get("text:continue-list")]
	default:
		list = &odfList{style: style}
	}
	if outer == nil {
		o.last[style] = list
	}
	for _, a := range n.attr {
		if strings.HasSuffix(a.name, "id") && len(o.lists) < maxBlocks {
			o.lists[a.value] = list
		}
	}
	return list
}

// listItem reads one item: its first paragraph carries the marker.
func (o *odf) listItem(n *node, list *odfList, depth int) error {
	level := min(depth, maxListLevels)
	marked := false
	for _, k := range n.kids {
		var err error
		switch {
		case k.name == "text:list":
			err = o.listOf(k, list, depth+1)
		case (k.name == "text:p" || k.name == "text:h") && !marked:
			marked, err = o.itemParagraph(k, list, level)
		default:
			err = o.block(k)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// itemParagraph reads the paragraph that carries an item's marker. A heading
// in a list is only numbered, not listed; an empty paragraph uses no number.
func (o *odf) itemParagraph(k *node, list *odfList, level int) (marked bool, err error) {
	if k.name == "text:h" {
		return true, o.block(k)
	}
	style := k.get("text:style-name")
	if o.styles.hidden(style) {
		return false, nil
	}
	if r, _ := o.styles.roleOf(style); r == headingRole || r == titleRole {
		return true, o.block(k)
	}
	p := &odfRuns{o: o}
	p.read(k)
	if p.breakBefore {
		o.breakSection()
	}
	if err := p.putPictures(); err != nil {
		return false, err
	}
	if strings.TrimSpace(p.text.String()) != "" {
		list.counts[level]++
		marker := o.styles.marker(list, level)
		if marker == "" {
			err = o.composer.paragraph(p.text.String(), false)
		} else {
			err = o.item(level, marker, p.text.String())
		}
		marked = true
	}
	if err != nil {
		return marked, err
	}
	for _, box := range p.boxes {
		if err := o.blocks(box); err != nil {
			return marked, err
		}
	}
	if p.breakAfter {
		o.breakSection()
	}
	return marked, nil
}
