package ondevice

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// agree reports whether r can stand in the place of g as far as grammar goes.
func (c *corpus) agree(g gapWord, r *rival) bool {
	t := c.tongue
	lower := strings.ToLower(g.text)
	if t.unspaced {
		return lexemeKind(g.text) == lexemeKind(r.text) && utf8.RuneCountInString(g.text) < 2*utf8.RuneCountInString(r.text)+1
	}
	switch t.tag {
	case "ar":
		return arabicShape(lower) == arabicShape(r.lower)
	case "hi":
		a, b := lastRune(lower), lastRune(r.lower)
		return r.afters[g.after] && (a == b || unicode.IsLetter(a) && unicode.IsLetter(b))
	case "en":
		return c.agreeEnglish(g, r)
	case "":
		return lastLetters(lower) == lastLetters(r.lower)
	}
	if len(t.determiners) == 0 {
		return lastLetters(lower) == lastLetters(r.lower) && r.befores[g.before]
	}
	if strings.HasSuffix(g.det, "der") && t.nounCaps {
		return agreesWithDer(g.det, r)
	}
	class := c.articleClass(g.det)
	if class == "" {
		return r.dets[""] && strings.HasSuffix(lower, "s") == strings.HasSuffix(r.lower, "s") && lastRune(lower) == lastRune(r.lower)
	}
	if t.nounCaps && germanEnding(lower) != germanEnding(r.lower) {
		return false
	}
	for w := range r.dets {
		if c.articleClass(w) == class {
			return true
		}
	}
	return false
}

// agreesWithDer looks at the other determiners of r for its gender.
func agreesWithDer(der string, r *rival) bool {
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return r.dets[w] })
	}
	neuter := has("das", "ins")
	woman := has(governsDer, "zur", "einer", "eine")
	man := has(openingDer, "einen") || has("dem", "im", "am", "zum", "vom", "beim", "des") && !neuter
	if der == governsDer {
		return woman && !man && !neuter
	}
	return has(openingDer, "der", "einen") && !woman && !neuter
}

// germanEnding tells plurals from most singulars where the article does not.
func germanEnding(word string) rune {
	switch r := lastRune(word); r {
	case 'n', 'r', 's':
		return r
	}
	return 0
}

// agreeEnglish looks at number, at "a" and "an", and at whether the word goes
// without an article.
func (c *corpus) agreeEnglish(g gapWord, r *rival) bool {
	switch {
	case plural(strings.ToLower(g.text)) != plural(r.lower):
		return false
	case g.before == "a" || g.before == "an":
		return r.befores[g.before]
	case g.det == "a" || g.det == "an":
		return r.dets["a"] || r.dets["an"]
	}
	return g.det != "" || r.dets[""] || r.defined && c.isDefined(g.text)
}

func plural(word string) bool {
	return strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is") || word == "people" || word == "children"
}

func lastLetters(word string) string {
	_, one := utf8.DecodeLastRuneInString(word)
	_, two := utf8.DecodeLastRuneInString(word[:len(word)-one])
	return word[len(word)-one-two:]
}

// arabicShape tells apart what may not stand for one another in an Arabic
// sentence: the article with what is written together with it, and the
// feminine ending.
func arabicShape(word string) string {
	shape := ""
	for _, head := range []string{"وال", "بال", "كال", "فال", "لل", "ال"} {
		if strings.HasPrefix(word, head) {
			shape = head
			break
		}
	}
	if strings.HasSuffix(word, "ة") {
		shape += "ة"
	}
	return shape
}

// articleClass tells by an article what gender and number follow it; "" where
// the word is no article of the language or tells nothing.
func (c *corpus) articleClass(word string) string {
	if !c.tongue.determiners[word] {
		return ""
	}
	return articleClasses[word]
}

var articleClasses = classes(map[string]string{
	"m":  "el un del al este ese le du au ce cet o um do no ao il nel dal sul questo",
	"f":  "la una esta esa une cette a uma da na à della alla nella dalla sulla",
	"mp": "los unos estos esos os uns dos nos aos i dei ai nei dai sui questi",
	"fp": "las unas estas esas as umas das nas às delle alle nelle dalle sulle queste",
	"p":  "les des ces aux", "l": "l' d' dell' all' nell' dall' sull' un'",
	"mz": "lo uno dello allo nello", "pz": "gli degli agli negli",
	"der": "der", "die": "die", "das": "das ins", "dem": "dem im am vom zum beim", "den": "den", "des": "des",
	"ein": "ein kein sein", "eine": "eine keine seine ihre", "einen": "einen keinen", "einem": "einem", "einer": "einer zur",
})

func classes(lists map[string]string) map[string]string {
	out := map[string]string{}
	names := make([]string, 0, len(lists))
	for class := range lists {
		names = append(names, class)
	}
	slices.Sort(names)
	for _, class := range names {
		for _, w := range strings.Fields(lists[class]) {
			out[w] = class
		}
	}
	return out
}
