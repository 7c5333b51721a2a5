package gemini

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"edusmart/core/lazyregexp"
	"edusmart/core/model"
)

// longWait is the delay from which a rate limit is no limit a minute any more:
// nobody waits for it in front of the screen.
const longWait = 300 * time.Second

// details is what an error of the service says besides its code.
type details struct {
	retry   time.Duration // the service's hint; 0: none
	reasons []string      // of ErrorInfo, such as API_KEY_INVALID
	perDay  bool
	none    bool        // a limit of 0: the plan does not include the model
	limit   model.Limit // the longest that was met
}

var (
	retryPattern = lazyregexp.New(`(?i)retry in ((?:\d+(?:\.\d+)?(?:ms|h|m|s))+)`)
	dayPattern   = lazyregexp.New(`(?i)per ?day|\bdaily\b`)
	limitPattern = lazyregexp.New(`(?i)\blimit: *(\d+)(?:[^\d.]|\.(?:\D|$)|$)`)
)

// readDetails reads an error's details, in whatever order and form they come,
// and its message, which repeats some of them.
func readDetails(list []map[string]any, message string) details {
	var d details
	for _, m := range list {
		kind, _ := m["@type"].(string)
		switch {
		case strings.HasSuffix(kind, "google.rpc.RetryInfo"):
			d.retry = max(d.retry, retryDelay(m["retryDelay"]))
		case strings.HasSuffix(kind, "google.rpc.QuotaFailure"):
			violations, _ := m["violations"].([]any)
			for _, v := range violations {
				if v, ok := v.(map[string]any); ok {
					d.violation(v)
				}
			}
		case strings.HasSuffix(kind, "google.rpc.ErrorInfo"):
			if reason, ok := m["reason"].(string); ok {
				d.reasons = append(d.reasons, reason)
			}
		}
	}
	if m := retryPattern().FindStringSubmatch(message); m != nil {
		if wait, err := time.ParseDuration(strings.ToLower(m[1])); err == nil {
			d.retry = max(d.retry, hint(wait))
		}
	}
	d.perDay = d.perDay || dayPattern().MatchString(message)
	for _, m := range limitPattern().FindAllStringSubmatch(message, -1) {
		if n, err := strconv.Atoi(m[1]); err == nil && n == 0 {
			d.none = true
		}
	}
	return d
}

// violation reads one limit that was met.
func (d *details) violation(v map[string]any) {
	id, _ := v["quotaId"].(string)
	metric, _ := v["quotaMetric"].(string)
	per := time.Duration(0)
	switch low := strings.ToLower(id); {
	case strings.Contains(low, "perday"):
		per, d.perDay = 24*time.Hour, true
	case strings.Contains(low, "perminute"):
		per = time.Minute
	}
	n, known := count(v["quotaValue"])
	if known && n == 0 {
		d.none = true
	}
	if per < d.limit.Per || !known && d.limit.Per == per {
		return
	}
	limit := model.Limit{Per: per}
	if strings.Contains(strings.ToLower(id+metric), "token") {
		limit.Tokens = n
	} else {
		limit.Requests = n
	}
	if per == 0 {
		limit = model.Limit{}
	}
	// Two limits of the same length, one on requests and one on tokens, are
	// both kept.
	if per == d.limit.Per {
		limit.Requests = max(limit.Requests, d.limit.Requests)
		limit.Tokens = max(limit.Tokens, d.limit.Tokens)
	}
	d.limit = limit
}

// count reads a number that protobuf's JSON writes as text.
func count(v any) (n int, ok bool) {
	const most = 1 << 40
	f := -1.0
	switch v := v.(type) {
	case string:
		if parsed, err := strconv.ParseFloat(strings.TrimSpace(v), 64); err == nil {
			f = parsed
		}
	case float64:
		f = v
	case json.Number:
		if parsed, err := v.Float64(); err == nil {
			f = parsed
		}
	}
	if !(f >= 0 && f <= most) {
		return 0, false
	}
	return int(f), true
}

// retryDelay reads a Duration of protobuf: "53s" in JSON; some gateways write
// the message out or give plain seconds.
func retryDelay(v any) time.Duration {
	switch v := v.(type) {
	case string:
		if d, err := time.ParseDuration(strings.TrimSpace(v)); err == nil {
			return hint(d)
		}
		if s, err := strconv.ParseFloat(strings.TrimSpace(v), 64); err == nil {
			return seconds(s)
		}
	case float64:
		return seconds(v)
	case map[string]any:
		s, _ := count(v["seconds"])
		nanos, _ := count(v["nanos"])
		return hint(seconds(float64(s)) + seconds(float64(nanos)/1e9))
	}
	return 0
}

// nextReset is when the quotas of a day begin anew after now: at midnight in
// Los Angeles.
func nextReset(now time.Time) time.Time {
	if zone, err := time.LoadLocation("America/Los_Angeles"); err == nil {
		y, m, d := now.In(zone).Date()
		return time.Date(y, m, d+1, 0, 0, 0, 0, zone)
	}
	return resetByRule(now)
}

// resetByRule is nextReset for a computer that does not know the zone, by the
// rule of the Energy Policy Act of 2005: summer time from the second Sunday in
// March, 02:00, to the first Sunday in November, 02:00. Both turns come after
// midnight, so that a day begins in the time that the day before ended in.
func resetByRule(now time.Time) time.Time {
	const hour = 3600
	winter, summer := time.FixedZone("PST", -8*hour), time.FixedZone("PDT", -7*hour)
	zone := func(at time.Time) *time.Location {
		y := at.In(winter).Year()
		from := sunday(y, time.March, 2).Add(10 * time.Hour) // 02:00 at -8
		to := sunday(y, time.November, 1).Add(9 * time.Hour) // 02:00 at -7
		if at.Before(from) || !at.Before(to) {
			return winter
		}
		return summer
	}
	y, m, d := now.In(zone(now)).Date()
	next := time.Date(y, m, d+1, 0, 0, 0, 0, winter)
	// Midnight at -7 comes an hour before midnight at -8.
	if early := next.Add(-time.Hour); zone(early) == summer {
		return early.In(summer)
	}
	return next
}

// sunday gives 00:00 UTC of the nth Sunday of a month.
func sunday(year int, month time.Month, nth int) time.Time {
	first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, (7-int(first.Weekday()))%7+7*(nth-1))
}
