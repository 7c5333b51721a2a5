package print

import (
	"fmt"
	"strings"

	"edusmart/core/export/content"
	"edusmart/core/export/print/pdf"
	"edusmart/core/story"
)

// handout is a story on its way to paper.
type handout struct {
	composer
	story *story.Story
	words words
	root  *pdf.Element

	title, heading, body, small style
}

// gutter stands between two columns, in points.
const gutter = 22

func (h *handout) full() column { return column{0, h.width} }

// compose sets the whole story.
func (h *handout) compose(progress content.Progress) ([]block, error) {
	head, err := h.head()
	if err != nil {
		return nil, err
	}
	blocks := []block{head}
	for i := range h.story.Pages {
		page, err := h.page(i)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, page)
		progress.Tell(i+1, len(h.story.Pages)+1)
	}
	for _, section := range []func() ([]block, error){h.glossary, h.quiz, h.answers} {
		more, err := section()
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, more...)
	}
	return blocks, nil
}

// head is the title with room for a name.
func (h *handout) head() (block, error) {
	title, err := h.paragraph(h.root.Add(pdf.Heading1), []string{titleOf(h.story)}, h.language, h.full(), h.title)
	if err != nil {
		return block{}, err
	}
	name, err := h.nameLine(h.root)
	if err != nil {
		return block{}, err
	}
	strips := append(keepAll(title), spaced(14, []strip{name})...)
	return block{strips: strips, title: titleOf(h.story), level: 1}, nil
}

// nameLine is where a pupil writes name, class and date.
func (h *handout) nameLine(in *pdf.Element) (strip, error) {
	parts := []struct {
		word  string
		share float64
	}{{h.words.name, 0.5}, {h.words.class, 0.22}, {h.words.date, 0.28}}
	st := style{11, 1.5, pdf.Ink{}}
	e := in.Add(pdf.Paragraph)
	order := h.next()
	var line strip
	start := 0.0
	for i, part := range parts {
		p, err := h.shape([]string{part.word + " "}, h.language)
		if err != nil {
			return strip{}, err
		}
		room := part.share * h.width
		if i < len(parts)-1 {
			room -= gutter / 2
		}
		l := p.Lay(float32(room), float32(st.size), float32(st.line))
		wide := float64(l.Lines[0].Right - l.Lines[0].Left)
		left, within := h.leftOf(column{start, room}), float64(l.Lines[0].Baseline)
		line.ops = append(line.ops, op{element: e, order: order, draw: func(page *pdf.Page, top float64) {
			h.letters.show(page, l, 0, left, top+within, st.ink)
		}}, h.rule(column{start + wide + 6, room - wide - 6}, within+2, 0.6))
		line.height = max(line.height, float64(l.Pitch))
		start += part.share * h.width
	}
	return line, nil
}

// headingOf is the number and the title of a page of the story.
func (h *handout) headingOf(page int) string {
	if title := strings.TrimSpace(h.story.Pages[page].Title); title != "" {
		return fmt.Sprintf("%d\u2003%s", page+1, title)
	}
	return fmt.Sprintf(h.words.page, page+1)
}

// page sets one page of the story.
func (h *handout) page(i int) (block, error) {
	p := &h.story.Pages[i]
	section := h.root.Add(pdf.Section)
	heading, err := h.paragraph(section.Add(pdf.Heading2), []string{h.headingOf(i)}, h.language, h.full(), h.heading)
	if err != nil {
		return block{}, err
	}
	strips := spaced(26, keepAll(heading))
	picture, err := h.figure(section, i)
	if err != nil {
		return block{}, err
	}
	var text []strip
	if h.bilingual(p) {
		text, err = h.pairs(section, p, picture)
	} else {
		text, err = h.text(section, p, picture)
	}
	if err != nil {
		return block{}, err
	}
	strips = append(strips, spaced(8, text)...)
	stops, err := h.stops(section, p)
	if err != nil {
		return block{}, err
	}
	return block{strips: append(strips, stops...), spread: true, title: h.headingOf(i), level: 2}, nil
}

// bilingual reports whether a page has a second language.
func (h *handout) bilingual(p *story.Page) bool {
	if h.story.Also == "" {
		return false
	}
	for _, s := range p.Sentences {
		if s.Also != "" {
			return true
		}
	}
	return false
}

func sentencesOf(p *story.Page) []string {
	texts := make([]string, len(p.Sentences))
	for i, s := range p.Sentences {
		texts[i] = s.Text
	}
	return texts
}

// besideShare is how much of the width a picture beside the text has.
const besideShare = 0.42

