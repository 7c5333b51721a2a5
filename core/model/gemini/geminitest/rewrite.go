package geminitest

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// rewriteOut is what a text model makes of pages that it is to put another
// way.
type rewriteOut struct {
	Pages []rewritePageOut `json:"pages"`
}

type rewritePageOut struct {
	Page      int          `json:"page"`
	Title     string       `json:"title"`
	Sentences []sayingsOut `json:"sentences"`
}

type sayingsOut struct {
	Text string `json:"text"`
	From []int  `json:"from"`
}

var (
	pagesMark    = regexp.MustCompile(`(?s)<pages ([0-9a-f]{16,})>\n(.*?)</pages ([0-9a-f]{16,})>`)
	rewritePage  = regexp.MustCompile(`^page (\d+): (.*)$`)
	rewriteLine  = regexp.MustCompile(`^(\d+)\. (.*)$`)
	rewriteTerms = regexp.MustCompile(`^key terms: (.*)$`)
	translateTo  = regexp.MustCompile(`Translate into the language with the BCP 47 tag "([A-Za-z0-9-]+)"`)
)

// translated is a sentence in the languages that the server knows; its numbers
// are those of sentence and page.
var translated = map[string]string{
	"es": "Esta es la frase número %d de la página %d, dicha en español.",
	"ar": "هذه هي الجملة رقم %d من الصفحة %d باللغة العربية.",
	"hi": "यह पृष्ठ की वाक्य संख्या %d और पृष्ठ %d है।",
	"zh": "这是第%d句，在第%d页，用中文说。",
	"fr": "Voici la phrase numéro %d de la page %d, dite en français.",
	"en": "This is sentence number %d of page %d, said in English.",
}

// isRewrite reports whether the request holds pages to be put another way.
func (x *exchange) isRewrite() bool { return pagesMark.MatchString(x.rec.Prompt) }

// rewriteOf gives the answer to such a request under a fault.
func (x *exchange) rewriteOf(f Fault) string {
	prompt := x.rec.Prompt
	to := ""
	if m := translateTo.FindStringSubmatch(prompt); m != nil {
		to, _, _ = strings.Cut(m[1], "-")
	}
	harder := strings.Contains(prompt, "Write fuller than the pages are")
	out := &rewriteOut{}
	for line := range strings.Lines(pagesMark.FindStringSubmatch(prompt)[2]) {
		line = strings.TrimSpace(line)
		if m := rewritePage.FindStringSubmatch(line); m != nil {
			n, _ := strconv.Atoi(m[1])
			out.Pages = append(out.Pages, rewritePageOut{Page: n, Title: m[2]})
			continue
		}
		if len(out.Pages) == 0 {
			continue
		}
		p := &out.Pages[len(out.Pages)-1]
		if m := rewriteLine.FindStringSubmatch(line); m != nil {
			n, _ := strconv.Atoi(m[1])
			p.say(n, m[2], to, harder)
		}
		if m := rewriteTerms.FindStringSubmatch(line); m != nil && to == "" && f != LostTerms {
			p.Sentences = append(p.Sentences, sayingsOut{"Here we learn about " + strings.ReplaceAll(m[1], "; ", ", ") + ".", []int{1}})
		}
	}
	return out.json(f, to)
}

// say adds what becomes of sentence n of a page: cut into short ones, made
// longer, or translated.
func (p *rewritePageOut) say(n int, text, to string, harder bool) {
	switch {
	case to != "":
		frame := translated[to]
		if frame == "" {
			frame = translated["en"]
		}
		p.Sentences = append(p.Sentences, sayingsOut{fmt.Sprintf(frame, n, p.Page), []int{n}})
	case harder:
		p.Sentences = append(p.Sentences, sayingsOut{
			strings.TrimRight(text, ".。।؟?!") + ", notwithstanding additional circumstances that investigators subsequently demonstrated experimentally.", []int{n},
		})
	default:
		words := strings.Fields(strings.TrimRight(text, ".。।؟?!"))
		const few = 8
		p.Sentences = append(p.Sentences, sayingsOut{strings.Join(words[:min(len(words), few)], " ") + ".", []int{n}})
	}
}

// json writes the answer.
func (out *rewriteOut) json(f Fault, to string) string {
	switch f {
	case MissingPages:
		out.Pages = out.Pages[:len(out.Pages)/3]
	case WrongLanguage:
		for i := range out.Pages {
			for k := range out.Pages[i].Sentences {
				out.Pages[i].Sentences[k].Text = "This sentence was simply left in the English that it has always been in."
			}
		}
	case EmptySentence:
		for i := range out.Pages {
			for k := range out.Pages[i].Sentences {
				out.Pages[i].Sentences[k].Text = " \u200b "
			}
		}
	case Invented:
		for i := range out.Pages {
			for k := range out.Pages[i].Sentences {
				if to == "" {
					out.Pages[i].Sentences[k].From = []int{-1, 999}
				}
			}
		}
	}
	data, err := json.Marshal(out)
	if err != nil {
		panic(err) // it is plain data
	}
	text := string(data)
	if f == HalfSchema {
		text = regexp.MustCompile(`"page":(\d+)`).ReplaceAllString(text, `"page":"page $1","mood":null`)
		text = regexp.MustCompile(`"from":\[(\d+)\]`).ReplaceAllString(text, `"from":"$1"`)
	}
	return text
}
