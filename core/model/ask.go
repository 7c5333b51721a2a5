package model

import (
	"context"
	"errors"
	"iter"
	"slices"

	"edusmart/core/story"
)

// ask has a request answered. It hands every answer to take, a later one
// replacing an earlier one, and returns how it ended; an error of take ends
// it. It is what the makers have in common, so that each decorator is written
// once.
type ask[Q, A any] func(ctx context.Context, q Q, take func(A) error) error

// craft is what the decorators have to know of a role.
type craft[Q, A any] struct {
	role   story.PartKind
	op     string
	ask    func(s Service, model string) ask[Q, A]
	tokens func(A) Tokens
	// last reports whether no other answer follows.
	last func(A) bool
	// resume gives the request that goes on where an answer broke off.
	resume func(Q, A) Q
	// instead says in the answer why it was made on this computer.
	instead func(a *A, why string)
}

// What the three roles do, for errors and the log.
const (
	writeStory  = "write story"
	drawPage    = "draw page"
	narratePage = "narrate page"
)

// The three crafts.
var (
	writing = &craft[Brief, Draft]{
		role: story.Text, op: writeStory,
		ask:     func(s Service, model string) ask[Brief, Draft] { return askWriter(s.Writer(model)) },
		tokens:  func(d Draft) Tokens { return d.Tokens },
		last:    func(d Draft) bool { return d.Done },
		resume:  resumeBrief,
		instead: func(d *Draft, why string) { d.Instead = why },
	}
	drawing = &craft[Scene, Picture]{
		role: story.Picture, op: drawPage,
		ask:     func(s Service, model string) ask[Scene, Picture] { return askIllustrator(s.Illustrator(model)) },
		tokens:  func(p Picture) Tokens { return p.Tokens },
		last:    func(Picture) bool { return true },
		resume:  func(s Scene, _ Picture) Scene { return s },
		instead: func(p *Picture, why string) { p.Instead = why },
	}
	speaking = &craft[Script, Speech]{
		role: story.Voice, op: narratePage,
		ask:     func(s Service, model string) ask[Script, Speech] { return askNarrator(s.Narrator(model)) },
		tokens:  func(s Speech) Tokens { return s.Tokens },
		last:    func(Speech) bool { return true },
		resume:  func(t Script, _ Speech) Script { return t },
		instead: func(s *Speech, why string) { s.Instead = why },
	}
)

// errStopped ends an ask whose caller wants no more of it.
var errStopped = &Error{Op: writeStory, Kind: Canceled, Say: "It was stopped."}

// canceled gives the error of a call that its caller ended, with the cause.
func canceled(ctx context.Context, op string) error {
	return Errorf(op, Canceled, "It was stopped.", context.Cause(ctx))
}

// settled gives err as the error of a call that its caller ended, where the
// caller did: with the cause, whatever came of it.
func settled(ctx context.Context, op string, err error) error {
	if err == nil || ctx.Err() == nil || errors.Is(err, errStopped) || errors.Is(err, context.Cause(ctx)) && KindOf(err) == Canceled {
		return err
	}
	return canceled(ctx, op)
}

// follow hands answers on and keeps the request that would go on after the
// latest of them.
type follow[Q, A any] struct {
	craft   *craft[Q, A]
	request Q
	out     func(A) error
}

func (f *follow[Q, A]) take(a A) error {
	f.request = f.craft.resume(f.request, a)
	return f.out(a)
}

// askWriter gives a Writer as an ask. What Brief.Have holds stays as it is,
// whatever the Writer makes of it.
func askWriter(w Writer) ask[Brief, Draft] {
	return func(ctx context.Context, b Brief, take func(Draft) error) error {
		for d, err := range w.Write(ctx, b) {
			if err != nil {
				return err
			}
			keepPages(&d, b.Have)
			if err := take(d); err != nil {
				return err
			}
			if d.Done {
				return nil
			}
		}
		if ctx.Err() != nil {
			return canceled(ctx, writeStory)
		}
		return Errorf(writeStory, Unusable, "The text broke off. Try again.", nil)
	}
}

func askIllustrator(i Illustrator) ask[Scene, Picture] {
	return func(ctx context.Context, s Scene, take func(Picture) error) error {
		p, err := i.Illustrate(ctx, s)
		if err != nil {
			return err
		}
		return take(p)
	}
}

func askNarrator(n Narrator) ask[Script, Speech] {
	return func(ctx context.Context, t Script, take func(Speech) error) error {
		s, err := n.Narrate(ctx, t)
		if err != nil {
			return err
		}
		return take(s)
	}
}

// resumeBrief gives the brief that asks for what d lacks: its Complete pages
// are kept, each with the one who wrote it.
func resumeBrief(b Brief, d Draft) Brief {
	have := Draft{Title: d.Title, Language: d.Language, Source: d.Source, Characters: d.Characters, Notice: d.Notice}
	for i, p := range d.Pages {
		if !p.Complete {
			continue
		}
		if p.Source == "" {
			p.Source = d.Source
		}
		have.Pages = append(have.Pages, make([]DraftPage, i-len(have.Pages))...)
		have.Pages = append(have.Pages, p)
	}
	if len(have.Pages) > 0 {
		b.Have = &have
	}
	return b
}

// keepPages puts the Complete pages of have, and what they were written with,
// into d.
func keepPages(d *Draft, have *Draft) {
	if have == nil || !slices.ContainsFunc(have.Pages, func(p DraftPage) bool { return p.Complete }) {
		return
	}
	d.Pages = slices.Clone(d.Pages)
	for i, p := range have.Pages {
		if i == len(d.Pages) {
			d.Pages = append(d.Pages, DraftPage{})
		}
		if !p.Complete {
			continue
		}
		if p.Source == "" {
			p.Source = have.Source
		}
		if p.Source == d.Source {
			p.Source = ""
		}
		d.Pages[i] = p
	}
	for _, f := range []struct{ to, from *string }{{&d.Title, &have.Title}, {&d.Language, &have.Language}, {&d.Characters, &have.Characters}} {
		if *f.from != "" {
			*f.to = *f.from
		}
	}
}

// writer, illustrator and narrator give an ask the interface of its role.
type (
	writer      ask[Brief, Draft]
	illustrator ask[Scene, Picture]
	narrator    ask[Script, Speech]
)

// Write implements Writer.
func (w writer) Write(ctx context.Context, b Brief) iter.Seq2[Draft, error] {
	return func(yield func(Draft, error) bool) {
		stopped := false
		err := w(ctx, b, func(d Draft) error {
			if stopped = !yield(d, nil); stopped {
				return errStopped
			}
			return nil
		})
		if err != nil && !stopped {
			yield(Draft{}, err)
		}
	}
}

// Illustrate implements Illustrator.
func (i illustrator) Illustrate(ctx context.Context, s Scene) (Picture, error) {
	return one(ctx, ask[Scene, Picture](i), s)
}

// Narrate implements Narrator.
func (n narrator) Narrate(ctx context.Context, t Script) (Speech, error) {
	return one(ctx, ask[Script, Speech](n), t)
}

// one gives the single answer of an ask.
func one[Q, A any](ctx context.Context, get ask[Q, A], q Q) (A, error) {
	var answer, none A
	if err := get(ctx, q, func(a A) error { answer = a; return nil }); err != nil {
		return none, err
	}
	return answer, nil
}
