package ondevice

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lean says what a sentence needs before it to be understood.
type lean int

const (
	upright   lean = iota
	onBefore       // the sentence just before it: "However, ...", "This ..."
	onSubject      // the last sentence that names its subject: "He ..."
)

// minFit is the fitness from which on a sentence may stand on a page.
const minFit = 0.2

// Factors by which a flaw lowers the fitness of a sentence.
const (
	flawFragment   = 0.05
	flawQuestion   = 0.15 // below minFit: a page does not ask
	flawOutward    = 0.12 // points to a figure, a table or another page
	flawAside      = 0.12 // speaks of the book or sets a task
	flawUnbalanced = 0.4
	flawNumbers    = 0.3
	flawShort      = 0.4
	flawAddress    = 0.02 // a web or mail address
	flawDangling   = 0.15 // leans on nothing
	flawTie        = 0.8  // leans on a sentence that stands before it
	flawNote       = 0.9  // a speaker's note
	flawCitation   = 0.6
)

// judge sets the fitness and the lean of passage i: how well the sentence
// stands by itself when it is read to a class.
func (c *corpus) judge(i int) {
	p := &c.passages[i]
	p.fit = c.form(p) * c.manner(p) * c.band.length(p.length)
	p.lean = c.leaning(p)
}

// form judges how the sentence is built.
func (c *corpus) form(p *passage) float64 {
	fit := 1.0
	first := firstRune(strings.TrimLeft(p.text, openings))
	switch {
	case strings.HasSuffix(p.text, ":") || strings.HasSuffix(p.text, "：") || unicode.IsLower(first):
		fit *= flawFragment
	case !endsSentence(p.text) && (!c.tongue.unspaced || c.fullStop() != ""):
		fit *= flawFragment
	case asks(p.text):
		fit *= flawQuestion
	}
	if !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		fit *= flawFragment
	}
	switch {
	case p.length < 2, c.isPurpose(p):
		fit *= flawFragment
	case p.length < 4:
		fit *= flawShort
	}
	switch {
	case cutBracket(p.text):
		fit *= flawFragment
	case !balanced(p.text):
		fit *= flawUnbalanced
	}
	letters, others, capitals := 0, 0, 0
	for _, r := range p.text {
		switch {
		case unicode.IsUpper(r):
			capitals++
			letters++
		case unicode.IsLetter(r), unicode.IsMark(r):
			letters++
		case !unicode.IsSpace(r):
			others++
		}
	}
	if others*3 > letters {
		fit *= flawNumbers
	}
	if capitals*2 > letters && letters > 8 {
		fit *= flawFragment
	}
	return fit
}

// isPurpose reports whether an English sentence is only an aim: "To find out the
// density of a stone."
func (c *corpus) isPurpose(p *passage) bool {
	return c.tongue.tag == "en" && strings.HasPrefix(p.text, "To ") && !strings.Contains(p.text, ",")
}

// cutBracket reports whether text is the beginning or the end of what stands in
// brackets, as the directions of a play do.
func cutBracket(text string) bool {
	open, closed := strings.Count(text, "("), strings.Count(text, ")")
	return open > closed && strings.HasPrefix(text, "(") || closed > open && strings.HasSuffix(strings.TrimRight(text, ".!?”"), ")")
}

func balanced(text string) bool {
	return strings.Count(text, "(") == strings.Count(text, ")") &&
		strings.Count(text, "[") == strings.Count(text, "]") &&
		strings.Count(text, "“") == strings.Count(text, "”") &&
		strings.Count(text, "«") == strings.Count(text, "»") &&
		strings.Count(text, `"`)%2 == 0
}

// manner judges whom the sentence speaks to and of what.
func (c *corpus) manner(p *passage) float64 {
	t, fit := c.tongue, 1.0
	lower := strings.ToLower(p.text)
	if strings.Contains(lower, "http") || strings.Contains(lower, "www.") || strings.ContainsRune(lower, '@') || strings.Contains(lower, "___") {
		return flawAddress
	}
	if containsPhrase(lower, t.outward) {
		fit *= flawOutward
	}
	if containsPhrase(lower, t.aside) || t.orders[firstWord(lower)] {
		fit *= flawAside
	}
	if hasCitation(lower) {
		fit *= flawCitation
	}
	if c.doc.Blocks[p.place.Block].Kind == "note" {
		fit *= flawNote
	}
	return fit
}

// containsPhrase reports whether text holds one of list at the beginning of a
// word.
func containsPhrase(text string, list []string) bool {
	for _, phrase := range list {
		for at := 0; ; {
			n := strings.Index(text[at:], phrase)
			if n < 0 {
				break
			}
			at += n
			before, _ := utf8.DecodeLastRuneInString(text[:at])
			after := firstRune(text[at+len(phrase):])
			if !wordRune(before) && (!wordRune(after) || strings.HasSuffix(phrase, " ")) {
				return true
			}
			at += len(phrase)
		}
	}
	return false
}

// hasCitation reports whether text holds "[12]" or "(Smith, 2004)".
func hasCitation(text string) bool {
	for rest := text; ; {
		at := strings.IndexAny(rest, "[(")
		if at < 0 {
			return false
		}
		end := strings.IndexAny(rest[at:], "])")
		if end < 0 {
			return false
		}
		inner := rest[at+1 : at+end]
		if rest[at] == '[' && isNumber(inner) || strings.Contains(inner, ", 19") || strings.Contains(inner, ", 20") {
			return true
		}
		rest = rest[at+end:]
	}
}

