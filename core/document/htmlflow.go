package document

import (
	"strings"
)

// web reads the tree of a page, or of one chapter after the other, into a
// composer.
type web struct {
	*composer
	picture func(src, alt, caption string) error // puts in a picture
	isLocal func(href string) bool               // whether a link stays in the document
	anchor  func(id string)                      // is told of every id before what it names; may be nil

	run    webRun
	lists  []webList // that are open
	item   *webItem  // whose text has not come yet
	inText int       // open elements that hold a text: article, section
	plain  int       // open elements whose text is gathered whole: headings, cells
	pre    int       // open elements whose line ends count
	bold   int       // open bold elements
}

// webRun is the text that is not in a block yet, with its pictures.
type webRun struct {
	text     strings.Builder
	bold     int // bytes
	pictures []webPicture
}

type webPicture struct{ src, alt string }

func newWeb(c *composer) *web {
	w := &web{composer: c, isLocal: isAnchor}
	w.picture = w.inlinePicture
	return w
}

// flow reads the children of an element.
func (w *web) flow(n *node) error {
	for _, k := range n.kids {
		if err := w.visit(k); err != nil {
			return err
		}
	}
	return nil
}

// visit reads one node.
func (w *web) visit(n *node) error {
	if n.name == "" {
		w.write(n.text)
		return nil
	}
	if w.leftOut(n) {
		return nil
	}
	if err := w.breakPage(n, "before"); err != nil {
		return err
	}
	if id := n.get("id"); id != "" && w.anchor != nil {
		if blockElements[n.name] {
			if err := w.flush(); err != nil {
				return err
			}
		}
		w.anchor(id)
	}
	if err := w.element(n); err != nil {
		return err
	}
	return w.breakPage(n, "after")
}

// element reads one element that is part of the text.
func (w *web) element(n *node) error {
	switch n.name {
	case "br":
		w.run.text.WriteByte('\n')
		return nil
	case "img":
		w.run.pictures = append(w.run.pictures, webPicture{n.get("src"), n.get("alt")})
		return nil
	case "sup", "sub", "q", "b", "strong":
		return w.styled(n)
	case "math":
		w.run.text.WriteString(formulaLine(n))
		return nil
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return w.headingOf(n)
	case "header":
		return w.headerOf(n)
	case "ul", "ol", "menu", "dir":
		return w.listOf(n)
	case "li":
		return w.itemOf(n)
	case "table":
		return w.tableOf(n)
	case "figure":
		return w.figureOf(n)
	case "figcaption", "caption":
		return w.captionOf(n)
	case "pre", "plaintext":
		w.pre++
		defer func() { w.pre-- }()
		return w.block(n)
	case "article", "section", "main":
		w.inText++
		defer func() { w.inText-- }()
		return w.block(n)
	}
	if blockElements[n.name] {
		return w.block(n)
	}
	return w.flow(n)
}

// block reads an element whose text is a paragraph of its own.
func (w *web) block(n *node) error {
	if err := w.flush(); err != nil {
		return err
	}
	if err := w.flow(n); err != nil {
		return err
	}
	return w.flush()
}

// write adds text as a browser shows it.
func (w *web) write(s string) {
	if w.pre == 0 {
		s = strings.Map(func(r rune) rune {
			switch r {
			case '\n', '\r', '\t', '\f', '\v', '\u0085', '\u2028':
				return ' '
			}
			return r
		}, s)
	}
	if w.bold > 0 {
		w.run.bold += len(s)
	}
	w.run.text.WriteString(s)
}

// styled reads an inline element that changes how its text is read.
func (w *web) styled(n *node) error {
	switch n.name {
	case "b", "strong":
		w.bold++
		defer func() { w.bold-- }()
		return w.flow(n)
	case "q":
		w.write("“")
		if err := w.flow(n); err != nil {
			return err
		}
		w.write("”")
		return nil
	}
	text, err := w.textOf(n)
	if err != nil {
		return err
	}
	switch {
	case n.name == "sub":
		w.write(lower(text))
	case strings.HasPrefix(strings.TrimSpace(text), "[") && strings.HasSuffix(strings.TrimSpace(text), "]"):
		// An editor's mark: "[citation needed]".
	case !isNoteMark(text, w.run.text.String()):
		w.write(raise(text))
	}
	return nil
}

