package geminitest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// storyOut is a story as a text model writes it, in its order.
type storyOut struct {
	Title      string        `json:"title"`
	Language   string        `json:"language"`
	Characters string        `json:"characters"`
	Pages      []pageOut     `json:"pages"`
	Quiz       []questionOut `json:"quiz"`
	Glossary   []termOut     `json:"glossary"`
}

type pageOut struct {
	Title     string        `json:"title"`
	Sentences []sentenceOut `json:"sentences"`
	Picture   string        `json:"picture"`
	Alt       string        `json:"alt"`
}

type sentenceOut struct {
	Text       string `json:"text"`
	SourcePage int    `json:"source_page"`
	Quote      string `json:"quote"`
}

type questionOut struct {
	Question    string   `json:"question"`
	Options     []string `json:"options"`
	Answer      any      `json:"answer"`
	Explanation string   `json:"explanation"`
	SourcePage  int      `json:"source_page"`
	StoryPage   int      `json:"story_page"`
	Exercise    bool     `json:"exercise"`
}

type termOut struct {
	Term       string `json:"term"`
	Definition string `json:"definition"`
	SourcePage int    `json:"source_page"`
}

var (
	documentMark  = regexp.MustCompile(`(?s)<document ([0-9a-f]{16,})>\n(.*?)</document ([0-9a-f]{16,})>`)
	pageMark      = regexp.MustCompile(`^\[page (\d+)\]$`)
	askedPages    = regexp.MustCompile(`Write exactly (\d+) pages?`)
	publishedMark = regexp.MustCompile(`(?m)^story page \d+:`)
	languageMark  = regexp.MustCompile(`BCP 47 tag "([A-Za-z0-9-]+)"`)
	sentenceEnd   = regexp.MustCompile(`[.!?。।؟]+["”»)]*(?:\s+|$)`)
)

// source is a sentence of the document.
type source struct {
	text string
	page int
}

// read takes the document out of a prompt: its sentences and its exercises.
func read(prompt string) (sentences, exercises []source) {
	m := documentMark.FindStringSubmatch(prompt)
	if m == nil || m[1] != m[3] {
		return nil, nil
	}
	page := 1
	for line := range strings.Lines(m[2]) {
		line = strings.TrimSpace(line)
		if p := pageMark.FindStringSubmatch(line); p != nil {
			page, _ = strconv.Atoi(p[1])
			continue
		}
		if e, ok := strings.CutPrefix(line, "exercise: "); ok {
			exercises = append(exercises, source{e, page})
			continue
		}
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "name: ") {
			continue
		}
		for line != "" {
			end := len(line)
			if at := sentenceEnd.FindStringIndex(line); at != nil {
				end = at[1]
			}
			if text := strings.TrimSpace(line[:end]); len(text) > 8 {
				sentences = append(sentences, source{text, page})
			}
			line = line[end:]
		}
	}
	return sentences, exercises
}

// story writes a story from the prompt's document: its own sentences, as they
// stand there, with other quotation marks here and there.
func (x *exchange) story() *storyOut {
	prompt := x.rec.Prompt
	sentences, exercises := read(prompt)
	if len(sentences) == 0 {
		for i := range 30 {
			sentences = append(sentences, source{fmt.Sprintf("Photograph %d shows how water moves through the land.", i+1), 1 + i/5})
		}
	}
	pages := x.s.options.Pages
	if m := askedPages.FindStringSubmatch(prompt); m != nil {
		pages, _ = strconv.Atoi(m[1])
	}
	have := len(publishedMark.FindAllString(prompt, -1))
	st := &storyOut{Title: "A Story of the Lesson", Language: "en", Characters: "Mira: a girl of eight with short black hair, a yellow coat and red boots."}
	if m := languageMark.FindStringSubmatch(prompt); m != nil {
		st.Language = m[1]
	}
	for i := range pages {
		st.Pages = append(st.Pages, pageFrom(sentences, have+i, have+pages))
	}
	st.Quiz = quizFrom(sentences, exercises, have+pages)
	seen := map[string]bool{}
	for _, s := range sentences {
		for _, w := range strings.Fields(s.text) {
			w = strings.Trim(w, ".,;:!?\"'()“”‘’")
			if len(w) > 7 && !seen[w] && len(st.Glossary) < 6 {
				seen[w] = true
				st.Glossary = append(st.Glossary, termOut{w, s.text, s.page})
			}
		}
	}
	return st
}

