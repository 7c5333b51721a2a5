// Package document reads a teacher's file into a story.Document: text fit to
// be read aloud, structured, in reading order, with its pictures and pages.
//
// Formats: PDF, DOCX, PPTX, ODT, ODP, EPUB, RTF, HTML, Markdown, plain text
// and pictures of pages. MuPDF (go-fitz) runs only in a child process, which
// is this same program started with ChildCommand: a hostile file can end the
// child, never the application.
//
// Called by core and generate. May import model and story; go-fitz only in
// the child's files. Errors are *model.Error of kind model.Input with a
// sentence for the teacher.
package document

import (
	"context"
	"errors"
	"image"

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
	Exercises     int   // questions set by the document
	ExercisePages []int // pages that hold them
	Outline       []story.Entry
}

// Child runs the child process and returns its exit status.
func Child(args []string) int { return 2 }

// Inspect looks through the whole document.
func Inspect(ctx context.Context, path string) (*Info, error) {
	return nil, errors.ErrUnsupported
}

// Read reads pages from to to (from 1, inclusive; 0 means the first and the
// last) of the document at path.
func Read(ctx context.Context, path string, from, to int) (*story.Document, error) {
	return nil, errors.ErrUnsupported
}

// Thumbnails gives a picture of every page, width pixels wide, in order, as
// soon as it is drawn. yield is called on the caller's goroutine; page counts
// from 1.
func Thumbnails(ctx context.Context, path string, width int, yield func(page int, img image.Image)) error {
	return errors.ErrUnsupported
}

// PageImage draws one page (from 1), width pixels wide.
func PageImage(ctx context.Context, path string, page, width int) (image.Image, error) {
	return nil, errors.ErrUnsupported
}
