package editing

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"edusmart/core/speech"
	"edusmart/core/story"
)

// maxSentence bounds a sentence, in letters: what a voice speaks in one breath
// and a page can show.
const maxSentence = 1000

// text changes the sentences of a page, its sound and all that hangs on their
// numbers. The page is no longer passed.
func (w *work) text(page string, change func(list []spoken) ([]spoken, error)) (at int, err error) {
	at, err = w.page(page)
	if err != nil {
		return at, err
	}
	t := textOf(&w.story.Pages[at])
	before := w.lift(&t)
	after, err := change(slices.Clone(before))
	if err != nil {
		return at, err
	}
	if len(after) == 0 {
		return at, bad("A page keeps at least one sentence. Delete the page instead.")
	}
	w.remember(&t, before, after)
	if err := w.lower(&t, after); err != nil {
		return at, err
	}
	t.Stops = movedStops(t.Stops, after)
	t.Passed = false
	setText(&w.story.Pages[at], t)
	return at, nil
}

// movedStops gives the stop questions of a page after its sentences have
// changed: each stands after the sentence that it stood after, or after the one
// before that where it is gone.
func movedStops(stops []story.Stop, list []spoken) []story.Stop {
	var moved []story.Stop
	for _, stop := range stops {
		to := 0
		for k := stop.After; k >= 0; k-- {
			if i := lastOf(list, k); i >= 0 {
				to = i
				break
			}
		}
		stop.After = to
		moved = append(moved, stop)
	}
	slices.SortStableFunc(moved, func(a, b story.Stop) int { return a.After - b.After })
	return moved
}

// lastOf gives the last sentence that was made of the one that was number k;
// -1: none was.
func lastOf(list []spoken, k int) int {
	for i := len(list) - 1; i >= 0; i-- {
		if slices.Contains(list[i].origins, k) {
			return i
		}
	}
	return -1
}

func within(list []spoken, at int) error {
	if at < 0 || at >= len(list) {
		return gone(nil)
	}
	return nil
}

// sentenceText checks what was typed as a sentence.
func sentenceText(text string) (string, error) {
	text = oneLine(text)
	switch n := utf8.RuneCountInString(text); {
	case n == 0:
		return "", bad("A sentence needs words. Remove it instead.")
	case n > maxSentence:
		return "", bad("A sentence has at most " + strconv.Itoa(maxSentence) + " letters. Divide it.")
	}
	return text, nil
}

// number is a page's or a sentence's, as the teacher counts.
func number(at int) string { return strconv.Itoa(at + 1) }

// where says which sentence of which page.
func where(page, sentence int) string {
	return "sentence " + number(sentence) + " of page " + number(page)
}

// SetSentence gives a sentence another text. It is spoken again alone.
type SetSentence struct {
	Page string
	At   int // from 0
	Text string
}

func (c SetSentence) apply(w *work) (string, error) {
	text, err := sentenceText(c.Text)
	if err != nil {
		return "", err
	}
	same := false
	page, err := w.text(c.Page, func(list []spoken) ([]spoken, error) {
		if err := within(list, c.At); err != nil {
			return nil, err
		}
		if same = list[c.At].Text == text; !same {
			list[c.At].Text, list[c.At].piece, list[c.At].Kept = text, nil, false
		}
		return list, nil
	})
	if same {
		return "", errSame
	}
	return "change " + where(page, c.At), err
}

// SetAlso gives a sentence another text in the story's second language.
type SetAlso struct {
	Page string
	At   int // from 0
	Text string
}

func (c SetAlso) apply(w *work) (string, error) {
	page, p, err := w.sentence(c.Page, c.At)
	if err != nil {
		return "", err
	}
	if text := oneLine(c.Text); text != p.Sentences[c.At].Also {
		p.Sentences[c.At].Also, p.Second = text, nil
	}
	return "the translation of " + where(page, c.At), nil
}

// AddSentence puts a sentence before the one at At; at the number of sentences:
// at the end.
type AddSentence struct {
	Page string
	At   int
	Text string
}

func (c AddSentence) apply(w *work) (string, error) {
	text, err := sentenceText(c.Text)
	if err != nil {
		return "", err
	}
	page, err := w.text(c.Page, func(list []spoken) ([]spoken, error) {
		if c.At < 0 || c.At > len(list) {
			return nil, gone(nil)
		}
		return slices.Insert(list, c.At, spoken{Sentence: story.Sentence{Text: text}}), nil
	})
	return "add " + where(page, c.At), err
}

// RemoveSentence takes a sentence away.
type RemoveSentence struct {
	Page string
	At   int
}

func (c RemoveSentence) apply(w *work) (string, error) {
	page, err := w.text(c.Page, func(list []spoken) ([]spoken, error) {
		if err := within(list, c.At); err != nil {
			return nil, err
		}
		return slices.Delete(list, c.At, c.At+1), nil
	})
	return "remove " + where(page, c.At), err
}

// MoveSentence moves a sentence to another place of its page.
type MoveSentence struct {
	Page   string
	At, To int
}

func (c MoveSentence) apply(w *work) (string, error) {
	page, err := w.text(c.Page, func(list []spoken) ([]spoken, error) {
		if within(list, c.At) != nil || within(list, c.To) != nil {
			return nil, gone(nil)
		}
		s := list[c.At]
		return slices.Insert(slices.Delete(list, c.At, c.At+1), c.To, s), nil
	})
	return "move " + where(page, c.At), err
}

// JoinSentence makes one sentence of the one at At and the next. Its sound
// stays.
type JoinSentence struct {
	Page string
	At   int
}

