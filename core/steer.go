package core

import (
	"edusmart/core/story"
	"edusmart/core/usage"
)

// TryNow ends the wait of one part (page from 0): it is asked for at once.
func (a *App) TryNow(id string, page int, part story.PartKind) {
	a.steer(id, steering{kind: steerNow, page: page, part: part})
}

// Skip leaves out a part that waits or is being made.
func (a *App) Skip(id string, page int, part story.PartKind) {
	a.steer(id, steering{kind: steerSkip, page: page, part: part})
}

// UseDevice makes a part on this computer instead. Page -1: every part of
// that kind that is not ready yet.
func (a *App) UseDevice(id string, page int, part story.PartKind) {
	a.steer(id, steering{kind: steerDevice, page: page, part: part})
}

// PauseJob begins nothing new until ContinueJob; what is under way goes on.
func (a *App) PauseJob(id string) { a.steer(id, steering{kind: steerPause}) }

// ContinueJob goes on after PauseJob.
func (a *App) ContinueJob(id string) { a.steer(id, steering{kind: steerContinue}) }

// Estimate says what a story with these options may cost and take: words is
// how many the chosen pages hold.
func (a *App) Estimate(o story.Options, words int) usage.Estimate { return usage.Estimate{} }

// SetKey keeps the service's key and makes use of it.
func (a *App) SetKey(key string) {}

// RemoveKey forgets the key.
func (a *App) RemoveKey() {}

// TestKey asks each role's model for the smallest thing it can make.
func (a *App) TestKey() {}

// ExportUsage writes the attempts of the month as CSV.
func (a *App) ExportUsage(path string) {}

type steerKind int

const (
	steerNow steerKind = iota
	steerSkip
	steerDevice
	steerPause
	steerContinue
)

type steering struct {
	kind steerKind
	page int
	part story.PartKind
}

func (a *App) steer(string, steering) {}
