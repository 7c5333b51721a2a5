package document

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"image"
	"math"
	"os"
	"strings"

	"github.com/gen2brain/go-fitz"
)

// maxEntries bounds the entries of an outline.
const maxEntries = 5000

// sendOutline sends title and outline as go-fitz gives them.
func sendOutline(data []byte, out *bufio.Writer) error {
	doc, err := fitz.NewFromMemory(data)
	if err != nil {
		return sendJSON(out, frameOutline, childOutline{})
	}
	o := childOutline{Title: strings.TrimRight(doc.Metadata()["title"], "\x00")}
	entries, err := doc.ToC()
	if err != nil {
		entries = nil // it has none
	}
	for i, e := range entries {
		if i == maxEntries {
			break
		}
		o.Entries = append(o.Entries, childEntry{Level: e.Level, Title: e.Title, Page: e.Page + 1})
	}
	return sendJSON(out, frameOutline, o)
}

// serveRender sends pages as pictures of the given width.
func serveRender(job childJob, data []byte, out *bufio.Writer) error {
	doc, err := fitz.NewFromMemory(data)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return fail(out, failOpen)
	}
	for n := max(0, job.From); n <= min(job.To, doc.NumPage()-1); n++ {
		img, err := renderPage(doc, n, job)
		if err != nil {
			fmt.Fprintln(os.Stderr, "page", n+1, err)
			continue
		}
		if err := writeFrame(out, framePixels, encodePixels(n, img)); err != nil {
			return err
		}
		if err := out.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// renderPage draws page n as wide, or as finely, as job says. A page is drawn
// so small that neither side nor the area goes beyond what is allowed.
func renderPage(doc *fitz.Document, n int, job childJob) (*image.RGBA, error) {
	bound, err := doc.Bound(n)
	if err != nil {
		return nil, err
	}
	wanted := float64(job.DPI)
	if wanted <= 0 {
		wanted = 72 * float64(job.Width) / float64(max(1, bound.Dx()))
	}
	dpi, err := fitDPI(bound, wanted)
	if err != nil {
		return nil, err
	}
	return doc.ImageDPI(n, dpi)
}

// fitDPI lowers dpi until a page of the size bound (in points) can be drawn.
func fitDPI(bound image.Rectangle, dpi float64) (float64, error) {
	const maxSide = 8192
	w, h := float64(bound.Dx()), float64(bound.Dy())
	if w < 1 || h < 1 || w > maxPlace || h > maxPlace || bound.Min != (image.Point{}) {
		return 0, fmt.Errorf("a page of %g by %g points", w, h)
	}
	scale := min(dpi/72, maxSide/w, maxSide/h, math.Sqrt(maxRenderPixels/(w*h)))
	if w*scale < 1 || h*scale < 1 {
		return 0, fmt.Errorf("a page of %g by %g points", w, h)
	}
	return scale * 72 * 0.999, nil
}

// encodePixels gives page n's picture: page, width and height as 32-bit
// numbers (big endian), then the pixels as RGBA.
func encodePixels(n int, img *image.RGBA) []byte {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	b := make([]byte, 12, 12+4*w*h)
	binary.BigEndian.PutUint32(b, uint32(n))
	binary.BigEndian.PutUint32(b[4:], uint32(w))
	binary.BigEndian.PutUint32(b[8:], uint32(h))
	for y := range h {
		b = append(b, img.Pix[y*img.Stride:y*img.Stride+4*w]...)
	}
	return b
}

// decodePixels reads what encodePixels wrote. The picture is opaque.
func decodePixels(b []byte) (page int, img *image.RGBA, err error) {
	if len(b) < 12 {
		return 0, nil, fmt.Errorf("%w: pixels", errFrame)
	}
	n, w, h := binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:]), binary.BigEndian.Uint32(b[8:])
	if n >= maxPages || w < 1 || h < 1 || w > maxRenderPixels || h > maxRenderPixels || uint64(len(b)-12) != 4*uint64(w)*uint64(h) {
		return 0, nil, fmt.Errorf("%w: %d by %d pixels", errFrame, w, h)
	}
	img = &image.RGBA{Pix: b[12:], Stride: 4 * int(w), Rect: image.Rect(0, 0, int(w), int(h))}
	for i := 3; i < len(img.Pix); i += 4 {
		img.Pix[i] = 0xff
	}
	return int(n), img, nil
}
