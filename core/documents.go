package core

import (
	"context"
	"image"
	"os"
	"path/filepath"
	"slices"
	"time"

	"edusmart/core/document"
	"edusmart/core/model"
	"edusmart/core/privacy"
)

// Sizes of the create screen's thumbnails, in pixels: twice what is shown, so
// that they are sharp on a dense screen; smaller where there are many pages,
// to bound the memory.
const (
	thumbWidth      = 160
	smallThumbWidth = 96
	manyPages       = 300
	// thumbPace bounds how often new thumbnails are published.
	thumbPace = 60 * time.Millisecond
)

// openDocument is the document of the create screen; guarded by App.mu.
type openDocument struct {
	state  DocumentState
	cancel context.CancelFunc
	number int // grows with every document, so that a late answer is known
}

// OpenDocument makes path the document of the create screen: its state is
// published as DocumentState.
func (a *App) OpenDocument(path string) { a.openDocument(path, false) }

// OpenText does the same for text that was pasted.
func (a *App) OpenText(text string) { a.openBytes("Pasted text.txt", []byte(text), false) }

// OpenSample does the same for the bundled sample lesson.
func (a *App) OpenSample() { a.openBytes(a.sample.name, a.sample.data, true) }

// CloseDocument forgets the document of the create screen.
func (a *App) CloseDocument() {
	_, _ = a.nextDocument(DocumentState{})
}

// openBytes keeps data as a file of the cache and opens it.
func (a *App) openBytes(name string, data []byte, sample bool) {
	a.queue.add(func() {
		path := filepath.Join(a.places.Cache, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			a.fail("keep text", model.Errorf("keep text", model.Device, "The text cannot be kept. Check that the disk has room.", err))
			return
		}
		a.openDocument(path, sample)
	})
}

// nextDocument replaces the state and ends the work on the document before.
func (a *App) nextDocument(s DocumentState) (context.Context, int) {
	ctx, cancel := context.WithCancel(a.ctx)
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.document.cancel != nil {
		a.document.cancel()
	}
	a.document.cancel = cancel
	a.document.number++
	a.document.state = s
	a.hub.publish(s)
	return ctx, a.document.number
}

// updateDocument changes the state, unless another document was opened since.
func (a *App) updateDocument(number int, change func(*DocumentState)) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.document.number != number {
		return
	}
	change(&a.document.state)
	a.hub.publish(a.document.state)
}

func (a *App) openDocument(path string, sample bool) {
	s := DocumentState{Stage: OpeningDocument, Path: path, Name: filepath.Base(path), Sample: sample}
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
		s.Size = info.Size()
	}
	ctx, number := a.nextDocument(s)
	a.wg.Go(func() { a.inspect(ctx, number, path) })
}

// inspect looks through a document and then draws its thumbnails.
func (a *App) inspect(ctx context.Context, number int, path string) {
	info, doc, err := document.Look(ctx, path)
	pages, scanned := document.IsScanned(err)
	unread := ""
	if scanned {
		unread = model.Sentence(err)
		info, err = document.InspectScan(ctx, path, pages)
	}
	if err != nil {
		if ctx.Err() == nil {
			a.log.Warn("open document", "path", path, "err", err)
		}
		a.updateDocument(number, func(s *DocumentState) {
			s.Stage, s.Err = DocumentFailed, model.Sentence(err)
		})
		return
	}
	thumbs := make([]image.Image, info.Pages)
	a.updateDocument(number, func(s *DocumentState) {
		s.Stage, s.Info, s.Same, s.Scanned, s.Err = DocumentReady, info, a.sameLocked(info.SHA256), scanned, unread
		s.Thumbs = slices.Clone(thumbs)
	})
	if doc != nil {
		private := privacy.Look(doc)
		a.updateDocument(number, func(s *DocumentState) { s.Private, s.PrivatePages = private.Say, pagesOf(private) })
	}
	width := thumbWidth
	if info.Pages > manyPages {
		width = smallThumbWidth
	}
	published := time.Now()
	show := func() {
		shown := slices.Clone(thumbs)
		a.updateDocument(number, func(s *DocumentState) { s.Thumbs = shown })
		published = time.Now()
	}
	err = document.Thumbnails(ctx, path, width, func(page int, img image.Image) {
		if page >= 1 && page <= len(thumbs) {
			thumbs[page-1] = img
		}
		if time.Since(published) >= thumbPace {
			show()
		}
	})
	if err != nil && ctx.Err() == nil {
		a.log.Warn("draw thumbnails", "path", path, "err", err)
	}
	show()
}

// pagesOf gives the pages of a finding, each once.
func pagesOf(f privacy.Finding) []int {
	var pages []int
	for _, e := range f.Examples {
		pages = append(pages, e.Page)
	}
	slices.Sort(pages)
	return slices.Compact(pages)
}

// sameLocked gives the stories made from the file, newest first. App.mu is
// held.
func (a *App) sameLocked(sum string) []Card {
	var same []Card
	for _, c := range a.cards {
		if c.SourceSHA256 == sum {
			same = append(same, c)
		}
	}
	slices.SortFunc(same, func(x, y Card) int { return y.Created.Compare(x.Created) })
	return same
}
