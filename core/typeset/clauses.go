package typeset

import (
	"unicode"

	"github.com/go-text/typesetting/language"
)

// clauseEnds are the signs after which a reader draws breath within a
// sentence.
var clauseEnds = map[rune]bool{
	',': true, ';': true, ':': true, '—': true, '…': true,
	'،': true, '؛': true, // Arabic
	'、': true, '，': true, '；': true, '：': true, // Chinese, Japanese
	0x0387: true, 0x00B7: true, // Greek
	'՝': true, '։': true, // Armenian
	'፣': true, '፤': true, '፥': true, // Ethiopic
	'၊': true, // Burmese
}

// endsClause reports whether a clause ends before rune i, where a line may
// end. Closing quotation marks and brackets belong to what they close. Where
// a script has no spaces between words, a space is what a comma is elsewhere.
func (p *Paragraph) endsClause(i int) bool {
	text := p.src.runes
	end := p.trim(0, i)
	for end > 0 && (unicode.In(text[end-1], unicode.Pe, unicode.Pf, unicode.Pi) || text[end-1] == '"') {
		end--
	}
	if end == 0 {
		return false
	}
	spaced, before := p.trim(0, i) < i, text[end-1]
	return clauseEnds[before] || spaced && (isDash(before) || spaceless(before) && i < len(text) && spaceless(text[i]))
}

// beginsAside reports whether rune i is a dash that stands between spaces.
func (p *Paragraph) beginsAside(i int) bool {
	text := p.src.runes
	return i+1 < len(text) && isDash(text[i]) && isSpace(text[i-1]) && isSpace(text[i+1])
}

// isDash reports whether r parts clauses when it stands between spaces, though
// not in 1990–2000 or in a compound word.
func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' }

// partsWords reports whether the line end before rune i lies between words:
// after a space or a dash, or in a script that has no spaces. A hyphen or
// a slash within a word does not part it.
func (p *Paragraph) partsWords(i int) bool {
	before := p.src.runes[i-1]
	return isSpace(before) || clauseEnds[before] || spaceless(before) || i < len(p.src.runes) && spaceless(p.src.runes[i])
}

// spaceless reports whether r belongs to a script that puts no spaces between
// words.
func spaceless(r rune) bool {
	switch language.LookupScript(r) {
	case language.Han, language.Hiragana, language.Katakana, language.Thai, language.Lao, language.Khmer, language.Myanmar, language.Tibetan:
		return true
	}
	return wideStop(r)
}
