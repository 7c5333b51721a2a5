package ui

import (
	"time"

	"edusmart/core"
)

// scenes are the pictures of the gallery.
func scenes() []scene {
	settings := func(service func(now time.Time) core.ServiceState) func(time.Time, string) []core.Event {
		return func(now time.Time, _ string) []core.Event {
			return []core.Event{service(now), spent(now)}
		}
	}
	return []scene{
		{"settings", settings(tested), func(s *shell) { s.update(s.inLook(atHome())); s.openService() }},
		{"settings-nokey", settings(func(time.Time) core.ServiceState { return core.ServiceState{} }), func(s *shell) { s.update(s.inLook(atHome())); s.openService() }},
		{"settings-prices", settings(tested), func(s *shell) {
			s.update(s.inLook(atHome()))
			s.openService()
			s.settings.get().scroll.ScrollToBottom()
		}},
	}
}
