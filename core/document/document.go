// Package document reads a teacher's file into a story.Document: text fit to
// be read aloud, structured, in reading order, with its pictures and pages.
//
// Formats: PDF, DOCX, PPTX, ODT, ODP, EPUB, RTF, HTML, Markdown, plain text
// and pictures of pages. MuPDF (go-fitz) runs only in a child process, which
// is this same program started with ChildCommand: a hostile file can end the
// child, never the application. Pages that are photographs are read by
// Tesseract where it is installed, a process a page; where it is not, or finds
// no text, they get a sentence that says so.
//
// Called by core and generate. May import model and story; go-fitz only in
// the child's files. Errors are *model.Error of kind model.Input with a
// sentence for the teacher, or the context's.
package document

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"image"
	"io"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"

	"edusmart/core/story"
)

// ChildCommand is the hidden first argument by which the program runs as the
// child that holds MuPDF. main hands over to Child before anything else.
const ChildCommand = "__document-child"

// Info is what the create screen shows of a document before it is read whole.
type Info struct {
	Name          string
	Format        string
	Size          int64
	SHA256        string
	Title         string
	Language      string // BCP 47, "und" where unknown
	Pages         int
	Words         []int // words of each page
	Figures       int
	Unread        int   // pages that are photographs, which nothing on this computer reads
	Exercises     int   // questions set by the document
	ExercisePages []int // pages that hold them
	Outline       []story.Entry
}

// Inspect looks through the whole document.
func Inspect(ctx context.Context, path string) (*Info, error) {
	info, _, err := Look(ctx, path)
	return info, err
}

// Look does the same and gives the document too, without its pictures.
func Look(ctx context.Context, path string) (*Info, *story.Document, error) {
	doc, figures, err := read(ctx, path, "", 0, 0, false)
	if err != nil {
		return nil, nil, err
	}
	info := &Info{
		Name: doc.Name, Format: doc.Format, Size: doc.Size, SHA256: doc.SHA256,
		Title: doc.Title, Language: doc.Language, Pages: doc.Pages, Words: doc.WordsOnPage,
		Figures: figures, Unread: doc.Unread, Outline: doc.Outline,
	}
	info.Exercises, info.ExercisePages = countExercises(doc.Blocks)
	return info, doc, nil
}

// Read reads pages from to to (from 1, inclusive; 0 means the first and the
// last) of the document at path.
func Read(ctx context.Context, path string, from, to int) (*story.Document, error) {
	return ReadIn(ctx, path, "", from, to)
}

// ReadIn does the same of a document that is in language (BCP 47; "": it is
// found out), as it matters to photographs of pages.
func ReadIn(ctx context.Context, path, language string, from, to int) (*story.Document, error) {
	doc, _, err := read(ctx, path, language, from, to, true)
	return doc, err
}

// Thumbnails gives a picture of every page, width pixels wide, in order, as
// soon as it is drawn. yield is called on the caller's goroutine; page counts
// from 1. A page that cannot be drawn is given as a sketch of its text.
func Thumbnails(ctx context.Context, path string, width int, yield func(page int, img image.Image)) error {
	src, err := openSource(path)
	if err != nil {
		return err
	}
	defer src.Close()
	return src.thumbnails(ctx, min(max(width, minThumb), maxThumb), yield)
}

// PageImage draws one page (from 1), width pixels wide.
func PageImage(ctx context.Context, path string, page, width int) (image.Image, error) {
	src, err := openSource(path)
	if err != nil {
		return nil, err
	}
	defer src.Close()
	return src.pageImage(ctx, page, min(max(width, minThumb), maxPageImage))
}

// A source is an open file of a known format.
type source struct {
	*os.File
	name     string // without its folder
	size     int64
	format   string
	language string // BCP 47, that the teacher says it is in; "": unknown
}

func openSource(path string) (*source, error) {
	f, size, err := openFile(path)
	if err != nil {
		return nil, err
	}
	format, err := sniff(f, size, path)
	if err != nil {
		f.Close()
		return nil, err
	}
	return &source{File: f, name: filepath.Base(path), size: size, format: format}, nil
}

// read reads a document and finishes it. figures counts its pictures, also
// where withFigures is false and those that cost time are left out.
func read(ctx context.Context, path, language string, from, to int, withFigures bool) (doc *story.Document, figures int, err error) {
	src, err := openSource(path)
	if err != nil {
		return nil, 0, err
	}
	defer src.Close()
	src.language = language
	var sum string
	group, gctx := errgroup.WithContext(ctx)
	group.Go(func() (err error) {
		sum, err = src.hash(gctx)
		return err
	})
	group.Go(func() (err error) {
		doc, figures, err = src.blocks(gctx, from, to, withFigures)
		return err
	})
	if err := group.Wait(); err != nil {
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		return nil, 0, asInput(err)
	}
	doc.Name, doc.Format, doc.Size, doc.SHA256 = src.name, src.format, src.size, sum
	if err := finish(ctx, doc, from, to); err != nil {
		return nil, 0, err
	}
	return doc, figures, nil
}

// Sum gives the SHA-256 of the document at path, as Info and
// story.Document hold it. What cannot be a document (a folder, a device, a
// file that is too large) is refused before a byte of it is read.
func Sum(ctx context.Context, path string) (string, error) {
	f, size, err := openFile(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	return (&source{File: f, size: size}).hash(ctx)
}

// blocks calls the format's reader.
func (s *source) blocks(ctx context.Context, from, to int, withFigures bool) (*story.Document, int, error) {
	switch s.format {
	case formatPDF:
		return s.readPDF(ctx, from, to, withFigures)
	case formatImage:
		doc, err := s.recognise(ctx, 1, from, to)
		return doc, 0, err
	}
	doc, err := readerOf(s.format)(ctx, s.File, s.size)
	if err != nil {
		return nil, 0, err
	}
	return doc, len(doc.Figures), nil
}

// hash gives the file's SHA-256. It leaves the file's offset alone.
func (s *source) hash(ctx context.Context) (string, error) {
	h := sha256.New()
	r := io.NewSectionReader(s.File, 0, s.size)
	for {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		n, err := io.CopyN(h, r, 4<<20)
		if errors.Is(err, io.EOF) || err == nil && n == 0 {
			return hex.EncodeToString(h.Sum(nil)), nil
		}
		if err != nil {
			return "", unreadable(err)
		}
	}
}
