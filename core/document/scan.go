package document

import (
	"context"
	"errors"
	"io"
	"net/http"

	"edusmart/core/model"
	"edusmart/core/story"
)

// Scanned is the cause of the error that reading gives for a document whose
// pages are photographs: there is no text in it, and only a model with eyes
// can read it.
type Scanned struct{ Pages int }

func (s *Scanned) Error() string { return "the pages are photographs" }

// IsScanned reports whether err says that a document's pages are photographs,
// and how many they are.
func IsScanned(err error) (pages int, scanned bool) {
	if s, ok := errors.AsType[*Scanned](err); ok {
		return s.Pages, true
	}
	return 0, false
}

// InspectScan gives what can be told of a document of so many photographs.
func InspectScan(ctx context.Context, path string, pages int) (*Info, error) {
	src, err := openSource(path)
	if err != nil {
		return nil, err
	}
	defer src.Close()
	sum, err := src.hash(ctx)
	if err != nil {
		return nil, err
	}
	return &Info{
		Name: src.name, Format: src.format, Size: src.size, SHA256: sum,
		Title: titleOf(&story.Document{Name: src.name}), Language: "und", Pages: pages, Words: make([]int, pages),
	}, nil
}

// ReadScan gives the document, without a word, and the file of one whose pages
// are photographs, for a Writer that reads the file itself. Pages from to to
// are chosen (from 1; 0: the first, the last).
func ReadScan(ctx context.Context, path string, pages, from, to int) (*story.Document, model.Scan, error) {
	info, err := InspectScan(ctx, path, pages)
	if err != nil {
		return nil, model.Scan{}, err
	}
	first, last, err := pageRange(pages, from, to)
	if err != nil {
		return nil, model.Scan{}, err
	}
	mime, err := scanMIME(path)
	if err != nil {
		return nil, model.Scan{}, err
	}
	doc := &story.Document{
		Name: info.Name, SHA256: info.SHA256, Format: info.Format, Size: info.Size, Title: info.Title,
		Language: info.Language, Pages: pages, From: first, To: last, WordsOnPage: info.Words,
	}
	return doc, model.Scan{Path: path, MIME: mime, From: first, To: last}, nil
}

// scanMIME looks at a file's first bytes.
func scanMIME(path string) (string, error) {
	f, _, err := openFile(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	head := make([]byte, 512)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", unreadable(err)
	}
	return http.DetectContentType(head[:n]), nil
}
