package core

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"edusmart/core/model"
)

// DrillState is the no-network drill that runs, or ran last: the network is
// blocked, and stories are opened, decoded, played and exported.
type DrillState struct {
	Number  int // of the check, since the start: see Drill
	Running bool
	Started time.Time    // zero: there was none yet
	Ended   time.Time    // zero while it runs
	Stories []DrillStory // in the order in which they are checked
	Share   float64      // of the whole that is done, 0 to 1
	// Refused is how often something asked for the network and was stopped. The
	// stories themselves never ask.
	Refused  int
	Canceled bool
	Why      string // one sentence: why it was stopped, where the teacher did not ask for it; ""
	Err      string // one sentence: why nothing could be checked; ""
}

func (DrillState) topic() string { return "drill" }

// Counts gives how many stories were found ready, and how many are lacking.
func (d DrillState) Counts() (ready, lacking int) {
	for i := range d.Stories {
		switch d.Stories[i].Stage {
		case DrillReady:
			ready++
		case DrillLacking:
			lacking++
		}
	}
	return ready, lacking
}

// WorstFirst gives the stories, those that lack the most first.
func (d DrillState) WorstFirst() []DrillStory {
	stories := slices.Clone(d.Stories)
	slices.SortStableFunc(stories, func(x, y DrillStory) int { return y.lacks() - x.lacks() })
	return stories
}

// DrillStage tells how far the check of a story has come.
type DrillStage string

// The stages of a story's check.
const (
	DrillWaiting  DrillStage = "waiting"
	DrillChecking DrillStage = "checking"
	DrillReady    DrillStage = "ready"
	DrillLacking  DrillStage = "lacking"
	DrillStopped  DrillStage = "stopped" // it was not checked to its end
)

// DrillStory is what the check found of a story.
type DrillStory struct {
	ID, Title string
	Stage     DrillStage
	Doing     string // "Playing page 3", of one that is being checked
	Findings  []DrillFinding
	Pages     int           // played to their end
	Words     int           // lit
	Pictures  int           // decoded
	Sounds    int           // decoded
	Files     int           // exported
	Played    time.Duration // of narration, at speed 1
}

// lacks counts the findings that stand in the way.
func (s *DrillStory) lacks() int {
	n := 0
	for _, f := range s.Findings {
		if !f.Note {
			n++
		}
	}
	return n
}

// DrillFinding is something that is missing from a story.
type DrillFinding struct {
	Page int    // from 1; 0: it is about the whole story
	Part string // "text", "picture", "voice", "document", "file" or "story"
	Say  string // what is missing and what to do about it
	Note bool   // good to know; the story is ready all the same
}

// drill is the work on a check.
type drill struct {
	state  DrillState
	cancel context.CancelFunc
	done   chan struct{} // closed when it has ended
	yields bool          // it was stopped for something that may need the network
}

// sayYields is why a check is stopped for something else.
const sayYields = "Something is being made for a story, which may need the network. Check again when that is done."

// errInUse says that something is being made, which a blocked network would
// disturb.
var errInUse = model.Errorf("check without a network", model.Input,
	"Something is being made for a story. Wait for it, or stop it, and then check without a network.", nil)

// Drill checks stories without a network and tells of it as DrillState; with
// no ids, every story that is not archived. While it runs nothing can reach
// the network; after it the network is as it was. It gives the Number of the
// check: of the one that runs already, where there is one.
func (a *App) Drill(ids []string) (number int) {
	ctx, cancel := context.WithCancel(a.ctx)
	a.mu.Lock()
	number = a.drill.state.Number
	if a.drill.state.Running || a.ctx.Err() != nil {
		a.mu.Unlock()
		cancel()
		return number
	}
	number++
	a.drill = drill{cancel: cancel, done: make(chan struct{})}
	done := a.drill.done
	state := DrillState{Number: number, Started: now(), Stories: a.toDrill(ids)}
	if len(a.jobs) > 0 || a.works.busy() {
		state.Ended, state.Err = state.Started, model.Sentence(errInUse)
		close(done)
	} else {
		state.Running = true
	}
	a.drill.state = state
	a.publishDrill()
	a.mu.Unlock()
	if !state.Running {
		cancel()
		return number
	}
	a.wg.Go(func() {
		defer close(done)
		defer cancel()
		a.runDrill(ctx)
	})
	return number
}

// toDrill gives the stories to be checked. a.mu is held.
func (a *App) toDrill(ids []string) []DrillStory {
	var stories []DrillStory
	if len(ids) == 0 {
		for _, c := range a.cardsInOrder() {
			if !c.Archived {
				stories = append(stories, DrillStory{ID: c.ID, Title: c.Title, Stage: DrillWaiting})
			}
		}
		return stories
	}
	for _, id := range ids {
		title := a.cards[id].Title
		if title == "" {
			title = id
		}
		stories = append(stories, DrillStory{ID: id, Title: title, Stage: DrillWaiting})
	}
	return stories
}

