package evidence

import (
	"slices"
	"strings"
	"testing"

	"edusmart/core/story"
)

func paragraphs(language string, texts ...string) *story.Document {
	d := &story.Document{Language: language, Pages: len(texts)}
	for i, text := range texts {
		d.Blocks = append(d.Blocks, story.Block{Kind: story.Paragraph, Text: text, Page: i + 1})
	}
	return d
}

// bees is a small document on two pages.
func bees() *story.Document {
	return paragraphs("en",
		"Honey bees are insects. Like every insect they have six legs. The drones have no sting and do no work.",
		"The queen is the mother of the whole town. She lays up to 2,000 eggs a day. A summer worker lives for about six weeks, while a queen may live for four years.")
}

func TestVerdictsAndTheirReasons(t *testing.T) {
	x := New(bees())
	for _, c := range []struct {
		text    string
		verdict Verdict
		reason  string // part of it
		page    int    // of the passage; 0: any
	}{
		{"Honey bees are insects.", Supported, "", 1},
		{"honey bees ARE insects", Supported, "", 1},
		{"The queen lays up to two thousand eggs a day.", Supported, "", 2},
		{"Like every insect they have eight legs.", Weak, "not “eight”", 1},
		{"The drones have a sting.", Weak, "“not”", 1},
		{"A summer worker lives for about four years.", Weak, "", 2},
		{"The shiny queen is the mother of the whole town.", Weak, "not “shiny”", 2},
		{"The parliament of Norway meets in autumn.", Absent, "Not in the document", 0},
	} {
		f := x.Sentence(c.text)
		if f.Verdict != c.verdict || !strings.Contains(f.Reason, c.reason) || (f.Reason == "") != (c.verdict == Supported) {
			t.Errorf("%q: %s %q", c.text, f.Verdict, f.Reason)
		}
		if c.page == 0 {
			continue
		}
		if f.Passage == nil || f.Passage.Page != c.page {
			t.Errorf("%q rests on %+v", c.text, f.Passage)
		} else if b := x.doc.Blocks[f.Passage.Block]; b.Text[f.Passage.From:f.Passage.To] != f.Passage.Quote {
			t.Errorf("%q: the quote is not at its place: %+v", c.text, f.Passage)
		}
	}
}

// What was left out of a copy may have taken it back.
func TestACopyWithoutItsDenialOrConditionIsNone(t *testing.T) {
	x := New(paragraphs("en", "It is not true that bats are blind. The hive dies if the queen is lost. No dragon ever lived in the town."))
	for _, text := range []string{"Bats are blind.", "The hive dies.", "Dragon ever lived in the town."} {
		if f := x.Sentence(text); f.Verdict == Supported {
			t.Errorf("%q is supported", text)
		}
	}
}

func TestNumbersAreTheSameHoweverTheyAreWritten(t *testing.T) {
	for _, c := range []struct{ language, document, same, other string }{
		{"en", "The tower is 1,250 metres high and 3.5 metres wide.", "The tower is 1250 m high.", "The tower is 1,520 metres high."},
		{"en", "Three hundred and twenty-five men lived there.", "325 men lived there.", "352 men lived there."},
		{"es", "El puente mide doscientos treinta y cinco metros.", "El puente mide 235 m.", "El puente mide 253 metros."},
		{"ar", "عاش هناك خمسة وعشرون رجلا في القرية.", "عاش هناك ٢٥ رجلا في القرية.", "عاش هناك ٥٢ رجلا في القرية."},
		{"hi", "गाँव में पच्चीस हज़ार लोग रहते हैं और बारह कुएँ हैं।", "गाँव में २५,००० लोग रहते हैं।", "गाँव में २५० लोग रहते हैं।"},
		{"en", "It was -5 degrees in the valley at night.", "It was -5 degrees in the valley.", "It was 5 degrees in the valley."},
	} {
		x := New(paragraphs(c.language, c.document))
		if f := x.Sentence(c.same); f.Verdict != Supported {
			t.Errorf("%q: %s %s", c.same, f.Verdict, f.Reason)
		}
		if f := x.Sentence(c.other); f.Verdict == Supported {
			t.Errorf("%q is supported", c.other)
		}
	}
}

// Languages without word lists, with and without spaces: a copy is supported
// and a changed or foreign sentence is not.
func TestOtherLanguages(t *testing.T) {
	for _, c := range []struct{ language, document, copied, changed string }{
		{"zh", "蜜蜂是昆虫。工蜂有六条腿，它们不会冬眠。", "蜜蜂是昆虫。", "工蜂会冬眠。"},
		{"th", "ผึ้งเป็นแมลง ผึ้งงานมีหกขา", "ผึ้งเป็นแมลง", "ช้างเป็นสัตว์ที่ใหญ่ที่สุดในโลก"},
		{"fr", "Les abeilles sont des insectes. Les faux bourdons n'ont pas de dard.", "Les abeilles sont des insectes.", "Les faux bourdons ont un dard."},
		{"de", "Bienen sind Insekten. Die Drohnen haben keinen Stachel.", "Bienen sind Insekten.", "Die Drohnen haben einen Stachel."},
		{"ru", "Пчёлы собирают нектар. Трутни не имеют жала.", "Пчёлы собирают нектар.", "Трутни имеют жала."},
		{"xx", "Abo dari kolume nes tiro.", "Abo dari kolume nes tiro.", "Abo dari fante nes tiro."},
	} {
		x := New(paragraphs(c.language, c.document))
		if f := x.Sentence(c.copied); f.Verdict != Supported {
			t.Errorf("%s %q: %s %s", c.language, c.copied, f.Verdict, f.Reason)
		}
		if f := x.Sentence(c.changed); f.Verdict == Supported {
			t.Errorf("%s %q is supported", c.language, c.changed)
		}
	}
}

