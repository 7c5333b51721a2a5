package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
)

// dropped takes the first of the files that were dropped.
func (s *shell) dropped(items []fyne.URI) {
	if len(items) == 0 {
		return
	}
	if len(items) > 1 {
		s.say("One document makes one story: the first of the " + counted(len(items), "file") + " was taken.")
	}
	if isLink(items[0]) {
		s.say("That is a link, not a file. Save what it leads to on this computer, then drop the file.")
		return
	}
	if p, ok := s.current.(pictureTaker); ok && len(items) == 1 && p.takePicture(items[0].Path()) {
		return
	}
	s.take(items[0].Path())
}

// pictureTaker is a screen that takes a picture that is dropped on it, rather
// than a new document; false: it does not.
type pictureTaker interface{ takePicture(path string) bool }

// take opens a file, whatever it is.
func (s *shell) take(path string) {
	if isStoryFile(path) {
		s.core.Import(path)
		return
	}
	s.goTo(s.create.get())
	s.core.OpenDocument(path)
}

// isLink reports whether an address of the web was dropped: the toolkit takes
// it for the name of a file in the folder that the program was started in.
func isLink(u fyne.URI) bool {
	path := filepath.ToSlash(u.Path())
	return u.Scheme() != "file" || strings.Contains(path, "/http:/") || strings.Contains(path, "/https:/")
}
