package player

import (
	"encoding/binary"
	"io"
	"math"
	"sync"
	"time"

	"edusmart/core/speech"
)

// Rate is the rate of all sound that leaves the player: samples a second,
// mono, 16 bits.
const Rate = 24000

const (
	// ramp is the length of every fade: 10 ms are too short to be noticed and
	// long enough not to click.
	ramp = Rate / 100
	// lull is how much silence the mixer gives before it lets the device
	// rest.
	lull = Rate
	// markLife is how many marks are kept: several seconds of them.
	markLife = 512
)

// clip is sound that is ready to be played, or the time of a silent page.
type clip struct {
	pcm    []int16 // at Rate; nil: silence
	length int     // samples
}

func (c *clip) duration() time.Duration { return speech.Duration(c.length, Rate) }

// mark says which part of a page a stretch of the output is.
type mark struct {
	out, n   int64 // the first sample of the output, and how many
	page     int
	from, to float64 // samples of the clip
}

// A mixer is the sound of one stretch of playing: the source that an Output
// reads until it gives io.EOF, which it does after a second of silence. Every
// way of starting and stopping fades over 10 ms: what is cut off sinks while
// what comes next rises, so that nothing clicks, is lost or is heard twice.
//
// Its methods may be called from any goroutine: the player's own steers, the
// device's reads.
type mixer struct {
	mu     sync.Mutex
	out    int64 // samples given so far
	idle   int64 // samples of silence given since the last sound
	closed bool  // io.EOF was given, or must be

	page    int
	clip    *clip // nil: nothing plays
	stretch *speech.Stretcher
	at      float64 // position in a silent clip
	rise    int     // samples left of the fade in
	holds   []int   // samples of the clip at which it must stop, ascending
	until   int     // the first of them that lies ahead, or the clip's end
	halts   bool    // until is one of the holds
	next    *clip   // what follows without a gap; nil: nothing
	after   []int   // the holds of next
	over    bool    // the clip has come to its end, or a hold, and nothing followed
	held    bool    // it was a hold

	tail   []int16 // what sinks, to be added to the next samples
	speed  float64
	volume float64 // the target
	gain   float64 // the present gain, on its way to volume
	marks  []mark
	buf    []int16
}

func newMixer(speed, volume float64) *mixer {
	return &mixer{speed: speed, volume: volume, gain: volume}
}

// play goes on with c, a page's clip, at a sample of it, as far as the first
// of holds, samples of c, that is beyond. What was heard before sinks. It
// reports false when the mixer has ended.
func (m *mixer) play(c *clip, page int, at float64, holds []int) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return false
	}
	m.sink()
	m.start(c, page, at, holds)
	m.rise = 0 // a page's beginning needs none
	if at > 0 {
		m.rise = ramp
	}
	m.next = nil
	m.marks = append(m.marks[:0], mark{out: m.out, page: page, from: at, to: at})
	return true
}

// start makes c the present clip.
func (m *mixer) start(c *clip, page int, at float64, holds []int) {
	m.clip, m.page, m.at, m.over, m.held, m.idle = c, page, at, false, false, 0
	m.stretch = nil
	if c.pcm != nil {
		m.stretch = speech.NewStretcher(c.pcm, Rate)
		m.stretch.SetSpeed(m.speed)
		m.stretch.Seek(int(at))
	}
	m.look(holds)
}

// look finds the first of holds that lies ahead.
func (m *mixer) look(holds []int) {
	m.holds, m.until, m.halts = holds, m.clip.length, false
	at := m.position()
	for _, h := range holds {
		if float64(h) > at && h <= m.clip.length {
			m.until, m.halts = h, true
			return
		}
	}
}

// rehold gives the present clip other holds, which apply from where the mixer
// has come to, and takes back what was to follow.
func (m *mixer) rehold(holds func(page, length int) []int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.next = nil
	if m.clip != nil {
		m.look(holds(m.page, m.clip.length))
	}
}

// pause sinks what plays and gives the page and the sample of its clip to go
// on from, and whether the mixer has come to a hold there.
func (m *mixer) pause() (page int, at float64, held bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	page, at, held = m.page, m.position(), m.held
	m.sink()
	m.clip, m.stretch, m.next, m.over, m.held = nil, nil, nil, false, false
	m.marks = append(m.marks[:0], mark{out: m.out, page: page, from: at, to: at})
	return page, at, held
}

// sink puts the next 10 ms of what plays, falling to silence, into the tail.
func (m *mixer) sink() {
	if m.clip == nil {
		return
	}
	tail := make([]int16, ramp)
	rise := m.rise
	n := m.read(tail, m.clip.length)
	for i := range n {
		// A fade in that was not over goes down from where it stood.
		level := ramp - i
		if rise > 0 {
			level = max(0, ramp-rise-i)
		}
		tail[i] = int16(int(tail[i]) * level / ramp)
	}
	m.tail = blend(m.tail, tail[:n])
}

// position is the sample of the clip that is given next.
func (m *mixer) position() float64 {
	switch {
	case m.clip == nil && len(m.marks) > 0:
		return m.marks[len(m.marks)-1].to
	case m.stretch != nil:
		return m.stretch.Position()
	}
	return m.at
}

// read gives samples of the present clip at the present speed, as far as a
// sample of it.
func (m *mixer) read(out []int16, until int) int {
	if m.stretch != nil {
		return m.stretch.ReadTo(out, until)
	}
	left := (float64(until) - m.at) / m.speed
	n := min(len(out), max(0, int(math.Ceil(left))))
	clear(out[:n])
	m.at = min(m.at+float64(n)*m.speed, float64(m.clip.length))
	return n
}