func TestQuestionsAreCheckedWithTheirRightAnswer(t *testing.T) {
	x := New(bees())
	for _, c := range []struct {
		q    story.Question
		want bool // supported
	}{
		{story.Question{Question: "Honey bees are ____.", Options: []string{"birds", "insects"}, Answer: 1}, true},
		{story.Question{Question: "Honey bees are ____.", Options: []string{"birds", "insects"}, Answer: 0}, false},
		{story.Question{Question: "How many legs does every insect have?", Options: []string{"six", "eight"}, Answer: 0}, true},
		{story.Question{Question: "How many legs does every insect have?", Options: []string{"six", "eight"}, Answer: 1}, false},
		{story.Question{Question: "Who looks after the hive?", Options: []string{"the queen", "nobody"}, Answer: 0, Explanation: "Page 2 tells it: “The queen is the mother of the whole town.”"}, true},
		{story.Question{Question: "Who is the mother?", Options: []string{"the drone", "the queen"}, Answer: 0, Explanation: "Page 2 tells it: “The queen is the mother of the whole town.”"}, false},
		{story.Question{Question: "Broken?", Options: []string{"a", "b"}, Answer: 7}, false},
	} {
		if f := x.Question(&c.q); (f.Verdict == Supported) != c.want {
			t.Errorf("%q, %d: %s %s", c.q.Question, c.q.Answer, f.Verdict, f.Reason)
		}
	}
}

func TestGlossaryEntriesAreCheckedWithTheirTerm(t *testing.T) {
	x := New(paragraphs("en", "Pollen is a yellow dust from flowers. Nectar is a sweet juice."))
	for _, c := range []struct {
		term, definition string
		want             bool
	}{
		{"Pollen", "a yellow dust from flowers", true},
		{"pollen", "Pollen is a yellow dust from flowers.", true},
		{"Pollen", "a sweet juice", false},
		{"Magma", "a yellow dust from flowers", false},
	} {
		if f := x.Term(&story.Term{Term: c.term, Definition: c.definition}); (f.Verdict == Supported) != c.want {
			t.Errorf("%s: %s: %s %s", c.term, c.definition, f.Verdict, f.Reason)
		}
	}
}

func TestAReportListsTheWorstFirstAndLeavesOutWhatIsKept(t *testing.T) {
	s := &story.Story{
		Language: "en",
		Pages: []story.Page{
			{Sentences: []story.Sentence{{Text: "Honey bees are insects."}, {Text: "The glad drones have no sting."}, {Text: "Trains run on rails.", Kept: true}}},
			{Sentences: []story.Sentence{{Text: "Like every insect they have eight legs."}, {Text: "Trains run on rails."}}},
		},
		Quiz:     []story.Question{{Question: "Honey bees are ____.", Options: []string{"insects", "birds"}}},
		Glossary: []story.Term{{Term: "Queen", Definition: "the mother of the whole town"}},
	}
	r := Check(s, bees())
	if r.Pages[0] != (Counts{Supported: 1, Weak: 1, Kept: 1}) || r.Pages[1] != (Counts{Weak: 1, Absent: 1}) || r.Quiz.Supported != 1 || r.Glossary.Supported != 1 {
		t.Errorf("%+v %+v %+v", r.Pages, r.Quiz, r.Glossary)
	}
	var look []string
	for _, i := range r.Look {
		look = append(look, r.Items[i].Text)
	}
	if want := []string{"Trains run on rails.", "Like every insect they have eight legs.", "The glad drones have no sting."}; !slices.Equal(look, want) {
		t.Errorf("%q", look)
	}
	if it := r.Find(Sentence, 1, 0); it == nil || it.Verdict != Weak {
		t.Errorf("%+v", it)
	}
}

// A story in another language than its document is not called invented.
func TestAStoryInAnotherLanguageIsComparedByItsNumbers(t *testing.T) {
	s := &story.Story{Language: "es", Pages: []story.Page{{Sentences: []story.Sentence{{Text: "Las abejas tienen seis patas."}, {Text: "Las abejas tienen ocho patas."}}}}}
	r := Check(s, bees())
	if a, b := r.Items[0], r.Items[1]; a.Verdict != Weak || !strings.Contains(a.Reason, "another language") || !strings.Contains(b.Reason, "ocho") {
		t.Errorf("%+v %+v", a.Finding, b.Finding)
	}
}

// Whatever a document and a story hold, an answer comes.
func FuzzSentence(f *testing.F) {
	f.Add("Bees are insects. They have 6 legs.", "Bees have no 6.5 legs", "en")
	f.Add("蜜蜂 3,000 \xff\u0301", "-- ½ १२ ____", "zh")
	f.Add("", "", "")
	f.Fuzz(func(t *testing.T, document, text, language string) {
		if len(document) > 2000 || len(text) > 500 {
			return
		}
		x := New(paragraphs(language, strings.ToValidUTF8(document, "")))
		found := x.Sentence(strings.ToValidUTF8(text, ""), Hint{Quote: document})
		if p := found.Passage; p != nil && x.doc.Blocks[p.Block].Text[p.From:p.To] != p.Quote {
			t.Errorf("%+v", p)
		}
		x.Question(&story.Question{Question: text, Options: []string{text, document}})
		x.Term(&story.Term{Term: text, Definition: document})
	})
}
