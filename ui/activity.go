package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/core/usage"
	"edusmart/ui/widget"
)

// activityCommands is what the activity screen asks of core.
type activityCommands interface {
	Retry(id string, page int, part story.PartKind)
	Resume(id string)
}

// activityNavigator is what it asks of the window.
type activityNavigator interface {
	openStory(id string)
	openService()
	saveUsage(name string)
}

// activityScreen shows what was asked of the service: today and this month, by
// hour, by model and by story, what it cost, and what failed.
type activityScreen struct {
	commands activityCommands
	nav      activityNavigator
	now      func() time.Time

	usage   core.UsageState
	service core.ServiceState
	titles  map[string]string // of the stories, by id
	monthly bool
	logged  bool      // the log stands in the place of the charts
	closed  time.Time // the alert that the teacher has closed

	title  *widget.Text
	period *widget.Segmented
	date   *widget.Text
	export *widget.Button

	alert   *activityAlert
	figures *activityFigures
	charts  *activityCharts
	tables  *activityTables
	log     *activityLog
	empty   *activityEmpty
	body    *fyne.Container
	scroll  *container.Scroll
	root    *fyne.Container
}

// Measures, in pixels.
const (
	activityTop       = 74 // where the body begins
	activityGap       = 16
	activityAlertH    = 60
	activityFigureH   = 106
	activityChartH    = 240
	activityChartMore = 120 // of their height, in a large window
	activityInset     = 6   // round the body, for shadows and the ring of the focus
)

func newActivityScreen(c activityCommands, nav activityNavigator) *activityScreen {
	s := &activityScreen{commands: c, nav: nav, now: time.Now, titles: map[string]string{}}
	s.title = widget.NewText(widget.ScreenTitle, "Activity")
	s.period = widget.NewSegmented([]string{"Today", "This month"}, 0, func(i int) {
		s.monthly = i == 1
		s.show()
	}).SetSize(widget.Small)
	s.date = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Align(fyne.TextAlignTrailing)
	s.export = widget.NewButton(widget.Plain, widget.IconImport, "Export CSV", func() {
		nav.saveUsage("EduSmart use " + s.now().Format("2006-01"))
	})
	s.alert = newActivityAlert(s)
	s.figures = newActivityFigures()
	s.charts = newActivityCharts()
	s.tables = newActivityTables(s)
	s.log = newActivityLog(s)
	s.empty = newActivityEmpty(s)
	s.body = container.New(&arrangement{s.placeBody, s.leastBody},
		s.alert.object, s.figures.object, s.charts.object, s.tables.object)
	s.scroll = container.NewVScroll(s.body)
	s.root = container.New(&arrangement{place: s.place},
		s.title, s.period, s.date, s.export, s.scroll, s.log.object, s.empty.object)
	s.show()
	return s
}

// Object gives what the screen shows.
func (s *activityScreen) Object() fyne.CanvasObject { return s.root }

// Show brings the date up to now.
func (s *activityScreen) Show() { s.show() }

// Hide implements screen.
func (s *activityScreen) Hide() {}

// Key scrolls the screen; Escape leaves the log.
func (s *activityScreen) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape && s.logged {
		s.showLog(false)
		return true
	}
	return !s.logged && scrollKey(s.scroll, e)
}

// scrollKey moves a screen's content by the keys that scroll.
func scrollKey(scroll *container.Scroll, e *fyne.KeyEvent) bool {
	page, most := scroll.Size().Height-40, scroll.Content.Size().Height
	move := map[fyne.KeyName]float32{
		fyne.KeyPageDown: page, fyne.KeyPageUp: -page, fyne.KeyDown: 48, fyne.KeyUp: -48, fyne.KeyHome: -most, fyne.KeyEnd: most,
	}
	by, ok := move[e.Name]
	if ok {
		scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(scroll.Offset.Y+by, most-scroll.Size().Height))))
	}
	return ok
}

// Update takes in what was used, and the names of the stories.
func (s *activityScreen) Update(e core.Event) {
	switch e := e.(type) {
	case core.UsageState:
		s.usage = e
	case core.LibraryState:
		s.titles = make(map[string]string, len(e.Cards))
		for _, c := range e.Cards {
			s.titles[c.ID] = c.Title
		}
	case core.ServiceState:
		s.service = e
	default:
		return
	}
	s.show()
}

// summary is that of the chosen period.
func (s *activityScreen) summary() usage.Summary {
	if s.monthly {
		return s.usage.Month
	}
	return s.usage.Today
}

// nothing reports whether nothing was asked this month.
func (s *activityScreen) nothing() bool {
	return s.usage.Month.Calls == 0 && s.usage.Today.Calls == 0 && len(s.usage.Log) == 0
}

