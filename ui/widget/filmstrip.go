package widget

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fw "fyne.io/fyne/v2/widget"
)

// FilmItem is one page of a Filmstrip.
type FilmItem struct {
	Title   string
	Picture string    // its file; "" while there is none
	Whole   bool      // the picture is shown whole, never cropped
	Drawing PartState // of the picture, where there is none yet
	Until   time.Time // of a picture that waits
	Page    PartState // of the page as a whole, shown as its mark
}

// Filmstrip shows a story's pages side by side, the current one framed. With
// the focus, the arrow keys, Home and End turn pages.
type Filmstrip struct {
	fw.BaseWidget

	// OnPage is told the page that was chosen, from 0.
	OnPage func(page int)

	loader  *Loader
	frames  []*filmFrame
	count   int
	current int
	narrow  bool
	thumbs  bool // pictures only
	focused bool
	scroll  *container.Scroll
	row     *fyne.Container
}

var _ fyne.Focusable = (*Filmstrip)(nil)

const (
	filmGap     = 12
	filmPad     = 5   // round the frames, for the ring
	filmThumb   = 48  // height of a picture without a caption
	filmCaption = 24  // height under a picture, its gap included
	filmWidest  = 176 // of a frame, when there are few
	filmLeast   = 96  // of a frame, before the strip scrolls
)

// NewFilmstrip makes an empty strip whose pictures come from a loader.
func NewFilmstrip(l *Loader) *Filmstrip {
	s := &Filmstrip{loader: l, current: -1}
	s.row = container.New(&filmLayout{s})
	s.scroll = container.NewHScroll(s.row)
	s.ExtendBaseWidget(s)
	return s
}

// SetItems shows the pages; current is framed, -1 for none.
func (s *Filmstrip) SetItems(items []FilmItem, current int) {
	turned := current != s.current
	s.current, s.count = current, len(items)
	for len(s.frames) < len(items) {
		f := newFilmFrame(s, len(s.frames))
		s.frames = append(s.frames, f)
		s.row.Add(f)
	}
	for i, f := range s.frames {
		if i >= len(items) {
			f.Hide()
			continue
		}
		f.set(items[i], i == current)
		f.Show()
	}
	if turned {
		s.reveal(current)
	}
}

// SetThumbs leaves the captions out and makes the pictures low.
func (s *Filmstrip) SetThumbs(on bool) {
	s.thumbs = on
	s.Refresh()
}

// caption is the height under a picture.
func (s *Filmstrip) caption() float32 {
	if s.thumbs {
		return 0
	}
	return filmCaption
}

// SetNarrow chooses the look for small windows: numbers only, lower frames.
func (s *Filmstrip) SetNarrow(narrow bool) {
	if narrow == s.narrow {
		return
	}
	s.narrow = narrow
	for _, f := range s.frames {
		f.Refresh()
	}
	s.row.Refresh()
	s.Refresh()
}

func (s *Filmstrip) pictureHeight() float32 {
	if s.thumbs {
		return filmThumb
	}
	if s.narrow {
		return 64
	}
	return 82
}

// frameWidth shares the strip among the pages.
func (s *Filmstrip) frameWidth(width float32) float32 {
	n := float32(max(1, s.count))
	w := (width - 2*filmPad - filmGap*(n-1)) / n
	if s.thumbs {
		return min(filmWidest, max(filmThumb, w))
	}
	return min(filmWidest, max(filmLeast, w))
}

// reveal scrolls until a page and its neighbours are in sight.
func (s *Filmstrip) reveal(page int) {
	view := s.scroll.Size().Width
	if page < 0 || view <= 0 {
		return
	}
	step := s.frameWidth(view) + filmGap
	x := s.scroll.Offset.X
	x = min(x, max(0, step*float32(page-1)))
	x = max(x, step*float32(page+2)-view)
	end := max(0, s.row.MinSize().Width-view)
	if x = min(max(0, x), end); x != s.scroll.Offset.X {
		s.scroll.Refresh() // it holds on to the content's size of before
		s.scroll.ScrollToOffset(fyne.NewPos(x, 0))
	}
}

