// Package slides writes a story as a presentation (PowerPoint, Impress,
// Keynote): a slide a page with its picture, its text and its narration, a
// slide a question, the glossary, and the teacher's notes where the presenter
// sees them.
//
// Called by package export. May import content, sound, story, typeset
// and model.
package slides

import (
	"context"
	"fmt"
	"io"
	"strings"

	"edusmart/core/export/content"
	"edusmart/core/model"
	"edusmart/core/story"
)

// Write writes the presentation.
func Write(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress) error {
	s := c.Story
	if len(s.Pages)+len(s.Quiz)+len(s.Glossary) == 0 {
		return model.Errorf("write slides", model.Input, "This story has no pages, so there is nothing to put on slides.", nil)
	}
	d := &deck{content: c, archive: content.NewArchive(w, s.Created), language: s.Language, pictures: map[string]string{}}
	steps := 1 + len(s.Pages) + len(s.Quiz)
	title, err := d.titleSlide(ctx)
	if err != nil {
		return err
	}
	d.add(title)
	for i := range s.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		progress.Tell(i+1, steps)
		one, err := d.pageSlide(ctx, i)
		if err != nil {
			return err
		}
		d.add(one)
	}
	for i := range s.Quiz {
		if err := ctx.Err(); err != nil {
			return err
		}
		progress.Tell(1+len(s.Pages)+i, steps)
		one, err := d.questionSlide(ctx, i)
		if err != nil {
			return err
		}
		d.add(one)
	}
	terms, err := d.glossarySlides(ctx)
	if err != nil {
		return err
	}
	for _, one := range terms {
		d.add(one)
	}
	d.finish()
	progress.Tell(steps, steps)
	return d.archive.Close()
}

// deck is a presentation in the making.
type deck struct {
	content  *content.Content
	archive  *content.Archive
	language string
	slides   int
	media    int
	pictures map[string]string // by their names in the story
	icon     string            // of the button that plays
}

// slide is a slide before it is written: its shapes in the order in which they
// are read, and what the teacher alone sees.
type slide struct {
	shapes []string
	notes  []string // paragraphs
	sound  int      // the number of the shape that plays; 0: none
	parts  []relation
}

// shape adds the shape that draw writes for its number, and gives the number.
func (s *slide) shape(draw func(id int) string) int {
	id := len(s.shapes) + 2 // 1 is the slide itself
	s.shapes = append(s.shapes, draw(id))
	return id
}

// relate names a part that the slide uses, and gives the name.
func (s *slide) relate(kind, target string) string {
	s.parts = append(s.parts, relation{kind, target})
	return fmt.Sprintf("rId%d", len(s.parts)+firstParts)
}

// firstParts is how many parts every slide has before those of its own: the
// layout and the notes.
const firstParts = 2

// put writes a media file and gives its place as slides name it.
func (d *deck) put(ending string, data []byte) string {
	d.media++
	name := fmt.Sprintf("media/media%d.%s", d.media, ending)
	d.archive.AddPacked("ppt/"+name, data)
	return "../" + name
}

// titleSlide shows the title beside the story's first picture.
func (d *deck) titleSlide(ctx context.Context) (*slide, error) {
	s, left := &slide{}, 0.0
	for i := range d.content.Story.Pages {
		var err error
		if left, err = d.addPicture(s, i); err != nil {
			return nil, err
		}
		if left > 0 {
			break
		}
	}
	box := place{left + titleMargin, 130, slideWidth - left - 2*titleMargin, 180}
	title := []paragraph{{text: orUntitled(d.content.Story.Title), bold: true}}
	size, err := d.fit(ctx, box, 44, 18, title)
	if err != nil {
		return nil, err
	}
	title[0].size = size
	s.shape(func(id int) string { return d.textShape(id, "Title", "ctrTitle", box, "b", title) })
	line := fmt.Sprintf("Grade %d", d.content.Story.Grade)
	if d.content.Story.Grade == 0 {
		line = "Kindergarten"
	}
	below := place{box.x, 324, box.w, 50}
	s.shape(func(id int) string {
		return d.textShape(id, "Subtitle", "subTitle", below, "t", []paragraph{{text: line, size: 22, quiet: true, language: "en"}})
	})
	if name := content.OneLine(d.content.Story.Source.Name); name != "" {
		s.notes = append(s.notes, "Made from "+name+" with EduSmart.")
	}
	return s, nil
}

