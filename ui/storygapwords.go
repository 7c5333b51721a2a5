package ui

import (
	"fmt"
	"slices"
	"time"

	"edusmart/core"
	"edusmart/core/story"
	"edusmart/ui/widget"
)

// gap is something that asks for the teacher's attention: one part, missing
// or waiting, of one page or of several for the same reason.
type gap struct {
	part    story.PartKind
	state   core.CellState
	pages   []int // from 0
	of      int   // pages of the story
	reason  string
	until   time.Time
	attempt int
	tries   int

	rest    time.Time // of a failed part: until when its model takes no calls
	service bool      // the part can be asked of the service
}

// findGaps collects what waits, failed, was left out, or was made here for a
// reason, in this order, and pages with the same trouble together.
func findGaps(rows []core.Row) []gap {
	var gaps []gap
	for page, r := range rows {
		for i, c := range [3]core.Cell{r.Text, r.Picture, r.Voice} {
			if !asks(c) {
				continue
			}
			g := gap{
				part: partNames[i], state: c.State, pages: []int{page}, of: len(rows),
				reason: c.Reason, until: c.Until, attempt: c.Attempt, tries: c.Of,
			}
			at := slices.IndexFunc(gaps, g.sameTrouble)
			if at < 0 {
				gaps = append(gaps, g)
				continue
			}
			gaps[at].pages = append(gaps[at].pages, page)
		}
	}
	weight := map[core.CellState]int{core.CellWaiting: 0, core.CellFailed: 1, core.CellSkipped: 2, core.CellFallback: 3}
	slices.SortStableFunc(gaps, func(a, b gap) int { return weight[a.state] - weight[b.state] })
	return gaps
}

// asks reports whether a part asks for attention.
func asks(c core.Cell) bool {
	switch c.State {
	case core.CellFailed, core.CellSkipped, core.CellWaiting:
		return true
	case core.CellFallback:
		return c.Reason != ""
	}
	return false
}

// sameTrouble reports whether two gaps are told in one sentence. What waits is
// told page by page, since each has its own clock.
func (g gap) sameTrouble(o gap) bool {
	return g.state != core.CellWaiting && g.part == o.part && g.state == o.state && g.reason == o.reason
}

// title is the gap's first line: "Page 7, voice: failed". A short one leaves
// out the part where the line would not fit.
func (g gap) title(short bool) string {
	switch g.state {
	case core.CellWaiting:
		next := g.next()
		if short {
			return g.where() + ": " + next
		}
		return fmt.Sprintf("%s, %s: %s", g.where(), g.part, next)
	case core.CellFailed:
		after := ""
		if g.attempt > 0 && g.tries > 0 {
			after = " after " + counted(g.attempt, "attempt")
		}
		return fmt.Sprintf("%s, %s: failed%s", g.where(), g.part, after)
	case core.CellFallback:
		if short {
			return fmt.Sprintf("%s: %s", g.where(), madeHereWords(g.part))
		}
		return fmt.Sprintf("%s, %s: made on this computer", g.where(), g.part)
	default:
		return fmt.Sprintf("%s, %s: left out", g.where(), g.part)
	}
}

// madeHereWords says in two words that a part was made on this computer.
func madeHereWords(part story.PartKind) string {
	switch part {
	case story.Picture:
		return "drawn here"
	case story.Voice:
		return "spoken here"
	}
	return "written here"
}

// next says which attempt comes, and when.
func (g gap) next() string {
	what := "goes on"
	if g.tries > 0 {
		what = fmt.Sprintf("attempt %d of %d", g.attempt, g.tries)
	}
	if left := time.Until(g.until); left > restLong {
		return what + " " + untilWords(g.until, time.Now())
	}
	return fmt.Sprintf("%s in %d s", what, widget.SecondsLeft(g.until))
}

// missing says what the pages have not: "Page 7 has no voice."
func (g gap) missing() string {
	switch {
	case len(g.pages) == g.of && g.of > 1:
		return "No page has a " + string(g.part) + "."
	case len(g.pages) == 1:
		return fmt.Sprintf("%s has no %s.", g.where(), g.part)
	default:
		return fmt.Sprintf("%s have no %s.", g.where(), g.part)
	}
}

// here is the verb for making the part on this computer.
func (g gap) here() string {
	switch g.part {
	case story.Picture:
		return "Draw it here"
	case story.Voice:
		return "Speak it here"
	default:
		return "Write it here"
	}
}

// id tells one gap from another, whatever its clock says.
func (g gap) id() string { return fmt.Sprint(g.part, g.state, g.pages, g.reason) }

func (g gap) where() string {
	n := len(g.pages)
	if n == g.of && n > 1 {
		return "Every page"
	}
	switch n {
	case 1:
		return fmt.Sprintf("Page %d", g.pages[0]+1)
	case 2:
		return fmt.Sprintf("Pages %d and %d", g.pages[0]+1, g.pages[1]+1)
	case 3:
		return fmt.Sprintf("Pages %d, %d and %d", g.pages[0]+1, g.pages[1]+1, g.pages[2]+1)
	default:
		return fmt.Sprintf("%d pages", n)
	}
}

// body is the gap's second line.
func (g gap) body() string {
	switch {
	case g.reason != "":
		return g.reason
	case g.state == core.CellWaiting:
		return "The other pages go on."
	case g.state == core.CellFallback:
		return "The story is whole."
	case g.part == story.Voice:
		return "The page is shown as text and turns by reading time."
	case g.part == story.Picture:
		return "The page is shown with its text only."
	default:
		return "The page stays empty until its text is made."
	}
}
