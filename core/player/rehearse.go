package player

import (
	"cmp"
	"context"
	"io"
	"slices"
	"sync"
	"time"

	"edusmart/core/speech"
	"edusmart/core/story"
)

// Rehearsal is what was heard and lit when a story was played to nobody.
type Rehearsal struct {
	Pages     int           // played to their end
	Sentences int           // begun
	Words     int           // lit
	Length    time.Duration // of what was played, at speed 1
	Faults    []Fault       // in the order met, at most one of a kind a page
}

// Fault is what went wrong on a page (from 0) of a rehearsal.
type Fault struct {
	Page int
	Kind FaultKind
}

// FaultKind says what went wrong.
type FaultKind string

// The faults of a rehearsal. After Stuck nothing more was played.
const (
	FaultVoice     FaultKind = "voice"     // the narration cannot be decoded: the page was silent
	FaultWords     FaultKind = "words"     // a word was not lit, or before one that is spoken earlier
	FaultSentences FaultKind = "sentences" // a sentence that has a time was not come to, or out of order
	FaultOrder     FaultKind = "order"     // the page did not follow the one before
	FaultStuck     FaultKind = "stuck"     // the page did not end, or has no text yet
)

const (
	// rehearsalStep is how much sound is taken between two looks at where the
	// player stands: what is shorter, at the highest speed, may not be seen.
	rehearsalStep = Rate / 100
	// glimpse is the shortest stretch, in seconds at speed 1, that two looks
	// cannot both miss.
	glimpse = 2 * speech.MaxSpeed * rehearsalStep / Rate
	// rehearsalSlack is how much longer than its tracks a story may play, in
	// samples a page.
	rehearsalSlack = 3 * Rate
)

// Rehearse plays tracks from the first page to the last at the highest speed,
// through a player of its own whose sound goes nowhere, as fast as this
// computer can make it. Planned stops are gone on from at once. progress,
// which may be nil, is told the page (from 0) that is begun. The only error is
// the context's.
func Rehearse(ctx context.Context, tracks []Track, progress func(page int)) (Rehearsal, error) {
	out := &nowhere{}
	a := newActor(nil, out)
	defer a.close()
	a.load("rehearsal", tracks)
	a.speed = speech.MaxSpeed
	r := rehearsal{actor: a, out: out, progress: progress, page: -1}
	for i := range tracks {
		if !tracks[i].Ready {
			r.fault(i, FaultStuck)
			return r.result, nil
		}
	}
	a.play()
	a.proceed()
	for a.status != Ended && len(tracks) > 0 {
		if err := r.step(ctx); err != nil {
			return r.result, err
		}
		if r.taken > r.most() {
			r.fault(a.page, FaultStuck)
			return r.result, nil
		}
	}
	r.leave(len(tracks))
	return r.result, nil
}

// rehearsal is a player that is led by hand, and what was seen of it.
type rehearsal struct {
	actor    *actor
	out      *nowhere
	progress func(page int)
	result   Rehearsal
	taken    int // samples
	length   int // of the pages begun so far, in samples at speed 1
	page     int // the page that is played; -1: none yet
	word     int // the last one lit on it; -1: none
	lit      int // words lit on it
	sentence int // the last one come to; -1: none
}

// step plays a little further: it waits for what is being decoded or opened,
// or takes some sound, and looks where the player stands.
func (r *rehearsal) step(ctx context.Context) error {
	a := r.actor
	if a.clips.loading != "" || a.mixer != nil && a.using == nil {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case o := <-a.opened:
			a.began(o)
		case l := <-a.clips.loaded:
			a.clips.put(l)
		}
	} else {
		if err := ctx.Err(); err != nil {
			return err
		}
		r.out.take(rehearsalStep)
		r.taken += rehearsalStep
	}
	a.locate()
	if a.status == Paused {
		a.play()
	}
	a.proceed()
	r.look()
	return nil
}

// most is how many samples the pages begun so far may take.
func (r *rehearsal) most() int {
	return r.length + rehearsalSlack*(r.page+2)
}