func orUntitled(title string) string {
	if title = content.OneLine(title); title != "" {
		return title
	}
	return "Story"
}

// pageSlide makes the slide of page i.
func (d *deck) pageSlide(ctx context.Context, i int) (*slide, error) {
	p, s := &d.content.Story.Pages[i], &slide{}
	left, err := d.addPicture(s, i)
	if err != nil {
		return nil, err
	}
	box := place{left + textMargin, 28, slideWidth - left - 2*textMargin, 56}
	title := content.OneLine(p.Title)
	if title == "" {
		title = fmt.Sprintf("Page %d", i+1)
	}
	size, err := d.fit(ctx, box, 22, 12, []paragraph{{text: title}})
	if err != nil {
		return nil, err
	}
	s.shape(func(id int) string {
		return d.textShape(id, "Title", "title", box, "b", []paragraph{{text: title, size: size, quiet: true}})
	})
	box = place{box.x, 92, box.w, slideHeight - 92 - 56}
	text := d.pageText(p)
	if size, err = d.fit(ctx, box, pageLetters, 12, text); err != nil {
		return nil, err
	}
	for k := range text {
		text[k].size = size
	}
	s.shape(func(id int) string { return d.textShape(id, "Text", "body", box, "ctr", text) })
	if err := d.addSound(ctx, s, i); err != nil {
		return nil, err
	}
	s.notes = pageNotes(p)
	return s, nil
}

// pageText is the text of a page: one running paragraph, or, in two
// languages, a sentence a paragraph with its counterpart below.
func (d *deck) pageText(p *story.Page) []paragraph {
	also := d.content.Story.Also
	two := false
	for _, s := range p.Sentences {
		two = two || also != "" && s.Also != ""
	}
	if !two {
		return []paragraph{{text: content.OneLine(p.Text())}}
	}
	var all []paragraph
	for _, s := range p.Sentences {
		all = append(all, paragraph{text: content.OneLine(s.Text)})
		if s.Also != "" {
			all = append(all, paragraph{text: content.OneLine(s.Also), quiet: true, language: also})
		}
	}
	return all
}

// addPicture puts page i's picture on the left and gives where the rest
// begins. A picture that bears it is cropped to the height of the slide.
func (d *deck) addPicture(s *slide, i int) (left float64, err error) {
	data, mime, err := d.content.Picture(i)
	if err != nil || data == nil {
		return 0, err
	}
	p := &d.content.Story.Pages[i]
	w, h, err := pictureSize(data)
	if err != nil {
		return 0, fmt.Errorf("picture of page %d: %w", i+1, err)
	}
	if d.pictures[p.Picture] == "" {
		d.pictures[p.Picture] = d.put(map[string]string{"image/png": "png", "image/jpeg": "jpg"}[mime], data)
	}
	rel := s.relate("image", d.pictures[p.Picture])
	left = slideWidth * pictureShare
	alt := content.OneLine(p.Alt)
	s.shape(func(id int) string {
		return pictureShape(id, alt, rel, placePicture(w, h, place{0, 0, left, slideHeight}, p.Fit == story.Whole))
	})
	return left, nil
}

// pageNotes are what the teacher sees beside a page: the notes, the planned
// questions, and what of the document the sentences rest on.
func pageNotes(p *story.Page) []string {
	var notes []string
	for line := range strings.SplitSeq(content.Plain(p.Notes), "\n") {
		if line = content.OneLine(line); line != "" {
			notes = append(notes, line)
		}
	}
	for _, stop := range p.Stops {
		line := fmt.Sprintf("Stop after sentence %d: %s", stop.After+1, content.OneLine(stop.Question))
		if stop.Answer != "" {
			line += " Answer: " + content.OneLine(stop.Answer)
		}
		notes = append(notes, line)
	}
	for i, s := range p.Sentences {
		if s.Quote == "" && s.SourcePage == 0 {
			continue
		}
		line := fmt.Sprintf("Sentence %d", i+1)
		if s.SourcePage > 0 {
			line += fmt.Sprintf(" (document page %d)", s.SourcePage)
		}
		if quote := content.OneLine(s.Quote); quote != "" {
			line += ": " + quote
		}
		notes = append(notes, line)
	}
	return notes
}

