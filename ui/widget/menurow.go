package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// menuLine is the drawing of one line.
type menuLine struct {
	item     MenuItem
	icon     *iconImage
	text     *Text
	shortcut *Text
	rule     *canvas.Rectangle
}

func newMenuRow(item MenuItem) *menuLine {
	ink, hint := Ink, Ink3
	switch {
	case item.Disabled:
		ink = Ink3
	case item.Danger:
		ink, hint = Red, Red
	}
	icon := item.Icon
	if item.Checked && icon == "" {
		icon = IconCheck
	}
	return &menuLine{
		item: item, icon: newIconImage(icon, ink), rule: canvas.NewRectangle(Color(Line)),
		text: NewText(Body, item.Text).SetToken(ink).Truncate(), shortcut: NewText(SmallText, item.Shortcut).SetToken(hint),
	}
}

// objects gives what is drawn of the line when it begins at y.
func (l *menuLine) objects(y, width, indent float32) []fyne.CanvasObject {
	if l.item.Text == "" {
		l.rule.FillColor = Color(Line)
		l.rule.Move(fyne.NewPos(2*menuInset+4, y+menuRule/2))
		l.rule.Resize(fyne.NewSize(width-4*menuInset-8, 1))
		return []fyne.CanvasObject{l.rule}
	}
	l.icon.place(menuInset+10, y, 17, menuRow, 17)
	hint := float32(0)
	if l.item.Shortcut != "" {
		hint = l.shortcut.Width()
		l.shortcut.Move(fyne.NewPos(width-menuInset-10-hint, y))
		l.shortcut.Resize(fyne.NewSize(hint, menuRow))
	}
	l.text.Move(fyne.NewPos(indent, y))
	l.text.Resize(fyne.NewSize(width-indent-menuInset-10-hint, menuRow))
	return []fyne.CanvasObject{l.icon.Image, l.text, l.shortcut}
}

type menuRenderer struct {
	m       *menu
	lit     *canvas.Rectangle
	thumb   *canvas.Rectangle // how much of a long list is in sight, and where
	rows    []*menuLine
	objects []fyne.CanvasObject
}

func (r *menuRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *menuRenderer) Destroy()                     {}

// indent is where the words begin: after the icons where there are any.
func (r *menuRenderer) indent() float32 {
	for _, row := range r.rows {
		if row.icon.icon != "" {
			return menuInset + 37
		}
	}
	return menuInset + 12
}

func (r *menuRenderer) MinSize() fyne.Size {
	width := r.m.least
	for _, row := range r.rows {
		w := r.indent() + row.text.Width() + menuInset + 16
		if row.item.Shortcut != "" {
			w += row.shortcut.Width() + 28
		}
		width = max(width, w)
	}
	return fyne.NewSize(width, r.m.rowTop(len(r.m.items))+menuInset)
}

func (r *menuRenderer) Layout(size fyne.Size) {
	r.objects = []fyne.CanvasObject{r.lit}
	for i, row := range r.rows {
		y := r.m.rowTop(i) - r.m.top
		if y+rowHeight(row.item) < 0 || y > size.Height {
			continue
		}
		r.objects = append(r.objects, row.objects(y, size.Width, r.indent())...)
	}
	r.lit.Hide()
	if i := r.m.current; i >= 0 {
		r.lit.Show()
		r.lit.FillColor, r.lit.CornerRadius = Color(AccentSoft), RadiusSmall
		r.lit.Move(fyne.NewPos(menuInset, r.m.rowTop(i)-r.m.top))
		r.lit.Resize(fyne.NewSize(size.Width-2*menuInset, menuRow))
	}
	r.placeThumb(size)
	r.objects = append(r.objects, r.thumb)
}

// placeThumb shows how much of the list is in sight, and where; nothing where
// that is all of it.
func (r *menuRenderer) placeThumb(size fyne.Size) {
	const width, inset, least = 4, 4, 24
	r.thumb.Hide()
	whole := r.m.rowTop(len(r.m.items)) + menuInset
	if whole <= size.Height+1 {
		return
	}
	track := size.Height - 2*RadiusPicture
	height := max(least, track*size.Height/whole)
	r.thumb.Show()
	r.thumb.FillColor, r.thumb.CornerRadius = Color(Edge), width/2
	r.thumb.Move(fyne.NewPos(size.Width-width-inset, RadiusPicture+(track-height)*r.m.top/(whole-size.Height)))
	r.thumb.Resize(fyne.NewSize(width, height))
}

func (r *menuRenderer) Refresh() {
	r.Layout(r.m.Size())
	for _, row := range r.rows {
		row.text.Refresh()
		row.shortcut.Refresh()
	}
	canvas.Refresh(r.m)
}
