package ui

import "fyne.io/fyne/v2"

// tall is an arrangement whose height follows from its width.
type tall struct {
	place  func(size fyne.Size)
	height func(width float32) float32
	width  float32
}

// Layout is for Fyne.
func (t *tall) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	t.width = size.Width
	t.place(size)
}

// MinSize is for Fyne.
func (t *tall) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, t.height(max(t.width, 200)))
}
