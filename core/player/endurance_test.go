package player

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"testing"
	"time"

	"edusmart/core/player/pulsetest"
	"edusmart/core/speech"
)

// busy keeps a processor at work until the test ends.
func busy(t testing.TB) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "sh", "-c", "while :; do :; done")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Wait() }) // killed: always an error
}

// endurance is how long is played: EDUSMART_PLAY_MINUTES, or a moment.
func endurance(t *testing.T) time.Duration {
	t.Helper()
	minutes := 0.2
	if text := os.Getenv("EDUSMART_PLAY_MINUTES"); text != "" {
		var err error
		if minutes, err = strconv.ParseFloat(text, 64); err != nil {
			t.Fatal(err)
		}
	}
	return time.Duration(minutes * float64(time.Minute))
}

func TestALongStoryIsPlayedWithoutAnUnderrunWhileAProcessorIsBusy(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector is too slow to play in time")
	}
	server := pulsetest.Start(t)
	server.Setenv(t)
	whole := endurance(t)
	// Eight narrations in turn, so that there is always one to decode. Their
	// noise has no zeros: whatever is silent was not given in time.
	length := min(20*time.Second, whole/6)
	random := rand.New(rand.NewPCG(1, 2))
	var paths []string
	for i := range 8 {
		n := speech.Samples(length, Rate) + i
		pcm := make([]int16, n)
		for k := range pcm {
			pcm[k] = int16(500 + random.IntN(2000))
		}
		paths = append(paths, written(t, pcm))
	}
	var tracks []Track
	samples := 0
	for i := 0; samples < speech.Samples(whole, Rate); i++ {
		n := speech.Samples(length, Rate) + i%len(paths)
		tracks = append(tracks, Track{ID: strconv.Itoa(i), Path: paths[i%len(paths)], Duration: speech.Duration(n, Rate), Ready: true})
		samples += n
	}
	busy(t)
	stalls := watchStalls()
	recording := server.Record(t)
	p := New(Speakers())
	defer p.Close()
	p.Load("story", tracks)
	p.Play()
	s := waitFor(t, p, whole+time.Minute, "the end", func(s State) bool { return s.Status == Ended })
	if s.Silent != "" {
		t.Fatalf("silent: %s", s.Silent)
	}
	time.Sleep(300 * time.Millisecond) // the recorder is a little behind
	stalled := stalls()
	heard := recording.Stop()
	first := slices.IndexFunc(heard, func(v int16) bool { return v != 0 })
	last := len(heard) - 1
	for last > first && heard[last] == 0 {
		last--
	}
	underruns, longest := gaps(heard[first : last+1])
	t.Logf("%v in %d pages: %d underruns, the longest %v; %d of %d samples too many; the computer stalled %d times",
		whole, len(tracks), underruns, speech.Duration(longest, Rate), last+1-first-samples, samples, stalled)
	if underruns > stalled {
		t.Errorf("%d underruns", underruns)
	}
	if heard := last + 1 - first; heard != samples && stalled == 0 {
		t.Errorf("%d samples were heard of %d", heard, samples)
	}
}

// gaps counts the silences in a sound that has none, and gives the longest.
func gaps(pcm []int16) (count, longest int) {
	run := 0
	for _, v := range pcm {
		if v != 0 {
			run = 0
			continue
		}
		if run++; run == 1 {
			count++
		}
		longest = max(longest, run)
	}
	return count, longest
}

// stall is how much later than asked a sleeper is woken where the computer has
// more to do than these tests are about. Beside one busy process it is a few
// milliseconds.
const stall = 20 * time.Millisecond

// watchStalls counts, until the function that it gives is called, how often
// the computer left a sleeper without a processor for so long that a sound
// device may run dry by no fault of ours.
func watchStalls() (stop func() int) {
	done, counted := make(chan struct{}), make(chan int)
	go func() {
		n := 0
		for {
			select {
			case <-done:
				counted <- n
				return
			default:
			}
			const nap = 5 * time.Millisecond
			begun := time.Now()
			time.Sleep(nap)
			if time.Since(begun) > nap+stall {
				n++
			}
		}
	}()
	return func() int {
		close(done)
		return <-counted
	}
}

// patiently tries f up to three times, but again only where the computer
// stalled meanwhile.
func patiently(t *testing.T, f func() error) {
	t.Helper()
	for attempt := 1; ; attempt++ {
		stalls := watchStalls()
		err := f()
		n := stalls()
		switch {
		case err == nil:
			return
		case n == 0 || attempt == 3:
			t.Fatalf("%v (the computer stalled %d times)", err, n)
		}
		t.Logf("once more: %v, and the computer stalled %d times", err, n)
	}
}
