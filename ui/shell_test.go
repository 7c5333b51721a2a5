package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"edusmart/ui/widget"
)

// A browser's link comes as the name of a file that is not there.
func TestALinkThatIsDroppedIsToldFromAFile(t *testing.T) {
	loader, fonts := lit(t)
	s, window := windowShell(t, loader, fonts, widget.Look{Mode: widget.Light, LessMotion: true}, fyne.NewSize(1366, 768))
	s.dropped([]fyne.URI{storage.NewFileURI("/home/teacher/https:/example.org/lesson.pdf")})
	texts := said(window.Content())
	if !slices.ContainsFunc(texts, func(text string) bool { return strings.HasPrefix(text, "That is a link") }) {
		t.Errorf("the window says %q", texts)
	}
	if s.current != screen(s.library) {
		t.Error("a link leads away from the library")
	}
}
