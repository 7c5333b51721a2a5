package epub

import (
	"context"
	"fmt"
	"strings"

	"edusmart/core/export/content"
)

// flowing is the reflowable layout.
type flowing struct{}

func (flowing) name() string     { return "reflowable" }
func (flowing) metadata() string { return `<meta property="rendition:layout">reflowable</meta>` + "\n" }
func (flowing) head() string     { return "" }
func (flowing) style() string    { return flowingStyle }

func (flowing) cover(_ context.Context, b *book, picture, alt string) (document, error) {
	body := `<h1 id="title">` + content.XML(b.title) + `</h1>`
	if picture != "" {
		body = image(picture, alt, "") + "\n" + body
	}
	return document{file: "cover", title: b.title, kind: "cover", class: "cover", body: `<section epub:type="cover">` + body + `</section>`}, nil
}

// image sets a picture.
func image(file, alt, class string) string {
	return fmt.Sprintf(`<figure%s><img src="%s" alt="%s"/></figure>`, class, file, content.XML(alt))
}

func (flowing) page(_ context.Context, b *book, p page) ([]document, error) {
	d := document{file: fmt.Sprintf("page-%02d", p.number), title: pageTitle(p), nav: true, kind: "bodymatter", class: "page"}
	var body strings.Builder
	body.WriteString(`<section epub:type="chapter" aria-labelledby="title">` + "\n" + `<h1 id="title">` + content.XML(d.title) + "</h1>\n")
	if p.picture != "" {
		body.WriteString(image(p.picture, altOf(p.Page), "") + "\n")
	}
	text, groups := b.spoken(p, b.clips(p), 0, len(p.Sentences))
	body.WriteString(text)
	for _, s := range p.Stops {
		if q := content.OneLine(s.Question); q != "" {
			body.WriteString("\n" + stop(q))
		}
	}
	d.body, d.groups = body.String()+"\n</section>", groups
	if len(groups) == 0 {
		d.groups = []group{unread("title")}
	}
	return []document{d}, nil
}

// stop sets a question for which the voice stops.
func stop(question string) string {
	return `<aside class="stop"><p>` + content.XML(question) + `</p></aside>`
}

// pageTitle names a page: by its number where it has no title.
func pageTitle(p page) string {
	if t := content.OneLine(p.Title); t != "" {
		return t
	}
	return fmt.Sprint(p.number)
}

func (flowing) list(_ context.Context, b *book, l list) ([]document, error) {
	d := l.document(0)
	var body strings.Builder
	for _, e := range l.entries {
		body.WriteString(e.xhtml + "\n")
	}
	d.body = l.wrap(body.String())
	d.groups = b.reading(l.entries)
	return []document{d}, nil
}
