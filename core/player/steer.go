package player

import (
	"math"
	"slices"
	"time"

	"edusmart/core/speech"
	"edusmart/core/story"
)

// The commands, on the player's goroutine. The run loop has found the present
// place before each of them and brings the sound in line after it.

// load takes a story's tracks.
func (a *actor) load(story string, tracks []Track) {
	if story != a.story || a.status == Stopped {
		a.unload()
		a.story, a.tracks, a.status = story, tracks, Paused
		return
	}
	before := a.tracks
	a.tracks = tracks
	a.clips.forgive()
	if a.status == Ended && a.advance && len(tracks) > len(before) {
		// The end was only the end of what had been made.
		if a.steps {
			a.status, a.hold = Paused, HoldSentence
			return
		}
		a.page, a.at, a.status = len(before), 0, Playing
		return
	}
	a.keepPlace(before)
	a.rehold()
	if a.hold == HoldStop && (len(tracks) == 0 || a.stopAt(a.cutsOf(a.page)) < 0) {
		a.hold = HoldNone // its question was taken back
	}
}

// keepPlace finds the page that was playing among the new tracks. Its sound
// goes on unless it is another sound now.
func (a *actor) keepPlace(before []Track) {
	if a.page >= len(before) {
		return // it waits for a first page
	}
	was := before[a.page]
	now := slices.IndexFunc(a.tracks, func(t Track) bool { return t.ID == was.ID })
	if now < 0 {
		a.leap(max(0, min(a.page, len(a.tracks)-1)), 0)
		return
	}
	t := a.tracks[now]
	changed := t.Path != was.Path || t.Path == "" && t.Duration != was.Duration
	if now == a.page && !changed {
		return
	}
	if !changed {
		a.halt()
		a.page = now
		return
	}
	a.leap(now, min(a.at, float64(sampleAt(t.Duration))))
}

func (a *actor) unload() {
	a.halt()
	a.story, a.tracks, a.status, a.page, a.at = "", nil, Stopped, 0, 0
	a.hold, a.echoUntil = HoldNone, time.Time{}
	a.clips.clear()
}

func (a *actor) play() {
	switch a.status {
	case Stopped, Playing, Waiting, Echoing:
		return
	case Ended:
		a.page, a.at = 0, 0
	case Paused:
		if a.atEnd() && a.page+1 < len(a.tracks) {
			a.page, a.at = a.page+1, 0
		}
	}
	a.status, a.hold = Playing, HoldNone
	a.retry()
}

// retry has a device that failed tried again by what plays next, unless it is
// being opened just now.
func (a *actor) retry() {
	if !a.deaf || a.mixer != nil && a.using == nil {
		return
	}
	a.deaf = false
	if a.mixer != nil {
		a.drop()
	}
}

// atEnd reports whether the present page was heard to its end.
func (a *actor) atEnd() bool {
	return a.page < len(a.tracks) && int(a.at) >= a.length(a.page)
}

// pause keeps the place. A planned question at the end of the sentence that
// was just heard is asked all the same.
func (a *actor) pause() {
	if !a.active() {
		return
	}
	held := a.status == Echoing
	if a.flowing {
		a.page, a.at, held = a.mixer.pause()
		a.flowing = false
	}
	a.status, a.echoUntil = Paused, time.Time{}
	if held && a.stopAt(a.cutsOf(a.page)) >= 0 {
		a.hold = HoldStop
	}
}

// active reports whether the player goes on by itself.
func (a *actor) active() bool {
	return a.status == Playing || a.status == Waiting || a.status == Echoing
}

func (a *actor) toggle() {
	if a.active() {
		a.pause()
		return
	}
	a.play()
}

// halt ends what is heard of the story, so that something else can be.
func (a *actor) halt() {
	if a.flowing || a.trying {
		a.mixer.pause()
	}
	a.flowing, a.trying = false, false
	a.jumped = true
}

func (a *actor) turn(page int) {
	if page < 0 || page >= len(a.tracks) {
		return
	}
	a.leap(page, 0)
}

func (a *actor) prev() {
	page := a.page
	if a.position() <= backWindow && page > 0 {
		page--
	}
	a.turn(page)
}

func (a *actor) seek(position time.Duration) {
	if a.page >= len(a.tracks) {
		return
	}
	position = min(max(position, 0), a.duration())
	a.leap(a.page, float64(sampleAt(position)))
}

// sampleAt gives the sample at a position. It is the nearest: a position that
// the player has told gives its own sample again.
func sampleAt(position time.Duration) int { return int(math.Round(position.Seconds() * Rate)) }

