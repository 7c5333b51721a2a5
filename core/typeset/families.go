package typeset

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// byScript lists, for each script, the families that suit reading on a
// screen, best first: Noto where it is installed, then what Windows and macOS
// come with. A script that is not here gets the system's own choice.
var byScript = map[language.Script][]string{
	language.Arabic:     {"Noto Sans Arabic", "Noto Naskh Arabic", "Segoe UI", "Geeza Pro", "DejaVu Sans"},
	language.Armenian:   {"Noto Sans Armenian", "Segoe UI", "Mshtakan"},
	language.Bengali:    {"Noto Sans Bengali", "Nirmala UI", "Kohinoor Bangla"},
	language.Devanagari: {"Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari"},
	language.Ethiopic:   {"Noto Sans Ethiopic", "Ebrima", "Kefa"},
	language.Georgian:   {"Noto Sans Georgian", "Segoe UI"},
	language.Gujarati:   {"Noto Sans Gujarati", "Nirmala UI", "Kohinoor Gujarati"},
	language.Gurmukhi:   {"Noto Sans Gurmukhi", "Nirmala UI", "Gurmukhi MN"},
	language.Hebrew:     {"Noto Sans Hebrew", "Segoe UI", "Arial Hebrew", "DejaVu Sans"},
	language.Kannada:    {"Noto Sans Kannada", "Nirmala UI", "Noto Sans Kannada"},
	language.Khmer:      {"Noto Sans Khmer", "Leelawadee UI", "Khmer Sangam MN"},
	language.Lao:        {"Noto Sans Lao", "Leelawadee UI", "Lao Sangam MN"},
	language.Malayalam:  {"Noto Sans Malayalam", "Nirmala UI", "Malayalam Sangam MN"},
	language.Myanmar:    {"Noto Sans Myanmar", "Myanmar Text", "Myanmar Sangam MN"},
	language.Oriya:      {"Noto Sans Oriya", "Nirmala UI", "Oriya Sangam MN"},
	language.Sinhala:    {"Noto Sans Sinhala", "Nirmala UI", "Sinhala Sangam MN"},
	language.Tamil:      {"Noto Sans Tamil", "Nirmala UI", "Tamil Sangam MN"},
	language.Telugu:     {"Noto Sans Telugu", "Nirmala UI", "Kohinoor Telugu"},
	language.Thai:       {"Noto Sans Thai", "Leelawadee UI", "Thonburi"},
	language.Tibetan:    {"Noto Serif Tibetan", "Microsoft Himalaya", "Kailasa"},
}

// byHan lists the families for each tradition of writing Han characters: the
// same code points are drawn differently in each.
var byHan = map[string][]string{
	"sc": {"Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC"},
	"tc": {"Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei", "PingFang TC"},
	"hk": {"Noto Sans CJK HK", "Noto Sans HK", "Microsoft JhengHei", "PingFang HK"},
	"jp": {"Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", "Hiragino Sans"},
	"kr": {"Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo"},
}

func families(c chainKey) []string {
	list := byScript[c.script]
	if c.han != "" {
		list = byHan[c.han]
	}
	return append(append([]string{}, list...), fontscan.SansSerif)
}

// chainFor gives the key of the fonts for a script in a text whose language
// is the BCP 47 tag lang.
func chainFor(script language.Script, lang string) chainKey {
	switch script {
	case language.Han, language.Bopomofo, language.Hiragana, language.Katakana, language.Hangul, language.Common, language.Inherited:
		return chainKey{script: language.Han, han: hanTradition(script, lang)}
	}
	return chainKey{script: script}
}

func hanTradition(script language.Script, lang string) string {
	primary, rest, _ := strings.Cut(strings.ToLower(lang), "-")
	switch {
	case script == language.Hangul, primary == "ko":
		return "kr"
	case script == language.Hiragana, script == language.Katakana, primary == "ja":
		return "jp"
	case strings.Contains(rest, "hk") || strings.Contains(rest, "mo") || primary == "yue":
		return "hk"
	case strings.Contains(rest, "hant") || strings.Contains(rest, "tw") || script == language.Bopomofo:
		return "tc"
	}
	return "sc"
}

// RightToLeft reports whether a language, a BCP 47 tag, is written from right to
// left.
func RightToLeft(lang string) bool {
	rtl, _ := rightToLeft(lang)
	return rtl
}

// rightToLeft reports whether the language is written from right to left,
// and whether it is known at all.
func rightToLeft(lang string) (rtl, known bool) {
	primary, rest, _ := strings.Cut(strings.ToLower(lang), "-")
	for sub := range strings.SplitSeq(rest, "-") {
		if len(sub) == 4 { // a script subtag, RFC 5646 section 2.2.3
			return sub == "arab" || sub == "hebr" || sub == "syrc" || sub == "thaa" || sub == "nkoo" || sub == "aran" || sub == "adlm", true
		}
	}
	switch primary {
	case "":
		return false, false
	case "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "mzn", "nqo", "pnb", "prs", "ps", "sd", "syr", "ug", "ur", "yi":
		return true, true
	}
	return false, true
}

// ignorable reports whether r need not be in a font: it is not drawn, or is
// only a space.
func ignorable(r rune) bool {
	switch {
	case r == 0x00AD, r == 0x034F, r == 0x061C, r >= 0x200B && r <= 0x200F,
		r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F,
		r >= 0xFE00 && r <= 0xFE0F, r == 0xFEFF, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return unicode.Is(unicode.Zs, r) && r != 0x1680
}
