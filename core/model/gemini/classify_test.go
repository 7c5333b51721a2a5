package gemini_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"edusmart/core/model"
	"edusmart/core/model/gemini"
	gt "edusmart/core/model/gemini/geminitest"
	"edusmart/core/story"
)

// Answers of the service that a server of its own need not be built for.
func TestErrorsAreReadByWhatTheySay(t *testing.T) {
	errorOf := func(code int, status, message string) string {
		return fmt.Sprintf(`{"error":{"code":%d,"status":%q,"message":%q}}`, code, status, message)
	}
	for name, tt := range map[string]struct {
		status int
		body   string
		kind   model.Kind
		say    string
	}{
		"an expired key":              {400, errorOf(400, "INVALID_ARGUMENT", "API key expired. Please renew the API key."), model.Key, "was not accepted"},
		"a key that is not found":     {400, errorOf(400, "INVALID_ARGUMENT", "API Key not found. Please pass a valid API key."), model.Key, "was not accepted"},
		"no credentials":              {401, errorOf(401, "UNAUTHENTICATED", "Request had invalid authentication credentials."), model.Key, "was not accepted"},
		"another service's key":       {403, errorOf(403, "PERMISSION_DENIED", "Generative Language API has not been used in project 7 before or it is disabled."), model.Key, "not for Gemini"},
		"a key with limits":           {403, errorOf(403, "PERMISSION_DENIED", "Requests from referer <empty> are blocked."), model.Key, "may not do this"},
		"the country":                 {400, errorOf(400, "FAILED_PRECONDITION", "User location is not supported for the API use."), model.Key, "country"},
		"billing":                     {400, errorOf(400, "FAILED_PRECONDITION", "Billing account not configured."), model.Key, "Billing"},
		"a prompt too long":           {400, errorOf(400, "INVALID_ARGUMENT", "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576)."), model.Refused, "fewer pages"},
		"a payload too large":         {413, "", model.Refused, "fewer pages"},
		"a conflict":                  {409, errorOf(409, "ABORTED", "The operation was aborted."), model.Busy, "busy"},
		"a code that is text":         {503, `{"error":{"code":"503","message":"x"}}`, model.Busy, "busy"},
		"an error that is text":       {500, `{"error":"the backend failed"}`, model.Busy, "busy"},
		"an empty error":              {502, "", model.Busy, "busy"},
		"a status without code":       {429, `{"error":{"status":"RESOURCE_EXHAUSTED","message":"slow down"}}`, model.Quota, "this minute"},
		"an error in a 200":           {200, `{"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"slow down"}}`, model.Quota, "this minute"},
		"a filter's page":             {403, "<html>blocked by the school's filter", model.Offline, "network"},
		"a page that is not there":    {404, "<html>The requested URL /v1beta/models/x was not found on this server.", model.Offline, "network"},
		"a rate limit's page":         {429, "<html>unusual traffic", model.Quota, "this minute"},
		"a proxy that wants a name":   {407, "", model.Offline, "network"},
		"a model that cannot do this": {404, errorOf(404, "NOT_FOUND", "models/x is not supported for generateContent."), model.Gone, "not offered"},
	} {
		t.Run(name, func(t *testing.T) {
			kind := "application/json"
			if strings.HasPrefix(tt.body, "<html") {
				kind = "text/html"
			}
			c := over(t, func(*http.Request) (*http.Response, error) {
				return &http.Response{StatusCode: tt.status, Header: http.Header{"Content-Type": {kind}}, Body: body(strings.ReplaceAll(tt.body, "\n", ""))}, nil
			})
			roles := []story.PartKind{story.Text, story.Picture, story.Voice}
			if tt.status == 200 {
				roles = roles[:1] // a stream's errors come so
			}
			for _, role := range roles {
				_, err := do(t, c, role)
				want := tt.say
				if tt.kind == model.Gone {
					want = "no longer offered"
				}
				if e := checkError(t, err, tt.kind); !strings.Contains(e.Say, want) {
					t.Errorf("%q does not say %q", e.Say, want)
				}
			}
		})
	}
}

// An error that repeats the key, in whatever form, loses it.
func TestAnErrorThatRepeatsTheKeyLosesIt(t *testing.T) {
	c := over(t, func(r *http.Request) (*http.Response, error) {
		text := fmt.Sprintf(`{"error":{"code":400,"status":"INVALID_ARGUMENT","message":"bad key=%s","details":[{"@type":"x","url":"https://x/?key=AQ.sentinel-key%%2Fthat%%2Bmust%%3Dnever%%26show"}]}}`, key)
		return &http.Response{StatusCode: http.StatusBadRequest, Header: http.Header{"Content-Type": {"application/json"}}, Body: body(text)}, nil
	})
	for _, role := range []story.PartKind{story.Text, story.Picture, story.Voice} {
		_, err := do(t, c, role)
		if e := checkError(t, err, model.Refused); !strings.Contains(e.Error(), "[key]") {
			t.Errorf("the details are lost: %v", e)
		}
	}
}

// A panic of the caller is the caller's.
func TestAPanicOfTheCallerIsNotSwallowed(t *testing.T) {
	c := connect(t, gt.New(gt.Options{Key: key}))
	defer func() {
		if r := recover(); r != "of the caller" {
			t.Errorf("recovered %v", r)
		}
	}()
	for range c.Writer(textModel).Write(t.Context(), brief()) {
		panic("of the caller")
	}
}

// Calls of several stories at once, with faults by chance: each ends with an
// answer or with an error that says what to do.
func TestManyCallsAtOnce(t *testing.T) {
	s := gt.New(gt.Options{Key: key, PictureSide: 128, VoiceRate: 8000, FaultRate: 0.4, Seed: 7, Random: []gt.Fault{
		gt.QuotaMinute, gt.Overloaded, gt.DropMidway, gt.CutStream, gt.ImageSafety, gt.Silence, gt.OddShape, gt.Reset,
	}})
	c := connect(t, s)
	var wg sync.WaitGroup
	for i := range 24 {
		wg.Go(func() {
			role := []story.PartKind{story.Text, story.Picture, story.Voice}[i%3]
			for range 4 {
				if _, err := do(t, c, role); err != nil && (model.KindOf(err) == "" || model.Sentence(err) == "") {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if n := len(s.Requests()); n != 96 {
		t.Errorf("%d requests of 96 calls", n)
	}
}

var _ interface {
	Writer(string) model.Writer
	Illustrator(string) model.Illustrator
	Narrator(string) model.Narrator
} = (*gemini.Client)(nil)
