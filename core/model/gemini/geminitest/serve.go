package geminitest

import (
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"syscall"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// maxRequest is the largest request that is taken, in bytes.
const maxRequest = 70 << 20

// exchange is one request and its answer.
type exchange struct {
	s    *Server
	w    http.ResponseWriter
	r    *http.Request
	rec  *Request
	body body
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	x := &exchange{s: s, w: w, r: r}
	path, ok := strings.CutPrefix(r.URL.Path, "/v1beta/models")
	name, method, called := strings.Cut(strings.TrimPrefix(path, "/"), ":")
	rec := Request{Time: time.Now(), Model: name, Method: method, Key: r.Header.Get("x-goog-api-key") != ""}
	if ok && !called && r.Method == http.MethodGet {
		rec.Method = "list"
		x.rec = s.note(rec)
		if x.keyed() {
			x.list(name)
		}
		return
	}
	data, err := io.ReadAll(io.LimitReader(r.Body, maxRequest+1))
	if err != nil {
		return // the request itself broke off
	}
	rec.Body = data
	role, exists := s.role(name)
	rec.Role = role
	var parseErr error
	x.body, parseErr = parse(data)
	rec.Prompt, rec.Images, rec.Voice, rec.Style = x.body.prompt(), x.body.images(), x.body.voice(), x.body.style()
	x.rec = s.note(rec)
	replacement, isGone := s.options.Gone[name]
	switch {
	case !ok || !called || r.Method != http.MethodPost || method != "generateContent" && method != "streamGenerateContent":
		x.fail(simple(http.StatusNotFound, "NOT_FOUND", "Method not found."))
	case len(data) > maxRequest:
		x.fail(simple(http.StatusBadRequest, "INVALID_ARGUMENT", "Request payload size exceeds the limit."))
	case !x.keyed():
	case isGone:
		x.fail(gone(name, replacement))
	case !exists:
		x.fail(neverExisted(name))
	case parseErr != nil:
		x.fail(simple(http.StatusBadRequest, "INVALID_ARGUMENT", parseErr.Error()))
	default:
		wrong := check(name, role, x.body)
		if wrong == "" {
			wrong = without(s.options.Without[name], x.body)
		}
		if wrong != "" {
			x.fail(simple(http.StatusBadRequest, "INVALID_ARGUMENT", wrong))
			return
		}
		x.answer()
	}
}

// role gives what a model does, and whether it is there.
func (s *Server) role(name string) (story.PartKind, bool) {
	if slices.Contains(s.options.Absent, name) {
		return usual[name], false
	}
	if role, ok := s.options.Models[name]; ok {
		return role, true
	}
	role, ok := usual[name]
	return role, ok
}

// keyed answers requests without the right key.
func (x *exchange) keyed() bool {
	key := x.r.Header.Get("x-goog-api-key")
	switch {
	case key == "":
		x.fail(simple(http.StatusForbidden, "PERMISSION_DENIED", "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API."))
	case x.s.options.Key != "" && key != x.s.options.Key:
		x.fail(badKey())
	default:
		return true
	}
	return false
}

// answer meets the call's fault, its quota and its latency, and then gives
// what was asked.
func (x *exchange) answer() {
	f := x.s.draw(x.rec.Role)
	x.s.update(x.rec, func(r *Request) { r.Fault = f })
	if e, ok := x.s.failureOf(f, x.rec.Model); ok {
		x.fail(e)
		return
	}
	if x.breakOff(f) {
		return
	}
	if d, ok := x.s.admit(x.rec.Model, x.rec.Time); !ok {
		x.fail(denied(x.rec.Model, d))
		return
	}
	first, rest := x.s.latency(x.rec.Role)
	if x.rec.Method == "generateContent" {
		first, rest = first+rest, 0
	}
	if !x.sleep(first) {
		return
	}
	if x.oddAnswer(f) {
		return
	}
	switch {
	case x.rec.Method == "streamGenerateContent":
		x.stream(f, rest)
	case x.rec.Role == story.Text:
		x.once(textResponse("ready"), model.Tokens{In: x.tokensIn(), Out: 1}, f)
	case x.rec.Role == story.Picture:
		x.picture(f)
	case x.rec.Role == story.Voice:
		x.voice(f)
	}
}

// sleep waits for d, or until the caller has gone.
func (x *exchange) sleep(d time.Duration) bool {
	if d <= 0 {
		return x.r.Context().Err() == nil
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-x.r.Context().Done():
		return false
	}
}

// fail answers with an error.
func (x *exchange) fail(f failure) {
	for k, v := range f.header {
		x.w.Header()[k] = v
	}
	x.s.update(x.rec, func(r *Request) { r.Status = f.code })
	x.json(f.code, f.body())
}

func (x *exchange) json(status int, v any) {
	data, err := json.Marshal(v)
	if status != http.StatusOK { // the service indents all, but sounds would take the tests long
		data, err = json.MarshalIndent(v, "", "  ")
	}
	if err != nil {
		panic(err) // what is sent is made here
	}
	x.w.Header().Set("Content-Type", "application/json; charset=UTF-8")
	x.w.WriteHeader(status)
	_, _ = x.w.Write(data) // the caller may have gone
}

// page answers with a page of HTML.
func (x *exchange) page(status int, text string) {
	x.s.update(x.rec, func(r *Request) { r.Status = status })
	x.w.Header().Set("Content-Type", "text/html; charset=utf-8")
	x.w.WriteHeader(status)
	_, _ = io.WriteString(x.w, "<!doctype html><title>"+text+"</title><h1>"+text+"</h1>")
}

// breaker is a ResponseWriter that can end its connection with an error of
// the network.
type breaker interface{ breakWith(err error) }

// cut ends the connection: with a reset, or as if it were closed.
func (x *exchange) cut(err error) {
	if b, ok := x.w.(breaker); ok {
		b.breakWith(err)
		return
	}
	conn, _, hijackErr := http.NewResponseController(x.w).Hijack()
	if hijackErr != nil {
		panic(http.ErrAbortHandler)
	}
	if tcp, ok := conn.(*net.TCPConn); ok && !errors.Is(err, io.ErrUnexpectedEOF) {
		_ = tcp.SetLinger(0) // closing then resets
	}
	_ = conn.Close()
}

// breakOff meets the faults of the network, and answers that are none.
func (x *exchange) breakOff(f Fault) bool {
	switch f {
	case Refuse:
		x.cut(&net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED})
	case Reset:
		x.cut(&net.OpError{Op: "read", Net: "tcp", Err: syscall.ECONNRESET})
	case Drop:
		x.cut(io.ErrUnexpectedEOF)
	case Hang:
		<-x.r.Context().Done()
	case HTMLPage:
		x.page(http.StatusServiceUnavailable, "Service Unavailable")
	case SignIn:
		x.page(http.StatusOK, "Sign in to the school network")
	case Redirect:
		x.s.update(x.rec, func(r *Request) { r.Status = http.StatusFound })
		http.Redirect(x.w, x.r, "http://signin.invalid/", http.StatusFound)
	default:
		return false
	}
	return true
}

