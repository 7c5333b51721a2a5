package editing

import (
	"bytes"
	"math"
	"slices"
	"time"

	"edusmart/core/model"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// How sentences are joined.
const (
	// joinFade is how long sound fades at a joint, within the pause: too short
	// to be heard as a fade and long enough not to be heard as a click.
	joinFade = 5 * time.Millisecond
	// shortFade is as much where there is no pause.
	shortFade = time.Millisecond
	// The pause at a joint, in seconds, is between these.
	leastPause = 0.15
	mostPause  = 0.9
	// usualPause stands where a page has none to go by.
	usualPause = 0.35
	// closing is the least silence at the end of a page.
	closing = 0.25
)

// join makes the narration of a page of pieces and gives where, in seconds,
// each starts. Pieces that lie beside each other in narration that is there
// are left as they are; where all do, so is the file.
func (w *work) join(t *story.LevelPage, pieces []*piece) (starts []float64, err error) {
	if len(pieces) == 0 {
		t.Narration, t.Seconds = "", readingTime(w.story, t)
		return nil, nil
	}
	rate := rateOf(pieces)
	var out []int16
	kept := pieces[0].at == 0 && pieces[0].asset != "" && pieces[len(pieces)-1].last
	for i, p := range pieces {
		p = p.atRate(rate)
		if i > 0 && !p.follows(pieces[i-1]) {
			kept = false
			out = joint(out, pieces[i-1].atRate(rate), p)
		}
		starts = append(starts, float64(len(out))/float64(rate))
		from := len(out)
		out = append(out, p.pcm...)
		if i > 0 && !p.follows(pieces[i-1]) || i == 0 && p.at > 0 {
			speech.Fade(out[from:], fadeOf(p.lead(), rate), 0)
		}
	}
	if kept {
		t.Narration = pieces[0].asset
		t.Seconds = seconds(float64(len(out)) / float64(rate))
		return starts, nil
	}
	last := pieces[len(pieces)-1].atRate(rate)
	if !last.last {
		speech.Fade(out, 0, fadeOf(last.trail(), rate))
	}
	if short := int(closing*float64(rate)) - last.trail(); short > 0 {
		out = append(out, make([]int16, short)...)
	}
	var wav bytes.Buffer
	if err := speech.EncodeWAV(&wav, out, rate); err != nil {
		return nil, model.Errorf("join sentences", model.Unusable, "The sound of this page cannot be joined. Speak the page again.", err)
	}
	if t.Narration, err = w.Library.PutAsset(w.story.ID, wav.Bytes(), "wav"); err != nil {
		return nil, err
	}
	t.Seconds = seconds(float64(len(out)) / float64(rate))
	w.sound[t.Narration] = &sound{out, rate}
	return starts, nil
}

// joint ends out, which ends with the piece before, so that next can follow:
// faded, and with a pause of a bearable length between the two.
func joint(out []int16, before, next *piece) []int16 {
	rate := before.rate
	pause, trail := before.trail()+next.lead(), before.trail()
	if long := pause - int(mostPause*float64(rate)); long > 0 {
		out = out[:len(out)-min(long, trail)]
		trail -= min(long, trail)
	}
	speech.Fade(out, 0, fadeOf(trail, rate))
	if short := int(leastPause*float64(rate)) - pause; short > 0 {
		out = append(out, make([]int16, short)...)
	}
	return out
}

// fadeOf is how many samples fade in a pause of so many.
func fadeOf(pause, rate int) int {
	return max(min(pause, speech.Samples(joinFade, rate)), speech.Samples(shortFade, rate))
}

// rateOf is the rate of a page made of pieces: that of most of its sound.
func rateOf(pieces []*piece) int {
	samples := map[int]float64{}
	best := pieces[0].rate
	for _, p := range pieces {
		samples[p.rate] += p.length()
		if samples[p.rate] > samples[best] {
			best = p.rate
		}
	}
	return best
}

// atRate gives the piece at another rate.
func (p *piece) atRate(rate int) *piece {
	if p.rate == rate {
		return p
	}
	q := *p
	q.sound = sound{speech.Resample(p.pcm, p.rate, rate), rate}
	q.asset, q.at = "", 0
	return &q
}

// fit prepares sound of one sentence that was spoken by itself for its place
// among others: cut to its words, with half a usual pause on both sides, and
// as loud as its neighbours.
func fit(p *piece, list []spoken, place int) *piece {
	neighbours := nearest(list, place, 4)
	pause := int(pauseOf(list) * float64(p.rate) / 2)
	from, to := speech.Voiced(p.pcm, p.rate, audible)
	if to <= from {
		from, to = 0, len(p.pcm)
	}
	if len(p.words) > 0 {
		from, to = min(from, p.sample(p.words[0].Start)), max(to, p.sample(p.words[len(p.words)-1].End))
	}
	head, tail := max(0, from-pause), min(len(p.pcm), to+pause)
	body := slices.Clone(p.pcm[head:tail])
	speech.Fade(body, fadeOf(from-head, p.rate), fadeOf(tail-to, p.rate))
	if level := levelOf(neighbours); math.IsInf(level, -1) {
		speech.Normalize(body, p.rate)
	} else {
		speech.SetLevel(body, p.rate, level)
	}
	before, after := pause-(from-head), pause-(tail-to)
	q := &piece{sound: sound{slices.Concat(make([]int16, before), body, make([]int16, after)), p.rate}, timing: p.timing}
	for _, word := range p.words {
		q.words = append(q.words, shifted(word, float64(before-head)/float64(p.rate), q.length()))
	}
	return q
}

// audible is the level, on the scale of 16 bits, above which sound belongs to
// the words: -54 dB of full scale.
const audible = 65

// nearest gives up to n pieces around a place, the nearest first.
func nearest(list []spoken, place, n int) []*piece {
	var found []*piece
	for d := 1; d < len(list) && len(found) < n; d++ {
		for _, at := range []int{place - d, place + d} {
			if at >= 0 && at < len(list) && list[at].piece != nil && len(found) < n {
				found = append(found, list[at].piece)
			}
		}
	}
	return found
}

// levelOf is the loudness of pieces together, in dB of full scale.
func levelOf(pieces []*piece) float64 {
	var power, length float64
	for _, p := range pieces {
		if level := speech.Level(p.pcm, p.rate); !math.IsInf(level, -1) {
			power += math.Pow(10, level/10) * p.length()
			length += p.length()
		}
	}
	if length == 0 {
		return math.Inf(-1)
	}
	return 10 * math.Log10(power/length)
}

// pauseOf is the usual pause between the sentences of a page, in seconds.
func pauseOf(list []spoken) float64 {
	var pauses []float64
	for i := 1; i < len(list); i++ {
		a, b := list[i-1].piece, list[i].piece
		if a != nil && b != nil && b.follows(a) {
			pauses = append(pauses, float64(a.trail()+b.lead())/float64(a.rate))
		}
	}
	if len(pauses) == 0 {
		return usualPause
	}
	slices.Sort(pauses)
	return min(max(pauses[len(pauses)/2], leastPause), mostPause)
}
