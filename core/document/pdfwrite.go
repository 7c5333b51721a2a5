package document

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"edusmart/core/lazyregexp"
	"edusmart/core/story"
)

// A pdfWriter turns passages into blocks.
type pdfWriter struct {
	doc     *story.Document
	words   lexicon
	body    float64 // size of the running text, in points
	levels  []float64
	outline map[string]int // folded title to level
	figures []pdfFigure    // with the block before which each stands
	before  []int
	pending []passage // the passages of all pages, before they are written
}

func newPDFWriter(pages []*pdfPage, words lexicon, doc *story.Document) *pdfWriter {
	w := &pdfWriter{doc: doc, words: words, outline: map[string]int{}}
	sizes := map[float64]int{}
	for _, p := range pages {
		for i := range p.lines {
			if l := &p.lines[i]; l.isText() {
				sizes[roundSize(l.size)] += l.n
			}
		}
	}
	most := 0
	for size, n := range sizes {
		if n > most || n == most && size < w.body {
			most, w.body = n, size
		}
	}
	for _, e := range doc.Outline {
		w.outline[foldTitle(e.Title)] = min(e.Level, 6)
	}
	return w
}

func roundSize(s float64) float64 { return math.Round(2*s) / 2 }

// foldTitle gives what stays the same of a heading in the outline and in
// print: letters and digits.
func foldTitle(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// page collects the passages of a page.
func (w *pdfWriter) page(p *pdfPage) {
	for _, f := range arrange(p.lines, p.rtl) {
		flow := &f
		all := w.dropFootnotes(p.passagesOf(flow), p)
		for i := range all {
			w.classify(&all[i], i, all, p)
		}
		w.captions(all, p)
		w.pending = append(w.pending, mergeHeadings(all)...)
	}
}

// captions gives the captions to the figures that stand next to them.
func (w *pdfWriter) captions(all []passage, p *pdfPage) {
	for i := range all {
		s := &all[i]
		if s.kind != story.Caption || isTableLabel(s.first().text) {
			continue
		}
		place := boundsOf(s.lines)
		best, distance := -1, 90.0 // points
		for k := range p.figures {
			f := &p.figures[k]
			if min(f.x1, place.x1)-max(f.x0, place.x0) <= 0 && min(f.y1, place.y1)-max(f.y0, place.y0) <= 0 {
				continue
			}
			d := max(place.y0-f.y1, f.y0-place.y1, 0) + max(place.x0-f.x1, f.x0-place.x1, 0)
			if f.caption == "" && d < distance {
				best, distance = k, d
			}
		}
		if best >= 0 {
			p.figures[best].caption, _, _ = cutLabel(tidy(w.words.joinText(textsOf(s))))
		}
	}
}

// isContents reports whether a line is one of a table of contents: it has a
// row of dots.
func isContents(line string) bool {
	return (strings.Contains(line, "…") || strings.Count(line, ".") >= 5) && contentsLine().MatchString(line)
}

// textsOf gives the lines of a passage as they are read: those of a table of
// contents aside.
func textsOf(s *passage) []string {
	texts := make([]string, 0, len(s.lines))
	for i := range s.lines {
		if text := s.lines[i].text; !isContents(text) {
			texts = append(texts, text)
		}
	}
	return texts
}

// dropFootnotes leaves out what stands at the end of a flow after a raised
// mark, or in small print after any mark.
func (w *pdfWriter) dropFootnotes(all []passage, p *pdfPage) []passage {
	start := len(all)
	for start > 0 {
		s := &all[start-1]
		if s.table != nil || s.figure != nil || s.first().y0 < 0.4*p.h || s.size > 0.93*w.body && !s.first().note {
			break
		}
		start--
	}
	for k := start; k < len(all); k++ {
		if l := all[k].first(); l.note || all[k].size <= 0.93*w.body && footnoteStart().MatchString(l.text) {
			return all[:k]
		}
	}
	return all
}

// footnoteStart is the mark at the beginning of a footnote.
var footnoteStart = lazyregexp.New(`^(?:[*∗†‡§¶]{1,3}|[\p{Nd}]{1,3})[.)\]]?\s*[^\s\d]`)

// contentsLine is a line of a printed table of contents.
var contentsLine = lazyregexp.New(`(?:\.\s?){5,}\s*[\p{Nd}ivxlc]*\s*$|(?:…\s?){2,}\s*[\p{Nd}ivxlc]*\s*$`)

// numbered is a section's number at the start of a heading.
var numbered = lazyregexp.New(`^(?:\p{Nd}+(?:\.\p{Nd}+)+\.?|(?i:chapter|unit|lesson|section|part|module|kapitel|lektion|capítulo|capitulo|lección|unidad|tema|chapitre|leçon|unité|capitolo|lezione|unità|الفصل|الوحدة|الدرس|अध्याय|पाठ|इकाई)\s+[\p{Nd}IVX]+)\b`)

// classify tells headings and captions from paragraphs.
func (w *pdfWriter) classify(s *passage, i int, all []passage, p *pdfPage) {
	if s.table != nil || s.figure != nil {
		return
	}
	text := s.first().text
	if _, labelled, sure := cutLabel(text); labelled && sure && s.n() < 500 && (p.nearFigure(s.first().box) || nearTable(all, i) || s.size < 0.97*w.body || len(s.lines) <= 3) {
		s.kind, s.marker = story.Caption, ""
		return
	}
	if w.isHeading(s) {
		s.kind, s.marker = story.Heading, ""
	} else if w.isBareCaption(s, p) {
		s.kind = story.Caption
	}
}

func nearTable(all []passage, i int) bool {
	return i > 0 && all[i-1].table != nil || i+1 < len(all) && all[i+1].table != nil
}

const (
	maxHeadingChars = 160
	maxHeadingLines = 3
	headingRatio    = 1.12 // of the running text's size
)

// isHeading decides by size, weight, number and what stands around.
func (w *pdfWriter) isHeading(s *passage) bool {
	n := s.n()
	text := s.last().text
	if n > maxHeadingChars || len(s.lines) > maxHeadingLines || wordCount(s.first().text) == 0 || isContents(text) {
		return false
	}
	if s.kind == story.ListItem && (strings.HasSuffix(text, "?") || strings.HasSuffix(text, "؟") || !(s.bold || s.size >= headingRatio*w.body)) {
		return false
	}
	ends := endsSentence(text) && !strings.HasSuffix(text, "?") && !strings.HasSuffix(text, "؟") && !strings.HasSuffix(text, "!")
	if s.size >= headingRatio*w.body {
		return !ends || s.size >= 1.4*w.body && n < 80
	}
	if s.size < 0.95*w.body || ends {
		return false
	}
	if _, known := w.outline[foldTitle(s.first().text)]; known && len(s.lines) == 1 {
		return true
	}
	if s.bold {
		return n <= 100 && s.kind != story.ListItem || numbered().MatchString(s.first().text)
	}
	if n <= 80 && len(s.lines) == 1 && numbered().MatchString(s.first().text) && !strings.HasSuffix(text, "?") {
		return true
	}
	return len(s.lines) == 1 && n <= 70 && shouted(text) && s.kind != story.ListItem
}

// shouted reports whether s is written in capitals.
func shouted(s string) bool {
	up, low := 0, 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			up++
		} else if unicode.IsLower(r) {
			low++
		}
	}
	return up >= 5 && low == 0
}

