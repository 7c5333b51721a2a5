package usage

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"time"

	"edusmart/core/model"
)

// header is the first row of the table.
var header = []string{
	"time", "story", "role", "page", "operation", "model", "attempt", "of", "outcome", "last",
	"answer_s", "waited_s", "tokens_in", "tokens_out", "tokens_thought", "cost_usd", "cost_is",
}

// CSV writes one row for every attempt that was sent from the first time on
// and before the second, as RFC 4180 has it, with a row of headers; a zero
// time is no bound. Pages count from 1; times are in the local zone. The
// outcome is "ok", the kind of the failure, or "lost" for an attempt whose
// process was killed. No cell begins a formula of a spreadsheet. Months that
// were compacted are not in it. An error is a *model.Error of kind Device.
func (l *Ledger) CSV(w io.Writer, from, to time.Time) error {
	l.mu.Lock()
	live := maps.Clone(l.live)
	l.mu.Unlock()
	out := csv.NewWriter(w)
	f, err := os.Open(l.file.path)
	if err == nil {
		defer f.Close()
		err = out.Write(header)
	}
	if err == nil {
		err = rows(f, live, func(a *attempt) error {
			if a.Time.Before(from) || (!to.IsZero() && !a.Time.Before(to)) {
				return nil
			}
			return out.Write(row(a))
		})
	}
	out.Flush()
	if err = cmp.Or(err, out.Error()); err != nil {
		return model.Errorf("export usage", model.Device, "The table cannot be written. Check that the disk has room and that you may write to that folder.", err)
	}
	return nil
}

// rows gives every attempt of a file; those without an end come last, but for
// those that are live.
func rows(file io.Reader, live map[string]float64, each func(*attempt) error) error {
	r, decode := bufio.NewReaderSize(file, maxLine), newDecoder()
	begun := map[string]attempt{}
	var err error
	for err == nil {
		var data []byte
		data, _, err = readLine(r)
		var one line
		if (err != nil && !errors.Is(err, io.EOF)) || data == nil || !decode.decode(data, &one) {
			continue
		}
		switch {
		case one.Begin != "":
			begun[one.Begin] = attempt{Use: one.Use, guess: true, lost: true}
		case one.End != "":
			delete(begun, one.End)
			if one.Unsent {
				continue
			}
			if err := each(&attempt{Use: one.Use, guess: one.Guess}); err != nil {
				return err
			}
		}
	}
	if !errors.Is(err, io.EOF) {
		return err
	}
	for id := range live {
		delete(begun, id)
	}
	lost := slices.SortedFunc(maps.Values(begun), func(a, b attempt) int { return a.Time.Compare(b.Time) })
	for i := range lost {
		if err := each(&lost[i]); err != nil {
			return err
		}
	}
	return nil
}

func row(a *attempt) []string {
	page, outcome, cost := "", string(a.Kind), "counted"
	if a.Page >= 0 {
		page = strconv.Itoa(a.Page + 1)
	}
	switch {
	case a.lost:
		outcome = "lost"
	case a.Kind == "":
		outcome = "ok"
	}
	if a.guess {
		cost = "estimated"
	}
	cells := []string{
		a.Time.Local().Format(time.RFC3339), a.Story, string(a.Role), page, a.Op, a.Model,
		count(a.N), count(a.Of), outcome, strconv.FormatBool(a.Final),
		seconds(a.Latency), seconds(a.Waited),
		strconv.Itoa(a.Tokens.In), strconv.Itoa(a.Tokens.Out), strconv.Itoa(a.Tokens.Thought),
		strconv.FormatFloat(a.Cost, 'f', 6, 64), cost,
	}
	for i := range cells {
		cells[i] = harmless(cells[i])
	}
	return cells
}

func count(n int) string { return strconv.Itoa(max(n, 0)) }

func seconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'f', 3, 64) }

// harmless keeps a spreadsheet from taking a text for a formula (OWASP, "CSV
// injection").
func harmless(cell string) string {
	if cell == "" {
		return cell
	}
	switch cell[0] {
	case '=', '+', '-', '@', '\t', '\r', '\n':
		return "'" + cell
	}
	return cell
}
