package ondevice

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"edusmart/core/model"
)

// A systemVoice is a voice of this computer.
type systemVoice struct {
	model.VoiceInfo
	name  string // what its engine calls it
	pitch int    // 0 to 99, 50 its own; espeak-ng only
	reach int    // range of the pitch, likewise
	// rank orders the voices of one language: the least is the best.
	rank int
}

// A voiceEngine speaks with the voices of this computer.
type voiceEngine interface {
	// voices lists what is installed. An error means that there is no voice.
	voices(ctx context.Context) ([]systemVoice, error)
	// speak speaks the utterances one after the other. It ends its processes
	// when ctx ends, and gives one result for each utterance.
	speak(ctx context.Context, rate int, said []utterance) ([]voicedText, error)
}

// An utterance is text for one voice, at most one sentence.
type utterance struct {
	voice systemVoice
	text  []rune
}

// voicedText is a spoken utterance.
type voicedText struct {
	pcm  []int16
	rate int
	// marks tell when the words begin; none where the engine does not say.
	marks []voiceMark
}

// voiceMark says that the character at (from 0) of an utterance is heard from
// a sample of its sound on.
type voiceMark struct {
	at     int
	sample int
}

// homeVoice gives for languages with several voices the one to use where the
// story's language names no country: the most widely understood.
var homeVoice = map[string]string{
	"en": "en-US", "es": "es-419", "fr": "fr-FR", "pt": "pt-BR", "zh": "zh", "vi": "vi", "hy": "hy",
}

// near are countries whose speakers know the voice of another.
var near = map[string]string{
	"en-AU": "en-GB", "en-NZ": "en-GB", "en-IE": "en-GB", "en-IN": "en-GB", "en-ZA": "en-GB",
	"en-SG": "en-GB", "en-KE": "en-GB", "en-NG": "en-GB", "en-CA": "en-US", "en-PH": "en-US",
	"pt-PT": "pt", "pt-AO": "pt", "pt-MZ": "pt", "es-ES": "es", "zh-HK": "yue", "zh-MO": "yue",
}

// baseTag gives the language of a tag without region and script, under its
// present code.
func baseTag(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	switch base {
	case "cmn":
		return "zh"
	case "no":
		return "nb"
	case "iw":
		return "he"
	case "in":
		return "id"
	}
	return base
}

// canonicalTag writes a tag as BCP 47 does: "en-us" as "en-US".
func canonicalTag(tag string) string {
	tag = strings.ReplaceAll(tag, "_", "-")
	if t, err := language.Raw.Parse(tag); err == nil {
		tag = t.String()
	}
	if base, rest, _ := strings.Cut(tag, "-"); base == "cmn" {
		return strings.TrimSuffix("zh-"+rest, "-")
	}
	return tag
}

// bestVoice gives the voice for a language: the wanted one where it speaks
// the language, else the best of the country, else of the language.
func bestVoice(all []systemVoice, tag, wanted string) (systemVoice, bool) {
	base := baseTag(tag)
	var own []systemVoice
	for _, v := range all {
		if baseTag(v.Language) == base {
			if v.ID == wanted {
				return v, true
			}
			own = append(own, v)
		}
	}
	tag = canonicalTag(tag)
	fit := func(v systemVoice) int {
		switch v.Language {
		case tag:
			return 0
		case near[tag]:
			return 1
		case homeVoice[base]:
			return 2
		case base:
			return 3
		}
		return 4
	}
	if wide, ok := homeVoice[base]; ok && tag == base {
		tag = wide
	}
	if len(own) == 0 {
		return systemVoice{}, false
	}
	return slices.MinFunc(own, func(a, b systemVoice) int {
		return cmp.Or(cmp.Compare(fit(a), fit(b)), cmp.Compare(a.rank, b.rank), cmp.Compare(a.ID, b.ID))
	}), true
}
