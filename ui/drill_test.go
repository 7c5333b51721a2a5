package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"edusmart/core"
	"edusmart/ui/widget"
)

func (c *calls) Drill(ids []string) int { c.add("drill %v", ids); return 2 }
func (c *calls) CancelDrill()           { c.add("stop drill") }

// drilling is a check in its course, drillEnded one that has found something.
func drilling() core.DrillState {
	return core.DrillState{Number: 2, Running: true, Started: time.Now(), Share: 0.45, Stories: []core.DrillStory{
		{ID: "river-1", Title: "The journey of a river", Stage: core.DrillReady, Pages: 8, Words: 412, Pictures: 8, Sounds: 8, Files: 3},
		{ID: "heart-1", Title: "How the heart works", Stage: core.DrillLacking, Findings: []core.DrillFinding{
			{Page: 3, Part: "picture", Say: "The picture of page 3 is missing or damaged. Make it again, or use one of your own."},
		}},
		{ID: "volcano-1", Title: "How a volcano erupts", Stage: core.DrillChecking, Doing: "Playing page 4"},
		{ID: "moon-1", Title: "Why the moon changes shape", Stage: core.DrillWaiting},
	}}
}

func drillEnded() core.DrillState {
	d := drilling()
	d.Running, d.Ended, d.Share = false, time.Now(), 1
	d.Stories[2] = core.DrillStory{ID: "volcano-1", Title: "How a volcano erupts", Stage: core.DrillLacking, Findings: []core.DrillFinding{
		{Page: 2, Part: "voice", Say: "The voice of page 2 is missing or damaged. Make it again."},
		{Page: 7, Part: "voice", Say: "Page 7 has no voice. Make it again."},
		{Part: "document", Say: "The document was not kept with the story, so its sentences cannot be compared with it.", Note: true},
	}}
	d.Stories[3].Stage, d.Stories[3].Pages, d.Stories[3].Words = core.DrillReady, 6, 280
	d.Stories[3].Pictures, d.Stories[3].Sounds, d.Stories[3].Files = 6, 6, 3
	return d
}

// openDrill shows the dialog over the window.
func openDrill(t *testing.T, s *shell, ids ...string) *calls {
	t.Helper()
	c := &calls{}
	s.showDrill(newDrillDialog(c, ids, func(id string) { c.add("open %s", id) }))
	return c
}

func TestTheCheckIsFollowedAndItsFindingsAreListedWorstFirst(t *testing.T) {
	loader, fonts := lit(t)
	s, window := windowShell(t, loader, fonts, widget.Look{Mode: widget.Light, LessMotion: true}, fyne.NewSize(1366, 768))
	c := openDrill(t, s, "river-1", "heart-1", "volcano-1", "moon-1")
	if got := c.take(); got != "drill [river-1 heart-1 volcano-1 moon-1]" {
		t.Errorf("%q", got)
	}
	s.update(drilling())
	texts := said(s.drill.object)
	for _, want := range []string{"The network is blocked while this runs", "Story 3 of 4, “How a volcano erupts”: Playing page 4", "Ready offline", "1 thing missing"} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not shown: %q", want, texts)
		}
	}
	if slices.Contains(texts, "Why the moon changes shape") {
		t.Error("a story is listed that was not checked")
	}
	s.drill.stop.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got := c.take(); got != "stop drill" {
		t.Errorf("%q", got)
	}
	s.update(drillEnded())
	texts = said(s.drill.object)
	order := []string{"How a volcano erupts", "How the heart works", "The journey of a river"}
	if at := indices(texts, order); !slices.IsSorted(at) {
		t.Errorf("the stories stand at %v", at)
	}
	for _, want := range []string{"2 of 4 stories ready, 2 lack something", "Nothing tried to use the network. The network is as it was before.", "Page 7 has no voice. Make it again.", "2 things missing"} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not shown: %q", want, texts)
		}
	}
	if !s.drill.done.Focused() {
		t.Error("the keyboard is left at nothing")
	}
	d := s.drill.object
	press(t, d, "Open it")
	if got := c.take(); got != "open volcano-1" || s.drill != nil {
		t.Errorf("%q", got)
	}
	if window.Canvas().OnTypedKey() == nil {
		t.Error("the window's keys are gone")
	}
}

func indices(texts, wanted []string) []int {
	var at []int
	for _, w := range wanted {
		at = append(at, slices.Index(texts, w))
	}
	return at
}

func TestEscapeEndsTheCheckWithTheDialog(t *testing.T) {
	loader, fonts := lit(t)
	s, window := windowShell(t, loader, fonts, widget.Look{Mode: widget.Light, LessMotion: true}, fyne.NewSize(1024, 700))
	c := openDrill(t, s)
	s.update(drilling())
	c.take()
	window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := c.take(); got != "stop drill" || s.drill != nil {
		t.Errorf("%q", got)
	}
}

func TestAnEarlierChecksEndIsNotTakenForThisOnes(t *testing.T) {
	loader, fonts := lit(t)
	s, _ := windowShell(t, loader, fonts, widget.Look{Mode: widget.Light, LessMotion: true}, fyne.NewSize(1024, 700))
	openDrill(t, s)
	old := drillEnded()
	old.Number = 1
	s.update(old)
	if !slices.Contains(said(s.drill.object), "The network is blocked while this runs") {
		t.Errorf("%q", said(s.drill.object))
	}
	bad := core.DrillState{Number: 2, Started: time.Now(), Ended: time.Now(), Err: "A story is being made. Wait for it."}
	s.update(bad)
	if !slices.Contains(said(s.drill.object), bad.Err) {
		t.Errorf("%q", said(s.drill.object))
	}
}

func TestACardSaysOfflineOnlyOnceItsStoryWasChecked(t *testing.T) {
	whole := core.Card{ID: "river-1", Title: "River", Pages: 8, Passed: 8}
	if d := cardData(whole, time.Now()); d.State != "" || d.Mark != "" {
		t.Errorf("%+v", d)
	}
	whole.Ready = true
	if d := cardData(whole, time.Now()); d.State != "Offline" || d.Mark != widget.MarkReady {
		t.Errorf("%+v", d)
	}
}

func TestTriesToUseTheNetworkAreTold(t *testing.T) {
	for n, want := range map[int]string{0: "Nothing tried", 1: "1 try to use the network was stopped", 3: "3 tries to use the network were stopped"} {
		if got := drillRefused(core.DrillState{Refused: n}); !strings.HasPrefix(got, want) {
			t.Errorf("%d: %q", n, got)
		}
	}
}

// drillScenes are the pictures of the check.
func drillScenes() []scene {
	nothing := func(time.Time, string) []core.Event { return nil }
	over := func(e core.DrillState) func(s *shell, dir string) {
		return func(s *shell, dir string) {
			s.update(s.inLook(atHome()))
			s.showDrill(newDrillDialog(&calls{}, nil, func(string) {}))
			s.update(e)
		}
	}
	return []scene{{"drill", nothing, over(drilling())}, {"drill-ended", nothing, over(drillEnded())}}
}
