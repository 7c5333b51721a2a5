package ondevice

import (
	"slices"
	"strings"
	"unicode"

	"edusmart/core/story"
)

// listedDefinitions finds "Term: definition" in lists and short paragraphs.
func (c *corpus) listedDefinitions() []definition {
	labels, dialogue := c.labels()
	var found []definition
	for i := range c.doc.Blocks {
		b := &c.doc.Blocks[i]
		if b.Kind != story.ListItem && b.Kind != story.Paragraph {
			continue
		}
		text := oneLine(b.Text)
		term, def, ok := cutDefinition(text)
		if !ok || readingWords(def) < minDefinition || len(def) > maxDefinition || !cased(term) && c.tongue.tag == "en" {
			continue
		}
		if cased(term) && !capitalised(term) || asks(def) || strings.HasSuffix(def, ":") || isSaying(def) {
			continue
		}
		if labels[strings.ToLower(term)] > 1 || dialogue && b.Kind == story.Paragraph || strings.ContainsAny(def, "→=") || hasBlank(def) || b.Kind == story.Paragraph && !c.isListed(i, term, def) {
			continue
		}
		strength, ok := c.termStrength(term)
		if !ok || c.tongue.orders[firstWord(term)] || isOneOf(term, c.tongue.plain, plainEnglish) || isOneOf(term, c.tongue.keys, keysEnglish) || containsPhrase(strings.ToLower(text), c.tongue.outward) {
			continue
		}
		found = append(found, definition{
			term: term, text: strings.TrimRight(def, "."), passage: -1, block: i, page: b.Page,
			worth: 0.9 * strength,
		})
	}
	return found
}

// labels counts the words before a colon by their blocks: what comes again is a
// speaker or a rubric, and where two come again people talk to each other.
func (c *corpus) labels() (count map[string]int, dialogue bool) {
	count = map[string]int{}
	for i := range c.doc.Blocks {
		if b := &c.doc.Blocks[i]; b.Kind == story.Paragraph || b.Kind == story.ListItem {
			if head, _, ok := cutColon(b.Text); ok && len(head) < maxLabel {
				count[strings.ToLower(oneLine(head))]++
			}
		}
	}
	again := 0
	for _, n := range count {
		if n > 1 {
			again++
		}
	}
	return count, again > 1
}

// maxLabel bounds, in bytes, what stands before a colon.
const maxLabel = 60

// isListed reports whether a paragraph that looks like "Term: definition" is
// one: what follows goes on in a small letter, a neighbour is built alike, or
// the text speaks of the term elsewhere. A line about the class, "History –
// grade 6", has none of these.
func (c *corpus) isListed(i int, term, def string) bool {
	if unicode.IsLower(firstRune(def)) && strings.ContainsAny(c.doc.Blocks[i].Text, ":：") {
		return true
	}
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(c.doc.Blocks) || c.doc.Blocks[j].Kind != story.Paragraph {
			continue
		}
		if _, _, ok := cutDefinition(oneLine(c.doc.Blocks[j].Text)); ok {
			return true
		}
	}
	needed := c.termsOf(term)
	for t := range needed {
		if c.vocab.terms[t].sentences < 2 {
			return false
		}
	}
	return len(needed) > 0
}

// isSaying reports whether what follows a name and a colon is what somebody
// says rather than what something is.
func isSaying(text string) bool {
	return strings.ContainsAny(text, "!“”\"«»") ||
		slices.ContainsFunc(pieces(text), func(w piece) bool { return speakers[w.lower] })
}

var speakers = newWordSet("i i'm i've me my yes oh hello let's yo mi sí je j'ai mon ma oui ich mein ja eu meu sim io mio أنا نعم मैं मेरा हाँ")

// tabledDefinitions finds the terms of word lists set as tables of two
// columns. A first row in bold or not, such as "Word | Meaning", is told by
// its neighbours: its second cell is shorter than any definition.
func (c *corpus) tabledDefinitions() []definition {
	var found []definition
	for i := range c.doc.Blocks {
		b := &c.doc.Blocks[i]
		if b.Kind != story.Table || len(b.Cells) < minTableTerms {
			continue
		}
		var rows []definition
		for n, row := range b.Cells {
			d, ok := c.tabled(row)
			if !ok && n > 0 {
				rows = nil
				break
			}
			if ok {
				d.block, d.page = i, b.Page
				rows = append(rows, d)
			}
		}
		if len(rows) >= minTableTerms {
			found = append(found, rows...)
		}
	}
	return found
}

// minTableTerms is the least number of rows of a table of terms.
const minTableTerms = 2

// tabled reads a row of a table of terms.
func (c *corpus) tabled(row []string) (definition, bool) {
	if len(row) != 2 {
		return definition{}, false
	}
	term, def := oneLine(row[0]), strings.TrimRight(oneLine(row[1]), ".")
	words := pieces(term)
	if len(words) == 0 || len(words) > maxTermWords && !c.tongue.unspaced || strings.ContainsFunc(term, unicode.IsDigit) ||
		readingWords(def) < minDefinition || len(def) > maxDefinition || asks(term) || asks(def) {
		return definition{}, false
	}
	return definition{term: term, text: def, passage: -1, worth: 1}, true
}

// cutDefinition cuts "Term: definition" and "Term – definition".
func cutDefinition(text string) (term, def string, ok bool) {
	for _, mark := range []string{": ", " – ", " — ", " - ", "："} {
		term, def, ok = strings.Cut(text, mark)
		if ok && len(term) > 1 && readingWords(term) <= maxTermWords {
			return strings.TrimSpace(term), strings.TrimSpace(def), !strings.Contains(def, mark)
		}
	}
	return "", "", false
}
