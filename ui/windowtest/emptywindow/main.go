// Emptywindow is the smallest Fyne program with a window: what the start of
// EduSmart and its page turns are measured against. Its argument "square" fills
// the screen's width and has a key change one small square.
package main

import (
	"image/color"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := app.NewWithID("app.edusmart.EmptyWindow")
	w := a.NewWindow("EduSmart")
	if len(os.Args) > 1 && os.Args[1] == "square" {
		showSquare(w)
	} else {
		w.SetContent(widget.NewLabel("empty"))
		w.Resize(fyne.NewSize(1366, 768))
	}
	w.ShowAndRun()
}

func showSquare(w fyne.Window) {
	square := canvas.NewRectangle(color.White)
	square.Move(fyne.NewPos(900, 540))
	square.Resize(fyne.NewSize(120, 120))
	w.SetPadded(false)
	w.SetContent(container.NewWithoutLayout(square))
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) {
		if square.FillColor == color.White {
			square.FillColor = color.Black
		} else {
			square.FillColor = color.White
		}
		square.Refresh()
	})
	w.Resize(fyne.NewSize(1920, 1080))
	w.SetFullScreen(true)
}
