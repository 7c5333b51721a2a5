package core

import (
	"time"

	"edusmart/core/story"
	"edusmart/core/usage"
)

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

// Price is what a model of the service costs, in US dollars.
type Price struct {
	Role    story.PartKind
	Model   string
	In, Out float64 // a million tokens of the prompt, of the answer
	// Each is what one of what it makes costs by that: a picture, or a minute
	// of speech; 0 for text.
	Each float64
}

// Prices is the table that costs are reckoned by.
type Prices struct {
	Date   time.Time // as of when
	Models []Price   // by role, text first
	File   string    // where it can be changed
}

// Prices gives the table that costs are reckoned by.
func (a *App) Prices() Prices { return Prices{} }
