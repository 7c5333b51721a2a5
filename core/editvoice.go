package core

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"edusmart/core/editing"
	"edusmart/core/generate"
	"edusmart/core/model"
	"edusmart/core/story"
)

// speaking are the stories whose changed sentences are being spoken; true:
// there is more by now. Guarded by App.mu.
type speaking map[string]bool

// speakMissing has spoken what the teacher's changes left without a voice, one
// run of sentences after the other, in the background.
func (a *App) speakMissing(id string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.ctx.Err() != nil || a.jobs[id] != nil || a.open != id {
		return
	}
	if _, at := a.speaking[id]; at {
		a.speaking[id] = true
		return
	}
	a.speaking[id] = false
	a.wg.Go(func() { a.speakAll(id) })
}

// speakAll speaks until nothing is left or what is left has been tried.
func (a *App) speakAll(id string) {
	tried := map[string]bool{}
	for {
		s, err := a.library.Load(id)
		var next *editing.Unspoken
		if err == nil && s.Status == story.Done {
			for _, u := range a.editor.Unspoken(s, false) {
				if key := fmt.Sprint(u); !tried[key] {
					next, tried[key] = &u, true
					break
				}
			}
		}
		if next != nil && a.ctx.Err() == nil {
			a.speakRun(s, *next)
			continue
		}
		a.mu.Lock()
		if !a.speaking[id] || a.ctx.Err() != nil {
			delete(a.speaking, id)
			a.mu.Unlock()
			return
		}
		a.speaking[id] = false
		a.mu.Unlock()
	}
}

// speakRun speaks one run of sentences and puts them into their page. What was
// spoken is kept before anything else: it may have been paid for.
func (a *App) speakRun(s *story.Story, u editing.Unspoken) {
	page := slices.IndexFunc(s.Pages, func(p story.Page) bool { return p.ID == u.Page })
	ctx, end := a.works.begin(a.ctx, s.ID, page, Work{
		Page: u.Page, Part: story.Voice, Sentence: u.First, Count: len(u.Sentences),
	}, func() { a.queue.add(func() { a.reshow(s.ID) }) })
	a.endDrill()
	sentences, err := a.speakSentences(ctx, s, u)
	end()
	if a.ctx.Err() != nil {
		return
	}
	why := model.Sentence(err)
	if errors.Is(context.Cause(ctx), model.ErrSkip) {
		why = "You stopped it."
	}
	a.changeWait(s.ID, func(s *story.Story) (changed bool, e error) {
		for _, one := range sentences {
			inserted, err := a.editor.Insert(s, u.Page, one)
			if err != nil {
				return false, err
			}
			changed = changed || inserted
		}
		if err != nil {
			editing.Fail(s, u.Page, why)
			changed = true
		}
		return changed, nil
	})
}

// changeWait changes a story on the goroutine of the errands, shows it, and
// waits for that.
func (a *App) changeWait(id string, change func(*story.Story) (bool, error)) {
	done := make(chan struct{})
	a.queue.add(func() {
		defer close(done)
		a.mu.Lock()
		busy := a.jobs[id] != nil
		a.mu.Unlock()
		if busy {
			return // what was made is kept, and taken in when the job is over
		}
		a.fail("edit story", a.changeNow(id, change))
		a.reshow(id)
	})
	select {
	case <-done:
	case <-a.ctx.Done():
	}
}

// speakSentences gives the sentences of a run by themselves: those that were
// spoken before as they are kept, the others by the page's own voice, which is
// asked once for what stands together.
func (a *App) speakSentences(ctx context.Context, s *story.Story, u editing.Unspoken) ([]editing.Sentence, error) {
	var all []editing.Sentence
	var ask []string
	flush := func() error {
		if len(ask) == 0 {
			return nil
		}
		spoken, err := a.askVoice(ctx, s, u.Voice, ask)
		all, ask = append(all, spoken...), nil
		return err
	}
	for _, text := range u.Sentences {
		if kept, ok := a.editor.Voices.Get(u.Voice, s.Language, s.Options.Style, text); ok {
			if err := flush(); err != nil {
				return all, err
			}
			all = append(all, kept)
			continue
		}
		ask = append(ask, text)
	}
	return all, flush()
}

