package gemini

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// readAll reads text in pieces of n bytes and lists what came.
func readAll(text string, n int) (got []string, done bool, err error) {
	r := reader{
		field:   func(name string, raw []byte) { got = append(got, name+"="+string(raw)) },
		element: func(name string, raw []byte) { got = append(got, name+"[]="+string(raw)) },
	}
	for piece := range slices.Chunk([]byte(text), n) {
		if _, err = r.Write(piece); err != nil {
			return got, r.done, err
		}
	}
	return got, r.done, nil
}

func TestReaderHandsOutFieldsAndElements(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want []string
		open bool // it does not end
	}{
		"fields":                    {`{"a": "x", "n" : -1.5e3,"t":true , "o":{"p":[1,{"q":"}"}]}}`, []string{`a="x"`, `n=-1.5e3`, `t=true`, `o={"p":[1,{"q":"}"}]}`}, false},
		"elements":                  {`{"pages":[{"a":[1, 2]}, "s", 3,[4]],"z":0}`, []string{`pages[]={"a":[1, 2]}`, `pages[]="s"`, `pages[]=3`, `pages[]=[4]`, `z=0`}, false},
		"escapes and brackets":      {`{"a":"\"},]\\","b":"\u00e9é"}`, []string{`a="\"},]\\"`, `b="\u00e9é"`}, false},
		"a fence":                   {"```json\n{\"a\":1}\n```", []string{`a=1`}, false},
		"a list of one":             {`[{"a":1}]`, []string{`a=1`}, false},
		"empty lists and objects":   {`{"a":[],"b":{},"c":[[]]}`, []string{`b={}`, `c[]=[]`}, false},
		"a raw newline in a string": {"{\"a\":\"x\ny\"}", []string{`a="x y"`}, false},
		"what is cut in an element": {`{"p":[{"a":1},{"a":`, []string{`p[]={"a":1}`}, true},
		"what is cut in a number":   {`{"a":12`, nil, true},
		"a comma too many":          {`{"p":[1,2,],"a":3,}`, []string{`p[]=1`, `p[]=2`, `a=3`}, false},
		"what comes after":          {`{"a":1} and {"b":2}`, []string{`a=1`}, false},
	} {
		for n := 1; n <= len(tt.text); n++ {
			got, done, err := readAll(tt.text, n)
			if err != nil || !slices.Equal(got, tt.want) || done == tt.open {
				t.Errorf("%s, in pieces of %d: %q, done %v, %v", name, n, got, done, err)
				break
			}
		}
	}
}

func TestReaderRefusesWhatIsNoObject(t *testing.T) {
	for _, text := range []string{`{"a":1]`, `{"a":[1}}`, "{\"a\":" + strings.Repeat("[", 100), `{"a":"` + strings.Repeat("x", maxJSON)} {
		if got, done, err := readAll(text, 4096); err == nil || done {
			t.Errorf("%.20q: %q, %v", text, got, done)
		}
	}
}

// Whatever comes, pieces of any size give the same, and of well-formed JSON
// every value is given whole.
func FuzzReader(f *testing.F) {
	f.Add([]byte(`{"title":"a","pages":[{"s":["x\"y"]},{}],"q":{"a":[1]}}`), 3)
	f.Add([]byte("```json\n{\"a\":[1,2"), 1)
	f.Add([]byte(`{"a":1]`), 2)
	f.Fuzz(func(t *testing.T, text []byte, n int) {
		n = max(1, min(n, 1000))
		whole, done, err := readAll(string(text), max(1, len(text)))
		pieces, doneToo, errToo := readAll(string(text), n)
		if !slices.Equal(whole, pieces) || done != doneToo || (err == nil) != (errToo == nil) {
			t.Fatalf("%q, %v, %v\n%q, %v, %v", whole, done, err, pieces, doneToo, errToo)
		}
		var o map[string]json.RawMessage
		trimmed := bytes.TrimSpace(text)
		if len(trimmed) == 0 || trimmed[0] != '{' || json.Unmarshal(text, &o) != nil || deep(text) || doubled(text, len(o)) {
			return
		}
		if !done {
			t.Fatalf("an object that is whole has not ended: %q", whole)
		}
		for _, v := range whole {
			if _, raw, _ := strings.Cut(v, "="); !strings.Contains(raw, "=") && !json.Valid([]byte(raw)) {
				t.Fatalf("a value is cut: %q", v)
			}
		}
		// Together the values are the object's.
		n = 0
		for _, v := range o {
			var list []json.RawMessage
			if json.Unmarshal(v, &list) == nil && len(v) > 0 && v[0] == '[' {
				n += len(list)
			} else {
				n++
			}
		}
		if n != len(whole) {
			t.Fatalf("%d values of %d: %q", len(whole), n, whole)
		}
	})
}

