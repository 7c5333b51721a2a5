package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// levelTabs turns a story to another of its reading levels: "Easier", "Grade
// 5", "Harder". It is there for a story with several.
type levelTabs struct {
	screen *storyScreen
	object *fyne.Container
	before func() // what is to be done before a turn, such as to keep what is being typed; may be nil

	control *widget.Segmented
	names   []string
	words   []string
}

func newLevelTabs(s *storyScreen, before func()) *levelTabs {
	t := &levelTabs{screen: s, before: before, object: container.NewStack()}
	t.object.Hide()
	return t
}

// update shows the levels of the story, where on says that they are wanted.
func (t *levelTabs) update(on bool) {
	st := t.screen.state.Story
	if st == nil || len(st.Levels) == 0 {
		t.object.Hide()
		return
	}
	levels := core.Levels(st)
	var names, words []string
	shown := 0
	for i, l := range levels {
		names, words = append(names, l.Name), append(words, levelWord(l))
		if l.Shown {
			shown = i
		}
	}
	if !slices.Equal(names, t.names) || !slices.Equal(words, t.words) {
		t.names, t.words = names, words
		t.control = widget.NewSegmented(words, shown, t.turn).SetSize(widget.Small)
		t.object.Objects = []fyne.CanvasObject{t.control}
		t.object.Refresh()
	}
	t.control.Select(shown)
	visible(t.object, on)
}

func (t *levelTabs) turn(i int) {
	if t.before != nil {
		t.before()
	}
	t.screen.commands.TurnLevel(t.screen.id, t.names[i])
}

// levelWord is what the teacher reads of a level.
func levelWord(l core.LevelInfo) string {
	switch l.Name {
	case story.EasierLevel:
		return "Easier"
	case story.HarderLevel:
		return "Harder"
	case story.GradeLevel:
		return gradeWord(l.Grade)
	}
	return strings.ToUpper(l.Name[:1]) + l.Name[1:]
}

func gradeWord(grade int) string {
	if grade == 0 {
		return "Kindergarten"
	}
	return fmt.Sprintf("Grade %d", grade)
}
