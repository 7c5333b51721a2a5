package generate

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"image"
	_ "image/jpeg" // pictures of documents and models
	_ "image/png"  // pictures of this computer
	"strconv"
	"strings"

	"edusmart/core/model"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// Limits on what a maker gives.
const (
	minPictureSide = 64
	maxPictureSide = 8192
	// minSecondsPerWord is far below the fastest intelligible speech (about
	// 8 words a second): less is an answer that broke off.
	minSecondsPerWord = 0.08
	// silencePeak is the sample value that audible speech exceeds.
	silencePeak = 200
)

// result is what became of a task: on success it carries what goes into the
// page.
type result struct {
	task
	err      error
	key      string
	source   string
	fallback bool
	file     string // the asset
	alt      string
	fit      story.Fit
	seconds  float64
	words    []story.Word
	voice    string
}

// picture prepares the drawing of page i. The returned function runs on
// another goroutine and touches nothing of the story.
func (r *run) picture(i int) func(context.Context) result {
	scene, key, id := r.scene(i), r.pictureKey(i), r.Story.ID
	asked := r.Story.Options.Illustrator
	return func(ctx context.Context) result {
		p, err := r.Illustrator.Illustrate(ctx, scene)
		if err == nil {
			err = checkPicture(p)
		}
		if err != nil {
			return result{err: err}
		}
		ending := "png"
		if p.MIME == "image/jpeg" {
			ending = "jpg"
		}
		file, err := r.Library.PutAsset(id, p.Data, ending)
		return result{
			err: err, key: key, source: p.Source, fallback: fellBack(asked, p.Source),
			file: file, alt: p.Alt, fit: p.Fit,
		}
	}
}

// voice prepares the narration of page i, likewise.
func (r *run) voice(i int) func(context.Context) result {
	script, key, id := r.script(i), r.voiceKey(i), r.Story.ID
	asked := r.Story.Options.Narrator
	return func(ctx context.Context) result {
		sp, err := r.Narrator.Narrate(ctx, script)
		if err == nil {
			err = checkSpeech(sp, script.Sentences)
		}
		if err != nil {
			return result{err: err}
		}
		var wav bytes.Buffer
		if err := speech.EncodeWAV(&wav, sp.PCM, sp.Rate); err != nil {
			return result{err: model.Errorf("narrate page", model.Unusable, "The voice could not be kept. Try again.", err)}
		}
		file, err := r.Library.PutAsset(id, wav.Bytes(), "wav")
		return result{
			err: err, key: key, source: sp.Source, fallback: fellBack(asked, sp.Source),
			file: file, seconds: sp.Seconds(), words: sp.Words, voice: sp.Voice,
		}
	}
}

// fellBack reports whether a part came from this computer though Gemini was
// asked.
func fellBack(asked story.Maker, source string) bool {
	return asked == story.Gemini && source == "device"
}

// checkPicture decodes the picture: a part is ready only when it can be shown.
func checkPicture(p model.Picture) error {
	const op, say = "draw page", "The picture that came cannot be used. Try again."
	c, _, err := image.DecodeConfig(bytes.NewReader(p.Data))
	if err == nil && (min(c.Width, c.Height) < minPictureSide || max(c.Width, c.Height) > maxPictureSide) {
		err = fmt.Errorf("%d by %d pixels", c.Width, c.Height)
	}
	if err == nil {
		_, _, err = image.Decode(bytes.NewReader(p.Data))
	}
	if err != nil {
		return model.Errorf(op, model.Unusable, say, err)
	}
	return nil
}

