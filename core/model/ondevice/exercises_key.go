package ondevice

import (
	"slices"
	"strings"

	"edusmart/core/lazyregexp"
)

// keyItem is one answer of a key: the number of its question, if any, and
// what is written for it.
type keyItem struct{ number, value string }

// keyLine reports whether a line is an answer key or a part of one, and gives
// what follows its opening word.
func (r *exerciseReader) keyLine(mark, text string) (string, bool) {
	if mark != "" && labelOf(mark) != "" {
		return "", false
	}
	lower := strings.ToLower(text)
	words := r.c.tongue.keys
	if len(words) == 0 {
		words = phrases(keysEnglish)
	}
	for _, w := range slices.Concat(words, phrases(keysEnglish)) {
		rest, ok := strings.CutPrefix(lower, w)
		if !ok || len(lower) != len(text) || wordRune(firstRune(rest)) {
			continue
		}
		rest = text[len(w):]
		trimmed := strings.TrimLeft(rest, " :：-–—.")
		if trimmed == "" || strings.ContainsAny(rest[:len(rest)-len(trimmed)], ":：-–—") || keyStart().MatchString(asciiDigits(trimmed)) {
			return trimmed, true
		}
	}
	return "", false
}

var (
	keyStart = lazyregexp.New(`^\(?\d{1,3}\)?\s*[.):=\-–—]?\s*\(?\p{L}`)
	keyItems = lazyregexp.New(`(?:^|[\s,;،؛|(])(\d{1,3})\s*(?:[.):=\-–—]+\s*|\s)`)
)

// key takes a line of answers: one for the last question, or several with
// their numbers.
func (r *exerciseReader) key(text string) {
	if text == "" {
		r.keys = true
		return
	}
	if items := readKey(text); len(items) > 0 {
		r.keys = true
		r.pending.WriteString(" " + text)
		return
	}
	if n := len(r.found); n > 0 && r.found[n-1].right < 0 && r.found[n-1].answer == "" {
		r.c.answerWith(&r.found[n-1], text)
	}
}

// readKey cuts "1 b, 2 c; 3. True" into its items.
func readKey(text string) []keyItem {
	text = asciiDigits(text)
	var items []keyItem
	for at := 0; at < len(text); {
		m := keyItems().FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		number := text[at+m[2] : at+m[3]]
		start := at + m[1]
		until := len(text)
		// A value is at least one word, so that "3. 1815" keeps its number.
		word := start + wordLength(text[start:])
		if next := keyItems().FindStringIndex(text[min(word, len(text)):]); next != nil {
			until = word + next[0]
		}
		value := strings.Trim(text[start:until], " ,;،؛|()[].।")
		if value != "" {
			items = append(items, keyItem{number, value})
		}
		at = max(until, start)
	}
	return items
}

func wordLength(s string) int {
	if at := strings.IndexAny(s, " ,;،؛|"); at > 0 {
		return at
	}
	return len(s)
}

// tableKey writes the cells of an answer table as a line: a row for each
// answer, or a row of numbers over a row of answers.
func tableKey(cells [][]string) string {
	var b strings.Builder
	if len(cells) == 2 && len(cells[0]) > 2 && len(cells[0]) == len(cells[1]) {
		for i := range cells[0] {
			if n := asciiDigits(strings.Trim(cells[0][i], " .)(")); isNumber(n) {
				b.WriteString(" " + n + ". " + cells[1][i])
			}
		}
		return b.String()
	}
	for _, row := range cells {
		for i := 0; i+1 < len(row); i += 2 {
			if n := asciiDigits(strings.Trim(row[i], " .)(")); isNumber(n) {
				b.WriteString(" " + n + ". " + row[i+1])
			}
		}
	}
	return b.String()
}

// settle gives the answers read so far to the questions before them.
func (r *exerciseReader) settle() {
	items := readKey(r.pending.String())
	r.pending.Reset()
	r.keys = false
	runs := runsOf(items)
	var open []int
	for set := 0; set <= r.set; set++ {
		if !r.answered[set] && slices.ContainsFunc(r.found, func(e exercise) bool { return e.set == set }) {
			open = append(open, set)
		}
	}
	if len(runs) == 0 || len(open) == 0 {
		return
	}
	if len(runs) > len(open) {
		runs = runs[:len(open)]
	}
	open = open[len(open)-len(runs):]
	for i, run := range runs {
		r.give(run, open[i])
	}
}

// runsOf cuts the items of a key where their numbers start anew.
func runsOf(items []keyItem) [][]keyItem {
	var runs [][]keyItem
	for i, item := range items {
		if i == 0 || atoi(item.number) <= atoi(items[i-1].number) {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], item)
	}
	return runs
}

func (r *exerciseReader) give(items []keyItem, set int) {
	r.answered[set] = true
	for _, item := range items {
		for i := range r.found {
			q := &r.found[i]
			if q.set == set && q.number == item.number && q.right < 0 && q.answer == "" {
				r.c.answerWith(q, item.value)
			}
		}
	}
}

// answerWith understands what a key says for a question: a label, an option
// in words, true or false, or an answer in words.
func (c *corpus) answerWith(q *exercise, value string) {
	value = strings.Trim(value, ` .()[]"“”`)
	label := labelOf(value)
	if m := markerHead().FindStringSubmatch(value); label == "" && m != nil {
		label = labelOf(m[1])
	}
	for i, o := range q.options {
		if label != "" && o.label == label {
			q.right = i
			return
		}
	}
	for i, o := range q.options {
		if strings.EqualFold(strings.Trim(o.text, " ."), value) {
			q.right = i
			return
		}
	}
	if at := slices.IndexFunc(labelRows[0], func(l string) bool { return l == label }); at >= 0 && at < len(q.options) {
		q.right = at
		return
	}
	if len(q.options) == 0 {
		q.answer = value
	}
}
