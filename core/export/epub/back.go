package epub

import (
	"context"
	"fmt"
	"strings"
	"time"

	"edusmart/core/export/content"
	"edusmart/core/speech"
)

// list is a part of the book after the story: its questions, their answers or
// its glossary.
type list struct {
	file, title, kind string
	definitions       bool // its entries are those of a dl
	entries           []entry
}

// entry is a part of a list that stays together.
type entry struct {
	id, xhtml string
	lines     []string // what is seen of it, line by line
}

// addBack adds the glossary, the questions and, last, the answers.
func (b *book) addBack(ctx context.Context) error {
	for _, l := range []list{b.glossary(), b.questions(), b.answers()} {
		if len(l.entries) == 0 {
			continue
		}
		docs, err := b.layout.list(ctx, b, l)
		if err != nil {
			return err
		}
		b.add(docs)
	}
	return nil
}

func (b *book) glossary() list {
	l := list{file: "glossary", title: b.words.Glossary, kind: "backmatter glossary", definitions: true}
	for _, t := range b.Story.Glossary {
		term, definition := content.OneLine(t.Term), content.OneLine(t.Definition)
		if term == "" || definition == "" {
			continue
		}
		id := fmt.Sprintf("term%d", len(l.entries)+1)
		l.entries = append(l.entries, entry{id: id, lines: []string{term, definition}, xhtml: fmt.Sprintf(
			`<div class="entry" id="%s"><dt>%s</dt><dd>%s</dd></div>`, id, content.XML(term), content.XML(definition))})
	}
	return l
}

func (b *book) questions() list {
	l := list{file: "questions", title: b.words.Questions, kind: "backmatter"}
	for i, q := range b.Story.Quiz {
		e := entry{id: fmt.Sprintf("question%d", i+1), lines: []string{content.OneLine(q.Question)}}
		e.xhtml = fmt.Sprintf(`<div class="entry" id="%s"><p class="question">%d. %s</p><ul class="options">`, e.id, i+1, content.XML(e.lines[0]))
		for _, o := range q.Options {
			o = content.OneLine(o)
			e.lines = append(e.lines, o)
			e.xhtml += `<li>` + content.XML(o) + `</li>`
		}
		e.xhtml += `</ul></div>`
		l.entries = append(l.entries, e)
	}
	return l
}

func (b *book) answers() list {
	l := list{file: "answers", title: b.words.Answers, kind: "backmatter"}
	for i, q := range b.Story.Quiz {
		question, right, why := content.OneLine(q.Question), content.OneLine(q.Options[q.Answer]), content.OneLine(q.Explanation)
		e := entry{id: fmt.Sprintf("answer%d", i+1), lines: []string{question, right}}
		e.xhtml = fmt.Sprintf(`<div class="entry" id="%s"><p class="question">%d. %s</p><p class="right">%s</p>`, e.id, i+1, content.XML(question), content.XML(right))
		if why != "" {
			e.lines = append(e.lines, why)
			e.xhtml += `<p class="why">` + content.XML(why) + `</p>`
		}
		e.xhtml += `</div>`
		l.entries = append(l.entries, e)
	}
	return l
}

// document begins document number part (from 0) of the list.
func (l list) document(part int) document {
	d := document{file: l.file, title: l.title, nav: part == 0, kind: l.kind, class: "list"}
	if part > 0 {
		d.file += fmt.Sprintf("-%d", part+1)
	}
	return d
}

// wrap sets the entries of a document under the list's title.
func (l list) wrap(entries string) string {
	if l.definitions {
		entries = "<dl>\n" + entries + "</dl>\n"
	}
	return `<section aria-labelledby="title">` + "\n" + `<h1 id="title">` + content.XML(l.title) + "</h1>\n" + entries + "</section>"
}

// longestSilence bounds the overlay of a document that nobody speaks.
const longestSilence = 10 * time.Minute

// reading lights entries for as long as it takes to read each.
func (b *book) reading(entries []entry) []group {
	g := unread("title")
	at := g.pars[0].end
	for _, e := range entries {
		end := at + speech.ReadingTime(strings.Join(e.lines, "\n"), b.Story.Language, b.Story.Grade).Truncate(time.Millisecond)
		if end > longestSilence {
			break
		}
		g.pars = append(g.pars, par{e.id, silentFile, at, end})
		at = end
	}
	return []group{g}
}

// unread lights one element for a moment, over silence.
func unread(id string) group {
	return group{pars: []par{{id, silentFile, 0, 2 * time.Second}}}
}
