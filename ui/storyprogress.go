package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// storyProgress is the line under the header: what is being done and how far
// it is, or how the story stands when nothing is.
type storyProgress struct {
	object *fyne.Container
	ready  *widget.IconView
	half   *widget.IconView
	failed *widget.IconView
	doing  *widget.Text
	bar    *widget.Progress
	parts  *widget.Text
}

func newStoryProgress() *storyProgress {
	p := &storyProgress{
		ready:  widget.NewIconView(widget.MarkReady, widget.Ok, 16),
		half:   widget.NewIconView(widget.MarkWeak, widget.Amber, 16),
		failed: widget.NewIconView(widget.MarkFailed, widget.Red, 16),
		doing:  widget.NewText(widget.SmallStrong, "").Truncate(),
		bar:    widget.NewProgress(),
		parts:  widget.NewText(widget.SmallText, "").Tabular(),
	}
	p.parts.SetToken(widget.Ink2)
	p.object = container.New(&arrangement{place: p.place}, p.ready, p.half, p.failed, p.doing, p.bar, p.parts)
	return p
}

func (p *storyProgress) place(size fyne.Size) {
	x := float32(0)
	for _, m := range []*widget.IconView{p.ready, p.half, p.failed} {
		put(m, 0, 1, 16, 16)
		if m.Visible() {
			x = 24
		}
	}
	parts := p.parts.MinSize().Width
	put(p.parts, size.Width-parts, 0, parts, 18)
	doing := min(p.doing.Width(), size.Width-x-parts-24)
	put(p.doing, x, 0, doing, 18)
	put(p.bar, x+doing+12, 6, size.Width-x-doing-parts-24, 6)
}

func (p *storyProgress) update(s core.StoryState) {
	active := s.Job.Active()
	visible(p.bar, active)
	switch {
	case active:
		p.showMark(nil)
		p.doing.SetText(doingLine(s.Job))
		p.parts.SetText(partsLine(s.Job))
		p.bar.Set(jobPart(s.Job))
	case s.Err != "":
		p.showMark(p.failed)
		p.doing.SetText(s.Err)
		p.parts.SetText("")
	case s.Job != nil && s.Job.Phase == core.Broken:
		p.showMark(p.failed)
		p.doing.SetText(s.Job.Err)
		p.parts.SetText("")
	default:
		p.showMark(p.half)
		if storyReady(s) {
			p.showMark(p.ready)
		}
		if s.Story == nil {
			p.showMark(nil)
		}
		p.doing.SetText(endLine(s))
		p.parts.SetText(lengthLine(s.Story))
	}
	arrange(p.object)
}

// showMark shows one of the marks, or none.
func (p *storyProgress) showMark(on *widget.IconView) {
	for _, m := range []*widget.IconView{p.ready, p.half, p.failed} {
		visible(m, m == on)
	}
}

// jobPart is how far a job is, from 0 to 1.
func jobPart(j *core.Job) float32 {
	if j == nil || j.Total == 0 {
		return 0
	}
	return float32(j.Done) / float32(j.Total)
}

// storyReady reports whether a story is whole: made to its end, without a gap.
func storyReady(s core.StoryState) bool {
	if s.Story == nil || s.Job.Active() || canResume(s) {
		return false
	}
	texts, pictures, voices := s.Story.Gaps()
	return texts+pictures+voices == 0
}

func lengthLine(s *story.Story) string {
	if s == nil || s.Seconds() == 0 {
		return ""
	}
	return lengthWords(s.Seconds())
}
