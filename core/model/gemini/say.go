package gemini

import "edusmart/core/story"

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
