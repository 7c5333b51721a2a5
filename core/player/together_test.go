package player

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core/speech"
)

// classroom runs f with a player, its bench and the pages of storyOf loaded,
// in synthetic time.
func classroom(t *testing.T, device *bench, f func(t *testing.T, p *Player, pages []page)) {
	t.Helper()
	random := rand.New(rand.NewPCG(7, 7))
	pages := storyOf(t, random)
	synctest.Test(t, func(t *testing.T) {
		p := New(device)
		defer p.Close()
		p.Load("story", tracksOf(pages))
		synctest.Wait()
		f(t, p, pages)
	})
}

// until takes sound until ok holds.
func until(t *testing.T, p *Player, b *bench, what string, ok func(State) bool) State {
	t.Helper()
	synctest.Wait()
	for range 5000 {
		if s := p.State(); ok(s) {
			return s
		}
		b.pass(step)
	}
	t.Fatalf("%s did not happen: %+v", what, p.State())
	return State{}
}

func held(h Hold) func(State) bool { return func(s State) bool { return s.Hold == h } }

func TestPositionsAndHoldsAreRightAtEverySpeed(t *testing.T) {
	for seed := range seeds(t, 6) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			b := &bench{}
			random := rand.New(rand.NewPCG(uint64(seed), 5))
			classroom(t, b, func(t *testing.T, p *Player, pages []page) {
				walk(t, p, b, pages, random)
			})
		})
	}
}

// walk plays with changing speeds, and with and without steps.
func walk(t *testing.T, p *Player, b *bench, pages []page, random *rand.Rand) {
	t.Helper()
	// settled is the steps until what was taken before has been heard, and
	// that has been told.
	const settled = 12
	before := p.State()
	anchor, steady := before, 0 // where it has played from at one speed, and for how many steps
	for range 6000 {
		switch random.IntN(60) {
		case 0, 1, 2:
			p.SetSpeed(0.5 + 1.5*random.Float64())
			steady = 0
		case 3:
			p.SetSteps(random.IntN(3) == 0)
			steady = 0 // it may wait for what it had already held
		case 4:
			p.SetEcho(random.IntN(3) == 0)
			steady = 0
		case 5, 6, 7:
			if before.Status != Playing {
				p.Play()
			}
		}
		b.pass(step)
		s := p.State()
		switch {
		case s.Page < before.Page && before.Status != Ended, s.Page == before.Page && s.Position < before.Position && before.Status != Ended:
			t.Fatalf("the place went back from %+v to %+v", before, s)
		case s.Hold == HoldSentence || s.Status == Echoing:
			if at := sampleAt(s.Position); at != pages[s.Page].cuts[s.Sentence+1] {
				t.Fatalf("it holds at %d, not at a cut: %v", at, pages[s.Page].cuts)
			}
		}
		steady++
		if s.Status != Playing || before.Status != Playing || before.Page != s.Page {
			steady = 0
		}
		if steady <= settled {
			anchor = s
		}
		if wanted := time.Duration(float64(s.At.Sub(anchor.At)) * s.Speed); steady > settled {
			if off := s.Position - anchor.Position - wanted; off.Abs() > 2*time.Millisecond {
				t.Fatalf("in %v at speed %g the position moved %v", s.At.Sub(anchor.At), s.Speed, s.Position-anchor.Position)
			}
		}
		before = s
	}
}

// longestSilence is the most zeros that pcm has one after another.
func longestSilence(pcm []int16) int {
	most, run := 0, 0
	for _, v := range pcm {
		run++
		if v != 0 {
			run = 0
		}
		most = max(most, run)
	}
	return most
}

func TestPagesTurnWithoutAGapAtEverySpeed(t *testing.T) {
	for _, speed := range []float64{0.5, 0.8, 1, 1.37, 2} {
		t.Run(fmt.Sprint("speed ", speed), func(t *testing.T) {
			b := &bench{}
			classroom(t, b, func(t *testing.T, p *Player, pages []page) {
				p.SetSpeed(speed)
				p.Play()
				var all []int16
				length := 0
				for p.State().Status != Ended {
					all = append(all, b.pass(step)...)
				}
				for _, q := range pages {
					length += len(q.pcm)
				}
				first := slices.IndexFunc(all, func(v int16) bool { return v != 0 })
				end := len(all)
				for end > 0 && all[end-1] == 0 {
					end--
				}
				most := longestSilence(all[first:end])
				// Stretched sound is within 8 ms of its place, so that much of
				// a page's end may be missing.
				if limit := Rate / 100; most > limit || most > 0 && speed == 1 {
					t.Errorf("%d samples of silence between the pages", most)
				}
				if heard, want := float64(end-first), float64(length)/speed; heard < want-Rate/50 || heard > want+Rate/50 {
					t.Errorf("%g samples were heard, not %g", heard, want)
				}
			})
		})
	}
}

