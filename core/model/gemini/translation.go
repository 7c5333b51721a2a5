package gemini

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
	"golang.org/x/text/language"

	"edusmart/core/model"
)

// translation gives the pages with every sentence translated.
func (a *rewrite) translation() (out model.Rewritten, why string) {
	var said, was []rune
	for i, p := range a.asked.Pages {
		raw := a.pages[i].Sentences
		if len(raw) != len(p.Sentences) {
			return out, fmt.Sprintf("page %d has %d of %d sentences", i+1, len(raw), len(p.Sentences))
		}
		page := model.RewritePage{Title: p.Title, Sentences: slices.Clone(p.Sentences)}
		for k := range page.Sentences {
			page.Sentences[k].Also = ""
		}
		for k := range raw {
			at := k
			if from := raw[k].From; len(from) == 1 && from[0] >= 1 && from[0] <= len(raw) {
				at = from[0] - 1
			}
			s := &page.Sentences[at]
			if s.Also = clean(string(raw[k].Text), 2*mostSentence); !sayable(s.Also) {
				return out, fmt.Sprintf("page %d has an empty sentence", i+1)
			}
			said, was = append(append(said, ' '), []rune(s.Also)...), append(append(was, ' '), []rune(s.Text)...)
		}
		for k, s := range page.Sentences {
			if s.Also == "" {
				return out, fmt.Sprintf("page %d: sentence %d was left out", i+1, k+1)
			}
		}
		out.Pages = append(out.Pages, page)
	}
	if !inLanguage(string(said), a.asked.To, a.asked.Language) || string(said) == string(was) {
		return out, "it is not in the language that was asked for"
	}
	return out, ""
}

// surely is the confidence from which on a guess at a language is believed.
const surely = 0.9

// inLanguage reports whether nothing speaks against text being in a language:
// most of its letters are of the language's script, and it is not surely in
// the language that it was translated from.
func inLanguage(text, to, from string) bool {
	want, source := language.Make(to), language.Make(from)
	script, _ := want.Script()
	ours, all := 0, 0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		all++
		for _, name := range scriptTables(script.String()) {
			if unicode.Is(unicode.Scripts[name], r) {
				ours++
			}
		}
	}
	if scriptTables(script.String()) != nil && 2*ours < all {
		return false
	}
	wantBase, _ := want.Base()
	sourceBase, _ := source.Base()
	guess := whatlanggo.Detect(text)
	return wantBase == sourceBase || guess.Confidence < surely || utf8.RuneCountInString(text) < 60 || guess.Lang.Iso6391() != sourceBase.String()
}

// scriptTables gives the names of Unicode's tables for a script of ISO 15924;
// nil: it is not looked at.
func scriptTables(script string) []string {
	return map[string][]string{
		"Latn": {"Latin"}, "Arab": {"Arabic"}, "Deva": {"Devanagari"}, "Hans": {"Han"}, "Hant": {"Han"}, "Jpan": {"Han", "Hiragana", "Katakana"},
		"Kore": {"Hangul", "Han"}, "Cyrl": {"Cyrillic"}, "Grek": {"Greek"}, "Hebr": {"Hebrew"}, "Thai": {"Thai"}, "Beng": {"Bengali"},
		"Taml": {"Tamil"}, "Telu": {"Telugu"}, "Gujr": {"Gujarati"}, "Guru": {"Gurmukhi"}, "Knda": {"Kannada"}, "Mlym": {"Malayalam"},
		"Khmr": {"Khmer"}, "Laoo": {"Lao"}, "Mymr": {"Myanmar"}, "Ethi": {"Ethiopic"}, "Geor": {"Georgian"}, "Armn": {"Armenian"}, "Sinh": {"Sinhala"},
	}[script]
}
