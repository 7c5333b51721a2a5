package typeset

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// resolve applies the rules W1 to W7, N0 to N2, I1 and I2 to one isolating
// run sequence.
func (r *levelResolver) resolve(seq []int, base uint8) {
	level := r.levels[seq[0]]
	sos, eos := r.borders(seq, level, base)
	r.weak(seq, sos)
	embedding := direction(level)
	r.brackets(seq, sos, embedding)
	r.neutral(seq, sos, eos, embedding)
	for _, i := range seq {
		switch c := r.work[i]; {
		case level%2 == 0 && c == bidi.R:
			r.final[i] = level + 1
		case level%2 == 0 && (c == bidi.AN || c == bidi.EN):
			r.final[i] = level + 2
		case level%2 == 1 && (c == bidi.L || c == bidi.AN || c == bidi.EN):
			r.final[i] = level + 1
		}
	}
}

func direction(level uint8) bidi.Class {
	if level%2 == 1 {
		return bidi.R
	}
	return bidi.L
}

// borders gives the directions at the start and end of a sequence (X10).
func (r *levelResolver) borders(seq []int, level, base uint8) (sos, eos bidi.Class) {
	before, after := base, base
	for i := seq[0] - 1; i >= 0; i-- {
		if !removed(r.class[i]) {
			before = r.levels[i]
			break
		}
	}
	last := seq[len(seq)-1]
	if !isIsolate(r.class[last]) || r.match[last] >= 0 {
		for i := last + 1; i < len(r.class); i++ {
			if !removed(r.class[i]) {
				after = r.levels[i]
				break
			}
		}
	}
	return direction(max(before, level)), direction(max(after, level))
}

// weak resolves weak types (W1 to W7).
func (r *levelResolver) weak(seq []int, sos bidi.Class) {
	t := r.work
	prev := sos
	for _, i := range seq { // W1
		if t[i] == bidi.NSM {
			t[i] = prev
			if isIsolate(prev) || prev == bidi.PDI {
				t[i] = bidi.ON
			}
		}
		prev = t[i]
	}
	strong := sos
	for _, i := range seq { // W2, W3
		switch t[i] {
		case bidi.L, bidi.R:
			strong = t[i]
		case bidi.AL:
			strong = bidi.AL
			t[i] = bidi.R
		case bidi.EN:
			if strong == bidi.AL {
				t[i] = bidi.AN
			}
		}
	}
	for k := 1; k+1 < len(seq); k++ { // W4
		a, i, b := t[seq[k-1]], seq[k], t[seq[k+1]]
		if (t[i] == bidi.ES && a == bidi.EN && b == bidi.EN) ||
			(t[i] == bidi.CS && a == b && (a == bidi.EN || a == bidi.AN)) {
			t[i] = a
		}
	}
	for k := 0; k < len(seq); k++ { // W5, W6
		if t[seq[k]] != bidi.ET {
			continue
		}
		end := k
		for end < len(seq) && t[seq[end]] == bidi.ET {
			end++
		}
		to := bidi.ON
		if (k > 0 && t[seq[k-1]] == bidi.EN) || (end < len(seq) && t[seq[end]] == bidi.EN) {
			to = bidi.EN
		}
		for ; k < end; k++ {
			t[seq[k]] = to
		}
		k--
	}
	strong = sos
	for _, i := range seq { // W6, W7
		switch t[i] {
		case bidi.ES, bidi.CS:
			t[i] = bidi.ON
		case bidi.L, bidi.R:
			strong = t[i]
		case bidi.EN:
			if strong == bidi.L {
				t[i] = bidi.L
			}
		}
	}
}

// strongOf gives the direction in which N0 to N2 see a class, ON for none.
func strongOf(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

type bracketPair struct{ open, close int } // places in the sequence

// brackets resolves paired brackets (N0).
func (r *levelResolver) brackets(seq []int, sos, embedding bidi.Class) {
	for _, pair := range r.bracketPairs(seq) {
		same, other := false, false
		for k := pair.open + 1; k < pair.close; k++ {
			switch strongOf(r.work[seq[k]]) {
			case bidi.ON:
			case embedding:
				same = true
			default:
				other = true
			}
		}
		switch {
		case same:
			r.setPair(seq, pair, embedding)
		case other:
			context := sos
			for k := pair.open - 1; k >= 0; k-- {
				if c := strongOf(r.work[seq[k]]); c != bidi.ON {
					context = c
					break
				}
			}
			r.setPair(seq, pair, context)
		}
	}
}

func (r *levelResolver) setPair(seq []int, pair bracketPair, to bidi.Class) {
	for _, k := range []int{pair.open, pair.close} {
		r.work[seq[k]] = to
		// Marks on the bracket go with it, over anything that X9 takes out.
		for k++; k < len(seq) && r.class[seq[k]] == bidi.NSM; k++ {
			r.work[seq[k]] = to
		}
	}
}

// bracketPairs finds the pairs of a sequence in the order of their opening
// brackets (BD16).
func (r *levelResolver) bracketPairs(seq []int) []bracketPair {
	type opening struct {
		r rune
		k int
	}
	var open []opening
	var pairs []bracketPair
	for k, i := range seq {
		if r.work[i] != bidi.ON {
			continue
		}
		c, opens, closes := bracket(r.text[i])
		switch {
		case opens:
			if len(open) == maxBrackets {
				return nil
			}
			open = append(open, opening{c, k})
		case closes:
			for j := len(open) - 1; j >= 0; j-- {
				if open[j].r == c {
					pairs = append(pairs, bracketPair{open[j].k, k})
					open = open[:j]
					break
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b bracketPair) int { return a.open - b.open })
	return pairs
}

// neutral resolves what is neutral (N1, N2).
func (r *levelResolver) neutral(seq []int, sos, eos, embedding bidi.Class) {
	before := sos
	for k := 0; k < len(seq); k++ {
		if c := strongOf(r.work[seq[k]]); c != bidi.ON {
			before = c
			continue
		}
		end := k
		for end < len(seq) && strongOf(r.work[seq[end]]) == bidi.ON {
			end++
		}
		after := eos
		if end < len(seq) {
			after = strongOf(r.work[seq[end]])
		}
		to := embedding
		if before == after {
			to = before
		}
		for ; k < end; k++ {
			r.work[seq[k]] = to
		}
		k--
	}
}
