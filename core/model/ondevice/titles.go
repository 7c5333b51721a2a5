package ondevice

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"edusmart/core/lazyregexp"
)

// Limits of titles.
const (
	maxTitleWords   = 6
	maxTitleLetters = 48
	maxPhraseWords  = 4
	maxStoryTitle   = 70  // letters
	properTitle     = 1.2 // a name of two words says more than a phrase
	subjectTitle    = 1.7 // so does what a sentence begins with
	definedTitle    = 2   // and what the page says the meaning of
)

var (
	numberHead  = lazyregexp.New(`^(?:[\p{Nd}]{1,3}(?:[.\-][\p{Nd}]{1,3})*|[IVXLC]{1,5}|[A-Z])[.):\-–—]+\s+|^[\p{Nd}]{1,3}(?:\.[\p{Nd}]{1,3})+\.?\s+|^§\s*[\p{Nd}]+\s*`)
	bareNumber  = lazyregexp.New(`^[\p{Nd}]{1,2}\s+`)
	endMarks    = " .,:;-–—।،"
	fileEndings = lazyregexp.New(`(?i)\.(?:pdf|docx?|pptx?|od[tp]|epub|rtf|html?|md|txt|png|jpe?g)$`)
	noTitle     = lazyregexp.New(`(?i)^(?:untitled|document|presentation|microsoft (?:word|powerpoint)|slide|scan|lesson|dokument|documento|présentation|img|file|new)?[\s\d_\-.()]*$`)
)

// cleanHeading takes a heading's number and marks off: "Chapter 7: Volcanoes"
// and "7.3 Volcanoes" give "Volcanoes", "VOLCANOES" too. Nothing is left of
// "Chapter 7".
func cleanHeading(text string, t *tongue) string {
	text = strings.Trim(oneLine(text), " *#")
	text = withoutPart(text, t)
	text = numberHead().ReplaceAllString(text, "")
	if rest := bareNumber().ReplaceAllString(text, ""); rest != text && capitalised(rest) && !strings.Contains(rest, " of ") {
		text = rest
	}
	text = strings.Trim(text, endMarks)
	if allCapitals(strings.ReplaceAll(text, " ", "")) && utf8.RuneCountInString(text) > 4 {
		text = raised(strings.ToLower(text))
	}
	return text
}

// withoutPart takes "Chapter 7:" off a heading.
func withoutPart(text string, t *tongue) string {
	lower := strings.ToLower(text)
	for _, part := range append(append([]string{}, t.parts...), "chapter", "unit", "lesson") {
		rest, ok := strings.CutPrefix(lower, part+" ")
		if !ok {
			continue
		}
		number, _, _ := strings.Cut(rest, " ")
		number = strings.TrimRight(number, ".:-–—,")
		if !isNumber(strings.ReplaceAll(number, ".", "")) && !isRoman(number) {
			continue
		}
		at := len(text) - len(rest) + len(number)
		if at < 0 || at > len(text) || len(lower) != len(text) {
			continue
		}
		return strings.TrimLeft(text[at:], endMarks)
	}
	return text
}

func isRoman(s string) bool {
	return s != "" && strings.Trim(s, "ivxlc") == ""
}

// storyTitle is the document's title, or its first heading where that is only
// a file's name, or the strongest phrase of its text.
func (c *corpus) storyTitle() string {
	candidates := []string{}
	if !c.isFileName(c.doc.Title) {
		candidates = append(candidates, c.doc.Title)
	}
	if h := c.firstHeading(); h != "" {
		candidates = append(candidates, h)
	}
	stem := fileEndings().ReplaceAllString(c.doc.Name, "")
	for _, text := range candidates {
		if title := c.fitTitle(text, maxStoryTitle); title != "" {
			return title
		}
	}
	if phrase := c.phraseOf(c.best(0, len(c.passages), 12), nil, nil); phrase != "" {
		return phrase
	}
	if name := strings.Trim(strings.NewReplacer("_", " ", "-", " ").Replace(stem), " "); name != "" && !noTitle().MatchString(name) {
		return raised(name)
	}
	return c.doc.Title
}

// isFileName reports whether title is a file's name or a program's filler.
func (c *corpus) isFileName(title string) bool {
	stem := fileEndings().ReplaceAllString(filepath.Base(c.doc.Name), "")
	title = strings.TrimSpace(title)
	return title == "" || fileEndings().MatchString(title) || noTitle().MatchString(title) ||
		strings.EqualFold(title, stem) || strings.HasPrefix(title, "Microsoft ") || strings.Contains(title, "_")
}

// firstHeading is the first heading of the highest level.
func (c *corpus) firstHeading() string {
	best, level := "", 0
	for _, s := range c.sections {
		title := cleanHeading(s.title, c.tongue)
		if title != "" && (level == 0 || s.level < level) && !isOneOf(title, c.tongue.skipped, skippedEnglish) && !isOneOf(title, c.tongue.plain, plainEnglish) {
			best, level = title, s.level
		}
	}
	return best
}

