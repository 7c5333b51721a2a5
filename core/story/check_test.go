package story_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"edusmart/core/story"
)

// asset gives the name of the n-th file of a test story.
func asset(n int, ending string) string { return fmt.Sprintf("assets/%064x.%s", n, ending) }

// lesson is a story that has one of everything and breaks nothing.
func lesson() *story.Story {
	word := story.Word{Text: "Water", Start: 0.1, End: 0.4, Sentence: 0, From: 0, To: 5}
	sentence := story.Sentence{
		Text: "Water flows.", SourcePage: 2, Quote: "Water always flows.", Place: &story.Place{Block: 1, From: 0, To: 19}, Also: "El agua fluye.",
	}
	second := &story.Second{
		Narration: asset(4, "wav"), Voice: "es", Seconds: 2,
		Words: []story.Word{{Text: "El", Start: 0, End: 0.2, From: 0, To: 2}}, Part: story.Part{State: story.Ready, Source: "device"},
	}
	return &story.Story{
		Format: story.Format, ID: "water-1234", Title: "Water", Language: "en", Grade: 5, Also: "es", Tags: []string{"science"}, Level: story.GradeLevel,
		Source: story.Source{Name: "water.pdf", File: asset(1, "pdf")},
		Pages: []story.Page{{
			ID: "page-01", Title: "Rivers", Sentences: []story.Sentence{sentence}, Picture: asset(2, "png"), Narration: asset(3, "wav"), Seconds: 2,
			Words: []story.Word{word}, Stops: []story.Stop{{After: 0, Question: "Why?"}}, Earlier: []story.Earlier{{Picture: asset(5, "jpg")}}, Second: second,
		}},
		Quiz:     []story.Question{{Question: "What flows?", Options: []string{"Water", "Stone"}, Answer: 0}},
		Glossary: []story.Term{{Term: "river", Definition: "flowing water"}},
		Levels: []story.Level{{Name: story.EasierLevel, Grade: 3, Pages: []story.LevelPage{{
			ID: "page-01", Title: "Rivers", Sentences: []story.Sentence{{Text: "It flows.", Also: "Fluye.", Place: &story.Place{Block: 1, To: 5}}},
			Narration: asset(6, "wav"), Words: []story.Word{{Text: "It", To: 2}}, Stops: []story.Stop{{Question: "What?"}},
			Second: &story.Second{Narration: asset(7, "wav"), Words: []story.Word{{Text: "Fluye", To: 5}}},
		}}}},
	}
}

