package ui

import (
	"os"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// handOutCommands is what handing a story on asks of core.
type handOutCommands interface {
	HandOut(id string, formats []string, dir string)
	SaveAs(id, format, path string)
	RetryHandOut(format string)
	CancelHandOut()
}

// handOut is where a story is handed on: a list of the formats, each to be
// saved alone, and beside it the class pack, which is all that were chosen.
type handOut struct {
	screen  *storyScreen
	object  *fyne.Container
	formats func() []core.FormatInfo

	chosen map[string]bool // formats of the class pack, by name
	known  []string        // the settings that chosen is from
	state  core.HandOutState
	drafts *widget.Notice
	list   *handOutList
	pack   *handOutPack
}

// unusual are the formats that are not in a class pack until they are chosen:
// they say again what another one says, or take long.
var unusual = []string{"epub-fixed", "pdf-letter", "video"}

func newHandOut(s *storyScreen) *handOut {
	h := &handOut{screen: s, formats: core.Formats, chosen: map[string]bool{}}
	h.drafts = widget.NewNotice(widget.NoticeInfo, widget.IconEye, "", nil,
		widget.NoticeAction{Text: "Review them", Do: func() { s.goToStep(stepReview) }})
	h.list = newHandOutList(h)
	h.pack = newHandOutPack(h)
	h.object = container.New(&arrangement{place: h.place}, h.drafts, h.list.object, h.pack.object)
	return h
}

func (h *handOut) place(size fyne.Size) {
	side := float32(storyWide)
	if size.Width < narrowBelow {
		side = storySlim
	}
	inner := size.Width - 2*storySide
	top := float32(4)
	if h.drafts.Visible() {
		tall := h.drafts.HeightFor(inner)
		put(h.drafts, storySide, top, inner, tall)
		top += tall + 12
	}
	left, tall := inner-side-storyColumns, size.Height-top-16
	put(h.list.object, storySide, top, left, tall)
	put(h.pack.object, storySide+left+storyColumns, top, side, tall)
}

// enter looks anew at what can be made on this computer.
func (h *handOut) enter() {
	h.list.build(h.formats())
	h.choose(h.screen.settings.Settings.Pack)
}

// choose takes over the formats that were chosen before; none: the usual ones.
func (h *handOut) choose(names []string) {
	h.known = slices.Clone(names)
	h.chosen = map[string]bool{}
	for _, f := range h.list.all {
		h.chosen[f.Name] = slices.Contains(names, f.Name) || len(names) == 0 && !slices.Contains(unusual, f.Name)
	}
	h.list.follow()
}

// settingsChanged follows a choice that was made elsewhere.
func (h *handOut) settingsChanged() {
	if names := h.screen.settings.Settings.Pack; h.screen.step == stepHandOut && !slices.Equal(names, h.known) {
		h.choose(names)
	}
	h.update()
}

// keep remembers the choice.
func (h *handOut) keep() {
	names := h.wanted()
	h.known = names
	h.screen.commands.Change(func(s *core.Settings) { s.Pack = slices.Clone(names) })
	h.update()
}

// wanted gives the formats that are chosen, in the order of the list.
func (h *handOut) wanted() []string {
	names := []string{}
	for _, f := range h.list.all {
		if h.chosen[f.Name] {
			names = append(names, f.Name)
		}
	}
	return names
}

// makeable gives those of them that this story can be made into here.
func (h *handOut) makeable() []string {
	return slices.DeleteFunc(h.wanted(), func(name string) bool {
		f, ok := h.format(name)
		return !ok || h.why(f) != ""
	})
}

func (h *handOut) format(name string) (core.FormatInfo, bool) {
	i := slices.IndexFunc(h.list.all, func(f core.FormatInfo) bool { return f.Name == name })
	if i < 0 {
		return core.FormatInfo{}, false
	}
	return h.list.all[i], true
}

// why says in one sentence why a format cannot be made of this story here; "".
func (h *handOut) why(f core.FormatInfo) string {
	s := h.screen.state.Story
	switch {
	case f.Missing != "":
		return f.Missing
	case s == nil || f.Group != core.ForQuiz || len(s.Quiz) > 0:
		return ""
	case f.Name == "anki" && len(s.Glossary) > 0:
		return ""
	}
	return "This story has no questions."
}

// busy reports whether files are being made.
func (h *handOut) busy() bool { return h.state.Running }

// mine reports whether the files are those of the story that is shown.
func (h *handOut) mine() bool { return h.state.Story != "" && h.state.Story == h.screen.id }

// take shows what has become of the files.
func (h *handOut) take(e core.HandOutState) {
	h.state = e
	h.update()
}

// update brings the screen in step.
func (h *handOut) update() {
	if h.screen.step != stepHandOut {
		return
	}
	left := unpassed(h.screen.state.Story)
	if left > 0 {
		h.drafts.SetText(counted(left, "page") + isOrAre(left) + " not passed yet. They are handed out as they are.")
	}
	visible(h.drafts, left > 0)
	h.list.update()
	h.pack.update()
	h.object.Refresh()
}

func isOrAre(n int) string {
	if n == 1 {
		return " is"
	}
	return " are"
}

// unpassed is how many pages the teacher has not passed.
func unpassed(s *story.Story) int {
	if s == nil {
		return 0
	}
	return len(s.Pages) - passed(s)
}

// save asks where to write the story in one format.
func (h *handOut) save(f core.FormatInfo) {
	s := h.screen
	if s.state.Story == nil || h.busy() {
		return
	}
	id := s.id
	s.nav.saveFile(f.Title, core.FileOf(s.state.Story.Title, f.Name), func(path string) { s.commands.SaveAs(id, f.Name, path) })
}

// make makes the class pack; where no folder is known, it is asked for first.
func (h *handOut) make() {
	s := h.screen
	names := h.makeable()
	if len(names) == 0 || h.busy() || s.state.Job.Active() || s.state.Story == nil {
		return
	}
	dir := s.settings.Settings.PackDir
	if info, err := os.Stat(dir); dir == "" || err != nil || !info.IsDir() {
		h.chooseFolder(func(string) { h.make() })
		return
	}
	s.commands.HandOut(s.id, names, dir)
}

// chooseFolder asks for the folder of the class pack and remembers it.
func (h *handOut) chooseFolder(then func(dir string)) {
	s := h.screen
	s.nav.pickFolder("Where is the class pack to be put?", "Use this folder", func(dir string) {
		s.settings.Settings.PackDir = dir // the settings' own event comes in a moment
		s.commands.Change(func(set *core.Settings) { set.PackDir = dir })
		h.update()
		then(dir)
	})
}

// key takes the keys of handing on.
func (h *handOut) key(e *fyne.KeyEvent) bool {
	switch {
	case e.Name == fyne.KeyEscape && h.busy() && h.mine():
		h.screen.commands.CancelHandOut()
	case e.Name == fyne.KeyP:
		h.make()
	default:
		return false
	}
	return true
}
