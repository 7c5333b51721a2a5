package typeset

import (
	"github.com/go-text/typesetting/unicodedata"
	"golang.org/x/text/unicode/bidi"
)

// The bidirectional algorithm of Unicode Standard Annex 9, revision 48 or
// later. The names in the comments (X1, W1, N0 ...) are its rules. The
// implementation of golang.org/x/text gives only directions, not levels, and
// without levels a line that holds a number inside Arabic inside English
// cannot be put in order.

const (
	maxDepth    = 125 // BD2
	maxBrackets = 63  // BD16
)

type levelResolver struct {
	text   []rune
	class  []bidi.Class // as they stand
	work   []bidi.Class // as the rules change them
	levels []uint8      // the explicit ones
	final  []uint8      // the resolved ones
	match  []int        // matching PDI of an isolate initiator or the reverse; -1
}

// bidiLevels gives the embedding level of every rune of one paragraph.
// base is 0 for left-to-right, 1 for right-to-left. Of L1 nothing is left to
// do: the spaces at the end of a line are not drawn.
func bidiLevels(text []rune, base uint8) []uint8 {
	r := &levelResolver{
		text:   text,
		class:  make([]bidi.Class, len(text)),
		levels: make([]uint8, len(text)),
		match:  make([]int, len(text)),
	}
	for i, c := range text {
		p, _ := bidi.LookupRune(c)
		r.class[i] = p.Class()
	}
	r.work = append([]bidi.Class(nil), r.class...)
	r.matchIsolates()
	r.explicit(base)
	r.final = append([]uint8(nil), r.levels...)
	for _, seq := range r.sequences() {
		r.resolve(seq, base)
	}
	r.fillRemoved(base)
	return r.final
}

// baseLevel gives the level that the first strong letter asks for (P2, P3),
// and whether the text has letters of either direction at all.
func baseLevel(text []rune) (first uint8, hasLTR, hasRTL bool) {
	found := false
	for _, c := range text {
		p, _ := bidi.LookupRune(c)
		switch p.Class() {
		case bidi.L:
			if !found {
				first, found = 0, true
			}
			hasLTR = true
		case bidi.R, bidi.AL:
			if !found {
				first, found = 1, true
			}
			hasRTL = true
		}
	}
	return first, hasLTR, hasRTL
}