// look takes in what the player shows.
func (r *rehearsal) look() {
	a := r.actor
	if !a.flowing {
		return // between two pages, or at the end
	}
	if a.page != r.page {
		r.leave(a.page)
		r.enter(a.page)
	}
	s := a.snapshot()
	if s.Word >= 0 && s.Word != r.word {
		if s.Word < r.word {
			r.fault(r.page, FaultWords)
		} else {
			r.lit++
		}
		r.word = max(r.word, s.Word)
	}
	if s.Sentence >= 0 && s.Sentence != r.sentence {
		if s.Sentence < r.sentence {
			r.fault(r.page, FaultSentences)
		} else {
			r.result.Sentences++
		}
		r.sentence = max(r.sentence, s.Sentence)
	}
}

// enter begins a page.
func (r *rehearsal) enter(page int) {
	a := r.actor
	r.page, r.word, r.sentence, r.lit = page, -1, -1, 0
	r.length += a.length(page)
	if k, ok := a.clips.peek(a.tracks[page].Path); ok && k.err != nil {
		r.fault(page, FaultVoice)
	}
	if r.progress != nil {
		r.progress(page)
	}
}

// leave ends the page that was played, where the next one is begun.
func (r *rehearsal) leave(next int) {
	if next != r.page+1 {
		r.fault(min(next, len(r.actor.tracks)-1), FaultOrder)
	}
	if r.page < 0 {
		return
	}
	r.result.Pages++
	r.result.Words += r.lit
	length := speech.Duration(r.actor.length(r.page), Rate)
	r.result.Length += length
	words := r.actor.tracks[r.page].Words
	inOrder := slices.IsSortedFunc(words, func(x, y story.Word) int { return cmp.Compare(x.Start, y.Start) })
	if !inOrder || r.lit < dueWords(words, length) {
		r.fault(r.page, FaultWords)
	}
	if r.sentence < lastHeard(r.actor.tracks[r.page].Sentences) {
		r.fault(r.page, FaultSentences)
	}
}

// dueWords counts the words of a page of a length that must have been seen lit:
// each is lit until the next begins. One that is spoken after the sound has
// ended is due too.
func dueWords(words []story.Word, length time.Duration) int {
	n := 0
	for i, w := range words {
		until := w.End + afterglow
		if i+1 < len(words) {
			until = min(until, words[i+1].Start)
		}
		late := w.Start >= length.Seconds()
		if late || min(until, length.Seconds())-w.Start >= glimpse {
			n++
		}
	}
	return n
}

// lastHeard is the last sentence that has a time; -1: none has.
func lastHeard(sentences []Span) int {
	for i := len(sentences) - 1; i >= 0; i-- {
		if sentences[i].End-sentences[i].Start >= glimpse {
			return i
		}
	}
	return -1
}

// fault notes a fault, once a page and kind.
func (r *rehearsal) fault(page int, kind FaultKind) {
	f := Fault{page, kind}
	for _, known := range r.result.Faults {
		if known == f {
			return
		}
	}
	r.result.Faults = append(r.result.Faults, f)
}

// nowhere is an Output that is taken from by hand.
type nowhere struct {
	mu    sync.Mutex
	src   io.Reader
	heard int64
	buf   [2 * rehearsalStep]byte
}

// Play implements Output.
func (n *nowhere) Play(src io.Reader) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.src, n.heard = src, 0
	return nil
}

// Heard implements Output: what was taken was heard.
func (n *nowhere) Heard() (int64, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.src == nil {
		return 0, errNoSource
	}
	return n.heard, nil
}

// take takes up to rehearsalStep samples.
func (n *nowhere) take(samples int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.src == nil {
		return
	}
	got, err := io.ReadFull(n.src, n.buf[:2*samples])
	n.heard += int64(got / 2)
	if err != nil {
		n.src = ended{}
	}
}

// ended is a source that was read to its end.
type ended struct{}

// Read implements io.Reader.
func (ended) Read([]byte) (int, error) { return 0, io.EOF }
