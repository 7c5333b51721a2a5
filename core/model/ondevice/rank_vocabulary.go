package ondevice

import (
	"math"
	"strings"
	"unicode/utf8"
)

// function marks a word that carries no matter of its own.
const function int32 = -1

// vocabulary counts the words of one document under their stems. A term is an
// index into it.
type vocabulary struct {
	tongue *tongue
	stem   func(string) string
	byWord map[string]int32 // lower-case word -> term or function
	byStem map[string]int32
	terms  []term
	stop   wordSet          // function words: the language's, or this document's where it has no list
	pairs  map[[2]int32]int // how often two terms stand side by side
}

// term is what the document shows of one stem.
type term struct {
	stem      string
	sentences int            // that hold it
	count     int            // occurrences
	surfaces  map[string]int // lower-case forms
	inside    int            // occurrences that do not open a sentence
	capitals  int            // of these, those with a capital
	noun      int            // occurrences in the place of a noun
}

func newVocabulary(t *tongue) *vocabulary {
	return &vocabulary{
		tongue: t,
		stem:   stemmer(t.tag),
		byWord: map[string]int32{},
		byStem: map[string]int32{},
		pairs:  map[[2]int32]int{},
		stop:   t.stop,
	}
}

// Shares of the sentences from which on a word of a language without a list
// counts as a function word: short words are (Zipf's law of abbreviation),
// long ones only when they are nearly everywhere.
const (
	shortStopShare   = 0.08
	longStopShare    = 0.35
	shortStopLetters = 4
	minForStatistics = 8 // sentences
)

// deriveStops finds the function words of a language without a list by how
// many of the sentences hold them.
func (v *vocabulary) deriveStops(sentences [][]piece) {
	if len(v.stop) > 0 || v.tongue.unspaced || len(sentences) < minForStatistics {
		return
	}
	count := map[string]int{}
	for _, words := range sentences {
		seen := map[string]bool{}
		for _, w := range words {
			if !seen[w.lower] {
				seen[w.lower] = true
				count[w.lower]++
			}
		}
	}
	v.stop = wordSet{}
	for w, n := range count {
		share := float64(n) / float64(len(sentences))
		short := utf8.RuneCountInString(w) <= shortStopLetters
		if n > 1 && (short && share >= shortStopShare || share >= longStopShare) {
			v.stop[w] = true
		}
	}
}

// termOf gives the term of a word, making it where it is new.
func (v *vocabulary) termOf(lower string) int32 {
	if id, ok := v.byWord[lower]; ok {
		return id
	}
	id := function
	if !v.isStop(lower) {
		stem := v.stem(lower)
		known, ok := v.byStem[stem]
		if !ok {
			known = int32(len(v.terms))
			v.byStem[stem] = known
			v.terms = append(v.terms, term{stem: stem, surfaces: map[string]int{}})
		}
		id = known
	}
	v.byWord[lower] = id
	return id
}

func (v *vocabulary) isStop(lower string) bool {
	if v.stop[lower] {
		return true
	}
	r, size := utf8.DecodeRuneInString(lower)
	return size == len(lower) && !ideographic(r) && (r < '0' || r > '9')
}

// known gives the term of a word without making it.
func (v *vocabulary) known(lower string) (int32, bool) {
	if id, ok := v.byWord[lower]; ok {
		return id, id != function
	}
	if v.isStop(lower) {
		return function, false
	}
	id, ok := v.byStem[v.stem(lower)]
	return id, ok
}

// count takes the words of one sentence into account.
func (v *vocabulary) count(text string, words []piece, ids []int32) {
	seen := map[int32]bool{}
	for i, w := range words {
		id := ids[i]
		if id == function {
			continue
		}
		t := &v.terms[id]
		t.count++
		t.surfaces[w.lower]++
		if !seen[id] {
			seen[id] = true
			t.sentences++
		}
		if i > 0 && !opensSpeech(text, w.from) {
			t.inside++
			if capitalised(text[w.from:w.to]) {
				t.capitals++
			}
		}
		if v.standsAsNoun(text, words, i) {
			t.noun++
		}
		if i > 0 && ids[i-1] != function && !closed(text, words[i-1], w) {
			v.pairs[[2]int32{ids[i-1], id}]++
		}
	}
}

// opensSpeech reports whether the word at from follows a colon or a quotation
// mark, where it has a capital whatever it is.
func opensSpeech(text string, from int) bool {
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if r != ' ' {
			return r == ':' || r == '“' || r == '"' || r == '«' || r == '‘'
		}
		from -= size
	}
	return true
}

