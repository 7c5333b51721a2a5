package document

import "strings"

// epubEntry is one line of a book's table of contents.
type epubEntry struct {
	level  int
	title  string
	target string // "part" or "part#id"
}

// readContents reads the first table of contents that has entries.
func (e *epub) readContents() ([]epubEntry, error) {
	for _, item := range e.book.contents {
		if !e.archive.has(item.name) {
			continue
		}
		var entries []epubEntry
		if item.kind == "application/x-dtbncx+xml" {
			root, err := e.archive.optional(item.name)
			if err != nil {
				return nil, err
			}
			entries = ncxEntries(nil, root, item.name, 0)
		} else {
			root, err := e.parse(item.name)
			if err != nil {
				if e.ctx.Err() != nil || e.archive.left < 0 {
					return nil, err
				}
				continue
			}
			entries = navEntries(nil, tocOf(root), item.name, 0)
		}
		if len(entries) > 0 {
			return entries, nil
		}
	}
	return nil, nil
}

// tocOf finds the table of contents among the lists of a navigation document.
func tocOf(root *node) *node {
	var toc *node
	eachLocal(root, "nav", func(n *node) {
		if toc == nil && hasWord(n.get("epub:type"), "toc") {
			toc = n
		}
	})
	if toc == nil {
		toc = root.find("nav")
	}
	return toc
}

// navEntries adds the entries of an EPUB 3 navigation document (nested lists).
func navEntries(entries []epubEntry, n *node, from string, level int) []epubEntry {
	if n == nil {
		return entries
	}
	for _, k := range n.kids {
		switch k.name {
		case "ol", "ul":
			entries = navEntries(entries, k, from, level+1)
		case "a":
			entries = addEntry(entries, epubEntry{level, k.plain(), k.get("href")}, from)
		default:
			entries = navEntries(entries, k, from, level)
		}
	}
	return entries
}

// ncxEntries adds the entries of an EPUB 2 table of contents (toc.ncx).
func ncxEntries(entries []epubEntry, n *node, from string, level int) []epubEntry {
	eachLocal(n, "navPoint", func(point *node) {
		title, href := "", ""
		for _, k := range point.kids {
			switch {
			case strings.HasSuffix(k.name, "navLabel"):
				title = k.plain()
			case strings.HasSuffix(k.name, "content"):
				href = k.get("src")
			}
		}
		entries = addEntry(entries, epubEntry{level + 1, title, href}, from)
		entries = ncxEntries(entries, point, from, level+1)
	})
	return entries
}

// addEntry adds an entry whose target is an address in the part from.
func addEntry(entries []epubEntry, entry epubEntry, from string) []epubEntry {
	address, id, _ := strings.Cut(entry.target, "#")
	entry.title, entry.target = tidy(entry.title), bookPath(from, address)
	if entry.title == "" || entry.target == "" || len(entries) >= maxTOCEntries {
		return entries
	}
	if id != "" {
		entry.target += "#" + id
	}
	entry.level = max(entry.level, 1)
	return append(entries, entry)
}
