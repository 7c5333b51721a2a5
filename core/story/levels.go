package story

import (
	"fmt"
	"slices"
)

// Level is the story's text at another reading level. It shares the pictures,
// the quiz and the glossary with the level that is shown.
type Level struct {
	Name  string      `json:"name"`  // unique in the story, as Story.Level: "easier", "grade", "harder"
	Grade int         `json:"grade"` // 0 to 12
	Pages []LevelPage `json:"pages"`
}

// LevelPage is what a page has of its own at a level: everything that follows
// from its text.
type LevelPage struct {
	ID        string     `json:"id"` // of the page
	Title     string     `json:"title"`
	Sentences []Sentence `json:"sentences"`
	Narration string     `json:"narration,omitempty"`
	Voice     string     `json:"voice,omitempty"`
	Seconds   float64    `json:"seconds"`
	Words     []Word     `json:"words,omitempty"`
	Timing    Timing     `json:"timing,omitempty"`
	Text      Part       `json:"text"`
	Spoken    Part       `json:"spoken"`
	Stops     []Stop     `json:"stops,omitempty"`
	Passed    bool       `json:"passed,omitempty"`
	Second    *Second    `json:"second,omitempty"`
}

// The names of a story's levels.
const (
	EasierLevel = "easier"
	GradeLevel  = "grade" // that of Options.Grade, which the story was made at
	HarderLevel = "harder"
)

// Turn shows the level called name: its text takes the place of that of Pages,
// which is put among Levels. A page that the level does not know keeps its
// text. It reports whether there is such a level.
func (s *Story) Turn(name string) bool {
	if name == s.Level {
		return true
	}
	at := slices.IndexFunc(s.Levels, func(l Level) bool { return l.Name == name })
	if at < 0 {
		return false
	}
	levels := slices.Clone(s.Levels)
	wanted := levels[at]
	left := Level{Name: s.Level, Grade: s.Grade}
	for i := range s.Pages {
		left.Pages = append(left.Pages, s.Pages[i].level())
	}
	levels[at] = left
	for i := range s.Pages {
		if k := slices.IndexFunc(wanted.Pages, func(p LevelPage) bool { return p.ID == s.Pages[i].ID }); k >= 0 {
			s.Pages[i].setLevel(wanted.Pages[k])
		}
	}
	s.Level, s.Grade, s.Levels = wanted.Name, wanted.Grade, levels
	return true
}

func (p *Page) level() LevelPage {
	return LevelPage{
		ID: p.ID, Title: p.Title, Sentences: p.Sentences, Narration: p.Narration, Voice: p.Voice,
		Seconds: p.Seconds, Words: p.Words, Timing: p.Timing, Text: p.Parts.Text, Spoken: p.Parts.Voice,
		Stops: p.Stops, Passed: p.Passed, Second: p.Second,
	}
}

func (p *Page) setLevel(l LevelPage) {
	p.Title, p.Sentences, p.Narration, p.Voice = l.Title, l.Sentences, l.Narration, l.Voice
	p.Seconds, p.Words, p.Timing = l.Seconds, l.Words, l.Timing
	p.Parts.Text, p.Parts.Voice = l.Text, l.Spoken
	p.Stops, p.Passed, p.Second = l.Stops, l.Passed, l.Second
}

func (s *Story) checkLevels() error {
	seen := map[string]bool{s.Level: true}
	for i := range s.Levels {
		l := &s.Levels[i]
		switch {
		case seen[l.Name]:
			return fmt.Errorf("two levels called %.40q", l.Name)
		case l.Grade < 0 || l.Grade > 12:
			return fmt.Errorf("grade %d is not 0 to 12", l.Grade)
		case len(l.Pages) > MaxPages:
			return fmt.Errorf("%d pages, more than %d", len(l.Pages), MaxPages)
		}
		seen[l.Name] = true
		if err := checkTexts(l.Name); err != nil {
			return err
		}
		pages := map[string]bool{}
		for k := range l.Pages {
			var p Page
			p.setLevel(l.Pages[k])
			if p.ID = l.Pages[k].ID; p.ID == "" || pages[p.ID] {
				return fmt.Errorf("page %d of level %.40q has no id of its own", k+1, l.Name)
			}
			pages[p.ID] = true
			if err := p.check(); err != nil {
				return fmt.Errorf("page %d of level %.40q: %w", k+1, l.Name, err)
			}
		}
	}
	return nil
}

// Others gives the pages of every level but the one that is shown.
func (s *Story) Others() []*LevelPage {
	var all []*LevelPage
	for i := range s.Levels {
		for k := range s.Levels[i].Pages {
			all = append(all, &s.Levels[i].Pages[k])
		}
	}
	return all
}

func cloneLevels(levels []Level) []Level {
	levels = slices.Clone(levels)
	for i := range levels {
		levels[i].Pages = slices.Clone(levels[i].Pages)
		for k := range levels[i].Pages {
			p := &levels[i].Pages[k]
			p.Sentences = cloneSentences(p.Sentences)
			p.Words = slices.Clone(p.Words)
			p.Stops = slices.Clone(p.Stops)
			p.Second = p.Second.clone()
		}
	}
	return levels
}
