package gemini

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"google.golang.org/genai"

	"edusmart/core/model"
	"edusmart/core/story"
)

// rewriter puts the text of a story another way with one model.
type rewriter struct {
	c     *Client
	model string
}

const opRewrite = "rewrite text"

// Rewrite asks for all pages in one streamed answer. Of an answer at another
// reading level the pages that do not stand the checks stay as they were, and
// the notice says so; where that are most of them, and where a translation
// lacks a sentence, the answer is unusable.
func (w *rewriter) Rewrite(ctx context.Context, r model.Rewriting) (model.Rewritten, error) {
	a := newRewrite(r)
	if a.letters() == 0 {
		return model.Rewritten{}, model.Errorf(opRewrite, model.Input, "There is no text here to be put another way.", nil)
	}
	rules := "level_rules"
	if r.To != "" {
		rules = "translation_rules"
	}
	data := a.data()
	config, err := w.c.textConfig(opRewrite, w.model, prompt(rules, data), rewriteSchema())
	if err != nil {
		return model.Rewritten{}, err
	}
	contents := []*genai.Content{{Role: genai.RoleUser, Parts: []*genai.Part{genai.NewPartFromText(prompt("rewrite_task", data))}}}
	k := w.c.begin(ctx, opRewrite, story.Text, w.model)
	defer k.end()
	var last verdict
	var broken error
	err = k.stream(contents, config, func(resp *genai.GenerateContentResponse) bool {
		v := look(resp)
		last = last.with(v)
		_, broken = a.reader.Write([]byte(v.text))
		return broken == nil
	})
	if err != nil && !errors.Is(err, errEnough) && !a.reader.done {
		return model.Rewritten{}, err
	}
	a.unwrap()
	switch {
	case last.forbids():
		return model.Rewritten{}, k.verdict(last, "no pages")
	case broken != nil:
		return model.Rewritten{}, k.unusable("%v", broken)
	case !a.reader.done:
		return model.Rewritten{}, k.verdict(last, "the JSON is cut")
	}
	out, why := a.result()
	if why != "" {
		return model.Rewritten{}, k.unusable("%s", why)
	}
	out.Source, out.Tokens = source(w.model), k.tokens
	return out, nil
}

// rewriteData fills in the templates of a rewriting.
type rewriteData struct {
	Class            string
	WordsPerSentence int
	MostSentences    int
	Language, To     string
	Harder           bool
	Count            int
	Nonce, Title     string
	Pages            []rewritePageData
}

type rewritePageData struct {
	Title            string
	Sentences, Terms []string
}

func (a *rewrite) data() rewriteData {
	d := rewriteData{
		Class: class(a.asked.Grade), WordsPerSentence: wordsPerSentence(a.asked.Grade), MostSentences: mostSentencesPage,
		Language: tag(a.asked.Language), To: tag(a.asked.To), Harder: a.asked.Harder,
		Count: len(a.asked.Pages), Nonce: newNonce(), Title: clean(a.asked.Title, mostTitle),
	}
	for i, p := range a.asked.Pages {
		page := rewritePageData{Title: clean(p.Title, mostTitle)}
		for _, s := range p.Sentences {
			page.Sentences = append(page.Sentences, clean(s.Text, mostSentence))
		}
		for _, t := range a.termsOf(i) {
			page.Terms = append(page.Terms, clean(t, mostTerm))
		}
		d.Pages = append(d.Pages, page)
	}
	return d
}

// rewrite is an answer as it comes in.
type rewrite struct {
	asked   model.Rewriting
	reader  reader
	wrapped []byte
	pages   map[int]rawRewrite // by index; the first that comes stands
}

// rawRewrite is a page as it comes.
type rawRewrite struct {
	Page      looseInt           `json:"page"` // from 1
	Title     looseText          `json:"title"`
	Sentences []rawRewriteSaying `json:"sentences"`
}

type rawRewriteSaying struct {
	Text looseText `json:"text"`
	From looseInts `json:"from"` // from 1
}

func newRewrite(r model.Rewriting) *rewrite {
	a := &rewrite{asked: r, pages: map[int]rawRewrite{}}
	a.reader.field = func(_ string, raw []byte) {
		if len(raw) > 0 && raw[0] == '{' {
			a.wrapped = slices.Clone(raw)
		}
	}
	a.reader.element = a.element
	return a
}

