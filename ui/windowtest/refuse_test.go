package windowtest

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A bad document of every kind ends the program with one sentence and leaves
// nothing behind, under the plainest locale too.
func TestABadDocumentGivesOneSentenceAndLeavesNothingBehind(t *testing.T) {
	folder := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	lesson, err := os.ReadFile(filepath.Join("..", "..", "core", "document", "testdata", "lesson-en.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	word, err := os.ReadFile(filepath.Join("..", "..", "core", "document", "testdata", "lesson-en.docx"))
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(binary(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{
		"empty":            write("empty.pdf", nil),
		"cut short":        write("cut.pdf", lesson[:300]),
		"zip cut short":    write("cut.docx", word[:len(word)/2]),
		"a program":        write("tool.pdf", program[:1<<20]),
		"a huge page":      write("huge.pdf", []byte(hugePagePDF)),
		"pages that lie":   write("lie.pdf", []byte(lyingPDF)),
		"without any text": write("blank.txt", []byte("  \n\n \n")),
		"a folder":         folder,
		"not there":        filepath.Join(folder, "nowhere.pdf"),
	} {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			cmd := exec.CommandContext(t.Context(), binary(t), "create", "--json", path)
			cmd.Env = append(os.Environ(), "EDUSMART_HOME="+home, "LC_ALL=", "LANG=C")
			var out, errOut bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &errOut
			err := cmd.Run()
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != 1 {
				t.Errorf("it ended with %v, want status 1", err)
			}
			said := strings.TrimSuffix(errOut.String(), "\n")
			if strings.Contains(said, "\n") || !strings.HasSuffix(said, ".") || strings.Count(said, ". ") == 0 {
				t.Errorf("stderr is %q, want one line that says what is wrong and what to do", said)
			}
			if left, _ := os.ReadDir(filepath.Join(home, "library")); len(left) > 0 {
				t.Errorf("it left %s behind", left[0].Name())
			}
			if left, _ := filepath.Glob(filepath.Join(home, "cache", "*.pdf")); len(left) > 0 {
				t.Errorf("it left %s behind", left[0])
			}
		})
	}
}

// hugePagePDF has a page of 100,000 points, which ends MuPDF's process.
const hugePagePDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100000 100000]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`

// lyingPDF claims a hundred million pages and has none.
const lyingPDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 100000000>>endobj
trailer<</Root 1 0 R>>
%%EOF
`
