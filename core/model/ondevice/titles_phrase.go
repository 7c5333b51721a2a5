package ondevice

import (
	"strings"
	"unicode/utf8"
)

// phraseOf gives the strongest noun phrase of the sentences, not one of taken
// (stems); "" where there is none. spread tells on how many pages each term
// stands; without it the whole document counts.
func (c *corpus) phraseOf(chosen []int, spread map[int32]int, taken map[string]bool) string {
	weight := map[int32]float64{}
	for _, i := range chosen {
		for _, w := range c.passages[i].vector {
			weight[w.term]++
		}
	}
	for t, n := range weight {
		weight[t] = n * c.contrast(t, spread)
	}
	best, most := "", 0.0
	for order, i := range chosen {
		p := &c.passages[i]
		for from := range p.words {
			for n := 1; n <= maxPhraseWords && from+n <= len(p.words); n++ {
				score := c.phraseScore(p, from, n, weight)
				if order == 0 {
					score *= 1.15
				}
				if c.opens(p, from) {
					score *= subjectTitle
				}
				if d, ok := c.define(i); ok && score*definedTitle > most && c.stemmed(d.term) == c.stemmed(p.text[p.words[from].from:p.words[from+n-1].to]) {
					score *= definedTitle
				}
				if score <= most {
					continue
				}
				text := strings.TrimRight(p.text[p.words[from].from:p.words[from+n-1].to], endMarks)
				if key := c.stemmed(text); key == "" || taken[key] || utf8.RuneCountInString(text) > maxTitleLetters {
					continue
				}
				best, most = c.withArticle(p, from, n, text), score
			}
		}
	}
	if best == "" {
		return ""
	}
	if c.tongue.tag == "ar" {
		return strings.TrimPrefix(best, "و")
	}
	return raised(best)
}

// withArticle puts the article of the text before a title.
func (c *corpus) withArticle(p *passage, from, n int, text string) string {
	if n > 3 || from == 0 || c.vocab.terms[p.ids[from]].proper() && !c.tongue.nounCaps {
		return text
	}
	article := p.words[from-1]
	if !articles[article.lower] || closed(p.text, article, p.words[from]) {
		return text
	}
	return lowered(p.text[article.from:p.words[from+n-1].to])
}

// articles are the definite articles, in the form in which a title can begin
// with them.
var articles = newWordSet("the el la los las le les l' il lo i gli o os")

// phraseScore weighs words [from, from+n) of a passage as a title; 0 where
// they are no noun phrase.
func (c *corpus) phraseScore(p *passage, from, n int, weight map[int32]float64) float64 {
	last := from + n - 1
	if !c.bounded(p, from, last) || c.describesNext(p, last) || c.inflected() && !c.opens(p, from) || n > 1 && from > 0 && c.tongue.tag == "en" && opensVerb[p.words[from-1].lower] {
		return 0
	}
	var sum float64
	content := 0
	for i := from; i <= last; i++ {
		w, id := p.words[i], p.ids[i]
		if i > from && closed(p.text, p.words[i-1], w) {
			return 0
		}
		if id == function {
			if i == from || i == last || !c.tongue.linkers[w.lower] {
				return 0
			}
			continue
		}
		if w.number || strings.HasPrefix(p.text[w.to:], ". ") || c.tongue.tag == "hi" && strings.HasSuffix(w.lower, "ने") || c.tongue.generic[w.lower] && (i == from || i == last) || c.tongue.tag == "en" && verbLike(w.lower) || strings.HasSuffix(w.lower, "'s") && i == last {
			return 0
		}
		if c.tongue.nounCaps && !capitalised(p.text[w.from:w.to]) {
			return 0 // adjectives are inflected and verbs are no title
		}
		if i < last && c.tongue.tag == "en" && plural(w.lower) && !c.vocab.terms[id].proper() {
			return 0 // "bees collect", "worker cleans cells"
		}
		sum += weight[id]
		content++
	}
	if n > 1 && !c.belongs(p, from, last) {
		return 0
	}
	head := c.head(p, from, last)
	noun := head.nounness()
	if c.tongue.tag != "" && !c.tongue.unspaced && noun < 0.25 && !head.proper() {
		return 0
	}
	width := []float64{0, 0.6, 1.1, 1.05, 0.95}[n]
	if n > 1 && head.proper() && c.vocab.terms[p.ids[from]].proper() {
		width *= properTitle
	}
	return sum / float64(content) * width * (0.4 + noun)
}

// opensVerb are the English words after which the next is a verb: "matters
// that affect millions".
var opensVerb = newWordSet("that which who to can could will would must should may might not don't doesn't didn't")

// inflected reports whether nothing is known of the language's grammar: its
// nouns may then have other forms inside a sentence than at its beginning.
func (c *corpus) inflected() bool {
	return c.tongue.tag != "" && len(c.tongue.stop) == 0 && !c.tongue.unspaced
}

// belongs reports whether words side by side are one phrase. English and
// German show it by what stands around them; elsewhere the second might be a
// verb, so the pair must come again, or both be definite in Arabic.
func (c *corpus) belongs(p *passage, from, last int) bool {
	if !c.tongue.adjAfter && c.tongue.tag != "hi" {
		return true
	}
	for i := from + 1; i <= last; i++ {
		if p.ids[i] == function || p.ids[i-1] == function {
			continue
		}
		definite := c.tongue.tag == "ar" && arabicDefinite(p.words[i-1].lower) && arabicDefinite(p.words[i].lower)
		if !definite && c.vocab.pairs[[2]int32{p.ids[i-1], p.ids[i]}] < 2 {
			return false
		}
	}
	return true
}

// head is the term that makes the phrase a noun: its last word, or its first
// where adjectives follow.
func (c *corpus) head(p *passage, from, last int) *term {
	at := last
	if c.tongue.adjAfter {
		at = from
	}
	return &c.vocab.terms[p.ids[at]]
}

// bounded reports whether the phrase ends where its neighbours are function
// words or marks, so that no part of it is left out. In scripts without
// spaces every stretch is as good as any other.
func (c *corpus) bounded(p *passage, from, last int) bool {
	if c.tongue.unspaced {
		return false
	}
	if from > 0 && p.ids[from-1] != function && !closed(p.text, p.words[from-1], p.words[from]) {
		// German adjectives, which are small, may be left off.
		if w := p.words[from-1]; !c.tongue.nounCaps || capitalised(p.text[w.from:w.to]) {
			return false
		}
	}
	if from > 0 && c.tongue.linkers[p.words[from-1].lower] && c.tongue.tag != "hi" && last == from {
		return true
	}
	if last > from && c.tongue.adjAfter && c.vocab.terms[max(0, p.ids[last])].proper() && c.tongue.linkers[p.words[last-1].lower] {
		return true // "Códice de Dresde", before a verb
	}
	return last+1 == len(p.words) || p.ids[last+1] == function || closed(p.text, p.words[last], p.words[last+1])
}
