package document

import (
	"strconv"
	"strings"
	"unicode"
)

// numbering resolves the list numbers of a Word document (numbering.xml) to
// the markers that are printed.
type numbering struct {
	lists map[string]*wordList // by w:numId
}

// wordList is one w:num: its levels and where their counting stands. Lists of
// the same definition go on counting together unless one starts anew.
type wordList struct {
	levels   []listLevel
	counts   *[maxListLevels]int
	restarts map[int]int // level: start, done when the list is first used
}

const maxListLevels = 9

// listLevel is one level of a list.
type listLevel struct {
	format string // "decimal", "lowerLetter", "bullet" ...
	text   string // "%1.", "%1.%2)"
	start  int
}

func readNumbering(a *archive, part string) (*numbering, error) {
	n := &numbering{lists: map[string]*wordList{}}
	if part == "" {
		return n, nil
	}
	root, err := a.optional(part)
	if err != nil || root == nil {
		return n, err
	}
	type definition struct {
		levels []listLevel
		counts *[maxListLevels]int
	}
	abstract := map[string]definition{}
	for _, k := range root.kids {
		if k.name == "w:abstractNum" {
			abstract[k.get("w:abstractNumId")] = definition{levelsOf(k), new([maxListLevels]int)}
		}
	}
	for _, k := range root.kids {
		if k.name != "w:num" {
			continue
		}
		def := abstract[k.kid("w:abstractNumId").get("w:val")]
		if def.counts == nil {
			continue
		}
		l := &wordList{levels: def.levels, counts: def.counts, restarts: map[int]int{}}
		for _, o := range k.kids {
			if o.name != "w:lvlOverride" {
				continue
			}
			level := atoi(o.get("w:ilvl"))
			if level < 0 || level >= len(l.levels) {
				continue
			}
			if lvl := o.kid("w:lvl"); lvl != nil {
				l.levels = append([]listLevel(nil), l.levels...)
				l.levels[level] = levelOf(lvl)
			}
			if s := o.kid("w:startOverride"); s != nil {
				l.restarts[level] = atoi(s.get("w:val"))
			}
		}
		n.lists[k.get("w:numId")] = l
	}
	return n, nil
}

func levelsOf(n *node) []listLevel {
	levels := make([]listLevel, maxListLevels)
	for i := range levels {
		levels[i] = listLevel{format: "none", start: 1}
	}
	for _, k := range n.kids {
		if i := atoi(k.get("w:ilvl")); k.name == "w:lvl" && i >= 0 && i < maxListLevels {
			levels[i] = levelOf(k)
		}
	}
	return levels
}

func levelOf(n *node) listLevel {
	l := listLevel{
		format: n.kid("w:numFmt").get("w:val"),
		text:   n.kid("w:lvlText").get("w:val"),
		start:  1,
	}
	if s := n.kid("w:start"); s != nil {
		l.start = atoi(s.get("w:val"))
	}
	return l
}

// next counts one item of a list and gives its marker. It is no list item
// where the list is not defined or prints nothing.
func (n *numbering) next(id string, level int) (marker string, ok bool) {
	l := n.lists[id]
	if l == nil || level < 0 || level >= len(l.levels) {
		return "", false
	}
	for i, start := range l.restarts {
		l.counts[i] = start - 1 + offset(l.levels[i])
		delete(l.restarts, i)
	}
	l.counts[level]++
	for i := level + 1; i < maxListLevels; i++ {
		l.counts[i] = 0
	}
	at := l.levels[level]
	switch at.format {
	case "bullet":
		marker = plainBullet(at.text)
		return marker, marker != ""
	case "none":
		return "", false
	}
	marker = at.text
	for i := range level + 1 {
		format := l.levels[i].format
		if i < level && format == "bullet" {
			format = "decimal"
		}
		value := max(l.counts[i], 1) - 1 + l.levels[i].start
		marker = strings.ReplaceAll(marker, "%"+strconv.Itoa(i+1), formatNumber(format, value))
	}
	return marker, strings.TrimSpace(marker) != ""
}

// offset is what a count is off by in a level that does not start at 1, since
// counts are kept from 1.
func offset(l listLevel) int { return 1 - l.start }

// plainBullet gives the usual bullet for those that only exist in symbol
// fonts. A blank is none: some programs write it for a paragraph that goes on
// with an item.
func plainBullet(s string) string {
	if s != "" && strings.TrimSpace(s) == "" {
		return ""
	}
	for _, r := range s {
		if r < 0xe000 && !unicode.IsLetter(r) && r > 0xb7 || r == '-' || r == '*' {
			return string(r)
		}
	}
	return "•"
}

// formatNumber writes a number as OOXML's numFmt (ECMA-376 part 1, 17.18.59)
// says; formats that are not known are decimal.
func formatNumber(format string, n int) string {
	switch format {
	case "lowerLetter":
		return letters("abcdefghijklmnopqrstuvwxyz", n)
	case "upperLetter":
		return letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ", n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "arabicAlpha":
		return letters("أبتثجحخدذرزسشصضطظعغفقكلمنهوي", n)
	case "arabicAbjad":
		return letters("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", n)
	case "hindiConsonants":
		return letters("कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह", n)
	case "hindiVowels":
		return letters("अआइईउऊऋएऐओऔ", n)
	case "hebrew2":
		return letters("אבגדהוזחטיכלמנסעפצקרשת", n)
	case "russianLower":
		return letters("абвгдежзиклмнопрстуфхцчшщэюя", n)
	case "hindiNumbers":
		return digitsFrom('०', n)
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

// letters counts a, b, ... z, aa, bb, as Word does.
func letters(alphabet string, n int) string {
	all := []rune(alphabet)
	if n < 1 || n > 20*len(all) {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(all[(n-1)%len(all)]), (n-1)/len(all)+1)
}

// digitsFrom writes a number with the ten digits that follow zero.
func digitsFrom(zero rune, n int) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return zero + (r - '0')
		}
		return r
	}, strconv.Itoa(n))
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var b strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			b.WriteString(signs[i])
		}
	}
	return b.String()
}
