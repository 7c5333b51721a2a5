package core

import (
	"image"
	"time"

	"edusmart/core/document"
	"edusmart/core/generate"
	"edusmart/core/model"
	"edusmart/core/player"
	"edusmart/core/story"
	"edusmart/core/usage"
)

// Event is an immutable snapshot of what is: a LibraryState, DocumentState,
// StoryState, PlaybackState, SettingsState, ServiceState, UsageState,
// HandOutState, DrillState, FiguresState, RecordingState, one of the evidence
// view or Message. Nothing in it may be
// changed by who receives it.
type Event interface{ topic() string }

// DocumentStage tells how far the reading of a dropped document has come.
type DocumentStage string

// The stages of a dropped document.
const (
	NoDocument      DocumentStage = ""
	OpeningDocument DocumentStage = "opening"
	DocumentReady   DocumentStage = "ready"
	DocumentFailed  DocumentStage = "failed"
)

// DocumentState is the document of the create screen.
type DocumentState struct {
	Stage  DocumentStage
	Path   string
	Name   string
	Size   int64
	Info   *document.Info // nil until DocumentReady
	Thumbs []image.Image  // one a page, nil until drawn
	Same   []Card         // stories made from this very file, newest first
	Err    string         // one sentence: what is wrong and what to do
	Sample bool           // the bundled sample lesson
	// Private is one sentence when the document seems to hold pupils' names,
	// addresses or telephone numbers, which should not leave this computer;
	// "" otherwise. PrivatePages are where, from 1.
	Private      string
	PrivatePages []int
	// Scanned is true where the pages are photographs that this computer does
	// not read; Err then says why. The service can read them.
	Scanned bool
}

// The makings of a story are told in generate's words.
type (
	// Phase is the stage of a job.
	Phase = generate.Phase
	// Row is one row of the readiness board.
	Row = generate.Row
	// Cell is one cell of the readiness board.
	Cell = generate.Cell
	// CellState is the live state of a part.
	CellState = generate.CellState
)

// The phases of a job.
const (
	Reading     = generate.Reading
	Writing     = generate.Writing
	MakingPages = generate.MakingPages
	Finished    = generate.Finished
	Stopped     = generate.Stopped
	Broken      = generate.Broken
)

// The live states of a part.
const (
	CellNext     = generate.CellNext
	CellWorking  = generate.CellWorking
	CellWaiting  = generate.CellWaiting
	CellReady    = generate.CellReady
	CellFallback = generate.CellFallback
	CellFailed   = generate.CellFailed
	CellSkipped  = generate.CellSkipped
)

// Job is the making of a story as it stands.
type Job struct {
	Phase   Phase
	Doing   string // "Drawing page 6", "Reading the document"
	Done    int    // parts ended
	Total   int    // parts in all; 0 while unknown
	Started time.Time
	Err     string // of a Broken job: one sentence
	Rows    []Row  // one a page
	Paused  bool   // nothing new is begun until ContinueJob
	// Left is how much longer it may take, from what such parts have taken; 0:
	// not known.
	Left time.Duration
	// Asking is true while the service has been asked for something.
	Asking bool
}

// Active reports whether the job is still running.
func (j *Job) Active() bool {
	return j != nil && (j.Phase == Reading || j.Phase == Writing || j.Phase == MakingPages)
}

// StoryState is a story that is open or being made.
type StoryState struct {
	ID    string
	Dir   string       // its folder; Page.Picture and Page.Narration are relative to it
	Story *story.Story // nil while the document is being read for the first time
	Job   *Job         // nil when nothing was made since the start; Rows are filled all the same through Board
	Err   string       // one sentence when it could not be opened
	// Undo and Redo say what can be taken back and made again, such as "change
	// sentence 3 of page 2"; empty: nothing. Of a story that is being made they
	// are empty.
	Undo, Redo string
	Works      []Work // what is being made of a story at rest
	// Heard says of each page how it is played, where the story is open; else
	// nil.
	Heard []Heard
}

// Board gives the readiness board: the job's rows, or the state on disk.
func (s StoryState) Board() []Row {
	if s.Job != nil && len(s.Job.Rows) > 0 {
		return s.Job.Rows
	}
	if s.Story == nil {
		return nil
	}
	return generate.Rows(s.Story)
}

// PlaybackState is the player's state. Word is an index of Page.Words, -1:
// none of them is heard; AlsoWord one of Page.Second.Words, likewise.
type PlaybackState struct {
	player.State
	AlsoWord int
}

// SettingsState is the settings and what depends on this computer.
type SettingsState struct {
	Settings Settings
	Voices   []model.VoiceInfo
	// VoiceHelp says in one sentence how to get a voice when there is none.
	VoiceHelp string
}

// Message is something to tell the teacher once, such as the end of an
// export. A later Message replaces it.
type Message struct {
	ID    int64 // grows; 0: nothing to tell
	Bad   bool
	Text  string
	Story string // a story that can be opened; may be empty
}

// ServiceState is how it stands with the service that makes parts elsewhere.
type ServiceState struct {
	// Only is "this computer only": nothing may use the network.
	Only bool
	Key  KeyState
	// Roles are text, picture and voice, in this order, always three.
	Roles [3]RoleState
	// Online tells what the last calls met: 0 nothing was asked yet, 1 the
	// service answers, -1 it cannot be reached.
	Online int
	// Voices are the service's, with IDs as in story.Options.Voice.
	Voices []model.VoiceInfo
}

// Ready reports whether parts can be asked of the service.
func (s ServiceState) Ready() bool { return !s.Only && s.Key.Set }

// KeyState is what may be shown of the key: never the key.
type KeyState struct {
	Set   bool
	Tail  string // its last four characters; "" for a short one
	Where string // "keyring", "file" or "environment"; "" where none is set
	Busy  bool   // it is being kept or tested
	Err   string // one sentence: why it could not be kept
}

// RoleState is the service for one role.
type RoleState struct {
	Role    story.PartKind
	Models  []string // the ladder: the model in use first, then what follows it
	Choices []string // every model that may be chosen
	Instead string   // one sentence: which model this one took the place of; ""
	// Until is when the model takes calls again, and Why the reason in one
	// sentence; zero: it does.
	Until time.Time
	Why   string
	Test  ModelTest
}

// ModelTest is the outcome of "test the key" for one role.
type ModelTest struct {
	State CellState // "" not tested, CellWorking, CellWaiting, CellReady, CellFailed
	Took  time.Duration
	Until time.Time // of CellWaiting
	Say   string    // of CellWaiting and CellFailed: one sentence
}

// UsageState is what was used of the service.
type UsageState struct {
	Today, Month usage.Summary
	Cap          float64 // of the month, US dollars; 0: none
	Near         bool    // over four fifths of the cap
	Log          []model.Use
}

func (LibraryState) topic() string  { return "library" }
func (DocumentState) topic() string { return "document" }
func (s StoryState) topic() string  { return "story/" + s.ID }
func (PlaybackState) topic() string { return "playback" }
func (SettingsState) topic() string { return "settings" }
func (ServiceState) topic() string  { return "service" }
func (UsageState) topic() string    { return "usage" }
func (Message) topic() string       { return "message" }
