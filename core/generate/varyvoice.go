package generate

import (
	"context"
	"fmt"
	"strings"

	"edusmart/core/model"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// voicing is one narration of a story: of a page of the level that is shown or
// of another, in its first or its second language.
type voicing struct {
	level  int // of Story.Levels; -1: the one that is shown
	page   int
	second bool
}

// allVoicings gives every narration that a story can have.
func allVoicings(s *story.Story) []voicing {
	var all []voicing
	for _, second := range []bool{false, true} {
		for i := range s.Pages {
			all = append(all, voicing{-1, i, second})
		}
		for l := range s.Levels {
			for i := range s.Levels[l].Pages {
				all = append(all, voicing{l, i, second})
			}
		}
	}
	return all
}

// narration is a narration as it stands.
type narration struct {
	file, voice string
	seconds     float64
	words       []story.Word
	timing      story.Timing
	part        story.Part
}

// sentences gives the sentences that w speaks; nil: not all of them are there.
func (w voicing) sentences(s *story.Story) []string {
	of := func() []story.Sentence {
		if w.level < 0 {
			return s.Pages[w.page].Sentences
		}
		return s.Levels[w.level].Pages[w.page].Sentences
	}()
	texts := make([]string, len(of))
	for i, sentence := range of {
		texts[i] = sentence.Text
		if w.second {
			texts[i] = sentence.Also
		}
		if strings.TrimSpace(texts[i]) == "" {
			return nil
		}
	}
	return texts
}

// script gives what is asked for w.
func (w voicing) script(s *story.Story) model.Script {
	sc := model.Script{Sentences: w.sentences(s), Language: s.Language, Voice: s.Options.Voice, Style: s.Options.Style}
	if w.second {
		sc.Language, sc.Voice = s.Also, s.AlsoVoice
	}
	return sc
}

// get gives the narration.
func (w voicing) get(s *story.Story) narration {
	if w.second {
		second := s.Pages[w.page].Second
		if w.level >= 0 {
			second = s.Levels[w.level].Pages[w.page].Second
		}
		if second == nil {
			return narration{}
		}
		return narration{second.Narration, second.Voice, second.Seconds, second.Words, second.Timing, second.Part}
	}
	if w.level < 0 {
		p := &s.Pages[w.page]
		return narration{p.Narration, p.Voice, p.Seconds, p.Words, p.Timing, p.Parts.Voice}
	}
	p := &s.Levels[w.level].Pages[w.page]
	return narration{p.Narration, p.Voice, p.Seconds, p.Words, p.Timing, p.Spoken}
}

// set replaces the narration.
func (w voicing) set(s *story.Story, n narration) {
	switch {
	case w.second:
		second := &story.Second{Narration: n.file, Voice: n.voice, Seconds: n.seconds, Words: n.words, Timing: n.timing, Part: n.part}
		if w.level < 0 {
			s.Pages[w.page].Second = second
		} else {
			s.Levels[w.level].Pages[w.page].Second = second
		}
	case w.level < 0:
		p := &s.Pages[w.page]
		p.Narration, p.Voice, p.Seconds, p.Words, p.Timing, p.Parts.Voice = n.file, n.voice, n.seconds, n.words, n.timing, n.part
	default:
		p := &s.Levels[w.level].Pages[w.page]
		p.Narration, p.Voice, p.Seconds, p.Words, p.Timing, p.Spoken = n.file, n.voice, n.seconds, n.words, n.timing, n.part
	}
}

// wants reports whether w is to be spoken. The pages that are shown have the
// voice that the story was made with, or none on purpose; and what is spoken
// in part is the teacher's, whose changes are spoken sentence by sentence.
func (r *vary) wants(w voicing) bool {
	s := r.Story
	if w.level < 0 && !w.second || w.second && s.Also == "" || len(w.sentences(s)) == 0 {
		return false
	}
	n := w.get(s)
	if n.part.State.Usable() {
		return !r.Library.HasAsset(s.ID, n.file)
	}
	return n.file == "" || len(n.words) == 0
}

// key is what w is known by: the same is spoken once.
func (r *vary) key(w voicing) string { return spokenKey(r.Story.Options.Narrator, w.script(r.Story)) }

// elsewhere gives the narration of the same text by the same voice that
// another level has: it is not paid for twice.
func (r *vary) elsewhere(key string) (narration, bool) {
	for _, w := range allVoicings(r.Story) {
		if n := w.get(r.Story); n.part.State.Usable() && n.part.Key == key && r.Library.HasAsset(r.Story.ID, n.file) {
			return n, true
		}
	}
	return narration{}, false
}

// speak makes one narration for all that have its key. One that fails is a
// gap, never the end.
func (r *vary) speak(ctx context.Context, key string, all []voicing) error {
	r.mu.Lock()
	r.doing = all[0].doing(r.Story)
	r.report(nil)
	script := all[0].script(r.Story)
	n, ok := r.elsewhere(key)
	r.mu.Unlock()
	if !ok {
		at := task{all[0].page, story.Voice}
		res := spoken(r.begin(ctx, at.part, at.page), r.Library, r.Story.ID, r.Makers.Narrator(r.Story.Options.Narrator), script, key)
		if res.err != nil && ctx.Err() != nil {
			return ctx.Err()
		}
		res.task = at
		n = narration{res.file, res.voice, res.seconds, res.words, res.timing, res.ended(0)}
		if res.err != nil {
			n.seconds = speech.ReadingTime(strings.Join(script.Sentences, " "), script.Language, r.Story.Grade).Seconds()
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, w := range all {
		w.set(r.Story, n)
	}
	r.done++
	return r.commit()
}

func (w voicing) doing(s *story.Story) string {
	switch {
	case w.second:
		return fmt.Sprintf("Speaking page %d in the second language", w.page+1)
	case w.level >= 0:
		return fmt.Sprintf("Speaking page %d of the %s text", w.page+1, s.Levels[w.level].Name)
	}
	return fmt.Sprintf("Speaking page %d", w.page+1)
}

// time places the words of what a service's voice has said, which tells no
// times. Where that cannot be done the estimate stands.
func (r *vary) time(ctx context.Context, all []voicing) error {
	n := all[0].get(r.Story)
	if n.timing != story.Estimated || !strings.HasPrefix(n.part.Source, "gemini:") || !n.part.State.Usable() {
		return nil
	}
	res := aligned(ctx, r.Library, r.Story.ID, n.file, all[0].script(r.Story), r.Reference)
	if res.err != nil || ctx.Err() != nil {
		return ctx.Err()
	}
	n.words, n.timing = res.words, res.timing
	for _, w := range all {
		w.set(r.Story, n)
	}
	return r.commit()
}