func isIsolate(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// removed are the characters that X9 takes out.
func removed(c bidi.Class) bool {
	switch c {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// matchIsolates pairs isolate initiators with their PDIs (BD9).
func (r *levelResolver) matchIsolates() {
	var open []int
	for i, c := range r.class {
		r.match[i] = -1
		switch {
		case isIsolate(c):
			open = append(open, i)
		case c == bidi.PDI && len(open) > 0:
			j := open[len(open)-1]
			open = open[:len(open)-1]
			r.match[i], r.match[j] = j, i
		}
	}
}

type status struct {
	level    uint8
	override bidi.Class // L, R, or ON for neutral
	isolate  bool
}

// explicit determines explicit levels and directions (X1 to X8).
func (r *levelResolver) explicit(base uint8) {
	stack := []status{{base, bidi.ON, false}}
	var overIsolates, overEmbeddings, validIsolates int
	for i, c := range r.class {
		top := stack[len(stack)-1]
		switch {
		case c == bidi.RLE || c == bidi.LRE || c == bidi.RLO || c == bidi.LRO:
			r.levels[i] = top.level
			next := nextLevel(top.level, c == bidi.RLE || c == bidi.RLO)
			if next > maxDepth || overIsolates > 0 || overEmbeddings > 0 {
				if overIsolates == 0 {
					overEmbeddings++
				}
				break
			}
			override := bidi.ON
			switch c {
			case bidi.RLO:
				override = bidi.R
			case bidi.LRO:
				override = bidi.L
			}
			stack = append(stack, status{next, override, false})
		case isIsolate(c):
			r.assign(i, top)
			rtl := c == bidi.RLI
			if c == bidi.FSI {
				rtl = r.isolateIsRTL(i)
			}
			next := nextLevel(top.level, rtl)
			if next > maxDepth || overIsolates > 0 || overEmbeddings > 0 {
				overIsolates++
				break
			}
			validIsolates++
			stack = append(stack, status{next, bidi.ON, true})
		case c == bidi.PDI:
			switch {
			case overIsolates > 0:
				overIsolates--
			case validIsolates > 0:
				overEmbeddings = 0
				for !stack[len(stack)-1].isolate {
					stack = stack[:len(stack)-1]
				}
				stack = stack[:len(stack)-1]
				validIsolates--
			}
			r.assign(i, stack[len(stack)-1])
		case c == bidi.PDF:
			r.levels[i] = top.level
			switch {
			case overIsolates > 0:
			case overEmbeddings > 0:
				overEmbeddings--
			case !top.isolate && len(stack) > 1:
				stack = stack[:len(stack)-1]
			}
		case c == bidi.B:
			r.levels[i] = base
		case c == bidi.BN:
			r.levels[i] = top.level
		default:
			r.assign(i, top)
		}
	}
}

func (r *levelResolver) assign(i int, s status) {
	r.levels[i] = s.level
	if s.override != bidi.ON {
		r.work[i] = s.override
	}
}

func nextLevel(level uint8, rtl bool) uint8 {
	if rtl {
		return (level + 1) | 1
	}
	return (level + 2) &^ 1
}

// isolateIsRTL applies P2 and P3 to what stands between an FSI and its PDI.
func (r *levelResolver) isolateIsRTL(fsi int) bool {
	end := r.match[fsi]
	if end < 0 {
		end = len(r.class)
	}
	for i := fsi + 1; i < end; i++ {
		switch c := r.class[i]; {
		case c == bidi.L:
			return false
		case c == bidi.R || c == bidi.AL:
			return true
		case isIsolate(c):
			if r.match[i] < 0 {
				return false
			}
			i = r.match[i]
		}
	}
	return false
}

// sequences gives the isolating run sequences (BD13), as indexes of the runes
// that X9 leaves.
func (r *levelResolver) sequences() [][]int {
	var runs [][]int
	runAt := map[int]int{} // first rune of a level run -> its number
	for i := range r.text {
		if removed(r.class[i]) {
			continue
		}
		if n := len(runs); n > 0 {
			last := runs[n-1][len(runs[n-1])-1]
			if r.levels[last] == r.levels[i] {
				runs[n-1] = append(runs[n-1], i)
				continue
			}
		}
		runAt[i] = len(runs)
		runs = append(runs, []int{i})
	}
	var seqs [][]int
	for _, run := range runs {
		first := run[0]
		if r.class[first] == bidi.PDI && r.match[first] >= 0 {
			continue // it goes on a sequence that began before
		}
		seq := run
		for {
			last := seq[len(seq)-1]
			if !isIsolate(r.class[last]) || r.match[last] < 0 {
				break
			}
			next, ok := runAt[r.match[last]]
			if !ok {
				break
			}
			seq = append(append([]int(nil), seq...), runs[next]...)
		}
		seqs = append(seqs, seq)
	}
	return seqs
}

// fillRemoved gives what X9 took out the level of what stands before it, so
// that it breaks no run.
func (r *levelResolver) fillRemoved(base uint8) {
	before := base
	for i, c := range r.class {
		if removed(c) {
			r.final[i] = before
		}
		before = r.final[i]
	}
}

// visualOrder gives the order, from left to right, of the pieces of a line
// with these levels (L2).
func visualOrder(levels []uint8) []int {
	order := make([]int, len(levels))
	var highest uint8
	lowestOdd := uint8(255)
	for i, l := range levels {
		order[i] = i
		highest = max(highest, l)
		if l%2 == 1 {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for l := highest; l >= lowestOdd && l > 0; l-- {
		for i := 0; i < len(levels); i++ {
			if levels[i] < l {
				continue
			}
			j := i
			for j+1 < len(levels) && levels[j+1] >= l {
				j++
			}
			for a, b := i, j; a < b; a, b = a+1, b-1 {
				order[a], order[b] = order[b], order[a]
			}
			i = j
		}
	}
	return order
}

// bracket gives the canonical opening form of a paired bracket.
func bracket(c rune) (open rune, opens, closes bool) {
	p, _ := bidi.LookupRune(c)
	if !p.IsBracket() {
		return 0, false, false
	}
	opens = p.IsOpeningBracket()
	open = c
	if !opens {
		mirrored, ok := unicodedata.LookupMirrorChar(c)
		if !ok {
			return 0, false, false
		}
		open = mirrored
	}
	if open == 0x2329 { // canonically the same as U+3008
		open = 0x3008
	}
	return open, opens, !opens
}
