package evidence

import (
	"slices"
	"strings"
)

// borrowDoubt finds words that come from another sentence of the document than
// most: their opposite stands in this one, or they stand for another word of
// it. The subject may come from a sentence before.
func (x *Index) borrowDoubt(c *claim, w *window, at []int) doubt {
	if c.free {
		return doubt{}
	}
	main := x.mainUnit(w, at)
	if d := x.shortDoubt(c, w, at, main); d.kind != noDoubt {
		return d
	}
	spare := false // a word of weight of the main sentence that is not used
	for n := range w.tokens {
		if w.tokens[n].unit == main && w.tokens[n].weighty() && !slices.Contains(at, n) {
			spare = true
		}
	}
	for i, n := range at {
		switch {
		case n < 0 || c.tokens[i].light:
			continue
		case spare && slices.Index(at, n) < i:
			return doubt{otherOrder, i, n} // said once, claimed twice
		case w.tokens[n].unit == main, x.leads(c, i) && x.stoodFor(w, n, main):
			continue
		case spare && !x.ownClause(c, w, at, i):
			return doubt{otherOrder, i, n}
		}
		for k := range w.tokens {
			if w.tokens[k].unit == main && x.tongue.opposed(&c.tokens[i], w.tokens[k].token) {
				return doubt{otherWord, i, k}
			}
		}
	}
	return doubt{}
}

// stoodFor reports whether the word at n is the subject of a sentence before
// main and main speaks of it with a pronoun: no other subject lies between.
func (x *Index) stoodFor(w *window, n, main int) bool {
	if w.tokens[n].unit >= main || !first(w, n) {
		return false
	}
	pronoun := false
	for k := n + 1; k < len(w.tokens) && w.tokens[k].unit <= main; k++ {
		t := w.tokens[k]
		if t.unit == main {
			pronoun = pronoun || x.tongue.pronouns[t.text] && !x.tongue.openers[t.text]
		} else if t.unit > w.tokens[n].unit && t.weighty() && first(w, k) && !x.pronounBefore(w, k) {
			return false
		}
	}
	return pronoun
}

// pronounBefore reports whether a pronoun stands before k in its clause, so
// that k is not its subject.
func (x *Index) pronounBefore(w *window, k int) bool {
	for n := k - 1; n >= 0 && w.tokens[n].clause == w.tokens[k].clause; n-- {
		if t := w.tokens[n].text; x.tongue.pronouns[t] && !x.tongue.openers[t] {
			return true
		}
	}
	return false
}

// shortDoubt holds a claim of one or two words of weight to one sentence, with
// all its words: there is little else to tell by.
func (x *Index) shortDoubt(c *claim, w *window, at []int, main int) doubt {
	const few = 2
	if weightsBetween(c, -1, len(c.tokens)) > few {
		return doubt{}
	}
	for i, n := range at {
		k := &c.tokens[i]
		switch {
		case k.stop && !k.number:
		case n < 0:
			return doubt{missingWord, i, x.between(at, i)}
		case w.tokens[n].unit != main && !(x.leads(c, i) && x.stoodFor(w, n, main)):
			return doubt{otherOrder, i, n}
		}
	}
	return doubt{}
}

// leads reports whether i is in the subject of its clause: the first words of
// weight, with no pronoun before them and nothing between.
func (x *Index) leads(c *claim, i int) bool {
	for i > 0 && c.tokens[i-1].weighty() && c.tokens[i-1].clause == c.tokens[i].clause {
		i--
	}
	for k := i - 1; k >= 0 && c.tokens[k].clause == c.tokens[i].clause; k-- {
		if c.tokens[k].weighty() || x.tongue.pronouns[c.tokens[k].text] && !x.tongue.openers[c.tokens[k].text] {
			return false
		}
	}
	return true
}

// ownClause reports whether the clause of the claim's token i rests as a whole
// on the sentence that i rests on, with a word beside it: the claim then joins
// two sentences.
func (x *Index) ownClause(c *claim, w *window, at []int, i int) bool {
	n := 0
	for k := range c.tokens {
		if c.tokens[k].clause != c.tokens[i].clause || at[k] < 0 || c.tokens[k].light {
			continue
		}
		if w.tokens[at[k]].unit != w.tokens[at[i]].unit {
			return false
		}
		n++
	}
	return n > 1
}

