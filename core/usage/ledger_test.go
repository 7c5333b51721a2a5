package usage

import (
	"context"
	"errors"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

func TestAnAttemptIsCountedAndCostedAndKept(t *testing.T) {
	path := ledgerPath(t)
	l := openLedger(t, path)
	now := time.Now()
	u := model.Use{Op: "write story", N: 2, Of: 6, Final: true, Latency: 3 * time.Second, Waited: time.Second, Tokens: model.Tokens{In: 10_000, Out: 2_000, Thought: 500}}
	ctx := model.WithCall(context.Background(), &model.Call{Story: "s1", Role: story.Text, Page: -1})
	done, err := l.Begin(ctx, writer)
	if err != nil {
		t.Fatal(err)
	}
	if err := done(u); err != nil {
		t.Fatal(err)
	}
	const cost = 10_000*0.10/1e6 + 2_500*0.40/1e6
	check := func(l *Ledger) {
		t.Helper()
		s := l.Summary(Today, now)
		if s.Calls != 1 || s.Retries != 1 || s.Stories != 1 || s.Waited != time.Second || !closeTo(s.Cost, cost) || !closeTo(s.Month, cost) {
			t.Errorf("the summary is %+v", s)
		}
		if len(s.Models) != 1 || s.Models[0].Model != writer || s.Models[0].Role != story.Text || s.Models[0].Tokens != u.Tokens || s.Models[0].Guessed {
			t.Errorf("the models are %+v", s.Models)
		}
		if got := l.OfStory("s1"); got.Calls != 1 || got.Retries != 1 || !closeTo(got.Cost, cost) {
			t.Errorf("the story's use is %+v", got)
		}
	}
	check(l)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	check(openLedger(t, path))
}

func TestDoneCountsOnce(t *testing.T) {
	l := openLedger(t, ledgerPath(t))
	done, err := l.Begin(context.Background(), narrator)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := done(voice("s", time.Time{}, 0.01)); err != nil {
			t.Fatal(err)
		}
	}
	if s := l.Summary(Today, time.Now()); s.Calls != 1 {
		t.Errorf("%d calls", s.Calls)
	}
}

func TestAnAttemptThatNeverLeftTheComputerIsNotCounted(t *testing.T) {
	path := ledgerPath(t)
	l := openLedger(t, path)
	send(t, l, model.Use{Role: story.Voice, Model: narrator, Kind: model.Local, Final: true, N: 1, Of: 6})
	for _, l := range []*Ledger{l, openLedger(t, path)} {
		if s := l.Summary(Today, time.Now()); s.Calls != 0 || s.Failures != 0 || s.Month != 0 {
			t.Errorf("the summary is %+v", s)
		}
	}
}

func TestAnAttemptWhoseProcessWasKilledCountsAsReserved(t *testing.T) {
	path := ledgerPath(t)
	l := openLedger(t, path)
	ctx := model.WithCall(context.Background(), &model.Call{Story: "s", Role: story.Picture, Page: 3})
	if _, err := l.Begin(ctx, illustrator); err != nil {
		t.Fatal(err)
	}
	want := DefaultPrices().Reserve(story.Picture, illustrator)
	again := openLedger(t, path)
	s := again.Summary(Today, time.Now())
	if s.Calls != 1 || !closeTo(s.Cost, want) || !s.Models[0].Guessed || s.Roles[1].Answers != 0 {
		t.Errorf("the summary is %+v, want a call for %v", s, want)
	}
	if got := again.OfStory("s"); got.Calls != 1 || !closeTo(got.Cost, want) {
		t.Errorf("the story's use is %+v", got)
	}
}

func TestTwoProcessesShareOneCount(t *testing.T) {
	path := ledgerPath(t)
	window, line := openLedger(t, path), openLedger(t, path)
	now := time.Now()
	send(t, window, voice("a", now, 0.01))
	ctx := model.WithCall(context.Background(), &model.Call{Story: "b", Role: story.Voice})
	done, err := line.Begin(ctx, narrator)
	if err != nil {
		t.Fatal(err)
	}
	reserved := DefaultPrices().Reserve(story.Voice, narrator)
	if s := window.Summary(Today, now); s.Calls != 2 || !closeTo(s.Cost, 0.01+reserved) {
		t.Errorf("with an attempt of the other under way: %d calls for %v", s.Calls, s.Cost)
	}
	if err := done(voice("b", now, 0.02)); err != nil {
		t.Fatal(err)
	}
	for name, l := range map[string]*Ledger{"window": window, "command line": line} {
		if s := l.Summary(Today, now); s.Calls != 2 || !closeTo(s.Cost, 0.03) || len(s.ByStory) != 2 || s.ByStory[0].Story != "b" {
			t.Errorf("%s: %d calls for %v", name, s.Calls, s.Cost)
		}
		if got := l.OfStory("b"); got.Calls != 1 || !closeTo(got.Cost, 0.02) {
			t.Errorf("%s: the story's use is %+v", name, got)
		}
	}
}