// textOf gives the text of an element, one line for each block in it. Its
// pictures are put in at once.
func (w *web) textOf(n *node) (string, error) {
	outer, item := w.run, w.item
	w.run, w.item = webRun{}, nil
	w.plain++
	err := w.flow(n)
	w.plain--
	text, pictures := w.run.text.String(), w.run.pictures
	w.run, w.item = outer, item
	if err == nil {
		err = w.putPictures(pictures)
	}
	return strings.TrimSpace(text), err
}

// flush ends the paragraph, or the list item, that is being read.
func (w *web) flush() error {
	if w.plain > 0 {
		if w.run.text.Len() > 0 {
			w.run.text.WriteByte('\n')
		}
		return nil
	}
	text, bold, pictures := w.run.text.String(), w.run.bold, w.run.pictures
	w.run = webRun{}
	if err := w.putPictures(pictures); err != nil {
		return err
	}
	if strings.TrimSpace(text) == "" {
		return nil
	}
	if item := w.item; item != nil {
		w.item = nil
		return w.composer.item(item.level, item.marker, text)
	}
	if lines := strings.Split(tidyLines(text), "\n"); len(w.lists) > 0 && markedLines(lines) {
		return w.lines(lines, len(w.lists)+1) // the options of a question
	}
	return w.composer.paragraph(text, bold*10 >= len(strings.TrimSpace(text))*9)
}

func (w *web) putPictures(pictures []webPicture) error {
	for _, p := range pictures {
		if err := w.picture(p.src, p.alt, ""); err != nil {
			return err
		}
	}
	return nil
}

func (w *web) headingOf(n *node) error {
	if w.plain > 0 {
		return w.block(n)
	}
	if err := w.flush(); err != nil {
		return err
	}
	text, err := w.textOf(n)
	if err != nil {
		return err
	}
	w.item = nil
	if anyOf(titleClasses, n.get("class")) {
		return w.title(text)
	}
	return w.heading(int(n.name[1]-'0'), text)
}

var titleClasses = setOf("title")

// headerOf reads the headings of a text's own header. All else in it, and the
// whole of a site's header, is left out.
func (w *web) headerOf(n *node) error {
	if !w.isTitleBlock(n) {
		return nil
	}
	var headings func(n *node) error
	headings = func(n *node) error {
		for _, k := range n.kids {
			var err error
			if formContents[k.name] && len(k.name) == 2 {
				err = w.visit(k)
			} else if !w.leftOut(k) {
				err = headings(k)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
	return headings(n)
}

// figureOf reads a figure: what it shows first, then its caption, wherever
// that stands in it.
func (w *web) figureOf(n *node) error {
	if err := w.flush(); err != nil {
		return err
	}
	var captions []*node
	for _, k := range n.kids {
		if k.name == "figcaption" {
			captions = append(captions, k)
			continue
		}
		if err := w.visit(k); err != nil {
			return err
		}
	}
	if err := w.flush(); err != nil {
		return err
	}
	for _, k := range captions {
		if err := w.captionOf(k); err != nil {
			return err
		}
	}
	return nil
}

func (w *web) captionOf(n *node) error {
	if w.plain > 0 {
		return w.block(n)
	}
	if err := w.flush(); err != nil {
		return err
	}
	text, err := w.textOf(n)
	if err != nil {
		return err
	}
	return w.caption(text)
}

// breakPage begins a new page where a style says that one begins before or
// after an element.
func (w *web) breakPage(n *node, where string) error {
	style := strings.ToLower(n.get("style"))
	if w.plain > 0 || !strings.Contains(style, "break-"+where) {
		return nil
	}
	for declaration := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(declaration, ":")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if strings.HasSuffix(name, "break-"+where) && (value == "always" || value == "page") {
			if err := w.flush(); err != nil {
				return err
			}
			w.breakSection()
		}
	}
	return nil
}
