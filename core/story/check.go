package story

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Limits on a story that comes from outside. They are far above what a lesson
// needs and far below what would hurt.
const (
	MaxPages     = 200
	MaxSentences = 400     // on a page
	MaxWords     = 20_000  // spoken on a page
	MaxText      = 100_000 // bytes of any one text
	MaxQuestions = 1_000
	MaxOptions   = 12
	MaxTerms     = 2_000
	MaxTags      = 100
	MaxLevels    = 5
	MaxEarlier   = 200 // pictures of a page
	MaxComputers = 500 // that have saved a story
)

var (
	idPattern    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z0-9][a-z0-9-]{3,63}$`) })
	editPattern  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([0-9a-f]{16})?$`) })
	assetPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^assets/[0-9a-f]{64}\.[a-z0-9]{1,8}$`) })
)

// ValidID reports whether id can be a story's id, and so a folder's name.
func ValidID(id string) bool { return idPattern().MatchString(id) }

// ValidAsset reports whether rel names an asset: "assets/<sha256>.<ending>".
func ValidAsset(rel string) bool { return assetPattern().MatchString(rel) }

// Check reports the first way in which s breaks the invariants that the rest
// of the program relies on. A story that was read from outside is checked
// before anything else looks at it.
func (s *Story) Check() error {
	switch {
	case !ValidID(s.ID):
		return fmt.Errorf("the id %.80q cannot be a story's", s.ID)
	case s.Grade < 0 || s.Grade > 12:
		return fmt.Errorf("grade %d is not 0 to 12", s.Grade)
	case len(s.Pages) > MaxPages:
		return fmt.Errorf("%d pages, more than %d", len(s.Pages), MaxPages)
	case len(s.Quiz) > MaxQuestions:
		return fmt.Errorf("%d questions, more than %d", len(s.Quiz), MaxQuestions)
	case len(s.Glossary) > MaxTerms:
		return fmt.Errorf("%d glossary entries, more than %d", len(s.Glossary), MaxTerms)
	case len(s.Tags) > MaxTags:
		return fmt.Errorf("%d tags, more than %d", len(s.Tags), MaxTags)
	case len(s.Levels) > MaxLevels:
		return fmt.Errorf("%d levels, more than %d", len(s.Levels), MaxLevels)
	case len(s.Edits) > MaxComputers:
		return fmt.Errorf("saved on %d computers, more than %d", len(s.Edits), MaxComputers)
	case s.VersionOf != "" && !ValidID(s.VersionOf):
		return fmt.Errorf("the version of %.80q, which cannot be a story", s.VersionOf)
	case s.Source.File != "" && !ValidAsset(s.Source.File):
		return fmt.Errorf("the source file %.80q is not an asset", s.Source.File)
	case !editPattern().MatchString(s.Edit):
		return fmt.Errorf("%.80q names no history", s.Edit)
	}
	if err := checkTexts(append(slices.Clone(s.Tags), s.Title, s.Language, s.Notice, s.Characters, s.Also, s.AlsoVoice, s.Source.Name, s.Options.Style, s.Level, s.EditedOn)...); err != nil {
		return err
	}
	seen := map[string]bool{}
	for i := range s.Pages {
		p := &s.Pages[i]
		if p.ID == "" || seen[p.ID] {
			return fmt.Errorf("page %d has no id of its own", i+1)
		}
		seen[p.ID] = true
		if err := p.check(); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	for i, q := range s.Quiz {
		if err := q.check(); err != nil {
			return fmt.Errorf("question %d: %w", i+1, err)
		}
	}
	for _, t := range s.Glossary {
		if err := checkTexts(t.Term, t.Definition); err != nil {
			return fmt.Errorf("glossary: %w", err)
		}
	}
	return s.checkLevels()
}

func (p *Page) check() error {
	for _, rel := range []string{p.Picture, p.Narration} {
		if rel != "" && !ValidAsset(rel) {
			return fmt.Errorf("%.80q is not an asset", rel)
		}
	}
	if len(p.Sentences) > MaxSentences || len(p.Words) > MaxWords {
		return fmt.Errorf("%d sentences and %d words are too many", len(p.Sentences), len(p.Words))
	}
	if err := checkTexts(p.ID, p.Title, p.Alt, p.Prompt, p.Asked, p.Voice, p.Notes); err != nil {
		return err
	}
	if len(p.Earlier) > MaxEarlier {
		return fmt.Errorf("%d earlier pictures, more than %d", len(p.Earlier), MaxEarlier)
	}
	for _, e := range p.Earlier {
		if !ValidAsset(e.Picture) {
			return fmt.Errorf("%.80q is not an asset", e.Picture)
		}
		if err := checkTexts(e.Alt, e.Prompt, e.Asked); err != nil {
			return err
		}
	}
	for _, s := range p.Sentences {
		if err := checkTexts(s.Text, s.Quote, s.Also); err != nil {
			return err
		}
	}
	for _, stop := range p.Stops {
		if stop.After < 0 || stop.After >= len(p.Sentences) {
			return fmt.Errorf("a stop after sentence %d of %d", stop.After+1, len(p.Sentences))
		}
		if err := checkTexts(stop.Question, stop.Answer); err != nil {
			return err
		}
	}
	if !(p.Seconds >= 0 && p.Seconds < 24*3600) {
		return fmt.Errorf("%g seconds is no length", p.Seconds)
	}
	for _, w := range p.Words {
		if err := p.checkWord(w, func(s Sentence) string { return s.Text }); err != nil {
			return err
		}
	}
	if err := p.checkSecond(); err != nil {
		return fmt.Errorf("second language: %w", err)
	}
	return nil
}

func (p *Page) checkSecond() error {
	n := p.Second
	switch {
	case n == nil:
		return nil
	case n.Narration != "" && !ValidAsset(n.Narration):
		return fmt.Errorf("%.80q is not an asset", n.Narration)
	case len(n.Words) > MaxWords:
		return fmt.Errorf("%d words are too many", len(n.Words))
	case !(n.Seconds >= 0 && n.Seconds < 24*3600):
		return fmt.Errorf("%g seconds is no length", n.Seconds)
	}
	for _, w := range n.Words {
		if err := p.checkWord(w, func(s Sentence) string { return s.Also }); err != nil {
			return err
		}
	}
	return checkTexts(n.Voice)
}

// checkWord checks a word of the texts that of gives.
func (p *Page) checkWord(w Word, of func(Sentence) string) error {
	if w.Sentence < 0 || w.Sentence >= len(p.Sentences) {
		return fmt.Errorf("the word %.40q is in no sentence", w.Text)
	}
	if text := of(p.Sentences[w.Sentence]); w.From < 0 || w.From > w.To || w.To > len(text) {
		return fmt.Errorf("the word %.40q lies outside its sentence", w.Text)
	}
	if !(w.Start >= 0 && w.Start <= w.End && w.End < 24*3600) {
		return fmt.Errorf("the word %.40q is heard from %g s to %g s", w.Text, w.Start, w.End)
	}
	return checkTexts(w.Text)
}

func (q *Question) check() error {
	switch {
	case len(q.Options) < 2 || len(q.Options) > MaxOptions:
		return fmt.Errorf("%d options", len(q.Options))
	case q.Answer < 0 || q.Answer >= len(q.Options):
		return fmt.Errorf("option %d is the right one of %d", q.Answer, len(q.Options))
	}
	return checkTexts(append(slices.Clone(q.Options), q.Question, q.Explanation)...)
}

func checkTexts(texts ...string) error {
	for _, t := range texts {
		if len(t) > MaxText {
			return fmt.Errorf("a text of %d bytes, more than %d", len(t), MaxText)
		}
		if !utf8.ValidString(t) {
			return fmt.Errorf("the text %.40q is not UTF-8", t)
		}
	}
	return nil
}

// Text joins the page's sentences with spaces.
func (p *Page) Text() string {
	texts := make([]string, len(p.Sentences))
	for i, s := range p.Sentences {
		texts[i] = s.Text
	}
	return strings.Join(texts, " ")
}

// Seconds is the length of the whole story at speed 1.
func (s *Story) Seconds() float64 {
	var sum float64
	for i := range s.Pages {
		sum += s.Pages[i].Seconds
	}
	return sum
}

// Gaps counts the parts that are failed or skipped.
func (s *Story) Gaps() (texts, pictures, voices int) {
	gap := func(p Part) int {
		if p.State == Failed || p.State == Skipped {
			return 1
		}
		return 0
	}
	for i := range s.Pages {
		p := &s.Pages[i].Parts
		texts += gap(p.Text)
		pictures += gap(p.Picture)
		voices += gap(p.Voice)
	}
	return texts, pictures, voices
}

// Assets gives the files that the story refers to, each once, sorted.
func (s *Story) Assets() []string {
	var all []string
	add := func(rel string) {
		if rel != "" {
			all = append(all, path.Clean(rel))
		}
	}
	add(s.Source.File)
	for i := range s.Pages {
		add(s.Pages[i].Picture)
		add(s.Pages[i].Narration)
		add(s.Pages[i].Second.narration())
		for _, e := range s.Pages[i].Earlier {
			add(e.Picture)
		}
	}
	for _, p := range s.Others() {
		add(p.Narration)
		add(p.Second.narration())
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Clone gives a deep copy, so that a snapshot does not change under its
// reader.
func (s *Story) Clone() *Story {
	c := *s
	c.Pages = slices.Clone(s.Pages)
	for i := range c.Pages {
		p := &c.Pages[i]
		p.Sentences = cloneSentences(p.Sentences)
		p.Words = slices.Clone(p.Words)
		p.Stops = slices.Clone(p.Stops)
		p.Earlier = slices.Clone(p.Earlier)
		p.Second = p.Second.clone()
	}
	c.Tags = slices.Clone(s.Tags)
	c.Edits = maps.Clone(s.Edits)
	c.Levels = cloneLevels(s.Levels)
	c.Quiz = slices.Clone(s.Quiz)
	for i := range c.Quiz {
		c.Quiz[i].Options = slices.Clone(c.Quiz[i].Options)
	}
	c.Glossary = slices.Clone(s.Glossary)
	return &c
}

// narration is the file of the sound; "" where there is none.
func (n *Second) narration() string {
	if n == nil {
		return ""
	}
	return n.Narration
}

func (n *Second) clone() *Second {
	if n == nil {
		return nil
	}
	c := *n
	c.Words = slices.Clone(n.Words)
	return &c
}

func cloneSentences(sentences []Sentence) []Sentence {
	sentences = slices.Clone(sentences)
	for i := range sentences {
		if place := sentences[i].Place; place != nil {
			kept := *place
			sentences[i].Place = &kept
		}
	}
	return sentences
}
