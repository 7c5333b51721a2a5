// Package model says what EduSmart asks of a model, whichever it is: a
// Writer, an Illustrator, a Narrator and a Rewriter, and the one kind of error
// they return. Retrying, pacing, metering and falling back are decorators around
// these interfaces and know nothing of a service but its errors' Kind. A Desk
// composes them: fallback(ladder(retry(pace(meter(service)))), device).
//
// Called by generate and core; implemented by ondevice and gemini. May import
// story only.
package model

import (
	"context"
	"iter"

	"edusmart/core/story"
)

// Writer turns a document into the text of a story.
type Writer interface {
	// Write yields the whole text so far, again and again; a later Draft
	// replaces an earlier one, and the last has Done set. A page that was
	// once Complete does not change in later drafts. An error ends the
	// sequence; it wraps an *Error. The caller may stop early.
	Write(ctx context.Context, b Brief) iter.Seq2[Draft, error]
}

// Illustrator draws the picture of one page. It may be called from several
// goroutines at once. Errors wrap an *Error.
type Illustrator interface {
	Illustrate(ctx context.Context, s Scene) (Picture, error)
}

// Narrator speaks the text of one page. It may be called from several
// goroutines at once. Errors wrap an *Error.
type Narrator interface {
	Narrate(ctx context.Context, t Script) (Speech, error)
}

// Brief is what a Writer is asked.
type Brief struct {
	Document *story.Document // not to be changed
	Options  story.Options   // grade, number of pages, language
	// Have is what an earlier try has given: its Complete pages are kept on
	// disk and shown already. A Writer begins its drafts with these pages,
	// unchanged, and writes the others. nil: nothing is there.
	Have *Draft
	// Scan is the document's file where its pages are photographs without
	// text: a Writer that can see reads it. Empty: Document holds the text.
	Scan Scan
}

// Scan is a file that only a Writer with eyes can read.
type Scan struct {
	Path string
	MIME string // "application/pdf", "image/png" or "image/jpeg"
	// From and To are the chosen pages, from 1 and inclusive; 0: all.
	From, To int
}

// Draft is the text of a story so far.
type Draft struct {
	Title    string
	Language string // BCP 47
	Pages    []DraftPage
	Quiz     []story.Question // Question.Page is empty; PageIndex says it
	// QuizPage holds for each question the index of the page it is about,
	// -1 where it is about none.
	QuizPage []int
	Glossary []story.Term
	Notice   string // one sentence for the teacher, such as what was left out
	Done     bool
	Source   string // "device" or "gemini:<model>"
	// Characters is the character sheet: who appears in the pictures and how
	// each looks on every one of them. Empty: nobody does.
	Characters string
	// Instead says in one sentence why this was made on this computer though
	// a service was asked. Empty: it was made by who was asked.
	Instead string
	Tokens  Tokens // of the last draft: what the whole text cost
}

// DraftPage is the text of one page.
type DraftPage struct {
	Title     string
	Sentences []story.Sentence
	Prompt    string // what the picture should show; may be empty
	Alt       string
	Complete  bool
	Source    string // who wrote it, where that is not Draft.Source
}

// Scene is what an Illustrator is asked.
type Scene struct {
	StoryTitle string
	PageTitle  string
	Text       string // the page's sentences, joined by spaces
	Prompt     string
	Alt        string // what the writer says the picture shows, in the story's language; may be empty
	Language   string // BCP 47
	Grade      int
	Page       int // index of the page, from 0
	Of         int // pages of the story
	// Topic holds what the whole story is about: the words that its document
	// has in headings and repeats most, the most telling first. It may hold
	// words that say nothing, and may be empty.
	Topic []string
	// Seed makes the pictures of one story differ from another's; the same
	// Scene with the same Seed gives the same bytes.
	Seed uint64
	// Figure is the document's own figure for this page; nil where there is
	// none.
	Figure *story.Figure
	// Characters is the story's character sheet; may be empty.
	Characters string
	// Reference is the story's first picture, an encoded image that others
	// are to look like; nil: none.
	Reference     []byte
	ReferenceMIME string
}

// Picture is a drawn picture.
type Picture struct {
	Data   []byte // an encoded image
	MIME   string // "image/png" or "image/jpeg"
	Width  int    // pixels
	Height int
	Alt    string // what it shows, in the story's language where possible
	Fit    story.Fit
	Source string // "device", "document" or "gemini:<model>"

	Instead string // as Draft.Instead
	Tokens  Tokens
}

// Script is what a Narrator is asked.
type Script struct {
	Sentences []string
	Language  string // BCP 47
	Voice     string // a VoiceInfo.ID; empty: the best for the language
	Style     string // how to speak, such as "warmly and calmly"; may be empty
}

// Speech is spoken text. Words may be empty where the voice gives no times.
type Speech struct {
	PCM   []int16 // mono samples
	Rate  int     // samples a second
	Words []story.Word
	// Estimated says that the voice told no times: those of Words are placed
	// by syllables and pauses.
	Estimated bool
	Voice     string // the VoiceInfo.ID that spoke
	Source    string // "device" or "gemini:<model>"

	Instead string // as Draft.Instead
	Tokens  Tokens
}

// Seconds is the length of the speech.
func (s Speech) Seconds() float64 {
	if s.Rate <= 0 {
		return 0
	}
	return float64(len(s.PCM)) / float64(s.Rate)
}

// Tokens is what a call was counted for by the service.
type Tokens struct {
	In      int `json:"in,omitempty"`      // of the prompt, whatever it held
	Out     int `json:"out,omitempty"`     // of the answer, thoughts left out
	Thought int `json:"thought,omitempty"` // of thinking, billed as Out
}

// Add gives the sum of two counts.
func (t Tokens) Add(u Tokens) Tokens {
	return Tokens{t.In + u.In, t.Out + u.Out, t.Thought + u.Thought}
}

// VoiceInfo describes a voice a Narrator can speak with.
type VoiceInfo struct {
	ID       string // what Script.Voice takes
	Name     string // what the teacher reads, such as "English, Britain"
	Language string // BCP 47
}
