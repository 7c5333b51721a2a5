package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fw "fyne.io/fyne/v2/widget"
)

// DropZone is the large area of the create screen before there is a document:
// a drawing of what will come, and whatever the screen puts below it. The
// window takes a drop anywhere; the zone says so.
type DropZone struct {
	fw.BaseWidget
	below fyne.CanvasObject
}

const (
	zoneRadius = 20
	artWidth   = 190
	artHeight  = 150
	artGap     = 30 // between the drawing and what stands below it
)

// NewDropZone makes a zone with the given content under its drawing.
func NewDropZone(below fyne.CanvasObject) *DropZone {
	z := &DropZone{below: below}
	z.ExtendBaseWidget(z)
	return z
}

// CreateRenderer is for Fyne.
func (z *DropZone) CreateRenderer() fyne.WidgetRenderer {
	r := &zoneRenderer{z: z, area: canvas.NewRectangle(nil), picture: canvas.NewImageFromResource(zonePicture)}
	for i := range r.sheets {
		r.sheets[i] = canvas.NewRectangle(nil)
	}
	for i := range r.lines {
		r.lines[i] = canvas.NewRectangle(nil)
	}
	r.Refresh()
	return r
}

type zoneRenderer struct {
	z       *DropZone
	area    *canvas.Rectangle
	sheets  [4]*canvas.Rectangle // left, right, the shadow of the middle one, the middle one
	lines   [4]*canvas.Rectangle
	picture *canvas.Image
}

func (r *zoneRenderer) Layout(size fyne.Size) {
	r.area.Resize(size)
	below := r.z.below.MinSize()
	top := max(16, (size.Height-artHeight-artGap-below.Height)/2)
	x := (size.Width - artWidth) / 2
	place := func(o fyne.CanvasObject, dx, dy, w, h float32) {
		o.Move(fyne.NewPos(x+dx, top+dy))
		o.Resize(fyne.NewSize(w, h))
	}
	place(r.sheets[0], 0, 20, 96, 126)
	place(r.sheets[1], 94, 20, 96, 126)
	place(r.sheets[2], 42, 3, 106, 140)
	place(r.sheets[3], 42, 0, 106, 138)
	place(r.picture, 57, 14, 76, 45)
	for i, w := range []float32{70, 62, 72, 44} {
		place(r.lines[i], 57, 68+12*float32(i), w, 4)
	}
	r.z.below.Move(fyne.NewPos((size.Width-below.Width)/2, top+artHeight+artGap))
	r.z.below.Resize(below)
}

func (r *zoneRenderer) MinSize() fyne.Size {
	below := r.z.below.MinSize()
	return fyne.NewSize(max(artWidth, below.Width)+64, artHeight+artGap+below.Height+32)
}

func (r *zoneRenderer) Refresh() {
	r.area.FillColor, r.area.CornerRadius = Color(Surface), zoneRadius
	r.area.StrokeColor, r.area.StrokeWidth = Color(Line), 2
	for i, s := range r.sheets {
		s.FillColor, s.CornerRadius = Color(Surface), 12
		s.StrokeColor, s.StrokeWidth = Color(Line), 1
		if i == 2 {
			s.FillColor, s.StrokeColor = Color(Line), nil
		}
	}
	for _, l := range r.lines {
		l.FillColor, l.CornerRadius = Color(Line), 2
	}
	canvas.Refresh(r.z)
}

func (r *zoneRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.area}
	for _, o := range r.sheets {
		all = append(all, o)
	}
	for _, o := range r.lines {
		all = append(all, o)
	}
	return append(all, r.picture, r.z.below)
}

func (r *zoneRenderer) Destroy() {}

// zonePicture is the small mountain on the middle sheet.
var zonePicture = fyne.NewStaticResource("zone-picture.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 152 90">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#56617F"/><stop offset="0.55" stop-color="#C58E79"/><stop offset="1" stop-color="#EFB37F"/></linearGradient></defs>
<rect width="152" height="90" rx="18" fill="url(#sky)"/>
<circle cx="112" cy="26" r="9" fill="#FBD58C"/>
<path d="M0 66 L30 46 L58 70 L96 50 L152 74 L152 74 L0 74 Z" fill="#6E5D74"/>
<path d="M24 82 L66 26 L84 26 L128 82 Z" fill="#453E48"/>
<path d="M66 26 L84 26 L86 29 L80 33 L75 29 L69 34 L64 29 Z" fill="#FFB14E"/>
<path d="M73 30 L79 32 L84 56 L92 82 L80 82 L75 58 Z" fill="#F07A35"/>
<path d="M0 72 C40 66 110 66 152 74 L152 72 A18 18 0 0 1 134 90 L18 90 A18 18 0 0 1 0 72 Z" fill="#2E2A33"/>
</svg>`))
