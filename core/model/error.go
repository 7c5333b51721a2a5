package model

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Kind classifies why a call did not give what was asked. Decorators decide
// by it alone.
type Kind string

// The kinds of failure.
const (
	Offline  Kind = "offline"  // the service could not be reached; may pass
	Busy     Kind = "busy"     // the service failed or is overloaded; may pass
	Quota    Kind = "quota"    // too many requests this minute; passes
	QuotaDay Kind = "day"      // the day's quota is used up; final
	Key      Kind = "key"      // the key is missing, wrong or may not do this; final
	Gone     Kind = "gone"     // the model is no longer offered; try the next
	Refused  Kind = "refused"  // the service will not answer this prompt; final
	Unusable Kind = "unusable" // an answer came and cannot be used
	Canceled Kind = "canceled" // the caller stopped it
	Capped   Kind = "cap"      // the month's cap on cost would be passed; final
	Local    Kind = "local"    // "this computer only" forbids the network; final
	Input    Kind = "input"    // the document or the request cannot be worked with; final
	Device   Kind = "device"   // something on this computer is missing or failed; final
)

// Passes reports whether the same call may well succeed later, with nothing
// changed but the time.
func (k Kind) Passes() bool { return k == Offline || k == Busy || k == Quota }

// Error is the one kind of error that makers return.
type Error struct {
	Op         string // what was being done, such as "narrate page"
	Kind       Kind
	RetryAfter time.Duration // the service's own hint; 0: none
	// Say is one sentence for the teacher: what happened and what to do.
	Say string
	Err error // the details, for the log; may be nil

	Model       string    // the model that was asked; "" for this computer
	Replacement string    // of Gone: the model that the service names instead; may be empty
	Reset       time.Time // of QuotaDay: when it may be asked again; zero: unknown
	Limit       Limit     // of Quota and QuotaDay: the limit that was met, as far as it was told
	Tokens      Tokens    // what the answer cost all the same, of Unusable and Refused
}

// Limit is a quota of a model as the service tells it. The zero value is an
// unknown one.
type Limit struct {
	Requests int           // requests in Per; 0: unknown, or not a limit on requests
	Tokens   int           // input tokens in Per; 0: unknown, or not a limit on tokens
	Per      time.Duration // a minute or 24 hours
}

// Error gives the operation, the sentence and the cause, for the log.
func (e *Error) Error() string {
	s := e.Op + ": " + string(e.Kind)
	if e.Say != "" {
		s += ": " + e.Say
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an Error with a sentence for the teacher.
func Errorf(op string, kind Kind, say string, cause error) *Error {
	return &Error{Op: op, Kind: kind, Say: say, Err: cause}
}

// asError gives the Error that err wraps; nil: none.
func asError(err error) *Error {
	e, _ := errors.AsType[*Error](err)
	return e
}

// KindOf gives the Kind of err: Canceled for a cancelled context, "" for nil,
// Busy for an error that nobody classified.
func KindOf(err error) Kind {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Kind
	}
	if errors.Is(err, context.Canceled) {
		return Canceled
	}
	return Busy
}

// Sentence gives what to tell the teacher about err: its Say where it has
// one, else a plain sentence that points to the log.
func Sentence(err error) string {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok && e.Say != "" {
		return e.Say
	}
	if KindOf(err) == Canceled {
		return "It was stopped."
	}
	return fmt.Sprintf("Something went wrong (%v). Try again; the log has the details.", err)
}
