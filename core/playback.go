package core

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"edusmart/core/disk"
	"edusmart/core/model"
	"edusmart/core/player"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// loadPlayer gives the open story's pages to the player. The player keeps its
// place when it has the story already.
func (a *App) loadPlayer(s *story.Story) {
	a.mu.Lock()
	open := a.open == s.ID
	a.mu.Unlock()
	if !open || a.player == nil {
		return
	}
	pages := a.hearing(s)
	if len(pages) != len(s.Pages) {
		return // another story has been opened since
	}
	tracks := make([]player.Track, len(s.Pages))
	for i := range s.Pages {
		tracks[i] = trackOf(&s.Pages[i], pages[i])
	}
	a.player.Load(s.ID, tracks)
}

// tracksOf gives a story's pages as they are played in its own language.
func (a *App) tracksOf(s *story.Story) []player.Track {
	tracks := make([]player.Track, len(s.Pages))
	for i := range s.Pages {
		tracks[i] = trackOf(&s.Pages[i], a.heardPage(s, &s.Pages[i], HearFirst))
	}
	return tracks
}

// sentenceSpans gives when each sentence of a page is heard: from its first
// word to its last. Where nobody speaks, the sentences share the page's time by
// their syllables. A sentence that is not heard has no length; nil: the page
// has no time yet.
func sentenceSpans(p *story.Page) []player.Span {
	if p.Seconds <= 0 || len(p.Sentences) == 0 {
		return nil
	}
	if len(p.Words) == 0 {
		return sharedSpans(p)
	}
	return speech.Spans(p.Words, len(p.Sentences))
}

// sharedSpans divides a page's time among its sentences.
func sharedSpans(p *story.Page) []player.Span {
	weights := make([]float64, len(p.Sentences))
	var sum float64
	for i, s := range p.Sentences {
		for _, w := range strings.Fields(s.Text) {
			weights[i] += speech.Weight(w)
		}
		sum += weights[i]
	}
	if sum == 0 {
		return nil
	}
	spans := make([]player.Span, len(weights))
	at := 0.0
	for i, w := range weights {
		length := p.Seconds * w / sum
		spans[i] = player.Span{Start: at, End: at + length}
		at += length
	}
	return spans
}

// stopsOf gives the sentences after which the voice stops, each once.
func stopsOf(p *story.Page) []int {
	var after []int
	for _, s := range p.Stops {
		after = append(after, s.After)
	}
	slices.Sort(after)
	return slices.Compact(after)
}

// configurePlayer gives the player the settings of reading together.
func (a *App) configurePlayer(s Settings) {
	if a.player != nil {
		a.player.SetSteps(s.Steps)
		a.player.SetEcho(s.Echo)
	}
}

// Play plays from the present position, or goes on after a hold.
func (a *App) Play() { a.player.Play() }

// Pause keeps the position.
func (a *App) Pause() { a.player.Pause() }

// Toggle plays or pauses; at the end it starts over.
func (a *App) Toggle() { a.player.Toggle() }

// Next turns to the next page.
func (a *App) Next() { a.player.Next() }

// Prev goes to the start of the page, or to the page before when it is there.
func (a *App) Prev() { a.player.Prev() }

// GoTo turns to a page, from 0.
func (a *App) GoTo(page int) { a.player.GoTo(page) }

// Seek goes to a position in the page.
func (a *App) Seek(position time.Duration) { a.player.Seek(position) }

// SetSpeed sets the speed, 0.5 to 2, at the same pitch, and keeps it.
func (a *App) SetSpeed(speed float64) {
	a.player.SetSpeed(speed)
	a.Change(func(s *Settings) { s.Speed = speed })
}

// SetVolume sets the loudness, 0 to 1, and keeps it.
func (a *App) SetVolume(volume float64) {
	a.player.SetVolume(volume)
	a.Change(func(s *Settings) { s.Volume = volume })
}

// SetAdvance chooses whether pages turn by themselves.
func (a *App) SetAdvance(on bool) { a.player.SetAdvance(on) }

// NextSentence goes to the next sentence, over pages, playing or paused.
func (a *App) NextSentence() { a.player.NextSentence() }

// PrevSentence goes to the start of the sentence, or, in its first second, to
// the one before.
func (a *App) PrevSentence() { a.player.PrevSentence() }

// RepeatSentence plays the sentence again that is heard or was heard last.
func (a *App) RepeatSentence() { a.player.RepeatSentence() }

