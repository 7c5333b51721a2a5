package gemini_test

import (
	"bytes"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"edusmart/core/model"
	"edusmart/core/model/gemini"
	gt "edusmart/core/model/gemini/geminitest"
	"edusmart/core/story"
)

func TestAPicturePromptSaysWhatItMust(t *testing.T) {
	s := gt.New(gt.Options{Key: key, PictureSide: 128})
	il := connect(t, s).Illustrator("models/" + pictureModel)
	sc := scene()
	sc.Page, sc.Characters = 2, "Mira: a girl with red boots."
	sc.Reference, sc.ReferenceMIME = []byte("\x89PNG a picture"), "image/png"
	if _, err := il.Illustrate(t.Context(), sc); err != nil {
		t.Fatal(err)
	}
	req := lastSent(t, s)
	for _, want := range []string{
		"page 3 of 5", "Grade 3", sc.Prompt, sc.Text, sc.Characters, "picture-book", "subject is in the middle",
		"No text", "safe for children", "STYLE IS THE SAME", "attached picture is the first page",
	} {
		if !strings.Contains(req.task(), want) {
			t.Errorf("the prompt does not say %q", want)
		}
	}
	if in := req.Contents[0].Parts[0].InlineData; in == nil || !bytes.Equal(in.Data, sc.Reference) {
		t.Error("the reference did not go along")
	}
	g, _ := json.Marshal(req.GenerationConfig)
	if string(g) != `{"imageConfig":{"aspectRatio":"1:1"},"responseModalities":["IMAGE"]}` {
		t.Errorf("settings: %s", g)
	}

	sc.Reference = nil
	if _, err := il.Illustrate(t.Context(), sc); err != nil || strings.Contains(lastSent(t, s).task(), "attached") {
		t.Errorf("%v; the prompt speaks of a picture that is not there", err)
	}
}

// A scene that is refused is asked more gently once, and then no more.
func TestARefusedSceneIsSoftenedOnce(t *testing.T) {
	for _, f := range []gt.Fault{gt.ImageSafety, gt.BlockProhibited, gt.ImageRecitation} {
		s := gt.New(gt.Options{Key: key, PictureSide: 128})
		s.InjectTimes(story.Picture, f, 2)
		c := connect(t, s)
		sc := scene()
		sc.Prompt = "A battle with a thousand swords."
		_, err := c.Illustrator(pictureModel).Illustrate(t.Context(), sc)
		checkError(t, err, model.Unusable)
		if _, err = c.Illustrator(pictureModel).Illustrate(t.Context(), sc); err == nil {
			t.Fatal("no error")
		}
		checkError(t, err, model.Refused)
		first, second := s.Requests()[0].Prompt, s.Requests()[1].Prompt
		if !strings.Contains(first, "swords") || strings.Contains(second, "swords") || !strings.Contains(second, "calm and friendly") {
			t.Errorf("%s: it was not softened:\n%s", f, second)
		}
		if !strings.Contains(second, "safe for children") || !strings.Contains(second, "subject is in the middle") {
			t.Error("the softened prompt has lost its rules")
		}
		if _, err := c.Illustrator(pictureModel).Illustrate(t.Context(), sc); err != nil {
			t.Errorf("the softened scene is drawn when the service will: %v", err)
		}
		sc.Prompt = "A quiet meadow."
		if _, err := c.Illustrator(pictureModel).Illustrate(t.Context(), sc); err != nil || !strings.Contains(s.Requests()[3].Prompt, "meadow") {
			t.Errorf("another prompt is another scene: %v", err)
		}
	}
}

func TestADocumentsFigureNeedsNoCall(t *testing.T) {
	var buf bytes.Buffer
	img := image.NewNRGBA(image.Rect(0, 0, 300, 200))
	img.Set(10, 10, color.NRGBA{200, 0, 0, 255})
	if err := png.Encode(&buf, img); err != nil {
		t.Fatal(err)
	}
	s := gt.New(gt.Options{Key: key})
	sc := scene()
	sc.Figure = &story.Figure{Page: 1, Caption: "The water cycle", MIME: "image/png", Data: buf.Bytes(), Width: 300, Height: 200}
	p, err := connect(t, s).Illustrator(pictureModel).Illustrate(t.Context(), sc)
	if err != nil || p.Source != "document" || p.Fit != story.Whole || p.Alt != "The water cycle" || p.Width != 300 || len(s.Requests()) != 0 {
		t.Errorf("%v, %q, %q, %q, %d requests", err, p.Source, p.Fit, p.Alt, len(s.Requests()))
	}
}

