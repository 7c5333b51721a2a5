package usage

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"edusmart/core/model"
	"edusmart/core/story"
)

func TestALineTornAtAnyByteCostsNoOther(t *testing.T) {
	path := ledgerPath(t)
	l := openLedger(t, path)
	now := time.Now()
	for i := range 2 {
		send(t, l, voice(fmt.Sprintf("s%d", i), now, 0.01))
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(whole) + 1 {
		torn := ledgerPath(t)
		if err := os.WriteFile(torn, whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		// A line that lacks its line feed only is whole.
		begun := strings.Count(string(whole[:min(n+1, len(whole))]), "}\n")
		calls := (begun + 1) / 2
		l, err := Open(torn, DefaultPrices(), nil)
		if err != nil {
			t.Fatal(err)
		}
		s := l.Summary(Today, now)
		if s.Calls != calls || s.Damaged > 1 {
			t.Fatalf("torn after %d bytes: %d calls, want %d; %d damaged lines", n, s.Calls, calls, s.Damaged)
		}
		send(t, l, model.Use{Time: now, Role: story.Voice, Model: narrator, Kind: model.Busy, N: 1, Of: 6})
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		l, err = Open(torn, DefaultPrices(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if again := l.Summary(Today, now); again.Calls != calls+1 || again.Damaged != s.Damaged {
			t.Fatalf("torn after %d bytes and written on: %d calls, want %d; %d damaged lines", n, again.Calls, calls+1, again.Damaged)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestDamagedLinesArePassedOver(t *testing.T) {
	now := time.Now().UTC().Format(time.RFC3339)
	good := `{"end":"x-%d","time":"` + now + `","story":"s","role":"voice","page":0,"op":"","model":"m","n":1,"of":6,"latency_ns":1,"tokens":{},"cost_usd":0.5}`
	damaged := []string{
		"\x00\x00\x00\x00", "{", "null", "[]", `"text"`, strings.Repeat("x", 3*maxLine), "\xff\xfe", "{}",
		strings.Replace(fmt.Sprintf(good, 90), `"cost_usd":0.5`, `"cost_usd":-5`, 1),
		strings.Replace(fmt.Sprintf(good, 91), `"cost_usd":0.5`, `"cost_usd":1e300`, 1),
		strings.Replace(fmt.Sprintf(good, 92), now, "0001-01-01T00:00:00Z", 1),
		strings.Replace(fmt.Sprintf(good, 93), `"latency_ns":1`, `"latency_ns":-1`, 1),
		strings.Replace(fmt.Sprintf(good, 94), `"tokens":{}`, `"tokens":{"in":-1}`, 1),
		strings.Replace(fmt.Sprintf(good, 95), `"n":1`, `"n":1e400`, 1),
	}
	for i, bad := range damaged {
		path := ledgerPath(t)
		text := fmt.Sprintf(good, 1) + "\n" + bad + "\n\n" + fmt.Sprintf(good, 2) + "\n"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		s := openLedger(t, path).Summary(Today, time.Now())
		if s.Calls != 2 || s.Cost != 1 || s.Damaged != 1 {
			t.Errorf("damage %d: %d calls for %v, %d damaged lines", i, s.Calls, s.Cost, s.Damaged)
		}
	}
}

// rich is a line with every field set.
func rich() line {
	at := time.Date(2026, 11, 23, 10, 42, 1, 123456789, time.FixedZone("", 3600))
	return line{
		End: "aa-1", Guess: true,
		Use: model.Use{
			Time: at, Story: "s", Role: story.Picture, Page: -1, Op: "draw page", Model: illustrator, N: 3, Of: 6,
			Kind: model.Quota, Final: true, Latency: 5, Waited: 7, Tokens: model.Tokens{In: 1, Out: 2, Thought: 3},
			Cost: 0.03871, Limit: model.Limit{Requests: 10, Tokens: 4, Per: time.Minute}, Reset: at.Add(time.Hour),
		},
	}
}

func TestTheScannerReadsWhatTheLedgerWrites(t *testing.T) {
	one := rich()
	data, err := one.encode()
	if err != nil {
		t.Fatal(err)
	}
	s := scanner{data: bytes.TrimSuffix(data, []byte("\n")), texts: map[string]string{}}
	var got line
	if !s.line(&got) {
		t.Fatalf("the scanner gave up at %d of %s", s.at, data)
	}
	if back, err := got.encode(); err != nil || string(back) != string(data) {
		t.Errorf("%s\nwas read as\n%s", data, back)
	}
}

func TestTextsOfEveryScriptAreKept(t *testing.T) {
	path := ledgerPath(t)
	l := openLedger(t, path)
	u := voice("قصة \"1\"\n", time.Now(), 0.01)
	send(t, l, u)
	if s := openLedger(t, path).Summary(Today, time.Now()); len(s.ByStory) != 1 || s.ByStory[0].Story != u.Story {
		t.Errorf("the stories are %+v", s.ByStory)
	}
}

func FuzzDecode(f *testing.F) {
	one := rich()
	data, _ := one.encode()
	f.Add(bytes.TrimSuffix(data, []byte("\n")))
	f.Add([]byte(`{"begin":"a-1","time":"2026-11-23T00:00:00Z","n":-0,"cost_usd":-0,"tokens":{"in":1},"tokens":{}}`))
	f.Add([]byte(`{"total":"2026-01","Calls":3,"calls":null}`))
	f.Add([]byte(`{"total":"2026-01","calls":012,"cost_usd":.5}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var got, want line
		d := newDecoder()
		d.decode(data, &got)
		scan := scanner{data: data, texts: map[string]string{}}
		if got = (line{}); !scan.line(&got) {
			return
		}
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatalf("%q was read, and encoding/json says %v", data, err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%q was read as %+v, by encoding/json as %+v", data, got, want)
		}
	})
}

// fold adds up the lines of a file.
func fold(t *testing.T, data []byte) *book {
	l := &Ledger{process: "own-", book: newBook(time.Time{}), decode: newDecoder()}
	r := bufio.NewReaderSize(bytes.NewReader(data), maxLine)
	for {
		one, _, err := readLine(r)
		l.count(one)
		if errors.Is(err, io.EOF) {
			return l.book
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func FuzzLedger(f *testing.F) {
	one := rich()
	data, _ := one.encode()
	f.Add(data)
	f.Add(bytes.Repeat(data, 3)[:len(data)*2+30])
	f.Add([]byte("{\"begin\":\"a-1\",\"time\":\"2026-11-23T00:00:00Z\",\"cost_usd\":1}\n{\"end\":\"a-1\",\"time\":\"2026-11-23T00:00:00Z\",\"unsent\":true}"))
	f.Add([]byte("{\"total\":\"2026-01\",\"time\":\"2026-01-01T00:00:00Z\",\"story\":\"s\",\"calls\":4,\"cost_usd\":1,\"instead\":\"m\"}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
		b := fold(t, data)
		before := summarise(b, ThisMonth, now)
		if before.Cost < 0 || before.Calls < 0 || before.Retries > before.Calls || len(b.quotas(now)) > 4*len(b.held) {
			t.Fatalf("the summary is %+v", before)
		}
		var table []string
		if err := rows(bytes.NewReader(data), nil, func(a *attempt) error { table = row(a); return nil }); err != nil || (table != nil && len(table) != len(header)) {
			t.Fatal(err)
		}
		short, err := shorten(data, now)
		if err != nil {
			t.Fatal(err)
		}
		compacted := fold(t, short)
		for id := range b.stories {
			was, is := b.ofStory(id), compacted.ofStory(id)
			if was.Calls != is.Calls || was.Retries != is.Retries || math.Abs(was.Cost-is.Cost) > 1e-9*(1+was.Cost) {
				t.Fatalf("story %q: %+v, compacted %+v", id, was, is)
			}
		}
		b.add(&line{End: "new-1", Use: voice("s", now, 0.01)})
		if after := summarise(b, ThisMonth, now); after.Calls != before.Calls+1 {
			t.Fatalf("%d calls, then one more, are %d", before.Calls, after.Calls)
		}
	})
}