// list answers a listing of models, in pages of four.
func (x *exchange) list(name string) {
	if name != "" {
		if _, ok := x.s.role(name); !ok {
			x.fail(neverExisted(name))
			return
		}
	}
	var all []any
	var names []string
	for n := range usual {
		names = append(names, n)
	}
	for n := range x.s.options.Models {
		names = append(names, n)
	}
	names = append(names, "text-embedding-004")
	slices.Sort(names)
	for _, n := range slices.Compact(names) {
		_, isGone := x.s.options.Gone[n]
		if _, ok := x.s.role(n); !ok && n != "text-embedding-004" || isGone {
			continue
		}
		methods := []string{"generateContent", "countTokens"}
		if n == "text-embedding-004" {
			methods = []string{"embedContent"}
		}
		all = append(all, map[string]any{"name": "models/" + n, "displayName": n, "supportedGenerationMethods": methods})
	}
	const size = 4
	from := 4 * len(x.r.URL.Query().Get("pageToken"))
	answer := map[string]any{"models": all[min(from, len(all)):min(from+size, len(all))]}
	if from+size < len(all) {
		answer["nextPageToken"] = strings.Repeat("x", from/size+1)
	}
	x.s.update(x.rec, func(r *Request) { r.Status, r.Answered = http.StatusOK, true })
	x.json(http.StatusOK, answer)
}
