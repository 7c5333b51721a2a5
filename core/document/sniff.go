package document

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// sniffBytes is how much of the beginning of a file is looked at.
const sniffBytes = 64 << 10

// The kinds that can be read, as a teacher knows them.
const sayKinds = "Choose a PDF, Word (.docx), PowerPoint (.pptx), OpenDocument, EPUB, RTF, web page, Markdown or text file."

// sniff tells a file's format from its bytes. The ending of name decides only
// between formats that are all plain text. The error is a sentence.
func sniff(r io.ReaderAt, size int64, name string) (format string, err error) {
	head := make([]byte, min(size, sniffBytes))
	if n, err := r.ReadAt(head, 0); n < len(head) {
		return "", unreadable(err)
	}
	if blank(head) && size <= sniffBytes {
		return "", bad("This file is empty. Choose another one.", nil)
	}
	switch {
	case isPDF(head):
		return formatPDF, nil
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return sniffZip(r, size)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return "", sniffOLE(r, size, name)
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return formatRTF, nil
	case isImage(head):
		return formatImage, nil
	}
	if why := foreign(head); why != "" {
		return "", bad(why, nil)
	}
	return sniffText(head, name)
}

// isPDF allows for bytes before the header, as PDF readers do (ISO 32000-1,
// Annex H, note 13: within the first 1024 bytes).
func isPDF(head []byte) bool {
	return bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-"))
}

// headerOffset says where a PDF begins.
func headerOffset(data []byte) int {
	return max(0, bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-")))
}

// isImage knows the formats of pictures of pages.
func isImage(head []byte) bool {
	for _, magic := range []string{"\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF87a", "GIF89a", "II*\x00", "MM\x00*"} {
		if bytes.HasPrefix(head, []byte(magic)) {
			return true
		}
	}
	return bytes.HasPrefix(head, []byte("RIFF")) && len(head) > 12 && string(head[8:12]) == "WEBP" ||
		bytes.HasPrefix(head, []byte("BM")) && len(head) > 26 && bytes.Equal(head[6:10], make([]byte, 4))
}

// foreign knows files that are no documents and says so; "" for all others.
func foreign(head []byte) string {
	for _, k := range []struct {
		magic string
		at    int
		what  string
	}{
		{"ID3", 0, "a sound"},
		{"OggS", 0, "a sound"},
		{"fLaC", 0, "a sound"},
		{"RIFF", 0, "a sound or a film"},
		{"ftyp", 4, "a film or a sound"},
		{"\x1aE\xdf\xa3", 0, "a film"},
		{"\x7fELF", 0, "a program"},
		{"MZ", 0, "a program"},
		{"\xcf\xfa\xed\xfe", 0, "a program"},
		{"\x1f\x8b", 0, "a packed file"},
		{"7z\xbc\xaf\x27\x1c", 0, "a packed file"},
		{"Rar!", 0, "a packed file"},
		{"BZh", 0, "a packed file"},
		{"\xfd7zXZ", 0, "a packed file"},
	} {
		if len(head) >= k.at+len(k.magic) && string(head[k.at:k.at+len(k.magic)]) == k.magic {
			// "MZ" may begin a text; a program has zero bytes too.
			if k.magic != "MZ" || bytes.IndexByte(head, 0) >= 0 {
				return "This is " + k.what + ", not a document. " + sayKinds
			}
		}
	}
	return ""
}

// sniffZip looks at the names inside a zip.
func sniffZip(r io.ReaderAt, size int64) (string, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return "", damaged(err)
	}
	has := map[string]bool{}
	for _, f := range z.File {
		if f.Name == "mimetype" {
			if format := mimeFormat(f); format != "" {
				return format, nil
			}
		}
		has[f.Name] = true
	}
	switch {
	case has["word/document.xml"]:
		return formatDOCX, nil
	case has["ppt/presentation.xml"]:
		return formatPPTX, nil
	case has["META-INF/container.xml"]:
		return formatEPUB, nil
	case has["xl/workbook.xml"]:
		return "", bad("This is a spreadsheet. Copy what the lesson needs into a Word document and choose that.", nil)
	case has["[Content_Types].xml"]:
		return sniffContentTypes(z)
	}
	return "", bad("This is a packed folder, not a document. Unpack it and choose the document in it.", nil)
}

// sniffContentTypes finds the format of an office file whose main part has an
// unusual name.
func sniffContentTypes(z *zip.Reader) (string, error) {
	f, err := z.Open("[Content_Types].xml")
	if err != nil {
		return "", damaged(err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, 1<<20))
	if err != nil {
		return "", damaged(err)
	}
	switch {
	case bytes.Contains(b, []byte("wordprocessingml.document.main+xml")), bytes.Contains(b, []byte("wordprocessingml.template.main+xml")):
		return formatDOCX, nil
	case bytes.Contains(b, []byte("presentationml.")):
		return formatPPTX, nil
	}
	return "", damaged(errors.New("an office package without a main part"))
}

