package ondevice

import (
	"cmp"
	"slices"
	"strings"
)

// otherAnswers adds to wrong the answers that the document's key gives to
// other questions, those about as long first, and then its nouns.
func (c *corpus) otherAnswers(stem, answer string, wrong []string) []string {
	words := readingWords(answer)
	taken := append([]string{answer}, wrong...)
	asked := c.termsOf(stem)
	fits := func(text string) bool {
		off := readingWords(text) - words
		return text != "" && c.truth(text) == unknown && off <= 4 && off >= -4 && !overlaps(asked, c.termsOf(text)) &&
			!slices.ContainsFunc(taken, func(t string) bool { return c.sameWord(t, text) })
	}
	var others []string
	for _, e := range c.exercises() {
		text := e.answer
		if e.right >= 0 && e.right < len(e.options) {
			text = e.options[e.right].text
		}
		others = append(others, text)
	}
	if words == 1 {
		for _, r := range c.rivals[noun] {
			if plural(r.lower) == plural(strings.ToLower(answer)) {
				others = append(others, r.text)
			}
		}
	}
	off := func(text string) int { n := readingWords(text) - words; return max(n, -n) }
	slices.SortStableFunc(others, func(a, b string) int { return cmp.Compare(off(a), off(b)) })
	for _, text := range others {
		if len(wrong) < choices-1 && fits(text) {
			wrong, taken = append(wrong, text), append(taken, text)
		}
	}
	return wrong
}
