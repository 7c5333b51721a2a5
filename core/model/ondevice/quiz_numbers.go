package ondevice

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// numberWords are the numbers from two to twelve in words, for languages in
// which they do not change with what is counted.
var numberWords = map[string][]string{
	"en": strings.Fields("two three four five six seven eight nine ten eleven twelve"),
	"es": strings.Fields("dos tres cuatro cinco seis siete ocho nueve diez once doce"),
	"fr": strings.Fields("deux trois quatre cinq six sept huit neuf dix onze douze"),
	"de": strings.Fields("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"),
	"it": strings.Fields("due tre quattro cinque sei sette otto nove dieci undici dodici"),
	"pt": strings.Fields("dois três quatro cinco seis sete oito nove dez onze doze"),
	"hi": strings.Fields("दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह"),
}

const firstNumberWord = 2

// wordedNumberAt gives a number in words, from three on, that counts
// something.
func (c *corpus) wordedNumberAt(p *passage, j int) (gapWord, bool) {
	w := p.words[j]
	words := numberWords[c.tongue.tag]
	v := slices.Index(words, w.lower) + firstNumberWord
	if v < leastAsked || p.text[w.from:w.to] != w.lower || j+1 >= len(p.words) || closed(p.text, w, p.words[j+1]) {
		return gapWord{}, false
	}
	next := p.words[j+1]
	if next.number || bigNumbers[next.lower] || c.vocab.isStop(next.lower) || nearNumber(p, j, words) {
		return gapWord{}, false
	}
	return gapWord{kind: number, text: w.lower, span: span{w.from, w.to}, first: j, last: j, unit: c.vocab.stem(next.lower)}, true
}

// bigNumbers follow a number in words that is a part of a greater one.
var bigNumbers = newWordSet(`hundred thousand million billion cent cien cientos ciento mil millones millón cents mille millions hundert tausend millionen cento mila milioni milhões
	सौ हज़ार हजार लाख करोड़ o'clock times fois mal veces बार`)

// nearNumber reports whether a conjunction or another number stands beside
// word j: "four or five", "from three to six".
func nearNumber(p *passage, j int, words []string) bool {
	for k := max(0, j-2); k <= min(len(p.words)-1, j+2); k++ {
		if k != j && (p.words[k].number || slices.Contains(words, p.words[k].lower) || k == j-1 && conjunctions[p.words[k].lower]) {
			return true
		}
	}
	return false
}

// nearRatios are the steps by which wrong numbers lie off the right one. Which
// row is used depends on the sentence, so that the right number is not always
// in the middle.
var nearRatios = [][]float64{{0.5, 0.75, 1.5}, {0.6, 1.4, 2}, {1.25, 1.6, 2}, {0.4, 0.6, 0.8}}

// nearNumbers gives three numbers near the one in g, rounded and written as it
// is; nil where that cannot be done.
func (c *corpus) nearNumbers(g gapWord, seed string) []string {
	row := int(hash(seed+g.text) % uint64(len(nearRatios)))
	words := numberWords[c.tongue.tag]
	if at := slices.Index(words, g.text); at >= 0 {
		return nearWords(words, at, row)
	}
	if c.tongue.tag == "zh" && !strings.ContainsFunc(g.text, unicode.IsDigit) {
		v, ok := readNumeral(g.text)
		if !ok {
			return nil
		}
		var out []string
		for _, n := range nearValues(v, row) {
			out = append(out, writeNumeral(n))
		}
		return out
	}
	if v, ok := readThaiNumeral(g.text); ok && c.tongue.tag == "th" {
		var out []string
		for _, n := range nearValues(v, row) {
			out = append(out, writeThaiNumeral(n))
		}
		return out
	}
	return nearDigits(g, row)
}

// nearWords gives three other words of the list around at.
func nearWords(words []string, at, row int) []string {
	from := min(max(0, at-row), len(words)-choices)
	out := slices.Clone(words[from : from+choices])
	return slices.DeleteFunc(out, func(w string) bool { return w == words[at] })
}

// nearDigits works on a number in digits, with one decimal mark or separators
// of thousands, which it keeps.
func nearDigits(g gapWord, row int) []string {
	ascii := asciiDigits(g.text)
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, ascii)
	v, err := strconv.Atoi(digits)
	if err != nil || v < leastAsked || ascii[0] == '0' || len(digits) != len(g.text) && g.text != ascii {
		return nil
	}
	var values []int
	if g.kind == year {
		for _, off := range [][]int{{-37, -12, 9}, {-21, 14, 33}, {-8, 11, 26}, {-45, -28, -16}}[row] {
			values = append(values, v+off)
		}
		if v > latestYear-50 {
			values = []int{v - 9, v - 17, v - 24}
		}
	} else {
		values = nearValues(v, row)
	}
	var out []string
	for _, n := range values {
		text := strconv.Itoa(n)
		if g.unit == "%" && n > 100 {
			continue
		}
		if len(digits) != len(ascii) { // it has a mark
			if text = marked(ascii, text); text == "" {
				continue
			}
		}
		out = append(out, text)
	}
	return out
}

// Years that a text for schools speaks of; latestYear is the last that a
// history is sure to know of.
const (
	firstYear  = 1000
	lastYear   = 2100
	latestYear = 2025
)

// marked sets the marks of the pattern, such as "1.5" or "72,000", into
// digits, counted from the right; "" where one would stand at the beginning.
func marked(pattern, digits string) string {
	if group := lastGroup(pattern); group < 3 {
		digits = strings.Repeat("0", max(0, group+1-len(digits))) + digits // "0.5"
	}
	var out []byte
	at := len(digits) - 1
	for i := len(pattern) - 1; i >= 0 && at >= 0; i-- {
		if pattern[i] >= '0' && pattern[i] <= '9' {
			out = append(out, digits[at])
			at--
			continue
		}
		out = append(out, pattern[i])
	}
	for ; at >= 0; at-- {
		if group := len(out) - strings.LastIndexAny(string(out), ".,") - 1; strings.ContainsAny(string(out), ",.") && group == 3 && strings.Count(pattern, ",")+strings.Count(pattern, ".") > 0 && lastGroup(pattern) == 3 {
			return "" // a separator that the pattern does not show
		}
		out = append(out, digits[at])
	}
	if len(out) == 0 || out[len(out)-1] < '0' || out[len(out)-1] > '9' {
		return ""
	}
	slices.Reverse(out)
	return string(out)
}

// lastGroup is how many digits follow the last mark.
func lastGroup(pattern string) int { return len(pattern) - strings.LastIndexAny(pattern, ".,") - 1 }

// nearValues gives up to three values near v that are rounded as it is.
func nearValues(v, row int) []int {
	unit := roundness(v)
	if v < 10 {
		var out []int
		for n := max(2, v-row); len(out) < choices-1; n++ {
			if n != v {
				out = append(out, n)
			}
		}
		return out
	}
	var out []int
	for _, ratio := range nearRatios[row] {
		n := int(math.Round(float64(v)*ratio/float64(unit))) * unit
		for n == v || n <= 0 || slices.Contains(out, n) {
			n += unit
		}
		out = append(out, n)
	}
	return out
}

// roundness is the greatest of 1, 5, 10, 50, ... of which v is a multiple,
// below v.
func roundness(v int) int {
	unit := 1
	for next := 10; v%next == 0 && next < v; next *= 10 {
		unit = next
	}
	if five := unit * 5; v%five == 0 && five*2 < v {
		return five
	}
	return unit
}
