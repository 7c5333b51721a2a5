package gemini

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"edusmart/core/story"
)

// mostWeight is how much of a document is sent: about 60,000 tokens, which
// every model of the ladder takes and a free plan's limit on tokens a minute
// bears.
const mostWeight = 240_000

// weight measures a text in quarters of a token, roughly: a Latin letter is
// one, a Chinese one four, those of other scripts two.
func weight(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case r < 0x250:
			n++
		case r < 0x2e80:
			n += 2
		default:
			n += 4
		}
	}
	return n
}

// excerpt is what is sent of a document.
type excerpt struct {
	text   string
	notice string // what was left out, for the teacher; empty: nothing was
}

// narrow gives the document as the prompt shows it: each page after its
// number, each block on a line of its own. Where that weighs more than most,
// short pages stay whole and long ones are cut to an equal length.
func narrow(doc *story.Document, most int) excerpt {
	var pages []int // in order of appearance
	size := map[int]int{}
	total := 0
	for _, b := range doc.Blocks {
		n := weight(b.Text)
		if _, seen := size[b.Page]; !seen {
			pages = append(pages, b.Page)
		}
		size[b.Page] += n
		total += n
	}
	share := most
	if total > most {
		share = equalShare(pages, size, most)
	}
	left := map[int]int{}
	for _, p := range pages {
		left[p] = share
	}
	var out strings.Builder
	page, kept := -1, 0
	for _, b := range doc.Blocks {
		text := blockText(b)
		n := weight(b.Text)
		if left[b.Page] <= 0 || text == "" {
			continue
		}
		if n > left[b.Page] {
			text = shorten(text, max(1, utf8.RuneCountInString(b.Text)*left[b.Page]/n))
		}
		kept += min(n, left[b.Page])
		left[b.Page] -= n
		if b.Page != page {
			page = b.Page
			fmt.Fprintf(&out, "[page %d]\n", page)
		}
		out.WriteString(text)
		out.WriteByte('\n')
	}
	e := excerpt{text: out.String()}
	if total > most {
		e.notice = fmt.Sprintf("The document is long: about %d percent of its text went into the story, a part of every page. Choose fewer pages for a closer one.",
			max(1, 100*kept/total))
	}
	return e
}

// equalShare gives the length to which pages are cut so that together they
// are at most most long: what short pages do not need goes to the others.
func equalShare(pages []int, size map[int]int, most int) int {
	sizes := make([]int, 0, len(pages))
	for _, p := range pages {
		sizes = append(sizes, size[p])
	}
	slices.Sort(sizes)
	for i, n := range sizes {
		share := most / (len(sizes) - i)
		if n > share {
			return max(1, share)
		}
		most -= n
	}
	return most
}

// blockText is a block as the prompt shows it, on one line; a table has a line
// for each row.
func blockText(b story.Block) string {
	if b.Kind == story.Table {
		return strings.TrimSpace("table:\n" + b.Text)
	}
	text := strings.Join(strings.Fields(b.Text), " ")
	if text == "" {
		return ""
	}
	switch b.Kind {
	case story.Heading:
		return strings.Repeat("#", min(max(b.Level, 1), 6)) + " " + text
	case story.ListItem:
		return strings.TrimSpace("- " + b.Marker + " " + text)
	case story.Exercise:
		return "exercise: " + text
	case story.Caption:
		return "caption: " + text
	case story.Note:
		return "note: " + text
	}
	return text
}
