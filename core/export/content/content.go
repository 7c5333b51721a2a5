// Package content is a story as those who hand it on see it: its text, and its
// pictures and narrations read and checked.
//
// Called by package export and the packages of its formats. May import story,
// speech, typeset and disk.
package content

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"

	"edusmart/core/disk"
	"edusmart/core/speech"
	"edusmart/core/story"
	"edusmart/core/typeset"
)

// Content is a story to be handed on. It is read only.
type Content struct {
	Story *story.Story
	// Asset gives the bytes of a file that Story names, checked against its
	// name.
	Asset func(rel string) ([]byte, error)
	// Fonts shape text in every script.
	Fonts *typeset.Fonts
	// Work is where temporary files go, so that they are found again after a
	// crash; nil: to the system's place.
	Work *disk.Trace
}

// Progress is told how many of how many steps are done. It may be nil.
type Progress func(done, of int)

// Tell calls p where there is one.
func (p Progress) Tell(done, of int) {
	if p != nil {
		p(done, of)
	}
}

// Writer writes a story in one format. What it wrote is taken into place by
// its caller when it returns nil, and thrown away otherwise.
type Writer func(ctx context.Context, c *Content, w io.Writer, progress Progress) error

// Picture gives a page's picture (from 0) and its MIME type, image/png or
// image/jpeg; nil where the page has none.
func (c *Content) Picture(page int) (data []byte, mime string, err error) {
	p := &c.Story.Pages[page]
	if p.Picture == "" || !p.Parts.Picture.State.Usable() {
		return nil, "", nil
	}
	if data, err = c.Asset(p.Picture); err != nil {
		return nil, "", fmt.Errorf("picture of page %d: %w", page+1, err)
	}
	switch mime = http.DetectContentType(data); mime {
	case "image/png", "image/jpeg":
		return data, mime, nil
	}
	return nil, "", fmt.Errorf("picture of page %d is %s", page+1, mime)
}

// Narration gives a page's narration (from 0) as mono samples; nil where the
// page has none.
func (c *Content) Narration(page int) (pcm []int16, rate int, err error) {
	p := &c.Story.Pages[page]
	if p.Narration == "" || !p.Parts.Voice.State.Usable() {
		return nil, 0, nil
	}
	return c.sound(page, p.Narration)
}

func (c *Content) sound(page int, asset string) (pcm []int16, rate int, err error) {
	data, err := c.Asset(asset)
	if err == nil {
		pcm, rate, err = speech.DecodeWAV(bytes.NewReader(data))
	}
	if err != nil {
		return nil, 0, fmt.Errorf("narration of page %d: %w", page+1, err)
	}
	return pcm, rate, nil
}
