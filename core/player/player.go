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

	"edusmart/core/story"
)

// Track is one page as it is played.
type Track struct {
	ID       string
	Path     string        // WAV file; empty: the page is silent and turns by reading time
	Duration time.Duration // of the narration, or the reading time
	Words    []story.Word
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
	Ended   Status = "ended"   // the last page has been played
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
	Speed    float64       // 0.5 to 2
	Volume   float64       // 0 to 1
	Advance  bool          // turn pages by itself
	// Silent says in one sentence why nothing is heard; empty: sound is on.
	Silent string
}
