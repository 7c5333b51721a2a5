package document

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"edusmart/core/lazyregexp"
	"edusmart/core/story"
)

// readText reads plain text. What an author does without markup is taken for
// what it means: lines broken at a margin are joined, lone short lines are
// headings, and typed lists, ruled or tabbed tables and notes at the end are
// what they look like.
func readText(ctx context.Context, f *os.File, size int64) (*story.Document, error) {
	data, err := readWhole(ctx, f, size, maxPlain)
	if err != nil {
		return nil, err
	}
	text, err := decodePlain(data, nil)
	if err != nil {
		return nil, err
	}
	t := &plainText{composer: newComposer(ctx), words: lexicon{}}
	if err := t.read(text); err != nil {
		return nil, err
	}
	return t.compose()
}

// plainText is a text being read.
type plainText struct {
	*composer
	words   lexicon
	flowing bool // paragraphs are one line each: no line is broken at a margin
	margin  int  // the longest line, in characters
	notes   map[string]bool
	indents []int // of the list that is open, outermost first
}

// textLine is one line without the space around it.
type textLine struct {
	text   string
	raw    string // with its inner spaces and tabs
	indent int    // in columns
}

// A piece is a run of lines between blank ones.
type piece struct {
	lines    []textLine
	newPage  bool // a form feed stands before it
	headLike bool // it could be a heading
}

// maxLines is the most lines of a text.
const maxLines = 2_000_000

// A text whose longest line has more characters than this is not broken at a
// margin.
const longestMargin = 120

func (t *plainText) read(text string) error {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n").Replace(text)
	pieces, err := t.pieces(text)
	if err != nil {
		return err
	}
	pieces = t.takeNotes(pieces)
	for i := range pieces {
		pieces[i].headLike = t.couldBeHeading(&pieces[i])
	}
	for i := range pieces {
		p := &pieces[i]
		if p.newPage {
			t.breakSection()
		}
		if err := t.put(p, isHeadingAt(pieces, i)); err != nil {
			return err
		}
	}
	return nil
}

// pieces cuts the text at blank lines and form feeds.
func (t *plainText) pieces(text string) ([]piece, error) {
	var all []piece
	var lines []textLine
	newPage := false
	flush := func() {
		if len(lines) > 0 {
			all = append(all, piece{lines: lines, newPage: newPage})
			lines, newPage = nil, false
		}
	}
	count := 0
	for raw := range strings.Lines(text) {
		if count++; count > maxLines {
			return nil, bad(sayTooLong, fmt.Errorf("more than %d lines", maxLines))
		}
		if err := t.ctx.Err(); err != nil {
			return nil, err
		}
		if before, after, cut := strings.Cut(raw, "\f"); cut {
			if strings.TrimSpace(before) != "" {
				lines = append(lines, t.line(before))
			}
			flush()
			newPage, raw = true, strings.ReplaceAll(after, "\f", "")
		}
		if strings.TrimSpace(raw) == "" {
			flush()
			continue
		}
		lines = append(lines, t.line(raw))
	}
	flush()
	t.flowing = t.margin > longestMargin
	return all, nil
}

// line reads one line and takes note of its length and its words.
func (t *plainText) line(raw string) textLine {
	raw = strings.TrimRightFunc(raw, unicode.IsSpace)
	l := textLine{text: tidy(raw)}
	l.raw = strings.TrimLeftFunc(raw, unicode.IsSpace)
	for _, r := range raw[:len(raw)-len(l.raw)] {
		if r == '\t' {
			l.indent = (l.indent/8 + 1) * 8
		} else {
			l.indent++
		}
	}
	t.margin = max(t.margin, utf8.RuneCountInString(raw))
	first, last := strings.IndexByte(l.text, ' '), strings.LastIndexByte(l.text, ' ')
	if first < last && len(t.words) < maxLexicon {
		for w := range strings.FieldsSeq(l.text[first:last]) {
			t.words[foldWord(w)]++
		}
	}
	return l
}

