package document

import (
	"os"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Tesseract names its data by ISO 639-2/T ("spa"), some with a variant
// ("chi_sim"); this program names languages by BCP 47 ("es").

// languageOfCode gives the language of Tesseract's data; "" for none.
func languageOfCode(code string) string {
	switch code {
	case "chi_sim", "chi_sim_vert":
		return "zh"
	case "chi_tra", "chi_tra_vert":
		return "zh-Hant"
	}
	name, _, _ := strings.Cut(code, "_")
	base, err := language.ParseBase(name)
	if err != nil {
		return ""
	}
	return base.String()
}

// scriptOfCode gives the script (ISO 15924) of Tesseract's data.
func scriptOfCode(code string) string {
	script, _ := language.Make(languageOfCode(code)).Script()
	return script.String()
}

// scripts are the names by which Tesseract tells the scripts that it sees.
var scripts = map[string]string{
	"Latin": "Latn", "Fraktur": "Latn", "Vietnamese": "Latn", "Cyrillic": "Cyrl", "Greek": "Grek", "Arabic": "Arab", "Hebrew": "Hebr",
	"Devanagari": "Deva", "Bengali": "Beng", "Tamil": "Taml", "Telugu": "Telu", "Gujarati": "Gujr", "Gurmukhi": "Guru",
	"Kannada": "Knda", "Malayalam": "Mlym", "Oriya": "Orya", "Sinhala": "Sinh", "Thai": "Thai", "Lao": "Laoo", "Khmer": "Khmr",
	"Myanmar": "Mymr", "Georgian": "Geor", "Armenian": "Armn", "Ethiopic": "Ethi", "Han": "Hans", "HanS": "Hans", "HanT": "Hant",
	"Japanese": "Jpan", "Korean": "Kore", "Hangul": "Kore",
}

// commonCodes are the languages that are tried first in their script.
var commonCodes = []string{"eng", "ara", "hin", "rus", "chi_sim", "ell", "heb", "spa"}

// firstCode gives the language in which a page is read before anything is
// known but its script (Tesseract's name; "": not even that): that of this
// computer's user, or the commonest. Several at once would spoil each other.
// It is "" where there is none.
func firstCode(codes []string, script, home string) string {
	wanted, known := scripts[script]
	fits := func(code string) bool { return !known || sameScript(scriptOfCode(code), wanted) }
	for _, code := range append([]string{codeOf(codes, home)}, commonCodes...) {
		if slices.Contains(codes, code) && fits(code) {
			return code
		}
	}
	for _, code := range codes {
		if fits(code) {
			return code
		}
	}
	return ""
}

// sameScript reports whether two scripts are told apart by their language
// only.
func sameScript(a, b string) bool {
	return a == b || strings.HasPrefix(a, "Han") && strings.HasPrefix(b, "Han")
}

// otherCodes gives the commonest languages of other scripts than a code's, a
// few to be tried together where nothing tells the script.
func otherCodes(codes []string, code string) []string {
	const few = 3
	var others []string
	for _, c := range commonCodes {
		if slices.Contains(codes, c) && scriptOfCode(c) != scriptOfCode(code) && len(others) < few {
			others = append(others, c)
		}
	}
	return others
}

// codeOf gives the data among codes for a language (BCP 47); "" where there
// is none.
func codeOf(codes []string, tag string) string {
	if tag == "" || tag == "und" {
		return ""
	}
	wanted := language.Make(tag)
	base, _ := wanted.Base()
	script, _ := wanted.Script()
	best := ""
	for _, code := range codes {
		own := language.Make(languageOfCode(code))
		if b, _ := own.Base(); b != base || strings.HasSuffix(code, "_vert") {
			continue
		}
		if s, _ := own.Script(); best == "" || s == script {
			best = code
		}
	}
	return best
}

// homeLanguage is the language of this computer's user as the environment
// tells it; "" where it does not.
func homeLanguage() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v, _, _ := strings.Cut(os.Getenv(name), "."); v != "" {
			return strings.ReplaceAll(v, "_", "-")
		}
	}
	return ""
}
