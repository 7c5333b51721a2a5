package quiz

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/rivo/uniseg"
)

// length counts as the browser does that shows the text: an emoji is two.
func length(text string) int { return len(utf16.Encode([]rune(text))) }

// head gives the first letters of text, whole ones, at most n long.
func head(text string, n int) string {
	used, end := 0, 0
	for g := uniseg.NewGraphemes(text); g.Next(); {
		if used += length(g.Str()); used > n {
			break
		}
		_, end = g.Positions()
	}
	return text[:end]
}

// tail gives the last letters of text, whole ones, at most n long.
func tail(text string, n int) string {
	var starts []int
	for g := uniseg.NewGraphemes(text); g.Next(); {
		at, _ := g.Positions()
		starts = append(starts, at)
	}
	from := len(text)
	for i := len(starts) - 1; i >= 0 && length(text[starts[i]:]) <= n; i-- {
		from = starts[i]
	}
	return text[from:]
}

// shorten gives text with at most n characters: cut after a word, with an
// ellipsis. A text of one long word is cut within it.
func shorten(text string, n int) string {
	if length(text) <= n {
		return text
	}
	cut := head(text, n-1)
	if at := strings.LastIndexFunc(cut, unicode.IsSpace); at > len(cut)/2 && !startsWithSpace(text[len(cut):]) {
		cut = cut[:at]
	}
	return strings.TrimRightFunc(cut, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:-–—(", r) }) + "…"
}

func startsWithSpace(text string) bool { return text != "" && unicode.IsSpace([]rune(text)[0]) }

// shortenAll shortens the options of a question so that they can still be told
// apart: where the beginnings are the same, the middle is left out.
func shortenAll(options []string, n int) []string {
	short := make([]string, len(options))
	for i, o := range options {
		short[i] = shorten(o, n)
	}
	if distinct(short) {
		return short
	}
	for i, o := range options {
		if length(o) > n {
			short[i] = head(o, n/2-1) + "…" + tail(o, n-n/2)
		}
	}
	if distinct(short) {
		return short
	}
	for i, o := range options {
		if length(o) > n {
			short[i] = aroundDifference(o, options, i, n)
		}
	}
	if distinct(short) {
		return short
	}
	for i, o := range options {
		short[i] = fmt.Sprintf("(%d) %s", i+1, shorten(o, n-len("(12) ")))
	}
	return short
}

// aroundDifference gives the part of option i at which it stops being like
// another one.
func aroundDifference(option string, options []string, i, n int) string {
	same := 0
	for k, other := range options {
		if k != i {
			same = max(same, common(option, other))
		}
	}
	from := len(head(option, length(option[:same])-n/3))
	rest := option[from:]
	if from == 0 {
		return shorten(option, n)
	}
	if length(rest) > n-1 {
		return "…" + head(rest, n-2) + "…"
	}
	return "…" + rest
}

// common is how many bytes of whole characters two texts begin with alike.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && a[n]&0xC0 == 0x80 {
		n--
	}
	return n
}

func distinct(texts []string) bool {
	seen := map[string]bool{}
	for _, t := range texts {
		if seen[t] {
			return false
		}
		seen[t] = true
	}
	return true
}
