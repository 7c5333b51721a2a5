// Package epub writes a story as an e-book that reads itself aloud: EPUB 3.3
// with media overlays, reflowable or with a fixed layout.
//
// Every page has an overlay, as reading programs skip those without. A page
// that nobody speaks lights its sentences for as long as it takes to read
// them, over silence.
//
// Called by package export. May import content, captions, sound, speech,
// story and typeset.
package epub

import (
	"context"
	"fmt"
	"io"
	"path"
	"strings"
	"time"

	"edusmart/core/export/captions"
	"edusmart/core/export/content"
	"edusmart/core/export/sound"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// Write writes the story as a reflowable book: the reader chooses letters and
// colours.
func Write(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress) error {
	return write(ctx, c, w, progress, flowing{})
}

// WriteFixed writes the story as a book of fixed pages in the shape of a
// screen: the picture at one side, the text at the other, as a class sees it.
func WriteFixed(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress) error {
	f := &fixed{fonts: c.Fonts, language: c.Story.Language}
	if hasSecond(c.Story) {
		f.also = c.Story.Also
	}
	return write(ctx, c, w, progress, f)
}

// layout is one of the two kinds of book: it makes the documents of each part
// of the story.
type layout interface {
	name() string
	metadata() string // of the package document
	head() string     // of every document
	style() string    // in CSS, after what both have in common
	cover(ctx context.Context, b *book, picture, alt string) (document, error)
	page(ctx context.Context, b *book, p page) ([]document, error)
	list(ctx context.Context, b *book, l list) ([]document, error)
}

// page is a story page as layouts see it.
type page struct {
	*story.Page
	number  int    // from 1
	picture string // file in the book; "" where there is none
	audio   string // likewise
	heard   content.Spoken
	length  time.Duration
}

// book is one that is being written.
type book struct {
	*content.Content
	layout   layout
	zip      *content.Archive
	words    content.Words
	title    string
	language string // BCP 47, "und" where it is not known
	also     string // "" where there is no second language
	docs     []document
	media    []item          // pictures and sounds
	pictures map[string]bool // those of media
	silence  time.Duration   // the longest that is needed
}

// item is a file of the book.
type item struct{ file, mime, properties string }

func write(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress, l layout) error {
	b := &book{
		Content: c, layout: l, zip: content.NewArchive(w, modified(c.Story)),
		words: content.WordsFor(c.Story.Language), title: titleOf(c.Story),
		language: tagOf(c.Story.Language), pictures: map[string]bool{},
	}
	if hasSecond(c.Story) {
		b.also = tagOf(c.Story.Also)
	}
	b.zip.AddType("mimetype", "application/epub+zip")
	b.zip.Add("META-INF/container.xml", container)
	b.zip.Add("EPUB/style.css", style+l.style())
	if err := b.addCover(ctx); err != nil {
		return err
	}
	for i := range c.Story.Pages {
		if err := b.addPage(ctx, i); err != nil {
			return err
		}
		progress.Tell(i+1, len(c.Story.Pages)+1)
	}
	if err := b.addBack(ctx); err != nil {
		return err
	}
	if err := b.addSilence(ctx); err != nil {
		return err
	}
	b.zip.Add("EPUB/nav.xhtml", b.nav())
	b.zip.Add("EPUB/package.opf", b.opf())
	if err := b.zip.Close(); err != nil {
		return err
	}
	progress.Tell(len(c.Story.Pages)+1, len(c.Story.Pages)+1)
	return nil
}

// addCover makes the cover, with the first picture of the story.
func (b *book) addCover(ctx context.Context) error {
	picture, alt := "", ""
	for i := range b.Story.Pages {
		file, err := b.addPicture(i)
		if err != nil {
			return err
		}
		if file != "" {
			picture, alt = file, altOf(&b.Story.Pages[i])
			b.media[0].properties = "cover-image"
			break
		}
	}
	d, err := b.layout.cover(ctx, b, picture, alt)
	if err != nil {
		return err
	}
	d.groups = []group{{pars: []par{{"title", silentFile, 0, coverTime}}}}
	b.add([]document{d})
	return nil
}

// coverTime is how long the cover stays.
const coverTime = 3 * time.Second

// altOf says what a page's picture shows. A picture that nobody has described
// is at least named.
func altOf(p *story.Page) string {
	for _, s := range []string{p.Alt, p.Asked, p.Title} {
		if s = content.OneLine(s); s != "" {
			return s
		}
	}
	return content.OneLine(p.Text())
}

func (b *book) addPage(ctx context.Context, i int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	p := page{Page: &b.Story.Pages[i], number: i + 1}
	var err error
	if p.picture, err = b.addPicture(i); err != nil {
		return err
	}
	if p.heard, err = b.Spoken(i); err != nil {
		return err
	}
	if pcm, rate := p.heard.PCM, p.heard.Rate; len(pcm) > 0 {
		p.audio, p.length = fmt.Sprintf("audio/page-%02d.mp3", p.number), speech.Duration(len(pcm), rate)
		data, err := sound.MP3(ctx, pcm, rate)
		if err != nil {
			return err
		}
		b.addMedia(p.audio, "audio/mpeg", data)
	}
	p.heard.PCM = nil
	docs, err := b.layout.page(ctx, b, p)
	b.add(docs)
	return err
}

// addPicture puts a page's picture into the book, unless it is there already,
// and gives its file.
func (b *book) addPicture(i int) (file string, err error) {
	data, mime, err := b.Picture(i)
	if err != nil || data == nil {
		return "", err
	}
	name := strings.TrimSuffix(path.Base(b.Story.Pages[i].Picture), path.Ext(b.Story.Pages[i].Picture))
	file = "images/" + name + map[string]string{"image/png": ".png", "image/jpeg": ".jpg"}[mime]
	if !b.pictures[file] {
		b.pictures[file] = true
		b.addMedia(file, mime, data)
	}
	return file, nil
}

func (b *book) addMedia(file, mime string, data []byte) {
	b.media = append(b.media, item{file: file, mime: mime})
	b.zip.AddPacked("EPUB/"+file, data)
}

// add puts documents and their overlays into the book.
func (b *book) add(docs []document) {
	for _, d := range docs {
		for _, g := range d.groups {
			for _, p := range g.pars {
				if p.audio == silentFile {
					b.silence = max(b.silence, p.end)
				}
			}
		}
		b.zip.Add("EPUB/"+d.file+".xhtml", b.xhtml(d))
		b.zip.Add("EPUB/"+d.file+".smil", d.smil())
		d.body, d.length = "", d.duration()
		d.groups = nil
		b.docs = append(b.docs, d)
	}
}

// addSilence adds the sound of the pages that nobody speaks.
func (b *book) addSilence(ctx context.Context) error {
	if b.silence == 0 {
		return nil
	}
	data, err := sound.MP3(ctx, make([]int16, speech.Samples(b.silence, sound.Rate)), sound.Rate)
	if err != nil {
		return err
	}
	b.media = append(b.media, item{file: silentFile, mime: "audio/mpeg"})
	b.zip.Add("EPUB/"+silentFile, string(data)) // nothing but the same frame again and again
	return nil
}

// clips gives what of a page is lit when. A sentence that is heard in both
// languages is lit for as long as that takes.
func (b *book) clips(p page) []captions.Clip {
	if p.heard.Both {
		return inBoth(p.Page, captions.Clips(p.heard.Page, p.length, true))
	}
	if p.audio != "" {
		return captions.Clips(p.Page, p.length, b.also != "")
	}
	silent := *p.Page
	silent.Words = nil
	return captions.Clips(&silent, speech.ReadingTime(p.Text(), b.Story.Language, b.Story.Grade), true)
}

// inBoth gives the clips of a page's sentences from those of content.Spoken,
// where each language has its own.
func inBoth(p *story.Page, clips []captions.Clip) []captions.Clip {
	var all []captions.Clip
	for _, c := range clips {
		i := c.Sentence / 2
		if n := len(all); n > 0 && all[n-1].Sentence == i {
			all[n-1].End = c.End
			continue
		}
		all = append(all, captions.Clip{Sentence: i, To: len(p.Sentences[i].Text), Start: c.Start, End: c.End})
	}
	return all
}

// hasSecond reports whether any sentence has a second language.
func hasSecond(s *story.Story) bool {
	for i := range s.Pages {
		for _, sentence := range s.Pages[i].Sentences {
			if s.Also != "" && strings.TrimSpace(sentence.Also) != "" {
				return true
			}
		}
	}
	return false
}
