package document

import (
	"context"
	"errors"
	"fmt"
	"image"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"edusmart/core/story"
)

// Photographs of pages are read by Tesseract. Its words and their places go
// the way of a PDF's: see textOfWords.

const (
	// maxScanPages bounds the photographs that are read at once: a page takes
	// a second or two of a core.
	maxScanPages = 150
	// mostReaders is how many pages are read at once, a core each.
	mostReaders = 4
	// openingPages is how many pages may pass before the language is settled;
	// settledLetters how many letters settle it.
	openingPages   = 3
	settledLetters = 200
	// fairPage is the average confidence below which another direction or
	// other languages are tried.
	fairPage = 70.0
)

// A recogniser reads the photographs of one document.
type recogniser struct {
	tesseract *tesseract
	codes     []string // the languages to read in, once they are known
	wanted    string   // the language that the teacher says it is; "" where unknown
	foreign   string   // the script that is seen but has no data here; "" where there is none
	picture   func(ctx context.Context, page int) (*image.Gray, error)
}

// recognise reads a document of so many photographs, pages from to to of it
// (from 1; 0: the first, the last).
func (s *source) recognise(ctx context.Context, pages, from, to int) (*story.Document, error) {
	first, last, err := pageRange(pages, from, to)
	if err != nil {
		return nil, err
	}
	t := findTesseract(ctx)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case t == nil:
		return nil, sayPhotographs(pages, installTesseract()+", or choose a file with text.", nil)
	case last-first >= maxScanPages:
		return nil, sayPhotographs(pages, fmt.Sprintf("This computer reads %d at most: save the chapter you need as a file of its own.", maxScanPages), nil)
	}
	r := &recogniser{tesseract: t, wanted: s.language, picture: s.pageInGrey}
	texts, failed, err := s.readScans(ctx, r, pages, between(first-1, last-1))
	if err != nil {
		return nil, err
	}
	doc, laidOut := scannedDocument(ctx, texts)
	if laidOut == nil && countLetters(doc.Blocks) < leastLetters {
		return nil, sayPhotographs(pages, r.way(failed), failed)
	}
	return doc, laidOut
}

// readScans has r read those of the pages wanted (from 0), of a document of so
// many, that are not kept from before, and keeps them. failed joins what single
// pages failed of; err is ctx's or the file's.
func (s *source) readScans(ctx context.Context, r *recogniser, pages int, wanted []int) (texts []*pageText, failed, err error) {
	sum, err := s.hash(ctx)
	if err != nil {
		return nil, nil, err
	}
	key := s.scanKey(sum, r.tesseract)
	texts, failed = r.pages(ctx, recognised.of(key, pages), wanted)
	if ctx.Err() != nil {
		return nil, nil, ctx.Err()
	}
	recognised.keep(key, texts)
	return texts, failed, nil
}

// scanKey names what is kept of a document that is read by t: all that the
// reading depends on.
func (s *source) scanKey(sum string, t *tesseract) string {
	return sum + "\x00" + s.language + "\x00" + strings.Join(t.codes, "+")
}

// scannedDocument makes a document of the pages that were read.
func scannedDocument(ctx context.Context, texts []*pageText) (*story.Document, error) {
	pages := make([]*pdfPage, len(texts))
	for i, p := range texts {
		if p == nil {
			p = &pageText{page: i}
		}
		pages[i] = newPDFPage(p)
	}
	doc, _, err := blocksOf(ctx, pages, childOutline{})
	if err != nil {
		return nil, err
	}
	doc.Figures, doc.Scanned = nil, true
	return doc, nil
}

// sayPhotographs is said of pages without text; way is what can be done.
func sayPhotographs(pages int, way string, cause error) error {
	cause = errors.Join(&Scanned{pages}, cause)
	if pages == 1 {
		return bad("This page is a photograph: there is no text in it. "+way, cause)
	}
	return bad(fmt.Sprintf("This PDF has no text in it. Its %d pages are photographs. %s", pages, way), cause)
}

// way says what can be done where nothing was read.
func (r *recogniser) way(err error) string {
	switch {
	case errors.Is(err, errPictureSize):
		return fmt.Sprintf("It is too large: save it with at most %d million pixels.", maxPixels/1_000_000)
	case r.foreign != "":
		return "Install Tesseract’s data for " + r.foreign + " letters, or choose a file with text."
	}
	return "Choose a file with text."
}

// pageInGrey gives the picture of a page, from 0.
func (s *source) pageInGrey(ctx context.Context, page int) (*image.Gray, error) {
	if s.format == formatImage {
		return readPicture(ctx, s.File, s.size)
	}
	var drawn image.Image
	err := s.render(ctx, childJob{From: page, To: page, DPI: scanDPI}, func(_ int, img image.Image) { drawn = img })
	if err != nil {
		return nil, err
	}
	if drawn == nil {
		return nil, fmt.Errorf("page %d cannot be drawn", page+1)
	}
	grey, err := greyOf(ctx, drawn)
	if err != nil {
		return nil, err
	}
	return fitSide(ctx, grey)
}

// between gives the numbers from first to last.
func between(first, last int) []int {
	var all []int
	for i := first; i <= last; i++ {
		all = append(all, i)
	}
	return all
}

