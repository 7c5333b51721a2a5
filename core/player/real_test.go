package player

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"edusmart/core/player/pulsetest"
	"edusmart/core/speech"
)

// spoken makes a WAV file of a sentence with a real voice.
func spoken(t testing.TB, text string) (path string, pcm []int16, rate int) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "spoken.wav")
	if out, err := exec.Command("espeak-ng", "-v", "en-us", "-w", path, text).CombinedOutput(); err != nil {
		t.Fatalf("espeak-ng: %v\n%s", err, out)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	pcm, rate, err = speech.DecodeWAV(f)
	if err != nil {
		t.Fatal(err)
	}
	return path, pcm, rate
}

// waitFor watches the player until ok holds.
func waitFor(t testing.TB, p *Player, most time.Duration, what string, ok func(State) bool) State {
	t.Helper()
	for begun := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		s := p.State()
		if ok(s) {
			return s
		}
		if time.Since(begun) > most {
			t.Fatalf("%s did not happen: %+v", what, s)
		}
	}
}

func TestTheSoundThatLeavesIsTheNarrationAtThePositionThatIsTold(t *testing.T) {
	server := pulsetest.Start(t)
	server.Setenv(t)
	path, pcm, rate := spoken(t, "The water of the sea rises as vapour, forms clouds, and falls again as rain on the mountains.")
	length := speech.Duration(len(pcm), rate)
	recording := server.Record(t)

	p := New(Speakers())
	defer p.Close()
	p.Load("story", []Track{{ID: "1", Path: path, Duration: length, Ready: true}})
	p.Play()
	waitFor(t, p, 5*time.Second, "playing", func(s State) bool { return s.Position > 0 })
	type sight struct {
		position time.Duration
		at       time.Time
		heard    int
	}
	var sights []sight
	for range 20 {
		time.Sleep(100 * time.Millisecond)
		s := p.State()
		sights = append(sights, sight{s.Position + time.Since(s.At), s.At, len(recording.Samples())})
	}
	s := waitFor(t, p, 10*time.Second, "the end", func(s State) bool { return s.Status == Ended })
	if s.Silent != "" {
		t.Fatalf("silent: %s", s.Silent)
	}
	heard := recording.Stop()
	start, like := pulsetest.Offset(heard, pcm, rate)
	// A busy computer may starve the sound for moments; another sound than this
	// one has a likeness of about 0.1.
	if like < 0.7 {
		t.Errorf("what was heard resembles the narration by %.3f", like)
	}
	var off []time.Duration
	for _, g := range sights {
		off = append(off, (g.position - speech.Duration(g.heard-start, Rate)).Abs())
	}
	slices.Sort(off)
	// A look at both clocks may be interrupted; a player that is wrong is
	// wrong at most looks.
	t.Logf("likeness %.3f, off by %v in the middle, %v at one look in ten", like, off[len(off)/2], off[len(off)*9/10])
	if off[len(off)/2] > 50*time.Millisecond {
		t.Errorf("the position told is off by %v", off)
	}
}
