// Package locale gives the process a locale that the toolkit understands,
// before the toolkit looks.
//
// Fyne parses the locale while its packages are initialised and prints an
// error for "C" and "POSIX", which minimal systems and scripts use; the command
// line promises one line on stderr. Go initialises packages whose imports are
// ready in the order of their import paths, so this one, which imports only
// the standard library, comes first.
//
// Imported by main for its effect. Imports nothing of ours.
package locale

import (
	"os"
	"strings"
)

func init() {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if isPlain(os.Getenv(name)) {
			_ = os.Setenv(name, plain) // cannot fail: neither holds a zero byte
		}
	}
}

// plain is what stands for a locale that names no language.
const plain = "en_US.UTF-8"

// isPlain reports whether a locale names no language (POSIX 1-2017, 7.2).
func isPlain(locale string) bool {
	name, _, _ := strings.Cut(locale, ".")
	return name == "C" || name == "POSIX"
}
