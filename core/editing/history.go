package editing

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"

	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/story"
)

// Bounds of a story's history. The oldest changes are forgotten first.
const (
	maxEntries = 200
	// maxKept is how much sound and pictures the history alone keeps on the
	// disk, in bytes.
	maxKept = 256 << 20
)

// history is what can be undone and redone, the oldest first.
type history struct {
	Done   []entry `json:"done"`
	Undone []entry `json:"undone"`
}

// entry is one change that was made or taken back.
type entry struct {
	What  string `json:"what"`
	Patch patch  `json:"patch"`
}

// patch is what is put into a story to bring another state of it back. What is
// nil stays as it is.
type patch struct {
	Level    string            `json:"level,omitempty"` // that is shown while it is put in
	Title    *string           `json:"title,omitempty"`
	Order    []string          `json:"order,omitempty"` // of the pages, by their identities
	Pages    []pagePatch       `json:"pages,omitempty"`
	Quiz     *[]story.Question `json:"quiz,omitempty"`
	Glossary *[]story.Term     `json:"glossary,omitempty"`
	Levels   *[]story.Level    `json:"levels,omitempty"` // with Level, which is then the name of the one that is shown
	Second   *secondLanguage   `json:"second,omitempty"`
}

// secondLanguage is the story's second language and who speaks it; its
// sentences and their sound are the pages'.
type secondLanguage struct {
	Language string `json:"language"`
	Voice    string `json:"voice"`
}

func secondOf(s *story.Story) secondLanguage { return secondLanguage{s.Also, s.AlsoVoice} }

// pagePatch is what of a page comes back.
type pagePatch struct {
	ID      string           `json:"id"`
	Whole   *story.Page      `json:"whole,omitempty"` // a page that the other state lacks
	Text    *story.LevelPage `json:"text,omitempty"`
	Picture *pictures        `json:"picture,omitempty"`
	Notes   *string          `json:"notes,omitempty"`
}

// pictures is the picture of a page and those it had before.
type pictures struct {
	story.Earlier
	All []story.Earlier `json:"earlier,omitempty"`
}

func picturesOf(p *story.Page) pictures {
	return pictures{
		Earlier: story.Earlier{Picture: p.Picture, Fit: p.Fit, Alt: p.Alt, Prompt: p.Prompt, Asked: p.Asked, Part: p.Parts.Picture},
		All:     p.Earlier,
	}
}

func (v pictures) put(p *story.Page) {
	p.Picture, p.Fit, p.Alt, p.Prompt, p.Asked, p.Parts.Picture = v.Picture, v.Fit, v.Alt, v.Prompt, v.Asked, v.Part
	p.Earlier = v.All
}

// between gives what brings s back to before.
func between(before, s *story.Story) patch {
	p := patch{Level: before.Level}
	if before.Title != s.Title {
		p.Title = &before.Title
	}
	if ids := idsOf(before); !slices.Equal(ids, idsOf(s)) {
		p.Order = ids
	}
	now := map[string]*story.Page{}
	for i := range s.Pages {
		now[s.Pages[i].ID] = &s.Pages[i]
	}
	for i := range before.Pages {
		if d := pageBetween(&before.Pages[i], now[before.Pages[i].ID]); !d.empty() {
			p.Pages = append(p.Pages, d)
		}
	}
	if !reflect.DeepEqual(before.Quiz, s.Quiz) {
		p.Quiz = some(before.Quiz)
	}
	if !reflect.DeepEqual(before.Glossary, s.Glossary) {
		p.Glossary = some(before.Glossary)
	}
	if before.Level != s.Level || !reflect.DeepEqual(before.Levels, s.Levels) {
		p.Levels = some(before.Levels)
	}
	if second := secondOf(before); second != secondOf(s) {
		p.Second = &second
	}
	return p
}

// some points to a list, which may be empty but is one: nothing is told from
// an empty one in the history's file.
func some[T any](list []T) *[]T {
	if list == nil {
		list = []T{}
	}
	return &list
}

// texts gives what brings s back to before in all that its variants, which are
// reading levels and a second language, have an effect on.
func texts(before *story.Story) patch {
	second := secondOf(before)
	p := patch{Level: before.Level, Levels: some(before.Levels), Second: &second}
	for i := range before.Pages {
		text := textOf(&before.Pages[i])
		p.Pages = append(p.Pages, pagePatch{ID: text.ID, Text: &text})
	}
	return p
}

func idsOf(s *story.Story) []string {
	ids := make([]string, len(s.Pages))
	for i := range s.Pages {
		ids[i] = s.Pages[i].ID
	}
	return ids
}

// pageBetween gives what brings page now back to before; now is nil where it
// is gone.
func pageBetween(before, now *story.Page) pagePatch {
	d := pagePatch{ID: before.ID}
	if now == nil {
		d.Whole = before
		return d
	}
	if a, b := textOf(before), textOf(now); !reflect.DeepEqual(a, b) {
		d.Text = &a
	}
	if a, b := picturesOf(before), picturesOf(now); !reflect.DeepEqual(a, b) {
		d.Picture = &a
	}
	if before.Notes != now.Notes {
		d.Notes = &before.Notes
	}
	return d
}

