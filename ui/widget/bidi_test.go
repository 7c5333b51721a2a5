package widget

import (
	"slices"
	"testing"
)

func TestLinesArePutTogetherFromLeftToRight(t *testing.T) {
	for _, tt := range []struct {
		line string
		want []string
	}{
		{"How a volcano erupts", []string{"How a volcano erupts"}},
		{"القلب: مضخة", []string{"مضخة", " :", "القلب"}},
		{"الماء (H2O) حولنا", []string{"حولنا", " (", "H2O", ") ", "الماء"}},
		{"Grade 5, القلب", []string{"Grade 5, ", "القلب"}},
		{"See القلب 12 المضخة", []string{"See ", "المضخة", " ", "12", " ", "القلب"}},
		{"לב [א] 12", []string{"12", " [", "א", "] ", "לב"}},
	} {
		if got := visualRuns(tt.line); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, not %q", tt.line, got, tt.want)
		}
	}
}
