package editing_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"edusmart/core/editing"
	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/model/ondevice"
	"edusmart/core/story"
)

// asEditor is set in the environment of a child that edits a story until it is
// killed: the library's folder, that of its copies, that of what was spoken,
// and the seed.
const asEditor = "EDUSMART_TEST_AS_EDITOR"

// opened opens a library as the program does at its start.
func opened(root, kept, spoken string) (*library.Library, *editing.Editor, error) {
	lib, err := library.Open(root)
	if err != nil {
		return nil, nil, err
	}
	lib.SavedBy(library.Computer{ID: "editor", Name: "editor", Kept: kept})
	return lib, &editing.Editor{Library: lib, Voices: &editing.Cache{Dir: spoken}}, nil
}

// killed is a child that is killed some time.
type killed struct {
	lib    *library.Library
	edit   *editing.Editor
	random *rand.Rand
	voice  model.Narrator
	n      int
}

func editForEver(args []string) {
	lib, edit, err := opened(args[0], args[1], args[2])
	if err != nil {
		panic(err)
	}
	seed, _ := strconv.ParseUint(args[3], 10, 64)
	k := &killed{lib: lib, edit: edit, random: rand.New(rand.NewPCG(seed, 3)), voice: ondevice.NewNarrator(ondevice.NarratorOptions{})}
	for k.n = 0; ; k.n++ {
		if err := k.step(); err != nil {
			fmt.Println("failed", err)
		}
	}
}

// stateOf tells one state of a story from another: all that a teacher sees and
// hears, and what can be undone and redone.
func stateOf(e *editing.Editor, s *story.Story) string {
	c := s.Clone()
	c.Edit, c.Modified, c.Edits, c.EditedOn = "", time.Time{}, nil, ""
	sum := sha256.Sum256(encoded(c))
	h := e.History(s)
	return hex.EncodeToString(sum[:8]) + "\t" + h.Undo + "\t" + h.Redo
}

// step makes one change as core does, and says before and after every save what
// the story is.
func (k *killed) step() error {
	unlock, held, err := k.lib.Lock("volcano-1")
	if err != nil || !held {
		return errors.Join(err, errors.New("the story is busy"))
	}
	defer unlock()
	s, err := k.lib.Load("volcano-1")
	if err != nil {
		return err
	}
	before := s.Clone()
	var changed bool
	switch k.random.IntN(12) {
	case 0, 1:
		changed, err = k.edit.Undo(s)
	case 2:
		changed, err = k.edit.Redo(s)
	case 3:
		changed, err = k.speak(s)
	case 4:
		return k.vary(before, s)
	default:
		changed, err = k.edit.Do(s, k.change(s))
	}
	if model.KindOf(err) == model.Input {
		return nil // this story does not bear it
	}
	if err != nil || !changed {
		return err
	}
	return k.save(before, s)
}

func (k *killed) save(before, s *story.Story) error {
	fmt.Println("?", stateOf(k.edit, s))
	if err := k.edit.Save(before, s); err != nil {
		return err
	}
	fmt.Println("!", stateOf(k.edit, s))
	return k.edit.Tidy(s)
}

// speak has spoken the first of what waits for it.
func (k *killed) speak(s *story.Story) (changed bool, err error) {
	waiting := k.edit.Unspoken(s, false)
	if len(waiting) == 0 {
		return false, nil
	}
	u := waiting[0]
	sp, err := k.voice.Narrate(context.Background(), model.Script{Sentences: u.Sentences, Language: "en"})
	if err != nil {
		return false, err
	}
	for _, one := range editing.Cut(sp, sp.Words, story.Told, u.Sentences) {
		if err := k.edit.Voices.Put("en", "", one); err != nil {
			return false, err
		}
		inserted, err := k.edit.Insert(s, u.Page, one)
		if err != nil {
			return false, err
		}
		changed = changed || inserted
	}
	return changed, nil
}

