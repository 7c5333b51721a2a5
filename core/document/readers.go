package document

import (
	"context"
	"os"

	"edusmart/core/story"
)

// A reader gives all of a file: every block with its page (from 1), the
// figures, the title ("" where there is none), the number of pages and the
// outline. The rest of story.Document is filled in by the finishing pass.
type reader func(ctx context.Context, f *os.File, size int64) (*story.Document, error)

// readerOf gives the reader of a format that is read in this process; nil for
// those that need the child.
func readerOf(format string) reader {
	switch format {
	case formatDOCX:
		return readDOCX
	case formatPPTX:
		return readPPTX
	case formatODT:
		return readODT
	case formatODP:
		return readODP
	case formatEPUB:
		return readEPUB
	case formatRTF:
		return readRTF
	case formatHTML:
		return readHTML
	case formatMarkdown:
		return readMarkdown
	case formatText:
		return readText
	}
	return nil
}

// The values of story.Document.Format.
const (
	formatPDF      = "pdf"
	formatDOCX     = "docx"
	formatPPTX     = "pptx"
	formatODT      = "odt"
	formatODP      = "odp"
	formatEPUB     = "epub"
	formatRTF      = "rtf"
	formatHTML     = "html"
	formatMarkdown = "markdown"
	formatText     = "text"
	formatImage    = "image"
)
