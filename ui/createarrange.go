package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// arrangement is a layout given as two functions, for the screens' own
// arrangements.
type arrangement struct {
	place func(size fyne.Size)
	least func() fyne.Size
}

// Layout is for Fyne.
func (a *arrangement) Layout(_ []fyne.CanvasObject, size fyne.Size) { a.place(size) }

// MinSize is for Fyne.
func (a *arrangement) MinSize([]fyne.CanvasObject) fyne.Size {
	if a.least == nil {
		return fyne.NewSize(0, 0)
	}
	return a.least()
}

// put places an object.
func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(0, w), max(0, h)))
}

// visible shows or hides an object.
func visible(o fyne.CanvasObject, on bool) {
	if on == o.Visible() {
		return
	}
	if !on {
		o.Hide()
		return
	}
	o.Show()
	drawFirst(o)
}

// drawFirst has an object drawn that was never drawn before. The toolkit does
// not know which window such a one is in, and does not draw a window again
// because it is shown.
func drawFirst(o fyne.CanvasObject) {
	d := fyne.CurrentApp().Driver()
	if d.CanvasForObject(o) != nil {
		return
	}
	for _, w := range d.AllWindows() {
		w.Canvas().Refresh(o)
	}
}

// arrange places what a container holds once more. What has changed in itself
// has said so: nothing is drawn anew that stays where it is, as it would be by
// the container's Refresh.
func arrange(c *fyne.Container) { c.Layout.Layout(c.Objects, c.Size()) }

// row puts objects side by side at their least size, on one middle line.
func row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	least := func() fyne.Size {
		var size fyne.Size
		for i, o := range objects {
			m := o.MinSize()
			size.Width += m.Width
			if i > 0 {
				size.Width += gap
			}
			size.Height = max(size.Height, m.Height)
		}
		return size
	}
	place := func(size fyne.Size) {
		var x float32
		for _, o := range objects {
			m := o.MinSize()
			put(o, x, (size.Height-m.Height)/2, m.Width, m.Height)
			x += m.Width + gap
		}
	}
	return container.New(&arrangement{place, least}, objects...)
}

// stack puts objects under each other at its whole width; texts that wrap get
// the height that they need at it.
type stack struct {
	gap   float32
	width float32 // at which it was placed last, or is going to be
}

// column makes a stack that is going to be as wide as width says; 0: as wide
// as what stands in it.
func column(width, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&stack{gap: gap, width: width}, objects...)
}

// Layout is for Fyne.
func (s *stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width
	s.walk(objects, size.Width, func(o fyne.CanvasObject, y, h float32) { put(o, 0, y, size.Width, h) })
}

// MinSize is for Fyne.
func (s *stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var natural float32
	for _, o := range objects {
		if o.Visible() {
			natural = max(natural, o.MinSize().Width)
		}
	}
	return fyne.NewSize(natural, s.walk(objects, max(s.width, natural), nil))
}

// walk goes through what is visible and returns the height of all.
func (s *stack) walk(objects []fyne.CanvasObject, width float32, each func(o fyne.CanvasObject, y, h float32)) float32 {
	var y float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if y > 0 {
			y += s.gap
		}
		h := heightAt(o, width)
		if each != nil {
			each(o, y, h)
		}
		y += h
	}
	return y
}

// heightAt is the height that an object needs at a width.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	if t, ok := o.(interface{ HeightFor(width float32) float32 }); ok && width > 0 {
		return t.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if p, ok := c.Layout.(*inset); ok {
			return p.heightAt(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

// inset keeps a distance round one object.
type inset struct{ left, top, right, bottom float32 }

// padded keeps a distance at the left, above and below, and 16 at the right.
func padded(left, top, bottom float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&inset{left, top, 16, bottom}, o)
}

func (p *inset) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	return p.top + heightAt(objects[0], width-p.left-p.right) + p.bottom
}

// Layout is for Fyne.
func (p *inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], p.left, p.top, size.Width-p.left-p.right, size.Height-p.top-p.bottom)
}

// MinSize is for Fyne.
func (p *inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(p.left+p.right, p.top+p.bottom)
}

// centred keeps an object at its least size in the middle.
func centred(o fyne.CanvasObject) *fyne.Container {
	place := func(size fyne.Size) {
		m := o.MinSize()
		put(o, (size.Width-m.Width)/2, (size.Height-m.Height)/2, m.Width, m.Height)
	}
	return container.New(&arrangement{place, o.MinSize}, o)
}

// fixedWidth gives an object a width that its content does not change.
func fixedWidth(w float32, o fyne.CanvasObject) *fyne.Container {
	least := func() fyne.Size { return fyne.NewSize(w, o.MinSize().Height) }
	return container.New(&arrangement{func(size fyne.Size) { put(o, 0, 0, size.Width, size.Height) }, least}, o)
}

// space is an empty height.
func space(height float32) *fyne.Container {
	return container.New(&arrangement{func(fyne.Size) {}, func() fyne.Size { return fyne.NewSize(0, height) }})
}
