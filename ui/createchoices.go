package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/core"
	"edusmart/core/model"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// speeds are the narration speeds to choose from.
var speeds = []float64{0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2}

// createChoices is the right column: for whom, in which language and voice,
// how long, and where each part is made. What is chosen is kept for the next
// story.
type createChoices struct {
	screen *createScreen
	object fyne.CanvasObject
	body   *fyne.Container

	grade    *widget.Select
	language *widget.Select
	pages    *widget.Segmented
	lesson   *widget.Text
	voice    *widget.Select
	speed    *widget.Select
	preview  *widget.Button
	help     *widget.Text // of the language, or how to get a voice
	made     *madeCard

	labels   [5]*widget.Text
	tag      string   // the language chosen
	tags     []string // of the language select
	voices   []model.VoiceInfo
	updating bool // the controls are being set, not used
}

func newCreateChoices(s *createScreen) *createChoices {
	c := &createChoices{screen: s}
	c.grade = widget.NewSelect(gradeNames(), 5, func(i int) {
		c.change(func(o *core.Settings) { o.Grade = i })
	})
	c.language = widget.NewSelect(nil, 0, c.setLanguage)
	c.pages = widget.NewSegmented([]string{"5", "6", "7", "8", "9", "10"}, 3, func(i int) {
		c.change(func(o *core.Settings) { o.Pages = i + 5 })
	}).SetStretch()
	c.lesson = widget.NewText(widget.Caption, "")
	c.lesson.SetToken(widget.Ink2)
	c.lesson.Align(fyne.TextAlignTrailing)
	c.voice = widget.NewSelect(nil, 0, c.setVoice)
	c.speed = widget.NewSelect(speedNames(), 3, func(i int) {
		c.change(func(o *core.Settings) { o.Speed = speeds[i] })
	})
	c.preview = widget.NewButton(widget.Plain, widget.IconPlay, "", c.hear).SetHelp("Hear the voice")
	c.help = widget.NewText(widget.Caption, "")
	c.help.SetToken(widget.Ink2)
	c.help.Wrap(4)
	c.made = newMadeCard(s)
	for i, label := range []string{"Grade", "Language", "Story pages", "Voice", "Where each part is made"} {
		c.labels[i] = widget.NewText(widget.SmallStrong, label)
	}
	c.body = container.New(&arrangement{c.place, c.least},
		c.labels[0], c.grade, c.labels[1], c.language, c.labels[2], c.lesson, c.pages,
		c.labels[3], c.voice, c.speed, c.preview, c.help, c.labels[4], c.made.object)
	c.object = container.NewVScroll(c.body)
	return c
}

func speedNames() []string {
	names := make([]string, len(speeds))
	for i, s := range speeds {
		names[i] = speedWords(s)
	}
	return names
}

func (c *createChoices) least() fyne.Size {
	return fyne.NewSize(300, c.arrange(createSlim, nil)+2*choicesPad)
}

// choicesPad is round the column, so that the frame of what has the focus is
// not cut off where the column scrolls.
const choicesPad = 6

func (c *createChoices) place(size fyne.Size) {
	c.arrange(size.Width-2*choicesPad, func(o fyne.CanvasObject, x, y, w, h float32) {
		put(o, x+choicesPad, y+choicesPad, w, h)
	})
}

// arrange goes through the column at a width and returns its height; with a
// put it places what stands there.
func (c *createChoices) arrange(w float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	if put == nil {
		put = func(fyne.CanvasObject, float32, float32, float32, float32) {}
	}
	const label, field, gap = 24, 40, 19
	half := (w - 12) / 2
	put(c.labels[0], 0, 0, half, 18)
	put(c.labels[1], half+12, 0, half, 18)
	y := float32(label)
	put(c.grade, 0, y, half, field)
	put(c.language, half+12, y, half, field)
	y += field + gap
	put(c.labels[2], 0, y, 120, 18)
	put(c.lesson, 120, y+1, w-120, 16)
	y += label
	put(c.pages, 0, y, w, field)
	y += field + gap
	put(c.labels[3], 0, y, w, 18)
	y += label
	put(c.voice, 0, y, w-152, field)
	put(c.speed, w-144, y, 96, field)
	put(c.preview, w-40, y, 40, field)
	y += field
	if c.help.Visible() {
		h := c.help.HeightFor(w)
		put(c.help, 0, y+8, w, h)
		y += h + 8
	}
	y += gap
	put(c.labels[4], 0, y, w, 18)
	y += label
	h := c.made.heightFor(w)
	put(c.made.object, 0, y, w, h)
	return y + h + 4
}

// change keeps a choice for this story and the next.
func (c *createChoices) change(f func(*core.Settings)) {
	if c.updating {
		return
	}
	f(&c.screen.settings.Settings)
	c.screen.commands.Change(f)
	c.update()
	c.screen.bar.update()
}

// reset begins with a new document: its own language.
func (c *createChoices) reset() { c.tag = c.screen.document.Info.Language }