// vary makes a level and a second language in steps, each of them saved.
func (k *killed) vary(before, s *story.Story) error {
	if s.Level != "" && s.Level != story.GradeLevel {
		return nil
	}
	editing.SetLanguage{Tag: []string{"", "es", "fr"}[k.random.IntN(3)]}.Choose(s)
	if err := k.edit.Begin(before, s, "make levels"); err != nil {
		return err
	}
	fmt.Println("?", stateOf(k.edit, s))
	if err := k.edit.Save(before, s); err != nil {
		return err
	}
	fmt.Println("!", stateOf(k.edit, s))
	s.Level, s.Levels = story.GradeLevel, []story.Level{{Name: story.HarderLevel, Grade: 8}}
	for i := range s.Pages {
		sound, err := k.lib.PutAsset(s.ID, fmt.Appendf(nil, "a voice %d", k.random.Uint64()), "wav")
		if err != nil {
			return err
		}
		s.Levels[0].Pages = append(s.Levels[0].Pages, story.LevelPage{
			ID: s.Pages[i].ID, Title: "Harder", Sentences: []story.Sentence{{Text: "Considerably harder."}}, Seconds: 1, Narration: sound,
		})
		if s.Also != "" {
			s.Pages[i].Second = &story.Second{Narration: sound, Seconds: 1}
			s.Pages[i].Sentences[0].Also = fmt.Sprintf("Numéro %d", k.n)
		}
		fmt.Println("?", stateOf(k.edit, s))
		if err := k.lib.Save(s); err != nil {
			return err
		}
		fmt.Println("!", stateOf(k.edit, s))
	}
	if err := k.edit.End(before, s); err != nil {
		return err
	}
	return k.save(before, s)
}

// change is one at random of all that a teacher does.
func (k *killed) change(s *story.Story) editing.Change {
	r := k.random
	p := s.Pages[r.IntN(len(s.Pages))]
	n := max(1, len(p.Sentences))
	at, word := r.IntN(n), fmt.Sprintf("Number %d of %d is new.", k.n, r.IntN(1_000_000))
	if len(s.Pages) > 6 || len(p.Sentences) > 8 {
		return editing.DeletePage{Page: p.ID}
	}
	pcm := make([]int16, 12_000)
	for i := range pcm {
		pcm[i] = int16(r.IntN(4000) - 2000)
	}
	all := []editing.Change{
		editing.SetSentence{Page: p.ID, At: at, Text: word},
		editing.AddSentence{Page: p.ID, At: at, Text: word},
		editing.RemoveSentence{Page: p.ID, At: at},
		editing.MoveSentence{Page: p.ID, At: at, To: r.IntN(n)},
		editing.JoinSentence{Page: p.ID, At: at},
		editing.SetAlso{Page: p.ID, At: at, Text: word},
		editing.SplitPage{Page: p.ID, At: at},
		editing.JoinPage{Page: p.ID},
		editing.MovePage{Page: p.ID, To: r.IntN(len(s.Pages))},
		editing.DeletePage{Page: p.ID},
		editing.AddPage{After: p.ID, Title: "T", Text: word},
		editing.SetTitle{Title: word},
		editing.SetNotes{Page: p.ID, Notes: word},
		editing.SetStops{Page: p.ID, Stops: []story.Stop{{After: at, Question: word}}},
		editing.SetQuestion{At: r.IntN(len(s.Quiz) + 1), Question: word, Options: []string{"Yes", "No"}},
		editing.RemoveQuestion{},
		editing.SetTerm{At: r.IntN(len(s.Glossary) + 1), Term: word, Definition: word},
		editing.RemoveTerm{},
		editing.SetPicture{Page: p.ID, Picture: model.Picture{Data: []byte(strings.Repeat(word, 2000)), MIME: "image/png", Source: editing.Teacher}},
		editing.SetPicture{Page: p.ID, Picture: model.Picture{Data: []byte(word), MIME: "image/jpeg", Source: "document"}},
		editing.EarlierPicture{Page: p.ID},
		editing.Revoice{Page: p.ID, Voice: p.Voice},
		editing.SetVoice{
			Page: p.ID, Speech: model.Speech{PCM: pcm, Rate: 24_000, Voice: editing.Teacher, Source: editing.Teacher},
			Words: []story.Word{{Text: "All", Start: 0.1, End: 0.4}}, Timing: story.Estimated,
		},
		editing.SetLanguage{Tag: []string{"", "es", "fr"}[r.IntN(3)]},
		editing.RemoveLevel{Name: story.HarderLevel},
	}
	return all[r.IntN(len(all))]
}
