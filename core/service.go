package core

import (
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
