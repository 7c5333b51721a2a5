package widget

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"edusmart/core/typeset"
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
	var runs []string
	for _, run := range typeset.VisualRuns(line) {
		if run.RightToLeft {
			runs = append(runs, rightToLeftPieces(run.Text)...)
		} else {
			runs = append(runs, run.Text)
		}
	}
	return runs
}

// rightToLeftPieces cuts a run that reads from the right into words and what
// stands between them, and gives them from left to right. Fyne draws what one
// font holds as one piece and lays several from the left: a colon from the
// interface's font would part an Arabic line in the wrong order.
func rightToLeftPieces(run string) []string {
	var pieces []string
	start, inWord := 0, false
	for i, r := range run {
		word := unicode.IsLetter(r) || unicode.IsMark(r)
		if i > start && word != inWord {
			pieces = append(pieces, run[start:i])
			start = i
		}
		inWord = word
	}
	pieces = append(pieces, run[start:])
	slices.Reverse(pieces)
	for i, piece := range pieces {
		if first, _ := utf8.DecodeRuneInString(piece); !unicode.IsLetter(first) && !unicode.IsMark(first) {
			pieces[i] = bidi.ReverseString(piece) // brackets face the other way (rule L4 of UAX 9)
		}
	}
	return pieces
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
