package widget

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Field takes one line of text, or several. Its sentence of error stands
// under it and makes it taller.
type Field struct {
	widget.BaseWidget

	OnChanged   func(string)
	OnSubmitted func(string) // Return
	OnCancel    func()       // Escape; nil: Escape goes to the window
	OnLeft      func()       // the keyboard went elsewhere
	OnSpelled   func()       // other words are misspelt

	entry *fieldEntry
	icon  Icon
	hint  *Keycap // shown while the field is empty
	clear *Button // shown while it is not; nil: none
	eye   *Button // shows what is hidden; nil: nothing is
	err   string
	wrong bool // marked, with its sentence elsewhere
	size  ControlSize
	rows  int
	// sentence is true of a field for one sentence, large its entry as it is
	// placed.
	sentence bool
	large    *container.ThemeOverride

	speller  Speller // nil: spelling is not looked at
	misspelt []Misspelt
}

// NewField makes a field of one line.
func NewField(placeholder string) *Field { return newField(placeholder, 1) }

// NewArea makes a field of several lines, rows of them in sight.
func NewArea(placeholder string, rows int) *Field { return newField(placeholder, rows) }

func newField(placeholder string, rows int) *Field {
	f := &Field{rows: rows}
	f.entry = &fieldEntry{field: f}
	f.entry.MultiLine = rows > 1
	if rows > 1 {
		f.entry.Wrapping = fyne.TextWrapWord
	} else {
		f.entry.Scroll = fyne.ScrollNone
		f.entry.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	}
	f.entry.SetPlaceHolder(placeholder)
	f.entry.ExtendBaseWidget(f.entry)
	f.entry.OnChanged = func(s string) {
		f.look()
		f.Refresh()
		if f.OnChanged != nil {
			f.OnChanged(s)
		}
	}
	f.entry.OnSubmitted = func(s string) {
		if f.OnSubmitted != nil {
			f.OnSubmitted(s)
		}
	}
	f.ExtendBaseWidget(f)
	return f
}

// NewSentenceField makes a field for one sentence, which goes on over several
// lines where it is long. Return submits it. It is as high as its text needs,
// with letters of the size of a page that is read.
func NewSentenceField(placeholder string) *Field {
	f := newField(placeholder, sentenceRows)
	f.sentence = true
	f.large = container.NewThemeOverride(f.entry, sentenceTheme{})
	return f
}

// sentenceRows makes the entry one of several lines; its height follows its
// text.
const sentenceRows = 2

// sentenceTheme is the theme with the letters of a page that is read.
type sentenceTheme struct{}

// Color implements fyne.Theme.
func (sentenceTheme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return fyne.CurrentApp().Settings().Theme().Color(n, v)
}

// Font implements fyne.Theme.
func (sentenceTheme) Font(s fyne.TextStyle) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Font(s)
}

// Icon implements fyne.Theme.
func (sentenceTheme) Icon(n fyne.ThemeIconName) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Icon(n)
}

// Size implements fyne.Theme.
func (sentenceTheme) Size(n fyne.ThemeSizeName) float32 {
	if n == theme.SizeNameText {
		return sentenceLetters
	}
	return fyne.CurrentApp().Settings().Theme().Size(n)
}

// The letters of a sentence's field and the height of its lines, in pixels.
const (
	sentenceLetters = 17
	sentenceLine    = 25
)

// HeightFor gives the height that the text needs at a width.
func (f *Field) HeightFor(width float32) float32 {
	if !f.sentence {
		return f.MinSize().Height
	}
	lines := wrapped(f.entry.Text, width-2*sentenceInset)
	height := float32(lines)*sentenceLine + 21
	if f.err != "" {
		height += errorHeight
	}
	return height
}

// sentenceInset is what of the width is no text.
const sentenceInset = 14

// wrapped counts the lines that a text takes at a width, broken between words.
func wrapped(text string, width float32) int {
	lines, used := 1, float32(0)
	gap := fyne.MeasureText(" ", sentenceLetters, fyne.TextStyle{}).Width
	for _, word := range strings.Fields(text) {
		w := fyne.MeasureText(word, sentenceLetters, fyne.TextStyle{}).Width
		if used > 0 && used+gap+w > width {
			lines, used = lines+1, 0
		} else if used > 0 {
			used += gap
		}
		used += w
	}
	return lines
}

