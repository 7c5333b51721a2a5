package core

import (
	"image"

	"edusmart/core/document"
	"edusmart/core/evidence"
	"edusmart/core/story"
)

// EvidenceState is how a story stands to the document that it was made from.
type EvidenceState struct {
	ID    string // of the story
	Ready bool   // false while the document is being read
	Err   string // one sentence: why nothing can be checked; "" else
	// Report is of the level that is shown; nil until Ready, or where Err says
	// why. Its indexes are those of Story.
	Report *evidence.Report
	Story  *story.Story // that was checked
}

// SentenceEvidence answers CheckSentence.
type SentenceEvidence struct {
	ID             string
	Page, Sentence int    // as asked
	Text           string // as asked: an answer to an older text is of no use
	Finding        evidence.Finding
}

// SourceState answers SourcePage: one page of the document.
type SourceState struct {
	ID    string
	Name  string // of the document
	Page  int    // from 1
	Pages int    // of the whole document
	Quote string // as asked
	Err   string // one sentence: why the page cannot be shown; "" else
	Busy  bool   // it is being drawn
	// Image is the page as it is printed, and Marks where Quote stands on it,
	// in fractions of its width and height; nil where the format has no pages
	// to draw: then Blocks are its text.
	Image image.Image
	Marks []document.Rect
	// Blocks are the page's blocks, and Marked is where Quote stands in them.
	Blocks []SourceBlock
}

// SourceBlock is one block of a page of the document.
type SourceBlock struct {
	Kind     story.BlockKind
	Level    int
	Marker   string
	Text     string
	From, To int // bytes of Text that are marked; equal: none
}

func (s EvidenceState) topic() string  { return "evidence/" + s.ID }
func (SentenceEvidence) topic() string { return "sentence evidence" }
func (SourceState) topic() string      { return "source" }

// ReviewEvidence checks a story against its document and publishes an
// EvidenceState, and again after every change of the story, until another
// story is reviewed or the story is closed (id ""). The document is read once.
func (a *App) ReviewEvidence(id string) {}

// CheckSentence checks text as the sentence (from 0) of a page (from 0) of the
// story that is reviewed, and publishes a SentenceEvidence. It is meant for
// every key of who types.
func (a *App) CheckSentence(id string, page, sentence int, text string) {}

// SourcePage publishes a SourceState: page (from 1) of the document of the
// story, width pixels wide, with quote marked where it is not "".
func (a *App) SourcePage(id string, page, width int, quote string) {}
