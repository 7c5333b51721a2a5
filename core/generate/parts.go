package generate

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // pictures of documents and models
	_ "image/png"  // pictures of this computer
	"slices"
	"strconv"
	"strings"
	"time"

	"edusmart/core/library"
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
	err     error
	key     string
	source  string
	instead string // why it was made on this computer instead
	file    string // the asset
	alt     string
	fit     story.Fit
	seconds float64
	words   []story.Word
	timing  story.Timing
	voice   string
}

// picture prepares the drawing of page i. The returned function runs on
// another goroutine and touches nothing of the story.
func (r *run) picture(i int) func(context.Context) result {
	scene, key, id := r.scene(i), r.pictureKey(i), r.Story.ID
	reference := referenceOf(r.Story, i)
	maker := r.Makers.Illustrator(r.maker(task{i, story.Picture}, r.Story.Options.Illustrator))
	return func(ctx context.Context) result {
		if reference != "" {
			// Without it the picture is drawn by the character sheet alone.
			if data, err := r.Library.ReadAsset(id, reference); err == nil {
				scene.Reference, scene.ReferenceMIME = data, mimeOf(reference)
			}
		}
		// The document's own figure is nobody's to be asked for.
		p, ok := model.FigurePicture(ctx, scene)
		var err error
		if !ok {
			p, err = maker.Illustrate(ctx, scene)
		}
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
			err: err, key: key, source: p.Source, instead: p.Instead, file: file, alt: p.Alt, fit: p.Fit,
		}
	}
}

// voice prepares the narration of page i, likewise.
func (r *run) voice(i int) func(context.Context) result {
	script, key, id := r.script(i), r.voiceKey(i), r.Story.ID
	maker := r.Makers.Narrator(r.maker(task{i, story.Voice}, r.Story.Options.Narrator))
	return func(ctx context.Context) result { return spoken(ctx, r.Library, id, maker, script, key) }
}

// spoken has a script spoken and keeps the sound with the story.
func spoken(ctx context.Context, l *library.Library, id string, maker model.Narrator, script model.Script, key string) result {
	sp, err := maker.Narrate(ctx, script)
	if err == nil {
		err = checkSpeech(sp, script.Sentences)
	}
	if err != nil {
		return result{err: err}
	}
	words, timing := toldWords(sp, script)
	var wav bytes.Buffer
	if err := speech.EncodeWAV(&wav, sp.PCM, sp.Rate); err != nil {
		return result{err: model.Errorf("narrate page", model.Unusable, "The voice could not be kept. Try again.", err)}
	}
	file, err := l.PutAsset(id, wav.Bytes(), "wav")
	return result{
		err: err, key: key, source: sp.Source, instead: sp.Instead,
		file: file, seconds: sp.Seconds(), words: words, timing: timing, voice: sp.Voice,
	}
}

// toldWords gives when the words of a page are heard: as the voice tells, or,
// where it does not, by an estimate that is quickly made. What was paid for is
// kept before anything takes longer; see timed.
func toldWords(sp model.Speech, script model.Script) ([]story.Word, story.Timing) {
	switch {
	case sp.Estimated:
		return sp.Words, story.Estimated
	case len(sp.Words) > 0:
		return sp.Words, story.Told
	}
	speech.Normalize(sp.PCM, sp.Rate)
	return speech.Place(script.Sentences, sp.PCM, sp.Rate), story.Estimated
}

// wordTimes is the part of a page that is made after its voice, where that told
// no times: the places of its words in the sound.
const wordTimes story.PartKind = "times"

// untimed reports whether page i has a voice whose words can be placed better
// than they are.
func (r *run) untimed(i int) bool {
	p := &r.Story.Pages[i]
	return r.Reference != nil && p.Timing == story.Estimated && strings.HasPrefix(p.Parts.Voice.Source, "gemini:") && p.Parts.Voice.State.Usable()
}

// enqueueTimes has page i's words placed when nothing else is to be made.
func (r *run) enqueueTimes(i int) {
	if r.untimed(i) {
		r.queue = append(r.queue, task{i, wordTimes})
	}
}

// timed prepares the aligning of page i's sound with the same words spoken by
// the reference, which tells its times.
func (r *run) timed(i int) func(context.Context) result {
	script, id, file := r.script(i), r.Story.ID, r.Story.Pages[i].Narration
	return func(ctx context.Context) result { return aligned(ctx, r.Library, id, file, script, r.Reference) }
}