func (d pagePatch) empty() bool {
	return d.Whole == nil && d.Text == nil && d.Picture == nil && d.Notes == nil
}

func (p *patch) empty() bool {
	return p.Title == nil && p.Order == nil && len(p.Pages) == 0 && p.Quiz == nil && p.Glossary == nil && p.Levels == nil && p.Second == nil
}

// turn shows the level that the patch is of. A story of one level, which has no
// name, is that of the grade.
func (p *patch) turn(s *story.Story) {
	if !s.Turn(p.Level) {
		s.Turn(story.GradeLevel)
	}
}

// apply puts the patch into s, whose level is turned to that of the patch. What
// it names and s does not have is left out.
func (p *patch) apply(s *story.Story) {
	if p.Title != nil {
		s.Title = *p.Title
	}
	pages := map[string]story.Page{}
	for _, page := range s.Pages {
		pages[page.ID] = page
	}
	for _, d := range p.Pages {
		page, there := pages[d.ID]
		if d.Whole != nil {
			page, there = *d.Whole, true
		}
		if !there {
			continue
		}
		if d.Text != nil {
			setText(&page, *d.Text)
		}
		if d.Picture != nil {
			d.Picture.put(&page)
		}
		if d.Notes != nil {
			page.Notes = *d.Notes
		}
		page.ID = d.ID
		pages[d.ID] = page
	}
	order := p.Order
	if order == nil {
		order = idsOf(s)
	}
	s.Pages = nil
	for _, id := range order {
		if page, there := pages[id]; there {
			s.Pages = append(s.Pages, page)
		}
	}
	if p.Quiz != nil {
		s.Quiz = *p.Quiz
	}
	if p.Glossary != nil {
		s.Glossary = *p.Glossary
	}
	if p.Levels != nil {
		s.Level, s.Levels = p.Level, *p.Levels
	}
	if p.Second != nil {
		s.Also, s.AlsoVoice = p.Second.Language, p.Second.Voice
	}
}

// assets gives the files that the patch brings back.
func (p *patch) assets() []string {
	var s story.Story
	for i := range p.Pages {
		d := &p.Pages[i]
		var page story.Page
		if d.Whole != nil {
			page = *d.Whole
		}
		if d.Text != nil {
			page.Narration, page.Second = d.Text.Narration, d.Text.Second
		}
		s.Pages = append(s.Pages, page)
		if d.Picture != nil {
			s.Pages = append(s.Pages, story.Page{Picture: d.Picture.Picture, Earlier: d.Picture.All})
		}
	}
	if p.Levels != nil {
		s.Levels = *p.Levels
	}
	return s.Assets()
}

// History tells what can be undone and redone.
type History struct {
	Undo, Redo string // such as "change sentence 3"; empty: nothing
}

// History tells what can be undone and redone of s.
func (e *Editor) History(s *story.Story) (h History) {
	all := e.read(s)
	if n := len(all.Done); n > 0 {
		h.Undo = all.Done[n-1].What
	}
	if n := len(all.Undone); n > 0 {
		h.Redo = all.Undone[n-1].What
	}
	return h
}

// read gives the history that belongs to s. One that is missing or damaged is
// an empty one: the story itself is whole.
func (e *Editor) read(s *story.Story) (h history) {
	data := e.Library.ReadHistory(s)
	if data == nil || json.Unmarshal(data, &h) != nil || len(h.Done) > maxEntries || len(h.Undone) > maxEntries {
		return history{}
	}
	return h
}

// write keeps h as the history of s, without what is beyond its bounds.
func (e *Editor) write(s *story.Story, h history) error {
	h.Done = h.Done[max(0, len(h.Done)-maxEntries):]
	h.Done = e.bounded(s, h.Done)
	for {
		data, err := json.Marshal(h)
		if err != nil {
			return model.Errorf("save history", model.Unusable, "The change cannot be kept.", err)
		}
		switch {
		case len(data) <= library.MaxHistory:
			return e.Library.WriteHistory(s.ID, s.Edit, data)
		case len(h.Done) > 1:
			h.Done = h.Done[(len(h.Done)+1)/2:]
		case len(h.Undone) > 0:
			h.Undone = h.Undone[:len(h.Undone)-1]
		default:
			h.Done = nil
		}
	}
}

// bounded forgets the oldest changes that keep too much on the disk.
func (e *Editor) bounded(s *story.Story, done []entry) []entry {
	counted := map[string]bool{}
	for _, rel := range s.Assets() {
		counted[rel] = true
	}
	var kept int64
	for i := len(done) - 1; i >= 0; i-- {
		for _, rel := range done[i].Patch.assets() {
			if counted[rel] {
				continue
			}
			counted[rel] = true
			if info, err := os.Lstat(e.Library.Path(s.ID, rel)); err == nil {
				kept += info.Size()
			}
		}
		if kept > maxKept {
			return done[i+1:]
		}
	}
	return done
}
