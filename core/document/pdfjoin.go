package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A lexicon knows the words of a document that stand within lines, and so
// were not broken, and the last parts of its compounds with their hyphen.
type lexicon map[string]int

// lexiconOf collects the words of lines, the first and the last of each line
// aside.
func lexiconOf(pages []*pdfPage) lexicon {
	words := lexicon{}
	for _, p := range pages {
		for i := range p.lines {
			text := p.lines[i].text
			first, last := strings.IndexByte(text, ' '), strings.LastIndexByte(text, ' ')
			if first >= last {
				continue
			}
			for w := range strings.FieldsSeq(text[first:last]) {
				if w = foldWord(w); w == "" || len(words) >= maxLexicon {
					continue
				}
				words[w]++
				if at := strings.LastIndexByte(w, '-'); at > 0 {
					words[w[at:]]++ // "-flying"
				}
			}
		}
	}
	return words
}

const maxLexicon = 300_000

// foldWord strips punctuation and capitals.
func foldWord(w string) string {
	return strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// joinText joins the lines of a paragraph.
func (x lexicon) joinText(texts []string) string {
	var b strings.Builder
	for i, text := range texts {
		if i+1 < len(texts) {
			drop, glue := x.seam(text, texts[i+1])
			text = text[:len(text)-drop] + glue
		}
		b.WriteString(text)
	}
	return strings.ReplaceAll(b.String(), "\u00ad", "")
}

// seam says how the end of a line is joined with the beginning of the next:
// how many bytes of the end go, and what comes between.
func (x lexicon) seam(end, start string) (drop int, glue string) {
	last, n := utf8.DecodeLastRuneInString(end)
	next, _ := utf8.DecodeRuneInString(start)
	switch {
	case last == '\u00ad', last == '-' && x.broken(end, start):
		return n, ""
	case last == '-' && gluesAfterHyphen(end, start):
		return 0, ""
	case dense(last) && dense(next):
		return 0, "" // these scripts put no spaces between words
	}
	return 0, " "
}

// dense reports whether r is of a script written without spaces.
func dense(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) ||
		r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff0f
}

// compoundHeads are words that commonly keep their hyphen.
var compoundHeads = map[string]bool{
	"self": true, "well": true, "ex": true, "half": true, "all": true, "cross": true, "high": true, "low": true,
	"long": true, "short": true, "old": true, "new": true, "one": true, "two": true, "three": true, "four": true,
	"five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true, "twenty": true, "thirty": true,
	"so": true, "open": true, "full": true, "non": true, "semi": true, "anti": true, "hard": true, "soft": true,
	"fast": true, "slow": true, "large": true, "small": true, "deep": true, "free": true, "first": true, "second": true,
	"third": true, "mid": true, "left": true, "right": true, "best": true, "fine": true, "wide": true, "kind": true,
}

// compoundTails are words that commonly follow a hyphen; unhyphenated are
// heads with which they are one word.
var (
	compoundTails = map[string]bool{
		"like": true, "based": true, "shaped": true, "sized": true, "free": true, "rich": true, "made": true, "known": true,
		"making": true, "related": true, "term": true, "scale": true, "century": true, "year": true, "old": true, "eyed": true,
		"legged": true, "coloured": true, "colored": true, "haired": true, "speaking": true, "eating": true, "driven": true,
	}
	unhyphenated = map[string]bool{"un": true, "dis": true, "a": true, "re": true, "child": true, "war": true, "life": true, "care": true, "man": true}
)

// broken reports whether the hyphen at the end of a line was only set to
// break the word, and goes.
func (x lexicon) broken(end, start string) bool {
	head := end[strings.LastIndexAny(end, " \u00a0(—–“\"")+1 : len(end)-1]
	tail, _, _ := strings.Cut(start, " ")
	first, _ := utf8.DecodeRuneInString(start)
	before, _ := utf8.DecodeLastRuneInString(head)
	if !unicode.IsLower(first) || !unicode.IsLetter(before) || utf8.RuneCountInString(head) < 2 {
		return false
	}
	a, b := foldWord(head), foldWord(tail)
	if isConjunction(b) {
		return false
	}
	whole, compound := x[a+b], x[a+"-"+b]
	if whole != compound {
		return whole > compound
	}
	if strings.Contains(head, "-") {
		return false // a compound of several parts
	}
	if tail := strings.TrimRight(tail, ".,;:!?)"); compoundTails[strings.ToLower(tail)] && utf8.RuneCountInString(a) > 2 && !unhyphenated[a] {
		return false
	}
	if x["-"+b] > 0 && (compoundHeads[a] || x[a] > 0) {
		return false // "fast-flying" where "slow-flying" is known
	}
	return !(compoundHeads[a] && x[b] > 0)
}

// isConjunction reports whether w can follow a hanging hyphen, as in "Haus-
// und Gartenarbeit".
func isConjunction(w string) bool {
	switch w {
	case "und", "oder", "bzw", "and", "or", "y", "o", "et", "ou", "e", "en", "of":
		return true
	}
	return false
}

// gluesAfterHyphen reports whether a compound goes on without a space after
// its hyphen.
func gluesAfterHyphen(end, start string) bool {
	before, _ := utf8.DecodeLastRuneInString(end[:len(end)-1])
	first, _ := utf8.DecodeRuneInString(start)
	word, _, _ := strings.Cut(start, " ")
	return (unicode.IsLetter(before) || unicode.IsDigit(before)) && (unicode.IsLetter(first) || unicode.IsDigit(first)) && !isConjunction(foldWord(word))
}
