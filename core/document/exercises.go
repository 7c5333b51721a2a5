package document

import (
	"slices"
	"strings"

	"edusmart/core/lazyregexp"
	"edusmart/core/story"
)

// dropReferences leaves out lists of sources: from their heading to the next
// of the same rank.
func dropReferences(doc *story.Document) {
	inside, level := false, 0
	keep := make([]bool, len(doc.Blocks))
	for i, b := range doc.Blocks {
		if b.Kind == story.Heading {
			if inside = says(b.Text, referenceHeadings); inside {
				level = b.Level
			}
		} else if inside && level > 0 && b.Kind == story.Note {
			inside = false
		}
		keep[i] = !inside
	}
	keepBlocks(doc, func(i int) bool { return keep[i] })
}

// citation matches the numbers by which a text cites its sources, with the
// space before them: "[3]", "[1, 4]", "[2–5]".
var citation = lazyregexp.New(`\s?\[[1-9]\d{0,2}(?:\s?[,;–-]\s?[1-9]\d{0,2})*\]`)

// citationsOfText is how many citations show that brackets with numbers are
// that in a document without a list of sources.
const citationsOfText = 2

// dropCitations leaves out the marks of sources, which nobody reads aloud.
// Brackets that stand for something else, as in "the interval [1, 2]", are
// kept: they follow no end of a word or sentence, or stand alone in the text.
func dropCitations(doc *story.Document) {
	count, listed := 0, false
	for _, b := range doc.Blocks {
		listed = listed || b.Kind == story.Heading && says(b.Text, referenceHeadings)
		if (b.Kind == story.Paragraph || b.Kind == story.ListItem) && strings.Contains(b.Text, "[") {
			count += len(citation().FindAllString(b.Text, citationsOfText))
		}
	}
	if count == 0 || !listed && count < citationsOfText {
		return
	}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind != story.Paragraph && b.Kind != story.ListItem && b.Kind != story.Caption && b.Kind != story.Note {
			continue
		}
		if rest := strings.TrimSpace(citation().ReplaceAllString(b.Text, "")); rest != "" {
			b.Text = rest
		}
	}
}

// markExercises makes Exercise blocks of the questions that the document
// sets: all below a heading that says so, lists of questions under any heading,
// and answer keys anywhere.
func markExercises(doc *story.Document) {
	inside, level := false, 0
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		kind, marker, rest := noMarker, "", ""
		if b.Kind == story.Paragraph && b.Marker == "" {
			kind, marker, rest = splitMarker(b.Text)
		}
		switch {
		case b.Kind == story.Heading:
			if says(b.Text, exerciseHeadings) {
				inside, level = true, b.Level
			} else if inside && b.Level <= level {
				inside = false
			}
			continue
		case b.Kind == story.Paragraph && opensExercises(doc.Blocks, i):
			inside, level = true, onlyTheList
			b.Kind = story.Exercise
			continue
		case b.Kind == story.Paragraph && answersFollow(b.Text):
			b.Kind = story.Exercise
			continue
		case b.Kind == story.Paragraph && says(b.Text, answerHeadings) && markKey(doc.Blocks[i:]):
			continue
		case b.Kind == story.Paragraph && level == onlyTheList && kind == noMarker && !isAsking(b.Text):
			inside = false
		}
		if !inside || b.Kind == story.Table || b.Kind == story.Caption || b.Kind == story.Note {
			continue
		}
		b.Kind = story.Exercise
		if kind != noMarker {
			b.Marker, b.Text = marker, rest
		}
	}
	markQuestionLists(doc)
}

// onlyTheList is the level of a heading that is one by its words alone: it
// holds as long as what follows it asks or has a marker.
const onlyTheList = 99

// opensExercises reports whether block i says "Questions" just before a list.
func opensExercises(blocks []story.Block, i int) bool {
	if i+1 >= len(blocks) || !says(blocks[i].Text, exerciseHeadings) {
		return false
	}
	kind, _, _ := splitMarker(blocks[i+1].Text)
	return blocks[i+1].Kind == story.ListItem || blocks[i+1].Kind == story.Paragraph && kind != noMarker
}

// keyLine matches the beginning of a line of an answer key: "1 b", "2. False".
var keyLine = lazyregexp.New(`^[(\[]?\p{Nd}{1,3}[.):\]\-]?\s*\S`)

// markKey makes exercises of the word that opens an answer key and the lines
// of answers after it; false where there are none.
func markKey(blocks []story.Block) bool {
	end := 1
	for ; end < len(blocks); end++ {
		b := &blocks[end]
		answers := b.Kind == story.ListItem && b.Marker != "" || b.Kind == story.Paragraph && keyLine().MatchString(b.Text)
		if !answers && b.Kind != story.Exercise {
			break
		}
	}
	if end == 1 {
		return false
	}
	for i := range blocks[:end] {
		blocks[i].Kind = story.Exercise
	}
	return true
}

// markQuestionLists makes exercises of numbered lists of questions that stand
// under another heading: at least two, and most of the numbered items ask.
// Their options and the tasks between them, "B. Choose the right answer", go
// with them.
func markQuestionLists(doc *story.Document) {
	for from := 0; from < len(doc.Blocks); {
		to := from
		numbered, asking := 0, 0
		for ; to < len(doc.Blocks) && doc.Blocks[to].Kind == story.ListItem; to++ {
			b := &doc.Blocks[to]
			if questionNumber().MatchString(strings.TrimSpace(b.Marker)) {
				numbered++
				if isAsking(b.Text) {
					asking++
				}
			}
		}
		if asking >= 2 && 2*asking >= numbered {
			for i := from; i < to; i++ {
				doc.Blocks[i].Kind = story.Exercise
			}
		}
		from = max(to, from+1)
	}
}

// emptyBrackets stand at the end of a statement to be marked true or false.
var emptyBrackets = lazyregexp.New(`[(（][ 　]*[)）][.。]?$`)

// isAsking reports whether a line asks: with a question mark, in Japanese with
// its ending, with a gap to be filled, or with brackets for a mark.
func isAsking(text string) bool {
	text = strings.TrimRight(text, `"'”’») `)
	for _, end := range []string{"?", "؟", "？", "か。", "か"} {
		if strings.HasSuffix(text, end) {
			return true
		}
	}
	return strings.Contains(text, "___") || strings.Contains(text, ".....") || strings.Contains(text, "……") || emptyBrackets().MatchString(text)
}

// questionNumber matches the marker of a question.
var questionNumber = lazyregexp.New(`^[(\[]?\p{Nd}+[.):\]\-]?$`)

// countExercises counts the questions among the blocks and the pages they are
// on.
func countExercises(blocks []story.Block) (count int, pages []int) {
	for _, b := range blocks {
		if b.Kind != story.Exercise || !questionNumber().MatchString(strings.TrimSpace(b.Marker)) {
			continue
		}
		count++
		if !slices.Contains(pages, b.Page) {
			pages = append(pages, b.Page)
		}
	}
	return count, pages
}
