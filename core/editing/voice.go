package editing

import (
	"slices"
	"strings"

	"edusmart/core/model"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// Unspoken is a run of neighbouring sentences of a page that nobody has spoken.
type Unspoken struct {
	Page      string // its identity
	Voice     string // the page's voice; empty: whichever suits
	First     int    // index of the first of the sentences
	Sentences []string
	Whole     bool // nothing of the page is spoken
}

// Unspoken gives what the pages of s, as they are shown, still need spoken: of
// those whose voice is pending, or, with failed, of those as well where it
// could not be had.
func (e *Editor) Unspoken(s *story.Story, failed bool) []Unspoken {
	w := &work{Editor: e, story: s, sound: map[string]*sound{}}
	var all []Unspoken
	for i := range s.Pages {
		p := &s.Pages[i]
		state := p.Parts.Voice.State
		if state.Usable() || state == story.Skipped || state == story.Failed && !failed {
			continue
		}
		all = append(all, w.unspoken(p)...)
	}
	return all
}

// Partly reports whether only some of a page's sentences are still to be
// spoken: it is mended sentence by sentence, not made again as a whole.
func Partly(p *story.Page) bool {
	return p.Narration != "" && !p.Parts.Voice.State.Usable() && len(p.Words) > 0
}

func (w *work) unspoken(p *story.Page) []Unspoken {
	var runs []Unspoken
	next := -1
	for i, s := range p.Sentences {
		heard := slices.ContainsFunc(p.Words, func(word story.Word) bool { return word.Sentence == i })
		if heard || !speakable(s.Text) {
			continue
		}
		if i != next {
			runs = append(runs, Unspoken{Page: p.ID, Voice: p.Voice, First: i, Whole: p.Narration == ""})
		}
		last := &runs[len(runs)-1]
		last.Sentences = append(last.Sentences, s.Text)
		next = i + 1
	}
	return runs
}

// Cut gives the sentences of one recording by themselves. words tell when each
// is heard.
func Cut(sp model.Speech, words []story.Word, timing story.Timing, sentences []string) []Sentence {
	heard := heardOf(words)
	snd := &sound{sp.PCM, sp.Rate}
	var all []Sentence
	if heard == nil {
		return nil
	}
	cuts := cutsOf(snd, heard, timing)
	for k, h := range heard {
		if h.sentence < 0 || h.sentence >= len(sentences) {
			return nil
		}
		s := Sentence{
			Text: sentences[h.sentence], PCM: sp.PCM[cuts[k]:cuts[k+1]], Rate: sp.Rate,
			Timing: timing, Source: sp.Source, Voice: sp.Voice,
		}
		for _, word := range h.words {
			word = shifted(word, -float64(cuts[k])/float64(sp.Rate), float64(len(s.PCM))/float64(s.Rate))
			word.Sentence = 0
			s.Words = append(s.Words, word)
		}
		all = append(all, s)
	}
	return all
}

// Insert puts a sentence that was spoken into every place of the page that
// waits for it. It reports whether there was one; then the caller saves s. It
// is no change of the teacher's and leaves the history as it is.
func (e *Editor) Insert(s *story.Story, page string, sentence Sentence) (inserted bool, err error) {
	w := &work{Editor: e, story: s, sound: map[string]*sound{}}
	at, err := w.page(page)
	if err != nil {
		return false, nil // it was deleted meanwhile; the sound is kept
	}
	t := textOf(&s.Pages[at])
	list := w.lift(&t)
	for i := range list {
		if list[i].piece == nil && list[i].Text == sentence.Text && sentence.whole() {
			list[i].piece = fit(sentence.piece(), list, i)
			inserted = true
		}
	}
	if !inserted {
		return false, nil
	}
	if t.Narration == "" {
		t.Voice = sentence.Voice
	}
	if t.Spoken.Source == "" || t.Narration == "" {
		t.Spoken.Source = sentence.Source
	}
	if err := w.lower(&t, list); err != nil {
		return false, err
	}
	setText(&s.Pages[at], t)
	return true, s.Check()
}

// Fail says why what is missing of a page's voice could not be had. What is
// spoken of it can be heard.
func Fail(s *story.Story, page, why string) {
	for i := range s.Pages {
		if p := &s.Pages[i]; p.ID == page && p.Parts.Voice.State == story.Pending {
			p.Parts.Voice = story.Part{State: story.Failed, Source: p.Parts.Voice.Source, Reason: why}
		}
	}
}

// Await has what could not be had of a page's voice asked for again.
func Await(s *story.Story, page string) {
	for i := range s.Pages {
		if p := &s.Pages[i]; p.ID == page && p.Parts.Voice.State == story.Failed {
			p.Parts.Voice = story.Part{State: story.Pending, Source: p.Parts.Voice.Source}
		}
	}
}

// SetVoice gives a page a whole new narration, such as the teacher's own.
type SetVoice struct {
	Page   string
	Speech model.Speech
	Words  []story.Word // of the page's sentences
	Timing story.Timing
}

func (c SetVoice) apply(w *work) (string, error) {
	at, err := w.page(c.Page)
	if err != nil {
		return "", err
	}
	t := textOf(&w.story.Pages[at])
	pcm := slices.Clone(c.Speech.PCM)
	speech.Normalize(pcm, c.Speech.Rate)
	p := &piece{last: true, sound: sound{pcm, c.Speech.Rate}}
	if _, err := w.join(&t, []*piece{p}); err != nil {
		return "", err
	}
	t.Words, t.Timing, t.Voice = c.Words, c.Timing, c.Speech.Voice
	t.Spoken = story.Part{State: story.Ready, Source: c.Speech.Source}
	t.Passed = w.story.Pages[at].Passed
	setText(&w.story.Pages[at], t)
	return "the voice of page " + number(at), nil
}

// oneLine tidies what was typed into one line.
func oneLine(text string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(text, "")), " ")
}

// Revoice has a whole page spoken by another voice. Its sentences wait for it;
// those that it has spoken before are there at once.
type Revoice struct {
	Page  string
	Voice string // empty: whichever suits
}

func (c Revoice) apply(w *work) (string, error) {
	at, err := w.page(c.Page)
	if err != nil {
		return "", err
	}
	t := textOf(&w.story.Pages[at])
	before := w.lift(&t)
	after := slices.Clone(before)
	for i := range after {
		after[i].piece = nil
	}
	w.remember(&t, before, nil)
	t.Voice, t.Narration, t.Words, t.Spoken = c.Voice, "", nil, story.Part{State: story.Pending}
	if err := w.lower(&t, after); err != nil {
		return "", err
	}
	setText(&w.story.Pages[at], t)
	return "the voice of page " + number(at), nil
}
