package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits on one suggestion: the words that are looked up, and the letters of
// the one that is wrong.
const (
	maxTried = 5_000
	maxWord  = 40
)

// Suggest gives up to n words that may be meant by one that is wrong, the
// likeliest first: two letters that changed places, what is often confused, one
// letter too many, too few, or another, then two words written as one.
func (d *Dictionary) Suggest(word string, n int) []string {
	if utf8.RuneCountInString(word) > maxWord {
		return nil
	}
	s := &suggesting{d: d, n: n, seen: map[string]bool{word: true}}
	s.upper = strings.ToLower(word) != word && word != strings.ToUpper(word)
	lower := strings.ToLower(word)
	s.swaps([]rune(lower))
	for _, c := range d.replace {
		for at := 0; ; {
			i := strings.Index(lower[at:], strings.Trim(c[0], "^$"))
			if i < 0 || c[0] == "" {
				break
			}
			s.try(lower[:at+i] + c[1] + lower[at+i+len(strings.Trim(c[0], "^$")):])
			at += i + 1
		}
	}
	s.edits([]rune(lower))
	for at := 1; at < len(lower); at++ {
		if utf8.RuneStart(lower[at]) && at > 1 && len(lower)-at > 1 && d.simple(lower[:at]) && d.simple(lower[at:]) {
			s.add(lower[:at] + " " + lower[at:])
		}
	}
	return s.found
}

// suggesting is a search for what may be meant.
type suggesting struct {
	d     *Dictionary
	n     int
	tried int
	upper bool // the word began with a capital
	seen  map[string]bool
	found []string
}

// try takes a word where the dictionary has it.
func (s *suggesting) try(word string) {
	if s.tried++; s.tried > maxTried || len(s.found) >= s.n {
		return
	}
	switch {
	case s.d.simple(word):
		s.add(word)
	case s.d.simple(capital(word)):
		s.add(capital(word))
	}
}

func (s *suggesting) add(word string) {
	if s.upper {
		word = capital(word)
	}
	if !s.seen[word] && len(s.found) < s.n {
		s.seen[word] = true
		s.found = append(s.found, word)
	}
}

// swaps tries two letters that changed places.
func (s *suggesting) swaps(w []rune) {
	for i := 0; i+1 < len(w); i++ {
		s.try(string(w[:i]) + string(w[i+1]) + string(w[i]) + string(w[i+2:]))
	}
}

// edits tries what is one slip of the fingers away.
func (s *suggesting) edits(w []rune) {
	letters := s.letters()
	for i := range w { // one too many
		s.try(string(w[:i]) + string(w[i+1:]))
	}
	for _, c := range letters { // one too few
		for i := range len(w) + 1 {
			s.try(string(w[:i]) + string(c) + string(w[i:]))
		}
	}
	for _, c := range letters { // another
		for i := range w {
			if w[i] != c {
				s.try(string(w[:i]) + string(c) + string(w[i+1:]))
			}
		}
	}
}

// letters are those of the language in lower case.
func (s *suggesting) letters() []rune {
	var all []rune
	seen := map[rune]bool{}
	for _, c := range s.d.try {
		if c = unicode.ToLower(c); !seen[c] && unicode.IsLetter(c) {
			seen[c] = true
			all = append(all, c)
		}
	}
	if len(all) == 0 {
		all = []rune("esianrtolcdugmphbyfvkwzxjq")
	}
	return all
}
