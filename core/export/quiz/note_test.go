package quiz_test

import (
	"slices"
	"strings"
	"testing"

	"edusmart/core/export/exporttest"
	"edusmart/core/export/quiz"
)

// TestWhatAProgramHasNoRoomForIsSaid compares what is said with what the files
// lack.
func TestWhatAProgramHasNoRoomForIsSaid(t *testing.T) {
	many := []string{"one", "two", "three", "four", "five", "six", "seven"}
	for name, c := range map[string]struct {
		ask         func(b *exporttest.Book)
		kahoot, csv string
	}{
		"all fits": {func(b *exporttest.Book) {
			b.Ask(strings.Repeat("q", 95), "", 0, strings.Repeat("a", 60), "b", "c", "d")
		}, "", ""},
		"too many options": {func(b *exporttest.Book) {
			b.Ask("Which?", "", 5, many[:5+1]...)
			b.Ask("Which?", "", 6, many...)
			b.Ask("Which?", "", 0, many[:5]...)
			b.Ask("Which?", "", 0, many[:4]...)
		}, "Kahoot takes at most 4 options; 3 questions were shortened. The right answers are all there.", "Wayground takes at most 5 options; 2 questions were shortened. The right answers are all there."},
		"too long": {func(b *exporttest.Book) {
			b.Ask(strings.Repeat("q", 96), "", 0, strings.Repeat("a", 61), "b")
		}, "Kahoot takes at most 95 letters in a question and 60 letters in an option; 1 question was shortened. The right answers are all there.", ""},
		"no choice": {func(b *exporttest.Book) {
			b.Ask("Once?", "", 0, "Rome", " Rome ")
			b.Ask("Twice?", "", 0, "Rome", "Oslo")
		}, "1 question was left out, which had fewer than two different options.", "1 question was left out, which had fewer than two different options."},
	} {
		b := exporttest.NewBook("Room", "en")
		c.ask(b)
		s := b.Content(t).Story
		if got := quiz.KahootNote(s); got != c.kahoot {
			t.Errorf("%s, Kahoot: %q", name, got)
		}
		if got := quiz.CSVNote(s); got != c.csv {
			t.Errorf("%s, Wayground: %q", name, got)
		}
	}
}

// TestTheRightOptionIsNeverLeftOut has it stand last of more than fit.
func TestTheRightOptionIsNeverLeftOut(t *testing.T) {
	b := exporttest.NewBook("Room", "en")
	b.Ask("Which?", "", 6, "one", "two", "three", "four", "five", "six", "seven")
	c := b.Content(t)
	if row := workbook(t, c)[8]; !slices.Equal(row[2:6], []any{"one", "two", "three", "seven"}) || row[7] != "4" {
		t.Errorf("Kahoot: %v", row)
	}
	var read struct{ Rows []map[string]string }
	exporttest.Node(t, "csv.mjs", exporttest.File(t, "quiz.csv", exporttest.Write(t, c, quiz.CSV)), &read)
	if row := read.Rows[0]; row["Option 5"] != "seven" || row["Option 4"] != "four" || row["Correct Answer"] != "5" {
		t.Errorf("Wayground: %v", row)
	}
}
