package ui

import (
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

func cell(s core.CellState) core.Cell { return core.Cell{State: s, Source: "device"} }

func TestBoardSaysTheStateOfEveryPart(t *testing.T) {
	tests := []struct {
		part story.PartKind
		cell core.Cell
		want widget.PartState
		word string
	}{
		{story.Text, cell(core.CellReady), widget.PartReady, "Ready"},
		{story.Picture, core.Cell{State: core.CellReady, Source: "document"}, widget.PartHere, "From the file"},
		{story.Picture, cell(core.CellWorking), widget.PartWorking, "Drawing"},
		{story.Text, cell(core.CellWorking), widget.PartWorking, "Writing"},
		{story.Voice, cell(core.CellWorking), widget.PartWorking, "Speaking"},
		{story.Voice, cell(core.CellFallback), widget.PartHere, "Computer"},
		{story.Voice, cell(core.CellFailed), widget.PartFailed, "Retry"},
		{story.Voice, cell(core.CellSkipped), widget.PartSkipped, "No voice"},
		{story.Picture, cell(core.CellNext), widget.PartNext, "Next"},
	}
	for _, tt := range tests {
		got := boardCell(tt.part, tt.cell)
		if got.State != tt.want || got.Word != tt.word {
			t.Errorf("%s %s: state %d %q, want %d %q", tt.part, tt.cell.State, got.State, got.Word, tt.want, tt.word)
		}
	}
}

func TestTheSameTroubleOnSeveralPagesIsToldOnce(t *testing.T) {
	rows := make([]core.Row, 8)
	for i := range rows {
		rows[i] = core.Row{Text: cell(core.CellReady), Picture: cell(core.CellReady), Voice: core.Cell{State: core.CellSkipped, Reason: "There is no voice for Hindi."}}
	}
	rows[2].Picture = core.Cell{State: core.CellFailed, Reason: "The picture could not be drawn."}
	gaps := findGaps(rows)
	if len(gaps) != 2 {
		t.Fatalf("%d gaps, want 2", len(gaps))
	}
	if got, want := gaps[0].title(false), "Page 3, picture: failed"; got != want {
		t.Errorf("first %q, want %q", got, want)
	}
	if got, want := gaps[1].title(false), "Every page, voice: left out"; got != want {
		t.Errorf("second %q, want %q", got, want)
	}
	if got, want := gaps[1].body(), "There is no voice for Hindi."; got != want {
		t.Errorf("body %q, want %q", got, want)
	}
}

func TestAWaitingPartSaysItsAttemptAndItsSeconds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		rows := []core.Row{{Picture: core.Cell{State: core.CellWaiting, Until: time.Now().Add(12 * time.Second), Attempt: 3, Of: 6, Reason: "Gemini is busy. The other pages go on."}}}
		gaps := findGaps(rows)
		if len(gaps) != 1 {
			t.Fatalf("%d gaps, want 1", len(gaps))
		}
		if got, want := gaps[0].title(false), "Page 1, picture: attempt 3 of 6 in 12 s"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
		time.Sleep(2500 * time.Millisecond)
		if got, want := gaps[0].title(false), "Page 1, picture: attempt 3 of 6 in 10 s"; got != want {
			t.Errorf("later %q, want %q", got, want)
		}
	})
}

func TestAnUnfinishedStoryIsNotCalledReady(t *testing.T) {
	half := &story.Story{Status: story.Making, Pages: make([]story.Page, 3)}
	if got, want := endLine(core.StoryState{Story: half}), "This story is not finished. Resume goes on where it stopped."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if !canResume(core.StoryState{Story: half}) || storyReady(core.StoryState{Story: half}) {
		t.Error("a story that is being made counts as ready")
	}
	running := core.StoryState{Story: half, Job: &core.Job{Phase: core.MakingPages}}
	if canResume(running) {
		t.Error("a running job is called unfinished: Resume would be offered beside Stop")
	}
	gap := &story.Story{Status: story.Done, Pages: make([]story.Page, 1)}
	gap.Pages[0].Parts.Voice.State = story.Failed
	if got, want := endLine(core.StoryState{Story: gap}), "Your story is ready, with 1 gap. Page 1 has no voice."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSentencesStartWithTheirFirstWord(t *testing.T) {
	p := &story.Page{
		Seconds:   9,
		Sentences: []story.Sentence{{Text: "One two."}, {Text: "…"}, {Text: "Three."}},
		Words:     []story.Word{{Sentence: 0, Start: 0.2}, {Sentence: 0, Start: 0.9}, {Sentence: 2, Start: 4}},
	}
	got := sentenceStarts(p)
	want := []time.Duration{0, 0, 4 * time.Second}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("sentence %d starts at %v, want %v", i, got[i], want[i])
		}
	}
	p.Words = nil
	p.Sentences = []story.Sentence{{Text: "123456"}, {Text: "123"}}
	if got := sentenceStarts(p); got[1] != 6*time.Second {
		t.Errorf("without word times the second of 6 and 3 letters starts at %v of 9 s, want 6 s", got[1])
	}
}
