package core

import (
	"edusmart/core/model/ondevice"
	"edusmart/core/player"
)

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
