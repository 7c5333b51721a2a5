package gemini_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"log"
	"log/slog"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"edusmart/core/model"
	"edusmart/core/model/gemini"
	"edusmart/core/model/gemini/geminitest"
	"edusmart/core/story"
)

// key is looked for in everything that is written.
const key = "AQ.sentinel-key/that+must=never&show"

const (
	textModel    = "gemini-2.5-flash-lite"
	pictureModel = "gemini-2.5-flash-image"
	voiceModel   = "gemini-2.5-flash-preview-tts"
)

// record is a log that may be written to from everywhere.
type record struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (r *record) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.buf.Write(p)
}

func (r *record) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.buf.String()
}

// connect gives a client of the server, over memory. When the test ends the
// log and whatever the SDK prints must not have shown the key.
func connect(t testing.TB, s *geminitest.Server) *gemini.Client {
	t.Helper()
	var logged record
	log.SetOutput(&logged) // the SDK prints there
	t.Cleanup(func() { log.SetOutput(os.Stderr) })
	c, err := gemini.New(t.Context(), gemini.Config{
		Key: key, BaseURL: "http://gemini.invalid/", Transport: s.Transport(),
		Log: slog.New(slog.NewTextHandler(&logged, &slog.HandlerOptions{Level: slog.LevelDebug})),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if strings.Contains(logged.String(), "sentinel") {
			t.Errorf("the log shows the key:\n%s", logged.String())
		}
	})
	return c
}

// lesson is a document of the water cycle.
func lesson() *story.Document {
	pages := [][]string{
		{"Water covers most of the Earth.", "The Sun warms the sea, and some of the water turns into vapour.", "This is called evaporation."},
		{"High in the air the vapour cools.", "It turns into tiny drops – we call that “condensation”.", "Many drops together make a cloud."},
		{"When the drops grow heavy, they fall as rain or snow.", "Rain that falls on land is called precipitation.", "Some of it runs into streams and rivers."},
		{"Rivers carry the water back to the sea.", "Some water sinks into the ground and feeds the roots of plants.", "Plants give water back to the air through their leaves."},
		{"So the water goes round and round, and none of it is lost.", "People call this journey the water cycle.", "Clean water is precious, because all living things need it."},
	}
	d := &story.Document{Name: "water.pdf", Title: "The Water Cycle", Language: "en", Pages: 5, From: 1, To: 5, Format: "pdf"}
	for i, texts := range pages {
		d.Blocks = append(d.Blocks, story.Block{Kind: story.Heading, Level: 1, Text: fmt.Sprintf("Chapter %d", i+1), Page: i + 1})
		for _, text := range texts {
			d.Blocks = append(d.Blocks, story.Block{Kind: story.Paragraph, Text: text, Page: i + 1})
		}
	}
	d.Blocks = append(d.Blocks, story.Block{Kind: story.Exercise, Text: "What is the change of water into vapour called?", Page: 5})
	return d
}

func brief() model.Brief {
	return model.Brief{Document: lesson(), Options: story.Options{Grade: 3, Pages: 5}}
}

func scene() model.Scene {
	return model.Scene{StoryTitle: "Water", PageTitle: "The Sun warms the sea", Text: "The Sun warms the sea.", Prompt: "A sea under the sun.", Alt: "A sea under the sun.", Language: "en", Grade: 3, Of: 5}
}

func script() model.Script {
	return model.Script{Sentences: []string{"The Sun warms the sea.", "Some of the water turns into vapour and rises."}, Language: "en"}
}

// write collects the drafts of a brief.
func write(t testing.TB, w model.Writer, b model.Brief) (drafts []model.Draft, err error) {
	t.Helper()
	for d, e := range w.Write(t.Context(), b) {
		if e != nil {
			return drafts, e
		}
		drafts = append(drafts, d)
	}
	return drafts, nil
}

