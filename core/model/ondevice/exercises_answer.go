package ondevice

import (
	"slices"
	"strings"

	"edusmart/core/lazyregexp"
	"edusmart/core/story"
)

// How clearly the text has to speak before it answers for a missing key.
const (
	clearCoverage = 0.5  // of the question's words in the sentence with the option
	clearMargin   = 0.25 // to the next option
	blankCoverage = 0.6  // of the words around a gap in the sentence that fills it
	openCoverage  = 0.75 // of an open question's words in the sentence that answers
	openMargin    = 0.8  // of that, for the next sentence at most
	sameStatement = 0.85 // of two sentences that say the same
)

// choices is how many options a question gets that had none.
const choices = 4

// asked is a question ready for the quiz, with the passage that answers it,
// -1 where none does.
type asked struct {
	story.Question
	passage int
	fixed   bool // the options keep their printed order
}

// fromExercises turns the document's exercises into multiple choice. Those
// whose right answer is neither in a key nor clear from the text are left
// out.
func (c *corpus) fromExercises() []asked {
	var out []asked
	seen := map[string]bool{}
	for _, e := range c.exercises() {
		a, ok := c.ask(e)
		if !ok || !valid(a.Question) || seen[strings.ToLower(a.Question.Question)] {
			continue
		}
		seen[strings.ToLower(a.Question.Question)] = true
		a.SourcePage, a.Origin = e.page, "exercise"
		out = append(out, a)
	}
	return out
}

// valid reports whether a question has an answer among two options or more,
// all different.
func valid(q story.Question) bool {
	if q.Question == "" || len(q.Options) < 2 || q.Answer < 0 || q.Answer >= len(q.Options) {
		return false
	}
	seen := map[string]bool{}
	for _, o := range q.Options {
		key := strings.ToLower(strings.Trim(o, " ."))
		if key == "" || seen[key] {
			return false
		}
		seen[key] = true
	}
	return true
}

func (c *corpus) ask(e exercise) (asked, bool) {
	switch {
	case len(e.options) > 1:
		return c.askChoice(e)
	case c.truth(e.answer) != unknown || c.statement(e.stem) != e.stem:
		return c.askTruth(e)
	case hasBlank(e.stem):
		return c.askBlank(e)
	case e.answer != "":
		return c.askAnswered(e)
	}
	return c.askOpen(e)
}

// askChoice keeps a printed multiple-choice question as it is.
func (c *corpus) askChoice(e exercise) (asked, bool) {
	a := asked{Question: story.Question{Question: e.stem, Answer: e.right}, passage: -1, fixed: true}
	for _, o := range e.options {
		a.Options = append(a.Options, o.text)
	}
	if e.right >= 0 {
		a.passage = c.tells(e.stem, e.options[e.right].text)
		return a, true
	}
	a.Answer, a.passage = c.answerFromText(e)
	return a, a.Answer >= 0
}

// answerFromText finds the option that a sentence of the document gives as
// the answer; -1 where the text does not clearly say.
func (c *corpus) answerFromText(e exercise) (right, passage int) {
	for _, w := range pieces(e.stem) {
		if c.tongue.negations[w.lower] {
			return -1, -1
		}
	}
	best, second := -1.0, -1.0
	right, passage = -1, -1
	for i, o := range e.options {
		score, p := c.support(e.stem, o.text)
		if score > best {
			best, second, right, passage = score, best, i, p
		} else if score > second {
			second = score
		}
	}
	if best < clearCoverage || best-max(0, second) < clearMargin {
		return -1, -1
	}
	return right, passage
}

// support is how much of the stem's matter stands in a sentence that holds
// the whole option, 0 to 1, and that sentence.
func (c *corpus) support(stem, option string) (float64, int) {
	needed := c.termsOf(option)
	if len(needed) == 0 || len(needed) < contentWords(c, option) {
		return 0, -1
	}
	matter := c.termsOf(stem)
	known := float64(len(matter)) / float64(max(contentWords(c, stem), len(matter), 1))
	for t := range needed {
		delete(matter, t)
	}
	best, at := 0.0, -1
	for _, i := range c.holding(needed) {
		// A rare word alone does not make a sentence speak of the question.
		if s := known * (c.covers(i, matter) + c.share(i, matter)) / 2; s > best {
			best, at = s, i
		}
	}
	return best, at
}

