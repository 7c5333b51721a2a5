package ui

import (
	"testing"
	"time"

	"edusmart/core"
	"edusmart/core/document"
)

func TestFileLineSaysWhatWasFound(t *testing.T) {
	tests := []struct {
		name string
		info document.Info
		size int64
		want string
	}{
		{
			"a chapter",
			document.Info{Pages: 14, Language: "en", Figures: 6, Exercises: 8},
			2_100_000,
			"14 pages · 2.1 MB · English · 6 figures, 8 exercises found",
		},
		{"one page", document.Info{Pages: 1, Language: "ar", Figures: 1}, 900, "1 page · 900 bytes · Arabic · 1 figure found"},
		{"pasted text", document.Info{Pages: 1, Language: "und"}, 0, "1 page · Language unknown"},
		{"photographs among its pages", document.Info{Pages: 9, Language: "en", Unread: 2}, 900, "9 pages · 900 bytes · English · 2 photographed pages not read"},
		{"a textbook", document.Info{Pages: 1250, Language: "hi"}, 45_678, "1,250 pages · 46 KB · Hindi"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := fileLine(core.DocumentState{Info: &tt.info, Size: tt.size})
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestChosenLineCountsPagesAndWords(t *testing.T) {
	info := &document.Info{Pages: 14, Words: []int{300, 300, 310, 290, 300, 305, 295, 300, 337, 300, 300, 300, 10, 0}}
	tests := []struct {
		from, to int
		want     string
	}{
		{3, 9, "7 of 14 chosen, about 2,100 words"},
		{13, 13, "1 of 14 chosen, about 10 words"},
		{14, 14, "1 of 14 chosen, no words found"},
	}
	for _, tt := range tests {
		if got := chosenLine(info, tt.from, tt.to); got != tt.want {
			t.Errorf("%d to %d: got %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
}

func TestAWrongPageNumberIsToldInASentence(t *testing.T) {
	tests := []struct {
		text      string
		low, high int
		want      string
	}{
		{"3", 1, 14, ""},
		{" 14 ", 1, 14, ""},
		{"21", 1, 14, "The document has 14 pages. Choose up to 14."},
		{"0", 1, 14, "Pages count from 1."},
		{"-2", 1, 14, "Pages count from 1."},
		{"", 1, 14, "Type a page number from 1 to 14."},
		{"three", 1, 14, "Type a page number from 1 to 14."},
		{"2", 5, 14, "The stretch begins on page 5. Choose 5 or more."},
	}
	for _, tt := range tests {
		if got := pageFieldError(tt.text, tt.low, tt.high); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestDuplicatesAreToldWithTheirDay(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	made := func(d time.Time) core.Card { return core.Card{Created: d} }
	tests := []struct {
		name string
		same []core.Card
		want string
	}{
		{"this year", []core.Card{made(time.Date(2026, 11, 12, 20, 0, 0, 0, time.UTC))}, "You made a story from this file on 12 November."},
		{"another year", []core.Card{made(time.Date(2025, 2, 1, 0, 0, 0, 0, time.UTC))}, "You made a story from this file on 1 February 2025."},
		{"today", []core.Card{made(now.Add(-time.Hour))}, "You made a story from this file today."},
		{"several", []core.Card{made(now.Add(-20 * time.Hour)), made(now.Add(-300 * time.Hour))}, "You made 2 stories from this file, the last yesterday."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := sameWords(tt.same, now); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestEstimatesGrowWithWhatIsAskedFor(t *testing.T) {
	if got, want := freeWords(8, 14), "Free, a few seconds"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if short, long := lessonMinutes(5, 2, 1), lessonMinutes(10, 10, 1); short >= long {
		t.Errorf("5 pages for grade 2 take %d minutes, 10 for grade 10 take %d", short, long)
	}
	if fast, slow := lessonMinutes(10, 12, 2), lessonMinutes(10, 12, 0.5); fast >= slow {
		t.Errorf("at double speed %d minutes, at half speed %d", fast, slow)
	}
}

func TestArabicAndHebrewAreSetFromTheRight(t *testing.T) {
	for tag, want := range map[string]bool{"ar": true, "he": true, "fa": true, "ur-PK": true, "en": false, "hi": false, "und": false, "": false} {
		if got := isRightToLeft(tag); got != want {
			t.Errorf("%q: %v, want %v", tag, got, want)
		}
	}
}
