package ondevice_test

import (
	"os"
	"strings"
	"testing"

	"edusmart/core/model"
	"edusmart/core/model/ondevice"
)

// TestMain lets the tests speak with espeak-ng's library, which runs in a
// child.
func TestMain(m *testing.M) {
	if args := os.Args[1:]; len(args) > 0 && args[0] == ondevice.SpeakCommand {
		os.Exit(ondevice.SpeakChild(args[1:]))
	}
	os.Exit(m.Run())
}

func TestEveryVoiceThatIsOfferedSpeaks(t *testing.T) {
	n := ondevice.NewNarrator(ondevice.NarratorOptions{})
	voices, err := n.Voices(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range voices {
		if testing.Short() && strings.Contains(v.ID, "+") {
			continue
		}
		sp, err := n.Narrate(t.Context(), model.Script{Sentences: []string{"Anna 1 2 3"}, Language: v.Language, Voice: v.ID})
		if err != nil || sp.Voice != v.ID || sp.Estimated {
			t.Errorf("%s: spoken by %q, times estimated: %v, error: %v", v.ID, sp.Voice, sp.Estimated, err)
		}
	}
}
