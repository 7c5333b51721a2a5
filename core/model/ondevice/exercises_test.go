package ondevice

import (
	"strings"
	"testing"

	"edusmart/core/story"
)

const solarText = `# The Sun and its planets
The Sun is a star in the middle of the solar system. Jupiter is the largest planet of the solar system. Mercury is the planet nearest to the Sun.
Saturn has bright rings of ice and rock. The Earth turns round the Sun once in 365 days. The Moon turns round the Earth once in 27 days.
Mars looks red because its soil is full of rust. Galileo saw four moons of Jupiter in 1610. Neptune was found in 1846 by Johann Galle.
An orbit is the path of a planet round the Sun. A comet is a ball of ice and dust with a long tail. Venus is the hottest planet because thick clouds hold its heat.
# Exercises
`

// examined gives the questions made from exercises, each as
// "question|option|*right option".
func examined(t *testing.T, doc *story.Document) []string {
	t.Helper()
	var got []string
	d := write(t, doc, 5, 5)
	for _, q := range d.Quiz {
		if q.Origin != "exercise" {
			continue
		}
		line := q.Question
		for i, o := range q.Options {
			mark := "|"
			if i == q.Answer {
				mark = "|*"
			}
			line += mark + o
		}
		got = append(got, line)
	}
	return got
}

