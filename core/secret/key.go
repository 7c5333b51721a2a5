// Package secret keeps the key of the service: in the system's keyring, or,
// where there is none, in a file that only its owner can read. It says which.
//
// A Key shows itself to nobody but the caller of Reveal: whatever prints,
// logs or encodes it gets "(a key)".
//
// Called by core. May import model and disk. It alone imports go-keyring.
package secret

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"edusmart/core/model"
)

// The length of a key in bytes. Nothing is said of how it begins: services
// change that.
const (
	minKey = 20
	maxKey = 512
)

// Key is a service's key. The zero value is no key.
//
// It is a struct around a function, not a string, because fmt prints the
// unexported fields of other structs by what they are made of and without
// asking their methods: of a function it shows the address only.
type Key struct{ reveal func() string }

var (
	_ fmt.Formatter  = Key{}
	_ slog.LogValuer = Key{}
)

func keyOf(text string) Key {
	if text == "" {
		return Key{}
	}
	return Key{func() string { return text }}
}

// Parse takes a key as it was typed or pasted: white space around it is left
// out; what remains is one line of 20 to 512 printable ASCII characters
// without spaces. An error is a *model.Error of kind Input and does not hold
// what was typed.
func Parse(text string) (Key, error) {
	const op = "read key"
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return Key{}, model.Errorf(op, model.Input, "There is no key yet. Paste the key that the service gave you.", nil)
	case !printable(text):
		return Key{}, model.Errorf(op, model.Input, "This is not a key: a key is one line of letters, digits and signs, without spaces. Copy it once more.", errors.New("not printable ASCII"))
	case len(text) < minKey:
		return Key{}, model.Errorf(op, model.Input, "This is too short for a key. Copy the whole key.", fmt.Errorf("%d bytes", len(text)))
	case len(text) > maxKey:
		return Key{}, model.Errorf(op, model.Input, "This is too long for a key. Copy the key alone.", fmt.Errorf("%d bytes", len(text)))
	}
	return keyOf(text), nil
}

func printable(text string) bool {
	for i := range len(text) {
		if text[i] <= ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// FromEnvironment gives the key that the environment holds: GOOGLE_API_KEY
// beats GEMINI_API_KEY, as in Google's own client. It may be of any length up
// to 512, since it may be meant for another server. What is no key is passed
// over.
func FromEnvironment(getenv func(string) string) Key {
	for _, name := range []string{"GOOGLE_API_KEY", "GEMINI_API_KEY"} {
		if text := strings.TrimSpace(getenv(name)); text != "" && len(text) <= maxKey && printable(text) {
			return keyOf(text)
		}
	}
	return Key{}
}

// Reveal gives the key itself. Call it where the key leaves for the service
// and nowhere else.
func (k Key) Reveal() string {
	if k.reveal == nil {
		return ""
	}
	return k.reveal()
}

// Empty reports whether there is no key.
func (k Key) Empty() bool { return k.reveal == nil }

// Equal reports whether two keys are the same.
func (k Key) Equal(other Key) bool { return k.Reveal() == other.Reveal() }

// Tail gives the last four characters of a key that is longer than 20, by
// which its owner knows it; of a shorter one nothing.
func (k Key) Tail() string {
	if text := k.Reveal(); len(text) > minKey {
		return text[len(text)-4:]
	}
	return ""
}

// String gives "(a key)", or "(no key)" where there is none.
func (k Key) String() string {
	if k.Empty() {
		return "(no key)"
	}
	return "(a key)"
}

// GoString is String.
func (k Key) GoString() string { return k.String() }

// Format prints String for every verb.
func (k Key) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, k.String()) }

// MarshalText encodes String, for JSON and every other encoding of texts.
func (k Key) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// LogValue logs String.
func (k Key) LogValue() slog.Value { return slog.StringValue(k.String()) }
