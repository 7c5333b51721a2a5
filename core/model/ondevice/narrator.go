package ondevice

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"

	"edusmart/core/model"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// How a page is spoken.
const (
	// normalRate is for a class: slower than conversation (150 to 160 words a
	// minute), so that younger pupils can follow the words on the screen.
	normalRate = 145
	minRate    = 80
	maxRate    = 300

	leadIn       = 120 * time.Millisecond // before the first sentence
	sentenceRest = 350 * time.Millisecond // between sentences
	leadOut      = 500 * time.Millisecond // after the last
	switchRest   = 60 * time.Millisecond  // between two voices in a sentence

	// maxSpokenWords is about half an hour of speech on one page.
	maxSpokenWords = 4500
	// maxSpokenBytes bounds the text of a page.
	maxSpokenBytes = 64 << 10
	// maxSpokenSamples bounds what a voice may give for a page: an hour.
	maxSpokenSamples = 3600 * 22050
	// speakPatience bounds how long a voice may take for a page.
	speakPatience = 90 * time.Second
	// listPatience bounds how long the list of voices may take.
	listPatience = 20 * time.Second
	// listLife is how long a list of voices is believed where a voice is
	// missing from it.
	listLife = 30 * time.Second
)

// SpeakCommand is the first argument with which the Narrator starts this
// program again, as a child that speaks: main hands such a start to
// SpeakChild before it does anything else.
const SpeakCommand = "__speak"

// NarratorOptions adjust the computer's voice. The zero value is right for a
// class.
type NarratorOptions struct {
	// Rate is the speed in words a minute, 80 to 300; 0: 145. About 130 suits
	// kindergarten and the first grades.
	Rate int
	// Program is the program that speaks when it is started with SpeakCommand
	// as its first argument; empty: this program.
	Program string
}

// Narrator speaks with the computer's own voice: espeak-ng on Linux, the
// system's voices on macOS and Windows. It is a model.Narrator; its methods
// may be called from several goroutines.
type Narrator struct {
	rate   int
	system voiceSystem

	looking chan struct{} // holds a value while somebody uses what follows
	list    []systemVoice // nil until voices were found
	listed  time.Time
}

var _ model.Narrator = (*Narrator)(nil)

// NewNarrator gives a Narrator. It starts nothing.
func NewNarrator(o NarratorOptions) *Narrator {
	rate := o.Rate
	if rate == 0 {
		rate = normalRate
	}
	return &Narrator{
		rate: min(max(rate, minRate), maxRate), system: newVoiceSystem(runtime.GOOS, o.Program),
		looking: make(chan struct{}, 1),
	}
}

// Help says in one sentence how to get a voice on this computer.
func (n *Narrator) Help() string { return n.system.help }

// Voices lists the voices, the best of each language first. Where there is
// none the error says how to get one.
func (n *Narrator) Voices(ctx context.Context) ([]model.VoiceInfo, error) {
	list, err := n.installed(ctx, listLife)
	if err != nil {
		return nil, err
	}
	infos := make([]model.VoiceInfo, len(list))
	for i, v := range list {
		infos[i] = v.VoiceInfo
	}
	return infos, nil
}

// Available reports whether a voice of this computer speaks the language (BCP
// 47). The first call may take some hundredths of a second.
func (n *Narrator) Available(language string) bool {
	_, _, err := n.voiceFor(context.Background(), language, "")
	return err == nil
}

// voiceFor gives the voice for a language, the wanted one where it speaks it,
// and all that are installed.
func (n *Narrator) voiceFor(ctx context.Context, language, wanted string) (systemVoice, []systemVoice, error) {
	list, err := n.installed(ctx, 0)
	if err != nil {
		return systemVoice{}, nil, err
	}
	voice, ok := bestVoice(list, language, wanted)
	if !ok {
		// It may have been installed since.
		if list, err = n.installed(ctx, listLife); err != nil {
			return systemVoice{}, nil, err
		}
		voice, ok = bestVoice(list, language, wanted)
	}
	if !ok {
		say := "No voice on this computer speaks this language, so the page stays silent and turns after the time to read it. "
		return voice, nil, model.Errorf("narrate page", model.Device,
			strings.TrimSpace(say+n.system.more), fmt.Errorf("no voice for %q", language))
	}
	return voice, list, nil
}