// mergeHeadings joins the lines of one heading that were kept apart.
func mergeHeadings(all []passage) []passage {
	out := all[:0]
	for i := range all {
		s := all[i]
		if n := len(out); n > 0 && s.kind == story.Heading && out[n-1].kind == story.Heading && len(s.lines) > 0 {
			prev := &out[n-1]
			if isSectionNumber(prev) && abs(prev.last().base-s.first().base) < 0.2*s.size {
				prev.lines = append(slices.Clone(prev.lines), s.lines...)
				continue
			}
			gap := s.first().y0 - prev.last().y1
			if abs(prev.size-s.size) < 0.3 && prev.bold == s.bold && gap < 0.45*s.size && gap > -s.size &&
				!numbered().MatchString(s.first().text) && !endsSentence(prev.last().text) && prev.n()+s.n() <= maxHeadingChars {
				prev.lines = append(slices.Clone(prev.lines), s.lines...)
				continue
			}
		}
		out = append(out, s)
	}
	return out
}

// isSectionNumber reports whether a heading is only the number of the one that
// stands beside it.
func isSectionNumber(s *passage) bool {
	return len(s.lines) == 1 && sectionNumber().MatchString(s.first().text)
}

var sectionNumber = lazyregexp.New(`^(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*|[IVX]{1,5}|[A-H])\.?$`)

