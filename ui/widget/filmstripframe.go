package widget

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// frameRenderer draws one page of a Filmstrip.
type frameRenderer struct {
	f                   *filmFrame
	back, frame, accent *canvas.Rectangle
	icon, mark          *iconImage
	number, title       *Text
}

func newFrameRenderer(f *filmFrame) *frameRenderer {
	return &frameRenderer{
		f: f, back: canvas.NewRectangle(nil), frame: canvas.NewRectangle(nil), accent: canvas.NewRectangle(nil),
		icon: newIconImage("", Ink3), mark: newIconImage("", Ink3),
		number: NewText(Caption, strconv.Itoa(f.index+1)), title: NewText(Caption, "").Truncate(),
	}
}

const filmMark = 14

func (r *frameRenderer) Layout(size fyne.Size) {
	h := r.f.strip.pictureHeight()
	picture := fyne.NewSize(size.Width, h)
	for _, o := range []fyne.CanvasObject{r.back, r.f.picture} {
		o.Resize(picture)
	}
	r.frame.Move(fyne.NewPos(-4, -4))
	r.frame.Resize(picture.AddWidthHeight(8, 8))
	middle := func(o fyne.CanvasObject, side float32) {
		o.Resize(fyne.NewSquareSize(side))
		o.Move(fyne.NewPos((size.Width-side)/2, (h-side)/2))
	}
	middle(r.icon.Image, 22)
	middle(r.f.ring, 30)
	middle(r.f.arc, 20)
	y := h + 8
	r.accent.Move(fyne.NewPos(-3, y-1))
	r.accent.Resize(fyne.NewSize(size.Width+6, 18))
	w := r.number.MinSize().Width
	r.number.Move(fyne.NewPos(1, y))
	r.number.Resize(fyne.NewSize(w, 16))
	r.title.Move(fyne.NewPos(w+6, y))
	r.title.Resize(fyne.NewSize(max(0, size.Width-w-6-filmMark-4), 16))
	r.mark.Move(fyne.NewPos(size.Width-filmMark+1, y+1))
	r.mark.Resize(fyne.NewSquareSize(filmMark))
}

func (r *frameRenderer) MinSize() fyne.Size {
	return fyne.NewSize(filmLeast, r.f.strip.pictureHeight()+r.f.strip.caption())
}

func (r *frameRenderer) Refresh() {
	f := r.f
	r.back.FillColor, r.back.CornerRadius, r.back.Hidden = Color(Sunken), 10, f.item.Picture != ""
	r.frame.FillColor, r.frame.CornerRadius, r.frame.Hidden = nil, 13, !f.current
	r.frame.StrokeColor, r.frame.StrokeWidth = Color(Accent), 2
	r.accent.FillColor, r.accent.CornerRadius = Color(AccentSoft), 6
	r.accent.Hidden = !f.current || !f.strip.focused
	style, ink := Caption, Ink2
	if f.current {
		style, ink = CaptionBold, Ink
	}
	for _, t := range []*Text{r.number, r.title} {
		t.SetStyle(style)
		t.SetToken(ink)
	}
	r.title.SetText(f.item.Title)
	r.title.Hidden, r.number.Hidden = f.strip.narrow || f.strip.thumbs, f.strip.thumbs
	r.icon.set(f.placeholder(), Ink3)
	r.icon.Hidden = f.item.Picture != "" || f.ring.Visible() || f.arc.Visible()
	mark, markInk := f.pageMark()
	r.mark.set(mark, markInk)
	r.mark.Hidden = mark == "" || f.strip.thumbs
	r.Layout(f.Size())
	canvas.Refresh(f)
}

// placeholder is the icon where there is no picture.
func (f *filmFrame) placeholder() Icon {
	if f.item.Drawing == PartSkipped {
		return IconLines
	}
	return IconImage
}

// pageMark is the mark of the page as a whole: ready or failed; nothing while
// it is being made.
func (f *filmFrame) pageMark() (Icon, Token) {
	switch f.item.Page {
	case PartReady, PartHere:
		return MarkReady, Ok
	case PartFailed:
		return MarkFailed, Red
	case PartSkipped:
		return MarkWeak, Amber
	default:
		return "", Ink3
	}
}

func (r *frameRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		r.frame, r.back, r.icon.Image, r.f.ring, r.f.arc, r.f.picture, r.accent, r.number, r.title, r.mark.Image,
	}
}

func (r *frameRenderer) Destroy() {}
