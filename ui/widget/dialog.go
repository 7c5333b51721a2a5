package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// DialogAction is one of a dialog's buttons.
type DialogAction struct {
	Kind ButtonKind
	Text string
	Do   func() // may be nil: the button only closes
}

// Dialog asks what cannot be undone, or shows what is read once. Everything
// else is a notice or a toast.
type Dialog struct {
	Title   string
	Text    string
	Content fyne.CanvasObject // below the text; may be nil
	Width   float32           // 0: 430
	Actions []DialogAction    // from left to right
	First   fyne.Focusable    // has the keyboard at first; nil: the first action
	// Cancel is called for Escape; nil: Escape only closes.
	Cancel func()
}

// ShowDialog shows a dialog over o's window and gives what closes it.
func ShowDialog(o fyne.CanvasObject, d Dialog) (closes func()) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return func() {}
	}
	if d.Width == 0 {
		d.Width = 430
	}
	body := &dialogBody{dialog: d, title: NewText(Title, d.Title).Wrap(2), text: NewText(Body, d.Text).SetToken(Ink2).Wrap(0)}
	over := newOverlay(c, body, nil)
	over.scrim = canvas.NewRectangle(Color(Scrim))
	body.cancel = func() {
		over.close()
		if d.Cancel != nil {
			d.Cancel()
		}
	}
	for _, a := range d.Actions {
		body.buttons = append(body.buttons, NewButton(a.Kind, "", a.Text, func() {
			over.close()
			if a.Do != nil {
				a.Do()
			}
		}))
	}
	body.ExtendBaseWidget(body)
	over.showPlaced(func(window fyne.Size) (fyne.Position, fyne.Size) {
		size := fyne.NewSize(min(d.Width, window.Width-48), 0)
		size.Height = min(body.heightFor(size.Width), window.Height-48)
		return fyne.NewPos((window.Width-size.Width)/2, (window.Height-size.Height)*0.44), size
	})
	c.SetOnTypedKey(wrapEscape(c, over, body.cancel))
	switch {
	case d.First != nil:
		c.Focus(d.First)
	case len(body.buttons) > 0:
		c.Focus(body.buttons[0])
	}
	return over.close
}

// wrapEscape makes Escape close the dialog while it is open, and keeps every
// other key from the screen below.
func wrapEscape(c fyne.Canvas, over *overlay, cancel func()) func(*fyne.KeyEvent) {
	before := c.OnTypedKey()
	over.closed = func() { c.SetOnTypedKey(before) }
	return func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			cancel()
		}
	}
}

type dialogBody struct {
	widget.BaseWidget
	dialog  Dialog
	title   *Text
	text    *Text
	buttons []*Button
	cancel  func()
}

const dialogPad = 24

func (b *dialogBody) heightFor(width float32) float32 {
	inner := width - 2*dialogPad
	h := dialogPad + b.title.HeightFor(inner)
	if b.dialog.Text != "" {
		h += 8 + b.text.HeightFor(inner)
	}
	if b.dialog.Content != nil {
		h += 16 + b.dialog.Content.MinSize().Height
	}
	if len(b.buttons) > 0 {
		h += 20 + HeightNormal
	}
	return h + dialogPad
}

// Tapped keeps a tap on the dialog from what lies below.
func (b *dialogBody) Tapped(*fyne.PointEvent) {}

// CreateRenderer implements fyne.Widget.
func (b *dialogBody) CreateRenderer() fyne.WidgetRenderer {
	back := NewCard(nil, 0)
	back.Ground, back.Depth, back.Radius = Raised, High, RadiusDialog
	objects := []fyne.CanvasObject{back, b.title, b.text}
	if b.dialog.Content != nil {
		objects = append(objects, b.dialog.Content)
	}
	for _, button := range b.buttons {
		objects = append(objects, button)
	}
	return &drawing{
		objects: fixed(objects...), layout: func(size fyne.Size) { b.layout(back, size) },
		min: func() fyne.Size { return fyne.NewSize(b.dialog.Width, b.heightFor(b.dialog.Width)) },
		refresh: func() {
			back.Refresh()
			b.title.Refresh()
			b.text.Refresh()
		},
	}
}

func (b *dialogBody) layout(back *Card, size fyne.Size) {
	back.Resize(size)
	inner, y := size.Width-2*dialogPad, float32(dialogPad)
	put := func(o fyne.CanvasObject, height float32) {
		o.Move(fyne.NewPos(dialogPad, y))
		o.Resize(fyne.NewSize(inner, height))
		y += height
	}
	put(b.title, b.title.HeightFor(inner))
	b.text.Hidden = b.dialog.Text == ""
	if b.dialog.Text != "" {
		y += 8
		put(b.text, b.text.HeightFor(inner))
	}
	if b.dialog.Content != nil {
		y += 16
		room := size.Height - y - dialogPad
		if len(b.buttons) > 0 {
			room -= HeightNormal + 20
		}
		put(b.dialog.Content, room)
	}
	x := size.Width - dialogPad
	for i := len(b.buttons) - 1; i >= 0; i-- {
		needs := b.buttons[i].MinSize()
		x -= needs.Width
		b.buttons[i].Move(fyne.NewPos(x, size.Height-dialogPad-needs.Height))
		b.buttons[i].Resize(needs)
		x -= 8
	}
}
