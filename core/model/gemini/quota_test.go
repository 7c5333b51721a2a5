package gemini

import (
	"encoding/json"
	"testing"
	"time"
	_ "time/tzdata" // where the computer does not know the zone

	"edusmart/core/model"
)

func TestReadDetails(t *testing.T) {
	const types = `"@type":"type.googleapis.com/google.rpc.`
	for name, tt := range map[string]struct {
		details, message string
		want             details
	}{
		"nothing":                {"[]", "", details{}},
		"a delay":                {`[{` + types + `RetryInfo","retryDelay":"53s"}]`, "", details{retry: 53 * time.Second}},
		"the longer of two":      {`[{` + types + `RetryInfo","retryDelay":"53s"}]`, "Please retry in 53.016342224s.", details{retry: 53016342224}},
		"a delay in minutes":     {"[]", "Please retry in 1h2m3.5s.", details{retry: time.Hour + 2*time.Minute + 3500*time.Millisecond}},
		"in milliseconds":        {"[]", "please RETRY in 740.5ms", details{retry: 740500 * time.Microsecond}},
		"seconds as a number":    {`[{` + types + `RetryInfo","retryDelay":7}]`, "", details{retry: 7 * time.Second}},
		"as an object":           {`[{` + types + `RetryInfo","retryDelay":{"seconds":"7","nanos":500000000}}]`, "", details{retry: 7500 * time.Millisecond}},
		"a delay that is none":   {`[{` + types + `RetryInfo","retryDelay":"soon"}]`, "retry in a while", details{}},
		"a delay in the past":    {`[{` + types + `RetryInfo","retryDelay":"-5s"}]`, "", details{}},
		"a delay of a year":      {`[{` + types + `RetryInfo","retryDelay":"8760h"}]`, "", details{retry: maxHint}},
		"limit 0":                {"[]", "Quota exceeded for metric: x, limit: 0, model: y", details{none: true}},
		"limit 0 at the end":     {"[]", "Quota exceeded, limit: 0", details{none: true}},
		"limit 0 and a stop":     {"[]", "Quota exceeded, limit: 0.", details{none: true}},
		"limit 0.5":              {"[]", "limit: 0.5", details{}},
		"limit 10":               {"[]", "limit: 10, limit: 100", details{}},
		"a day in words":         {"[]", "You have used up your daily quota.", details{perDay: true}},
		"a day by its name":      {"[]", "Quota exceeded: GenerateRequestsPerDayPerProject", details{perDay: true}},
		"a reason":               {`[{` + types + `ErrorInfo","reason":"API_KEY_INVALID"}]`, "", details{reasons: []string{"API_KEY_INVALID"}}},
		"shapes that are others": {`[{"@type":7},{` + types + `QuotaFailure","violations":"x"},{` + types + `QuotaFailure","violations":[1,null]},{` + types + `ErrorInfo","reason":1},{` + types + `RetryInfo"}]`, "", details{}},
		"a minute and a day": {
			`[{` + types + `QuotaFailure","violations":[
			{"quotaId":"GenerateRequestsPerMinutePerProjectPerModel-FreeTier","quotaValue":"10"},
			{"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier","quotaValue":"250"}]}]`, "",
			details{perDay: true, limit: model.Limit{Requests: 250, Per: 24 * time.Hour}},
		},
		"a day and a minute": {
			`[{` + types + `QuotaFailure","violations":[
			{"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier","quotaValue":250},
			{"quotaId":"GenerateRequestsPerMinutePerProjectPerModel-FreeTier","quotaValue":"10"}]}]`, "",
			details{perDay: true, limit: model.Limit{Requests: 250, Per: 24 * time.Hour}},
		},
		"requests and tokens": {
			`[{` + types + `QuotaFailure","violations":[
			{"quotaId":"GenerateContentInputTokensPerModelPerMinute-FreeTier","quotaValue":"250000"},
			{"quotaId":"GenerateRequestsPerMinutePerProjectPerModel-FreeTier","quotaValue":"10"}]}]`, "",
			details{limit: model.Limit{Requests: 10, Tokens: 250_000, Per: time.Minute}},
		},
		"a value that is none": {
			`[{` + types + `QuotaFailure","violations":[{"quotaId":"GenerateRequestsPerMinutePerProjectPerModel","quotaValue":"many"}]}]`, "",
			details{limit: model.Limit{Per: time.Minute}},
		},
		"a value of 0": {
			`[{` + types + `QuotaFailure","violations":[{"quotaId":"GenerateRequestsPerMinutePerProjectPerModel","quotaValue":"0"}]}]`, "",
			details{none: true, limit: model.Limit{Per: time.Minute}},
		},
	} {
		var list []map[string]any
		if err := json.Unmarshal([]byte(tt.details), &list); err != nil {
			t.Fatal(name, err)
		}
		got := readDetails(list, tt.message)
		if len(got.reasons) != len(tt.want.reasons) || len(got.reasons) > 0 && got.reasons[0] != tt.want.reasons[0] {
			t.Errorf("%s: reasons %q", name, got.reasons)
		}
		if got.retry != tt.want.retry || got.perDay != tt.want.perDay || got.none != tt.want.none || got.limit != tt.want.limit {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
	}
}

func FuzzReadDetails(f *testing.F) {
	f.Add([]byte(`[{"@type":"google.rpc.RetryInfo","retryDelay":"53s"},{"@type":"google.rpc.QuotaFailure","violations":[{"quotaId":"PerDay","quotaValue":"1e99"}]}]`), "retry in 9999999999999h. limit: 0")
	f.Add([]byte(`[{"@type":"google.rpc.RetryInfo","retryDelay":{"seconds":-1e300,"nanos":"x"}}]`), "retry in 1.1.1s limit: 99999999999999999999")
	f.Fuzz(func(t *testing.T, data []byte, message string) {
		var list []map[string]any
		_ = json.Unmarshal(data, &list)
		d := readDetails(list, message)
		if d.retry < 0 || d.retry > maxHint || d.limit.Requests < 0 || d.limit.Tokens < 0 || d.limit.Per != 0 && d.limit.Per != time.Minute && d.limit.Per != 24*time.Hour {
			t.Errorf("%+v", d)
		}
		if r := replacementIn(message, "gemini-x"); r == "gemini-x" {
			t.Error("a model replaces itself")
		}
		if wait := parseRetryAfter(message, time.Now()); wait < 0 || wait > maxHint {
			t.Errorf("%v", wait)
		}
	})
}

func TestRetryAfterHeader(t *testing.T) {
	now := time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	for header, want := range map[string]time.Duration{
		"": 0, "30": 30 * time.Second, " 1.5 ": 1500 * time.Millisecond, "Tue, 24 Nov 2026 08:02:00 GMT": 2 * time.Minute,
		"Tue, 24 Nov 2026 07:00:00 GMT": 0, "-1": 0, "NaN": 0, "Inf": maxHint, "soon": 0,
	} {
		if got := parseRetryAfter(header, now); got != want {
			t.Errorf("%q: %v, want %v", header, got, want)
		}
	}
}

func TestADayBeginsAtMidnightPacific(t *testing.T) {
	for now, want := range map[string]string{
		"2026-11-24T06:44:00Z": "2026-11-24T08:00:00Z",
		"2026-11-24T08:00:00Z": "2026-11-25T08:00:00Z",
		"2026-07-01T06:59:59Z": "2026-07-01T07:00:00Z",
		"2026-03-08T08:00:00Z": "2026-03-09T07:00:00Z", // the clocks go forward in the night
		"2026-10-31T08:00:00Z": "2026-11-01T07:00:00Z",
		"2026-11-01T07:30:00Z": "2026-11-02T08:00:00Z", // and back
		"2026-12-31T23:00:00Z": "2027-01-01T08:00:00Z",
	} {
		at, err := time.Parse(time.RFC3339, now)
		if err != nil {
			t.Fatal(err)
		}
		for name, f := range map[string]func(time.Time) time.Time{"nextReset": nextReset, "resetByRule": resetByRule} {
			if got := f(at).UTC().Format(time.RFC3339); got != want {
				t.Errorf("%s after %s: %s, want %s", name, now, got, want)
			}
		}
	}
}

// The rule gives what the zone's own table gives, hour by hour for some years.
func TestTheRuleAgreesWithTheZone(t *testing.T) {
	for at := time.Date(2026, 1, 1, 0, 30, 0, 0, time.UTC); at.Year() < 2028; at = at.Add(time.Hour) {
		if a, b := nextReset(at), resetByRule(at); !a.Equal(b) {
			t.Fatalf("after %v: by the zone %v, by the rule %v", at, a.UTC(), b.UTC())
		}
	}
}

func TestGoneMessages(t *testing.T) {
	for message, want := range map[string]struct {
		gone bool
		by   string
	}{
		"This model models/gemini-x is no longer available. Please update your code to use a newer model for the latest features and improvements.":          {true, ""},
		"This model models/gemini-x is no longer available to new users. Please update your code to use models/gemini-3.5-flash-lite.":                       {true, "gemini-3.5-flash-lite"},
		"This model models/gemini-x is no longer available to new users. Please update your code to use gemini-3.5-flash-lite":                               {true, "gemini-3.5-flash-lite"},
		"models/gemini-x is not found for API version v1beta, or is not supported for generateContent. Call ListModels to see the list of available models.": {true, ""},
		"The model models/gemini-x has been shut down. Migrate to models/gemini-y-2 or models/gemini-z.":                                                     {true, "gemini-y-2"},
		"Model gemini-x was retired.":           {true, ""},
		"The model is overloaded.":              {false, ""},
		"Request contains an invalid argument.": {false, ""},
		"Use models/../../etc":                  {false, ""},
	} {
		if got := saysGone(message); got != want.gone {
			t.Errorf("%q: gone %v", message, got)
		}
		if got := replacementIn(message, "gemini-x"); got != want.by {
			t.Errorf("%q: replaced by %q, want %q", message, got, want.by)
		}
	}
}
