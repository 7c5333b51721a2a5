// Package geminitest is a Gemini service that is not there: a server that
// answers as Google's does, in success and in every fault that is known of
// it, with quotas and latencies. It checks requests as the real one does.
//
// It stands in over HTTP (Start) and, for tests in virtual time, in memory
// (Transport): everything it waits for is a timer or the end of the request.
//
// Called by tests only. May import model and story; it knows nothing of the
// client it answers but the marks around a document in a prompt.
package geminitest
