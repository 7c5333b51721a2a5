package quiz

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"edusmart/core/export/content"
)

// What Kahoot's table takes, a little on the safe side of what it says.
const (
	kahootQuestion = 95 // characters
	kahootAnswer   = 60
	kahootOptions  = 4
)

// Kahoot writes the quiz as the workbook that Kahoot imports: a heading in row
// 8 and a question a row from there on. What is too long is cut, so that the
// options can still be told apart; of more than four options wrong ones are
// left out (see KahootNote). The explanations have no place in it.
func Kahoot(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress) error {
	all := items(c.Story)
	if len(all) == 0 {
		return noQuestions("write a Kahoot workbook")
	}
	s := &sheet{}
	s.row(2, "", content.OneLine(c.Story.Title))
	s.row(3, "", "Made with EduSmart. To use it, make a new kahoot, add a question, and import this spreadsheet.")
	s.row(8, "",
		fmt.Sprintf("Question - max %d characters", kahootQuestion),
		fmt.Sprintf("Answer 1 - max %d characters", kahootAnswer), fmt.Sprintf("Answer 2 - max %d characters", kahootAnswer),
		fmt.Sprintf("Answer 3 - max %d characters", kahootAnswer), fmt.Sprintf("Answer 4 - max %d characters", kahootAnswer),
		"Time limit (sec) - 5, 10, 20, 30, 60, 90, 120, or 240 secs", "Correct answer(s) - choose at least one")
	for i, it := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		s.row(9+i, kahootRow(i+1, it.atMost(kahootOptions))...)
		progress.Tell(i+1, len(all))
	}
	return s.write(w, c.Story.Created)
}

func kahootRow(number int, it item) []any {
	row := []any{number, shorten(content.OneLine(it.question), kahootQuestion)}
	lines := make([]string, len(it.options))
	for k, o := range it.options {
		lines[k] = content.OneLine(o)
	}
	options := shortenAll(lines, kahootAnswer)
	for k := range kahootOptions {
		if k < len(options) {
			row = append(row, options[k])
		} else {
			row = append(row, "")
		}
	}
	return append(row, it.seconds(20, 30, 60, 90, 120, 240), strconv.Itoa(it.right+1))
}

// sheet is a workbook of one sheet.
type sheet struct {
	rows    strings.Builder
	strings strings.Builder
	index   map[string]int
	used    int // cells with a text
}

// row adds a row, which lies below those that are there. Its cells are from
// column A on; a string "" is an empty one.
func (s *sheet) row(number int, cells ...any) {
	fmt.Fprintf(&s.rows, `<row r="%d">`, number)
	for i, v := range cells {
		at := fmt.Sprintf("%c%d", 'A'+i, number)
		switch v := v.(type) {
		case int:
			fmt.Fprintf(&s.rows, `<c r="%s"><v>%d</v></c>`, at, v)
		case string:
			if v != "" {
				fmt.Fprintf(&s.rows, `<c r="%s" t="s" s="1"><v>%d</v></c>`, at, s.shared(v))
			}
		}
	}
	s.rows.WriteString("</row>")
}

// shared gives the place of a text in the workbook's list of texts.
func (s *sheet) shared(text string) int {
	s.used++
	i, has := s.index[text]
	if !has {
		if s.index == nil {
			s.index = map[string]int{}
		}
		i = len(s.index)
		s.index[text] = i
		fmt.Fprintf(&s.strings, `<si><t xml:space="preserve">%s</t></si>`, content.XML(literal(text)))
	}
	return i
}

// literal keeps a text from being read as an escaped character: "_x0041_" in a
// workbook stands for "A" (ECMA-376, 22.9.2.19).
func literal(text string) string {
	return workbookEscape().ReplaceAllString(text, "_x005F_$1")
}
