package ui

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"edusmart/assets"
	"edusmart/core"
	"edusmart/ui/widget"
)

// lookPage is about how everything looks.
func (s *settingsScreen) lookPage() *settingsPage {
	modes := []string{"light", "dark", "contrast", "system"}
	theme := widget.NewSegmented([]string{"Light", "Dark", "High contrast", "As the system"}, 0, func(i int) {
		s.change(func(set *core.Settings) { set.Theme = modes[i] })
	})
	motion := widget.NewSwitch("", false, func(on bool) {
		s.change(func(set *core.Settings) { set.LessMotion = on })
	})
	easy := widget.NewSwitch("", false, func(on bool) {
		s.change(func(set *core.Settings) { set.EasyReading = on })
	})
	s.updates = append(s.updates, func() {
		theme.Select(max(slices.Index(modes, s.state.Settings.Theme), 0))
		motion.Set(s.state.Settings.LessMotion)
		easy.Set(s.state.Settings.EasyReading)
	})
	return &settingsPage{name: "Reading and look", icon: widget.IconLines, cards: []settingsCard{card(
		setting("Colours", "High contrast makes every line and hint as strong as the text.", theme),
		setting("Easy reading", "Story pages on cream, with wider spacing between letters and words.", easy),
		setting("Less motion", "Pages turn and panels change at once.", motion),
	)}}
}

// voicePage is about the voices of this computer.
func (s *settingsScreen) voicePage() *settingsPage {
	var languages, voices []string // codes and ids behind the two lists
	var names []string
	chosen := "en"
	voice := widget.NewSelect(nil, 0, nil)
	of := widget.NewSelect(nil, 0, nil)
	fill := func() {
		voices, names = []string{""}, []string{"The best one here"}
		for _, v := range voicesOf(s.state.Voices, chosen) {
			voices, names = append(voices, v.ID), append(names, v.Name)
		}
		voice.SetOptions(names, max(slices.Index(voices, s.state.Settings.Voice[chosen]), 0))
	}
	of.OnChanged = func(i int) {
		chosen = languages[i]
		fill()
	}
	voice.OnChanged = func(i int) {
		id := voices[i]
		s.change(func(set *core.Settings) { set.Voice[chosen] = id })
	}
	try := widget.NewButton(widget.Plain, widget.IconPlay, "", func() {
		s.commands.PreviewVoice(s.state.Settings.Voice[chosen], chosen, s.state.Settings.Speed)
	})
	try.SetHelp("Hear it")
	help := widget.NewNotice(widget.NoticeAmber, "", "", nil)
	controls := container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
		put(of, 0, 0, 190, 40)
		put(voice, 202, 0, size.Width-202-52, 40)
		put(try, size.Width-40, 0, 40, 40)
	}), of, voice, try)
	s.updates = append(s.updates, func() {
		var shown []string
		languages, shown = spoken(s.state)
		if !slices.Contains(languages, chosen) && len(languages) > 0 {
			chosen = languages[0]
		}
		of.SetOptions(shown, max(slices.Index(languages, chosen), 0))
		help.SetText(s.state.VoiceHelp)
		visible(help, s.state.VoiceHelp != "")
		fill()
	})
	line := settingsCard{object: controls, height: func(float32) float32 { return 40 }}
	hint := settingsCard{object: help, height: func(width float32) float32 {
		if help.Visible() {
			return help.HeightFor(width)
		}
		return 0
	}}
	return &settingsPage{name: "Voice", icon: widget.IconWave, cards: []settingsCard{
		card(setting("Voice of each language", "New stories are spoken with it. A story keeps the voice it was made with.", nil), line), hint,
	}}
}

// spoken gives the languages that have a voice, by their English names.
func spoken(state core.SettingsState) (codes, names []string) {
	name := map[string]string{}
	for _, v := range state.Voices {
		code := baseLanguage(v.Language)
		name[code] = languageName(code)
	}
	for code := range name {
		codes = append(codes, code)
	}
	sort.Slice(codes, func(i, j int) bool { return name[codes[i]] < name[codes[j]] })
	for _, code := range codes {
		names = append(names, name[code])
	}
	return codes, names
}

// keys are the keys of the whole window.
var keys = []struct{ does, key string }{
	{"Choose a document", "Ctrl O"},
	{"New story", "Ctrl N"},
	{"Search the library", "Ctrl F"},
	{"Library, new story, open story, activity", "Ctrl 1–4"},
	{"Settings", "Ctrl ,"},
	{"Undo", "Ctrl Z"},
	{"Play or pause the story", "Space"},
	{"Next page", "Page Down"},
	{"Previous page", "Page Up"},
	{"Teach the story", "F5"},
	{"Full screen", "F11"},
	{"Rename a story", "F2"},
	{"Delete a story", "Del"},
	{"Pick a story, to do something with several", "X"},
	{"Pick the stories on the way", "Shift ←→"},
	{"Pick every story shown", "Ctrl A"},
	{"One step back", "Escape"},
	{"These keys; in a story and in class, theirs", "F1 or ?"},
}

const keyboardName = "Keyboard"

func keyboardPage() *settingsPage {
	var rows []settingsCard
	for _, k := range keys {
		rows = append(rows, keyRow(k.does, k.key))
	}
	return &settingsPage{name: keyboardName, icon: widget.IconKeyboard, cards: []settingsCard{card(rows...)}}
}

func keyRow(does, key string) settingsCard {
	text := widget.NewText(widget.Body, does)
	keycap := widget.NewKeycap(key)
	return settingsCard{
		object: container.New(placing(func(_ []fyne.CanvasObject, size fyne.Size) {
			put(text, 0, 0, size.Width-140, size.Height)
			m := keycap.MinSize()
			put(keycap, size.Width-m.Width, (size.Height-m.Height)/2, m.Width, m.Height)
		}), text, keycap),
		height: func(float32) float32 { return 24 },
	}
}

func aboutPage() *settingsPage {
	return &settingsPage{name: "About", icon: widget.IconInfo, cards: []settingsCard{card(
		setting("EduSmart "+assets.Version, "Makes narrated picture stories from a teacher's documents, on this computer or with Gemini.", nil),
		setting("Licence", "Free software under the GNU Affero General Public License, version 3, because it contains MuPDF. It comes with no warranty.", nil),
		setting("Thanks to", "MuPDF by Artifex Software (AGPL-3.0). Fyne (BSD-3-Clause). EmojiOne figures by Ranks.com Inc. (CC BY 4.0). "+
			"Noto Sans by Google and Inter by Rasmus Andersson (OFL 1.1). eSpeak NG (GPL-3.0).", nil),
	)}}
}
