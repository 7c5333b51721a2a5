package ondevice

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// gramSeen is what is seen of a run of letters.
type gramSeen struct {
	count       int
	left, right map[rune]bool // neighbours; 0: a bound
	once        bool          // it stood alone, in the place of a noun
}

// chineseWords finds the words of a Chinese text.
func (c *corpus) chineseWords() []string {
	seen := map[string]*gramSeen{}
	for i := range c.passages {
		text := c.passages[i].text
		for _, s := range c.runs(text) {
			c.countGrams(seen, text, s)
		}
	}
	longer := map[string]int{} // of each run, the most that a longer word comes
	var words []string
	for text, g := range seen {
		if !c.wordByNeighbours(text, g) {
			continue
		}
		words = append(words, text)
		runes := []rune(text)
		for from := range runes {
			for to := from + shortestLexeme; to <= len(runes); to++ {
				if part := string(runes[from:to]); part != text {
					longer[part] = max(longer[part], g.count)
				}
			}
		}
	}
	found := slices.Clone(words)
	words = slices.DeleteFunc(words, func(w string) bool {
		return longer[w] >= seen[w].count || seen[w].count == 1 && holdsWord(w, seen, found)
	})
	slices.Sort(words)
	return words
}

// holdsWord reports whether a word that comes once begins or ends with one
// that comes again, and so may be two.
func holdsWord(word string, seen map[string]*gramSeen, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return len(w) < len(word) && seen[w].count > 1 && (strings.HasPrefix(word, w) || strings.HasSuffix(word, w))
	})
}

func (c *corpus) countGrams(seen map[string]*gramSeen, text string, s stretch) {
	runes := []rune(text[s.from:s.to])
	if len(runes) > 4*longestRun {
		return
	}
	at := s.from
	for from := range runes {
		end := at
		for to := from + 1; to <= min(len(runes), from+longestLexeme); to++ {
			end += utf8.RuneLen(runes[to-1])
			if to-from < shortestLexeme {
				continue
			}
			g := seen[text[at:end]]
			if g == nil {
				g = &gramSeen{left: map[rune]bool{}, right: map[rune]bool{}}
				seen[text[at:end]] = g
			}
			g.count++
			var left, right rune
			if from > 0 {
				left = runes[from-1]
			}
			if to < len(runes) && !(to == len(runes)-1 && strings.ContainsRune(locating, runes[to])) {
				right = runes[to]
			}
			g.left[left], g.right[right] = true, true
			g.once = g.once || left == 0 && right == 0 && to-from <= longestOnce && standsOnce(text, span{at, end})
		}
		at += utf8.RuneLen(runes[from])
	}
}

func (c *corpus) wordByNeighbours(text string, g *gramSeen) bool {
	first, size := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if !c.tongue.kept[text] && (c.tongue.edges[string(first)] || c.tongue.edges[string(last)]) {
		return false
	}
	if c.tongue.stop[text] || c.tongue.generic[text[size:]] || strings.ContainsRune(describing, last) {
		return false
	}
	free := func(set map[rune]bool) bool { return set[0] || len(set) > 1 }
	if g.count > 1 {
		return free(g.left) && free(g.right)
	}
	return g.once
}

// standsOnce reports whether a word that comes once is surely a noun: after a
// word that only nouns follow, or a short first member of an enumeration.
func standsOnce(text string, s span) bool {
	before, after := lastRune(text[:s.from]), firstRune(text[s.to:])
	if s.from == 0 || s.to == len(text) || before == '·' || after == '·' {
		return false
	}
	return strings.ContainsRune("的、和与及从在把", before) || after == '、' && s.to-s.from == 2*utf8.RuneLen(before) && before == '了'
}

// chineseNoun weighs what stands beside s for and against a noun.
func chineseNoun(text string, s span) int {
	before, after := lastRune(text[:s.from]), firstRune(text[s.to:])
	score := 0
	if s.from == 0 || strings.ContainsRune(beforeNoun, before) {
		score++
	}
	if s.to < len(text) && strings.ContainsRune(afterNoun, after) {
		score++
	}
	if s.from > 0 && strings.ContainsRune(beforeVerb, before) {
		score -= 2
	}
	if s.to < len(text) && strings.ContainsRune(afterVerb, after) {
		score -= 2
	}
	return score
}
