package ondevice

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// spreadOf tells on how many of the pages each term stands.
func (c *corpus) spreadOf(chosen [][]int) map[int32]int {
	c.storyPages = len(chosen)
	spread := map[int32]int{}
	for _, page := range chosen {
		seen := map[int32]bool{}
		for _, i := range page {
			for _, w := range c.passages[i].vector {
				if !seen[w.term] {
					seen[w.term] = true
					spread[w.term]++
				}
			}
		}
	}
	return spread
}

// contrast weighs one occurrence of a term in a title: more where it stands on
// few pages but comes more than once in the document.
func (c *corpus) contrast(t int32, spread map[int32]int) float64 {
	often := 1 + math.Log(float64(max(1, c.vocab.terms[t].count)))
	if spread == nil {
		return math.Sqrt(c.vocab.idf(t, len(c.passages))) * often
	}
	return math.Log(1+float64(mostPages)/float64(max(1, spread[t]))) * math.Sqrt(often)
}

// everywhere reports whether a term stands on so many pages that it names
// none of them.
func (c *corpus) everywhere(t int32, spread map[int32]int) bool {
	return spread[t] > fewestPages/2 && spread[t]*2 >= c.storyPages
}

// opens reports whether the words from on are what the sentence begins with,
// with or without an article.
func (c *corpus) opens(p *passage, from int) bool {
	return from == 0 || from == 1 && c.tongue.determiners[p.words[0].lower] && !closed(p.text, p.words[0], p.words[1])
}

// fullTitle gives the strongest phrase of the sentences as a title of two
// words or more where that can be: with its article, or with a second noun.
func (c *corpus) fullTitle(chosen []int, spread map[int32]int, taken map[string]bool) string {
	if c.tongue.unspaced {
		return c.lexemeTitle(chosen, taken)
	}
	title := c.phraseOf(chosen, spread, taken)
	if title == "" || strings.Contains(title, " ") || c.tongue.tag == "ar" {
		return title
	}
	if article := c.articleOf(title); article != "" {
		if c.tongue.nounCaps {
			return article + " " + title
		}
		if c.small[strings.ToLower(title)] {
			title = lowered(title)
		}
		return article + " " + title
	}
	for _, noun := range c.tellingNouns(chosen, spread) {
		if c.stemmed(noun) != c.stemmed(title) {
			return c.joined(title, noun)
		}
	}
	return title
}

// articleOf gives the definite article that the document sets before word
// where it begins a sentence, or anywhere in a language whose articles do not
// change with the case; "" where it sets none.
func (c *corpus) articleOf(word string) string {
	lower := strings.ToLower(word)
	for i := range c.passages {
		p := &c.passages[i]
		for j := 0; j+1 < len(p.words) && (j == 0 || !c.tongue.nounCaps); j++ {
			article := p.words[j]
			if p.words[j+1].lower != lower || !strings.HasSuffix(p.text[article.from:p.words[j+1].from], " ") ||
				!articles[article.lower] && (!c.tongue.nounCaps || !germanArticles[article.lower]) {
				continue
			}
			if j+2 < len(p.words) && p.ids[j+2] != function && !closed(p.text, p.words[j+1], p.words[j+2]) && c.tongue.tag == "en" && !verbLike(p.words[j+2].lower) {
				continue // "the honey bee"
			}
			return raised(article.lower)
		}
	}
	return c.indefinite(lower)
}

// definites are the definite articles for indefinite ones, where the noun
// alone does not decide on them.
var definites = map[string]string{"a": "The", "an": "The", "un": "El", "una": "La"}

// indefinite gives the definite article for a word that the document has with
// an indefinite one, in English and Spanish.
func (c *corpus) indefinite(lower string) string {
	if c.tongue.tag != "en" && c.tongue.tag != "es" {
		return ""
	}
	for i := range c.passages {
		p := &c.passages[i]
		for j := 0; j+1 < len(p.words); j++ {
			if article := definites[p.words[j].lower]; article != "" && p.words[j+1].lower == lower && !closed(p.text, p.words[j], p.words[j+1]) &&
				(j+2 == len(p.words) || p.ids[j+2] == function || closed(p.text, p.words[j+1], p.words[j+2])) {
				return article
			}
		}
	}
	return ""
}

var germanArticles = newWordSet("der die das")

