package core_test

import (
	"strings"
	"testing"
	"time"

	"edusmart/core"
	"edusmart/core/evidence"
	"edusmart/core/library"
	"edusmart/core/story"
)

// made makes a story of a lesson on this computer and gives its id.
func made(t *testing.T, a *core.App, name string) *story.Story {
	t.Helper()
	s, err := a.CreateNow(t.Context(), core.Request{Path: lesson(t, name), Options: story.Options{
		Grade: 5, Pages: 5, Writer: story.Device, Illustrator: story.Device, Narrator: story.Device,
	}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAStoryOfTheDocumentsOwnSentencesIsSupported(t *testing.T) {
	a := openApp(t, t.TempDir())
	for _, name := range []string{"lesson-en.pdf", "lesson-es.docx", "lesson-ar.pdf", "lesson-hi.odt"} {
		s := made(t, a, name)
		a.ReviewEvidence(s.ID)
		state := await(t, a, "a report", func(e core.EvidenceState) bool { return e.ID == s.ID && e.Ready })
		if state.Err != "" || state.Report == nil {
			t.Fatal(name, state.Err)
		}
		for _, i := range state.Report.Look {
			if it := &state.Report.Items[i]; it.Kind == evidence.Sentence {
				t.Errorf("%s: page %d %q: %s %s", name, it.Page+1, it.Text, it.Verdict, it.Reason)
			} else {
				t.Logf("%s: %s %q: %s %s", name, it.Kind, it.Text, it.Verdict, it.Reason)
			}
		}
	}
}

func TestReviewFollowsWhatIsTypedAndShowsThePage(t *testing.T) {
	a := openApp(t, t.TempDir())
	s := made(t, a, "lesson-en.pdf")
	a.OpenStory(s.ID)
	a.ReviewEvidence(s.ID)
	first := await(t, a, "a report", func(e core.EvidenceState) bool { return e.ID == s.ID && e.Report != nil })

	began := time.Now()
	a.CheckSentence(s.ID, 0, 0, "Like every insect they have eight legs.")
	answer := await(t, a, "the sentence", func(e core.SentenceEvidence) bool { return strings.Contains(e.Text, "eight") })
	if f := answer.Finding; f.Verdict != evidence.Weak || !strings.Contains(f.Reason, "six") || f.Passage == nil {
		t.Errorf("%+v after %v", answer.Finding, time.Since(began))
	}

	it := first.Report.Items[0]
	a.SourcePage(s.ID, it.Passage.Page, 600, it.Passage.Quote)
	page := await(t, a, "the page", func(e core.SourceState) bool { return !e.Busy })
	if page.Err != "" || page.Image == nil || len(page.Marks) == 0 || page.Pages != s.Source.Pages || page.Image.Bounds().Dx() < 590 {
		t.Errorf("%v, %d marks, page of %d", page.Err, len(page.Marks), page.Pages)
	}
	marked := ""
	for _, b := range page.Blocks {
		marked += b.Text[b.From:b.To]
	}
	if marked != it.Passage.Quote {
		t.Errorf("marked in the text: %q, not %q", marked, it.Passage.Quote)
	}

	a.Rename(s.ID, "Bees, again")
	await(t, a, "a report of the changed story", func(e core.EvidenceState) bool { return e.Story != nil && e.Story.Title == "Bees, again" })
}

func TestAStoryWithoutItsDocumentSaysSo(t *testing.T) {
	a := openApp(t, t.TempDir())
	s := made(t, a, "lesson-en.docx")
	a.SourcePage(s.ID, 1, 600, "Honey bees are insects.")
	page := await(t, a, "the page's text", func(e core.SourceState) bool { return !e.Busy })
	if page.Image != nil || len(page.Blocks) == 0 || page.Err != "" {
		t.Errorf("%d blocks, %q", len(page.Blocks), page.Err)
	}
	s.Source.File = ""
	lib, err := library.Open(a.Places().Library)
	if err == nil {
		err = lib.Save(s)
	}
	if err != nil {
		t.Fatal(err)
	}
	a.ReviewEvidence(s.ID)
	state := await(t, a, "why not", func(e core.EvidenceState) bool { return e.Ready })
	if !strings.Contains(state.Err, "no copy of its document") {
		t.Error(state.Err)
	}
}
