package epub

import (
	"fmt"
	"strings"
	"time"

	"edusmart/core/export/captions"
	"edusmart/core/export/content"
	"edusmart/core/export/sound"
)

// document is one file of text with its overlay.
type document struct {
	file   string // without its ending
	title  string
	nav    bool   // it stands in the table of contents
	kind   string // epub:type of its body
	class  string // of its body
	body   string // XHTML
	groups []group
	length time.Duration // of the overlay, once groups is let go
}

// group is a stretch of the text whose parts are lit one after the other.
type group struct {
	id   string // of the element; "": the parts stand for themselves
	pars []par
}

// par is one element that is lit while a clip is heard.
type par struct {
	id         string
	audio      string // file in the book
	start, end time.Duration
}

// silentFile is the sound of what nobody speaks.
const silentFile = "audio/silence.mp3"

func (d *document) duration() time.Duration {
	if d.groups == nil {
		return d.length
	}
	var sum time.Duration
	for _, g := range d.groups {
		for _, p := range g.pars {
			sum += p.end - p.start
		}
	}
	return sum
}

// smil gives the overlay of the document (EPUB 3.3, 9.2).
func (d *document) smil() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">
<body epub:textref="` + d.file + `.xhtml">
`)
	for _, g := range d.groups {
		if g.id != "" {
			fmt.Fprintf(&b, "<seq epub:textref=\"%s.xhtml#%s\">\n", d.file, g.id)
		}
		for _, p := range g.pars {
			fmt.Fprintf(&b, "<par><text src=\"%s.xhtml#%s\"/><audio src=\"%s\" clipBegin=\"%s\" clipEnd=\"%s\"/></par>\n",
				d.file, p.id, p.audio, clock(p.start), clock(p.end))
		}
		if g.id != "" {
			b.WriteString("</seq>\n")
		}
	}
	b.WriteString("</body>\n</smil>\n")
	return b.String()
}

// clock gives a time as a clock value in seconds (EPUB 3.3, 9.2.4).
func clock(d time.Duration) string { return fmt.Sprintf("%.3fs", d.Seconds()) }

// xhtml gives the file of the document.
func (b *book) xhtml(d document) string {
	kind := ""
	if d.kind != "" {
		kind = ` epub:type="` + d.kind + `"`
	}
	return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"` + attributes(b.language) + `>
<head>
<meta charset="UTF-8"/>
<title>` + content.XML(d.title) + `</title>
` + b.layout.head() + `<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body` + kind + ` class="` + d.class + `">
` + d.body + `
</body>
</html>
`
}

// attributes says in which language, and so in which direction, a text is.
func attributes(language string) string {
	dir := "ltr"
	if content.RightToLeft(language) {
		dir = "rtl"
	}
	return fmt.Sprintf(` lang="%[1]s" xml:lang="%[1]s" dir="%[2]s"`, content.XML(language), dir)
}

// spoken sets the sentences first to last (exclusive) of a page as XHTML, with
// an element for each clip, and gives what is lit when.
func (b *book) spoken(p page, clips []captions.Clip, first, last int) (text string, groups []group) {
	var out strings.Builder
	before := ""
	for i := first; i < last; i++ {
		s := &p.Sentences[i]
		inner, g := p.sentence(i, clipsOf(clips, i))
		if len(g.pars) > 0 {
			groups = append(groups, g)
		}
		id := fmt.Sprintf("s%d", i+1)
		if b.also == "" {
			out.WriteString(content.Between(before, s.Text) + `<span class="sentence" id="` + id + `">` + inner + `</span>`)
			before = s.Text
			continue
		}
		// A clip lights one element: it is around both languages.
		out.WriteString(`<div class="pair" id="` + id + `"><p>` + inner + `</p>`)
		if strings.TrimSpace(s.Also) != "" {
			out.WriteString(`<p class="also"` + attributes(b.also) + `>` + content.XML(s.Also) + `</p>`)
		}
		out.WriteString("</div>\n")
	}
	if b.also == "" {
		return `<p class="text">` + out.String() + `</p>`, groups
	}
	return out.String(), groups
}

func clipsOf(all []captions.Clip, sentence int) []captions.Clip {
	var of []captions.Clip
	for _, c := range all {
		if c.Sentence == sentence {
			of = append(of, c)
		}
	}
	return of
}

// sentence sets sentence i, whose clips are given, within its element.
func (p page) sentence(i int, clips []captions.Clip) (inner string, g group) {
	text, id := p.Sentences[i].Text, fmt.Sprintf("s%d", i+1)
	if len(clips) == 1 && clips[0].From == 0 && clips[0].To == len(text) {
		return content.XML(text), group{pars: []par{p.par(id, clips[0])}}
	}
	g.id = id
	at := 0
	for k, c := range clips {
		word := fmt.Sprintf("%sw%d", id, k+1)
		g.pars = append(g.pars, p.par(word, c))
		inner += content.XML(text[at:c.From]) + `<span id="` + word + `">` + content.XML(text[c.From:c.To]) + `</span>`
		at = c.To
	}
	return inner + content.XML(text[at:]), g
}

// par gives the clip that lights an element, in the file of the page's sound.
func (p page) par(id string, c captions.Clip) par {
	if p.audio == "" {
		return par{id, silentFile, c.Start, c.End}
	}
	start := c.Start + sound.Lead
	if c.Start == 0 {
		start = 0
	}
	return par{id, p.audio, start, c.End + sound.Lead}
}