// mimeFormat reads the "mimetype" entry by which OpenDocument and EPUB files
// say what they are.
func mimeFormat(f *zip.File) string {
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, 200))
	if err != nil {
		return ""
	}
	mime := strings.TrimSpace(string(b))
	switch {
	case strings.HasPrefix(mime, "application/vnd.oasis.opendocument.text"):
		return formatODT
	case strings.HasPrefix(mime, "application/vnd.oasis.opendocument.presentation"):
		return formatODP
	case mime == "application/epub+zip":
		return formatEPUB
	}
	return ""
}

// sniffOLE says what to do about a file in the container of old office
// programs, which also holds protected new ones.
func sniffOLE(r io.ReaderAt, size int64, name string) error {
	b := make([]byte, min(size, 1<<20))
	if _, err := r.ReadAt(b, 0); err != nil && !errors.Is(err, io.EOF) {
		return unreadable(err)
	}
	stream := func(name string) bool {
		units := utf16.Encode([]rune(name))
		wide := make([]byte, 0, 2*len(units))
		for _, u := range units {
			wide = append(wide, byte(u), byte(u>>8))
		}
		return bytes.Contains(b, wide)
	}
	ending := strings.ToLower(filepath.Ext(name))
	switch {
	case stream("EncryptedPackage"), stream("EncryptionInfo"):
		return encrypted(nil)
	case stream("PowerPoint Document"), ending == ".ppt", ending == ".pps":
		return bad("This is a presentation in an old format (.ppt). Open it in PowerPoint or LibreOffice, save it as .pptx and choose that.", nil)
	case stream("Workbook"), ending == ".xls":
		return bad("This is a spreadsheet in an old format (.xls). Copy what the lesson needs into a Word document, save it as .docx and choose that.", nil)
	}
	return bad("This is a Word document in an old format (.doc). Open it in Word or LibreOffice, save it as .docx and choose that.", nil)
}

// sniffText tells the plain text formats apart.
func sniffText(head []byte, name string) (string, error) {
	if binaryBytes(head) {
		return "", bad("This is not a document that can be read. "+sayKinds, nil)
	}
	start := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(head[:min(len(head), 4096)], []byte("\xef\xbb\xbf")), " \t\r\n")))
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mkd":
		return formatMarkdown, nil
	case ".htm", ".html", ".xhtml":
		return formatHTML, nil
	}
	for _, mark := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if strings.HasPrefix(start, mark) || strings.HasPrefix(start, "<") && strings.Contains(start, mark) {
			return formatHTML, nil
		}
	}
	if strings.HasPrefix(start, "<") && strings.Contains(start, "<svg") {
		return "", bad("This is a drawing, not a document. "+sayKinds, nil)
	}
	return formatText, nil
}

// binaryBytes reports whether head cannot be text in any of the encodings
// that are read: UTF-8, UTF-16 or one byte a character.
func binaryBytes(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return false
	}
	zero := [2]int{}
	control := 0
	for i, c := range head {
		switch {
		case c == 0:
			zero[i%2]++
		case c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1a && c != 0x1b:
			control++
		}
	}
	if zeros := zero[0] + zero[1]; zeros > 0 {
		// UTF-16 without a mark: zeros on one side only, and many.
		return !(min(zero[0], zero[1]) == 0 && zeros > len(head)/4)
	}
	if control == 0 {
		return false
	}
	return control > len(head)/100 || !utf8.Valid(head[:max(0, len(head)-utf8.UTFMax)])
}

// blank reports whether b is nothing but white space and zeros.
func blank(b []byte) bool {
	return len(bytes.Trim(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")), " \t\r\n\f\v\x00")) == 0
}

// openFile opens a document and checks what can be checked from outside.
func openFile(path string) (*os.File, int64, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, 0, bad("There is no file at this place any more. Choose it again.", err)
	case err != nil:
		return nil, 0, unreadable(err)
	case info.IsDir():
		return nil, 0, bad("This is a folder. Choose one document in it.", nil)
	case !info.Mode().IsRegular():
		return nil, 0, bad("This is not a file. "+sayKinds, nil)
	case info.Size() == 0:
		return nil, 0, bad("This file is empty. Choose another one.", nil)
	case info.Size() > maxBytes:
		return nil, 0, bad(sayTooLarge, nil)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, unreadable(err)
	}
	return f, info.Size(), nil
}

func unreadable(err error) error {
	return bad("This file cannot be read. Check that you may open it and that its disk is still there.", err)
}