// checkSpeech refuses silence, speech too short for its words and word times
// that do not belong to the sentences.
func checkSpeech(sp model.Speech, sentences []string) error {
	const op, say = "narrate page", "The voice that came cannot be used. Try again."
	words := 0
	for _, s := range sentences {
		words += len(strings.Fields(s))
	}
	var loud bool
	for _, v := range sp.PCM {
		if v > silencePeak || v < -silencePeak {
			loud = true
			break
		}
	}
	var err error
	switch {
	case sp.Rate < 8000 || sp.Rate > 192000:
		err = fmt.Errorf("%d samples a second", sp.Rate)
	case !loud:
		err = fmt.Errorf("%.1f s of silence", sp.Seconds())
	case sp.Seconds() < minSecondsPerWord*float64(words):
		err = fmt.Errorf("%.1f s for %d words", sp.Seconds(), words)
	}
	for _, w := range sp.Words {
		if err == nil && (w.Sentence < 0 || w.Sentence >= len(sentences) || w.From < 0 || w.To > len(sentences[w.Sentence]) || w.From > w.To || w.Start < 0 || w.End < w.Start) {
			err = fmt.Errorf("the word %.40q lies outside its sentence or its sound", w.Text)
		}
	}
	if err != nil {
		return model.Errorf(op, model.Unusable, say, err)
	}
	return nil
}

// finish takes a result into its page, on the owner's goroutine. A part that
// failed is a gap, never the end of the story.
func (r *run) finish(res result) {
	delete(r.working, res.task)
	p := &r.Story.Pages[res.page]
	part := story.Part{State: story.Ready, Source: res.source, Key: res.key}
	if res.fallback {
		part.State = story.Fallback
	}
	if res.err != nil {
		part = story.Part{State: story.Failed, Reason: model.Sentence(res.err)}
		if model.KindOf(res.err) == model.Device && res.task.part == story.Voice {
			part.State = story.Skipped // a story without a voice is a silent story
		}
	}
	switch res.task.part {
	case story.Picture:
		p.Parts.Picture = part
		if res.err == nil {
			p.Picture, p.Alt, p.Fit = res.file, res.alt, res.fit
		}
	case story.Voice:
		p.Parts.Voice = part
		if res.err == nil {
			p.Narration, p.Seconds, p.Words, p.Voice = res.file, res.seconds, res.words, res.voice
		} else {
			p.Narration, p.Words = "", nil
			p.Seconds = speech.ReadingTime(p.Text(), r.Story.Language, r.Story.Grade).Seconds()
		}
	}
}

func (r *run) scene(i int) model.Scene {
	s := r.Story
	p := &s.Pages[i]
	seed := sha256.Sum256([]byte(s.Source.SHA256 + "\x00" + s.Title))
	return model.Scene{
		StoryTitle: s.Title, PageTitle: p.Title, Text: p.Text(), Prompt: p.Prompt,
		Language: s.Language, Grade: s.Grade, Page: i, Of: s.Options.Pages,
		Seed: binary.BigEndian.Uint64(seed[:]), Figure: r.figures[i],
	}
}

func (r *run) script(i int) model.Script {
	s := r.Story
	script := model.Script{Language: s.Language, Voice: s.Options.Voice}
	for _, sentence := range s.Pages[i].Sentences {
		script.Sentences = append(script.Sentences, sentence.Text)
	}
	return script
}

// pictureKey and voiceKey hash what is asked, so that the same is not asked
// twice and another is.
func (r *run) pictureKey(i int) string {
	sc := r.scene(i)
	figure := ""
	if sc.Figure != nil {
		sum := sha256.Sum256(sc.Figure.Data)
		figure = hex.EncodeToString(sum[:])
	} else if r.document == nil {
		// Without the document its figures are not known: what was made from
		// one counts as made from the same.
		return r.Story.Pages[i].Parts.Picture.Key
	}
	return keyOf(string(r.Story.Options.Illustrator), sc.StoryTitle, sc.PageTitle, sc.Text, sc.Prompt, sc.Language,
		strconv.Itoa(sc.Page), strconv.FormatUint(sc.Seed, 16), figure)
}

func (r *run) voiceKey(i int) string {
	sc := r.script(i)
	return keyOf(append([]string{string(r.Story.Options.Narrator), sc.Language, sc.Voice}, sc.Sentences...)...)
}

// keyOf hashes the fields with their lengths, so that no two lists collide by
// joining.
func keyOf(fields ...string) string {
	h := sha256.New()
	for _, f := range fields {
		fmt.Fprintf(h, "%d:%s", len(f), f)
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}
