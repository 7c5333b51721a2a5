package ondevice

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"edusmart/core/model"
)

// espeakVariant is a way to sound that espeak-ng lays over a language's voice.
type espeakVariant struct {
	name  string // file below voices/!v; empty: the voice as it is
	says  string // what is added to the voice's name
	pitch int
	reach int
}

// espeakVariants are the three of espeak-ng's hundred that are offered, the
// best first.
var espeakVariants = []espeakVariant{
	{"belinda", ", higher voice", 42, 75},
	{"", "", 45, 55},
	{"m7", ", softer voice", 50, 60},
}

// madeLanguages are voices that no class needs, and voices that cannot read
// what is written: Japanese is spoken without its characters ("Chinese
// letter"), the others expect their own transliteration.
const madeLanguages = " ja piqd qya sjn jbo qdb lfn py io nci chr cmn-latn-pinyin fa-latn chr-us-qaaa-x-west "

// espeakVoices makes the voices that are offered. espeak-ng's library finds a
// voice by its file, not by its tag: French is "fr-fr" in the file "fr".
func espeakVoices(list espeakList) []systemVoice {
	var voices []systemVoice
	seen := map[string]bool{}
	for _, f := range list.Found {
		if f.Tag == "" || seen[f.Tag] || strings.Contains(madeLanguages, " "+strings.ToLower(f.Tag)+" ") ||
			strings.HasPrefix(f.File, "mb/") || strings.HasPrefix(f.File, "!v") || f.Tag == "variant" {
			continue
		}
		seen[f.Tag] = true
		for rank, v := range espeakVariants {
			variant := ""
			if v.name != "" {
				if !slices.Contains(list.Variants, v.name) {
					continue
				}
				variant = "+" + v.name
			}
			voices = append(voices, systemVoice{
				VoiceInfo: model.VoiceInfo{
					ID: "espeak:" + f.Tag + variant, Name: spokenName(f.Name) + v.says, Language: canonicalTag(f.Tag),
				},
				name: f.File[strings.LastIndex(f.File, "/")+1:] + variant, pitch: v.pitch, reach: v.reach, rank: rank,
			})
		}
	}
	return voices
}

// spokenName turns "English_(America)" into "English, America".
func spokenName(name string) string {
	name = strings.ReplaceAll(name, "_", " ")
	if before, rest, ok := strings.Cut(name, "("); ok {
		country, _, _ := strings.Cut(strings.TrimSuffix(rest, ")"), ", latin as")
		return strings.TrimSpace(before) + ", " + country
	}
	return strings.TrimSpace(name)
}

// installedVariants says which of our variants lie in espeak-ng's data.
func installedVariants(data string) []string {
	var found []string
	for _, v := range espeakVariants {
		if v.name == "" {
			continue
		}
		if _, err := os.Stat(filepath.Join(data, "voices", "!v", v.name)); err == nil && !slices.Contains(found, v.name) {
			found = append(found, v.name)
		}
	}
	return found
}
