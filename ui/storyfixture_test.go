package ui

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"edusmart/core"
	"edusmart/core/editing"
	"edusmart/core/player"
	"edusmart/core/story"
	"edusmart/core/usage"
)

// volcanoPages are the titles and texts of a story in the tests.
var volcanoPages = [][2]string{
	{"A quiet mountain", "A volcano can sleep for hundreds of years. Grass grows on its sides. People build farms there."},
	{"Inside the Earth", "Deep under the ground it is very hot. Rock melts there. Melted rock is called magma."},
	{"A chamber of magma", "Magma gathers in a chamber under the mountain. More and more of it comes."},
	{"The eruption", "Near the top, the gas bubbles burst all at once. Ash and glowing rock shoot high into the sky. This is called an eruption."},
	{"Rivers of lava", "Magma that reaches the air is called lava. It flows down the sides like a slow river."},
	{"The ash cloud", "Ash rises many kilometres. The wind carries it far away."},
	{"New land", "When lava cools it turns to stone. Islands are made in this way."},
	{"Living nearby", "Scientists watch volcanoes day and night. They warn people in time."},
}

// spokenWords gives a page's words with times, a third of a second each.
func spokenWords(texts []string) []story.Word {
	var words []story.Word
	at := 0.1
	for i, text := range texts {
		from := 0
		for _, w := range strings.Fields(text) {
			from += strings.Index(text[from:], w)
			words = append(words, story.Word{Text: w, Start: at, End: at + 0.3, Sentence: i, From: from, To: from + len(w)})
			from += len(w)
			at += 1.0 / 3
		}
	}
	return words
}

