package geminitest

import (
	"io"
	"net/http"
	"strings"
	"unicode/utf8"

	"edusmart/core/model"
)

// tokensIn counts the request roughly as the service does: four letters a
// token, 258 for a picture.
func (x *exchange) tokensIn() int {
	return utf8.RuneCountInString(x.rec.Prompt)/4 + 258*x.rec.Images + 1
}

// candidate makes an answer of one candidate.
func candidate(finish string, parts ...any) map[string]any {
	c := map[string]any{"index": 0}
	if finish != "" {
		c["finishReason"] = finish
	}
	if len(parts) > 0 {
		c["content"] = map[string]any{"role": "model", "parts": parts}
	}
	return map[string]any{"candidates": []any{c}}
}

func textPart(text string) any { return map[string]any{"text": text} }

func textResponse(text string) map[string]any { return candidate("STOP", textPart(text)) }

func blob(mime string, data []byte) any {
	return map[string]any{"inlineData": map[string]any{"mimeType": mime, "data": data}}
}

// counted adds what the answer costs.
func (x *exchange) counted(answer map[string]any, t model.Tokens) map[string]any {
	usage := map[string]any{"promptTokenCount": t.In, "totalTokenCount": t.In + t.Out + t.Thought}
	if t.Out > 0 {
		usage["candidatesTokenCount"] = t.Out
	}
	if t.Thought > 0 {
		usage["thoughtsTokenCount"] = t.Thought
	}
	answer["usageMetadata"] = usage
	answer["modelVersion"] = x.rec.Model
	answer["responseId"] = "geminitest"
	return answer
}

// once sends a whole answer at once, or half of it.
func (x *exchange) once(answer map[string]any, t model.Tokens, f Fault) {
	x.counted(answer, t)
	x.s.update(x.rec, func(r *Request) { r.Status, r.Tokens = http.StatusOK, t })
	if f == DropMidway {
		x.w.Header().Set("Content-Type", "application/json; charset=UTF-8")
		_, _ = io.WriteString(x.w, `{"candidates": [{"content": {"parts": [`)
		x.flush()
		x.cut(io.ErrUnexpectedEOF)
		return
	}
	x.json(http.StatusOK, answer)
	x.s.update(x.rec, func(r *Request) { r.Answered = x.r.Context().Err() == nil })
}

func (x *exchange) flush() {
	_ = http.NewResponseController(x.w).Flush()
}

// oddAnswer meets the faults that any role's answer can have: they come with
// status 200. It reports whether f was one.
func (x *exchange) oddAnswer(f Fault) bool {
	blocked := map[Fault]string{
		BlockSafety: "SAFETY", BlockOther: "OTHER", BlockList: "BLOCKLIST", BlockProhibited: "PROHIBITED_CONTENT", BlockImage: "IMAGE_SAFETY",
	}
	finished := map[Fault]string{
		FinishSafety: "SAFETY", FinishOther: "OTHER", NoParts: "STOP", NoImage: "NO_IMAGE", ImageSafety: "IMAGE_SAFETY",
		ImageProhibited: "IMAGE_PROHIBITED_CONTENT", ImageRecitation: "IMAGE_RECITATION", ImageOther: "IMAGE_OTHER",
	}
	in := model.Tokens{In: x.tokensIn()}
	var answer map[string]any
	switch {
	case blocked[f] != "":
		answer = map[string]any{"promptFeedback": map[string]any{"blockReason": blocked[f]}}
	case finished[f] != "":
		answer = candidate(finished[f])
	case f == NoCandidates:
		answer = map[string]any{}
	case f == TextOnly:
		answer = textResponse("Here is what you asked for: a wonderful result.")
		in.Out = 12
	case f == OddShape:
		answer = map[string]any{"candidates": "none today"}
	case f == Garbage:
		x.s.update(x.rec, func(r *Request) { r.Status = http.StatusOK })
		x.w.Header().Set("Content-Type", "application/json; charset=UTF-8")
		_, _ = io.WriteString(x.w, "%PDF-1.4 \x00\xff{{{ not an answer")
		return true
	case f == HugeBody:
		x.endless()
		return true
	default:
		return false
	}
	if x.rec.Method != "streamGenerateContent" {
		x.once(answer, in, "")
		return true
	}
	x.s.update(x.rec, func(r *Request) { r.Status, r.Tokens = http.StatusOK, in })
	x.w.Header().Set("Content-Type", "text/event-stream")
	if x.event(x.counted(answer, in)) {
		x.s.update(x.rec, func(r *Request) { r.Answered = true })
	}
	return true
}

// endless sends until nobody listens.
func (x *exchange) endless() {
	x.s.update(x.rec, func(r *Request) { r.Status = http.StatusOK })
	x.w.Header().Set("Content-Type", "application/json; charset=UTF-8")
	filler := strings.Repeat("all work and no play ", 1<<12)
	_, err := io.WriteString(x.w, `{"candidates": [{"content": {"parts": [{"text": "`)
	for err == nil && x.r.Context().Err() == nil {
		_, err = io.WriteString(x.w, filler)
	}
}
