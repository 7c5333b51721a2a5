package document

import (
	"context"
	"os"
	"strings"

	"edusmart/core/story"
)

// readODP reads an OpenDocument presentation, slide by slide as readPPTX
// does.
func readODP(ctx context.Context, f *os.File, size int64) (*story.Document, error) {
	o, err := openODF(ctx, f, size)
	if err != nil {
		return nil, err
	}
	o.fixed = true
	slides := 0
	err = o.content("office:presentation", func(n *node) error {
		if n.name != "draw:page" {
			return nil
		}
		o.section = slides
		if slides++; slides > maxPages {
			return bad(sayTooLong, nil)
		}
		return o.slide(n)
	})
	if err != nil {
		return nil, err
	}
	if slides == 0 {
		return nil, bad(sayNoText, nil)
	}
	if o.doc.Title == "" {
		if o.doc.Title, err = o.metaTitle(); err != nil {
			return nil, err
		}
	}
	o.titleFromFirstHeading()
	return o.compose()
}

// odpShape is one shape of a slide with its content.
type odpShape struct {
	shape
	content *node // text box, table or picture frame
}

// slide reads one draw:page.
func (o *odf) slide(page *node) error {
	if style := o.styles.styles[styleKey("drawing-page", page.get("draw:style-name"))]; style != nil && style.unseen {
		return nil
	}
	var found []*odpShape
	for _, k := range page.kids {
		found = o.gather(found, k, 0)
	}
	order := make([]*shape, len(found))
	byShape := make(map[*shape]*odpShape, len(found))
	balance := 0
	for i, s := range found {
		order[i] = &s.shape
		byShape[&s.shape] = s
		balance += letterBalance(s.content.plain())
	}
	readingOrder(order, balance < 0)
	o.guessSlideTitle(order, byShape)
	var picture *shape // that came last
	for _, s := range order {
		if picture != nil && s.isUnder(picture) && o.awaiting > 0 {
			if text := byShape[s].text(o); text != "" && wordCount(text) <= captionSize && byShape[s].content.find("text:list") == nil {
				if err := o.caption(text); err != nil {
					return err
				}
				continue
			}
		}
		if err := o.putSlideShape(byShape[s]); err != nil {
			return err
		}
		if byShape[s].content.kid("draw:image") != nil {
			picture = s
		}
	}
	return o.slideNotes(page.kid("presentation:notes"))
}

// gather collects the shapes of a slide, those of groups too.
func (o *odf) gather(found []*odpShape, n *node, depth int) []*odpShape {
	if depth > 30 {
		return found
	}
	switch n.name {
	case "draw:g", "draw:a":
		for _, k := range n.kids {
			found = o.gather(found, k, depth+1)
		}
	case "draw:frame", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:polygon", "draw:path", "draw:caption":
		class := n.get("presentation:class")
		switch class {
		case "date-time", "footer", "page-number", "header", "page", "handout", "notes":
			return found
		}
		if n.get("presentation:placeholder") == "true" {
			return found
		}
		s := &odpShape{content: n}
		s.box = rect{lengthCM(n.get("svg:x")), lengthCM(n.get("svg:y")), lengthCM(n.get("svg:width")), lengthCM(n.get("svg:height"))}
		s.rank = otherRank
		s.free = class == ""
		switch class {
		case "title":
			s.rank, s.title = titleRank, true
		case "subtitle":
			s.rank = subtitleRank
		}
		found = append(found, s)
	}
	return found
}

// guessSlideTitle takes a short text at the top for the title of a slide
// that has none.
func (o *odf) guessSlideTitle(order []*shape, byShape map[*shape]*odpShape) {
	for _, s := range order {
		if s.title {
			return
		}
	}
	for _, s := range order {
		text := byShape[s].text(o)
		if strings.TrimSpace(text) == "" {
			continue
		}
		text = tidyLines(text)
		s.title = byShape[s].content.find("text:list") == nil && byShape[s].content.find("table:table") == nil &&
			!strings.Contains(text, "\n") && len(text) <= headingBytes &&
			wordCount(text) <= headingWords && !endsSentence(text)
		return
	}
}

// text gives the text of a shape as lines.
func (s *odpShape) text(o *odf) string {
	p := &odfRuns{o: o}
	p.flow(s.content)
	if box := s.content.kid("draw:text-box"); box != nil {
		p.flow(box)
	}
	return p.text.String()
}

func (o *odf) putSlideShape(s *odpShape) error {
	if s.title {
		text := tidy(s.text(o))
		if o.section == 0 {
			return o.title(text)
		}
		return o.heading(1, text)
	}
	p := &odfRuns{o: o}
	p.frame(s.content)
	return p.putAround()
}

// slideNotes reads a slide's speaker notes.
func (o *odf) slideNotes(n *node) error {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name != "draw:frame" || k.get("presentation:class") != "notes" || k.get("presentation:placeholder") == "true" {
			continue
		}
		p := &odfRuns{o: o}
		if box := k.kid("draw:text-box"); box != nil {
			p.flow(box)
		}
		for line := range strings.SplitSeq(p.text.String(), "\n") {
			if err := o.note(line); err != nil {
				return err
			}
		}
	}
	return nil
}

// lengthCM reads a length such as "2.5cm", "1in" or "12pt" in centimetres.
func lengthCM(s string) float64 {
	for unit, cm := range map[string]float64{"cm": 1, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96} {
		if v, ok := strings.CutSuffix(s, unit); ok {
			return float(v) * cm
		}
	}
	return float(s)
}
