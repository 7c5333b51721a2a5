package player

import (
	"slices"
	"time"

	"edusmart/core/speech"
)

// sentenceWindow is how far into a sentence PrevSentence still goes to the one
// before.
const sentenceWindow = time.Second

// cuts gives where a page of length samples is cut into its sentences: the
// i-th sentence is the samples from cuts[i] to cuts[i+1]. The cuts lie in the
// middle of the pauses; a sentence that is not heard has no samples.
func (t *Track) cuts(length int) []int {
	n := max(1, len(t.Sentences))
	cuts := make([]int, n+1)
	cuts[n] = length
	next := -1.0 // start of the next sentence that is heard; -1: there is none
	for i := n - 1; i > 0; i-- {
		if s := t.Sentences[i]; s.End > s.Start {
			next = s.Start
		}
		before := t.lastEnd(i)
		switch {
		case next < 0:
			cuts[i] = length
		case before < 0:
			cuts[i] = 0
		default:
			cuts[i] = int((before + next) / 2 * Rate)
		}
		cuts[i] = min(max(cuts[i], 0), cuts[i+1])
	}
	return cuts
}

// lastEnd is where the last sentence before the i-th that is heard ends; -1:
// there is none.
func (t *Track) lastEnd(i int) float64 {
	for i--; i >= 0; i-- {
		if s := t.Sentences[i]; s.End > s.Start {
			return s.End
		}
	}
	return -1
}

// holds gives the samples of a page of a length at which the voice must stop.
func (a *actor) holds(page, length int) []int {
	if page < 0 || page >= len(a.tracks) {
		return nil // a voice that is tried
	}
	t := &a.tracks[page]
	cuts := t.cuts(length)
	if a.steps || a.echo {
		return cuts[1:]
	}
	var holds []int
	for _, s := range t.Stops {
		if s >= 0 && s+1 < len(cuts) {
			holds = append(holds, cuts[s+1])
		}
	}
	return holds
}

// rehold lets what plays stop elsewhere from now on.
func (a *actor) rehold() {
	if a.flowing {
		a.mixer.rehold(a.holds)
		a.followed = -1
	}
}

// sentence gives the sentence at the present place. Where the voice has come
// to a sentence's end, and nothing has begun since, it is that one.
func (a *actor) sentence() int {
	cuts, at := a.cutsOf(a.page), int(a.at)
	if s := a.stopAt(cuts); a.hold == HoldStop && s >= 0 {
		return s
	}
	heard := a.hold != HoldNone || a.status == Echoing
	found := 0
	for i, c := range cuts[:len(cuts)-1] {
		if c < at || c == at && !heard {
			found = i
		}
	}
	// What has no samples is not where anybody is.
	for found > 0 && cuts[found] == cuts[found+1] {
		found--
	}
	return found
}

// stopAt gives the sentence whose planned question stands at the present
// place, or -1.
func (a *actor) stopAt(cuts []int) int {
	for _, s := range a.tracks[a.page].Stops {
		if s >= 0 && s+1 < len(cuts) && cuts[s+1] == int(a.at) {
			return s
		}
	}
	return -1
}

// cutsOf gives the cuts of a page, which must be there.
func (a *actor) cutsOf(page int) []int { return a.tracks[page].cuts(a.length(page)) }

// length is how many samples a page has.
func (a *actor) length(page int) int {
	t := a.tracks[page]
	if k, ok := a.clips.peek(t.Path); ok && k.err == nil {
		return k.clip.length
	}
	return silence(t).length
}

// reach decides what comes after the last sound that was heard: the end of a
// sentence where the voice must stop, or of the page.
func (a *actor) reach(held bool) {
	a.flowing = false
	switch {
	case !held:
		a.finishPage()
	case a.echo:
		a.status, a.echoUntil = Echoing, time.Now().Add(a.echoTime())
	default:
		a.pass()
	}
}

// pass goes on after a sentence, unless something holds the voice there.
func (a *actor) pass() {
	a.status, a.echoUntil = Playing, time.Time{}
	if hold := a.holdHere(); hold != HoldNone {
		a.status, a.hold = Paused, hold
		return
	}
	if a.atEnd() {
		a.finishPage()
	}
}

// holdHere says what holds the voice at the end of a sentence.
func (a *actor) holdHere() Hold {
	last := a.page+1 >= len(a.tracks) && a.atEnd()
	switch {
	case a.stopAt(a.cutsOf(a.page)) >= 0:
		return HoldStop
	case a.steps && !last:
		return HoldSentence
	}
	return HoldNone
}

// echoTime is how long the class is given to say the sentence that was heard:
// as long as the voice took.
func (a *actor) echoTime() time.Duration {
	cuts, sentences := a.cutsOf(a.page), a.tracks[a.page].Sentences
	at := int(a.at)
	for i := len(cuts) - 2; i >= 0; i-- {
		if cuts[i] >= at || cuts[i] == cuts[i+1] {
			continue
		}
		length := speech.Duration(cuts[i+1]-cuts[i], Rate)
		if i < len(sentences) {
			length = time.Duration((sentences[i].End - sentences[i].Start) * float64(time.Second))
		}
		return time.Duration(float64(max(0, length)) / a.speed)
	}
	return 0
}

func (a *actor) nextSentence() {
	if len(a.tracks) == 0 {
		return
	}
	cuts := a.cutsOf(a.page)
	start := cuts[a.sentence()]
	for _, c := range cuts[:len(cuts)-1] {
		if c > start && c < cuts[len(cuts)-1] {
			a.leap(a.page, float64(c))
			return
		}
	}
	a.turn(a.page + 1)
}

func (a *actor) prevSentence() {
	if len(a.tracks) == 0 {
		return
	}
	cuts := a.cutsOf(a.page)
	start := cuts[a.sentence()]
	page := a.page
	if a.at-float64(start) <= float64(speech.Samples(sentenceWindow, Rate)) {
		switch {
		case start > 0:
			start = before(cuts, start)
		case page > 0:
			page--
			cuts = a.cutsOf(page)
			start = before(cuts, cuts[len(cuts)-1])
		}
	}
	a.leap(page, float64(start))
}

// before gives the last of the cuts before one, or 0.
func before(cuts []int, cut int) int {
	i, _ := slices.BinarySearch(cuts, cut)
	return cuts[max(0, i-1)]
}

func (a *actor) repeatSentence() {
	if len(a.tracks) == 0 {
		return
	}
	a.leap(a.page, float64(a.cutsOf(a.page)[a.sentence()]))
	a.play()
}

func (a *actor) playSentence(page, sentence int) {
	if page < 0 || page >= len(a.tracks) || sentence < 0 {
		return
	}
	cuts := a.cutsOf(page)
	if sentence+1 >= len(cuts) {
		return
	}
	a.leap(page, float64(cuts[sentence]))
	a.play()
}

// playAt plays from a word. It begins a fade earlier, so that the word is
// heard whole, but with no other sentence.
func (a *actor) playAt(page int, at time.Duration) {
	if page < 0 || page >= len(a.tracks) {
		return
	}
	cuts := a.cutsOf(page)
	sample := min(max(speech.Samples(at, Rate), 0), cuts[len(cuts)-1])
	i, found := slices.BinarySearch(cuts, sample)
	if !found {
		sample = max(sample-ramp, cuts[i-1])
	}
	a.leap(page, float64(sample))
	a.play()
}

func (a *actor) setSteps(on bool) {
	a.steps = on
	a.rehold()
}

func (a *actor) setEcho(on bool) {
	a.echo = on
	a.rehold()
	if a.status == Echoing && !on {
		a.pass()
	}
}