// CursorToEnd puts the cursor behind the text.
func (f *Field) CursorToEnd() {
	f.entry.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.entry.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
}

// Cursor gives where the cursor stands in the text, in bytes.
func (f *Field) Cursor() int {
	runes := []rune(f.entry.Text)
	return len(string(runes[:min(max(f.entry.CursorTextOffset(), 0), len(runes))]))
}

// NewSearchField makes a field for searching; keys, such as "Ctrl F", are shown in
// it until something is typed.
func NewSearchField(placeholder, keys string) *Field {
	f := NewField(placeholder)
	f.icon = IconSearch
	f.hint = NewKeycap(keys)
	f.clear = NewIconButton(IconClose, "Clear the search", func() {
		f.SetText("")
		f.TakeFocus()
	}).SetSize(Small)
	return f
}

// NewSecretField makes a field whose text is shown as dots until the eye is
// pressed.
func NewSecretField(placeholder string) *Field {
	f := NewField(placeholder)
	f.icon = IconKey
	f.eye = NewIconButton(IconEye, "Show what is typed", f.reveal).SetSize(Small)
	f.entry.Password = true
	f.entry.ActionItem = container.NewWithoutLayout() // in place of Fyne's own eye
	return f
}

func (f *Field) reveal() {
	f.entry.Password = !f.entry.Password
	f.eye.SetHelp("Show what is typed")
	if !f.entry.Password {
		f.eye.SetHelp("Hide it")
	}
	f.entry.Refresh()
}

// SetSize changes the height.
func (f *Field) SetSize(s ControlSize) *Field {
	f.size = s
	f.Refresh()
	return f
}

// Text gives what stands in the field.
func (f *Field) Text() string { return f.entry.Text }

// SetText replaces it; OnChanged is called where it differs.
func (f *Field) SetText(s string) {
	if f.entry.Text != s {
		f.entry.SetText(s)
	}
}

// SetError shows a sentence that says what is wrong; "" takes it away.
func (f *Field) SetError(sentence string) {
	if f.err != sentence {
		f.err = sentence
		f.Refresh()
	}
}

// SetWrong marks the field as wrong without a sentence of its own, where the
// sentence stands elsewhere.
func (f *Field) SetWrong(wrong bool) {
	if f.wrong != wrong {
		f.wrong = wrong
		f.Refresh()
	}
}

// Error gives the sentence of SetError.
func (f *Field) Error() string { return f.err }

// Enable makes the field usable.
func (f *Field) Enable() { f.entry.Enable(); f.Refresh() }

// Disable makes it unusable.
func (f *Field) Disable() { f.entry.Disable(); f.Refresh() }

// TakeFocus puts the keyboard into the field.
func (f *Field) TakeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f.entry)
	}
}

// Focus gives what takes the keyboard.
func (f *Field) Focus() fyne.Focusable { return f.entry }

// Focused reports whether the keyboard is in the field.
func (f *Field) Focused() bool { return f.entry.focused }

// SelectAll selects the whole text.
func (f *Field) SelectAll() { f.entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	r := &fieldRenderer{
		f: f, back: canvas.NewRectangle(color.Transparent), icon: newIconImage(f.icon, Ink3),
		lock: newIconImage(IconLock, Ink3), err: NewStatus(MarkFailed, Red, "").SetStyle(Caption, 14),
	}
	entry := fyne.CanvasObject(f.entry)
	if f.sentence {
		entry = f.large
	}
	r.objects = []fyne.CanvasObject{r.back, r.icon.Image, entry, r.lock.Image, r.err}
	if f.hint != nil {
		r.objects = append(r.objects, f.hint)
	}
	if f.clear != nil {
		r.objects = append(r.objects, f.clear)
	}
	if f.eye != nil {
		r.objects = append(r.objects, f.eye)
	}
	r.Refresh()
	return r
}

type fieldRenderer struct {
	f       *Field
	back    *canvas.Rectangle
	icon    *iconImage
	lock    *iconImage
	err     *Status
	objects []fyne.CanvasObject
}

