package quiz_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"edusmart/core/export/content"
	"edusmart/core/export/exporttest"
	"edusmart/core/export/quiz"
	"edusmart/core/model"
	"edusmart/core/story"
)

// hard is a story with a question about every text that is hard on formats:
// it stands in the question, in the options and in the explanation.
func hard(t *testing.T) (*content.Content, []string) {
	t.Helper()
	b := exporttest.NewBook("Volcano: a = {b} ~ c # d :: e", "en")
	names := slices.Sorted(maps.Keys(exporttest.Texts))
	var texts []string
	for i, name := range names {
		text := exporttest.Texts[name]
		texts = append(texts, text)
		options := []string{"first", "second", "third"}
		options[i%3] = text
		b.Ask(text, text, i%3, options...)
	}
	b.Ask(exporttest.Controls, exporttest.Controls, 0, exporttest.Controls, "other")
	texts = append(texts, exporttest.ControlsLeft)
	return b.Content(t), texts
}

// same reports whether a reader sees the same in two texts.
func same(a, b string) bool { return content.OneLine(a) == content.OneLine(b) }

func TestGIFTIsReadBackByAnotherGrammar(t *testing.T) {
	c, texts := hard(t)
	type rich struct{ Format, Text string }
	var read []struct {
		Type, Title    string
		Stem           rich
		GlobalFeedback rich
		Choices        []struct {
			IsCorrect bool
			Weight    *float64
			Text      rich
		}
	}
	exporttest.Node(t, "gift.mjs", exporttest.File(t, "quiz.txt", exporttest.Write(t, c, quiz.GIFT)), &read)
	if len(read) != len(texts) {
		t.Fatalf("%d questions, not %d", len(read), len(texts))
	}
	for i, q := range read {
		if q.Type != "MC" || !same(q.Stem.Text, texts[i]) || !same(q.GlobalFeedback.Text, texts[i]) || q.Stem.Format != "plain" {
			t.Errorf("%q became %+v", texts[i], q)
		}
		if want := strings.TrimSpace(c.Story.Title); !strings.HasPrefix(q.Title, want) {
			t.Errorf("the title is %q", q.Title)
		}
		for k, o := range q.Choices {
			if want := c.Story.Quiz[i].Options[k]; !same(o.Text.Text, want) || o.IsCorrect != (k == c.Story.Quiz[i].Answer) || o.Weight != nil {
				t.Errorf("option %d, %q, became %+v", k, want, o)
			}
		}
	}
}

func TestTheTableIsReadBack(t *testing.T) {
	c, texts := hard(t)
	data := exporttest.Write(t, c, quiz.CSV)
	var read struct {
		Rows   []map[string]string
		Errors []any
	}
	exporttest.Node(t, "csv.mjs", exporttest.File(t, "quiz.csv", data), &read)
	if len(read.Rows) != len(texts) || len(read.Errors) > 0 {
		t.Fatalf("%d rows of %d, faults: %v", len(read.Rows), len(texts), read.Errors)
	}
	for i, row := range read.Rows {
		q := c.Story.Quiz[i]
		if !same(row["Question Text"], texts[i]) || !same(row["Answer explanation"], texts[i]) || row["Question Type"] != "Multiple Choice" || row["Image Link"] != "" {
			t.Errorf("%q became %v", texts[i], row)
		}
		for k, o := range q.Options {
			if !same(row["Option "+strconv.Itoa(k+1)], o) {
				t.Errorf("option %d, %q, became %v", k+1, o, row)
			}
		}
		if row["Correct Answer"] != strconv.Itoa(q.Answer+1) {
			t.Errorf("%s is right in %v", row["Correct Answer"], row)
		}
		for name, v := range row {
			if v != "" && strings.ContainsRune("=+@", rune(v[0])) {
				t.Errorf("%s %q is taken for a formula", name, v)
			}
		}
	}
}

func TestTheKahootWorkbookIsReadBack(t *testing.T) {
	c, texts := hard(t)
	rows := workbook(t, c)
	for k, want := range []string{"Question", "Answer 1", "Answer 2", "Answer 3", "Answer 4", "Time limit", "Correct answer"} {
		if head, _ := rows[7][k+1].(string); !strings.HasPrefix(head, want) {
			t.Errorf("column %c of row 8 is headed %q", 'B'+k, head)
		}
	}
	if len(rows)-8 != len(texts) {
		t.Fatalf("%d questions of %d", len(rows)-8, len(texts))
	}
	for i, row := range rows[8:] {
		q := c.Story.Quiz[i]
		if text, _ := row[1].(string); row[0] != float64(i+1) || !same(text, texts[i]) {
			t.Errorf("%q became %v", texts[i], row)
		}
		for k, o := range q.Options {
			if text, _ := row[2+k].(string); !same(text, o) {
				t.Errorf("option %d, %q, became %v", k+1, o, row)
			}
		}
		if !slices.Contains([]any{5.0, 10.0, 20.0, 30.0, 60.0, 90.0, 120.0, 240.0}, row[6]) {
			t.Errorf("%v seconds", row[6])
		}
		if row[7] != strconv.Itoa(q.Answer+1) {
			t.Errorf("%v is right of %v", row[7], row)
		}
	}
}

