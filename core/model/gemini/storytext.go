package gemini

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"edusmart/core/model"
	"edusmart/core/story"
)

// Bounds on what is taken of an answer.
const (
	fewestPages       = 1
	mostPages         = 20
	mostSentencesPage = 6 // twice the three of an ordinary page: more is no page
	mostQuestions     = 60
	mostTerms         = 40
	// Below so many letters a document may be too short for the pages that
	// were asked for, and for a quiz.
	fewLettersPages = 1200
	fewLettersQuiz  = 300
)

// storyText is the text of a story as it comes in: what was there before, and
// of the answer what stood the checks.
type storyText struct {
	model    string
	brief    model.Brief
	want     int // pages of the whole story
	have     int // pages that were there before
	pages    []model.DraftPage
	index    *index // nil: there is no text to look in
	excerpt  excerpt
	reader   reader
	wrapped  []byte // an object within the object, should nothing else come
	shown    int    // pages of the last draft
	rejected int    // pages, questions and terms that did not stand the checks

	title, language, characters string
	quiz                        []story.Question
	quizPage                    []int
	glossary                    []story.Term
}

func newStory(modelName string, b model.Brief) *storyText {
	s := &storyText{model: modelName, brief: b, want: min(max(b.Options.Pages, fewestPages), mostPages)}
	if b.Document != nil && len(b.Document.Blocks) > 0 {
		s.index = newIndex(b.Document)
		s.excerpt = narrow(b.Document, mostWeight)
	}
	if h := b.Have; h != nil {
		s.title, s.language, s.characters = h.Title, h.Language, h.Characters
		for _, p := range h.Pages {
			if !p.Complete || s.have == s.want {
				break
			}
			if p.Source == "" && h.Source != source(modelName) {
				p.Source = h.Source
			}
			s.pages = append(s.pages, p)
			s.have++
		}
	}
	s.shown = s.have
	s.reader.field, s.reader.element = s.field, s.element
	return s
}

// data fills in the prompt.
func (s *storyText) data(b model.Brief) writerData {
	d := writerData{
		Class: class(b.Options.Grade), WordsPerSentence: wordsPerSentence(b.Options.Grade),
		Language: tag(b.Options.Language), Pages: s.want, Write: s.want - s.have,
		Nonce: newNonce(), Text: s.excerpt.text, Scan: b.Scan.Path != "",
		Title: s.title, Characters: s.characters, Have: s.pages[:s.have],
	}
	if b.Document != nil {
		d.Name = clean(b.Document.Name, mostTitle)
	}
	if from, to := b.Scan.From, b.Scan.To; d.Scan && (from > 0 || to > 0) {
		d.Range = fmt.Sprintf("pages %d to %d", max(from, 1), to)
		if to <= 0 {
			d.Range = fmt.Sprintf("the pages from %d on", from)
		}
	}
	return d
}

// fresh reports whether a page has come since the last draft.
func (s *storyText) fresh() bool { return len(s.pages) > s.shown }

// draft gives the text so far. Later drafts share no slice that grows.
func (s *storyText) draft() model.Draft {
	s.shown = len(s.pages)
	d := model.Draft{
		Title: s.title, Language: s.tag(), Pages: slices.Clone(s.pages), Quiz: slices.Clone(s.quiz), QuizPage: slices.Clone(s.quizPage),
		Glossary: slices.Clone(s.glossary), Notice: s.excerpt.notice, Characters: s.characters, Source: source(s.model),
	}
	if d.Title == "" && s.brief.Document != nil {
		d.Title = clean(s.brief.Document.Title, mostTitle)
	}
	return d
}

// tag is the story's language: the chosen one, else what the model says, else
// the document's.
func (s *storyText) tag() string {
	claims := []string{s.brief.Options.Language, s.language}
	if s.brief.Document != nil {
		claims = append(claims, s.brief.Document.Language)
	}
	for _, claim := range claims {
		if t := tag(claim); t != "" {
			return t
		}
	}
	return "und"
}

// field takes a field of the answer. What an earlier answer has settled stays.
func (s *storyText) field(name string, raw []byte) {
	var t looseText
	_ = t.UnmarshalJSON(raw) // it never fails
	set := func(to *string, most int) {
		if *to == "" {
			*to = clean(string(t), most)
		}
	}
	switch name {
	case "title":
		set(&s.title, mostTitle)
	case "language":
		set(&s.language, 20)
	case "characters":
		set(&s.characters, mostCharacters)
	default:
		if len(raw) > 0 && raw[0] == '{' {
			s.wrapped = slices.Clone(raw)
		}
	}
}

