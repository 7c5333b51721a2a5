package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// partNames are the parts of a page in the board's order.
var partNames = [3]story.PartKind{story.Text, story.Picture, story.Voice}

// boardRows turns the job's rows into what the board shows.
func boardRows(rows []core.Row) []widget.ReadinessRow {
	board := make([]widget.ReadinessRow, len(rows))
	for i, r := range rows {
		for part, cell := range [3]core.Cell{r.Text, r.Picture, r.Voice} {
			board[i][part] = boardCell(partNames[part], cell)
		}
	}
	return board
}

func boardCell(part story.PartKind, c core.Cell) widget.PartCell {
	out := widget.PartCell{Until: c.Until, Attempt: c.Attempt, Of: c.Of, Why: c.Reason}
	switch c.State {
	case core.CellWorking:
		out.State, out.Word = widget.PartWorking, workWord(part)
	case core.CellWaiting:
		out.State = widget.PartWaiting
	case core.CellReady:
		out.State, out.Word = widget.PartReady, "Ready"
		if c.Source == "document" && part == story.Picture {
			out.State, out.Word = widget.PartHere, "From the file"
		}
	case core.CellFallback:
		out.State, out.Word = widget.PartHere, "Computer"
	case core.CellFailed:
		out.State, out.Word = widget.PartFailed, "Retry"
	case core.CellSkipped:
		out.State, out.Word = widget.PartSkipped, "No "+string(part)
	default:
		out.State, out.Word = widget.PartNext, "Next"
	}
	return out
}

// workWord says what is being done for a part.
func workWord(part story.PartKind) string {
	switch part {
	case story.Picture:
		return "Drawing"
	case story.Voice:
		return "Speaking"
	default:
		return "Writing"
	}
}

// storyLine is the line under the title: "Grade 5 · English · 8 pages".
func storyLine(s core.StoryState, narrow bool) string {
	if s.Story == nil {
		return ""
	}
	parts := []string{gradeName(s.Story.Grade)}
	if !narrow {
		parts = append(parts, languageName(s.Story.Language))
	}
	if n := len(s.Story.Pages); n > 0 {
		parts = append(parts, counted(n, "page"))
	}
	return strings.Join(parts, " · ")
}

// partsLine is what stands right of the progress bar: "17 of 24 parts, about 1
// min 40 s left".
func partsLine(j *core.Job) string {
	if j == nil || j.Total == 0 {
		return ""
	}
	line := fmt.Sprintf("%d of %d parts", j.Done, j.Total)
	if left := leftWords(j.Left); left != "" && !j.Paused {
		line += ", " + left
	}
	return line
}

// doingLine says what is being done.
func doingLine(j *core.Job) string {
	if j.Paused {
		return "Paused. What was begun is finished, nothing new is."
	}
	return j.Doing
}

// endLine says how a story stands when no job is at work on it.
func endLine(s core.StoryState) string {
	if s.Story == nil {
		return ""
	}
	texts, pictures, voices := s.Story.Gaps()
	gaps := texts + pictures + voices
	switch {
	case canResume(s):
		return "This story is not finished. Resume goes on where it stopped."
	case gaps == 0:
		return "Your story is ready. All of it is saved on this computer."
	case gaps == 1:
		return "Your story is ready, with 1 gap." + gapLine(s)
	default:
		return fmt.Sprintf("Your story is ready, with %d gaps.", gaps) + gapLine(s)
	}
}

// gapLine names what is missing where one sentence can.
func gapLine(s core.StoryState) string {
	missing := slices.DeleteFunc(findGaps(s.Board()), func(g gap) bool { return g.state == core.CellFallback })
	switch len(missing) {
	case 0:
		return ""
	case 1:
		return " " + missing[0].missing()
	default:
		return " They are listed on the right."
	}
}

// canResume reports whether a story's making ended before its end.
func canResume(s core.StoryState) bool {
	if s.Job.Active() || s.Story == nil {
		return false
	}
	return s.Story.Status == story.Making || s.Job != nil && (s.Job.Phase == core.Stopped || s.Job.Phase == core.Broken)
}

// sourceLine says which document a story was made from.
func sourceLine(s *story.Story) string {
	line := s.Source.Name
	if line == "" {
		return ""
	}
	from, to := s.Options.From, s.Options.To
	if from > 0 && to >= from && (from > 1 || to < s.Source.Pages) {
		if from == to {
			return fmt.Sprintf("%s, page %d", line, from)
		}
		return fmt.Sprintf("%s, pages %d to %d", line, from, to)
	}
	if s.Source.Pages > 1 {
		line += ", " + counted(s.Source.Pages, "page")
	}
	return line
}

// lengthWords gives a time as people say it: "45 seconds", "2 minutes 10
// seconds".
func lengthWords(seconds float64) string {
	whole := int(seconds + 0.5)
	switch minutes, rest := whole/60, whole%60; {
	case minutes == 0:
		return counted(rest, "second")
	case rest == 0 || minutes >= 10:
		return counted(minutes, "minute")
	default:
		return counted(minutes, "minute") + " " + counted(rest, "second")
	}
}

// sentenceStarts gives when each sentence of a page is heard, from the words'
// times; where the voice gave none, by the length of the sentences.
func sentenceStarts(p *story.Page) []time.Duration {
	starts := make([]time.Duration, len(p.Sentences))
	if len(p.Words) == 0 {
		return startsByLength(p, starts)
	}
	for i := range starts {
		starts[i] = -1
	}
	for _, w := range p.Words {
		if w.Sentence < len(starts) && starts[w.Sentence] < 0 {
			starts[w.Sentence] = seconds(w.Start)
		}
	}
	var last time.Duration
	for i, s := range starts {
		if i > 0 {
			last = max(last, s)
		}
		starts[i] = last
	}
	return starts
}

func startsByLength(p *story.Page, starts []time.Duration) []time.Duration {
	total := 0
	for _, s := range p.Sentences {
		total += len(s.Text)
	}
	before := 0
	for i, s := range p.Sentences {
		if total > 0 {
			starts[i] = seconds(p.Seconds * float64(before) / float64(total))
		}
		before += len(s.Text)
	}
	return starts
}

func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }
