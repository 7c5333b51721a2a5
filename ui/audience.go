package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fw "fyne.io/fyne/v2/widget"

	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// audience draws a frame: what the class sees, and nothing else. It is the
// whole of the projector's window, and small on the teacher's side.
type audience struct {
	fw.BaseWidget

	// OnTappedWord is told the sentence and the word that were pressed,
	// counted within the frame; word -1: none.
	OnTappedWord func(sentence, word int)
	// OnDoubleTapped is called for a double press; may be nil.
	OnDoubleTapped func()

	fonts   *typeset.Fonts
	frame   frame
	black   bool
	corners float32 // radius

	ground  *canvas.Rectangle
	picture *widget.Picture
	text    *widget.StoryText
	also    *widget.StoryText // the second language, or a word's meaning
	rule    *canvas.Rectangle
	icon    *canvas.Image // over a question, and over a sentence in a page's place
	quiz    *audienceQuiz
	dark    *canvas.Rectangle
}

var (
	_ fyne.Tappable       = (*audience)(nil)
	_ fyne.DoubleTappable = (*doubleAudience)(nil)
)

const (
	audiencePicture = 0.45  // of the width
	audienceMargin  = 0.046 // of the width, round the text
)

// doubleAudience is an audience that takes double presses too, as the
// projector's window does to fill its screen.
type doubleAudience struct{ audience }

// DoubleTapped is for Fyne.
func (a *doubleAudience) DoubleTapped(*fyne.PointEvent) {
	if a.OnDoubleTapped != nil {
		a.OnDoubleTapped()
	}
}

func newAudience(l *widget.Loader, fonts *typeset.Fonts, corners float32) *audience {
	a := &audience{}
	a.build(l, fonts, corners)
	a.ExtendBaseWidget(a)
	return a
}

func newDoubleAudience(l *widget.Loader, fonts *typeset.Fonts) *doubleAudience {
	a := &doubleAudience{}
	a.build(l, fonts, 0)
	a.ExtendBaseWidget(a)
	return a
}

func (a *audience) build(l *widget.Loader, fonts *typeset.Fonts, corners float32) {
	a.fonts, a.corners = fonts, corners
	a.ground, a.rule, a.dark = canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(color.Black)
	a.dark.CornerRadius = corners
	a.icon = canvas.NewImageFromResource(nil)
	a.icon.FillMode = canvas.ImageFillContain
	a.picture = widget.NewPicture(l, widget.Corners{TopLeft: corners, BottomLeft: corners}, a.groundColor)
	a.picture.Turns = true
	a.text = widget.NewStoryText(fonts, widget.PageColours)
	a.also = widget.NewStoryText(fonts, quietColours)
	a.text.OnTappedWord = func(sentence, word int) {
		if a.OnTappedWord != nil && a.frame.kind == framePage {
			a.OnTappedWord(sentence, word)
		}
	}
	a.also.OnTappedWord = func(sentence, _ int) {
		if a.OnTappedWord != nil && a.frame.kind == framePage {
			a.OnTappedWord(sentence, -1)
		}
	}
	a.quiz = newAudienceQuiz(l, fonts)
	a.picture.Hide()
	a.text.Hide()
	a.also.Hide()
	a.quiz.Hide()
	a.rule.Hide()
	a.dark.Hide()
}

// quietColours are a second language's: as dark as the first, so that it too
// is read at the back.
func quietColours() widget.TextPalette { return widget.PageColours() }

// set shows a frame. Only what differs from the frame before is laid out.
func (a *audience) set(f frame, black bool) {
	before, wasBlack := a.frame, a.black
	a.frame, a.black = f, black
	a.setPicture(f)
	a.setTexts(before, f)
	a.quiz.set(f)
	visible(a.quiz, f.kind == frameQuiz)
	if black != wasBlack || before.id != f.id || before.face != f.face || before.kind != f.kind || before.easy != f.easy || before.room != f.room {
		a.Refresh()
	}
}

func (a *audience) setPicture(f frame) {
	file := f.picture
	if f.face == faceText || f.kind == frameQuiz {
		file = ""
	}
	if file == "" {
		a.picture.SetFile("", false)
	} else {
		a.picture.SetFile(file, f.whole || f.face == facePicture)
	}
	visible(a.picture, file != "")
}

// setTexts sets the words of the frame, and lights what is said.
func (a *audience) setTexts(before, f frame) {
	texts, seconds := f.texts, f.seconds
	switch f.kind {
	case framePlate, frameStop:
		texts, seconds = []string{f.say}, nil
	case frameWord:
		seconds = append([]string{f.say}, f.texts...)
		texts = []string{f.heading}
	case frameNothing, frameQuiz:
		texts, seconds = nil, nil
	}
	if f.kind == framePage && f.face == facePicture {
		texts, seconds = nil, nil
	}
	also := f.also
	if f.kind == frameWord {
		also = f.language
	}
	words := f.words
	if f.kind != framePage || len(texts) == 0 {
		words = nil
	}
	set := a.text.SetPage
	if before.kind == framePage && f.kind == framePage && before.id != f.id {
		set = a.text.TurnPage
	}
	set(texts, words, f.language)
	again := f.again
	if f.kind != framePage || len(seconds) == 0 {
		again = nil
	}
	a.also.SetPage(seconds, again, also)
	visible(a.text, len(texts) > 0)
	visible(a.also, len(seconds) > 0)
	visible(a.rule, len(seconds) > 0)
	a.text.SetLit(f.word)
	a.text.SetSentence(f.sentence)
	a.also.SetSentence(-1)
	a.also.SetLit(-1)
	if f.kind == framePage {
		a.also.SetSentence(f.sentence)
		a.also.SetLit(f.echo)
	}
}

