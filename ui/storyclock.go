package ui

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"edusmart/core"
	"edusmart/core/player"
	"edusmart/core/story"
	"edusmart/core/typeset"
	"edusmart/ui/widget"
)

// clockFrame is the shortest time between two moves of the seek bar while it
// runs: each draws the whole window, which costs a core where the processor
// does that.
const clockFrame = 100 * time.Millisecond

// runClock runs the clock while the screen is in sight and sound is heard,
// and ends it otherwise.
func (s *storyScreen) runClock() {
	on := s.visible && s.loaded() && s.playback.Status == player.Playing
	switch {
	case on && s.clock == nil:
		s.clock = fyne.NewAnimation(time.Second, func(float32) { s.tick() })
		s.clock.RepeatCount = fyne.AnimationRepeatForever
		s.clock.Start()
	case !on && s.clock != nil:
		s.clock.Stop()
		s.clock = nil
	}
}

// tick moves the seek bar to where the voice is now.
func (s *storyScreen) tick() {
	if s.tickDue() {
		s.control.SetPosition(s.position())
		s.lesson.tick()
	}
}

// tickDue reports whether what runs with the voice is to move now.
func (s *storyScreen) tickDue() bool {
	now := time.Now()
	if now.Sub(s.ticked) < clockFrame {
		return false
	}
	s.ticked = now
	return true
}

// position is where the voice is in the page now: the player says where it
// was at a moment, and while it plays the time since counts at its speed.
func (s *storyScreen) position() time.Duration {
	p := s.playback
	if !s.loaded() || p.Page != s.page {
		return 0
	}
	at := p.Position
	if p.Status == player.Playing && !p.At.IsZero() {
		at += time.Duration(float64(max(0, time.Since(p.At))) * p.Speed)
	}
	return min(max(0, at), p.Duration)
}

// newTransport builds the row of playing controls.
func (s *storyScreen) newTransport() *widget.Transport {
	t := widget.NewTransport()
	t.OnPrev, t.OnNext, t.OnPlay = s.commands.Prev, s.commands.Next, s.commands.Toggle
	t.OnSeek = s.commands.Seek
	t.OnRepeat = s.commands.RepeatSentence
	t.OnSpeed = s.setSpeed
	t.OnVolume = s.setVolume
	t.OnAdvance = s.commands.SetAdvance
	return t
}

// showTransport brings the controls in step with the player.
func (s *storyScreen) showTransport() {
	p := s.playback
	state := widget.TransportState{Speed: 1, Volume: 1, Enabled: s.loaded() && s.pages() > 0}
	if s.loaded() {
		state.Playing, state.Duration = s.playing(), p.Duration
		state.Speed, state.Volume, state.Advance = p.Speed, p.Volume, p.Advance
		state.First, state.Last = s.page == 0 && p.Position == 0, s.page >= s.pages()-1
	}
	if page := s.current(); page != nil {
		state.Starts = s.starts(page)
		if !s.loaded() {
			state.Duration = seconds(page.Seconds)
		}
	}
	s.control.Set(state)
	if s.clock == nil || s.tickDue() {
		s.control.SetPosition(s.position())
	}
}

// currentSentence is the sentence of the shown page that is being said, or was
// said last.
func (s *storyScreen) currentSentence() int {
	page := s.current()
	if page == nil {
		return -1
	}
	if s.loaded() && s.playback.Page == s.page && s.playback.Sentence >= 0 {
		return min(s.playback.Sentence, len(page.Sentences)-1)
	}
	at, position := 0, s.position()
	for i, start := range s.starts(page) {
		if start <= position {
			at = i
		}
	}
	return at
}

// heard says how the shown page is played; nil where that is its narration.
func (s *storyScreen) heard() *core.Heard {
	if s.page < len(s.state.Heard) {
		return &s.state.Heard[s.page]
	}
	return nil
}

// hearsSecond reports whether the shown page is heard in the second language
// alone.
func (s *storyScreen) hearsSecond() bool {
	h := s.heard()
	return h != nil && len(h.Also) > 0 && s.settings.Settings.Hear == core.HearSecond
}

// wordTimes gives the words of a language of the shown page with the times at
// which they are heard; where the other language is heard, those are the
// times of their sentences. nil where nothing is known of it.
func (s *storyScreen) wordTimes(page *story.Page, side typeset.Side) []story.Word {
	h := s.heard()
	switch {
	case side == typeset.Second && h != nil:
		return h.Also
	case side == typeset.Second:
		return nil
	case h != nil && len(h.Words) == len(page.Words):
		return h.Words
	}
	return page.Words
}

// starts gives when each sentence of the shown page is heard.
func (s *storyScreen) starts(page *story.Page) []time.Duration {
	h := s.heard()
	if h == nil || len(h.Sentences) != len(page.Sentences) {
		return sentenceStarts(page)
	}
	starts := make([]time.Duration, len(h.Sentences))
	for i, span := range h.Sentences {
		starts[i] = seconds(span.Start)
	}
	return starts
}

// tapWord plays from a word that was pressed in the text of either language.
// Without times of its words, a sentence is heard from its beginning: in the
// second language from where that begins.
func (s *storyScreen) tapWord(side typeset.Side, sentence, word int) {
	page := s.current()
	if page == nil {
		return
	}
	times := s.wordTimes(page, side)
	if word < 0 && side == typeset.Second {
		word = slices.IndexFunc(times, func(w story.Word) bool { return w.Sentence == sentence })
	}
	switch {
	case word >= 0 && word < len(times):
		s.commands.PlayAt(s.page, seconds(times[word].Start))
	case sentence >= 0 && sentence < len(page.Sentences):
		s.commands.PlaySentence(s.page, sentence)
	}
}

func (s *storyScreen) setSpeed(speed float64) {
	s.commands.SetSpeed(min(2, max(0.5, speed)))
}

// stepSpeed goes to the next choice of speed, up or down.
func (s *storyScreen) stepSpeed(by int) {
	at := nearestSpeed(s.playback.Speed) + by
	if at >= 0 && at < len(speeds) {
		s.setSpeed(speeds[at])
		s.nav.say(fmt.Sprintf("Speed %s", speedWords(speeds[at])))
	}
}

func (s *storyScreen) setVolume(volume float64) {
	s.muted = 0
	s.commands.SetVolume(min(1, max(0, volume)))
}

// mute silences the voice, or brings it back as loud as it was.
func (s *storyScreen) mute() {
	if s.playback.Volume > 0 {
		s.muted = s.playback.Volume
		s.commands.SetVolume(0)
		return
	}
	before := s.muted
	if before <= 0 {
		before = 1
	}
	s.setVolume(before)
}
