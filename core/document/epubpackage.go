package document

import (
	"errors"
	"path"
	"strings"
)

// epubBook is what the package document (OPF) says of a book.
type epubBook struct {
	title    string
	language string
	spine    []epubItem // the chapters in order
	contents []epubItem // tables of contents, the best first
	cover    string     // the part that is the cover's picture
}

// epubItem is one part of a book.
type epubItem struct {
	name  string // as partName gives it
	kind  string // media type
	props string
}

// refuseLockedEPUB looks for chapters that only the shop's own program can
// read. Fonts are scrambled in many books that anyone may read.
func refuseLockedEPUB(a *archive) error {
	root, err := a.optional("META-INF/encryption.xml")
	if err != nil {
		return err
	}
	locked := false
	root.all("enc:EncryptedData", func(n *node) {
		switch n.find("enc:EncryptionMethod").get("Algorithm") {
		case "http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC":
			return
		}
		switch strings.ToLower(path.Ext(n.find("enc:CipherReference").get("URI"))) {
		case ".ttf", ".otf", ".ttc", ".woff", ".woff2":
			return
		}
		locked = true
	})
	if locked {
		return bad(sayLockedBook, errors.New("META-INF/encryption.xml"))
	}
	return nil
}

// openBook reads the package document that the container names.
func openBook(a *archive) (*epubBook, error) {
	container, err := a.xmlTree("META-INF/container.xml")
	if err != nil {
		return nil, asInput(err)
	}
	name := ""
	eachLocal(container, "rootfile", func(n *node) {
		if name == "" && a.has(n.get("full-path")) {
			name = partName(n.get("full-path"))
		}
	})
	if name == "" {
		return nil, damaged(errors.New("no package document"))
	}
	root, err := a.xmlTree(name)
	if err != nil {
		return nil, asInput(err)
	}
	b := &epubBook{}
	b.metadata(root)
	b.parts(root, name)
	if len(b.spine) == 0 {
		return nil, damaged(errors.New("no chapters in the spine"))
	}
	return b, nil
}

// metadata reads the first title and the first language.
func (b *epubBook) metadata(root *node) {
	eachLocal(root, "metadata", func(n *node) {
		eachLocal(n, "title", func(t *node) {
			if b.title == "" {
				b.title = plausibleTitle(t.plain())
			}
		})
		eachLocal(n, "language", func(l *node) {
			if b.language == "" {
				b.language = strings.TrimSpace(l.plain())
			}
		})
	})
}

// parts reads the manifest and the spine. A chapter counts once, however often
// the spine names it.
func (b *epubBook) parts(root *node, from string) {
	items := map[string]epubItem{}
	coverID, ncxID := "", ""
	eachLocal(root, "meta", func(n *node) {
		if n.get("name") == "cover" {
			coverID = n.get("content")
		}
	})
	var order []string
	eachLocal(root, "item", func(n *node) {
		item := epubItem{bookPath(from, n.get("href")), strings.ToLower(n.get("media-type")), n.get("properties")}
		if _, twice := items[n.get("id")]; item.name != "" && !twice {
			items[n.get("id")] = item
			order = append(order, n.get("id"))
		}
	})
	seen := map[string]bool{}
	eachLocal(root, "spine", func(n *node) {
		ncxID = n.get("toc")
		eachLocal(n, "itemref", func(ref *node) {
			item, ok := items[ref.get("idref")]
			if !ok || seen[item.name] || ref.get("linear") == "no" || hasWord(item.props, "nav") || len(b.spine) >= maxChapters {
				return
			}
			seen[item.name] = true
			b.spine = append(b.spine, item)
		})
	})
	for _, id := range order {
		switch item := items[id]; {
		case hasWord(item.props, "nav"):
			b.contents = append([]epubItem{item}, b.contents...)
		case id == ncxID, item.kind == "application/x-dtbncx+xml":
			b.contents = append(b.contents, item)
		case hasWord(item.props, "cover-image"), id == coverID && strings.HasPrefix(item.kind, "image/"):
			b.cover = item.name
		}
	}
}

// hasWord reports whether word is one of the words of list.
func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return true
		}
	}
	return false
}

// eachLocal calls f with every descendant of that name in whatever namespace;
// those inside another one are left to f.
func eachLocal(n *node, name string, f func(*node)) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		if k.name == name || strings.HasSuffix(k.name, ":"+name) {
			f(k)
			continue
		}
		eachLocal(k, name, f)
	}
}
