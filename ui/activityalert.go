package ui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core/model"
	"edusmart/core/story"
	"edusmart/core/usage"
	"edusmart/ui/widget"
)

// activityAlert is the bar over everything else when all attempts of a call
// have failed.
type activityAlert struct {
	screen *activityScreen
	object *fyne.Container
	alert  usage.Alert

	title, text *widget.Text
	again, log  *widget.Button
	close       *widget.Button
}

func newActivityAlert(s *activityScreen) *activityAlert {
	a := &activityAlert{screen: s}
	ground := widget.NewGround(widget.RedSoft, 14)
	mark := widget.NewIconView(widget.MarkFailed, widget.Red, 22)
	a.title = widget.NewText(widget.Strong, "").Truncate()
	a.text = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Truncate()
	a.again = widget.NewButton(widget.Plain, widget.IconRetry, "", a.retry).SetSize(widget.Small)
	a.log = widget.NewButton(widget.QuietInk, "", "See the log", func() { s.showLog(true) }).SetSize(widget.Small)
	a.close = widget.NewIconButton(widget.IconClose, "Close", a.dismiss).SetSize(widget.Small)
	a.object = container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(ground, 0, 0, size.Width, size.Height)
		put(mark, 18, (size.Height-22)/2, 22, 22)
		right := size.Width - 10
		for _, b := range []*widget.Button{a.close, a.log, a.again} {
			if b.Visible() {
				m := b.MinSize()
				right -= m.Width
				put(b, right, (size.Height-m.Height)/2, m.Width, m.Height)
				right -= 12
			}
		}
		put(a.title, 52, 11, right-52, 20)
		put(a.text, 52, 31, right-52, 18)
	}), ground, mark, a.title, a.text, a.again, a.log, a.close)
	a.object.Hide()
	return a
}

// show shows a call that gave up, unless the teacher has closed it.
func (a *activityAlert) show(alert *usage.Alert) {
	on := alert != nil && !alert.Time.Equal(a.screen.closed)
	visible(a.object, on)
	if !on {
		return
	}
	a.alert = *alert
	now := a.screen.now()
	_, there := a.screen.titles[alert.Story]
	visible(a.again, there)
	a.title.SetText(alertTitle(a.alert, now))
	a.text.SetText(a.screen.storyTitle(alert.Story) + ". " + kindWords(alert.Kind) + " The other parts went on.")
	a.again.SetText("Try again")
	if alert.Page >= 0 {
		a.again.SetText(fmt.Sprintf("Try page %d again", alert.Page+1))
	}
	a.object.Refresh()
}

// alertTitle says what failed, and when.
func alertTitle(a usage.Alert, now time.Time) string {
	at := a.Time.In(now.Location())
	when := "at " + at.Format("15:04")
	if !sameDay(at, now) {
		when = "on " + at.Format("2 January, 15:04")
	}
	if a.Page < 0 {
		return fmt.Sprintf("%s: all six attempts failed %s", roleName(a.Role), when)
	}
	return fmt.Sprintf("%s: all six attempts failed on page %d %s", roleName(a.Role), a.Page+1, when)
}

// kindWords says in a sentence why a call failed.
func kindWords(k model.Kind) string {
	switch k {
	case model.Offline:
		return "Gemini could not be reached."
	case model.Quota:
		return "There were too many requests a minute."
	case model.QuotaDay:
		return "The day’s quota was used up."
	case model.Key:
		return "The key was not accepted."
	case model.Gone:
		return "The model is no longer offered."
	case model.Refused:
		return "Gemini would not answer this."
	case model.Unusable:
		return "What came back could not be used."
	case model.Canceled:
		return "It was stopped."
	case model.Capped:
		return "The month’s cap was reached."
	default:
		return "Gemini was busy."
	}
}

func (a *activityAlert) retry() {
	if a.alert.Page < 0 || a.alert.Role == story.Text {
		a.screen.commands.Resume(a.alert.Story)
	} else {
		a.screen.commands.Retry(a.alert.Story, a.alert.Page, a.alert.Role)
	}
	a.dismiss()
	a.screen.nav.openStory(a.alert.Story)
}

func (a *activityAlert) dismiss() {
	a.screen.closed = a.alert.Time
	a.screen.show()
}
