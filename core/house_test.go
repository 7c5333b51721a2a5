package core_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// layers is the house: a package may import packages of lower layers only.
// Packages of one layer do not know each other, but for those named in
// sameLayer.
var layers = map[string]int{
	"edusmart":    7,
	"edusmart/ui": 6, "edusmart/ui/widget": 5, "edusmart/core/cli": 6,
	"edusmart/core":             5,
	"edusmart/core/export":      4,
	"edusmart/core/export/epub": 3, "edusmart/core/export/web": 3, "edusmart/core/export/print": 3,
	"edusmart/core/export/quiz": 3, "edusmart/core/export/slides": 3, "edusmart/core/export/video": 3,
	"edusmart/core/export/content": 2, "edusmart/core/export/sound": 2, "edusmart/core/export/captions": 2, "edusmart/core/export/print/pdf": 2,
	"edusmart/core/generate": 3, "edusmart/core/player": 3, "edusmart/core/document": 3,
	"edusmart/core/model/gemini": 3, "edusmart/core/model/ondevice": 3,
	"edusmart/core/usage": 2, "edusmart/core/secret": 2, "edusmart/core/privacy": 2,
	"edusmart/core/library": 2, "edusmart/core/evidence": 1, "edusmart/core/editing": 3, "edusmart/core/speech": 1, "edusmart/core/typeset": 1,
	"edusmart/core/model":  1,
	"edusmart/core/story":  0,
	"edusmart/core/locale": 0, "edusmart/core/lazyregexp": 0, "edusmart/core/disk": 0, "edusmart/core/reading": 0, "edusmart/core/spelling": 0, "edusmart/core/microphone": 2,
	"edusmart/assets": 0,
}

// testOnly are packages that tests import and the program does not.
var testOnly = []string{"edusmart/ui/windowtest", "edusmart/core/player/pulsetest", "edusmart/ui/windowtest/emptywindow", "edusmart/core/model/gemini/geminitest", "edusmart/core/export/exporttest"}

// narrow says which packages alone may import a module. An empty file list
// means any file of the package.
var narrow = []struct {
	module string
	may    []string
	file   string
}{
	{"fyne.io/fyne/v2", []string{"edusmart", "edusmart/ui", "edusmart/ui/widget"}, ""},
	{"github.com/go-gl/glfw/v3.3/glfw", []string{"edusmart/ui"}, "screens.go"},
	{"google.golang.org/genai", []string{"edusmart/core/model/gemini"}, ""},
	{"github.com/gen2brain/go-fitz", []string{"edusmart/core/document"}, ""},
	{"github.com/hajimehoshi/oto/v2", []string{"edusmart/core/player"}, "oto.go"},
	{"github.com/cenkalti/backoff/v4", []string{"edusmart/core/model"}, "retry.go"},
}

type goPackage struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	CgoFiles   []string
	Imports    []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Dir,GoFiles,CgoFiles,Imports", "edusmart/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestEveryPackageImportsLowerLayersOnly(t *testing.T) {
	for _, p := range packages(t) {
		if slices.Contains(testOnly, p.ImportPath) {
			continue
		}
		layer, known := layers[p.ImportPath]
		if !known {
			t.Errorf("%s has no place in the house: give it a layer", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			if imported != "edusmart" && !strings.HasPrefix(imported, "edusmart/") {
				continue
			}
			if slices.Contains(testOnly, imported) {
				t.Errorf("%s imports %s, which is for tests", p.ImportPath, imported)
			} else if layers[imported] >= layer {
				t.Errorf("%s imports %s, which is not below it", p.ImportPath, imported)
			}
		}
	}
}

func TestStoryImportsTheStandardLibraryOnly(t *testing.T) {
	for _, p := range packages(t) {
		if p.ImportPath != "edusmart/core/story" {
			continue
		}
		for _, imported := range p.Imports {
			if strings.Contains(imported, ".") || strings.HasPrefix(imported, "edusmart") {
				t.Errorf("story imports %s", imported)
			}
		}
	}
}

func TestEachToolkitIsImportedWhereItBelongsOnly(t *testing.T) {
	for _, p := range packages(t) {
		if slices.Contains(testOnly, p.ImportPath) {
			continue
		}
		for _, n := range narrow {
			for _, imported := range p.Imports {
				if imported != n.module && !strings.HasPrefix(imported, n.module+"/") {
					continue
				}
				if !slices.Contains(n.may, p.ImportPath) {
					t.Errorf("%s imports %s", p.ImportPath, imported)
				}
				if n.file != "" {
					onlyIn(t, p, n.module, n.file)
				}
			}
		}
	}
}

// onlyIn fails when another file of p than the named one imports module.
func onlyIn(t *testing.T, p goPackage, module, file string) {
	t.Helper()
	for _, f := range append(p.GoFiles, p.CgoFiles...) {
		if f == file {
			continue
		}
		out, err := exec.CommandContext(t.Context(), "grep", "-c", "\""+module, p.Dir+"/"+f).Output()
		if err == nil && strings.TrimSpace(string(out)) != "0" {
			t.Errorf("%s/%s imports %s; only %s may", p.ImportPath, f, module, file)
		}
	}
}
