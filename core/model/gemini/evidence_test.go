package gemini

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"edusmart/core/story"
)

func evidenceDocument() *story.Document {
	return &story.Document{Language: "en", Pages: 4, From: 1, To: 4, Blocks: []story.Block{
		{Kind: story.Heading, Text: "Volcanoes", Page: 1},
		{Kind: story.Paragraph, Text: "A volcano is an opening in the Earth’s crust. Melted rock – called “magma” – rises through it! Ash falls far away.", Page: 1},
		{Kind: story.Paragraph, Text: "Ash falls far away.", Page: 3},
		{Kind: story.Paragraph, Text: "火山喷出的岩浆冷却以后变成岩石。火山灰让土地变得肥沃。", Page: 4},
		{Kind: story.Paragraph, Text: "  The Straße to the İstanbul crater is closed in winter because of heavy snow.  ", Page: 4},
	}}
}

func TestQuotesAreFoundWhereTheyStand(t *testing.T) {
	doc := evidenceDocument()
	x := newIndex(doc)
	for name, tt := range map[string]struct {
		quote string
		page  int
		want  string // as it stands; "": nowhere
		block int
	}{
		"as it stands":             {"A volcano is an opening in the Earth’s crust.", 1, "A volcano is an opening in the Earth’s crust.", 1},
		"other marks and spaces":   {"\"a  VOLCANO is an opening in\nthe Earth's crust\"", 1, "A volcano is an opening in the Earth’s crust.", 1},
		"other dashes":             {`Melted rock - called "magma" - rises through it`, 1, "Melted rock – called “magma” – rises through it!", 1},
		"on the page that is said": {"Ash falls far away.", 3, "Ash falls far away.", 2},
		"on the first otherwise":   {"Ash falls far away.", 9, "Ash falls far away.", 1},
		"across sentences":         {"the Earth’s crust. Melted rock", 1, "the Earth’s crust. Melted rock", 1},
		"a word left out":          {"Melted rock, called magma, rises through it.", 1, "Melted rock – called “magma” – rises through it!", 1},
		"a word put in":            {"A volcano is an opening in the Earth’s hard crust", 1, "A volcano is an opening in the Earth’s crust.", 1},
		"another script":           {"火山灰让土地变得肥沃", 4, "火山灰让土地变得肥沃。", 3},
		"nearly, in that script":   {"火山喷出的岩浆冷却后变成了岩石", 4, "火山喷出的岩浆冷却以后变成岩石。", 3},
		"letters that change size": {"the strasse to the istanbul crater is closed in winter because of heavy snow", 4, "The Straße to the İstanbul crater is closed in winter because of heavy snow.", 4},
		"made up":                  {"Dinosaurs died because a meteorite struck the Earth.", 1, "", 0},
		"too short to be found":    {"far", 1, "", 0},
		"nothing":                  {"", 1, "", 0},
	} {
		place, ok := x.find(tt.quote, tt.page)
		if !ok {
			if tt.want != "" {
				t.Errorf("%s: not found", name)
			}
			continue
		}
		if got := doc.Blocks[place.Block].Text[place.From:place.To]; got != tt.want || place.Block != tt.block {
			t.Errorf("%s: %q in block %d, want %q in %d", name, got, place.Block, tt.want, tt.block)
		}
	}
}

// Wherever a quote is found, what is found is a piece of its block.
func FuzzFind(f *testing.F) {
	f.Add("Ash falls far away.", "Ash falls far away. And more.")
	f.Add("İİİİİİİİ", "x İİİİİİİİ y")
	f.Add("\u00adsoft\u00ad hyphens", "soft hyphens\u00ad")
	f.Fuzz(func(t *testing.T, quote, text string) {
		if !utf8.ValidString(text) || !utf8.ValidString(quote) {
			return
		}
		x := newIndex(&story.Document{Blocks: []story.Block{{Text: text, Page: 1}}})
		if p, ok := x.find(quote, 1); ok {
			if p.From < 0 || p.From >= p.To || p.To > len(text) || !utf8.ValidString(text[p.From:p.To]) {
				t.Errorf("%+v of %q", p, text)
			}
		}
	})
}

func TestCrammedSentencesAreSplit(t *testing.T) {
	for text, want := range map[string][]string{
		"Water rises. It cools! Does it fall?":        {"Water rises.", "It cools!", "Does it fall?"},
		"Dr. Smith went home. J. Brown stayed there.": {"Dr. Smith went home.", "J. Brown stayed there."},
		"It weighs 3.5 kg. That is a lot.":            {"It weighs 3.5 kg.", "That is a lot."},
		"The U.S. Navy sailed away.":                  {"The U.S. Navy sailed away."},
		"Plants need light. Yes.":                     {"Plants need light. Yes."},
		"水变成云。云变成雨水落下来了。":                             {"水变成云。", "云变成雨水落下来了。"},
		"पानी ऊपर उठता है। वह ठंडा हो जाता है।": {"पानी ऊपर उठता है।", "वह ठंडा हो जाता है।"},
		"":       nil,
		"no end": {"no end"},
	} {
		if got := splitSentences(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestTextsAreCleaned(t *testing.T) {
	for text, want := range map[string]string{
		" a\tb\n\nc ": "a b c", "**bold** a*b": "bold a*b", "x\x00\x1by": "xy", "a\u202eb\u2066c": "abc", "bad\xffutf": "badutf",
		"ق\u200cل": "ق\u200cل", // a mark that some scripts need stays
	} {
		if got := clean(text, 100); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	long := clean(strings.Repeat("word ", 100), 52)
	if utf8.RuneCountInString(long) > 52 || !strings.HasSuffix(long, "word…") {
		t.Errorf("%q", long)
	}
}
