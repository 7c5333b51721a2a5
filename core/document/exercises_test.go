package document

import (
	"testing"

	"edusmart/core/story"
)

func TestCitationsAreLeftOutAndOtherBracketsKept(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a source", "Bees dance [3]. They are insects [1, 2].", "Bees dance. They are insects."},
		{"a range of sources", "Waves lose height [2–4] and [7] speed.", "Waves lose height and speed."},
		{"one number only", "Choose a number [5] and add two.", "Choose a number [5] and add two."},
		{"an interval", "The interval [0, 1] holds both ends, and so does [0, 2].", "The interval [0, 1] holds both ends, and so does [0, 2]."},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := &story.Document{Blocks: []story.Block{{Kind: story.Paragraph, Text: c.text, Page: 1}}}
			dropCitations(doc)
			if got := doc.Blocks[0].Text; got != c.want {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestAListOfQuestionsIsAnExerciseUnderAnyHeading(t *testing.T) {
	list := func(marker, text string) story.Block {
		return story.Block{Kind: story.ListItem, Level: 1, Marker: marker, Text: text}
	}
	doc := &story.Document{Blocks: []story.Block{
		{Kind: story.Heading, Level: 1, Text: "Athens and today"},
		list("1.", "Why did Athenians choose officials by lot?"),
		list("2.", "Was Athens democratic? Give two reasons."),
		list("3.", "What is a direct democracy?"),
		{Kind: story.Paragraph, Text: "The Assembly met on a hill."},
		list("1.", "Put the plant into the glass."),
		list("2.", "Count the bubbles. What do you see?"),
		list("3.", "Write it down."),
	}}
	markExercises(doc)
	for i, want := range []story.BlockKind{story.Heading, story.Exercise, story.Exercise, story.Exercise, story.Paragraph, story.ListItem, story.ListItem, story.ListItem} {
		if doc.Blocks[i].Kind != want {
			t.Errorf("%q is a %s", doc.Blocks[i].Text, doc.Blocks[i].Kind)
		}
	}
}

func TestQuestionsAndTheirKeyAreKeptOutOfTheTextInTheLanguagesOfSchools(t *testing.T) {
	for _, c := range []struct{ language, heading, question, key string }{
		{"pt", "Atividades", "Onde nasce o rio?", "Gabarito: 1. na serra"},
		{"ru", "Вопросы", "Верно или неверно: нерпа — это рыба.", "Ответы: 1 неверно"},
		{"tr", "Sorular", "Küller sertleşerek ____ oldu.", "Cevap anahtarı: 1. tüf"},
		{"sw", "Maswali", "Taja vilele vitatu.", "Majibu: 1. Kibo, Mawenzi na Shira"},
		{"zh", "练习", "大熊猫最爱吃什么？", "答案：1. 竹子"},
		{"ja", "もんだい", "富士山の高さは何メートルですか。", "こたえ：1. 3776メートル"},
		{"ko", "문제", "가장 높은 산은 무엇입니까?", "정답: 1. 한라산"},
	} {
		t.Run(c.language, func(t *testing.T) {
			doc := &story.Document{Blocks: []story.Block{
				{Kind: story.Paragraph, Text: "Text."},
				{Kind: story.Heading, Level: 2, Text: c.heading},
				{Kind: story.ListItem, Level: 1, Marker: "1.", Text: c.question},
				{Kind: story.Heading, Level: 2, Text: "Z"},
				{Kind: story.Paragraph, Text: c.key},
				{Kind: story.Paragraph, Text: "More."},
			}}
			markExercises(doc)
			for i, want := range []story.BlockKind{story.Paragraph, story.Heading, story.Exercise, story.Heading, story.Exercise, story.Paragraph} {
				if doc.Blocks[i].Kind != want {
					t.Errorf("%q is a %s", doc.Blocks[i].Text, doc.Blocks[i].Kind)
				}
			}
		})
	}
}

func TestAWorksheetsGapsTasksAndKeyAreExercises(t *testing.T) {
	list := func(marker, text string) story.Block {
		return story.Block{Kind: story.ListItem, Level: 1, Marker: marker, Text: text}
	}
	doc := &story.Document{Blocks: []story.Block{
		{Kind: story.Paragraph, Text: "Regular verbs take the ending -ed."},
		list("A.", "Complete the sentences."),
		list("1.", "We ______ (go) to the beach."),
		list("2.", "They ______ (meet) in 1998."),
		list("B.", "Choose the right answer."),
		list("3.", "Where ______ you born? A. was B. were"),
		{Kind: story.Paragraph, Text: "Answer key"},
		{Kind: story.Paragraph, Text: "1 went, 2 met, 3 B"},
		{Kind: story.Paragraph, Text: "Keep this sheet in your folder."},
		{Kind: story.Paragraph, Text: "Questions for discussion"},
		list("1.", "Explain what a regular verb is."),
		{Kind: story.Paragraph, Text: "Solutions"},
		{Kind: story.Paragraph, Text: "Solutions of salt in water are clear."},
	}}
	markExercises(doc)
	for i, want := range []bool{false, true, true, true, true, true, true, true, false, true, true, false, false} {
		if got := doc.Blocks[i].Kind == story.Exercise; got != want {
			t.Errorf("%q: exercise %v", doc.Blocks[i].Text, got)
		}
	}
}

func TestSwahiliIsToldFromItsKin(t *testing.T) {
	for text, want := range map[string]string{
		"Mlima Kilimanjaro ni mlima mrefu kuliko yote barani Afrika. Mlima huu uko kaskazini mashariki mwa Tanzania, karibu na mpaka wa Kenya. Chini ya mlima kuna joto na mvua nyingi. Kila mwaka watu zaidi ya elfu hujaribu kupanda mlima huo kwa siku tano.": "sw",
		"La laine et la soie sont des fibres. La laine vient du mouton. Le ver à soie file la soie, et la soie est tissée pour la vente en ville.":                                                                                                               "fr",
	} {
		if got := languageOf([]story.Block{{Kind: story.Paragraph, Text: text}}); got != want {
			t.Errorf("%.30q is %s, want %s", text, got, want)
		}
	}
}
