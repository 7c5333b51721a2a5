package document

import (
	"os"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Tesseract names its data by ISO 639-2/T ("spa"), some with a variant
// ("chi_sim"); this program names languages by BCP 47 ("es").

// fewCodes is how many languages are tried at once: each more costs time and
// lets more wrong words through.
const fewCodes = 3

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
var commonCodes = []string{"eng", "ara", "hin", "rus", "chi_sim", "spa"}

// firstCodes gives the languages in which a page is read before anything is
// known but its script (Tesseract's name; "": not even that): few, those of
// this computer's user and the common ones first.
func firstCodes(codes []string, script, home string) []string {
	wanted, known := scripts[script]
	var fit []string
	for _, code := range codes {
		if !known || scriptOfCode(code) == wanted {
			fit = append(fit, code)
		}
	}
	if len(fit) <= fewCodes {
		return fit
	}
	var first []string
	for _, code := range append(codesOf(fit, home), commonCodes...) {
		if slices.Contains(fit, code) && !slices.Contains(first, code) && len(first) < fewCodes-1 {
			first = append(first, code)
		}
	}
	if len(first) == 0 {
		return fit[:1]
	}
	return first
}

// codesOf gives the data among codes for a language; nil where there is none.
func codesOf(codes []string, tag string) []string {
	if tag == "" || tag == "und" {
		return nil
	}
	base, _ := language.Make(tag).Base()
	var fit []string
	for _, code := range codes {
		if own, _ := language.Make(languageOfCode(code)).Base(); own == base && !strings.HasSuffix(code, "_vert") {
			fit = append(fit, code)
		}
	}
	if len(fit) > 1 && slices.Contains(fit, "chi_sim") && !strings.Contains(tag, "Hant") {
		return []string{"chi_sim"}
	}
	return fit[:min(1, len(fit))]
}

// withLatin adds English to a language of another script: textbooks mix them.
func withLatin(chosen, codes []string) []string {
	if len(chosen) == 0 || !slices.Contains(codes, "eng") || slices.Contains(chosen, "eng") || scriptOfCode(chosen[0]) == "Latn" {
		return chosen
	}
	return append(slices.Clone(chosen), "eng")
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
