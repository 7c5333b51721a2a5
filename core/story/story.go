// Package story is the vocabulary of EduSmart: the lesson story as it stands
// on disk, in the window and on the projector, and the document it was made
// from. It is plain data with its invariants.
//
// Everything may import it; it imports the standard library only.
//
// The JSON form of Story is the file story.json of a story's folder and the
// output of "edusmart show --json": its field names are a contract.
package story

import "time"

// Format is the version of the JSON form written by this build. A file with a
// higher number was written by a newer build and is never written to.
const Format = 1

// Story is one lesson: pages with text, picture and narration, a quiz and a
// glossary. Pages is a fixed list with identities: a page whose picture or
// voice failed keeps its place.
type Story struct {
	Format   int        `json:"format"`
	ID       string     `json:"id"`
	Title    string     `json:"title"`
	Language string     `json:"language"` // BCP 47, for example "en" or "pt-BR"
	Grade    int        `json:"grade"`    // 0 (kindergarten) to 12
	Created  time.Time  `json:"created"`
	Modified time.Time  `json:"modified"`
	Opened   time.Time  `json:"opened,omitzero"`
	Status   Status     `json:"status"`
	Source   Source     `json:"source"`
	Options  Options    `json:"options"`
	Pages    []Page     `json:"pages"`
	Quiz     []Question `json:"quiz"`
	Glossary []Term     `json:"glossary"`
	// Written is true once the writer has given its last word: a resumed job
	// does not ask it again.
	Written bool `json:"written,omitempty"`
	// Also is the story's second language, of Sentence.Also; empty: there is
	// none.
	Also string `json:"also_language,omitempty"`
	// AlsoVoice speaks Also; empty: the best for the language.
	AlsoVoice string `json:"also_voice,omitempty"`
	// Characters is who appears in the pictures and how each looks, so that
	// they look so on every page; empty: nobody does.
	Characters string `json:"characters,omitempty"`
	// Notice is one sentence for the teacher about the whole story, such as
	// what was left out of it; empty when there is nothing to say.
	Notice string `json:"notice,omitempty"`
	// Tags are the teacher's own words to find the story by, each once.
	Tags []string `json:"tags,omitempty"`
	// Archived stories are kept out of the way of the others.
	Archived bool `json:"archived,omitempty"`
	// Level names the reading level that Pages are written at; empty where
	// there is only one. Levels are the others (see Turn).
	Level  string  `json:"level,omitempty"`
	Levels []Level `json:"levels,omitempty"`
	// Edit names the history of the teacher's edits that belongs to this state
	// of the story: 16 hexadecimal digits; empty where there is none.
	Edit string `json:"edit,omitempty"`
}

// Status tells how far the making of a story has come.
type Status string

// A story is Making until its job ends; a job that was stopped or killed
// leaves Making behind and can be resumed. Done may have gaps (see Gaps).
const (
	Making Status = "making"
	Done   Status = "done"
)

// Source names the document a story was made from.
type Source struct {
	Name   string `json:"name"`           // file name without its folder
	SHA256 string `json:"sha256"`         // of the whole file, lower-case hexadecimal
	Pages  int    `json:"pages"`          // pages of the whole document
	File   string `json:"file,omitempty"` // "assets/<sha256>.pdf" where a copy is kept
}

// Options is what the teacher asked for. It travels with the job and is kept
// in the story, so that a resumed job and a re-made page use the same.
type Options struct {
	Grade       int     `json:"grade"`              // 0 to 12
	Pages       int     `json:"pages"`              // 5 to 10
	Language    string  `json:"language,omitempty"` // empty: the document's own
	From        int     `json:"from,omitempty"`     // first document page, from 1; 0: the first
	To          int     `json:"to,omitempty"`       // last document page; 0: the last
	Voice       string  `json:"voice,omitempty"`    // empty: the best for the language
	Style       string  `json:"style,omitempty"`    // how the voice speaks, such as "warmly"; empty: as it likes
	Speed       float64 `json:"speed,omitempty"`    // playing speed, 0.5 to 2; 0: 1
	Writer      Maker   `json:"writer,omitempty"`
	Illustrator Maker   `json:"illustrator,omitempty"`
	Narrator    Maker   `json:"narrator,omitempty"`
}

