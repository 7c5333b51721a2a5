package ondevice

import (
	"cmp"
	"slices"
	"strings"

	"edusmart/core/story"
)

// askOpen answers an open question from the document: by a definition where
// it asks what something is or is called, else by the sentence that answers.
func (c *corpus) askOpen(e exercise) (asked, bool) {
	if !asks(e.stem) {
		return asked{}, false
	}
	if a, ok := c.askDefinition(e.stem); ok {
		return a, true
	}
	matter := c.termsOf(e.stem)
	if len(matter) < 2 || sum().MatchString(e.stem) {
		return asked{}, false
	}
	score, at, next := c.bestFor(matter)
	score *= float64(len(matter)) / float64(max(1, contentWords(c, e.stem)))
	if at < 0 || !c.givesWhat(e.stem, at) || c.passages[at].lean != upright || score < openCoverage || next > openMargin*c.covers(at, matter) || c.passages[at].fit < minFit {
		return asked{}, false
	}
	wrong := c.wrongSentences(matter, c.passages[at].length)
	if len(wrong) < 2 {
		return asked{}, false
	}
	return asked{Question: story.Question{
		Question: e.stem,
		Options:  append([]string{c.passages[at].text}, wrong[:min(len(wrong), choices-1)]...),
	}, passage: at}, true
}

// givesWhat reports whether passage i has what a question asks for: a number
// for "how many", a number for "when", a name for "who", a reason for "why".
func (c *corpus) givesWhat(stem string, i int) bool {
	p := &c.passages[i]
	for _, w := range pieces(stem) {
		switch askFor[w.lower] {
		case "number":
			return slices.ContainsFunc(p.words, func(w piece) bool {
				return w.number || slices.Contains(numberWords[c.tongue.tag], w.lower) || bigNumbers[w.lower]
			})
		case "name":
			return !cased(p.text) || slices.ContainsFunc(c.gapWords(i), func(g gapWord) bool { return g.kind == name || c.tongue.nounCaps })
		case "reason":
			return slices.ContainsFunc(p.words, func(w piece) bool { return reasons[w.lower] }) || strings.Contains(p.text, "par ce") || c.tongue.tag == "ar"
		}
	}
	return true
}

// askFor tells what the question words of the languages ask for.
var askFor = map[string]string{
	"when": "number", "many": "number", "wann": "number", "viele": "number", "cuándo": "number", "cuántos": "number", "cuántas": "number",
	"quand": "number", "combien": "number", "quando": "number", "quanti": "number", "quante": "number", "quantos": "number", "متى": "number", "كم": "number", "कब": "number", "कितने": "number", "कितनी": "number",
	"who": "name", "wer": "name", "quién": "name", "chi": "name", "quem": "name",
	"why": "reason", "warum": "reason", "pourquoi": "reason", "perché": "reason",
}

var reasons = newWordSet("because so since as therefore due to for weil denn da deshalb damit um parce car puisque pour perché poiché porque")

// askDefinition answers "What is X?" with its definition among those of other
// terms, and "What is ... called?" with the term.
func (c *corpus) askDefinition(stem string) (asked, bool) {
	all := c.definitions()
	key, matter := c.stemmed(stem), c.termsOf(stem)
	for _, d := range all {
		term := c.termsOf(d.term)
		switch {
		case key == c.stemmed(d.term) && !d.whole:
			a := asked{Question: story.Question{Question: stem, Options: []string{c.asDefinition(d)}}, passage: d.passage}
			for _, other := range nearest(all, d) {
				if !other.whole && len(a.Options) < choices {
					a.Options = append(a.Options, c.asDefinition(other))
				}
			}
			return a, len(a.Options) > 2
		case !d.whole && len(matter) > 1 && !overlaps(matter, term) && includes(matter, c.termsOf(d.text)):
			a := asked{Question: story.Question{Question: stem, Options: []string{c.written(d.term)}}, passage: d.passage}
			for _, other := range nearest(all, d) {
				if len(a.Options) < choices && !overlaps(matter, c.termsOf(other.term)) {
					a.Options = append(a.Options, c.written(other.term))
				}
			}
			return a, len(a.Options) > 2
		}
	}
	return asked{}, false
}

// nearest gives the other definitions, those of a similar length first.
func nearest(all []definition, d definition) []definition {
	others := slices.DeleteFunc(slices.Clone(all), func(o definition) bool { return o.term == d.term })
	off := func(o definition) int { return max(len(o.text)-len(d.text), len(d.text)-len(o.text)) }
	slices.SortStableFunc(others, func(a, b definition) int { return cmp.Compare(off(a), off(b)) })
	return others
}

func overlaps(a, b map[int32]bool) bool {
	for t := range b {
		if a[t] {
			return true
		}
	}
	return false
}

func includes(a, b map[int32]bool) bool {
	for t := range b {
		if !a[t] {
			return false
		}
	}
	return len(b) > 0
}