// questionSlide makes the slide of question i; its answer is in the notes.
func (d *deck) questionSlide(ctx context.Context, i int) (*slide, error) {
	q, s := d.content.Story.Quiz[i], &slide{}
	question := []paragraph{{text: content.OneLine(q.Question)}}
	if question[0].text == "" {
		question[0].text = fmt.Sprintf("Question %d", i+1)
	}
	box := place{textMargin, 36, slideWidth - 2*textMargin, 150}
	size, err := d.fit(ctx, box, pageLetters, 14, question)
	if err != nil {
		return nil, err
	}
	question[0].size, question[0].bold = size, true
	s.shape(func(id int) string { return d.textShape(id, "Question", "title", box, "ctr", question) })
	var options []paragraph
	for k, o := range q.Options {
		options = append(options, paragraph{text: fmt.Sprintf("%c.  %s", 'A'+k, content.OneLine(o)), after: 8})
	}
	box = place{textMargin + 12, 200, slideWidth - 2*textMargin - 24, slideHeight - 200 - 30}
	if size, err = d.fit(ctx, box, 28, 12, options); err != nil {
		return nil, err
	}
	for k := range options {
		options[k].size = size
	}
	s.shape(func(id int) string { return d.textShape(id, "Options", "body", box, "t", options) })
	if q.Answer >= 0 && q.Answer < len(q.Options) {
		s.notes = append(s.notes, fmt.Sprintf("Answer: %c. %s", 'A'+q.Answer, content.OneLine(q.Options[q.Answer])))
	}
	if why := content.OneLine(q.Explanation); why != "" {
		s.notes = append(s.notes, why)
	}
	if q.SourcePage > 0 {
		s.notes = append(s.notes, fmt.Sprintf("Document page %d", q.SourcePage))
	}
	return s, nil
}

// termLetters is the size of the glossary.
const termLetters = 20

// glossarySlides share the glossary among as many slides as it takes.
func (d *deck) glossarySlides(ctx context.Context) ([]*slide, error) {
	box := place{textMargin, 116, slideWidth - 2*textMargin, slideHeight - 116 - 30}
	var all []*slide
	var rows []paragraph
	used := 0.0 // of the height of the box
	flush := func(size float64) {
		s := &slide{}
		title := []paragraph{{text: "Glossary", size: 26, bold: true, language: "en"}}
		s.shape(func(id int) string {
			return d.textShape(id, "Title", "title", place{textMargin, 44, slideWidth - 2*textMargin, 62}, "b", title)
		})
		for k := range rows {
			rows[k].size = size
		}
		shown := rows
		s.shape(func(id int) string { return d.textShape(id, "Terms", "body", box, "t", shown) })
		all, rows = append(all, s), nil
	}
	for _, t := range d.content.Story.Glossary {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		row := paragraph{lead: content.OneLine(t.Term), text: content.OneLine(t.Definition), after: 8}
		if row.lead == "" || row.text == "" {
			continue
		}
		one, err := d.height(ctx, box.w, termLetters, []paragraph{row})
		if err != nil {
			return nil, err
		}
		if used+one > box.h && len(rows) > 0 {
			flush(termLetters)
			used = 0
		}
		rows, used = append(rows, row), used+one
		if one > box.h {
			size, err := d.fit(ctx, box, termLetters, 10, rows)
			if err != nil {
				return nil, err
			}
			flush(size)
			used = 0
		}
	}
	if len(rows) > 0 {
		flush(termLetters)
	}
	return all, nil
}