// fitTitle cleans text and cuts it to limit letters at a mark or a word; ""
// where nothing is left that says something.
func (c *corpus) fitTitle(text string, limit int) string {
	title := cleanHeading(text, c.tongue)
	for _, mark := range []string{" | ", " – ", " — ", ": ", " - ", ", "} {
		if utf8.RuneCountInString(title) <= limit {
			break
		}
		if head, _, ok := strings.Cut(title, mark); ok && utf8.RuneCountInString(head) >= 8 {
			title = head
		}
	}
	if utf8.RuneCountInString(title) > limit {
		cut := string([]rune(title)[:limit])
		if at := strings.LastIndex(cut, " "); at > limit/2 {
			cut = cut[:at]
		}
		title = strings.TrimRight(cut, endMarks)
	}
	if !strings.ContainsFunc(title, unicode.IsLetter) {
		return ""
	}
	return title
}

// pageTitles names the pages: by the heading that a page's section begins
// with, where it is short and not taken, else by the strongest phrase of its
// sentences.
func (c *corpus) pageTitles(regions []region, chosen [][]int, storyTitle string) []string {
	titles := make([]string, len(regions))
	taken := map[string]bool{c.stemmed(storyTitle): true}
	claim := func(title string) bool {
		key := c.stemmed(title)
		if title == "" || key == "" || taken[key] {
			return false
		}
		taken[key] = true
		return true
	}
	for _, anywhere := range []bool{false, true} {
		for i := range regions {
			if titles[i] != "" || !anywhere && !regions[i].begins {
				continue
			}
			if h := c.headingFor(regions[i], chosen[i]); claim(h) {
				titles[i] = h
			}
		}
	}
	spread := c.spreadOf(chosen)
	for i := range regions {
		if titles[i] != "" {
			continue
		}
		titles[i] = c.fullTitle(chosen[i], spread, taken)
		if !claim(titles[i]) {
			titles[i] = c.spare(regions[i], chosen[i], storyTitle, spread, claim)
		}
	}
	return titles
}

// headingFor gives the heading of the section that most of the page's
// sentences come from; "" where it is no title.
func (c *corpus) headingFor(r region, chosen []int) string {
	count, best := map[int]int{}, r.section
	for _, i := range chosen {
		s := c.passages[i].section
		count[s]++
		if count[s] > count[best] {
			best = s
		}
	}
	title := cleanHeading(c.sections[best].title, c.tongue)
	if isOneOf(title, c.tongue.plain, plainEnglish) {
		return ""
	}
	if head, _, ok := strings.Cut(title, ": "); ok && !shortTitle(title) {
		title = head
	}
	if !shortTitle(title) {
		return ""
	}
	return strings.TrimRight(title, endMarks)
}

func shortTitle(title string) bool {
	return title != "" && readingWords(title) <= maxTitleWords && utf8.RuneCountInString(title) <= maxTitleLetters
}

// spare is the title of a page that has no phrase of its own: two of its nouns,
// or the heading of its section or of the story with a number.
func (c *corpus) spare(r region, chosen []int, storyTitle string, spread map[int32]int, claim func(string) bool) string {
	nouns := c.tellingNouns(chosen, spread)
	if len(nouns) < 2 {
		nouns = append(nouns, c.openingNouns(chosen)...)
	}
	for i := range nouns {
		for j := i + 1; j < len(nouns); j++ {
			if c.stemmed(nouns[i]) == c.stemmed(nouns[j]) {
				continue
			}
			if title := c.joined(nouns[i], nouns[j]); claim(title) {
				return title
			}
		}
	}
	for _, noun := range nouns {
		if title := raised(noun); claim(title) {
			return title
		}
	}
	heading := c.headingFor(r, chosen)
	if c.tongue.unspaced && len(nouns) > 0 {
		heading = nouns[0]
	}
	if heading == "" {
		heading = storyTitle
	}
	for n := 2; n <= mostPages; n++ {
		// The number is no word, so the title is claimed with it.
		if title := fmt.Sprintf("%s (%d)", heading, n); claim(title) {
			return title
		}
	}
	return heading
}

// phraseOf gives the strongest noun phrase of the sentences, not one of taken
// (stems); "" where there is none. spread tells on how many pages each term
// stands; without it the whole document counts.
func (c *corpus) phraseOf(chosen []int, spread map[int32]int, taken map[string]bool) string {
	weight := map[int32]float64{}
	for _, i := range chosen {
		for _, w := range c.passages[i].vector {
			weight[w.term]++
		}
	}
	for t, n := range weight {
		weight[t] = n * c.contrast(t, spread)
	}
	best, most := "", 0.0
	for order, i := range chosen {
		p := &c.passages[i]
		for from := range p.words {
			for n := 1; n <= maxPhraseWords && from+n <= len(p.words); n++ {
				score := c.phraseScore(p, from, n, weight)
				if order == 0 {
					score *= 1.15
				}
				if c.opens(p, from) {
					score *= subjectTitle
				}
				if d, ok := c.define(i); ok && score*definedTitle > most && c.stemmed(d.term) == c.stemmed(p.text[p.words[from].from:p.words[from+n-1].to]) {
					score *= definedTitle
				}
				if score <= most {
					continue
				}
				text := strings.TrimRight(p.text[p.words[from].from:p.words[from+n-1].to], endMarks)
				if key := c.stemmed(text); key == "" || taken[key] || utf8.RuneCountInString(text) > maxTitleLetters {
					continue
				}
				best, most = c.withArticle(p, from, n, text), score
			}
		}
	}
	if best == "" {
		return ""
	}
	if c.tongue.tag == "ar" {
		return strings.TrimPrefix(best, "و")
	}
	return raised(best)
}