// tellingNouns gives single nouns of the sentences, those first that tell them
// from the other pages.
func (c *corpus) tellingNouns(chosen []int, spread map[int32]int) []string {
	if c.tongue.tag == "th" {
		return nil
	}
	if c.tongue.unspaced {
		return c.tellingLexemes(chosen)
	}
	type weighed struct {
		text  string
		worth float64
	}
	var all []weighed
	at := map[int32]int{}
	for _, i := range chosen {
		p := &c.passages[i]
		for j, w := range p.words {
			id := p.ids[j]
			if id == function || w.number || strings.HasPrefix(p.text[w.to:], ". ") || c.tongue.generic[w.lower] || utf8.RuneCountInString(w.lower) < 3 {
				continue
			}
			if calendar[w.lower] || ranks[w.lower] || c.inflected() && !c.opens(p, j) || c.describesNext(p, j) {
				continue
			}
			if c.everywhere(id, spread) || c.tongue.tag == "hi" && strings.HasSuffix(w.lower, "ने") {
				continue
			}
			t := &c.vocab.terms[id]
			if c.tongue.nounCaps && !capitalised(p.text[w.from:w.to]) || c.tongue.tag == "en" && (verbLike(w.lower) || strings.HasSuffix(w.lower, "'s")) || t.nounness() < minNounness && !t.proper() {
				continue
			}
			if n, ok := at[id]; ok {
				all[n].worth += c.contrast(id, spread)
				continue
			}
			at[id] = len(all)
			text := p.text[w.from:w.to]
			if g, ok := c.nameAt(p, j); ok && t.proper() && !c.tongue.nounCaps {
				text = g.text // "Federal Reserve"
			} else if !t.proper() && !c.tongue.nounCaps {
				text = lowered(text)
			}
			worth := c.contrast(id, spread) * (0.4 + t.nounness())
			if c.opens(p, j) {
				worth *= subjectTitle
			}
			all = append(all, weighed{text, worth})
		}
	}
	slices.SortStableFunc(all, func(a, b weighed) int { return cmp.Compare(b.worth, a.worth) })
	out := make([]string, len(all))
	for i, w := range all {
		out[i] = w.text
	}
	return out
}

// describesNext reports whether a German word with a capital only describes the
// noun after it: "Kölner Dom".
func (c *corpus) describesNext(p *passage, j int) bool {
	return c.tongue.nounCaps && j+1 < len(p.words) && capitalised(p.text[p.words[j+1].from:p.words[j+1].to]) && !closed(p.text, p.words[j], p.words[j+1])
}

// openingNouns gives the words that the sentences are likely to be about where
// no article shows it: a plural that opens an English sentence, the first
// content word in Hindi, and in Arabic the one after the verb, with the definite word that
// belongs to it.
func (c *corpus) openingNouns(chosen []int) []string {
	var out []string
	for _, i := range chosen {
		p := &c.passages[i]
		at := 0
		switch {
		case c.tongue.tag == "ar" && len(p.words) > 2 && !arabicDefinite(p.words[0].lower):
			at = 1
		case c.tongue.tag == "en" && len(p.words) > 0 && plural(p.words[0].lower) && p.ids[0] != function:
		case c.tongue.tag != "hi":
			continue
		}
		if len(p.words) <= at+1 || p.ids[at] == function || p.words[at].number || c.tongue.generic[p.words[at].lower] {
			continue
		}
		to := p.words[at].to
		if c.tongue.tag == "ar" && !arabicDefinite(p.words[1].lower) {
			if !arabicDefinite(p.words[2].lower) || closed(p.text, p.words[1], p.words[2]) {
				continue
			}
			to = p.words[2].to
		}
		out = append(out, p.text[p.words[at].from:to])
	}
	return out
}

// joined sets two nouns side by side as a title.
func (c *corpus) joined(a, b string) string {
	switch {
	case c.tongue.unspaced:
		return a + c.tongue.and + b
	case c.tongue.tag == "ar":
		return strings.TrimPrefix(a, "و") + " و" + strings.TrimPrefix(b, "و")
	case c.tongue.and == "":
		return raised(a) + ", " + b
	}
	return raised(a) + " " + c.tongue.and + " " + b
}

// Letters of a title in a script without spaces that says enough by itself.
const fullLexeme = 3

// lexemeTitle gives the most telling word of the sentences as a title, with a
// second one where it is short; "" where there is none that is not taken.
func (c *corpus) lexemeTitle(chosen []int, taken map[string]bool) string {
	if c.tongue.tag == "th" {
		return "" // what comes again may be a part of a word
	}
	nouns := c.tellingLexemes(chosen)
	for i, noun := range nouns {
		if taken[c.stemmed(noun)] {
			continue
		}
		if utf8.RuneCountInString(noun) >= fullLexeme {
			return noun
		}
		for _, other := range slices.Concat(nouns[i+1:], nouns[:i]) {
			if !taken[c.stemmed(other)] && !strings.Contains(other, noun) && !strings.Contains(noun, other) {
				return c.joined(noun, other)
			}
		}
		return noun
	}
	return ""
}
