package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"edusmart/core/story"
)

// pageTerm is a word to know that a page's text holds.
type pageTerm struct {
	term     story.Term
	sentence int
}

// terms are the words to know of the page, in the order of its text.
func (l *lesson) terms() []pageTerm {
	p := l.screen.current()
	if p == nil {
		return nil
	}
	var found []pageTerm
	for i, s := range p.Sentences {
		text := strings.ToLower(s.Text)
	next:
		for _, t := range l.screen.state.Story.Glossary {
			if t.Term == "" || !holdsWord(text, strings.ToLower(t.Term)) {
				continue
			}
			for _, f := range found {
				if f.term.Term == t.Term {
					continue next
				}
			}
			found = append(found, pageTerm{t, i})
		}
	}
	return found
}

// holdsWord reports whether a text holds a word, also with an ending. In a
// script that parts its words, it is not found within another word.
func holdsWord(text, word string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], word)
		if at < 0 {
			return false
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if at == 0 || !unicode.In(before, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian) {
			return true
		}
		from = at + len(word)
	}
}
