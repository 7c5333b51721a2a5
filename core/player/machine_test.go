package player

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core/speech"
)

// seeds is how many random lessons are given: few in every run of the tests,
// fewer under the race detector, as many as EDUSMART_SEEDS says in the soak
// run.
func seeds(t *testing.T, few int) int {
	t.Helper()
	n := os.Getenv("EDUSMART_SEEDS")
	if n == "" && testing.Short() {
		return 1 + few/10
	}
	if n == "" {
		return few
	}
	many, err := strconv.Atoi(n)
	if err != nil {
		t.Fatal(err)
	}
	return max(few, many)
}

// storyOf makes five pages with sentences of all kinds.
func storyOf(t testing.TB, random *rand.Rand) []page {
	t.Helper()
	return []page{
		pageOf(t, random, "one", 130, 45, 0, 70),
		pageOf(t, random, "two", 90),
		pageOf(t, random, "three", 0, 60, 210, 8, 50),
		pageOf(t, random, "four", 75, 55, 0),
		pageOf(t, random, "five", 40, 120),
	}
}

func tracksOf(pages []page) []Track {
	tracks := make([]Track, len(pages))
	for i, p := range pages {
		tracks[i] = p.Track
	}
	return tracks
}

// lesson is a player and its model.
type lesson struct {
	t      *testing.T
	random *rand.Rand
	bench  *bench
	player *Player
	model  model
	all    []page
	log    []string
	seen   map[string]int // how often each status and hold was met
}

func TestThePlayerIsItsModelUnderRandomCommands(t *testing.T) {
	seen := map[string]int{}
	for seed := range seeds(t, 20) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			random := rand.New(rand.NewPCG(uint64(seed), 4))
			all := storyOf(t, random)
			synctest.Test(t, func(t *testing.T) {
				l := &lesson{t: t, random: random, bench: &bench{}, all: all, seen: seen}
				l.player = New(l.bench)
				defer l.player.Close()
				l.model = model{bench: l.bench, advance: true, status: Paused}
				l.load(len(all), false)
				for range 40 {
					// Sometimes the teacher is busy, sometimes the class listens.
					every := []int{2, 12, 50}[random.IntN(3)]
					for range 100 {
						l.step(every)
					}
				}
			})
		})
	}
	for _, what := range []string{"playing", "paused", "waiting", "echoing", "ended", "stop", "sentence", "page", "turned", "passed"} {
		if seen[what] < 5 && !testing.Short() {
			t.Errorf("%s was met %d times: the test proves little", what, seen[what])
		}
	}
	t.Log(seen)
}

// step gives a command about every so many times, and lets the time of a tick
// go by.
func (l *lesson) step(every int) {
	before := l.model
	l.model.locate()
	l.model.proceed()
	l.model.renew()
	l.compare()
	l.count(before, l.model)
	for l.random.IntN(every) == 0 {
		l.model.locate()
		l.command()
		l.model.proceed()
		synctest.Wait()
		l.model.renew()
		l.compare()
	}
	n := speech.Samples(step, Rate)
	want := l.model.pull(n)
	got := l.bench.pull(n)
	for i := range want {
		if got[i] != want[i] {
			l.fail("sample %d of this step is %d and should be %d", i, got[i], want[i])
		}
	}
	time.Sleep(step)
	synctest.Wait()
}

// count notes what the player has come to by itself.
func (l *lesson) count(before, now model) {
	if now.status != before.status {
		l.seen[string(now.status)]++
	}
	if now.hold != before.hold {
		l.seen[string(now.hold)]++
	}
	if now.status == Playing && now.flowing && before.flowing {
		switch {
		case now.page != before.page:
			l.seen["turned"]++
		case before.told() != now.told():
			l.seen["passed"]++ // from sentence to sentence
		}
	}
}

