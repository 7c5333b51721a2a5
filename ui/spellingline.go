package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/ui/widget"
)

// speller knows how the words of the story that is reviewed are written.
type speller struct {
	screen *storyScreen
	// foreign is true of texts that may be in another language than the story's,
	// such as the teacher's notes: one that has mostly unknown words is left alone.
	foreign bool
}

// foreignWords is how many unknown words make a text one in another language,
// where they are more than half of its words.
const foreignWords = 4

// Misspelt implements widget.Speller.
func (s speller) Misspelt(text string) []widget.Misspelt {
	wrong := s.screen.commands.Spelling(s.screen.id, text).Wrong
	if s.foreign && len(wrong) >= foreignWords && 2*len(wrong) > wordCount(text) {
		return nil
	}
	words := make([]widget.Misspelt, len(wrong))
	for i, w := range wrong {
		words[i] = widget.Misspelt(w)
	}
	return words
}

// Meant implements widget.Speller.
func (s speller) Meant(word string) []string { return s.screen.commands.Meant(s.screen.id, word) }

// spellingLine names the words of a field that no dictionary knows while it is
// typed into, each with what may be meant: pressed, it takes the word's place.
type spellingLine struct {
	object *fyne.Container
	field  *widget.Field
	speller
	words []widget.Misspelt
	say   *widget.Text
}

// maxFixes is how many words, and how many of what may be meant, are offered.
const (
	maxFixes    = 3
	maxMeanings = 3
)

func newSpellingLine(s *storyScreen, field *widget.Field) *spellingLine {
	l := &spellingLine{speller: speller{screen: s}}
	l.field = field.SetSpeller(l.speller)
	l.say = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate()
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

// update shows what is known of the text's spelling.
func (l *spellingLine) update() {
	l.words = l.field.Misspelt()
	l.say.SetText("")
	if s := l.screen.commands.Spelling(l.screen.id, l.field.Text()); !s.Known {
		l.say.SetText(s.Say)
	}
	l.object.Objects = nil
	for _, w := range l.words[:min(len(l.words), maxFixes)] {
		objects := []fyne.CanvasObject{widget.NewStatus(widget.MarkFailed, widget.Red, w.Word)}
		meant := l.Meant(w.Word)
		for _, m := range meant[:min(len(meant), maxMeanings)] {
			objects = append(objects, widget.NewButton(widget.Plain, "", m, func() {
				l.field.Replace(w.From, w.To, m)
				l.field.TakeFocus()
			}).SetSize(widget.Small))
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
