package ondevice

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A lexeme is a word found in a text without spaces between words.
//
// Chinese has its words found as in new word discovery: a run of letters is a
// word where it comes again with different neighbours on either side, or
// stands alone between function words and marks (Feng and others, "Accessor
// Variety Criteria for Chinese Word Extraction", 2004). In Japanese the change
// of script shows most nouns: a run of kanji or of katakana. In Thai only what
// comes again between the same kind of bounds is taken.
type lexeme struct {
	text     string
	count    int
	passages []int
	nouns    int  // occurrences in the place of a noun
	defined  bool // the document says what it is
}

// lexemeAt is one occurrence: the bytes of a passage's text.
type lexemeAt struct {
	lexeme *lexeme
	span
	noun bool // in the place of a noun
	free bool // no other letter of a word touches it
}

// Limits of what counts as a word, in letters.
const (
	shortestLexeme = 2
	longestLexeme  = 6  // of Chinese
	longestThai    = 14 // letters and marks
	shortestThai   = 3
	longestOnce    = 4 // of a word that comes once
	longestRun     = 12
)

// stretch is a run of letters between marks and function words.
type stretch struct{ span }

// letters that tell what stands beside a Chinese noun.
const (
	beforeNoun = "的、和与及在从把对向由个只条种座颗名位块片张家棵头本部《“"
	afterNoun  = "是的、和与及里上中有在被能会也都就，。》”"
	beforeVerb = "不没会能要来去正想"
	afterVerb  = "了着过到成"
	locating   = "里上中下内外边旁"
	describing = "大小高低快慢好坏" // adjectives after their noun
)

// particles of Japanese that follow a noun.
const afterJapaneseNoun = "はがをにへでともやの、。"

// findLexemes finds the words of a text without spaces.
func (c *corpus) findLexemes() {
	if !c.tongue.unspaced || c.tongue.tag == "" {
		return
	}
	known := map[string]*lexeme{}
	for _, text := range c.lexemeTexts() {
		if !c.tongue.generic[text] && !c.tongue.stop[text] {
			known[text] = &lexeme{text: text}
		}
	}
	for _, d := range c.defined {
		known[d.term] = &lexeme{text: d.term, defined: true}
	}
	c.lexemes = make([][]lexemeAt, len(c.passages))
	for i := range c.passages {
		for _, s := range c.runs(c.passages[i].text) {
			c.lexemes[i] = append(c.lexemes[i], c.wordsIn(known, i, s)...)
		}
	}
	for i := range c.lexemes {
		c.lexemes[i] = slices.DeleteFunc(c.lexemes[i], func(o lexemeAt) bool { return 2*o.lexeme.nouns < o.lexeme.count && !o.lexeme.defined })
	}
}

// lexemeTexts gives what counts as a word, sorted.
func (c *corpus) lexemeTexts() []string {
	switch c.tongue.tag {
	case "zh":
		return c.chineseWords()
	case "th":
		return c.repeatedStretches(2, shortestThai, longestThai)
	}
	return c.repeatedStretches(1, 1, longestRun)
}

// repeatedStretches gives the stretches that come at least often times.
func (c *corpus) repeatedStretches(often, shortest, longest int) []string {
	count := map[string]int{}
	for i := range c.passages {
		text := c.passages[i].text
		for _, s := range c.runs(text) {
			if n := utf8.RuneCountInString(text[s.from:s.to]); n >= shortest && n <= longest {
				count[text[s.from:s.to]]++
			}
		}
	}
	var out []string
	for text, n := range count {
		if n >= often {
			out = append(out, text)
		}
	}
	slices.Sort(out)
	return out
}

// runs cuts text into the runs that may be words.
func (c *corpus) runs(text string) []stretch {
	var out []stretch
	from := -1
	end := func(at int) {
		if from >= 0 && at > from {
			out = append(out, stretch{span{from, at}})
		}
		from = -1
	}
	var last rune
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		skip := 0
		if unspacedRune(r) && c.tongue.tag != "ja" {
			skip = c.cutAt(text[at:])
		}
		switch {
		case skip > 0:
			end(at)
			at += skip
			last = 0
			continue
		case !unspacedRune(r) || c.tongue.tag == "ja" && unicode.Is(unicode.Hiragana, r):
			end(at)
		case from >= 0 && c.tongue.tag == "ja" && katakana(r) != katakana(last):
			end(at)
			from = at
		case from < 0:
			from = at
		default:
			if word := c.keptAt(text[at:]); word > size {
				at += word
				last = r
				continue
			}
		}
		last = r
		at += size
	}
	end(len(text))
	return out
}

func katakana(r rune) bool { return unicode.Is(unicode.Katakana, r) || r == 'ー' }

// mostCutRunes is how many letters a function word of these languages has at
// most.
const mostCutRunes = 8

