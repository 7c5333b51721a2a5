package ondevice

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"edusmart/core/story"
)

// Limits on what is looked at of a document from outside.
const (
	maxPassages    = 20_000
	maxPassageText = 2_000 // bytes; longer ones are no sentence to be read out
)

// corpus is a document seen by the writer: its sentences, its sections and
// its words.
type corpus struct {
	doc        *story.Document
	tongue     *tongue
	band       band
	vocab      *vocabulary
	passages   []passage
	sections   []section
	skip       []bool             // blocks that belong to a part which is not narrated
	small      wordSet            // words that the document writes without a capital
	defined    map[int]definition // by passage
	lexemes    [][]lexemeAt       // of each passage, where words are not spaced
	onPage     map[int]int        // story page of each chosen passage
	storyPages int                // how many pages the story has
	postings   [][]int32          // passages that hold each term
	rivals     map[wordKind][]*rival
	terms      map[string]bool // stems of the words that the document defines or lists
}

// section is the text from one heading to the next.
type section struct {
	title    string // as in the document; "" before the first heading
	level    int
	block    int // of the heading; -1 where there is none
	from, to int // passages
}

// passage is one sentence of the document that may stand on a page.
type passage struct {
	text    string // with single spaces
	quote   string // as in the document
	place   story.Place
	page    int
	section int
	first   bool // opens its paragraph
	listed  bool // comes from a list
	length  int  // in words
	words   []piece
	ids     []int32 // term of each word, or function
	vector  []weighted

	fit      float64 // 0 to 1: how well it can be read out
	lean     lean
	needs    []int // passages that must stand before it on its page
	salience float64
}

// weighted is one component of a sentence's unit vector.
type weighted struct {
	term   int32
	weight float64
}

// counted is what counts as a sentence beside whole sentences of the text.
type counted struct {
	loose bool // phrases without a full stop: the points of a slide
	notes bool // a slide's notes
}

// newCorpus reads the document into sentences and weighs them for a band.
func newCorpus(ctx context.Context, doc *story.Document, b band, way counted) (*corpus, error) {
	t := tongueOf(doc)
	c := &corpus{doc: doc, tongue: t, band: b, vocab: newVocabulary(t)}
	c.skip = c.skippedBlocks()
	c.small = smallWords(doc)
	for i := range doc.Blocks {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		c.readBlock(i, way)
		if len(c.passages) >= maxPassages {
			break
		}
	}
	if n := len(c.sections); n > 0 {
		c.sections[n-1].to = len(c.passages)
	}
	c.countWords()
	for i := range c.passages {
		c.judge(i)
	}
	c.findNeeds()
	c.findDefinitions()
	c.findLexemes()
	c.weigh()
	return c, ctx.Err()
}

// skippedBlocks marks the blocks under headings such as "References", unless
// that would be everything.
func (c *corpus) skippedBlocks() []bool {
	skip := make([]bool, len(c.doc.Blocks))
	depth, kept := 0, 0
	for i, b := range c.doc.Blocks {
		if b.Kind == story.Heading {
			level := max(1, b.Level)
			if depth == 0 || level <= depth {
				depth = 0
				if isOneOf(cleanHeading(b.Text, c.tongue), c.tongue.skipped, skippedEnglish) {
					depth = level
				}
			}
		}
		skip[i] = depth > 0
		if depth == 0 && b.Kind != story.Heading && b.Kind != story.Exercise {
			kept += len(b.Text)
		}
	}
	if kept == 0 {
		clear(skip)
	}
	return skip
}

// isOneOf reports whether heading is one of list, or of the English one where
// the language has no list.
func isOneOf(heading string, list []string, english string) bool {
	if len(list) == 0 {
		list = phrases(english)
	}
	return slices.Contains(list, strings.TrimRight(strings.ToLower(heading), " :.!?"))
}

func (c *corpus) readBlock(i int, way counted) {
	b := &c.doc.Blocks[i]
	if b.Kind == story.Heading || len(c.sections) == 0 {
		if n := len(c.sections); n > 0 {
			c.sections[n-1].to = len(c.passages)
		}
		s := section{level: 1, block: -1, from: len(c.passages)}
		if b.Kind == story.Heading {
			s.title, s.level, s.block = oneLine(b.Text), max(1, b.Level), i
		}
		c.sections = append(c.sections, s)
	}
	if c.skip[i] {
		return
	}
	switch {
	case b.Kind == story.Paragraph, b.Kind == story.ListItem, b.Kind == story.Note && way.notes:
	default:
		return
	}
	if b.Kind != story.Note && c.isTitleSlide(b.Page) {
		return
	}
	if joined, ok := c.joinedList(i); ok {
		c.add(joined)
		return
	}
	spans := sentenceSpans(b.Text, c.tongue)
	for n, s := range spans {
		if n == 0 && c.runsIn(b.Text, spans) {
			continue
		}
		whole := c.passageOf(i, s)
		whole.first = n == 0
		if way.loose && !endsSentence(whole.text) && whole.length >= minLooseWords && !strings.HasSuffix(whole.text, ":") {
			whole.text += c.fullStop()
		}
		for _, part := range c.split(whole) {
			c.add(part)
		}
	}
}

// Limits of a heading that opens its paragraph, "Monetary policy. Most central
// banks ...", in words, and of the sentences after it.
const (
	maxRunIn   = 3
	afterRunIn = 8 // on average: in a first reader "Birds fly." is a sentence
)

