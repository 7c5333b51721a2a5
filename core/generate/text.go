package generate

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"

	"edusmart/core/model"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// write asks the Writer, on a goroutine of its own.
func (r *run) write(ctx context.Context, group *errgroup.Group) {
	c := r.begin(ctx, theText)
	r.working[theText] = c
	writer := r.Makers.Writer(r.maker(theText, r.Story.Options.Writer))
	brief := model.Brief{Document: r.document, Options: r.Story.Options, Have: r.have(), Scan: r.scan}
	group.Go(func() error {
		defer c.end(nil)
		send := func(d draft) bool {
			select {
			case r.drafts <- d:
				return true
			case <-ctx.Done():
				return false
			}
		}
		for d, err := range writer.Write(c.ctx, brief) {
			if err != nil {
				send(draft{err: c.cause(err), last: true})
				return nil
			}
			if !send(draft{Draft: d, last: d.Done}) || d.Done {
				return nil
			}
		}
		broke := model.Errorf("write story", model.Unusable, "The text broke off. Try again.", nil)
		send(draft{last: true, err: c.cause(broke)})
		return nil
	})
}

// have gives the text that is on disk already, of a job that was cut off; nil
// where there is none.
func (r *run) have() *model.Draft {
	s := r.Story
	d := &model.Draft{Title: s.Title, Language: s.Language, Characters: s.Characters, Notice: s.Notice}
	for i := range s.Pages {
		p := &s.Pages[i]
		if !p.Parts.Text.State.Usable() {
			break
		}
		d.Pages = append(d.Pages, model.DraftPage{
			Title: p.Title, Sentences: p.Sentences, Prompt: p.Prompt, Alt: p.Asked, Complete: true, Source: p.Parts.Text.Source,
		})
	}
	if len(d.Pages) == 0 {
		return nil
	}
	return d
}

// take puts a draft into the story. changed is true when a page or the whole
// text is complete, which is worth a commit.
func (r *run) take(ctx context.Context, group *errgroup.Group, d draft) (changed bool, err error) {
	if d.last {
		delete(r.working, theText)
	}
	if errors.Is(d.err, model.ErrUseDevice) {
		r.write(ctx, group)
		return false, nil
	}
	if d.err != nil {
		return false, d.err
	}
	s := r.Story
	s.Title, s.Language, s.Notice, s.Characters = d.Title, d.Language, d.Notice, d.Characters
	var ready []int
	for i, dp := range d.Pages {
		if i == len(s.Pages) {
			s.Pages = append(s.Pages, story.Page{ID: fmt.Sprintf("page-%02d", i+1)})
		}
		if p := &s.Pages[i]; dp.Complete && r.setText(p, dp, d) {
			ready = append(ready, i)
		} else if p.Title == "" {
			p.Title = dp.Title
		}
	}
	if len(ready) > 0 {
		r.figures = assignFigures(r.document, s.Pages)
	}
	for _, i := range ready {
		r.enqueue(i)
	}
	if !d.last {
		return len(ready) > 0, nil
	}
	if len(d.Pages) == 0 {
		return false, model.Errorf("write story", model.Input, "There is not enough text here for a story. Choose more pages, or another document.", nil)
	}
	s.Pages = s.Pages[:len(d.Pages)]
	s.Quiz, s.Glossary = d.Quiz, d.Glossary
	for i, page := range d.QuizPage {
		if i < len(s.Quiz) && page >= 0 && page < len(s.Pages) {
			s.Quiz[i].Page = s.Pages[page].ID
		}
	}
	s.Written = true
	r.phase = MakingPages
	return true, nil
}

// setText gives a page its text once and reports whether it was new in this
// run. Another text than the one on disk makes picture and voice stale.
func (r *run) setText(p *story.Page, dp model.DraftPage, d draft) bool {
	if r.texted[p.ID] {
		return false
	}
	r.texted[p.ID] = true
	if p.Parts.Text.State == "" { // it has no text yet, and so no notes of the teacher's
		p.Notes = slideNotes(r.document, r.Story.Pages, p.ID, dp.Sentences)
	}
	p.Title, p.Sentences, p.Prompt = dp.Title, dp.Sentences, dp.Prompt
	p.Asked = dp.Alt
	source := cmp.Or(dp.Source, d.Source)
	p.Parts.Text = story.Part{State: story.Ready, Source: source}
	if d.Instead != "" && source == d.Source {
		p.Parts.Text.State, p.Parts.Text.Reason = story.Fallback, d.Instead
	}
	if !p.Parts.Voice.State.Usable() {
		p.Seconds = speech.ReadingTime(p.Text(), r.Story.Language, r.Story.Grade).Seconds()
	}
	return true
}