// TestWhatBreaksAStoryIsFound breaks one thing at a time.
func TestWhatBreaksAStoryIsFound(t *testing.T) {
	if err := lesson().Check(); err != nil {
		t.Fatal(err)
	}
	long, bad := strings.Repeat("a", story.MaxText+1), "\xff"
	broken := map[string]func(*story.Story){
		"an id with a slash":    func(s *story.Story) { s.ID = "../etc" },
		"an id in capitals":     func(s *story.Story) { s.ID = "Water-1234" },
		"no id":                 func(s *story.Story) { s.ID = "" },
		"grade 13":              func(s *story.Story) { s.Grade = 13 },
		"grade -1":              func(s *story.Story) { s.Grade = -1 },
		"too many pages":        func(s *story.Story) { s.Pages = make([]story.Page, story.MaxPages+1) },
		"too many questions":    func(s *story.Story) { s.Quiz = make([]story.Question, story.MaxQuestions+1) },
		"too many terms":        func(s *story.Story) { s.Glossary = make([]story.Term, story.MaxTerms+1) },
		"too many tags":         func(s *story.Story) { s.Tags = make([]string, story.MaxTags+1) },
		"too many levels":       func(s *story.Story) { s.Levels = make([]story.Level, story.MaxLevels+1) },
		"a source outside":      func(s *story.Story) { s.Source.File = "assets/../../x.pdf" },
		"a long title":          func(s *story.Story) { s.Title = long },
		"a title in no UTF-8":   func(s *story.Story) { s.Title = bad },
		"a long second voice":   func(s *story.Story) { s.AlsoVoice = long },
		"a tag in no UTF-8":     func(s *story.Story) { s.Tags[0] = bad },
		"a level name too long": func(s *story.Story) { s.Level = long },
		"a page without an id":  func(s *story.Story) { s.Pages[0].ID = "" },
		"two pages of one id":   func(s *story.Story) { s.Pages = append(s.Pages, s.Pages[0]) },
		"a term too long":       func(s *story.Story) { s.Glossary[0].Definition = long },
		"one option":            func(s *story.Story) { s.Quiz[0].Options = s.Quiz[0].Options[:1] },
		"13 options":            func(s *story.Story) { s.Quiz[0].Options = make([]string, story.MaxOptions+1) },
		"an answer of none":     func(s *story.Story) { s.Quiz[0].Answer = 2 },
		"an answer before all":  func(s *story.Story) { s.Quiz[0].Answer = -1 },
		"an option too long":    func(s *story.Story) { s.Quiz[0].Options[1] = long },
		"two levels of a name":  func(s *story.Story) { s.Levels[0].Name = s.Level },
		"a level of grade 13":   func(s *story.Story) { s.Levels[0].Grade = 13 },
		"a level in no UTF-8":   func(s *story.Story) { s.Levels[0].Name = bad },
		"a level of many pages": func(s *story.Story) { s.Levels[0].Pages = make([]story.LevelPage, story.MaxPages+1) },
		"a level page, no id":   func(s *story.Story) { s.Levels[0].Pages[0].ID = "" },
		"a level page twice":    func(s *story.Story) { s.Levels[0].Pages = append(s.Levels[0].Pages, s.Levels[0].Pages[0]) },
		"a level page's sound":  func(s *story.Story) { s.Levels[0].Pages[0].Narration = "/etc/passwd" },
		"a level page's second": func(s *story.Story) { s.Levels[0].Pages[0].Second.Words[0].To = 99 },
	}
	onPage := map[string]func(*story.Page){
		"a picture outside":        func(p *story.Page) { p.Picture = "../x.png" },
		"a picture by its path":    func(p *story.Page) { p.Picture = "/assets/x.png" },
		"a narration outside":      func(p *story.Page) { p.Narration = "assets/x.wav" },
		"too many sentences":       func(p *story.Page) { p.Sentences = make([]story.Sentence, story.MaxSentences+1) },
		"too many words":           func(p *story.Page) { p.Words = make([]story.Word, story.MaxWords+1) },
		"too many pictures":        func(p *story.Page) { p.Earlier = make([]story.Earlier, story.MaxEarlier+1) },
		"an earlier one outside":   func(p *story.Page) { p.Earlier[0].Picture = "x.png" },
		"an earlier alt too long":  func(p *story.Page) { p.Earlier[0].Alt = long },
		"notes too long":           func(p *story.Page) { p.Notes = long },
		"a sentence too long":      func(p *story.Page) { p.Sentences[0].Text = long },
		"a quote in no UTF-8":      func(p *story.Page) { p.Sentences[0].Quote = bad },
		"a translation too long":   func(p *story.Page) { p.Sentences[0].Also = long },
		"a stop after nothing":     func(p *story.Page) { p.Stops[0].After = 1 },
		"a stop before all":        func(p *story.Page) { p.Stops[0].After = -1 },
		"a question too long":      func(p *story.Page) { p.Stops[0].Question = long },
		"negative seconds":         func(p *story.Page) { p.Seconds = -1 },
		"no number of seconds":     func(p *story.Page) { p.Seconds = math.NaN() },
		"a week":                   func(p *story.Page) { p.Seconds = 7 * 24 * 3600 },
		"a word of no sentence":    func(p *story.Page) { p.Words[0].Sentence = 1 },
		"a word before all":        func(p *story.Page) { p.Words[0].Sentence = -1 },
		"a word past its sentence": func(p *story.Page) { p.Words[0].To = 13 },
		"a word backwards":         func(p *story.Page) { p.Words[0].From = 6 },
		"a word of no time":        func(p *story.Page) { p.Words[0].Start = math.NaN() },
		"a word that ends first":   func(p *story.Page) { p.Words[0].End = 0 },
		"an endless word":          func(p *story.Page) { p.Words[0].End = math.Inf(1) },
		"a second sound outside":   func(p *story.Page) { p.Second.Narration = "../x.wav" },
		"a second of many words":   func(p *story.Page) { p.Second.Words = make([]story.Word, story.MaxWords+1) },
		"a second without end":     func(p *story.Page) { p.Second.Seconds = math.Inf(1) },
		"a second voice too long":  func(p *story.Page) { p.Second.Voice = long },
		"a second word outside":    func(p *story.Page) { p.Sentences[0].Also = "E" },
	}
	for name, f := range onPage {
		broken[name] = func(s *story.Story) { f(&s.Pages[0]) }
	}
	for name, breakIt := range broken {
		s := lesson()
		breakIt(s)
		if s.Check() == nil {
			t.Errorf("%s passes", name)
		}
	}
}

func TestTheLimitsThemselvesAreAllowed(t *testing.T) {
	s := lesson()
	s.Title = strings.Repeat("a", story.MaxText)
	for len(s.Quiz) < story.MaxQuestions {
		s.Quiz = append(s.Quiz, s.Quiz[0])
	}
	for len(s.Pages[0].Earlier) < story.MaxEarlier {
		s.Pages[0].Earlier = append(s.Pages[0].Earlier, s.Pages[0].Earlier[0])
	}
	for i := len(s.Levels); i < story.MaxLevels; i++ {
		s.Levels = append(s.Levels, story.Level{Name: fmt.Sprint(i), Grade: 12})
	}
	if err := s.Check(); err != nil {
		t.Error(err)
	}
}

func TestAssetsAreEveryFileOfAStoryOnce(t *testing.T) {
	s := lesson()
	s.Pages = append(s.Pages, s.Pages[0])
	want := []string{asset(1, "pdf"), asset(2, "png"), asset(3, "wav"), asset(4, "wav"), asset(5, "jpg"), asset(6, "wav"), asset(7, "wav")}
	slices.Sort(want)
	if got := s.Assets(); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestGapsAreCounted(t *testing.T) {
	s := &story.Story{Pages: []story.Page{
		{Parts: story.Parts{Text: story.Part{State: story.Ready}, Picture: story.Part{State: story.Failed}, Voice: story.Part{State: story.Skipped}}},
		{Parts: story.Parts{Text: story.Part{State: story.Failed}, Picture: story.Part{State: story.Fallback}, Voice: story.Part{State: story.Failed}}},
	}}
	if texts, pictures, voices := s.Gaps(); texts != 1 || pictures != 1 || voices != 2 {
		t.Errorf("%d, %d, %d", texts, pictures, voices)
	}
}

func TestOnlyContentsNameAnAsset(t *testing.T) {
	for rel, want := range map[string]bool{
		asset(1, "png"): true, asset(1, "mp3"): true, asset(1, "tar.gz"): false, asset(1, "PNG"): false, asset(1, ""): false,
		strings.Replace(asset(15, "png"), "f.", "F.", 1): false, "assets/x.png": false, asset(1, "png") + "\n": false, "/" + asset(1, "png"): false,
	} {
		if story.ValidAsset(rel) != want {
			t.Errorf("%q: not %v", rel, want)
		}
	}
}
