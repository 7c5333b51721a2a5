package geminitest_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	gt "edusmart/core/model/gemini/geminitest"
	"edusmart/core/story"
)

const base = "http://gemini.invalid/v1beta/models/"

// post sends a request as a program without the SDK would.
func post(t testing.TB, s *gt.Server, ctx context.Context, modelName, key, body string) (status int, answer string, err error) {
	t.Helper()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, base+modelName+":generateContent", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if key != "" {
		req.Header.Set("x-goog-api-key", key)
	}
	resp, err := s.Transport().RoundTrip(req)
	if err != nil {
		return 0, "", err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	return resp.StatusCode, string(data), err
}

const hello = `{"contents":[{"parts":[{"text":"hello"}]}]}`

func TestRequestsAreCheckedAsTheRealOneDoes(t *testing.T) {
	s := gt.New(gt.Options{Key: "k", Gone: map[string]string{"gemini-2.0-flash-lite": "gemini-3.5-flash-lite", "old": ""}})
	speech := `"responseModalities":["AUDIO"],"speechConfig":{"voiceConfig":{"prebuiltVoiceConfig":{"voiceName":"Kore"}}}`
	with := func(config string) string {
		return `{"contents":[{"parts":[{"text":"hello"}]}],"generationConfig":{` + config + `}}`
	}
	for name, tt := range map[string]struct {
		model, key, body string
		status           int
		says             string
	}{
		"as it should be":          {"gemini-2.5-flash-lite", "k", hello, 200, "ready"},
		"no key":                   {"gemini-2.5-flash-lite", "", hello, 403, "unregistered callers"},
		"a wrong key":              {"gemini-2.5-flash-lite", "x", hello, 400, "API_KEY_INVALID"},
		"an unknown model":         {"gemini-9", "k", hello, 404, "is not found for API version"},
		"a model that is gone":     {"gemini-2.0-flash-lite", "k", hello, 404, "use models/gemini-3.5-flash-lite"},
		"gone without a successor": {"old", "k", hello, 404, "use a newer model"},
		"no JSON":                  {"gemini-2.5-flash-lite", "k", "{", 400, "Invalid JSON"},
		"an unknown field":         {"gemini-2.5-flash-lite", "k", `{"content":[]}`, 400, "content"},
		"nothing to say":           {"gemini-2.5-flash-lite", "k", `{}`, 400, "contents is not specified"},
		"pictures of a text model": {"gemini-2.5-flash-lite", "k", with(`"responseModalities":["IMAGE"]`), 400, "modalities"},
		"temperature for TTS 3.8":  {"gemini-3.8-flash-tts", "k", with(speech + `,"temperature":1`), 400, "temperature"},
		"a level for 2.5":          {"gemini-2.5-flash-lite", "k", with(`"thinkingConfig":{"thinkingLevel":"LOW"}`), 400, "Thinking level"},
		"thinking of 2.0's like":   {"gemini-2.5-flash-image", "k", with(`"responseModalities":["IMAGE"],"thinkingConfig":{"thinkingBudget":0}`), 400, "Thinking"},
		"an unknown voice":         {"gemini-3.8-flash-tts", "k", with(strings.Replace(speech, "Kore", "Elvis", 1)), 400, "Elvis"},
		"persons in pictures":      {"gemini-2.5-flash-image", "k", with(`"responseModalities":["IMAGE"],"imageConfig":{"personGeneration":"ALLOW_ALL"}`), 400, "personGeneration"},
		"a schema without JSON":    {"gemini-2.5-flash-lite", "k", with(`"responseSchema":{"type":"OBJECT"}`), 400, "response_mime_type"},
	} {
		status, answer, err := post(t, s, t.Context(), tt.model, tt.key, tt.body)
		if err != nil || status != tt.status || !strings.Contains(answer, tt.says) {
			t.Errorf("%s: %d %s, %v", name, status, answer, err)
		}
	}
	// A cold voice of 2.5 says nothing.
	if status, answer, _ := post(t, s, t.Context(), "gemini-2.5-flash-preview-tts", "k", with(speech+`,"temperature":0.2`)); status != 200 || strings.Contains(answer, "inlineData") {
		t.Errorf("%d %.200s", status, answer)
	}
}

func TestQuotasInVirtualTime(t *testing.T) {
	ask := func(t *testing.T, s *gt.Server) (status int, answer string) {
		t.Helper()
		status, answer, err := post(t, s, t.Context(), "gemini-2.5-flash-lite", "k", hello)
		if err != nil {
			t.Fatal(err)
		}
		return status, answer
	}
	t.Run("a fixed minute", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			s := gt.New(gt.Options{Quotas: map[string]gt.Quota{"": {PerMinute: 2, Hints: true}}})
			time.Sleep(50 * time.Second)
			for i, want := range []int{200, 200, 429, 429} {
				if got, answer := ask(t, s); got != want || want == 429 && !strings.Contains(answer, `"retryDelay": "10s"`) {
					t.Errorf("call %d: %d %s", i, got, answer)
				}
			}
			time.Sleep(10 * time.Second)
			for i, want := range []int{200, 200, 429} {
				if got, _ := ask(t, s); got != want {
					t.Errorf("in the next minute, call %d: %d", i, got)
				}
			}
		})
	})
	t.Run("a sliding minute", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			s := gt.New(gt.Options{Quotas: map[string]gt.Quota{"gemini-2.5-flash-lite": {PerMinute: 2, Sliding: true}}})
			for i, want := range []int{200, 200, 429, 200, 200, 429} {
				if got, answer := ask(t, s); got != want || strings.Contains(answer, "retryDelay") {
					t.Errorf("call %d: %d %s", i, got, answer)
				}
				time.Sleep(20 * time.Second)
			}
		})
	})
	t.Run("a day", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			s := gt.New(gt.Options{Quotas: map[string]gt.Quota{"": {PerDay: 1, Hints: true}}})
			ask(t, s)
			if got, answer := ask(t, s); got != 429 || !strings.Contains(answer, "PerDay") {
				t.Errorf("%d %s", got, answer)
			}
			time.Sleep(24 * time.Hour)
			if got, _ := ask(t, s); got != 200 {
				t.Errorf("the next day: %d", got)
			}
		})
	})
	t.Run("a plan without it", func(t *testing.T) {
		s := gt.New(gt.Options{Quotas: map[string]gt.Quota{"": {None: true}}})
		if got, answer := ask(t, s); got != 429 || !strings.Contains(answer, "limit: 0") {
			t.Errorf("%d %s", got, answer)
		}
	})
}

