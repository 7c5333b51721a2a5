package privacy

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words of streets, by where they stand: after the number and the name
// ("12 Baker Street"), between the number and the name ("12 rue Monge"),
// before the name and the number ("Calle Mayor 5"), or at the end of the name
// ("Hauptstraße 5").
var (
	streetsAfter   = set("street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|crescent|boulevard|blvd|way|terrace|gardens|grove|nagar|marg|मार्ग|नगर|रोड|गली")
	streetsBetween = set("rue|avenue|boulevard|bd|impasse|allée|allées|place|chemin|route|quai|cours|square|شارع|طريق|حي")
	streetsBefore  = set("calle|avenida|avda|av|plaza|paseo|carrera|camino|ronda|travesía|rua|travessa|praça|largo|estrada|alameda|via|شارع|طريق|حي|मकान|गली|मार्ग")
	streetEnds     = []string{"straße", "strasse", "str", "weg", "platz", "allee", "gasse", "damm", "ufer", "chaussee"}
)

// street adds a postal address whose house number is r: a street, and with it
// a postal code, or the label of an address before it.
func (p *page) street(text string, r *run) bool {
	if len(r.groups[0]) > 4 || r.plus || len(r.groups) > 1 && !strings.HasPrefix(r.seps[0], " ") {
		return false
	}
	before, after := tail(text[:r.from], 80), clip(text[r.to:], 80)
	if !addressed(before) && !hasPostcode(after) && !hasPostcode(tail(before, 40)) {
		return false
	}
	if !isStreet(before, after) {
		return false
	}
	if containsAny(tail(text[:r.from], 120)+" "+clip(after, 60), organisations) {
		return false
	}
	words := lastWords(before, 2)
	p.add(Address, firstOf(words)+text[r.from:r.to])
	return true
}

// addressed reports whether the label of an address and a colon stand before.
func addressed(before string) bool {
	colon := strings.LastIndexByte(before, ':')
	if colon < 0 {
		return false
	}
	c, earlier := announced(lastWords(before[:colon], 4))
	switch firstOf(earlier) {
	case "ip", "mac", "web", "e-mail", "email", "gettysburg":
		return false
	}
	return c == addressColumn
}

func isStreet(before, after string) bool {
	next := firstWords(after, 5)
	for i, w := range next {
		if (i == 0 || (i == 1 && len(next[0]) <= 4)) && streetsBetween[w] {
			return true
		}
		if i > 0 && streetsAfter[w] && capitalised(after) {
			return true
		}
	}
	if strings.Contains(tail(before, 40), "C/") {
		return true
	}
	for i, w := range lastWords(before, 5) {
		if i > 0 && streetsBefore[w] {
			return true
		}
		if i == 0 && endsLikeStreet(w) {
			return capitalised(before[strings.LastIndexByte(strings.TrimRight(before, " "), ' ')+1:])
		}
	}
	return false
}

func endsLikeStreet(word string) bool {
	for _, end := range streetEnds {
		if strings.HasSuffix(word, end) && len(word) > len(end)+2 {
			return true
		}
	}
	return false
}

// capitalised reports whether the first word of a text is, or its script has
// no capitals.
func capitalised(text string) bool {
	text = strings.TrimLeft(text, " ,.")
	c, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(c) && !unicode.IsLower(c)
}

// firstWords gives the first words of a text, folded.
func firstWords(text string, most int) []string {
	words := strings.FieldsFunc(text, func(r rune) bool { return !isWordRune(r) })
	words = words[:min(len(words), most)]
	for i := range words {
		words[i] = fold(words[i])
	}
	return words
}

// hasPostcode reports whether a text holds a postal code: five or six digits
// (or 4-3, 5-3, 3-3) alone, or Britain's letters and digits.
func hasPostcode(text string) bool {
	for at := 0; ; {
		r, ok := nextRun(text, at)
		if !ok {
			return false
		}
		at = r.to
		switch n := len(r.groups[0]); {
		case r.plus || counts(text[r.to:]):
		case n == 5 || n == 6:
			return true
		case len(r.groups) > 1 && r.seps[0] == "-" && (n == 4 || n == 5) && len(r.groups[1]) == 3:
			return true
		case len(r.groups) == 2 && n == 3 && len(r.groups[1]) == 3 && r.seps[0] == " ":
			return true
		case british(text, &r):
			return true
		}
	}
}

// counts reports whether what stands after a number is what it counts: a word
// that is no name.
func counts(after string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \u00a0"))
	return unicode.IsLower(c) || c == '%' || c == '€' || c == '$'
}

// british reports whether r ends with the digit of the second half of a
// postcode such as "SW1A 2AA" or "NW1 6XE": a digit and two capitals, and the
// first half before them.
func british(text string, r *run) bool {
	after, digit := text[r.to:], r.to-1
	if len(r.groups[len(r.groups)-1]) != 1 || len(after) < 2 || !isCapital(after[0]) || !isCapital(after[1]) {
		return false
	}
	half := strings.TrimSuffix(text[:digit], " ")
	half = half[strings.LastIndexByte(half, ' ')+1:]
	return len(half) >= 2 && len(half) <= 4 && isCapital(half[0]) && strings.ContainsAny(half, "0123456789")
}

func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }
