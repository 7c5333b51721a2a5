package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"edusmart/core/lazyregexp"

	"golang.org/x/text/unicode/norm"
)

// tidyLines makes text fit to be read aloud without touching its words: soft
// hyphens, controls and marks of direction are left out, every kind of space
// becomes one space, and letters are composed (NFC). Line breaks stay, without
// spaces around them. The joiners of Indic and Arabic script stay.
func tidyLines(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space, line := false, false
	for _, r := range s {
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\u0085':
			line = true
			continue
		case unicode.IsSpace(r) || r == '\u00a0' || r == '\u200b':
			space = true
			continue
		case isUnheard(r):
			continue
		case r == '\u2011': // non-breaking hyphen
			r = '-'
		}
		if b.Len() > 0 {
			if line {
				b.WriteByte('\n')
			} else if space {
				b.WriteByte(' ')
			}
		}
		space, line = false, false
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

// isUnheard tells the characters that are neither seen nor heard.
func isUnheard(r rune) bool {
	switch {
	case r == '\u00ad', // soft hyphen
		r == '\ufeff', r == '\u2060', // byte order mark, word joiner
		r == '\u200e', r == '\u200f', r == '\u061c', // marks of direction
		r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069',
		r == '\ufffc', r == utf8.RuneError, // placeholders of objects and of damage
		r >= 0xe000 && r <= 0xf8ff: // private use: symbols of one font
		return true
	}
	return unicode.IsControl(r)
}

// tidy is tidyLines on one line.
func tidy(s string) string { return strings.ReplaceAll(tidyLines(s), "\n", " ") }

// firstDense comes before all letters that are written without spaces between
// the words: those of Thai come first.
const firstDense = 0x0E00

// wordCount counts words; two characters of scripts that do not put spaces
// between words count as one.
func wordCount(s string) int {
	words, dense, in := 0, 0, false
	for _, r := range s {
		switch {
		case r >= firstDense && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
			dense++
			in = false
		case unicode.IsSpace(r):
			in = false
		case !in && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			words++
			in = true
		}
	}
	return words + (dense+1)/2
}

// markerKind is the family of a list marker; markers of one list share it.
type markerKind int

const (
	noMarker markerKind = iota
	bulletMarker
	numberMarker
	letterMarker
)

// splitMarker takes a typed list marker ("•", "-", "3.", "a)", "(b)", "أ)",
// "(क)") off the beginning of a line. There is none unless a space and text
// follow it.
func splitMarker(line string) (kind markerKind, marker, rest string) {
	marker, rest, ok := strings.Cut(line, " ")
	if !ok {
		return noMarker, "", line
	}
	if rest = strings.TrimSpace(rest); rest == "" {
		return noMarker, "", line
	}
	if kind = kindOfMarker(marker); kind == noMarker {
		return noMarker, "", line
	}
	return kind, marker, rest
}

// kindOfMarker tells what kind of list marker a word is, if any.
func kindOfMarker(word string) markerKind {
	switch word {
	case "•", "◦", "▪", "▫", "‣", "●", "○", "■", "□", "➢", "✓", "✔", "❖", "·", "*", "-", "–", "—", "☐":
		return bulletMarker
	}
	core := strings.TrimPrefix(word, "(")
	opened := core != word
	last, n := utf8.DecodeLastRuneInString(core)
	switch last {
	case ')':
	case '.', '-', '。', '、', '．':
		if opened {
			return noMarker
		}
	default:
		return noMarker
	}
	core = core[:len(core)-n]
	runes := utf8.RuneCountInString(core)
	if runes == 0 || runes > 3 {
		return noMarker
	}
	digits := true
	for _, r := range core {
		digits = digits && unicode.IsDigit(r)
	}
	switch first, _ := utf8.DecodeRuneInString(core); {
	case digits:
		return numberMarker
	case last == '-':
		// "أ-" is a marker, "A-" is the beginning of something else.
		if runes == 1 && unicode.Is(unicode.Arabic, first) {
			return letterMarker
		}
	case runes == 1 && unicode.IsLetter(first), isRoman(core):
		return letterMarker
	}
	return noMarker
}

func isRoman(s string) bool { return strings.Trim(s, "ivx") == "" }

// captionLabel is how captions begin in the languages that are taught most:
// "Figure 3:", "Abb. 2 –", "شكل ١". Groups: the word, what stands between the
// number and the text.
var captionLabel = lazyregexp.New(`(?i)^(?:fig(?:ure|ura|\.)?|abb(?:ildung|\.)|bild|ilustra(?:ción|ção|cja)|illustration|illustrazione|imagen?|imagem|immagine|foto(?:grafía|grafia)?|photo|picture|map|mapa|karte|carte|diagram(?:a|me|m)?|gr[aá]fico|cuadro|quadro|table|tabla|tabela|tabella|tab\.|tabelle|tableau|figuur|afbeelding|obr\.|rys\.|рис(?:унок|\.)|табл(?:ица|\.)|(?:ال)?شكل|(?:ال)?صورة|(?:ال)?جدول|(?:ال)?رسم|चित्र|तालिका|सारणी|आकृति|圖|图|表|図)\s*(?:no\.|nº|n°|رقم)?\s*(?:\p{Nd}|(?-i:[IVX]))+(?:[.\-–][\p{Nd}]+)*[a-z]?(\s*[:：.\-–—)।|]\s*|\s+|$)`)

// cutLabel takes a label such as "Figure 3:" off a caption. sure is false
// where what follows could as well be a sentence about the figure ("Figure 3
// shows ...").
func cutLabel(s string) (text string, labelled, sure bool) {
	if !numberedSoon(s) {
		return s, false, false
	}
	m := captionLabel().FindStringSubmatchIndex(s)
	if m == nil {
		return s, false, false
	}
	text = strings.TrimSpace(s[m[1]:])
	separated := strings.TrimSpace(s[m[2]:m[3]]) != ""
	first, _ := utf8.DecodeRuneInString(text)
	return text, true, separated || text == "" || unicode.IsUpper(first)
}

// numberedSoon reports whether a number stands near the beginning of s, where a
// label has its own: most captions and paragraphs need no closer look.
func numberedSoon(s string) bool {
	const longest = 32 // runes: more than the longest word and "no." take
	n := 0
	for _, r := range s {
		if n++; n > longest {
			return false
		}
		if unicode.IsDigit(r) || r == 'I' || r == 'V' || r == 'X' {
			return true
		}
	}
	return false
}

// endsSentence reports whether s ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»)]`)
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?;,…。！？؟।॥۔،؛", last)
}

