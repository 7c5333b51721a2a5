package generate

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"edusmart/core/story"
)

// Limits on the words that say what a document is about.
const (
	topicTerms = 64
	topicWords = 60_000 // that are counted
	headingFor = 3      // mentions in the text that one in a heading is worth
	titleFor   = 6
	// everywhere is the share of the paragraphs from which on a short word is
	// taken for one that joins others ("the", "de").
	everywhere   = 0.4
	shortLetters = 3
)

// topicOf gives the words that doc has in its headings and repeats most, the
// most telling first: what a picture of any page should keep to. It depends
// on the document alone, for pages come one by one.
func topicOf(doc *story.Document) []string {
	if doc == nil {
		return nil
	}
	type word struct {
		text         string
		score, first int
		blocks, last int
	}
	words := map[string]*word{}
	var order []*word
	count := 0
	read := func(text string, worth, block int) {
		for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			count++
			key := strings.ToLower(w)
			if count > topicWords || utf8.RuneCountInString(key) < 2 || len(key) > 80 {
				continue
			}
			t := words[key]
			if t == nil {
				t = &word{text: key, first: count, last: -1}
				words[key] = t
				order = append(order, t)
			}
			t.score += worth
			if t.last != block {
				t.blocks++
				t.last = block
			}
		}
	}
	read(doc.Title, titleFor, -2)
	for i, b := range doc.Blocks {
		switch b.Kind {
		case story.Heading:
			read(b.Text, headingFor, i)
		case story.Paragraph, story.ListItem, story.Table:
			read(b.Text, 1, i)
		}
	}
	order = slices.DeleteFunc(order, func(t *word) bool {
		short := utf8.RuneCountInString(t.text) <= shortLetters
		return short && float64(t.blocks) >= everywhere*float64(len(doc.Blocks)) || t.score == 1
	})
	slices.SortFunc(order, func(a, b *word) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.first, b.first))
	})
	var out []string
	for _, t := range order[:min(len(order), topicTerms)] {
		out = append(out, t.text)
	}
	return out
}
