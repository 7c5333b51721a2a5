package gemini_test

import (
	"io"
	"strings"
	"testing"

	"edusmart/core/model"
	"edusmart/core/model/gemini"
	gt "edusmart/core/model/gemini/geminitest"
	"edusmart/core/story"
)

func body(text string) io.ReadCloser { return io.NopCloser(strings.NewReader(text)) }

// Over real connections every fault comes to the same kind as in memory, but
// for a refused connection, which a server that listens cannot give.
func TestFaultsOverHTTP(t *testing.T) {
	s := gt.New(gt.Options{Key: key, PictureSide: 128, VoiceRate: 8000})
	t.Setenv("GOOGLE_GEMINI_BASE_URL", s.Start(t))
	for _, role := range []story.PartKind{story.Text, story.Picture, story.Voice} {
		for _, f := range gt.Faults(role) {
			if f == gt.Hang || f == gt.HangMidway {
				continue // real minutes; TestDeadlines has them
			}
			// A client remembers which scenes were refused.
			c, err := gemini.New(t.Context(), gemini.Config{Key: key})
			if err != nil {
				t.Fatal(err)
			}
			s.Script(role, f)
			n := s.Count(role)
			_, err = do(t, c, role)
			c.Close()
			want, known := ofRole[role][f]
			if !known {
				want = everyRole[f]
			}
			got := model.KindOf(err)
			if got != want.kind {
				t.Errorf("%s, %s: %v", role, f, err)
			}
			if s.Count(role) != n+1 {
				t.Errorf("%s, %s: %d requests", role, f, s.Count(role)-n)
			}
		}
	}
}
