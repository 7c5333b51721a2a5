package gemini

import (
	"context"
	"errors"
	"fmt"
	"time"

	"google.golang.org/genai"

	"edusmart/core/model"
	"edusmart/core/story"
)

// Deadlines by kind of call. A text streams, so that a minute without a byte
// means that nothing more will come.
const (
	textDeadline    = 180 * time.Second
	textIdle        = 60 * time.Second
	pictureDeadline = 120 * time.Second
	voiceDeadline   = 120 * time.Second
	listDeadline    = 30 * time.Second
)

// Most bytes of an answer by kind of call, as they come: pictures and voices
// are written in base64, four bytes for three.
const (
	textBytes    = 8 << 20
	pictureBytes = 40 << 20 // a picture of 20 MB, and as much again for others
	voiceBytes   = 64 << 20 // 16,384 tokens at 25 a second are 31 MB of samples
	listBytes    = 8 << 20
)

// call is one request to the service.
type call struct {
	c      *Client
	op     string
	role   story.PartKind
	model  string
	parent context.Context
	ctx    context.Context
	cancel context.CancelFunc
	wire   *wire
	start  time.Time
	tokens model.Tokens
}

// begin prepares a request. The caller ends it. An empty role is a listing.
func (c *Client) begin(ctx context.Context, op string, role story.PartKind, modelName string) *call {
	k := &call{c: c, op: op, role: role, model: modelName, parent: ctx, start: time.Now(), wire: &wire{}}
	deadline := listDeadline
	k.wire.limit = listBytes
	switch role {
	case story.Text:
		deadline, k.wire.limit, k.wire.idle = textDeadline, textBytes, textIdle
	case story.Picture:
		deadline, k.wire.limit = pictureDeadline, pictureBytes
	case story.Voice:
		deadline, k.wire.limit = voiceDeadline, voiceBytes
	}
	inner, stop := context.WithCancelCause(ctx)
	k.wire.stop = stop
	timed, cancel := context.WithTimeoutCause(inner, deadline, errSlow)
	k.cancel = func() { cancel(); stop(nil) }
	k.ctx = withWire(timed, k.wire)
	k.wire.quiet()
	return k
}

// end gives back what the request holds. A stream that is still open breaks
// off.
func (k *call) end() {
	k.wire.end()
	k.cancel()
}

// errPanic is what becomes of a panic of the SDK over an answer that has not
// the shape it expects.
var errPanic = errors.New("the SDK cannot read the answer")

// guard runs use and turns a panic of the SDK into an error. Code of others
// that use calls goes through safe: its panics are its own.
func (k *call) guard(use func(safe func(func())) error) (err error) {
	ours := false
	defer func() {
		if ours {
			return
		}
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errPanic, r)
		}
	}()
	return use(func(f func()) {
		ours = true
		f()
		ours = false
	})
}

// generate sends the request and gives the answer, or a *model.Error.
func (k *call) generate(contents []*genai.Content, config *genai.GenerateContentConfig) (resp *genai.GenerateContentResponse, err error) {
	config.AutomaticContinuation = genai.Ptr(false)
	err = k.guard(func(func(func())) error {
		var err error
		resp, err = k.c.models.GenerateContent(k.ctx, k.model, contents, config)
		return err
	})
	if err == nil && resp == nil {
		err = errPanic
	}
	if err != nil {
		return nil, k.fail(err)
	}
	k.note(resp)
	k.c.log.Debug("answered", "op", k.op, "model", k.model, "latency", time.Since(k.start), "tokens", k.tokens)
	return resp, nil
}

// errEnough ends a stream that its reader has had enough of.
var errEnough = errors.New("the caller has enough")

// stream sends the request and hands each piece of the answer to each, until
// it returns false. The error is a *model.Error, or errEnough.
func (k *call) stream(contents []*genai.Content, config *genai.GenerateContentConfig, each func(*genai.GenerateContentResponse) bool) error {
	config.AutomaticContinuation = genai.Ptr(false)
	err := k.guard(func(safe func(func())) error {
		for resp, err := range k.c.models.GenerateContentStream(k.ctx, k.model, contents, config) {
			if err != nil {
				return err
			}
			if resp == nil {
				return errPanic
			}
			k.note(resp)
			goOn := false
			k.wire.end() // what the caller takes its time for is not silence
			safe(func() { goOn = each(resp) })
			k.wire.resume()
			if !goOn {
				return errEnough
			}
		}
		return k.wire.broke
	})
	if err == nil || errors.Is(err, errEnough) {
		return err
	}
	return k.fail(err)
}

// note keeps what an answer says of itself. The counts of a stream grow from
// piece to piece; the last is the whole.
func (k *call) note(resp *genai.GenerateContentResponse) {
	k.c.noteStatus(k.model, resp.ModelStatus)
	u := resp.UsageMetadata
	if u == nil {
		return
	}
	in, out, thought := int(u.PromptTokenCount+u.ToolUsePromptTokenCount), int(u.CandidatesTokenCount), int(u.ThoughtsTokenCount)
	if out == 0 {
		out = int(u.TotalTokenCount) - in - thought
	}
	t := model.Tokens{In: max(in, 0), Out: max(out, 0), Thought: max(thought, 0)}
	k.tokens = model.Tokens{In: max(k.tokens.In, t.In), Out: max(k.tokens.Out, t.Out), Thought: max(k.tokens.Thought, t.Thought)}
}