// askVoice lets a voice speak sentences, keeps what it says and gives them one
// by one.
func (a *App) askVoice(ctx context.Context, s *story.Story, voice string, sentences []string) ([]editing.Sentence, error) {
	if voice == editing.Teacher {
		return nil, model.Errorf("narrate sentence", model.Input,
			"This page is in your own voice. Record it again, or have this computer speak it.", nil)
	}
	if err := a.service.wait(ctx); err != nil {
		return nil, err
	}
	script := model.Script{Sentences: sentences, Language: s.Language, Voice: voice, Style: s.Options.Style}
	sp, words, timing, err := generate.Speak(ctx, a.voiceOf(s, voice), a.makers.narrator, script)
	if err != nil {
		return nil, err
	}
	if sp.Instead != "" && voice != "" {
		return nil, model.Errorf("narrate sentence", model.Busy, sp.Instead, nil)
	}
	if voice != "" {
		sp.Voice = voice
	}
	spoken := editing.Cut(sp, words, timing, sentences)
	for _, one := range spoken {
		if err := a.editor.Voices.Put(s.Language, s.Options.Style, one); err != nil {
			a.log.Warn("keep sentence", "err", err)
		}
	}
	if len(spoken) == 0 {
		return nil, model.Errorf("narrate sentence", model.Unusable, "The voice that came cannot be used. Try again.", nil)
	}
	return spoken, nil
}

// voiceOf gives who speaks with a voice. A page without one is spoken by
// whoever the story's options name.
func (a *App) voiceOf(s *story.Story, voice string) model.Narrator {
	asked := s.Options.Narrator
	switch {
	case isGemini(voice):
		asked = story.Gemini
	case voice != "":
		asked = story.Device
	}
	return a.service.makers().Narrator(asked)
}

func isGemini(voice string) bool { return strings.HasPrefix(voice, "gemini:") }

// SpeakAgain tries again to have spoken what could not be had of a page's
// voice. here has this computer speak the whole page instead, where its own
// voice cannot be had.
func (a *App) SpeakAgain(id, page string, here bool) {
	a.change(id, func(s *story.Story) (bool, error) {
		if here {
			return a.editor.Do(s, editing.Revoice{Page: page, Voice: a.deviceVoice(s)})
		}
		editing.Await(s, page)
		return true, nil
	})
}

// deviceVoice is the voice of this computer that suits a story.
func (a *App) deviceVoice(s *story.Story) string {
	a.mu.Lock()
	defer a.mu.Unlock()
	if v := s.Options.Voice; v != "" && !isGemini(v) {
		return v
	}
	for _, v := range a.voices {
		if baseLanguage(v.Language) == baseLanguage(s.Language) {
			return v.ID
		}
	}
	return ""
}

// What a voice is counted for, as in usage: tokens of a prompt beside its words,
// tokens of a word, and tokens of a second of speech at so many words a second.
const (
	promptTokens   = 80
	wordTokens     = 1.4
	speechTokens   = 25
	wordsPerSecond = 2.4
)

// SentenceCost says what it costs to have a text spoken by the voice of a page,
// in US dollars; 0: nothing, this computer speaks it.
func (a *App) SentenceCost(voice, text string) float64 {
	state := a.service.state()
	if !isGemini(voice) || len(state.Roles[2].Models) == 0 {
		return 0
	}
	words := float64(len(strings.Fields(text)))
	usd, _ := a.prices.Cost(model.Use{Role: story.Voice, Model: state.Roles[2].Models[0], Tokens: model.Tokens{
		In: int(promptTokens + words*wordTokens), Out: int(words / wordsPerSecond * speechTokens),
	}})
	return usd
}
