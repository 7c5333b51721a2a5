package content

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// XML gives a text as it stands in XML or HTML, between tags or in quotes.
func XML(text string) string { return xmlEscapes.Replace(Plain(text)) }

// Plain gives a text without what no format can hold: control characters other
// than tabs and line ends, which are all "\n", and what is no character.
func Plain(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r == 0x85, r == 0x2028, r == 0x2029:
			return '\n'
		case r == '\t', r == '\n':
			return r
		case r < 0x20, r >= 0x7f && r < 0xa0, r == 0xfffe, r == 0xffff, r == 0xfeff:
			return -1
		}
		return r
	}, text)
}

// OneLine gives a text without control characters and line ends, its words
// one space apart.
func OneLine(text string) string { return strings.Join(strings.Fields(Plain(text)), " ") }

// RightToLeft reports whether a language, a BCP 47 tag, is written from right
// to left.
func RightToLeft(tag string) bool {
	t, err := language.Parse(tag)
	if err != nil {
		return false
	}
	script, _ := t.Script()
	switch script.String() {
	case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg":
		return true
	}
	return false
}

// Between gives what stands between two sentences: a space, but nothing after
// the full stop of Chinese and Japanese, which has its own.
func Between(before, after string) string {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	wide := last >= 0x3000 && last <= 0x303f || last >= 0xff00 && last <= 0xff60
	if before == "" || after == "" || wide || unicode.IsSpace(last) || unicode.IsSpace(first) {
		return ""
	}
	return " "
}
