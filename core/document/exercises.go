package document

import (
	"slices"
	"strings"

	"edusmart/core/lazyregexp"
	"edusmart/core/story"
)

// exerciseHeading matches the headings under which documents set questions,
// in the languages that are taught most.
var exerciseHeading = lazyregexp.New(`(?i)^[\d.\s]*(exercises?|questions?|review( questions)?|check your (understanding|knowledge)|quiz|test yourself|` +
	`comprehension( questions)?|discussion( questions)?|questions for discussion|let'?s discuss|think (about it|and discuss)|multiple choice|true or false|fill in the blanks?|short answers?|` +
	`ejercicios?|preguntas?|cuestionario|actividades|exercices?|questionnaire|übungen|aufgaben|fragen|esercizi|domande|exercícios|perguntas|` +
	`تمارين|التمارين|أسئلة|الأسئلة|تدريبات|अभ्यास|प्रश्न|प्रश्नावली)\s*[:.]?$`)

// answerKey matches a line that gives the right answers.
var answerKey = lazyregexp.New(`(?i)^(answers?|answer key|solutions?|respuestas?|soluciones|réponses|lösungen|antworten|soluzioni|risposte|respostas|` +
	`الإجابات|الأجوبة|الحلول|उत्तर)\s*[:：]`)

// referenceHeading matches the headings of lists of sources.
var referenceHeading = lazyregexp.New(`(?i)^[\d.\s]*(references|bibliography|works cited|sources|further reading|bibliografía|referencias|fuentes|` +
	`bibliographie|références|literatur|literaturverzeichnis|quellen|bibliografia|المراجع|المصادر|संदर्भ|संदर्भ सूची)\s*[:.]?$`)

// dropReferences leaves out lists of sources: from their heading to the next
// of the same rank.
func dropReferences(doc *story.Document) {
	inside, level := false, 0
	keep := make([]bool, len(doc.Blocks))
	for i, b := range doc.Blocks {
		if b.Kind == story.Heading {
			if inside = referenceHeading().MatchString(b.Text); inside {
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
		listed = listed || b.Kind == story.Heading && referenceHeading().MatchString(b.Text)
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
// sets: all below a heading that says so, and answer keys anywhere.
func markExercises(doc *story.Document) {
	inside, level := false, 0
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind == story.Heading {
			if exerciseHeading().MatchString(b.Text) {
				inside, level = true, b.Level
				continue
			}
			if inside && b.Level <= level {
				inside = false
			}
		}
		if b.Kind == story.Paragraph && answerKey().MatchString(b.Text) {
			b.Kind = story.Exercise
			continue
		}
		if !inside || b.Kind == story.Table || b.Kind == story.Caption || b.Kind == story.Note {
			continue
		}
		b.Kind = story.Exercise
		if b.Marker == "" {
			if kind, marker, rest := splitMarker(b.Text); kind != noMarker {
				b.Marker, b.Text = marker, rest
			}
		}
	}
	markQuestionLists(doc)
}

// markQuestionLists makes exercises of numbered lists of questions that stand
// under another heading: at least two, and most of the numbered items ask.
func markQuestionLists(doc *story.Document) {
	for from := 0; from < len(doc.Blocks); {
		to := from
		numbered, asking := 0, 0
		for ; to < len(doc.Blocks) && doc.Blocks[to].Kind == story.ListItem; to++ {
			b := &doc.Blocks[to]
			if questionNumber().MatchString(strings.TrimSpace(b.Marker)) {
				numbered++
				if text := strings.TrimRight(b.Text, `"'”’»)] `); strings.HasSuffix(text, "?") || strings.HasSuffix(text, "؟") || strings.HasSuffix(text, "？") {
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