// runsIn reports whether the first of a paragraph's sentences is a heading set
// in its first line.
func (c *corpus) runsIn(text string, spans []span) bool {
	if len(spans) < 2 || c.tongue.unspaced {
		return false
	}
	first := text[spans[0].from:spans[0].to]
	if !strings.HasSuffix(first, ".") || readingWords(first) > maxRunIn || c.vocab.isStop(firstWord(first)) {
		return false
	}
	words := 0
	for _, s := range spans[1:] {
		words += readingWords(text[s.from:s.to])
	}
	return words >= afterRunIn*(len(spans)-1)
}

// maxTitleSlide is the most words of a slide that only names the talk, who
// gives it and to whom.
const maxTitleSlide = 24

// isTitleSlide reports whether a page is the first slide of a talk and says no
// more than its title.
func (c *corpus) isTitleSlide(page int) bool {
	return page == 1 && (c.doc.Format == "pptx" || c.doc.Format == "odp") && c.doc.Pages > 2 &&
		len(c.doc.WordsOnPage) > 0 && c.doc.WordsOnPage[0] <= maxTitleSlide
}

// minLooseWords is the length from which on a point of a slide may pass for a
// sentence.
const minLooseWords = 4

// fullStop is what ends a sentence in the document's script.
func (c *corpus) fullStop() string {
	switch c.tongue.tag {
	case "hi", "mr", "ne", "bn":
		return "।"
	case "zh", "ja":
		return "。"
	case "th", "lo":
		return ""
	}
	return "."
}

// passageOf makes the passage of a stretch of block i.
func (c *corpus) passageOf(i int, s span) passage {
	b := &c.doc.Blocks[i]
	quote := b.Text[s.from:s.to]
	text := oneLine(quote)
	return passage{
		text: text, quote: quote,
		place:   story.Place{Block: i, From: s.from, To: s.to},
		page:    b.Page,
		section: len(c.sections) - 1,
		listed:  b.Kind == story.ListItem,
		length:  readingWords(text),
	}
}

func (c *corpus) add(p passage) {
	if p.length == 0 || len(p.text) > maxPassageText || len(c.passages) >= maxPassages {
		return
	}
	p.words = pieces(p.text)
	c.passages = append(c.passages, p)
}

// Limits of a list that reads well as one sentence.
const (
	maxJoinedItems = 6
	maxItemWords   = 6
)

// joinedList gives "intro: a, b and c" where block i is an introduction that
// ends with a colon and short items follow it. The words are the document's;
// the place and the quote are the introduction's.
func (c *corpus) joinedList(i int) (passage, bool) {
	b := c.doc.Blocks[i]
	intro := strings.TrimRightFunc(b.Text, unicode.IsSpace)
	if b.Kind == story.ListItem || !strings.HasSuffix(intro, ":") && !strings.HasSuffix(intro, "：") {
		return passage{}, false
	}
	spans := sentenceSpans(intro, c.tongue)
	if len(spans) != 1 || readingWords(intro) < 3 {
		return passage{}, false
	}
	var items []string
	for _, item := range c.doc.Blocks[i+1:] {
		text := strings.Trim(oneLine(item.Text), ".;,،। ")
		if item.Kind != story.ListItem {
			break
		}
		if n := readingWords(text); n == 0 || n > maxItemWords || len(items) == maxJoinedItems {
			return passage{}, false
		}
		items = append(items, text)
	}
	if len(items) < 2 {
		return passage{}, false
	}
	p := c.passageOf(i, spans[0])
	p.first, p.listed = true, true
	p.text = oneLine(p.quote) + " " + c.enumeration(c.asItems(items)) + c.fullStop()
	p.length = readingWords(p.text)
	return p, true
}

// asItems gives list items as they stand inside a sentence: without the
// capitals of a list, where the document writes at least half of their first
// words small elsewhere.
func (c *corpus) asItems(items []string) []string {
	small := 0
	out := make([]string, len(items))
	for i, text := range items {
		out[i] = text
		word, _, _ := strings.Cut(text, " ")
		if c.tongue.nounCaps || !capitalised(word) || allCapitals(word) {
			continue
		}
		out[i] = lowered(text)
		if c.small[strings.ToLower(word)] {
			small++
		}
	}
	if small*2 < len(items) {
		return items
	}
	return out
}

func smallWords(doc *story.Document) wordSet {
	set := wordSet{}
	for i := range doc.Blocks {
		text := doc.Blocks[i].Text
		for _, w := range pieces(text) {
			if text[w.from:w.to] == w.lower && !unspacedRune(firstRune(w.lower)) {
				set[w.lower] = true
			}
		}
	}
	return set
}

func (c *corpus) enumeration(items []string) string {
	last := len(items) - 1
	switch c.tongue.tag {
	case "zh", "ja":
		return strings.Join(items, "、")
	case "ar":
		return strings.Join(items[:last], "، ") + " و" + items[last]
	}
	if c.tongue.and == "" {
		return strings.Join(items, ", ")
	}
	return strings.Join(items[:last], ", ") + " " + c.tongue.and + " " + items[last]
}

// countWords fills the vocabulary.
func (c *corpus) countWords() {
	all := make([][]piece, len(c.passages))
	for i := range c.passages {
		all[i] = c.passages[i].words
	}
	c.vocab.deriveStops(all)
	for i := range c.passages {
		p := &c.passages[i]
		p.ids = make([]int32, len(p.words))
		for j, w := range p.words {
			p.ids[j] = c.vocab.termOf(w.lower)
		}
		c.vocab.count(p.text, p.words, p.ids)
	}
}

// usable reports whether passage i may stand on a page.
func (c *corpus) usable(i int) bool { return c.passages[i].fit >= minFit }

// usableIn counts the passages of [from, to) that may stand on a page.
func (c *corpus) usableIn(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if c.usable(i) {
			n++
		}
	}
	return n
}