// kindOf fails where err is not an *Error that names its model and a sentence.
func checkError(t *testing.T, err error, kind model.Kind) *model.Error {
	t.Helper()
	var e *model.Error
	if !errors.As(err, &e) {
		t.Fatalf("%v is no *model.Error", err)
	}
	if e.Kind != kind {
		t.Errorf("kind %q, want %q: %v", e.Kind, kind, err)
	}
	if kind != model.Canceled && (e.Say == "" || !strings.HasSuffix(e.Say, ".") || strings.ContainsAny(e.Say, "!_{}")) {
		t.Errorf("%q is no sentence for a teacher", e.Say)
	}
	if e.Op == "" || e.Model == "" {
		t.Errorf("no op or model in %+v", e)
	}
	for _, s := range []string{err.Error(), e.Say, fmt.Sprintf("%+v %#v %v", e, e, e.Err)} {
		if strings.Contains(s, "sentinel") {
			t.Errorf("the key shows: %s", s)
		}
	}
	return e
}

func TestAStoryIsWrittenPageByPage(t *testing.T) {
	s := geminitest.New(geminitest.Options{Key: key, Latency: map[story.PartKind]geminitest.Latency{}})
	c := connect(t, s)
	start := time.Now()
	drafts, err := write(t, c.Writer(textModel), brief())
	if err != nil {
		t.Fatal(err, time.Since(start))
	}
	last := drafts[len(drafts)-1]
	if !last.Done || len(last.Pages) != 5 || last.Source != "gemini:"+textModel || last.Language != "en" || last.Characters == "" {
		t.Fatalf("the last draft: %+v", last)
	}
	if len(last.Quiz) < 10 || len(last.QuizPage) != len(last.Quiz) || len(last.Glossary) == 0 {
		t.Errorf("%d questions, %d terms", len(last.Quiz), len(last.Glossary))
	}
	if last.Quiz[0].Origin != "exercise" {
		t.Errorf("the document's exercise is not first: %+v", last.Quiz[0])
	}
	if got := s.Requests()[0].Tokens; last.Tokens != got || got.In == 0 || got.Out == 0 {
		t.Errorf("tokens %+v, the server told %+v", last.Tokens, got)
	}
	doc := lesson()
	for _, p := range last.Pages {
		for _, sn := range p.Sentences {
			if sn.Place == nil || doc.Blocks[sn.Place.Block].Text[sn.Place.From:sn.Place.To] != sn.Quote || doc.Blocks[sn.Place.Block].Page != sn.SourcePage {
				t.Errorf("no evidence: %+v", sn)
			}
		}
	}
}

func TestAPictureIsDrawn(t *testing.T) {
	c := connect(t, geminitest.New(geminitest.Options{Key: key}))
	p, err := c.Illustrator(pictureModel).Illustrate(t.Context(), scene())
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := image.Decode(bytes.NewReader(p.Data)); err != nil || p.Width != 1024 || p.Alt != scene().Alt || p.Fit != story.Crop || p.Tokens.Out == 0 {
		t.Errorf("%v, %d pixels, alt %q, fit %q, tokens %+v", err, p.Width, p.Alt, p.Fit, p.Tokens)
	}
}

func TestAPageIsSpoken(t *testing.T) {
	for _, m := range []string{voiceModel, "gemini-3.8-flash-tts"} {
		for _, f := range []geminitest.Fault{"", geminitest.VoiceWAV} {
			s := geminitest.New(geminitest.Options{Key: key})
			s.Inject(f)
			sp, err := connect(t, s).Narrator(m).Narrate(t.Context(), script())
			if err != nil {
				t.Fatal(m, f, err)
			}
			if sp.Rate != 24000 || sp.Seconds() < 3 || sp.Voice != "gemini:Aoede" || sp.Source != "gemini:"+m || sp.Tokens.Out == 0 {
				t.Errorf("%s: %d samples a second, %.1f s, %s, %+v", m, sp.Rate, sp.Seconds(), sp.Voice, sp.Tokens)
			}
		}
	}
}
