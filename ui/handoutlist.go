package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/ui/widget"
)

// handOutList are the formats, in groups, each with a box that takes it into
// the class pack and a button that saves it alone.
type handOutList struct {
	handOut *handOut
	object  *fyne.Container
	card    *widget.Card
	scroll  *container.Scroll

	all  []core.FormatInfo
	rows []*handOutRow
}

// handOutRow is a format, or two that differ in their paper or their layout.
type handOutRow struct {
	list    *handOutList
	object  *fyne.Container
	formats []core.FormatInfo
	turn    int // which of them is chosen

	check   *widget.Check
	use     *widget.Text
	missing *widget.Status
	variant *widget.Segmented // nil: there is one format
	save    *widget.Button
}

// variants are formats that stand in the row of another, and what tells the
// two apart.
var variants = map[string]struct {
	of    string
	names []string
}{
	"epub-fixed": {"epub", []string{"Text flows", "Fixed pages"}},
	"pdf-letter": {"pdf", []string{"A4", "Letter"}},
}

func newHandOutList(h *handOut) *handOutList {
	l := &handOutList{handOut: h, card: widget.NewCard(nil, 0), scroll: container.NewVScroll(column(0, 0))}
	l.object = container.New(&arrangement{place: func(size fyne.Size) {
		put(l.card, 0, 0, size.Width, size.Height)
		put(l.scroll, 8, 8, size.Width-16, size.Height-16)
	}}, l.card, l.scroll)
	return l
}

// build lists the formats, where they are others than before.
func (l *handOutList) build(all []core.FormatInfo) {
	if slices.Equal(l.all, all) {
		return
	}
	l.all, l.rows = all, nil
	var objects []fyne.CanvasObject
	var group core.FormatGroup
	for _, f := range all {
		if v, ok := variants[f.Name]; ok && l.join(v.of, f, v.names) {
			continue
		}
		if f.Group != group {
			group = f.Group
			objects = append(objects, padded(16, 14, 2, widget.NewText(widget.SmallStrong, string(group)).SetToken(widget.Ink2)))
		}
		r := newHandOutRow(l, f)
		l.rows = append(l.rows, r)
		objects = append(objects, r.object)
	}
	l.scroll.Content = column(0, 0, append(objects, space(8))...)
	l.scroll.Refresh()
}

// join puts a format into the row of another.
func (l *handOutList) join(other string, f core.FormatInfo, names []string) bool {
	for _, r := range l.rows {
		if r.formats[0].Name == other {
			r.formats = append(r.formats, f)
			r.variant = widget.NewSegmented(names, 0, r.turned).SetSize(widget.Small)
			r.object.Add(r.variant)
			return true
		}
	}
	return false
}

func newHandOutRow(l *handOutList, f core.FormatInfo) *handOutRow {
	r := &handOutRow{list: l, formats: []core.FormatInfo{f}}
	r.check = widget.NewCheck(f.Title, false, func(on bool) {
		for i, f := range r.formats {
			l.handOut.chosen[f.Name] = on && i == r.turn
		}
		l.handOut.keep()
	})
	r.use = widget.NewText(widget.SmallText, f.Use).SetToken(widget.Ink2).Wrap(2)
	r.missing = widget.NewStatus(widget.MarkAbsent, widget.Amber, "")
	r.missing.Hide()
	r.save = widget.NewButton(widget.Quiet, "", "Save", func() { l.handOut.save(r.current()) }).SetSize(widget.Small)
	r.object = container.New(&tall{place: r.place, height: r.height}, r.check, r.use, r.missing, r.save)
	return r
}

const handOutIndent = 44 // of the words under a format's name

// right is the room that the controls at the right take.
func (r *handOutRow) right() float32 {
	w := r.save.MinSize().Width + 8
	if r.variant != nil {
		w += r.variant.MinSize().Width + 8
	}
	return w
}

func (r *handOutRow) height(width float32) float32 {
	return 36 + r.use.HeightFor(width-handOutIndent-r.right()-8) + 8
}

func (r *handOutRow) place(size fyne.Size) {
	words := size.Width - handOutIndent - r.right() - 8
	put(r.check, 16, 4, min(r.check.MinSize().Width, words+handOutIndent-16), 32)
	put(r.use, handOutIndent, 34, words, r.use.HeightFor(words))
	put(r.missing, handOutIndent, 34, words, 18)
	y := (size.Height - 32) / 2
	m := r.save.MinSize()
	put(r.save, size.Width-m.Width-8, y, m.Width, 32)
	if r.variant != nil {
		v := r.variant.MinSize()
		put(r.variant, size.Width-m.Width-8-v.Width-8, y, v.Width, 32)
	}
}

// current is the format that is chosen of the row's.
func (r *handOutRow) current() core.FormatInfo { return r.formats[r.turn] }

// turned takes another paper or layout.
func (r *handOutRow) turned(i int) {
	r.turn = i
	for k, f := range r.formats {
		r.list.handOut.chosen[f.Name] = r.check.On() && k == i
	}
	r.list.handOut.keep()
}

// follow shows the choice in the boxes.
func (l *handOutList) follow() {
	for _, r := range l.rows {
		on := false
		for i, f := range r.formats {
			if l.handOut.chosen[f.Name] {
				if on {
					l.handOut.chosen[f.Name] = false // one of a row is enough
					continue
				}
				on, r.turn = true, i
			}
		}
		r.check.Set(on)
		if r.variant != nil {
			r.variant.Select(r.turn)
		}
	}
}

// update shows what can be made.
func (l *handOutList) update() {
	busy := l.handOut.busy() || l.handOut.screen.state.Job.Active()
	for _, r := range l.rows {
		f := r.current()
		why := l.handOut.why(f)
		r.check.SetText(f.Title)
		r.use.SetText(f.Use)
		r.missing.Set(widget.MarkAbsent, widget.Amber, widget.Amber, why)
		visible(r.missing, why != "")
		visible(r.use, why == "")
		if why != "" {
			r.check.Disable()
		} else {
			r.check.Enable()
		}
		enable(r.save, why == "" && !busy)
		r.object.Refresh()
	}
}