// aligned places the words of a script in the sound of a file, by the sound of
// a reference that tells its times.
func aligned(ctx context.Context, l *library.Library, id, file string, script model.Script, reference model.Narrator) result {
	data, err := l.ReadAsset(id, file)
	if err != nil {
		return result{err: err}
	}
	pcm, rate, err := speech.DecodeWAV(bytes.NewReader(data))
	if err != nil {
		return result{err: err}
	}
	words, timing := Align(ctx, reference, pcm, rate, script)
	if words == nil {
		err = errNoTimes
	}
	return result{file: file, err: err, words: words, timing: timing}
}

var errNoTimes = errors.New("the reference tells no times")

// place takes in where a page's words are heard; without it the estimate
// stands.
func (r *run) place(res result) bool {
	p := &r.Story.Pages[res.page]
	if res.err != nil || p.Narration != res.file {
		return false
	}
	p.Words, p.Timing = res.words, res.timing
	return true
}

func mimeOf(asset string) string {
	if strings.HasSuffix(asset, ".jpg") {
		return "image/jpeg"
	}
	return "image/png"
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
// failed is a gap, never the end of the story. It reports whether the part has
// ended; one that is to be made on this computer instead is queued again.
func (r *run) finish(res result) bool {
	tried := 0
	if c := r.working[res.task]; c != nil {
		tried = c.tried
	}
	delete(r.working, res.task)
	if res.part == wordTimes {
		return r.place(res)
	}
	if errors.Is(res.err, model.ErrUseDevice) {
		r.queue = slices.Insert(r.queue, 0, res.task)
		return false
	}
	p := &r.Story.Pages[res.page]
	part := res.ended(tried)
	r.pace.ended(time.Now())
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
			p.Timing = res.timing
			r.enqueueTimes(res.page)
		} else {
			p.Narration, p.Words, p.Timing = "", nil, story.Told
			p.Seconds = speech.ReadingTime(p.Text(), r.Story.Language, r.Story.Grade).Seconds()
		}
	}
	return true
}

// ended gives the state of the part that a result ends, after so many attempts
// of a service.
func (res result) ended(tried int) story.Part {
	part := story.Part{State: story.Ready, Source: res.source, Key: res.key}
	switch {
	case errors.Is(res.err, model.ErrSkip):
		part = story.Part{State: story.Skipped, Reason: "You left it out."}
	case res.err != nil:
		part = story.Part{State: story.Failed, Reason: model.Sentence(res.err)}
		if model.KindOf(res.err) == model.Device && res.task.part == story.Voice {
			part.State = story.Skipped // a story without a voice is a silent story
		}
	case res.instead != "":
		part.State, part.Reason = story.Fallback, res.instead
	}
	if part.State == story.Failed || part.State == story.Fallback {
		part.Attempts = tried
	}
	return part
}

func (r *run) scene(i int) model.Scene {
	scene := sceneOf(r.Story, i)
	scene.Topic, scene.Figure = r.topic, r.figures[i]
	if r.document != nil && r.document.Language != r.Story.Language {
		scene.Topic = nil // its words are not the story's
	}
	return scene
}

func (r *run) script(i int) model.Script {
	s := r.Story
	script := model.Script{Language: s.Language, Voice: s.Options.Voice, Style: s.Options.Style}
	for _, sentence := range s.Pages[i].Sentences {
		script.Sentences = append(script.Sentences, sentence.Text)
	}
	return script
}

// pictureKey and voiceKey hash what is asked, so that the same is not asked
// twice and another is. Titles are left out: a story that is renamed keeps its
// pictures. So is the text where a prompt says what is drawn.
func (r *run) pictureKey(i int) string {
	sc := r.scene(i)
	figure := ""
	if sc.Figure != nil {
		sum := sha256.Sum256(sc.Figure.Data)
		figure = hex.EncodeToString(sum[:])
	} else if r.document == nil && r.Story.Pages[i].Parts.Picture.Source == "document" {
		// Without the document its figures are not known: what was made from
		// one counts as made from the same.
		return r.Story.Pages[i].Parts.Picture.Key
	}
	what := sc.Prompt
	if what == "" {
		what = sc.Text
	}
	return keyOf(string(r.Story.Options.Illustrator), what, sc.Language,
		strconv.Itoa(sc.Page), strconv.FormatUint(sc.Seed, 16), figure, sc.Characters)
}

func (r *run) voiceKey(i int) string {
	return spokenKey(r.Story.Options.Narrator, r.script(i))
}

// spokenKey hashes what a narrator is asked.
func spokenKey(by story.Maker, sc model.Script) string {
	return keyOf(append([]string{string(by), sc.Language, sc.Voice, sc.Style}, sc.Sentences...)...)
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
