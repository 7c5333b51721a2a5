package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// revealMargin is kept between what is brought into sight and the edge of what
// it is scrolled in, in pixels: the ring of the focus has room there.
const revealMargin = 12

// reveal scrolls what takes the keyboard into sight: the toolkit leaves it
// where it is. It looks through what scrolls in the windows, and into cards.
func reveal(is func(fyne.CanvasObject) bool) {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if revealIn(w.Canvas().Content(), is) {
			return
		}
	}
}

// revealIn looks for what is to be revealed below o, and reports whether it
// was there. Nothing else than containers, scrolls and cards is looked into.
func revealIn(o fyne.CanvasObject, is func(fyne.CanvasObject) bool) bool {
	if o == nil || !o.Visible() {
		return false
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			if is(child) || revealIn(child, is) {
				return true
			}
		}
	case *Card:
		return revealIn(o.Content, is)
	case *container.Scroll:
		if found := findIn(o.Content, is); found != nil {
			scrollTo(o, found)
			return true
		}
	}
	return false
}

// findIn gives what is looked for below o; nil where it is not there.
func findIn(o fyne.CanvasObject, is func(fyne.CanvasObject) bool) fyne.CanvasObject {
	if o == nil || !o.Visible() {
		return nil
	}
	if is(o) {
		return o
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			if found := findIn(child, is); found != nil {
				return found
			}
		}
	case *Card:
		return findIn(o.Content, is)
	case *container.Scroll:
		return findIn(o.Content, is)
	}
	return nil
}

// scrollTo moves a scroll by as little as brings o into sight.
func scrollTo(scroll *container.Scroll, o fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	top := at(o).Y - at(scroll).Y
	bottom := top + o.Size().Height
	offset := scroll.Offset
	switch {
	case bottom > scroll.Size().Height-revealMargin:
		offset.Y += bottom - scroll.Size().Height + revealMargin
	case top < revealMargin:
		offset.Y += top - revealMargin
	default:
		return
	}
	offset.Y = max(0, min(offset.Y, scroll.Content.Size().Height-scroll.Size().Height))
	scroll.ScrollToOffset(offset)
}