var (
	noteText = lazyregexp.New(`^\[(\d{1,4}|\*)\]:? `)
	noteMark = lazyregexp.New(`\[(?:\d{1,4}|\*)\]`)
)

// takeNotes takes away the notes at the end of the text, and remembers their
// marks.
func (t *plainText) takeNotes(pieces []piece) []piece {
	t.notes = map[string]bool{}
	end := len(pieces)
	for end > 0 && noteText().MatchString(pieces[end-1].lines[0].text) {
		end--
		for _, l := range pieces[end].lines {
			if mark := noteMark().FindString(l.text); strings.HasPrefix(l.text, mark) {
				t.notes[mark] = true
			}
		}
	}
	return pieces[:end]
}

// couldBeHeading tells lone short lines that do not end as a sentence does.
func (t *plainText) couldBeHeading(p *piece) bool {
	if len(p.lines) == 2 && isRule(p.lines[1].raw) {
		return true
	}
	l := p.lines[0]
	if level, _ := hashed(l.text); level > 0 && len(p.lines) == 1 {
		return true
	}
	kind, _, _ := splitMarker(l.text)
	return len(p.lines) == 1 && l.indent < 4 && len(l.text) <= headingBytes && wordCount(l.text) > 0 &&
		wordCount(l.text) <= headingWords && kind == noMarker && !endsSentence(l.text) && !strings.HasSuffix(l.text, ":") &&
		!strings.HasPrefix(l.text, "[") && !strings.Contains(l.raw, "\t") && !answersFollow(l.text)
}

// isHeadingAt decides among the pieces that could be headings: at most two
// stand together, a title and a heading, and something follows them.
func isHeadingAt(pieces []piece, i int) bool {
	if !pieces[i].headLike {
		return false
	}
	first, last := i, i
	for first > 0 && i-first < 2 && pieces[first-1].headLike {
		first--
	}
	for last+1 < len(pieces) && last-i < 2 && pieces[last+1].headLike {
		last++
	}
	return last+1 < len(pieces) && last-first < 2
}

// isRule knows the lines by which headings are underlined.
func isRule(s string) bool {
	return len(s) >= 3 && (strings.Trim(s, "=") == "" || strings.Trim(s, "-") == "" || strings.Trim(s, "~") == "")
}

// hashed reads a heading typed as in Markdown; level is 0 where it is none.
func hashed(s string) (level int, text string) {
	text = strings.TrimLeft(s, "#")
	if level = len(s) - len(text); level > 6 || !strings.HasPrefix(text, " ") {
		return 0, s
	}
	return level, strings.TrimSpace(strings.TrimRight(text, "#"))
}

// put puts in a piece as what it looks like.
func (t *plainText) put(p *piece, isHeading bool) error {
	if rows := tableRows(p.lines); rows != nil {
		t.indents = nil
		return t.table(squared(rows))
	}
	if isHeading {
		t.indents = nil
		level, text := hashed(p.lines[0].text)
		if len(t.doc.Blocks) == 0 && level <= 1 {
			return t.title(text)
		}
		return t.heading(max(level, 1), t.unmarked(text))
	}
	lines := slices.DeleteFunc(p.lines, func(l textLine) bool { return isRule(l.raw) || isStars(l.raw) })
	if len(lines) == 0 {
		return nil
	}
	if len(t.doc.Blocks) == 0 {
		if done, err := t.putTitle(lines); done || err != nil {
			return err
		}
	}
	if text := t.join(lines); strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") {
		return t.caption(strings.Trim(text, "[]"))
	}
	for _, part := range t.parts(lines) {
		if err := t.putPart(part); err != nil {
			return err
		}
	}
	return nil
}

// isStars knows the lines between scenes ("* * *").
func isStars(s string) bool { return strings.Trim(s, "*-_ \t") == "" }

// putTitle reads the lines at the top of a text: the title with the names of
// its authors below, of which only the title is kept.
func (t *plainText) putTitle(lines []textLine) (done bool, err error) {
	if len(lines) > 4 {
		return false, nil
	}
	for _, l := range lines {
		kind, _, _ := splitMarker(l.text)
		if kind != noMarker || wordCount(l.text) > headingWords || endsSentence(l.text) {
			return false, nil
		}
	}
	return true, t.title(lines[0].text)
}

