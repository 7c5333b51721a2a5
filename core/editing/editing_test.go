package editing_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"edusmart/core/editing"
	"edusmart/core/model"
	"edusmart/core/story"
)

func encoded(s *story.Story) []byte {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return data
}

// changes is one of everything that a teacher may do, fit for the story as it
// is at the beginning.
func changes() []editing.Change {
	return []editing.Change{
		editing.SetSentence{Page: "page-02", At: 0, Text: "Hot lava flows down."},
		editing.AddSentence{Page: "page-02", At: 2, Text: "Then plants come."},
		editing.RemoveSentence{Page: "page-01", At: 0},
		editing.SplitSentence{Page: "page-01", At: 0, Offset: len("Gas bubbles in the magma ")},
		editing.JoinSentence{Page: "page-03", At: 1},
		editing.MoveSentence{Page: "page-03", At: 1, To: 0},
		editing.SetLanguage{Tag: "fr"},
		editing.SetAlso{Page: "page-03", At: 0, Text: "Ils écoutent."},
		editing.SetLanguage{Tag: "fr", Voice: "another"},
		editing.KeepSentence{Page: "page-03", At: 0, On: true},
		editing.SetPageTitle{Page: "page-03", Title: "People"},
		editing.SetTitle{Title: "Fire mountains"},
		editing.SetAlt{Page: "page-01", Alt: "A mountain"},
		editing.SetPrompt{Page: "page-01", Prompt: "A mountain that smokes"},
		editing.SetNotes{Page: "page-01", Notes: "Show the stone.\nAsk."},
		editing.SetStops{Page: "page-02", Stops: []story.Stop{{After: 1, Question: "Why?"}}},
		editing.SetQuestion{At: 0, Question: "What is very hot?", Options: []string{"Ice", "Magma", "Snow"}, Answer: 1, Explanation: "It glows."},
		editing.SetQuestion{At: 2, Question: "New?", Options: []string{"Yes", "No"}},
		editing.MoveQuestion{At: 2, To: 0},
		editing.KeepQuestion{At: 0, On: true},
		editing.RemoveQuestion{At: 1},
		editing.SetTerm{At: 0, Term: "Magma", Definition: "Molten rock."},
		editing.SetTerm{At: 1, Term: "Ash", Definition: "What is left."},
		editing.KeepTerm{At: 1, On: true},
		editing.RemoveTerm{At: 0},
		editing.AddPage{After: "", Title: "First", Text: "Look at this."},
		editing.SplitPage{Page: "page-01", At: 1},
		editing.MovePage{Page: "page-03", To: 0},
		editing.JoinPage{Page: "page-03"},
		editing.DeletePage{Page: "page-02"},
		editing.SetPicture{Page: "page-01", Picture: model.Picture{Data: []byte("one"), MIME: "image/png", Source: editing.Teacher}},
		editing.SetPicture{Page: "page-01", Picture: model.Picture{Data: []byte("two"), MIME: "image/jpeg", Source: "document", Alt: "Fig"}},
		editing.EarlierPicture{Page: "page-01", At: 0},
		editing.Pass{Page: "page-01", On: true},
		editing.Pass{On: true},
		editing.SetLanguage{Tag: "de"},
		editing.SetLanguage{},
	}
}

