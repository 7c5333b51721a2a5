package geminitest

import "edusmart/core/story"

// Fault is a way in which a call goes wrong. The zero value is none.
type Fault string

// Faults of the service: errors with a status of their own.
const (
	BareQuota       Fault = "429 without details"
	QuotaMinute     Fault = "429 with RetryInfo and QuotaFailure"
	QuotaReordered  Fault = "429 with the details in another order"
	QuotaMessage    Fault = "429 with the delay in its message only"
	QuotaHeader     Fault = "429 with Retry-After only"
	QuotaTokens     Fault = "429 for tokens a minute"
	QuotaDay        Fault = "429 of the day"
	QuotaNone       Fault = "429 with limit 0"
	QuotaLong       Fault = "429 with a delay of an hour"
	Internal        Fault = "500"
	BadGateway      Fault = "502"
	Overloaded      Fault = "503"
	GatewayTimeout  Fault = "504"
	BadKey          Fault = "400 API_KEY_INVALID"
	FreeTierCountry Fault = "400 FAILED_PRECONDITION"
	LeakedKey       Fault = "403 leaked"
	Forbidden       Fault = "403"
	GoneNewer       Fault = "404 use a newer model"
	GoneNamed       Fault = "404 use a named model"
	GoneNamed400    Fault = "400 use a named model"
	NeverExisted    Fault = "404 not found for the version"
	BadRequest      Fault = "400 INVALID_ARGUMENT"
	NoCode          Fault = "an error without a code"
	ErrorList       Fault = "a list with an error"
	HTMLPage        Fault = "503 with an HTML page"
	SignIn          Fault = "200 with an HTML page"
	Redirect        Fault = "302"
	Garbage         Fault = "200 with garbage"
	OddShape        Fault = "200 with JSON of another shape"
	HugeBody        Fault = "200 without an end"
)

// Faults of the network.
const (
	Refuse     Fault = "connection refused" // over HTTP, where somebody listens, as Reset
	Reset      Fault = "connection reset"
	Drop       Fault = "connection dropped before an answer"
	DropMidway Fault = "connection dropped in mid-answer"
	Hang       Fault = "no answer at all"
	HangMidway Fault = "silence in mid-answer"
)

// Answers with nothing usable in them, of any role.
const (
	BlockSafety     Fault = "prompt blocked: SAFETY"
	BlockOther      Fault = "prompt blocked: OTHER"
	BlockList       Fault = "prompt blocked: BLOCKLIST"
	BlockProhibited Fault = "prompt blocked: PROHIBITED_CONTENT"
	BlockImage      Fault = "prompt blocked: IMAGE_SAFETY"
	NoCandidates    Fault = "no candidates"
	NoParts         Fault = "a candidate without parts"
	FinishSafety    Fault = "finished: SAFETY"
	FinishOther     Fault = "finished: OTHER"
)

// Answers of a text model.
const (
	CutStream      Fault = "a stream cut clean"
	MaxTokens      Fault = "JSON cut by MAX_TOKENS"
	Fenced         Fault = "JSON in a fence"
	Thoughtful     Fault = "thoughts before the JSON"
	HalfSchema     Fault = "a schema half kept"
	Wrapped        Fault = "an object in an object"
	NoQuiz         Fault = "a story without a quiz"
	Invented       Fault = "quotes that are not in the document"
	Prose          Fault = "prose instead of JSON"
	MidStreamQuota Fault = "429 in mid-stream"
	MidStreamBare  Fault = "an error without a code in mid-stream"
)

// Answers of a text model that is to put pages another way; a story meets none
// of them.
const (
	MissingPages  Fault = "pages are missing"
	LostTerms     Fault = "the key terms are missing"
	WrongLanguage Fault = "the translation is none"
	EmptySentence Fault = "sentences are empty"
)

// Answers of a picture model.
const (
	NoImage         Fault = "finished: NO_IMAGE"
	ImageSafety     Fault = "finished: IMAGE_SAFETY"
	ImageProhibited Fault = "finished: IMAGE_PROHIBITED_CONTENT"
	ImageRecitation Fault = "finished: IMAGE_RECITATION"
	ImageOther      Fault = "finished: IMAGE_OTHER"
	TextOnly        Fault = "text instead of a picture or a voice"
	BrokenImage     Fault = "a picture that breaks off"
	TinyImage       Fault = "a picture of 8 pixels"
)

// Answers of a voice model.
const (
	EmptyWAV   Fault = "a WAV file of 44 bytes"
	Silence    Fault = "silence"
	ShortAudio Fault = "sound too short for its words"
	OddAudio   Fault = "sound of an unknown kind"
	CutAudio   Fault = "sound cut by MAX_TOKENS"
	VoiceWAV   Fault = "a whole WAV file" // an answer that is good
)

// ofAnyRole are the faults that can meet every call.
var ofAnyRole = []Fault{
	BareQuota, QuotaMinute, QuotaReordered, QuotaMessage, QuotaHeader, QuotaTokens, QuotaDay, QuotaNone, QuotaLong,
	Internal, BadGateway, Overloaded, GatewayTimeout, BadKey, FreeTierCountry, LeakedKey, Forbidden,
	GoneNewer, GoneNamed, GoneNamed400, NeverExisted, BadRequest, NoCode, ErrorList, HTMLPage, SignIn, Redirect,
	Garbage, OddShape, HugeBody, Refuse, Reset, Drop, DropMidway, Hang,
	BlockSafety, BlockOther, BlockList, BlockProhibited, BlockImage, NoCandidates, NoParts, FinishSafety, FinishOther,
}

// Faults lists what can meet a call of the role, in a fixed order.
func Faults(role story.PartKind) []Fault {
	all := append([]Fault{}, ofAnyRole...)
	switch role {
	case story.Text:
		all = append(all, HangMidway, CutStream, MaxTokens, Fenced, Thoughtful, HalfSchema, Wrapped, NoQuiz, Invented, Prose, MidStreamQuota, MidStreamBare)
	case story.Picture:
		all = append(all, NoImage, ImageSafety, ImageProhibited, ImageRecitation, ImageOther, TextOnly, BrokenImage, TinyImage)
	case story.Voice:
		all = append(all, TextOnly, EmptyWAV, Silence, ShortAudio, OddAudio, CutAudio, VoiceWAV)
	}
	return all
}

// Harmless reports whether a call that meets the fault is answered all the
// same.
func (f Fault) Harmless() bool {
	switch f {
	case "", Fenced, Thoughtful, HalfSchema, Wrapped, Invented, VoiceWAV:
		return true
	}
	return false
}
