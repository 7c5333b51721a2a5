package captions

import (
	"strings"
	"time"

	"github.com/rivo/uniseg"

	"edusmart/core/story"
	"edusmart/core/typeset"
)

// timing is a sentence with the time in which it is said, and its words with
// theirs where they are known.
type timing struct {
	text  string
	span  Span
	words []story.Word
}

// A piece is a stretch of a sentence that stays on one line: bytes From to To.
type piece struct{ from, to int }

// cues cuts the sentence into cues.
func (t timing) cues() []Cue {
	pieces := pieces(t.text)
	if len(pieces) == 0 {
		return nil
	}
	var cues []Cue
	lines := breakLines(t.text, pieces)
	for i := 0; i < len(lines); i += Lines {
		cues = append(cues, t.cue(lines[i:min(i+Lines, len(lines))])...)
	}
	return cues
}

// cue makes a cue of up to two lines, or more where it would stay too long.
func (t timing) cue(lines [][]piece) []Cue {
	var all []piece
	var texts []string
	for _, l := range lines {
		all = append(all, l...)
		texts = append(texts, clean(t.text[l[0].from:l[len(l)-1].to]))
	}
	from, to := all[0].from, all[len(all)-1].to
	c := Cue{Start: t.start(from), End: t.end(to), Text: strings.TrimSpace(strings.Join(texts, "\n"))}
	if c.End-c.Start <= Longest || len(all) == 1 {
		return []Cue{c}
	}
	middle, at := t.start(from)+(c.End-c.Start)/2, 1
	for at < len(all)-1 && t.start(all[at].from) < middle {
		at++
	}
	first, second := breakLines(t.text, all[:at]), breakLines(t.text, all[at:])
	if len(first) > Lines || len(second) > Lines {
		return []Cue{c}
	}
	return append(t.cue(first), t.cue(second)...)
}

// start is when the sentence is said from a byte on.
func (t timing) start(at int) time.Duration {
	for _, w := range t.words {
		if w.To > at {
			return t.within(w.Start)
		}
	}
	return t.between(at)
}

// end is when the sentence has been said up to a byte.
func (t timing) end(at int) time.Duration {
	if at >= len(strings.TrimRight(t.text, " \t\n")) {
		return t.span.End
	}
	for i := len(t.words) - 1; i >= 0; i-- {
		if t.words[i].From < at {
			return t.within(t.words[i].End)
		}
	}
	return t.between(at)
}

func (t timing) within(s float64) time.Duration {
	return max(seconds(s, t.span.End), t.span.Start)
}

// between takes all letters to last alike.
func (t timing) between(at int) time.Duration {
	whole := max(weight(t.text), 1)
	return t.span.Start + time.Duration(float64(t.span.End-t.span.Start)*float64(weight(t.text[:at]))/float64(whole))
}

// pieces parts a text where lines may break. What is longer than a line is
// parted between letters.
func pieces(text string) []piece {
	var all []piece
	from := 0
	for _, to := range typeset.LineBreaks(text) {
		if width(text[from:to]) > Columns {
			all = append(all, hack(text, from, to)...)
		} else {
			all = append(all, piece{from, to})
		}
		from = to
	}
	return all
}

// hack parts what has no place to break into pieces of half a line.
func hack(text string, from, to int) []piece {
	var all []piece
	columns, begin := 0, from
	for g := uniseg.NewGraphemes(text[from:to]); g.Next(); {
		at, _ := g.Positions()
		if columns += g.Width(); columns > Columns/2 && from+at > begin {
			all = append(all, piece{begin, from + at})
			begin, columns = from+at, g.Width()
		}
	}
	return append(all, piece{begin, to})
}

// breakLines joins pieces to lines that are as few and as even as may be.
func breakLines(text string, pieces []piece) [][]piece {
	fill := func(limit int) [][]piece {
		var lines [][]piece
		for _, p := range pieces {
			if n := len(lines); n > 0 && width(text[lines[n-1][0].from:p.to]) <= limit {
				lines[n-1] = append(lines[n-1], p)
				continue
			}
			lines = append(lines, []piece{p})
		}
		return lines
	}
	best := fill(Columns)
	for limit := Columns - 1; limit > Columns/3; limit-- {
		lines := fill(limit)
		if len(lines) > len(best) {
			break
		}
		best = lines
	}
	return best
}

// width counts the columns that a text takes on the screen.
func width(text string) int { return uniseg.StringWidth(clean(text)) }

// clean gives a text on one line.
func clean(text string) string { return strings.Join(strings.Fields(text), " ") }
