package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"edusmart/core/story"
)

// A passage is a paragraph-like piece of a page, still with the place and the
// look of its lines.
type passage struct {
	lines  []line
	kind   story.BlockKind
	marker string
	flow   *flow
	table  *pdfTable
	figure *pdfFigure
	page   int // from 0
	size   float64
	bold   bool
}

func (p *passage) first() *line { return &p.lines[0] }
func (p *passage) last() *line  { return &p.lines[len(p.lines)-1] }

// n counts the characters of the passage.
func (p *passage) n() int {
	sum := 0
	for i := range p.lines {
		sum += p.lines[i].n
	}
	return sum
}

// passagesOf cuts a flow into passages.
func (p *pdfPage) passagesOf(f *flow) []passage {
	var all []passage
	edges := edgesOf(f.lines)
	for i := range f.lines {
		l := f.lines[i]
		if !l.isText() {
			all = append(all, p.standIn(f, l))
			continue
		}
		kind, marker, _ := splitMarker(l.text)
		if n := len(all); n > 0 && len(all[n-1].lines) > 0 {
			last := &all[n-1]
			if !edges.starts(last, f.lines, i, kind, marker) {
				last.lines = append(last.lines, l)
				continue
			}
		}
		next := passage{lines: []line{l}, kind: story.Paragraph, flow: f, size: l.size, bold: l.bold}
		if kind != noMarker && (kind == bulletMarker || plausibleMarker(all, f.lines, i)) {
			next.kind, next.marker = story.ListItem, marker
		}
		all = append(all, next)
	}
	return all
}

// standIn makes the passage of a figure or table.
func (p *pdfPage) standIn(f *flow, l line) passage {
	s := passage{flow: f, page: p.number}
	if l.figure > 0 {
		s.figure = &p.figures[l.figure-1]
	} else {
		s.kind, s.table = story.Table, p.tables[l.table-1]
	}
	return s
}

// plausibleMarker tells the marker of a list item from a number or letter
// that begins a line by chance: a fellow item stands near by, or the line is
// set off from the one before.
func plausibleMarker(before []passage, lines []line, i int) bool {
	for k := len(before) - 1; k >= 0 && k >= len(before)-3; k-- {
		if before[k].marker != "" {
			return true
		}
	}
	for k := i + 1; k < len(lines) && k <= i+8; k++ {
		if kind, _, _ := splitMarker(lines[k].text); kind != noMarker {
			return true
		}
	}
	return i == 0 || lines[i].y0-lines[i-1].y1 > 0.4*lines[i].size
}

// flowEdges are the edges of a flow's running text, in the direction in which
// it is read.
type flowEdges struct {
	start, end float64
	rtl        bool
	leading    float64 // from baseline to baseline within paragraphs, in sizes
}

func edgesOf(lines []line) flowEdges {
	var starts, ends, leads []float64
	rtl := 0
	for i := range lines {
		l := &lines[i]
		if !l.isText() {
			continue
		}
		starts, ends = append(starts, l.x0), append(ends, l.x1)
		if startsRTL(l.text) {
			rtl++
		}
		if i > 0 && lines[i-1].isText() && abs(lines[i-1].size-l.size) < 0.5 {
			if d := (l.base - lines[i-1].base) / l.size; d > 0.8 && d < 3 {
				leads = append(leads, d)
			}
		}
	}
	if len(starts) == 0 {
		return flowEdges{}
	}
	e := flowEdges{rtl: 2*rtl > len(starts), leading: 1.3}
	slices.Sort(starts)
	slices.Sort(ends)
	slices.Sort(leads)
	e.start, e.end = starts[len(starts)/20], ends[len(ends)-1-len(ends)/20]
	if len(leads) > 0 {
		e.leading = leads[len(leads)/3]
	}
	return e
}

// indent is how far l begins inside the edge; shortfall how far it ends
// before the other edge.
func (e *flowEdges) indent(l *line) float64 {
	if e.rtl {
		return e.end - l.x1
	}
	return l.x0 - e.start
}

