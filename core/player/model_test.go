package player

import (
	"slices"
	"time"

	"edusmart/core/speech"
)

// model is what the player is meant to be, at speed 1, in as few words as it
// can be said: whole samples, no threads, and a device that takes its sound
// when told. The test gives both the same commands and compares every state
// and every sample.
type model struct {
	pages                []page
	status               Status
	hold                 Hold
	page, at             int
	until                time.Time
	steps, echo, advance bool

	bench   *bench
	plays   int  // of the bench, when last looked at
	flowing bool // cur, or what came of it, is the story
	cur     *voice
	sinking []*voice
	trace   []spot // what the samples since begin are
	begin   int    // sample of the device
	end     ending
}

// voice is a sound at a place, on its way up or down.
type voice struct {
	spot
	rise  int // samples left of the way up
	level int // of one that sinks: what is left of it, of ramp
	given bool
}

type spot struct{ page, at int }

type ending int

const (
	goesOn ending = iota
	atEnd         // of a page that nothing follows
	atHold
)

func (m *model) last() int   { return len(m.pages) - 1 }
func (m *model) cuts() []int { return m.pages[m.page].cuts }
func (m *model) length() int { return len(m.pages[m.page].pcm) }
func (m *model) active() bool {
	return m.status == Playing || m.status == Waiting || m.status == Echoing
}

// holdsAt reports whether the voice must stop at the place.
func (m *model) holdsAt(s spot) bool {
	p := m.pages[s.page]
	if m.steps || m.echo {
		return slices.Contains(p.cuts[1:], s.at)
	}
	return slices.ContainsFunc(p.Stops, func(q int) bool { return p.cuts[q+1] == s.at })
}

// pull gives the next samples.
func (m *model) pull(n int) []int16 {
	pcm := make([]int16, n)
	for i := range pcm {
		sum := 0
		if m.cur != nil && !m.cur.given {
			m.cur.given = true
			m.turn()
		}
		if m.cur != nil {
			m.trace = append(m.trace, m.cur.spot)
			v := int(m.pages[m.cur.page].pcm[m.cur.at])
			sum += v - v*m.cur.rise/ramp
			m.cur.rise = max(0, m.cur.rise-1)
			m.cur.at++
		}
		for _, s := range m.sinking {
			if p := m.pages[s.page].pcm; s.level > 0 && s.at < len(p) {
				sum += int(p[s.at]) * s.level / ramp
				s.level--
				s.at++
			}
		}
		pcm[i] = int16(sum)
		m.arrive()
	}
	return pcm
}

// arrive looks whether the sound has come to a hold or an end.
func (m *model) arrive() {
	if m.cur == nil {
		return
	}
	if m.holdsAt(m.cur.spot) {
		m.trace = append(m.trace, m.cur.spot)
		m.sink()
		m.end = atHold
		return
	}
	m.turn()
}

// turn goes on with the next page at the end of one.
func (m *model) turn() {
	next := m.cur.page + 1
	switch {
	case m.cur.at < len(m.pages[m.cur.page].pcm):
	case m.advance && next <= m.last() && m.pages[next].Ready:
		m.cur = &voice{spot: spot{page: next}, rise: m.cur.rise, given: true}
	default:
		m.trace = append(m.trace, m.cur.spot)
		m.cur, m.end = nil, atEnd
	}
}

// sink lets what plays fade.
func (m *model) sink() {
	if m.cur != nil && m.cur.given {
		m.cur.level = ramp - m.cur.rise
		m.sinking = append(m.sinking, m.cur)
	}
	m.cur = nil
}

// locate finds what is heard, and what comes of it.
func (m *model) locate() {
	if !m.flowing {
		return
	}
	heard := max(0, m.bench.taken()-lag) - m.begin
	over := m.end != goesOn && heard >= len(m.trace)-1
	if heard >= 0 && len(m.trace) > 0 {
		s := m.trace[min(heard, len(m.trace)-1)]
		m.page, m.at = s.page, s.at
	}
	if !over {
		return
	}
	m.flowing = false
	switch {
	case m.end == atEnd:
		m.finish()
	case m.echo:
		i := m.sentence(true)
		s := m.pages[m.page].Sentences[i]
		m.status, m.until = Echoing, time.Now().Add(time.Duration((s.End-s.Start)*1e9))
	default:
		m.pass()
	}
}

// renew takes note that the player has begun a source of its own.
func (m *model) renew() {
	if plays := m.bench.played(); m.plays != plays {
		m.plays, m.sinking, m.begin = plays, nil, 0
	}
}

// proceed starts what can be heard.
func (m *model) proceed() {
	if m.status == Echoing && !time.Now().Before(m.until) {
		m.pass()
	}
	if m.status != Playing && m.status != Waiting {
		return
	}
	m.status = Waiting
	if m.page > m.last() || !m.pages[m.page].Ready {
		return
	}
	m.status = Playing
	if m.flowing {
		return
	}
	m.sink()
	m.cur = &voice{spot: spot{m.page, m.at}}
	if m.at > 0 && m.at < m.length() {
		m.cur.rise = ramp
	}
	m.flowing, m.trace, m.end = true, nil, goesOn
	m.begin = m.bench.taken()
}

