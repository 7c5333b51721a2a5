package quiz

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"edusmart/core/export/content"
	"edusmart/core/lazyregexp"
)

// csvOptions is how many options Wayground's table has room for.
const csvOptions = 5

var signedNumber = lazyregexp.New(`^[+-]?[0-9]+([.,][0-9]+)*%?$`)

// cell guards a text against being taken for a formula by the spreadsheet that
// the file may be opened with: a space goes before it, which Wayground does
// not show. A number with its sign is no formula.
func cell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t|＝＋－＠", []rune(text)[0]) && !signedNumber().MatchString(text) {
		return " " + text
	}
	return text
}

// CSV writes the quiz as the table that Wayground imports. Of more options than
// it has room for wrong ones are left out (see CSVNote).
func CSV(ctx context.Context, c *content.Content, w io.Writer, progress content.Progress) error {
	all := items(c.Story)
	if len(all) == 0 {
		return noQuestions("write CSV")
	}
	table := csv.NewWriter(w)
	head := []string{"Question Text", "Question Type", "Option 1", "Option 2", "Option 3", "Option 4", "Option 5", "Correct Answer", "Time in seconds", "Image Link", "Answer explanation"}
	if err := table.Write(head); err != nil {
		return err
	}
	for i, it := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		it = it.atMost(csvOptions)
		row := []string{cell(it.question), "Multiple Choice"}
		for k := range csvOptions {
			option := ""
			if k < len(it.options) {
				option = cell(it.options[k])
			}
			row = append(row, option)
		}
		row = append(row, strconv.Itoa(it.right+1), strconv.Itoa(it.seconds(20, 30, 45, 60, 120)), "", cell(it.why))
		if err := table.Write(row); err != nil {
			return err
		}
		progress.Tell(i+1, len(all))
	}
	table.Flush()
	return table.Error()
}