// element takes a page.
func (a *rewrite) element(name string, raw []byte) {
	var p rawRewrite
	if name != "pages" || json.Unmarshal(raw, &p) != nil {
		return
	}
	at := int(p.Page) - 1
	if _, twice := a.pages[at]; !twice && at >= 0 && at < len(a.asked.Pages) {
		a.pages[at] = p
	}
}

// unwrap reads an object within the object, where a model has put the pages
// into one.
func (a *rewrite) unwrap() {
	if a.wrapped == nil || len(a.pages) > 0 {
		return
	}
	inner := reader{field: func(string, []byte) {}, element: a.element}
	_, _ = inner.Write(a.wrapped) // it is a part of what was read
}

// letters counts what there is to be rewritten.
func (a *rewrite) letters() int {
	n := 0
	for _, p := range a.asked.Pages {
		for _, s := range p.Sentences {
			n += utf8.RuneCountInString(s.Text)
		}
	}
	return n
}

// termsOf gives the key terms that page i has.
func (a *rewrite) termsOf(i int) []string {
	var all []string
	text := pageText(model.DraftPage{Sentences: a.asked.Pages[i].Sentences})
	for _, t := range a.asked.Terms {
		if t != "" && holds(text, t) {
			all = append(all, t)
		}
	}
	return all
}

// holds reports whether a text has a term in it, whatever its case.
func holds(text, term string) bool { return strings.Contains(fold(text).text, fold(term).text) }

// result judges the answer; why says what is wrong with it, "" for nothing.
func (a *rewrite) result() (out model.Rewritten, why string) {
	if a.asked.To != "" {
		return a.translation()
	}
	kept := 0
	for i, p := range a.asked.Pages {
		page, ok := a.levelled(i)
		if !ok && len(p.Sentences) > 0 {
			kept++
		}
		out.Pages = append(out.Pages, page)
	}
	switch {
	case 2*kept > len(a.asked.Pages):
		return out, "most pages are missing, too long or without their key terms"
	case kept > 0:
		out.Notice = sayKept(kept, len(a.asked.Pages))
	}
	return out, ""
}

// levelled gives page i as the answer has it, or as it was where that does not
// stand the checks.
func (a *rewrite) levelled(i int) (page model.RewritePage, ok bool) {
	was := a.asked.Pages[i]
	raw := a.pages[i]
	page.Title = cmp.Or(clean(string(raw.Title), mostTitle), was.Title)
	for _, s := range raw.Sentences {
		for _, text := range splitSentences(clean(string(s.Text), 10*mostSentence)) {
			if utf8.RuneCountInString(text) > mostSentence || !sayable(text) {
				return was, false
			}
			page.Sentences = append(page.Sentences, rests(text, was.Sentences, s.From, len(page.Sentences)))
		}
	}
	if n := len(page.Sentences); n == 0 || n > 2*mostSentencesPage {
		return was, false
	}
	text := pageText(model.DraftPage{Sentences: page.Sentences})
	for _, t := range a.termsOf(i) {
		if !holds(text, t) {
			return was, false
		}
	}
	return page, true
}

// sayable reports whether there is anything in a text to be said.
func sayable(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// rests gives a sentence that rests on what those it says again rest on: the
// first of them. Where the answer does not say which, it is the one that
// stands where the new one does.
func rests(text string, was []story.Sentence, from looseInts, at int) story.Sentence {
	out := story.Sentence{Text: text}
	if len(was) == 0 {
		return out
	}
	base := was[min(at, len(was)-1)]
	for _, n := range from {
		if n >= 1 && n <= len(was) {
			base = was[n-1]
			break
		}
	}
	out.SourcePage, out.Quote = base.SourcePage, base.Quote
	if base.Place != nil {
		place := *base.Place
		out.Place = &place
	}
	return out
}

func rewriteSchema() *genai.Schema {
	text := func(what string) *genai.Schema { return &genai.Schema{Type: genai.TypeString, Description: what} }
	number := func(what string) *genai.Schema { return &genai.Schema{Type: genai.TypeInteger, Description: what} }
	list := func(of *genai.Schema) *genai.Schema { return &genai.Schema{Type: genai.TypeArray, Items: of} }
	sentence := object([]field{{"text", text("one sentence")}, {"from", list(number("number of a sentence of the page that it says"))}})
	page := object([]field{{"page", number("number of the page")}, {"title", text("title of the page")}, {"sentences", list(sentence)}})
	return object([]field{{"pages", list(page)}})
}
