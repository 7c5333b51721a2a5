package generate_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"iter"
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"edusmart/core/generate"
	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/story"
)

// studio is a Writer, an Illustrator and a Narrator that do what a test says
// and count what they were asked.
type studio struct {
	pages int
	// characters makes the story one with somebody in its pictures.
	characters string
	prompt     string // of every page's picture
	drawing    func(model.Scene) error
	voicing    func(model.Script) error
	written    int

	mu     sync.Mutex
	drawn  []int
	spoken []string
}

func (s *studio) Write(ctx context.Context, b model.Brief) iter.Seq2[model.Draft, error] {
	return func(yield func(model.Draft, error) bool) {
		s.written++
		d := model.Draft{Title: "Rivers", Language: "en", Source: "device", Characters: s.characters}
		for i := range s.pages {
			text := fmt.Sprintf("Sentence number %d flows down.", i+1)
			d.Pages = append(slices.Clone(d.Pages), model.DraftPage{
				Title: fmt.Sprintf("Page %d", i+1), Sentences: []story.Sentence{{Text: text, SourcePage: 1}}, Prompt: s.prompt, Complete: true,
			})
			if !yield(d, ctx.Err()) {
				return
			}
		}
		d.Done = true
		d.Quiz = []story.Question{{Question: "Where?", Options: []string{"down", "up"}}}
		d.QuizPage = []int{1}
		yield(d, nil)
	}
}

func (s *studio) Illustrate(_ context.Context, sc model.Scene) (model.Picture, error) {
	s.mu.Lock()
	s.drawn = append(s.drawn, sc.Page)
	s.mu.Unlock()
	if s.drawing != nil {
		if err := s.drawing(sc); err != nil {
			return model.Picture{}, err
		}
	}
	img := image.NewRGBA(image.Rect(0, 0, 64, 64))
	img.Set(1, 1, color.RGBA{uint8(sc.Page), 1, 2, 255})
	var b bytes.Buffer
	err := png.Encode(&b, img)
	return model.Picture{Data: b.Bytes(), MIME: "image/png", Alt: "a river", Fit: story.Crop, Source: "device"}, err
}

func (s *studio) Narrate(_ context.Context, sc model.Script) (model.Speech, error) {
	s.mu.Lock()
	s.spoken = append(s.spoken, sc.Sentences[0])
	s.mu.Unlock()
	if s.voicing != nil {
		if err := s.voicing(sc); err != nil {
			return model.Speech{}, err
		}
	}
	seconds := 2 + len(strings.Fields(strings.Join(sc.Sentences, " ")))/8
	pcm := make([]int16, 22050*seconds)
	for i := range pcm {
		pcm[i] = int16(8000 * math.Sin(float64(i)/10))
	}
	return model.Speech{PCM: pcm, Rate: 22050, Source: "device", Words: []story.Word{{Text: "Sentence", End: 0.5, To: 8}}}, nil
}

// crew gives the same makers whoever is asked for.
type crew struct {
	model.Writer
	model.Illustrator
	model.Narrator
}

// makers are who makes the parts: asked for Gemini, or for this computer.
type makers struct{ asked, device crew }

func (m makers) of(asked story.Maker) crew {
	if asked == story.Device {
		return m.device
	}
	return m.asked
}

func (m makers) Writer(asked story.Maker) model.Writer           { return m.of(asked).Writer }
func (m makers) Illustrator(asked story.Maker) model.Illustrator { return m.of(asked).Illustrator }
func (m makers) Narrator(asked story.Maker) model.Narrator       { return m.of(asked).Narrator }

// only gives one crew for whoever is asked for.
func only(w model.Writer, i model.Illustrator, n model.Narrator) makers {
	c := crew{w, i, n}
	return makers{c, c}
}