func workbook(t *testing.T, c *content.Content) [][]any {
	t.Helper()
	var sheets []struct {
		Data [][]any
	}
	exporttest.Node(t, "xlsx.mjs", exporttest.File(t, "quiz.xlsx", exporttest.Write(t, c, quiz.Kahoot)), &sheets)
	if len(sheets) != 1 || len(sheets[0].Data) < 9 {
		t.Fatalf("the workbook holds %v", sheets)
	}
	return sheets[0].Data
}

func TestWhatIsTooLongForKahootStaysRight(t *testing.T) {
	long := "The glowing rock comes out of the ground through a hole in the top of the mountain and flows down "
	b := exporttest.NewBook("Long", "en")
	b.Ask(strings.Repeat("Why does it glow ", 20)+"?", "", 2, long+"slowly", long+"fast", long+"never", "up")
	b.Ask("Six?", "", 5, "one", "two", "three", "four", "five", "six")
	b.Ask("Numbers?", "", 0, strings.Repeat("9", 80)+"1"+strings.Repeat("9", 80), strings.Repeat("9", 80)+"2"+strings.Repeat("9", 80))
	b.Ask("Emoji?", "", 1, strings.Repeat("👩‍🚀", 30), strings.Repeat("👍🏽", 40))
	b.Ask("Once only?", "", 1, "Rome", "Rome", " Rome ", "Oslo")
	c := b.Content(t)
	rows := workbook(t, c)[8:]
	for i, row := range rows {
		seen := map[any]bool{}
		for k, v := range row[1:6] {
			text, _ := v.(string)
			most := 60
			if k == 0 {
				most = 95
			}
			if n := len([]rune(text)); n > most || strings.Contains(text, "�") || strings.HasSuffix(text, "\u200d…") {
				t.Errorf("question %d, cell %d: %d characters: %q", i+1, k, n, text)
			}
			if text != "" && seen[text] {
				t.Errorf("question %d has %q twice", i+1, text)
			}
			seen[text] = true
		}
	}
	if got := rows[0][4].(string); !strings.HasSuffix(got, "never") || rows[0][7] != "3" {
		t.Errorf("the right one is %v, option 3 is %q", rows[0][7], got)
	}
	if got := rows[0][1].(string); !strings.HasSuffix(got, "glow…") && !strings.HasSuffix(got, "it…") && !strings.HasSuffix(got, "does…") && !strings.HasSuffix(got, "Why…") {
		t.Errorf("not cut after a word: %q", got)
	}
	if !slices.Equal(rows[1][2:6], []any{"one", "two", "three", "six"}) || rows[1][7] != "4" {
		t.Errorf("of six options: %v", rows[1])
	}
	if !slices.Equal(rows[4][2:6], []any{"Rome", "Oslo", nil, nil}) || rows[4][7] != "1" {
		t.Errorf("of options that are the same: %v", rows[4])
	}
}

func TestQTIIsReadBackByAPlayersConverter(t *testing.T) {
	c, texts := hard(t)
	data := exporttest.Write(t, c, quiz.QTI)
	var read struct {
		Title     string
		Resources []struct {
			ID, Type, Href string
			Needs          []string
		}
		Items []struct {
			Language, Question, Most, Feedback string
			Options                            []struct{ ID, Text string }
			Right                              []string
			Conditions                         int
		}
	}
	exporttest.Node(t, "qti.mjs", exporttest.File(t, "quiz.zip", data), &read)
	if len(read.Items) != len(texts) || len(read.Resources) != len(texts)+1 || len(read.Resources[0].Needs) != len(texts) || read.Title != c.Story.Title {
		t.Fatalf("%q: %d items, %d resources", read.Title, len(read.Items), len(read.Resources))
	}
	for i, it := range read.Items {
		q := c.Story.Quiz[i]
		if !same(it.Question, texts[i]) || !same(it.Feedback, texts[i]) || it.Language != "en" || it.Most != "1" || it.Conditions != 1 {
			t.Errorf("%q became %+v", texts[i], it)
		}
		for k, o := range q.Options {
			if !same(it.Options[k].Text, o) {
				t.Errorf("option %d, %q, became %+v", k+1, o, it.Options)
			}
		}
		if !slices.Equal(it.Right, []string{it.Options[q.Answer].ID}) {
			t.Errorf("%v is right of %+v", it.Right, it.Options)
		}
	}
}

