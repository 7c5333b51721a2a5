package ui

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// reviewSource is a page of the document that the story was made from, with the
// passage marked on which a sentence rests.
type reviewSource struct {
	review *storyReview
	object *fyne.Container

	name       *widget.Text
	where      *widget.Text
	prev, next *widget.Button
	ground     *widget.Ground
	say        *widget.Text
	scroll     *container.Scroll
	page       *fyne.Container // of the picture and its marks, or of the text
	shown      core.SourceState
	drawn      bool
	wide       float32
	asked      int    // page
	quote      string // that was asked for
}

const sourceInset = 24

func newReviewSource(r *storyReview) *reviewSource {
	d := &reviewSource{review: r}
	d.name = widget.NewText(widget.SmallStrong, "").Truncate()
	d.where = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2)
	d.prev = widget.NewIconButton(widget.IconLeft, "Page before in the document", func() { d.turn(-1) }).SetSize(widget.Small)
	d.next = widget.NewIconButton(widget.IconRight, "Page after in the document", func() { d.turn(1) }).SetSize(widget.Small)
	d.ground = widget.NewGround(widget.Sunken, 14)
	d.say = quiet("")
	d.page = container.NewStack()
	d.scroll = container.NewVScroll(d.page)
	d.object = container.New(&arrangement{place: d.place}, d.name, d.prev, d.where, d.next, d.ground, d.say, d.scroll)
	return d
}

func (d *reviewSource) place(size fyne.Size) {
	put(d.next, size.Width-32, 0, 32, 32)
	m := d.where.MinSize()
	put(d.where, size.Width-36-m.Width, 7, m.Width, 18)
	put(d.prev, size.Width-40-m.Width-32, 0, 32, 32)
	put(d.name, 0, 7, size.Width-40-m.Width-44, 18)
	put(d.ground, 0, 40, size.Width, size.Height-40+14) // its lower edge lies below the window
	put(d.say, 24, 64, size.Width-48, d.say.HeightFor(size.Width-48))
	put(d.scroll, sourceInset, 60, size.Width-2*sourceInset, size.Height-60)
	if d.wide != size.Width {
		d.wide = size.Width
		d.drawn = false
		if d.asked > 0 {
			d.request()
		}
	}
}

// ask shows a page of the document with a passage marked.
func (d *reviewSource) ask(page int, quote string) {
	if page == d.asked && quote == d.quote && d.review.screen.source.Page == page {
		return
	}
	d.asked, d.quote = page, quote
	d.request()
}

// request asks core for the page as it is wanted.
func (d *reviewSource) request() {
	if d.wide <= 0 {
		return
	}
	s := d.review.screen
	scale := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(d.object); c != nil {
		scale = c.Scale()
	}
	s.commands.SourcePage(s.id, d.asked, int((d.wide-2*sourceInset)*scale), d.quote)
}

func (d *reviewSource) turn(by int) {
	s := d.review.screen
	if to := d.asked + by; to >= 1 && (s.source.Pages == 0 || to <= s.source.Pages) {
		d.ask(to, "")
	}
}

// update shows the page as core gives it.
func (d *reviewSource) update() {
	s := d.review.screen
	st := s.state.Story
	if st == nil {
		return
	}
	src := s.source
	d.name.SetText(st.Source.Name)
	if d.asked == 0 && s.evidence.Ready && s.evidence.Err == "" && d.wide > 0 {
		d.asked = 1
		d.review.aside.follow(0)
		if d.quote == "" {
			d.request()
		}
	}
	say := ""
	switch {
	case s.evidence.Err != "":
		say = s.evidence.Err
	case src.Err != "":
		say = src.Err
	case src.Page == 0:
		say = "The document is being read."
	}
	d.say.SetText(say)
	visible(d.say, say != "")
	visible(d.scroll, say == "")
	visible(d.prev, say == "")
	visible(d.next, say == "")
	d.where.SetText("")
	if src.Page > 0 && say == "" {
		d.where.SetText(fmt.Sprintf("page %d of %d", src.Page, src.Pages))
	}
	enable(d.prev, src.Page > 1)
	enable(d.next, src.Page < src.Pages)
	if say == "" && !src.Busy && (!d.drawn || !sameSource(d.shown, src)) {
		d.draw(src)
	}
	d.object.Refresh()
}

func sameSource(a, b core.SourceState) bool {
	return a.ID == b.ID && a.Page == b.Page && a.Quote == b.Quote && a.Image == b.Image && len(a.Blocks) == len(b.Blocks)
}

