package quiz

import (
	"context"
	"fmt"
	"io"
	"strings"

	"edusmart/core/export/content"
	"edusmart/core/model"
)

// Anki writes the quiz and the glossary as a text file that Anki imports: a
// note a line, its front and its back parted by a tab, in HTML.
func Anki(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress) error {
	s := c.Story
	all := items(s)
	if len(all)+len(s.Glossary) == 0 {
		return model.Errorf("write Anki notes", model.Input, "This story has no questions and no glossary. Write some first, or choose another form.", nil)
	}
	deck := strings.ReplaceAll(content.OneLine(s.Title), "::", ":") // "::" would begin a deck within the deck
	var b strings.Builder
	fmt.Fprintf(&b, "#separator:Tab\n#html:true\n#deck:%s\n", deck)
	side := func(html string) string {
		dir := ""
		if content.RightToLeft(s.Language) {
			dir = " dir=rtl"
		}
		return fmt.Sprintf("<div lang=%s%s>%s</div>", attribute(s.Language), dir, html)
	}
	for i, it := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		front := ankiHTML(it.question) + "<ol type=A>"
		for _, o := range it.options {
			front += "<li>" + ankiHTML(o) + "</li>"
		}
		back := fmt.Sprintf("<b>%c. %s</b>", 'A'+it.right, ankiHTML(it.options[it.right]))
		if it.why != "" {
			back += "<br>" + ankiHTML(it.why)
		}
		b.WriteString(side(front+"</ol>") + "\t" + side(back) + "\n")
		progress.Tell(i+1, len(all)+len(s.Glossary))
	}
	for i, t := range s.Glossary {
		if strings.TrimSpace(t.Term) != "" && strings.TrimSpace(t.Definition) != "" {
			b.WriteString(side("<b>"+ankiHTML(t.Term)+"</b>") + "\t" + side(ankiHTML(t.Definition)) + "\n")
		}
		progress.Tell(len(all)+i+1, len(all)+len(s.Glossary))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// ankiHTML gives a text in one field of one line. Anki would read "{{c1::…}}"
// as a gap and "[sound:…]" as a file, were they not escaped.
func ankiHTML(text string) string {
	text = content.XML(strings.TrimSpace(text))
	return strings.NewReplacer("\n", "<br>", "\t", " ", "{", "&#123;", "[", "&#91;").Replace(text)
}

// attribute keeps of a language tag what can stand without quotes, which would
// be taken for those of a field.
func attribute(tag string) string {
	tag = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, tag)
	if tag == "" {
		return "und"
	}
	return tag
}
