package gemini

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"google.golang.org/genai"

	"edusmart/core/model"
	"edusmart/core/story"
)

// Config says how to reach the service. However it is printed, the key is not.
type Config struct {
	// Key is the API key. It is not looked for anywhere else, and not judged
	// by its looks: several forms are in use.
	Key string `json:"-"`
	// BaseURL is where the service is; empty: the environment variable
	// GOOGLE_GEMINI_BASE_URL, else Google's.
	BaseURL string
	// Transport carries the requests; nil: one of this client's own.
	Transport http.RoundTripper `json:"-"`
	Log       *slog.Logger      `json:"-"` // nil: none
	// Retiring is told, once for each model, that the service has announced
	// its end: its notice and, where it is known, when. nil: nobody listens.
	Retiring func(modelName, notice string, at time.Time) `json:"-"`
}

// Format prints the configuration without the key, whatever the verb.
func (c Config) Format(f fmt.State, _ rune) { fmt.Fprint(f, c.String()) }

// String is the configuration without the key.
func (c Config) String() string {
	key := "none"
	if c.Key != "" {
		key = redacted
	}
	return "gemini.Config{Key: " + key + ", BaseURL: " + c.BaseURL + "}"
}

// GoString is String.
func (c Config) GoString() string { return c.String() }

// LogValue is String, for the log.
func (c Config) LogValue() slog.Value { return slog.StringValue(c.String()) }

// Client speaks with the service. It is safe for concurrent use.
type Client struct {
	models    *genai.Models
	transport http.RoundTripper
	own       bool // transport is this client's
	scrub     scrubber
	log       *slog.Logger
	retiring  func(string, string, time.Time)

	mu      sync.Mutex
	told    map[string]bool            // models whose end was told
	without map[string]map[string]bool // by model: settings that it does not take
	refused map[string]bool            // scenes that were refused once
}

// New gives a Client. It sends nothing. The errors are of kind model.Key,
// where the key cannot be one.
func New(ctx context.Context, c Config) (*Client, error) {
	const op = "reach Gemini"
	key := strings.TrimSpace(c.Key)
	if key == "" {
		return nil, model.Errorf(op, model.Key, "There is no key yet. Enter a key in Settings.", nil)
	}
	if strings.ContainsFunc(key, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return nil, model.Errorf(op, model.Key, "This is no key: it has spaces or unusual letters in it. Copy the key again.", nil)
	}
	client := &Client{
		transport: c.Transport, scrub: newScrubber(key), log: c.Log, retiring: c.Retiring,
		told: map[string]bool{}, without: map[string]map[string]bool{}, refused: map[string]bool{},
	}
	if client.transport == nil {
		client.transport, client.own = newTransport(), true
	}
	if client.log == nil {
		client.log = slog.New(slog.DiscardHandler)
	}
	sdk, err := genai.NewClient(ctx, &genai.ClientConfig{
		APIKey:  key,
		Backend: genai.BackendGeminiAPI,
		HTTPClient: &http.Client{
			Transport: tap{client.transport},
			// The key would travel along to wherever a redirect points.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		HTTPOptions: genai.HTTPOptions{BaseURL: c.BaseURL},
	})
	if err != nil {
		// The SDK's error prints the whole configuration, the key included.
		return nil, model.Errorf(op, model.Key, "The connection to Gemini cannot be set up. Check the key and the address.",
			errors.New("the SDK refuses the configuration"))
	}
	client.models = sdk.Models
	return client, nil
}

// newTransport is http.DefaultTransport's like, with a sign of life asked of
// connections that have gone quiet: a laptop that changed its network would
// else wait on a dead one.
func newTransport() http.RoundTripper {
	base, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		return http.DefaultTransport
	}
	t := base.Clone()
	t.HTTP2 = &http.HTTP2Config{SendPingTimeout: 15 * time.Second, PingTimeout: 10 * time.Second}
	return t
}

// Close ends idle connections of the client's own transport. Calls that are
// under way go on.
func (c *Client) Close() {
	if t, ok := c.transport.(interface{ CloseIdleConnections() }); ok && c.own {
		t.CloseIdleConnections()
	}
}

// Format prints no more than the name of the type: there is a key inside.
func (c *Client) Format(f fmt.State, _ rune) { fmt.Fprint(f, "gemini.Client") }

// Writer gives a Writer that asks the named model.
func (c *Client) Writer(modelName string) model.Writer {
	return &writer{c, bareName(modelName)}
}

// Illustrator gives an Illustrator that asks the named model.
func (c *Client) Illustrator(modelName string) model.Illustrator {
	return &illustrator{c, bareName(modelName)}
}

// Narrator gives a Narrator that asks the named model.
func (c *Client) Narrator(modelName string) model.Narrator {
	return &narrator{c, bareName(modelName)}
}

// Rewriter gives a Rewriter that asks the named model.
func (c *Client) Rewriter(modelName string) model.Rewriter {
	return &rewriter{c, bareName(modelName)}
}

// source is how parts made with the model name their maker.
func source(modelName string) string { return string(story.Gemini) + ":" + modelName }

// does reports whether the model has not yet refused the setting.
func (c *Client) does(modelName, setting string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return !c.without[modelName][setting]
}

// leaveOut remembers that the model does not take the setting. It reports
// whether that was new.
func (c *Client) leaveOut(modelName, setting string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.without[modelName][setting] {
		return false
	}
	if c.without[modelName] == nil {
		c.without[modelName] = map[string]bool{}
	}
	c.without[modelName][setting] = true
	return true
}

// noteStatus tells once that a model is going away.
func (c *Client) noteStatus(modelName string, s *genai.ModelStatus) {
	if s == nil || s.ModelStage != genai.ModelStageDeprecated && s.ModelStage != genai.ModelStageRetired && s.RetirementTime.IsZero() {
		return
	}
	c.mu.Lock()
	first := !c.told[modelName]
	c.told[modelName] = true
	c.mu.Unlock()
	if !first {
		return
	}
	notice := clean(c.scrub.text(s.Message), 500)
	c.log.Warn("the model is going away", "model", modelName, "stage", string(s.ModelStage), "at", s.RetirementTime, "notice", notice)
	if c.retiring != nil {
		c.retiring(modelName, notice, s.RetirementTime)
	}
}
