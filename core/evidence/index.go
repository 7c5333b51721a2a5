package evidence

import (
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/rivo/uniseg"

	"edusmart/core/story"
)

// An Index is a document made ready for questions. It may be used by several
// goroutines at once.
type Index struct {
	doc    *story.Document
	tongue *tongue
	units  []unit
	holds  map[string][]int32 // the units that hold a key, in order
	joined string             // every unit's words with a space before each, " \n" at the ends of blocks
	starts []int              // where each unit begins in joined

	mu   sync.Mutex
	memo map[string]Finding // of Sentence, by what was asked
}

// maxMemo bounds what is remembered of sentences that were checked: a story is
// checked again after every edit, and most of it has not changed.
const maxMemo = 4000

// A unit is a sentence of the document, or a heading or a row of a table.
type unit struct {
	block, from, to int // bytes of the block's text
	tokens          []token
}

// maxUnits bounds the sentences of a document that are looked at.
const maxUnits = 200_000

// New reads doc, once, for all that is asked about it.
func New(doc *story.Document) *Index {
	x := &Index{doc: doc, tongue: tongueOf(doc.Language), holds: map[string][]int32{}}
	var words strings.Builder
	for i := range doc.Blocks {
		if doc.Blocks[i].Kind == story.Exercise {
			continue // its wrong answers would support anything
		}
		for _, s := range sentences(&doc.Blocks[i]) {
			if len(x.units) == maxUnits {
				break
			}
			u := unit{block: i, from: s[0], to: s[1], tokens: x.tongue.read(doc.Blocks[i].Text[s[0]:s[1]])}
			for k := range u.tokens {
				u.tokens[k].from += s[0]
				u.tokens[k].to += s[0]
			}
			x.starts = append(x.starts, words.Len())
			words.WriteString(strings.TrimSuffix(spelled(u.tokens), " "))
			x.add(u)
		}
		words.WriteString(" \n")
	}
	x.joined = words.String()
	return x
}

// spelled gives the words of tokens, each with a space around it.
func spelled(tokens []token) string {
	var b strings.Builder
	for i := range tokens {
		b.WriteString(" " + tokens[i].spelling())
	}
	b.WriteString(" ")
	return b.String()
}

// spelling is what a token is compared by to the letter.
func (k *token) spelling() string {
	if k.number {
		return k.keys[0]
	}
	return k.text
}

func (x *Index) add(u unit) {
	n := int32(len(x.units))
	for i := range u.tokens {
		if u.tokens[i].stop {
			continue
		}
		for _, key := range u.tokens[i].keys {
			if list := x.holds[key]; len(list) == 0 || list[len(list)-1] != n {
				x.holds[key] = append(list, n)
			}
		}
	}
	x.units = append(x.units, u)
}

// sentences cuts a block: a table into its rows, text at the ends of its
// sentences (UAX #29), unless a short piece before is an abbreviation.
func sentences(b *story.Block) [][2]int {
	var all [][2]int
	if b.Kind == story.Table {
		at := 0
		for line := range strings.SplitSeq(b.Text, "\n") {
			all = appendSpan(all, b.Text, at, at+len(line))
			at += len(line) + 1
		}
		return all
	}
	rest, at, state := b.Text, 0, -1
	for rest != "" {
		var s string
		s, rest, state = uniseg.FirstSentenceInString(rest, state)
		if n := len(all); n > 0 && abbreviated(b.Text[all[n-1][0]:all[n-1][1]]) {
			all[n-1][1] = at + len(strings.TrimSpace(s))
		} else {
			all = appendSpan(all, b.Text, at, at+len(s))
		}
		at += len(s)
	}
	return all
}

func appendSpan(all [][2]int, text string, from, to int) [][2]int {
	for from < to && (text[from] == ' ' || text[from] == '\n') {
		from++
	}
	for to > from && (text[to-1] == ' ' || text[to-1] == '\n') {
		to--
	}
	if from == to {
		return all
	}
	return append(all, [2]int{from, to})
}

// abbreviated reports whether s ends with the stop of a title or an initial.
func abbreviated(s string) bool {
	body, ok := strings.CutSuffix(s, ".")
	if !ok {
		return false
	}
	last := body[strings.LastIndexAny(body, " (“\"")+1:]
	return len(last) == 1 || slices.Contains([]string{"Dr", "Mr", "Mrs", "Ms", "St", "Prof", "Sr", "Sra", "No", "Fig", "e.g", "i.e", "ca", "vs", "د"}, last)
}

// weight is how much a key says: the rarer in the document, the more. It is
// the inverse document frequency (Spärck Jones 1972).
func (x *Index) weight(k *token) float64 {
	most := 0
	for _, key := range k.keys[:1] {
		most = max(most, len(x.holds[key]))
	}
	w := math.Log(float64(len(x.units)+2) / float64(most+1))
	if k.light {
		return 0.2 * w
	}
	return max(w, 0.3)
}

// passage gives units first to last, which stand in one block or go over into
// the next; what is quoted is the part in the block of the unit at best.
func (x *Index) passage(first, last, best int) *Passage {
	for x.units[first].block != x.units[best].block {
		first++
	}
	for x.units[last].block != x.units[best].block {
		last--
	}
	u, v := &x.units[first], &x.units[last]
	b := &x.doc.Blocks[u.block]
	return &Passage{
		Place: story.Place{Block: u.block, From: u.from, To: v.to},
		Quote: b.Text[u.from:v.to], Page: b.Page,
	}
}
