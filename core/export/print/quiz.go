package print

import (
	"fmt"
	"strings"

	"edusmart/core/export/print/pdf"
	"edusmart/core/story"
)

// section begins a part of the handout with a heading of its own.
func (h *handout) section(title string) (*pdf.Element, []strip, error) {
	section := h.root.Add(pdf.Section)
	heading, err := h.paragraph(section.Add(pdf.Heading2), []string{title}, h.language, h.full(), style{20, 1.3, pdf.Ink{Bold: bold}})
	return section, keepAll(heading), err
}

// glossary sets each term with what it means below it.
func (h *handout) glossary() ([]block, error) {
	if len(h.story.Glossary) == 0 {
		return nil, nil
	}
	section, heading, err := h.section(h.words.Glossary)
	if err != nil {
		return nil, err
	}
	list := section.Add(pdf.List)
	list.Numbering = "None"
	strips := spaced(30, heading)
	strong := h.body
	strong.line, strong.ink.Bold = 1.35, bold
	for _, t := range h.story.Glossary {
		item := list.Add(pdf.ListItem)
		entry, err := h.paragraph(item.Add(pdf.Label), []string{t.Term}, h.language, h.full(), strong)
		if err != nil {
			return nil, err
		}
		meaning, err := h.paragraph(item.Add(pdf.ListBody), []string{t.Definition}, h.language, h.full(), style{h.body.size, 1.4, h.body.ink})
		if err != nil {
			return nil, err
		}
		if entry = append(keepAll(entry), meaning...); len(entry) == 0 {
			continue
		}
		entry[0].ops = append(entry[0].ops, h.rule(h.full(), -3.5, 0.5))
		strips = append(strips, spaced(8, entry)...)
	}
	return []block{{strips: strips, title: h.words.Glossary, level: 2}}, nil
}

// optionLetter is how an option is called, as on the projector.
func optionLetter(i int) string { return string(rune('A' + i)) }

// quiz sets the questions on a sheet of their own, which can be handed out
// alone.
func (h *handout) quiz() ([]block, error) {
	if len(h.story.Quiz) == 0 {
		return nil, nil
	}
	section, strips, err := h.section(h.words.Questions)
	if err != nil {
		return nil, err
	}
	name, err := h.nameLine(section)
	if err != nil {
		return nil, err
	}
	name.keep = true
	list := section.Add(pdf.List)
	list.Numbering = "Decimal"
	blocks := []block{{strips: append(strips, spaced(8, []strip{name})...), fresh: true, title: h.words.Questions, level: 2}}
	for i := range h.story.Quiz {
		question, err := h.question(list, i)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			blocks[0].strips = append(blocks[0].strips, question...)
			continue
		}
		blocks = append(blocks, block{strips: question})
	}
	return blocks, nil
}

// labelled sets a label and, beside it, what makes the body of its item.
func (h *handout) labelled(item *pdf.Element, label string, st style, body func(in *pdf.Element, at column) ([]strip, error)) ([]strip, error) {
	wide := 2.2 * h.body.size
	mark, err := h.paragraph(item.Add(pdf.Label), []string{label}, h.language, column{0, wide}, st)
	if err != nil {
		return nil, err
	}
	rest, err := body(item.Add(pdf.ListBody), column{wide, h.width - wide})
	if err != nil || len(rest) == 0 {
		return mark, err
	}
	rest[0].ops = append(rest[0].ops, stack(mark).ops...)
	return rest, nil
}

func (h *handout) question(list *pdf.Element, i int) ([]strip, error) {
	strong := h.body
	strong.line, strong.ink.Bold = 1.35, bold
	q := &h.story.Quiz[i]
	strips, err := h.labelled(list.Add(pdf.ListItem), fmt.Sprintf("%d.", i+1), strong, func(in *pdf.Element, at column) ([]strip, error) {
		strips, err := h.paragraph(in.Add(pdf.Paragraph), []string{q.Question}, h.language, at, strong)
		if err != nil {
			return nil, err
		}
		strips = keepAll(strips)
		options := in.Add(pdf.List)
		options.Numbering = "UpperAlpha"
		for k, text := range q.Options {
			option, err := h.option(options.Add(pdf.ListItem), k, text, at)
			if err != nil {
				return nil, err
			}
			strips = append(strips, spaced(5, option)...)
		}
		return strips, nil
	})
	return spaced(20, strips), err
}

// option sets an option with its letter in a ring to mark.
func (h *handout) option(item *pdf.Element, k int, text string, at column) ([]strip, error) {
	const radius = 8.5
	mark, err := h.shape([]string{optionLetter(k)}, "en")
	if err != nil {
		return nil, err
	}
	label, order := item.Add(pdf.Label), h.next()
	inset := 2*radius + 9
	body, err := h.paragraph(item.Add(pdf.ListBody), []string{text}, h.language, column{at.start + inset, at.width - inset}, h.body)
	if err != nil {
		return nil, err
	}
	if len(body) == 0 {
		body = []strip{{height: h.body.size * h.body.line}}
	}
	l := mark.Lay(2*radius, 10, 1)
	centre := h.leftOf(column{at.start, 2 * radius}) + radius
	x := centre - float64(l.Lines[0].Left+l.Lines[0].Right)/2
	middle := body[0].height / 2
	body[0].ops = append(body[0].ops,
		op{element: label, order: order, draw: func(page *pdf.Page, top float64) {
			h.letters.show(page, l, 0, x, top+middle+3.6, pdf.Ink{})
		}},
		op{dy: middle, draw: func(page *pdf.Page, top float64) { page.Ring(centre, top, radius, 0.8, greyText) }})
	return body, nil
}

