package core

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"edusmart/core/disk"
	"edusmart/core/document"
	"edusmart/core/editing"
	"edusmart/core/generate"
	"edusmart/core/model"
	"edusmart/core/story"
)

// DrawAgain has the picture of a page drawn once more, by prompt; empty: by
// what the page says. The picture before is kept among the earlier ones.
func (a *App) DrawAgain(id, page, prompt string) {
	a.wg.Go(func() {
		err := a.service.wait(a.ctx)
		var s *story.Story
		if err == nil {
			s, err = a.library.Load(id)
		}
		if err != nil {
			a.fail("draw page", err)
			return
		}
		at := slices.IndexFunc(s.Pages, func(p story.Page) bool { return p.ID == page })
		if at < 0 {
			return
		}
		ctx, end := a.works.begin(a.ctx, id, at, Work{Page: page, Part: story.Picture}, func() { a.queue.add(func() { a.reshow(id) }) })
		a.endDrill()
		again := 0
		if p := &s.Pages[at]; p.Picture != "" {
			again = 1 + len(p.Earlier)
		}
		p, err := generate.Draw(ctx, a.library, a.service.makers().Illustrator(s.Options.Illustrator), s, at, prompt, again)
		stopped := errors.Is(context.Cause(ctx), model.ErrSkip)
		end()
		if err != nil && !stopped {
			a.fail("draw page", err)
		}
		if err != nil {
			a.queue.add(func() { a.reshow(id) })
			return
		}
		a.idle(id) // a picture that was paid for is not lost to a job
		a.Edit(id, editing.SetPicture{Page: page, Picture: p, Prompt: prompt})
	})
}

// idle waits until no job works on a story.
func (a *App) idle(id string) {
	for {
		a.mu.Lock()
		j := a.jobs[id]
		a.mu.Unlock()
		if j == nil {
			return
		}
		select {
		case <-j.done:
		case <-a.ctx.Done():
			return
		}
	}
}

// maxOwnPicture bounds a picture of the teacher's own, in bytes.
const maxOwnPicture = 40 << 20

// UsePicture gives a page the picture in a file of the teacher's.
func (a *App) UsePicture(id, page, path string) {
	a.wg.Go(func() {
		data, err := disk.ReadLimited(path, maxOwnPicture)
		if err != nil {
			a.fail("use picture", model.Errorf("use picture", model.Input, "This picture cannot be read, or is larger than 40 MB. Choose another.", err))
			return
		}
		a.usePicture(id, page, data)
	})
}

// UsePictureData gives a page a picture that was pasted.
func (a *App) UsePictureData(id, page string, data []byte) {
	a.wg.Go(func() { a.usePicture(id, page, data) })
}

func (a *App) usePicture(id, page string, data []byte) {
	clean, mime, err := document.OwnPicture(a.ctx, data)
	if err != nil {
		a.fail("use picture", err)
		return
	}
	a.Edit(id, editing.SetPicture{Page: page, Picture: model.Picture{
		Data: clean, MIME: mime, Fit: story.Whole, Source: editing.Teacher,
	}})
}

// PictureCost says what one picture of the service costs, in US dollars; 0: not
// known.
func (a *App) PictureCost() float64 {
	state := a.service.state()
	if len(state.Roles[1].Models) == 0 {
		return 0
	}
	usd, _ := a.prices.Cost(model.Use{Role: story.Picture, Model: state.Roles[1].Models[0], Tokens: model.Tokens{
		In: promptTokens, Out: tokensOfPicture,
	}})
	return usd
}

// FiguresState is the figures of a story's document that a page can show, those
// that belong to the page first.
type FiguresState struct {
	ID, Page string
	Busy     bool
	Err      string // one sentence: why there are none; "" else
	Figures  []FigureInfo
}

func (FiguresState) topic() string { return "figures" }

// FigureInfo is one figure of a document.
type FigureInfo struct {
	Index   int // what UseFigure takes
	Page    int // of the document, from 1
	Caption string
	File    string // its picture
}

// Figures reads the figures of a story's document and publishes a FiguresState.
func (a *App) Figures(id, page string) {
	a.wg.Go(func() {
		a.hub.publish(FiguresState{ID: id, Page: page, Busy: true})
		state := FiguresState{ID: id, Page: page}
		s, doc, err := a.documentOf(a.ctx, id)
		if err == nil {
			at := slices.IndexFunc(s.Pages, func(p story.Page) bool { return p.ID == page })
			if at < 0 {
				return
			}
			for _, f := range generate.NearFigures(doc, s, at) {
				fig := &doc.Figures[f]
				file, err := a.figureFile(fig)
				if err != nil {
					a.log.Warn("show figure", "err", err)
					continue
				}
				state.Figures = append(state.Figures, FigureInfo{Index: f, Page: fig.Page, Caption: fig.Caption, File: file})
			}
		}
		if err != nil {
			state.Err = model.Sentence(err)
		} else if len(state.Figures) == 0 {
			state.Err = "There are no pictures in this document."
		}
		a.hub.publish(state)
	})
}

// UseFigure gives a page a figure of the document, as FigureInfo.Index says.
func (a *App) UseFigure(id, page string, figure int) {
	a.wg.Go(func() {
		_, doc, err := a.documentOf(a.ctx, id)
		if err == nil && (figure < 0 || figure >= len(doc.Figures)) {
			err = model.Errorf("use figure", model.Input, "This figure is not in the document any more.", fmt.Errorf("figure %d", figure))
		}
		if err != nil {
			a.fail("use figure", err)
			return
		}
		p, ok := model.FigurePicture(a.ctx, model.Scene{Figure: &doc.Figures[figure]})
		if !ok {
			a.fail("use figure", model.Errorf("use figure", model.Unusable, "This figure cannot be shown. Choose another.", nil))
			return
		}
		a.Edit(id, editing.SetPicture{Page: page, Picture: p})
	})
}
