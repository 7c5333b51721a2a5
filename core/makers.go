package core

import (
	"context"
	"runtime"

	"edusmart/core/model"
	"edusmart/core/model/ondevice"
	"edusmart/core/player"
)

// makers make the parts of a story on this computer.
type makers struct {
	writer      model.Writer
	illustrator model.Illustrator
	narrator    narrator
	rewriter    model.Rewriter
}

// narrator is a Narrator that knows its voices.
type narrator interface {
	model.Narrator
	Voices(ctx context.Context) ([]model.VoiceInfo, error)
	Help() string // one sentence: how to get a voice on this computer
}

// newMakers builds the makers of this computer, which draw and speak one part
// a processor at a time, however many ask. emoji is the font of the
// illustrator's figures.
func newMakers(emoji []byte) makers {
	return makers{
		writer:      ondevice.NewWriter(),
		illustrator: turnIllustrator{ondevice.NewIllustrator(emoji), newTurns()},
		narrator:    turnNarrator{ondevice.NewNarrator(ondevice.NarratorOptions{}), newTurns()},
		rewriter:    ondevice.NewRewriter(),
	}
}

// turns bounds how many work at once.
type turns chan struct{}

func newTurns() turns { return make(turns, max(2, runtime.NumCPU())) }

// take waits for a turn; the returned function ends it.
func (t turns) take(ctx context.Context) (end func(), err error) {
	select {
	case t <- struct{}{}:
		return func() { <-t }, nil
	case <-ctx.Done():
		return nil, model.Errorf("wait for a turn", model.Canceled, "", context.Cause(ctx))
	}
}

type turnIllustrator struct {
	model.Illustrator
	turns turns
}

// Illustrate implements model.Illustrator.
func (t turnIllustrator) Illustrate(ctx context.Context, s model.Scene) (model.Picture, error) {
	end, err := t.turns.take(ctx)
	if err != nil {
		return model.Picture{}, err
	}
	defer end()
	return t.Illustrator.Illustrate(ctx, s)
}

type turnNarrator struct {
	narrator
	turns turns
}

// Narrate implements model.Narrator.
func (t turnNarrator) Narrate(ctx context.Context, s model.Script) (model.Speech, error) {
	end, err := t.turns.take(ctx)
	if err != nil {
		return model.Speech{}, err
	}
	defer end()
	return t.narrator.Narrate(ctx, s)
}

// newPlayer builds the player on the sound device.
func newPlayer() transport { return player.New(player.Speakers()) }
