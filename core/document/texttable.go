package document

import (
	"strings"

	"edusmart/core/lazyregexp"
)

var (
	ruledLine = lazyregexp.New(`^[|+:]?(?:[-=]{2,}[ +|:]+)+[-=]*[|+:]?$`)
	wideGap   = lazyregexp.New(`\t+ *| {2,}`)
)

// tableRows reads lines that are set as a table: below a ruled line, between
// bars, or with tabs in every line. It gives nil where they are none.
func tableRows(lines []textLine) [][]string {
	if len(lines) < 2 {
		return nil
	}
	ruled, bars, tabs := false, 0, 0
	for _, l := range lines {
		switch {
		case ruledLine().MatchString(l.raw):
			ruled = true
		case strings.Count(l.raw, "|") > 0:
			bars++
		}
		if strings.Contains(strings.TrimSpace(l.raw), "\t") {
			tabs++
		}
	}
	if kind, _, _ := splitMarker(lines[0].text); kind != noMarker && !ruled {
		return nil
	}
	switch {
	case bars >= 2 && bars >= len(lines)-1:
		return splitRows(lines, func(s string) []string { return strings.Split(strings.Trim(s, "|"), "|") })
	case ruled, tabs == len(lines):
		return splitRows(lines, func(s string) []string { return wideGap().Split(s, maxColumns) })
	}
	return nil
}

// splitRows splits every line that is no rule into its cells. A line that is
// not split at all shows that this is no table.
func splitRows(lines []textLine, split func(string) []string) [][]string {
	var rows [][]string
	for _, l := range lines {
		if ruledLine().MatchString(l.raw) || isRule(l.raw) || strings.Trim(l.raw, "+-=|: ") == "" {
			continue
		}
		cells := split(l.raw)
		if len(cells) < 2 {
			return nil
		}
		rows = append(rows, cells[:min(len(cells), maxColumns)])
	}
	if len(rows) < 2 {
		return nil
	}
	return rows
}
