package web

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"edusmart/core/export/content"
	"edusmart/core/export/exporttest"
)

// played is what happened when a pupil played a page.
type played struct {
	Errors, Requests []string
	Title, Text      string
	Tags             struct{ Scripts, Images, Handlers int }
	Lit, After       []lit
	Stop             string
	Paused           bool
	Brink            struct{ Early, Lit bool }
	Next             int
	Clicked          struct {
		Start, At float64
		Paused    bool
	}
	Fast, Slow struct {
		Speed float64
		Pitch bool
		Label string
	}
	Black          string
	Unblack        []any
	Keys           []int
	Full           bool
	Quiz           []answered
	Dark, Contrast string
	Reached        []bool
	Refused        int
}

type lit struct {
	Text, Sentence, Colour string
	Start, At              float64
}

type answered struct {
	Verdict, Score string
	Why            bool
}

func play(t *testing.T, c *content.Content) played {
	t.Helper()
	file := filepath.Join(t.TempDir(), "story.html")
	exporttest.Save(t, file, exporttest.Write(t, c, Write))
	var got played
	exporttest.Node(t, "player.mjs", file, &got)
	if len(got.Errors) > 0 || len(got.Requests) > 0 {
		t.Errorf("errors %q, requests %q", got.Errors, got.Requests)
	}
	if slices.Contains(got.Reached, true) || got.Refused < 2 {
		t.Errorf("a script that was put in: ran, and fetched: %v; refused %d times", got.Reached, got.Refused)
	}
	return got
}

// checkLit checks that what is lit goes on with the sound: each word once, in
// its sentence, and most of them at once.
func checkLit(t *testing.T, all []lit) {
	t.Helper()
	var late []float64
	for i, l := range all {
		if i > 0 && l.Start <= all[i-1].Start {
			t.Errorf("%q (%.3f s) is lit after %q (%.3f s)", l.Text, l.Start, all[i-1].Text, all[i-1].Start)
		}
		if l.At >= 0 {
			late = append(late, l.At-l.Start)
		}
		if !strings.Contains(l.Sentence, l.Text) {
			t.Errorf("%q is lit outside its sentence %q", l.Text, l.Sentence)
		}
	}
	// A computer that is busy draws late now and then.
	slices.Sort(late)
	if n := len(late); n > 0 && (late[0] < -0.01 || late[n/2] > 0.2 || late[n-1] > 0.8) {
		t.Errorf("words are lit %v s after they are heard", late)
	}
}

func TestAPupilPlaysTheStoryFromAFile(t *testing.T) {
	t.Parallel()
	b := exporttest.Lesson(t, "en")
	got := play(t, b.Content(t))
	if got.Title != b.Story.Title {
		t.Errorf("the title is %q", got.Title)
	}
	checkLit(t, got.Lit)
	var said []string
	for _, l := range got.Lit {
		said = append(said, l.Text)
		if l.Colour != "rgb(31, 75, 130)" {
			t.Errorf("%q is lit in %s", l.Text, l.Colour)
		}
	}
	if s := strings.Join(said, " "); s != b.Story.Pages[0].Sentences[0].Text {
		t.Errorf("until the question it says %q, want the first sentence", s)
	}
	if !strings.Contains(got.Stop, b.Story.Pages[0].Stops[0].Question) || !got.Paused {
		t.Errorf("after the first sentence: %q, paused: %v", got.Stop, got.Paused)
	}
	if len(got.After) != 2 || got.After[len(got.After)-1].Text != "It" && got.After[0].Text != "It" {
		t.Errorf("after the question it goes on with %v", got.After)
	}
	if got.Brink.Early || !got.Brink.Lit {
		t.Errorf("3 ms before the word after a question: %+v, want the word before it lit and never that one", got.Brink)
	}
	if got.Next != 2 {
		t.Errorf("Page Down shows sheet %d", got.Next)
	}
	if c := got.Clicked; c.Paused || c.At < c.Start-0.01 || c.At > c.Start+1.5 {
		t.Errorf("a click on a word that is heard at %v s plays from %v s, paused: %v", c.Start, c.At, c.Paused)
	}
	if got.Fast.Speed != 2 || !got.Fast.Pitch || got.Fast.Label != "2×" || got.Slow.Speed != 0.5 || !got.Slow.Pitch {
		t.Errorf("the fastest is %+v, the slowest %+v", got.Fast, got.Slow)
	}
	if got.Black != "block rgb(0, 0, 0)" || fmt.Sprint(got.Unblack) != "[none 2]" {
		t.Errorf("B shows %q; the next key leaves %v", got.Black, got.Unblack)
	}
	if want := []int{1, 2, 1, 3, 1, 2, 1}; !slices.Equal(got.Keys, want) {
		t.Errorf("the keys show sheets %v, want %v", got.Keys, want)
	}
	if !got.Full {
		t.Error("F does not fill the screen")
	}
	if want := []answered{{"Right", "Score: 1 / 2", true}, {"Not right", "Score: 1 / 2", true}}; !slices.Equal(got.Quiz, want) {
		t.Errorf("the quiz says %v, want %v", got.Quiz, want)
	}
	if got.Dark != "dark rgb(19, 18, 17)" || got.Contrast != "contrast rgb(0, 0, 0)" {
		t.Errorf("colours: %s, %s", got.Dark, got.Contrast)
	}
	for _, secret := range []string{b.Story.Pages[0].Notes, b.Story.Pages[0].Stops[0].Answer} {
		if strings.Contains(string(exporttest.Write(t, b.Content(t), Write)), secret) {
			t.Errorf("%q is in the file", secret)
		}
	}
}

