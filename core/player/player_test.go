package player

import (
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core/story"
)

// device is a sound device in a test: it takes sound at the pace of the
// bubble's clock, unless it is missing or lost.
type device struct {
	silent

	mu      sync.Mutex
	missing bool
	lost    bool
	opened  int
}

func (d *device) set(missing, lost bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.missing, d.lost = missing, lost
}

func (d *device) Play(src io.Reader) error {
	d.mu.Lock()
	missing := d.missing
	d.opened++
	d.mu.Unlock()
	if missing {
		return errors.New("no device")
	}
	return d.silent.Play(src)
}

func (d *device) Heard() (int64, error) {
	d.mu.Lock()
	lost := d.lost
	d.mu.Unlock()
	if lost {
		return 0, errors.New("unplugged")
	}
	return d.silent.Heard()
}

// pages gives silent pages of these seconds.
func pages(seconds ...float64) []Track {
	var tracks []Track
	for i, s := range seconds {
		tracks = append(tracks, Track{ID: string(rune('a' + i)), Duration: time.Duration(s * float64(time.Second)), Ready: true})
	}
	return tracks
}

// playing runs f with a player in a bubble of synthetic time.
func playing(t *testing.T, f func(p *Player, d *device)) {
	t.Helper()
	synctest.Test(t, func(*testing.T) {
		d := &device{}
		p := New(d)
		f(p, d)
		p.Close()
		d.silent.close()
	})
}

// at checks the state after a while.
func at(t *testing.T, p *Player, after time.Duration, status Status, page int, position time.Duration) State {
	t.Helper()
	time.Sleep(after)
	synctest.Wait()
	s := p.State()
	now := s.Position
	if s.Status == Playing {
		now += time.Since(s.At)
	}
	if s.Status != status || s.Page != page || (now-position).Abs() > 50*time.Millisecond {
		t.Errorf("%s on page %d at %v, want %s on page %d at %v", s.Status, s.Page, now, status, page, position)
	}
	return s
}

const second = time.Second

func TestPagesTurnByThemselvesUpToTheEnd(t *testing.T) {
	playing(t, func(p *Player, _ *device) {
		p.Load("s", pages(2, 3, 1))
		at(t, p, 0, Paused, 0, 0)
		p.Play()
		at(t, p, second, Playing, 0, second)
		at(t, p, 2*second, Playing, 1, second)
		at(t, p, 2500*time.Millisecond, Playing, 2, 500*time.Millisecond)
		at(t, p, 2*second, Ended, 2, second)
		p.Play()
		at(t, p, second, Playing, 0, second)
	})
}

func TestPauseKeepsThePlaceAndOnlyATurnResetsIt(t *testing.T) {
	playing(t, func(p *Player, _ *device) {
		p.Load("s", pages(5, 5))
		p.Play()
		at(t, p, 2*second, Playing, 0, 2*second)
		p.Pause()
		at(t, p, 3*second, Paused, 0, 2*second)
		p.Toggle()
		at(t, p, second, Playing, 0, 3*second)
		p.Seek(4 * second)
		at(t, p, 500*time.Millisecond, Playing, 0, 4500*time.Millisecond)
		p.Prev() // far into the page: to its start
		at(t, p, second, Playing, 0, second)
		p.Next()
		at(t, p, second, Playing, 1, second)
		p.Prev() // in its first two seconds: to the page before
		at(t, p, second, Playing, 0, second)
		p.Pause()
		p.GoTo(1)
		at(t, p, second, Paused, 1, 0)
		p.GoTo(7)
		p.Seek(time.Hour)
		at(t, p, second, Paused, 1, 5*second)
	})
}

func TestSpeedChangesTheTimeAndKeepsThePlace(t *testing.T) {
	for _, speed := range []float64{0.5, 0.75, 1.25, 2} {
		playing(t, func(p *Player, _ *device) {
			p.Load("s", pages(20))
			p.Play()
			at(t, p, 2*second, Playing, 0, 2*second)
			p.SetSpeed(speed)
			time.Sleep(4 * second)
			synctest.Wait()
			s := p.State()
			now := s.Position + time.Duration(speed*float64(time.Since(s.At)))
			if want := 2*second + time.Duration(speed*4*float64(second)); (now-want).Abs() > 100*time.Millisecond || s.Speed != speed {
				t.Errorf("at speed %v: %v, want %v", speed, now, want)
			}
		})
	}
	playing(t, func(p *Player, _ *device) {
		p.SetSpeed(9)
		p.SetVolume(-3)
		synctest.Wait()
		if s := p.State(); s.Speed != 2 || s.Volume != 0 {
			t.Errorf("speed %v, volume %v", s.Speed, s.Volume)
		}
	})
}

