package ondevice

import (
	"regexp"
	"strings"

	"edusmart/core/lazyregexp"
	"edusmart/core/story"
)

// verdict is what a key says of a statement.
type verdict int

const (
	unknown verdict = iota
	isTrue
	isFalse
)

// truth reads "T", "True", "صح".
func (c *corpus) truth(answer string) verdict {
	answer = strings.ToLower(strings.Trim(answer, " ."))
	for i, w := range c.tongue.yes {
		if answer == strings.ToLower(w) && (i == 0 || answer != "") {
			return isTrue
		}
	}
	for _, w := range c.tongue.no {
		if answer == strings.ToLower(w) {
			return isFalse
		}
	}
	return unknown
}

var (
	truthTail = lazyregexp.New(`[\s:,\-–]*[(\[]?\s*[\p{L}\p{M}]+\s*(?:/|\||\bor\b| o | ou | oder | أم | أو | या |،)\s*[\p{L}\p{M}]+\s*[)\]]?\s*[?؟:.।]?\s*$`)
	truthHead = lazyregexp.New(`^\s*[(\[]?\s*[\p{L}\p{M}]+\s*(?:/|\bor\b| o | ou | oder | أم | أو | या )\s*[\p{L}\p{M}]+\s*[)\]]?\s*[?؟:.]\s*`)
)

// statement takes "(True/False)" off a statement; other text stays as it is.
func (c *corpus) statement(text string) string {
	for _, re := range []*regexp.Regexp{truthTail(), truthHead()} {
		at := re.FindStringIndex(text)
		if at == nil {
			continue
		}
		found := pieces(text[at[0]:at[1]])
		yes, no := false, false
		for _, w := range found {
			switch c.truth(w.lower) {
			case isTrue:
				yes = true
			case isFalse:
				no = true
			}
		}
		if yes && no {
			return strings.TrimSpace(text[:at[0]] + text[at[1]:])
		}
	}
	return text
}

// askTruth makes a true-or-false question of a statement. Without a key it is
// asked only where the document says just so.
func (c *corpus) askTruth(e exercise) (asked, bool) {
	if len(c.tongue.yes) == 0 {
		return asked{}, false
	}
	text := c.statement(e.stem)
	a := asked{Question: story.Question{
		Question: text, Options: []string{c.tongue.yes[0], c.tongue.no[0]},
	}, passage: -1, fixed: true}
	score, at, _ := c.bestFor(c.termsOf(text))
	if score >= clearCoverage {
		a.passage = at
	}
	switch c.truth(e.answer) {
	case isTrue:
		return a, true
	case isFalse:
		a.Answer = 1
		return a, true
	}
	return a, at >= 0 && alike(text, c.passages[at].text) >= sameStatement
}

// alike is the share of words that two sentences have in common in the same
// order, of the longer one (longest common subsequence).
func alike(a, b string) float64 {
	x, y := pieces(a), pieces(b)
	if len(x) == 0 || len(y) == 0 || len(x) > 100 || len(y) > 100 {
		return 0
	}
	row := make([]int, len(y)+1)
	for i := range x {
		diagonal := 0
		for j := range y {
			above := row[j+1]
			if x[i].lower == y[j].lower {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = above
		}
	}
	return float64(row[len(y)]) / float64(max(len(x), len(y)))
}