func (c JoinSentence) apply(w *work) (string, error) {
	page, err := w.text(c.Page, func(list []spoken) ([]spoken, error) {
		if within(list, c.At) != nil || within(list, c.At+1) != nil {
			return nil, bad("There is no sentence after this one to join it with.")
		}
		list[c.At] = joined(list[c.At], list[c.At+1])
		if utf8.RuneCountInString(list[c.At].Text) > maxSentence {
			return nil, bad("Together they would be longer than " + strconv.Itoa(maxSentence) + " letters.")
		}
		return slices.Delete(list, c.At+1, c.At+2), nil
	})
	return "join sentences " + number(c.At) + " and " + number(c.At+1) + " of page " + number(page), err
}

// joined makes one of two sentences. It has sound where both have, in one
// recording; else it is spoken anew.
func joined(a, b spoken) spoken {
	s := a
	s.origins = slices.Concat(a.origins, b.origins)
	s.Text = a.Text + " " + b.Text
	s.Also = strings.TrimSpace(a.Also + " " + b.Also)
	s.Kept = a.Kept && b.Kept
	if s.Quote == "" {
		s.Quote, s.Place, s.SourcePage = b.Quote, b.Place, b.SourcePage
	}
	s.piece = nil
	if a.piece == nil || b.piece == nil || !b.piece.follows(a.piece) {
		return s
	}
	p := *a.piece
	p.pcm, p.last = slices.Concat(a.piece.pcm, b.piece.pcm), b.piece.last
	p.words = slices.Clone(p.words)
	for _, word := range b.piece.words {
		word = shifted(word, a.piece.length(), p.length())
		word.From += len(a.Text) + 1
		word.To += len(a.Text) + 1
		p.words = append(p.words, word)
	}
	if p.timing == story.BySentence {
		p.words = oneWord(s.Text, p.words)
	}
	s.piece = &p
	return s
}

// oneWord makes a word of a whole sentence, heard from the first to the last.
func oneWord(text string, words []story.Word) []story.Word {
	if len(words) == 0 {
		return nil
	}
	return []story.Word{{Text: text, Start: words[0].Start, End: words[len(words)-1].End, To: len(text)}}
}

// SplitSentence divides a sentence before byte Offset of its text. Its sound
// stays.
type SplitSentence struct {
	Page   string
	At     int
	Offset int
}

func (c SplitSentence) apply(w *work) (string, error) {
	page, err := w.text(c.Page, func(list []spoken) ([]spoken, error) {
		if err := within(list, c.At); err != nil {
			return nil, err
		}
		a, b, err := divided(list[c.At], c.Offset)
		if err != nil {
			return nil, err
		}
		list[c.At] = a
		return slices.Insert(list, c.At+1, b), nil
	})
	return "divide " + where(page, c.At), err
}

// divided makes two sentences of one.
func divided(s spoken, offset int) (a, b spoken, err error) {
	if offset <= 0 || offset >= len(s.Text) || !utf8.RuneStart(s.Text[offset]) {
		return a, b, bad("Put the cursor where the sentence is to be divided.")
	}
	a, b = s, s
	a.Text = strings.TrimSpace(s.Text[:offset])
	b.Text = strings.TrimSpace(s.Text[offset:])
	if !speakable(a.Text) || !speakable(b.Text) {
		return a, b, bad("Put the cursor between two words, where the sentence is to be divided.")
	}
	b.Also = ""
	skipped := len(s.Text) - len(strings.TrimLeft(s.Text[offset:], " ")) // where b begins in s
	a.piece, b.piece = dividedSound(s.piece, s.Text, skipped)
	return a, b, nil
}

// dividedSound cuts the sound of a sentence where the second half of its text
// begins, at byte from.
func dividedSound(p *piece, text string, from int) (a, b *piece) {
	if p == nil || len(p.words) == 0 {
		return nil, nil
	}
	words := p.words
	if p.timing == story.BySentence {
		words = speech.Place([]string{text}, p.pcm, p.rate)
	}
	k := slices.IndexFunc(words, func(word story.Word) bool { return word.From >= from })
	if k <= 0 || words[k-1].To > from {
		return nil, nil // the border lies in a word
	}
	heard := []heardSentence{
		{start: words[0].Start, end: words[k-1].End}, {start: words[k].Start, end: words[len(words)-1].End},
	}
	cut := cutsOf(&p.sound, heard, p.timing)[1]
	if cut <= 0 || cut >= len(p.pcm) {
		return nil, nil
	}
	left, right := *p, *p
	left.pcm, right.pcm = p.pcm[:cut], p.pcm[cut:]
	left.last, right.at = false, p.at+cut
	left.words, right.words = nil, nil
	for i, word := range words {
		if i < k {
			left.words = append(left.words, shifted(word, 0, left.length()))
			continue
		}
		word.From -= from
		word.To -= from
		right.words = append(right.words, shifted(word, -float64(cut)/float64(p.rate), right.length()))
	}
	if p.timing == story.BySentence {
		left.words, right.words = oneWord(strings.TrimSpace(text[:from]), left.words), oneWord(text[from:], right.words)
	}
	return &left, &right
}

// KeepSentence says that a sentence stays although the document does not say
// so, or takes that back.
type KeepSentence struct {
	Page string
	At   int
	On   bool
}

func (c KeepSentence) apply(w *work) (string, error) {
	page, p, err := w.sentence(c.Page, c.At)
	if err != nil {
		return "", err
	}
	p.Sentences[c.At].Kept = c.On
	return keptWords(c.On) + where(page, c.At), nil
}

func keptWords(on bool) string {
	if on {
		return "keep "
	}
	return "no longer keep "
}
