package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/assets"
	"edusmart/ui/widget"
)

// newEmptyLibrary is what a library without stories shows: what to do, and
// what comes of it.
func newEmptyLibrary(nav libraryNavigator, l *widget.Loader) fyne.CanvasObject {
	tile := widget.NewGround(widget.AccentSoft, 16)
	icon := widget.NewIconView(widget.IconFile, widget.Accent, 28)
	title := widget.NewText(widget.Headline, "Drop a document here")
	say := widget.NewText(widget.Lead, "A chapter, a worksheet or your slides become a story with pictures, a voice and a quiz. "+
		"All of it is made on this computer.").SetToken(widget.Ink2).Wrap(0)
	choose := widget.NewButton(widget.Primary, "", "Choose a document", nav.chooseDocument).SetSize(widget.Large)
	sample := widget.NewButton(widget.Plain, "", "Try the sample lesson", nav.openSample).SetSize(widget.Large)
	kinds := widget.NewText(widget.SmallText, "PDF, Word, PowerPoint, e-book or text").SetToken(widget.Ink3)
	pictures := newPictureFan(l)

	inside := container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		left := min(72, size.Width*0.06)
		width := min(460, size.Width*0.46)
		tall := say.HeightFor(width)
		y := (size.Height - (64 + 24 + 38 + 10 + tall + 26 + 48 + 20 + 18)) / 2
		put(tile, left, y, 64, 64)
		put(icon, left+18, y+18, 28, 28)
		y += 64 + 24
		put(title, left, y, width, 38)
		y += 38 + 10
		put(say, left, y, width, tall)
		y += tall + 26
		put(choose, left, y, choose.MinSize().Width, 48)
		put(sample, left+choose.MinSize().Width+12, y, sample.MinSize().Width, 48)
		y += 48 + 20
		put(kinds, left, y, width, 18)
		x := left + width + 40
		put(pictures, x, 0, size.Width-x-24, size.Height)
	}), tile, icon, title, say, choose, sample, kinds, pictures)
	card := widget.NewCard(inside, 0)
	card.Depth, card.Radius, card.Outline = widget.Flat, widget.RadiusDialog, widget.Line
	return card
}

// newPictureFan shows three of the pictures that stories have, one on the
// other.
func newPictureFan(l *widget.Loader) fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, data := range assets.Pictures {
		img := widget.NewPicture(l, widget.Round(widget.RadiusPicture), func() color.Color { return widget.Color(widget.Sunken) })
		img.SetFile(l.Own(data.Name, data.Data), false)
		card := widget.NewCard(img, 0)
		card.Depth, card.Radius = widget.High, widget.RadiusPicture
		cards = append(cards, card)
	}
	return container.New(placing(func(objects []fyne.CanvasObject, size fyne.Size) {
		unit := min(size.Width/400, size.Height/360, 1)
		spots := [][4]float32{{150, 0, 264, 166}, {0, 66, 264, 166}, {104, 150, 300, 188}}
		x0, y0 := (size.Width-414*unit)/2, (size.Height-338*unit)/2
		for i, o := range objects {
			s := spots[i%len(spots)]
			put(o, x0+s[0]*unit, y0+s[1]*unit, s[2]*unit, s[3]*unit)
		}
	}), cards...)
}
