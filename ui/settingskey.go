package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/ui/widget"
)

// keyCard is the service's key: typed in here, tested here, and shown by its
// last letters only.
type keyCard struct {
	screen *settingsScreen
	object *fyne.Container

	title *widget.Text
	kept  *keptKey
	field *widget.Field

	replace, test, keep, cancel, remove *widget.Button

	lock  *widget.IconView
	where *widget.Text
	wrong *widget.Status
	busy  *widget.Spinner
	terms *widget.Text
	rules [3]*widget.Rule
	roles [3]*modelRow

	typing bool // the field is there, for a new key
	sent   bool // a key was given to be kept and nothing came of it yet
}

const (
	roleTall    = 62  // height of a role's row
	rolesTop    = 128 // where the first begins
	keyInset    = 20
	keyTermsGap = 12
)

// termsText is what a teacher must know before entering a key.
const termsText = "You must be 18 or older to use the service. On Google’s free tier, what is sent may be read by people and used for training, " +
	"so use it for nothing private. In the EEA, Switzerland and the United Kingdom only the paid tier may be used."

func newKeyCard(s *settingsScreen) *keyCard {
	k := &keyCard{
		screen: s, title: widget.NewText(widget.CardTitle, "Gemini key"), kept: newKeptKey(),
		field: widget.NewSecretField("Paste the key from aistudio.google.com"),
		lock:  widget.NewIconView(widget.IconLock, widget.Ink2, 14),
		where: widget.NewText(widget.Caption, "").SetToken(widget.Ink2).Truncate(),
		wrong: widget.NewStatus(widget.MarkFailed, widget.Red, "").SetStyle(widget.Caption, 14),
		busy:  widget.NewSpinner(),
		terms: widget.NewText(widget.SmallText, termsText).SetToken(widget.Ink2).Wrap(0),
	}
	k.replace = widget.NewButton(widget.Plain, "", "Replace", func() { k.enter(true) })
	k.test = widget.NewButton(widget.Tonal, "", "Test the key", s.commands.TestKey)
	k.keep = widget.NewButton(widget.Primary, "", "Keep the key", k.send)
	k.cancel = widget.NewButton(widget.Plain, "", "Cancel", func() { k.enter(false) })
	k.remove = widget.NewButton(widget.DangerQuiet, "", "Remove the key", s.commands.RemoveKey).SetSize(widget.Small)
	k.field.OnSubmitted = func(string) { k.send() }
	k.field.OnChanged = func(string) { k.sent = false; k.show() }
	k.field.OnCancel = func() { k.enter(false) }
	objects := []fyne.CanvasObject{
		k.title, k.kept.object, k.field, k.replace, k.test, k.keep, k.cancel,
		k.lock, k.where, k.wrong, k.busy, k.remove, k.terms,
	}
	for i := range k.roles {
		k.rules[i], k.roles[i] = widget.NewRule(), newModelRow(s, i)
		objects = append(objects, k.rules[i], k.roles[i].object)
	}
	k.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) { k.place(size) }), objects...)
	s.updates = append(s.updates, k.update)
	k.show()
	return k
}

func (k *keyCard) card() settingsCard {
	return settingsCard{object: widget.NewCard(k.object, 0), height: k.height}
}

// leave forgets what was typed.
func (k *keyCard) leave() {
	k.typing, k.sent = false, false
	k.field.SetText("")
	k.show()
}

// enter shows the field for a new key, or takes it away.
func (k *keyCard) enter(on bool) {
	k.typing, k.sent = on, false
	k.field.SetText("")
	k.show()
	k.screen.root.Refresh()
	if on {
		k.field.TakeFocus()
	}
}

// send gives the typed key to be kept.
func (k *keyCard) send() {
	key := strings.TrimSpace(k.field.Text())
	if key == "" || k.screen.service.Key.Busy {
		return
	}
	k.sent = true
	k.screen.commands.SetKey(key)
}

// update takes in how it stands with the key.
func (k *keyCard) update() {
	state := k.screen.service.Key
	if k.sent && state.Set && !state.Busy && state.Err == "" {
		k.typing, k.sent = false, false
		k.field.SetText("")
	}
	for _, r := range k.roles {
		r.update()
	}
	k.show()
}