// isNoteMark reports whether raised text after before is the mark of a note
// ("word¹", "sentence.[2]") rather than a part of it ("10⁶", "m²").
func isNoteMark(raised, before string) bool {
	raised = strings.TrimSpace(raised)
	if raised == "" || len(raised) > 12 {
		return false
	}
	for _, r := range raised {
		if !unicode.IsDigit(r) && !strings.ContainsRune("*∗†‡§¶[](),-– ", r) {
			return false
		}
	}
	if strings.ContainsAny(raised, "*∗†‡¶[(") {
		return true
	}
	before = strings.TrimRight(before, " \u00a0")
	last, _ := utf8.DecodeLastRuneInString(before)
	if unicode.IsPunct(last) {
		return last != '(' && last != '/'
	}
	start := strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	word := before
	if start >= 0 {
		_, n := utf8.DecodeRuneInString(before[start:])
		word = before[start+n:]
	}
	return utf8.RuneCountInString(word) > 3
}

// raise writes digits as superscripts, so that "10" and "6" do not become
// "106".
func raise(s string) string {
	return strings.Map(func(r rune) rune {
		const up = "⁰¹²³⁴⁵⁶⁷⁸⁹"
		switch {
		case r >= '0' && r <= '9':
			return []rune(up)[r-'0']
		case r == '-' || r == '\u2212':
			return '⁻'
		case r == '+':
			return '⁺'
		}
		return r
	}, s)
}

// lower writes digits as subscripts.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '₀' + (r - '0')
		}
		return r
	}, s)
}
