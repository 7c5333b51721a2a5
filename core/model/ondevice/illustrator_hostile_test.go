package ondevice

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"

	"edusmart/core/model"
	"edusmart/core/story"
)

func drawn(t *testing.T, s model.Scene) (model.Picture, image.Image) {
	t.Helper()
	p, err := NewIllustrator(theme.DefaultEmojiFont().Content()).Illustrate(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	img, _, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		t.Fatal(err)
	}
	return p, img
}

// A page on each setting, in a child's words.
var settings = map[string]string{
	"mountains":   "The mountain is high. Snow lies on the peak of the mountain.",
	"sea":         "A ship sails on the sea. The sailors see the ocean on all sides.",
	"underwater":  "Fish and corals live under the water of the reef.",
	"river":       "The river flows through the valley. Beavers build a dam in the river.",
	"forest":      "Deer live in the forest between the trees.",
	"jungle":      "Monkeys climb in the jungle. The rainforest is wet and warm.",
	"desert":      "Camels walk through the desert. The sand is hot.",
	"savanna":     "Lions and zebras live on the savanna.",
	"ice":         "Penguins live on the ice of Antarctica.",
	"town":        "Cars and buses drive through the city. The town has many streets.",
	"farm":        "The farmer feeds the cows on the farm.",
	"garden":      "Bees visit the flowers in the garden.",
	"underground": "Fossils and minerals lie under the ground in layers of soil.",
	"space":       "The planets turn round the Sun. A rocket flies into space.",
	"sky":         "An aeroplane flies through the sky.",
	"body":        "The heart pumps blood through the body.",
	"laboratory":  "The scientist mixes acids in the laboratory.",
	"classroom":   "The pupils read books at school. The teacher writes on the blackboard.",
	"kitchen":     "We bake bread with flour in the kitchen.",
	"ancient":     "The Greeks built temples. The Romans fought in ancient times.",
	"oldtown":     "In the Middle Ages knights and kings lived in castles.",
	"abstract":    "Hope grows when nobody looks for it.",
}

func TestAtLeastSixteenSettingsAreReachedByWords(t *testing.T) {
	il := NewIllustrator(theme.DefaultEmojiFont().Content())
	reached := map[string]bool{}
	for want, text := range settings {
		title, _, _ := strings.Cut(text, ".")
		p := newPlan(model.Scene{PageTitle: title, Text: text, Language: "en", Seed: 7}, il.glyphs())
		reached[p.place.id] = true
		if p.place.id != want {
			t.Logf("%q is drawn in %q, not in %q", text, p.place.id, want)
		}
	}
	if len(reached) < 16 {
		t.Errorf("only %d settings are reached: %v", len(reached), reached)
	}
}

// A picture has light and depth: many colours, no part of it one flat ground.
func TestPicturesAreComposedInEveryLanguage(t *testing.T) {
	for _, s := range []model.Scene{
		{PageTitle: "El río", Text: "El río baja de las montañas hasta el mar.", Language: "es"},
		{PageTitle: "القلب", Text: "القلب عضلة تضخ الدم إلى الجسم.", Language: "ar"},
		{PageTitle: "सूर्य", Text: "सूर्य एक तारा है।", Language: "hi"},
		{PageTitle: "火山", Text: "火山喷发会带来很大的危害。", Language: "zh"},
		{PageTitle: "ช้าง", Text: "ช้างเป็นสัตว์บกที่ใหญ่ที่สุด", Language: "th"},
		{PageTitle: "What Is Justice?", Text: "Fairness is not the same as equality.", Language: "en"},
		{Language: "und"},
	} {
		p, img := drawn(t, s)
		if s.PageTitle != "" && p.Alt == "" || img.Bounds().Size() != (image.Point{1024, 1024}) {
			t.Errorf("%q: description %q, %v", s.PageTitle, p.Alt, img.Bounds())
		}
		colours, most := map[color.RGBA]int{}, 0
		for y := 8; y < 1024; y += 16 {
			for x := 8; x < 1024; x += 16 {
				r, g, b, a := img.At(x, y).RGBA()
				c := color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}
				colours[c]++
				most = max(most, colours[c])
				if c.A != 255 {
					t.Fatalf("%q: something shines through", s.PageTitle)
				}
			}
		}
		if len(colours) < 100 || most > 64*64/4 {
			t.Errorf("%q: %d colours, one on %d of 4096 places", s.PageTitle, len(colours), most)
		}
	}
}

func TestAFigureIsShownWholeOnWhite(t *testing.T) {
	var buf bytes.Buffer
	if err := png.Encode(&buf, image.NewNRGBA(image.Rect(0, 0, 2400, 600))); err != nil { // all clear
		t.Fatal(err)
	}
	p, img := drawn(t, model.Scene{
		PageTitle: "Waves", Figure: &story.Figure{MIME: "image/png", Data: buf.Bytes(), Caption: "Wave height in the forest"},
	})
	if p.Fit != story.Whole || p.Source != "document" || p.Width != 1600 || p.Height != 400 || !strings.Contains(p.Alt, "Wave height in the forest") {
		t.Errorf("%q, %dx%d, %s", p.Alt, p.Width, p.Height, p.Source)
	}
	if r, g, b, _ := img.At(800, 200).RGBA(); r&g&b != 0xffff {
		t.Error("the ground is not white")
	}
}

func TestABrokenFigureIsReplacedByADrawing(t *testing.T) {
	for _, data := range []string{"", "\x89PNG\r\n\x1a\nbroken", "no picture at all"} {
		p, _ := drawn(t, model.Scene{PageTitle: "The bee", Text: "The bee flies.", Language: "en", Figure: &story.Figure{Data: []byte(data)}})
		if p.Source != "device" || p.Width != 1024 {
			t.Errorf("%q: %s, %d", data, p.Source, p.Width)
		}
	}
}