// pass goes on after a sentence.
func (m *model) pass() {
	m.status, m.until = Playing, time.Time{}
	switch {
	case m.stop() >= 0:
		m.status, m.hold = Paused, HoldStop
	case m.steps && (m.page < m.last() || m.at < m.length()):
		m.status, m.hold = Paused, HoldSentence
	case m.at == m.length():
		m.finish()
	}
}

func (m *model) finish() {
	switch {
	case m.page == m.last():
		m.status = Ended
	case m.advance:
		m.page, m.at = m.page+1, 0
	default:
		m.status, m.hold = Paused, HoldPage
	}
}

// stop is the sentence whose question stands here, or -1.
func (m *model) stop() int {
	for _, q := range m.pages[m.page].Stops {
		if m.cuts()[q+1] == m.at {
			return q
		}
	}
	return -1
}

// sentence is the one at the place, or the one that ends there.
func (m *model) sentence(ending bool) int {
	cuts, at := m.cuts(), m.at
	for i := range len(cuts) - 1 {
		if cuts[i] == cuts[i+1] {
			continue
		}
		if at < cuts[i+1] || at == cuts[i+1] && (ending || at == m.length()) {
			return i
		}
	}
	panic("the place is off the page")
}

// told is the sentence that the state should tell.
func (m *model) told() int {
	if m.hold == HoldStop {
		return m.stop()
	}
	return m.sentence(m.hold != HoldNone || m.status == Echoing)
}

// leap goes elsewhere.
func (m *model) leap(page, at int) {
	if page < 0 || page > m.last() {
		return
	}
	if m.flowing {
		m.sink()
		m.flowing = false
	}
	m.page, m.at, m.hold, m.until = page, at, HoldNone, time.Time{}
	switch m.status {
	case Ended:
		m.status = Paused
	case Echoing:
		m.status = Playing
	}
}

func (m *model) play() {
	if m.active() {
		return
	}
	if m.status == Ended {
		m.page, m.at = 0, 0
	} else if m.at == m.length() && m.page < m.last() {
		m.page, m.at = m.page+1, 0
	}
	m.status, m.hold = Playing, HoldNone
}

func (m *model) pause() {
	if !m.active() {
		return
	}
	held := m.status == Echoing
	if m.flowing {
		held = m.end == atHold
		s := spot{m.page, m.at}
		if m.cur != nil {
			s = m.cur.spot
		} else if len(m.trace) > 0 {
			s = m.trace[len(m.trace)-1]
		}
		m.sink()
		m.page, m.at, m.flowing = s.page, s.at, false
	}
	m.status, m.until = Paused, time.Time{}
	if held && m.stop() >= 0 {
		m.hold = HoldStop
	}
}

func (m *model) nextSentence() {
	for _, c := range m.cuts() {
		if c > m.cuts()[m.told()] && c < m.length() {
			m.leap(m.page, c)
			return
		}
	}
	m.leap(m.page+1, 0)
}

func (m *model) prevSentence() {
	start := m.cuts()[m.told()]
	switch {
	case m.at-start > Rate:
		m.leap(m.page, start)
	case start > 0:
		m.leap(m.page, below(m.cuts(), start))
	case m.page > 0:
		cuts := m.pages[m.page-1].cuts
		m.leap(m.page-1, below(cuts, cuts[len(cuts)-1]))
	default:
		m.leap(0, 0)
	}
}

func below(cuts []int, cut int) int {
	most := 0
	for _, c := range cuts {
		if c < cut {
			most = c
		}
	}
	return most
}

// playAt plays from a fade before the place, in the same sentence.
func (m *model) playAt(page, at int) {
	at = min(at, len(m.pages[page].pcm))
	if !slices.Contains(m.pages[page].cuts, at) {
		at = max(at-ramp, below(m.pages[page].cuts, at))
	}
	m.leap(page, at)
	m.play()
}

// prev is the start of the page, or the page before.
func (m *model) prev() {
	if m.at <= 2*Rate && m.page > 0 {
		m.leap(m.page-1, 0)
		return
	}
	m.leap(m.page, 0)
}

func (m *model) setEcho(on bool) {
	m.echo = on
	if !on && m.status == Echoing {
		m.pass()
	}
}

// load gives the first n of the pages, some of them not made yet.
func (m *model) load(pages []page) {
	grown := len(pages) > len(m.pages)
	m.pages = pages
	switch {
	case m.status == Ended && m.advance && grown && m.steps:
		m.status, m.hold = Paused, HoldSentence
	case m.status == Ended && m.advance && grown:
		m.page, m.at, m.status = m.page+1, 0, Playing
	case m.hold == HoldStop && m.stop() < 0:
		m.hold = HoldNone
	}
}

// position is where the place is, as a time.
func (m *model) position() time.Duration { return speech.Duration(m.at, Rate) }
