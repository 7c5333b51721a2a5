package evidence

import "slices"

// A doubt is why a claim is not supported by a window: what kind, and where.
type doubt struct {
	kind  doubtKind
	token int // of the claim; -1: none
	at    int // of the window; -1: none
}

// doubtKind orders doubts, the worst last.
type doubtKind int

const (
	noDoubt      doubtKind = iota
	otherOrder             // its words are there, but say it of one another otherwise
	missingWord            // a word is not there
	otherWord              // the opposite is there
	otherNumber            // another number is there
	otherDenying           // one denies, the other does not
	notThere               // the document does not speak of it
)

// doubtOf looks for the first reason why w does not say c.
func (x *Index) doubtOf(c *claim, w *window) doubt {
	at := x.align(c, w)
	for _, test := range []func(*claim, *window, []int) doubt{
		x.denyingDoubt, x.conditionDoubt, x.numberDoubt, x.wordDoubt, x.borrowDoubt, x.roleDoubt, x.orderDoubt,
	} {
		if d := test(c, w, at); d.kind != noDoubt {
			return d
		}
	}
	return doubt{}
}

// wordDoubt finds words of weight that are not there.
func (x *Index) wordDoubt(c *claim, w *window, at []int) doubt {
	main := x.mainUnit(w, at)
	for i := range c.tokens {
		if at[i] >= 0 {
			continue
		}
		if !c.tokens[i].weighty() {
			for n := range w.tokens {
				if w.tokens[n].unit == main && w.tokens[n].weighty() && !slices.Contains(at, n) && x.tongue.opposed(&c.tokens[i], w.tokens[n].token) {
					return doubt{otherWord, i, n}
				}
			}
			continue
		}
		for k := range w.tokens {
			if x.tongue.opposed(&c.tokens[i], w.tokens[k].token) {
				return doubt{otherWord, i, k}
			}
		}
		return doubt{missingWord, i, x.between(at, i)}
	}
	return doubt{}
}

// between gives where the token at i would be expected: after the one before.
func (x *Index) between(at []int, i int) int {
	for k := i - 1; k >= 0; k-- {
		if at[k] >= 0 {
			return at[k]
		}
	}
	for k := i + 1; k < len(at); k++ {
		if at[k] >= 0 {
			return at[k]
		}
	}
	return -1
}

// numberDoubt checks that every number is there, counts the same thing, and
// that "one" does not stand where the document counts more.
func (x *Index) numberDoubt(c *claim, w *window, at []int) doubt {
	for i := range c.tokens {
		k := &c.tokens[i]
		if !k.number {
			if d := x.oneDoubt(c, w, at, i); d.kind != noDoubt {
				return d
			}
			continue
		}
		if at[i] < 0 {
			for n := range w.tokens {
				if w.tokens[n].number && counts(c, at, i, n) {
					return doubt{otherNumber, i, n}
				}
			}
			return doubt{otherNumber, i, -1}
		}
		if n := numberBefore(w, at[i]); n >= 0 && !slices.Contains(at, n) {
			return doubt{otherNumber, i, n}
		}
		if next := nextWeight(c.tokens, i); next >= 0 && !c.free && c.tokens[next].piece == k.piece && at[next] >= 0 {
			if d := at[next] - at[i]; d < -4 || d > 4 {
				return doubt{otherNumber, i, at[i]}
			}
		}
	}
	return doubt{}
}

// numberBefore gives the number of which the one at n is the whole, "two" of
// "two of the three"; -1 where there is none.
func numberBefore(w *window, n int) int {
	const near = 3
	for k := n - 1; k >= max(0, n-near) && w.tokens[k].piece == w.tokens[n].piece; k-- {
		switch {
		case w.tokens[k].number:
			return k
		case !w.tokens[k].stop:
			return -1
		}
	}
	return -1
}

// counts reports whether the number at n of w counts what that at i of c does.
func counts(c *claim, at []int, i, n int) bool {
	next := nextWeight(c.tokens, i)
	return next >= 0 && at[next] >= 0 && at[next] > n && at[next]-n <= 3
}

// nextWeight gives the next token after i that says something; -1: none.
func nextWeight(tokens []token, i int) int {
	for k := i + 1; k < len(tokens); k++ {
		if tokens[k].number || !tokens[k].stop {
			return k
		}
	}
	return -1
}

// oneDoubt finds "one chamber" where the document says "four chambers". What
// may be an article is compared with the word it rests on, a "one" with every
// such word.
func (x *Index) oneDoubt(c *claim, w *window, at []int, i int) doubt {
	k := &c.tokens[i]
	counted := x.tongue.counted[k.text]
	if !k.one && !counted {
		return doubt{}
	}
	named := nextWeight(c.tokens, i)
	if named != i+1 && counted && i > 0 {
		named = i - 1
	}
	if named < 0 || at[named] < 0 || named > i+1 {
		return doubt{}
	}
	if counted && !slices.ContainsFunc(w.tokens, func(t placed) bool {
		return x.tongue.counted[t.text] && t.piece == w.tokens[at[named]].piece
	}) {
		return doubt{otherNumber, i, at[named]}
	}
	for n := range w.tokens {
		if n != at[named] && (!counted || !x.tongue.alike(&c.tokens[named], w.tokens[n].token)) {
			continue
		}
		for m := n - 1; m >= max(0, n-2) && w.tokens[m].piece == w.tokens[n].piece; m-- {
			if w.tokens[m].number {
				return doubt{otherNumber, i, m}
			}
			if !w.tokens[m].stop {
				break
			}
		}
	}
	return doubt{}
}

