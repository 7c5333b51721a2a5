package ondevice

import (
	"slices"
	"strings"
	"testing"

	"edusmart/core/story"
)

const heartText = `# The heart
The heart is a muscle about the size of a fist. It lies in the chest between the two lungs. It pumps blood through the body.
The heart has four chambers. A wall called the septum separates the left side from the right side.
Blood without oxygen returns from the body to the right atrium. In the lungs the blood takes up oxygen and gives off carbon dioxide.
The aorta is the largest artery in the body. The wall of the left ventricle is thick because it must push the blood to the whole body.
Valves between the chambers open and close like doors. The sound of a heartbeat is the sound of the valves closing.
# Exercises
!1.|In the lungs, blood takes up ________ and gives off carbon dioxide.
!2.|What makes the sound of a heartbeat?
!3.|The largest artery in the body is the ________.
!4.|Which is larger: 1/2 or 1/3?
# Answers
- 1. oxygen
- 2. The closing of the valves
- 3. aorta`

func keyed(text string) string {
	return strings.NewReplacer("- 1. ", "!1.|", "- 2. ", "!2.|", "- 3. ", "!3.|").Replace(text)
}

func question(d []story.Question, start string) (story.Question, bool) {
	i := slices.IndexFunc(d, func(q story.Question) bool { return strings.HasPrefix(q.Question, start) })
	if i < 0 {
		return story.Question{}, false
	}
	return d[i], true
}

func TestEveryAnswerOfAKeyBecomesAQuestion(t *testing.T) {
	d := write(t, documentOf("heart-en", keyed(heartText)), 5, 5)
	for start, want := range map[string]string{
		"In the lungs, blood takes up": "oxygen", "What makes the sound": "The closing of the valves", "The largest artery": "aorta",
	} {
		q, ok := question(d.Quiz, start)
		if !ok || q.Options[q.Answer] != want || len(q.Options) < 3 {
			t.Errorf("%q: %+v", start, q)
		}
	}
}

func TestASumIsNotAnsweredFromTheText(t *testing.T) {
	d := write(t, documentOf("heart-en", keyed(heartText)), 5, 5)
	if q, ok := question(d.Quiz, "Which is larger"); ok {
		t.Errorf("%+v", q)
	}
}

// A deck of a dozen sentences is enough for a quiz, in rounds: gaps, terms,
// gaps with fewer options, statements.
func TestShortDocumentsAreAskedAboutToo(t *testing.T) {
	for name, least := range map[string]int{"slides-en": 5, "volcanoes-en": 10, "rom-de": 10, "plants-hi": 10, "planets-ar": 10, "agua-es": 10, "abeilles-fr": 10, "water-zh": 8, "elephants-th": 6} {
		d := write(t, lesson(t, name), 4, 6)
		if len(d.Quiz) < least {
			t.Errorf("%s: %d questions, not %d", name, len(d.Quiz), least)
		}
	}
}

// Statements and "Which of these does the text say?" rest on sentences that
// stand in the document word for word, and on others with one word changed.
func TestWhatTheTextSaysIsToldFromWhatItDoesNot(t *testing.T) {
	const text = `# Der Igel
Der Igel ist ein Säugetier. Ein erwachsener Igel hat etwa 8000 Stacheln.
Der Igel ist in der Nacht unterwegs. Die Mutter säugt die Jungen sechs Wochen lang.
Laubhaufen im Garten helfen den Tieren. Im Winter sinkt der Puls auf 8 Schläge.
Jedes Jahr sterben etwa 500000 Igel auf den Straßen. Im Herbst fressen die Tiere sehr viel.`
	d := write(t, documentOf("igel-de", text), 5, 5)
	said := 0
	for _, q := range d.Quiz {
		if strings.Contains(q.Question, blank) {
			continue
		}
		if len(q.Options) == 2 {
			if strings.Contains(text, q.Question) != (q.Answer == 0) {
				t.Errorf("%q: the key is %d", q.Question, q.Answer)
			}
			continue
		}
		said++
		for i, o := range q.Options {
			if strings.Contains(text, o) != (i == q.Answer) {
				t.Errorf("%q is offered with the key %d", q.Options, q.Answer)
			}
		}
	}
	if said == 0 || len(d.Quiz) < 7 {
		t.Errorf("%d of %d questions ask what the text says", said, len(d.Quiz))
	}
}

func TestNumbersAreOfferedBesideTheirLike(t *testing.T) {
	tests := []struct {
		tag, text, unit string
		kind            wordKind
	}{
		{"en", "8000", "", number},
		{"en", "72,000", "", number},
		{"en", "1.5", "", number},
		{"en", "six", "", number},
		{"en", "1846", "", year},
		{"en", "2021", "", year},
		{"en", "95", "%", number},
		{"de", "500000", "", number},
		{"zh", "四百九十二", "", number},
		{"zh", "七千", "", number},
		{"fr", "douze", "", number},
	}
	for _, tt := range tests {
		c := &corpus{tongue: tongueOf(&story.Document{Language: tt.tag})}
		for _, seed := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
			got := c.nearNumbers(gapWord{kind: tt.kind, text: tt.text, unit: tt.unit}, seed)
			seen := map[string]bool{tt.text: true}
			for _, n := range got {
				if seen[n] || marks(n) != marks(tt.text) && tt.tag == "en" && tt.text != "six" {
					t.Errorf("%s: %q", tt.text, got)
				}
				seen[n] = true
				if tt.unit == "%" && amount(n) > 100 || tt.kind == year && amount(n) > latestYear || tt.text == "8000" && int(amount(n))%1000 != 0 {
					t.Errorf("%s: %q", tt.text, got)
				}
			}
			if len(got) < leastWrong && tt.unit != "%" {
				t.Errorf("%s: only %q", tt.text, got)
			}
		}
	}
}

