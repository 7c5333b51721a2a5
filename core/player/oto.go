package player

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/hajimehoshi/oto/v2"
)

// What was measured of oto 2.4.3 on ALSA: the device is given periods of half
// its buffer and holds two of them. When it has taken one, the one before it
// has just gone in, and both that it holds are still to be heard: the sample
// heard is then three periods behind the last one taken, and comes nearer by
// the clock until the next is taken.
const (
	// A period is how long a busy computer may leave oto without a processor.
	// Longer ones would be safer, and the voice slower to stop.
	devicePeriod = 1440
	deviceDelay  = 3 * devicePeriod
	deviceBuffer = 2 * devicePeriod * time.Second / Rate
	// queueBytes is what oto holds ready of our samples: two periods, since the
	// device takes two at once when it was late.
	queueBytes = 2 * 2 * devicePeriod
	// settle is how long a device that was just opened plays silence: what it
	// is given first may be lost.
	settle = 3 * devicePeriod * time.Second / Rate
	// readBytes is the most that is given at once, so that what is ready does
	// not grow to twice the queue.
	readBytes = 1024
	// openPatience is how long the device may take to open.
	openPatience = 3 * time.Second
	// stallPatience is how long a device that is playing may take nothing.
	stallPatience = 2 * time.Second
)

var (
	errSlow    = errors.New("the sound device does not open")
	errStalled = errors.New("the sound device takes no more sound")
	errReplace = errors.New("the sound device was opened and cannot be opened again")
)

// speakers plays through oto. There is one oto context in a process, so there
// must be one speakers.
type speakers struct {
	mu      sync.Mutex
	context *oto.Context
	ready   <-chan struct{}
	player  oto.Player
	source  *counted

	taken   int64     // samples the device has taken, when last looked at
	takenAt time.Time // when it took the last of them
}

// Speakers gives the computer's sound device. It is opened when it is first
// played, and again after it was lost. One per process.
func Speakers() Output { return &speakers{} }

// counted gives what its source gives in small pieces, and knows how much and
// when.
type counted struct {
	src io.Reader

	mu    sync.Mutex
	given int64 // bytes
	at    time.Time
	ended bool
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.src.Read(b[:min(len(b), readBytes)])
	c.mu.Lock()
	defer c.mu.Unlock()
	c.given += int64(n)
	c.at = time.Now()
	c.ended = c.ended || err != nil
	return n, err
}

// Play opens the device where needed and plays src.
func (s *speakers) Play(src io.Reader) error {
	if err := s.open(); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.player != nil {
		_ = s.player.Close() // gives the error of a source, and ours has none
	}
	s.source = &counted{src: src}
	s.taken, s.takenAt = 0, time.Now()
	s.player = s.context.NewPlayer(s.source)
	if sized, ok := s.player.(oto.BufferSizeSetter); ok {
		sized.SetBufferSize(queueBytes)
	}
	s.player.Play()
	return nil
}

// open opens the device, unless it is open and well. Without a sound device
// oto gives no error: it tells once it is ready.
func (s *speakers) open() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	fresh := s.context == nil || lost(s.context, s.ready)
	if fresh {
		context, ready, err := oto.NewContextWithOptions(&oto.NewContextOptions{
			SampleRate: Rate, ChannelCount: 1, Format: oto.FormatSignedInt16LE, BufferSize: deviceBuffer,
		})
		if err != nil {
			if s.context != nil {
				return fmt.Errorf("%w: %w", errReplace, err)
			}
			return err
		}
		s.context, s.ready, s.player = context, ready, nil
	}
	patience := time.NewTimer(openPatience)
	defer patience.Stop()
	select {
	case <-s.ready:
		if err := s.context.Err(); err != nil || !fresh {
			return err
		}
		time.Sleep(settle)
		return s.context.Err()
	case <-patience.C:
		return errSlow
	}
}

// lost reports whether a context has failed since it was ready.
func lost(c *oto.Context, ready <-chan struct{}) bool {
	select {
	case <-ready:
		return c.Err() != nil
	default:
		return false
	}
}

// Heard works out what is heard by now.
func (s *speakers) Heard() (int64, error) {
	if !s.mu.TryLock() {
		return 0, nil // the device is being opened: nothing is heard yet
	}
	defer s.mu.Unlock()
	if s.player == nil {
		return 0, errNoSource
	}
	if err := errors.Join(s.context.Err(), s.player.Err()); err != nil {
		return 0, err
	}
	s.source.mu.Lock()
	given, at, ended := s.source.given, s.source.at, s.source.ended
	s.source.mu.Unlock()
	now := time.Now()
	if taken := (given - int64(s.player.UnplayedBufferSize())) / 2; taken > s.taken {
		// The queue is filled up at once when something was taken from it, so
		// the last reading tells when that was.
		s.taken, s.takenAt = taken, now
		if !ended && at.Before(now) {
			s.takenAt = at
		}
	}
	since := now.Sub(s.takenAt)
	if since > stallPatience && !ended {
		return 0, errStalled
	}
	last := s.taken
	if !ended {
		last -= 2 * devicePeriod
	}
	passed := int64(since.Seconds() * Rate)
	return max(0, min(s.taken-deviceDelay+passed, last)), nil
}
