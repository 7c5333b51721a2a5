package ui

import (
	"slices"

	"edusmart/core/story"
	"edusmart/ui/widget"
)

// pageFace is a page's picture and text: on the stage, and alone on the full
// screen. It may show a part of the page's sentences only.
type pageFace struct {
	screen  *storyScreen
	picture *widget.Picture
	text    *widget.StoryText

	page     string // identity of the page whose text is shown
	texts    []string
	sentence int // the first sentence that is shown
	word     int // the first of its words
	words    int // how many words are shown
}

func newPageFace(s *storyScreen, corners widget.Corners) *pageFace {
	f := &pageFace{
		screen: s, picture: widget.NewPicture(s.loader, corners, sunken),
		text: widget.NewStoryText(s.fonts, widget.PageColours),
	}
	f.picture.Turns = true
	f.text.OnTappedWord = f.tapped
	return f
}

// clear forgets what is shown.
func (f *pageFace) clear() {
	f.page, f.texts, f.words = "", nil, 0
	f.text.SetPage(nil, nil, "en")
	f.text.Hide()
	f.picture.SetFile("", false)
	f.picture.Hide()
}

// show shows the sentences from to to (exclusive) of the current page and its
// picture. The text is set only when it is another one, since setting it
// costs a layout.
func (f *pageFace) show(from, to int) {
	s, p := f.screen, f.screen.current()
	if p == nil {
		f.picture.Hide()
		f.text.Hide()
		return
	}
	to = min(max(0, to), len(p.Sentences))
	from = min(max(0, from), to)
	texts := make([]string, 0, to-from)
	for _, t := range p.Sentences[from:to] {
		texts = append(texts, t.Text)
	}
	words, first := wordsOf(p, from, to)
	id := s.id + "/" + p.ID
	if id != f.page || from != f.sentence || len(words) != f.words || !slices.Equal(texts, f.texts) {
		f.page, f.texts, f.sentence, f.word, f.words = id, texts, from, first, len(words)
		f.text.SetPage(texts, words, s.language())
	}
	f.light(s.word())
	file := s.file(p.Picture)
	if file != "" {
		f.picture.SetFile(file, p.Fit == story.Whole)
	}
	visible(f.picture, file != "")
	visible(f.text, len(texts) > 0)
	f.prefetch()
}

// wordsOf gives the words of the sentences from to to, counted from the first
// of these sentences, and the index of the first word.
func wordsOf(p *story.Page, from, to int) (words []story.Word, first int) {
	for i, w := range p.Words {
		if w.Sentence < from || w.Sentence >= to {
			continue
		}
		if len(words) == 0 {
			first = i
		}
		w.Sentence -= from
		words = append(words, w)
	}
	return words, first
}

// light lights a word of the page, -1 for none.
func (f *pageFace) light(word int) {
	word -= f.word
	if word < 0 || word >= f.words {
		word = -1
	}
	f.text.SetLit(word)
	sentence := -1
	if f.screen.alsoWord() >= 0 { // it is heard in the other language
		sentence = f.screen.currentSentence() - f.sentence
	}
	f.text.SetSentence(sentence)
}

func (f *pageFace) tapped(sentence, word int) {
	if word >= 0 && f.words > 0 {
		word += f.word
	} else {
		word = -1
	}
	f.screen.tapWord(sentence+f.sentence, word)
}

// prefetch has the neighbours' pictures decoded ahead of the turn.
func (f *pageFace) prefetch() {
	s := f.screen
	var next []widget.NextPicture
	for _, i := range []int{s.page + 1, s.page - 1} {
		if i >= 0 && i < s.pages() {
			p := &s.state.Story.Pages[i]
			next = append(next, widget.NextPicture{Path: s.file(p.Picture), Whole: p.Fit == story.Whole})
		}
	}
	f.picture.Prefetch(next...)
}

// allSentences is the end of a range that goes to the last sentence.
const allSentences = story.MaxSentences
