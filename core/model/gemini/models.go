package gemini

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"google.golang.org/genai"

	"edusmart/core/lazyregexp"
	"edusmart/core/model"
	"edusmart/core/story"
)

// DefaultLadders gives for each role the models to ask, in order: the
// original's first, then its replacements. The caller may change what it gets.
func DefaultLadders() map[story.PartKind][]string {
	return map[story.PartKind][]string{
		story.Text:    {"gemini-2.0-flash-lite", "gemini-2.5-flash-lite", "gemini-3.5-flash-lite", "gemini-3.1-flash-lite"},
		story.Picture: {"gemini-2.5-flash-image", "gemini-nano-banana-2.1", "gemini-3.1-flash-image"},
		story.Voice:   {"gemini-2.5-flash-preview-tts", "gemini-3.8-flash-lite-tts", "gemini-3.8-flash-tts"},
	}
}

// version is a model's generation, such as 2.5; the zero value is unknown.
type version struct{ major, minor int }

var versionPattern = lazyregexp.New(`^gemini-(\d{1,3})(?:\.(\d{1,3}))?(?:-|$)`)

// versionOf reads the generation from a model's name.
func versionOf(modelName string) version {
	m := versionPattern().FindStringSubmatch(modelName)
	if m == nil {
		return version{}
	}
	major, _ := strconv.Atoi(m[1]) // digits only
	minor, _ := strconv.Atoi(m[2]) // digits or nothing, which is 0
	return version{major, minor}
}

func (v version) atLeast(major, minor int) bool {
	return v.major > major || v.major == major && v.minor >= minor
}

// bareName is the name without the resource's prefix.
func bareName(modelName string) string {
	return strings.TrimPrefix(strings.TrimSpace(modelName), "models/")
}

// Settings that a model may not take. A model that refuses one is asked
// without it from then on.
const (
	setThinking = "thinking"
	setSpeech   = "speech style"
	setAspect   = "aspect ratio"
	setSchema   = "schema"
)

// thinking asks for as little thinking as the model's generation can be asked
// for: it counts against the answer's length and its price. Generations
// before 2.5 do not think, 2.5 takes a budget, later ones a level. nil: the
// model's own way.
func (c *Client) thinking(modelName string) *genai.ThinkingConfig {
	v := versionOf(modelName)
	switch {
	case !c.does(modelName, setThinking):
		return nil
	case v.atLeast(3, 0):
		return &genai.ThinkingConfig{ThinkingLevel: genai.ThinkingLevelLow}
	case v.atLeast(2, 5) && strings.Contains(modelName, "flash"):
		return &genai.ThinkingConfig{ThinkingBudget: genai.Ptr[int32](0)}
	}
	return nil
}

// Most tokens of a whole text. Generation 2.0 gives 8,192 at most; what later
// ones give is far above what a story needs and is held down, so that a model
// that runs on in circles costs cents only.
const (
	mostOldTokens = 8_192
	mostTokens    = 32_768
)

func outputTokens(modelName string) int32 {
	if v := versionOf(modelName); v.major == 2 && v.minor == 0 {
		return mostOldTokens
	}
	return mostTokens
}

// safety asks for the strictest thresholds: pupils see the result.
func safety() []*genai.SafetySetting {
	var all []*genai.SafetySetting
	for _, c := range []genai.HarmCategory{
		genai.HarmCategoryHarassment, genai.HarmCategoryHateSpeech,
		genai.HarmCategorySexuallyExplicit, genai.HarmCategoryDangerousContent,
	} {
		all = append(all, &genai.SafetySetting{Category: c, Threshold: genai.HarmBlockThresholdBlockLowAndAbove})
	}
	return all
}

// maxListed bounds how many models are read from a listing.
const maxListed = 2000

// Models lists the models that can generate content, sorted. That a model is
// listed does not mean that the key may ask it.
func (c *Client) Models(ctx context.Context) ([]string, error) {
	k := c.begin(ctx, "list models", "", "")
	defer k.end()
	var names []string
	err := k.guard(func(safe func(func())) error {
		n := 0
		for m, err := range c.models.All(k.ctx) {
			if err != nil {
				return err
			}
			if n++; n > maxListed {
				return nil
			}
			if m != nil && slices.Contains(m.SupportedActions, "generateContent") && bareName(m.Name) != "" {
				names = append(names, bareName(m.Name))
			}
		}
		return nil
	})
	if err != nil {
		return nil, k.fail(err)
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// Try sends the smallest real call of the role to the model, which for a
// picture is a whole one, and gives how long the answer took. Errors are as of
// any other call.
func (c *Client) Try(ctx context.Context, role story.PartKind, modelName string) (time.Duration, error) {
	start := time.Now()
	var err error
	switch role {
	case story.Picture:
		_, err = c.Illustrator(modelName).Illustrate(ctx, model.Scene{
			StoryTitle: "A test", PageTitle: "A tree", Text: "A green tree stands on a hill.", Language: "en", Of: 1,
		})
	case story.Voice:
		_, err = c.Narrator(modelName).Narrate(ctx, model.Script{Sentences: []string{"Good morning, everybody."}, Language: "en"})
	default:
		err = c.tryText(ctx, bareName(modelName))
	}
	return time.Since(start), err
}

// tryText asks for one word.
func (c *Client) tryText(ctx context.Context, modelName string) error {
	k := c.begin(ctx, "test the key", story.Text, modelName)
	defer k.end()
	resp, err := k.generate([]*genai.Content{genai.NewContentFromText("Answer with the one word: ready", genai.RoleUser)},
		&genai.GenerateContentConfig{MaxOutputTokens: 64, ThinkingConfig: c.thinking(modelName), SafetySettings: safety()})
	if err != nil {
		return err
	}
	// Whatever it says, a model that answers and is not blocked can be asked;
	// a few thoughts may have used up the few tokens.
	if v := look(resp); v.reason != "MAX_TOKENS" && v.text == "" {
		return k.verdict(v, "it gave no text")
	}
	return nil
}