// standsAsNoun reports whether the words around word i say that it is a noun:
// a determiner before it, and after it the end of the phrase.
func (v *vocabulary) standsAsNoun(text string, words []piece, i int) bool {
	t := v.tongue
	switch {
	case t.tag == "ar":
		// After another definite word it is an adjective: "المجموعة الشمسية".
		return arabicDefinite(words[i].lower) && (i == 0 || !arabicDefinite(words[i-1].lower) || closed(text, words[i-1], words[i]))
	case t.nounCaps:
		return i > 0 && capitalised(text[words[i].from:words[i].to])
	}
	if t.tag == "hi" {
		return i+1 < len(words) && t.after[words[i+1].lower] && !closed(text, words[i], words[i+1])
	}
	if t.adjAfter {
		return i > 0 && t.determiners[words[i-1].lower] && !(standAlone[words[i-1].lower] && romanceVerb(words[i].lower))
	}
	if verbLike(words[i].lower) {
		return false
	}
	if plural(words[i].lower) && t.tag == "en" && (i == 0 || barePlural[words[i-1].lower]) {
		return true
	}
	if i == 0 || closed(text, words[i-1], words[i]) {
		return false
	}
	if t.tag == "en" && i > 1 && relative[words[i-1].lower] && !v.isStop(words[i-2].lower) && !closed(text, words[i-2], words[i-1]) {
		return false // "powder that sticks"
	}
	if t.determiners[words[i-1].lower] {
		return i+1 == len(words) || t.after[words[i+1].lower] || closed(text, words[i], words[i+1])
	}
	// "the hot rock is": an adjective may stand between.
	return i > 1 && t.determiners[words[i-2].lower] && !(i > 2 && causing[words[i-3].lower]) && !verbLike(words[i-1].lower) &&
		(i+1 == len(words) || nounFollows[words[i+1].lower] || text[words[i].to:words[i+1].from] == ". ")
}

// nounFollows are the English words that follow a noun and hardly ever a
// verb.
var nounFollows = newWordSet("of is are was were that which who can has have had will may")

var (
	relative = newWordSet("that which who")
	// causing are the verbs after which an adjective may follow a noun: "keep
	// the fox cool".
	causing = newWordSet("keep keeps kept make makes made leave leaves left turn turns turned paint find hold holds get gets")
)

// standAlone are determiners of Spanish and its kin that stand without a noun
// as well: "Otros piensan".
var standAlone = newWordSet("otros otras algunos algunas muchos muchas todos todas unos varios outros outras alguns algumas muitos todos altri altre alcuni alcune molti d'autres certains certaines plusieurs tous")

func romanceVerb(lower string) bool {
	for _, e := range []string{"an", "en", "on", "ent", "am", "em", "ano", "ono"} {
		if strings.HasSuffix(lower, e) {
			return true
		}
	}
	return false
}

// barePlural are the English prepositions after which a plural needs no
// article.
var barePlural = newWordSet("of with by from on between against like about into")

// verbsToo are English verbs whose bare form names a thing as well, mostly as
// a verb in a text for children.
var verbsToo = newWordSet("close open ring play run walk grow drink move help howl sing dance fly swim jump fall rise talk call start stop change hide hunt fill pull push carry touch feed build")

// verbLike reports whether an English word is a verb or an adverb by its form.
func verbLike(lower string) bool {
	return finite[lower] || verbsToo[lower] || len(lower) > 4 && (strings.HasSuffix(lower, "ed") || strings.HasSuffix(lower, "ly"))
}

// closed reports whether punctuation stands between two words.
func closed(text string, a, b piece) bool {
	if a.to >= b.from {
		return false
	}
	between := text[a.to:b.from]
	return between != " " && between != "-" && between != " \u200f"
}

func arabicDefinite(word string) bool {
	for _, head := range []string{"ال", "وال", "بال", "كال", "فال", "لل"} {
		if len(word) > len(head)+4 && word[:len(head)] == head {
			return true
		}
	}
	return false
}

// idf is the inverse document frequency of a term over n sentences, smoothed
// so that it is above 0.
func (v *vocabulary) idf(id int32, n int) float64 {
	return math.Log(1 + float64(n)/float64(max(1, v.terms[id].sentences)))
}

// proper reports whether the term is a name: it has a capital wherever it
// stands inside a sentence.
func (t *term) proper() bool { return t.inside > 0 && t.capitals == t.inside }

// nounness is the share of a term's occurrences in the place of a noun.
func (t *term) nounness() float64 { return float64(t.noun) / float64(max(1, t.count)) }