// withArticle puts the article of the text before a title.
func (c *corpus) withArticle(p *passage, from, n int, text string) string {
	if n > 3 || from == 0 || c.vocab.terms[p.ids[from]].proper() && !c.tongue.nounCaps {
		return text
	}
	article := p.words[from-1]
	if !articles[article.lower] || closed(p.text, article, p.words[from]) {
		return text
	}
	return lowered(p.text[article.from:p.words[from+n-1].to])
}

// articles are the definite articles, in the form in which a title can begin
// with them.
var articles = newWordSet("the el la los las le les l' il lo i gli o os")

// phraseScore weighs words [from, from+n) of a passage as a title; 0 where
// they are no noun phrase.
func (c *corpus) phraseScore(p *passage, from, n int, weight map[int32]float64) float64 {
	last := from + n - 1
	if !c.bounded(p, from, last) {
		return 0
	}
	var sum float64
	content := 0
	for i := from; i <= last; i++ {
		w, id := p.words[i], p.ids[i]
		if i > from && closed(p.text, p.words[i-1], w) {
			return 0
		}
		if id == function {
			if i == from || i == last || !c.tongue.linkers[w.lower] {
				return 0
			}
			continue
		}
		if w.number || strings.HasPrefix(p.text[w.to:], ". ") || c.tongue.tag == "hi" && strings.HasSuffix(w.lower, "ने") || c.tongue.generic[w.lower] && (i == from || i == last) || c.tongue.tag == "en" && verbLike(w.lower) || strings.HasSuffix(w.lower, "'s") && i == last {
			return 0
		}
		if c.tongue.nounCaps && !capitalised(p.text[w.from:w.to]) {
			return 0 // adjectives are inflected and verbs are no title
		}
		if i < last && c.tongue.tag == "en" && plural(w.lower) && !c.vocab.terms[id].proper() {
			return 0 // "bees collect", "worker cleans cells"
		}
		sum += weight[id]
		content++
	}
	if n > 1 && !c.belongs(p, from, last) {
		return 0
	}
	head := c.head(p, from, last)
	noun := head.nounness()
	if c.tongue.tag != "" && !c.tongue.unspaced && noun < 0.25 && !head.proper() {
		return 0
	}
	width := []float64{0, 0.6, 1.1, 1.05, 0.95}[n]
	if n > 1 && head.proper() && c.vocab.terms[p.ids[from]].proper() {
		width *= properTitle
	}
	return sum / float64(content) * width * (0.4 + noun)
}

// belongs reports whether words side by side are one phrase. English and
// German show it by what stands around them; elsewhere the second might be a
// verb, so the pair must come again, or both be definite in Arabic.
func (c *corpus) belongs(p *passage, from, last int) bool {
	if !c.tongue.adjAfter && c.tongue.tag != "hi" {
		return true
	}
	for i := from + 1; i <= last; i++ {
		if p.ids[i] == function || p.ids[i-1] == function {
			continue
		}
		definite := c.tongue.tag == "ar" && arabicDefinite(p.words[i-1].lower) && arabicDefinite(p.words[i].lower)
		if !definite && c.vocab.pairs[[2]int32{p.ids[i-1], p.ids[i]}] < 2 {
			return false
		}
	}
	return true
}

// head is the term that makes the phrase a noun: its last word, or its first
// where adjectives follow.
func (c *corpus) head(p *passage, from, last int) *term {
	at := last
	if c.tongue.adjAfter {
		at = from
	}
	return &c.vocab.terms[p.ids[at]]
}

// bounded reports whether the phrase ends where its neighbours are function
// words or marks, so that no part of it is left out. In scripts without
// spaces every stretch is as good as any other.
func (c *corpus) bounded(p *passage, from, last int) bool {
	if c.tongue.unspaced {
		return false
	}
	if from > 0 && p.ids[from-1] != function && !closed(p.text, p.words[from-1], p.words[from]) {
		// German adjectives, which are small, may be left off.
		if w := p.words[from-1]; !c.tongue.nounCaps || capitalised(p.text[w.from:w.to]) {
			return false
		}
	}
	if from > 0 && c.tongue.linkers[p.words[from-1].lower] && c.tongue.tag != "hi" && last == from {
		return true
	}
	if last > from && c.tongue.adjAfter && c.vocab.terms[max(0, p.ids[last])].proper() && c.tongue.linkers[p.words[last-1].lower] {
		return true // "Códice de Dresde", before a verb
	}
	return last+1 == len(p.words) || p.ids[last+1] == function || closed(p.text, p.words[last], p.words[last+1])
}
