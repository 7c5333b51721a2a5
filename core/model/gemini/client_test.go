package gemini_test

import (
	"context"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core/model"
	"edusmart/core/model/gemini"
	gt "edusmart/core/model/gemini/geminitest"
	"edusmart/core/story"
)

func TestTheKeyIsNeverPrinted(t *testing.T) {
	cfg := gemini.Config{Key: key, BaseURL: "http://gemini.invalid"}
	c := connect(t, gt.New(gt.Options{}))
	var logged record
	slog.New(slog.NewJSONHandler(&logged, nil)).Info("x", "config", cfg, "pointer", &cfg, "client", c)
	js, err := json.Marshal(map[string]any{"c": cfg})
	if err != nil {
		t.Fatal(err)
	}
	type around struct {
		C gemini.Config
		P *gemini.Config
	}
	all := logged.String() + string(js) + fmt.Sprint(c.Writer(textModel), c.Illustrator(pictureModel), c.Narrator(voiceModel))
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%d", "%q", "%x"} {
		all += fmt.Sprintf(verb+verb+verb+verb, cfg, &cfg, around{cfg, &cfg}, c)
	}
	if strings.Contains(all, "sentinel") || strings.Contains(all, fmt.Sprintf("%x", "sentinel")) {
		t.Errorf("the key shows: %s", all)
	}
}

func TestKeysThatCannotBe(t *testing.T) {
	t.Setenv("GEMINI_API_KEY", "from-the-environment")
	for _, k := range []string{"", "  ", "AIza\nsentinel", "two sentinel words", "sentinel‑ünïcode"} {
		_, err := gemini.New(t.Context(), gemini.Config{Key: k})
		if model.KindOf(err) != model.Key || strings.Contains(fmt.Sprintf("%+v", err), "sentinel") {
			t.Errorf("%q: %v", k, err)
		}
	}
	if _, err := gemini.New(t.Context(), gemini.Config{Key: key, BaseURL: "http://[broken"}); err != nil && strings.Contains(err.Error(), "sentinel") {
		t.Errorf("the key shows: %v", err)
	}
}