// cutAt gives the length in bytes of the function word that text begins with;
// 0 where there is none, or where it belongs to a longer word.
func (c *corpus) cutAt(text string) int {
	if c.keptAt(text) > 0 {
		return 0
	}
	best := 0
	for n, at := 0, 0; n < mostCutRunes && at < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
		if c.tongue.cuts[text[:at]] || c.tongue.stop[text[:at]] {
			best = at
		}
	}
	if best > 0 && best < len(text) && unicode.IsMark(firstRune(text[best:])) {
		return 0
	}
	return best
}

func (c *corpus) keptAt(text string) int {
	best := 0
	for n, at := 0, 0; n < mostCutRunes && at < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
		if c.tongue.kept[text[:at]] {
			best = at
		}
	}
	return best
}

// wordsIn gives the words of a stretch of passage i, the longest first at each
// place.
func (c *corpus) wordsIn(known map[string]*lexeme, i int, s stretch) []lexemeAt {
	text := c.passages[i].text
	var out []lexemeAt
	for at := s.from; at < s.to; {
		best, end := (*lexeme)(nil), at
		for to := at; to < s.to; {
			_, size := utf8.DecodeRuneInString(text[to:])
			to += size
			if l := known[text[at:to]]; l != nil {
				best, end = l, to
			}
		}
		if best == nil {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		o := lexemeAt{lexeme: best, span: span{at, end}}
		o.noun, o.free = c.nounAt(text, o.span, s)
		best.count++
		if o.noun {
			best.nouns++
		}
		if n := len(best.passages); n == 0 || best.passages[n-1] != i {
			best.passages = append(best.passages, i)
		}
		out = append(out, o)
		at = end
	}
	return out
}

// nounAt reports whether what stands at o in its stretch is a noun, and
// whether no letters of another word touch it.
func (c *corpus) nounAt(text string, o span, s stretch) (noun, free bool) {
	rest := text[o.to:s.to]
	free = o.from == s.from && (rest == "" || utf8.RuneCountInString(rest) == 1 && strings.Contains(locating, rest))
	after := firstRune(text[o.to:])
	switch c.tongue.tag {
	case "ja":
		noun = o.to < len(text) && strings.ContainsRune(afterJapaneseNoun, after)
		return noun && (utf8.RuneCountInString(text[o.from:o.to]) > 1 || !strings.ContainsRune("と、にで", after)), free && !afterDigit(text, o.from)
	case "zh":
		return chineseNoun(text, o) > 0, free && !afterDigit(text, o.from)
	}
	return free, free
}

func afterDigit(text string, at int) bool {
	r := lastRune(text[:at])
	return unicode.IsDigit(r)
}

// lexemeKind tells people and places from things by the last letter of a word
// of Chinese or Japanese.
func lexemeKind(word string) rune {
	last := lastRune(word)
	switch {
	case strings.ContainsRune("人者家员師师王帝后民兵僧客士", last):
		return 'p'
	case strings.ContainsRune("国國省市县縣城镇町村山河江湖海洋洲岛島路", last):
		return 'l'
	case strings.ContainsRune("年月日时時", last):
		return 't'
	}
	return 0
}

// enumerated reports whether the word at o stands beside another of an
// enumeration.
func (c *corpus) enumerated(i int, o span) bool {
	text := c.passages[i].text
	return o.from > 0 && strings.ContainsRune(c.tongue.joints, lastRune(text[:o.from])) ||
		o.to < len(text) && strings.ContainsRune(c.tongue.joints, firstRune(text[o.to:]))
}

// tellingLexemes gives the words of passages that say what they are about, the
// most telling first: nouns that come often in them and seldom elsewhere.
func (c *corpus) tellingLexemes(chosen []int) []string {
	type weighed struct {
		text  string
		worth float64
	}
	count := map[*lexeme]float64{}
	var order []*lexeme
	for n, i := range chosen {
		if i >= len(c.lexemes) {
			continue
		}
		for _, o := range c.lexemes[i] {
			if !o.noun || afterDigit(c.passages[i].text, o.from) || lexemeKind(o.lexeme.text) == 't' || utf8.RuneCountInString(o.lexeme.text) < shortestLexeme {
				continue
			}
			if count[o.lexeme] == 0 {
				order = append(order, o.lexeme)
			}
			count[o.lexeme]++
			if c.enumerated(i, o.span) {
				count[o.lexeme] -= 0.5
			}
			if n == 0 && o.from == 0 || o.lexeme.defined {
				count[o.lexeme] += 0.5
			}
		}
	}
	var all []weighed
	for _, l := range order {
		all = append(all, weighed{l.text, count[l] * count[l] / float64(max(1, l.count))})
	}
	slices.SortStableFunc(all, func(a, b weighed) int { return cmp.Compare(b.worth, a.worth) })
	out := make([]string, len(all))
	for i, w := range all {
		out[i] = w.text
	}
	return out
}