func sentences(text string) []string {
	var out []string
	for _, s := range strings.SplitAfter(text, ".") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// volcano is a story whose parts are all ready.
func volcano() *story.Story {
	st := &story.Story{
		Format: 1, ID: "volcano-1", Title: "How a volcano erupts", Language: "en", Grade: 5, Status: story.Done,
		Source:  story.Source{Name: "Earth science, chapter 7.pdf", Pages: 14},
		Options: story.Options{Grade: 5, Pages: 8, From: 3, To: 9},
		Glossary: []story.Term{
			{Term: "magma", Definition: "Melted rock under the ground."},
			{Term: "lava", Definition: "Magma that reaches the air."},
			{Term: "eruption", Definition: "What it is called when ash and glowing rock shoot out of a volcano."},
		},
	}
	for i, p := range volcanoPages {
		texts := sentences(p[1])
		page := story.Page{ID: fmt.Sprintf("p%d", i+1), Title: p[0], Words: spokenWords(texts), Voice: "en-gb", Fit: story.Crop}
		for _, s := range texts {
			page.Sentences = append(page.Sentences, story.Sentence{Text: s})
		}
		page.Seconds = page.Words[len(page.Words)-1].End + 0.4
		page.Parts = story.Parts{
			Text:    story.Part{State: story.Ready, Source: "device"},
			Picture: story.Part{State: story.Ready, Source: "device"},
			Voice:   story.Part{State: story.Ready, Source: "device"},
		}
		st.Pages = append(st.Pages, page)
	}
	for i := range 10 {
		st.Quiz = append(st.Quiz, story.Question{
			Question:    fmt.Sprintf("What makes the rock and ash shoot out of a volcano, %d?", i+1),
			Options:     []string{"The magma cools and turns to stone", "Gas bubbles burst near the top", "Rain runs down into the pipe", "The Earth shakes it loose"},
			Answer:      1,
			Explanation: "Page 4 tells it: “Near the top, the gas bubbles burst all at once.” The gas pushes everything out.",
			Page:        "p4",
		})
	}
	return st
}

// calls records what a screen asks of core and of the window.
type calls struct {
	list      []string
	estimate  usage.Estimate // what Estimate answers
	estimated story.Options  // what it was asked
	prices    core.Prices
	changed   core.Settings // by the last change
	main      fyne.Window   // the window that the screen is in
	windows   []fyne.Window // that were opened
	folder    string        // that is chosen
}

func (c *calls) add(format string, args ...any) {
	c.list = append(c.list, fmt.Sprintf(format, args...))
}

func (c *calls) take() string {
	all := strings.Join(c.list, "; ")
	c.list = nil
	return all
}

func (c *calls) Stop(id string)   { c.add("stop %s", id) }
func (c *calls) Resume(id string) { c.add("resume %s", id) }
func (c *calls) Retry(id string, page int, part story.PartKind) {
	c.add("retry %s %d %s", id, page, part)
}

func (c *calls) TryNow(id string, page int, part story.PartKind) {
	c.add("now %s %d %s", id, page, part)
}

func (c *calls) Skip(id string, page int, part story.PartKind) {
	c.add("skip %s %d %s", id, page, part)
}

func (c *calls) UseDevice(id string, page int, part story.PartKind) {
	c.add("device %s %d %s", id, page, part)
}
func (c *calls) PauseJob(id string)       { c.add("pause job %s", id) }
func (c *calls) ContinueJob(id string)    { c.add("continue job %s", id) }
func (c *calls) Rename(id, title string)  { c.add("rename %s %s", id, title) }
func (c *calls) Play()                    { c.add("play") }
func (c *calls) Pause()                   { c.add("pause") }
func (c *calls) Toggle()                  { c.add("toggle") }
func (c *calls) Next()                    { c.add("next") }
func (c *calls) Prev()                    { c.add("prev") }
func (c *calls) GoTo(page int)            { c.add("goto %d", page) }
func (c *calls) Seek(at time.Duration)    { c.add("seek %.2f", at.Seconds()) }
func (c *calls) SetSpeed(speed float64)   { c.add("speed %g", speed) }
func (c *calls) SetVolume(volume float64) { c.add("volume %g", volume) }
func (c *calls) SetAdvance(on bool)       { c.add("advance %v", on) }
func (c *calls) NextSentence()            { c.add("next sentence") }
func (c *calls) PrevSentence()            { c.add("prev sentence") }
func (c *calls) RepeatSentence()          { c.add("repeat") }
func (c *calls) PlaySentence(p, s int)    { c.add("play sentence %d %d", p, s) }
func (c *calls) SetSteps(on bool)         { c.add("steps %v", on) }
func (c *calls) SetEcho(on bool)          { c.add("echo %v", on) }
func (c *calls) PlayAt(p int, at time.Duration) {
	c.add("play at %d %.2f", p, at.Seconds())
}
func (c *calls) Pass(id string, page int, on bool)      { c.add("pass %s %d %v", id, page, on) }
func (c *calls) SetNotes(id string, page int, n string) { c.add("notes %s %d %s", id, page, n) }
func (c *calls) SetStops(id string, page int, stops []story.Stop) {
	c.add("stops %s %d %v", id, page, stops)
}

func (c *calls) HandOut(id string, formats []string, dir string) {
	c.add("hand out %s %s to %s", id, strings.Join(formats, " "), filepath.Base(dir))
}

func (c *calls) SaveAs(id, format, path string) {
	c.add("save %s as %s %s", id, format, filepath.Base(path))
}
func (c *calls) RetryHandOut(format string) { c.add("again %q", format) }
func (c *calls) CancelHandOut()             { c.add("stop files") }
func (c *calls) Edit(id string, e editing.Change) {
	c.add("edit %s %T%v", id, e, e)
}
func (c *calls) Undo(id string)            { c.add("undo %s", id) }
func (c *calls) Redo(id string)            { c.add("redo %s", id) }
func (c *calls) TurnLevel(id, name string) { c.add("level %s %s", id, name) }
func (c *calls) MakeVariants(id string, levels []string, tag, voice string) {
	c.add("variants %s %v %s %s", id, levels, tag, voice)
}

func (c *calls) RemoveLevel(id, name string) { c.add("remove level %s %s", id, name) }

func (c *calls) SetAlso(id, page string, sentence int, text string) {
	c.add("also %s %s %d %s", id, page, sentence, text)
}
func (c *calls) SpeakLanguage(id string) { c.add("speak language %s", id) }
func (c *calls) SetHear(h core.Hear)     { c.add("hear language %s", h) }
func (c *calls) SentenceCost(voice, text string) float64 {
	if strings.HasPrefix(voice, "gemini:") {
		return 0.0011
	}
	return 0
}
func (c *calls) PictureCost() float64                  { return 0.039 }
func (c *calls) SpeakAgain(id, page string, here bool) { c.add("speak again %s %s %v", id, page, here) }

func (c *calls) DrawAgain(id, page, prompt string)     { c.add("draw again %s %s %s", id, page, prompt) }
func (c *calls) UsePicture(id, page, path string)      { c.add("picture %s %s %s", id, page, path) }
func (c *calls) PastePicture(id, page, text string)    { c.add("paste picture %s %s", id, page) }
func (c *calls) Figures(id, page string)               { c.add("figures %s %s", id, page) }
func (c *calls) UseFigure(id, page string, figure int) { c.add("figure %s %s %d", id, page, figure) }

func (c *calls) TryWorkNow(id, page string, part story.PartKind) {
	c.add("work now %s %s %s", id, page, part)
}

func (c *calls) StopWork(id, page string, part story.PartKind) {
	c.add("stop work %s %s %s", id, page, part)
}
func (c *calls) ReviewEvidence(id string) { c.add("evidence %s", id) }
func (c *calls) CheckSentence(id string, page, sentence int, text string) {
	c.add("check %s %d %d %s", id, page, sentence, text)
}

func (c *calls) SourcePage(id string, page, width int, quote string) {
	c.add("source %s %d %s", id, page, quote)
}
func (c *calls) Record(id, page string)                 { c.add("record %s %s", id, page) }
func (c *calls) StopRecording()                         { c.add("stop recording") }
func (c *calls) HearRecording()                         { c.add("hear recording") }
func (c *calls) KeepRecording()                         { c.add("keep recording") }
func (c *calls) DropRecording()                         { c.add("drop recording") }
func (c *calls) Spelling(id, text string) core.Spelling { return c.spelling(text) }

// spelling knows one wrong word.
func (c *calls) spelling(text string) core.Spelling {
	s := core.Spelling{Known: true}
	if at := strings.Index(text, "erruption"); at >= 0 {
		s.Wrong = []core.Misspelling{{Word: "erruption", From: at, To: at + 9}}
	}
	return s
}

func (c *calls) Meant(_, word string) []string {
	if word == "erruption" {
		return []string{"eruption", "irruption"}
	}
	return nil
}
func (c *calls) OpenDocument(path string)    { c.add("open %s", path) }
func (c *calls) OpenText(text string)        { c.add("text %s", text) }
func (c *calls) OpenSample()                 { c.add("sample") }
func (c *calls) CloseDocument()              { c.add("close document") }
func (c *calls) Make(o story.Options) string { c.add("make %+v", o); return "made-1" }
func (c *calls) Estimate(o story.Options, words, scanned int) usage.Estimate {
	c.estimated = o
	return c.estimate
}
func (c *calls) SetKey(key string)   { c.add("key %s", key) }
func (c *calls) RemoveKey()          { c.add("remove key") }
func (c *calls) TestKey()            { c.add("test key") }
func (c *calls) Prices() core.Prices { return c.prices }
func (c *calls) PreviewVoice(voice, language string, speed float64) {
	c.add("hear %q %s %g", voice, language, speed)
}

func (c *calls) Change(f func(*core.Settings)) {
	s := core.Settings{Grade: 5, Pages: 8, Speed: 1, Volume: 1}
	f(&s)
	c.changed = s
	c.add("settings grade %d pages %d speed %g voice %v", s.Grade, s.Pages, s.Speed, s.Voice)
}

// playingAt is the player in the middle of a page of the volcano story.
func playingAt(page int, position time.Duration) core.PlaybackState {
	st := volcano()
	word := -1
	for i, w := range st.Pages[page].Words {
		if seconds(w.Start) <= position {
			word = i
		}
	}
	return core.PlaybackState{AlsoWord: -1, State: player.State{
		Status: player.Playing, Story: st.ID, Page: page, Pages: len(st.Pages), Position: position,
		Duration: seconds(st.Pages[page].Seconds), At: time.Now(), Word: word, Speed: 1, Volume: 1, Advance: true,
		Sentence: st.Pages[page].Words[max(0, word)].Sentence,
	}}
}

func paused(p core.PlaybackState) core.PlaybackState {
	p.Status = player.Paused
	return p
}

// making is the volcano story with its job in the middle, as the look's
// picture of it has it.
func making(now time.Time) core.StoryState {
	st := volcano()
	st.Status = story.Making
	ok := core.Cell{State: core.CellReady, Source: "device"}
	rows := make([]core.Row, len(st.Pages))
	for i := range rows {
		rows[i] = core.Row{Title: st.Pages[i].Title, Text: ok, Picture: ok, Voice: ok}
	}
	rows[1].Picture.Source = "document"
	rows[4].Picture = core.Cell{State: core.CellWaiting, Until: now.Add(12 * time.Second), Attempt: 3, Of: 6, Reason: "Gemini is busy. The other pages go on."}
	rows[5].Picture = core.Cell{State: core.CellWorking}
	rows[5].Voice = core.Cell{State: core.CellFallback, Source: "device"}
	rows[6].Picture = core.Cell{State: core.CellNext}
	rows[6].Voice = core.Cell{State: core.CellFailed, Reason: "No sound came back.", Attempt: 6, Of: 6}
	rows[7].Text = core.Cell{State: core.CellWorking}
	rows[7].Picture, rows[7].Voice = core.Cell{State: core.CellNext}, core.Cell{State: core.CellNext}
	for i := 4; i < len(st.Pages); i++ {
		st.Pages[i].Picture = ""
	}
	st.Pages[7].Sentences, st.Pages[7].Words = nil, nil
	return core.StoryState{ID: st.ID, Story: st, Job: &core.Job{
		Phase: core.MakingPages, Doing: "Drawing page 6", Done: 17, Total: 24, Started: now, Rows: rows, Left: 97 * time.Second, Asking: true,
	}}
}
