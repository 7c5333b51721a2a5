package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"edusmart/ui/widget"
)

// Escape leads from the settings to where they were opened from, and the keys
// are told on every screen.
func TestEscapeLeadsBackToWhereTheKeysWereAskedFor(t *testing.T) {
	loader, fonts := lit(t)
	s, window := windowShell(t, loader, fonts, widget.Look{Mode: widget.Light, LessMotion: true}, fyne.NewSize(1366, 768))
	press := func(k fyne.KeyName) { s.key(&fyne.KeyEvent{Name: k}) }
	s.goTo(s.create.get())
	press(fyne.KeyF1)
	if texts := said(window.Content()); !slices.Contains(texts, "Search the library") {
		t.Errorf("F1: the window says %q", texts)
	}
	s.goTo(s.activity.get())
	press(fyne.KeyEscape)
	if !s.create.is(s.current) {
		t.Error("Escape does not lead back to the new story")
	}
	press(fyne.KeyEscape)
	if s.current != screen(s.library) {
		t.Error("Escape does not lead from the new story to the library")
	}
}

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
