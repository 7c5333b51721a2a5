package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/ui/widget"
)

// teachKeys is the row of keys at the foot of the teacher's view. Keys that
// have no room are left out; "?" shows them all.
type teachKeys struct {
	object      *fyne.Container
	rule        *widget.Rule
	left, right []*fyne.Container
}

func newTeachKeys() *teachKeys {
	k := &teachKeys{rule: widget.NewRule()}
	objects := []fyne.CanvasObject{k.rule}
	for _, pair := range [][2]string{
		{"Space", "on"},
		{"←", "back"},
		{"P", "play or pause"},
		{"R", "repeat the sentence"},
		{"B", "black"},
		{"F", "freeze"},
		{"W", "words to know"},
		{"G", "all pages"},
		{"E", "echo"},
		{"S", "sentence by sentence"},
	} {
		r := hintRow(pair[0], pair[1])
		k.left, objects = append(k.left, r), append(objects, r)
	}
	for _, pair := range [][2]string{{"?", "all keys"}, {"Esc", "one step out"}} {
		r := hintRow(pair[0], pair[1])
		k.right, objects = append(k.right, r), append(objects, r)
	}
	k.object = container.New(&arrangement{place: k.place}, objects...)
	return k
}

func (k *teachKeys) place(size fyne.Size) {
	put(k.rule, 0, 0, size.Width, 1)
	end := size.Width - teachSide
	for _, r := range k.right {
		m := r.MinSize()
		put(r, end-m.Width, (size.Height-m.Height)/2, m.Width, m.Height)
		end -= m.Width + 20
	}
	x := float32(teachSide)
	full := false
	for _, r := range k.left {
		m := r.MinSize()
		full = full || x+m.Width > end
		visible(r, !full)
		put(r, x, (size.Height-m.Height)/2, m.Width, m.Height)
		x += m.Width + 20
	}
}