func (s *Filmstrip) choose(page int) {
	if page >= 0 && page < s.count && s.OnPage != nil {
		s.OnPage(page)
	}
}

// TypedKey turns pages.
func (s *Filmstrip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		s.choose(s.current - 1)
	case fyne.KeyRight, fyne.KeyDown:
		s.choose(s.current + 1)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(s.count - 1)
	default:
		PassKey(s, e)
	}
}

// TypedRune is for Fyne.
func (s *Filmstrip) TypedRune(rune) {}

// Current gives the framed page, from 0.
func (s *Filmstrip) Current() int { return s.current }

// FocusGained shows the focus on the current page.
func (s *Filmstrip) FocusGained() { s.focused = true; s.refreshCurrent() }

// FocusLost hides it.
func (s *Filmstrip) FocusLost() { s.focused = false; s.refreshCurrent() }

func (s *Filmstrip) refreshCurrent() {
	if s.current >= 0 && s.current < len(s.frames) {
		s.frames[s.current].Refresh()
	}
}

// MinSize is the height of the strip.
func (s *Filmstrip) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return fyne.NewSize(filmLeast, s.pictureHeight()+s.caption()+2*filmPad)
}

// Resize keeps the current page in sight.
func (s *Filmstrip) Resize(size fyne.Size) {
	s.BaseWidget.Resize(size)
	s.reveal(s.current)
}

// CreateRenderer is for Fyne.
func (s *Filmstrip) CreateRenderer() fyne.WidgetRenderer { return fw.NewSimpleRenderer(s.scroll) }

type filmLayout struct{ s *Filmstrip }

func (l *filmLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	w := l.s.frameWidth(l.s.scroll.Size().Width)
	for i, f := range l.s.frames {
		f.Move(fyne.NewPos(filmPad+float32(i)*(w+filmGap), filmPad))
		f.Resize(fyne.NewSize(w, l.s.pictureHeight()+l.s.caption()))
	}
}

func (l *filmLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	w := l.s.frameWidth(l.s.scroll.Size().Width)
	n := float32(l.s.count)
	return fyne.NewSize(2*filmPad+n*w+max(0, n-1)*filmGap, l.s.pictureHeight()+l.s.caption()+2*filmPad)
}

// filmFrame is one page of the strip.
type filmFrame struct {
	fw.BaseWidget
	strip   *Filmstrip
	index   int
	item    FilmItem
	current bool
	picture *Picture
	ring    *Countdown
	arc     *Spinner
}

var _ fyne.Tappable = (*filmFrame)(nil)

func newFilmFrame(s *Filmstrip, index int) *filmFrame {
	f := &filmFrame{strip: s, index: index, picture: NewPicture(s.loader, Round(10), sunken), ring: NewCountdown(30), arc: NewSpinner()}
	f.ring.Hide()
	f.arc.Hide()
	f.picture.Hide()
	f.ExtendBaseWidget(f)
	return f
}

// sunken is the ground of pictures that are not there yet.
func sunken() color.Color { return Color(Sunken) }

func (f *filmFrame) set(item FilmItem, current bool) {
	if item == f.item && current == f.current {
		return
	}
	f.item, f.current = item, current
	f.picture.SetFile(item.Picture, item.Whole)
	f.ring.SetUntil(item.Until)
	setVisible(f.picture, item.Picture != "")
	setVisible(f.ring, item.Picture == "" && item.Drawing == PartWaiting)
	setVisible(f.arc, item.Picture == "" && item.Drawing == PartWorking)
	f.Refresh()
}

func (f *filmFrame) Tapped(*fyne.PointEvent) {
	leaveFocus(f)
	f.strip.choose(f.index)
}

func (f *filmFrame) CreateRenderer() fyne.WidgetRenderer {
	r := newFrameRenderer(f)
	r.Refresh()
	return r
}