// leaning tells what the sentence needs before it. It looks at its first
// words only.
func (c *corpus) leaning(p *passage) lean {
	t := c.tongue
	lower := strings.TrimLeft(strings.ToLower(p.text), openings)
	for _, tie := range t.ties {
		if rest, ok := strings.CutPrefix(lower, tie); ok && (t.unspaced || !wordRune(firstRune(rest))) {
			return onBefore
		}
	}
	if len(p.words) == 0 {
		return upright
	}
	if containsPhrase(lower[:min(len(lower), laterReach)], t.laters) || isBareSpeech(p.text) {
		return onBefore
	}
	if t.tag == "" {
		return upright
	}
	if t.unspaced {
		return t.unspacedLeaning(lower)
	}
	first := p.words[0].lower
	if t.pointing[first] && !c.opensFreely(p) {
		return onBefore
	}
	if len(p.words) > 1 && demonstratives[p.words[1].lower] && (p.ids[0] == function || naming[first]) {
		return onBefore // "At this stage ...", "تسمى هذه العملية ..."
	}
	for i, w := range p.words {
		if t.pronouns[w.lower] {
			if i == 0 && c.opensFreely(p) {
				return upright
			}
			return onSubject
		}
		if i >= pronounReach || p.ids[i] != function && !w.number {
			break
		}
	}
	return t.refersBack(p)
}

// unspacedLeaning looks at what a sentence without spaces begins with.
func (t *tongue) unspacedLeaning(text string) lean {
	for n, at := 0, 0; n < mostCutRunes && at < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
		switch {
		case t.pointing[text[:at]]:
			return onBefore
		case t.pronouns[text[:at]] && text[:at] != "其":
			return onSubject
		}
	}
	return upright
}

// demonstratives point back as the second word of a sentence too, after a
// preposition or a verb of naming.
var (
	demonstratives = newWordSet(`this these such este esta estos estas ese esa esos esas ce cet cette ces diese dieser diesem diesen dieses
		questo questa questi queste quel quella essa esse isso هذا هذه ذلك تلك इस इन`)
	naming = newWordSet("تسمى يسمى وتسمى ويسمى تعرف يعرف يطلق ويطلق")
)

// laterReach is how many bytes from the beginning "years later" is looked for.
const laterReach = 48

// isBareSpeech reports whether text is all in quotation marks, without a word
// about who speaks.
func isBareSpeech(text string) bool {
	for _, marks := range []string{`""`, "“”", "«»", "„“"} {
		runes := []rune(marks)
		inner, ok := strings.CutPrefix(text, string(runes[0]))
		if !ok {
			continue
		}
		inner, ok = strings.CutSuffix(inner, string(runes[1]))
		return ok && !strings.ContainsRune(inner, runes[1])
	}
	return false
}

// pronounReach is how many words from the beginning a pronoun is looked for,
// as long as nobody is named before it.
const pronounReach = 5

// opensFreely reports whether the first word, a pronoun or a demonstrative,
// points at nothing before it: "It is important that", "Some animals", "There
// are", "Those who".
func (c *corpus) opensFreely(p *passage) bool {
	if c.tongue.tag != "en" || len(p.words) < 4 {
		return false
	}
	second, third := p.words[1].lower, p.words[2].lower
	switch p.words[0].lower {
	case "some", "each":
		return p.ids[1] != function || second == "of" && p.ids[2] != function
	case "both":
		return p.ids[1] != function
	case "there":
		return newThere[second]
	case "those":
		return second == "who"
	case "it":
		return (second == "is" || second == "was") && expletive[third]
	case "we":
		return true
	}
	return false
}

var (
	newThere  = newWordSet("is are was were")
	expletive = newWordSet("important possible easy hard difficult clear likely raining snowing believed thought said known time because called estimated")
)

// Limits of the sentences that one sentence may need before it.
const (
	maxNeeds    = 2
	subjectBack = 5 // sentences in which the subject is looked for
)

// findNeeds settles which sentences each leaning sentence needs, and lowers
// the fitness of those that lean on nothing or on too much.
func (c *corpus) findNeeds() {
	for i := range c.passages {
		p := &c.passages[i]
		if p.lean == upright {
			continue
		}
		before := c.antecedent(i)
		if before < 0 {
			p.fit *= flawDangling
			continue
		}
		p.needs = append(append([]int{}, c.passages[before].needs...), before)
		if len(p.needs) > maxNeeds {
			p.needs = nil
			p.fit *= flawDangling
			continue
		}
		p.fit *= flawTie
	}
}

// antecedent gives the passage that passage i leans on, -1 where there is
// none.
func (c *corpus) antecedent(i int) int {
	p := &c.passages[i]
	if p.lean == onBefore {
		if i > 0 && c.passages[i-1].section == p.section && c.carries(i-1) {
			return i - 1
		}
		return -1
	}
	for j := i - 1; j >= max(0, i-subjectBack) && c.passages[j].section == p.section; j-- {
		if c.passages[j].lean != onSubject {
			if c.carries(j) {
				return j
			}
			return -1
		}
	}
	return -1
}

// carries reports whether a sentence can be leaned on: it can be read out
// itself.
func (c *corpus) carries(i int) bool { return c.passages[i].fit >= minFit }
