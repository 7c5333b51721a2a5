package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/ui/widget"
)

// reviewRecord records the teacher's own voice for the page, which is shown to
// be read from.
type reviewRecord struct {
	review *storyReview
	closes func() // nil: it is not open
	page   string

	text  *widget.StoryText
	meter *widget.Progress
	line  *widget.Text
	start *widget.Button
	hear  *widget.Button
	keep  *widget.Button
	state core.RecordingState
}

func newReviewRecord(r *storyReview) *reviewRecord {
	v := &reviewRecord{review: r}
	c := r.screen.commands
	v.text = widget.NewStoryText(r.screen.fonts, widget.PageColours)
	v.text.SetStyle(widget.TextStyle{Smallest: 22, Largest: 22, Top: true})
	v.meter = widget.NewProgress()
	v.line = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Wrap(2)
	v.start = widget.NewButton(widget.Primary, widget.IconMic, "Record", v.toggle)
	v.hear = widget.NewButton(widget.Plain, widget.IconPlay, "Listen", c.HearRecording)
	v.keep = widget.NewButton(widget.Plain, widget.IconCheck, "Keep it", c.KeepRecording)
	return v
}

// record opens the recorder for the page that is reviewed.
func (r *storyReview) record() {
	v := r.recorder
	s := r.screen
	p := s.current()
	if p == nil || v.closes != nil {
		return
	}
	v.page, v.state = p.ID, core.RecordingState{}
	v.text.SetPage(pageTexts(p), nil, s.language())
	const width = 640
	tallText := min(v.text.HeightFor(width-50), 300)
	reading := container.NewVScroll(v.text)
	reading.SetMinSize(fyne.NewSize(width-50, tallText+8))
	body := column(width-50, 12, reading, v.meter, v.line, row(8, v.start, v.hear, v.keep))
	closes := widget.ShowDialog(r.object, widget.Dialog{
		Title: fmt.Sprintf("Your own voice for page %d", s.page+1), Width: width, Content: body, First: v.start,
		Actions: []widget.DialogAction{{Kind: widget.Plain, Text: "Close", Do: v.end}}, Cancel: v.end,
	})
	v.closes = closes
	v.show()
}

// end forgets what was not kept.
func (v *reviewRecord) end() {
	v.closes = nil
	v.review.screen.commands.DropRecording()
}

// toggle begins or ends the recording.
func (v *reviewRecord) toggle() {
	c, s := v.review.screen.commands, v.review.screen
	if v.state.Stage == core.Recording {
		c.StopRecording()
		return
	}
	c.Record(s.id, v.page)
}

// update shows the recording as it stands. When it has been kept there is
// nothing left to do.
func (v *reviewRecord) update(e core.RecordingState) {
	before := v.state
	v.state = e
	if v.closes == nil {
		return
	}
	if before.Stage == core.Keeping && e.Stage == core.NoRecording && e.Err == "" {
		closes := v.closes
		v.closes = nil
		closes()
		v.review.screen.nav.say("The page has your voice now.")
		return
	}
	v.show()
}

func (v *reviewRecord) show() {
	e := v.state
	v.start.SetText("Record")
	v.start.SetIcon(widget.IconMic)
	v.line.SetToken(widget.Ink2)
	switch e.Stage {
	case core.Recording:
		v.start.SetText("Stop")
		v.start.SetIcon(widget.IconStop)
		v.line.SetText(fmt.Sprintf("Recording, %d s. Read the page aloud; leave a short pause between sentences.", int(e.Length.Seconds())))
	case core.Recorded:
		v.start.SetText("Record again")
		v.line.SetText(fmt.Sprintf("%d s recorded. Listen to it, keep it, or record it again.", int(e.Length.Seconds()+0.5)))
	case core.Keeping:
		v.line.SetText("Finding the words in your recording")
	default:
		v.line.SetText("Read the page aloud when you are ready. Nothing leaves this computer.")
	}
	if e.Err != "" {
		v.line.SetText(e.Err)
		v.line.SetToken(widget.Red)
	}
	v.meter.Set(float32(e.Peak))
	enable(v.start, e.Stage != core.Keeping)
	enable(v.hear, e.Stage == core.Recorded)
	enable(v.keep, e.Stage == core.Recorded)
}