// follow says that c comes after the present clip, as that page, with its
// holds. It reports false when the mixer has not come to the page before, or
// is past its end.
func (m *mixer) follow(c *clip, page int, holds []int) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.clip == nil || m.page+1 != page {
		return false
	}
	m.next, m.after = c, holds
	return true
}

func (m *mixer) setSpeed(speed float64) {
	m.mu.Lock()
	m.speed = speed
	if m.stretch != nil {
		m.stretch.SetSpeed(speed)
	}
	m.mu.Unlock()
}

func (m *mixer) setVolume(volume float64) {
	m.mu.Lock()
	m.volume = volume
	m.mu.Unlock()
}

// close makes the mixer end, after what plays has sunk.
func (m *mixer) close() {
	m.mu.Lock()
	m.sink()
	m.clip, m.stretch, m.next = nil, nil, nil
	m.idle = lull
	m.mu.Unlock()
}

// place is where the playing stands.
type place struct {
	page int
	at   float64 // sample of the clip
	// ahead is the page that the mixer has come to, which is heard later.
	ahead int
	over  bool // the last clip has been heard to its end, or to a hold
	held  bool // to a hold
	rests bool // the mixer has ended and all of it was heard
}

// heard gives the place that is heard when the output has come to a sample.
func (m *mixer) heard(out int64) place {
	m.mu.Lock()
	defer m.mu.Unlock()
	p := place{page: m.page, ahead: m.page, rests: m.closed && out >= m.out}
	for i := len(m.marks) - 1; i >= 0; i-- {
		k := m.marks[i]
		if k.out <= out || i == 0 {
			p.page, p.at = k.page, k.from
			if k.n > 0 {
				share := min(max(float64(out-k.out)/float64(k.n), 0), 1)
				p.at = k.from + (k.to-k.from)*share
			}
			if m.over && i == len(m.marks)-1 && out >= k.out+k.n {
				p.at, p.over, p.held = k.to, true, m.held
			}
			break
		}
	}
	return p
}

// Read gives samples as little-endian bytes; io.EOF after a second without
// sound.
func (m *mixer) Read(b []byte) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n := len(b) / 2
	if m.closed || n == 0 {
		return 0, io.EOF
	}
	if cap(m.buf) < n {
		m.buf = make([]int16, n)
	}
	pcm := m.buf[:n]
	m.fill(pcm)
	for i, v := range pcm {
		binary.LittleEndian.PutUint16(b[2*i:], uint16(v))
	}
	if m.idle >= lull {
		m.closed = true
	}
	return 2 * n, nil
}

// fill writes the next samples: the clip and what follows it, as far as a
// hold, then silence; what sinks and the volume over all.
func (m *mixer) fill(pcm []int16) {
	sinking := m.tail
	m.tail = nil
	done := 0
	for done < len(pcm) && m.clip != nil {
		done += m.advance(pcm[done:], int64(done))
	}
	clear(pcm[done:])
	m.idle += int64(len(pcm) - done)
	m.tail = blend(overlay(pcm, sinking), overlay(pcm[done:], m.tail))
	m.amplify(pcm)
	m.out += int64(len(pcm))
}

// advance writes samples of the present clip, done samples after m.out, and
// gives how many. At a hold it stops; at the clip's end it goes on to the next.
func (m *mixer) advance(pcm []int16, done int64) int {
	from := m.position()
	n := m.read(pcm, m.until)
	m.lift(pcm[:n])
	to := min(m.position(), float64(m.until))
	m.note(mark{out: m.out + done, n: int64(n), page: m.page, from: from, to: to})
	switch {
	case m.halts && to == float64(m.until):
		m.sink()
		m.clip, m.stretch, m.next, m.over, m.held = nil, nil, nil, true, true
	case n == len(pcm):
	case m.next == nil:
		m.clip, m.stretch, m.over = nil, nil, true
	default:
		next := m.next
		m.next = nil
		m.start(next, m.page+1, 0, m.after)
	}
	return n
}

// lift applies what is left of the fade in.
func (m *mixer) lift(pcm []int16) {
	for i := 0; i < len(pcm) && m.rise > 0; i++ {
		pcm[i] = int16(int(pcm[i]) - int(pcm[i])*m.rise/ramp)
		m.rise--
	}
}

// amplify moves the gain to the volume, over 10 ms for the whole range. The
// ear hears levels by powers, so the gain is the volume's square.
func (m *mixer) amplify(pcm []int16) {
	if m.gain == 1 && m.volume == 1 {
		return
	}
	for i, v := range pcm {
		switch d := m.volume - m.gain; {
		case d > 1.0/ramp:
			m.gain += 1.0 / ramp
		case d < -1.0/ramp:
			m.gain -= 1.0 / ramp
		default:
			m.gain = m.volume
		}
		pcm[i] = int16(float64(v) * m.gain * m.gain)
	}
}

// note keeps a mark.
func (m *mixer) note(k mark) {
	if k.n == 0 {
		return
	}
	if len(m.marks) >= markLife {
		m.marks = append(m.marks[:0], m.marks[markLife/2:]...)
	}
	m.marks = append(m.marks, k)
}

// overlay adds what sinks to pcm and gives what is left of it.
func overlay(pcm, tail []int16) []int16 {
	n := min(len(pcm), len(tail))
	for i, v := range tail[:n] {
		pcm[i] = addClamped(pcm[i], v)
	}
	return tail[n:]
}

// blend adds two sounds; it may write to either.
func blend(a, b []int16) []int16 {
	if len(a) < len(b) {
		a, b = b, a
	}
	overlay(a, b)
	return a
}

func addClamped(a, b int16) int16 {
	return int16(min(max(int(a)+int(b), -32768), 32767))
}
