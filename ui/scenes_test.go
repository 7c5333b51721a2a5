package ui

import (
	"time"

	"edusmart/core"
	"edusmart/core/document"
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
	return []scene{
		{"create", create(keyed(), again), func(s *shell) { s.creating(3, 9, usual) }},
		{"create-cap", create(keyed(), chapter()), func(s *shell) {
			s.creating(3, 9, usage.Estimate{Low: 0.28, High: 0.36, LowTime: 3 * time.Minute, Time: 4 * time.Minute, SpentMonth: 4.81, Cap: 5})
		}},
		{"create-nokey", create(core.ServiceState{}, chapter()), func(s *shell) {
			s.creating(3, 9, usual)
			s.create.get().choices.made.chosen(0, 0)
		}},
		{"create-private", create(keyed(), private), func(s *shell) { s.creating(3, 9, usual) }},
		{"create-scan", create(keyed(), scan), func(s *shell) { s.creating(1, 14, usual) }},
		{"create-scan-nokey", create(core.ServiceState{}, scan), func(s *shell) { s.creating(1, 14, usual) }},
		{"settings", settings(tested), func(s *shell) { s.update(s.inLook(atHome())); s.openService() }},
		{"settings-nokey", settings(func(time.Time) core.ServiceState { return core.ServiceState{} }), func(s *shell) { s.update(s.inLook(atHome())); s.openService() }},
		{"settings-prices", settings(tested), func(s *shell) {
			s.update(s.inLook(atHome()))
			s.openService()
			s.settings.get().scroll.ScrollToBottom()
		}},
	}
}