// update shows the settings and the voices there are.
func (c *createChoices) update() {
	info := c.screen.document.Info
	if info == nil {
		return
	}
	c.updating = true
	defer func() { c.updating = false }()
	c.made.update()
	o := c.screen.settings.Settings
	c.grade.Select(min(max(0, o.Grade), 12))
	c.pages.Select(min(max(0, o.Pages-5), 5))
	c.speed.Select(nearestSpeed(o.Speed))
	c.lesson.SetText("lesson of about " + counted(lessonMinutes(o.Pages, o.Grade, o.Speed), "minute"))
	c.showLanguages(info.Language)
	c.showVoices()
	c.body.Refresh()
}

// nearestSpeed gives the choice nearest to a speed.
func nearestSpeed(speed float64) int {
	best := slices.Index(speeds, 1)
	if speed <= 0 {
		return best
	}
	for i, s := range speeds {
		if abs(s-speed) < abs(speeds[best]-speed) {
			best = i
		}
	}
	return best
}

func abs(x float64) float64 { return max(x, -x) }

// showLanguages offers the document's own language first, then every language
// with a voice; with the service's text, every one that it writes.
func (c *createChoices) showLanguages(own string) {
	tags := []string{own}
	seen := map[string]bool{baseLanguage(own): true}
	var others []string
	for _, v := range c.screen.settings.Voices {
		if base := baseLanguage(v.Language); base != "" && !seen[base] {
			seen[base] = true
			others = append(others, base)
		}
	}
	if c.screen.maker(story.Text) == story.Gemini {
		for _, base := range serviceLanguages {
			if !seen[base] {
				seen[base] = true
				others = append(others, base)
			}
		}
	}
	slices.SortFunc(others, func(a, b string) int { return strings.Compare(languageName(a), languageName(b)) })
	tags = append(tags, others...)
	if !slices.Equal(tags, c.tags) {
		c.tags = tags
		names := make([]string, len(tags))
		for i, t := range tags {
			names[i] = languageName(t)
		}
		c.language.SetOptions(names, 0)
	}
	at := slices.Index(tags, c.tag)
	if at < 0 {
		at, c.tag = 0, own
	}
	c.language.Select(at)
}

// byService reports whether the voice is the service's.
func (c *createChoices) byService() bool { return c.screen.maker(story.Voice) == story.Gemini }

// showVoices offers the voices of the chosen language, or the service's,
// which speak all.
func (c *createChoices) showVoices() {
	c.voices = nil
	if c.byService() {
		c.voices = c.screen.service.Voices
	} else {
		c.voices = voicesOf(c.screen.settings.Voices, c.tag)
	}
	c.showHelp()
	able(c.voice, len(c.voices) > 0)
	able(c.preview, len(c.voices) > 0)
	if len(c.voices) == 0 {
		c.voice.SetOptions([]string{"No voice"}, 0)
		return
	}
	var names []string
	if !c.byService() {
		names = append(names, "Best voice for "+languageName(baseLanguage(c.tag)))
	}
	best := len(names)
	chosen, id := 0, c.voiceID()
	for i, v := range c.voices {
		names = append(names, v.Name)
		if v.ID == id {
			chosen = i + best
		}
	}
	c.voice.SetOptions(names, chosen)
}

// showHelp says what the chosen language and voice mean where that is not
// plain.
func (c *createChoices) showHelp() {
	own, text := c.screen.document.Info.Language, ""
	switch {
	case len(c.voices) == 0 && c.screen.settings.VoiceHelp != "":
		text = c.screen.settings.VoiceHelp
	case len(c.voices) == 0 && c.tag == "und":
		text = "The language was not recognised. Choose it to get a voice."
	case len(c.voices) == 0:
		text = "This computer has no voice for " + languageName(c.tag) + ". The story is shown without sound."
	case baseLanguage(c.tag) != baseLanguage(own) && c.screen.maker(story.Text) == story.Device:
		text = "The text stays in the document’s own words. Choose " + languageName(c.tag) + " if they are in that language."
	}
	c.help.SetText(text)
	visible(c.help, text != "")
}

func (c *createChoices) setLanguage(i int) {
	if c.updating || i >= len(c.tags) {
		return
	}
	c.tag = c.tags[i]
	c.update()
}

// setVoice keeps a choice of voice for its language: this computer's and the
// service's apart.
func (c *createChoices) setVoice(i int) {
	name := baseLanguage(c.tag)
	if c.byService() {
		name = serviceVoice(name)
		i++ // there is no best one among the service's
	}
	if c.updating || i > len(c.voices) {
		return
	}
	id := ""
	if i > 0 {
		id = c.voices[i-1].ID
	}
	c.change(func(o *core.Settings) { o.Voice = with(o.Voice, name, id) })
}

// voiceID is the voice chosen for the language; "" for the best.
func (c *createChoices) voiceID() string {
	chosen := c.screen.settings.Settings.Voice
	if c.byService() {
		return serviceVoiceID(c.screen.service.Voices, chosen, baseLanguage(c.tag))
	}
	id := chosen[baseLanguage(c.tag)]
	if slices.ContainsFunc(c.voices, func(v model.VoiceInfo) bool { return v.ID == id }) {
		return id
	}
	return ""
}

func (c *createChoices) hear() {
	c.screen.commands.PreviewVoice(c.voiceID(), c.tag, c.screen.settings.Settings.Speed)
}
