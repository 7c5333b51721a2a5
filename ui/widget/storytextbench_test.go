package widget

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// BenchmarkLightAWordOnTheProjector lights one word after the other of a page
// that fills a screen of 1920 by 1080.
func BenchmarkLightAWordOnTheProjector(b *testing.B) {
	text := NewStoryText(testFonts(b), func() TextPalette { return lightLook.text })
	page := append(append([]string{}, volcano...), volcano...)
	text.SetPage(page, spoken(page), "en")
	text.SetStyle(TextStyle{Smallest: 60, Largest: 60})
	text.Resize(fyne.NewSize(1740, 1030))
	text.draw(1776, 1066)
	var took []time.Duration
	for b.Loop() {
		for word := range text.text.Words {
			start := time.Now()
			text.SetLit(word)
			took = append(took, time.Since(start))
		}
	}
	slices.Sort(took)
	ms := func(percent int) float64 { return float64(took[len(took)*percent/100].Microseconds()) / 1000 }
	b.ReportMetric(ms(50), "ms-median")
	b.ReportMetric(ms(99), "ms-99th")
}
