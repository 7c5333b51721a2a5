package quiz

import (
	"context"
	"fmt"
	"io"
	"strings"

	"edusmart/core/export/content"
)

// giftEscapes are the characters that mean something in GIFT.
var giftEscapes = strings.NewReplacer(`\`, `\\`, "#", `\#`, "=", `\=`, "~", `\~`, "{", `\{`, "}", `\}`, ":", `\:`, "\n", `\n`, "\t", " ")

// gift gives a text within a question. One that would be taken for the name
// of a format or for a weight is named as plain text.
func gift(text string) string {
	if strings.HasPrefix(text, "[") || strings.HasPrefix(text, "%") {
		return "[plain]" + giftEscapes.Replace(text)
	}
	return giftEscapes.Replace(text)
}

// GIFT writes the quiz in Moodle's text format, in UTF-8. The explanation is
// the general feedback, which is shown after any answer.
func GIFT(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress) error {
	all := items(c.Story)
	if len(all) == 0 {
		return noQuestions("write GIFT")
	}
	var b strings.Builder
	for i, it := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		fmt.Fprintf(&b, "::%s::[plain]%s {\n", gift(fmt.Sprintf("%s %02d", content.OneLine(c.Story.Title), i+1)), giftEscapes.Replace(it.question))
		for k, o := range it.options {
			sign := "~"
			if k == it.right {
				sign = "="
			}
			fmt.Fprintf(&b, "%s%s\n", sign, gift(o))
		}
		if it.why != "" {
			fmt.Fprintf(&b, "####%s\n", gift(it.why))
		}
		b.WriteString("}\n\n")
		progress.Tell(i+1, len(all))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
