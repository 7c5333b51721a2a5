// Emptywindow is the smallest Fyne program with a window: what the start of
// EduSmart is measured against.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := app.NewWithID("app.edusmart.EmptyWindow")
	w := a.NewWindow("EduSmart")
	w.SetContent(widget.NewLabel("empty"))
	w.Resize(fyne.NewSize(1366, 768))
	w.ShowAndRun()
}