func TestAnkiNotesAreReadBack(t *testing.T) {
	c, texts := hard(t)
	c.Story.Language = "ar"
	for _, text := range texts {
		c.Story.Glossary = append(c.Story.Glossary, term(text))
	}
	var read struct {
		Head  map[string]string
		Notes [][]struct {
			Lang, Dir, Bold, Text, HTML string
			Options                     []string
		}
		Errors []any
	}
	exporttest.Node(t, "anki.mjs", exporttest.File(t, "deck.txt", exporttest.Write(t, c, quiz.Anki)), &read)
	if read.Head["separator"] != "Tab" || read.Head["html"] != "true" || read.Head["deck"] == "" || strings.Contains(read.Head["deck"], "::") {
		t.Errorf("the head is %v", read.Head)
	}
	if len(read.Notes) != 2*len(texts) || len(read.Errors) > 0 {
		t.Fatalf("%d notes of %d, faults: %v", len(read.Notes), 2*len(texts), read.Errors)
	}
	for i, note := range read.Notes {
		if len(note) != 2 || note[0].Lang != "ar" || note[0].Dir != "rtl" || note[1].Dir != "rtl" {
			t.Fatalf("note %d is %+v", i+1, note)
		}
		for _, side := range note {
			if strings.Contains(side.HTML, "{{") || strings.Contains(side.HTML, "[sound:") || strings.HasPrefix(side.HTML, "#") || strings.HasPrefix(side.HTML, `"`) {
				t.Errorf("Anki would take %q for a command", side.HTML)
			}
		}
		if i >= len(texts) {
			if text := texts[i-len(texts)]; !same(note[0].Text, text) || !same(note[1].Text, text) {
				t.Errorf("%q became %+v", text, note)
			}
			continue
		}
		q := c.Story.Quiz[i]
		if !strings.HasPrefix(content.OneLine(note[0].Text), texts[i]) && !strings.HasPrefix(content.OneLine(note[0].Text), content.OneLine(texts[i])) {
			t.Errorf("%q became %q", texts[i], note[0].Text)
		}
		for k, o := range q.Options {
			if !same(note[0].Options[k], o) {
				t.Errorf("option %d, %q, became %q", k, o, note[0].Options)
			}
		}
		if want := string(rune('A'+q.Answer)) + ". " + q.Options[q.Answer]; !same(note[1].Bold, want) {
			t.Errorf("the answer %q became %q", want, note[1].Bold)
		}
	}
}

func TestAStoryWithoutQuestionsSaysSo(t *testing.T) {
	c := exporttest.NewBook("Empty", "en").Content(t)
	for name, write := range map[string]content.Writer{"gift": quiz.GIFT, "csv": quiz.CSV, "kahoot": quiz.Kahoot, "qti": quiz.QTI, "anki": quiz.Anki} {
		err := write(t.Context(), c, io.Discard, nil)
		if model.KindOf(err) != model.Input || !strings.HasPrefix(model.Sentence(err), "This story has no questions") {
			t.Errorf("%s: %v", name, err)
		}
	}
	c.Story.Glossary = append(c.Story.Glossary, term("lava"))
	if err := quiz.Anki(t.Context(), c, io.Discard, nil); err != nil {
		t.Errorf("a glossary alone makes no notes: %v", err)
	}
}

func TestAQuizIsStopped(t *testing.T) {
	c, _ := hard(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, write := range map[string]content.Writer{"gift": quiz.GIFT, "csv": quiz.CSV, "kahoot": quiz.Kahoot, "qti": quiz.QTI, "anki": quiz.Anki} {
		if err := write(ctx, c, io.Discard, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func term(text string) story.Term { return story.Term{Term: text, Definition: text} }

// TestQTIKeepsToItsSchema checks every document of a package against the part
// of the specification in testdata, and, where EDUSMART_QTI_SCHEMA names the
// official imsqti_v2p1.xsd, which may not be kept here, against that too.
func TestQTIKeepsToItsSchema(t *testing.T) {
	c, _ := hard(t)
	c.Story.Quiz[0].Explanation = ""
	data := exporttest.Write(t, c, quiz.QTI)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, z); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "items", "*.xml"))
	if err != nil || len(files) != len(c.Story.Quiz) {
		t.Fatalf("%d items: %v", len(files), err)
	}
	files = append(files, filepath.Join(dir, "test.xml"))
	if schema := os.Getenv("EDUSMART_QTI_SCHEMA"); schema != "" {
		exporttest.Run(t, "xmllint", append([]string{"--noout", "--nonet", "--schema", schema}, files...)...)
	}
	files = append(files, filepath.Join(dir, "imsmanifest.xml"))
	exporttest.Run(t, "xmllint", append([]string{"--noout", "--nonet", "--relaxng", "testdata/qti21.rng"}, files...)...)
}