func (e *flowEdges) shortfall(l *line) float64 {
	if e.rtl {
		return l.x0 - e.start
	}
	return e.end - l.x1
}

// starts reports whether line i begins a new passage rather than going on
// with the last one.
func (e *flowEdges) starts(last *passage, lines []line, i int, kind markerKind, marker string) bool {
	cur, prev := &lines[i], last.last()
	if cur.page != prev.page || cur.base <= prev.base+0.3*prev.size {
		return true
	}
	if d := (cur.base - prev.base) / max(cur.size, prev.size); d > 1.28*e.leading+0.05 {
		return true
	}
	if ratio := cur.size / prev.size; ratio > 1.07 || ratio < 0.93 {
		return true
	}
	if cur.bold != prev.bold && (prev.bold && e.shortfall(prev) > 2*prev.size || cur.bold && cur.w() < 0.8*(e.end-e.start)) {
		return true
	}
	if kind == bulletMarker || kind != noMarker && e.markerStarts(last, cur, marker) {
		return true
	}
	if last.marker != "" {
		return e.leavesItem(last, cur)
	}
	if _, labelled, sure := cutLabel(cur.text); labelled && sure && ended(prev.text) {
		return true
	}
	over := e.fits(prev, cur)
	stop := ended(prev.text)
	if over && stop {
		return true
	}
	// An indented first line: the one before is not, and the text had ended.
	if in := e.indent(cur) - e.indent(prev); stop && in > 0.7*cur.size && in < 6*cur.size && len(last.lines) > 0 && e.backAfter(lines, i) {
		return true
	}
	return false
}

// markerStarts reports whether a number or letter at the start of a line is a
// list's marker: it goes on with a list, or the text before has ended.
func (e *flowEdges) markerStarts(last *passage, cur *line, marker string) bool {
	if last.marker != "" {
		return abs(e.indent(cur)-e.indent(last.first())) < 0.5*cur.size || ended(last.last().text) || last.marker[0] != marker[0] && len(marker) <= 4
	}
	prev := last.last()
	return ended(prev.text) || e.shortfall(prev) > 4*prev.size
}

// leavesItem reports whether cur, close under a list item, is not part of it:
// it goes back to where the marker stands.
func (e *flowEdges) leavesItem(item *passage, cur *line) bool {
	back := e.indent(cur) - e.indent(item.first())
	if len(item.lines) > 1 {
		// The item's own further lines show how it is set.
		return e.indent(cur) < e.indent(&item.lines[1])-0.8*cur.size
	}
	return back < -0.8*cur.size || back < 0.3*cur.size && ended(item.last().text) && e.fits(item.last(), cur)
}

// fits reports whether the first word of cur had room at the end of prev, so
// that the break between them was meant.
func (e *flowEdges) fits(prev, cur *line) bool {
	word, _, _ := strings.Cut(cur.text, " ")
	width := cur.w() * float64(utf8.RuneCountInString(word)+1) / float64(max(1, cur.n))
	return e.shortfall(prev) > width+0.6*prev.size
}

// backAfter reports whether the line after i is back at the edge, or there is
// none: only first lines are indented.
func (e *flowEdges) backAfter(lines []line, i int) bool {
	if i+1 >= len(lines) || !lines[i+1].isText() {
		return true
	}
	return e.indent(&lines[i]) > e.indent(&lines[i+1])+0.5*lines[i].size || e.fits(&lines[i], &lines[i+1])
}

// ended reports whether s ends with a stop, so that what follows begins anew.
func ended(s string) bool {
	s = strings.TrimRight(s, `"'”’»)]`)
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:…。！？：؟।॥۔", last)
}

// startsLower reports whether s begins with a small letter.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// caseless reports whether s begins with a letter of a script without
// capitals.
func caseless(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'“”‘’«»([`))
	return unicode.IsLetter(r) && !unicode.IsLower(r) && !unicode.IsUpper(r)
}
