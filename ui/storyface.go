package ui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"edusmart/core/story"
	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// pageFace is the current page's picture and text. A page that is too long for
// its place is shown in steps, which follow the voice.
type pageFace struct {
	screen  *storyScreen
	picture *widget.Picture
	text    *widget.StoryText
	steps   *pageSteps
	back    *widget.Button // to the step before
	on      *widget.Button
	where   *widget.Text
}

const (
	faceRow  = 36 // the height of what turns the steps
	faceStep = 17 // the size of the letters where there are steps
)

func newPageFace(s *storyScreen, corners widget.Corners) *pageFace {
	f := &pageFace{
		screen: s, picture: widget.NewPicture(s.loader, corners, sunken),
		text:  widget.NewStoryText(s.fonts, widget.PageColours),
		steps: &pageSteps{screen: s, now: time.Now},
		where: widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Tabular(),
	}
	f.picture.Turns = true
	f.text.OnTappedWord = f.steps.tapped
	f.back = widget.NewIconButton(widget.IconLeft, "The part of the page before", func() { f.turn(-1) }).SetSize(widget.Small)
	f.on = widget.NewIconButton(widget.IconRight, "The next part of the page", func() { f.turn(1) }).SetSize(widget.Small)
	return f
}

// objects are what the face is drawn with.
func (f *pageFace) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.picture, f.text, f.back, f.where, f.on}
}

// clear forgets what is shown.
func (f *pageFace) clear() {
	f.text.SetPair(typeset.Text{}, typeset.Text{})
	f.picture.SetFile("", false)
	for _, o := range f.objects() {
		o.Hide()
	}
}

// show shows the page's picture, and has its text shown once it is placed.
func (f *pageFace) show() {
	s, p := f.screen, f.screen.current()
	visible(f.text, p != nil && len(p.Sentences) > 0)
	if p == nil {
		f.picture.Hide()
		return
	}
	file := s.file(p.Picture)
	if file != "" {
		f.picture.SetFile(file, p.Fit == story.Whole)
	}
	visible(f.picture, file != "")
	f.prefetch()
}

// placeText shows the text in a place: all of it with the largest letters of a
// style that fit, or in steps where the smallest do not.
func (f *pageFace) placeText(at box, style widget.TextStyle) {
	if at.size.Width <= 0 {
		return
	}
	f.steps.set(at.size, style, func(c *pageSteps) (pending bool) {
		f.text.SetPair(c.first, c.second)
		f.text.SetStyle(style)
		f.text.Resize(at.size)
		if f.text.Overflows() {
			return c.split(faceStep, faceRow)
		}
		c.steps = []typeset.PairStep{{allOf(c.first), allOf(c.second)}}
		return f.text.Pending()
	})
	parted := len(f.steps.steps) > 1
	for _, o := range []fyne.CanvasObject{f.back, f.where, f.on} {
		visible(o, parted && f.text.Visible())
	}
	if parted {
		style.Largest = faceStep
		f.placeTurning(at)
		at.size.Height -= faceRow
	}
	f.text.SetStyle(style)
	at.put(f.text)
	f.showStep()
}

// placeTurning puts what turns the steps below the text.
func (f *pageFace) placeTurning(at box) {
	const wide = 64
	y, right := at.at.Y+at.size.Height-widget.HeightSmall, at.at.X+at.size.Width
	put(f.on, right-widget.HeightSmall, y, widget.HeightSmall, widget.HeightSmall)
	put(f.where, right-widget.HeightSmall-wide, y+7, wide, 18)
	put(f.back, right-2*widget.HeightSmall-wide, y, widget.HeightSmall, widget.HeightSmall)
	f.where.Align(fyne.TextAlignCenter)
}

// showStep shows the step that the page has come to.
func (f *pageFace) showStep() {
	c := f.steps
	f.text.SetPair(c.step().Of(c.first, c.second))
	f.where.SetText(fmt.Sprintf("%d of %d", c.at+1, len(c.steps)))
	enable(f.back, c.at > 0)
	enable(f.on, c.at+1 < len(c.steps))
	f.lightStep()
}

// turn goes to a step beside the one that is shown.
func (f *pageFace) turn(by int) {
	if to := f.steps.at + by; to >= 0 && to < len(f.steps.steps) {
		f.steps.goTo(to)
		f.showStep()
	}
}

// light lights what is heard, in whichever language that is, and shows the
// step that it is in.
func (f *pageFace) light() {
	before := f.steps.at
	if f.steps.follow(); f.steps.at != before {
		f.showStep()
		return
	}
	f.lightStep()
}

func (f *pageFace) lightStep() {
	word, also, sentence := f.steps.lit()
	if f.screen.alsoWord() < 0 { // else it is heard in the other language, which the page may not show
		sentence = -1
	}
	f.text.SetLit(word)
	f.text.SetSecondLit(also)
	f.text.SetSentence(sentence)
}

// prefetch has the neighbours' pictures decoded ahead of the turn.
func (f *pageFace) prefetch() {
	s := f.screen
	var next []widget.NextPicture
	for _, i := range []int{s.page + 1, s.page - 1} {
		if i >= 0 && i < s.pages() {
			p := &s.state.Story.Pages[i]
			next = append(next, widget.NextPicture{Path: s.file(p.Picture), Whole: p.Fit == story.Whole})
		}
	}
	f.picture.Prefetch(next...)
}
