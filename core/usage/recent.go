package usage

import (
	"slices"

	"edusmart/core/model"
)

// Recent gives the last n attempts that have ended, newest first.
func (l *Ledger) Recent(n int) []model.Use {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.catchUp()
	var recent []model.Use
	for _, a := range slices.Backward(l.book.held) {
		if len(recent) == n {
			break
		}
		if !a.lost {
			recent = append(recent, a.Use)
		}
	}
	return recent
}
