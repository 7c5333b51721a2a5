package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// variantCommands is what the levels and languages of a story ask of core.
type variantCommands interface {
	MakeVariants(id string, levels []string, tag, voice string)
	RemoveLevel(id, name string)
	SetAlso(id, page string, sentence int, text string)
	SpeakLanguage(id string)
	SetHear(h core.Hear)
}

// variantsDialog chooses a story's reading levels and its second language.
type variantsDialog struct {
	screen *storyScreen
	tags   []string // of the languages that can be chosen; the first is none
	tag    string
	levels map[string]*widget.Check
	cost   *widget.Text
	closes func()
}

const variantsWidth = 560

// showVariants asks which levels and which second language a story is to have.
func showVariants(s *storyScreen) {
	if s.state.Story == nil {
		return
	}
	d := &variantsDialog{screen: s, tag: s.state.Story.Also, levels: map[string]*widget.Check{}, cost: quiet("")}
	objects := append(d.levelRows(), space(6))
	objects = append(objects, d.languageRows()...)
	objects = append(objects, space(2), d.cost)
	d.price()
	d.closes = widget.ShowDialog(s.root, widget.Dialog{
		Title: "Reading levels and languages", Width: variantsWidth,
		Text:    "All of them share the pictures, the quiz and the key terms.",
		Content: column(variantsWidth-48, 6, objects...),
		Actions: []widget.DialogAction{{Kind: widget.Plain, Text: "Cancel"}, {Kind: widget.Primary, Text: "Make them", Do: d.make}},
	})
}

// levelRows shows how hard the story reads, and what can be made of it.
func (d *variantsDialog) levelRows() []fyne.CanvasObject {
	st := d.screen.state.Story
	measured := map[string]core.LevelInfo{}
	for _, l := range core.Levels(st) {
		measured[l.Name] = l
	}
	objects := []fyne.CanvasObject{widget.NewText(widget.SmallStrong, "Reading levels")}
	grade := measured[story.GradeLevel]
	objects = append(objects, quiet(gradeWord(grade.Grade)+" "+saysOf(grade)+"."))
	for _, name := range []string{story.EasierLevel, story.HarderLevel} {
		l, made := measured[name]
		words := map[string]string{story.EasierLevel: "An easier text", story.HarderLevel: "A harder text"}[name]
		if made {
			words += fmt.Sprintf(" (it is there: it %s)", saysOf(l))
		}
		d.levels[name] = widget.NewCheck(words, false, func(bool) { d.price() })
		if made {
			remove := widget.NewButton(widget.Quiet, "", "Remove", func() { d.remove(name) }).SetSize(widget.Small)
			objects = append(objects, row(8, d.levels[name], remove))
			continue
		}
		objects = append(objects, d.levels[name])
	}
	how := "This computer chooses and splits the document’s own sentences. It says so where that does not change the level."
	if d.asks() {
		how = "Gemini writes them from the story’s own sentences."
	}
	return append(objects, quiet(how))
}

// remove takes a level away, which one press brings back.
func (d *variantsDialog) remove(name string) {
	s := d.screen
	d.closes()
	s.commands.RemoveLevel(s.id, name)
	s.nav.undoable("The "+name+" text is removed.", func() { s.commands.Undo(s.id) })
}

// saysOf says how hard a level reads.
func saysOf(l core.LevelInfo) string {
	if l.Measure.Say == "" {
		return "has no text yet"
	}
	if l.Measure.Known {
		return l.Measure.Say
	}
	return "has " + l.Measure.Say
}

// asks reports whether Gemini is asked.
func (d *variantsDialog) asks() bool {
	return d.screen.service.Ready() && d.screen.state.Story.Options.Writer != story.Device
}

// languageRows chooses the second language and what is heard.
func (d *variantsDialog) languageRows() []fyne.CanvasObject {
	s := d.screen
	d.tags = append([]string{""}, d.known()...)
	names := []string{"None"}
	for _, t := range d.tags[1:] {
		names = append(names, languageName(t))
	}
	language := widget.NewSelect(names, max(0, slices.Index(d.tags, d.tag)), func(i int) {
		d.tag = d.tags[i]
		d.price()
	})
	how := "This computer does not translate. You type the language beside each sentence, and this computer speaks it."
	if d.asks() {
		how = "Gemini translates it sentence by sentence, and it gets a voice of its own."
	}
	objects := []fyne.CanvasObject{widget.NewText(widget.SmallStrong, "A second language beside the first"), row(0, language), quiet(how)}
	if s.state.Story.Also == "" {
		return objects
	}
	ways := []core.Hear{core.HearFirst, core.HearSecond, core.HearBoth}
	first, second := languageName(s.state.Story.Language), languageName(s.state.Story.Also)
	hear := widget.NewSegmented([]string{first, second, "Both, sentence by sentence"}, max(0, slices.Index(ways, s.settings.Settings.Hear)), func(i int) {
		s.commands.SetHear(ways[i])
	}).SetSize(widget.Small)
	return append(objects, space(2), widget.NewText(widget.SmallStrong, "What is heard"), row(0, hear))
}

// known gives the languages that can be chosen, in the order of their names.
func (d *variantsDialog) known() []string {
	s := d.screen
	seen := map[string]bool{baseLanguage(s.state.Story.Language): true, "": true, "und": true}
	var tags []string
	add := func(base string) {
		if !seen[base] {
			seen[base] = true
			tags = append(tags, base)
		}
	}
	for _, v := range s.settings.Voices {
		add(baseLanguage(v.Language))
	}
	for _, base := range serviceLanguages {
		add(base)
	}
	slices.SortFunc(tags, func(a, b string) int { return strings.Compare(languageName(a), languageName(b)) })
	if d.tag != "" && !slices.Contains(tags, d.tag) {
		tags = append(tags, d.tag)
	}
	return tags
}

// price says about how much it costs to have the pages spoken that are new.
func (d *variantsDialog) price() {
	st := d.screen.state.Story
	texts := 0
	for _, c := range d.levels {
		if c.On() {
			texts++
		}
	}
	if d.tag != "" && d.tag != st.Also {
		texts += 1 + len(st.Levels)
	}
	usd := 0.0
	for i := range st.Pages {
		usd += d.screen.commands.SentenceCost(st.Pages[i].Voice, st.Pages[i].Text())
	}
	switch usd *= float64(texts); {
	case texts == 0:
		d.cost.SetText("")
	case usd > 0:
		d.cost.SetText(fmt.Sprintf("About $%.2f, mostly for the voices. What is there is not paid for again.", max(usd, 0.01)))
	default:
		d.cost.SetText("The voices cost nothing: this computer speaks.")
	}
}

// make has made what was chosen.
func (d *variantsDialog) make() {
	s := d.screen
	var levels []string
	for _, name := range []string{story.EasierLevel, story.HarderLevel} {
		if d.levels[name].On() {
			levels = append(levels, name)
		}
	}
	was, voice := s.state.Story.Also, ""
	if d.tag == was {
		voice = s.state.Story.AlsoVoice
	}
	if len(levels) == 0 && d.tag == was {
		return
	}
	s.commands.MakeVariants(s.id, levels, d.tag, voice)
	atOnce := len(levels) == 0 && (d.tag == "" || !s.service.Ready())
	switch {
	case was != "" && d.tag != was && atOnce:
		s.nav.undoable(languageName(was)+" is taken out of the story.", func() { s.commands.Undo(s.id) })
	case d.tag != "" && !d.asks() && d.tag != was:
		s.nav.say("Type the language beside each sentence: More, Type the second language.")
	}
}