// show shows what belongs to the state and hides the rest.
func (k *keyCard) show() {
	state := k.screen.service.Key
	entry := k.typing || !state.Set
	k.kept.tail.SetText(state.Tail)
	visible(k.kept.object, !entry)
	visible(k.field, entry)
	visible(k.replace, !entry)
	visible(k.test, !entry)
	visible(k.keep, entry)
	visible(k.cancel, entry && state.Set)
	visible(k.remove, !entry && state.Where != "environment")
	visible(k.busy, state.Busy)
	visible(k.lock, !state.Busy && state.Err == "")
	visible(k.where, state.Err == "" || state.Busy)
	visible(k.wrong, state.Err != "" && !state.Busy)
	k.where.SetText(whereWords(state.Where))
	if entry {
		k.where.SetText(whereWords(""))
	}
	if state.Busy {
		k.where.SetText("Asking Gemini…")
	}
	k.wrong.Set(widget.MarkFailed, widget.Red, widget.Red, state.Err)
	visible(k.terms, entry)
	for i := range k.roles {
		visible(k.rules[i], !entry)
		visible(k.roles[i].object, !entry)
	}
	able(k.test, !state.Busy && !k.screen.service.Only)
	able(k.keep, !state.Busy && strings.TrimSpace(k.field.Text()) != "")
	able(k.remove, !state.Busy)
}

// able makes a control usable or not.
func able(c fyne.Disableable, on bool) {
	if on {
		c.Enable()
	} else {
		c.Disable()
	}
}

func (k *keyCard) height(width float32) float32 {
	if k.field.Visible() {
		return rolesTop + k.terms.HeightFor(width-2*keyInset) + keyTermsGap
	}
	return rolesTop + 3*roleTall + 8
}

func (k *keyCard) place(size fyne.Size) {
	w := size.Width
	put(k.title, keyInset, 18, w-2*keyInset, 22)
	right := w - keyInset
	for _, b := range []*widget.Button{k.test, k.replace, k.keep, k.cancel} {
		if b.Visible() {
			m := b.MinSize()
			right -= m.Width
			put(b, right, 50, m.Width, 40)
			right -= 8
		}
	}
	put(k.kept.object, keyInset, 50, right-keyInset, 40)
	put(k.field, keyInset, 50, right-keyInset, 40)
	put(k.lock, keyInset, 99, 14, 14)
	put(k.busy, keyInset, 99, 14, 14)
	m := k.remove.MinSize()
	put(k.remove, w-keyInset-m.Width+8, 93, m.Width, 30)
	text := w - 2*keyInset - 20 - m.Width
	put(k.where, keyInset+20, 98, text, 16)
	put(k.wrong, keyInset, 97, text+20, 18)
	put(k.terms, keyInset, rolesTop-keyTermsGap+4, w-2*keyInset, size.Height-rolesTop)
	for i := range k.roles {
		y := rolesTop + float32(i)*roleTall
		put(k.rules[i], keyInset, y, w-2*keyInset, 1)
		put(k.roles[i].object, keyInset, y+1, w-2*keyInset, roleTall)
	}
}

// keptKey looks like a field with a key in it, of which the last letters are
// shown.
type keptKey struct {
	object *fyne.Container
	tail   *widget.Text
}

func newKeptKey() *keptKey {
	frame := widget.NewCard(nil, 0)
	frame.Depth, frame.Radius, frame.Outline = widget.Flat, widget.RadiusControl, widget.Edge
	icon := widget.NewIconView(widget.IconKey, widget.Ink3, 18)
	dots := widget.NewText(widget.Body, strings.Repeat("•", 27))
	k := &keptKey{tail: widget.NewText(widget.Body, "")}
	k.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(frame, 0, 0, size.Width, size.Height)
		put(icon, 12, (size.Height-18)/2, 18, 18)
		w := min(dots.Width(), size.Width-100)
		put(dots, 39, (size.Height-20)/2, w, 20)
		put(k.tail, 39+w+9, (size.Height-20)/2, 60, 20)
	}), frame, icon, dots.Truncate(), k.tail)
	return k
}