func TestExercisesKeepTheirOptionsAndKeys(t *testing.T) {
	tests := []struct{ name, lines, want string }{
		{
			"letters with key at the end", "!1.|Which planet is largest?\n!a)|Mars\n!b)|Jupiter\n!2.|Which is nearest?\n!a)|Mercury\n!b)|Venus\n!|Answers: 1 b, 2 a",
			"Which planet is largest?|Mars|*Jupiter\nWhich is nearest?|*Mercury|Venus",
		},
		{
			"capitals with full stops", "!1.|Which planet is largest?\n!A.|Mars\n!B.|Jupiter\n!|Answer: B",
			"Which planet is largest?|Mars|*Jupiter",
		},
		{
			"markers inside the text", "!|1. Which planet is largest?\n!|(a) Mars\n!|(b) Jupiter\n!|Key: 1-b",
			"Which planet is largest?|Mars|*Jupiter",
		},
		{
			"options on one line", "!1.|Which planet is largest? a) Mars b) Jupiter c) Venus\n!|Answers: 1. b",
			"Which planet is largest?|Mars|*Jupiter|Venus",
		},
		{
			"options on a line of their own", "!1.|Which planet is largest?\n!|a. Mars   b. Jupiter   c. Venus\n!|Answers: 1) B",
			"Which planet is largest?|Mars|*Jupiter|Venus",
		},
		{
			"answer under each question", "!1.|Which is largest?\n!a)|Mars\n!b)|Jupiter\n!|Answer: b\n!2.|Which is red?\n!a)|Mars\n!b)|Jupiter\n!|Answer: a",
			"Which is largest?|Mars|*Jupiter\nWhich is red?|*Mars|Jupiter",
		},
		{"answer in words", "!1.|Which is largest?\n!a)|Mars\n!b)|Jupiter\n!|Answers: 1. Jupiter", "Which is largest?|Mars|*Jupiter"},
		{"starred option", "!1.|Which is largest?\n!a)|Mars\n!b)|* Jupiter", "Which is largest?|Mars|*Jupiter"},
		{
			"true or false", "!1.|The Sun is a star. (True/False)\n!2.|True or false: Venus is a star.\n!|Answers: 1 T, 2 F",
			"The Sun is a star.|*True|False\nVenus is a star.|True|*False",
		},
		{
			"statements with a key of T and F", "!1.|The Sun is a star.\n!2.|Venus is a star.\n!|Answers: 1. True 2. False",
			"The Sun is a star.|*True|False\nVenus is a star.|True|*False",
		},
		{
			"no key but the text says it", "!1.|Which planet is the largest of the solar system?\n!a)|Mars\n!b)|Jupiter\n!c)|Venus",
			"Which planet is the largest of the solar system?|Mars|*Jupiter|Venus",
		},
		{"no key and the text is silent", "!1.|Which planet smells best?\n!a)|Mars\n!b)|Jupiter", ""},
		{"turned round and no key", "!1.|Which planet is not the largest of the solar system?\n!a)|Mars\n!b)|Jupiter", ""},
		{
			"numbering starts anew", "!1.|Which is largest?\n!a)|Mars\n!b)|Jupiter\n!|Answers: 1 b\n!1.|Which is red?\n!a)|Mars\n!b)|Jupiter\n!|Answers: 1 a",
			"Which is largest?|Mars|*Jupiter\nWhich is red?|*Mars|Jupiter",
		},
		{"same option twice", "!1.|Which is largest?\n!a)|Jupiter\n!b)|Jupiter\n!|Answers: 1 b", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.Join(examined(t, documentOf("exam-en", solarText+tt.lines)), "\n")
			if got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestAnswerKeysInTablesAndUnderHeadingsAreRead(t *testing.T) {
	questions := "!1.|Which is largest?\n!a)|Mars\n!b)|Jupiter\n!2.|Which is red?\n!a)|Mars\n!b)|Jupiter\n"
	want := "Which is largest?|Mars|*Jupiter\nWhich is red?|*Mars|Jupiter"
	heading := documentOf("exam-en", solarText+questions+"# Answer key\n1. b\n2. a")
	if got := strings.Join(examined(t, heading), "\n"); got != want {
		t.Errorf("under a heading: got\n%s", got)
	}
	for name, cells := range map[string][][]string{
		"rows":    {{"Question", "Answer"}, {"1", "b"}, {"2", "a"}},
		"columns": {{"1.", "2.", "3."}, {"b", "a", "c"}},
	} {
		doc := documentOf("exam-en", solarText+questions+"# Answers")
		doc.Blocks = append(doc.Blocks, story.Block{Kind: story.Table, Cells: cells, Page: 3})
		if got := strings.Join(examined(t, doc), "\n"); got != want {
			t.Errorf("table in %s: got\n%s", name, got)
		}
	}
}

func TestExercisesInOtherScriptsAreRead(t *testing.T) {
	tests := []struct{ name, want string }{
		{"agua-es", "¿Qué río lleva más agua?|el Nilo|el Ebro|*el Amazonas"},
		{"agua-es", "La niebla es una nube que toca el suelo.|*Verdadero|Falso"},
		{"planets-ar", "ما أكبر كواكب المجموعة الشمسية؟|زحل|*المشتري|الأرض"},
		{"planets-ar", "القمر يصدر ضوءا من نفسه.|صح|*خطأ"},
		{"plants-hi", "पत्तियों के हरे पदार्थ को क्या कहते हैं?|रंध्र|*क्लोरोफिल|अंकुरण"},
		{"plants-hi", "पानी को पत्तियों तक कौन पहुँचाता है?|फूल|*तना|फल"},
	}
	for _, tt := range tests {
		if got := strings.Join(examined(t, lesson(t, tt.name)), "\n"); !strings.Contains(got, tt.want) {
			t.Errorf("%s: no %q in\n%s", tt.name, tt.want, got)
		}
	}
}

func TestOpenQuestionsAreAnsweredFromTheDocument(t *testing.T) {
	tests := []struct{ line, right string }{
		{"!1.|What is a comet?", "A ball of ice and dust with a long tail"},
		{"!1.|Why does Mars look red?", "Mars looks red because its soil is full of rust."},
		{"!1.|Galileo saw four moons of ____ in 1610.", "Jupiter"},
		{"!1.|Why do cats purr?", ""},
	}
	for _, tt := range tests {
		var right string
		for _, line := range examined(t, documentOf("exam-en", solarText+tt.line)) {
			_, right, _ = strings.Cut(line, "|*")
			right, _, _ = strings.Cut(right, "|")
		}
		if right != tt.right {
			t.Errorf("%s: got %q, want %q", tt.line, right, tt.right)
		}
	}
}
