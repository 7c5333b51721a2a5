package core

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"sync"

	"edusmart/core/disk"
	"edusmart/core/document"
	"edusmart/core/story"
)

// lastDocument is the document that was read last for its figures.
type lastDocument struct {
	mu  sync.Mutex
	id  string // of the story
	doc *story.Document
}

// documentOf gives a story and the document that it was made from, with its
// figures, as far as a copy is kept.
func (a *App) documentOf(ctx context.Context, id string) (*story.Story, *story.Document, error) {
	s, err := a.library.Load(id)
	if err != nil {
		return nil, nil, err
	}
	a.figures.mu.Lock()
	defer a.figures.mu.Unlock()
	if a.figures.id == id {
		return s, a.figures.doc, nil
	}
	path, err := a.sourcePath(s)
	if err != nil {
		return nil, nil, err
	}
	doc, err := document.ReadIn(ctx, path, s.Options.Language, 0, 0)
	if err == nil {
		a.figures.id, a.figures.doc = id, doc
		a.ownWords(id, doc)
	}
	return s, doc, err
}

// figureFile keeps a figure where the window can show it.
func (a *App) figureFile(f *story.Figure) (string, error) {
	sum := sha256.Sum256(f.Data)
	ending := ".png"
	if f.MIME == "image/jpeg" {
		ending = ".jpg"
	}
	dir := filepath.Join(a.places.Cache, "figures")
	path := filepath.Join(dir, hex.EncodeToString(sum[:12])+ending)
	if info, err := os.Lstat(path); err == nil && info.Size() == int64(len(f.Data)) {
		return path, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	return path, disk.WriteWhole(path, 0o600, func(w io.Writer) error {
		_, err := w.Write(f.Data)
		return err
	})
}
