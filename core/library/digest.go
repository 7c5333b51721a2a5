package library

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// Digest is what a card and a search need of a story.
type Digest struct {
	ID, Title      string
	Language, Also string // BCP 47; Also may be empty
	Grade          int    // 0 to 12
	Pages, Passed  int    // Passed: by the teacher
	Seconds        float64
	Created        time.Time
	Opened         time.Time // as story.json has it; zero: never
	Modified       time.Time
	Picture        string // "assets/…" of the first page that has one; may be empty
	Making         bool
	NoText         int // failed or left out: texts, pictures, voices
	NoPicture      int
	NoVoice        int
	SourceSHA256   string
	SourceFile     string // "assets/…" where a copy is kept
	TextSum        string // the same for stories of the same text; "" without text
	Tags           []string
	Archived       bool
	VersionOf      string // id of the story that it is another version of
	// Lacking counts files that it names and that are not there. Arriving: they
	// are probably on their way from another computer.
	Lacking  int
	Arriving bool
	Damaged  string // one sentence where it cannot be opened
	Search   string // for Query.Find
}

// Brief makes the digest of a story as it is in memory.
func Brief(s *story.Story) Digest {
	d := Digest{
		ID: s.ID, Title: s.Title, Language: s.Language, Also: s.Also, Grade: s.Grade, Pages: len(s.Pages), Seconds: s.Seconds(),
		Created: s.Created, Opened: s.Opened, Modified: s.Modified, Making: s.Status != story.Done,
		SourceSHA256: s.Source.SHA256, SourceFile: s.Source.File, Tags: s.Tags, Archived: s.Archived, VersionOf: s.VersionOf,
	}
	d.NoText, d.NoPicture, d.NoVoice = s.Gaps()
	var text strings.Builder
	for i := range s.Pages {
		p := &s.Pages[i]
		if d.Picture == "" && p.Parts.Picture.State.Usable() {
			d.Picture = p.Picture
		}
		if p.Passed {
			d.Passed++
		}
		text.WriteString(p.Title + "\n")
		for _, sentence := range p.Sentences {
			text.WriteString(sentence.Text + " ")
			if sentence.Also != "" {
				text.WriteString(sentence.Also + " ")
			}
		}
		text.WriteString("\n")
	}
	d.Search = SearchText(s.Title, s.Tags, text.String())
	if said := d.Search[strings.LastIndex(d.Search, between)+1:]; strings.TrimSpace(said) != "" {
		sum := sha256.Sum256([]byte(said))
		d.TextSum = hex.EncodeToString(sum[:8])
	}
	return d
}

// How long what is incomplete counts as being on its way from another
// computer: a story.json that cannot be read, and files that a story names.
const (
	halfWritten = 2 * time.Minute
	underway    = 7 * 24 * time.Hour
)

// digest reads a story's folder. since is when this state of it was first
// seen.
func (l *Library) digest(id string, since, now time.Time) Digest {
	s, err := l.Load(id)
	if err == nil {
		d := Brief(s)
		d.Lacking = l.Fetch(s)
		d.Arriving = d.Lacking > 0 && l.fromElsewhere(s) && now.Sub(since) < underway
		return d
	}
	d := Digest{ID: id, Title: id}
	info, statErr := os.Lstat(filepath.Join(l.Dir(id), storyFile))
	switch {
	case errors.Is(statErr, fs.ErrNotExist):
		d.Arriving = true
	case model.Sentence(err) == newerSentence:
		d.Damaged = newerSentence
	case statErr == nil && now.Sub(info.ModTime()) < halfWritten && now.Sub(since) < halfWritten:
		d.Arriving = true
	default:
		d.Damaged = model.Sentence(err)
	}
	if rest, err := l.Salvage(id); err == nil && rest.Story.Title != "" {
		d.Title, d.Pages, d.Language, d.Grade = rest.Story.Title, len(rest.Story.Pages), rest.Story.Language, rest.Story.Grade
		for _, p := range rest.Story.Pages {
			if d.Picture == "" {
				d.Picture = p.Picture
			}
		}
	}
	d.Search = SearchText(d.Title, nil, "")
	return d
}

// fromElsewhere reports whether another computer saved s last.
func (l *Library) fromElsewhere(s *story.Story) bool {
	last, most := "", int64(0)
	for computer, n := range s.Edits {
		if n > most {
			last, most = computer, n
		}
	}
	return last != "" && last != l.computer.ID
}

// isStory reports whether a folder is shown as a story: one with a story.json,
// or with a piece of one that is arriving.
func isStory(names []string) bool {
	for _, name := range names {
		if name == storyFile || isConflict(name) || strings.Contains(name, storyFile) && !strings.HasPrefix(name, ".part-") {
			return true
		}
	}
	return false
}