// The answers are for the teacher, and smaller than what pupils read.
var (
	teacher       = style{10.5, 1.4, pdf.Ink{}}
	teacherStrong = style{10.5, 1.4, pdf.Ink{Bold: bold}}
)

// answers sets the answers on a sheet that stays with the teacher.
func (h *handout) answers() ([]block, error) {
	planned := h.answered()
	if len(h.story.Quiz) == 0 && len(planned) == 0 {
		return nil, nil
	}
	section, strips, err := h.section(h.words.Answers)
	if err != nil {
		return nil, err
	}
	about, err := h.paragraph(section.Add(pdf.Paragraph), []string{h.about()}, h.language, h.full(), h.small)
	if err != nil {
		return nil, err
	}
	blocks := []block{{strips: append(strips, keepAll(about)...), fresh: true, title: h.words.Answers, level: 2}}
	add := func(strips []strip, err error) error {
		if len(blocks) == 1 && len(blocks[0].strips) > 0 && blocks[0].strips[len(blocks[0].strips)-1].keep {
			blocks[0].strips = append(blocks[0].strips, strips...)
		} else {
			blocks = append(blocks, block{strips: strips})
		}
		return err
	}
	if len(h.story.Quiz) > 0 {
		list := section.Add(pdf.List)
		list.Numbering = "Decimal"
		for i := range h.story.Quiz {
			if err := add(h.answer(list.Add(pdf.ListItem), i)); err != nil {
				return nil, err
			}
		}
	}
	for _, a := range planned {
		if err := add(h.plannedAnswer(section, a)); err != nil {
			return nil, err
		}
	}
	return blocks, nil
}

// about says which story the answers are to, and what it was made from.
func (h *handout) about() string {
	if h.story.Source.Name == "" {
		return titleOf(h.story)
	}
	return titleOf(h.story) + " · " + h.story.Source.Name
}

// answer sets the right option of a question, why it is right, and where that
// stands.
func (h *handout) answer(item *pdf.Element, i int) ([]strip, error) {
	q := &h.story.Quiz[i]
	strips, err := h.labelled(item, fmt.Sprintf("%d.", i+1), teacherStrong, func(in *pdf.Element, at column) ([]strip, error) {
		var strips []strip
		for _, line := range []struct {
			text string
			style
		}{
			{h.lettered(q), teacherStrong},
			{q.Explanation, teacher},
			{h.whereFrom(q), h.small},
		} {
			if strings.TrimSpace(line.text) == "" {
				continue
			}
			more, err := h.paragraph(in.Add(pdf.Paragraph), []string{line.text}, h.language, at, line.style)
			if err != nil {
				return nil, err
			}
			strips = append(strips, keepAll(more)...)
		}
		strips[len(strips)-1].keep = false
		return strips, nil
	})
	return spaced(13, strips), err
}

// lettered is the right option with its letter, in the direction of the story
// even where neither has a letter of it.
func (h *handout) lettered(q *story.Question) string {
	s := optionLetter(q.Answer) + "\u2002" + q.Options[q.Answer]
	if h.rtl {
		return rightToLeftMark + s
	}
	return s
}

// whereFrom says which page of the story and of the document a question is
// about.
func (h *handout) whereFrom(q *story.Question) string {
	var parts []string
	for i := range h.story.Pages {
		if q.Page != "" && h.story.Pages[i].ID == q.Page {
			parts = append(parts, fmt.Sprintf(h.words.page, i+1))
		}
	}
	if q.SourcePage > 0 {
		parts = append(parts, fmt.Sprintf(h.words.source, q.SourcePage))
	}
	return strings.Join(parts, " · ")
}

// planned is a stop question of a page that has an answer.
type planned struct {
	page int
	stop story.Stop
}

func (h *handout) answered() []planned {
	var all []planned
	for i := range h.story.Pages {
		for _, stop := range h.story.Pages[i].Stops {
			if strings.TrimSpace(stop.Question) != "" && strings.TrimSpace(stop.Answer) != "" {
				all = append(all, planned{i, stop})
			}
		}
	}
	return all
}

// plannedAnswer sets a stop question again, with its answer.
func (h *handout) plannedAnswer(in *pdf.Element, a planned) ([]strip, error) {
	var strips []strip
	for _, line := range []struct {
		text string
		style
	}{
		{a.stop.Question, teacherStrong}, {a.stop.Answer, teacher}, {fmt.Sprintf(h.words.page, a.page+1), h.small},
	} {
		more, err := h.paragraph(in.Add(pdf.Paragraph), []string{line.text}, h.language, h.full(), line.style)
		if err != nil {
			return nil, err
		}
		strips = append(strips, keepAll(more)...)
	}
	strips[len(strips)-1].keep = false
	return spaced(13, strips), nil
}
