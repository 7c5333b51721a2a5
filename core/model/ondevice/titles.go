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
	if !shortTitle(title) || mostlyNumbers(title) {
		return ""
	}
	return strings.TrimRight(title, endMarks)
}

// mostlyNumbers reports whether a heading only counts: "Science 3 · Lesson 12".
func mostlyNumbers(title string) bool {
	words, numbers := pieces(title), 0
	for _, w := range words {
		numbers += boolInt(w.number)
	}
	return numbers > 0 && 2*numbers >= len(words)
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
	if r.from == 0 && !c.tongue.unspaced && (heading == "" || heading == storyTitle) {
		return storyTitle // the first page of all may bear the story's own
	}
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