// mainUnit gives the sentence of the window that most of a claim rests on.
func (x *Index) mainUnit(w *window, at []int) int {
	count := map[int]int{}
	best := w.last
	for _, n := range at {
		if n >= 0 {
			count[w.tokens[n].unit]++
		}
	}
	for u := w.last; u >= w.first; u-- {
		if count[u] > count[best] {
			best = u
		}
	}
	return best
}

// forward reports whether everything before i stands before it in the window
// too.
func forward(at []int, i int) bool {
	for k := range i {
		if at[k] >= 0 && at[k] > at[i] {
			return false
		}
	}
	return true
}

// orderDoubt follows the claim through the window and stops where it leaves
// out what it should not (another subject, another clause's number) or says
// two things the other way around.
func (x *Index) orderDoubt(c *claim, w *window, at []int) doubt {
	if c.free {
		return x.freeDoubt(c, w, at)
	}
	var path []int // tokens of the claim that were found
	for i, n := range at {
		if n >= 0 && !c.tokens[i].light {
			path = append(path, i)
		}
	}
	for p := range path {
		j := path[p]
		for _, i := range path[:p] {
			if at[i] > at[j] && (c.tokens[i].clause == c.tokens[j].clause || w.tokens[at[i]].clause == w.tokens[at[j]].clause) &&
				!x.mayTurn(c, w, at, i, j) {
				return doubt{otherOrder, j, at[j]}
			}
		}
		if p > 0 && !x.mayStep(c, w, at, path[p-1], j) {
			return doubt{otherOrder, j, at[j]}
		}
	}
	return doubt{}
}

// mayStep reports whether the claim may go on with j after i.
func (x *Index) mayStep(c *claim, w *window, at []int, i, j int) bool {
	a, b := at[i], at[j]
	same := c.tokens[i].clause == c.tokens[j].clause
	used := map[int]bool{}
	for k, n := range at {
		if n >= 0 && (!same || c.tokens[k].clause == c.tokens[j].clause) {
			used[n] = true
		}
	}
	switch {
	case a == b:
		return true
	case w.tokens[a].clause != w.tokens[b].clause:
		if !x.mayEnter(w, used, a, b) || same && (w.tokens[a].unit > w.tokens[b].unit || w.tokens[a].unit == w.tokens[b].unit && x.leaves(w, used, a) && !(first(w, a) && x.pronounBefore(w, b))) {
			return false
		}
	case w.tokens[a].piece != w.tokens[b].piece && x.skips(w, used, w.tokens[b].piece, b) && x.leaves(w, used, a):
		return false
	}
	number := c.tokens[i].number || c.tokens[j].number
	return !number || w.tokens[a].piece == w.tokens[b].piece || !x.skips(w, used, w.tokens[b].piece, b)
}

// skips reports whether words of weight of the same piece stand unused before
// b.
func (x *Index) skips(w *window, used map[int]bool, piece, b int) bool {
	for n := b - 1; n >= 0 && w.tokens[n].piece == piece; n-- {
		if w.tokens[n].weighty() && !used[n] && !w.tokens[n].number {
			return true
		}
	}
	return false
}

// leaves reports whether words of weight of a's piece stand unused after a.
func (x *Index) leaves(w *window, used map[int]bool, a int) bool {
	for n := a + 1; n < len(w.tokens) && w.tokens[n].piece == w.tokens[a].piece; n++ {
		if w.tokens[n].weighty() && !used[n] {
			return true
		}
	}
	return false
}

// mayEnter reports whether a claim may go on at b, in another clause than a:
// the clause has no subject of its own that the claim leaves out, and what is
// before it is what it speaks of.
func (x *Index) mayEnter(w *window, used map[int]bool, a, b int) bool {
	for n := b - 1; n >= 0 && w.tokens[n].clause == w.tokens[b].clause; n-- {
		if w.tokens[n].weighty() && !used[n] && !x.pronounBefore(w, n) {
			return false
		}
	}
	if b < a {
		return true
	}
	// Between the two, no other subject may have come: "The queen is the
	// mother of the town. She lays eggs" says who lays, "The town" does not.
	for n := a - 1; n >= 0 && w.tokens[n].clause == w.tokens[a].clause; n-- {
		if w.tokens[n].weighty() && !used[n] && w.tokens[n].marker == "" && w.tokens[a].unit != w.tokens[b].unit {
			return false
		}
	}
	for n := a + 1; n < b; n++ {
		t := w.tokens[n]
		if t.clause != w.tokens[a].clause && t.clause != w.tokens[b].clause && t.weighty() && !used[n] && first(w, n) && !x.pronounBefore(w, n) {
			return false
		}
	}
	return true
}

