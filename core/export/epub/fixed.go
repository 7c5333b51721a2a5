package epub

import (
	"context"
	"fmt"

	"edusmart/core/export/content"
	"edusmart/core/story"
	"edusmart/core/typeset"
)

// fixed is the layout of fixed pages.
type fixed struct {
	fonts          *typeset.Fonts
	language, also string
}

// The page, in CSS pixels: the proportions are those of the application's
// presentation.
const (
	pageWidth, pageHeight = 1366, 768
	pictureWidth          = 615 // 45 % of the page
	margin                = 63  // 4.6 %
	besideWidth           = pageWidth - pictureWidth - 2*margin
	aloneWidth            = pageWidth - 2*margin
	textHeight            = pageHeight - 2*margin

	lineHeight  = 1.5
	largest     = 46 // 6 % of the height: read from the back of a room
	smallest    = 26
	tiny        = 8 // for a sentence that fills the page alone
	listSize    = 24
	headingSize = 34
	alsoSize    = 0.85 // of the second language, in ems of the first
	pairGap     = 1    // between pairs, in ems

	// The reader's fonts may be wider than those that are measured here.
	reserve = 0.9
)

func (*fixed) name() string { return "fixed" }

func (*fixed) metadata() string {
	return `<meta property="rendition:layout">pre-paginated</meta>
<meta property="rendition:orientation">landscape</meta>
<meta property="rendition:spread">none</meta>
`
}

func (*fixed) head() string {
	return fmt.Sprintf("<meta name=\"viewport\" content=\"width=%d, height=%d\"/>\n", pageWidth, pageHeight)
}

func (*fixed) style() string { return fixedStyle }

func (f *fixed) cover(ctx context.Context, b *book, picture, alt string) (document, error) {
	width := boxWidth(picture)
	size, err := f.fitText(ctx, []string{b.title}, width, 64, tiny)
	if err != nil {
		return document{}, err
	}
	body := figure(picture, alt, story.Crop) + box(picture, size, `<h1 id="title">`+content.XML(b.title)+`</h1>`)
	return document{file: "cover", title: b.title, kind: "cover", class: "cover", body: body}, nil
}

// figure sets the picture at the side where the page begins.
func figure(picture, alt string, fit story.Fit) string {
	if picture == "" {
		return ""
	}
	class := ` class="picture"`
	if fit == story.Whole {
		class = ` class="picture whole"`
	}
	return image(picture, alt, class) + "\n"
}

func boxWidth(picture string) float32 {
	if picture == "" {
		return aloneWidth
	}
	return besideWidth
}

// box sets text beside the picture, or over the page where there is none.
func box(picture string, size float32, inner string) string {
	class := "alone"
	if picture != "" {
		class = "beside"
	}
	return fmt.Sprintf("<div class=\"box %s\" style=\"font-size: %gpx\">\n%s\n</div>", class, size, inner)
}

// page makes as many fixed pages as the text takes at a size that can be
// read, each with the picture.
func (f *fixed) page(ctx context.Context, b *book, p page) ([]document, error) {
	clips := b.clips(p)
	var docs []document
	for first := 0; first < len(p.Sentences) || first == 0; {
		last, size, err := f.share(ctx, p.Sentences, first, boxWidth(p.picture))
		if err != nil {
			return nil, err
		}
		d := document{file: fmt.Sprintf("page-%02d", p.number), title: pageTitle(p), nav: first == 0, kind: "bodymatter", class: "page"}
		if len(docs) > 0 {
			d.file += fmt.Sprintf("-%d", len(docs)+1)
		}
		text, groups := b.spoken(p, clips, first, last)
		title := `<h1 id="title" class="unseen">` + content.XML(d.title) + "</h1>\n"
		d.body = title + figure(p.picture, altOf(p.Page), p.Fit) + box(p.picture, size, text)
		if d.groups = groups; len(groups) == 0 {
			d.groups = []group{unread("title")}
		}
		docs = append(docs, d)
		first = max(last, first+1)
	}
	questions, err := f.list(ctx, b, stops(p))
	for i := range questions {
		questions[i].nav = false // they belong to the page
	}
	return append(docs, questions...), err
}

// stops are the questions for which the voice stops on a page: on pages of
// their own after it, as a fixed page has no room for them.
func stops(p page) list {
	l := list{file: fmt.Sprintf("page-%02d-questions", p.number), title: pageTitle(p), kind: "bodymatter"}
	for _, s := range p.Stops {
		q := content.OneLine(s.Question)
		if q == "" {
			continue
		}
		id := fmt.Sprintf("stop%d", len(l.entries)+1)
		l.entries = append(l.entries, entry{id: id, lines: []string{q}, xhtml: `<div class="entry" id="` + id + `">` + stop(q) + `</div>`})
	}
	return l
}

