package player

import (
	"errors"
	"io"
	"sync"
	"time"
)

// Output is a sound device: the two things that the player needs of it.
// Speakers is the real one.
type Output interface {
	// Play opens the device where it is not open and plays src, which gives
	// mono 16-bit little-endian samples at Rate, until io.EOF. What played
	// before ends. It returns once src is being read, and may take seconds;
	// it is never called again before it has returned. An error means that
	// nothing will be heard.
	Play(src io.Reader) error
	// Heard gives how many samples of the present src have been heard, good
	// to 50 ms. An error means that the device was lost. It returns at once.
	Heard() (samples int64, err error)
}

// errNoSource is what Heard gives before anything was played.
var errNoSource = errors.New("nothing was played")

// silent is the Output where there is no device: it takes what it is given at
// the pace of a clock, so that the pages turn as if they were heard.
type silent struct {
	mu    sync.Mutex
	start time.Time
	stop  chan struct{} // closed to end the reading; nil: nothing is read
	done  chan struct{} // closed when the reading has ended
	given int64         // samples read
	ended bool
}

// silentTick is how much the clock takes at a time.
const silentTick = 20 * time.Millisecond

// Play begins to read src; it cannot fail.
func (s *silent) Play(src io.Reader) error {
	s.close()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.start, s.given, s.ended = time.Now(), 0, false
	s.stop, s.done = make(chan struct{}), make(chan struct{})
	go s.read(src, s.stop, s.done)
	return nil
}

// read takes src at the pace of the clock until it ends or stop is closed.
func (s *silent) read(src io.Reader, stop <-chan struct{}, done chan<- struct{}) {
	defer close(done)
	ticker := time.NewTicker(silentTick)
	defer ticker.Stop()
	buf := make([]byte, 2*Rate/50)
	for {
		s.mu.Lock()
		behind := s.due() + Rate/50 - s.given
		s.mu.Unlock()
		for behind > 0 {
			n, err := src.Read(buf)
			s.mu.Lock()
			s.given += int64(n / 2)
			s.ended = err != nil
			s.mu.Unlock()
			if err != nil {
				return
			}
			behind -= int64(n / 2)
		}
		select {
		case <-stop:
			return
		case <-ticker.C:
		}
	}
}

// due is how many samples the clock has come to.
func (s *silent) due() int64 { return int64(time.Since(s.start).Seconds() * Rate) }

// Heard gives where the clock stands.
func (s *silent) Heard() (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stop == nil {
		return 0, errNoSource
	}
	return min(s.due(), s.given), nil
}

// close ends the reading and waits for it.
func (s *silent) close() {
	s.mu.Lock()
	stop, done := s.stop, s.done
	s.stop = nil
	s.mu.Unlock()
	if stop != nil {
		close(stop)
		<-done
	}
}