// PlaySentence plays from a sentence of a page, both from 0.
func (a *App) PlaySentence(page, sentence int) { a.player.PlaySentence(page, sentence) }

// PlayAt plays a page, from 0, from a position, such as a word's start.
func (a *App) PlayAt(page int, at time.Duration) { a.player.PlayAt(page, at) }

// SetSteps has the voice stop after each sentence, and keeps the choice.
func (a *App) SetSteps(on bool) { a.Change(func(s *Settings) { s.Steps = on }) }

// SetEcho has the voice leave time after each sentence for the class to say
// it, and keeps the choice.
func (a *App) SetEcho(on bool) { a.Change(func(s *Settings) { s.Echo = on }) }

// greetings are what a voice says when it is tried, by language.
var greetings = map[string]string{
	"ar": "مرحبا. سأقرأ لكم القصة بصوت واضح.",
	"de": "Guten Tag. Ich lese die Geschichte klar und ruhig vor.",
	"en": "Good morning. I read the story calmly and clearly.",
	"es": "Buenos días. Leo el cuento con calma y claridad.",
	"fr": "Bonjour. Je lis l'histoire calmement et clairement.",
	"hi": "नमस्ते। मैं कहानी साफ़ और शांति से पढ़ता हूँ।",
	"it": "Buongiorno. Leggo la storia con calma e chiarezza.",
	"pt": "Bom dia. Leio a história com calma e clareza.",
}

// PreviewVoice speaks a short sentence with a voice, at a speed. A later
// preview replaces an earlier one.
func (a *App) PreviewVoice(voice, language string, speed float64) {
	ctx, cancel := context.WithCancel(a.ctx)
	a.mu.Lock()
	if a.preview != nil {
		a.preview()
	}
	a.preview = cancel
	a.mu.Unlock()
	text, ok := greetings[baseLanguage(language)]
	if !ok {
		text = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10"
	}
	a.wg.Go(func() {
		defer cancel()
		sp, err := a.speak(ctx, model.Script{Sentences: []string{text}, Language: language, Voice: voice, Style: a.Settings().Style})
		if err != nil {
			a.fail("preview voice", err)
			return
		}
		if ctx.Err() == nil {
			a.sound(sp.PCM, sp.Rate, speed)
		}
	})
}

// sound plays speech that is no story's, and says so where nothing is heard.
func (a *App) sound(pcm []int16, rate int, speed float64) {
	a.player.Preview(pcm, rate, speed, func() {
		a.tell(Message{Bad: true, Text: "Nothing is heard: no sound device was found. Connect a loudspeaker and try again."})
	})
}

// speak lets whose voice it is speak. What a service has said before is kept,
// so that it is paid for once.
func (a *App) speak(ctx context.Context, t model.Script) (model.Speech, error) {
	if !strings.HasPrefix(t.Voice, "gemini:") {
		return a.makers.narrator.Narrate(ctx, t)
	}
	sum := sha256.Sum256(fmt.Append(nil, t.Voice, "\x00", t.Language, "\x00", t.Style, "\x00", t.Sentences))
	path := filepath.Join(a.places.Cache, "voice-"+hex.EncodeToString(sum[:8])+".wav")
	if f, err := os.Open(path); err == nil {
		defer f.Close()
		if pcm, rate, err := speech.DecodeWAV(f); err == nil {
			return model.Speech{PCM: pcm, Rate: rate, Voice: t.Voice}, nil
		}
	}
	ctx = model.WithCall(ctx, &model.Call{Role: story.Voice, Page: -1})
	sp, err := a.service.makers().Narrator(story.Gemini).Narrate(ctx, t)
	if err != nil {
		return sp, err
	}
	if sp.Instead != "" {
		return sp, model.Errorf("preview voice", model.Busy, sp.Instead, nil)
	}
	if err := disk.WriteWhole(path, 0o600, func(w io.Writer) error { return speech.EncodeWAV(w, sp.PCM, sp.Rate) }); err != nil {
		a.log.Warn("keep preview", "err", err)
	}
	return sp, nil
}

// baseLanguage gives the language of a tag without region or script.
func baseLanguage(tag string) string {
	for i, r := range tag {
		if r == '-' || r == '_' {
			return tag[:i]
		}
	}
	return tag
}

// PlayStory plays a story from its first page as soon as it is open.
func (a *App) PlayStory(id string) {
	a.queue.add(func() {
		a.mu.Lock()
		open := a.open == id
		a.mu.Unlock()
		if open {
			a.player.GoTo(0)
			a.player.Play()
		}
	})
}
