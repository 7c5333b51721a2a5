package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// folder makes a folder with files of these names; a trailing slash makes a
// folder.
func folder(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, name)
		var err error
		if strings.HasSuffix(name, "/") {
			err = os.Mkdir(path, 0o755)
		} else {
			err = os.WriteFile(path, []byte("x"), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAFolderShowsFoldersFirstAndFilesAsPeopleCount(t *testing.T) {
	dir := folder(t, "Lesson 10.pdf", "lesson 2.docx", "zoo/", "Art/", ".hidden.pdf", "tool.exe", "a.EDUSMART")
	files, err := readFolder(dir, isDocument)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.name)
	}
	if got, want := strings.Join(names, ", "), "Art, zoo, a.EDUSMART, lesson 2.docx, Lesson 10.pdf"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// opened shows a chooser whose folder has been read.
func opened(t *testing.T, dir, name string, use func(string)) *fileChooser {
	t.Helper()
	lit(t)
	c := newFileChooser(name, "Take", isDocument, use)
	c.dir = dir
	files, err := readFolder(dir, isDocument)
	c.closes = func() {}
	showAt(t, c.object, 800, 460)
	c.took(files, err)
	return c
}

func TestAFileIsChosenByKeysAndByASecondTap(t *testing.T) {
	var took []string
	c := opened(t, folder(t, "a.pdf", "b.pdf"), "", func(path string) { took = append(took, filepath.Base(path)) })
	c.done()
	c.list.TypedRune('B')
	c.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	c.list.tap(0)
	c.list.tap(0)
	if got := strings.Join(took, " "); got != "b.pdf a.pdf" {
		t.Errorf("taken: %q", got)
	}
}

func TestAFileThatIsThereIsReplacedOnlyWhenSaidTwice(t *testing.T) {
	var took []string
	c := opened(t, folder(t, "old.edusmart"), "old.edusmart", func(path string) { took = append(took, filepath.Base(path)) })
	test.Tap(c.confirm)
	if len(took) != 0 || !strings.Contains(c.note.Text(), "already") {
		t.Fatalf("after the first press: taken %q, said %q", took, c.note.Text())
	}
	test.Tap(c.confirm)
	c.name.SetText("new/..story")
	test.Tap(c.confirm)
	if got := strings.Join(took, " "); got != "old.edusmart new ..story.edusmart" {
		t.Errorf("taken: %q", got)
	}
	c.name.SetText("  ")
	if !c.confirm.Disabled() {
		t.Error("a file without a name can be saved")
	}
}
