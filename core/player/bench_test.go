package player

import (
	"encoding/binary"
	"errors"
	"io"
	"math/rand/v2"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core/speech"
)

// step is the time between two looks of the tests: the player's own.
const step = tick

// lag is how many samples the bench holds between what it took and what is
// heard.
const lag = 2 * Rate / 50

// bench is an Output whose samples a test takes when it wants them.
type bench struct {
	mu     sync.Mutex
	src    io.Reader
	plays  int
	pulled int
	fault  error
}

var errNoBench = errors.New("there is no device")

func (b *bench) Play(src io.Reader) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.fault != nil {
		return b.fault
	}
	b.src, b.pulled = src, 0
	b.plays++
	return nil
}

func (b *bench) Heard() (int64, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return int64(max(0, b.pulled-lag)), b.fault
}

// taken is how many samples of the present source were taken.
func (b *bench) taken() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.pulled
}

// played is how often Play was called.
func (b *bench) played() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.plays
}

// pull takes n samples; there is silence where nothing plays.
func (b *bench) pull(n int) []int16 {
	b.mu.Lock()
	defer b.mu.Unlock()
	pcm := make([]int16, n)
	b.pulled += n
	if b.src == nil {
		return pcm
	}
	data := make([]byte, 2*n)
	k, err := b.src.Read(data)
	if err != nil {
		b.src = nil
	}
	for i := range k / 2 {
		pcm[i] = int16(binary.LittleEndian.Uint16(data[2*i:]))
	}
	return pcm
}

// pass lets time go by and takes the sound of it.
func (b *bench) pass(d time.Duration) []int16 {
	var all []int16
	for ; d > 0; d -= step {
		all = append(all, b.pull(speech.Samples(step, Rate))...)
		time.Sleep(step)
		synctest.Wait()
	}
	return all
}

// page is a page of a test: its sound, and where it may be cut.
type page struct {
	Track
	pcm  []int16
	cuts []int
}

// pageOf makes a page of sentences, each so many hundredths of a second long
// and a fifth of a second from the next; one of 0 is not heard. The sound is
// noise without a single zero, so that no part of it can be taken for another.
func pageOf(t testing.TB, random *rand.Rand, id string, sentences ...int) page {
	t.Helper()
	const unit, pause = Rate / 100, 20 // samples, units
	p := page{Track: Track{ID: id, Ready: true}}
	between := []int{0} // cuts between sentences that are heard
	heard := make([]int, 1, len(sentences)+1)
	at := 10
	for _, n := range sentences {
		p.Sentences = append(p.Sentences, Span{Start: float64(at) / 100, End: float64(at+n) / 100})
		if n > 0 {
			at += n + pause
			between = append(between, (at-pause/2)*unit)
		}
		heard = append(heard, len(between)-1)
	}
	between[len(between)-1] += 7 // no length is even
	for _, n := range heard {
		p.cuts = append(p.cuts, between[n])
	}
	p.pcm = make([]int16, between[len(between)-1])
	for i := range p.pcm {
		p.pcm[i] = int16(1000 + random.IntN(3000))
		if random.IntN(2) == 0 {
			p.pcm[i] = -p.pcm[i]
		}
	}
	p.Duration = speech.Duration(len(p.pcm), Rate)
	p.Path = written(t, p.pcm)
	return p
}