// pages reads those of the pages wanted (from 0) that are not in texts. A
// page that fails stays nil; the error joins what they failed of. The first
// pages are read one after the other, until the language is known.
func (r *recogniser) pages(ctx context.Context, texts []*pageText, wanted []int) ([]*pageText, error) {
	missing := slices.DeleteFunc(slices.Clone(wanted), func(i int) bool { return texts[i] != nil })
	var failed []error
	for n := 0; n < openingPages && len(missing) > 0 && r.codes == nil; n++ {
		text, err := r.opening(ctx, missing[0])
		if err != nil {
			failed = append(failed, err)
		}
		texts[missing[0]], missing = text, missing[1:]
	}
	if r.codes == nil {
		r.codes = []string{firstCode(r.tesseract.codes, "", homeLanguage())}
	}
	var mu sync.Mutex
	var group errgroup.Group
	group.SetLimit(min(runtime.NumCPU(), mostReaders))
	for _, i := range missing {
		if ctx.Err() != nil {
			break
		}
		group.Go(func() error {
			text, err := r.page(ctx, i)
			mu.Lock()
			defer mu.Unlock()
			texts[i] = text
			if err != nil {
				failed = append(failed, err)
			}
			return nil
		})
	}
	return texts, errors.Join(append(failed, group.Wait())...)
}

// A reading is what was made of a page.
type reading struct {
	words   []ocrWord
	sure    int
	average float64
}

func (r *recogniser) read(ctx context.Context, page *greyPage, codes []string) (reading, error) {
	words, err := r.tesseract.words(ctx, page, codes)
	sure, average := quality(words)
	return reading{words, sure, average}, err
}

// fair reports whether a page is read well enough to leave it so.
func (g *reading) fair() bool { return g.sure >= leastSure && g.average >= fairPage }

// better reports whether g is a better reading of the page than o.
func (g *reading) better(o *reading) bool {
	return float64(g.sure)*g.average > float64(o.sure)*o.average
}

// light gives the picture of a page without its shadows.
func (r *recogniser) light(ctx context.Context, n int) (*greyPage, error) {
	img, err := r.picture(ctx, n)
	if err != nil {
		return nil, err
	}
	if img, err = evenLight(ctx, img); err != nil {
		return nil, err
	}
	return newGreyPage(img, pagePoints), nil
}

func (g *greyPage) turned(quarters int) *greyPage {
	return &greyPage{quarterTurns(quarters).apply(g.Gray), g.dpi, g.turn + quarters}
}

// page reads page n in the known languages; where that fails, the way in which
// it seems to lie.
func (r *recogniser) page(ctx context.Context, n int) (*pageText, error) {
	page, err := r.light(ctx, n)
	if err != nil {
		return nil, err
	}
	got, err := r.read(ctx, page, r.codes)
	if err != nil {
		return nil, err
	}
	if !got.fair() {
		seen, err := r.tesseract.look(ctx, page)
		if err != nil {
			return nil, err
		}
		if seen.turn != 0 {
			turned := page.turned(seen.turn)
			again, err := r.read(ctx, turned, r.codes)
			if err != nil {
				return nil, err
			}
			if again.better(&got) {
				got, page = again, turned
			}
		}
	}
	return got.text(page, n), nil
}

// opening reads page n before the language is known, and settles it where the
// page tells enough.
func (r *recogniser) opening(ctx context.Context, n int) (*pageText, error) {
	page, err := r.light(ctx, n)
	if err != nil {
		return nil, err
	}
	seen, err := r.tesseract.look(ctx, page)
	if err != nil {
		return nil, err
	}
	if seen.turn != 0 {
		page = page.turned(seen.turn)
	}
	var best reading
	var codes []string
	for _, try := range r.tries(seen.script) {
		got, err := r.read(ctx, page, try)
		if err != nil {
			return nil, err
		}
		if codes == nil || got.better(&best) {
			best, codes = got, try
		}
		if best.fair() {
			break
		}
	}
	if !best.fair() && !r.has(seen.script) {
		r.foreign = seen.script
	}
	if own := r.own(&best); own != "" && !slices.Equal(codes, []string{own}) {
		got, err := r.read(ctx, page, []string{own})
		if err != nil {
			return nil, err
		}
		if got.average > best.average-3 {
			best, codes = got, []string{own}
		}
	}
	if best.fair() && best.sure >= settledLetters {
		r.codes = codes
	}
	return best.text(page, n), nil
}

// tries gives the languages in which a page of that script is read, one list
// after the other until one does.
func (r *recogniser) tries(script string) [][]string {
	all := r.tesseract.codes
	var tries [][]string
	add := func(codes ...string) {
		if len(codes) > 0 && codes[0] != "" && !slices.ContainsFunc(tries, func(t []string) bool { return slices.Equal(t, codes) }) {
			tries = append(tries, codes)
		}
	}
	general := firstCode(all, "", homeLanguage())
	add(codeOf(all, r.wanted))
	add(firstCode(all, script, homeLanguage()))
	add(general)
	if !r.tesseract.script {
		add(otherCodes(all, general)...)
	}
	return tries
}

// has reports whether there is data for a script; of an unknown one, that
// there may be.
func (r *recogniser) has(script string) bool {
	return scripts[script] == "" || firstCode(r.tesseract.codes, script, "") != ""
}

// own gives the data for the language in which the words seem to be, where the
// teacher has not said it; "" where there is none.
func (r *recogniser) own(g *reading) string {
	if g.sure < settledLetters || codeOf(r.tesseract.codes, r.wanted) != "" {
		return ""
	}
	blocks := make([]story.Block, len(g.words))
	for i := range g.words {
		blocks[i] = story.Block{Kind: story.Paragraph, Text: g.words[i].text}
	}
	return codeOf(r.tesseract.codes, languageOf(blocks))
}

// text gives the lines of page n; none where hardly a word is sure.
func (g *reading) text(page *greyPage, n int) *pageText {
	size := page.Rect.Size()
	scale := float64(max(size.X, size.Y)) / pagePoints
	words := g.words
	if g.sure < leastSure {
		words = nil
	}
	p := textOfWords(words, n, float64(size.X)/scale, float64(size.Y)/scale, scale)
	p.words = placesOf(words, page)
	return p
}