// first reports whether n is in the first words of weight of its clause, with
// nothing between.
func first(w *window, n int) bool {
	for n > 0 && w.tokens[n-1].weighty() && w.tokens[n-1].clause == w.tokens[n].clause {
		n--
	}
	for k := n - 1; k >= 0 && w.tokens[k].clause == w.tokens[n].clause; k-- {
		if w.tokens[k].weighty() {
			return false
		}
	}
	return true
}

// mayTurn reports whether two words may change places: one of them is an
// adverbial, with the same preposition in both texts, or the doer of a clause
// that was turned to the passive; they are of one list; or they are a verb and
// its subject where either may come first.
func (x *Index) mayTurn(c *claim, w *window, at []int, i, j int) bool {
	for _, k := range [2]int{i, j} {
		m, n := c.tokens[k].marker, w.tokens[at[k]].marker
		other := i + j - k
		alone := c.tokens[other].marker != m || w.tokens[at[other]].marker != m
		if m != "" && m == n && alone || x.tongue.agents[m] && n == "" || x.tongue.agents[n] && m == "" {
			return true
		}
	}
	first, last := at[j], at[i] // in the document
	claimed := func(k int) *token { return &c.tokens[k] }
	there := func(k int) *token { return w.tokens[k].token }
	if x.listed(claimed, i, j) && x.listed(there, first, last) {
		return true
	}
	if weightsBetween(c, i, j) > 0 || weightsIn(w, first, last) > 0 {
		return false
	}
	if x.passive(c, w, at) || x.tongue.loose && j == i+1 && last == first+1 {
		return true
	}
	if x.tongue.article != "" {
		return strings.HasPrefix(c.tokens[i].text, x.tongue.article) != strings.HasPrefix(c.tokens[j].text, x.tongue.article)
	}
	named := func(token func(int) *token, k int) bool { return k > 0 && x.tongue.openers[token(k-1).text] }
	return x.tongue.verbFirst && named(claimed, i) != named(claimed, j) &&
		named(claimed, i) == named(there, last) && named(claimed, j) == named(there, first)
}

// passive reports whether one text says in the passive what the other does
// not.
func (x *Index) passive(c *claim, w *window, at []int) bool {
	for i, n := range at {
		if n >= 0 && x.tongue.agents[c.tokens[i].marker] != x.tongue.agents[w.tokens[n].marker] {
			return true
		}
	}
	return false
}

// listed reports whether tokens a and b are items of one list: between them
// are only other items, each in a piece of its own, and the words that part
// them.
func (x *Index) listed(token func(int) *token, a, b int) bool {
	if token(a).piece == token(b).piece || token(a).number || token(b).number {
		return false
	}
	for k := a + 1; k <= b; k++ {
		t := token(k)
		if t.weighty() {
			if t.piece == token(k-1).piece && token(k-1).weighty() {
				return false
			}
			continue
		}
		if !x.tongue.lists[t.text] && !x.tongue.openers[t.text] {
			return false
		}
	}
	return true
}

func weightsBetween(c *claim, i, j int) (n int) {
	for k := i + 1; k < j; k++ {
		if c.tokens[k].weighty() {
			n++
		}
	}
	return n
}

func weightsIn(w *window, a, b int) (n int) {
	for k := a + 1; k < b; k++ {
		if w.tokens[k].weighty() {
			n++
		}
	}
	return n
}

// freeDoubt checks a claim whose words may stand in any order: they must stand
// in one sentence, or the subject in one before that goes on about it.
func (x *Index) freeDoubt(c *claim, w *window, at []int) doubt {
	main := x.mainUnit(w, at)
	for i, n := range at {
		if n >= 0 && !c.tokens[i].light && w.tokens[n].unit != main && !x.stoodFor(w, n, main) {
			return doubt{otherOrder, i, n}
		}
	}
	return doubt{}
}
