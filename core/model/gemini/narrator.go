package gemini

import (
	"context"
	"strings"

	"google.golang.org/genai"

	"edusmart/core/model"
	"edusmart/core/story"
)

// narrator speaks the pages of a story with one model.
type narrator struct {
	c     *Client
	model string
}

const opSpeak = "narrate page"

// defaultStyle is how a page is spoken where nobody chose another way.
const defaultStyle = "warmly and clearly, at the unhurried pace of a teacher who reads a story to a class"

// Most letters of a style and of a page that is spoken. A page of 8,192
// tokens, the most that is taken, is longer than any.
const (
	mostStyle  = 300
	mostSpoken = 12_000
)

// Narrate speaks one page in one call. The words' times are not known.
func (n *narrator) Narrate(ctx context.Context, t model.Script) (model.Speech, error) {
	text := clean(strings.Join(t.Sentences, " "), mostSpoken)
	if text == "" {
		return model.Speech{}, model.Errorf(opSpeak, model.Input, "This page has no text to speak.", nil)
	}
	k := n.c.begin(ctx, opSpeak, story.Voice, n.model)
	defer k.end()
	voice := voiceName(t.Voice)
	resp, err := k.generate(n.request(text, voice, clean(t.Style, mostStyle)))
	if err != nil {
		return model.Speech{}, err
	}
	v := look(resp)
	if v.forbids() {
		return model.Speech{}, k.verdict(v, "no voice")
	}
	pcm, rate, why := soundOf(v)
	if why == "" {
		why = checkSound(pcm, rate, text)
	}
	if why == "" && v.reason == string(genai.FinishReasonMaxTokens) {
		why = "the voice is cut off"
	}
	if why != "" {
		return model.Speech{}, k.verdict(v, why)
	}
	return model.Speech{PCM: pcm, Rate: rate, Voice: voicePrefix + voice, Source: source(n.model), Tokens: k.tokens}, nil
}

// request makes the prompt of a narration. How to speak stands in the prompt
// up to generation 2.5, and beside the text from 3.8 on, which reads aloud
// whatever it is given. Of a model whose generation is not known it is not
// said at all: better plain than read aloud.
func (n *narrator) request(text, voice, style string) ([]*genai.Content, *genai.GenerateContentConfig) {
	if style == "" {
		style = defaultStyle
	}
	part := genai.NewPartFromText(text)
	switch v := versionOf(n.model); {
	case v.atLeast(3, 8):
		if n.c.does(n.model, setSpeech) {
			part.SpeechMetadata = &genai.SpeechMetadata{Style: style}
		}
	case v.atLeast(1, 0):
		part.Text = prompt("voice", struct{ Style, Text string }{style, text})
	}
	return []*genai.Content{{Role: genai.RoleUser, Parts: []*genai.Part{part}}}, &genai.GenerateContentConfig{
		ResponseModalities: []string{string(genai.ModalityAudio)},
		SafetySettings:     safety(),
		SpeechConfig: &genai.SpeechConfig{VoiceConfig: &genai.VoiceConfig{
			PrebuiltVoiceConfig: &genai.PrebuiltVoiceConfig{VoiceName: voice},
		}},
	}
}
