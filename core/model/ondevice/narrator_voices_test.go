package ondevice_test

import (
	"strings"
	"testing"

	"edusmart/core/model"
	"edusmart/core/model/ondevice"
)

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
