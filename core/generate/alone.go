package generate

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"strings"

	"edusmart/core/library"
	"edusmart/core/model"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// Speak has one script spoken outside of a job, such as a sentence that was
// changed, and checks what comes. The times of the words are those that the
// voice tells; where it tells none, they are found by the reference, as in a
// job, or estimated where there is no reference.
func Speak(ctx context.Context, n, reference model.Narrator, script model.Script) (sp model.Speech, words []story.Word, timing story.Timing, err error) {
	sp, err = n.Narrate(ctx, script)
	if err == nil {
		err = checkSpeech(sp, script.Sentences)
	}
	if err != nil {
		return sp, nil, "", err
	}
	words, timing = toldWords(sp, script)
	if timing == story.Estimated && !sp.Estimated {
		if found, fit := Align(ctx, reference, sp.PCM, sp.Rate, script); found != nil {
			words, timing = found, fit
		}
	}
	return sp, words, timing, nil
}

// Align finds the words of a script in sound that somebody else has spoken, by
// the reference's voice; nil where there is no reference that tells its times.
func Align(ctx context.Context, reference model.Narrator, pcm []int16, rate int, script model.Script) ([]story.Word, story.Timing) {
	if reference == nil {
		return nil, ""
	}
	script.Voice, script.Style = "", ""
	ref, err := reference.Narrate(ctx, script)
	if err != nil || len(ref.Words) == 0 || ref.Estimated {
		return nil, ""
	}
	words, fit := speech.Align(speech.Timed{PCM: ref.PCM, Rate: ref.Rate, Words: ref.Words}, pcm, rate, script.Sentences)
	if fit.Level == speech.ByWord {
		return words, story.Aligned
	}
	return words, story.BySentence
}

// Draw has the picture of page i drawn outside of a job, by prompt, and checks
// it. again, above 0, makes another picture of the same prompt.
func Draw(ctx context.Context, l *library.Library, m model.Illustrator, s *story.Story, i int, prompt string, again int) (model.Picture, error) {
	scene := sceneOf(s, i)
	if prompt != scene.Prompt {
		scene.Prompt, scene.Alt = prompt, ""
	}
	scene.Seed += uint64(again)
	if rel := referenceOf(s, i); rel != "" {
		if data, err := l.ReadAsset(s.ID, rel); err == nil {
			scene.Reference, scene.ReferenceMIME = data, mimeOf(rel)
		}
	}
	p, err := m.Illustrate(ctx, scene)
	if err == nil {
		err = checkPicture(p)
	}
	return p, err
}

// NearFigures gives the document's figures that are fit to be shown, those
// that belong to page i first.
func NearFigures(doc *story.Document, s *story.Story, i int) []int {
	var near, others []int
	best := assignFigures(doc, s.Pages[i:i+1])[0]
	for f := range doc.Figures {
		if !presentable(&doc.Figures[f]) {
			continue
		}
		if &doc.Figures[f] == best {
			near = append(near, f)
		} else {
			others = append(others, f)
		}
	}
	return append(near, others...)
}

// sceneOf is the scene of page i as far as the story itself tells it.
func sceneOf(s *story.Story, i int) model.Scene {
	p := &s.Pages[i]
	seed := sha256.Sum256([]byte(s.Source.SHA256 + "\x00" + s.ID))
	return model.Scene{
		StoryTitle: s.Title, PageTitle: p.Title, Text: p.Text(), Prompt: p.Prompt, Alt: p.Asked,
		Language: s.Language, Grade: s.Grade, Page: i, Of: s.Options.Pages,
		Seed: binary.BigEndian.Uint64(seed[:]), Characters: s.Characters,
	}
}

// referenceOf gives the file of the picture that page i's is to look like; ""
// where there is none.
func referenceOf(s *story.Story, i int) string {
	first := &s.Pages[0]
	if i == 0 || s.Characters == "" || !strings.HasPrefix(first.Parts.Picture.Source, "gemini:") {
		return ""
	}
	return first.Picture
}
