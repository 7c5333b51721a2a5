package document

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path"
	"strings"

	"edusmart/core/story"
)

// Limits on EPUB.
const (
	maxChapters   = 3000
	maxChapter    = 32 << 20 // bytes of one chapter, unpacked
	maxTOCEntries = 5000     // of a table of contents
)

// readEPUB reads an electronic book (EPUB 2 and 3): its chapters in the order
// of its spine. Each begins a new page; its own table of contents is the
// outline.
func readEPUB(ctx context.Context, f *os.File, size int64) (*story.Document, error) {
	a, err := openArchive(ctx, f, size)
	if err != nil {
		return nil, err
	}
	if err := refuseLockedEPUB(a); err != nil {
		return nil, err
	}
	book, err := openBook(a)
	if err != nil {
		return nil, err
	}
	e := &epub{web: newWeb(newComposer(ctx)), archive: a, book: book, places: map[string]epubPlace{}}
	e.web.picture, e.web.isLocal, e.web.anchor = e.putPicture, isBookLink, e.reached
	e.language(book.language)
	contents, err := e.readContents()
	if err != nil {
		return nil, err
	}
	e.wanted = map[string]bool{}
	for _, entry := range contents {
		e.wanted[entry.target] = true
	}
	if err := e.chapters(); err != nil {
		return nil, err
	}
	e.outlineOf(contents)
	e.doc.Title = book.title
	return e.compose()
}

// epub is a book being read.
type epub struct {
	*web
	archive *archive
	book    *epubBook
	chapter string // the part that is being read
	wanted  map[string]bool
	places  map[string]epubPlace // of what the table of contents points at
}

// epubPlace is where a chapter or an id begins.
type epubPlace struct{ section, block int }

// chapters reads the chapters. Those that are missing are passed over, unless
// all are.
func (e *epub) chapters() error {
	read := 0
	for _, item := range e.book.spine {
		if !e.archive.has(item.name) {
			continue
		}
		e.chapter = item.name
		if err := e.readChapter(item); err != nil {
			return err
		}
		read++
	}
	if read == 0 {
		return damaged(errors.New("none of the chapters is in the book"))
	}
	return nil
}

func (e *epub) readChapter(item epubItem) error {
	if strings.HasPrefix(item.kind, "image/") {
		return e.putPicture("/"+item.name, "", "")
	}
	root, err := e.parse(item.name)
	if err != nil {
		return err
	}
	if body := root.find("body"); body != nil && e.isContents(body) {
		return nil
	}
	e.breakChapter()
	e.places[item.name] = epubPlace{e.section, len(e.doc.Blocks)}
	return e.page(root)
}

// parse reads a part that is a page.
func (e *epub) parse(name string) (*node, error) {
	data, err := e.archive.read(name, maxChapter)
	if err != nil {
		return nil, err
	}
	text, err := decodePlain(data, declaredEncoding(data))
	if err != nil {
		return nil, damaged(fmt.Errorf("%.80q: %w", name, err))
	}
	return parseHTML(e.ctx, text, true)
}

// breakChapter begins a new page, unless the one before holds headings only: a
// title page goes with the first chapter.
func (e *epub) breakChapter() {
	for i := len(e.doc.Blocks) - 1; i >= 0 && e.sections[i] == e.section; i-- {
		if e.doc.Blocks[i].Kind != story.Heading {
			e.breakSection()
			return
		}
	}
}

// reached takes note of where an id begins that the table of contents points
// at.
func (e *epub) reached(id string) {
	target := e.chapter + "#" + id
	if _, before := e.places[target]; e.wanted[target] && !before {
		e.places[target] = epubPlace{e.section, len(e.doc.Blocks)}
	}
}

// outlineOf makes the outline of the entries whose places are known.
func (e *epub) outlineOf(contents []epubEntry) {
	for _, entry := range contents {
		place, ok := e.places[entry.target]
		if !ok {
			chapter, _, _ := strings.Cut(entry.target, "#")
			if place, ok = e.places[chapter]; !ok {
				continue
			}
		}
		e.outline = append(e.outline, outlineEntry{entry.level, entry.title, place.section, place.block})
	}
}

// putPicture puts in a picture of the archive. The cover is no figure.
func (e *epub) putPicture(src, alt, caption string) error {
	if strings.HasPrefix(strings.ToLower(src), "data:") {
		return e.inlinePicture(src, alt, caption)
	}
	name := bookPath(e.chapter, src)
	if name == "" || name == e.book.cover {
		return nil
	}
	return e.archive.picture(e.composer, name, alt, caption)
}

// bookPath resolves an address in a part to the name of another part; "" for
// addresses outside the book. Names are as partName gives them.
func bookPath(from, href string) string {
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" {
		return ""
	}
	if strings.HasPrefix(u.Path, "/") {
		return partName(u.Path)
	}
	return partName(path.Join(path.Dir(from), u.Path))
}

// isBookLink reports whether a link stays in the book.
func isBookLink(href string) bool {
	u, err := url.Parse(strings.TrimSpace(href))
	return err == nil && u.Scheme == "" && u.Host == "" && href != ""
}
