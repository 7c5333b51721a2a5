package gemini

import (
	"strings"

	"edusmart/core/model"
)

// voicePrefix begins the ID of each of Gemini's voices.
const voicePrefix = "gemini:"

// defaultVoice is the original's.
const defaultVoice = "Aoede"

// voices are the prebuilt voices with how each sounds, the default first. Each speaks any
// language.
var voices = [...]struct{ name, manner string }{
	{defaultVoice, "breezy"},
	{"Zephyr", "bright"},
	{"Puck", "upbeat"},
	{"Charon", "informative"},
	{"Kore", "firm"},
	{"Fenrir", "excitable"},
	{"Leda", "youthful"},
	{"Orus", "firm"},
	{"Callirrhoe", "easy-going"},
	{"Autonoe", "bright"},
	{"Enceladus", "breathy"},
	{"Iapetus", "clear"},
	{"Umbriel", "easy-going"},
	{"Algieba", "smooth"},
	{"Despina", "smooth"},
	{"Erinome", "clear"},
	{"Algenib", "gravelly"},
	{"Rasalgethi", "informative"},
	{"Laomedeia", "upbeat"},
	{"Achernar", "soft"},
	{"Alnilam", "firm"},
	{"Schedar", "even"},
	{"Gacrux", "mature"},
	{"Pulcherrima", "forward"},
	{"Achird", "friendly"},
	{"Zubenelgenubi", "casual"},
	{"Vindemiatrix", "gentle"},
	{"Sadachbia", "lively"},
	{"Sadaltager", "knowledgeable"},
	{"Sulafat", "warm"},
}

// Voices lists Gemini's voices. Their Language is empty: each speaks any.
func Voices() []model.VoiceInfo {
	all := make([]model.VoiceInfo, len(voices))
	for i, v := range voices {
		all[i] = model.VoiceInfo{ID: voicePrefix + v.name, Name: v.name + ", " + v.manner}
	}
	return all
}

// voiceName gives the service's name of a voice; the original's for one that
// is not Gemini's.
func voiceName(id string) string {
	name := strings.TrimPrefix(id, voicePrefix)
	for _, v := range voices {
		if strings.EqualFold(v.name, name) {
			return v.name
		}
	}
	return defaultVoice
}
