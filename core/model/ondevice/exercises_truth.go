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

// emptyBrackets stand where a statement is to be marked.
var emptyBrackets = lazyregexp.New(`\s*[(（][ 　]*[)）]\s*[.。]?\s*$`)

// statement takes "(True/False)", "True or false:" and brackets to be filled
// off a statement; other text stays as it is.
func (c *corpus) statement(text string) string {
	if at := emptyBrackets().FindStringIndex(text); at != nil {
		text = text[:at[0]]
		if head, rest, ok := cutColon(text); ok && readingWords(head) <= maxTaskWords {
			text = rest
		}
		return strings.TrimSpace(text)
	}
	if head, rest, ok := cutColon(text); ok && c.asksTruth(head) {
		return rest
	}
	for _, re := range []*regexp.Regexp{truthTail(), truthHead()} {
		at := re.FindStringIndex(text)
		if at == nil {
			continue
		}
		if c.asksTruth(text[at[0]:at[1]]) {
			return strings.TrimSpace(text[:at[0]] + text[at[1]:])
		}
	}
	return text
}

// maxTaskWords is the most words of a task before a statement, "Say whether
// this is true or false:".
const maxTaskWords = 8

// asksTruth reports whether a few words offer both truth and falsehood.
func (c *corpus) asksTruth(text string) bool {
	if readingWords(text) > maxTaskWords {
		return false
	}
	yes, no := false, false
	for _, w := range pieces(text) {
		switch c.truth(w.lower) {
		case isTrue:
			yes = true
		case isFalse:
			no = true
		}
	}
	return yes && no
}

// cutColon cuts text at its first colon.
func cutColon(text string) (head, rest string, ok bool) {
	at := strings.IndexAny(text, ":：")
	if at <= 0 {
		return "", "", false
	}
	rest = strings.TrimSpace(strings.TrimLeft(text[at:], ":："))
	return text[:at], rest, rest != ""
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
