package epub

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"edusmart/core/export/captions"
	"edusmart/core/export/exporttest"
)

// heard is what the reading program did: what it lit, and which clips it
// reached.
type heard struct {
	Lit []struct {
		Title, ID, Text, Colour, Around string
		At                              float64
	}
	Clips []struct {
		Text           string
		Begin, End, At float64
	}
}

// The words of the story's second page are lit one after the other as the
// sound plays, each while it is heard, and the book goes on by itself from its
// cover to its first page.
func TestAReadingProgramReadsTheBookAloud(t *testing.T) {
	for layout, write := range layouts {
		if testing.Short() && layout != "flowing" {
			continue // it takes as long as the sound
		}
		t.Run(layout, func(t *testing.T) {
			t.Parallel()
			b := exporttest.Lesson(t, "en")
			file := filepath.Join(t.TempDir(), layout+".epub")
			exporttest.Save(t, file, exporttest.Write(t, b.Content(t), write))
			var got struct {
				Cover, Page heard
				Errors      []string
			}
			exporttest.Node(t, "overlay.mjs", file, &got)
			if len(got.Errors) > 0 {
				t.Error(got.Errors)
			}
			var order []string
			for _, c := range got.Cover.Clips {
				order = append(order, c.Text)
			}
			order = slices.Compact(order) // a sound that stumbles is reported again
			if s := strings.Join(order, " "); !strings.HasPrefix(s, "EPUB/cover.xhtml#title EPUB/page-01.xhtml#s1w1 ") {
				t.Errorf("from the cover on it reads %s", s)
			}
			page := &b.Story.Pages[1]
			clips := map[string]captions.Clip{}
			var ids []string
			word := map[int]int{}
			for _, c := range captions.Clips(page, captions.PageTime(page), false) {
				word[c.Sentence]++
				id := fmt.Sprintf("s%dw%d", c.Sentence+1, word[c.Sentence])
				ids = append(ids, id)
				clips[id] = c
			}
			last := -1
			for _, lit := range got.Page.Lit {
				c, known := clips[lit.ID]
				if !known {
					continue // already on the next page
				}
				if want := page.Sentences[c.Sentence].Text[c.From:c.To]; lit.Text != want {
					t.Errorf("%s is %q, want %q", lit.ID, lit.Text, want)
				}
				at := slices.Index(ids, lit.ID)
				if at <= last {
					t.Errorf("%s is lit after %s", lit.ID, ids[last])
				}
				last = at
				// The program looks four times a second.
				if lit.At < c.Start.Seconds()-0.05 || lit.At > c.End.Seconds()+0.6 {
					t.Errorf("%s, heard from %v to %v, is lit at %.2f s", lit.ID, c.Start, c.End, lit.At)
				}
				if lit.Colour != "rgb(31, 75, 130)" || lit.Around != "rgb(221, 232, 246)" {
					t.Errorf("%s is lit in %s, its sentence in %s", lit.ID, lit.Colour, lit.Around)
				}
			}
			if last < len(ids)*2/3 || len(got.Page.Lit) < len(ids)/2 {
				t.Errorf("of %d words, %d were seen lit", len(ids), len(got.Page.Lit))
			}
		})
	}
}
