package usage

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// writeLines makes a file of lines.
func writeLines(t testing.TB, path string, lines []line) {
	t.Helper()
	var data []byte
	for i := range lines {
		one, err := lines[i].encode()
		if err != nil {
			t.Fatal(err)
		}
		data = append(data, one...)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// years are attempts of three years, some lost, with a model that went.
func years(now time.Time) []line {
	var lines []line
	for i := range 600 {
		u := voice([]string{"a", "b", "c"}[i%3], now.Add(-time.Duration(600-i)*44*time.Hour), float64(i%9)/1000)
		u.N, u.Op = 1+i%2, strings.Repeat("x", 80)
		if i == 100 {
			u.Kind, u.Model = model.Gone, "old"
		}
		id := "p-" + time.Duration(i).String()
		begun := line{Begin: id, Use: model.Use{Time: u.Time, Story: u.Story, Role: story.Voice, Model: u.Model, Cost: 0.03}}
		lines = append(lines, begun)
		if i%50 != 7 {
			lines = append(lines, line{End: id, Use: u})
		}
	}
	return lines
}

func TestCompactingChangesNoSum(t *testing.T) {
	path := ledgerPath(t)
	now := time.Now()
	writeLines(t, path, years(now))
	before := openLedger(t, path)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time there is nothing to do
		if err := compact(path, 1000, now); err != nil {
			t.Fatal(err)
		}
	}
	asides, err := filepath.Glob(path + ".*")
	if err != nil || len(asides) != 1 {
		t.Fatalf("beside it stand %v (%v)", asides, err)
	}
	if aside, err := os.ReadFile(asides[0]); err != nil || string(aside) != string(whole) {
		t.Errorf("the file as it was is not kept (%v)", err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() > int64(len(whole))/3 {
		t.Errorf("%d bytes of %d are left (%v)", info.Size(), len(whole), err)
	}
	after := openLedger(t, path)
	for _, id := range []string{"a", "b", "c", "none"} {
		a, b := before.OfStory(id), after.OfStory(id)
		if a.Calls != b.Calls || a.Retries != b.Retries || !closeTo(a.Cost, b.Cost) {
			t.Errorf("story %s: %+v before, %+v after", id, a, b)
		}
	}
	for _, p := range []Period{Today, ThisMonth} {
		a, b := before.Summary(p, now), after.Summary(p, now)
		if a.Calls != b.Calls || !closeTo(a.Cost, b.Cost) || !slices.Equal(a.Roles, b.Roles) || b.Damaged != 0 {
			t.Errorf("%s: %+v before, %+v after", p, a, b)
		}
	}
	if s := after.Summary(ThisMonth, now); len(s.Models) > 0 && s.Models[0].Instead != "old" {
		t.Errorf("which model went is forgotten: %+v", s.Models)
	}
}

func TestAnotherProcessFollowsToTheCompactedFile(t *testing.T) {
	path := ledgerPath(t)
	now := time.Now()
	writeLines(t, path, years(now))
	l := openLedger(t, path)
	cost := l.OfStory("a").Cost
	if err := compact(path, 1000, now); err != nil {
		t.Fatal(err)
	}
	send(t, l, voice("a", now, 0.01))
	for name, l := range map[string]*Ledger{"the one that was open": l, "a new one": openLedger(t, path)} {
		if got := l.OfStory("a").Cost; !closeTo(got, cost+0.01) {
			t.Errorf("%s says %v, want %v", name, got, cost+0.01)
		}
	}
}

func TestAShortFileIsLeftAlone(t *testing.T) {
	path := ledgerPath(t)
	writeLines(t, path, years(time.Now()))
	if err := compact(path, maxFile, time.Now()); err != nil {
		t.Fatal(err)
	}
	if asides, _ := filepath.Glob(path + ".*"); len(asides) != 0 {
		t.Errorf("beside it stand %v", asides)
	}
}
