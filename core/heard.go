package core

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"edusmart/core/disk"
	"edusmart/core/player"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// Hear says which of a story's languages is heard.
type Hear string

// What can be heard of a story with a second language. A page that lacks the
// voice that is wanted is heard in the first.
const (
	HearFirst  Hear = ""
	HearSecond Hear = "second"
	HearBoth   Hear = "both" // each sentence in the one and then in the other
)

// SetHear chooses which language is heard, and keeps the choice.
func (a *App) SetHear(h Hear) { a.Change(func(s *Settings) { s.Hear = h }) }

// Heard is a page as it is played: the times of its words in what is heard,
// which is its narration, that of its second language, or both woven into one.
type Heard struct {
	// Words are those of Page.Words, in their order, with the times at which
	// they are heard. Also are those of Page.Second. Where only one language is
	// heard the other's are at the times of the sentences that they belong to.
	Words, Also []story.Word
	// Sentences is when each sentence is heard, in one language or in both.
	Sentences []player.Span
	Seconds   float64

	path  string // of the sound
	track []story.Word
	word  []int // for each of track, the index in Page.Words; -1
	also  []int // and in Page.Second.Words; -1
}

// hearing says how the pages of the open story are played; nil for another.
func (a *App) hearing(s *story.Story) []Heard {
	a.mu.Lock()
	h, open := a.settings.Hear, a.open == s.ID
	if a.heard.of == s && a.heard.hear == h {
		defer a.mu.Unlock()
		return a.heard.pages
	}
	a.mu.Unlock()
	if !open || a.player == nil {
		return nil
	}
	pages := make([]Heard, len(s.Pages))
	for i := range s.Pages {
		pages[i] = a.heardPage(s, &s.Pages[i], h)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.heard.of, a.heard.hear, a.heard.pages = s, h, pages
	return pages
}

func (a *App) heardPage(s *story.Story, p *story.Page, h Hear) Heard {
	first := Heard{
		Words: p.Words, Sentences: sentenceSpans(p), Seconds: p.Seconds, path: a.library.Path(s.ID, p.Narration),
		track: p.Words, word: counting(len(p.Words)), also: nobody(len(p.Words)),
	}
	second := spokenSecond(p)
	if second == nil || h == HearFirst {
		if second != nil {
			first.Also = atSentences(second.Words, first.Sentences)
		}
		return first
	}
	spans := speech.Spans(second.Words, len(p.Sentences))
	if h == HearSecond {
		return Heard{
			Words: atSentences(p.Words, spans), Also: second.Words, Sentences: spans, Seconds: second.Seconds, path: a.library.Path(s.ID, second.Narration),
			track: second.Words, word: nobody(len(second.Words)), also: counting(len(second.Words)),
		}
	}
	both, err := a.woven(s.ID, p, second, first.Sentences, spans)
	if err != nil {
		a.log.Warn("weave narrations", "story", s.ID, "page", p.ID, "err", err)
		first.Also = atSentences(second.Words, first.Sentences)
		return first
	}
	return both
}

// spokenSecond gives the narration of a page's second language; nil where
// there is none to be heard.
func spokenSecond(p *story.Page) *story.Second {
	if p.Second == nil || p.Second.Narration == "" || !p.Second.Part.State.Usable() || len(p.Second.Words) == 0 {
		return nil
	}
	return p.Second
}

func counting(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

func nobody(n int) []int { return slices.Repeat([]int{-1}, n) }

// atSentences gives words the times of their sentences.
func atSentences(words []story.Word, spans []player.Span) []story.Word {
	out := slices.Clone(words)
	for i := range out {
		if at := out[i].Sentence; at < len(spans) {
			out[i].Start, out[i].End = spans[at].Start, spans[at].End
		}
	}
	return out
}

// woven gives a page whose sentences are heard in both languages. Its sound is
// a file of the cache, made once.
func (a *App) woven(id string, p *story.Page, second *story.Second, spans, seconds []player.Span) (Heard, error) {
	if p.Narration == "" || len(p.Words) == 0 {
		return Heard{}, errors.New("the first language is not spoken")
	}
	w, err := a.weave(id, p.Narration, second.Narration, spans, seconds)
	if err != nil {
		return Heard{}, err
	}
	pieces := w.pieces
	h := Heard{Seconds: w.seconds, path: w.path}
	h.Words, h.Also = speech.Moved(p.Words, pieces[0]), speech.Moved(second.Words, pieces[1])
	h.Sentences = make([]player.Span, len(p.Sentences))
	for i := range pieces[0] {
		h.Sentences[i] = player.Span{Start: pieces[0][i].At, End: h.Seconds}
		if i > 0 {
			h.Sentences[i-1].End = pieces[0][i].At
		}
	}
	h.join()
	return h, nil
}

// wovenSound is what became of two narrations.
type wovenSound struct {
	path    string
	seconds float64
	pieces  [2][]speech.Piece
}

// weave gives the sound of two narrations in turn, made once for as long as
// the application runs.
func (a *App) weave(id, first, second string, spans, seconds []player.Span) (wovenSound, error) {
	sum := sha256.Sum256(fmt.Append(nil, first, second, spans, seconds))
	name := hex.EncodeToString(sum[:8])
	a.mu.Lock()
	w, ok := a.heard.woven[name]
	a.mu.Unlock()
	if _, err := os.Stat(w.path); ok && err == nil {
		return w, nil
	}
	x, err := a.strand(id, first, spans)
	if err != nil {
		return w, err
	}
	y, err := a.strand(id, second, seconds)
	if err != nil {
		return w, err
	}
	pcm, pieces := speech.Weave(x, y)
	w = wovenSound{filepath.Join(a.places.Cache, "both-"+name+".wav"), float64(len(pcm)) / float64(x.Rate), pieces}
	err = disk.WriteWhole(w.path, 0o600, func(out io.Writer) error { return speech.EncodeWAV(out, pcm, x.Rate) })
	if err != nil {
		return w, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.heard.woven == nil {
		a.heard.woven = map[string]wovenSound{}
	}
	a.heard.woven[name] = w
	return w, nil
}

// strand reads a narration of a story.
func (a *App) strand(id, asset string, spans []player.Span) (speech.Strand, error) {
	data, err := a.library.ReadAsset(id, asset)
	if err != nil {
		return speech.Strand{}, err
	}
	pcm, rate, err := speech.DecodeWAV(bytes.NewReader(data))
	return speech.Strand{PCM: pcm, Rate: rate, Sentences: spans}, err
}

// join lays the words of both languages into one track, by their times.
func (h *Heard) join() {
	type one struct{ word, also int }
	var all []one
	for i := range h.Words {
		all = append(all, one{i, -1})
	}
	for i := range h.Also {
		all = append(all, one{-1, i})
	}
	of := func(o one) story.Word {
		if o.word >= 0 {
			return h.Words[o.word]
		}
		return h.Also[o.also]
	}
	slices.SortStableFunc(all, func(x, y one) int { return cmp.Compare(of(x).Start, of(y).Start) })
	for _, o := range all {
		h.track, h.word, h.also = append(h.track, of(o)), append(h.word, o.word), append(h.also, o.also)
	}
}

// playback gives the player's state with the words that are lit in either
// language.
func (a *App) playback(s player.State) PlaybackState {
	out := PlaybackState{State: s, AlsoWord: -1}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.heard.of == nil || s.Story != a.heard.of.ID || s.Page < 0 || s.Page >= len(a.heard.pages) {
		return out
	}
	page := &a.heard.pages[s.Page]
	if s.Word >= 0 && s.Word < len(page.word) {
		out.Word, out.AlsoWord = page.word[s.Word], page.also[s.Word]
	}
	return out
}

// rehear gives the player the open story as it is heard now, and tells of it.
func (a *App) rehear() {
	a.mu.Lock()
	id := a.open
	j := a.jobs[id]
	a.mu.Unlock()
	if j != nil {
		a.publishJob(j)
	} else if id != "" {
		a.queue.add(func() { a.reshow(id) })
	}
}

// heard is how the pages of a story are played. It is guarded by App.mu.
type heard struct {
	of    *story.Story // as it was published
	hear  Hear
	pages []Heard
	woven map[string]wovenSound
}

// trackOf gives a page to the player.
func trackOf(p *story.Page, h Heard) player.Track {
	return player.Track{
		ID:        p.ID,
		Path:      h.path,
		Duration:  time.Duration(h.Seconds * float64(time.Second)),
		Words:     h.track,
		Sentences: h.Sentences,
		Stops:     stopsOf(p),
		Ready:     p.Parts.Text.State.Usable() && p.Parts.Voice.State.Ended(),
	}
}
