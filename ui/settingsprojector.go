package ui

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// projectorPage is about what the last row can read, and what may be shown.
func (s *settingsScreen) projectorPage() *settingsPage {
	room := newRoomFields(s)
	drafts := widget.NewSwitch("", false, func(on bool) { s.change(func(set *core.Settings) { set.Drafts = on }) })
	steps := widget.NewSwitch("", false, func(on bool) { s.change(func(set *core.Settings) { set.Steps = on }) })
	echo := widget.NewSwitch("", false, func(on bool) { s.change(func(set *core.Settings) { set.Echo = on }) })
	s.updates = append(s.updates, func() {
		room.update()
		drafts.Set(s.state.Settings.Drafts)
		steps.Set(s.state.Settings.Steps)
		echo.Set(s.state.Settings.Echo)
	})
	return &settingsPage{name: "Projector", icon: widget.IconMonitor, cards: []settingsCard{
		card(
			setting("Where the last row sits", "In heights of the picture on the wall. 6 suits most rooms.", room.heights),
			setting("Or measure it", "How deep the room is, and how high the picture is, in metres.", room.metres),
			room.result(),
		),
		card(
			setting("Show pages that are not passed", "Else a class sees a quiet plate in the place of a page that you have not passed.", drafts),
			setting("Sentence by sentence", "The voice stops after each sentence until you go on.", steps),
			setting("Echo reading", "After each sentence there is time for the class to say it.", echo),
		),
	}}
}

// roomFields are the fields for the room, which follow each other.
type roomFields struct {
	screen               *settingsScreen
	heights              fyne.CanvasObject
	metres               fyne.CanvasObject
	room, deep, high     *widget.Field
	letters, smallScreen *widget.Text
}

func newRoomFields(s *settingsScreen) *roomFields {
	f := &roomFields{screen: s}
	field := func(placeholder string, done func()) *widget.Field {
		w := widget.NewField(placeholder)
		w.OnSubmitted = func(string) { done() }
		w.OnLeft = done
		return w
	}
	f.room = field("6", f.keepRoom)
	f.deep, f.high = field("deep", f.keepMetres), field("high", f.keepMetres)
	f.heights = fixedWidth(90, f.room)
	m1, m2 := widget.NewText(widget.Body, "m deep"), widget.NewText(widget.Body, "m high")
	f.metres = row(8, fixedWidth(80, f.deep), m1, space(0), fixedWidth(80, f.high), m2)
	f.letters = widget.NewText(widget.Body, "").Wrap(0)
	f.smallScreen = widget.NewText(widget.SmallText, "").SetToken(widget.Ink2).Wrap(0)
	return f
}

// keepRoom keeps how many heights away the last row sits.
func (f *roomFields) keepRoom() {
	n, ok := parseMetres(f.room.Text())
	f.room.SetWrong(!ok)
	if ok && n != f.screen.state.Settings.Room {
		f.screen.change(func(set *core.Settings) { set.Room, set.RoomDepth, set.ScreenHeight = n, 0, 0 })
	}
}

// keepMetres works the same out from the room's depth and the picture's
// height.
func (f *roomFields) keepMetres() {
	deep, deepOK := parseMetres(f.deep.Text())
	high, highOK := parseMetres(f.high.Text())
	f.deep.SetWrong(!deepOK && f.deep.Text() != "")
	f.high.SetWrong(!highOK && f.high.Text() != "")
	set := f.screen.state.Settings
	if !deepOK || !highOK || deep == set.RoomDepth && high == set.ScreenHeight {
		return
	}
	f.screen.change(func(set *core.Settings) {
		set.Room, set.RoomDepth, set.ScreenHeight = deep/high, deep, high
	})
}

func (f *roomFields) update() {
	set := f.screen.state.Settings
	show := func(w *widget.Field, n float64) {
		if w.Focused() {
			return
		}
		text := ""
		if n > 0 {
			text = metresWords(n)
		}
		w.SetText(text)
	}
	show(f.room, set.Room)
	show(f.deep, set.RoomDepth)
	show(f.high, set.ScreenHeight)
	f.letters.SetText(letterWords(set))
	f.smallScreen.SetText("Pages that do not fit are split into steps; letters are never made smaller for them.")
}

func (f *roomFields) result() settingsCard {
	return settingsCard{
		object: container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
			h := f.letters.HeightFor(size.Width)
			put(f.letters, 0, 0, size.Width, h)
			put(f.smallScreen, 0, h+4, size.Width, f.smallScreen.HeightFor(size.Width))
		}), f.letters, f.smallScreen),
		height: func(width float32) float32 {
			return f.letters.HeightFor(width) + 4 + f.smallScreen.HeightFor(width)
		},
	}
}

// letterWords says how large the letters become.
func letterWords(set core.Settings) string {
	room := set.Room
	if room <= 0 {
		room = usualRoom
	}
	share := typeset.LeastXHeight(room)
	line := fmt.Sprintf("A small x is at least %s %% of the picture’s height", metresWords(share*100))
	if set.ScreenHeight > 0 {
		return line + fmt.Sprintf(": %s cm on your wall.", metresWords(share*set.ScreenHeight*100))
	}
	return line + fmt.Sprintf(": %d pixels on a projector of 1920 by 1080.", int(math.Ceil(share*1080)))
}

// metresWords gives a number with one digit after the point where it needs it.
func metresWords(n float64) string {
	return strconv.FormatFloat(math.Round(n*10)/10, 'f', -1, 64)
}

// parseMetres reads a number as teachers write it.
func parseMetres(text string) (float64, bool) {
	text = strings.TrimSpace(strings.ReplaceAll(text, ",", "."))
	text = strings.TrimSpace(strings.TrimSuffix(text, "m"))
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && n > 0 && n < 200
}
