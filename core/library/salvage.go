package library

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	_ "image/jpeg" // what is recognised as a picture
	_ "image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"edusmart/core/disk"
	"edusmart/core/model"
	"edusmart/core/story"
)

// Rest is what is whole of a damaged story.
type Rest struct {
	// Story is a story of the whole parts, that can be saved under another id;
	// its Title is empty where nothing tells it.
	Story *story.Story
	// Lost counts pages of which not even the text is left, as far as it can be
	// told.
	Lost                    int
	Texts, Pictures, Voices int // of the pages of Story
}

// Empty reports whether nothing is left.
func (r Rest) Empty() bool { return len(r.Story.Pages) == 0 }

// Salvage finds what is whole of a story that cannot be opened, and of one
// whose files are missing. Nothing is changed.
func (l *Library) Salvage(id string) (Rest, error) {
	if !story.ValidID(id) || !l.Exists(id) {
		return Rest{}, model.Errorf("save what is left", model.Input, "This story is not in the library any more.", nil)
	}
	raw, err := disk.ReadLimited(filepath.Join(l.Dir(id), storyFile), maxStoryFile)
	if err != nil {
		raw = nil
	}
	r := Rest{Story: whole(id, raw)}
	l.keepWhole(&r)
	if r.Empty() {
		l.picturesOnly(&r)
	}
	return r, nil
}

// SaveRest makes a story of what is left of story id and gives its id. The
// damaged one stays.
func (l *Library) SaveRest(id string) (string, error) {
	const op = "save what is left"
	r, err := l.Salvage(id)
	if err != nil {
		return "", err
	}
	if r.Empty() {
		return "", model.Errorf(op, model.Unusable, "Nothing of this story is whole. Make it again from its document.", nil)
	}
	s := r.Story
	if s.Title == "" {
		s.Title = "A story"
	}
	s.Title += " (what was left)"
	s.ID = l.FreeID(id)
	unlock, held, err := l.Lock(s.ID)
	if err != nil || !held {
		return "", diskError(op, err)
	}
	defer unlock()
	for _, rel := range s.Assets() {
		data, err := readChecked(os.DirFS(l.Dir(id)), rel)
		if err == nil {
			_, err = l.PutAsset(s.ID, data, strings.TrimPrefix(filepath.Ext(rel), "."))
		}
		if err != nil {
			return "", err
		}
	}
	return s.ID, l.Save(s)
}

// whole reads as much of a story.json as can be read, however it was damaged.
func whole(id string, raw []byte) *story.Story {
	s := &story.Story{ID: id, Status: story.Done, Language: "und", Created: time.Now().UTC().Truncate(time.Millisecond)}
	fields := looseJSON(raw)
	read := func(name string, into any) {
		data, err := json.Marshal(fields[name])
		if err == nil && fields[name] != nil {
			_ = json.Unmarshal(data, into) // what does not fit stays as it was
		}
	}
	read("title", &s.Title)
	read("language", &s.Language)
	read("grade", &s.Grade)
	read("created", &s.Created)
	read("tags", &s.Tags)
	read("source", &s.Source)
	s.Title = strings.ToValidUTF8(s.Title, "\uFFFD")
	s.Grade = min(max(s.Grade, 0), 12)
	pages, _ := fields["pages"].([]any)
	for _, p := range pages[:min(len(pages), story.MaxPages)] {
		s.Pages = append(s.Pages, wholePage(p))
	}
	for i := range s.Pages {
		s.Pages[i].ID = fmt.Sprintf("page-%02d", i+1)
	}
	var quiz []story.Question
	read("quiz", &quiz)
	for _, q := range quiz {
		q.Page = ""
		if one := (&story.Story{ID: id, Quiz: []story.Question{q}}); one.Check() == nil {
			s.Quiz = append(s.Quiz, q)
		}
	}
	var terms []story.Term
	read("glossary", &terms)
	for _, t := range terms {
		if one := (&story.Story{ID: id, Glossary: []story.Term{t}}); one.Check() == nil {
			s.Glossary = append(s.Glossary, t)
		}
	}
	return s
}

