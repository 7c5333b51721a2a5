package core_test

import (
	"bytes"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"edusmart/core"
	"edusmart/core/editing"
	"edusmart/core/model"
	"edusmart/core/model/ondevice"
	"edusmart/core/player/pulsetest"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// reader speaks a page as a teacher would: in another voice than the story's.
func reader(t *testing.T, p *story.Page) model.Speech {
	t.Helper()
	script := model.Script{Language: "en", Voice: "en-us"}
	for _, s := range p.Sentences {
		script.Sentences = append(script.Sentences, s.Text)
	}
	sp, err := ondevice.NewNarrator(ondevice.NarratorOptions{Rate: 150}).Narrate(t.Context(), script)
	if err != nil {
		t.Fatal(err)
	}
	return sp
}

// playFile plays sound into the sink that stands in for the microphone.
func playFile(t *testing.T, sp model.Speech) {
	t.Helper()
	var wav bytes.Buffer
	if err := speech.EncodeWAV(&wav, sp.PCM, sp.Rate); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "reader.wav")
	if err := os.WriteFile(path, wav.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), "paplay", path).CombinedOutput(); err != nil {
		t.Fatalf("paplay: %v %s", err, out)
	}
}

func TestTheTeachersOwnVoiceIsRecordedAndItsWordsAreFound(t *testing.T) {
	pulsetest.Start(t).Setenv(t)
	a := openApp(t, t.TempDir())
	s := openedStory(t, a)
	p := &s.Pages[0]
	for i := len(p.Sentences) - 1; i > 1; i-- { // what is left is said in a few seconds
		a.Edit(s.ID, editing.RemoveSentence{Page: p.ID, At: i})
	}
	p.Sentences = p.Sentences[:2]
	awaitStory(t, a, s.ID, "two sentences", func(s core.StoryState) bool { return len(s.Story.Pages[0].Sentences) == 2 })
	sp := reader(t, p)
	a.Record(s.ID, p.ID)
	await(t, a, "the recording begins", func(r core.RecordingState) bool { return r.Stage == core.Recording && r.Length > 200*time.Millisecond })
	loud := make(chan bool, 1)
	go func() {
		await(t, a, "the meter moves", func(r core.RecordingState) bool { return r.Peak > 0.1 })
		loud <- true
	}()
	playFile(t, sp)
	<-loud
	a.StopRecording()
	recorded := await(t, a, "the recording ends", func(r core.RecordingState) bool { return r.Stage == core.Recorded })
	if recorded.Length.Seconds() < sp.Seconds()-0.5 {
		t.Errorf("%v recorded of %.1f s", recorded.Length, sp.Seconds())
	}
	a.KeepRecording()
	kept := awaitStory(t, a, s.ID, "the voice is kept", func(s core.StoryState) bool { return s.Story.Pages[0].Parts.Voice.Source == editing.Teacher })
	page := &kept.Story.Pages[0]
	if page.Timing != story.Aligned || len(page.Words) != len(sp.Words) {
		t.Fatalf("%d words, timing %q; %d were said", len(page.Words), page.Timing, len(sp.Words))
	}
	far := 0
	for i, w := range page.Words {
		if math.Abs((w.Start-page.Words[0].Start)-(sp.Words[i].Start-sp.Words[0].Start)) > 0.15 {
			far++
		}
	}
	if far > len(page.Words)/10 {
		t.Errorf("%d of %d words are more than 150 ms from where they were said", far, len(page.Words))
	}
	// Another sentence would need the teacher's voice again.
	a.Edit(s.ID, editing.SetSentence{Page: page.ID, At: 0, Text: "Something else is said now."})
	failed := awaitStory(t, a, s.ID, "it cannot be spoken", func(s core.StoryState) bool { return s.Story.Pages[0].Parts.Voice.State == story.Failed })
	if !strings.Contains(failed.Story.Pages[0].Parts.Voice.Reason, "your own voice") {
		t.Errorf("%+v", failed.Story.Pages[0].Parts.Voice)
	}
	a.Undo(s.ID)
	a.Undo(s.ID)
	awaitStory(t, a, s.ID, "the computer's voice is back", func(s core.StoryState) bool { return s.Story.Pages[0].Parts.Voice.Source == "device" })
}

func TestWithoutAMicrophoneASentenceSaysSo(t *testing.T) {
	t.Setenv("PULSE_SERVER", "unix:"+filepath.Join(t.TempDir(), "nobody"))
	a := openApp(t, t.TempDir())
	s := openedStory(t, a)
	a.Record(s.ID, s.Pages[0].ID)
	r := await(t, a, "it is told", func(r core.RecordingState) bool { return r.Err != "" })
	if r.Stage != core.NoRecording || !strings.Contains(r.Err, "microphone") {
		t.Errorf("%+v", r)
	}
}
