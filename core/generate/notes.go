package generate

import (
	"strings"

	"edusmart/core/story"
)

// maxNotes bounds the notes that a page takes over from slides, in bytes: more
// than a teacher reads in front of a class.
const maxNotes = 4 << 10

// slideNotes gives the notes that the document has for the slides on which a
// page's sentences rest. A slide's notes go to the first of the pages that
// rests on it; notes that became sentences of the page are left out.
func slideNotes(doc *story.Document, pages []story.Page, id string, sentences []story.Sentence) string {
	if doc == nil {
		return ""
	}
	told := map[int]bool{} // slides
	for _, p := range pages {
		if p.ID == id {
			break
		}
		for _, s := range p.Sentences {
			told[s.SourcePage] = true
		}
	}
	said := map[int]bool{} // blocks
	slides := map[int]bool{}
	for _, s := range sentences {
		if s.Place != nil {
			said[s.Place.Block] = true
		}
		slides[s.SourcePage] = s.SourcePage > 0 && !told[s.SourcePage]
	}
	var notes []string
	length := 0
	for i, b := range doc.Blocks {
		if b.Kind != story.Note || !slides[b.Page] || said[i] || length+len(b.Text) > maxNotes {
			continue
		}
		notes = append(notes, b.Text)
		length += len(b.Text) + 1
	}
	return strings.Join(notes, "\n")
}
