// Package player plays the pages of a story: one state machine, one clock,
// and the sound device behind a small interface.
//
// A Player is one goroutine that owns all of its state; its methods hand it
// commands and return at once. Sound goes from a mixer, which stretches,
// fades and joins the pages' narrations, to an Output; where there is no
// sound device a clock takes the mixer's samples instead, and the pages turn
// all the same.
//
// Called by core. May import speech and story; oto in one file only.
package player

import (
	"time"

	"edusmart/core/speech"
	"edusmart/core/story"
)

// Span is a stretch of a narration, in seconds.
type Span = speech.Span

// Track is one page as it is played.
type Track struct {
	ID       string
	Path     string        // WAV file; empty: the page is silent and turns by reading time
	Duration time.Duration // of the narration, or the reading time
	Words    []story.Word
	// Sentences tell when each sentence is heard, at speed 1, in order; one
	// that is not heard has no length. Empty: the whole page is one sentence.
	Sentences []Span
	// Stops are the sentences after which the voice stops for a planned
	// question, ascending.
	Stops []int
	// Ready is false for a page that has no text yet: playing waits at it.
	Ready bool
}

// Status is what the player is doing.
type Status string

// The states of the player.
const (
	Stopped Status = "stopped" // nothing loaded
	Playing Status = "playing"
	Paused  Status = "paused"
	Waiting Status = "waiting" // playing, but the page is still being made
	Echoing Status = "echoing" // playing, but silent while the class says the sentence
	Ended   Status = "ended"   // the last page has been played
)

// Hold is why the player has paused by itself. It then stands exactly between
// two sentences, or at the end of a page, and Play goes on with what follows.
type Hold string

// The holds. Where several apply at once, the first of them is told.
const (
	HoldNone     Hold = ""         // it is not Paused, or the teacher paused
	HoldStop     Hold = "stop"     // for a planned question
	HoldSentence Hold = "sentence" // after each sentence: see SetSteps
	HoldPage     Hold = "page"     // pages do not turn by themselves: see SetAdvance
)

// State is an immutable snapshot of the player.
type State struct {
	Status   Status
	Story    string // what was given to Load
	Page     int    // index of the track
	Pages    int
	Position time.Duration // in the track, at speed 1
	Duration time.Duration // of the track, at speed 1
	At       time.Time     // when Position was true, to interpolate from
	Word     int           // index in Track.Words, -1: none
	// Sentence is the index in Track.Sentences at Position, -1: the track has
	// none. Pauses belong to the sentences around them, half and half. Of a
	// Hold, and while the class echoes, it is the sentence that was just heard.
	Sentence int
	Hold     Hold
	// EchoUntil is when an Echoing player goes on by itself.
	EchoUntil time.Time
	Speed     float64 // 0.5 to 2
	Volume    float64 // 0 to 1
	Advance   bool    // turn pages by itself
	Steps     bool    // hold after each sentence
	Echo      bool    // leave time after each sentence for the class to say it
	// Silent says in one sentence why nothing is heard; empty: sound is on.
	Silent string
}
