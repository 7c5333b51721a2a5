// Package usage keeps count of every call to a service: the ledger, an
// append-only file of JSON lines; the prices; the month's cap; and the
// summaries that the Activity screen shows.
//
// A Ledger is the model.Meter that stands before every attempt. What it
// promises: an attempt is in the file before it is sent, and a billed one is
// on the disk with its cost before its result is used, so that neither a
// killed process nor a power cut loses money from the count; and what was
// spent together with what is under way never passes the cap.
//
// Called by core. May import model, story and disk.
package usage

import (
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// Summary is what was used in a period.
type Summary struct {
	From, To time.Time // To is now
	Calls    int       // attempts sent
	Stories  int       // different stories they were for
	Retries  int       // attempts after the first of their call
	Waited   time.Duration
	Failures int // calls that ended without an answer; a cancelled call is none, nor is a model that is gone
	Cost     float64
	Roles    []RoleUse // text, picture, voice, in this order, always three
	Models   []ModelUse
	Hours    []HourUse  // of a day: 24; of a month: one a day
	ByStory  []StoryUse // dearest first
	Quotas   []QuotaUse
	// Alert is the last call whose attempts all failed; nil: none in the period.
	Alert *Alert

	Month   float64 // cost of the calendar month that To is in, in US dollars
	Cap     float64 // of a month; 0: none
	Near    bool    // Month is over 80 % of Cap
	Damaged int     // lines of the ledger that could not be read
}

// RoleUse is the time for an answer of one role.
type RoleUse struct {
	Role        story.PartKind
	Median, P95 time.Duration // of attempts that succeeded; 0: none did
	Answers     int
}

// ModelUse is one line of the table by model.
type ModelUse struct {
	Role        story.PartKind
	Model       string
	Instead     string // the model it took the place of; may be empty
	Calls       int
	Retries     int
	Failures    int
	Median, P95 time.Duration
	Tokens      model.Tokens
	Cost        float64
	Guessed     bool // some of Cost is an estimate: the price is not in the table, or nothing was counted
}

// HourUse is one column of the chart of retries. The column with index i is
// the hour i of the clock on the wall, or the day i+1 of the month: a day has
// 24 columns even where summer time begins or ends.
type HourUse struct {
	Start   time.Time
	Calls   int
	Retries int
	Failed  int // calls that gave up
}

// StoryUse is what one story cost.
type StoryUse struct {
	Story   string // id
	Calls   int
	Retries int
	Cost    float64
}

// QuotaUse is how much of a learnt limit is used up.
type QuotaUse struct {
	Role  story.PartKind
	Model string
	Used  int // requests that were accepted in the present window; input tokens where Tokens is set
	Limit int // 0: not known
	Per   time.Duration
	Reset time.Time // when it begins anew; zero: nothing of it is used
	// Tokens says that the limit is one on input tokens, not on requests.
	Tokens bool
}

// Alert is a call that gave up.
type Alert struct {
	Time  time.Time
	Story string
	Role  story.PartKind
	Page  int // from 0; -1: the whole story
	Model string
	Kind  model.Kind
}

// Estimate is what a story may cost, before it is made.
type Estimate struct {
	Low, High       float64 // US dollars
	LowTime, Time   time.Duration
	Calls           int
	SpentMonth, Cap float64 // Cap 0: none
}
