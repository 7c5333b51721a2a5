package geminitest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"edusmart/core/story"
)

// usual are the models that exist, with what each does.
var usual = map[string]story.PartKind{
	"gemini-2.0-flash-lite": story.Text, "gemini-2.5-flash-lite": story.Text, "gemini-3.1-flash-lite": story.Text, "gemini-3.5-flash-lite": story.Text,
	"gemini-2.5-flash-image": story.Picture, "gemini-3.1-flash-image": story.Picture, "gemini-nano-banana-2.1": story.Picture,
	"gemini-2.5-flash-preview-tts": story.Voice, "gemini-3.8-flash-lite-tts": story.Voice, "gemini-3.8-flash-tts": story.Voice,
}

// content, blob and part are the request's as the real service takes them: a
// field that it does not know is an error.
type content struct {
	Role  string `json:"role"`
	Parts []part `json:"parts"`
}

type part struct {
	Text       string `json:"text"`
	InlineData *struct {
		MIMEType    string `json:"mimeType"`
		Data        []byte `json:"data"`
		DisplayName string `json:"displayName"`
	} `json:"inlineData"`
	SpeechMetadata *struct {
		Style   string `json:"style"`
		Speaker string `json:"speaker"`
	} `json:"speechMetadata"`
}

type body struct {
	Contents          []content `json:"contents"`
	SystemInstruction *content  `json:"systemInstruction"`
	SafetySettings    []struct {
		Category  string `json:"category"`
		Threshold string `json:"threshold"`
	} `json:"safetySettings"`
	GenerationConfig generation `json:"generationConfig"`
}

type generation struct {
	Temperature        *float64        `json:"temperature"`
	TopP               *float64        `json:"topP"`
	TopK               *float64        `json:"topK"`
	CandidateCount     int             `json:"candidateCount"`
	MaxOutputTokens    int             `json:"maxOutputTokens"`
	ResponseMIMEType   string          `json:"responseMimeType"`
	ResponseSchema     json.RawMessage `json:"responseSchema"`
	ResponseJSONSchema json.RawMessage `json:"responseJsonSchema"`
	ResponseModalities []string        `json:"responseModalities"`
	Seed               *int            `json:"seed"`
	ThinkingConfig     *struct {
		IncludeThoughts bool   `json:"includeThoughts"`
		ThinkingBudget  *int   `json:"thinkingBudget"`
		ThinkingLevel   string `json:"thinkingLevel"`
	} `json:"thinkingConfig"`
	ImageConfig *struct {
		AspectRatio string `json:"aspectRatio"`
		ImageSize   string `json:"imageSize"`
	} `json:"imageConfig"`
	SpeechConfig *struct {
		VoiceConfig *struct {
			PrebuiltVoiceConfig *struct {
				VoiceName string `json:"voiceName"`
			} `json:"prebuiltVoiceConfig"`
		} `json:"voiceConfig"`
		LanguageCode string `json:"languageCode"`
	} `json:"speechConfig"`
}

// parse reads a request's body. The error is the service's message.
func parse(data []byte) (b body, err error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&b); err != nil {
		return b, fmt.Errorf("Invalid JSON payload received. %w", err) //nolint:staticcheck // the service's words
	}
	return b, nil
}

// prompt is all texts of the request, the system instruction first.
func (b body) prompt() string {
	var texts []string
	all := b.Contents
	if b.SystemInstruction != nil {
		all = append([]content{*b.SystemInstruction}, all...)
	}
	for _, c := range all {
		for _, p := range c.Parts {
			if p.Text != "" {
				texts = append(texts, p.Text)
			}
		}
	}
	return strings.Join(texts, "\n\n")
}

func (b body) images() int {
	n := 0
	for _, c := range b.Contents {
		for _, p := range c.Parts {
			if p.InlineData != nil {
				n++
			}
		}
	}
	return n
}

func (b body) style() string {
	for _, c := range b.Contents {
		for _, p := range c.Parts {
			if p.SpeechMetadata != nil {
				return p.SpeechMetadata.Style
			}
		}
	}
	return ""
}

func (b body) voice() string {
	if s := b.GenerationConfig.SpeechConfig; s != nil && s.VoiceConfig != nil && s.VoiceConfig.PrebuiltVoiceConfig != nil {
		return s.VoiceConfig.PrebuiltVoiceConfig.VoiceName
	}
	return ""
}