func (a *audience) groundColor() color.Color {
	if a.frame.easy {
		return widget.Color(widget.EasyPage)
	}
	return widget.Color(widget.Page)
}

// Tapped takes the keyboard away from where it was; the keys go to the window
// then.
func (a *audience) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(a); c != nil {
		c.Unfocus()
	}
}

// box is a place on a screen.
type box struct {
	at   fyne.Position
	size fyne.Size
}

func (b box) put(o fyne.CanvasObject) { put(o, b.at.X, b.at.Y, b.size.Width, b.size.Height) }

// boxes are the places of a page's picture and text on a screen.
type boxes struct{ picture, text box }

// faceBoxes gives the places for a screen of a size.
func faceBoxes(size fyne.Size, face faceMode, picture bool) boxes {
	margin := size.Width * audienceMargin
	var b boxes
	x := float32(0)
	switch {
	case face == facePicture:
		b.picture.size = size
	case face == faceBoth && picture:
		x = size.Width * audiencePicture
		b.picture.size = fyne.NewSize(x, size.Height)
	}
	b.text = box{fyne.NewPos(x+margin, margin/2), fyne.NewSize(size.Width-x-2*margin, size.Height-margin)}
	return b
}

// CreateRenderer is for Fyne.
func (a *audience) CreateRenderer() fyne.WidgetRenderer {
	r := &audienceRenderer{a}
	r.Refresh()
	return r
}

type audienceRenderer struct{ a *audience }

func (r *audienceRenderer) Layout(size fyne.Size) {
	a, f := r.a, r.a.frame
	whole := box{size: size}
	whole.put(a.dark)
	whole.put(a.quiz)
	b := faceBoxes(size, f.face, a.picture.Visible())
	b.picture.put(a.picture)
	r.placeGround(size, b.picture)
	style := audienceStyle(a.fonts, f.language, size.Height, f.room, f.easy)
	a.text.SetStyle(style)
	style.ByLine = f.kind == frameWord
	a.also.SetStyle(style)
	switch {
	case f.kind == framePlate, f.kind == frameStop:
		r.placeSign(size, b.text, style)
	case a.also.Visible():
		r.placePair(size, b.text, style)
	default:
		b.text.put(a.text)
	}
}

// placeGround puts the ground where the picture, which has its own, is not: a
// frame of a large screen costs by its pixels.
func (r *audienceRenderer) placeGround(size fyne.Size, picture box) {
	a, left := r.a, float32(0)
	a.ground.TopLeftCornerRadius, a.ground.BottomLeftCornerRadius = a.corners, a.corners
	if a.picture.Visible() {
		left = picture.size.Width
		a.ground.TopLeftCornerRadius, a.ground.BottomLeftCornerRadius = 0, 0
	}
	a.ground.TopRightCornerRadius, a.ground.BottomRightCornerRadius = a.corners, a.corners
	put(a.ground, left, 0, size.Width-left, size.Height)
	a.ground.Hidden = left >= size.Width
}

// placeSign puts an icon over a sentence.
func (r *audienceRenderer) placeSign(size fyne.Size, b box, style widget.TextStyle) {
	a := r.a
	x, w := b.at.X, b.size.Width
	if a.frame.kind == framePlate {
		w = min(a.text.WidthFor(w), w)
		x = (size.Width - w) / 2
	}
	tall := min(a.text.HeightFor(w), b.size.Height*0.7)
	icon := style.Largest * 1.1
	y := (size.Height - tall - icon*1.4) / 2
	left := x
	if a.frame.kind == framePlate {
		left = (size.Width - icon) / 2
	}
	put(a.icon, left, y, icon, icon)
	put(a.text, x, y+icon*1.4, w, tall)
}

// placePair puts two texts under each other: a sentence in two languages, or
// a word and what it means.
func (r *audienceRenderer) placePair(size fyne.Size, b box, style widget.TextStyle) {
	a := r.a
	if a.frame.kind == frameWord {
		upper := style
		upper.Largest *= 1.8
		upper.Smallest = upper.Largest * leastLetters
		a.text.SetStyle(upper)
	}
	gap := style.Largest
	tall, low := a.text.HeightFor(b.size.Width), a.also.HeightFor(b.size.Width)
	if room := b.size.Height - gap; tall+low > room { // rather smaller than cut off
		share := tall / (tall + low)
		tall, low = room*share, room*(1-share)
	}
	y := b.at.Y + (b.size.Height-tall-low-gap)/2
	put(a.text, b.at.X, y, b.size.Width, tall)
	put(a.rule, b.at.X, y+tall+gap/2, b.size.Width*0.2, max(1, size.Height/360))
	put(a.also, b.at.X, y+tall+gap, b.size.Width, low)
}

func (r *audienceRenderer) MinSize() fyne.Size { return fyne.NewSize(0, 0) }

func (r *audienceRenderer) Refresh() {
	a := r.a
	a.ground.FillColor = a.groundColor()
	a.rule.FillColor = widget.Color(widget.Edge)
	a.dark.Hidden = !a.black
	a.icon.Hidden = a.frame.kind != framePlate && a.frame.kind != frameStop || a.frame.sign == ""
	if !a.icon.Hidden {
		a.icon.Resource = a.frame.sign.Resource(widget.Ink2)
		a.icon.Refresh()
	}
	r.Layout(a.Size())
	a.ground.Refresh()
	a.rule.Refresh()
	a.dark.Refresh()
	a.picture.Refresh()
	a.quiz.Refresh()
	canvas.Refresh(a)
}

func (r *audienceRenderer) Objects() []fyne.CanvasObject {
	a := r.a
	return []fyne.CanvasObject{a.ground, a.picture, a.text, a.rule, a.icon, a.also, a.quiz, a.dark}
}

func (r *audienceRenderer) Destroy() {}
