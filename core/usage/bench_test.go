package usage

import (
	"context"
	"fmt"
	"testing"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// busyMonth are n lines: half as many attempts, all of this month.
func busyMonth(b *testing.B, n int) string {
	b.Helper()
	path := ledgerPath(b)
	now := time.Now()
	models := []string{writer, illustrator, narrator}
	lines := make([]line, 0, n)
	for i := range n / 2 {
		at := now.Add(-time.Duration(i) * time.Second)
		id := fmt.Sprintf("0123456789ab-%d", i)
		u := model.Use{
			Time: at, Story: fmt.Sprintf("story-%d", i/30), Role: roles[i%3], Page: i % 10, Op: "narrate page", Model: models[i%3],
			N: 1 + i%2, Of: 6, Final: true, Latency: time.Duration(i%9000) * time.Millisecond, Tokens: model.Tokens{In: 120, Out: 600 + i%100}, Cost: 0.00601 + float64(i%7)/1e4,
		}
		lines = append(lines,
			line{Begin: id, Use: model.Use{Time: at, Story: u.Story, Role: u.Role, Page: u.Page, Model: u.Model, Cost: 0.0305}},
			line{End: id, Use: u})
	}
	writeLines(b, path, lines)
	return path
}

func BenchmarkOpen50000Lines(b *testing.B) {
	path := busyMonth(b, 50_000)
	for b.Loop() {
		l, err := Open(path, DefaultPrices(), nil)
		if err != nil {
			b.Fatal(err)
		}
		if err := l.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSummary(b *testing.B) {
	l := openLedger(b, busyMonth(b, 50_000))
	done, err := l.Begin(context.Background(), narrator)
	if err != nil {
		b.Fatal(err)
	}
	if err := done(voice("s", time.Now(), 0.01)); err != nil {
		b.Fatal(err)
	}
	for _, p := range []Period{Today, ThisMonth} {
		b.Run(string(p), func(b *testing.B) {
			for b.Loop() {
				l.Summary(p, time.Now())
			}
		})
		b.Run(string(p)+"/first", func(b *testing.B) {
			for b.Loop() {
				clear(l.book.tallies)
				l.Summary(p, time.Now())
			}
		})
	}
}

func BenchmarkAttempt(b *testing.B) {
	l := openLedger(b, busyMonth(b, 50_000))
	ctx := model.WithCall(context.Background(), &model.Call{Story: "s", Role: story.Voice})
	for name, kind := range map[string]model.Kind{"billed": "", "rejected": model.Quota} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				done, err := l.Begin(ctx, narrator)
				if err != nil {
					b.Fatal(err)
				}
				u := voice("s", time.Now(), 0.0001)
				if u.Kind = kind; kind != "" {
					u.Tokens = model.Tokens{}
				}
				if err := done(u); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
