package cli_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"edusmart/core/cli"
	"edusmart/core/library"
	"edusmart/core/story"
)

// contextOfProcess is the root context of a child that plays the program.
func contextOfProcess() context.Context { return context.Background() }

// testdata gives a real document made by a real program.
func testdata(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "document", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// shown gives a story as "show --json" prints it.
func shown(t *testing.T, home, id string) *story.Story {
	t.Helper()
	out, errOut, status := run(t, home, "show", id, "--json")
	if status != cli.OK {
		t.Fatalf("status %d: %s", status, errOut)
	}
	var s story.Story
	if err := json.Unmarshal([]byte(out), &s); err != nil {
		t.Fatal(err)
	}
	return &s
}

// doneLine gives the last line of "create --json".
func doneLine(t *testing.T, out string) (id string, gaps int) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(out), "\n")
	var done struct {
		Event string
		Story string
		Gaps  int
	}
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &done); err != nil || done.Event != "done" {
		t.Fatalf("the last line is %q (%v)", lines[len(lines)-1], err)
	}
	return done.Story, done.Gaps
}

func TestAStoryIsMadeFromEveryKindOfDocumentInEveryLanguage(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "document", "testdata", "lesson-*.*"))
	if err != nil || len(files) < 20 {
		t.Fatalf("%d lessons in testdata (%v)", len(files), err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		if testing.Short() && filepath.Ext(name) != ".pdf" {
			continue // the race detector has seen it with one kind
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			args := []string{"create", "--json"}
			if filepath.Ext(name) != ".pdf" { // each language has one story as long as a teacher's
				args = append(args, "--pages", "5")
			}
			out, errOut, status := run(t, home, append(args, testdata(t, name))...)
			if status != cli.OK {
				t.Fatalf("status %d: %s", status, errOut)
			}
			id, _ := doneLine(t, out)
			s := shown(t, home, id)
			language := strings.TrimPrefix(strings.TrimSuffix(name, filepath.Ext(name)), "lesson-")
			if s.Language != language {
				t.Errorf("the language is %q", s.Language)
			}
			if len(s.Pages) < 5 || len(s.Pages) > 10 || len(s.Quiz) < 10 {
				t.Errorf("%d pages, %d questions", len(s.Pages), len(s.Quiz))
			}
			checkPages(t, s)
		})
	}
}

// checkPages fails on what a teacher would see at once.
func checkPages(t *testing.T, s *story.Story) {
	t.Helper()
	for i, p := range s.Pages {
		if n := len(p.Sentences); n < 1 || n > 4 || p.Title == "" || p.Alt == "" {
			t.Errorf("page %d: %d sentences, title %q, description %q", i+1, n, p.Title, p.Alt)
		}
		if !p.Parts.Picture.State.Usable() || !p.Parts.Voice.State.Usable() || p.Seconds < 1 {
			t.Errorf("page %d: %+v, %.1f s", i+1, p.Parts, p.Seconds)
		}
		for _, sentence := range p.Sentences {
			if sentence.SourcePage < 1 || sentence.Quote == "" || sentence.Place == nil {
				t.Errorf("page %d: %q has no place in the document", i+1, sentence.Text)
			}
		}
		last := 0.0
		for _, w := range p.Words {
			if w.Start < last || w.End > p.Seconds+0.05 {
				t.Errorf("page %d: the word %q is heard from %.2f to %.2f s", i+1, w.Text, w.Start, w.End)
			}
			last = w.Start
		}
		if len(p.Words) == 0 {
			t.Errorf("page %d: no word times", i+1)
		}
	}
}

func TestABadDocumentGivesOneLineAndLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, path := range map[string]string{
		"missing":      filepath.Join(dir, "nowhere.pdf"),
		"a folder":     dir,
		"empty":        write("empty.pdf", ""),
		"damaged PDF":  write("damaged.pdf", "%PDF-1.7\ngarbage"),
		"damaged DOCX": write("damaged.docx", "PK\x03\x04garbage"),
		"no document":  write("noise.bin", "\x00\x01\x02\x03\xff\xfe\xfd"+strings.Repeat("\x00\x9f", 500)),
		"a program":    write("program.exe", "MZ\x90\x00"+strings.Repeat("\x00", 500)),
		"too little":   write("short.txt", "Hello there."),
		"old Word":     write("old.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"+strings.Repeat("\x00", 2000)),
	} {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			out, errOut, status := run(t, home, "create", path)
			if status != cli.Failed {
				t.Errorf("status %d, %s", status, out)
			}
			if strings.Count(errOut, "\n") != 1 || !strings.HasSuffix(strings.TrimSpace(errOut), ".") || strings.Contains(errOut, "Something went wrong") {
				t.Errorf("stderr: %q", errOut)
			}
			left, err := os.ReadDir(filepath.Join(home, "library"))
			if err != nil || len(left) != 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
}

