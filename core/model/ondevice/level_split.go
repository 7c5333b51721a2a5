package ondevice

import (
	"strings"

	"edusmart/core/story"
)

// Words that each half of a split sentence has at least.
const minHalf = 4

// split cuts a sentence that is long for the grade at a boundary of clauses,
// where both halves are whole sentences in the document's own words: at a
// semicolon in any language, and in English at ", and", ", but" or ", so"
// before a subject, where both halves hold a finite verb. The second half
// loses that conjunction and gets a capital; the first gets the stop. Each
// half keeps its own place and quote.
func (c *corpus) split(p passage) []passage {
	if p.length <= c.band.sentence+c.band.sentence/4 || !endsSentence(p.text) || !balanced(p.text) || strings.ContainsAny(p.text, `"“”«»()`) {
		return []passage{p}
	}
	for _, at := range c.boundaries(p.quote) {
		left, right := trimmed(p.quote, span{0, at.from}), trimmed(p.quote, span{at.to, len(p.quote)})
		a, b := c.half(p, left), c.half(p, right)
		if a.length < minHalf || b.length < minHalf {
			continue
		}
		a.text += c.fullStop()
		b.text = raised(b.text)
		b.first = false
		return append(c.split(a), c.split(b)...)
	}
	return []passage{p}
}

func (c *corpus) half(p passage, s span) passage {
	h := p
	h.quote = p.quote[s.from:s.to]
	h.text = oneLine(h.quote)
	h.place = story.Place{Block: p.place.Block, From: p.place.From + s.from, To: p.place.From + s.to}
	h.length = readingWords(h.text)
	return h
}

// boundaries gives the stretches (mark and conjunction) at which quote may be
// cut, those nearest to its middle first.
func (c *corpus) boundaries(quote string) []span {
	var found []span
	if strings.Count(quote, ";") == 1 && !strings.Contains(quote, ":") {
		at := strings.Index(quote, ";")
		if c.tongue.tag != "en" || clause(quote[:at]) && clause(quote[at+1:]) {
			found = append(found, span{at, at + 1})
		}
	}
	for _, mark := range []string{"；", "؛"} {
		if at := strings.Index(quote, mark); at > 0 && strings.Count(quote, mark) == 1 {
			found = append(found, span{at, at + len(mark)})
		}
	}
	if c.tongue.tag != "en" {
		return found
	}
	for _, link := range []string{", and ", ", but ", ", so "} {
		at := strings.Index(quote, link)
		if at < 0 || strings.Count(quote, link) > 1 {
			continue
		}
		left, right := quote[:at], quote[at+len(link):]
		if !strings.Contains(left, ",") && clause(left) && clause(right) && subjects[firstWord(right)] && !subordinate[firstWord(left)] {
			found = append(found, span{at, at + len(link)})
		}
	}
	return found
}

var (
	finite = newWordSet(`is are was were has have had can could will would may might must do does did
		came went became began made took gave found saw left fell rose grew kept led lost met ran sent stood told won built brought bought thought felt held knew wrote drew flew broke spoke chose drove lived died moved used started ended called stood lay sat began grew swells erupts escapes spread hung heard slept shone blew threw wore swam rode ate drank paid sold gave hid shook sank tore woke climbs runs swells leaks shakes warns lies lie leak grow become make take go come hold live need eat keep bring build carry turn rise fall move form cover help turned helped needed wanted worked reached covered carried followed ruled fought
		rises falls moves makes takes gives grows turns becomes comes goes keeps holds carries forms flows needs lives eats pushes pulls melts cools`)
	subjects    = newWordSet("the a an it they he she we you this these there its their his her many most some all no people")
	subordinate = newWordSet("if when while because although though as since after before until unless once whenever where which both either neither not")
)

// clause reports whether text has a finite verb of the list after its
// subject and is not bound to another clause.
func clause(text string) bool {
	words := pieces(text)
	if len(words) < minHalf || subordinate[words[0].lower] {
		return false
	}
	for _, w := range words[1:] {
		if finite[w.lower] {
			return true
		}
	}
	return false
}
