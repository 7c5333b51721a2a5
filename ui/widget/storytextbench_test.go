package widget

import (
	"slices"
	"testing"
	"time"

	"edusmart/core/typeset"

	"fyne.io/fyne/v2"
)

// BenchmarkLightAWordOnTheProjector lights one word after the other of a page
// that fills a screen of 1920 by 1080, in one language and in two.
func BenchmarkLightAWordOnTheProjector(b *testing.B) {
	page := append(append([]string{}, volcano...), volcano...)
	other := []string{"Cerca de la cima las burbujas de gas estallan.", "La ceniza y la roca suben al cielo.", "Es una erupción."}
	other = append(append([]string{}, other...), other...)
	first := typeset.Text{Sentences: page, Words: rangesOf(page), Language: "en"}
	for name, second := range map[string]typeset.Text{"one": {}, "two": {Sentences: other, Words: rangesOf(other), Language: "es"}} {
		b.Run(name, func(b *testing.B) {
			text := NewStoryText(testFonts(b), func() TextPalette { return lightLook.text })
			text.SetPair(first, second)
			text.SetStyle(TextStyle{Smallest: 50, Largest: 50})
			text.Resize(fyne.NewSize(1740, 1030))
			text.draw(1776, 1066)
			var took []time.Duration
			light := func(set func(int), words int) {
				for word := range words {
					start := time.Now()
					set(word)
					took = append(took, time.Since(start))
				}
				set(-1)
			}
			for b.Loop() {
				light(text.SetLit, len(first.Words))
				light(text.SetSecondLit, len(second.Words))
			}
			slices.Sort(took)
			ms := func(percent int) float64 { return float64(took[len(took)*percent/100].Microseconds()) / 1000 }
			b.ReportMetric(ms(50), "ms-median")
			b.ReportMetric(ms(99), "ms-99th")
		})
	}
}

// BenchmarkTurnAPageOnTheProjector sets and paints a page anew.
func BenchmarkTurnAPageOnTheProjector(b *testing.B) {
	other := []string{"Cerca de la cima las burbujas de gas estallan.", "La ceniza y la roca suben al cielo.", "Es una erupción."}
	first := typeset.Text{Sentences: volcano, Words: rangesOf(volcano), Language: "en"}
	for name, second := range map[string]typeset.Text{"one": {}, "two": {Sentences: other, Words: rangesOf(other), Language: "es"}} {
		b.Run(name, func(b *testing.B) {
			text := NewStoryText(testFonts(b), func() TextPalette { return lightLook.text })
			text.SetStyle(TextStyle{Smallest: 26, Largest: 65})
			text.Resize(fyne.NewSize(880, 1030))
			for b.Loop() {
				text.SetPair(first, second)
				text.draw(916, 1066)
				text.SetPair(typeset.Text{}, typeset.Text{})
			}
		})
	}
}
