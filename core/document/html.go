package document

import (
	"bytes"
	"context"
	"encoding/base64"
	"net/url"
	"os"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/language"

	"edusmart/core/story"
)

// readHTML reads a web page that was saved as a file. Only the file itself is
// read: pictures are those it holds as data, never others by their address.
func readHTML(ctx context.Context, f *os.File, size int64) (*story.Document, error) {
	data, err := readWhole(ctx, f, size, maxPlain)
	if err != nil {
		return nil, err
	}
	text, err := decodePlain(data, declaredEncoding(data))
	if err != nil {
		return nil, err
	}
	root, err := parseHTML(ctx, text, isXHTML(text))
	if err != nil {
		return nil, err
	}
	w := newWeb(newComposer(ctx))
	if err := w.page(root); err != nil {
		return nil, err
	}
	w.doc.Title = w.titleOf(root)
	return w.compose()
}

// declaredEncoding gives the encoding that a page's beginning names; nil where
// it names none.
func declaredEncoding(data []byte) encoding.Encoding {
	head := data[:min(len(data), 4096)]
	if !bytes.Contains(bytes.ToLower(head), []byte("charset")) && !bytes.Contains(head, []byte("encoding")) {
		return nil
	}
	enc, name, _ := charset.DetermineEncoding(head, "")
	if name == "utf-8" {
		return nil
	}
	return enc
}

// isXHTML reports whether a page follows the rules of XML, in which any
// element may be empty.
func isXHTML(text string) bool {
	head := strings.TrimSpace(text[:min(len(text), 512)])
	return strings.HasPrefix(strings.TrimPrefix(head, "\ufeff"), "<?xml") || strings.Contains(head, "//DTD XHTML")
}

// page reads the body of a page, or its main part where it says which that
// is, and the language.
func (w *web) page(root *node) error {
	for _, n := range []*node{root.find("body"), root.find("html"), root} {
		w.language(n.get("lang"), n.get("xml:lang"))
	}
	body := root.find("body")
	if body == nil {
		body = root
	}
	// A main part that holds little is not what the page is about.
	if m := body.find("main"); m != nil && wordCount(m.plain())*3 >= wordCount(body.plain()) {
		body = m
	}
	if err := w.flow(body); err != nil {
		return err
	}
	return w.flush()
}

// language keeps the first language that is named.
func (w *web) language(names ...string) {
	for _, name := range names {
		if w.doc.Language != "" {
			return
		}
		if tag, err := language.Parse(strings.TrimSpace(name)); err == nil && tag != language.Und {
			w.doc.Language = tag.String()
		}
	}
}

// titleOf gives a page's title. Sites add their name to it: where it holds a
// heading of the first rank, that is the title.
func (w *web) titleOf(root *node) string {
	title := plausibleTitle(root.path("html", "head").kid("title").plain())
	if title == "" {
		title = plausibleTitle(root.find("title").plain())
	}
	for _, b := range w.doc.Blocks {
		if b.Kind == story.Heading && b.Level == 1 && strings.Contains(title, b.Text) && wordCount(b.Text) > 0 {
			return b.Text
		}
	}
	if w.doc.Title != "" {
		return w.doc.Title
	}
	return title
}

// inlinePicture puts in a picture that an address holds as data (RFC 2397).
// Every other address is passed over.
func (w *web) inlinePicture(src, alt, caption string) error {
	head, data, ok := strings.Cut(src, ",")
	head = strings.ToLower(strings.TrimSpace(head))
	if !ok || !strings.HasPrefix(head, "data:image/") || len(data) > maxPicture/3*4+1024 {
		return nil
	}
	if strings.Contains(data, "%") {
		plain, err := url.PathUnescape(data)
		if err != nil {
			return nil //nolint:nilerr // the text stands without a broken picture
		}
		data = plain
	}
	if !strings.HasSuffix(head, ";base64") {
		return w.composer.figure([]byte(data), alt, caption)
	}
	data = strings.TrimRight(strings.Join(strings.Fields(data), ""), "=")
	picture, err := base64.RawStdEncoding.DecodeString(data)
	if err != nil {
		return nil //nolint:nilerr // the text stands without a broken picture
	}
	return w.composer.figure(picture, alt, caption)
}

// isAnchor reports whether an address is a place in the same file.
func isAnchor(href string) bool { return strings.HasPrefix(href, "#") }
