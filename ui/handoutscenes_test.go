package ui

import (
	"time"

	"edusmart/core"
)

// allFormats are the formats as they are listed, on a computer without ffmpeg.
var allFormats = []core.FormatInfo{
	{Name: "html", Ending: "html", Title: "Player (web page)", Use: "Plays in any browser, from a USB stick too, with the words lit.", Group: core.ToRead},
	{Name: "epub", Ending: "epub", Title: "E-book (EPUB)", Use: "Reads itself aloud, word by word, in any reading program.", Group: core.ToRead},
	{Name: "epub-fixed", Ending: "epub", Title: "Picture book (EPUB)", Use: "The same with fixed pages, each with its picture beside the text.", Group: core.ToRead},
	{Name: "pdf", Ending: "pdf", Title: "Handout, A4 (PDF)", Use: "To print and copy: pages, glossary, questions, and the answers on their own sheet.", Group: core.OnPaper},
	{Name: "pdf-letter", Ending: "pdf", Title: "Handout, Letter (PDF)", Use: "The same on US Letter paper.", Group: core.OnPaper},
	{Name: "gift", Ending: "txt", Title: "Quiz for Moodle (GIFT)", Use: "Import it in Moodle under Question bank.", Group: core.ForQuiz},
	{Name: "kahoot", Ending: "xlsx", Title: "Quiz for Kahoot", Use: "Import the spreadsheet when you create a kahoot.", Group: core.ForQuiz},
	{Name: "anki", Ending: "txt", Title: "Cards for Anki", Use: "Makes cards of the questions and the glossary.", Group: core.ForQuiz},
	{Name: "pptx", Ending: "pptx", Title: "Slides (PowerPoint)", Use: "Pictures, text, notes and the voice on each slide.", Group: core.ToShow},
	{Name: "video", Ending: "mp4", Title: "Video (MP4)", Use: "Plays anywhere, with captions.", Group: core.ToShow, Missing: "Videos need ffmpeg, which is not on this computer."},
	{Name: "vtt", Ending: "vtt", Title: "Captions (WebVTT)", Use: "For videos on web pages.", Group: core.AsText},
	{Name: "text", Ending: "txt", Title: "Plain text", Use: "To paste into anything else.", Group: core.AsText},
	{Name: "story", Ending: "edusmart", Title: "Story file", Use: "Another teacher opens it in EduSmart, to show it or to change it.", Group: core.ToPassOn},
}

// handing shows the screen that hands a story on.
func (s *shell) handing(dir string, then func(st *storyScreen)) {
	ready := core.StoryState{ID: "volcano-1", Story: volcano()}
	for i := range ready.Story.Pages {
		ready.Story.Pages[i].Passed = i < 5
	}
	s.reading(keyed(), painted(dir, ready))
	st := s.story.get()
	st.handOut.formats = func() []core.FormatInfo { return allFormats }
	set := st.settings
	set.Settings.PackDir = "/media/teacher/CLASS 5B"
	st.Update(set)
	st.goToStep(stepHandOut)
	then(st)
}

// packMaking is a class pack in its making, packEnded one that was made but for
// one file.
func packMaking() core.HandOutState {
	return core.HandOutState{Story: "volcano-1", Dir: "/media/teacher/CLASS 5B/How a volcano erupts", Running: true, Items: []core.HandOutItem{
		{Format: "html", Title: "Player (web page)", State: core.HandOutDone, Bytes: 4_200_000},
		{Format: "epub", Title: "E-book (EPUB)", State: core.HandOutDone, Bytes: 3_100_000},
		{Format: "pdf", Title: "Handout, A4 (PDF)", State: core.HandOutFailed, Err: "The file could not be made, because a part of the story cannot be read. Make that page's picture or voice again."},
		{
			Format: "kahoot", Title: "Quiz for Kahoot", State: core.HandOutDone, Bytes: 6_100,
			Note: "Kahoot takes at most 4 options; 2 questions were shortened. The right answers are all there.",
		},
		{Format: "pptx", Title: "Slides (PowerPoint)", State: core.HandOutWorking, Done: 2, Of: 8},
		{Format: "vtt", Title: "Captions (WebVTT)", State: core.HandOutWaiting},
		{Format: "story", Title: "Story file", State: core.HandOutWaiting},
	}}
}

func packEnded() core.HandOutState {
	p := packMaking()
	p.Running = false
	for i := 4; i < len(p.Items); i++ {
		p.Items[i].State, p.Items[i].Bytes = core.HandOutDone, 1_900_000
	}
	return p
}

// handOutScenes are the pictures of handing on.
func handOutScenes() []scene {
	nothing := func(time.Time, string) []core.Event { return nil }
	return []scene{
		{"handout", nothing, func(s *shell, dir string) { s.handing(dir, func(*storyScreen) {}) }},
		{"handout-making", nothing, func(s *shell, dir string) {
			s.handing(dir, func(st *storyScreen) { st.Update(packMaking()) })
		}},
		{"handout-ended", nothing, func(s *shell, dir string) {
			s.handing(dir, func(st *storyScreen) { st.Update(packEnded()) })
		}},
	}
}
