package print

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"edusmart/core/export/content"
	"edusmart/core/story"
)

// WriteText writes the story as plain text, UTF-8 with a line to each
// paragraph: title, pages, glossary, questions and answers. Sentences with a
// counterpart in a second language stand on lines of their own, the
// counterpart below.
func WriteText(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress) error {
	p := plain{out: bufio.NewWriter(w), words: wordsFor(c.Story.Language)}
	s := c.Story
	p.heading(titleOf(s), '=')
	for i := range s.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.page(s, i)
		progress.Tell(i+1, len(s.Pages))
	}
	if len(s.Glossary) > 0 {
		p.heading(p.words.Glossary, '-')
		for _, t := range s.Glossary {
			p.line(t.Term + " – " + t.Definition)
		}
	}
	if len(s.Quiz) > 0 {
		p.quiz(s)
	}
	return p.out.Flush()
}

// plain writes lines. The writer keeps its first error for Flush.
type plain struct {
	out   *bufio.Writer
	words words
	begun bool
}

// line writes a text as one line: whatever would end the line is a space.
func (p *plain) line(text string) {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, text)
	_, _ = p.out.WriteString(strings.TrimRight(text, " ") + "\n")
}

// heading writes a heading with a line under it, apart from what is above.
func (p *plain) heading(text string, under rune) {
	const widest = 72
	if p.begun {
		p.line("")
	}
	p.begun = true
	p.line(text)
	p.line(strings.Repeat(string(under), min(max(utf8.RuneCountInString(text), 3), widest)))
	p.line("")
}

func (p *plain) page(s *story.Story, i int) {
	page := &s.Pages[i]
	title := fmt.Sprintf(p.words.page, i+1)
	if t := strings.TrimSpace(page.Title); t != "" {
		title = fmt.Sprintf("%d  %s", i+1, t)
	}
	p.heading(title, '-')
	if s.Also == "" {
		p.line(page.Text())
	} else {
		for _, sentence := range page.Sentences {
			p.line(sentence.Text)
			if sentence.Also != "" {
				p.line(sentence.Also)
			}
		}
	}
	for _, stop := range page.Stops {
		p.line("")
		p.line("? " + stop.Question)
	}
}

func (p *plain) quiz(s *story.Story) {
	p.heading(p.words.Questions, '-')
	for i, q := range s.Quiz {
		if i > 0 {
			p.line("")
		}
		p.line(fmt.Sprintf("%d. %s", i+1, q.Question))
		for k, option := range q.Options {
			p.line(fmt.Sprintf("   %s  %s", optionLetter(k), option))
		}
	}
	p.heading(p.words.Answers, '-')
	for i, q := range s.Quiz {
		p.line(fmt.Sprintf("%d. %s  %s", i+1, optionLetter(q.Answer), q.Options[q.Answer]))
		if q.Explanation != "" {
			p.line("   " + q.Explanation)
		}
	}
}
