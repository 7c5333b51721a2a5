package ondevice

import (
	"strings"

	"golang.org/x/text/unicode/runenames"
)

// addEmoji adds, for English, the figures that Unicode names with one word
// and the tables lack: their names are the nouns themselves.
func (l *lexicon) addEmoji() {
	for r := rune(0x1F300); r <= 0x1F9FF; r++ {
		name := runenames.Name(r)
		if len(name) < 4 || strings.ContainsAny(name, " <-") || !gentle(name) {
			continue
		}
		word := strings.ToLower(name)
		key := stemFor("en", word)
		if len(l.words["en"][key]) > 0 {
			continue
		}
		l.words["en"][key] = []sense{{len(l.entries), 1, true}}
		l.entries = append(l.entries, entry{subject: string(r), habit: thing, weight: 0.6, domain: "things", names: map[string]string{"en": word}})
	}
}

// gentle tells by its Unicode name whether a figure may stand in a school
// book: no weapons, no fear, no drink, and no word that mostly means
// something else.
func gentle(name string) bool {
	for _, bad := range []string{
		"PISTOL", "BOMB", "HOCHO", "COFFIN", "SKULL", "SYRINGE", "PILL", "GHOST", "ALIEN", "KISS", "BIKINI", "LIPSTICK", "HANDBAG", "POUCH",
		"MOYAI", "PRESENT", "DIZZY", "TOILET", "RESTROOM", "SHOWER", "COLLISION", "FIRE", "POISON", "MOUTH", "TONGUE", "NOSE", "PURSE", "KIMONO",
		"BRIEFS", "DASH", "BACK", "PEDESTRIAN", "DANCER", "CURLING", "FENCER", "WRESTLERS", "CLIPPERS", "SELFIE", "SHRUG", "HOTEL", "STATION",
		"MINIBUS", "BARBER", "HAIRCUT", "EYES", "ONCOMING", "SQUID", "ENVELOPE", "POSTBOX", "MEMO", "SCORE", "BENTO", "ODEN", "DANGO", "LOLLIPOP",
	} {
		if name == bad {
			return false
		}
	}
	return true
}
