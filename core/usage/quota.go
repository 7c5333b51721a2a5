package usage

import (
	"cmp"
	"slices"
	"time"
	_ "time/tzdata" // Windows has no table of time zones, and the day of a quota is California's

	"edusmart/core/model"
)

// pacific is where the day of a quota begins, at midnight
// (ai.google.dev/gemini-api/docs/rate-limits).
const pacific = "America/Los_Angeles"

// quotaKey names a limit: of a model, by the minute or by the day, on
// requests or on tokens.
type quotaKey struct {
	modelKey
	per    time.Duration
	tokens bool
}

// limit is what a rejection told last.
type limit struct {
	most  int
	told  time.Time
	reset time.Time // zero: not told
}

// quotas gives the limits that rejections have told, and how much of each is
// used in the window that holds now.
func (b *book) quotas(now time.Time) []QuotaUse {
	var all []QuotaUse
	for key, l := range b.limits() {
		q := QuotaUse{Role: key.role, Model: key.name, Limit: l.most, Per: key.per, Tokens: key.tokens}
		from, reset := window(key.per, now)
		var first time.Time
		q.Used, first = b.accepted(key, from, now)
		switch {
		case l.reset.After(now):
			q.Reset = l.reset
		case !reset.IsZero():
			q.Reset = reset
		case !first.IsZero():
			q.Reset = first.Add(key.per)
		}
		all = append(all, q)
	}
	slices.SortFunc(all, func(a, b QuotaUse) int {
		return cmp.Or(
			compareModels(ModelUse{Role: a.Role, Model: a.Model}, ModelUse{Role: b.Role, Model: b.Model}),
			cmp.Compare(b.Per, a.Per),
			boolean(a.Tokens)-boolean(b.Tokens),
		)
	})
	return all
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// limits collects the last limit that was told of each kind.
func (b *book) limits() map[quotaKey]limit {
	found := map[quotaKey]limit{}
	for i := range b.held {
		a := &b.held[i]
		if a.Limit.Per <= 0 {
			continue
		}
		key := quotaKey{modelKey: modelKey{a.Role, a.Model}, per: a.Limit.Per}
		for _, most := range []int{a.Limit.Requests, a.Limit.Tokens} {
			if old := found[key]; most > 0 && !a.Time.Before(old.told) {
				found[key] = limit{most: most, told: a.Time, reset: a.Reset}
			}
			key.tokens = true
		}
	}
	return found
}

// window gives the beginning of the window of a limit. A minute's window
// slides: it has no fixed end.
func window(per time.Duration, now time.Time) (from, reset time.Time) {
	if per < 24*time.Hour {
		return now.Add(-per), time.Time{}
	}
	zone, err := time.LoadLocation(pacific)
	if err != nil { // cannot be: the table is built in
		zone = time.FixedZone("PST", -8*60*60)
	}
	y, m, d := now.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, zone), time.Date(y, m, d+1, 0, 0, 0, 0, zone)
}

// accepted counts what the service has taken on in a window, and tells when
// the first of it was sent.
func (b *book) accepted(key quotaKey, from, to time.Time) (used int, first time.Time) {
	const late = time.Hour // no attempt is written down later than this after it was sent
	for i := len(b.held) - 1; i >= 0; i-- {
		a := &b.held[i]
		if a.Time.Before(from.Add(-late)) && !a.Time.IsZero() {
			break
		}
		if a.Role != key.role || a.Model != key.name || !took(a) || !a.Time.After(from) || a.Time.After(to) {
			continue
		}
		if key.tokens {
			used += a.Tokens.In
		} else {
			used++
		}
		if first.IsZero() || a.Time.Before(first) {
			first = a.Time
		}
	}
	return used, first
}

// took reports whether the service has worked on an attempt, whatever came of
// it.
func took(a *attempt) bool {
	switch a.Kind {
	case "", model.Unusable, model.Refused, model.Canceled:
		return true
	}
	return a.lost
}
