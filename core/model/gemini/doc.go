// Package gemini makes stories with Google's Gemini models: a Writer, an
// Illustrator, a Narrator and a Rewriter over google.golang.org/genai.
//
// One call is one request. Nothing here retries, waits or falls back: every
// failure is a *model.Error with the Kind that the decorators of package model
// decide by, the service's own hints, and the tokens that were counted all the
// same. No answer is trusted: what comes is measured against what was asked
// before it is given on, and what a document or an answer says is data, never
// an instruction.
//
// The key travels in a header of the request and nowhere else. It is taken out
// of every error and log line should the SDK or the service repeat it.
//
// Called by core. May import model, speech and story.
package gemini
