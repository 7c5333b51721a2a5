package generate

import (
	"fmt"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// Phase is the stage of a job.
type Phase string

// The phases of a job. Finished, Stopped and Broken are its ends.
const (
	Reading     Phase = "reading"
	Writing     Phase = "writing"
	MakingPages Phase = "pages"
	Finished    Phase = "done"
	Stopped     Phase = "stopped"
	Broken      Phase = "failed"
)

// Progress is an immutable snapshot of a job.
type Progress struct {
	Phase Phase
	Doing string       // "Drawing page 6", for the teacher
	Story *story.Story // as committed
	Rows  []Row        // one a page
	Done  int          // parts ended
	Total int          // parts in all; 0 while the pages are not known
	Err   error        // of a Broken or Stopped job
	// Attempt is what this report tells of a call that failed or is held; nil:
	// it tells of something else.
	Attempt *Attempt
	Paused  bool
	Left    time.Duration // how much longer it may take; 0: not known
	Asking  bool          // a call has been told to wait: a service is asked
}

// Attempt is an attempt at one part that failed, or a call that is held.
type Attempt struct {
	Page int // from 0; -1: the whole text
	Part story.PartKind
	model.Attempt
}

// Row is one row of the readiness board: the parts of one page.
type Row struct {
	Title                string
	Text, Picture, Voice Cell
}

// Cell is the live state of one part of one page.
type Cell struct {
	State   CellState
	Source  string    // as story.Part.Source
	Reason  string    // one sentence, for waiting, failed and skipped
	Until   time.Time // of a waiting cell: when the next attempt starts
	Attempt int       // of a waiting cell: the number of the next attempt; of a failed one: how many were made
	Of      int       // attempts in all
}

// CellState is the live state of a part.
type CellState string

// The live states of a part.
const (
	CellNext     CellState = "next" // not begun
	CellWorking  CellState = "working"
	CellWaiting  CellState = "waiting" // until Cell.Until
	CellReady    CellState = "ready"
	CellFallback CellState = "fallback" // made on this computer instead
	CellFailed   CellState = "failed"
	CellSkipped  CellState = "skipped"
)

// Rows gives the readiness board of a story at rest.
func Rows(s *story.Story) []Row {
	rows := make([]Row, len(s.Pages))
	for i, p := range s.Pages {
		rows[i] = Row{Title: p.Title, Text: cellOf(p.Parts.Text), Picture: cellOf(p.Parts.Picture), Voice: cellOf(p.Parts.Voice)}
	}
	return rows
}

func cellOf(p story.Part) Cell {
	states := map[story.PartState]CellState{
		story.Ready: CellReady, story.Fallback: CellFallback, story.Failed: CellFailed, story.Skipped: CellSkipped,
	}
	c := Cell{Source: p.Source, Reason: p.Reason, State: CellNext}
	if state, ok := states[p.State]; ok {
		c.State = state
	}
	if p.Attempts > 0 {
		c.Attempt, c.Of = p.Attempts, model.Attempts
	}
	return c
}

// Resting gives the progress of a finished story.
func Resting(s *story.Story) Progress {
	p := Progress{Phase: Finished, Doing: "Ready", Story: s.Clone(), Rows: Rows(s)}
	p.count()
	return p
}

// count fills in Done and Total.
func (p *Progress) count() {
	for _, row := range p.Rows {
		for _, c := range []Cell{row.Text, row.Picture, row.Voice} {
			p.Total++
			if c.State.Ended() {
				p.Done++
			}
		}
	}
}

// Ended reports whether nothing more is being done for the part.
func (c CellState) Ended() bool {
	return c == CellReady || c == CellFallback || c == CellFailed || c == CellSkipped
}

// report tells of the job as it stands.
func (r *run) report() {
	p := Progress{
		Phase: r.phase, Story: r.Story.Clone(), Rows: Rows(r.Story), Err: r.err,
		Attempt: r.last, Paused: r.gate.state() != nil,
	}
	r.last = nil
	if r.phase == Writing {
		for len(p.Rows) < r.Story.Options.Pages {
			p.Rows = append(p.Rows, Row{
				Text: Cell{State: CellNext}, Picture: Cell{State: CellNext}, Voice: Cell{State: CellNext},
			})
		}
	}
	for t, c := range r.working {
		if cell := cellAt(p.Rows, t); cell != nil {
			*cell = c.cell()
			p.Asking = p.Asking || cell.State == CellWaiting
		}
	}
	p.count()
	p.Doing = r.doing(p.Rows)
	p.Left = r.left(p)
	r.Report(p)
}

// cellAt gives the cell of a task; the whole text's is the first that is not
// written yet. nil: there is none.
func cellAt(rows []Row, t task) *Cell {
	if t == theText {
		for i := range rows {
			if rows[i].Text.State == CellNext {
				return &rows[i].Text
			}
		}
		return nil
	}
	switch t.part {
	case story.Picture:
		return &rows[t.page].Picture
	case story.Voice:
		return &rows[t.page].Voice
	}
	return nil
}

// cell shows a call: waiting until its next attempt, or at work.
func (c *call) cell() Cell {
	if w := c.wait; w != nil && w.Next.After(time.Now()) {
		return Cell{State: CellWaiting, Reason: model.Sentence(w.Err), Until: w.Next, Attempt: w.N + 1, Of: w.Of}
	}
	return Cell{State: CellWorking}
}

// pace is how fast parts end.
type pace struct {
	first time.Time // when the first ended
	count int
}

func (p *pace) ended(at time.Time) {
	if p.count == 0 {
		p.first = at
	}
	p.count++
}

// left estimates how much longer the job takes: what is left at the pace of
// the parts that ended in this run, and no less than the longest wait.
func (r *run) left(p Progress) time.Duration {
	const few = 3 // parts that say nothing of a pace yet
	if r.phase != MakingPages && r.phase != Writing || r.pace.count < few || p.Total == 0 {
		return 0
	}
	each := time.Since(r.pace.first) / time.Duration(r.pace.count-1)
	left := each * time.Duration(p.Total-p.Done)
	for _, c := range r.working {
		if c.wait != nil {
			left = max(left, time.Until(c.wait.Next))
		}
	}
	return left
}

// doing names the earliest thing that is being done.
func (r *run) doing(rows []Row) string {
	switch r.phase {
	case Reading:
		return "Reading the document"
	case Finished:
		return "Ready"
	case Stopped:
		return "Stopped"
	case Broken:
		return "Not made"
	}
	for i, row := range rows {
		switch {
		case row.Picture.State == CellWorking:
			return fmt.Sprintf("Drawing page %d", i+1)
		case row.Voice.State == CellWorking:
			return fmt.Sprintf("Speaking page %d", i+1)
		case row.Text.State == CellWorking:
			return fmt.Sprintf("Writing page %d", i+1)
		}
	}
	switch {
	case r.gate.state() != nil:
		return "Paused"
	case r.phase == Writing:
		return "Writing the story"
	case len(r.working) > 0:
		return "Waiting"
	}
	return "Finishing"
}
