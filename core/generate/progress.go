package generate

import (
	"fmt"
	"time"

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
	Attempt int       // of a waiting cell: the number of the next attempt
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
	p := Progress{Phase: r.phase, Story: r.Story.Clone(), Rows: Rows(r.Story), Err: r.err}
	for t := range r.working {
		switch t.part {
		case story.Picture:
			p.Rows[t.page].Picture.State = CellWorking
		case story.Voice:
			p.Rows[t.page].Voice.State = CellWorking
		}
	}
	if r.phase == Writing {
		for i := range p.Rows {
			if p.Rows[i].Text.State == CellNext {
				p.Rows[i].Text.State = CellWorking
				break
			}
		}
	}
	p.count()
	p.Doing = r.doing(p.Rows)
	r.Report(p)
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
	if r.phase == Writing {
		return "Writing the story"
	}
	return "Finishing"
}
