package ondevice

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"edusmart/core/lazyregexp"
	"edusmart/core/story"
)

// exercise is one question found in the document.
type exercise struct {
	number  string // in ASCII digits; "" where it has none
	style   string // of its marker: "#." for "1."
	set     int    // numbering starts anew in each set
	stem    string
	options []option
	right   int    // index of the right option; -1 where it is not known
	answer  string // in words, where the key gives it so
	page    int    // of the document
	block   int
}

// option is one of an exercise's answers with its label, such as "b".
type option struct{ label, text string }

// maxExercises bounds how many questions are taken from a document.
const maxExercises = 200

// labelRows are the labels that options bear, in order.
var labelRows = [][]string{
	{"a", "b", "c", "d", "e", "f", "g", "h"},
	{"क", "ख", "ग", "घ", "ङ"},
	{"अ", "ब", "स", "द"},
	{"अ", "आ", "इ", "ई"},
	{"أ", "ب", "ج", "د", "ه"},
	{"а", "б", "в", "г", "д"},
	{"i", "ii", "iii", "iv", "v", "vi"},
}

// marker takes the mark off the beginning of a text: "1.", "(b)", "c)".
var markerHead = lazyregexp.New(`^\s*[(\[]?\s*([\p{Nd}]{1,3}|[\p{L}]\p{M}?|[ivx]{1,4}|هـ)\s*[.):\]\-–]+\s*`)

// reader collects the exercises while it goes through the blocks.
type exerciseReader struct {
	c        *corpus
	found    []exercise
	set      int
	keys     bool // in a part that holds answers
	answered map[int]bool
	pending  strings.Builder // the key read so far
}

// exercises finds the questions that the document sets, with their options
// and, where there is a key, their answers.
func (c *corpus) exercises() []exercise {
	r := &exerciseReader{c: c, answered: map[int]bool{}}
	for i := range c.doc.Blocks {
		if len(r.found) >= maxExercises {
			break
		}
		r.block(i)
	}
	r.settle()
	return r.found
}

func (r *exerciseReader) block(i int) {
	b := &r.c.doc.Blocks[i]
	text := oneLine(b.Text)
	if b.Kind == story.Heading {
		r.settle()
		r.keys = isOneOf(cleanHeading(text, r.c.tongue), r.c.tongue.keys, keysEnglish)
		return
	}
	near := i > 0 && r.c.doc.Blocks[i-1].Kind == story.Exercise
	switch {
	case b.Kind == story.Table && (r.keys || near):
		r.pending.WriteString(" " + tableKey(b.Cells))
	case b.Kind == story.Exercise:
		r.line(i, b.Marker, text)
	case r.keys && (b.Kind == story.Paragraph || b.Kind == story.ListItem):
		r.pending.WriteString(" " + b.Marker + " " + text)
	}
}

// line takes one printed line of an exercise.
func (r *exerciseReader) line(i int, mark, text string) {
	if rest, ok := r.keyLine(mark, text); ok {
		r.key(rest)
		return
	}
	if mark == "" {
		if m := markerHead().FindStringSubmatch(text); m != nil && (isNumber(m[1]) || isLabel(m[1])) {
			mark, text = strings.TrimSpace(m[0]), text[len(m[0]):]
		}
	}
	label := labelOf(mark)
	if r.keys && (isQuestion(text) || r.c.statement(text) != text) {
		r.settle()
	}
	switch {
	case r.keys && label != "":
		r.pending.WriteString(" " + mark + " " + text)
	case isNumber(label) && !r.numbersOption(mark, label):
		r.keys = false
		r.question(i, mark, label, text)
	case label != "" && len(r.found) > 0 && follows(label, r.found[len(r.found)-1].options):
		r.addOptions(label, mark+" "+text, text)
	case isQuestion(text) || r.c.statement(text) != text:
		r.keys = false
		r.question(i, mark, "", text)
	case r.keys:
		r.pending.WriteString(" " + text)
	case len(r.found) > 0 && len(r.found[len(r.found)-1].options) == 0:
		if _, options := inlineOptions(text); len(options) > 1 {
			r.found[len(r.found)-1].options = options
		}
	}
}

// follows reports whether label is the next after those of options: the one
// before a task, "B. Choose the right answer", is none.
func follows(label string, options []option) bool {
	for _, row := range labelRows {
		at := len(options)
		if at < len(row) && row[at] == label && (at == 0 || slices.Contains(row, options[at-1].label)) {
			return true
		}
	}
	return isNumber(label)
}

// isQuestion reports whether text asks, or has a gap to be filled.
func isQuestion(text string) bool {
	head, _ := inlineOptions(text)
	return asks(head) || hasBlank(head)
}

func hasBlank(text string) bool {
	return strings.Contains(text, "__") || strings.Contains(text, "....") || strings.Contains(text, "……")
}

// numbersOption reports whether a number marks an option of the last
// question rather than a question: "(1)" under "1.".
func (r *exerciseReader) numbersOption(mark, label string) bool {
	if len(r.found) == 0 {
		return false
	}
	last := &r.found[len(r.found)-1]
	return last.number != "" && styleOf(mark) != last.style && label == asciiNumber(len(last.options)+1)
}

