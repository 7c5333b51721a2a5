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

// homeVoice gives for languages with several voices the ones to use where the
// story's language names no country: the most widely understood, the first
// that is installed.
var homeVoice = map[string][]string{
	"en": {"en-US", "en-GB"}, "es": {"es-419", "es-MX", "es-US", "es-ES", "es"}, "fr": {"fr-FR"},
	"pt": {"pt-BR"}, "zh": {"zh", "zh-CN", "zh-Hans"}, "de": {"de", "de-DE"}, "nl": {"nl", "nl-NL"},
	"ar": {"ar", "ar-001", "ar-SA", "ar-EG"}, "it": {"it", "it-IT"},
}

// near are, for a country or a script, voices of others that its people know
// well. They may be of a language with another code: "zh-HK" and "yue" are
// one.
var near = map[string][]string{
	"en-AU": {"en-GB"}, "en-NZ": {"en-AU", "en-GB"}, "en-IE": {"en-GB"}, "en-IN": {"en-GB"}, "en-ZA": {"en-GB"},
	"en-SG": {"en-GB"}, "en-KE": {"en-GB"}, "en-NG": {"en-GB"}, "en-GH": {"en-GB"}, "en-CA": {"en-US"}, "en-PH": {"en-US"},
	"pt-PT": {"pt"}, "pt-AO": {"pt-PT", "pt"}, "pt-MZ": {"pt-PT", "pt"}, "es-ES": {"es"},
	"zh-HK": {"yue"}, "zh-MO": {"zh-HK", "yue"}, "zh-Hant-HK": {"zh-HK", "yue"}, "zh-Hant-MO": {"zh-HK", "yue"},
	"yue": {"zh-HK", "zh-MO"}, "yue-HK": {"yue", "zh-HK"}, "yue-Hant": {"yue", "zh-HK"},
	"zh-Hant": {"zh-TW"}, "zh-Hant-TW": {"zh-TW"}, "zh-Hans-CN": {"zh-CN"}, "zh-SG": {"zh-CN"},
	"nn": {"nb", "nb-NO"}, "nn-NO": {"nb-NO", "nb"}, "fr-CA": {"fr-FR"}, "de-AT": {"de", "de-DE"}, "de-CH": {"de", "de-DE"},
	"fil": {"tl"}, "tl": {"fil", "fil-PH"}, "bs": {"hr", "sr"},
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
	case "ji":
		return "yi"
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
// the language, else the best of the country, of one near it, of the language.
func bestVoice(all []systemVoice, tag, wanted string) (systemVoice, bool) {
	base, tag := baseTag(tag), canonicalTag(tag)
	order := []string{tag}
	if tag == base { // no country: the most widely understood comes first
		order = nil
	}
	order = append(order, near[tag]...)
	order = append(order, homeVoice[base]...)
	order = append(order, base)
	var own []systemVoice
	for _, v := range all {
		if baseTag(v.Language) != base && !slices.Contains(near[tag], v.Language) {
			continue
		}
		if v.ID == wanted {
			return v, true
		}
		own = append(own, v)
	}
	if len(own) == 0 {
		return systemVoice{}, false
	}
	fit := func(v systemVoice) int {
		if i := slices.Index(order, v.Language); i >= 0 {
			return i
		}
		return len(order)
	}
	return slices.MinFunc(own, func(a, b systemVoice) int {
		return cmp.Or(cmp.Compare(fit(a), fit(b)), cmp.Compare(a.rank, b.rank), cmp.Compare(a.ID, b.ID))
	}), true
}
