package editing_test

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"edusmart/core/editing"
	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/model/ondevice"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// TestMain lets the tests speak with this computer's voice, in a child, and
// edit in one that is killed.
func TestMain(m *testing.M) {
	if args := os.Args[1:]; len(args) > 0 && args[0] == ondevice.SpeakCommand {
		os.Exit(ondevice.SpeakChild(args[1:]))
	}
	if os.Getenv(asEditor) != "" {
		editForEver(os.Args[1:])
	}
	os.Exit(m.Run())
}

// bench is a library with one story, as the application edits it.
type bench struct {
	t     *testing.T
	lib   *library.Library
	edit  *editing.Editor
	voice *counting
	id    string
}

// counting is this computer's voice; it notes what it is asked.
type counting struct {
	model.Narrator
	asked [][]string
}

func (c *counting) Narrate(ctx context.Context, s model.Script) (model.Speech, error) {
	c.asked = append(c.asked, s.Sentences)
	return c.Narrator.Narrate(ctx, s)
}

// lesson is what the pages of the story say.
var lesson = [][]string{
	{
		"Deep below, hot magma collects in a chamber.", "Gas bubbles in the magma push it up the pipe.",
		"Near the top, the bubbles burst all at once.", "Ash and rock shoot high into the sky.",
	},
	{"Lava flows down the side.", "It cools and turns to stone."},
	{"People live near volcanoes.", "The soil is rich.", "They listen for warnings."},
}

// newBench makes the story, spoken by this computer's voice.
func newBench(t *testing.T) *bench {
	t.Helper()
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{
		t: t, lib: lib, id: "volcano-1", voice: &counting{Narrator: ondevice.NewNarrator(ondevice.NarratorOptions{})},
		edit: &editing.Editor{Library: lib, Voices: &editing.Cache{Dir: t.TempDir()}},
	}
	s := &story.Story{
		ID: b.id, Title: "Volcanoes", Language: "en", Grade: 5, Created: time.Now().UTC(), Status: story.Done, Written: true,
		Quiz: []story.Question{
			{Question: "What is hot?", Options: []string{"Magma", "Ice"}, Page: "page-01"},
			{Question: "What is rich?", Options: []string{"Sand", "Soil"}, Answer: 1, Page: "page-03"},
		},
		Glossary: []story.Term{{Term: "magma", Definition: "Rock that is molten."}},
	}
	ids := []string{"page-01", "page-02", "page-03"}
	for i, texts := range lesson {
		s.Pages = append(s.Pages, b.page(ids[i], texts))
	}
	s.Pages[0].Stops = []story.Stop{{After: 1, Question: "What pushes?"}, {After: 3, Question: "How high?"}}
	if err := lib.Save(s); err != nil {
		t.Fatal(err)
	}
	b.voice.asked = nil
	return b
}

func (b *bench) page(id string, texts []string) story.Page {
	b.t.Helper()
	sp, err := b.voice.Narrate(b.t.Context(), model.Script{Sentences: texts, Language: "en"})
	if err != nil {
		b.t.Fatal(err)
	}
	p := story.Page{ID: id, Title: "Of " + id, Seconds: sp.Seconds(), Words: sp.Words, Voice: sp.Voice, Passed: true}
	for _, text := range texts {
		p.Sentences = append(p.Sentences, story.Sentence{Text: text, SourcePage: 1})
	}
	p.Narration = b.put(sp.PCM, sp.Rate)
	p.Parts.Text = story.Part{State: story.Ready, Source: "device"}
	p.Parts.Picture = story.Part{State: story.Skipped}
	p.Parts.Voice = story.Part{State: story.Ready, Source: sp.Source, Key: "k"}
	return p
}

func (b *bench) put(pcm []int16, rate int) string {
	b.t.Helper()
	var wav bytes.Buffer
	if err := speech.EncodeWAV(&wav, pcm, rate); err != nil {
		b.t.Fatal(err)
	}
	rel, err := b.lib.PutAsset(b.id, wav.Bytes(), "wav")
	if err != nil {
		b.t.Fatal(err)
	}
	return rel
}