// deep reports whether the reader would not follow.
func deep(text []byte) bool {
	return bytes.Count(text, []byte("["))+bytes.Count(text, []byte("{")) >= maxJSONDepth
}

// doubled reports whether names come twice, which a map keeps once.
func doubled(text []byte, names int) bool {
	dec := json.NewDecoder(bytes.NewReader(text))
	depth, n, isKey := 0, 0, false
	for {
		tok, err := dec.Token()
		if err != nil {
			return n != names
		}
		switch d, _ := tok.(json.Delim); d {
		case '{', '[':
			depth++
			isKey = depth == 1
			continue
		case '}', ']':
			depth--
			isKey = depth == 1
			continue
		}
		if depth == 1 {
			if isKey {
				n++
			}
			isKey = !isKey
		}
	}
}

func TestAnswerIndex(t *testing.T) {
	options := []string{"Mm", "mm", "B", "-5", "5", "rain and snow"}
	for raw, want := range map[string]int{
		`0`: 0, `5`: 5, `"mm"`: 1, `"Mm"`: 0, `"B"`: 2, `"-5"`: 3, `"5"`: 4, `"Rain and snow."`: 5, `"F. rain and snow"`: 5, `"(e)"`: 4, `"d)"`: 3,
		`"F"`: 5, `"C. whatever"`: 2, `2.0`: 2, `"0"`: 0,
		`6`: -1, `-1`: -1, `1.5`: -1, `"G"`: -1, `""`: -1, `null`: -1, `[1]`: -1, `"99"`: -1, ``: -1, `"sun"`: -1,
	} {
		got, ok := answerIndex(json.RawMessage(raw), options)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%s: %d, want %d", raw, got, want)
		}
	}
}

func TestOptionsLoseTheirLetters(t *testing.T) {
	for in, want := range map[string]string{
		"A. one|B. two|C. three": "one|two|three", "a) x|b) y": "x|y", "(A) x|(B) y": "x|y",
		"A. one|two": "A. one|two", "A. Lincoln|G. Washington": "A. Lincoln|G. Washington", "one|two": "one|two",
	} {
		if got := strings.Join(withoutMarks(strings.Split(in, "|")), "|"); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestLooseTypesNeverFail(t *testing.T) {
	for _, raw := range []string{`null`, `1`, `"x"`, `[]`, `{}`, `true`, `[null,{"text":5},"a sentence","",7]`, `{"text":["no"]}`, `1e300`, `"page -12"`} {
		doc := fmt.Sprintf(`{"title":%[1]s,"sentences":%[1]s,"picture":%[1]s,"question":%[1]s,"options":%[1]s,"answer":%[1]s,"source_page":%[1]s,"term":%[1]s}`, raw)
		var p rawPage
		var q rawQuestion
		var m rawTerm
		for _, v := range []any{&p, &q, &m} {
			if err := json.Unmarshal([]byte(doc), v); err != nil {
				t.Errorf("%s: %v", raw, err)
			}
		}
	}
}