func TestTheClassHasAsLongAsTheSentenceTook(t *testing.T) {
	b := &bench{}
	classroom(t, b, func(t *testing.T, p *Player, pages []page) {
		p.SetEcho(true)
		p.SetSpeed(0.5)
		p.Play()
		s := until(t, p, b, "the echo", func(s State) bool { return s.Status == Echoing })
		if left := time.Until(s.EchoUntil); left.Round(time.Millisecond) != 2600*time.Millisecond {
			t.Errorf("1.3 s at half the speed are echoed in %v", left)
		}
		b.pass(600 * time.Millisecond)
		p.SetSpeed(2)
		synctest.Wait()
		if left := time.Until(p.State().EchoUntil); left.Round(time.Millisecond) != 500*time.Millisecond {
			t.Errorf("two seconds at half the speed become %v at twice the speed", left)
		}
		if heard := b.pass(400 * time.Millisecond); longestSilence(heard) != len(heard) {
			t.Error("the voice speaks while the class does")
		}
		s = until(t, p, b, "the next sentence", func(s State) bool { return s.Status == Playing })
		if s.Sentence != 1 || !s.EchoUntil.IsZero() {
			t.Errorf("after the echo: %+v", s)
		}
	})
}

func TestAStoryWithoutSoundIsReadTogetherByTheClock(t *testing.T) {
	for _, c := range []struct {
		name   string
		device *bench
		change func(*Track)
	}{
		{"no device", &bench{fault: errNoBench}, func(*Track) {}},
		{"no voice", &bench{}, func(t *Track) { t.Path = "" }},
		{"a voice that cannot be read", &bench{}, func(t *Track) { t.Path += ".gone" }},
	} {
		t.Run(c.name, func(t *testing.T) {
			classroom(t, c.device, func(t *testing.T, p *Player, pages []page) {
				tracks := tracksOf(pages)
				for i := range tracks {
					c.change(&tracks[i])
				}
				tracks[0].Stops = []int{1}
				p.Load("silent", tracks)
				p.SetEcho(true)
				p.SetSteps(true)
				begun := time.Now()
				p.Play()
				s := until(t, p, c.device, "the echo", func(s State) bool { return s.Status == Echoing })
				cut := speech.Duration(pages[0].cuts[1], Rate)
				if took := time.Since(begun); s.Silent == "" || took < cut || took > cut+100*time.Millisecond {
					t.Errorf("a sentence of %v took %v, silent because %q", cut, took, s.Silent)
				}
				s = until(t, p, c.device, "the hold", held(HoldSentence))
				if s.Sentence != 0 || sampleAt(s.Position) != pages[0].cuts[1] {
					t.Errorf("held at %+v", s)
				}
				p.Play()
				s = until(t, p, c.device, "the question", held(HoldStop))
				if s.Sentence != 1 || s.Page != 0 {
					t.Errorf("stopped at %+v", s)
				}
			})
		})
	}
}

func TestAQuestionIsAskedThoughTheTeacherPausesJustBeforeIt(t *testing.T) {
	b := &bench{}
	classroom(t, b, func(t *testing.T, p *Player, pages []page) {
		tracks := tracksOf(pages)
		tracks[0].Stops = []int{0}
		p.Load("story", tracks)
		p.Play()
		synctest.Wait()
		// The device has taken the sentence's last sample, and plays it later.
		for b.taken() < pages[0].cuts[1] {
			b.pass(step)
		}
		if s := p.State(); s.Status != Playing {
			t.Fatalf("the question came before its sentence was heard: %+v", s)
		}
		p.Pause()
		if s := until(t, p, b, "the question", held(HoldStop)); s.Sentence != 0 {
			t.Errorf("stopped at %+v", s)
		}
	})
}

func TestAPageIsDecodedBeforeItIsAskedFor(t *testing.T) {
	b := &bench{}
	classroom(t, b, func(t *testing.T, p *Player, pages []page) {
		ready := func(i int) bool {
			found := make(chan bool, 1)
			p.do(func(a *actor) {
				_, ok := a.clips.peek(pages[i].Path)
				found <- ok
			})
			return <-found
		}
		if !ready(0) || !ready(1) {
			t.Error("the first pages' sound is not ready before the teacher presses play")
		}
		p.SetAdvance(false)
		p.GoTo(2)
		p.Play()
		b.pass(step)
		if !ready(3) {
			t.Error("the next page's sound is not ready while a page is heard")
		}
	})
}