// leap goes to another place; what was playing plays on there.
func (a *actor) leap(page int, at float64) {
	if !a.trying {
		a.halt()
	}
	a.page, a.at, a.jumped = page, at, true
	a.hold, a.echoUntil = HoldNone, time.Time{}
	switch a.status {
	case Ended:
		a.status = Paused
	case Echoing:
		a.status = Playing
	}
}

func (a *actor) setSpeed(speed float64) {
	if math.IsNaN(speed) {
		return
	}
	before := a.speed
	a.speed = min(max(speed, speech.MinSpeed), speech.MaxSpeed)
	if a.status == Echoing {
		left := float64(time.Until(a.echoUntil)) * before / a.speed
		a.echoUntil = time.Now().Add(time.Duration(left))
	}
	if a.flowing {
		a.mixer.setSpeed(a.speed)
	}
}

func (a *actor) setVolume(volume float64) {
	if math.IsNaN(volume) {
		return
	}
	a.volume = min(max(volume, 0), 1)
	if a.mixer != nil {
		a.mixer.setVolume(a.volume)
	}
}

func (a *actor) setAdvance(on bool) {
	a.advance = on
	a.rehold()
}

// preview plays a voice that is tried.
func (a *actor) preview(c *clip, speed float64, unheard func()) {
	a.pause()
	a.retry()
	if math.IsNaN(speed) || speed == 0 {
		speed = 1
	}
	a.trying = a.give(c, -1, 0, min(max(speed, speech.MinSpeed), speech.MaxSpeed))
	a.unheard = unheard
	a.tellUnheard()
}

// tellUnheard says of a voice that is tried that no device plays it, once that
// is known.
func (a *actor) tellUnheard() {
	if a.unheard == nil || a.using == nil {
		return
	}
	if a.using != a.out {
		a.work.Go(a.unheard) // whoever hears it may have commands for the player
	}
	a.unheard = nil
}

// position is where the page stands, at speed 1.
func (a *actor) position() time.Duration {
	return min(time.Duration(a.at/Rate*float64(time.Second)), a.duration())
}

// duration is the length of the present page: what its track says, unless the
// sound itself is of another length.
func (a *actor) duration() time.Duration {
	if a.page >= len(a.tracks) {
		return 0
	}
	t := a.tracks[a.page]
	length := t.Duration
	if k, ok := a.clips.peek(t.Path); ok && k.err == nil {
		if d := k.clip.duration(); (d - length).Abs() > 50*time.Millisecond {
			length = d
		}
	} else if length <= 0 && t.Ready {
		length = silence(t).duration()
	}
	return length
}

// snapshot is the state as others see it.
func (a *actor) snapshot() State {
	s := State{
		Status: a.status, Story: a.story, Page: a.page, Pages: len(a.tracks),
		At: time.Now(), Word: -1, Sentence: -1, Hold: a.hold, EchoUntil: a.echoUntil,
		Speed: a.speed, Volume: a.volume, Advance: a.advance, Steps: a.steps, Echo: a.echo,
		Silent: a.fault,
	}
	if a.page >= len(a.tracks) {
		return s
	}
	t := a.tracks[a.page]
	s.Position, s.Duration = a.position(), a.duration()
	s.Word = wordAt(t.Words, s.Position)
	if len(t.Sentences) > 0 {
		s.Sentence = a.sentence()
	}
	if k, ok := a.clips.peek(t.Path); s.Silent == "" && t.Ready {
		if t.Path == "" {
			s.Silent = noVoice
		} else if ok && k.err != nil {
			s.Silent = badVoice
		}
	}
	return s
}

// afterglow is how long a word stays lit after its end, so that words do not
// flicker in the short gaps of fluent speech.
const afterglow = 0.2

// wordAt gives the word that is heard at a position, or -1 in a pause.
func wordAt(words []story.Word, position time.Duration) int {
	at := position.Seconds()
	after, _ := slices.BinarySearchFunc(words, at, func(w story.Word, at float64) int {
		if w.Start <= at {
			return -1
		}
		return 1
	})
	i := after - 1
	if i < 0 || at > words[i].End+afterglow {
		return -1
	}
	return i
}

// tell publishes the state where it has changed, and while playing ten times a
// second.
func (a *actor) tell() {
	s := a.snapshot()
	same := a.told
	same.At, same.Position = s.At, s.Position
	if s == same && !a.jumped {
		if s.Position == a.told.Position || s.At.Sub(a.told.At) < publishEvery {
			return
		}
	}
	a.told, a.jumped = s, false
	a.player.publish(s)
}