// wholePage reads a page as far as it can be read.
func wholePage(v any) story.Page {
	var p story.Page
	if data, err := json.Marshal(v); err == nil && json.Unmarshal(data, &p) == nil && fits(p) {
		return p
	}
	p = story.Page{}
	fields, _ := v.(map[string]any)
	p.Title, _ = fields["title"].(string)
	sentences, _ := fields["sentences"].([]any)
	for _, v := range sentences {
		sentence, _ := v.(map[string]any)
		if text, _ := sentence["text"].(string); text != "" {
			p.Sentences = append(p.Sentences, story.Sentence{Text: text})
		}
	}
	p.Picture, _ = fields["picture"].(string)
	p.Alt, _ = fields["alt"].(string)
	if !fits(p) {
		p.Picture = ""
	}
	if !fits(p) {
		return story.Page{}
	}
	return p
}

// fits reports whether a page is one that a story may have.
func fits(p story.Page) bool {
	p.ID = "page-01"
	return (&story.Story{ID: "salvaged", Pages: []story.Page{p}}).Check() == nil
}

// keepWhole drops what a story names and what is not there or damaged, and
// counts what is left.
func (l *Library) keepWhole(r *Rest) {
	dir := os.DirFS(l.Dir(r.Story.ID))
	ok := func(rel string) bool {
		_, err := readChecked(dir, rel)
		return rel != "" && story.ValidAsset(rel) && err == nil
	}
	lost := story.Part{State: story.Failed, Reason: "It was damaged and could not be saved."}
	s := r.Story
	if !ok(s.Source.File) {
		s.Source.File = ""
	}
	var pages []story.Page
	for _, p := range s.Pages {
		p.Earlier = slices.DeleteFunc(p.Earlier, func(e story.Earlier) bool { return !ok(e.Picture) })
		if !ok(p.Picture) {
			p.Picture, p.Parts.Picture = "", lost
		} else if !p.Parts.Picture.State.Usable() {
			p.Parts.Picture = story.Part{State: story.Ready}
		}
		if !ok(p.Narration) {
			p.Narration, p.Words, p.Parts.Voice = "", nil, lost
		} else if !p.Parts.Voice.State.Usable() {
			p.Parts.Voice = story.Part{State: story.Ready}
		}
		if len(p.Sentences) == 0 {
			p.Parts.Text = lost
			if p.Picture == "" {
				r.Lost++
				continue
			}
		} else {
			r.Texts++
			if !p.Parts.Text.State.Usable() {
				p.Parts.Text = story.Part{State: story.Ready}
			}
		}
		r.Pictures += count(p.Picture)
		r.Voices += count(p.Narration)
		pages = append(pages, p)
	}
	s.Pages = pages
}

func count(rel string) int {
	if rel == "" {
		return 0
	}
	return 1
}

// picturesOnly makes a page of each picture that lies in the folder of a story
// whose story.json says nothing any more.
func (l *Library) picturesOnly(r *Rest) {
	files, err := os.ReadDir(filepath.Join(l.Dir(r.Story.ID), assetsDir))
	if err != nil {
		return
	}
	for _, f := range files {
		rel := assetsDir + "/" + f.Name()
		if !story.ValidAsset(rel) || len(r.Story.Pages) == story.MaxPages {
			continue
		}
		data, err := readChecked(os.DirFS(l.Dir(r.Story.ID)), rel)
		if err != nil {
			continue
		}
		if _, _, err := image.DecodeConfig(bytes.NewReader(data)); err != nil {
			continue
		}
		lost := story.Part{State: story.Failed, Reason: "It was damaged and could not be saved."}
		r.Pictures++
		r.Story.Pages = append(r.Story.Pages, story.Page{
			ID: fmt.Sprintf("page-%02d", len(r.Story.Pages)+1), Picture: rel,
			Parts: story.Parts{Text: lost, Picture: story.Part{State: story.Ready}, Voice: lost},
		})
	}
}
