package usage

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

// table reads a table back, each row by its headers.
func table(t *testing.T, l *Ledger, from, to time.Time) []map[string]string {
	t.Helper()
	var out bytes.Buffer
	if err := l.CSV(&out, from, to); err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, name := range all[0] {
			row[name] = cells[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func TestTheTableHoldsEveryAttempt(t *testing.T) {
	path := ledgerPath(t)
	at := time.Now().Truncate(time.Second)
	before := openLedger(t, path)
	ctx := model.WithCall(context.Background(), &model.Call{Story: "s", Role: story.Picture, Page: 3})
	if _, err := before.Begin(ctx, illustrator); err != nil { // killed
		t.Fatal(err)
	}
	l := openLedger(t, path)
	send(t, l, model.Use{Time: at, Story: "s", Role: story.Text, Page: -1, Op: "write \"it\",\nplease", Model: writer, N: 2, Of: 6, Kind: model.Quota, Latency: 250 * time.Millisecond, Waited: 3 * time.Second})
	send(t, l, voice("s", at, 0.01))
	send(t, l, model.Use{Time: at, Role: story.Voice, Model: "tts-unknown", N: 1, Of: 6, Final: true, Tokens: model.Tokens{In: 1, Out: 2, Thought: 3}})
	if _, err := l.Begin(ctx, illustrator); err != nil { // under way
		t.Fatal(err)
	}
	rows := table(t, l, time.Time{}, time.Time{})
	if len(rows) != 4 {
		t.Fatalf("%d rows, want 3 that ended and 1 that was lost", len(rows))
	}
	want := map[string]string{
		"time": at.Format(time.RFC3339), "story": "s", "role": "text", "page": "", "operation": "write \"it\",\nplease", "model": writer,
		"attempt": "2", "of": "6", "outcome": "quota", "last": "false", "answer_s": "0.250", "waited_s": "3.000",
		"tokens_in": "0", "cost_usd": "0.000000", "cost_is": "counted",
	}
	for name, cell := range want {
		if rows[0][name] != cell {
			t.Errorf("%s is %q, want %q", name, rows[0][name], cell)
		}
	}
	if r := rows[1]; r["outcome"] != "ok" || r["page"] != "1" || r["cost_usd"] != "0.010000" || r["last"] != "true" {
		t.Errorf("the answer is %v", r)
	}
	if r := rows[2]; r["cost_is"] != "estimated" || r["tokens_out"] != "2" || r["tokens_thought"] != "3" {
		t.Errorf("of the unknown model: %v", r)
	}
	if r := rows[3]; r["outcome"] != "lost" || r["page"] != "4" || r["cost_is"] != "estimated" {
		t.Errorf("the lost attempt is %v", r)
	}
	sum := 0.0
	for _, r := range rows {
		usd, err := strconv.ParseFloat(r["cost_usd"], 64)
		if err != nil {
			t.Error(err)
		}
		sum += usd
	}
	if s := l.Summary(ThisMonth, time.Now()); sum-s.Cost > 1e-5 || s.Cost-sum > 1e-5 {
		t.Errorf("the table adds up to %v, the summary says %v", sum, s.Cost)
	}
}

func TestTheTablesBounds(t *testing.T) {
	l := openLedger(t, ledgerPath(t))
	at := time.Now().Truncate(time.Hour)
	for i := range 5 {
		send(t, l, voice(strconv.Itoa(i), at.Add(time.Duration(i)*time.Minute), 0.01))
	}
	var stories []string
	for _, r := range table(t, l, at.Add(time.Minute), at.Add(3*time.Minute)) {
		stories = append(stories, r["story"])
	}
	if got := strings.Join(stories, " "); got != "1 2" {
		t.Errorf("the rows are of %s, want 1 2", got)
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	l := openLedger(t, ledgerPath(t))
	for _, bad := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"} {
		send(t, l, model.Use{Story: bad, Role: story.Voice, Op: bad, Model: bad, Kind: model.Kind(bad), N: -3, Of: -4})
	}
	rows := table(t, l, time.Time{}, time.Time{})
	if len(rows) != 7 {
		t.Errorf("%d rows", len(rows))
	}
	for _, r := range rows {
		for name, cell := range r {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") {
				t.Errorf("%s is %q", name, cell)
			}
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestATableThatCannotBeWrittenSaysSo(t *testing.T) {
	l := openLedger(t, ledgerPath(t))
	if err := l.CSV(full{}, time.Time{}, time.Time{}); kindOf(err) != model.Device {
		t.Errorf("CSV says %v", err)
	}
}
