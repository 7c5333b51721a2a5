package spelling

import (
	"strings"
	"unicode/utf8"
)

// flag names a property of a word or a rule that makes forms of it.
type flag uint32

// rule makes a form of a stem: it takes strip away at one end, where the stem
// fits the condition, and puts add there.
type rule struct {
	flag       flag
	strip, add string
	condition  []class
	cross      bool // may be used together with one at the other end
	then       []flag
}

// class is one place of a condition: any letter, or one of some, or none of
// them.
type class struct {
	letters string
	not     bool
	any     bool
}

func (c class) fits(r rune) bool {
	return c.any || strings.ContainsRune(c.letters, r) != c.not
}

// conditionOf reads a condition such as "[^aeiou]y".
func conditionOf(text string) []class {
	if text == "." {
		return nil
	}
	var all []class
	for text != "" {
		r, n := utf8.DecodeRuneInString(text)
		end := strings.IndexByte(text, ']')
		switch {
		case r == '.':
			all = append(all, class{any: true})
		case r == '[' && end > 0:
			letters, not := text[1:end], false
			if strings.HasPrefix(letters, "^") {
				letters, not = letters[1:], true
			}
			all = append(all, class{letters: letters, not: not})
			n = end + 1
		default:
			all = append(all, class{letters: string(r)})
		}
		text = text[n:]
	}
	return all
}

// fitsEnd reports whether a stem ends as the condition of a suffix wants.
func fitsEnd(stem string, condition []class) bool {
	for i := len(condition) - 1; i >= 0; i-- {
		r, n := utf8.DecodeLastRuneInString(stem)
		if n == 0 || !condition[i].fits(r) {
			return false
		}
		stem = stem[:len(stem)-n]
	}
	return true
}

// fitsStart reports the same of the condition of a prefix.
func fitsStart(stem string, condition []class) bool {
	for _, c := range condition {
		r, n := utf8.DecodeRuneInString(stem)
		if n == 0 || !c.fits(r) {
			return false
		}
		stem = stem[n:]
	}
	return true
}

// stemAt takes the suffix of a rule off a form.
func (r *rule) stemAt(form string) (stem string, ok bool) {
	if !strings.HasSuffix(form, r.add) {
		return "", false
	}
	stem = form[:len(form)-len(r.add)] + r.strip
	return stem, stem != "" && fitsEnd(stem, r.condition)
}

// stemAfter takes the prefix of a rule off a form.
func (r *rule) stemAfter(form string) (stem string, ok bool) {
	if !strings.HasPrefix(form, r.add) {
		return "", false
	}
	stem = r.strip + form[len(r.add):]
	return stem, stem != "" && fitsStart(stem, r.condition)
}