// story gives the story as it stands on the disk.
func (b *bench) story() *story.Story {
	b.t.Helper()
	s, err := b.lib.Load(b.id)
	if err != nil {
		b.t.Fatal(err)
	}
	return s
}

// save keeps s and tidies up, as core does.
func (b *bench) save(s *story.Story, changed bool, err error) *story.Story {
	b.t.Helper()
	before := b.story()
	if err == nil && changed {
		err = b.edit.Save(before, s)
	}
	if err == nil && changed {
		err = b.edit.Tidy(s)
	}
	if err != nil {
		b.t.Fatal(err)
	}
	return b.story()
}

// do makes changes one after the other.
func (b *bench) do(changes ...editing.Change) *story.Story {
	b.t.Helper()
	var s *story.Story
	for _, c := range changes {
		s = b.story()
		changed, err := b.edit.Do(s, c)
		if !changed && err == nil {
			b.t.Fatalf("%#v changes nothing", c)
		}
		s = b.save(s, changed, err)
	}
	return s
}

// refused makes a change that cannot be made and gives what is said of it.
func (b *bench) refused(c editing.Change) string {
	b.t.Helper()
	s := b.story()
	before := s.Clone()
	changed, err := b.edit.Do(s, c)
	if err == nil || changed {
		b.t.Fatalf("%#v is made", c)
	}
	if !same(before, s) {
		b.t.Errorf("%#v is refused and leaves something behind", c)
	}
	return model.Sentence(err)
}

func (b *bench) undo() *story.Story {
	b.t.Helper()
	s := b.story()
	changed, err := b.edit.Undo(s)
	return b.save(s, changed, err)
}

func (b *bench) redo() *story.Story {
	b.t.Helper()
	s := b.story()
	changed, err := b.edit.Redo(s)
	return b.save(s, changed, err)
}

// speak has spoken what waits for it, as core does.
func (b *bench) speak() *story.Story {
	b.t.Helper()
	for _, u := range b.edit.Unspoken(b.story(), false) {
		sp, err := b.voice.Narrate(b.t.Context(), model.Script{Sentences: u.Sentences, Language: "en", Voice: u.Voice})
		if err != nil {
			b.t.Fatal(err)
		}
		for _, one := range editing.Cut(sp, sp.Words, story.Told, u.Sentences) {
			if err := b.edit.Voices.Put("en", "", one); err != nil {
				b.t.Fatal(err)
			}
			s := b.story()
			changed, err := b.edit.Insert(s, u.Page, one)
			b.save(s, changed, err)
		}
	}
	return b.story()
}

// sound gives the narration of a page.
func (b *bench) sound(p *story.Page) ([]int16, int) {
	b.t.Helper()
	data, err := b.lib.ReadAsset(b.id, p.Narration)
	if err != nil {
		b.t.Fatal(err)
	}
	pcm, rate, err := speech.DecodeWAV(bytes.NewReader(data))
	if err != nil {
		b.t.Fatal(err)
	}
	return pcm, rate
}

// heard gives the sound of a sentence, from its first word to its last.
func (b *bench) heard(p *story.Page, sentence int) []int16 {
	b.t.Helper()
	pcm, rate := b.sound(p)
	from, to := -1.0, 0.0
	for _, w := range p.Words {
		if w.Sentence == sentence {
			if from < 0 {
				from = w.Start
			}
			to = w.End
		}
	}
	if from < 0 {
		b.t.Fatalf("sentence %d is not heard", sentence)
	}
	return pcm[int(from*float64(rate)+0.5):min(len(pcm), int(to*float64(rate)+0.5))]
}

func texts(p *story.Page) string {
	var all []string
	for _, s := range p.Sentences {
		all = append(all, s.Text)
	}
	return strings.Join(all, " | ")
}

// same compares what a teacher sees and hears of two stories.
func same(a, b *story.Story) bool {
	x, y := a.Clone(), b.Clone()
	x.Edit, y.Edit, x.Modified, y.Modified = "", "", time.Time{}, time.Time{}
	x.Edits, y.Edits, x.EditedOn, y.EditedOn = nil, nil, "", ""
	return slices.Equal(encoded(x), encoded(y))
}
