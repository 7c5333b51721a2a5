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

	// OnTappedWord is told the language, and the sentence and the word that
	// were pressed, counted within the frame; word -1: none.
	OnTappedWord func(side typeset.Side, sentence, word int)
	// OnDoubleTapped is called for a double press; may be nil.
	OnDoubleTapped func()

	fonts   *typeset.Fonts
	frame   frame
	black   bool
	corners float32 // radius
	style   widget.TextStyle

	ground  *canvas.Rectangle
	picture *widget.Picture
	text    *widget.StoryText
	meaning *widget.StoryText // of a word
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
	a.meaning = widget.NewStoryText(fonts, widget.PageColours)
	a.text.OnTappedWord = func(side typeset.Side, sentence, word int) {
		if a.OnTappedWord != nil && a.frame.kind == framePage {
			a.OnTappedWord(side, sentence, word)
		}
	}
	a.quiz = newAudienceQuiz(l, fonts)
	a.picture.Hide()
	a.text.Hide()
	a.meaning.Hide()
	a.quiz.Hide()
	a.rule.Hide()
	a.dark.Hide()
}

// set shows a frame. Only what differs from the frame before is laid out.
func (a *audience) set(f frame, black bool) {
	before, wasBlack := a.frame, a.black
	a.frame, a.black = f, black
	a.setPicture(f)
	a.setTexts(before, f)
	a.quiz.set(f)
	visible(a.quiz, f.kind == frameQuiz)
	if black != wasBlack || before.id != f.id || before.face != f.face || before.kind != f.kind || a.style != a.styleFor(f) {
		a.Refresh()
	}
}

// styleFor is how a frame's text is set on the present screen.
func (a *audience) styleFor(f frame) widget.TextStyle {
	second := ""
	if f.kind == framePage && len(f.second.Sentences) > 0 {
		second = f.second.Language
	}
	return audienceStyle(a.fonts, f.language, second, a.Size().Height, f.room, f.easy)
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
	text, second := typeset.Text{Language: f.language}, typeset.Text{}
	var meaning []string
	switch f.kind {
	case framePage:
		if f.face != facePicture {
			text, second = f.text, f.second
		}
	case framePlate, frameStop:
		text.Sentences = []string{f.say}
	case frameWord:
		text.Sentences = []string{f.heading}
		meaning = append([]string{f.say}, f.text.Sentences...)
	case frameNothing, frameQuiz:
	}
	set := a.text.SetPair
	if before.kind == framePage && f.kind == framePage && before.id != f.id {
		set = a.text.TurnPair
	}
	set(text, second)
	a.meaning.SetPage(meaning, nil, f.language)
	visible(a.text, len(text.Sentences) > 0)
	visible(a.meaning, len(meaning) > 0)
	visible(a.rule, len(meaning) > 0)
	a.text.SetLit(f.word)
	a.text.SetSecondLit(f.echo)
	a.text.SetSentence(f.sentence)
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
	a.style = a.styleFor(f)
	a.text.SetStyle(a.style)
	switch f.kind {
	case framePlate, frameStop:
		r.placeSign(size, b.text)
	case frameWord:
		r.placeWord(size, b.text)
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
func (r *audienceRenderer) placeSign(size fyne.Size, b box) {
	a := r.a
	x, w := b.at.X, b.size.Width
	if a.frame.kind == framePlate {
		w = min(a.text.WidthFor(w), w)
		x = (size.Width - w) / 2
	}
	tall := min(a.text.HeightFor(w), b.size.Height*0.7)
	icon := a.style.Largest * 1.1
	y := (size.Height - tall - icon*1.4) / 2
	left := x
	if a.frame.kind == framePlate {
		left = (size.Width - icon) / 2
	}
	put(a.icon, left, y, icon, icon)
	put(a.text, x, y+icon*1.4, w, tall)
}

// placeWord puts a word over what it means.
func (r *audienceRenderer) placeWord(size fyne.Size, b box) {
	a := r.a
	upper, lower := a.style, a.style
	upper.Largest *= 1.8
	upper.Smallest = upper.Largest * leastLetters
	lower.ByLine = true
	a.text.SetStyle(upper)
	a.meaning.SetStyle(lower)
	gap := lower.Largest
	tall, low := a.text.HeightFor(b.size.Width), a.meaning.HeightFor(b.size.Width)
	if room := b.size.Height - gap; tall+low > room { // rather smaller than cut off
		share := tall / (tall + low)
		tall, low = room*share, room*(1-share)
	}
	y := b.at.Y + (b.size.Height-tall-low-gap)/2
	put(a.text, b.at.X, y, b.size.Width, tall)
	put(a.rule, b.at.X, y+tall+gap/2, b.size.Width*0.2, max(1, size.Height/360))
	put(a.meaning, b.at.X, y+tall+gap, b.size.Width, low)
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
	return []fyne.CanvasObject{a.ground, a.picture, a.text, a.rule, a.icon, a.meaning, a.quiz, a.dark}
}

func (r *audienceRenderer) Destroy() {}
