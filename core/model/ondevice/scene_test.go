package ondevice

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"

	"edusmart/core/model"
)

// leastAccepted is the share of the corpus whose subject a teacher accepts.
const leastAccepted = 0.9

func TestPicturesShowWhatTheirPageIsAbout(t *testing.T) {
	all := readings()
	if len(all) < 60 {
		t.Fatalf("%d readings, want at least 60", len(all))
	}
	g := newGlyphs(theme.DefaultEmojiFont().Content())
	good := 0
	for _, r := range all {
		for _, page := range []int{0, 3, 4, 5} {
			hero := heroOf(g, r, page)
			accept := strings.Fields(r.accept)
			switch {
			case slices.Contains(accept, hero):
				good++
			case slices.Contains(strings.Fields(r.absurd+" "+vague), hero):
				t.Errorf("%s: page %d, %q of %q shows %s", r.lang, page+1, r.page, r.story, hero)
			default:
				t.Logf("%s: page %d, %q of %q shows %q, not one of %s", r.lang, page+1, r.page, r.story, hero, r.accept)
			}
		}
	}
	if share := float64(good) / float64(4*len(all)); share < leastAccepted {
		t.Errorf("%.0f %% of the pictures fit their page, want %.0f %%", 100*share, 100*leastAccepted)
	} else {
		t.Logf("%.1f %% of %d pictures fit their page", 100*share, 4*len(all))
	}
}

func TestAnAnimalStandsWhereItsStoryPlays(t *testing.T) {
	for _, tt := range []struct{ title, page, text, want string }{
		{"Animals of the desert", "The fennec fox", "The fennec fox is the smallest fox in the world.", "desert"},
		{"Animals of the desert", "The fox in the forest", "In the forest the fox hunts mice.", "forest"},
	} {
		p := newPlan(model.Scene{StoryTitle: tt.title, PageTitle: tt.page, Text: tt.text, Page: 3, Language: "en"}, newGlyphs(theme.DefaultEmojiFont().Content()))
		if p.place.id != tt.want {
			t.Errorf("%s: in %s", tt.page, p.place.id)
		}
	}
}