// finish writes the blocks.
func (w *pdfWriter) finish() {
	w.findLevels()
	for i := range w.pending {
		s := &w.pending[i]
		switch {
		case s.figure != nil:
			w.figures = append(w.figures, *s.figure)
			w.before = append(w.before, len(w.doc.Blocks))
		case s.table != nil:
			w.table(s)
		case len(s.lines) > 0:
			w.write(s)
		}
		if len(w.doc.Blocks) > maxBlocks {
			break
		}
	}
	for i := range w.figures {
		f := &w.figures[i]
		w.doc.Figures = append(w.doc.Figures, story.Figure{Page: f.page + 1, Block: w.before[i], Caption: f.caption})
	}
}

// findLevels orders the sizes of the headings.
func (w *pdfWriter) findLevels() {
	for i := range w.pending {
		if s := &w.pending[i]; s.kind == story.Heading && s.size >= headingRatio*w.body {
			w.levels = append(w.levels, roundSize(s.size))
		}
	}
	slices.Sort(w.levels)
	w.levels = slices.Compact(w.levels)
	slices.Reverse(w.levels)
}

// level gives a heading's level: the outline's, or by its size, those in the
// size of the text after all others.
func (w *pdfWriter) level(s *passage, text string) int {
	if level, ok := w.outline[foldTitle(text)]; ok {
		return level
	}
	if s.size < headingRatio*w.body {
		return min(6, len(w.levels)+1)
	}
	for i, size := range w.levels {
		if roundSize(s.size) >= size {
			return min(6, i+1)
		}
	}
	return min(6, len(w.levels)+1)
}

// write adds a passage's block, or lengthens the one that it goes on with.
func (w *pdfWriter) write(s *passage) {
	text := tidy(w.words.joinText(textsOf(s)))
	b := story.Block{Kind: s.kind, Text: text, Page: s.first().page + 1}
	switch s.kind {
	case story.Heading:
		b.Level = w.level(s, text)
	case story.ListItem:
		if _, marker, rest := splitMarker(text); marker != "" {
			b.Marker, b.Text = marker, rest
		}
		b.Level = 1
	case story.Caption:
		b.Text, _, _ = cutLabel(text)
	}
	if strings.TrimFunc(b.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) == "" {
		return
	}
	if prev := w.continued(s, &b); prev != nil {
		drop, glue := w.words.seam(prev.Text, b.Text)
		prev.Text = tidy(prev.Text[:len(prev.Text)-drop] + glue + b.Text)
		return
	}
	w.doc.Blocks = append(w.doc.Blocks, b)
}

// continued gives the block with which a paragraph at the beginning of a flow
// goes on: the last running text, cut in mid-sentence by the end of a column
// or page.
func (w *pdfWriter) continued(s *passage, b *story.Block) *story.Block {
	if b.Kind != story.Paragraph || s.first().note || !atStart(s) {
		return nil
	}
	for i := len(w.doc.Blocks) - 1; i >= 0; i-- {
		prev := &w.doc.Blocks[i]
		switch prev.Kind {
		case story.Caption, story.Table:
			continue
		case story.Paragraph, story.ListItem:
		default:
			return nil
		}
		if b.Page-prev.Page > 1 || ended(prev.Text) {
			return nil
		}
		if startsLower(b.Text) || strings.HasSuffix(prev.Text, "-") || caseless(b.Text) && len(prev.Text) > 60 {
			return prev
		}
		if len(prev.Text) > 80 && len(s.lines) > 0 && prev.Kind == story.Paragraph && !numbered().MatchString(b.Text) {
			return prev // a name or a noun begins the next column
		}
		return nil
	}
	return nil
}

// atStart reports whether s is the first passage of running text in its flow.
func atStart(s *passage) bool {
	for i := range s.flow.lines {
		l := &s.flow.lines[i]
		if l.isText() {
			return l.base == s.first().base && l.x0 == s.first().x0
		}
	}
	return false
}

// table adds a table's block.
func (w *pdfWriter) table(s *passage) {
	cells := make([][]string, 0, len(s.table.rows))
	for _, row := range s.table.rows {
		clean := make([]string, len(row))
		for i, c := range row {
			clean[i] = tidy(strings.ReplaceAll(c, "\u00ad", ""))
		}
		cells = append(cells, clean)
	}
	w.doc.Blocks = append(w.doc.Blocks, story.Block{Kind: story.Table, Text: tableText(cells), Page: s.page + 1, Cells: cells})
}
