package player

import (
	"bufio"
	"errors"
	"io"
	"os"
	"slices"
	"sync"

	"edusmart/core/speech"
)

const (
	// shelfSize is how many decoded narrations are kept: the page that is
	// heard, the next and the one before.
	shelfSize = 3
	// unknownLength is how long a silent page stays whose length nobody said.
	unknownLength = 4 * Rate
	// maxFile bounds a narration's file: an hour and a half at 48 kHz.
	maxFile = 512 << 20
)

// shelf holds narrations that are decoded, each on a goroutine of its own,
// one at a time.
type shelf struct {
	kept    []kept // last asked for first
	loading string // the file that is being decoded; empty: none
	loaded  chan kept
	work    *sync.WaitGroup
}

// kept is a narration on the shelf.
type kept struct {
	path string
	clip *clip
	err  error // it cannot be read
}

func newShelf() shelf {
	return shelf{loaded: make(chan kept, 1), work: &sync.WaitGroup{}}
}

// get gives a track's sound. It is nil while that is being decoded; loaded
// tells when it is. A file that cannot be read gives the silence of the
// track's length.
func (s *shelf) get(t Track) *clip {
	if t.Path == "" {
		return silence(t)
	}
	if k, ok := s.find(t.Path); ok {
		if k.err != nil {
			return silence(t)
		}
		return k.clip
	}
	if s.loading == "" {
		s.loading = t.Path
		s.work.Go(func() {
			c, err := readClip(t.Path)
			s.loaded <- kept{t.Path, c, err}
		})
	}
	return nil
}

// find gives what is kept of a file and moves it to the front.
func (s *shelf) find(path string) (kept, bool) {
	i := slices.IndexFunc(s.kept, func(k kept) bool { return k.path == path })
	if i < 0 {
		return kept{}, false
	}
	k := s.kept[i]
	copy(s.kept[1:i+1], s.kept[:i])
	s.kept[0] = k
	return k, true
}

// peek gives what is kept of a file.
func (s *shelf) peek(path string) (kept, bool) {
	for _, k := range s.kept {
		if k.path == path {
			return k, true
		}
	}
	return kept{}, false
}

// put keeps what was decoded. What could not be read is asked for again when
// the story is loaded anew: see forgive.
func (s *shelf) put(k kept) {
	s.loading = ""
	s.kept = slices.Insert(s.kept, 0, k)
	if len(s.kept) > shelfSize {
		s.kept = slices.Delete(s.kept, shelfSize, len(s.kept))
	}
}

// forgive forgets the files that could not be read.
func (s *shelf) forgive() {
	s.kept = slices.DeleteFunc(s.kept, func(k kept) bool { return k.err != nil })
}

// clear empties the shelf.
func (s *shelf) clear() { s.kept = nil }

// close waits for the decoding that is under way.
func (s *shelf) close() { s.work.Wait() }

// silence is the time of a page that is not heard.
func silence(t Track) *clip {
	n := sampleAt(t.Duration)
	if n <= 0 {
		n = unknownLength
	}
	return &clip{length: n}
}

// readClip decodes a narration's file.
func readClip(path string) (*clip, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	pcm, rate, err := speech.DecodeWAV(bufio.NewReaderSize(io.LimitReader(f, maxFile), 1<<16))
	if err != nil {
		return nil, err
	}
	if len(pcm) == 0 {
		return nil, errors.New("the narration has no sound")
	}
	pcm = speech.Resample(pcm, rate, Rate)
	return &clip{pcm: pcm, length: len(pcm)}, nil
}
