package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"edusmart/core"
	"edusmart/ui/widget"
)

func TestTheSignOfTheRailTellsHowItStandsAndLeadsToTheService(t *testing.T) {
	loader, fonts := lit(t)
	s, _ := windowShell(t, loader, fonts, widget.Look{Mode: widget.Light, LessMotion: true}, fyne.NewSize(1366, 768))
	away, only, unasked := keyed(), keyed(), keyed()
	away.Online, only.Only, unasked.Online = -1, true, 0
	for _, tt := range []struct {
		state core.ServiceState
		want  string
	}{{core.ServiceState{}, "This PC"}, {keyed(), "Online"}, {unasked, "Online"}, {away, "Offline"}, {only, "This PC"}} {
		s.update(tt.state)
		if got := s.rail.sign.Text(); got != tt.want {
			t.Errorf("%+v: the sign says %q, want %q", tt.state.Key, got, tt.want)
		}
	}
	s.update(core.ServiceState{})
	test.Tap(s.rail.sign)
	if !s.settings.get().key.field.Focused() {
		t.Error("the keyboard is not where the key goes")
	}
	if !s.settings.is(s.current) || s.settings.get().chosen != 0 {
		t.Error("the sign does not lead to the service's settings")
	}
}

func TestTheActivityIsReachedByItsKey(t *testing.T) {
	loader, fonts := lit(t)
	s, window := windowShell(t, loader, fonts, widget.Look{Mode: widget.Light, LessMotion: true}, fyne.NewSize(1366, 768))
	press := &desktop.CustomShortcut{KeyName: fyne.Key4, Modifier: fyne.KeyModifierShortcutDefault}
	window.Canvas().(fyne.Shortcutable).TypedShortcut(press)
	if !s.activity.is(s.current) {
		t.Error("Ctrl 4 does not lead to the activity")
	}
}

func TestARailTitleIsTheWordThatSaysMost(t *testing.T) {
	for title, want := range map[string]string{
		"How a volcano erupts": "Volcano", "القلب: مضخة": "القلب", "पत्ती: पौधे की रसोई": "पत्ती", "élan vital!": "Vital", "": "Story", "—": "Story",
	} {
		if got := shortTitle(title); got != want {
			t.Errorf("%q: %q, not %q", title, got, want)
		}
	}
}