func TestWithoutAdvanceEachPageWaitsForItsTeacher(t *testing.T) {
	playing(t, func(p *Player, _ *device) {
		p.Load("s", pages(1, 1))
		p.SetAdvance(false)
		p.Play()
		at(t, p, 3*second, Paused, 0, second)
		p.Play()
		at(t, p, 500*time.Millisecond, Playing, 1, 500*time.Millisecond)
	})
}

func TestAPageThatIsBeingMadeIsWaitedFor(t *testing.T) {
	playing(t, func(p *Player, _ *device) {
		tracks := pages(1, 1)
		tracks[1].Ready = false
		p.Load("s", tracks)
		p.Play()
		at(t, p, 3*second, Waiting, 1, 0)
		p.Load("s", pages(1, 1))
		at(t, p, 500*time.Millisecond, Playing, 1, 500*time.Millisecond)
		at(t, p, second, Ended, 1, second)
		p.Load("s", pages(1, 1, 2)) // one more was made: the end was none
		at(t, p, second, Playing, 2, second)
	})
}

func TestWithoutADeviceThePagesTurnSilently(t *testing.T) {
	playing(t, func(p *Player, d *device) {
		d.set(true, false)
		p.Load("s", pages(2, 2))
		p.Play()
		s := at(t, p, 3*second, Playing, 1, second)
		if !strings.Contains(s.Silent, "No sound device") {
			t.Errorf("says %q", s.Silent)
		}
	})
}

func TestAVoiceThatIsTriedSaysThatItIsNotHeardUntilThereIsADevice(t *testing.T) {
	playing(t, func(p *Player, d *device) {
		unheard := 0
		try := func() int {
			unheard = 0
			p.Preview(make([]int16, Rate), Rate, 1, func() { unheard++ })
			synctest.Wait()
			return unheard
		}
		d.set(true, false)
		for range 2 { // the second while the first is played
			if n := try(); n != 1 {
				t.Errorf("without a device it was said %d times", n)
			}
		}
		time.Sleep(3 * second)
		if n := try(); n != 1 {
			t.Errorf("once more without a device it was said %d times", n)
		}
		d.set(false, false)
		if n := try(); n != 0 {
			t.Errorf("with a device it was said %d times", n)
		}
	})
}

func TestALostDeviceChangesNothingButTheSound(t *testing.T) {
	playing(t, func(p *Player, d *device) {
		p.Load("s", pages(10))
		p.Play()
		at(t, p, 2*second, Playing, 0, 2*second)
		d.set(true, true)
		s := at(t, p, 2*second, Playing, 0, 4*second)
		if !strings.Contains(s.Silent, "has stopped") {
			t.Errorf("says %q", s.Silent)
		}
		p.Pause()
		d.set(false, false) // connected again
		p.Play()
		s = at(t, p, second, Playing, 0, 5*second)
		if strings.Contains(s.Silent, "device") || d.opened < 2 {
			t.Errorf("says %q after %d openings", s.Silent, d.opened)
		}
	})
}

func TestTheWordThatIsHeardIsTold(t *testing.T) {
	words := []story.Word{{Text: "The", Start: 0.2, End: 0.4}, {Text: "sea", Start: 0.5, End: 0.9}, {Text: "rises", Start: 2, End: 2.5}}
	for _, c := range []struct {
		at   time.Duration
		want int
	}{{0, -1}, {250 * time.Millisecond, 0}, {450 * time.Millisecond, 0}, {500 * time.Millisecond, 1}, {1500 * time.Millisecond, -1}, {2 * second, 2}, {time.Hour, -1}} {
		if got := wordAt(words, c.at); got != c.want {
			t.Errorf("at %v: word %d, not %d", c.at, got, c.want)
		}
	}
}
