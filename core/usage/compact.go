package usage

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"time"

	"edusmart/core/disk"
	"edusmart/core/story"
)

// maxFile is the length in bytes from which on the file is compacted: about
// 100,000 attempts, or 4,000 stories.
const maxFile = 64 << 20

// totalKey names what is added up.
type totalKey struct {
	month string
	story string
	role  story.PartKind
	model string
}

// compact makes a file that is longer than most shorter: attempts sent before
// the month before now become totals. The file as it was is kept beside it
// first, so that nothing is lost at whatever instant the process ends. Where
// this would save less than a quarter nothing is done.
func compact(path string, most int64, now time.Time) error {
	info, err := os.Stat(path)
	if err != nil || info.Size() <= most {
		return err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	short, err := shorten(data, held(now))
	if err != nil || len(short) > len(data)/4*3 {
		return err
	}
	aside := fmt.Sprintf("%s.%s", path, now.UTC().Format("20060102T150405Z"))
	if err := writeWhole(aside, data); err != nil {
		return err
	}
	return writeWhole(path, short)
}

func writeWhole(path string, data []byte) error {
	return disk.WriteWhole(path, 0o600, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// shorten gives the lines with totals in the place of what is older than
// from.
func shorten(data []byte, from time.Time) ([]byte, error) {
	s := shortener{from: from, totals: map[totalKey]*line{}, begun: map[string]*line{}, book: newBook(from)}
	r, decode := bufio.NewReaderSize(bytes.NewReader(data), maxLine), newDecoder()
	for {
		raw, _, err := readLine(r)
		var one line
		if raw != nil && decode.decode(raw, &one) {
			s.add(&one, raw)
		}
		if errors.Is(err, io.EOF) {
			return s.bytes()
		}
		if err != nil {
			return nil, err
		}
	}
}

type shortener struct {
	from   time.Time
	totals map[totalKey]*line
	begun  map[string]*line
	book   *book // for what took the place of what
	recent bytes.Buffer
}

func (s *shortener) add(one *line, raw []byte) {
	switch {
	case one.Total != "":
		s.total(one, one.Total, one.Calls, one.Retries, one.Failures)
		if one.Instead != "" {
			s.book.instead[modelKey{one.Role, one.Model}] = one.Instead
		}
	case one.Begin != "":
		begun := *one
		s.begun[one.Begin] = &begun
	default:
		delete(s.begun, one.End)
		if one.Unsent {
			return
		}
		s.book.note(&attempt{Use: one.Use})
		if one.Time.Before(s.from) {
			s.total(one, month(one.Time), 1, boolean(one.N > 1), boolean(failed(&one.Use)))
			return
		}
		s.recent.Write(raw)
		s.recent.WriteByte('\n')
	}
}

func month(t time.Time) string { return t.Local().Format("2006-01") }

func (s *shortener) total(one *line, month string, calls, retries, failures int) {
	key := totalKey{month, one.Story, one.Role, one.Model}
	t := s.totals[key]
	if t == nil {
		t = &line{Total: month}
		t.Time, t.Story, t.Role, t.Model, t.Page = one.Time, one.Story, one.Role, one.Model, -1
		s.totals[key] = t
	}
	t.Calls += calls
	t.Retries += retries
	t.Failures += failures
	t.Cost += one.Cost
	t.Tokens = t.Tokens.Add(one.Tokens)
	t.Guess = t.Guess || one.Guess || one.Begin != ""
}

// bytes gives the lines of the new file: totals, what took the place of what,
// and the lines since from.
func (s *shortener) bytes() ([]byte, error) {
	var lines []*line
	for _, id := range slices.Sorted(maps.Keys(s.begun)) {
		if one := s.begun[id]; one.Time.Before(s.from) {
			s.total(one, month(one.Time), 1, 0, 0)
		} else {
			lines = append(lines, one)
		}
	}
	for key, name := range s.book.instead {
		one := &line{Total: month(s.from), Instead: name}
		one.Time, one.Role, one.Model, one.Page = s.from, key.role, key.name, -1
		lines = append(lines, one)
	}
	lines = slices.AppendSeq(lines, maps.Values(s.totals))
	slices.SortFunc(lines, func(a, b *line) int {
		return cmp.Or(cmp.Compare(a.Total, b.Total), cmp.Compare(a.Story, b.Story), cmp.Compare(a.Role, b.Role),
			cmp.Compare(a.Model, b.Model), cmp.Compare(a.Begin, b.Begin))
	})
	var out bytes.Buffer
	for _, one := range lines {
		data, err := one.encode()
		if err != nil {
			return nil, err
		}
		out.Write(data)
	}
	out.Write(s.recent.Bytes())
	return out.Bytes(), nil
}