func TestEveryChangeIsTakenBackAndMadeAgainOverRestarts(t *testing.T) {
	b := newBench(t)
	states := []*story.Story{b.story()}
	var named []string
	for _, c := range changes() {
		states = append(states, b.do(c))
		named = append(named, b.edit.History(b.story()).Undo)
	}
	for _, what := range named {
		if what == "" || strings.Contains(what, "page-") {
			t.Errorf("a change is called %q", what)
		}
	}
	for range 2 {
		for i := len(states) - 2; i >= 0; i-- {
			b.edit = &editing.Editor{Library: b.lib, Voices: b.edit.Voices} // another start of the program
			if s := b.undo(); !same(s, states[i]) {
				t.Fatalf("undoing %q:\n%s\nwas\n%s", named[i], encoded(s), encoded(states[i]))
			}
			if h := b.edit.History(b.story()); h.Redo != named[i] {
				t.Fatalf("%q can be made again, not %q", h.Redo, named[i])
			}
		}
		if h := b.edit.History(b.story()); h.Undo != "" {
			t.Errorf("%q is left to undo", h.Undo)
		}
		for i := 1; i < len(states); i++ {
			if s := b.redo(); !same(s, states[i]) {
				t.Fatalf("redoing %q:\n%s\nwas\n%s", named[i-1], encoded(s), encoded(states[i]))
			}
		}
	}
	// What undo brings back is still on the disk, and nothing else is.
	needed := map[string]bool{}
	for _, s := range states {
		for _, rel := range s.Assets() {
			needed[rel] = true
		}
	}
	files, err := os.ReadDir(filepath.Join(b.lib.Dir(b.id), "assets"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !needed["assets/"+f.Name()] {
			t.Errorf("%s is left over", f.Name())
		}
	}
	histories, err := filepath.Glob(filepath.Join(b.lib.Dir(b.id), "history-*"))
	if err != nil || len(histories) != 1 {
		t.Errorf("histories: %q, %v", histories, err)
	}
	// A new change ends what could be made again.
	b.undo()
	b.do(editing.SetTitle{Title: "Another"})
	if h := b.edit.History(b.story()); h.Redo != "" || h.Undo != "the title of the story" {
		t.Errorf("%+v", h)
	}
}

func TestChangesAtRandomAreAllTakenBack(t *testing.T) {
	b := newBench(t)
	first := b.story()
	r := rand.New(rand.NewPCG(7, 7))
	made := 0
	for made < 25 {
		s := b.story()
		page := s.Pages[r.IntN(len(s.Pages))]
		n := len(page.Sentences)
		at := r.IntN(n)
		all := []editing.Change{
			editing.SetSentence{Page: page.ID, At: at, Text: fmt.Sprintf("Number %d is new.", made)},
			editing.AddSentence{Page: page.ID, At: at, Text: fmt.Sprintf("Number %d is more.", made)},
			editing.RemoveSentence{Page: page.ID, At: at},
			editing.MoveSentence{Page: page.ID, At: at, To: r.IntN(n)},
			editing.JoinSentence{Page: page.ID, At: at},
			editing.SplitSentence{Page: page.ID, At: at, Offset: strings.Index(page.Sentences[at].Text, " ")},
			editing.SplitPage{Page: page.ID, At: at},
			editing.JoinPage{Page: page.ID},
			editing.MovePage{Page: page.ID, To: r.IntN(len(s.Pages))},
			editing.DeletePage{Page: page.ID},
			editing.AddPage{After: page.ID, Title: "T", Text: fmt.Sprintf("Page %d.", made)},
		}
		c := all[r.IntN(len(all))]
		changed, err := b.edit.Do(s, c)
		if err != nil || !changed {
			continue
		}
		if err := b.lib.Save(s); err != nil {
			t.Fatalf("%#v: %v", c, err)
		}
		made++
		if made%4 == 0 {
			b.speak()
		}
	}
	for range made {
		b.undo()
	}
	if s := b.story(); !same(first, s) {
		t.Errorf("%s\nwas\n%s", encoded(s), encoded(first))
	}
}

func TestWhatCannotBeDoneIsRefusedInASentence(t *testing.T) {
	b := newBench(t)
	long := strings.Repeat("word ", 300)
	for _, c := range []editing.Change{
		editing.SetSentence{Page: "page-01", At: 9, Text: "x"},
		editing.SetSentence{Page: "page-01", At: -1, Text: "x"},
		editing.SetSentence{Page: "page-09", Text: "x"},
		editing.SetSentence{Page: "page-01", Text: " \n "},
		editing.SetSentence{Page: "page-01", Text: long},
		editing.AddSentence{Page: "page-01", At: 99, Text: "x"},
		editing.JoinSentence{Page: "page-01", At: 3},
		editing.SplitSentence{Page: "page-01", At: 0, Offset: 0},
		editing.SplitSentence{Page: "page-01", At: 0, Offset: 999},
		editing.MoveSentence{Page: "page-01", At: 0, To: 7},
		editing.SplitPage{Page: "page-01", At: 0},
		editing.JoinPage{Page: "page-03"},
		editing.MovePage{Page: "page-01", To: 3},
		editing.SetPageTitle{Page: "page-01"},
		editing.SetTitle{Title: strings.Repeat("x", 301)},
		editing.AddPage{Title: "T"},
		editing.SetQuestion{At: 0, Question: "Q", Options: []string{"one"}},
		editing.SetQuestion{At: 9, Question: "Q", Options: []string{"a", "b"}},
		editing.SetQuestion{At: 0, Question: "Q", Options: []string{"a", "A"}},
		editing.SetQuestion{At: 0, Question: "Q", Options: []string{"a", ""}},
		editing.SetQuestion{At: 0, Question: "Q", Options: []string{"a", "b"}, Answer: 2},
		editing.SetTerm{At: 0, Term: "x"},
		editing.RemoveTerm{At: 1},
		editing.RemoveQuestion{At: 2},
		editing.EarlierPicture{Page: "page-01"},
	} {
		if say := b.refused(c); say == "" || strings.Contains(say, "went wrong") {
			t.Errorf("%#v: %q", c, say)
		}
	}
	b.do(editing.RemoveSentence{Page: "page-02", At: 0})
	if say := b.refused(editing.RemoveSentence{Page: "page-02", At: 0}); !strings.Contains(say, "at least one sentence") {
		t.Error(say)
	}
}

func TestTheSameAgainIsNoChange(t *testing.T) {
	b := newBench(t)
	s := b.story()
	for _, c := range []editing.Change{
		editing.SetSentence{Page: "page-01", At: 0, Text: " " + lesson[0][0] + "\n"},
		editing.SetNotes{Page: "page-01"},
		editing.Pass{Page: "page-01", On: true},
		editing.SetTitle{Title: s.Title},
		editing.SetStops{Page: "page-02"},
	} {
		if changed, err := b.edit.Do(s, c); changed || err != nil {
			t.Errorf("%#v: %v, %v", c, changed, err)
		}
	}
	if h := b.edit.History(s); h != (editing.History{}) {
		t.Errorf("%+v", h)
	}
}

func TestADamagedHistoryLeavesTheStoryWhole(t *testing.T) {
	b := newBench(t)
	s := b.do(editing.SetTitle{Title: "Another"})
	path := filepath.Join(b.lib.Dir(b.id), "history-"+s.Edit+".json")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cut := 0; cut < len(whole); cut += 7 {
		if err := os.WriteFile(path, whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		s := b.story()
		if changed, err := b.edit.Undo(s); changed || err != nil {
			t.Fatalf("cut at %d: %v, %v", cut, changed, err)
		}
	}
	for name, evil := range map[string]string{
		"a page from elsewhere": `{"done":[{"what":"x","patch":{"order":["page-01"],"pages":[{"id":"page-01","whole":{"id":"page-01","picture":"../../secret"}}]}}]}`,
		"a title without end":   `{"done":[{"what":"x","patch":{"title":"` + strings.Repeat("x", story.MaxText+1) + `"}}]}`,
		"a wrong answer":        `{"done":[{"what":"x","patch":{"quiz":[{"question":"q","options":["a","b"],"answer":7}]}}]}`,
	} {
		if err := os.WriteFile(path, []byte(evil), 0o600); err != nil {
			t.Fatal(err)
		}
		s := b.story()
		changed, err := b.edit.Undo(s)
		if changed || err == nil || !same(s, b.story()) {
			t.Errorf("%s: %v, %v", name, changed, err)
		}
	}
}

func TestAKilledEditLeavesTheOldStateWithItsHistory(t *testing.T) {
	b := newBench(t)
	b.do(editing.SetTitle{Title: "One"}, editing.SetTitle{Title: "Two"})
	s := b.story()
	if _, err := b.edit.Do(s, editing.SetTitle{Title: "Three"}); err != nil {
		t.Fatal(err)
	}
	// Killed here: the history of "Three" is on the disk, the story is not.
	b.edit = &editing.Editor{Library: b.lib}
	if got := b.undo().Title; got != "One" {
		t.Errorf("undo brings %q", got)
	}
	if got := b.redo().Title; got != "Two" {
		t.Errorf("redo brings %q", got)
	}
}

func TestTheHistoryIsBounded(t *testing.T) {
	b := newBench(t)
	s := b.do(editing.SetTitle{Title: "first"})
	path := filepath.Join(b.lib.Dir(b.id), "history-"+s.Edit+".json")
	entries := strings.Repeat(`{"what":"the title of the story","patch":{"title":"x"}},{"what":"the title of the story","patch":{"title":"y"}},`, 99)
	if err := os.WriteFile(path, []byte(`{"done":[`+entries[:len(entries)-1]+`]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range 5 {
		b.do(editing.SetTitle{Title: fmt.Sprint(i)})
	}
	data, err := os.ReadFile(filepath.Join(b.lib.Dir(b.id), "history-"+b.story().Edit+".json"))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(data), `"what"`); n != 200 {
		t.Errorf("%d changes can be undone", n)
	}
}

func TestALevelIsShownAgainWhereItsChangeIsTakenBack(t *testing.T) {
	b := newBench(t)
	s := b.story()
	s.Level = "grade"
	easy := story.Level{Name: "easier", Grade: 3}
	for i := range s.Pages {
		easy.Pages = append(easy.Pages, story.LevelPage{
			ID: s.Pages[i].ID, Title: s.Pages[i].Title, Sentences: []story.Sentence{{Text: "Short."}, {Text: "So."}},
		})
	}
	s.Levels = []story.Level{easy}
	b.save(s, true, nil)
	b.do(editing.SetSentence{Page: "page-01", At: 0, Text: "Changed."}, editing.SplitPage{Page: "page-02", At: 1})
	s = b.story()
	if n := len(s.Levels[0].Pages); n != 4 {
		t.Errorf("the other level has %d pages", n)
	}
	s.Turn("easier")
	s = b.save(s, true, nil)
	if got := texts(&s.Pages[1]) + "/" + texts(&s.Pages[2]); got != "Short./So." {
		t.Errorf("divided at the other level: %q", got)
	}
	b.undo()
	s = b.undo()
	if s.Level != "grade" || s.Pages[0].Sentences[0].Text != lesson[0][0] || len(s.Pages) != 3 {
		t.Errorf("level %q, %d pages: %q", s.Level, len(s.Pages), s.Pages[0].Sentences[0].Text)
	}
	s.Turn("easier")
	if texts(&s.Pages[0]) != "Short. | So." || texts(&s.Pages[1]) != "Short. | So." {
		t.Error("the other level is another one now")
	}
}

func TestPicturesGoBack(t *testing.T) {
	b := newBench(t)
	set := func(data string) *story.Story {
		return b.do(editing.SetPicture{Page: "page-01", Prompt: "draw " + data, Picture: model.Picture{Data: []byte(data), MIME: "image/png", Source: "device", Alt: data}})
	}
	set("one")
	set("two")
	s := set("three")
	p := &s.Pages[0]
	if len(p.Earlier) != 2 || p.Earlier[0].Alt != "two" || p.Alt != "three" {
		t.Fatalf("%+v", p.Earlier)
	}
	s = b.do(editing.EarlierPicture{Page: "page-01", At: 1})
	p = &s.Pages[0]
	alts := []string{p.Earlier[0].Alt, p.Earlier[1].Alt}
	if p.Alt != "one" || p.Prompt != "draw one" || !slices.Equal(alts, []string{"three", "two"}) {
		t.Errorf("%s, %s, before %q", p.Alt, p.Prompt, alts)
	}
}

func TestQuestionsFollowTheirPages(t *testing.T) {
	b := newBench(t)
	s := b.do(editing.MovePage{Page: "page-03", To: 1}, editing.JoinPage{Page: "page-01"})
	if got := s.Quiz[1].Page; got != "page-01" {
		t.Errorf("the question is about %q", got)
	}
	if s = b.do(editing.DeletePage{Page: "page-01"}); s.Quiz[0].Page != "" || s.Quiz[1].Page != "" {
		t.Errorf("%+v", s.Quiz)
	}
}
