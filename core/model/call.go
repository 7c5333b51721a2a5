package model

import (
	"context"
	"errors"
	"time"

	"edusmart/core/story"
)

// Attempts is how many times a call is tried in all. After the last failure
// the model rests for the last step of the backoff.
const Attempts = 6

// Call is what decorators know of the call they work for: whose it is, and
// who wants to hear of its waits. It travels in the context.
type Call struct {
	Story string         // id; may be empty
	Role  story.PartKind // story.Text, story.Picture or story.Voice
	Page  int            // from 0; -1: the whole story
	// Rank orders calls that wait for the same model: lower goes first.
	Rank int
	// Tell is told of every failed attempt and of every hold, on the calling
	// goroutine; it must not block. nil: nobody listens.
	Tell func(Attempt)
	// Now ends the present wait when something arrives on it: the teacher
	// said "try now". nil: never.
	Now <-chan struct{}
	// Gate is asked before every attempt is sent: nil says that it may be,
	// else what comes is closed when it may: the teacher can pause a job. It
	// must not block. nil: always open.
	Gate func() <-chan struct{}
}

// Attempt tells that a call waits, or that it gave up.
type Attempt struct {
	Op    string
	Model string
	N, Of int       // N is the attempt that failed; 0: none was sent yet, the model is held
	Err   error     // why: of this attempt, or of the one that made the model wait
	Next  time.Time // when it goes on; zero: it gave up
}

type callKey struct{}

// called is what the context holds: a call, and the context it was begun in.
type called struct {
	call *Call
	base context.Context
}

// WithCall gives a context that carries c. What ends one call with ErrSkip or
// ErrUseDevice is derived from the result, not from ctx: after ErrUseDevice
// the work on this computer goes on under ctx, so that it still ends with the
// job.
func WithCall(ctx context.Context, c *Call) context.Context {
	return context.WithValue(ctx, callKey{}, called{c, ctx})
}

// CallOf gives the Call that ctx carries; never nil.
func CallOf(ctx context.Context) *Call {
	if c, ok := ctx.Value(callKey{}).(called); ok {
		return c.call
	}
	return &Call{Page: -1}
}

// afterCall gives the context for what is done for a call that was ended
// itself: the one the call was begun in.
func afterCall(ctx context.Context) context.Context {
	c, ok := ctx.Value(callKey{}).(called)
	if !ok || errors.Is(context.Cause(c.base), ErrUseDevice) {
		return context.WithoutCancel(ctx)
	}
	return WithCall(c.base, c.call)
}

// gate gives what is closed when the call may go on; nil: it may.
func (c *Call) gate() <-chan struct{} {
	if c.Gate == nil {
		return nil
	}
	return c.Gate()
}

// tell hands a to whoever listens.
func (c *Call) tell(a Attempt) {
	if c.Tell != nil {
		c.Tell(a)
	}
}

// The causes by which a teacher ends one call, through
// context.WithCancelCause: the part is left out, or made on this computer.
var (
	ErrSkip      = errors.New("left out by the teacher")
	ErrUseDevice = errors.New("to be made on this computer instead")
)