func asciiNumber(n int) string { return string(rune('0' + n%10)) }

func (r *exerciseReader) question(i int, mark, number, text string) {
	if n := len(r.found); n > 0 && number != "" && r.found[n-1].number != "" && atoi(number) <= atoi(r.found[n-1].number) {
		r.set++
	}
	stem, options := inlineOptions(text)
	r.found = append(r.found, exercise{
		number: number, style: styleOf(mark), set: r.set,
		stem: strings.TrimSpace(stem), options: options, right: -1,
		page: r.c.doc.Blocks[i].Page, block: i,
	})
	r.markRight(&r.found[len(r.found)-1])
}

// addOptions adds a line that begins with a label: one option or several.
func (r *exerciseReader) addOptions(label, whole, text string) {
	q := &r.found[len(r.found)-1]
	if head, options := inlineOptions(whole); strings.TrimSpace(head) == "" && len(options) > 1 {
		q.options = append(q.options, options...)
	} else {
		q.options = append(q.options, option{label, strings.TrimSpace(text)})
	}
	if len(q.options) > story.MaxOptions {
		q.options = q.options[:story.MaxOptions]
	}
	r.markRight(q)
}

// markRight takes a mark such as "*" or "✓" off the right option.
func (r *exerciseReader) markRight(q *exercise) {
	for i := range q.options {
		text := q.options[i].text
		clean := strings.TrimSpace(strings.TrimRight(strings.TrimLeft(text, "*✓✔ "), "*✓✔ "))
		if clean != text && clean != "" && strings.ContainsAny(text, "*✓✔") {
			q.options[i].text, q.right = clean, i
		}
	}
}

// labelOf gives what a marker says: "b" of "(b)", "12" of "१२.".
func labelOf(mark string) string {
	label := strings.TrimFunc(mark, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	label = asciiDigits(strings.ToLower(label))
	if label == "هـ" {
		return "ه"
	}
	if label == "ا" {
		return "أ"
	}
	if isNumber(label) || isLabel(label) {
		return label
	}
	return ""
}

func isLabel(s string) bool {
	s = strings.ToLower(s)
	if s == "ا" {
		return true
	}
	for _, row := range labelRows {
		if slices.Contains(row, s) {
			return true
		}
	}
	return false
}

// styleOf gives the form of a marker with its number or letter taken out.
func styleOf(mark string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			return '#'
		case unicode.IsSpace(r):
			return -1
		}
		return r
	}, mark)
}

// asciiDigits writes the digits of every script as 0 to 9.
func asciiDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf || !unicode.IsDigit(r) {
			return r
		}
		for _, zero := range []rune{'٠', '۰', '०', '০', '๐', '０', '૦', '௦', '౦', '೦', '੦'} {
			if r >= zero && r <= zero+9 {
				return '0' + r - zero
			}
		}
		return r
	}, s)
}

// atoi reads a short number; what is none counts 0.
func atoi(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > 1e6 {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// inlineOptions cuts "stem a) x b) y c) z" into the stem and its options;
// there are none unless at least two labels follow in order.
func inlineOptions(text string) (string, []option) {
	for _, row := range labelRows {
		for _, small := range []bool{true, false} {
			at := labelsIn(text, row, small)
			if len(at) < 2 {
				continue
			}
			options := make([]option, len(at))
			for i, s := range at {
				until := len(text)
				if i+1 < len(at) {
					until = at[i+1].from
				}
				options[i] = option{row[i], strings.Trim(text[s.to:until], " ,;|/،؛")}
			}
			if !slices.ContainsFunc(options, func(o option) bool { return o.text == "" }) {
				return text[:at[0].from], options
			}
		}
	}
	return text, nil
}

// labelsIn finds the labels of a row, in order, each after a space or at the
// beginning and followed by a mark.
func labelsIn(text string, row []string, small bool) []span {
	var found []span
	from := 0
	for _, label := range row {
		if !small {
			label = strings.ToUpper(label)
		}
		s, ok := nextLabel(text, from, label)
		if !ok && label == "أ" {
			s, ok = nextLabel(text, from, "ا")
		}
		if !ok {
			break
		}
		found = append(found, s)
		from = s.to
	}
	return found
}

func nextLabel(text string, from int, label string) (span, bool) {
	for at := from; at < len(text); {
		n := strings.Index(text[at:], label)
		if n < 0 {
			break
		}
		start, after := at+n, at+n+len(label)
		at = after
		if strings.HasSuffix(text[:start], "(") || strings.HasSuffix(text[:start], "[") {
			start--
		}
		if start > from && !unicode.IsSpace(lastRune(text[:start])) && start != 0 {
			continue
		}
		rest := strings.TrimLeft(text[after:], "ـ ")
		mark := firstRune(rest)
		if mark == ')' || mark == '.' || mark == ']' || mark == '-' && start < after-len(label) {
			return span{start, len(text) - len(rest) + 1}, true
		}
	}
	return span{}, false
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
