package ui

import "testing"

func TestARailTitleIsTheWordThatSaysMost(t *testing.T) {
	for title, want := range map[string]string{
		"How a volcano erupts": "Volcano", "القلب: مضخة": "القلب", "पत्ती: पौधे की रसोई": "पत्ती", "élan vital!": "Vital", "": "Story", "—": "Story",
	} {
		if got := shortTitle(title); got != want {
			t.Errorf("%q: %q, not %q", title, got, want)
		}
	}
}
