package document

import (
	"cmp"
	"context"
	"errors"
	"os"
	"slices"

	"edusmart/core/story"
)

// readPPTX reads a PowerPoint presentation (ECMA-376 part 1,
// PresentationML). A slide is a page: its title the heading, then its shapes
// in reading order, its speaker notes last. Slides that are hidden keep their
// number and are left empty.
func readPPTX(ctx context.Context, f *os.File, size int64) (*story.Document, error) {
	a, err := openArchive(ctx, f, size)
	if err != nil {
		return nil, err
	}
	main, err := a.mainPart("ppt/presentation.xml")
	if err != nil {
		return nil, err
	}
	p := &pptx{composer: newComposer(ctx), archive: a, masters: map[string]*slideMaster{}}
	p.fixed = true
	slides, err := p.slides(main)
	if err != nil {
		return nil, err
	}
	for i, part := range slides {
		p.section = i
		if err := p.slide(part); err != nil {
			return nil, err
		}
	}
	if p.doc.Title == "" {
		if p.doc.Title, err = a.coreTitle(); err != nil {
			return nil, err
		}
	}
	p.titleFromFirstHeading()
	return p.compose()
}

// pptx is a presentation being read.
type pptx struct {
	*composer
	archive *archive
	masters map[string]*slideMaster // layouts by part
}

// slides gives the parts of the slides in their order.
func (p *pptx) slides(main string) ([]string, error) {
	root, err := p.archive.xmlTree(main)
	if err != nil {
		return nil, damaged(err)
	}
	rels, err := p.archive.relationsOf(main)
	if err != nil {
		return nil, err
	}
	var parts []string
	list := root.kid("p:sldIdLst")
	if list == nil {
		return nil, bad(sayNoText, errors.New("no slides"))
	}
	for _, k := range list.kids {
		if k.name != "p:sldId" {
			continue
		}
		if target := rels[k.get("r:id")].target; target != "" {
			parts = append(parts, target)
		}
	}
	switch {
	case len(parts) == 0:
		return nil, bad(sayNoText, errors.New("no slides"))
	case len(parts) > maxPages:
		return nil, bad(sayTooLong, nil)
	}
	return parts, nil
}

// slide reads one slide. A slide whose part is missing stays empty.
func (p *pptx) slide(part string) error {
	root, err := p.archive.optional(part)
	if err != nil || root == nil {
		return err
	}
	if show := root.get("show"); show == "0" || show == "false" {
		return nil
	}
	rels, err := p.archive.relationsOf(part)
	if err != nil {
		return err
	}
	layout, err := p.layout(rels.byKind("slideLayout"))
	if err != nil {
		return err
	}
	s := &slideReader{pptx: p, rels: rels, layout: layout}
	s.gather(root.path("p:cSld", "p:spTree"), identity, 0)
	if err := s.put(); err != nil {
		return err
	}
	return p.notes(rels.byKind("notesSlide"))
}

// notes reads a slide's speaker notes: the body of its notes page, or, where
// a program wrote none, the text boxes on it.
func (p *pptx) notes(part string) error {
	if part == "" {
		return nil
	}
	root, err := p.archive.optional(part)
	if err != nil {
		return err
	}
	var texts []string
	root.all("p:sp", func(sp *node) {
		if ph := placeholderOf(sp); ph == nil || ph.get("type") == "body" {
			for _, para := range paragraphsOf(sp.kid("p:txBody")) {
				texts = append(texts, para.text)
			}
		}
	})
	for _, text := range texts {
		if err := p.note(text); err != nil {
			return err
		}
	}
	return nil
}

// slideMaster is what slides take over from their layout: the places of its
// placeholders and which of their levels have bullets.
type slideMaster struct {
	places  map[string]rect // by placeholder key
	bullets map[string]bullets
	body    bullets // of the master's body text
}

// bullets says for each level whether it has a bullet: 1 yes, -1 no, 0 not
// said.
type bullets [9]int8

// layout reads a slide layout and its master once.
func (p *pptx) layout(part string) (*slideMaster, error) {
	if m, ok := p.masters[part]; ok {
		return m, nil
	}
	m := &slideMaster{places: map[string]rect{}, bullets: map[string]bullets{}}
	p.masters[part] = m
	if part == "" {
		return m, nil
	}
	rels, err := p.archive.relationsOf(part)
	if err != nil {
		return nil, err
	}
	// The master first: what the layout says counts more.
	for _, name := range []string{rels.byKind("slideMaster"), part} {
		if name == "" {
			continue
		}
		root, err := p.archive.optional(name)
		if err != nil {
			return nil, err
		}
		if style := root.path("p:txStyles", "p:bodyStyle"); style != nil {
			m.body = bulletsOf(style)
		}
		root.path("p:cSld", "p:spTree").all("p:sp", func(sp *node) {
			ph := placeholderOf(sp)
			if ph == nil {
				return
			}
			key := placeholderKey(ph)
			if r, ok := frameOf(sp.path("p:spPr", "a:xfrm")); ok {
				m.places[key] = r
				if _, known := m.places[ph.get("type")]; !known {
					m.places[ph.get("type")] = r
				}
			}
			m.bullets[key] = bulletsOf(sp.path("p:txBody", "a:lstStyle"))
		})
	}
	return m, nil
}

// bulletsOf reads the bullets of a list style.
func bulletsOf(style *node) (b bullets) {
	if style == nil {
		return b
	}
	for _, k := range style.kids {
		if level := levelNumber(k.name); level >= 0 {
			switch {
			case k.kid("a:buNone") != nil:
				b[level] = -1
			case k.kid("a:buChar") != nil || k.kid("a:buAutoNum") != nil || k.kid("a:buBlip") != nil:
				b[level] = 1
			}
		}
	}
	return b
}

// levelNumber gives 0 to 8 for "a:lvl1pPr" to "a:lvl9pPr", else -1.
func levelNumber(name string) int {
	if len(name) == len("a:lvl1pPr") && name[:5] == "a:lvl" && name[6:] == "pPr" && name[5] >= '1' && name[5] <= '9' {
		return int(name[5] - '1')
	}
	return -1
}

// placeholderOf gives a shape's p:ph; nil for what is no placeholder.
func placeholderOf(sp *node) *node {
	for _, k := range sp.kids {
		if ph := k.path("p:nvPr", "p:ph"); ph != nil {
			return ph
		}
	}
	return nil
}

// placeholderKey names a placeholder across slide, layout and master.
func placeholderKey(ph *node) string {
	kind := ph.get("type")
	if kind == "" {
		kind = "body"
	}
	if kind == "ctrTitle" {
		kind = "title"
	}
	return kind + "/" + ph.get("idx")
}

// readingOrder sorts shapes as they are read: titles first, then row by row,
// and within a row from the side where the script begins. Shapes are in one
// row when they overlap for more than half of the lower one's height.
func readingOrder(shapes []*shape, rightToLeft bool) {
	slices.SortStableFunc(shapes, func(a, b *shape) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.box.y, b.box.y))
	})
	for i := 0; i < len(shapes); {
		end := i + 1
		row := shapes[i].box
		for end < len(shapes) && shapes[end].rank == shapes[i].rank && row.sharesRow(shapes[end].box) {
			end++
		}
		slices.SortStableFunc(shapes[i:end], func(a, b *shape) int {
			if rightToLeft {
				a, b = b, a
			}
			return cmp.Compare(a.box.x, b.box.x)
		})
		i = end
	}
}
