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
	for name, least := range map[string]int{"slides-en": 6, "volcanoes-en": 10, "rom-de": 6, "plants-hi": 6, "planets-ar": 8, "agua-es": 8, "abeilles-fr": 8} {
		d := write(t, lesson(t, name), 4, 6)
		if len(d.Quiz) < least {
			t.Errorf("%s: %d questions, not %d", name, len(d.Quiz), least)
		}
	}
}

func TestStatementsAreTrueAndFalseInTurns(t *testing.T) {
	const text = `# A short history
Columbus reached the coast of America in 1492. Nobody in Europe knew of it before him.
The crew was hungry and very tired after weeks at sea. Cook saw the coast of Australia in 1770.
Sailors measured the height of the stars at night. Maps became better from voyage to voyage.
Letters travelled home by ship and took many months. Spices were worth more than gold.`
	d := write(t, documentOf("voyages-en", text), 5, 5)
	right, wrong := 0, 0
	for _, q := range d.Quiz {
		if len(q.Options) != 2 {
			continue
		}
		if q.Options[0] != "True" || q.Options[1] != "False" {
			t.Errorf("%v", q.Options)
		}
		stands := strings.Contains(text, q.Question)
		if stands != (q.Answer == 0) {
			t.Errorf("%q: the document says %v, the key %d", q.Question, stands, q.Answer)
		}
		if stands {
			right++
		} else {
			wrong++
		}
	}
	if right > wrong || wrong == 0 {
		t.Errorf("%d true and %d false", right, wrong)
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