// roundTrip is a network of one's own.
type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func over(t *testing.T, f roundTrip) *gemini.Client {
	t.Helper()
	c, err := gemini.New(t.Context(), gemini.Config{Key: key, BaseURL: "https://gemini.invalid", Transport: f})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestErrorsOfTheNetwork(t *testing.T) {
	for name, tt := range map[string]struct {
		err  error
		kind model.Kind
	}{
		"the network is switched off": {&model.Error{Op: "reach", Kind: model.Local, Say: "This computer only is switched on."}, model.Local},
		"an unknown certificate":      {x509.UnknownAuthorityError{}, model.Device},
		"another name":                {x509.HostnameError{Certificate: &x509.Certificate{}, Host: "x"}, model.Device},
		"an error with the key in it": {errors.New("cannot send " + key), model.Offline},
		"nothing to be found":         {errors.New("no such host"), model.Offline},
	} {
		t.Run(name, func(t *testing.T) {
			sent := 0
			c := over(t, func(*http.Request) (*http.Response, error) { sent++; return nil, tt.err })
			for _, role := range []story.PartKind{story.Text, story.Picture, story.Voice} {
				_, err := do(t, c, role)
				if e := checkError(t, err, tt.kind); e.Op == "reach" {
					t.Error("the error does not say what was being done")
				}
			}
			if sent != 3 {
				t.Errorf("three calls were %d requests", sent)
			}
		})
	}
}

func TestTheKeyTravelsInTheHeaderOnlyAndToNowhereElse(t *testing.T) {
	var hosts []string
	c := over(t, func(r *http.Request) (*http.Response, error) {
		hosts = append(hosts, r.URL.Host)
		if r.Header.Get("x-goog-api-key") != key || strings.Contains(r.URL.String(), "sentinel") {
			t.Errorf("%s, header %q", r.URL, r.Header.Get("x-goog-api-key"))
		}
		return &http.Response{StatusCode: http.StatusTemporaryRedirect, Header: http.Header{"Location": {"https://elsewhere.invalid/"}}, Body: http.NoBody}, nil
	})
	_, err := do(t, c, story.Voice)
	checkError(t, err, model.Offline)
	if !slices.Equal(hosts, []string{"gemini.invalid"}) {
		t.Errorf("the request went to %q", hosts)
	}
}

func TestCancellingTakesEffectAtOnce(t *testing.T) {
	for _, role := range []story.PartKind{story.Text, story.Picture, story.Voice} {
		synctest.Test(t, func(t *testing.T) {
			s := gt.New(gt.Options{Key: key, Latency: map[story.PartKind]gt.Latency{role: {First: time.Minute, Rest: time.Minute}}})
			c := connect(t, s)
			for _, after := range []time.Duration{0, time.Second, 59 * time.Second} {
				ctx, cancel := context.WithCancelCause(t.Context())
				time.AfterFunc(after, func() { cancel(model.ErrSkip) })
				start := time.Now()
				var err error
				switch role {
				case story.Text:
					for _, err = range c.Writer(textModel).Write(ctx, brief()) {
					}
				case story.Picture:
					_, err = c.Illustrator(pictureModel).Illustrate(ctx, scene())
				case story.Voice:
					_, err = c.Narrator(voiceModel).Narrate(ctx, script())
				}
				checkError(t, err, model.Canceled)
				if !errors.Is(err, model.ErrSkip) || time.Since(start) != after {
					t.Errorf("after %v: %v", time.Since(start), err)
				}
			}
		})
	}
}

func TestTryTellsWhichModelsAnswer(t *testing.T) {
	s := gt.New(gt.Options{
		Key: key, PictureSide: 128, Gone: map[string]string{"gemini-2.0-flash-lite": "gemini-3.5-flash-lite"},
		Latency: map[story.PartKind]gt.Latency{story.Voice: {First: 300 * time.Millisecond}},
	})
	synctest.Test(t, func(t *testing.T) {
		c := connect(t, s)
		for role, m := range map[story.PartKind]string{story.Text: textModel, story.Picture: pictureModel, story.Voice: voiceModel} {
			if took, err := c.Try(t.Context(), role, m); err != nil || role == story.Voice && took != 300*time.Millisecond {
				t.Errorf("%s: %v, %v", role, took, err)
			}
		}
		_, err := c.Try(t.Context(), story.Text, "gemini-2.0-flash-lite")
		if e := checkError(t, err, model.Gone); e.Replacement != "gemini-3.5-flash-lite" {
			t.Errorf("replacement %q", e.Replacement)
		}
		s.Inject(gt.BadKey)
		_, err = c.Try(t.Context(), story.Text, textModel)
		if e := checkError(t, err, model.Key); e.Say != "The key was not accepted. Nothing was charged. Check the key." {
			t.Errorf("%q", e.Say)
		}
	})
}

func TestModelsListsWhatCanGenerate(t *testing.T) {
	c := connect(t, gt.New(gt.Options{Key: key, Gone: map[string]string{"gemini-2.0-flash-lite": ""}}))
	names, err := c.Models(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(names) != 9 || !slices.IsSorted(names) || slices.Contains(names, "text-embedding-004") || !slices.Contains(names, "gemini-3.8-flash-tts") {
		t.Errorf("%q", names)
	}
	c = connect(t, gt.New(gt.Options{Key: "another"}))
	if _, err := c.Models(t.Context()); model.KindOf(err) != model.Key {
		t.Errorf("%v", err)
	}
}

func TestLaddersBeginWithTheOriginal(t *testing.T) {
	l := gemini.DefaultLadders()
	if l[story.Text][0] != "gemini-2.0-flash-lite" || l[story.Picture][0] != "gemini-2.5-flash-image" || l[story.Voice][0] != "gemini-2.5-flash-preview-tts" {
		t.Errorf("%v", l)
	}
	s := gt.New(gt.Options{Key: key, PictureSide: 128})
	c := connect(t, s)
	for role, models := range l {
		for _, m := range models {
			if _, err := c.Try(t.Context(), role, m); err != nil {
				t.Errorf("%s: %v", m, err)
			}
		}
	}
	l[story.Text][0] = "changed"
	if gemini.DefaultLadders()[story.Text][0] == "changed" {
		t.Error("the caller can change the ladders")
	}
}

func TestAModelThatGoesAwayIsToldOnce(t *testing.T) {
	answer := `{"candidates":[{"content":{"parts":[{"text":"ready"}]},"finishReason":"STOP"}],"modelStatus":{"modelStage":"DEPRECATED","retirementTime":"2027-01-31T00:00:00Z","message":"Use another, not ` + key + `."}}`
	told := 0
	c, err := gemini.New(t.Context(), gemini.Config{
		Key: key, BaseURL: "https://gemini.invalid",
		Transport: roundTrip(func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: body(answer)}, nil
		}),
		Retiring: func(m, notice string, at time.Time) {
			told++
			if m != textModel || at.Year() != 2027 || notice != "Use another, not [key]." {
				t.Errorf("%q, %q, %v", m, notice, at)
			}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if _, err := c.Try(t.Context(), story.Text, textModel); err != nil {
			t.Fatal(err)
		}
	}
	if told != 1 {
		t.Errorf("told %d times", told)
	}
}
