package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"edusmart/ui/widget"
)

// textBox is where the text stands on a screen of the given size: beside the
// picture, or over the whole width where there is none.
func (f *storyFull) textBox(size fyne.Size) (fyne.Position, fyne.Size) {
	x := float32(0)
	if f.face.picture.Visible() {
		x = size.Width * fullPictureShare
	}
	margin := size.Width * fullMargin
	return fyne.NewPos(x+margin, margin/2), fyne.NewSize(size.Width-x-2*margin, size.Height-margin)
}

func (f *storyFull) style(size fyne.Size) widget.TextStyle {
	return widget.TextStyle{Smallest: fullSmallest, Largest: max(fullSmallest, size.Height*fullTextSize), Easy: f.easy}
}

// splitText shares the page's sentences among as many parts as it takes to
// show them at their size.
func (f *storyFull) splitText() {
	s, p, size := f.screen, f.screen.current(), f.Size()
	if p == nil {
		f.parts, f.part, f.split = nil, 0, splitFor{}
		return
	}
	texts := make([]string, len(p.Sentences))
	for i, t := range p.Sentences {
		texts[i] = t.Text
	}
	now := splitFor{page: s.id + "/" + p.ID, size: size, easy: f.easy, text: strings.Join(texts, "\n")}
	if now == f.split {
		return
	}
	f.split, f.part = now, 0
	_, box := f.textBox(size)
	f.ruler.SetStyle(f.style(size))
	f.parts = splitSentences(len(texts), func(from, to int) bool {
		f.ruler.SetPage(texts[from:to], nil, s.language())
		return f.ruler.HeightFor(box.Width) <= box.Height
	})
}

// splitSentences gives the first sentence of each part when as many of n
// sentences as fit are put together, at least one.
func splitSentences(n int, fits func(from, to int) bool) []int {
	if n == 0 || fits(0, n) {
		return []int{0}
	}
	starts := []int{0}
	for from, to := 0, 1; to < n; to++ {
		if !fits(from, to+1) {
			from = to
			starts = append(starts, from)
		}
	}
	return starts
}

// partOf is the part that holds a sentence.
func (f *storyFull) partOf(sentence int) int {
	part := 0
	for i, first := range f.parts {
		if first <= sentence {
			part = i
		}
	}
	return part
}

// showPart shows one part of the page.
func (f *storyFull) showPart(part int) {
	if part >= len(f.parts) {
		f.face.show(0, allSentences)
		return
	}
	f.part = part
	to := allSentences
	if part+1 < len(f.parts) {
		to = f.parts[part+1]
	}
	f.face.show(f.parts[part], to)
}
