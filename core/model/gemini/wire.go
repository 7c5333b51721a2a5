package gemini

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// The causes by which a call of this package ends its own request.
var (
	errSlow    = errors.New("no whole answer in time")
	errStalled = errors.New("no byte for too long")
	errTooBig  = errors.New("the answer is larger than any answer should be")
)

// maxErrorBody bounds the bytes read of an answer that is an error.
const maxErrorBody = 1 << 20

// wire is one request as it is seen beneath the SDK, which shows neither the
// headers of an error nor where an answer broke off. It travels in the
// request's context; transport and SDK work on the caller's goroutine, so it
// needs no lock.
type wire struct {
	limit int64 // bytes of an answer
	idle  time.Duration
	stop  context.CancelCauseFunc
	clock *time.Timer

	status     int // 0: no answer came
	html       bool
	retryAfter time.Duration
	err        error // of the round trip
	broke      error // where the body broke off
}

type wireKey struct{}

func withWire(ctx context.Context, w *wire) context.Context {
	return context.WithValue(ctx, wireKey{}, w)
}

// quiet starts the clock that ends the request after idle without a byte.
func (w *wire) quiet() {
	if w.idle > 0 {
		w.clock = time.AfterFunc(w.idle, func() { w.stop(errStalled) })
	}
}

// end stops the clock.
func (w *wire) end() {
	if w.clock != nil {
		w.clock.Stop()
	}
}

// resume lets the clock run again from the start.
func (w *wire) resume() {
	if w.clock != nil {
		w.clock.Reset(w.idle)
	}
}

// tap is a RoundTripper that fills in the wire of each request.
type tap struct{ next http.RoundTripper }

// RoundTrip sends the request on.
func (t tap) RoundTrip(req *http.Request) (*http.Response, error) {
	w, _ := req.Context().Value(wireKey{}).(*wire)
	resp, err := t.next.RoundTrip(req)
	if w == nil || err != nil {
		if w != nil {
			w.err = err
		}
		return resp, err
	}
	w.status = resp.StatusCode
	w.html = strings.Contains(strings.ToLower(resp.Header.Get("Content-Type")), "html")
	w.retryAfter = parseRetryAfter(resp.Header.Get("Retry-After"), time.Now())
	limit := w.limit
	if resp.StatusCode >= 300 {
		limit = maxErrorBody
	}
	resp.Body = &body{w: w, body: resp.Body, left: limit}
	return resp, nil
}

// body reads an answer up to its limit. Where it breaks off it says so to the
// wire and ends quietly: the SDK would print the error to the process's log.
type body struct {
	w    *wire
	body io.ReadCloser
	left int64
}

func (b *body) Read(p []byte) (int, error) {
	n, err := b.body.Read(p)
	if n > 0 {
		b.w.resume()
	}
	if b.left -= int64(n); b.left < 0 {
		b.w.broke = errTooBig
		return 0, io.EOF
	}
	if err != nil && !errors.Is(err, io.EOF) {
		b.w.broke = err
		return n, io.EOF
	}
	return n, err
}

// Close ends the answer; that it cannot be ended properly helps nobody.
func (b *body) Close() error {
	_ = b.body.Close()
	return nil
}

// maxHint is the longest wait that a hint of the service is taken for.
const maxHint = 48 * time.Hour

// parseRetryAfter reads a Retry-After header: seconds, or a date (RFC 9110,
// section 10.2.3). Anything else is no hint.
func parseRetryAfter(header string, now time.Time) time.Duration {
	header = strings.TrimSpace(header)
	if header == "" {
		return 0
	}
	if s, err := strconv.ParseFloat(header, 64); err == nil {
		return seconds(s)
	}
	if at, err := http.ParseTime(header); err == nil {
		return hint(at.Sub(now))
	}
	return 0
}

// seconds gives a hint of s seconds.
func seconds(s float64) time.Duration {
	if !(s > 0) {
		return 0
	}
	return time.Duration(min(s, maxHint.Seconds()) * float64(time.Second))
}

// hint gives d where it can be a hint, else 0.
func hint(d time.Duration) time.Duration { return min(max(d, 0), maxHint) }