var generationPattern = regexp.MustCompile(`^gemini-(\d+)\.(\d+)`)

// generationOf reads a model's generation from its name, 3.8 as 308; 0 where
// it has none.
func generationOf(modelName string) int {
	m := generationPattern.FindStringSubmatch(modelName)
	if m == nil {
		return 0
	}
	major, _ := strconv.Atoi(m[1])
	minor, _ := strconv.Atoi(m[2])
	return 100*major + minor
}

// modality is what a role answers with.
var modality = map[story.PartKind]string{story.Text: "TEXT", story.Picture: "IMAGE", story.Voice: "AUDIO"}

var aspects = []string{"1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"}

// voices are the names that are known.
var voices = strings.Fields("Zephyr Puck Charon Kore Fenrir Leda Orus Aoede Callirrhoe Autonoe Enceladus Iapetus Umbriel Algieba Despina Erinome " +
	"Algenib Rasalgethi Laomedeia Achernar Alnilam Schedar Gacrux Pulcherrima Achird Zubenelgenubi Vindemiatrix Sadachbia Sadaltager Sulafat")

// check says what the service would not take of a request, "" for nothing.
func check(modelName string, role story.PartKind, b body) string {
	g, gen := b.GenerationConfig, generationOf(modelName)
	sampling := g.Temperature != nil || g.TopP != nil || g.TopK != nil
	asked := "TEXT"
	if len(g.ResponseModalities) > 0 {
		asked = g.ResponseModalities[len(g.ResponseModalities)-1]
	}
	switch {
	case len(b.Contents) == 0 || len(b.Contents[0].Parts) == 0:
		return "* GenerateContentRequest.contents: contents is not specified"
	case asked != modality[role]:
		return "The requested combination of response modalities (" + asked + ") is not supported by the model. models/" + modelName
	case sampling && role == story.Voice && gen >= 308:
		return "temperature, topP and topK are not supported by this model."
	case (g.ResponseSchema != nil || g.ResponseJSONSchema != nil) && g.ResponseMIMEType != "application/json":
		return "Response schema needs a response_mime_type of application/json."
	case g.MaxOutputTokens > 65_536 || g.MaxOutputTokens > 8_192 && gen == 200:
		return "max_output_tokens is out of the model's range."
	case !slices.Contains(voices, b.voice()) && role == story.Voice:
		return fmt.Sprintf("Voice name %q is not supported.", b.voice())
	case role == story.Voice && len(b.prompt())/4 > 8_192:
		return "The input token count exceeds the maximum number of tokens allowed (8192)."
	}
	if t := g.ThinkingConfig; t != nil {
		switch {
		case gen <= 200 || role != story.Text:
			return "Thinking is not supported for this model."
		case t.ThinkingLevel != "" && gen < 300:
			return "Thinking level is not supported for this model."
		}
	}
	if i := g.ImageConfig; i != nil {
		switch {
		case role != story.Picture:
			return "imageConfig is not supported for this model."
		case i.AspectRatio != "" && !slices.Contains(aspects, i.AspectRatio):
			return "Aspect ratio is not supported."
		case i.ImageSize != "" && gen == 205:
			return "Image size is not supported for this model."
		}
	}
	for _, s := range b.SafetySettings {
		if !strings.HasPrefix(s.Category, "HARM_CATEGORY_") || !strings.HasPrefix(s.Threshold, "BLOCK_") && s.Threshold != "OFF" {
			return "Invalid value at 'safety_settings'."
		}
	}
	return ""
}

// without says which setting of a request the model does not take, "" for
// none.
func without(settings []string, b body) string {
	g := b.GenerationConfig
	has := map[string]bool{
		"thinking": g.ThinkingConfig != nil, "schema": g.ResponseSchema != nil,
		"aspect": g.ImageConfig != nil, "style": b.style() != "",
	}
	says := map[string]string{
		"thinking": "Thinking is not supported for this model.", "schema": "JSON mode is not enabled for this model: response schema.",
		"aspect": "Unsupported field imageConfig: aspect ratio is not enabled for this model.", "style": "Part.speechMetadata is not supported.",
	}
	for _, s := range settings {
		if has[s] {
			return says[s]
		}
	}
	return ""
}
