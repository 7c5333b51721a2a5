package model

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"edusmart/core/story"
)

// Change tells that a role has moved on to another model.
type Change struct {
	Role     story.PartKind
	From, To string
	Say      string // one sentence for the teacher
}

// ladder is the models of one role, best first, and which of them are gone.
type ladder struct {
	role   story.PartKind
	models []string
	tell   func(Change) // not called twice for the same step

	mu      sync.Mutex
	gone    map[string]gone
	current string // "": all are gone
}

// gone is a model that is no longer offered.
type gone struct {
	since       time.Time
	replacement string // that the service named; may be empty
}

func newLadder(role story.PartKind, models []string, known map[string]gone, tell func(Change)) *ladder {
	l := &ladder{role: role, models: models, gone: known, tell: tell}
	if len(models) > 0 {
		l.current = models[0]
	}
	for l.isGone(l.current) {
		l.current = l.next(l.current)
	}
	return l
}

// first is the model that the role begins with.
func (l *ladder) first() string {
	if len(l.models) == 0 {
		return ""
	}
	return l.models[0]
}

// use gives the model in use; "" when all are gone.
func (l *ladder) use() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.current
}

func (l *ladder) isGone(model string) bool {
	_, is := l.gone[model]
	return is
}

// next gives the model after one that is gone: the one that the service names
// instead, else the first of the list that is still there.
func (l *ladder) next(model string) string {
	if r := l.gone[model].replacement; r != "" && !l.isGone(r) {
		return r
	}
	for _, m := range l.models {
		if !l.isGone(m) {
			return m
		}
	}
	return ""
}

// leave takes in that a model is gone and gives the one to go on with.
func (l *ladder) leave(model string, e *Error) string {
	l.mu.Lock()
	if !l.isGone(model) {
		l.gone[model] = gone{time.Now(), strings.TrimPrefix(e.Replacement, "models/")}
	}
	moved := l.current == model
	for l.isGone(l.current) {
		l.current = l.next(l.current)
	}
	to := l.current
	l.mu.Unlock()
	if moved && to != "" {
		l.tell(Change{Role: l.role, From: model, To: to, Say: l.say(model, to)})
	}
	return to
}

func (l *ladder) say(from, to string) string {
	now := map[story.PartKind]string{
		story.Text: "Text is written by %s now.", story.Picture: "Pictures are drawn by %s now.", story.Voice: "Pages are spoken by %s now.",
	}[l.role]
	return "Google has shut down " + from + ". " + fmt.Sprintf(now, to)
}

// known gives the models that are gone.
func (l *ladder) known() map[string]gone {
	l.mu.Lock()
	defer l.mu.Unlock()
	all := make(map[string]gone, len(l.gone))
	for m, g := range l.gone {
		all[m] = g
	}
	return all
}

// laddered asks the role's model, and the next one when it is gone. A step
// uses up no attempt.
func laddered[Q, A any](c *craft[Q, A], l *ladder, of func(model string) ask[Q, A]) ask[Q, A] {
	return func(ctx context.Context, q Q, take func(A) error) error {
		f := &follow[Q, A]{c, q, take}
		var tried []string
		for model := l.use(); model != ""; {
			if slices.Contains(tried, model) {
				break
			}
			tried = append(tried, model)
			err := of(model)(ctx, f.request, f.take)
			e := asError(err)
			if e == nil || e.Kind != Gone {
				return err
			}
			model = l.leave(model, e)
		}
		return l.empty(c.op)
	}
}

// empty is the error when no model is left.
func (l *ladder) empty(op string) error {
	what := map[story.PartKind]string{story.Text: "text", story.Picture: "pictures", story.Voice: "voices"}[l.role]
	if len(l.models) == 0 {
		return Errorf(op, Gone, "No model for "+what+" is chosen. Choose one in Settings.", nil)
	}
	return Errorf(op, Gone, "None of the models for "+what+" is offered any more. Choose another in Settings.", nil)
}
