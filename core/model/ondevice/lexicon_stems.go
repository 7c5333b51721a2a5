package ondevice

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// foldWord takes off capitals, accents, Arabic vowel signs and the variants
// of Arabic letters. Signs of Indic scripts are letters and stay.
func foldWord(w string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(w)) {
		switch {
		case r == 'ـ' || r == '़' || unicode.Is(unicode.Mn, r) && r < 0x900:
			continue
		case r == 'ß':
			b.WriteString("ss")
			continue
		case r == 'œ':
			b.WriteString("oe")
			continue
		}
		b.WriteRune(foldArabic(r))
	}
	return b.String()
}

func foldArabic(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى':
		return 'ي'
	case 'ة':
		return 'ه'
	}
	return r
}

// stemFor takes a folded word's common endings off, as far as two forms of
// one noun need it to meet. It is cautious: the lexicon lists what it misses.
func stemFor(lang, w string) string {
	switch lang {
	case "en":
		return stemEnglish(w)
	case "es", "pt":
		return stemIberian(w)
	case "fr":
		return stemFrench(w)
	case "de":
		// Twice, so that "Pinguin", which ends like a plural, meets "Pinguine".
		return trimOne(trimOne(w, 4, "ern", "en", "er", "es", "e", "n", "s"), 4, "e", "n")
	case "ar":
		return lexiconArabic(w)
	case "hi":
		return trimOne(w, 2, "ियों", "ियां", "ियाँ", "ाओं", "ाएं", "ाएँ", "ुओं", "ों", "ें", "ाें", "े", "ा", "ो", "ी")
	}
	return w
}

// trimOne takes the first of the endings off that leaves at least least
// letters.
func trimOne(w string, least int, endings ...string) string {
	for _, e := range endings {
		if s, ok := strings.CutSuffix(w, e); ok && len([]rune(s)) >= least {
			return s
		}
	}
	return w
}

func stemEnglish(w string) string {
	if s, ok := strings.CutSuffix(w, "ies"); ok && len(s) > 2 {
		return s + "y"
	}
	if s, ok := strings.CutSuffix(w, "ves"); ok && len(s) > 2 {
		return s + "f"
	}
	for _, e := range []string{"ches", "shes", "sses", "xes", "oes"} {
		if strings.HasSuffix(w, e) {
			return strings.TrimSuffix(w, "es")
		}
	}
	if strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is") {
		return w
	}
	return trimOne(w, 3, "s")
}

func stemIberian(w string) string {
	for _, p := range [][2]string{{"oes", "ao"}, {"aes", "ao"}, {"aos", "ao"}, {"ais", "al"}, {"eis", "el"}, {"ois", "ol"}, {"ns", "m"}, {"ces", "z"}} {
		if s, ok := strings.CutSuffix(w, p[0]); ok && len(s) > 1 {
			return s + p[1]
		}
	}
	for _, e := range []string{"les", "res", "nes", "des", "yes", "zes", "ses"} {
		if strings.HasSuffix(w, e) && len(w) > 5 {
			return strings.TrimSuffix(w, "es")
		}
	}
	return trimOne(w, 3, "s")
}

func stemFrench(w string) string {
	if s, ok := strings.CutSuffix(w, "eaux"); ok {
		return s + "eau"
	}
	if s, ok := strings.CutSuffix(w, "aux"); ok && len(s) > 2 {
		return s + "al"
	}
	return trimOne(w, 3, "s", "x")
}

// lexiconArabic takes off the article, the regular plurals and the feminine
// ending.
func lexiconArabic(w string) string {
	return trimOne(withoutArticle(w), 3, "ات", "ون", "ين", "ها", "هم", "ه")
}

// withoutParticle takes off a single letter that is written together with a
// noun: and, with, for. "" where there is none: the first letter of "بركان"
// is its own.
func withoutParticle(w string) string {
	for _, p := range []string{"و", "ب", "ل", "ف", "ك"} {
		if s, ok := strings.CutPrefix(w, p); ok && len([]rune(s)) >= 3 {
			return lexiconArabic(s)
		}
	}
	return ""
}

// withoutArticle takes the article off, and what is written before it.
func withoutArticle(w string) string {
	for _, p := range []string{"وال", "فال", "بال", "كال", "لل", "ال"} {
		if s, ok := strings.CutPrefix(w, p); ok && len([]rune(s)) >= 2 {
			return s
		}
	}
	return w
}
