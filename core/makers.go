package core

import (
	"context"

	"edusmart/core/model"
	"edusmart/core/model/ondevice"
	"edusmart/core/player"
	"edusmart/core/story"
)

// makers make the parts of a story on this computer.
type makers struct {
	writer      model.Writer
	illustrator model.Illustrator
	narrator    narrator
}

// narrator is a Narrator that knows its voices.
type narrator interface {
	model.Narrator
	Voices(ctx context.Context) ([]model.VoiceInfo, error)
	Help() string // one sentence: how to get a voice on this computer
}

// Writer, Illustrator and Narrator give this computer's whoever is asked for.
func (m makers) Writer(story.Maker) model.Writer           { return m.writer }
func (m makers) Illustrator(story.Maker) model.Illustrator { return m.illustrator }
func (m makers) Narrator(story.Maker) model.Narrator       { return m.narrator }

// newMakers builds the makers of this computer. emoji is the font of the
// illustrator's figures.
func newMakers(emoji []byte) makers {
	return makers{
		writer:      ondevice.NewWriter(),
		illustrator: ondevice.NewIllustrator(emoji),
		narrator:    ondevice.NewNarrator(ondevice.NarratorOptions{}),
	}
}

// newPlayer builds the player on the sound device.
func newPlayer() transport { return player.New(player.Speakers()) }