// share gives the sentences, from first to last (exclusive), that go on one
// page, and their size. Pages of one text are about equally full.
func (f *fixed) share(ctx context.Context, all []story.Sentence, first int, width float32) (last int, size float32, err error) {
	rest := all[first:]
	if len(rest) == 0 {
		return first, largest, nil
	}
	if size, err = f.fit(ctx, rest, width, largest, smallest); err != nil || size > 0 {
		return len(all), size, err
	}
	n := 1 // as many as fit at a middling size
	for n < len(rest) {
		size, err = f.fit(ctx, rest[:n+1], width, largest, (largest+smallest)/2)
		if err != nil {
			return 0, 0, err
		}
		if size == 0 {
			break
		}
		n++
	}
	if size, err = f.fit(ctx, rest[:n], width, largest, tiny); size == 0 {
		size = tiny
	}
	return first + n, size, err
}

// fit gives the largest size from most down to least at which sentences fit
// the page's height in a width; 0 where they do not.
func (f *fixed) fit(ctx context.Context, all []story.Sentence, width, most, least float32) (float32, error) {
	var first, second []string
	for _, s := range all {
		first, second = append(first, content.Plain(s.Text)), append(second, content.Plain(s.Also))
	}
	if f.also == "" {
		return f.fitText(ctx, first, width, most, least)
	}
	return f.fitPairs(ctx, typeset.Text{Sentences: first, Language: f.language}, typeset.Text{Sentences: second, Language: f.also}, width, most, least)
}

func (f *fixed) fitText(ctx context.Context, sentences []string, width, most, least float32) (float32, error) {
	p, err := f.shape(ctx, typeset.Text{Sentences: sentences, Language: f.language})
	if err != nil {
		return 0, err
	}
	l, over := p.Fit(width*reserve, textHeight*reserve, least, most, lineHeight)
	if over {
		return 0, nil
	}
	return l.Size, nil
}

func (f *fixed) fitPairs(ctx context.Context, first, second typeset.Text, width, most, least float32) (float32, error) {
	for _, t := range []typeset.Text{first, second} {
		if _, err := f.shape(ctx, t); err != nil { // finds the fonts
			return 0, err
		}
	}
	pairs := f.fonts.Pairs(first, second, typeset.Spacing{})
	for size := most; size >= least; size -= 2 {
		l := pairs.Lay(0, len(first.Sentences), width*reserve, [2]float32{size, size * alsoSize}, lineHeight, pairGap)
		if l.Height+size*pairGap <= textHeight*reserve {
			return size, nil
		}
	}
	return 0, nil
}

// shape shapes a text once its fonts are there.
func (f *fixed) shape(ctx context.Context, t typeset.Text) (*typeset.Paragraph, error) {
	t.Words = []typeset.Range{}
	p := f.fonts.Paragraph(t, typeset.Spacing{})
	for tries := 0; p.Pending() && tries < 3; tries++ {
		if err := f.fonts.Settle(ctx); err != nil {
			return nil, err
		}
		p = f.fonts.Paragraph(t, typeset.Spacing{})
	}
	return p, nil
}

// list parts a list among pages by the height of its entries.
func (f *fixed) list(ctx context.Context, b *book, l list) ([]document, error) {
	const room = textHeight * reserve
	const heading = headingSize*lineHeight + 12
	var docs []document
	for rest := l.entries; len(rest) > 0; {
		n, height := 0, float32(heading)
		for n < len(rest) {
			h, err := f.entryHeight(ctx, rest[n])
			if err != nil {
				return nil, err
			}
			if n > 0 && height+h > room {
				break
			}
			height += h
			n++
		}
		d := l.document(len(docs))
		inner := ""
		for _, e := range rest[:n] {
			inner += e.xhtml + "\n"
		}
		size := float32(listSize)
		if height > room {
			size = max(tiny, size*room/height)
		}
		d.body, d.groups = box("", size, l.wrap(inner)), b.reading(rest[:n])
		docs = append(docs, d)
		rest = rest[n:]
	}
	return docs, nil
}

// entryHeight is how high an entry is, by style: its lines with 0.3 em after
// each and 1.2 em after the last.
func (f *fixed) entryHeight(ctx context.Context, e entry) (float32, error) {
	var height float32
	for _, line := range e.lines {
		p, err := f.shape(ctx, typeset.Text{Sentences: []string{line}, Language: f.language})
		if err != nil {
			return 0, err
		}
		height += p.Lay((aloneWidth-2*listSize)*reserve, listSize, lineHeight).Height + 0.3*listSize
	}
	return height + 1.2*listSize, nil
}