// show brings every part in step with the snapshots.
func (s *activityScreen) show() {
	now := s.now()
	s.date.SetText(now.Format("Monday 2 January, 15:04"))
	nothing := s.nothing()
	s.logged = s.logged && !nothing
	sum := s.summary()
	s.alert.show(sum.Alert)
	s.figures.show(s.usage, sum, s.monthly)
	s.charts.show(sum, s.monthly, now)
	s.tables.show(sum)
	s.log.show()
	s.empty.show()
	visible(s.period, !nothing)
	visible(s.export, !nothing)
	visible(s.empty.object, nothing)
	visible(s.scroll, !nothing && !s.logged)
	visible(s.log.object, !nothing && s.logged)
	s.root.Refresh()
}

// showLog puts the log in the place of the charts, or takes it away.
func (s *activityScreen) showLog(on bool) {
	s.logged = on
	s.show()
	if on {
		s.log.begin()
	}
}

func (s *activityScreen) place(size fyne.Size) {
	side, narrow := float32(wideSide), size.Width < narrowBelow
	if narrow {
		side = narrowSide
	}
	w := size.Width - 2*side
	put(s.title, side, 24, s.title.Width()+4, 32)
	period := s.period.MinSize()
	put(s.period, side+s.title.Width()+25, 23, period.Width, 34)
	export := s.export.MinSize()
	put(s.export, side+w-export.Width, 20, export.Width, 40)
	end := side + w
	if s.export.Visible() {
		end -= export.Width + 16
	}
	put(s.date, end-260, 31, 260, 18)
	bodyTop := float32(activityTop)
	put(s.empty.object, side, bodyTop, w, size.Height-bodyTop-32)
	put(s.scroll, side-activityInset, bodyTop-activityInset, w+2*activityInset, size.Height-bodyTop+activityInset)
	put(s.log.object, side, bodyTop, w, size.Height-bodyTop-24)
}

// arrangeBody goes through the body and returns its height; with a put it
// places what stands there. The charts take so much more than they need.
func (s *activityScreen) arrangeBody(more float32, put func(o fyne.CanvasObject, y, h float32)) float32 {
	y := float32(activityInset)
	for _, part := range []struct {
		object fyne.CanvasObject
		height float32
	}{
		{s.alert.object, activityAlertH},
		{s.figures.object, activityFigureH},
		{s.charts.object, activityChartH + more},
		{s.tables.object, s.tables.height()},
	} {
		if !part.object.Visible() {
			continue
		}
		if put != nil {
			put(part.object, y, part.height)
		}
		y += part.height + activityGap
	}
	return y + 12
}

func (s *activityScreen) placeBody(size fyne.Size) {
	more := max(0, min(size.Height-s.arrangeBody(0, nil)-12, activityChartMore))
	s.arrangeBody(more, func(o fyne.CanvasObject, y, h float32) {
		put(o, activityInset, y, size.Width-2*activityInset, h)
	})
}

func (s *activityScreen) leastBody() fyne.Size { return fyne.NewSize(640, s.arrangeBody(0, nil)) }

// storyTitle gives a story's title; what it is called when it is gone.
func (s *activityScreen) storyTitle(id string) string {
	switch title, known := s.titles[id]; {
	case known && title != "":
		return title
	case id == "":
		return "No story"
	default:
		return "A story that was deleted"
	}
}

// activityEmpty is what stands there before anything was asked.
type activityEmpty struct {
	screen *activityScreen
	object *fyne.Container
	head   *widget.Text
	say    *widget.Text
	key    *widget.Button
}

func newActivityEmpty(s *activityScreen) *activityEmpty {
	e := &activityEmpty{screen: s, head: widget.NewText(widget.Title, "Nothing was asked of Gemini this month")}
	e.say = widget.NewText(widget.Body, "").SetToken(widget.Ink2).Wrap(4)
	e.key = widget.NewButton(widget.Plain, widget.IconKey, "Add a key", s.nav.openService)
	icon := widget.NewIconView(widget.IconActivity, widget.Ink3, 28)
	e.object = container.New(&arrangement{place: func(size fyne.Size) {
		put(icon, 0, 12, 28, 28)
		put(e.head, 0, 52, size.Width, 26)
		w := min(560, size.Width)
		h := e.say.HeightFor(w)
		put(e.say, 0, 86, w, h)
		m := e.key.MinSize()
		put(e.key, 0, 86+h+20, m.Width, m.Height)
	}}, icon, e.head, e.say, e.key)
	return e
}

func (e *activityEmpty) show() {
	say := "Calls, retries, quota and cost appear here as soon as a story is made with Gemini. What is made on this computer costs nothing and is not counted."
	if !e.screen.service.Key.Set {
		say += " Gemini needs a key of your own."
	}
	e.say.SetText(say)
	visible(e.key, !e.screen.service.Key.Set)
}
