// Package print makes handouts: a story on paper, as a tagged PDF of A4 or
// Letter sheets with pictures, glossary, questions, and the answers on a sheet
// of their own; and the story as plain text.
//
// The text is set by typeset, as on the projector. Type is black, rules are
// grey and nothing rests on colour, so that a handout can be copied. The file
// has no page numbers, names of pages or rules in its reading order, each page
// of the story is a section with its heading, and the pictures have their
// descriptions.
//
// Called by package export. May import content, story and typeset.
package print

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"edusmart/core/export/content"
	"edusmart/core/export/print/pdf"
	"edusmart/core/story"
	"edusmart/core/typeset"
)

// paper is a size of sheets with its margins, in points.
type paper struct {
	width, height float64
	side          float64 // left and right
	top, bottom   float64
}

const millimetre = 72 / 25.4

var (
	a4     = paper{210 * millimetre, 297 * millimetre, 20 * millimetre, 17 * millimetre, 20 * millimetre}
	letter = paper{8.5 * 72, 11 * 72, 54, 46, 54}
)

// Write writes the handout for A4 paper.
func Write(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress) error {
	return write(ctx, c, w, progress, a4)
}

// WriteLetter writes the handout for US Letter paper.
func WriteLetter(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress) error {
	return write(ctx, c, w, progress, letter)
}

func write(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress, on paper) error {
	out := bufio.NewWriter(w)
	file := pdf.New(out, pdf.Info{
		Title: titleOf(c.Story), Language: c.Story.Language, Creator: "EduSmart",
		Modified: c.Story.Modified, Width: on.width, Height: on.height,
	})
	h := newHandout(ctx, c, file, on)
	blocks, err := h.compose(progress)
	if err != nil {
		return err
	}
	if err := h.draw(ctx, sheets(blocks, h.tallest), on); err != nil {
		return err
	}
	progress.Tell(len(c.Story.Pages)+1, len(c.Story.Pages)+1)
	if err := file.Close(); err != nil {
		return err
	}
	return out.Flush()
}

func titleOf(s *story.Story) string {
	if s.Title == "" {
		return "EduSmart"
	}
	return s.Title
}

// draw draws sheets with their footers and bookmarks.
func (h *handout) draw(ctx context.Context, all []*sheet, on paper) error {
	marked := map[*block]bool{}
	for i, s := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		s.fill(h.tallest)
		page := h.letters.file.AddPage()
		s.draw(page, on.top)
		for k, b := range s.blocks {
			if b.level > 0 && !marked[b] && s.starts[k] < len(s.strips) {
				marked[b] = true
				h.letters.file.Bookmark(b.level, short(b.title), page, on.top+s.strips[s.starts[k]].top)
			}
		}
		if err := h.footer(page, fmt.Sprintf("%d / %d", i+1, len(all)), on); err != nil {
			return err
		}
	}
	return nil
}

// short cuts a title to what a list of bookmarks shows.
func short(title string) string {
	const most = 120
	runes := []rune(title)
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return title
}

// footer sets the title and the number of a sheet below its text.
func (h *handout) footer(page *pdf.Page, number string, on paper) error {
	const size = 9
	baseline := on.height - on.bottom + 26
	ink := pdf.Ink{Gray: greyText}
	count, err := h.shape([]string{number}, "en")
	if err != nil {
		return err
	}
	room := h.width * 0.8
	title, err := h.shape([]string{short(titleOf(h.story))}, h.language)
	if err != nil {
		return err
	}
	page.BeginPagination()
	defer page.End()
	page.Rule(h.left, baseline-14, h.width, 0.5, greyRule)
	if l := title.Lay(float32(room), size, 1.4); len(l.Lines) > 0 {
		h.letters.show(page, l, 0, h.leftOf(column{0, room}), baseline, ink)
	}
	l := count.Lay(float32(h.width), size, 1.4)
	x := h.left
	if !h.rtl {
		x += h.width - float64(l.Lines[0].Right)
	}
	h.letters.show(page, l, 0, x, baseline, ink)
	return nil
}

func newHandout(ctx context.Context, c *content.Content, file *pdf.File, on paper) *handout {
	h := &handout{
		composer: composer{
			ctx: ctx, c: c, letters: alphabet{file, c.Fonts, map[*typeset.Face]*pdf.Font{}},
			language: c.Story.Language, rtl: typeset.RightToLeft(c.Story.Language),
			left: on.side, width: on.width - 2*on.side, tallest: on.height - on.top - on.bottom,
			pictures: map[string]*pdf.Image{},
		},
		story: c.Story, words: wordsFor(c.Story.Language), root: file.Root(),
	}
	h.body = style{bodySize(c.Story.Grade), typeset.LineHeight, pdf.Ink{}}
	h.small = style{9.5, 1.4, pdf.Ink{Gray: greyText}}
	h.heading = style{h.body.size + 4, 1.3, pdf.Ink{Bold: bold}}
	h.title = style{26, 1.25, pdf.Ink{Bold: bold}}
	return h
}

// bodySize is the size of the text of a grade, in points.
func bodySize(grade int) float64 {
	if grade <= 5 {
		return 13
	}
	return 11
}
