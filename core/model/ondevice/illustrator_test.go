package ondevice_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"

	"edusmart/core/model"
	"edusmart/core/model/ondevice"
)

// waterPage is a page of a story that takes its time at a river.
func waterPage(page int) model.Scene {
	return model.Scene{
		StoryTitle: "El ciclo del agua", PageTitle: "El agua vuelve al mar", Language: "es", Page: page, Of: 8, Seed: 7,
		Text:  "Cuando la lluvia llega al suelo forma arroyos, que se juntan en ríos. Al final, los ríos llevan el agua al mar.",
		Topic: []string{"agua", "mar", "nube", "río"},
	}
}

func illustrate(t testing.TB, s model.Scene) model.Picture {
	t.Helper()
	p, err := ondevice.NewIllustrator(theme.DefaultEmojiFont().Content()).Illustrate(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestTheSameSceneGivesTheSamePicture(t *testing.T) {
	a, b := illustrate(t, waterPage(2)), illustrate(t, waterPage(2))
	if !bytes.Equal(a.Data, b.Data) || a.Alt != b.Alt {
		t.Error("the same scene gave two pictures")
	}
}

func TestPagesOfOneStoryLookDifferent(t *testing.T) {
	seen := map[string]int{}
	for page := range 8 {
		p := illustrate(t, waterPage(page))
		if other, ok := seen[string(p.Data)]; ok {
			t.Errorf("page %d looks like page %d", page, other)
		}
		seen[string(p.Data)] = page
	}
}

func TestDescriptionsAreInTheStorysLanguage(t *testing.T) {
	for _, c := range []struct{ lang, title, begins string }{
		{"en", "The whale", "Drawing: whale"},
		{"es", "La ballena", "Dibujo: ballena"},
		{"fr", "La baleine", "Dessin: baleine"},
		{"de", "Der Wal", "Zeichnung: Wal"},
		{"pt", "A baleia", "Desenho: baleia"},
		{"ar", "الحوت", "رسم: حوت"},
		{"hi", "व्हेल", "चित्र: व्हेल"},
		{"th", "วาฬ", "วาฬ"},
		{"ru", "Кит", "Кит"},
	} {
		p := illustrate(t, model.Scene{StoryTitle: c.title, PageTitle: c.title, Language: c.lang, Of: 1})
		if !strings.HasPrefix(p.Alt, c.begins) {
			t.Errorf("%s: %q, want it to begin with %q", c.lang, p.Alt, c.begins)
		}
	}
}

func TestTheCoverIsInGoodLight(t *testing.T) {
	for _, s := range []model.Scene{
		{StoryTitle: "Bees at work", PageTitle: "A town of its own", Language: "en", Text: "Fifty thousand bees live in the hive, side by side, in the dark. At night they sleep."},
		{StoryTitle: "La feuille", PageTitle: "Un souffle", Language: "fr", Text: "La nuit, la feuille respire."},
		{StoryTitle: "นก", PageTitle: "นก", Language: "th"},
	} {
		img, err := png.Decode(bytes.NewReader(illustrate(t, s).Data))
		if err != nil {
			t.Fatal(err)
		}
		// By day the middle of a picture lies between 0.45 and 0.85; by night
		// under 0.3.
		if l := middleLight(img); l < 0.4 {
			t.Errorf("the cover of %q has a light of %.2f in its middle", s.StoryTitle, l)
		}
	}
}

// middleLight is the mean luma of the middle half, 0 to 1.
func middleLight(img image.Image) float64 {
	b := img.Bounds()
	sum, n := 0.0, 0
	for y := b.Dy() / 4; y < b.Dy()*3/4; y += 4 {
		for x := b.Dx() / 4; x < b.Dx()*3/4; x += 4 {
			r, g, bl, _ := img.At(b.Min.X+x, b.Min.Y+y).RGBA()
			sum += (0.299*float64(r) + 0.587*float64(g) + 0.114*float64(bl)) / 0xFFFF
			n++
		}
	}
	return sum / float64(n)
}

func TestACancelledPictureSaysSo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := ondevice.NewIllustrator(nil).Illustrate(ctx, waterPage(1))
	if model.KindOf(err) != model.Canceled || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func BenchmarkIllustrate(b *testing.B) {
	il := ondevice.NewIllustrator(theme.DefaultEmojiFont().Content())
	page := 0
	for b.Loop() {
		if _, err := il.Illustrate(context.Background(), waterPage(page%8)); err != nil {
			b.Fatal(err)
		}
		page++
	}
}
