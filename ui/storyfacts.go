package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// storyFacts is what the lower card says of a story without gaps.
type storyFacts struct {
	Ready  bool
	Source string
	Length string
	Voice  string
	Notice string
	Terms  []story.Term
}

// factsOf collects the facts; nil while there is nothing to say.
func factsOf(s *storyScreen) *storyFacts {
	st := s.state.Story
	if st == nil || len(st.Pages) == 0 {
		return nil
	}
	f := &storyFacts{Ready: storyReady(s.state), Source: sourceLine(st), Notice: st.Notice, Terms: st.Glossary}
	if length := st.Seconds(); length > 0 {
		f.Length = lengthWords(length)
	}
	for i := range st.Pages {
		if id := st.Pages[i].Voice; id != "" {
			f.Voice = voiceName(s.settings, id)
			break
		}
	}
	return f
}

// voiceName gives what the teacher reads for a voice; its id where it is not
// on this computer.
func voiceName(s core.SettingsState, id string) string {
	for _, v := range s.Voices {
		if v.ID == id {
			return v.Name
		}
	}
	return id
}

// facts builds what the lower card shows when there are no gaps.
func (b *storyBoard) facts() []fyne.CanvasObject {
	f := b.about
	if f == nil {
		return []fyne.CanvasObject{padded(16, 14, 12, quiet("The parts appear here as they are made."))}
	}
	var objects []fyne.CanvasObject
	head := widget.NewText(widget.CardTitle, "About this story")
	objects = append(objects, padded(16, 14, 8, head))
	for _, line := range [][2]string{{"From", f.Source}, {"Length", f.Length}, {"Voice", f.Voice}} {
		if line[1] != "" {
			objects = append(objects, fact(line[0], line[1]))
		}
	}
	if f.Notice != "" {
		objects = append(objects, padded(16, 6, 4, quiet(f.Notice)))
	}
	if len(f.Terms) > 0 {
		terms := widget.NewText(widget.SmallStrong, "Words to know")
		objects = append(objects, space(8), rule(16), padded(16, 12, 2, terms))
		for _, t := range f.Terms {
			objects = append(objects, term(t))
		}
	}
	return append(objects, space(12))
}

// quiet is a small wrapped sentence.
func quiet(s string) *widget.Text {
	t := widget.NewText(widget.SmallText, s)
	t.SetToken(widget.Ink2)
	t.Wrap(6)
	return t
}

// fact is one line: what it is, and its value.
func fact(name, value string) *fyne.Container {
	n, v := widget.NewText(widget.SmallText, name), widget.NewText(widget.SmallText, value).Truncate()
	n.SetToken(widget.Ink3)
	place := func(size fyne.Size) {
		put(n, 16, 2, 60, 18)
		put(v, 80, 2, size.Width-96, 18)
	}
	return container.New(&arrangement{place, func() fyne.Size { return fyne.NewSize(200, 22) }}, n, v)
}

// term is one word of the glossary with what the document says of it.
func term(t story.Term) *fyne.Container {
	word, means := widget.NewText(widget.SmallStrong, t.Term), quiet(t.Definition)
	return padded(16, 6, 2, column(0, 1, word, means))
}
