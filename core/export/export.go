// Package export hands a story on: to readers, printers, players, quiz
// programs and slides, all without a network. Each format is a package of its
// own below this one; here is the list of them, and a file is written whole or
// not at all.
//
// Called by core. May import story, library, model and the packages below it.
package export

import (
	"context"
	"errors"
	"io"
	"io/fs"

	"edusmart/core/export/captions"
	"edusmart/core/export/content"
	"edusmart/core/export/epub"
	"edusmart/core/export/print"
	"edusmart/core/export/quiz"
	"edusmart/core/export/slides"
	"edusmart/core/export/video"
	"edusmart/core/export/web"
	"edusmart/core/model"
	"edusmart/core/story"
)

// Format is one form in which a story can be handed on.
type Format struct {
	Name   string // on the command line: "epub"
	Ending string // of the file, without the dot: "epub"
	Title  string // for the teacher: "E-book (EPUB)"
	Use    string // one sentence: what it is good for
	write  content.Writer
	// missing gives one sentence where the format cannot be made on this
	// computer, else ""; nil: it always can.
	missing func() string
	// note gives one or two sentences on what of a story the format has no room
	// for, else ""; nil: all of it goes in.
	note func(*story.Story) string
}

// Note says what of a story the format has no room for; "" where all of it
// goes in.
func (f Format) Note(s *story.Story) string {
	if f.note == nil {
		return ""
	}
	return f.note(s)
}

// Missing is one sentence where the format cannot be made on this computer.
func (f Format) Missing() string {
	if f.missing == nil {
		return ""
	}
	return f.missing()
}

// Formats are all of them, in the order in which they are shown.
var Formats = []Format{
	{"html", "html", "Web page", "Plays in any browser, from a USB stick too, with lit words and the quiz.", web.Write, nil, nil},
	{"epub", "epub", "E-book (EPUB)", "Reads itself aloud, word by word, in any reading program.", epub.Write, nil, nil},
	{"epub-fixed", "epub", "Picture book (EPUB)", "The same with fixed pages, each with its picture beside the text.", epub.WriteFixed, nil, nil},
	{"pdf", "pdf", "Handout, A4 (PDF)", "To print and copy: pages, glossary, questions, and the answers on their own sheet.", print.Write, nil, nil},
	{"pdf-letter", "pdf", "Handout, Letter (PDF)", "The same on US Letter paper.", print.WriteLetter, nil, nil},
	{"pptx", "pptx", "Slides (PowerPoint)", "Shows the pages in PowerPoint, Impress or Keynote, with the voice and your notes.", slides.Write, nil, nil},
	{"video", "mp4", "Video (MP4)", "Plays the story as a film with captions; needs ffmpeg.", video.Write, video.Missing, nil},
	{"vtt", "vtt", "Captions (WebVTT)", "Goes under a video on a web page.", captioned(captions.WriteVTT), nil, nil},
	{"srt", "srt", "Captions (SubRip)", "Goes beside a video file.", captioned(captions.WriteSRT), nil, nil},
	{"gift", "txt", "Quiz for Moodle (GIFT)", "Goes into Moodle's question bank.", quiz.GIFT, nil, nil},
	{"kahoot", "xlsx", "Quiz for Kahoot", "Is imported as a spreadsheet by Kahoot.", quiz.Kahoot, nil, quiz.KahootNote},
	{"csv", "csv", "Quiz for Wayground (CSV)", "Is imported as a spreadsheet by Wayground, formerly Quizizz.", quiz.CSV, nil, quiz.CSVNote},
	{"qti", "zip", "Quiz for Canvas and others (QTI 2.1)", "Is imported by most learning platforms.", quiz.QTI, nil, nil},
	{"anki", "txt", "Cards for Anki", "Makes cards of the questions and the glossary.", quiz.Anki, nil, nil},
	{"text", "txt", "Plain text", "To paste into anything else.", print.WriteText, nil, nil},
}

// Find gives the format called name.
func Find(name string) (Format, bool) {
	for _, f := range Formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Write writes the story to path, whole or not at all: what was at path stays
// until the new file is complete. Errors are *model.Error, or the context's.
func (f Format) Write(ctx context.Context, c *content.Content, path string, progress content.Progress) error {
	var made error // of the format, where it is not the disk's
	err := c.Work.WriteWhole(path, 0o644, func(w io.Writer) error {
		made = f.write(ctx, c, w, progress)
		return made
	})
	var known *model.Error
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &known):
		return err
	case made == nil || errors.As(made, new(*fs.PathError)):
		return model.Errorf("export "+f.Name, model.Device, "The file could not be saved there. Choose another folder, or make room on the disk.", err)
	}
	return model.Errorf("export "+f.Name, model.Unusable, "The file could not be made, because a part of the story cannot be read. Make that page's picture or voice again.", err)
}

// captioned makes a format of captions.
func captioned(write func(io.Writer, []captions.Cue) error) content.Writer {
	return func(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		cues := captions.Of(c.Story, nil)
		if len(cues) == 0 {
			return model.Errorf("write captions", model.Input, "This story has no text that could be shown as captions.", nil)
		}
		err := write(w, cues)
		progress.Tell(1, 1)
		return err
	}
}