func contentWords(c *corpus, text string) int {
	seen := map[string]bool{}
	for _, w := range pieces(text) {
		if !c.vocab.isStop(w.lower) {
			seen[c.vocab.stem(w.lower)] = true
		}
	}
	return len(seen)
}

// tells finds the sentence that holds the answer and most of the question; -1
// where there is none.
func (c *corpus) tells(stem, answer string) int {
	if score, at := c.support(stem, answer); score >= 0.3 {
		return at
	}
	if at := c.tellsInWords(stem, answer); at >= 0 {
		return at
	}
	if score, at, _ := c.bestFor(c.termsOf(stem + " " + answer)); score >= clearCoverage {
		return at
	}
	return -1
}

// tellsInWords finds the sentence about the question that has the answer's
// very words, for answers such as "six" that carry no term; -1 for none.
func (c *corpus) tellsInWords(stem, answer string) int {
	words, matter := pieces(answer), c.termsOf(stem)
	if len(words) == 0 {
		return -1
	}
	best, at := 0.3, -1
	for i := range c.passages {
		p := &c.passages[i]
		for j := 0; j+len(words) <= len(p.words); j++ {
			if !slices.EqualFunc(words, p.words[j:j+len(words)], func(a, b piece) bool { return a.lower == b.lower }) {
				continue
			}
			if s := c.covers(i, matter); s > best {
				best, at = s, i
			}
			break
		}
	}
	return at
}

// sum matches what is to be reckoned: no sentence of a text answers that.
var sum = lazyregexp.New(`\p{Nd}\s*[/+×÷=*:−]\s*\p{Nd}`)

var blanks = lazyregexp.New(`_{2,}|\.{4,}|…{2,}`)

// askBlank makes a question of a sentence with a gap. Without a key the word
// is taken from the document's own sentence, where that is clear.
func (c *corpus) askBlank(e exercise) (asked, bool) {
	if len(blanks().FindAllString(e.stem, 2)) != 1 {
		return asked{}, false
	}
	stem := blanks().ReplaceAllString(e.stem, blank)
	score, at, next := c.bestFor(c.termsOf(stem))
	answer := e.answer
	if answer == "" {
		if score < blankCoverage || next > openMargin*score {
			return asked{}, false
		}
		if answer = c.filling(stem, c.passages[at].text); answer == "" {
			return asked{}, false
		}
	} else {
		at = c.tells(stem, answer)
	}
	return c.withWrong(stem, answer, at)
}

// filling gives what stands in the sentence where the stem has its gap; ""
// where the words around the gap are not those of the sentence.
func (c *corpus) filling(stem, sentence string) string {
	before, after, _ := strings.Cut(stem, blank)
	left, right := pieces(before), pieces(after)
	words := pieces(sentence)
	from, to := 0, len(words)
	if len(left) > 0 {
		key := left[len(left)-1].lower
		at := slices.IndexFunc(words, func(w piece) bool { return w.lower == key })
		if at < 0 {
			return ""
		}
		from = at + 1
	}
	if len(right) > 0 {
		key := right[0].lower
		at := slices.IndexFunc(words[min(from, len(words)):], func(w piece) bool { return w.lower == key })
		if at < 0 {
			return ""
		}
		to = from + at
	}
	if to <= from || to-from > 3 {
		return ""
	}
	return sentence[words[from].from:words[to-1].to]
}

// askAnswered makes multiple choice of a question with its answer in words.
func (c *corpus) askAnswered(e exercise) (asked, bool) {
	return c.withWrong(e.stem, e.answer, c.tells(e.stem, e.answer))
}
