package ondevice

import (
	"strings"
	"testing"

	"edusmart/core/model"
)

func glossaryOf(d model.Draft) map[string]string {
	got := map[string]string{}
	for _, g := range d.Glossary {
		got[strings.ToLower(g.Term)] = g.Definition
	}
	return got
}

func TestOnlyWhatATermIsGoesIntoTheGlossary(t *testing.T) {
	got := glossaryOf(write(t, documentOf("mixed-en", `# Simple machines
Science – grade 3 class reader
A wheel and axle is a wheel that is fixed to a rod. The rod is called the axle. A doorknob is a wheel and axle, and so is the steering wheel of a car.
Most levers are on the lower side of the machine in the hall. Levers are listed in the appendix of the book. Pups are born with a coat of fur that keeps them warm.
Fractions with the same denominator are called like fractions. The main reason is the weight that the wheel carries. The wind is the worst part: on Monday it blew all day.
Friction is a force that slows things down when they rub together.`), 5, 5))
	for term, want := range map[string]string{
		"friction": "A force that slows things down when they rub together",
		"axle":     "A wheel and axle is a wheel that is fixed to a rod. The rod is called the axle.",
	} {
		if got[term] != want {
			t.Errorf("%s: %q", term, got[term])
		}
	}
	for _, term := range []string{"science", "levers", "pups", "fractions", "main reason", "reason", "wind"} {
		if text, ok := got[term]; ok {
			t.Errorf("%s: %q", term, text)
		}
	}
	if text := got["doorknob"]; strings.Contains(text, "steering") {
		t.Errorf("doorknob: %q", text)
	}
}

func TestSpeakersOfAPlayAreNoTerms(t *testing.T) {
	got := glossaryOf(write(t, documentOf("play-en", `# The missing map
Characters: Nina, a girl of ten; Omar, her cousin
NARRATOR: On the rainiest day of the holidays, Nina and Omar climbed the ladder to the attic.
NINA: Grandfather said the map was in a blue box.
OMAR: There is only dust. And an old parrot cage.
NARRATOR: They pulled the heavy trunk into the light. Inside lay a compass and a roll of paper.
NINA: It is a map of the garden with a red cross.
OMAR: Let us take the spade and dig there.
GRANDFATHER: It took you three hours, and your mothers needed a whole week.`), 5, 5))
	if len(got) != 0 {
		t.Errorf("%q", got)
	}
}
