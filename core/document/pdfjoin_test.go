package document

import "testing"

func TestAHyphenAtALinesEndStaysWhereItIsPartOfTheWord(t *testing.T) {
	page := &pdfPage{lines: []line{
		{text: "the slow-flying moths and the well-known bats see how plants are related here"},
		{text: "so flying and the fast wings of an animal in the photosynthesis of leaves"},
	}}
	words := lexiconOf([]*pdfPage{page})
	for _, tt := range []struct{ end, start, want string }{
		{"many fast-", "flying moths", "many fast-flying moths"},
		{"the wings-", "flying", "the wings-flying"},
		{"by photo-", "synthesis in leaves", "by photosynthesis in leaves"},
		{"an ani-", "mal of", "an animal of"},
		{"they re-", "lated it", "they related it"},
		{"Haus- ", "und Gartenarbeit", "Haus-  und Gartenarbeit"},
	} {
		if got := words.joinText([]string{tt.end, tt.start}); got != tt.want {
			t.Errorf("%q and %q became %q, not %q", tt.end, tt.start, got, tt.want)
		}
	}
}
