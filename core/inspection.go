package core

import (
	"bytes"
	"context"
	"fmt"
	"image"
	_ "image/jpeg" // the forms in which stories keep pictures
	_ "image/png"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"edusmart/core/document"
	"edusmart/core/export"
	"edusmart/core/model"
	"edusmart/core/player"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// inspection is the check of one story: all that a lesson without a network
// needs of it is done once.
type inspection struct {
	app   *App
	found *DrillStory
	tell  func(share float64, doing string)
	story *story.Story
	seen  map[string]bool // files that were decoded or missed already
}

// How the work on a story is shared out, for the progress.
const (
	decodedShare = 0.3
	playedShare  = 0.7
)

const (
	// maxDrillPixels bounds a picture, as where it is shown.
	maxDrillPixels = 100 << 20
	// maxApart is how far a narration's length may be from what its page says,
	// in seconds.
	maxApart = 0.5
	// drillPageWidth is how wide the first page of the document is drawn.
	drillPageWidth = 320
)

// run checks the story. What is found is in c.found; it ends early with ctx.
func (c *inspection) run(ctx context.Context) {
	s, err := c.app.library.Load(c.found.ID)
	if err != nil {
		c.miss(0, "story", model.Sentence(err))
		return
	}
	c.story, c.seen = s, map[string]bool{}
	c.found.Title = s.Title
	if s.Status != story.Done {
		c.miss(0, "story", "It was never finished. Open it and go on making it.")
	}
	c.decode(ctx)
	c.openSource(ctx)
	c.play(ctx)
	c.speak(ctx)
	c.export(ctx)
}

func (c *inspection) miss(page int, part, say string) {
	c.found.Findings = append(c.found.Findings, DrillFinding{Page: page, Part: part, Say: say})
}

// missed reports whether something of a page's part was found missing.
func (c *inspection) missed(page int, part string) bool {
	for _, f := range c.found.Findings {
		if f.Page == page && f.Part == part && !f.Note {
			return true
		}
	}
	return false
}

// decode decodes every picture and every sound that the story names.
func (c *inspection) decode(ctx context.Context) {
	for i := range c.story.Pages {
		if ctx.Err() != nil {
			return
		}
		c.tell(decodedShare*float64(i)/float64(len(c.story.Pages)), fmt.Sprintf("Decoding page %d", i+1))
		c.decodePage(i+1, &c.story.Pages[i])
	}
	for _, l := range c.story.Levels {
		for _, p := range l.Pages {
			if ctx.Err() != nil {
				return
			}
			at := c.pageNumber(p.ID)
			if c.damagedSound(p.Narration, p.Seconds) {
				c.miss(at, "voice", fmt.Sprintf("The voice of page %d at the level “%s” is missing or damaged. Turn to that level and make it again.", at, l.Name))
			}
		}
	}
	c.decodeRest(ctx)
}

// pageNumber gives a page's number, from 1; 0: there is none.
func (c *inspection) pageNumber(id string) int {
	for i := range c.story.Pages {
		if c.story.Pages[i].ID == id {
			return i + 1
		}
	}
	return 0
}

// decodePage decodes what a page (from 1) shows and says.
func (c *inspection) decodePage(n int, p *story.Page) {
	if !p.Parts.Text.State.Usable() || len(p.Sentences) == 0 {
		c.miss(n, "text", fmt.Sprintf("Page %d has no text. Write it, or make it again.", n))
	}
	switch {
	case !p.Parts.Picture.State.Usable() || p.Picture == "":
		c.miss(n, "picture", fmt.Sprintf("Page %d has no picture. Make it again, or use one of your own.", n))
	case c.damagedPicture(p.Picture):
		c.miss(n, "picture", fmt.Sprintf("The picture of page %d is missing or damaged. Make it again, or use one of your own.", n))
	}
	for _, e := range p.Earlier {
		if c.damagedPicture(e.Picture) {
			c.miss(n, "picture", fmt.Sprintf("An earlier picture of page %d is missing or damaged. Bring it back from a copy of the story.", n))
		}
	}
	switch {
	case !p.Parts.Voice.State.Usable() || p.Narration == "":
		c.miss(n, "voice", fmt.Sprintf("Page %d has no voice. Make it again.", n))
	case c.damagedSound(p.Narration, p.Seconds):
		c.miss(n, "voice", fmt.Sprintf("The voice of page %d is missing or damaged. Make it again.", n))
	}
}

// decodeRest decodes what the story names elsewhere, each file once.
func (c *inspection) decodeRest(ctx context.Context) {
	for _, rel := range c.story.Assets() {
		if ctx.Err() != nil || c.seen[rel] || rel == c.story.Source.File {
			continue
		}
		var damaged bool
		switch filepath.Ext(rel) {
		case ".png", ".jpg", ".jpeg":
			damaged = c.damagedPicture(rel)
		case ".wav":
			damaged = c.damagedSound(rel, 0)
		default:
			damaged = c.read(rel) == nil
		}
		if damaged {
			c.miss(0, "file", "A file of this story is missing or damaged: "+filepath.Base(rel)+". Bring it back from a copy of the story.")
		}
	}
}

// read reads a file of the story and compares it with its name; nil: it is
// missing or damaged.
func (c *inspection) read(rel string) []byte {
	c.seen[rel] = true
	data, err := c.app.library.ReadAsset(c.story.ID, rel)
	if err != nil {
		c.app.log.Warn("check file", "id", c.story.ID, "file", rel, "err", err)
		return nil
	}
	return data
}

// damagedPicture decodes a picture to its last pixel. "" is none.
func (c *inspection) damagedPicture(rel string) bool {
	if rel == "" || c.seen[rel] {
		return false
	}
	data := c.read(rel)
	if data == nil {
		return true
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width <= 0 || config.Height <= 0 || config.Width > maxDrillPixels/config.Height {
		return true
	}
	if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
		return true
	}
	c.found.Pictures++
	return false
}

// damagedSound decodes a sound to its last sample. seconds is how long it
// must be, 0: that is not known. "" is none.
func (c *inspection) damagedSound(rel string, seconds float64) bool {
	if rel == "" || c.seen[rel] {
		return false
	}
	data := c.read(rel)
	if data == nil {
		return true
	}
	pcm, rate, err := speech.DecodeWAV(bytes.NewReader(data))
	if err != nil || len(pcm) == 0 {
		return true
	}
	if length := speech.Duration(len(pcm), rate).Seconds(); seconds > 0 && math.Abs(length-seconds) > maxApart {
		return true
	}
	c.found.Sounds++
	return false
}

// openSource looks whether the document is kept and opens.
func (c *inspection) openSource(ctx context.Context) {
	file := c.story.Source.File
	switch {
	case ctx.Err() != nil:
	case file == "":
		c.found.Findings = append(c.found.Findings, DrillFinding{
			Part: "document", Note: true,
			Say: "The document was not kept with the story, so its sentences cannot be compared with it.",
		})
	default:
		c.tell(decodedShare, "Opening the document")
		if c.read(file) != nil {
			_, err := document.PageImage(ctx, c.app.library.Path(c.story.ID, file), 1, drillPageWidth)
			if err == nil || ctx.Err() != nil {
				return
			}
			c.app.log.Warn("check document", "id", c.story.ID, "err", err)
		}
		c.miss(0, "document", fmt.Sprintf("The document “%s” that is kept with the story is missing or damaged. Bring it back from a copy of the story.", c.story.Source.Name))
	}
}

// play plays the story from its first page to its last.
func (c *inspection) play(ctx context.Context) {
	if ctx.Err() != nil {
		return
	}
	tracks := c.app.tracksOf(c.story)
	heard, err := player.Rehearse(ctx, tracks, func(page int) {
		share := float64(page) / float64(len(tracks))
		c.tell(decodedShare+(playedShare-decodedShare)*share, fmt.Sprintf("Playing page %d", page+1))
	})
	if err != nil {
		return
	}
	c.found.Pages, c.found.Words, c.found.Played = heard.Pages, heard.Words, heard.Length
	for _, f := range heard.Faults {
		n := f.Page + 1
		if c.missed(n, "voice") || c.missed(n, "text") {
			continue // it is said already why
		}
		switch f.Kind {
		case player.FaultVoice:
			c.miss(n, "voice", fmt.Sprintf("The voice of page %d cannot be played. Make it again.", n))
		case player.FaultWords, player.FaultSentences:
			c.miss(n, "voice", fmt.Sprintf("The words of page %d are not lit as they are spoken. Make its voice again.", n))
		case player.FaultOrder, player.FaultStuck:
			c.miss(n, "voice", fmt.Sprintf("Page %d does not play to its end. Make its voice again.", n))
		}
	}
}

// speak has a sentence spoken again by this computer, as after a change of it.
// A story is ready without that.
func (c *inspection) speak(ctx context.Context) {
	i := slices.IndexFunc(c.story.Pages, func(p story.Page) bool { return len(p.Sentences) > 0 })
	if i < 0 || ctx.Err() != nil {
		return
	}
	c.tell(playedShare, "Speaking a sentence")
	text := c.story.Pages[i].Sentences[0].Text
	_, err := c.app.makers.narrator.Narrate(ctx, model.Script{Sentences: []string{text}, Language: c.story.Language})
	if err != nil && ctx.Err() == nil {
		c.found.Findings = append(c.found.Findings, DrillFinding{
			Part: "voice", Note: true,
			Say: "A sentence that you change cannot be spoken again without a network. " + model.Sentence(err),
		})
	}
}

// drillFormats are the formats that are written: all that a story holds goes
// into them.
var drillFormats = []string{StoryFormat, "html", "epub"}

// export writes the story in some formats to a folder that is removed again.
// What is damaged cannot be handed on, and is said already.
func (c *inspection) export(ctx context.Context) {
	if ctx.Err() != nil || c.found.lacks() > 0 {
		return
	}
	work, end := c.app.beginWork()
	defer end()
	temp, err := work.TempDir()
	if err != nil {
		c.miss(0, "file", "There is no room to try the export. Make room on the disk.")
		return
	}
	defer func() {
		if err := os.RemoveAll(temp); err != nil {
			c.app.log.Warn("remove tried exports", "err", err)
		}
	}()
	for i, name := range drillFormats {
		if _, ok := export.Find(name); !ok && name != StoryFormat {
			continue
		}
		title := strings.ToLower(formatTitle(name))
		c.tell(playedShare+(1-playedShare)*float64(i)/float64(len(drillFormats)), "Exporting: "+title)
		err := c.app.exportStory(ctx, c.story, name, filepath.Join(temp, FileOf("story", name)), nil)
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			c.app.log.Error("try export", "id", c.story.ID, "format", name, "err", err)
			c.miss(0, "file", "It cannot be handed on ("+title+"). "+model.Sentence(err))
			continue
		}
		c.found.Files++
	}
}
