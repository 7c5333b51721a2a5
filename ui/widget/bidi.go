package widget

import (
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// RightToLeft reports whether a text reads from the right: its first letter
// with a direction does (rule P2 of UAX 9).
func RightToLeft(text string) bool {
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// visualRuns cuts a line into runs of one direction and gives them from left
// to right. Fyne draws each run well, but puts several in the order of the
// letters, which is wrong where a line reads from the right.
func visualRuns(line string) []string {
	if !mixed(line) {
		return []string{line}
	}
	base := bidi.LeftToRight
	if RightToLeft(line) {
		base = bidi.RightToLeft
	}
	var p bidi.Paragraph
	if _, err := p.SetString(line, bidi.DefaultDirection(base)); err != nil {
		return []string{line}
	}
	order, err := p.Order()
	if err != nil {
		return []string{line}
	}
	runs := make([]string, 0, order.NumRuns())
	for i := range order.NumRuns() {
		run := order.Run(i)
		runs = append(runs, run.String())
	}
	return runs
}

// mixed reports whether a line has letters that read from the right; without
// them the order of the letters is the order on the line.
func mixed(line string) bool {
	return strings.ContainsFunc(line, func(r rune) bool {
		if r < 0x590 {
			return false
		}
		p, _ := bidi.LookupRune(r)
		return p.Class() == bidi.R || p.Class() == bidi.AL || p.Class() == bidi.AN
	})
}
