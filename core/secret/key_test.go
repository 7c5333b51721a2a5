package secret

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"edusmart/core/model"
)

const typed = "AQ.Ab8RN6Jx_x-0123456789abcdefSECRET"

func parse(t *testing.T, text string) Key {
	t.Helper()
	k, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestNothingButRevealShowsAKey(t *testing.T) {
	k := parse(t, typed)
	type inside struct {
		Key    Key
		hidden Key
		many   map[string]*Key
	}
	values := map[string]any{
		"key": k, "pointer": &k, "list": []Key{k}, "map": map[string]Key{"a": k},
		"struct": inside{k, k, map[string]*Key{"a": &k}}, "struct pointer": &inside{k, k, nil},
		"error": fmt.Errorf("with %v: %w", k, errors.New(k.String())),
		"attr":  slog.Any("key", k),
	}
	for name, v := range values {
		var out bytes.Buffer
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%T", "%p", "%08.3f", "%U"} {
			fmt.Fprintf(&out, verb+"\n", v)
		}
		fmt.Fprintln(&out, v)
		slog.New(slog.NewTextHandler(&out, nil)).Info("text", "v", v)
		slog.New(slog.NewJSONHandler(&out, nil)).Info("json", "v", v)
		if data, err := json.Marshal(v); err == nil {
			out.Write(data)
		}
		if data, err := xml.Marshal(v); err == nil {
			out.Write(data)
		}
		leaked := []string{typed, "SECRET", fmt.Sprintf("%x", typed), fmt.Sprintf("%X", typed)}
		for _, secret := range leaked {
			if strings.Contains(out.String(), secret) {
				t.Errorf("%s: %s", name, out.String())
			}
		}
		if name == "key" && !strings.Contains(out.String(), "(a key)") {
			t.Errorf("a key is printed as %s", out.String())
		}
	}
	if k.Reveal() != typed {
		t.Error("Reveal gives another key")
	}
	if (Key{}).String() != "(no key)" || (Key{}).Reveal() != "" || !(Key{}).Empty() {
		t.Error("the zero Key is one")
	}
}

func TestParse(t *testing.T) {
	tests := []struct {
		name, text string
		ok         bool
	}{
		{"old kind", "AIza" + strings.Repeat("x", 35), true},
		{"new kind", typed, true},
		{"spaces and line ends around it", " \t" + typed + "\r\n", true},
		{"20 characters", strings.Repeat("k", 20), true},
		{"512 characters", strings.Repeat("k", 512), true},
		{"nothing", "  \n", false},
		{"19 characters", strings.Repeat("k", 19), false},
		{"513 characters", strings.Repeat("k", 513), false},
		{"two lines", typed + "\n" + typed, false},
		{"a space in it", "AQ.Ab8RN6Jx 0123456789abcdef", false},
		{"a letter with an accent", typed + "é", false},
		{"a zero byte", typed + "\x00", false},
		{"a no-break space in it", typed + "\u00a0" + typed, false},
	}
	for _, test := range tests {
		k, err := Parse(test.text)
		if (err == nil) != test.ok {
			t.Errorf("%s: %v", test.name, err)
		}
		if test.ok && k.Reveal() != strings.TrimSpace(test.text) {
			t.Errorf("%s: another key", test.name)
		}
		if !test.ok {
			text := strings.TrimSpace(test.text)
			if model.KindOf(err) != model.Input || model.Sentence(err) == "" || !k.Empty() || (text != "" && strings.Contains(err.Error(), text)) {
				t.Errorf("%s: the error is %v", test.name, err)
			}
		}
	}
}

func TestTail(t *testing.T) {
	for text, want := range map[string]string{
		strings.Repeat("k", 20):          "",
		strings.Repeat("k", 17) + "wxyz": "wxyz",
		typed:                            "CRET",
	} {
		if got := parse(t, text).Tail(); got != want {
			t.Errorf("the tail of %d characters is %q, want %q", len(text), got, want)
		}
	}
	if (Key{}).Tail() != "" {
		t.Error("no key has a tail")
	}
}

func TestFromEnvironment(t *testing.T) {
	tests := []struct{ google, gemini, want string }{
		{"", "", ""},
		{"", "gemini-key", "gemini-key"},
		{"google-key", "", "google-key"},
		{"google-key", "gemini-key", "google-key"},
		{" google-key\n", "", "google-key"},
		{"two words", "gemini-key", "gemini-key"},
		{strings.Repeat("k", 513), "", ""},
	}
	for _, test := range tests {
		env := map[string]string{"GOOGLE_API_KEY": test.google, "GEMINI_API_KEY": test.gemini}
		if got := FromEnvironment(func(name string) string { return env[name] }).Reveal(); got != test.want {
			t.Errorf("%q and %q give %q, want %q", test.google, test.gemini, got, test.want)
		}
	}
}
