// Package web writes a story as a single web page that plays it: pictures,
// sound, script and style are all in the file, which runs in any browser from
// a USB stick and asks for nothing from a network.
//
// What a story says is written as text only, and the page's policy lets no
// script run but the player's own: a story cannot do anything in a pupil's
// browser.
//
// Called by package export. May import content, captions, sound, speech and
// story.
package web

import (
	"bufio"
	"context"
	"crypto/sha256"
	_ "embed" // the player
	"encoding/base64"
	"fmt"
	"io"
	"strings"
	"time"

	"edusmart/core/export/captions"
	"edusmart/core/export/content"
	"edusmart/core/export/sound"
	"edusmart/core/speech"
	"edusmart/core/story"
)

//go:embed player.js
var script string

//go:embed player.css
var style string

// page is a file that is being written. After the first error the rest is
// left out.
type page struct {
	*content.Content
	out    *bufio.Writer
	words  content.Words
	labels labels
	err    error
}

// Write writes the story as a web page. No more than one page's sound and
// picture are in memory at a time.
func Write(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress) error {
	p := &page{Content: c, out: bufio.NewWriterSize(w, 1<<16), words: content.WordsFor(c.Story.Language), labels: labelsFor(c.Story.Language)}
	p.head()
	for i := range c.Story.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := p.sheet(ctx, i); err != nil {
			return err
		}
		progress.Tell(i+1, len(c.Story.Pages))
	}
	p.quiz()
	p.glossary()
	p.answers()
	p.bar()
	p.put("<script>%s</script>\n</body>\n</html>\n", script)
	if p.err == nil {
		p.err = p.out.Flush()
	}
	return p.err
}

// put writes markup; what comes from the story goes through content.XML first.
func (p *page) put(format string, a ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.out, format, a...)
	}
}