func TestChineseNumeralsAreReadAsTheyAreWritten(t *testing.T) {
	for text, want := range map[string]int{"三": 3, "十": 10, "十二": 12, "二十": 20, "一百": 100, "四百九十二": 492, "七千": 7000, "两千": 2000, "一千零五": 1005, "五万": 50_000, "三万零六百": 30_600, "一亿": 100_000_000} {
		got, ok := readNumeral(text)
		if !ok || got != want || writeNumeral(want) != text {
			t.Errorf("%s: %d, back %s", text, got, writeNumeral(want))
		}
	}
}

func TestThaiNumeralsAreReadAsTheyAreWritten(t *testing.T) {
	for text, want := range map[string]int{"สาม": 3, "สิบ": 10, "สิบเอ็ด": 11, "สิบหก": 16, "ยี่สิบสอง": 22, "สองร้อย": 200, "หนึ่งร้อย": 100, "ห้าพัน": 5000, "สามหมื่นสี่พัน": 34_000} {
		got, ok := readThaiNumeral(text)
		if !ok || got != want || writeThaiNumeral(want) != text {
			t.Errorf("%s: %d, back %s", text, got, writeThaiNumeral(want))
		}
	}
}

func TestALooseSentenceDoesNotAnswerAnOpenQuestion(t *testing.T) {
	tests := []struct{ line, right string }{
		{"!1.|When was Neptune found by Johann Galle?", "Neptune was found in 1846 by Johann Galle."},
		{"!1.|When does the Moon turn red?", ""},
		{"!1.|Who saw rings of ice round Saturn?", ""},
		{"!1.|Why is Jupiter the largest planet of the solar system?", ""},
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

func TestTheDefinedTermsAreAskedFor(t *testing.T) {
	d := write(t, lesson(t, "volcanoes-en"), 4, 6)
	asked := 0
	for _, q := range d.Quiz {
		for _, g := range d.Glossary {
			if strings.EqualFold(q.Options[q.Answer], g.Term) {
				asked++
			}
		}
	}
	if len(d.Glossary) > 0 && asked == 0 {
		t.Errorf("none of %v is asked for", d.Glossary)
	}
}

func TestWordsOfOneKindStandTogether(t *testing.T) {
	d := write(t, lesson(t, "rom-de"), 4, 6)
	for _, q := range d.Quiz {
		if !strings.Contains(q.Question, blank) {
			continue
		}
		for _, o := range q.Options {
			if capitalised(o) != capitalised(q.Options[q.Answer]) {
				t.Errorf("%q offers %q", q.Question, q.Options)
			}
		}
	}
}

func TestTheGlossaryHoldsWhatTheDocumentDefines(t *testing.T) {
	doc := documentOf("terms-en", `# Words
The heart is a muscle about the size of a fist. It pumps blood through the body. The aorta is the largest artery in the body.
Tom: Great article, I love bees.
Maya: My grandma has a hive at home.
Valve: a door that lets blood flow in one direction only`)
	doc.Blocks = append(doc.Blocks, story.Block{Kind: story.Table, Page: 1, Cells: [][]string{
		{"Word", "Meaning"}, {"atrium", "an upper chamber of the heart"}, {"ventricle", "a lower chamber of the heart."},
	}}, story.Block{Kind: story.Table, Page: 1, Cells: [][]string{
		{"Month", "Rain"}, {"July", "12 millimetres in the south"}, {"August", "31 mm"},
	}})
	got := map[string]string{}
	for _, g := range write(t, doc, 5, 5).Glossary {
		got[strings.ToLower(g.Term)] = g.Definition
	}
	for term, want := range map[string]string{
		"aorta": "The largest artery in the body", "atrium": "An upper chamber of the heart", "ventricle": "A lower chamber of the heart",
		"valve": "A door that lets blood flow in one direction only",
	} {
		if got[term] != want {
			t.Errorf("%s: %q", term, got[term])
		}
	}
	for _, term := range []string{"tom", "maya", "word", "july"} {
		if _, ok := got[term]; ok {
			t.Errorf("%s: %q", term, got[term])
		}
	}
}

func TestAPageKeepsToItsHeading(t *testing.T) {
	doc := documentOf("athens-en", `# What is democracy?
Democracy means rule by the people. The word comes from two Greek words. Citizens vote on laws and choose leaders.
# The Assembly
The Assembly met on a hill about forty times a year. Any citizen could speak there. Votes were counted by raised hands.
# The Council
The Council prepared the business of the Assembly. Its members were chosen by lot each year. No citizen could serve more than twice.
# Ostracism
Once a year citizens could banish a dangerous politician. They scratched his name on a piece of broken pottery.
# Athens and today
Athens had a direct democracy with votes on every law. Most modern countries have a representative democracy.
# Discussion of the class
Why did Athenians choose officials by lot? Was Athens really democratic?`)
	doc.Title = "Democracy in Athens"
	d := write(t, doc, 5, 8)
	want := []string{"What is democracy?", "The Assembly", "The Council", "Ostracism", "Athens and today"}
	var got []string
	for _, p := range d.Pages {
		got = append(got, p.Title)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
