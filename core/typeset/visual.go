package typeset

// LineRun is a stretch of a line that reads in one direction; its Text is in the
// order in which it is read.
type LineRun struct {
	Text        string
	RightToLeft bool
}

// VisualRuns cuts a line into runs of one direction and gives them from left
// to right, for whoever draws lines run by run (UAX 9, rule L2). The line's
// own direction is that of its first strong letter.
func VisualRuns(line string) []LineRun {
	text := []rune(line)
	base, _, _ := baseLevel(text)
	levels := bidiLevels(text, base)
	var runs []LineRun
	var runLevels []uint8
	for start, i := 0, 1; start < len(text); i++ {
		if i < len(text) && levels[i] == levels[start] {
			continue
		}
		runs = append(runs, LineRun{string(text[start:i]), levels[start]%2 == 1})
		runLevels = append(runLevels, levels[start])
		start = i
	}
	ordered := make([]LineRun, len(runs))
	for i, from := range visualOrder(runLevels) {
		ordered[i] = runs[from]
	}
	return ordered
}
