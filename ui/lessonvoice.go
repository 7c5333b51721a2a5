package ui

import (
	"time"

	"edusmart/core/player"
	"edusmart/core/story"
)

// hold is why the voice has stopped by itself on the shown page.
func (s *storyScreen) hold() player.Hold {
	if s.loaded() && s.playback.Page == s.page && s.playback.Status == player.Paused {
		return s.playback.Hold
	}
	return player.HoldNone
}

// echoing reports whether the class is saying a sentence after the voice.
func (s *storyScreen) echoing() bool { return s.loaded() && s.playback.Status == player.Echoing }

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
func (l *lesson) asks() *story.Stop {
	s := l.screen
	p := s.current()
	if p == nil || s.hold() != player.HoldStop {
		return nil
	}
	for i := range p.Stops {
		if p.Stops[i].After == s.playback.Sentence {
			return &p.Stops[i]
		}
	}
	return nil
}

// goOnFromHold sends a voice on that waits for it, and reports whether it did:
// after a question, a sentence, or a page, or while the class says one.
func (l *lesson) goOnFromHold() bool {
	s := l.screen
	switch {
	case s.echoing():
		s.commands.NextSentence()
	case s.hold() != player.HoldNone:
		s.commands.Play()
	default:
		return false
	}
	return true
}

// wholeSeconds gives a time as "0:07".
func wholeSeconds(d time.Duration) string { return minutesSeconds(d.Truncate(time.Second)) }
