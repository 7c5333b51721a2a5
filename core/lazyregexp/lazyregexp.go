// Package lazyregexp compiles a regular expression when it is first used. Sixty of
// them, compiled before main begins, would hold back every start of the window
// and of the child that reads a document, which use few or none of them.
//
// Called by whoever has a pattern at package level. May import the standard
// library only.
package lazyregexp

import (
	"regexp"
	"sync"
)

// New gives the compiled expression, compiled by the first call. A text that
// is no regular expression panics then; house_test.go compiles every one.
func New(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