// installed lists the voices: those that were found before, unless that is
// longer ago than life (0: whenever it was). Where there were none it looks
// each time, so that a voice may be installed while the program runs.
func (n *Narrator) installed(ctx context.Context, life time.Duration) ([]systemVoice, error) {
	asking, cancel := context.WithTimeout(ctx, listPatience)
	defer cancel()
	select {
	case n.looking <- struct{}{}:
		defer func() { <-n.looking }()
	case <-asking.Done():
		return nil, narrateError(ctx, asking.Err())
	}
	if n.list != nil && (life == 0 || time.Since(n.listed) < life) {
		return n.list, nil
	}
	list, err := n.system.engine.voices(asking)
	if err != nil && ctx.Err() != nil {
		return nil, narrateError(ctx, err)
	}
	if err != nil || len(list) == 0 {
		return nil, model.Errorf("list voices", model.Device, "There is no voice on this computer. "+n.system.help, err)
	}
	n.list, n.listed = inTeachersOrder(list), time.Now()
	return n.list, nil
}

// inTeachersOrder sorts voices by language, the one that a story gets by
// itself first, then by name.
func inTeachersOrder(list []systemVoice) []systemVoice {
	best := map[string]string{}
	for _, v := range list {
		base := baseTag(v.Language)
		if _, ok := best[base]; !ok {
			b, _ := bestVoice(list, base, "")
			best[base] = b.ID
		}
	}
	slices.SortStableFunc(list, func(a, b systemVoice) int {
		base := baseTag(a.Language)
		if c := strings.Compare(base, baseTag(b.Language)); c != 0 {
			return c
		}
		switch best[base] {
		case a.ID:
			return -1
		case b.ID:
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	return list
}

// Narrate speaks a page. Every word of every sentence has its time. The error
// is of Kind Device where no voice speaks the language or the page holds
// nothing to speak, Input where the page is too long, and Canceled when ctx
// ends, within a tenth of a second.
func (n *Narrator) Narrate(ctx context.Context, t model.Script) (model.Speech, error) {
	if err := checkLength(t.Sentences); err != nil {
		return model.Speech{}, err
	}
	voice, list, err := n.voiceFor(ctx, t.Language, t.Voice)
	if err != nil {
		return model.Speech{}, err
	}
	page := newSpokenPage(t.Sentences, voice, list)
	if len(page.said) == 0 {
		return model.Speech{}, model.Errorf("narrate page", model.Device, "There are no words to speak on this page.", nil)
	}
	speaking, cancel := context.WithTimeout(ctx, speakPatience)
	defer cancel()
	heard, err := n.system.engine.speak(speaking, n.rate, page.said)
	if err != nil {
		return model.Speech{}, narrateError(ctx, err)
	}
	pcm, rate, words, err := page.join(heard)
	if err != nil {
		return model.Speech{}, narrateError(ctx, err)
	}
	speech.Normalize(pcm, rate)
	return model.Speech{PCM: pcm, Rate: rate, Words: words, Estimated: page.guessed, Voice: voice.ID, Source: string(story.Device)}, nil
}

// checkLength refuses a page that is too long before anything is started.
func checkLength(sentences []string) error {
	words, size := 0, 0
	for _, s := range sentences {
		size += len(s)
		if size > maxSpokenBytes {
			break
		}
		words += len(strings.Fields(s))
	}
	if words > maxSpokenWords || size > maxSpokenBytes {
		return model.Errorf("narrate page", model.Input,
			"This page is too long to be read aloud. Split it into shorter pages.",
			fmt.Errorf("more than %d words or %d bytes", maxSpokenWords, maxSpokenBytes))
	}
	return nil
}

// narrateError classifies what went wrong while a voice spoke.
func narrateError(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return model.Errorf("narrate page", model.Canceled, "", ctx.Err())
	}
	return model.Errorf("narrate page", model.Device,
		"The voice of this computer did not work, so the page stays silent. Try it again.", err)
}