// CancelDrill stops the check. What was found so far stands.
func (a *App) CancelDrill() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.drill.cancel != nil {
		a.drill.cancel()
	}
}

// endDrill stops the check, where one runs, and waits until the network is as
// it was: whoever needs it goes before.
func (a *App) endDrill() {
	a.mu.Lock()
	done := a.drill.done
	if a.drill.state.Running && !a.drill.state.Canceled {
		a.drill.yields = true
		a.drill.cancel()
	}
	a.mu.Unlock()
	if done != nil {
		<-done
	}
}

// publishDrill tells of the check as it stands. a.mu is held.
func (a *App) publishDrill() {
	s := a.drill.state
	s.Stories = slices.Clone(s.Stories)
	a.hub.publish(s)
}

func (a *App) changeDrill(change func(*DrillState)) {
	a.mu.Lock()
	defer a.mu.Unlock()
	change(&a.drill.state)
	a.publishDrill()
}

// runDrill blocks the network and checks one story after the other.
func (a *App) runDrill(ctx context.Context) {
	refused, err := a.behindShutNetwork(ctx)
	if fault := a.drilled.save(); fault != nil {
		a.log.Warn("keep the check without a network", "err", fault)
	}
	if err != nil && ctx.Err() == nil {
		a.log.Error("check without a network", "err", err)
	}
	a.changeDrill(func(s *DrillState) {
		s.Running, s.Ended, s.Refused = false, now(), refused
		s.Canceled = ctx.Err() != nil
		if s.Canceled && a.drill.yields {
			s.Why = sayYields
		}
		if err != nil && !s.Canceled {
			s.Err = model.Sentence(err)
		}
		for i := range s.Stories {
			if at := &s.Stories[i]; at.Stage == DrillWaiting || at.Stage == DrillChecking {
				at.Stage, at.Doing = DrillStopped, ""
			}
		}
	})
	a.refreshCards()
}

// behindShutNetwork checks the stories while nothing gets out, and gives how
// many tried to. An error means that nothing was checked, or not all.
func (a *App) behindShutNetwork(ctx context.Context) (refused int, err error) {
	open := a.service.network.drill()
	tries := 0
	defer func() { refused = open() - tries }()
	if tries, err = a.proveShut(ctx); err != nil {
		return 0, err
	}
	a.mu.Lock()
	stories := slices.Clone(a.drill.state.Stories)
	a.mu.Unlock()
	for i := range stories {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		a.drillStory(ctx, i, &stories[i], len(stories))
	}
	return 0, ctx.Err()
}

// nowhereAddress is one that no computer has (TEST-NET-1, RFC 5737).
const nowhereAddress = "http://192.0.2.1/"

// proveShut asks to get out, as a service's client would, and gives how often
// that was refused. An error means that it was not.
func (a *App) proveShut(ctx context.Context) (tries int, err error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, nowhereAddress, nil)
	if err != nil {
		return 0, err
	}
	before := a.service.network.refusals()
	answer, err := a.service.network.RoundTrip(r)
	if err == nil {
		err = answer.Body.Close()
	}
	tries = a.service.network.refusals() - before
	if model.KindOf(err) == model.Local && tries > 0 {
		return tries, nil
	}
	return tries, model.Errorf("block the network", model.Device,
		"The network could not be blocked, so nothing was checked. Close EduSmart and open it again.", errors.Join(err, ctx.Err()))
}

// drillStory checks one story and takes note of what was found.
func (a *App) drillStory(ctx context.Context, at int, s *DrillStory, of int) {
	tell := func(share float64, doing string) {
		a.changeDrill(func(d *DrillState) {
			s.Doing = doing
			d.Stories[at] = *s
			d.Stories[at].Findings = slices.Clone(s.Findings)
			d.Share = max(d.Share, (float64(at)+share)/float64(of))
		})
	}
	s.Stage = DrillChecking
	tell(0, "Opening it")
	seal := a.sealOf(s.ID)
	c := &inspection{app: a, found: s, tell: tell}
	c.run(ctx)
	s.Stage, s.Doing = DrillReady, ""
	switch {
	case ctx.Err() != nil:
		s.Stage, s.Findings = DrillStopped, nil
	case s.lacks() > 0:
		s.Stage = DrillLacking
		a.drilled.forget(s.ID)
	case seal != a.sealOf(s.ID):
		s.Stage = DrillStopped
		s.Findings = append(s.Findings, DrillFinding{Part: "story", Say: "The story was changed while it was checked. Check it again.", Note: true})
	default:
		a.drilled.keep(s.ID, seal)
	}
	tell(1, "")
	a.log.Info("checked without a network", "id", s.ID, "stage", s.Stage, "findings", fmt.Sprint(s.Findings))
}