// Maker says who makes a part.
type Maker string

// The makers that can be asked for. Auto is the zero value's meaning too.
const (
	Auto   Maker = "auto"
	Gemini Maker = "gemini"
	Device Maker = "device"
)

// Page is one page of a story.
type Page struct {
	ID        string     `json:"id"`
	Title     string     `json:"title"`
	Sentences []Sentence `json:"sentences"`
	Picture   string     `json:"picture,omitempty"`    // "assets/<sha256>.png" or .jpg
	Fit       Fit        `json:"fit,omitempty"`        // how Picture bears cropping
	Alt       string     `json:"alt,omitempty"`        // what the picture shows, for those who cannot see it
	Prompt    string     `json:"prompt,omitempty"`     // what the illustrator was asked for
	Asked     string     `json:"prompt_alt,omitempty"` // what the writer says a picture of Prompt shows
	Narration string     `json:"narration,omitempty"`  // "assets/<sha256>.wav"
	Voice     string     `json:"voice,omitempty"`      // the voice that spoke
	Seconds   float64    `json:"seconds"`              // length of the narration; reading time where there is none
	Words     []Word     `json:"words,omitempty"`      // in the order spoken
	Timing    Timing     `json:"timing,omitempty"`     // where the times of Words are from
	Parts     Parts      `json:"parts"`
	Stops     []Stop     `json:"stops,omitempty"`  // planned stop questions, by sentence
	Passed    bool       `json:"passed,omitempty"` // the teacher has read and passed the page
	Notes     string     `json:"notes,omitempty"`
	Earlier   []Earlier  `json:"earlier,omitempty"` // pictures that it had before, the last first
	Second    *Second    `json:"second,omitempty"`  // its narration in Story.Also; nil: none was made
}

// Second is a page's narration in the story's second language. Its Words are
// those of Sentence.Also: bytes of it, and seconds of this narration.
type Second struct {
	Narration string  `json:"narration,omitempty"` // "assets/<sha256>.wav"
	Voice     string  `json:"voice,omitempty"`
	Seconds   float64 `json:"seconds"`
	Words     []Word  `json:"words,omitempty"`
	Timing    Timing  `json:"timing,omitempty"`
	Part      Part    `json:"part"`
}

// Earlier is a picture that a page had before and can go back to.
type Earlier struct {
	Picture string `json:"picture"` // "assets/<sha256>.png" or .jpg
	Fit     Fit    `json:"fit,omitempty"`
	Alt     string `json:"alt,omitempty"`
	Prompt  string `json:"prompt,omitempty"`
	Asked   string `json:"prompt_alt,omitempty"`
	Part    Part   `json:"part"`
}

// Timing says where the times of a page's words are from.
type Timing string

// The voice that speaks a page tells when its words are heard (Told), or the
// sound is Aligned with another voice's that does, or they are Estimated from
// syllables and pauses. Where the voice says something else than the text,
// there are no times of words: with BySentence each of Words is a whole
// sentence.
const (
	Told       Timing = ""
	Aligned    Timing = "aligned"
	Estimated  Timing = "estimated"
	BySentence Timing = "sentences"
)

// Stop is a question that the teacher has planned: the voice stops for it.
type Stop struct {
	After    int    `json:"after"` // the sentence after which the voice stops, from 0
	Question string `json:"question"`
	Answer   string `json:"answer,omitempty"` // for the teacher only
}

// Fit says how a picture may be shown.
type Fit string

// A Crop picture has its subject in the middle and bears cropping; a Whole
// one (a document's own figure) is always shown whole.
const (
	Crop  Fit = "crop"
	Whole Fit = "whole"
)