func TestWrongUseIsToldAndGivesStatus2(t *testing.T) {
	lesson := testdata(t, "lesson-en.pdf")
	for _, args := range [][]string{
		{"create"},
		{"create", lesson, lesson},
		{"create", "--grade", "13", lesson},
		{"create", "--pages", "3", lesson},
		{"create", "--range", "9-3", lesson},
		{"create", "--language", "!!", lesson},
		{"create", "--writer", "magic", lesson},
		{"create", "--nonsense", lesson},
		{"show"},
		{"export", "x", "--format", "hologram", "-o", "y"},
		{"list", "x"},
	} {
		_, errOut, status := run(t, t.TempDir(), args...)
		if status != cli.WrongUse || errOut == "" {
			t.Errorf("%q: status %d, stderr %q", args, status, errOut)
		}
	}
}

func TestTheSameRequestGivesTheSameStory(t *testing.T) {
	home, lesson := t.TempDir(), testdata(t, "lesson-en.docx")
	first, _, _ := run(t, home, "create", "--json", "--pages", "5", lesson)
	second, _, _ := run(t, home, "create", "--json", "--pages", "5", lesson)
	third, _, _ := run(t, home, "create", "--json", "--pages", "6", lesson)
	a, _ := doneLine(t, first)
	b, _ := doneLine(t, second)
	c, _ := doneLine(t, third)
	if a != b || a == c {
		t.Errorf("stories %s, %s, %s", a, b, c)
	}
}

func TestAStoryTravelsAsOneFile(t *testing.T) {
	home, other := t.TempDir(), t.TempDir()
	out, _, _ := run(t, home, "create", "--json", testdata(t, "lesson-es.docx"))
	id, _ := doneLine(t, out)
	file := filepath.Join(t.TempDir(), "cuento.edusmart")
	if _, errOut, status := run(t, home, "export", id, "--format", "story", "-o", file); status != cli.OK {
		t.Fatal(errOut)
	}
	if out, errOut, status := run(t, other, "import", file); status != cli.OK || strings.TrimSpace(out) != id {
		t.Fatalf("status %d: %s%s", status, out, errOut)
	}
	a, b := shown(t, home, id), shown(t, other, id)
	if a.Title != b.Title || len(a.Pages) != len(b.Pages) || a.Pages[0].Narration != b.Pages[0].Narration {
		t.Errorf("%q became %q", a.Title, b.Title)
	}
}

func TestWhatAFormatHasNoRoomForIsSaidOnTheCommandLine(t *testing.T) {
	home := t.TempDir()
	id := shortStory(t, home)
	lib, err := library.Open(filepath.Join(home, "library"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := lib.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	s.Quiz = []story.Question{{Question: "Which?", Options: []string{"one", "two", "three", "four", "five", "six"}, Answer: 5}}
	if err := lib.Save(s); err != nil {
		t.Fatal(err)
	}
	for format, want := range map[string]string{"kahoot": "edusmart: Kahoot takes at most 4 options; 1 question was shortened.", "csv": "edusmart: Wayground takes at most 5 options", "gift": ""} {
		file := filepath.Join(t.TempDir(), "quiz")
		out, errOut, status := run(t, home, "export", id, "--format", format, "-o", file)
		if status != cli.OK || strings.TrimSpace(out) != file || !strings.HasPrefix(errOut, want) || want == "" && errOut != "" {
			t.Errorf("%s: status %d, %q, %q", format, status, out, errOut)
		}
	}
}

func TestARangeOfPagesIsKept(t *testing.T) {
	home := t.TempDir()
	out, errOut, status := run(t, home, "create", "--json", "--range", "2-3", testdata(t, "lesson-en.pdf"))
	if status != cli.OK && status != cli.WithGaps {
		t.Fatalf("status %d: %s", status, errOut)
	}
	id, _ := doneLine(t, out)
	for _, p := range shown(t, home, id).Pages {
		for _, sentence := range p.Sentences {
			if sentence.SourcePage < 2 || sentence.SourcePage > 3 {
				t.Errorf("%q is from page %d", sentence.Text, sentence.SourcePage)
			}
		}
	}
}