func TestHowAPageIsSpokenGoesWhereTheModelTakesIt(t *testing.T) {
	for _, tt := range []struct{ model, style, prompt, beside string }{
		{voiceModel, "slowly", "Say slowly:\n\n" + strings.Join(script().Sentences, " "), ""},
		{"gemini-3.8-flash-tts", "slowly", strings.Join(script().Sentences, " "), "slowly"},
		{"gemini-3.8-flash-lite-tts", "", strings.Join(script().Sentences, " "), "warmly and clearly, at the unhurried pace of a teacher who reads a story to a class"},
		{"some-voice", "slowly", strings.Join(script().Sentences, " "), ""},
	} {
		s := gt.New(gt.Options{Key: key, Models: map[string]story.PartKind{"some-voice": story.Voice}})
		sc := script()
		sc.Style, sc.Voice = tt.style, "gemini:kore"
		sp, err := connect(t, s).Narrator(tt.model).Narrate(t.Context(), sc)
		if err != nil {
			t.Fatal(tt.model, err)
		}
		r := s.Requests()[0]
		if r.Prompt != tt.prompt || r.Style != tt.beside || r.Voice != "Kore" || sp.Voice != "gemini:Kore" {
			t.Errorf("%s: %q, beside it %q, voice %q, %q", tt.model, r.Prompt, r.Style, r.Voice, sp.Voice)
		}
		if g := lastSent(t, s).GenerationConfig; g["temperature"] != nil {
			t.Errorf("settings: %v", g)
		}
	}
}

func TestVoices(t *testing.T) {
	all := gemini.Voices()
	seen := map[string]bool{}
	s := gt.New(gt.Options{Key: key})
	n := connect(t, s).Narrator(voiceModel)
	for _, v := range all {
		seen[v.ID] = true
		sc := script()
		sc.Voice = v.ID
		if sp, err := n.Narrate(t.Context(), sc); err != nil || sp.Voice != v.ID || v.Language != "" {
			t.Errorf("%+v: %v", v, err)
		}
	}
	if len(seen) != 30 || all[0] != (model.VoiceInfo{ID: "gemini:Aoede", Name: "Aoede, breezy"}) {
		t.Errorf("%d voices, the first is %+v", len(seen), all[7])
	}
	sc := script()
	sc.Voice = "espeak:en"
	if sp, err := n.Narrate(t.Context(), sc); err != nil || sp.Voice != "gemini:Aoede" {
		t.Errorf("a voice of this computer: %q, %v", sp.Voice, err)
	}
	if _, err := n.Narrate(t.Context(), model.Script{Sentences: []string{" "}}); model.KindOf(err) != model.Input {
		t.Errorf("a page without text: %v", err)
	}
}

// A setting that a model refuses is left out the next time.
func TestASettingThatIsRefusedIsLeftOut(t *testing.T) {
	for setting, m := range map[string]string{
		"thinking": textModel, "schema": textModel, "aspect": pictureModel, "style": "gemini-3.8-flash-tts",
	} {
		s := gt.New(gt.Options{Key: key, PictureSide: 128, Without: map[string][]string{m: {setting}}})
		c := connect(t, s)
		call := func() error {
			switch m {
			case textModel:
				_, err := write(t, c.Writer(m), brief())
				return err
			case pictureModel:
				_, err := c.Illustrator(m).Illustrate(t.Context(), scene())
				return err
			}
			_, err := c.Narrator(m).Narrate(t.Context(), script())
			return err
		}
		checkError(t, call(), model.Busy)
		if err := call(); err != nil {
			t.Errorf("%s: %v", setting, err)
		}
		if setting == "schema" && !strings.Contains(lastSent(t, s).rules(), "propertyOrdering") {
			t.Error("without a schema the shape of the answer is not said")
		}
	}
}
