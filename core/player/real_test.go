package player

import (
	"errors"
	"fmt"
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
	patiently(t, func() error { return soundIsNarration(t, server) })
}

func soundIsNarration(t *testing.T, server *pulsetest.Server) error {
	t.Helper()
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
		return fmt.Errorf("silent: %s", s.Silent)
	}
	heard := recording.Stop()
	start, like := pulsetest.Offset(heard, pcm, rate)
	if like < 0.98 {
		return fmt.Errorf("what was heard is like the narration by %.3f only", like)
	}
	offs := make([]time.Duration, len(sights))
	for i, g := range sights {
		offs[i] = (g.position - speech.Duration(g.heard-start, Rate)).Abs()
	}
	slices.Sort(offs)
	t.Logf("likeness %.3f; the position told is off by %v, at most %v", like, offs[len(offs)/2], offs[len(offs)-1])
	// The median: the recorder itself is late when the computer is busy.
	if off := offs[len(offs)/2]; off > 40*time.Millisecond {
		return fmt.Errorf("the position that is told is off by %v", off)
	}
	return nil
}

func TestTheVoiceStopsForAQuestionAndNothingIsLost(t *testing.T) {
	server := pulsetest.Start(t)
	server.Setenv(t)
	patiently(t, func() error { return stopLosesNothing(t, server) })
}

func stopLosesNothing(t *testing.T, server *pulsetest.Server) error {
	t.Helper()
	_, first, rate := spoken(t, "Water falls as rain.")
	_, second, _ := spoken(t, "Where does it go?")
	first, second = speech.Resample(first, rate, Rate), speech.Resample(second, rate, Rate)
	// A quarter of a second of hiss, in whose middle the voice stops.
	hiss := make([]int16, Rate/4)
	for i := range hiss {
		hiss[i] = int16(300 + i*7919%400)
	}
	narration := slices.Concat(first, hiss, second)
	cut := len(first) + len(hiss)/2
	seconds := func(n int) float64 { return float64(n) / Rate }
	recording := server.Record(t)

	p := New(Speakers())
	defer p.Close()
	p.Load("story", []Track{{
		ID: "1", Path: written(t, narration), Duration: speech.Duration(len(narration), Rate), Ready: true,
		Sentences: []Span{{Start: 0, End: seconds(len(first))}, {Start: seconds(len(first) + len(hiss)), End: seconds(len(narration))}},
		Stops:     []int{0},
	}})
	p.Play()
	s := waitFor(t, p, 20*time.Second, "the question", func(s State) bool { return s.Hold == HoldStop })
	if got := sampleAt(s.Position); got != cut || s.Sentence != 0 {
		return fmt.Errorf("the voice stops at sample %d in sentence %d, not %d", got, s.Sentence, cut)
	}
	time.Sleep(700 * time.Millisecond)
	p.Play()
	waitFor(t, p, 20*time.Second, "the end", func(s State) bool { return s.Status == Ended })
	heard := recording.Stop()

	start, _ := pulsetest.Offset(heard, first, Rate)
	again, _ := pulsetest.Offset(heard, second, Rate)
	again -= len(hiss) - len(hiss)/2
	if gap := speech.Duration(again-start-cut, Rate); gap < 700*time.Millisecond || gap > 2*time.Second {
		return fmt.Errorf("the gap lasts %v", gap)
	}
	// The fade down and the fade up of the same samples make them whole again.
	whole := slices.Concat(heard[start:start+cut], heard[again:again+len(narration)-cut])
	for i := range ramp {
		whole[cut+i] += heard[start+cut+i]
	}
	for i, v := range whole {
		if off := int(v) - int(narration[i]); off < -3 || off > 3 {
			return fmt.Errorf("sample %d (the cut is at %d) was heard as %d, not %d", i, cut, v, narration[i])
		}
	}
	for i, v := range heard[start+cut+ramp : again] {
		if v != 0 {
			return fmt.Errorf("sample %d of the gap is %d", i, v)
		}
	}
	return nil
}

// written makes a WAV file at Rate.
func written(t testing.TB, pcm []int16) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "narration.wav")
	f, err := os.Create(path)
	if err == nil {
		err = errors.Join(speech.EncodeWAV(f, pcm, Rate), f.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}