// shelf gives a folder for a library: in memory where the system has one, since
// every commit waits for its disk.
func shelf(t testing.TB) string {
	t.Helper()
	const memory = "/dev/shm"
	if info, err := os.Stat(memory); err != nil || !info.IsDir() {
		return t.TempDir()
	}
	dir, err := os.MkdirTemp(memory, "edusmart-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

func newJob(t *testing.T, s *studio) generate.Job {
	t.Helper()
	lib, err := library.Open(shelf(t))
	if err != nil {
		t.Fatal(err)
	}
	return generate.Job{
		Story:   &story.Story{ID: "river-1", Status: story.Making, Options: story.Options{Pages: s.pages}},
		Library: lib, Makers: only(s, s, s), Parallel: 2,
		Read: func(context.Context) (*story.Document, model.Scan, error) {
			return &story.Document{Title: "Rivers", Pages: 3}, model.Scan{}, nil
		},
		Report: func(generate.Progress) {},
	}
}

// again gives the job that a new process would run: the story as it is on
// disk.
func again(t *testing.T, j generate.Job) generate.Job {
	t.Helper()
	saved, err := j.Library.Load(j.Story.ID)
	if err != nil {
		t.Fatal(err)
	}
	j.Story = saved
	return j
}

func TestAStoryIsMadeWholeAndCommitted(t *testing.T) {
	s := &studio{pages: 5}
	j := newJob(t, s)
	if err := generate.Run(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	got := again(t, j).Story
	if got.Status != story.Done || len(got.Pages) != 5 || got.Title != "Rivers" || got.Source.Pages != 3 {
		t.Fatalf("%+v", got)
	}
	for i, p := range got.Pages {
		if p.Parts.Text.State != story.Ready || p.Parts.Picture.State != story.Ready || p.Parts.Voice.State != story.Ready {
			t.Errorf("page %d: %+v", i+1, p.Parts)
		}
		for _, rel := range []string{p.Picture, p.Narration} {
			if _, err := j.Library.ReadAsset(got.ID, rel); err != nil {
				t.Errorf("page %d: %v", i+1, err)
			}
		}
	}
	if got.Quiz[0].Page != got.Pages[1].ID {
		t.Errorf("the question is about %q", got.Quiz[0].Page)
	}
}

func TestTheFirstPageIsMadeFirst(t *testing.T) { inBubble(t, testTheFirstPageIsMadeFirst) }

func testTheFirstPageIsMadeFirst(t *testing.T) {
	// Every picture and every voice takes as long.
	s := &studio{
		pages:   8,
		drawing: func(model.Scene) error { time.Sleep(time.Second); return nil },
		voicing: func(model.Script) error { time.Sleep(time.Second); return nil },
	}
	j := newJob(t, s)
	begun := time.Now()
	var playable time.Duration
	j.Report = func(p generate.Progress) {
		if playable == 0 && len(p.Rows) > 0 && p.Rows[0].Picture.State.Ended() && p.Rows[0].Voice.State.Ended() {
			playable = time.Since(begun)
		}
	}
	if err := generate.Run(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	if playable != time.Second {
		t.Errorf("page 1 was playable after %v, want as long as its picture and its voice take side by side", playable)
	}
	if whole := time.Since(begun); whole != 8*time.Second {
		t.Errorf("the story took %v", whole)
	}
}

func TestAFailedPartIsAGapAndNotTheEnd(t *testing.T) {
	s := &studio{pages: 5}
	s.drawing = func(sc model.Scene) error {
		if sc.Page == 2 {
			return model.Errorf("draw page", model.Refused, "This picture cannot be drawn. Choose another.", nil)
		}
		return nil
	}
	j := newJob(t, s)
	if err := generate.Run(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	got := again(t, j).Story
	p := got.Pages[2].Parts.Picture
	if got.Status != story.Done || p.State != story.Failed || p.Reason != "This picture cannot be drawn. Choose another." {
		t.Errorf("%v, %+v", got.Status, p)
	}
	if _, pictures, _ := got.Gaps(); pictures != 1 {
		t.Errorf("%d pictures missing", pictures)
	}
}

func TestWithoutAVoiceTheStoryIsSilentAndPagesHaveAReadingTime(t *testing.T) {
	s := &studio{pages: 5}
	s.voicing = func(model.Script) error {
		return model.Errorf("narrate", model.Device, "There is no voice on this computer.", nil)
	}
	j := newJob(t, s)
	if err := generate.Run(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	for i, p := range again(t, j).Story.Pages {
		if p.Parts.Voice.State != story.Skipped || p.Parts.Voice.Reason == "" || p.Narration != "" || p.Seconds <= 0 {
			t.Errorf("page %d: %+v, %g s", i+1, p.Parts.Voice, p.Seconds)
		}
	}
}

func TestUnusableAnswersAreNotCalledReady(t *testing.T) {
	for name, bad := range map[string]struct {
		picture model.Picture
		speech  model.Speech
	}{
		"nothing at all":  {},
		"text, not image": {picture: model.Picture{Data: []byte("I cannot draw that"), MIME: "image/png"}, speech: model.Speech{Rate: 22050, PCM: make([]int16, 44100)}},
		"too short":       {picture: model.Picture{Data: []byte("\x89PNG\r\n\x1a\n"), MIME: "image/png"}, speech: model.Speech{Rate: 22050, PCM: slices.Repeat([]int16{9000}, 100)}},
	} {
		t.Run(name, func(t *testing.T) {
			s := &studio{pages: 5}
			j := newJob(t, s)
			j.Makers = only(s, givesPicture(bad.picture), givesSpeech(bad.speech))
			if err := generate.Run(t.Context(), j); err != nil {
				t.Fatal(err)
			}
			for i, p := range again(t, j).Story.Pages {
				if p.Parts.Picture.State != story.Failed || p.Parts.Voice.State != story.Failed {
					t.Errorf("page %d: %+v", i+1, p.Parts)
				}
			}
		})
	}
}

type givesPicture model.Picture

func (g givesPicture) Illustrate(context.Context, model.Scene) (model.Picture, error) {
	return model.Picture(g), nil
}

type givesSpeech model.Speech

func (g givesSpeech) Narrate(context.Context, model.Script) (model.Speech, error) {
	return model.Speech(g), nil
}

func TestAStoppedStoryGoesOnWhereItWas(t *testing.T) {
	s := &studio{pages: 8}
	j := newJob(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	j.Report = func(p generate.Progress) {
		if p.Done >= 14 {
			cancel()
		}
	}
	if err := generate.Run(ctx, j); model.KindOf(err) != model.Canceled {
		t.Fatalf("got %v", err)
	}
	half := again(t, j)
	var kept int
	for _, p := range half.Story.Pages {
		if p.Parts.Picture.State == story.Ready {
			kept++
		}
	}
	drawnBefore := len(s.drawn)
	half.Report = func(generate.Progress) {}
	if err := generate.Run(t.Context(), half); err != nil {
		t.Fatal(err)
	}
	if got, want := len(s.drawn)-drawnBefore, 8-kept; got != want {
		t.Errorf("%d pictures drawn in the second run, %d were missing", got, want)
	}
	if final := again(t, half).Story; final.Status != story.Done || len(final.Pages) != 8 {
		t.Errorf("%v with %d pages", final.Status, len(final.Pages))
	}
}

func TestAFinishedStoryAsksNothingAgain(t *testing.T) {
	s := &studio{pages: 5}
	j := newJob(t, s)
	if err := generate.Run(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	second := again(t, j)
	if err := generate.Run(t.Context(), second); err != nil {
		t.Fatal(err)
	}
	if s.written != 1 || len(s.drawn) != 5 || len(s.spoken) != 5 {
		t.Errorf("written %d times, drawn %v, spoken %v", s.written, s.drawn, s.spoken)
	}
}

func TestAChangedSentenceAsksForOneVoice(t *testing.T) {
	s := &studio{pages: 5}
	j := newJob(t, s)
	if err := generate.Run(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	second := again(t, j)
	p := &second.Story.Pages[3]
	p.Sentences[0].Text = "Another sentence flows down."
	p.Words, p.Narration, p.Parts.Voice = nil, "", story.Part{}
	if err := generate.Run(t.Context(), second); err != nil {
		t.Fatal(err)
	}
	if len(s.spoken) != 6 || s.spoken[5] != "Another sentence flows down." {
		t.Errorf("spoken %q", s.spoken)
	}
}

func TestWhatTheTeacherChangedIsNotMadeAgainUnasked(t *testing.T) {
	s := &studio{pages: 5, prompt: "A river under the moon"}
	j := newJob(t, s)
	if err := generate.Run(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	second := again(t, j)
	second.Story.Title, second.Story.Pages[0].Title = "Another title", "Another"
	second.Story.Pages[1].Prompt = "A river that waits to be drawn"
	spoken := &second.Story.Pages[2] // its second sentence is spoken alone, later
	spoken.Words, spoken.Parts.Voice = spoken.Words[:1], story.Part{}
	second.Story.Pages[3].Prompt = "A river in the snow"
	second.Story.Pages[3].Parts.Picture = story.Part{}
	if err := generate.Run(t.Context(), second); err != nil {
		t.Fatal(err)
	}
	if len(s.drawn) != 6 || s.drawn[5] != 3 || len(s.spoken) != 5 {
		t.Errorf("drawn %v, spoken %d times", s.drawn, len(s.spoken))
	}
}

func TestAMissingFileIsMadeAgain(t *testing.T) {
	s := &studio{pages: 5}
	j := newJob(t, s)
	if err := generate.Run(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	second := again(t, j)
	second.Story.Pages[1].Narration = "assets/0000000000000000000000000000000000000000000000000000000000000000.wav"
	if err := generate.Run(t.Context(), second); err != nil {
		t.Fatal(err)
	}
	if len(s.spoken) != 6 {
		t.Errorf("spoken %q", s.spoken)
	}
}

func TestADocumentThatCannotBeReadEndsTheJobWithItsSentence(t *testing.T) {
	s := &studio{pages: 5}
	j := newJob(t, s)
	bad := model.Errorf("read", model.Input, "This PDF has no text in it. Choose another file.", nil)
	j.Read = func(context.Context) (*story.Document, model.Scan, error) { return nil, model.Scan{}, bad }
	if err := generate.Run(t.Context(), j); !errors.Is(err, bad) {
		t.Errorf("got %v", err)
	}
	if ids, err := j.Library.IDs(); err != nil || len(ids) != 0 {
		t.Errorf("left in the library: %v, %v", ids, err)
	}
}

func TestCancellingReturnsAtOnceAndLeavesNoWorkBehind(t *testing.T) {
	s := &studio{pages: 5}
	j := newJob(t, s)
	blocked := make(chan struct{})
	j.Makers = only(s, waits(blocked), s)
	ctx, cancel := context.WithCancel(t.Context())
	j.Report = func(p generate.Progress) {
		if len(p.Rows) > 0 && p.Rows[0].Picture.State == generate.CellWorking {
			cancel()
		}
	}
	begun := time.Now()
	if err := generate.Run(ctx, j); model.KindOf(err) != model.Canceled {
		t.Errorf("got %v", err)
	}
	if d := time.Since(begun); d > 3*time.Second {
		t.Errorf("it took %v", d)
	}
	select {
	case <-blocked:
	default:
		t.Error("the drawing outlived Run")
	}
}

// waits is an Illustrator that works until it is cancelled, and says so.
type waits chan struct{}

func (w waits) Illustrate(ctx context.Context, _ model.Scene) (model.Picture, error) {
	<-ctx.Done()
	select {
	case <-w:
	default:
		close(w)
	}
	return model.Picture{}, ctx.Err()
}
