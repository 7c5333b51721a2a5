package library

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/abadojack/whatlanggo"
	"github.com/rivo/uniseg"

	"edusmart/core/lazyregexp"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// The first EduSmart, a web application, exported a story as a zip with
// metadata.json or story.json and scene_1.png, scene_1.wav and so on. What its
// JSON says is read tolerantly: several names of a field are known, and what
// cannot be understood is left out.

const (
	maxLegacyJSON     = 8 << 20
	maxLegacyPixels   = 100 << 20
	legacyPicturePart = 64 << 20 // bytes of one picture
)

var (
	noStory   = "There is no story in this file. Choose a file that ends in ." + Ending + ", or a zip file that EduSmart exported."
	sceneFile = lazyregexp.New(`(?i)^(?:scene|page)[ _-]?0*(\d{1,4})\.(png|jpe?g|wav)$`)
)

// scene is the files of one page.
type scene struct{ picture, sound string }

// readLegacy reads a zip file of the first EduSmart.
func readLegacy(z *zip.Reader) (incoming, error) {
	meta := legacyMeta(z)
	if meta == "" {
		return incoming{}, badFile(noStory, nil)
	}
	data, err := readEntry(z, meta, maxLegacyJSON)
	if err != nil {
		return incoming{}, badFile("The story in this file is damaged. Export it again.", err)
	}
	fields := looseJSON(data)
	if inner, ok := fields["story"].(map[string]any); ok && list(fields, sceneNames...) == nil {
		fields = inner
	}
	scenes := list(fields, sceneNames...)
	if len(scenes) == 0 {
		return incoming{}, badFile(noStory, fmt.Errorf("%s has no scenes", meta))
	}
	if len(scenes) > story.MaxPages {
		return incoming{}, badFile(fmt.Sprintf("This story has more than %d pages and cannot be taken in.", story.MaxPages), nil)
	}
	s := legacyStory(fields, scenes)
	sum := sha256.Sum256(data)
	s.ID = hex.EncodeToString(sum[:8])
	if err := s.Check(); err != nil {
		return incoming{}, badFile("The story in this file is damaged. Export it again.", err)
	}
	files := legacyFiles(z, path.Dir(meta))
	if !slices.ContainsFunc(s.Pages, func(p story.Page) bool { return len(p.Sentences) > 0 }) && files(0, scenes[0]) == (scene{}) {
		return incoming{}, badFile(noStory, fmt.Errorf("the scenes of %s say nothing", meta))
	}
	return incoming{
		story: s,
		same:  func(old *story.Story) bool { return len(old.Pages) == len(s.Pages) && old.Title == s.Title },
		assets: func(ctx context.Context, to *Library, s *story.Story) error {
			for i := range s.Pages {
				if err := ctx.Err(); err != nil {
					return err
				}
				if err := legacyParts(z, to, s, i, files(i, scenes[i])); err != nil {
					return err
				}
			}
			return nil
		},
	}, nil
}

// legacyMeta gives the name of the file that tells the story: the one that
// lies least deep.
func legacyMeta(z *zip.Reader) string {
	found := ""
	for _, f := range z.File {
		base := strings.ToLower(path.Base(f.Name))
		if base != "metadata.json" && base != storyFile || f.Mode().IsDir() {
			continue
		}
		deep, before := strings.Count(f.Name, "/"), strings.Count(found, "/")
		if found == "" || deep < before || deep == before && base == "metadata.json" {
			found = f.Name
		}
	}
	return found
}

// legacyFiles finds each page's files, in the folder of the story or below.
// They are numbered from 1, or from 0 where there is a scene_0; a name that
// the scene itself gives goes before.
func legacyFiles(z *zip.Reader, dir string) func(page int, scene any) scene {
	numbered := map[int]scene{}
	named := map[string]string{}
	for _, f := range z.File {
		if dir != "." && !strings.HasPrefix(f.Name, dir+"/") {
			continue
		}
		base := path.Base(f.Name)
		named[strings.ToLower(base)] = f.Name
		m := sceneFile().FindStringSubmatch(base)
		if m == nil {
			continue
		}
		n, _ := strconv.Atoi(m[1]) // at most four digits
		s := numbered[n]
		if strings.EqualFold(m[2], "wav") {
			s.sound = f.Name
		} else {
			s.picture = f.Name
		}
		numbered[n] = s
	}
	_, fromNought := numbered[0]
	return func(page int, v any) scene {
		if !fromNought {
			page++
		}
		s := numbered[page]
		fields, _ := v.(map[string]any)
		if name := named[strings.ToLower(path.Base(text(fields, "image", "image_path", "image_file", "picture")))]; name != "" {
			s.picture = name
		}
		if name := named[strings.ToLower(path.Base(text(fields, "audio", "audio_path", "audio_file", "sound")))]; name != "" {
			s.sound = name
		}
		return s
	}
}

var sceneNames = []string{"scenes", "pages", "slides"}

