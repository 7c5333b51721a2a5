package gemini

import (
	"strings"

	"edusmart/core/lazyregexp"
)

var (
	gonePattern = lazyregexp.New(`(?i)\bmodels?\b.*\b(?:no longer (?:available|supported|offered)|is not found|not found for api version|was not found|does not exist|(?:has been|was|is) (?:shut down|retired|deprecated|discontinued|removed)|not supported for generatecontent)`)
	namePattern = lazyregexp.New(`(?i)\bmodels/([a-z0-9][a-z0-9._-]{1,80})|\b(gemini-[a-z0-9][a-z0-9._-]{1,80})`)
	instead     = lazyregexp.New(`(?i)\b(?:use|to|switch|migrate|try|instead|with)\b`)
)

// saysGone reports whether an error's message says that the model is not
// offered, whatever its code.
func saysGone(message string) bool { return gonePattern().MatchString(message) }

// replacementIn finds the model that a message names in place of another; ""
// where it names none.
func replacementIn(message, gone string) string {
	// What comes before the first "use" speaks of the model that is gone.
	at := 0
	if i := strings.Index(strings.ToLower(message), gone); i >= 0 {
		at = i + len(gone)
	}
	rest := message[at:]
	if m := instead().FindStringIndex(rest); m != nil {
		rest = rest[m[1]:]
	}
	for _, m := range namePattern().FindAllStringSubmatch(rest, -1) {
		name := m[1]
		if name == "" {
			name = m[2]
		}
		name = strings.ToLower(strings.TrimRight(name, "._-"))
		if name != strings.ToLower(gone) {
			return name
		}
	}
	return ""
}