// parts cuts a piece into paragraphs and list items.
func (t *plainText) parts(lines []textLine) [][]textLine {
	marked := 0
	for _, l := range lines {
		if kind, _, _ := splitMarker(l.text); kind != noMarker {
			marked++
		}
	}
	var parts [][]textLine
	for i, l := range lines {
		kind, _, _ := splitMarker(l.text)
		starts := i == 0 || t.flowing
		if !starts {
			before := lines[i-1]
			// A number at the beginning of a line is a marker in company
			// only: text that is broken at a margin has such lines too.
			starts = kind != noMarker && (marked > 1 || kind == bulletMarker) ||
				t.endsEarly(before, l) || l.indent >= lines[0].indent+2 && endsSentence(before.text) && marked == 0
		}
		if starts {
			parts = append(parts, nil)
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], l)
	}
	return parts
}

// endsEarly reports whether the author ended a line where the next word had
// room: a line of a poem, an address, a paragraph.
func (t *plainText) endsEarly(line, next textLine) bool {
	word, _, _ := strings.Cut(next.text, " ")
	room := t.margin - line.indent - utf8.RuneCountInString(line.text)
	return endsSentence(line.text) && room > utf8.RuneCountInString(word)+t.margin/4
}

// putPart puts in one paragraph or list item.
func (t *plainText) putPart(lines []textLine) error {
	kind, marker, rest := splitMarker(lines[0].text)
	if kind == noMarker {
		if lines[0].indent == 0 {
			t.indents = nil
		}
		return t.composer.paragraph(t.join(lines), false)
	}
	if kind != bulletMarker && lines[0].indent == 0 {
		// Whether this begins a list, the whole text decides.
		t.indents = []int{0}
		return t.composer.paragraph(t.join(lines), false)
	}
	lines = slices.Clone(lines)
	lines[0].text = rest
	return t.item(t.depth(lines[0].indent), marker, t.join(lines))
}

// depth gives the level of a list item by its indent, from 1.
func (t *plainText) depth(indent int) int {
	for len(t.indents) > 0 && t.indents[len(t.indents)-1] >= indent {
		t.indents = t.indents[:len(t.indents)-1]
	}
	t.indents = append(t.indents, indent)
	return len(t.indents)
}

// join joins the lines of a paragraph, without the marks of notes.
func (t *plainText) join(lines []textLine) string {
	var b strings.Builder
	for i, l := range lines {
		text, glue := l.text, ""
		if i+1 < len(lines) {
			text, glue = t.seam(text, lines[i+1].text)
		}
		b.WriteString(text + glue)
	}
	return t.unmarked(b.String())
}

// seam gives a line's text and what comes between it and the next. Few
// authors break words by hand: a hyphen goes only where the whole word stands
// elsewhere in the text.
func (t *plainText) seam(end, start string) (text, glue string) {
	if !strings.HasSuffix(end, "-") || strings.HasSuffix(end, " -") {
		last, _ := utf8.DecodeLastRuneInString(end)
		next, _ := utf8.DecodeRuneInString(start)
		if dense(last) && dense(next) {
			return end, ""
		}
		return end, " "
	}
	head := end[strings.LastIndexByte(end, ' ')+1 : len(end)-1]
	tail, _, _ := strings.Cut(start, " ")
	switch {
	case t.words[foldWord(head)+foldWord(tail)] > 0:
		return end[:len(end)-1], ""
	case gluesAfterHyphen(end, start):
		return end, ""
	}
	return end, " "
}

// unmarked leaves out the marks of notes.
func (t *plainText) unmarked(s string) string {
	if len(t.notes) == 0 {
		return s
	}
	return noteMark().ReplaceAllStringFunc(s, func(mark string) string {
		if t.notes[mark] {
			return ""
		}
		return mark
	})
}
