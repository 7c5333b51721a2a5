//go:build unix

package cli_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"edusmart/core/cli"
)

// zipped gives an archive of these files.
func zipped(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, files[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func page(box string) string {
	return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + box + "]>>endobj\ntrailer<</Root 1 0 R>>"
}

// A document of every bad kind: it ends soon, with status 1 and one line that
// says what it is and what to do, and leaves nothing in the library nor among
// the temporary files.
func TestADocumentOfEveryBadKindIsRefusedInTime(t *testing.T) {
	dir := t.TempDir()
	file := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	fifo, loop, sparse := filepath.Join(dir, "fifo.pdf"), filepath.Join(dir, "loop.pdf"), filepath.Join(dir, "sparse.pdf")
	for _, err := range []error{syscall.Mkfifo(fifo, 0o644), os.Symlink("loop.pdf", loop), os.WriteFile(sparse, nil, 0o644), os.Truncate(sparse, 2<<30)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	lesson, err := os.ReadFile(testdata(t, "lesson-en.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	var picture bytes.Buffer
	if bee, err := os.ReadFile(testdata(t, "bee.png")); err != nil {
		t.Fatal(err)
	} else {
		picture.Write(bee)
	}
	word := func(body string) []byte {
		return zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml",
			`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>`+body+`</w:t></w:r></w:p></w:body></w:document>`)
	}
	for _, c := range []struct{ name, path, says string }{
		{"a pipe", fifo, "not a file"},
		{"a device", "/dev/zero", "not a file"},
		{"a link to itself", loop, "cannot be read"},
		{"two gigabytes of nothing", sparse, "too large"},
		{"a password", testdata(t, "locked.pdf"), "password"},
		{"cut off", file("cut.pdf", lesson[:len(lesson)/3]), "damaged"},
		{"no pages", file("zero.pdf", []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>")), "damaged"},
		{"a page of 100,000 points", file("huge.pdf", []byte(page("100000 100000"))), "no text"},
		{"a negative page", file("negative.pdf", []byte(page("-600 -800"))), ""},
		{"a bomb", file("bomb.docx", word(strings.Repeat("A", 100<<20))), "unpacks to far more"},
		{"an office file with nothing in it", file("nothing.docx", word("")), "no text"},
		{"a book of a shop", file("shop.epub", zipped(t, "mimetype", "application/epub+zip", "META-INF/container.xml",
			`<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
			"META-INF/encryption.xml", `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/><enc:CipherData><enc:CipherReference URI="a.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>`,
			"c.opf", "<package/>")), "protected by its shop"},
		{"a packed folder", file("folder.zip", zipped(t, "a.txt", "hello")), "packed folder"},
		{"a spreadsheet", file("sheet.xlsx", zipped(t, "xl/workbook.xml", "<workbook/>")), "spreadsheet"},
		{"a page of navigation only", file("nav.html", []byte(`<html><body><nav><ul><li><a href="/">Home of all our pages</a></li></ul></nav><footer>All rights reserved for ever.</footer></body></html>`)), "no text"},
		{"a picture", file("bee.png", picture.Bytes()), "photograph"},
		{"brackets a million deep", file("deep.rtf", []byte(`{\rtf1`+strings.Repeat("{", 1<<20)+" hi"+strings.Repeat("}", 1<<20)+"}")), ""},
		{"elements half a million deep", file("deep.html", []byte(strings.Repeat("<div>", 1<<19)+"hello")), ""},
		{"white space", file("blank.txt", []byte(" \n\n\t\n")), "empty"},
	} {
		t.Run(c.name, func(t *testing.T) {
			home, temp := t.TempDir(), t.TempDir()
			cmd := program(t, home, "create", c.path)
			cmd.Env = append(cmd.Env, "TMPDIR="+temp)
			var errOut bytes.Buffer
			cmd.Stderr = &errOut
			begun := time.Now()
			timer := time.AfterFunc(60*time.Second, func() { _ = cmd.Process.Kill() })
			defer timer.Stop()
			_ = cmd.Run() // the status tells
			if status := cmd.ProcessState.ExitCode(); status != cli.Failed {
				t.Errorf("status %d after %v", status, time.Since(begun))
			}
			line := errOut.String()
			if strings.Count(line, "\n") != 1 || !strings.HasSuffix(line, ".\n") || !strings.Contains(line, c.says) || strings.Count(line, ".") < 2 {
				t.Errorf("stderr: %q", line)
			}
			for _, left := range []string{filepath.Join(home, "library"), temp} {
				if entries, err := os.ReadDir(left); err == nil && len(entries) > 0 {
					t.Errorf("left behind in %s: %v", left, entries)
				}
			}
			if took := time.Since(begun); took > 25*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}
