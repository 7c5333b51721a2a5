package ui

import (
	"time"

	"edusmart/core"
	"edusmart/core/story"
)

// nextStop gives the question that the voice stops for next on the page, and
// whether it has stopped for it now.
func (l *lesson) nextStop() (stop *story.Stop, now bool) {
	p := l.screen.current()
	if p == nil {
		return nil, false
	}
	if s := l.asks(); s != nil {
		return s, true
	}
	at := l.screen.currentSentence()
	for i := range p.Stops {
		s := &p.Stops[i]
		if s.After >= at && (stop == nil || s.After < stop.After) {
			stop = s
		}
	}
	return stop, false
}

// asks gives the question that the voice has stopped for; nil for none.
func (l *lesson) asks() *story.Stop { return nil }

// holds reports whether the voice waits to be sent on.
func (l *lesson) holds() bool { return false }

// resume sends the voice on.
func (l *lesson) resume() { l.screen.commands.Play() }

// playFrom moves the voice to a sentence of the page.
func (s *storyScreen) playFrom(sentence int) {
	if p := s.current(); p != nil {
		if starts := sentenceStarts(p); sentence < len(starts) {
			s.commands.Seek(starts[sentence])
		}
	}
}

// setSteps has the voice stop after each sentence.
func (s *storyScreen) setSteps(on bool) {
	s.commands.Change(func(set *core.Settings) { set.Steps = on })
}

// setEcho leaves time after each sentence for the class to say it.
func (s *storyScreen) setEcho(on bool) {
	s.commands.Change(func(set *core.Settings) { set.Echo = on })
}

// wholeSeconds gives a time as "0:07".
func wholeSeconds(d time.Duration) string {
	return minutesSeconds(d.Truncate(time.Second))
}
