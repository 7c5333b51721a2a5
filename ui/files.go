package ui

import (
	"cmp"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"edusmart/core/library"
)

// maxFiles is how many files of a folder are shown.
const maxFiles = 5000

// aFile is a line of the file chooser: a folder, or a file that can be chosen.
type aFile struct {
	name    string
	folder  bool
	changed time.Time
}

// documentEndings are the endings of the files that can be opened.
var documentEndings = []string{
	".pdf", ".docx", ".pptx", ".odt", ".odp", ".epub", ".rtf", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt",
	".png", ".jpg", ".jpeg", ".tif", ".tiff", "." + library.Ending, ".zip",
}

// isDocument reports whether a file of this name can be opened.
func isDocument(name string) bool {
	return slices.Contains(documentEndings, strings.ToLower(filepath.Ext(name)))
}

// isStoryFile reports whether a file of this name is a story, or what the first
// EduSmart exported.
func isStoryFile(name string) bool {
	ending := filepath.Ext(name)
	return strings.EqualFold(ending, "."+library.Ending) || strings.EqualFold(ending, ".zip")
}

// isTable reports whether a file of this name is a table as it is exported.
func isTable(name string) bool { return strings.EqualFold(filepath.Ext(name), ".csv") }

// readFolder gives what a folder shows: its folders, then the files that
// accept takes, each by name as people count, 2 before 10.
func readFolder(dir string, accept func(name string) bool) ([]aFile, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []aFile
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || len(files) == maxFiles {
			continue
		}
		info, err := os.Stat(filepath.Join(dir, e.Name())) // through links
		if err != nil || !info.IsDir() && !(info.Mode().IsRegular() && accept(e.Name())) {
			continue
		}
		files = append(files, aFile{e.Name(), info.IsDir(), info.ModTime()})
	}
	order := collate.New(language.Und, collate.Numeric, collate.IgnoreCase)
	slices.SortStableFunc(files, func(a, b aFile) int {
		if a.folder != b.folder {
			return map[bool]int{true: -1, false: 1}[a.folder]
		}
		return cmp.Or(order.CompareString(a.name, b.name), strings.Compare(a.name, b.name))
	})
	return files, nil
}

// aPlace is where a teacher's files often are.
type aPlace struct{ name, dir string }

// filePlaces gives the places that exist on this computer.
func filePlaces() []aPlace {
	var places []aPlace
	add := func(name, dir string) {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			places = append(places, aPlace{name, dir})
		}
	}
	if home, err := os.UserHomeDir(); err == nil {
		add("Home", home)
		for _, name := range []string{"Desktop", "Documents", "Downloads"} {
			add(name, filepath.Join(home, name))
		}
	}
	if runtime.GOOS == "windows" {
		for drive := 'C'; drive <= 'Z'; drive++ {
			add("Drive "+string(drive), string(drive)+`:\`)
		}
		return places
	}
	add("Computer", "/")
	for _, pattern := range []string{"/media/*", "/media/*/*", "/run/media/*/*", "/Volumes/*"} {
		found, _ := filepath.Glob(pattern) // the patterns are well formed
		for _, dir := range found[:min(len(found), 8)] {
			add(filepath.Base(dir), dir)
		}
	}
	return places
}
