package gemini

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"edusmart/core/story"
)

// index finds in a document the passages that a model says it quotes. What a
// model calls a quote is a claim: only what stands in the document is kept.
type index struct {
	doc       *story.Document
	folded    []folded   // of each block
	sentences []sentence // of all blocks; made when the first quote is not found as it is
	split     bool
}

// folded is a text without the differences that a copy may have: in case, in
// spaces, in the kind of quotation marks and dashes. at[i] is the byte of the
// text that byte i of folded stands for; at[len(text)] is the text's length.
type folded struct {
	text string
	at   []int
}

// sentence is one sentence of a block.
type sentence struct {
	place story.Place
	words map[string]int
	count int
}

func newIndex(doc *story.Document) *index {
	x := &index{doc: doc, folded: make([]folded, len(doc.Blocks))}
	for i, b := range doc.Blocks {
		x.folded[i] = fold(b.Text)
	}
	return x
}

// fold folds text.
func fold(text string) folded {
	var out strings.Builder
	at := make([]int, 0, len(text)+1)
	space := true
	for i, r := range text {
		switch {
		case unicode.IsSpace(r):
			if space {
				continue
			}
			r = ' '
		case r == '\u00ad' || r == '\u200b' || r == '\ufeff':
			continue
		case strings.ContainsRune("‘’‚‛`´′ʼ", r):
			r = '\''
		case strings.ContainsRune("“”„‟«»″", r):
			r = '"'
		case unicode.Is(unicode.Pd, r) || r == '−':
			r = '-'
		}
		space = r == ' '
		n := out.Len()
		out.WriteRune(unicode.ToLower(r))
		for range out.Len() - n {
			at = append(at, i)
		}
	}
	return folded{out.String(), append(at, len(text))}
}

// Thresholds of the search.
const (
	// shortestQuote is the least of folded bytes that are looked for as they
	// are: less stands everywhere.
	shortestQuote = 8
	// nearEnough is how much of the words of quote and sentence must be the
	// same (the F-measure of precision and recall) for the sentence to count
	// as what was quoted.
	nearEnough = 0.72
)

// find gives where the quote stands, on the page the model names where it
// stands there too. ok is false where it stands nowhere.
func (x *index) find(quote string, page int) (place story.Place, ok bool) {
	wanted := fold(strings.Trim(quote, " \"“”«»„'‘’…."))
	needle := strings.TrimSpace(wanted.text)
	if len(needle) >= shortestQuote {
		if place, ok := x.exact(needle, page); ok {
			return place, true
		}
	}
	return x.near(needle, page)
}

// exact looks for the folded quote in the folded blocks.
func (x *index) exact(needle string, page int) (place story.Place, ok bool) {
	for i := range x.folded {
		f := &x.folded[i]
		at := strings.Index(f.text, needle)
		if at < 0 {
			continue
		}
		here := x.doc.Blocks[i].Page == page
		if ok && !here {
			continue
		}
		place, ok = story.Place{Block: i, From: f.at[at], To: x.endOf(i, at+len(needle))}, true
		if here {
			break
		}
	}
	return place, ok
}

// endOf gives the byte of block i after which the folded text before at ends,
// with the full stop that follows it.
func (x *index) endOf(i, at int) int {
	text, f := x.doc.Blocks[i].Text, &x.folded[i]
	last := f.at[at-1]
	_, size := utf8.DecodeRuneInString(text[last:])
	end := last + size
	if r, size := utf8.DecodeRuneInString(text[end:]); size > 0 && strings.ContainsRune(".!?。！？।؟", r) {
		end += size
	}
	return end
}

// near looks for the sentence that shares most words with the quote.
func (x *index) near(needle string, page int) (place story.Place, ok bool) {
	words, count := bag(needle)
	if count < 4 {
		return place, false
	}
	x.splitBlocks()
	best := nearEnough
	for i := range x.sentences {
		s := &x.sentences[i]
		common := 0
		for w, n := range words {
			common += min(n, s.words[w])
		}
		score := 2 * float64(common) / float64(count+s.count)
		if x.doc.Blocks[s.place.Block].Page == page {
			score += 0.01 // of equals, the one on the page that was named
		}
		if score >= best {
			best, place, ok = score+1e-9, s.place, true
		}
	}
	return place, ok
}

func (x *index) splitBlocks() {
	if x.split {
		return
	}
	x.split = true
	for i, b := range x.doc.Blocks {
		at, state := 0, -1
		for rest := b.Text; rest != ""; {
			var piece string
			piece, rest, state = uniseg.FirstSentenceInString(rest, state)
			trimmed := strings.TrimSpace(piece)
			from := at + strings.Index(piece, trimmed)
			at += len(piece)
			if words, n := bag(fold(trimmed).text); n > 0 {
				x.sentences = append(x.sentences, sentence{story.Place{Block: i, From: from, To: from + len(trimmed)}, words, n})
			}
		}
	}
}

// bag counts the words of a folded text. Letters of scripts without spaces
// count each.
func bag(text string) (words map[string]int, count int) {
	words = map[string]int{}
	add := func(w string) {
		if w != "" {
			words[w]++
			count++
		}
	}
	var word strings.Builder
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			add(word.String())
			word.Reset()
			add(string(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			word.WriteRune(r)
		default:
			add(word.String())
			word.Reset()
		}
	}
	add(word.String())
	return words, count
}

// ground gives a sentence its place in the document: where its quote really
// stands, as it stands there. Without one the quote is not kept, for it would
// claim what is not so.
func (x *index) ground(s *story.Sentence, quote string, page int) {
	s.SourcePage, s.Quote, s.Place = page, "", nil
	if place, ok := x.find(quote, page); ok {
		s.Place = &place
		s.Quote = x.doc.Blocks[place.Block].Text[place.From:place.To]
		s.SourcePage = x.doc.Blocks[place.Block].Page
	}
}

// uses reports whether the document has the term, or one that begins so.
func (x *index) uses(term string) bool {
	needle := strings.TrimSpace(fold(term).text)
	for i := range x.folded {
		if strings.Contains(x.folded[i].text, needle) {
			return true
		}
	}
	return false
}
