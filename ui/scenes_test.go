package ui

import (
	"time"

	"edusmart/core"
	"edusmart/core/document"
	"edusmart/core/player"
	"edusmart/core/story"
	"edusmart/core/usage"
)

// usual is what a story may cost.
var usual = usage.Estimate{Low: 0.31, High: 0.31, LowTime: 3 * time.Minute, Time: 4 * time.Minute, SpentMonth: 1.83, Cap: 5}

// creating shows the create screen over a core that only answers.
func (s *shell) creating(from, to int, e usage.Estimate) {
	latest := s.create.latest
	s.create = newDeferred(func() *createScreen { return newCreateScreen(&calls{estimate: e}, s) })
	for _, event := range latest {
		s.create.update(event)
	}
	state := s.inLook(atHome())
	state.Settings.Makers = map[story.PartKind]story.Maker{story.Voice: story.Device}
	s.update(state)
	s.newStory()
	s.create.get().setRange(from, to)
}

// ten is the moment of the look's picture.
var ten = time.Date(2026, 11, 23, 14, 10, 0, 0, time.Local)

// busy shows the activity screen.
func (s *shell) busy(u core.UsageState) {
	s.update(s.inLook(atHome()))
	a := s.activity.get()
	a.now = func() time.Time { return ten }
	s.update(keyed())
	s.update(core.LibraryState{Loaded: true, Cards: []core.Card{{ID: "volcano-1", Title: "How a volcano erupts"}, {ID: "river-1", Title: "The journey of a river"}}})
	s.update(u)
	s.goTo(a)
}

// priceTable is the table of prices.
var priceTable = core.Prices{
	Date: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC), File: "~/.config/edusmart/prices.json",
	Models: []core.Price{
		{Role: story.Text, Model: "gemini-2.5-flash-lite", In: 0.1, Out: 0.4},
		{Role: story.Text, Model: "gemini-3.5-flash-lite", In: 0.3, Out: 2.5},
		{Role: story.Picture, Model: "gemini-nano-banana-2.1", In: 1.5, Each: 0.0336},
		{Role: story.Voice, Model: "gemini-3.8-flash-lite-tts", In: 0.5, Out: 6, Each: 0.009},
	},
}

// lesson shows the volcano story in front of a class, all pages passed.
func (s *shell) lesson(dir string, then func(st *storyScreen)) {
	ready := core.StoryState{ID: "volcano-1", Story: volcano()}
	for i := range ready.Story.Pages {
		ready.Story.Pages[i].Passed = true
	}
	p := &ready.Story.Pages[3]
	p.Stops = []story.Stop{{After: 2, Question: "What do you think happens to the ash in the sky?", Answer: "It falls as fine dust, often far away. Page 6 shows it."}}
	p.Notes = "Show the pumice stone now and pass it round. Word to explain: eruption, from Latin “to burst out”."
	s.reading(keyed(), painted(dir, ready))
	st := s.story.get()
	st.nav = s
	st.lesson.now = func() time.Time { return ten }
	st.goToStep(stepTeach)
	then(st)
}

// teaching is a lesson in its course, with a second window.
func teaching(then func(st *storyScreen)) func(s *shell, dir string) {
	return func(s *shell, dir string) {
		s.lesson(dir, func(st *storyScreen) {
			st.lesson.begin(false)
			st.lesson.started = ten.Add(-130 * time.Second)
			then(st)
			st.show()
		})
	}
}

// painted gives a story's pages pictures, but those without one.
func painted(dir string, s core.StoryState) core.StoryState {
	s.Dir = dir
	for i := range s.Story.Pages {
		if cellOf(s.Board()[i], story.Picture).State.Ended() {
			s.Story.Pages[i].Picture = paint(dir, i)
		}
	}
	return s
}

// reading shows the story screen, in the middle of page 4.
func (s *shell) reading(states ...core.Event) {
	latest := s.story.latest
	c := &calls{}
	loader, fonts := s.story.get().loader, s.story.get().fonts
	s.story = newDeferred(func() *storyScreen { return newStoryScreen(c, paths{c}, loader, fonts) })
	s.open = "volcano-1"
	s.story.get().open("volcano-1")
	for _, e := range latest {
		s.update(e)
	}
	s.update(s.inLook(atHome()))
	for _, e := range states {
		s.update(e)
	}
	s.update(playingAt(3, 7*time.Second))
	s.goTo(s.story.get())
}