// policy lets the page load nothing and run the player only (Content Security
// Policy, level 3).
func policy() string {
	hash := func(s string) string {
		sum := sha256.Sum256([]byte(s))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	return "default-src 'none'; script-src " + hash(script) + "; style-src " + hash(style) +
		"; img-src data:; media-src data:; base-uri 'none'; form-action 'none'"
}

func (p *page) head() {
	p.put(`<!DOCTYPE html>
<html%s data-speed="%g">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="%s">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%s</title>
<style>%s</style>
</head>
<body>
<h1>%s</h1>
`, attributes(p.Story.Language), p.speed(), policy(), content.XML(p.title()), style, content.XML(p.title()))
}

func (p *page) title() string {
	for _, t := range []string{p.Story.Title, p.Story.Source.Name} {
		if t = content.OneLine(t); t != "" {
			return t
		}
	}
	return p.Story.ID
}

// speed is the one that the teacher chose, 0.5 to 2.
func (p *page) speed() float64 {
	if s := p.Story.Options.Speed; s >= speech.MinSpeed && s <= speech.MaxSpeed {
		return s
	}
	return 1
}

// attributes says in which language, and so in which direction, a text is.
func attributes(language string) string {
	dir := "ltr"
	if content.RightToLeft(language) {
		dir = "rtl"
	}
	return fmt.Sprintf(` lang="%s" dir="%s"`, content.XML(language), dir)
}

// sheet writes a page of the story, with its picture and its sound.
func (p *page) sheet(ctx context.Context, i int) error {
	of := &p.Story.Pages[i]
	picture, mime, err := p.Picture(i)
	if err != nil {
		return err
	}
	heard, err := p.Spoken(i)
	if err != nil {
		return err
	}
	pcm, rate := heard.PCM, heard.Rate
	length := speech.ReadingTime(of.Text(), p.Story.Language, p.Story.Grade)
	if len(pcm) > 0 {
		length = speech.Duration(len(pcm), rate)
	}
	class := "sheet"
	if picture == nil {
		class = "sheet plain"
	}
	p.put("<section class=\"%s\" data-length=\"%d\" aria-label=\"%s\">\n", class, length.Milliseconds(), content.XML(name(of, i)))
	if picture != nil {
		p.picture(of, picture, mime)
	}
	p.put("<div class=\"words\">\n")
	if t := content.OneLine(of.Title); t != "" {
		p.put("<h2>%s</h2>\n", content.XML(t))
	}
	p.text(of, heard, length)
	for _, stop := range of.Stops {
		if q := content.OneLine(stop.Question); q != "" {
			p.put("<aside class=\"stop\" data-after=\"%d\"><p>%s</p><button type=\"button\" class=\"on\">%s</button></aside>\n", stop.After, content.XML(q), content.XML(p.labels.goOn))
		}
	}
	p.put("</div>\n")
	if len(pcm) > 0 {
		data, err := sound.MP3(ctx, pcm, rate)
		if err != nil {
			return err
		}
		p.put("<audio preload=\"metadata\" src=\"")
		p.data("audio/mpeg", data)
		p.put("\"></audio>\n")
	}
	p.put("</section>\n")
	return nil
}

// name is a page's title, or its number.
func name(of *story.Page, i int) string {
	if t := content.OneLine(of.Title); t != "" {
		return t
	}
	return fmt.Sprint(i + 1)
}

func (p *page) picture(of *story.Page, data []byte, mime string) {
	class := "picture"
	if of.Fit == story.Whole {
		class = "picture whole"
	}
	alt := content.OneLine(of.Alt)
	if alt == "" {
		alt = content.OneLine(of.Asked)
	}
	p.put("<figure class=\"%s\"><img alt=\"%s\" src=\"", class, content.XML(alt))
	p.data(mime, data)
	p.put("\"></figure>\n")
}

// data writes a data URL (RFC 2397).
func (p *page) data(mime string, data []byte) {
	p.put("data:%s;base64,", mime)
	if p.err != nil {
		return
	}
	enc := base64.NewEncoder(base64.StdEncoding, p.out)
	if _, p.err = enc.Write(data); p.err == nil {
		p.err = enc.Close()
	}
}

// text writes the sentences. What is lit has the time at which it is, in
// milliseconds of the sound.
func (p *page) text(of *story.Page, heard content.Spoken, length time.Duration) {
	timed, lead := *heard.Page, sound.Lead
	if len(heard.PCM) == 0 {
		timed.Words, lead = nil, 0
	}
	clips := captions.Clips(&timed, length, false)
	second := p.second()
	if !second {
		p.put("<p class=\"text\">")
	}
	before := ""
	for i, s := range of.Sentences {
		if !second {
			p.put("%s<span class=\"sentence\" data-n=\"%d\">%s</span>", content.Between(before, s.Text), i, words(s.Text, clipsOf(clips, i), lead))
			before = s.Text
			continue
		}
		first, also := clipsOf(clips, i), []captions.Clip(nil)
		if heard.Both {
			first, also = clipsOf(clips, 2*i), clipsOf(clips, 2*i+1)
		}
		p.put("<div class=\"sentence pair\" data-n=\"%d\"><p>%s</p>", i, words(s.Text, first, lead))
		if strings.TrimSpace(s.Also) != "" {
			p.put("<p class=\"also\"%s>%s</p>", attributes(p.Story.Also), words(s.Also, also, lead))
		}
		p.put("</div>\n")
	}
	if !second {
		p.put("</p>\n")
	}
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

// second reports whether the story has a second language.
func (p *page) second() bool {
	for i := range p.Story.Pages {
		for _, s := range p.Story.Pages[i].Sentences {
			if p.Story.Also != "" && strings.TrimSpace(s.Also) != "" {
				return true
			}
		}
	}
	return false
}

// words sets a sentence with an element around each clip.
func words(text string, clips []captions.Clip, lead time.Duration) string {
	var b strings.Builder
	at := 0
	for _, c := range clips {
		start := c.Start
		if start > 0 {
			start += lead
		}
		class := "word"
		if c.From == 0 && c.To == len(text) {
			class = "all"
		}
		fmt.Fprintf(&b, "%s<span class=\"%s\" data-t=\"%d\">%s</span>", content.XML(text[at:c.From]), class, start.Milliseconds(), content.XML(text[c.From:c.To]))
		at = c.To
	}
	return b.String() + content.XML(text[at:])
}