func TestLatencyAndCancelling(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := gt.New(gt.Options{Latency: map[story.PartKind]gt.Latency{story.Text: {First: 2 * time.Second, Rest: time.Second}}})
		start := time.Now()
		if status, _, err := post(t, s, t.Context(), "gemini-2.5-flash-lite", "k", hello); status != 200 || err != nil || time.Since(start) != 3*time.Second {
			t.Errorf("%d, %v after %v", status, err, time.Since(start))
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		start = time.Now()
		if _, _, err := post(t, s, ctx, "gemini-2.5-flash-lite", "k", hello); err == nil || time.Since(start) != time.Second {
			t.Errorf("%v after %v", err, time.Since(start))
		}
		synctest.Wait() // nothing of it goes on
		r := s.Requests()
		if len(r) != 2 || !r[0].Answered || r[1].Answered || r[0].Tokens.In == 0 || !r[0].Key || r[0].Prompt != "hello" || r[0].Role != story.Text {
			t.Errorf("%+v", r)
		}
	})
}

func TestFaultsComeAsToldAndAsSeeded(t *testing.T) {
	met := func(seed uint64) (all []gt.Fault) {
		s := gt.New(gt.Options{Seed: seed, FaultRate: 0.5, Random: []gt.Fault{gt.Overloaded, gt.QuotaMinute, gt.Internal}})
		s.Script(story.Text, gt.BadGateway, "")
		s.InjectTimes(story.Text, gt.GatewayTimeout, 2)
		for range 40 {
			_, _, _ = post(t, s, t.Context(), "gemini-2.5-flash-lite", "k", hello)
		}
		for _, r := range s.Requests() {
			all = append(all, r.Fault)
		}
		return all
	}
	a, b, c := met(1), met(1), met(2)
	equal := func(x, y []gt.Fault) bool {
		ja, _ := json.Marshal(x)
		jb, _ := json.Marshal(y)
		return bytes.Equal(ja, jb)
	}
	if !equal(a, b) || equal(a, c) {
		t.Error("a seed does not decide")
	}
	if a[0] != gt.BadGateway || a[1] != "" || a[2] != gt.GatewayTimeout || a[3] != gt.GatewayTimeout {
		t.Errorf("%q", a[:4])
	}
	faults := 0
	for _, f := range a[4:] {
		if f != "" {
			faults++
		}
	}
	if faults < 9 || faults > 27 {
		t.Errorf("%d faults in 36 calls at a rate of one half", faults)
	}
}