// pageFrom takes up to three sentences for page i of n; where the document is
// too short they come again with a word before them.
func pageFrom(sentences []source, i, n int) pageOut {
	p := pageOut{Title: fmt.Sprintf("Part %d", i+1), Picture: fmt.Sprintf("Mira looks at what page %d is about, seen from the side.", i+1), Alt: fmt.Sprintf("Mira on page %d.", i+1)}
	at := i * len(sentences) / n
	for k := range min(3, max(1, len(sentences)/n)) {
		s := sentences[(at+k)%len(sentences)]
		text := s.text
		if len(sentences) < n {
			text = fmt.Sprintf("Look for the %d. time: %s", i+1, text)
		}
		p.Sentences = append(p.Sentences, sentenceOut{text, s.page, strings.ReplaceAll(s.text, "'", "’")})
	}
	return p
}

// quizFrom makes exercises into questions first, then sentences, until there
// are twelve.
func quizFrom(sentences, exercises []source, pages int) []questionOut {
	var all []questionOut
	for _, e := range exercises {
		all = append(all, questionOut{
			Question: e.text, Options: []string{"Yes, the story says so", "No, it says otherwise", "It does not say"}, Answer: len(all) % 3,
			Explanation: "On page 1 of the story we read about it.", SourcePage: e.page, StoryPage: 1, Exercise: true,
		})
	}
	for i := 0; len(all) < 12; i++ {
		s := sentences[i%len(sentences)]
		page := 1 + i%max(pages, 1)
		right := len(all) % 4
		options := make([]string, 0, 4)
		for k := range 4 {
			o := fmt.Sprintf("Something else, number %d", k+1)
			if k == right {
				o = s.text
			}
			options = append(options, o)
		}
		all = append(all, questionOut{
			Question: fmt.Sprintf("Question %d: what does the story say?", i+1), Options: options, Answer: right,
			Explanation: fmt.Sprintf("On page %d we read that it is so.", page), SourcePage: s.page, StoryPage: page,
		})
	}
	return all
}

// json writes the story. Letters outside of ASCII are escaped here and there,
// as models do.
func (st *storyOut) json() string {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(st); err != nil {
		panic(err) // it is plain data
	}
	var b strings.Builder
	n := 0
	for _, r := range strings.TrimSpace(out.String()) {
		if n++; r > 0x7f && r < 0x10000 && n%3 == 0 {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// invent gives every sentence a quote that stands nowhere.
func (st *storyOut) invent() {
	for i := range st.Pages {
		for k := range st.Pages[i].Sentences {
			st.Pages[i].Sentences[k].Quote = "The emperor of the moon dreamt of purple bicycles every second Tuesday."
			st.Pages[i].Sentences[k].SourcePage = 9999
		}
	}
}

// half writes the story as a model that half keeps the schema: numbers as
// text, sentences crammed together, options with letters, answers as letters
// or texts, doubles and blanks, and a question that is none.
func (st *storyOut) half() string {
	for i := range st.Quiz {
		q := &st.Quiz[i]
		right, _ := q.Answer.(int)
		for k := range q.Options {
			q.Options[k] = string(rune('A'+k)) + ". " + q.Options[k]
		}
		switch i % 3 {
		case 0:
			q.Answer = string(rune('A' + right))
		case 1:
			q.Answer = q.Options[right]
		}
	}
	st.Quiz = append(st.Quiz, questionOut{Question: "Which?", Options: []string{"one", "two"}, Answer: 7},
		questionOut{Question: "", Options: []string{"a", "b"}, Answer: 0}, questionOut{Question: "Only one?", Options: []string{"same", "same"}, Answer: 0})
	text := st.json()
	text = regexp.MustCompile(`"source_page":(\d+)`).ReplaceAllString(text, `"source_page":"page $1"`)
	return strings.ReplaceAll(text, `,"alt":`, `,"mood":{"of":["the","page",1.5e3,null]},"alt":`)
}
