package evidence

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"edusmart/core/story"
)

// A Hint says where a text is said to come from.
type Hint struct {
	Place *story.Place // may be nil
	Quote string
}

// Sentence checks one sentence. It is fast enough for every key of who types.
func (x *Index) Sentence(text string, hints ...Hint) Finding {
	var hint *story.Place
	for _, h := range hints {
		if hint = h.Place; hint == nil {
			hint = x.Find(h.Quote)
		}
	}
	asked := text
	if hint != nil {
		asked = fmt.Sprintf("%d.%d.%d %s", hint.Block, hint.From, hint.To, text)
	}
	x.mu.Lock()
	f, known := x.memo[asked]
	x.mu.Unlock()
	if known {
		return f
	}
	if c := x.claim(text); c.sum == 0 {
		f = x.bare(c)
	} else {
		f = x.finding(c, hint)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.memo == nil || len(x.memo) >= maxMemo {
		x.memo = map[string]Finding{}
	}
	x.memo[asked] = f
	return f
}

// bare is for a text without a word that says anything: the document cannot
// speak against it.
func (x *Index) bare(c *claim) Finding {
	if len(c.tokens) == 0 {
		return Finding{Verdict: Supported}
	}
	if p := x.copyOf(c); p != nil {
		return Finding{Verdict: Supported, Passage: p}
	}
	return Finding{Verdict: Weak, Reason: "Weak: too few words to compare"}
}

// finding compares a claim with what comes nearest in the document.
func (x *Index) finding(c *claim, hint *story.Place) Finding {
	if p := x.copyOf(c); p != nil {
		return Finding{Verdict: Supported, Passage: p}
	}
	var nearest window
	share, found := 0.0, false
	for _, u := range x.candidates(c, hint) {
		for _, span := range x.around(u) {
			w := x.window(span[0], span[1], u)
			s := x.shared(c, &w)
			if s > share+0.02 || !found {
				nearest, share, found = w, s, true
			}
			if s < mostlyShared {
				continue
			}
			if d := x.doubtOf(c, &w); d.kind == noDoubt {
				return Finding{Verdict: Supported, Passage: x.passage(span[0], span[1], u)}
			}
		}
	}
	if !found || share < leastShared {
		f := Finding{Verdict: Absent, Reason: "Not in the document", doubt: notThere}
		if found && share > leastShared/2 {
			f.Passage = x.passage(nearest.best, nearest.best, nearest.best)
		}
		return f
	}
	d := x.doubtOf(c, &nearest)
	return Finding{Verdict: Weak, Reason: x.reason(c, &nearest, d), Passage: x.passage(nearest.first, nearest.last, nearest.best), doubt: d.kind}
}

// mostlyShared is the part of a claim's weight below which it need not be
// looked at closely.
const mostlyShared = 0.8

// copyOf finds a claim that stands in the document word by word, unless what
// stands around it takes it back.
func (x *Index) copyOf(c *claim) *Passage {
	words := spelled(c.tokens)
	if strings.TrimSpace(words) == "" {
		return nil
	}
	for from := 0; ; {
		at := strings.Index(x.joined[from:], words)
		if at < 0 {
			return nil
		}
		at += from
		u, _ := slices.BinarySearch(x.starts, at+1)
		u--
		end, _ := slices.BinarySearch(x.starts, at+len(words)-1)
		end--
		if x.whole(u, at, words, end) {
			return x.passage(u, end, u)
		}
		from = at + 1
	}
}

// whole reports whether the words at at, which begin in unit u, are not taken
// back by what is left out of its sentence: a denial or a condition.
func (x *Index) whole(u, at int, words string, end int) bool {
	before := strings.Fields(x.joined[x.starts[u]:at])
	stop := len(x.joined)
	if end+1 < len(x.starts) {
		stop = x.starts[end+1]
	}
	after := strings.Fields(x.joined[min(at+len(words), stop):stop])
	t := x.tongue
	for i, w := range before {
		if t.conditions[w] || t.negators[w] && i >= len(before)-4 {
			return false
		}
	}
	for i, w := range after {
		if t.conditions[w] || t.negators[w] && i < 2 && t.after {
			return false
		}
	}
	return true
}

// Find gives where a quotation stands in the document, from the beginning of
// its first sentence to the end of its last one in that block; nil where it
// does not.
func (x *Index) Find(quote string) *story.Place {
	words := spelled(x.tongue.read(quote))
	at := strings.Index(x.joined, words)
	if len(words) < 2 || at < 0 {
		return nil
	}
	first, _ := slices.BinarySearch(x.starts, at+1)
	last, _ := slices.BinarySearch(x.starts, at+len(words)-1)
	return &x.passage(first-1, last-1, first-1).Place
}

// reason says in one sentence why a claim is weak.
func (x *Index) reason(c *claim, w *window, d doubt) string {
	said := ""
	if d.token >= 0 {
		said = c.text[c.tokens[d.token].from:c.tokens[d.token].to]
	}
	there := x.words(w, d.at)
	switch {
	case d.kind == otherDenying && there != "":
		return fmt.Sprintf("Weak: one says “not” and the other does not; the document says “%s”", there)
	case d.kind == otherDenying:
		return "Weak: the document does not deny it"
	case (d.kind == otherNumber || d.kind == otherWord) && there != "" && !strings.EqualFold(there, said):
		return fmt.Sprintf("Weak: the document says “%s”, not “%s”", there, said)
	case d.kind == otherNumber && there != "":
		return fmt.Sprintf("Weak: in the document “%s” belongs to something else", said)
	case d.kind == otherNumber:
		return fmt.Sprintf("Weak: the document does not say “%s” there", said)
	case d.kind == missingWord && there != "":
		return fmt.Sprintf("Weak: the document says “%s”, not “%s”", there, said)
	case d.kind == missingWord:
		return fmt.Sprintf("Weak: the document does not say “%s”", said)
	}
	return "Weak: the words are there, but check who does what"
}

// words quotes a few words of the document around the one at n of w.
func (x *Index) words(w *window, n int) string {
	if n < 0 {
		return ""
	}
	const around = 2
	first, last := n, n
	for k := 0; k < around; k++ {
		if first > 0 && w.tokens[first-1].unit == w.tokens[n].unit && w.tokens[first-1].piece == w.tokens[n].piece {
			first--
		}
		if last+1 < len(w.tokens) && w.tokens[last+1].unit == w.tokens[n].unit && w.tokens[last+1].piece == w.tokens[n].piece {
			last++
		}
	}
	u := &x.units[w.tokens[n].unit]
	return x.doc.Blocks[u.block].Text[w.tokens[first].from:w.tokens[last].to]
}

// Check checks a whole story, as it is shown.
func Check(s *story.Story, doc *story.Document) *Report { return New(doc).Check(s) }

// Check checks a whole story, as it is shown.
func (x *Index) Check(s *story.Story) *Report {
	r := &Report{Pages: make([]Counts, len(s.Pages))}
	foreign := x.foreign(s.Language)
	add := func(it Item, counts *Counts) {
		if foreign {
			it.Finding = x.foreignFinding(it.Text, s.Language)
		}
		counts.count(&it)
		r.Items = append(r.Items, it)
	}
	for p := range s.Pages {
		for i := range s.Pages[p].Sentences {
			k := &s.Pages[p].Sentences[i]
			it := Item{Kind: Sentence, Page: p, Index: i, Text: k.Text, Kept: k.Kept, Finding: x.Sentence(k.Text, Hint{k.Place, k.Quote})}
			add(it, &r.Pages[p])
		}
	}
	for i := range s.Quiz {
		q := &s.Quiz[i]
		it := Item{Kind: Question, Page: -1, Index: i, Text: asStatement(q), Kept: q.Kept, Finding: x.Question(q)}
		add(it, &r.Quiz)
	}
	for i := range s.Glossary {
		g := &s.Glossary[i]
		it := Item{Kind: Term, Page: -1, Index: i, Text: g.Term + ": " + g.Definition, Kept: g.Kept, Finding: x.Term(g)}
		add(it, &r.Glossary)
	}
	r.order()
	return r
}

func (c *Counts) count(it *Item) {
	switch {
	case it.Kept:
		c.Kept++
	case it.Verdict == Supported:
		c.Supported++
	case it.Verdict == Weak:
		c.Weak++
	default:
		c.Absent++
	}
}

// order lists what needs a look: what is not in the document, then what
// contradicts it, then what is only worded otherwise; each in the order of the
// story.
func (r *Report) order() {
	for i := range r.Items {
		if r.Items[i].NeedsALook() {
			r.Look = append(r.Look, i)
		}
	}
	slices.SortStableFunc(r.Look, func(a, b int) int { return cmp.Compare(r.Items[b].doubt, r.Items[a].doubt) })
}

// foreign reports whether a story in language cannot be compared with the
// document, which is in another.
func (x *Index) foreign(language string) bool {
	base := func(tag string) string {
		tag, _, _ = strings.Cut(strings.ToLower(tag), "-")
		if tag == "und" {
			return ""
		}
		return tag
	}
	a, b := base(language), base(x.doc.Language)
	return a != "" && b != "" && a != b
}

// foreignFinding compares what can be compared over languages: the numbers.
func (x *Index) foreignFinding(text, language string) Finding {
	f := Finding{Verdict: Weak, Reason: "Weak: the document is in another language, so only numbers are compared", doubt: otherOrder}
	for _, k := range tongueOf(language).read(text) {
		if k.number && len(x.holds[k.keys[0]]) == 0 {
			f.Reason, f.doubt = fmt.Sprintf("Weak: the document does not say “%s”", text[k.from:k.to]), otherNumber
		}
	}
	return f
}

// gaps are the marks of a question's gap.
const gap = "____"

// asStatement joins a question and its right answer.
func asStatement(q *story.Question) string {
	answer := ""
	if q.Answer >= 0 && q.Answer < len(q.Options) {
		answer = q.Options[q.Answer]
	}
	if before, after, ok := strings.Cut(q.Question, gap); ok {
		return before + answer + strings.TrimLeft(after, "_")
	}
	return q.Question + " " + answer
}

// Question checks a question with its right answer, and its explanation where
// the two alone do not settle it.
func (x *Index) Question(q *story.Question) Finding {
	text := asStatement(q)
	c := x.claim(text)
	c.free = !strings.Contains(q.Question, gap)
	best := x.finding(c, x.Find(quoted(q.Explanation)))
	if best.Verdict == Supported || q.Answer < 0 || q.Answer >= len(q.Options) {
		return best
	}
	for _, tell := range []string{q.Options[q.Answer], quoted(q.Explanation), q.Explanation} {
		if f := x.answered(q, tell); f.Verdict == Supported {
			return f
		}
	}
	return best
}

// answered reports on a sentence that is said to answer q: it is supported
// where the document says it and it holds the answer.
func (x *Index) answered(q *story.Question, tell string) Finding {
	answer, said := x.claim(q.Options[q.Answer]), x.claim(tell)
	if len(said.tokens) < 3 || answer.sum == 0 {
		return Finding{}
	}
	for i := range answer.tokens {
		if answer.weighs[i] > 0 && !slices.ContainsFunc(said.tokens, func(k token) bool { return x.tongue.alike(&answer.tokens[i], &k) }) {
			return Finding{}
		}
	}
	return x.finding(said, nil)
}

// quoted gives what stands in quotation marks in text; "" where nothing does.
func quoted(text string) string {
	for _, marks := range []string{"“”", "«»", "„“", "「」", `""`} {
		open, size := utf8.DecodeRuneInString(marks)
		closing := marks[size:]
		if _, rest, ok := strings.Cut(text, string(open)); ok {
			if at := strings.LastIndex(rest, closing); at > 0 {
				return rest[:at]
			}
		}
	}
	return ""
}

// Term checks a glossary entry: the document must say the definition of the
// term.
func (x *Index) Term(g *story.Term) Finding {
	c := x.claim(g.Term + " " + g.Definition)
	c.free = true
	if f := x.finding(c, nil); f.Verdict == Supported {
		return f
	}
	f := x.Sentence(g.Definition)
	if f.Verdict == Supported && f.Passage != nil && x.speaksOf(f.Passage, g.Term) {
		return f
	}
	return x.finding(c, nil)
}

// speaksOf reports whether a passage names the words of a term, or follows a
// sentence that does with a pronoun.
func (x *Index) speaksOf(p *Passage, term string) bool {
	at := slices.IndexFunc(x.units, func(u unit) bool { return u.block == p.Block && u.from >= p.From })
	if at < 0 {
		return false
	}
	named := func(u int, k *token) bool {
		return u >= 0 && slices.ContainsFunc(x.units[u].tokens, func(t token) bool { return x.tongue.alike(k, &t) })
	}
	goesOn := slices.ContainsFunc(x.units[at].tokens, func(t token) bool {
		return x.tongue.pronouns[t.text] && !x.tongue.openers[t.text]
	})
	for _, k := range x.tongue.read(term) {
		if k.weighty() && !named(at, &k) && !(goesOn && named(at-1, &k)) {
			return false
		}
	}
	return true
}