// many is the story in its making with more trouble than there is room for.
func many(now time.Time, dir string) core.StoryState {
	s := painted(dir, making(now))
	s.Job.Rows[5].Picture = core.Cell{State: core.CellWaiting, Until: now.Add(25 * time.Second), Attempt: 1, Of: 6, Reason: "Gemini takes no more this minute. The other pages go on."}
	s.Job.Rows[5].Voice.Reason = "The day’s quota of Gemini’s voice is used up."
	s.Job.Rows[2].Picture = core.Cell{State: core.CellFailed, Reason: "No picture came back.", Attempt: 3, Of: 3}
	return s
}

// withGap is the finished story without the voice of page 7.
func withGap(dir string) core.StoryState {
	s := core.StoryState{ID: "volcano-1", Story: volcano()}
	s.Story.Pages[6].Parts.Voice = story.Part{State: story.Failed, Reason: "No sound came back."}
	return painted(dir, s)
}

// restful is a service whose voice rests.
func restful(now time.Time) core.ServiceState {
	s := keyed()
	s.Roles[2].Until, s.Roles[2].Why = now.Add(21*time.Second), "Gemini is busy."
	return s
}

// scenes are the pictures of the gallery.
func scenes() []scene {
	settings := func(service func(now time.Time) core.ServiceState) func(time.Time, string) []core.Event {
		return func(now time.Time, _ string) []core.Event {
			return []core.Event{service(now), spent(now)}
		}
	}
	create := func(service core.ServiceState, d core.DocumentState) func(time.Time, string) []core.Event {
		return func(time.Time, string) []core.Event { return []core.Event{service, d} }
	}
	private, scan, again := chapter(), chapter(), chapter()
	private.Private, private.PrivatePages = "This document seems to hold pupils’ names.", []int{3, 5}
	scan.Scanned, scan.Name, scan.Info = true, "scan.pdf", &document.Info{Name: "scan.pdf", SHA256: "bb", Language: "und", Pages: 14, Words: make([]int, 14)}
	again.Same = []core.Card{{ID: "old-1", Created: time.Now().AddDate(0, 0, -11)}}
	nothing := func(time.Time, string) []core.Event { return nil }
	return append(append(reviewScenes(), libraryScenes()...), []scene{
		{"create", create(keyed(), again), func(s *shell, dir string) { s.creating(3, 9, usual) }},
		{"create-cap", create(keyed(), chapter()), func(s *shell, dir string) {
			s.creating(3, 9, usage.Estimate{Low: 0.28, High: 0.36, LowTime: 3 * time.Minute, Time: 4 * time.Minute, SpentMonth: 4.81, Cap: 5})
		}},
		{"create-nokey", create(core.ServiceState{}, chapter()), func(s *shell, dir string) {
			s.creating(3, 9, usual)
			s.create.get().choices.made.chosen(0, 0)
		}},
		{"create-private", create(keyed(), private), func(s *shell, dir string) { s.creating(3, 9, usual) }},
		{"create-scan", create(keyed(), scan), func(s *shell, dir string) { s.creating(1, 14, usual) }},
		{"create-scan-nokey", create(core.ServiceState{}, scan), func(s *shell, dir string) { s.creating(1, 14, usual) }},
		{"making", nothing, func(s *shell, dir string) { s.reading(keyed(), painted(dir, making(time.Now()))) }},
		{"making-many", nothing, func(s *shell, dir string) { s.reading(keyed(), many(time.Now(), dir)) }},
		{"making-rest", nothing, func(s *shell, dir string) { s.reading(painted(dir, making(time.Now())), restful(time.Now())) }},
		{"making-retry", nothing, func(s *shell, dir string) {
			s.reading(painted(dir, making(time.Now())), restful(time.Now()))
			s.story.get().closeRest()
			rows := s.story.get().board.rows // a low window has room for one
			s.window.Canvas().Focus(rows[len(rows)-1].buttons[0])
		}},
		{"story-gap", nothing, func(s *shell, dir string) { s.reading(keyed(), withGap(dir)) }},
		{"levels", nothing, func(s *shell, dir string) { s.reading(keyed(), painted(dir, levelled())) }},
		{"levels-dialog", nothing, func(s *shell, dir string) {
			s.reading(keyed(), painted(dir, levelled()))
			showVariants(s.story.get())
		}},
		{"levels-dialog-nokey", nothing, func(s *shell, dir string) {
			ready := levelled()
			ready.Story.Also, ready.Story.Levels, ready.Story.Options.Writer = "", nil, story.Device
			s.reading(core.ServiceState{}, painted(dir, ready))
			showVariants(s.story.get())
		}},
		{"levels-typing", nothing, func(s *shell, dir string) {
			s.reading(keyed(), painted(dir, levelled()))
			showTyping(s.story.get())
		}},
		{"teach-levels", nothing, teaching(func(st *storyScreen) {
			st.state = painted(st.state.Dir, levelled())
			st.playback.AlsoWord = 3
			st.playback.Word = -1
		})},
		{"present-levels", nothing, teaching(func(st *storyScreen) {
			st.state = painted(st.state.Dir, levelled())
			st.playback.AlsoWord, st.playback.Word, st.playback.Sentence = 2, -1, 0
			st.lesson.swap()
		})},
		{"teach-before", nothing, func(s *shell, dir string) { s.lesson(dir, func(*storyScreen) {}) }},
		{"teach", nothing, teaching(func(*storyScreen) {})},
		{"teach-draft", nothing, teaching(func(st *storyScreen) { st.state.Story.Pages[3].Passed = false })},
		{"teach-pages", nothing, teaching(func(st *storyScreen) { st.lesson.lay(overPages) })},
		{"teach-keys", nothing, teaching(func(st *storyScreen) { st.lesson.lay(overKeys) })},
		{"teach-words", nothing, teaching(func(st *storyScreen) { st.lesson.lay(overWords) })},
		{"present", nothing, teaching(func(st *storyScreen) { st.lesson.swap() })},
		{"present-stop", nothing, teaching(func(st *storyScreen) {
			st.playback.Status, st.playback.Hold, st.playback.Sentence = player.Paused, player.HoldStop, 2
			st.lesson.swap()
		})},
		{"present-word", nothing, teaching(func(st *storyScreen) { st.lesson.showTerm(0); st.lesson.swap() })},
		{"present-draft", nothing, teaching(func(st *storyScreen) { st.state.Story.Pages[3].Passed = false; st.lesson.swap() })},
		{"quiz", nothing, teaching(func(st *storyScreen) {
			st.goToStep(stepQuiz)
			for i, n := range []int{4, 17, 3, 2} {
				st.room.count.set(i, n)
			}
		})},
		{"quiz-answer", nothing, teaching(func(st *storyScreen) {
			st.goToStep(stepQuiz)
			for i, n := range []int{4, 17, 3, 2} {
				st.room.count.set(i, n)
			}
			st.room.goOn()
		})},
		{"quiz-page", nothing, teaching(func(st *storyScreen) { st.goToStep(stepQuiz); st.room.goOn(); st.room.toggleAside() })},
		{"quiz-projector", nothing, teaching(func(st *storyScreen) {
			st.goToStep(stepQuiz)
			for i, n := range []int{3, 19, 2, 4} {
				st.room.count.set(i, n)
			}
			st.room.goOn()
			st.lesson.swap()
		})},
		{"activity", nothing, func(s *shell, dir string) { s.busy(spent(ten)); s.goTo(s.activity.get()) }},
		{"activity-month", nothing, func(s *shell, dir string) {
			u := spent(ten)
			u.Month.Cost, u.Near = 4.31, true
			s.busy(u)
			s.activity.get().period.OnChanged(1)
			s.activity.get().period.Select(1)
			s.activity.get().tables.other.OnTapped()
		}},
		{"activity-log", nothing, func(s *shell, dir string) { s.busy(spent(ten)); s.activity.get().showLog(true) }},
		{"activity-empty", nothing, func(s *shell, dir string) { s.busy(core.UsageState{}) }},
		{"settings", settings(tested), func(s *shell, dir string) { s.update(s.inLook(atHome())); s.openService() }},
		{"settings-nokey", settings(func(time.Time) core.ServiceState { return core.ServiceState{} }), func(s *shell, dir string) { s.update(s.inLook(atHome())); s.openService() }},
		{"settings-projector", settings(tested), func(s *shell, dir string) {
			state := s.inLook(atHome())
			state.Settings.Room, state.Settings.RoomDepth, state.Settings.ScreenHeight = 5.33, 8, 1.5
			s.update(state)
			s.openService()
			s.settings.get().choose(2)
		}},
		{"settings-prices", settings(tested), func(s *shell, dir string) {
			latest, c := s.settings.latest, &calls{prices: priceTable}
			s.settings = newDeferred(func() *settingsScreen { return newSettingsScreen(c, core.Places{}) })
			for _, e := range latest {
				s.settings.update(e)
			}
			s.update(s.inLook(atHome()))
			s.openService()
			s.settings.get().scroll.ScrollToBottom()
		}},
	}...)
}
