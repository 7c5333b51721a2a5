// Emptywindow is the smallest Fyne program with a window: what the start of
// EduSmart and its page turns are measured against. With "page" and a size in
// pixels as its arguments it shows a picture and a text, both as pictures drawn
// before, of which a key shows two others.
package main

import (
	"image"
	"image/color"
	"os"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	const id = "app.edusmart.EmptyWindow"
	app.SetMetadata(fyne.AppMetadata{ID: id, Migrations: map[string]bool{"fyneDo": true}}) // as EduSmart has it
	a := app.NewWithID(id)
	w := a.NewWindow("EduSmart")
	if len(os.Args) == 4 && os.Args[1] == "page" {
		showPage(w, number(os.Args[2]), number(os.Args[3]))
	} else {
		w.SetContent(widget.NewLabel("empty"))
		w.Resize(fyne.NewSize(1366, 768))
	}
	w.ShowAndRun()
}

func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		panic(err)
	}
	return n
}

// showPage turns between two pages whose pictures the graphics system has
// already: nothing is decoded, set or laid out.
func showPage(w fyne.Window, width, height int) {
	var pages [2]*fyne.Container
	for i := range pages {
		picture := drawn(0, 0, width/2, height, uint8(100*i))
		text := drawn(width/2, 0, width-width/2, height, uint8(100*i+50))
		pages[i] = container.NewWithoutLayout(picture, text)
	}
	pages[1].Hide()
	w.SetPadded(false)
	w.SetContent(container.NewWithoutLayout(pages[0], pages[1]))
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) {
		shown := 0
		if pages[1].Visible() {
			shown = 1
		}
		pages[shown].Hide()
		pages[1-shown].Show()
	})
	w.Resize(fyne.NewSize(float32(width), float32(height)))
	w.SetFullScreen(true)
}

// drawn is a picture as large as its place in pixels, so that it need not be
// scaled.
func drawn(x, y, width, height int, tint uint8) *canvas.Image {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for py := range height {
		for px := range width {
			img.SetNRGBA(px, py, color.NRGBA{R: uint8(px) + tint, G: uint8(py), B: tint, A: 0xFF})
		}
	}
	c := canvas.NewImageFromImage(img)
	c.ScaleMode = canvas.ImageScaleFastest
	c.Move(fyne.NewPos(float32(x), float32(y)))
	c.Resize(fyne.NewSize(float32(width), float32(height)))
	return c
}
