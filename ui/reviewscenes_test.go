package ui

import (
	"time"

	"edusmart/core"
	"edusmart/core/evidence"
	"edusmart/core/story"
)

// eruption is the page of the drawing: six sentences, one weak and one that is
// not in the document.
var eruption = []struct {
	text    string
	verdict evidence.Verdict
	reason  string
	page    int
	quote   string
}{
	{"Deep below, hot magma collects in a chamber.", evidence.Supported, "", 4, "It gathers in a chamber several kilometres below the surface."},
	{"Gas bubbles in the magma push it up the pipe.", evidence.Supported, "", 4, "It gathers in a chamber several kilometres below the surface."},
	{"Near the top, the gas bubbles burst all at once.", evidence.Supported, "", 5, "The dissolved gas forms bubbles, and near the surface these bubbles burst together."},
	{"Ash and glowing rock shoot high into the sky.", evidence.Weak, "Weak: the document says “ash and rock fragments”, not “glowing”", 5, "Ash and rock fragments are thrown out with great force, sometimes twenty kilometres high."},
	{"The sound can be heard in the next country.", evidence.Absent, "Not in the document", 0, ""},
	{"This is called an eruption.", evidence.Supported, "", 5, "Geologists call this an explosive eruption."},
}

// reviewed is the story whose fourth page is that of the drawing, with what is
// known of it.
func reviewed() (core.StoryState, core.EvidenceState) {
	st := volcano()
	st.Source.File = "assets/" + zeros + ".pdf"
	for i := range st.Pages {
		st.Pages[i].Passed = i < 3
	}
	p := &st.Pages[3]
	p.Sentences, p.Voice = nil, "gemini:Aoede"
	p.Prompt = "A volcano that erupts in the evening"
	rep := &evidence.Report{Pages: make([]evidence.Counts, len(st.Pages))}
	for i, e := range eruption {
		p.Sentences = append(p.Sentences, story.Sentence{Text: e.text, SourcePage: e.page})
		it := evidence.Item{Kind: evidence.Sentence, Page: 3, Index: i, Text: e.text, Finding: evidence.Finding{Verdict: e.verdict, Reason: e.reason}}
		if e.page > 0 {
			it.Passage = &evidence.Passage{Quote: e.quote, Page: e.page}
		}
		rep.Items = append(rep.Items, it)
	}
	rep.Pages[3] = evidence.Counts{Supported: 4, Weak: 1, Absent: 1}
	p.Words = spokenWords(pageTexts(p))
	p.Seconds = 21
	p.Stops = []story.Stop{{After: 5, Question: "What do you think happens to the ash in the sky?", Answer: "It falls as fine dust."}}
	for i := range st.Quiz {
		v := evidence.Supported
		if i == 2 {
			v = evidence.Absent
		}
		rep.Items = append(rep.Items, evidence.Item{Kind: evidence.Question, Page: -1, Index: i, Text: st.Quiz[i].Question, Finding: evidence.Finding{Verdict: v, Reason: reasonOf(v)}})
	}
	rep.Quiz = evidence.Counts{Supported: 9, Absent: 1}
	for i := range st.Glossary {
		rep.Items = append(rep.Items, evidence.Item{Kind: evidence.Term, Page: -1, Index: i, Text: st.Glossary[i].Definition, Finding: evidence.Finding{Verdict: evidence.Supported}})
	}
	rep.Glossary = evidence.Counts{Supported: 3}
	rep.Look = []int{4, 8, 3}
	return core.StoryState{ID: st.ID, Story: st, Undo: "change sentence 2 of page 4", Redo: ""},
		core.EvidenceState{ID: st.ID, Ready: true, Report: rep, Story: st}
}

func reasonOf(v evidence.Verdict) string {
	if v == evidence.Absent {
		return "Not in the document"
	}
	return ""
}

const zeros = "0000000000000000000000000000000000000000000000000000000000000000"

// sourcePage is page 5 of the document, as text.
func sourcePage() core.SourceState {
	marked := eruption[2].quote
	text := "As magma rises, the pressure falls. " + marked + " Ash and rock fragments are thrown out with great force, sometimes twenty kilometres high."
	return core.SourceState{
		ID: "volcano-1", Name: "Earth science, chapter 7.pdf", Page: 5, Pages: 14, Quote: marked,
		Blocks: []core.SourceBlock{
			{Kind: story.Heading, Text: "7.3 How eruptions begin"},
			{Kind: story.Paragraph, Text: "Magma is lighter than the rock around it, so it rises through cracks. It gathers in a chamber several kilometres below the surface."},
			{Kind: story.Paragraph, Text: text, From: 36, To: 36 + len(marked)},
			{Kind: story.Paragraph, Text: "Geologists call this an explosive eruption. When the magma holds little gas, it flows out quietly as lava instead."},
		},
	}
}

// reviewing shows the review of the drawing's page.
func reviewing(then func(st *storyScreen)) scene {
	return scene{"", func(time.Time, string) []core.Event { return nil }, func(s *shell, dir string) {
		state, known := reviewed()
		s.reading(keyed(), painted(dir, state))
		st := s.story.get()
		st.nav = s
		st.playback = core.PlaybackState{}
		st.page = 3
		st.goToStep(stepReview)
		st.Update(known)
		st.Update(core.FiguresState{ID: st.id, Page: "p4", Figures: []core.FigureInfo{{Page: 5, Caption: "A magma chamber and its pipe"}}})
		st.Update(sourcePage())
		s.window.Canvas().Capture() // lays it out
		then(st)
	}}
}

// reviewScenes are the pictures of the review in the gallery.
func reviewScenes() []scene {
	named := func(name string, then func(st *storyScreen)) scene {
		sc := reviewing(then)
		sc.name = name
		return sc
	}
	return []scene{
		named("review", func(st *storyScreen) { st.review.list.edit(2) }),
		named("review-plain", func(*storyScreen) {}),
		named("review-spelling", func(st *storyScreen) {
			st.review.list.edit(5)
			st.review.list.editor.field.SetText("This is called an erruption.")
		}),
		named("review-source", func(st *storyScreen) { st.review.aside.toggle(asideSource) }),
		named("review-look", func(st *storyScreen) { st.review.aside.show(asideLook) }),
		named("review-notes", func(st *storyScreen) { st.review.aside.show(asideNotes) }),
		named("review-quiz", func(st *storyScreen) { st.review.goTo(st.pages()) }),
		named("review-quiz-edit", func(st *storyScreen) { st.review.goTo(st.pages()); st.review.quiz.edit(1) }),
		named("review-glossary", func(st *storyScreen) { st.review.goTo(st.pages() + 1); st.review.terms.edit(1) }),
		named("review-record", func(st *storyScreen) {
			st.review.record()
			st.Update(core.RecordingState{Stage: core.Recording, ID: st.id, Page: "p4", Length: 7 * time.Second, Peak: 0.4})
		}),
		named("review-levels", func(st *storyScreen) {
			st.state.Story.Level = story.GradeLevel
			st.state.Story.Levels = []story.Level{{Name: story.EasierLevel, Grade: 3}, {Name: story.HarderLevel, Grade: 7}}
			st.show()
		}),
		named("review-speaking", func(st *storyScreen) {
			st.state.Works = []core.Work{{Page: "p4", Part: story.Voice, Sentence: 2, Count: 1}, {Page: "p4", Part: story.Picture}}
			st.show()
		}),
	}
}