// legacyStory maps the fields of the first EduSmart to a story.
func legacyStory(fields map[string]any, scenes []any) *story.Story {
	s := &story.Story{
		Title:  clean(text(fields, "title", "story_title", "name")),
		Status: story.Done, Written: true,
		Source: story.Source{Name: path.Base(clean(text(fields, "source", "source_file", "document", "filename")))},
	}
	if s.Source.Name == "." || s.Source.Name == "/" {
		s.Source.Name = ""
	}
	if s.Title == "" {
		s.Title = "A story"
	}
	s.Grade = legacyGrade(fields)
	var all strings.Builder
	for i, v := range scenes {
		p := story.Page{ID: fmt.Sprintf("page-%02d", i+1)}
		scene, ok := v.(map[string]any)
		if ok {
			p.Title = clean(text(scene, "title", "heading", "scene_title"))
			p.Prompt = clean(text(scene, "prompt", "image_prompt", "visual_description", "image_description", "illustration"))
			p.Alt = clean(text(scene, "alt", "alt_text", "caption"))
			p.Notes = clean(text(scene, "notes", "teacher_notes"))
			v = text(scene, "text", "narration", "story_text", "content", "script", "description")
		}
		said, _ := v.(string)
		p.Sentences = sentencesOf(said)
		p.Parts.Text = story.Part{State: story.Ready}
		if len(p.Sentences) == 0 {
			p.Parts.Text = story.Part{State: story.Failed, Reason: "The imported file has no text for this page."}
		}
		all.WriteString(said + "\n")
		s.Pages = append(s.Pages, p)
	}
	s.Language = legacyLanguage(clean(text(fields, "language", "lang", "locale")), all.String())
	s.Quiz = legacyQuiz(fields)
	s.Glossary = legacyGlossary(fields)
	if at, err := time.Parse(time.RFC3339, text(fields, "created", "created_at", "timestamp", "date")); err == nil {
		s.Created = at.UTC()
	} else {
		s.Created = time.Now().UTC().Truncate(time.Millisecond)
	}
	s.Modified = s.Created
	s.Options = story.Options{Grade: s.Grade, Pages: len(s.Pages), Language: s.Language}
	return s
}

// sentencesOf cuts a text into sentences, as Unicode does (UAX 29).
func sentencesOf(said string) []story.Sentence {
	var all []story.Sentence
	rest, state := clean(said), -1
	for rest != "" && len(all) < story.MaxSentences {
		var one string
		one, rest, state = uniseg.FirstSentenceInString(rest, state)
		if one = strings.TrimSpace(one); one != "" {
			all = append(all, story.Sentence{Text: one})
		}
	}
	return all
}

var languageNames = map[string]string{
	"english": "en", "spanish": "es", "español": "es", "french": "fr", "français": "fr", "german": "de", "deutsch": "de",
	"italian": "it", "portuguese": "pt", "arabic": "ar", "hindi": "hi", "chinese": "zh", "japanese": "ja", "russian": "ru",
}

var languageTag = lazyregexp.New(`^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$`)

// legacyLanguage gives a BCP 47 tag for what the file says, or what its text
// is written in.
func legacyLanguage(said, text string) string {
	if tag := languageNames[strings.ToLower(said)]; tag != "" {
		return tag
	}
	if languageTag().MatchString(said) && len(said) <= 20 {
		return strings.ReplaceAll(said, "_", "-")
	}
	if found := whatlanggo.Detect(text); found.IsReliable() && found.Lang.Iso6391() != "" {
		return found.Lang.Iso6391()
	}
	return "und"
}

var firstNumber = lazyregexp.New(`\d{1,2}`)

func legacyGrade(fields map[string]any) int {
	said := text(fields, "grade", "grade_level", "gradelevel", "level")
	if n, err := strconv.Atoi(firstNumber().FindString(said)); err == nil {
		return min(n, 12)
	}
	return 0
}

// legacyParts puts the picture and the sound of a page where they are sound.
func legacyParts(z *zip.Reader, to *Library, s *story.Story, i int, files scene) error {
	p := &s.Pages[i]
	said := make([]string, len(p.Sentences))
	for k, sentence := range p.Sentences {
		said[k] = sentence.Text
	}
	p.Seconds = speech.ReadingTime(strings.Join(said, " "), s.Language, s.Grade).Seconds()
	p.Parts.Picture = story.Part{State: story.Failed, Reason: "The imported file has no picture for this page that can be shown."}
	p.Parts.Voice = story.Part{State: story.Failed, Reason: "The imported file has no sound for this page that can be played."}
	if data, ending := legacyPicture(z, files.picture); data != nil {
		rel, err := to.PutAsset(s.ID, data, ending)
		if err != nil {
			return err
		}
		p.Picture, p.Fit, p.Parts.Picture = rel, story.Crop, story.Part{State: story.Ready}
	}
	if files.sound == "" {
		return nil
	}
	data, err := readEntry(z, files.sound, maxAsset)
	if err != nil {
		return badFile("A sound in this file is damaged. Export the story again.", err)
	}
	pcm, rate := legacySound(data)
	if len(pcm) == 0 {
		return nil // the page says so
	}
	var wav bytes.Buffer
	if err := speech.EncodeWAV(&wav, pcm, rate); err != nil {
		return badFile("A sound in this file is damaged. Export the story again.", err)
	}
	if p.Narration, err = to.PutAsset(s.ID, wav.Bytes(), "wav"); err != nil {
		return err
	}
	p.Seconds = speech.Duration(len(pcm), rate).Seconds()
	p.Words, p.Timing = speech.Place(said, pcm, rate), story.Estimated
	p.Parts.Voice = story.Part{State: story.Ready}
	return nil
}

// legacySound gives the samples of a sound that can be played.
func legacySound(data []byte) (pcm []int16, rate int) {
	pcm, rate, err := speech.DecodeWAV(bytes.NewReader(data))
	if err != nil {
		return nil, 0
	}
	return pcm, rate
}

// legacyPicture gives a picture that can be shown, and its ending.
func legacyPicture(z *zip.Reader, name string) (data []byte, ending string) {
	if name == "" {
		return nil, ""
	}
	data, err := readEntry(z, name, legacyPicturePart)
	if err != nil {
		return nil, ""
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width <= 0 || config.Height <= 0 || config.Width > maxLegacyPixels/config.Height {
		return nil, ""
	}
	endings := map[string]string{"png": "png", "jpeg": "jpg"}
	if endings[format] == "" {
		return nil, ""
	}
	return slices.Clone(data), endings[format]
}
