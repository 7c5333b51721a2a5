package gemini

import (
	"fmt"

	"edusmart/core/story"
)

// Sentences that are said in more than one place.
const (
	sayKey         = "The key was not accepted. Nothing was charged. Check the key."
	sayCountry     = "Google does not offer the free plan in this country. Set up billing for the key with Google, or work on this computer only."
	sayTooLong     = "This is too long for Gemini. Choose fewer pages of the document."
	sayIntercepted = "The answer came from the network here, not from Gemini. Sign in to the network, or ask who looks after it."
)

// thing names what was asked for, in the plural.
func (k *call) thing() string {
	switch k.role {
	case story.Picture:
		return "pictures"
	case story.Voice:
		return "voices"
	}
	return "texts"
}

// them refers to thing.
func (k *call) them() string {
	if k.role == story.Text {
		return "the text"
	}
	return "them"
}

// sayKept tells how many of the pages could not be put another way.
func sayKept(n, of int) string {
	if n == 1 {
		return fmt.Sprintf("1 of %d pages stays as it was: what came for it cannot be used.", of)
	}
	return fmt.Sprintf("%d of %d pages stay as they were: what came for them cannot be used.", n, of)
}