func TestTheMonthBeginsAnew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(time.Until(time.Date(2026, 11, 30, 23, 59, 0, 0, time.Local)))
		l := openLedger(t, ledgerPath(t))
		l.SetCap(1)
		send(t, l, voice("s", time.Now(), 0.99))
		if !l.Near() {
			t.Error("99 cents of a dollar are not near the cap")
		}
		_, err := l.Begin(context.Background(), narrator)
		var e *model.Error
		if !errors.As(err, &e) || e.Kind != model.Capped || !e.Reset.Equal(time.Date(2026, 12, 1, 0, 0, 0, 0, time.Local)) {
			t.Fatalf("Begin says %v", err)
		}
		time.Sleep(time.Minute)
		if l.Near() {
			t.Error("the new month is near its cap")
		}
		done, err := l.Begin(context.Background(), narrator)
		if err != nil {
			t.Fatal(err)
		}
		if err := done(voice("s", time.Now(), 0.5)); err != nil {
			t.Fatal(err)
		}
		if s := l.Summary(ThisMonth, time.Now()); !closeTo(s.Month, 0.5) || !closeTo(s.Cost, 0.5) || s.Cap != 1 || s.Near {
			t.Errorf("the summary is %+v", s)
		}
		if use := l.OfStory("s"); !closeTo(use.Cost, 1.49) {
			t.Errorf("the story has cost %v", use.Cost)
		}
	})
}

func TestOthersMayNotReadTheLedger(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permission bits are Unix's")
	}
	path := ledgerPath(t)
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	openLedger(t, path)
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v (%v)", info.Mode(), err)
	}
}

func TestALedgerThatCannotBeOpenedSaysSo(t *testing.T) {
	_, err := Open(t.TempDir(), DefaultPrices(), nil)
	if kindOf(err) != model.Device || !strings.Contains(model.Sentence(err), "disk has room") {
		t.Errorf("Open says %v", err)
	}
}

func TestNothingIsSentWhereNothingCanBeWritten(t *testing.T) {
	l := openLedger(t, ledgerPath(t))
	done, err := l.Begin(context.Background(), narrator)
	if err != nil {
		t.Fatal(err)
	}
	working := breakFile(t, l)
	if err := done(voice("s", time.Now(), 0.5)); kindOf(err) != model.Device {
		t.Errorf("done says %v", err)
	}
	if _, err := l.Begin(context.Background(), narrator); kindOf(err) != model.Device {
		t.Errorf("Begin says %v", err)
	}
	if s := l.Summary(Today, time.Now()); s.Calls != 1 || !closeTo(s.Month, 0.5) {
		t.Errorf("what could not be written does not count: %+v", s)
	}
	working()
	send(t, l, voice("s", time.Now(), 0.25))
	if s := openLedger(t, l.file.path).Summary(Today, time.Now()); s.Calls != 2 || !closeTo(s.Cost, 0.75) || s.Damaged != 0 {
		t.Errorf("the file holds %+v", s)
	}
}

// breakFile lets every write fail until the returned function is called.
func breakFile(t *testing.T, l *Ledger) (working func()) {
	t.Helper()
	f, err := os.Open(l.file.path)
	if err != nil {
		t.Fatal(err)
	}
	whole := l.file.f
	l.file.f = f
	return func() {
		l.file.f = whole
		f.Close()
	}
}

func TestAfterCloseNothingBegins(t *testing.T) {
	l := openLedger(t, ledgerPath(t))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Begin(context.Background(), narrator); kindOf(err) != model.Device {
		t.Errorf("Begin says %v", err)
	}
}

func TestChangesAreToldOnceUntilTheyAreHeard(t *testing.T) {
	l := openLedger(t, ledgerPath(t))
	for range 3 {
		send(t, l, voice("s", time.Now(), 0.01))
	}
	<-l.Changed()
	select {
	case <-l.Changed():
		t.Error("a change was told twice")
	default:
	}
	l.SetCap(5)
	<-l.Changed()
}

func TestAUseThatCannotBeIsCountedAsReserved(t *testing.T) {
	path := ledgerPath(t)
	l := openLedger(t, path)
	u := voice("s", time.Now(), 0.01)
	u.Tokens.In = -5
	send(t, l, u)
	want := DefaultPrices().Reserve(story.Voice, narrator)
	for _, l := range []*Ledger{l, openLedger(t, path)} {
		if s := l.Summary(Today, time.Now()); s.Calls != 1 || !closeTo(s.Cost, want) || s.Damaged != 0 {
			t.Errorf("the summary is %+v", s)
		}
	}
}

func TestARemovedFileIsBegunAnew(t *testing.T) {
	path := ledgerPath(t)
	l := openLedger(t, path)
	send(t, l, voice("s", time.Now(), 0.01))
	if err := os.Remove(path); err != nil {
		t.Skip("an open file cannot be removed here")
	}
	send(t, l, voice("s", time.Now(), 0.02))
	if s := l.Summary(Today, time.Now()); s.Calls != 2 {
		t.Errorf("%d calls in memory", s.Calls)
	}
	if s := openLedger(t, path).Summary(Today, time.Now()); s.Calls != 1 || !closeTo(s.Cost, 0.02) {
		t.Errorf("the new file holds %d calls for %v", s.Calls, s.Cost)
	}
}
