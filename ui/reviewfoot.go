package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/evidence"
	"edusmart/ui/widget"
)

// reviewFoot counts how the page stands to its document, and passes it.
type reviewFoot struct {
	review *storyReview
	object *fyne.Container

	rule                    *widget.Rule
	supported, weak, absent *widget.Status
	say                     *widget.Text
	pass                    *widget.Button
}

func newReviewFoot(r *storyReview) *reviewFoot {
	f := &reviewFoot{review: r, rule: widget.NewRule()}
	f.supported = widget.NewStatus(widget.MarkReady, widget.Ok, "")
	f.weak = widget.NewStatus(widget.MarkWeak, widget.Amber, "")
	f.absent = widget.NewStatus(widget.MarkAbsent, widget.Ink, "")
	f.say = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate()
	f.pass = widget.NewButton(widget.Primary, "", "", r.toggle)
	ground := widget.NewGround(widget.Surface, 0)
	f.object = container.New(&arrangement{place: f.place(ground)}, ground, f.rule, f.supported, f.weak, f.absent, f.say, f.pass)
	return f
}

func (f *reviewFoot) place(ground *widget.Ground) func(size fyne.Size) {
	return func(size fyne.Size) {
		put(ground, 1, 0, size.Width-2, size.Height)
		put(f.rule, 0, 0, size.Width, 1)
		m := f.pass.MinSize()
		right := size.Width - 16
		if f.pass.Visible() {
			right -= m.Width
			put(f.pass, right, (size.Height-m.Height)/2, m.Width, m.Height)
		}
		x := float32(16)
		for _, s := range []*widget.Status{f.supported, f.weak, f.absent} {
			if s.Visible() {
				m := s.MinSize()
				put(s, x, (size.Height-20)/2, min(m.Width, max(0, right-12-x)), 20)
				x += m.Width + 16
			}
		}
		put(f.say, 16, (size.Height-18)/2, max(0, right-28), 18)
	}
}

// update shows the counts of what is reviewed.
func (f *reviewFoot) update() {
	r := f.review
	s := r.screen
	var counts evidence.Counts
	known := false
	if rep := r.report(); rep != nil {
		known = true
		switch {
		case r.part == partQuiz:
			counts = rep.Quiz
		case r.part == partTerms:
			counts = rep.Glossary
		case s.page < len(rep.Pages):
			counts = rep.Pages[s.page]
		}
	}
	for _, c := range []struct {
		status *widget.Status
		mark   widget.Icon
		token  widget.Token
		n      int
		what   string
	}{
		{f.supported, widget.MarkReady, widget.Ok, counts.Supported, "supported"},
		{f.weak, widget.MarkWeak, widget.Amber, counts.Weak, "weak"},
		{f.absent, widget.MarkAbsent, widget.Ink, counts.Absent, "not in the document"},
	} {
		visible(c.status, known && c.n > 0)
		c.status.Set(c.mark, c.token, widget.Ink2, fmt.Sprintf("%d %s", c.n, c.what))
	}
	f.say.SetText("")
	if !known {
		f.say.SetText(f.unknown())
	}
	visible(f.say, !known)
	visible(f.pass, r.part == partPage)
	f.pass.SetText(fmt.Sprintf("Pass page %d  P", s.page+1))
	f.pass.SetKind(widget.Primary)
	if p := s.current(); p.Passed {
		f.pass.SetText("Passed, take it back  P")
		f.pass.SetKind(widget.Plain)
	}
	f.object.Refresh()
}

// unknown says why nothing is known of how the story stands to its document.
func (f *reviewFoot) unknown() string {
	e := f.review.screen.evidence
	switch {
	case e.Err != "":
		return e.Err
	case e.ID == "" || !e.Ready:
		return "The document is being read"
	}
	return ""
}
