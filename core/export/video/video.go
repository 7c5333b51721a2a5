// Package video makes a film of a story: each page as a class sees it on the
// projector, its sentence and word lit as they are spoken, with the narration,
// captions that can be turned on, and a chapter a page. It is H.264 and AAC in
// an MP4 file, which every player plays. The encoder is ffmpeg, where it is
// installed.
//
// Called by package export. May import content, captions, story, speech,
// typeset and model.
package video

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/text/language"

	"edusmart/core/export/captions"
	"edusmart/core/export/content"
	"edusmart/core/model"
	"edusmart/core/speech"
)

const (
	width  = 1920
	height = 1080
	// fps is how many pictures a second there are: enough for a word to be lit
	// when it is heard, and few enough to be quick.
	fps = 10
	// rate is the narration's, in samples a second.
	rate = 24_000
	// longestSilent bounds how long a page without a voice is shown.
	longestSilent = 2 * time.Minute
	// longest bounds the film.
	longest = 4 * time.Hour
)

const op = "make a video"

// Missing says in one sentence what to install before films can be made here;
// "" where they can.
func Missing() string {
	_, err := find()
	return model.Sentence(err)
}

// Write makes the film. It needs ffmpeg.
func Write(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress) error {
	program, err := find()
	if err != nil {
		return err
	}
	if len(c.Story.Pages) == 0 {
		return model.Errorf(op, model.Input, "This story has no pages, so there is nothing to show.", nil)
	}
	dir, err := c.Work.TempDir()
	if err != nil {
		return noRoom(err)
	}
	defer os.RemoveAll(dir)
	f := &film{content: c, dir: dir}
	if err := f.prepare(ctx); err != nil {
		return err
	}
	if err := f.encode(ctx, program, progress); err != nil {
		return err
	}
	made, err := os.Open(f.file(outputName))
	if err != nil {
		return noRoom(err)
	}
	defer made.Close()
	_, err = io.Copy(w, made)
	return err
}

func noRoom(err error) error {
	return model.Errorf(op, model.Device, "The video needs room for temporary files. Make room on the disk, then try again.", err)
}

// Names of the files in the temporary folder.
const (
	soundName    = "sound.raw"
	captionsName = "captions.srt"
	chaptersName = "chapters.txt"
	outputName   = "film.mp4"
)

// film is a film in the making.
type film struct {
	content *content.Content
	dir     string
	pages   []time.Duration // how long each is shown
	spoken  []bool          // by page: it has a voice
	length  time.Duration
	cues    []captions.Cue
}

func (f *film) file(name string) string { return filepath.Join(f.dir, name) }

// frames is the number of pictures.
func (f *film) frames() int { return int((f.length*fps + time.Second - 1) / time.Second) }

// prepare writes what ffmpeg reads beside the pictures.
func (f *film) prepare(ctx context.Context) error {
	if err := f.create(soundName, func(w *bufio.Writer) error { return f.sound(ctx, w) }); err != nil {
		return err
	}
	f.cues = captions.Of(f.content.Story, f.pages)
	if err := f.create(captionsName, func(w *bufio.Writer) error { return captions.WriteSRT(w, f.cues) }); err != nil {
		return err
	}
	return f.create(chaptersName, f.chapters)
}

// create writes a temporary file.
func (f *film) create(name string, write func(*bufio.Writer) error) error {
	file, err := os.Create(f.file(name))
	if err != nil {
		return noRoom(err)
	}
	w := bufio.NewWriterSize(file, 1<<16)
	err = write(w)
	failed := errors.Join(w.Flush(), file.Close())
	if err == nil && failed != nil {
		err = noRoom(failed)
	}
	return err
}

// sound writes all narrations one after the other, 16-bit samples, and learns
// how long the pages are.
func (f *film) sound(ctx context.Context, w io.Writer) error {
	for i := range f.content.Story.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		pcm, from, err := f.content.Narration(i)
		if err != nil {
			return err
		}
		f.spoken = append(f.spoken, len(pcm) > 0)
		if len(pcm) > 0 {
			pcm = speech.Resample(pcm, from, rate)
		} else {
			pcm = make([]int16, speech.Samples(min(captions.PageTime(&f.content.Story.Pages[i]), longestSilent), rate))
		}
		f.pages = append(f.pages, speech.Duration(len(pcm), rate))
		if f.length += speech.Duration(len(pcm), rate); f.length > longest {
			return model.Errorf(op, model.Input, "This story is longer than four hours, which is too long for a video. Split it first.", nil)
		}
		if err := binary.Write(w, binary.LittleEndian, pcm); err != nil {
			return noRoom(err)
		}
	}
	return nil
}

// chapters writes the film's title and a chapter a page, in ffmpeg's format
// for metadata.
func (f *film) chapters(w *bufio.Writer) error {
	escape := strings.NewReplacer(`\`, `\\`, "=", `\=`, ";", `\;`, "#", `\#`)
	fmt.Fprintf(w, ";FFMETADATA1\ntitle=%s\n", escape.Replace(content.OneLine(f.content.Story.Title)))
	var at time.Duration
	for i := range f.content.Story.Pages {
		title := content.OneLine(f.content.Story.Pages[i].Title)
		if title == "" {
			title = fmt.Sprintf("Page %d", i+1)
		}
		fmt.Fprintf(w, "[CHAPTER]\nTIMEBASE=1/1000\nSTART=%d\nEND=%d\ntitle=%s\n", at.Milliseconds(), (at + f.pages[i]).Milliseconds(), escape.Replace(title))
		at += f.pages[i]
	}
	return nil
}

// threeLetters is the ISO 639 code that MP4 names a language with; "und" for
// one that is not known.
func threeLetters(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return "und"
	}
	base, sure := t.Base()
	if code := base.ISO3(); sure != language.No && len(code) == 3 {
		return code
	}
	return "und"
}
