package document

import (
	"context"
	"errors"
	"os"

	"edusmart/core/story"
)

// readODT reads an OpenDocument text (ISO/IEC 26300, OpenDocument 1.3 part
// 3). Indexes, notes, comments, deletions and hidden text are left out.
func readODT(ctx context.Context, f *os.File, size int64) (*story.Document, error) {
	o, err := openODF(ctx, f, size)
	if err != nil {
		return nil, err
	}
	if err := o.content("office:text", o.block); err != nil {
		return nil, err
	}
	if o.doc.Title == "" {
		if o.doc.Title, err = o.metaTitle(); err != nil {
			return nil, err
		}
	}
	o.fixed = o.soft
	return o.compose()
}

// odf is an OpenDocument file being read.
type odf struct {
	*composer
	archive *archive
	styles  odfStyles
	lists   map[string]*odfList // by xml:id, for lists that continue another
	last    map[string]*odfList // by style
	soft    bool                // the program has noted where its pages ended
}

// openODF opens an OpenDocument file and reads the styles of its styles.xml.
func openODF(ctx context.Context, f *os.File, size int64) (*odf, error) {
	a, err := openArchive(ctx, f, size)
	if err != nil {
		return nil, err
	}
	if err := refuseEncryptedODF(a); err != nil {
		return nil, err
	}
	o := &odf{
		composer: newComposer(ctx), archive: a, styles: newODFStyles(),
		lists: map[string]*odfList{}, last: map[string]*odfList{},
	}
	root, err := a.optional("styles.xml")
	if err != nil {
		return nil, err
	}
	o.styles.read(root.kid("office:styles"))
	o.styles.read(root.kid("office:automatic-styles"))
	return o, nil
}

// refuseEncryptedODF looks into the manifest, which names the parts that need
// a password.
func refuseEncryptedODF(a *archive) error {
	root, err := a.optional("META-INF/manifest.xml")
	if err != nil {
		return err
	}
	if root.find("manifest:encryption-data") != nil {
		return encrypted(nil)
	}
	return nil
}

// content reads content.xml: its styles, and then every child of the element
// named body.
func (o *odf) content(body string, f func(*node) error) error {
	// The automatic styles come before the text, but in a tree of their own:
	// the part is read twice so that the text need never be in memory whole.
	if err := o.contentWalk("office:automatic-styles", func(n *node) error {
		o.styles.one(n)
		return nil
	}); err != nil && (o.ctx.Err() != nil || o.archive.left < 0) {
		return err
	}
	return o.contentWalk(body, f)
}

func (o *odf) contentWalk(parent string, f func(*node) error) error {
	rc, err := o.archive.open("content.xml")
	if err != nil {
		if errors.Is(err, errMissingPart) {
			return damaged(err)
		}
		return err
	}
	defer rc.Close()
	return newXML(o.ctx, rc).walk(parent, f)
}

func (o *odf) metaTitle() (string, error) {
	root, err := o.archive.optional("meta.xml")
	if err != nil {
		return "", err
	}
	return plausibleTitle(root.find("dc:title").plain()), nil
}

// block reads one child of the text, of a section, of a text box.
func (o *odf) block(n *node) error {
	switch n.name {
	case "text:h":
		return o.paragraphOf(n, headingRole, atoi(n.get("text:outline-level")))
	case "text:p":
		r, level := o.styles.roleOf(n.get("text:style-name"))
		return o.paragraphOf(n, r, level)
	case "text:list":
		return o.listOf(n, nil, 1)
	case "table:table":
		return o.tableOf(n)
	case "text:section":
		if n.get("text:display") == "none" || n.get("text:is-hidden") == "true" {
			return nil
		}
		return o.blocks(n)
	case "text:numbered-paragraph", "draw:text-box", "text:list-header", "loext:table-cell":
		return o.blocks(n)
	case "text:soft-page-break":
		o.soft = true
		o.breakSection()
	case "draw:frame", "draw:g", "draw:custom-shape", "draw:rect", "draw:a", "draw:ellipse":
		p := &odfRuns{o: o}
		p.frame(n)
		return p.putAround()
	}
	// Indexes, bibliographies, tracked changes and declarations hold nothing
	// to be read aloud.
	return nil
}

func (o *odf) blocks(n *node) error {
	for _, k := range n.kids {
		if err := o.block(k); err != nil {
			return err
		}
	}
	return nil
}

// paragraphOf reads a paragraph or heading and what is anchored in it.
func (o *odf) paragraphOf(n *node, r role, level int) error {
	style := n.get("text:style-name")
	if o.styles.hidden(style) {
		return nil
	}
	if o.styles.breaksBefore(style) {
		o.breakSection()
	}
	p := &odfRuns{o: o, base: o.styles.bold(style)}
	p.read(n)
	if p.breakBefore {
		o.breakSection()
	}
	if err := p.put(r, level); err != nil {
		return err
	}
	if o.styles.breaksAfter(style) || p.breakAfter {
		o.breakSection()
	}
	return nil
}

// put puts in a paragraph: the pictures before its text, the text, the rest.
func (p *odfRuns) put(r role, level int) error {
	before, after := splitPictures(p.pictures)
	p.pictures = before
	if err := p.putPictures(); err != nil {
		return err
	}
	text := p.text.String()
	var err error
	switch r {
	case skippedRole:
	case titleRole:
		err = p.o.title(text)
	case headingRole:
		err = p.o.heading(level, text)
	case captionRole:
		err = p.o.caption(text)
	case bodyRole:
		err = p.o.paragraph(text, len(text) > 0 && p.bold*10 >= len(text)*9)
	}
	if err != nil {
		return err
	}
	p.pictures = after
	return p.putAround()
}

// putAround puts in pictures and text boxes.
func (p *odfRuns) putAround() error {
	if err := p.putPictures(); err != nil {
		return err
	}
	for _, box := range p.boxes {
		if err := p.o.blocks(box); err != nil {
			return err
		}
	}
	return nil
}

func (p *odfRuns) putPictures() error {
	for _, pic := range p.pictures {
		if err := p.o.archive.picture(p.o.composer, pic.id, pic.alt, ""); err != nil {
			return err
		}
	}
	return nil
}

// tableOf reads a table; places that a spanning cell covers are empty.
func (o *odf) tableOf(n *node) error {
	trs := flatRows(n, "table:table-row")
	if len(trs) == 1 {
		if cells := flatRows(trs[0], "table:table-cell"); len(cells) == 1 {
			return o.blocks(cells[0])
		}
	}
	var rows [][]string
	for _, tr := range trs {
		var row []string
		for _, k := range tr.kids {
			if k.name != "table:table-cell" && k.name != "table:covered-table-cell" {
				continue
			}
			text, err := o.cell(k)
			if err != nil {
				return err
			}
			repeat := min(max(atoi(k.get("table:number-columns-repeated")), 1), maxColumns)
			for range repeat {
				if len(row) < maxColumns {
					row = append(row, text)
				}
			}
		}
		rows = append(rows, row)
	}
	return o.table(squared(rows))
}

// cell gives a cell's text; its pictures are put in at once.
func (o *odf) cell(n *node) (string, error) {
	if n.name == "table:covered-table-cell" {
		return "", nil
	}
	p := &odfRuns{o: o}
	p.flow(n)
	if err := p.putPictures(); err != nil {
		return "", err
	}
	for _, box := range p.boxes {
		inner := &odfRuns{o: o}
		inner.flow(box)
		p.text.WriteString("\n" + inner.text.String())
	}
	return p.text.String(), nil
}
