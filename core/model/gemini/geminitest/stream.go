package geminitest

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"edusmart/core/model"
)

// event sends one server-sent event, in pieces that are cut anywhere: within a
// letter's bytes and within an escape too. It reports whether the caller is
// still there.
func (x *exchange) event(v any) bool {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // what is sent is made here
	}
	line := append(append([]byte("data: "), data...), "\r\n\r\n"...)
	for at := 0; at < len(line); {
		n := min(1+int(x.s.chance()*700), len(line)-at)
		if _, err := x.w.Write(line[at : at+n]); err != nil {
			return false
		}
		x.flush()
		at += n
	}
	return x.r.Context().Err() == nil
}

// textOf gives the answer of a text model under a fault, and how it ends.
func (x *exchange) textOf(f Fault) (text, finish string) {
	finish = "STOP"
	switch {
	case f == Prose:
		return "Of course! I would love to write a story about this. Once upon a time there was a document.", finish
	case x.isRewrite():
		text = x.rewriteOf(f)
	default:
		text = x.storyOf(f)
	}
	switch f {
	case Fenced:
		text = "```json\n" + text + "\n```\n"
	case Wrapped:
		text = `{"story": ` + text + `}`
	case MaxTokens:
		return cutPages(text), "MAX_TOKENS"
	case CutStream:
		return cutPages(text), ""
	}
	return text, finish
}

// storyOf gives a story under a fault.
func (x *exchange) storyOf(f Fault) string {
	st := x.story()
	switch f {
	case HalfSchema:
		return st.half()
	case Invented:
		st.invent()
	case NoQuiz:
		st.Quiz = nil
	}
	return st.json()
}

// cutPages gives a text up to somewhere in its pages, between letters: some
// are whole.
func cutPages(text string) string {
	at := strings.Index(text, `"quiz":`) * 6 / 10
	if at < 0 {
		at = len(text) * 6 / 10
	}
	for at > 0 && !utf8.RuneStart(text[at]) {
		at--
	}
	return text[:at]
}

// stream answers with a text, piece by piece over the time rest.
func (x *exchange) stream(f Fault, rest time.Duration) {
	text, finish := x.textOf(f)
	pieces := x.pieces(text)
	t := model.Tokens{In: x.tokensIn(), Out: utf8.RuneCountInString(text) / 4}
	x.s.update(x.rec, func(r *Request) { r.Status, r.Tokens = http.StatusOK, t })
	x.w.Header().Set("Content-Type", "text/event-stream")
	if f == Thoughtful || f == MaxTokens {
		t.Thought = 300
		x.s.update(x.rec, func(r *Request) { r.Tokens = t })
		thought := map[string]any{"text": "**Planning**\nI could write {\"title\": \"not this\"}", "thought": true}
		if !x.event(x.counted(candidate("", thought), model.Tokens{In: t.In, Thought: t.Thought})) {
			return
		}
	}
	for i, piece := range pieces {
		if !x.sleep(rest / time.Duration(len(pieces))) {
			return
		}
		if i == len(pieces)/2 && x.breakMidway(f) {
			return
		}
		end := ""
		counts := model.Tokens{In: t.In, Thought: t.Thought, Out: t.Out * (i + 1) / len(pieces)}
		if i == len(pieces)-1 {
			end = finish
		}
		if !x.event(x.counted(candidate(end, textPart(piece)), counts)) {
			return
		}
	}
	x.s.update(x.rec, func(r *Request) { r.Answered = f != CutStream })
}

// breakMidway meets the faults that strike in the middle of an answer.
func (x *exchange) breakMidway(f Fault) bool {
	switch f {
	case DropMidway:
		x.cut(io.ErrUnexpectedEOF)
	case HangMidway:
		<-x.r.Context().Done()
	case MidStreamQuota:
		e, _ := x.s.failureOf(QuotaMinute, x.rec.Model)
		x.event(e.body())
	case MidStreamBare:
		data, err := json.MarshalIndent(map[string]any{"error": map[string]any{"message": "The service is overloaded.", "status": "UNAVAILABLE"}}, "", "  ")
		if err != nil {
			panic(err) // what is sent is made here
		}
		_, _ = x.w.Write(data)
		x.flush()
	default:
		return false
	}
	return true
}

// pieces cuts a text at awkward places, between letters.
func (x *exchange) pieces(text string) []string {
	var all []string
	for text != "" {
		n := min(1+int(x.s.chance()*600), len(text))
		for n < len(text) && !utf8.RuneStart(text[n]) {
			n++
		}
		all = append(all, text[:n])
		text = text[n:]
	}
	return all
}