// denyingDoubt checks that what the claim denies is denied in the document,
// and the other way around.
func (x *Index) denyingDoubt(c *claim, w *window, at []int) doubt {
	used := map[int]bool{}
	for _, n := range at {
		if n >= 0 {
			used[n] = true
		}
	}
	denied := func(n int) bool { // at n of w
		for k := range w.tokens {
			if w.tokens[k].negates && w.tokens[k].unit == w.tokens[n].unit && x.reaches(w.tokens[k].token, w.tokens[n].token, k, n, func(m int) *token { return w.tokens[m].token }) {
				return true
			}
		}
		return false
	}
	saysNo := func(i int) bool { // at i of c
		for k := range c.tokens {
			if c.tokens[k].negates && x.reaches(&c.tokens[k], &c.tokens[i], k, i, func(m int) *token { return &c.tokens[m] }) {
				return true
			}
		}
		return false
	}
	for i, n := range at {
		if n < 0 || c.tokens[i].light {
			continue
		}
		if a, b := saysNo(i), denied(n); a != b {
			return doubt{otherDenying, i, n}
		}
	}
	return x.bareDenial(c, at)
}

// conditionDoubt finds what the document says only "if", or denies as a whole
// ("it is not true that"), and the claim says without.
func (x *Index) conditionDoubt(c *claim, w *window, at []int) doubt {
	t := x.tongue
	for i := range c.tokens {
		if k := &c.tokens[i]; t.conditions[k.text] || t.breaks[k.text] || k.negates {
			return doubt{}
		}
	}
	main, denied := x.mainUnit(w, at), -1
	for n := range w.tokens {
		k := w.tokens[n]
		switch {
		case k.unit != main:
		case t.conditions[k.text]:
			return doubt{otherOrder, -1, n}
		case slices.Contains(at, n):
			denied = -1
		case k.negates:
			denied = n
		case t.that[k.text] && denied >= 0:
			return doubt{otherDenying, -1, denied}
		}
	}
	return doubt{}
}

// bareDenial finds a "not" of the claim whose word is not in the document.
func (x *Index) bareDenial(c *claim, at []int) doubt {
	for k := range c.tokens {
		if !c.tokens[k].negates {
			continue
		}
		found := false
		for i := range c.tokens {
			found = found || at[i] >= 0 && x.reaches(&c.tokens[k], &c.tokens[i], k, i, func(m int) *token { return &c.tokens[m] })
		}
		if !found {
			return doubt{otherDenying, k, -1}
		}
	}
	return doubt{}
}

// reaches reports whether the denial at k denies the word at n: the first
// word of weight after it in its clause, or before it where the language puts
// it there.
func (x *Index) reaches(no, word *token, k, n int, token func(int) *token) bool {
	if no.clause != word.clause {
		return false
	}
	if x.tongue.after {
		n, k = -n, -k
	}
	if n < k {
		return false
	}
	for m := k + 1; m < n; m++ {
		at := m
		if x.tongue.after {
			at = -m
		}
		if token(at).weighty() {
			return false
		}
	}
	return true
}

// roleDoubt finds words that stand with the opposite preposition, and a doer
// that has become what is done to: "fed by the larvae".
func (x *Index) roleDoubt(c *claim, w *window, at []int) doubt {
	if c.free {
		return doubt{}
	}
	for i, n := range at {
		if n < 0 || c.tokens[i].light {
			continue
		}
		a, b := c.tokens[i].marker, w.tokens[n].marker
		if a != b && x.tongue.against[a+"/"+b] {
			return doubt{otherOrder, i, n}
		}
		if x.tongue.agents[a] != x.tongue.agents[b] && forward(at, i) {
			return doubt{otherOrder, i, n}
		}
		for k := range i {
			if at[k] > n && a != "" && a == b && c.tokens[k].marker == a && w.tokens[at[k]].marker == a && !c.tokens[k].light && w.tokens[at[k]].unit == w.tokens[n].unit && parted(c, at, k, i) {
				return doubt{otherOrder, i, n} // "by day" and "by night" have changed places
			}
		}
	}
	return doubt{}
}

// parted reports whether a word that was found stands between i and k.
func parted(c *claim, at []int, k, i int) bool {
	for m := k + 1; m < i; m++ {
		if at[m] >= 0 && c.tokens[m].weighty() && c.tokens[m].marker != c.tokens[i].marker {
			return true
		}
	}
	return false
}
