package story

import (
	"maps"
	"time"
)

// Edits is a version vector: by computer, the number of the last save that a
// version knows of. Of two versions where neither is Within the other, each
// has a change that the other lacks.
//
// See Parker et al., Detection of Mutual Inconsistency in Distributed Systems,
// IEEE TSE 9(3), 1983.
type Edits map[string]int64

// Within reports whether every save that e knows of is known to other too.
func (e Edits) Within(other Edits) bool {
	for computer, n := range e {
		if n > other[computer] {
			return false
		}
	}
	return true
}

// Next gives the edits of a version that follows e and seen, saved on a
// computer. A number is the time in milliseconds, or the one after the last,
// so that a folder brought back from a backup never counts one twice.
func (e Edits) Next(seen Edits, computer string, now time.Time) Edits {
	next := Edits{}
	maps.Copy(next, e)
	for c, n := range seen {
		next[c] = max(next[c], n)
	}
	next[computer] = max(next[computer]+1, now.UnixMilli())
	return next
}
