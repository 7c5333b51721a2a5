package document

import (
	"regexp"
	"slices"
	"strings"

	"edusmart/core/story"
)

// exerciseHeading matches the headings under which documents set questions,
// in the languages that are taught most.
var exerciseHeading = regexp.MustCompile(`(?i)^[\d.\s]*(exercises?|questions?|review( questions)?|check your (understanding|knowledge)|quiz|test yourself|` +
	`ejercicios?|preguntas?|cuestionario|actividades|exercices?|questionnaire|übungen|aufgaben|fragen|esercizi|domande|exercícios|perguntas|` +
	`تمارين|التمارين|أسئلة|الأسئلة|تدريبات|अभ्यास|प्रश्न|प्रश्नावली)\s*[:.]?$`)

// answerKey matches a line that gives the right answers.
var answerKey = regexp.MustCompile(`(?i)^(answers?|answer key|solutions?|respuestas?|soluciones|réponses|lösungen|antworten|soluzioni|risposte|respostas|` +
	`الإجابات|الأجوبة|الحلول|उत्तर)\s*[:：]`)

// referenceHeading matches the headings of lists of sources.
var referenceHeading = regexp.MustCompile(`(?i)^[\d.\s]*(references|bibliography|works cited|sources|further reading|bibliografía|referencias|fuentes|` +
	`bibliographie|références|literatur|literaturverzeichnis|quellen|bibliografia|المراجع|المصادر|संदर्भ|संदर्भ सूची)\s*[:.]?$`)

// dropReferences leaves out lists of sources: from their heading to the next
// of the same rank.
func dropReferences(doc *story.Document) {
	inside, level := false, 0
	keep := make([]bool, len(doc.Blocks))
	for i, b := range doc.Blocks {
		if b.Kind == story.Heading {
			if inside = referenceHeading.MatchString(b.Text); inside {
				level = b.Level
			}
		} else if inside && level > 0 && b.Kind == story.Note {
			inside = false
		}
		keep[i] = !inside
	}
	keepBlocks(doc, func(i int) bool { return keep[i] })
}

// markExercises makes Exercise blocks of the questions that the document
// sets: all below a heading that says so, and answer keys anywhere.
func markExercises(doc *story.Document) {
	inside, level := false, 0
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind == story.Heading {
			if exerciseHeading.MatchString(b.Text) {
				inside, level = true, b.Level
				continue
			}
			if inside && b.Level <= level {
				inside = false
			}
		}
		if b.Kind == story.Paragraph && answerKey.MatchString(b.Text) {
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
}

// questionNumber matches the marker of a question.
var questionNumber = regexp.MustCompile(`^[(\[]?\p{Nd}+[.):\]\-]?$`)

// countExercises counts the questions among the blocks and the pages they are
// on.
func countExercises(blocks []story.Block) (count int, pages []int) {
	for _, b := range blocks {
		if b.Kind != story.Exercise || !questionNumber.MatchString(strings.TrimSpace(b.Marker)) {
			continue
		}
		count++
		if !slices.Contains(pages, b.Page) {
			pages = append(pages, b.Page)
		}
	}
	return count, pages
}