func (r *fieldRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *fieldRenderer) Destroy()                     {}

// boxHeight is the height of the frame alone.
func (r *fieldRenderer) boxHeight() float32 {
	if r.f.sentence {
		return sentenceLine + 21
	}
	if r.f.rows > 1 {
		return float32(r.f.rows)*Body.LineHeight() + 20
	}
	return r.f.size.height()
}

const errorHeight = 24

func (r *fieldRenderer) MinSize() fyne.Size {
	height := r.boxHeight()
	if r.f.err != "" {
		height += errorHeight
	}
	return fyne.NewSize(56, height)
}

func (r *fieldRenderer) Layout(size fyne.Size) {
	height := size.Height
	if r.f.err != "" {
		height -= errorHeight
	}
	inset := float32(0)
	if r.back.StrokeWidth > 1 { // the thick edge of focus and error grows outward
		inset = -1
	}
	r.back.Move(fyne.NewSquareOffsetPos(inset))
	r.back.Resize(fyne.NewSize(size.Width-2*inset, height-2*inset))
	left, right := float32(1), float32(1)
	if r.f.icon != "" {
		r.icon.place(12, 0, 18, height, 18)
		left += 28
	}
	if r.f.hint != nil && r.f.hint.Visible() {
		hint := r.f.hint.MinSize()
		r.f.hint.Resize(hint)
		r.f.hint.Move(fyne.NewPos(size.Width-hint.Width-11, (height-hint.Height)/2))
		right += hint.Width + 11
	}
	if r.f.clear != nil && r.f.clear.Visible() {
		r.f.clear.Resize(fyne.NewSquareSize(HeightSmall))
		r.f.clear.Move(fyne.NewPos(size.Width-HeightSmall-4, (height-HeightSmall)/2))
		right += HeightSmall + 4
	}
	if r.f.eye != nil {
		r.f.eye.Resize(fyne.NewSquareSize(HeightSmall))
		r.f.eye.Move(fyne.NewPos(size.Width-HeightSmall-4, (height-HeightSmall)/2))
		right += HeightSmall + 4
	}
	r.lock.place(size.Width-30, 0, 18, height, 16)
	if r.f.sentence {
		r.f.large.Move(fyne.NewPos(left, 2))
		r.f.large.Resize(fyne.NewSize(size.Width-left-right, height-4))
	} else if r.f.rows > 1 {
		r.f.entry.Move(fyne.NewPos(left, 2))
		r.f.entry.Resize(fyne.NewSize(size.Width-left-right, height-4))
	} else {
		needs := r.f.entry.MinSize().Height
		r.f.entry.Move(fyne.NewPos(left, (height-needs)/2))
		r.f.entry.Resize(fyne.NewSize(size.Width-left-right, needs))
	}
	r.err.Move(fyne.NewPos(0, height+6))
	r.err.Resize(fyne.NewSize(size.Width, errorHeight-6))
}

func (r *fieldRenderer) Refresh() {
	f := r.f
	disabled := f.entry.Disabled()
	r.back.CornerRadius = RadiusControl
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = Color(Surface), Color(Edge), 1
	switch {
	case disabled:
		r.back.FillColor, r.back.StrokeWidth = Color(Sunken), 0
	case f.err != "" || f.wrong:
		r.back.StrokeColor, r.back.StrokeWidth = Color(Red), 2
	case f.entry.focused:
		r.back.StrokeColor, r.back.StrokeWidth = Color(Accent), 2
	}
	r.icon.set(f.icon, Ink3)
	r.lock.set(IconLock, Ink3)
	r.lock.Hidden = !disabled
	if f.hint != nil {
		f.hint.Hidden = f.entry.Text != ""
	}
	if f.clear != nil {
		f.clear.Hidden = f.entry.Text == ""
	}
	r.err.Set(MarkFailed, Red, Red, f.err)
	r.err.Hidden = f.err == ""
	if f.entry.lines != nil {
		f.entry.lines.recolour()
	}
	r.Layout(f.Size())
	r.back.Refresh()
	canvas.Refresh(f)
}