// draw puts the page together.
func (d *reviewSource) draw(src core.SourceState) {
	d.shown, d.drawn = src, true
	first := float32(-1)
	if src.Image != nil {
		first = d.drawImage(src)
	} else {
		first = d.drawText(src)
	}
	d.scroll.Content = d.page
	d.scroll.Refresh()
	if first >= 0 {
		view := d.scroll.Size().Height
		y := d.scroll.Offset.Y
		if first < y+20 || first > y+view-80 {
			d.scroll.ScrollToOffset(fyne.NewPos(0, max(0, first-view/3)))
		}
	}
}

// drawImage lays the marks over the picture of the page, and gives where the
// first is.
func (d *reviewSource) drawImage(src core.SourceState) float32 {
	b := src.Image.Bounds()
	w := d.wide - 2*sourceInset
	h := w * float32(b.Dy()) / float32(max(1, b.Dx()))
	picture := canvas.NewImageFromImage(src.Image)
	picture.FillMode, picture.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	objects := []fyne.CanvasObject{picture}
	var marks []*canvas.Rectangle
	for range src.Marks {
		m := canvas.NewRectangle(markColour)
		m.CornerRadius = 3
		marks = append(marks, m)
		objects = append(objects, m)
	}
	first := float32(-1)
	for _, m := range src.Marks {
		if y := float32(m.Y0) * h; first < 0 || y < first {
			first = y
		}
	}
	place := func(size fyne.Size) {
		put(picture, 0, 0, w, h)
		for i, m := range src.Marks {
			put(marks[i], float32(m.X0)*w-2, float32(m.Y0)*h-1, float32(m.X1-m.X0)*w+4, float32(m.Y1-m.Y0)*h+2)
		}
	}
	d.page = container.New(&arrangement{place, func() fyne.Size { return fyne.NewSize(w, h+20) }}, objects...)
	return first
}

// markColour lies over printed text, which is dark on white in every look.
var markColour = color.NRGBA{0x26, 0x96, 0x5a, 0x4c}

// drawText sets the blocks of a page that has no picture, and gives where the
// marked one is.
func (d *reviewSource) drawText(src core.SourceState) float32 {
	w := d.wide - 2*sourceInset
	inner := w - 48
	paper := widget.NewGround(widget.Surface, 2)
	objects := []fyne.CanvasObject{paper}
	type placed struct {
		o          fyne.CanvasObject
		x, y, w, h float32
	}
	var all []placed
	y, first := float32(28), float32(-1)
	for _, b := range src.Blocks {
		style := widget.Body
		if b.Kind == story.Heading {
			style = widget.CardTitle
		}
		text := b.Text
		if b.Marker != "" {
			text = b.Marker + " " + text
		}
		if b.To > b.From && b.To <= len(b.Text) {
			if first < 0 {
				first = y
			}
			t := d.marked(b)
			h := t.HeightFor(inner)
			all = append(all, placed{t, 24, y, inner, h})
			y += h + 12
			continue
		}
		t := widget.NewText(style, text).Wrap(0)
		h := t.HeightFor(inner)
		all = append(all, placed{t, 24, y, inner, h})
		y += h + 12
	}
	for _, p := range all {
		objects = append(objects, p.o)
	}
	place := func(fyne.Size) {
		put(paper, 0, 0, w, y+16)
		for _, p := range all {
			put(p.o, p.x, p.y, p.w, p.h)
		}
	}
	d.page = container.New(&arrangement{place, func() fyne.Size { return fyne.NewSize(w, y+36) }}, objects...)
	return first
}

// marked is a block with a passage lit.
func (d *reviewSource) marked(b core.SourceBlock) *widget.StoryText {
	t := widget.NewStoryText(d.review.screen.fonts, func() widget.TextPalette {
		p := widget.PageColours()
		p.Text, p.LitSentence = widget.RGBA(widget.Ink), widget.RGBA(widget.OkSoft)
		return p
	})
	t.SetStyle(widget.TextStyle{Smallest: sourceLetters, Largest: sourceLetters, Top: true})
	var parts []string
	lit := -1
	for _, part := range []string{b.Text[:b.From], b.Text[b.From:b.To], b.Text[b.To:]} {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
		if lit < 0 && part != "" && strings.Contains(b.Text[b.From:b.To], part) {
			lit = len(parts) - 1
		}
	}
	t.SetPage(parts, nil, d.review.screen.language())
	t.SetSentence(lit)
	return t
}

// sourceLetters is the size of a document's text, in pixels.
const sourceLetters = 14
