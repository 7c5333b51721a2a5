package editing

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"edusmart/core/disk"
	"edusmart/core/model"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// Bounds of the cache, in bytes.
const (
	maxCache     = 256 << 20
	maxCacheFile = 32 << 20
)

const cacheEnding = ".spoken"

// Cache keeps the sound of sentences by what was asked: the text, its language,
// the voice and its style. What was spoken once is found again, whoever asks.
// A nil Cache keeps nothing.
type Cache struct {
	Dir string // is made where it is missing
}

// Sentence is a sentence that a voice has spoken.
type Sentence struct {
	Text   string
	PCM    []int16
	Rate   int          // samples a second
	Words  []story.Word // of sentence 0
	Timing story.Timing
	Source string // as story.Part.Source
	Voice  string // the voice that spoke
}

// key names what is asked.
func key(voice, language, style, text string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d:%s%d:%s%d:%s%s", len(voice), voice, len(language), language, len(style), style, text))
	return hex.EncodeToString(sum[:16])
}

// cached is the head of a file of the cache; its sound follows as WAV.
type cached struct {
	Words  []story.Word `json:"words"`
	Timing story.Timing `json:"timing"`
	Source string       `json:"source"`
}

// Get gives a sentence that was spoken before; ok is false where it was not.
func (c *Cache) Get(voice, language, style, text string) (s Sentence, ok bool) {
	if c == nil || voice == "" {
		return s, false
	}
	data, err := disk.ReadLimited(c.path(key(voice, language, style, text)), maxCacheFile)
	if err != nil {
		return s, false
	}
	head, wav, found := bytes.Cut(data, []byte("\n"))
	var h cached
	if !found || json.Unmarshal(head, &h) != nil {
		return s, false
	}
	pcm, rate, err := speech.DecodeWAV(bytes.NewReader(wav))
	if err != nil || len(pcm) == 0 {
		return s, false
	}
	s = Sentence{Text: text, PCM: pcm, Rate: rate, Words: h.Words, Timing: h.Timing, Source: h.Source, Voice: voice}
	return s, s.whole()
}

// Put keeps a sentence. A cache that cannot be written is no reason to fail.
func (c *Cache) Put(language, style string, s Sentence) error {
	if c == nil || s.Voice == "" || len(s.PCM) == 0 {
		return nil
	}
	head, err := json.Marshal(cached{s.Words, s.Timing, s.Source})
	if err == nil {
		err = os.MkdirAll(c.Dir, 0o755)
	}
	if err == nil {
		err = disk.WriteWhole(c.path(key(s.Voice, language, style, s.Text)), 0o600, func(w io.Writer) error {
			if _, err := w.Write(append(head, '\n')); err != nil {
				return err
			}
			return speech.EncodeWAV(w, s.PCM, s.Rate)
		})
	}
	if err != nil {
		return model.Errorf("keep voice", model.Device, "What was spoken cannot be kept. Check that the disk has room.", err)
	}
	return c.bound()
}

func (c *Cache) path(key string) string { return filepath.Join(c.Dir, key+cacheEnding) }

// bound removes what was kept first where the cache has grown too large.
func (c *Cache) bound() error {
	entries, err := os.ReadDir(c.Dir)
	if err != nil {
		return err
	}
	var files []os.FileInfo
	var size int64
	for _, e := range entries {
		if info, err := e.Info(); err == nil && strings.HasSuffix(e.Name(), cacheEnding) {
			files, size = append(files, info), size+info.Size()
		}
	}
	if size <= maxCache {
		return nil
	}
	slices.SortFunc(files, func(a, b os.FileInfo) int { return a.ModTime().Compare(b.ModTime()) })
	for _, f := range files {
		if size <= maxCache*3/4 {
			break
		}
		if os.Remove(filepath.Join(c.Dir, f.Name())) == nil {
			size -= f.Size()
		}
	}
	return nil
}

// whole reports whether the words lie in the text and in the sound.
func (s *Sentence) whole() bool {
	length := float64(len(s.PCM)) / float64(s.Rate)
	for _, w := range s.Words {
		if w.Sentence != 0 || w.From < 0 || w.From > w.To || w.To > len(s.Text) ||
			!(w.Start >= 0 && w.Start <= w.End && w.End <= length+0.01) {
			return false
		}
	}
	return len(s.Words) > 0
}

// voiceKey is the voice of a page as the cache knows it. A teacher's own voice
// is of that story alone.
func (w *work) voiceKey(t *story.LevelPage) string {
	if t.Voice == Teacher {
		return Teacher + ":" + w.story.ID
	}
	return t.Voice
}

// Teacher is the voice, and the source, of what the teacher has recorded.
const Teacher = "teacher"

// recall gives the sound of a sentence that the page's voice has spoken before;
// nil where it has not.
func (w *work) recall(t *story.LevelPage, text string, list []spoken) *piece {
	s, ok := w.Voices.Get(w.voiceKey(t), w.story.Language, w.story.Options.Style, text)
	if !ok {
		return nil
	}
	place := slices.IndexFunc(list, func(s spoken) bool { return s.piece == nil && s.Text == text })
	return fit(s.piece(), list, place)
}

func (s *Sentence) piece() *piece {
	return &piece{sound: sound{s.PCM, s.Rate}, words: s.Words, timing: s.Timing}
}

// remember keeps the sound of the sentences that a change has taken away, so
// that they need not be spoken again when they come back.
func (w *work) remember(t *story.LevelPage, before, after []spoken) {
	for _, s := range before {
		if s.piece == nil || slices.ContainsFunc(after, func(a spoken) bool { return a.Text == s.Text }) {
			continue
		}
		kept := Sentence{
			Text: s.Text, PCM: s.piece.pcm, Rate: s.piece.rate, Timing: s.piece.timing, Source: t.Spoken.Source, Voice: w.voiceKey(t),
		}
		for _, word := range s.piece.words {
			word.Sentence = 0
			kept.Words = append(kept.Words, word)
		}
		// Where it cannot be kept it is asked for again: no reason to refuse the
		// change.
		_ = w.Voices.Put(w.story.Language, w.story.Options.Style, kept)
	}
}