// text sets the sentences of a page, beside its picture as far as they fit and
// below it from there on.
func (h *handout) text(in *pdf.Element, p *story.Page, picture *figure) ([]strip, error) {
	all := sentencesOf(p)
	if picture == nil {
		return h.paragraph(in.Add(pdf.Paragraph), all, h.language, h.full(), h.body)
	}
	if picture.wide() {
		text, err := h.paragraph(in.Add(pdf.Paragraph), all, h.language, h.full(), h.body)
		shown := picture.strip(column{0, h.width}, 3.0/2, 0.36*h.tallest)
		shown.keep = true
		return append([]strip{shown}, spaced(8, text)...), err
	}
	side := column{0, besideShare * h.width}
	shown := picture.strip(side, 4.0/5, h.tallest)
	next := column{side.width + gutter, h.width - side.width - gutter}
	fits, err := h.fitting(all, next.width, shown.height)
	if err != nil {
		return nil, err
	}
	beside, err := h.paragraph(in.Add(pdf.Paragraph), all[:fits], h.language, next, h.body)
	if err != nil {
		return nil, err
	}
	for i := range beside {
		// The letters of the first line, not the space above them, are level
		// with the top of the picture.
		beside[i].ops = moved(beside[i].ops, -0.22*h.body.size)
	}
	strips := abreast(h.tallest, []strip{shown}, beside)
	if fits == len(all) {
		return strips, nil
	}
	below, err := h.paragraph(in.Add(pdf.Paragraph), all[fits:], h.language, h.full(), h.body)
	strips[len(strips)-1].keep = true
	return append(strips, spaced(6, below)...), err
}

// fitting gives how many sentences to set beside a picture of a height: all
// where they reach little below it.
func (h *handout) fitting(sentences []string, width, height float64) (int, error) {
	tall := func(n int) (float64, error) {
		var sum float64
		for _, piece := range pieces(sentences[:n]) {
			p, err := h.shape(piece, h.language)
			if err != nil {
				return 0, err
			}
			sum += float64(p.Lay(float32(width), float32(h.body.size), float32(h.body.line)).Height)
		}
		return sum, nil
	}
	whole, err := tall(len(sentences))
	if err != nil || whole <= 1.25*height {
		return len(sentences), err
	}
	low, high := 0, len(sentences)-1
	for low < high {
		mid := (low + high + 1) / 2
		reach, err := tall(mid)
		if err != nil {
			return 0, err
		}
		if reach <= height {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return low, nil
}

// pairs sets the sentences of a page in two columns, a row for each with its
// counterpart in the second language.
func (h *handout) pairs(in *pdf.Element, p *story.Page, picture *figure) ([]strip, error) {
	var strips []strip
	if picture != nil {
		shown := picture.strip(column{0, 0.62 * h.width}, 3.0/2, 0.36*h.tallest)
		lines := column{0.62*h.width + gutter, 0.38*h.width - gutter}
		const pitch = 26
		for y := shown.height; y > pitch; y -= pitch {
			shown.ops = append(shown.ops, h.rule(lines, y-0.6, 0.6))
		}
		shown.keep = true
		strips = []strip{shown}
	}
	half := (h.width - gutter) / 2
	for i, s := range p.Sentences {
		first, err := h.paragraph(in.Add(pdf.Paragraph), []string{s.Text}, h.language, column{0, half}, h.body)
		if err != nil {
			return nil, err
		}
		second, err := h.paragraph(in.Add(pdf.Paragraph), []string{s.Also}, h.story.Also, column{half + gutter, half}, h.body)
		if err != nil {
			return nil, err
		}
		before := 5.0
		if i == 0 {
			before = 8
		}
		strips = append(strips, spaced(before, abreast(h.tallest/2, first, second))...)
	}
	return strips, nil
}

// stops sets the questions that the teacher has planned for a page, with lines
// to write on.
func (h *handout) stops(in *pdf.Element, p *story.Page) ([]strip, error) {
	var all []strip
	for _, stop := range p.Stops {
		if strings.TrimSpace(stop.Question) == "" {
			continue
		}
		const indent, pitch = 14, 25
		asked, err := h.paragraph(in.Add(pdf.Paragraph), []string{stop.Question}, h.language, column{indent, h.width - indent}, style{h.body.size, 1.35, pdf.Ink{Bold: bold}})
		if err != nil {
			return nil, err
		}
		lines := strip{height: 2 * pitch, ops: []op{
			h.rule(column{indent, h.width - indent}, pitch-1, 0.6),
			h.rule(column{indent, h.width - indent}, 2*pitch-1, 0.6),
		}}
		one := abreast(h.tallest/2, append(keepAll(asked), lines))
		if len(one) == 1 {
			one[0].ops = append(one[0].ops, h.rule(column{0, 3}, 0, one[0].height))
		}
		if len(all) == 0 {
			one = spaced(12, one)
		}
		all = append(all, spaced(6, one)...)
	}
	return all, nil
}
