package document

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"unsafe"
)

// #include <stdlib.h>
import "C"

// The child is this same program, started for one job and then gone. It reads
// the document from its standard input (the open file itself), the job from
// its only argument, and answers in frames on its standard output. It limits
// its own memory and processor time before it looks at the first byte.

// childJob is what a child is asked.
type childJob struct {
	Op      string   `json:"op"`
	Down    bool     `json:"down,omitempty"`    // opText: from the last page to the first
	From    int      `json:"from,omitempty"`    // opRender: pages from From to To, from 0 and inclusive
	To      int      `json:"to,omitempty"`      //
	Width   int      `json:"width,omitempty"`   // opRender: pixels
	DPI     int      `json:"dpi,omitempty"`     // opRender: pixels an inch, in place of a width
	Quote   string   `json:"quote,omitempty"`   // opMarks: what is looked for on page From
	Regions [][5]int `json:"regions,omitempty"` // opFigures: page (from 0), then x0, y0, x1, y1 in points
}

const (
	opText    = "text"    // a PDF's pages and its outline
	opRender  = "render"  // a PDF's pages as pictures
	opFigures = "figures" // regions of a PDF's pages as encoded pictures
	opMarks   = "marks"   // where a quotation stands on a page
)

// childHead says what was opened.
type childHead struct {
	Pages int `json:"pages"`
}

// childOutline is what go-fitz tells about the whole document.
type childOutline struct {
	Title   string       `json:"title"`
	Entries []childEntry `json:"entries"`
}

type childEntry struct {
	Level int    `json:"level"`
	Title string `json:"title"`
	Page  int    `json:"page"` // from 1
}

// exit statuses of the child, for the log.
const (
	exitOK    = 0
	exitError = 1
	exitUsage = 2
)

// Child runs the child process and returns its exit status.
func Child(args []string) int {
	if len(args) != 1 {
		return exitUsage
	}
	var job childJob
	if err := json.Unmarshal([]byte(args[0]), &job); err != nil {
		return exitUsage
	}
	debug.SetMemoryLimit(childMemory / 2)
	if err := limitSelf(); err != nil {
		fmt.Fprintln(os.Stderr, "limits:", err)
		return exitError
	}
	out := bufio.NewWriterSize(os.Stdout, 1<<16)
	err := serve(job, os.Stdin, out)
	if err == nil {
		err = writeFrame(out, frameDone, nil)
	}
	if err = errors.Join(err, out.Flush()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return exitError
	}
	return exitOK
}

// serve does the job.
func serve(job childJob, in *os.File, out *bufio.Writer) error {
	data, err := readInput(in)
	if err != nil {
		return err
	}
	switch job.Op {
	case opText:
		return serveText(job, data, out)
	case opRender:
		return serveRender(job, data, out)
	case opMarks:
		return serveMarks(job, data, out)
	case opFigures:
		return serveFigures(job, data, out)
	}
	return fmt.Errorf("no job %q", job.Op)
}

// readInput reads the document into memory that Go's collector does not own,
// since MuPDF keeps it. Only ReadAt is used: the file's offset is shared with
// the parent and with other children.
func readInput(in *os.File) ([]byte, error) {
	info, err := in.Stat()
	if err != nil {
		return nil, err
	}
	size := info.Size()
	if size < 1 || size > maxBytes {
		return nil, fmt.Errorf("%d bytes", size)
	}
	data := unsafe.Slice((*byte)(C.malloc(C.size_t(size))), int(size))
	n, err := in.ReadAt(data, 0)
	if n < len(data) {
		return nil, fmt.Errorf("only %d of %d bytes: %w", n, size, err)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return data[headerOffset(data):], nil
}

// fail tells the parent why nothing comes.
func fail(out *bufio.Writer, why string) error {
	return writeFrame(out, frameError, []byte(why))
}

// sendJSON writes v as a frame.
func sendJSON(out *bufio.Writer, kind byte, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return writeFrame(out, kind, b)
}

// serveText sends the pages: upwards with the outline at the end, or
// downwards with the outline first. The parent runs one of each and stops
// both when it has all, so that two cores share the work and a page that ends
// one child does not take the others with it.
func serveText(job childJob, data []byte, out *bufio.Writer) error {
	t, err := openText(data)
	switch {
	case err != nil:
		return failToOpen(out, err)
	case t.pages == 0:
		return fail(out, failEmpty)
	case t.pages > maxPages:
		return failCount(t, out)
	}
	if err := sendJSON(out, frameHead, childHead{Pages: t.pages}); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if job.Down {
		if err := sendOutline(data, out); err != nil {
			return err
		}
	}
	for i := range t.pages {
		n := i
		if job.Down {
			n = t.pages - 1 - i
		}
		if err := sendPage(t, n, out); err != nil {
			return err
		}
	}
	if !job.Down {
		return sendOutline(data, out)
	}
	return nil
}

// failToOpen tells the parent why openText failed, where that is the
// document's doing.
func failToOpen(out *bufio.Writer, err error) error {
	switch {
	case errors.Is(err, errLocked):
		return fail(out, failLocked)
	case errors.Is(err, errOpen):
		fmt.Fprintln(os.Stderr, err)
		return fail(out, failOpen)
	}
	return err
}

// failCount tells a document that is too long from one that only says so.
func failCount(t *pdfText, out *bufio.Writer) error {
	if _, _, _, err := t.spans(t.pages - 1); err != nil {
		return fail(out, failOpen)
	}
	return fail(out, failLong)
}

// sendPage sends one page; a page that cannot be read is sent empty.
func sendPage(t *pdfText, n int, out *bufio.Writer) error {
	p, err := readPage(t, n)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		p = &pageText{page: n}
	}
	if err := writeFrame(out, framePage, p.encode()); err != nil {
		return err
	}
	return out.Flush()
}