// compare holds the player's state against the model's.
func (l *lesson) compare() {
	m, s := &l.model, l.player.State()
	page := m.pages[m.page]
	switch {
	case s.Status != m.status || s.Hold != m.hold || s.Page != m.page:
		l.fail("the player is %s (hold %q) on page %d", s.Status, s.Hold, s.Page)
	case s.Sentence != m.told():
		l.fail("the sentence is told as %d, not %d", s.Sentence, m.told())
	case s.EchoUntil != m.until:
		l.fail("the class has until %v, not %v", s.EchoUntil, m.until)
	case s.At.Equal(time.Now()) && (s.Position-m.position()).Abs() > time.Microsecond:
		l.fail("the position is told as %v, not %v", s.Position, m.position())
	case s.Steps != m.steps || s.Echo != m.echo || s.Advance != m.advance:
		l.fail("the ways of playing are told wrongly: %+v", s)
	case (s.Hold != HoldNone) && (s.Status != Paused || !slices.Contains(page.cuts[1:], m.at)):
		l.fail("there cannot be a hold here")
	case s.EchoUntil.IsZero() != (s.Status != Echoing):
		l.fail("an echo without end, or an end without an echo")
	}
}

func (l *lesson) fail(format string, args ...any) {
	l.t.Helper()
	m := &l.model
	l.t.Fatalf("%s\nthe model is %s (hold %q) at %d of page %d, sentence %d; last commands: %v", fmt.Sprintf(format, args...),
		m.status, m.hold, m.at, m.page, m.told(), l.log[max(0, len(l.log)-8):])
}

// load gives the first n pages to both, with other stops, and perhaps with the
// page after the present one still being made.
func (l *lesson) load(n int, gap bool) {
	pages := slices.Clone(l.all[:n])
	for i := range pages {
		p := &pages[i]
		p.Ready = !gap || i != l.model.page+1
		p.Stops = nil
		for s := range p.Sentences {
			if p.cuts[s+1] > 0 && l.random.IntN(3) == 0 {
				p.Stops = append(p.Stops, s)
			}
		}
	}
	l.player.Load("story", tracksOf(pages))
	synctest.Wait()
	l.model.load(pages)
}

// command gives both the same random command.
func (l *lesson) command() {
	m, p, r := &l.model, l.player, l.random
	page := r.IntN(len(m.pages))
	sentence := r.IntN(len(m.pages[page].Sentences))
	at := r.IntN(len(m.pages[page].pcm) + Rate/10)
	on := r.IntN(2) == 0
	commands := []struct {
		name string
		do   func()
	}{
		{"play", func() { p.Play(); m.play() }},
		{"play", func() { p.Play(); m.play() }},
		{"play", func() { p.Play(); m.play() }},
		{"pause", func() { p.Pause(); m.pause() }},
		{"toggle", func() {
			p.Toggle()
			if m.active() {
				m.pause()
			} else {
				m.play()
			}
		}},
		{"next", func() { p.Next(); m.leap(m.page+1, 0) }},
		{"prev", func() { p.Prev(); m.prev() }},
		{fmt.Sprint("go to ", page), func() { p.GoTo(page); m.leap(page, 0) }},
		{fmt.Sprint("seek ", at), func() {
			p.Seek(speech.Duration(at, Rate))
			m.leap(m.page, min(at, m.length()))
		}},
		{"next sentence", func() { p.NextSentence(); m.nextSentence() }},
		{"previous sentence", func() { p.PrevSentence(); m.prevSentence() }},
		{"repeat", func() {
			p.RepeatSentence()
			m.leap(m.page, m.cuts()[m.told()])
			m.play()
		}},
		{fmt.Sprint("play sentence ", page, sentence), func() {
			p.PlaySentence(page, sentence)
			m.leap(page, m.pages[page].cuts[sentence])
			m.play()
		}},
		{fmt.Sprint("play at ", page, at), func() {
			p.PlayAt(page, speech.Duration(at, Rate))
			m.playAt(page, at)
		}},
		{fmt.Sprint("steps ", on), func() { p.SetSteps(on); m.steps = on }},
		{fmt.Sprint("echo ", on), func() { p.SetEcho(on); m.setEcho(on) }},
		{fmt.Sprint("advance ", on), func() { p.SetAdvance(on); m.advance = on }},
		{"load", func() { l.load(max(m.page+1, len(m.pages), r.IntN(len(l.all)+1)), r.IntN(4) > 0) }},
	}
	c := commands[r.IntN(len(commands))]
	l.log = append(l.log, c.name)
	c.do()
}
