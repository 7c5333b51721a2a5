package ui

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fw "fyne.io/fyne/v2/widget"

	"edusmart/core/story"
	"edusmart/ui/widget"
)

// reviewLine is one sentence of the page, and the question that the voice
// stops for after it.
type reviewLine struct {
	object *fyne.Container
}

const reviewLetters = 18

func newReviewLine(r *storyReview, at int) *reviewLine {
	s := r.screen
	p := s.current()
	text := widget.NewStoryText(s.fonts, widget.PageColours)
	text.SetStyle(widget.TextStyle{Smallest: reviewLetters, Largest: reviewLetters, Top: true})
	text.SetPage([]string{p.Sentences[at].Text}, nil, s.language())
	text.OnTappedWord = func(int, int) {
		s.commands.PlaySentence(s.page, at)
	}
	ask := widget.NewIconButton(widget.IconHand, "Plan a question after this sentence", func() { r.side.ask(at) }).SetSize(widget.Small)
	objects := []fyne.CanvasObject{text, ask}
	var also *widget.StoryText
	if second := p.Sentences[at].Also; second != "" && s.state.Story.Also != "" {
		also = widget.NewStoryText(s.fonts, widget.PageColours)
		also.SetStyle(widget.TextStyle{Smallest: 15, Largest: 15, Top: true})
		also.SetPage([]string{second}, nil, s.state.Story.Also)
		objects = append(objects, also)
	}
	var stops []*widget.Status
	for _, q := range p.Stops {
		if q.After == at {
			st := widget.NewStatus(widget.IconHand, widget.Accent, q.Question)
			stops = append(stops, st)
			objects = append(objects, st)
		}
	}
	l := &reviewLine{}
	inner := func(width float32) float32 { return width - 16 - 44 }
	height := func(width float32) float32 {
		h := text.HeightFor(inner(width)) + 14
		if also != nil {
			h += also.HeightFor(inner(width)) + 2
		}
		return h + 24*float32(len(stops))
	}
	place := func(size fyne.Size) {
		w := inner(size.Width)
		h := text.HeightFor(w)
		put(text, 16, 7, w, h)
		put(ask, size.Width-38, 4, 32, 32)
		y := 7 + h
		if also != nil {
			tall := also.HeightFor(w)
			put(also, 16, y+2, w, tall)
			y += tall + 2
		}
		for _, st := range stops {
			put(st, 16, y+2, w, 20)
			y += 24
		}
	}
	l.object = container.New(&tall{place: place, height: height}, objects...)
	return l
}

// tall is an arrangement whose height follows from its width.
type tall struct {
	place  func(size fyne.Size)
	height func(width float32) float32
	width  float32
}

// Layout is for Fyne.
func (t *tall) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	t.width = size.Width
	t.place(size)
}

// MinSize is for Fyne.
func (t *tall) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, t.height(max(t.width, 200)))
}

func wordCount(text string) int { return len(strings.Fields(text)) }

// reviewThumbs are the pages under each other, each passed or a draft.
type reviewThumbs struct {
	review *storyReview
	scroll *container.Scroll
	list   *fyne.Container
	cells  []*reviewThumb
}

const reviewThumbTall = 94

func newReviewThumbs(r *storyReview) *reviewThumbs {
	t := &reviewThumbs{review: r}
	place := func(size fyne.Size) {
		for i, c := range t.cells {
			put(c, 5, 4+float32(i)*reviewThumbTall, size.Width-18, reviewThumbTall-6)
		}
	}
	least := func() fyne.Size {
		n := 0
		for _, c := range t.cells {
			if c.Visible() {
				n++
			}
		}
		return fyne.NewSize(reviewThumbsWide, 8+float32(n)*reviewThumbTall)
	}
	t.list = container.New(&arrangement{place, least})
	t.scroll = container.NewVScroll(t.list)
	return t
}

func (t *reviewThumbs) update() {
	s := t.review.screen
	for len(t.cells) < s.pages() {
		c := newReviewThumb(s, len(t.cells))
		t.cells = append(t.cells, c)
		t.list.Add(c)
	}
	for i, c := range t.cells {
		visible(c, i < s.pages())
		if i < s.pages() {
			c.set(&s.state.Story.Pages[i], i == s.page)
		}
	}
	t.reveal(s.page)
}

// reveal scrolls until a page is in sight.
func (t *reviewThumbs) reveal(page int) {
	top, view := float32(page)*reviewThumbTall, t.scroll.Size().Height
	if view <= 0 {
		return
	}
	y := min(t.scroll.Offset.Y, top)
	y = max(y, top+reviewThumbTall+8-view)
	if y != t.scroll.Offset.Y {
		t.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y)))
	}
}

// reviewThumb is one page: its picture, its number, passed or a draft.
type reviewThumb struct {
	fw.BaseWidget
	screen  *storyScreen
	page    int
	current bool
	picture *widget.Picture
	number  *widget.Text
	mark    *widget.Status
}

func newReviewThumb(s *storyScreen, page int) *reviewThumb {
	c := &reviewThumb{screen: s, page: page, picture: widget.NewPicture(s.loader, widget.Round(10), sunken)}
	c.number = widget.NewText(widget.Caption, strconv.Itoa(page+1))
	c.mark = widget.NewStatus("", widget.Ok, "").SetStyle(widget.Caption, 13)
	c.ExtendBaseWidget(c)
	return c
}

func (c *reviewThumb) set(p *story.Page, current bool) {
	c.picture.SetFile(c.screen.file(p.Picture), p.Fit == story.Whole)
	c.current = current
	switch {
	case p.Passed:
		c.mark.Set(widget.MarkReady, widget.Ok, widget.Ok, "Passed")
	case current:
		c.mark.Set("", widget.Ink2, widget.Ink2, "Reading")
	default:
		c.mark.Set("", widget.Ink2, widget.Ink2, "Draft")
	}
	style := widget.Caption
	if current {
		style = widget.CaptionBold
	}
	c.number.SetStyle(style)
	c.Refresh()
}

// Tapped goes to the page.
func (c *reviewThumb) Tapped(*fyne.PointEvent) { c.screen.goTo(c.page) }

// CreateRenderer is for Fyne.
func (c *reviewThumb) CreateRenderer() fyne.WidgetRenderer {
	r := &reviewThumbRenderer{c: c, ring: canvas.NewRectangle(nil)}
	r.ring.StrokeWidth, r.ring.CornerRadius = 2, 13
	r.Refresh()
	return r
}

type reviewThumbRenderer struct {
	c    *reviewThumb
	ring *canvas.Rectangle
}

func (r *reviewThumbRenderer) Layout(size fyne.Size) {
	h := size.Height - 24
	put(r.c.picture, 0, 0, size.Width, h)
	put(r.ring, -4, -4, size.Width+8, h+8)
	put(r.c.number, 1, h+6, 24, 16)
	m := r.c.mark.MinSize()
	put(r.c.mark, size.Width-m.Width, h+6, m.Width, 16)
}

func (r *reviewThumbRenderer) MinSize() fyne.Size { return fyne.NewSize(60, 60) }

func (r *reviewThumbRenderer) Refresh() {
	r.ring.StrokeColor, r.ring.Hidden = widget.Color(widget.Accent), !r.c.current
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *reviewThumbRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.c.picture, r.c.number, r.c.mark}
}

func (r *reviewThumbRenderer) Destroy() {}

// stopWhere says after which sentence a question is asked.
func stopWhere(after int) string { return fmt.Sprintf("After sentence %d", after+1) }
