package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/ui/widget"
)

// typingHeight is how much of the sentences is in sight at once.
const typingHeight = 420

// showTyping lets the teacher type the second language of the page that is
// shown, sentence by sentence. Each field is kept when it is left.
func showTyping(s *storyScreen) {
	p := s.current()
	if p == nil || s.state.Story.Also == "" {
		return
	}
	language := languageName(s.state.Story.Also)
	lines := make([]fyne.CanvasObject, 0, 3*len(p.Sentences))
	fields := make([]*widget.Field, len(p.Sentences))
	for i, sentence := range p.Sentences {
		text := widget.NewText(widget.Body, sentence.Text).Wrap(4)
		field := widget.NewSentenceField(fmt.Sprintf("Sentence %d in %s", i+1, language))
		field.SetText(sentence.Also)
		was := sentence.Also
		keep := func() {
			if now := strings.TrimSpace(field.Text()); now != was {
				was = now
				s.commands.SetAlso(s.id, p.ID, i, now)
			}
		}
		field.OnLeft = keep
		field.OnSubmitted = func(string) {
			keep()
			if i+1 < len(fields) {
				fields[i+1].TakeFocus()
			}
		}
		fields[i] = field
		lines = append(lines, text, field, space(8))
	}
	scroll := container.NewVScroll(padded(4, 4, 4, column(variantsWidth-68, 4, lines...)))
	scroll.SetMinSize(fyne.NewSize(variantsWidth-48, typingHeight))
	leave := func() {
		for _, f := range fields {
			if f.OnLeft != nil {
				f.OnLeft()
			}
		}
	}
	var first fyne.Focusable
	if len(fields) > 0 {
		first = fields[0].Focus()
	}
	widget.ShowDialog(s.root, widget.Dialog{
		Title: fmt.Sprintf("Page %d in %s", s.page+1, language), Width: variantsWidth, First: first, Content: scroll, Cancel: leave,
		Actions: []widget.DialogAction{
			{Kind: widget.Plain, Text: "Keep it", Do: leave},
			{Kind: widget.Primary, Text: "Keep it and speak the whole pages", Do: func() {
				leave()
				s.commands.SpeakLanguage(s.id)
			}},
		},
	})
}
