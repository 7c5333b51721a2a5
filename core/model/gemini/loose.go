package gemini

import (
	"encoding/json"
	"strconv"
	"strings"

	"edusmart/core/lazyregexp"
)

// The shapes of an answer as it comes. Models keep a schema by halves: a
// number comes as text, a sentence without its object, an option as a letter.
// These types take all of that and never fail; what they could not read is
// empty.

// looseText is a text, or a number written as one.
type looseText string

// UnmarshalJSON takes what is a text and leaves the rest.
func (t *looseText) UnmarshalJSON(b []byte) error {
	var s string
	var n json.Number
	switch {
	case json.Unmarshal(b, &s) == nil:
		*t = looseText(s)
	case json.Unmarshal(b, &n) == nil:
		*t = looseText(n.String())
	}
	return nil
}

// looseInt is a number, or a text with a number in it. The zero value is 0.
type looseInt int

var firstInt = lazyregexp.New(`-?\d{1,9}`)

// UnmarshalJSON takes what is a number and leaves the rest.
func (n *looseInt) UnmarshalJSON(b []byte) error {
	var f float64
	var s string
	switch {
	case json.Unmarshal(b, &f) == nil:
		if f >= -1e9 && f <= 1e9 {
			*n = looseInt(f)
		}
	case json.Unmarshal(b, &s) == nil:
		if i, err := strconv.Atoi(firstInt().FindString(s)); err == nil {
			*n = looseInt(i)
		}
	}
	return nil
}

// looseInts is a list of numbers; one number is a list of one.
type looseInts []int

// UnmarshalJSON takes the numbers and leaves the rest.
func (l *looseInts) UnmarshalJSON(b []byte) error {
	var items []looseInt
	if json.Unmarshal(b, &items) != nil {
		items = make([]looseInt, 1)
		_ = items[0].UnmarshalJSON(b) // it never fails
	}
	for _, n := range items {
		*l = append(*l, int(n))
	}
	return nil
}

// looseList is a list of texts; one text is a list of one.
type looseList []string

// UnmarshalJSON takes the texts and leaves the rest.
func (l *looseList) UnmarshalJSON(b []byte) error {
	var items []looseText
	var one looseText
	if json.Unmarshal(b, &items) != nil {
		if _ = one.UnmarshalJSON(b); one == "" {
			return nil
		}
		items = []looseText{one}
	}
	for _, item := range items {
		*l = append(*l, string(item))
	}
	return nil
}

// rawSentence is a sentence as it comes.
type rawSentence struct {
	Text       looseText `json:"text"`
	SourcePage looseInt  `json:"source_page"`
	Quote      looseText `json:"quote"`
}

// rawSentences are a page's; a sentence may come as a text.
type rawSentences []rawSentence

// UnmarshalJSON takes what sentences there are.
func (all *rawSentences) UnmarshalJSON(b []byte) error {
	var items []json.RawMessage
	if json.Unmarshal(b, &items) != nil {
		items = []json.RawMessage{b}
	}
	for _, item := range items {
		var s rawSentence
		if json.Unmarshal(item, &s) != nil {
			_ = s.Text.UnmarshalJSON(item)
		}
		*all = append(*all, s)
	}
	return nil
}

// rawPage is a page as it comes.
type rawPage struct {
	Title     looseText    `json:"title"`
	Sentences rawSentences `json:"sentences"`
	Picture   looseText    `json:"picture"`
	Alt       looseText    `json:"alt"`
}

// rawQuestion is a question as it comes.
type rawQuestion struct {
	Question    looseText       `json:"question"`
	Options     looseList       `json:"options"`
	Answer      json.RawMessage `json:"answer"`
	Explanation looseText       `json:"explanation"`
	SourcePage  looseInt        `json:"source_page"`
	StoryPage   looseInt        `json:"story_page"` // from 1
	Exercise    json.RawMessage `json:"exercise"`
}

// rawTerm is a glossary entry as it comes.
type rawTerm struct {
	Term       looseText `json:"term"`
	Definition looseText `json:"definition"`
	SourcePage looseInt  `json:"source_page"`
}

var letterMark = lazyregexp.New(`^\s*\(?([A-Za-z])\s*(?:[.):-].*)?$`)

// answerIndex finds the right option: an index from 0, a letter such as "B" or
// "B. text", or the option's own text. ok is false where it is none of them.
func answerIndex(raw json.RawMessage, options []string) (i int, ok bool) {
	in := func(i int) (int, bool) { return i, i >= 0 && i < len(options) }
	var f *float64
	if json.Unmarshal(raw, &f) == nil {
		if f == nil {
			return 0, false
		}
		if i := int(*f); float64(i) == *f {
			return in(i)
		}
		return 0, false
	}
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return 0, false
	}
	// The text itself decides before a letter does: an option may be "B". Case
	// decides where it can: the options may be "Mm" and "mm".
	for _, same := range []func(a, b string) bool{func(a, b string) bool { return plain(a) == plain(b) }, sameText} {
		for _, said := range []string{s, s[len(optionMark().FindString(s)):]} {
			for i, o := range options {
				if same(o, said) {
					return i, true
				}
			}
		}
	}
	if m := letterMark().FindStringSubmatch(s); m != nil {
		return in(int(strings.ToLower(m[1])[0] - 'a'))
	}
	if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil {
		return in(n)
	}
	return 0, false
}

var optionMark = lazyregexp.New(`^\s*(?:\(?[A-Ha-h][.)]|[A-H]:)\s+`)

// withoutMarks takes "A. ", "b) " and the like off the options where every
// one has its own, in order.
func withoutMarks(options []string) []string {
	bare := make([]string, len(options))
	for i, o := range options {
		m := optionMark().FindString(o)
		letter := strings.Trim(strings.ToLower(m), " \t(.):")
		if letter != string(rune('a'+i)) {
			return options
		}
		bare[i] = o[len(m):]
	}
	return bare
}