// unwrap reads an object within the object, where a model has put the story
// into one.
func (s *storyText) unwrap() {
	if s.wrapped == nil || len(s.pages) > s.have || len(s.quiz) > 0 {
		return
	}
	inner := reader{field: s.field, element: s.element}
	_, _ = inner.Write(s.wrapped) // it is a part of what was read
}

// element takes one page, question or term.
func (s *storyText) element(name string, raw []byte) {
	ok := false
	switch name {
	case "pages":
		ok = s.addPage(raw)
	case "quiz":
		ok = s.addQuestion(raw)
	case "glossary":
		ok = s.addTerm(raw)
	}
	if !ok {
		s.rejected++
	}
}

func (s *storyText) addPage(raw []byte) bool {
	var r rawPage
	if json.Unmarshal(raw, &r) != nil || len(s.pages) >= s.want {
		return false
	}
	p := model.DraftPage{
		Title: clean(string(r.Title), mostTitle), Prompt: clean(string(r.Picture), mostPrompt),
		Alt: clean(string(r.Alt), mostAlt), Complete: true,
	}
	for _, rs := range r.Sentences {
		for _, text := range splitSentences(clean(string(rs.Text), 10*mostSentence)) {
			if utf8.RuneCountInString(text) > mostSentence || len(p.Sentences) == mostSentencesPage {
				continue
			}
			p.Sentences = append(p.Sentences, s.sentence(text, rs))
		}
	}
	if len(p.Sentences) == 0 || slices.ContainsFunc(s.pages, func(q model.DraftPage) bool { return pageText(q) == pageText(p) }) {
		return false
	}
	if p.Title == "" {
		p.Title = shorten(p.Sentences[0].Text, 48)
	}
	s.pages = append(s.pages, p)
	return true
}

func pageText(p model.DraftPage) string {
	var b strings.Builder
	for _, s := range p.Sentences {
		b.WriteString(s.Text)
		b.WriteByte('\n')
	}
	return b.String()
}

// sentence gives a sentence with what it rests on.
func (s *storyText) sentence(text string, r rawSentence) story.Sentence {
	out := story.Sentence{Text: text}
	quote, page := clean(string(r.Quote), mostQuote), s.sourcePage(int(r.SourcePage))
	if s.index != nil && s.brief.Scan.Path == "" {
		s.index.ground(&out, quote, page)
		return out
	}
	// There is no text to look in: the photographs are for the teacher to
	// compare.
	out.SourcePage, out.Quote = page, quote
	return out
}

// sourcePage gives a page of the document where it is one that was read, else
// 0.
func (s *storyText) sourcePage(page int) int {
	from, to := 1, story.MaxPages*50
	if d := s.brief.Document; d != nil {
		from, to = max(d.From, 1), d.To
		if to <= 0 {
			to = d.Pages
		}
	}
	if sc := s.brief.Scan; sc.Path != "" && sc.To > 0 {
		from, to = max(sc.From, 1), sc.To
	}
	if page < from || page > to {
		return 0
	}
	return page
}

// verdict judges the whole answer: nil where it is a story.
func (s *storyText) verdict(k *call, last verdict, broken error) error {
	letters := utf8.RuneCountInString(s.excerpt.text)
	if s.brief.Scan.Path != "" {
		letters = fewLettersPages // nobody can tell
	}
	switch {
	case last.forbids():
		return k.verdict(last, fmt.Sprintf("the text ended after %d pages", len(s.pages)))
	case broken != nil:
		return k.unusable("%v, after %d pages", broken, len(s.pages))
	case s.reader.read == 0 && k.tokens.In > 0:
		return k.verdict(last, "no text")
	case !s.reader.done && last.reason == "" && last.blocked == "":
		e := k.answered(model.Busy, "Gemini’s text broke off. It is asked for the rest.", fmt.Sprintf("the stream was cut after %d pages", len(s.pages)))
		return e
	case !s.reader.done:
		return k.verdict(last, fmt.Sprintf("the JSON is cut after %d pages", len(s.pages)))
	case len(s.pages) == 0, letters >= fewLettersPages && len(s.pages) < max(2, s.want/2):
		return k.unusable("%d of %d pages, %d rejected", len(s.pages), s.want, s.rejected)
	case letters >= fewLettersQuiz && len(s.quiz) == 0:
		return k.unusable("no quiz, %d rejected", s.rejected)
	}
	if s.excerpt.notice == "" && len(s.pages) < s.want {
		s.excerpt.notice = fmt.Sprintf("The document has text for %d pages only.", len(s.pages))
		if len(s.pages) == 1 {
			s.excerpt.notice = "The document has text for one page only."
		}
	}
	return nil
}
