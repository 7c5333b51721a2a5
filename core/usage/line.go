package usage

import (
	"encoding/json"
	"time"

	"edusmart/core/model"
)

// line is one line of the ledger's file. Exactly one of Begin, End and Total
// is set:
//
//   - Begin: an attempt is about to be sent. Cost is what was reserved for it.
//     A Begin without its End is an attempt whose process was killed: it may
//     have been billed, and counts as if it had cost what was reserved.
//   - End: the attempt has ended.
//   - Total: the sum of a month's attempts of one story, role and model, of a
//     month whose lines were compacted.
//
// Begin and End are the attempt's id, "<process>-<number>", where <process>
// is drawn at random by each process. A later version may add fields and
// kinds of lines: a line of an unknown kind is left alone.
type line struct {
	Begin string `json:"begin,omitempty"`
	End   string `json:"end,omitempty"`
	Total string `json:"total,omitempty"` // "2026-03"
	model.Use
	Unsent   bool   `json:"unsent,omitempty"` // of an End: nothing left the computer; it only takes its Begin back
	Guess    bool   `json:"guess,omitempty"`  // the price or the count was guessed
	Calls    int    `json:"calls,omitempty"`  // of a Total
	Retries  int    `json:"retries,omitempty"`
	Failures int    `json:"failures,omitempty"`
	Instead  string `json:"instead,omitempty"` // of a Total: the model that this one took the place of
}

// The bounds of what a line may say. What lies outside is damage.
const (
	maxLine   = 64 << 10 // bytes
	maxTokens = 1 << 40
	maxCost   = 1e9 // US dollars
)

var (
	firstTime = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	lastTime  = time.Date(9990, 1, 1, 0, 0, 0, 0, time.UTC)
)

// sound reports whether a line can be counted.
func (l *line) sound() bool {
	if l.Begin == "" && l.End == "" && l.Total == "" {
		return false
	}
	t := l.Tokens
	for _, n := range []int{t.In, t.Out, t.Thought} {
		if n < 0 || n > maxTokens {
			return false
		}
	}
	if l.Time.Before(firstTime) || l.Time.After(lastTime) {
		return false
	}
	return l.Cost >= 0 && l.Cost <= maxCost && l.Latency >= 0 && l.Waited >= 0 &&
		l.Calls >= 0 && l.Retries >= 0 && l.Failures >= 0 &&
		l.Limit.Requests >= 0 && l.Limit.Tokens >= 0 && l.Limit.Per >= 0
}

// tidy makes a line sound whose Use is not: it costs what was reserved.
func (l *line) tidy(begun *line) {
	u := model.Use{
		Time: begun.Time, Story: begun.Story, Role: begun.Role, Page: begun.Page, Model: begun.Model,
		Op: l.Op, N: l.N, Of: l.Of, Kind: l.Kind, Final: l.Final, Cost: begun.Cost,
	}
	l.Use, l.Guess = u, true
}

// encode gives the line with its line feed.
func (l *line) encode() ([]byte, error) {
	data, err := json.Marshal(l)
	return append(data, '\n'), err
}

// failed reports whether a call ended here without an answer. A model that is
// gone hands its call to the next of its ladder, and a cancelled call was
// stopped by the teacher: neither is a failure.
func failed(u *model.Use) bool {
	return u.Final && u.Kind != "" && u.Kind != model.Canceled && u.Kind != model.Gone
}

// exhausted reports whether a call failed after all its attempts.
func exhausted(u *model.Use) bool {
	return failed(u) && u.N > 1 && u.N >= u.Of
}
