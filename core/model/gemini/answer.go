package gemini

import (
	"errors"
	"fmt"
	"strings"

	"google.golang.org/genai"

	"edusmart/core/model"
	"edusmart/core/story"
)

// verdict is what an answer amounts to, before anybody looks at what it says.
type verdict struct {
	blocked string // why the prompt was blocked; "": it was not
	reason  string // the candidate's finish reason; "": it has none
	message string // the service's words for it
	text    string // of all text parts, thoughts left out
	blobs   []*genai.Blob
}

// look reads an answer, or one piece of it. Anything may be missing.
func look(resp *genai.GenerateContentResponse) verdict {
	var v verdict
	if f := resp.PromptFeedback; f != nil {
		v.blocked = string(f.BlockReason)
		v.message = f.BlockReasonMessage
	}
	if len(resp.Candidates) == 0 || resp.Candidates[0] == nil {
		return v
	}
	c := resp.Candidates[0]
	if c.FinishReason != genai.FinishReasonUnspecified {
		v.reason = string(c.FinishReason)
	}
	if c.FinishMessage != "" {
		v.message = c.FinishMessage
	}
	if c.Content == nil {
		return v
	}
	var text strings.Builder
	for _, p := range c.Content.Parts {
		switch {
		case p == nil || p.Thought:
		case p.InlineData != nil && len(p.InlineData.Data) > 0:
			v.blobs = append(v.blobs, p.InlineData)
		default:
			text.WriteString(p.Text)
		}
	}
	v.text = text.String()
	return v
}

// forbids reports whether the service will not answer this prompt, rather
// than that it failed to.
func (v verdict) forbids() bool {
	switch genai.BlockedReason(v.blocked) {
	case "", genai.BlockedReasonUnspecified, genai.BlockedReasonOther:
	default:
		return true
	}
	switch genai.FinishReason(v.reason) {
	case genai.FinishReasonSafety, genai.FinishReasonBlocklist, genai.FinishReasonProhibitedContent, genai.FinishReasonSPII,
		genai.FinishReasonImageSafety, genai.FinishReasonImageProhibitedContent, genai.FinishReasonImageRecitation:
		return true
	}
	return false
}

// verdict makes the error of an answer without what was asked for. what says
// what is missing, for the log.
func (k *call) verdict(v verdict, what string) *model.Error {
	detail := fmt.Sprintf("%s (blocked %q, finished %q: %s; text %.200q)", what, v.blocked, v.reason, v.message, v.text)
	if v.forbids() {
		return k.answered(model.Refused, k.sayRefused(), detail)
	}
	return k.answered(model.Unusable, k.sayUnusable(), detail)
}

// unusable makes the error of an answer whose content will not do.
func (k *call) unusable(format string, args ...any) *model.Error {
	return k.answered(model.Unusable, k.sayUnusable(), fmt.Sprintf(format, args...))
}

// answered makes an error about an answer that came, and was counted.
func (k *call) answered(kind model.Kind, say, detail string) *model.Error {
	e := &model.Error{Op: k.op, Kind: kind, Say: say, Model: k.model, Tokens: k.tokens, Err: k.c.scrub.err(errors.New(detail))}
	k.c.log.Info("answered in vain", "op", k.op, "model", k.model, "kind", string(kind), "tokens", k.tokens, "err", e.Err)
	return e
}

func (k *call) sayUnusable() string {
	switch k.role {
	case story.Picture:
		return "Gemini gave no picture that can be used. Try again."
	case story.Voice:
		return "Gemini gave no voice that can be used. Try again."
	}
	return "Gemini’s text broke off or cannot be used. Try again."
}

func (k *call) sayRefused() string {
	switch k.role {
	case story.Picture:
		return "Gemini will not draw this page. Change what the picture shows, or have it drawn on this computer."
	case story.Voice:
		return "Gemini will not speak this page. Change its text, or use this computer’s voice."
	}
	return "Gemini will not work with this document. Choose other pages, or have the text made on this computer."
}
