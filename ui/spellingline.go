package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/ui/widget"
)

// spellingLine names the words that no dictionary knows while a text is typed,
// each with what may be meant: pressed, it takes the word's place.
type spellingLine struct {
	object *fyne.Container
	fix    func(wrong, right string)
	words  []core.Misspelling
	say    *widget.Text
}

// maxFixes is how many words, and how many of what may be meant, are offered.
const (
	maxFixes    = 3
	maxMeanings = 3
)

func newSpellingLine(fix func(wrong, right string)) *spellingLine {
	l := &spellingLine{fix: fix, say: widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate()}
	l.object = container.New(&arrangement{place: l.place})
	return l
}

func (l *spellingLine) shown() bool { return len(l.words) > 0 || l.say.Text() != "" }

func (l *spellingLine) height() float32 {
	if len(l.words) == 0 {
		return 20
	}
	return 34 * float32(min(len(l.words), maxFixes))
}

// set shows what is known of a text's spelling.
func (l *spellingLine) set(s core.Spelling) {
	l.words = s.Wrong
	l.say.SetText("")
	if !s.Known {
		l.say.SetText(s.Say)
	}
	l.object.Objects = nil
	for _, w := range l.words[:min(len(l.words), maxFixes)] {
		objects := []fyne.CanvasObject{widget.NewStatus(widget.MarkFailed, widget.Red, w.Word)}
		for _, m := range w.Meant[:min(len(w.Meant), maxMeanings)] {
			objects = append(objects, widget.NewButton(widget.Plain, "", m, func() { l.fix(w.Word, m) }).SetSize(widget.Small))
		}
		l.object.Add(row(8, objects...))
	}
	if len(l.words) == 0 {
		l.object.Add(l.say)
	}
}

func (l *spellingLine) place(size fyne.Size) {
	for i, o := range l.object.Objects {
		if len(l.words) == 0 {
			put(o, 0, 0, size.Width, 18)
			continue
		}
		m := o.MinSize()
		put(o, 0, 34*float32(i), min(m.Width, size.Width), 32)
	}
}

// misspelledLine names the words of a sentence that no dictionary knows; "" for
// none.
func misspelledLine(s core.Spelling) string {
	var words []string
	for _, w := range s.Wrong {
		words = append(words, "“"+w.Word+"”")
	}
	if len(words) == 0 {
		return ""
	}
	return "Not in the dictionary: " + strings.Join(words, ", ")
}
