package core_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"edusmart/core"
	"edusmart/core/editing"
	"edusmart/core/model/gemini/geminitest"
	"edusmart/core/story"
)

// openedStory makes the lesson into a story and opens it.
func openedStory(t *testing.T, a *core.App) *story.Story {
	t.Helper()
	s := makeNow(t, a, nil)
	a.OpenStory(s.ID)
	return awaitStory(t, a, s.ID, "the story is open", func(core.StoryState) bool { return true }).Story
}

// awaitStory waits for a state of a story at rest.
func awaitStory(t *testing.T, a *core.App, id, what string, want func(core.StoryState) bool) core.StoryState {
	t.Helper()
	return await(t, a, what, func(s core.StoryState) bool {
		return s.ID == id && s.Story != nil && !s.Job.Active() && want(s)
	})
}

func TestAChangedSentenceIsSpokenAgainByItselfAndUndoneAfterARestart(t *testing.T) {
	home := t.TempDir()
	a := openApp(t, home)
	s := openedStory(t, a)
	page, before := s.Pages[0].ID, s.Pages[0].Narration
	a.Pass(s.ID, 0, true)
	a.Edit(s.ID, editing.SetSentence{Page: page, At: 0, Text: "Everything begins with one drop of water."})
	changed := awaitStory(t, a, s.ID, "the sentence is spoken", func(s core.StoryState) bool {
		p := &s.Story.Pages[0]
		return p.Sentences[0].Text == "Everything begins with one drop of water." && p.Parts.Voice.State == story.Ready
	})
	p := &changed.Story.Pages[0]
	if changed.Undo != "change sentence 1 of page 1" || p.Passed || p.Narration == before || len(changed.Works) != 0 {
		t.Errorf("undo %q, passed %v, works %+v", changed.Undo, p.Passed, changed.Works)
	}
	if first := p.Words[0]; first.Text != "Everything" || first.Sentence != 0 {
		t.Errorf("the first word heard is %+v", first)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	b := openApp(t, home)
	b.OpenStory(s.ID)
	awaitStory(t, b, s.ID, "what can be undone", func(s core.StoryState) bool { return s.Undo == "change sentence 1 of page 1" })
	b.Undo(s.ID)
	undone := awaitStory(t, b, s.ID, "the old sentence", func(st core.StoryState) bool {
		return st.Story.Pages[0].Sentences[0].Text == s.Pages[0].Sentences[0].Text
	})
	if p := &undone.Story.Pages[0]; p.Narration != before || !p.Passed || undone.Redo == "" {
		t.Errorf("narration %q, passed %v, redo %q", p.Narration, p.Passed, undone.Redo)
	}
	b.Redo(s.ID)
	again := awaitStory(t, b, s.ID, "the new sentence", func(st core.StoryState) bool { return st.Redo == "" })
	if got := again.Story.Pages[0].Narration; got != p.Narration {
		t.Errorf("redone with other sound: %q", got)
	}
}

// voicesAsked counts the requests for a voice and gives the texts of those
// that name one.
func voicesAsked(server *geminitest.Server, text string) (all, with int) {
	for _, r := range server.Requests() {
		if strings.Contains(r.Model, "tts") {
			all++
			if strings.Contains(r.Prompt, text) {
				with++
			}
		}
	}
	return all, with
}

func TestOnlyTheChangedSentenceIsPaidForAndOnlyOnce(t *testing.T) {
	a, server := openOnline(t, t.TempDir(), geminitest.Options{}, nil)
	s := openedStory(t, a)
	page, old := s.Pages[1].ID, s.Pages[1].Sentences[0].Text
	before, _ := voicesAsked(server, "")
	const text = "Water comes back to us again and again."
	spoken := func(text string) core.StoryState {
		t.Helper()
		a.Edit(s.ID, editing.SetSentence{Page: page, At: 0, Text: text})
		return awaitStory(t, a, s.ID, "it is spoken", func(s core.StoryState) bool {
			p := &s.Story.Pages[1]
			return p.Sentences[0].Text == text && p.Parts.Voice.State == story.Ready
		})
	}
	if cost := a.SentenceCost(s.Pages[1].Voice, text); cost <= 0 || cost > 0.01 {
		t.Errorf("said to cost $%g", cost)
	}
	spoken(text)
	all, with := voicesAsked(server, text)
	if all != before+1 || with != 1 {
		t.Fatalf("%d voices asked, %d for the sentence", all-before, with)
	}
	if _, more := voicesAsked(server, s.Pages[1].Sentences[1].Text); more != 1 {
		t.Errorf("its neighbour was asked for %d times", more)
	}
	spoken(old)
	last := spoken(text)
	a.Undo(s.ID)
	awaitStory(t, a, s.ID, "undone", func(st core.StoryState) bool { return st.Redo != "" })
	a.Redo(s.ID)
	awaitStory(t, a, s.ID, "redone", func(st core.StoryState) bool { return st.Redo == "" })
	if all, _ := voicesAsked(server, ""); all != before+1 {
		t.Errorf("typed back and again, undone and redone: %d voices asked", all-before)
	}
	if last.Story.Pages[1].Voice != s.Pages[1].Voice {
		t.Errorf("spoken by %q, the page by %q", last.Story.Pages[1].Voice, s.Pages[1].Voice)
	}
	// A job that goes on with the story leaves it as it is.
	drawn := len(server.Requests())
	a.Retry(s.ID, 0, story.Picture)
	awaitStory(t, a, s.ID, "drawn again", func(st core.StoryState) bool { return st.Job != nil && st.Job.Phase == core.Finished })
	if n := len(server.Requests()) - drawn; n != 1 {
		t.Errorf("drawing one picture again asked %d times", n)
	}
}

func TestAVoiceThatIsNotThereLeavesThePageToHearAndSaysWhy(t *testing.T) {
	a, _ := openOnline(t, t.TempDir(), geminitest.Options{}, nil)
	s := openedStory(t, a)
	a.Change(func(s *core.Settings) { s.Only = true })
	page := s.Pages[0].ID
	a.Edit(s.ID, editing.SetSentence{Page: page, At: 0, Text: "A sentence that nobody speaks."})
	failed := awaitStory(t, a, s.ID, "it is not spoken", func(s core.StoryState) bool { return s.Story.Pages[0].Parts.Voice.State == story.Failed })
	p := &failed.Story.Pages[0]
	if !strings.Contains(p.Parts.Voice.Reason, "This computer only") || p.Narration == "" || p.Seconds <= 0 {
		t.Errorf("%+v", p.Parts.Voice)
	}
	a.SpeakAgain(s.ID, page, true)
	here := awaitStory(t, a, s.ID, "this computer speaks", func(s core.StoryState) bool { return s.Story.Pages[0].Parts.Voice.State == story.Ready })
	if p := &here.Story.Pages[0]; p.Parts.Voice.Source != "device" || p.Words[0].Text != "A" {
		t.Errorf("%+v, first word %+v", p.Parts.Voice, p.Words[0])
	}
}

// photograph is a picture of a teacher's own.
func photograph(t *testing.T, side int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, side, side))
	for i := range side {
		img.Set(i, i, color.RGBA{200, 30, 30, 255})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPicturesComeFromFilesFromTheDocumentAndFromAnotherPrompt(t *testing.T) {
	a := openApp(t, t.TempDir())
	s, err := a.CreateNow(t.Context(), core.Request{Path: lesson(t, "lesson-en.pdf"), Options: story.Options{Pages: 5, Grade: 5}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	a.OpenStory(s.ID)
	page := s.Pages[0].ID
	file := filepath.Join(t.TempDir(), "mine.png")
	if err := os.WriteFile(file, photograph(t, 300), 0o600); err != nil {
		t.Fatal(err)
	}
	picture := func(what string, ok func(p *story.Page) bool) *story.Page {
		t.Helper()
		return &awaitStory(t, a, s.ID, what, func(s core.StoryState) bool { return ok(&s.Story.Pages[0]) }).Story.Pages[0]
	}
	a.UsePicture(s.ID, page, file)
	p := picture("the teacher's picture", func(p *story.Page) bool { return p.Parts.Picture.Source == editing.Teacher })
	if len(p.Earlier) != 1 || p.Earlier[0].Picture != s.Pages[0].Picture {
		t.Errorf("before it: %+v", p.Earlier)
	}
	a.DrawAgain(s.ID, page, "A red boat on the sea")
	p = picture("a drawn one", func(p *story.Page) bool { return p.Parts.Picture.Source == "device" && len(p.Earlier) == 2 })
	if p.Prompt != "A red boat on the sea" {
		t.Errorf("drawn by %q", p.Prompt)
	}
	a.DrawAgain(s.ID, page, "A red boat on the sea")
	picture("another by the same words", func(p *story.Page) bool { return len(p.Earlier) == 3 })
	a.Figures(s.ID, page)
	figures := await(t, a, "the figures", func(f core.FiguresState) bool { return f.ID == s.ID && !f.Busy })
	if len(figures.Figures) == 0 || figures.Figures[0].Page < 1 {
		t.Fatalf("%+v", figures)
	}
	if info, err := os.Stat(figures.Figures[0].File); err != nil || info.Size() == 0 {
		t.Error(err)
	}
	a.UseFigure(s.ID, page, figures.Figures[0].Index)
	p = picture("the figure", func(p *story.Page) bool { return p.Parts.Picture.Source == "document" && p.Fit == story.Whole })
	back := slices.IndexFunc(p.Earlier, func(e story.Earlier) bool { return e.Part.Source == editing.Teacher })
	a.Edit(s.ID, editing.EarlierPicture{Page: page, At: back})
	picture("the teacher's again", func(p *story.Page) bool { return p.Parts.Picture.Source == editing.Teacher })

	a.UsePicture(s.ID, page, lesson(t, "lesson-en.pdf"))
	say := await(t, a, "a sentence", func(m core.Message) bool { return m.Bad })
	if !strings.Contains(say.Text, "picture") {
		t.Errorf("of a document that is no picture: %q", say.Text)
	}
}

func TestAStoryInItsMakingIsNotEdited(t *testing.T) {
	a := openApp(t, t.TempDir())
	openLesson(t, a, lesson(t, "lesson-en.pdf"))
	id := a.Make(story.Options{Grade: 4})
	a.Edit(id, editing.SetTitle{Title: "Too early"})
	m := await(t, a, "a sentence", func(m core.Message) bool { return m.Bad })
	if !strings.Contains(m.Text, "still being made") {
		t.Errorf("%q", m.Text)
	}
	a.Stop(id)
}