func TestARightToLeftStoryIsPlayedFromTheRight(t *testing.T) {
	t.Parallel()
	b := exporttest.Bilingual(t, "ar", "en")
	got := play(t, b.Content(t))
	checkLit(t, got.Lit)
	if len(got.Lit) == 0 || !strings.Contains(got.Lit[0].Sentence, b.Story.Pages[0].Sentences[0].Also) {
		t.Errorf("both languages are not lit together: %v", got.Lit)
	}
	if want := []int{1, 1, 2, 2, 1, 2, 1}; !slices.Equal(got.Keys, want) {
		t.Errorf("the keys show sheets %v, want %v", got.Keys, want)
	}
	if len(got.Quiz) == 0 || !got.Quiz[0].Why {
		t.Errorf("the quiz says %v", got.Quiz)
	}
}

func TestBothLanguagesAreSpokenAndLitWordByWord(t *testing.T) {
	t.Parallel()
	b := exporttest.Spoken(t, "en", "ar")
	got := play(t, b.Content(t))
	checkLit(t, got.Lit)
	s := b.Story.Pages[0].Sentences[0]
	var said []string
	for _, l := range got.Lit {
		said = append(said, l.Text)
		if !strings.Contains(l.Sentence, s.Text) || !strings.Contains(l.Sentence, s.Also) {
			t.Errorf("with %q is lit %q", l.Text, l.Sentence)
		}
	}
	if got := strings.Join(said, " "); got != s.Text+" "+s.Also {
		t.Errorf("until the question it says %q", got)
	}
	if !strings.Contains(got.Stop, b.Story.Pages[0].Stops[0].Question) {
		t.Errorf("after the sentence in both languages: %q", got.Stop)
	}
}

func TestWhatAStorySaysIsTextOnly(t *testing.T) {
	t.Parallel()
	b := exporttest.Hostile(t)
	got := play(t, b.Content(t))
	if got.Tags.Scripts != 1 || got.Tags.Handlers != 0 || got.Tags.Images != 2 {
		t.Errorf("the story made elements: %+v", got.Tags)
	}
	if got.Title == "broken" || !strings.Contains(got.Title, "</script>") {
		t.Errorf("the title is %q", got.Title)
	}
	for name, text := range exporttest.Texts {
		if !strings.Contains(content.OneLine(got.Text), content.OneLine(text)) {
			t.Errorf("%s: %q is not shown", name, text)
		}
	}
}

func TestAStoryWithNothingIsStillAPage(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "story.html")
	exporttest.Save(t, file, exporttest.Write(t, exporttest.Gaps(t), Write))
}