// Sentence is one sentence of a page with its place in the document.
type Sentence struct {
	Text       string `json:"text"`
	SourcePage int    `json:"source_page,omitempty"` // from 1; 0: unknown
	Quote      string `json:"quote,omitempty"`       // the passage it rests on, as it stands in the document
	Place      *Place `json:"place,omitempty"`       // where Quote stands
	Also       string `json:"also,omitempty"`        // the sentence in the story's second language; may be empty
	Kept       bool   `json:"kept,omitempty"`        // the teacher keeps it although the document does not say so
}

// Place is a stretch of a document's text: bytes From to To (exclusive) of
// Blocks[Block].Text.
type Place struct {
	Block int `json:"block"`
	From  int `json:"from"`
	To    int `json:"to"`
}

// Word is one spoken word: bytes From to To (exclusive) of
// Sentences[Sentence].Text, heard from Start to End, in seconds from the
// beginning of the page's narration.
type Word struct {
	Text     string  `json:"text"`
	Start    float64 `json:"start_s"`
	End      float64 `json:"end_s"`
	Sentence int     `json:"sentence"`
	From     int     `json:"from"`
	To       int     `json:"to"`
}

// Parts are the states of a page's three parts.
type Parts struct {
	Text    Part `json:"text"`
	Picture Part `json:"picture"`
	Voice   Part `json:"voice"`
}

// PartKind names one of a page's parts.
type PartKind string

// The parts of a page, in the order in which they are shown.
const (
	Text    PartKind = "text"
	Picture PartKind = "picture"
	Voice   PartKind = "voice"
)

// Part is the state of one part of a page and where it came from.
type Part struct {
	State  PartState `json:"state"`
	Source string    `json:"source,omitempty"` // "device", "document", "teacher" or "gemini:<model>"
	Key    string    `json:"key,omitempty"`    // hash of what was asked: the same key is not asked again
	Reason string    `json:"reason,omitempty"` // one sentence for the teacher: why it failed, fell back or was skipped
	// Attempts is how often a service was asked in vain, of a Failed or
	// Fallback part.
	Attempts int `json:"attempts,omitempty"`
}

// PartState is the state of a part as it is kept on disk.
type PartState string

// The states of a part. A part ends as Ready, Fallback (ready, but not from
// the maker that was asked), Failed or Skipped. The zero value is Pending.
const (
	Pending  PartState = "pending"
	Ready    PartState = "ready"
	Fallback PartState = "fallback"
	Failed   PartState = "failed"
	Skipped  PartState = "skipped"
)

// Ended reports whether nothing more is to be done for the part.
func (s PartState) Ended() bool { return s == Ready || s == Fallback || s == Failed || s == Skipped }

// Gap reports whether the part has ended with nothing to show or to hear.
func (s PartState) Gap() bool { return s == Failed || s == Skipped }

// Usable reports whether the part can be shown or heard.
func (s PartState) Usable() bool { return s == Ready || s == Fallback }

// Question is one multiple-choice question. Answer is the index of the right
// option.
type Question struct {
	Question    string   `json:"question"`
	Options     []string `json:"options"`
	Answer      int      `json:"answer"`
	Explanation string   `json:"explanation"`
	SourcePage  int      `json:"source_page,omitempty"`
	Page        string   `json:"page,omitempty"`   // ID of the story page it is about
	Origin      string   `json:"origin,omitempty"` // "exercise" (found in the document), "gap", "teacher" or "gemini:<model>"
	Kept        bool     `json:"kept,omitempty"`   // as Sentence.Kept
}

// Term is one glossary entry, in the document's own words.
type Term struct {
	Term       string `json:"term"`
	Definition string `json:"definition"`
	SourcePage int    `json:"source_page,omitempty"`
	Kept       bool   `json:"kept,omitempty"` // as Sentence.Kept
}
