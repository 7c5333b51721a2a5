package speech_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"edusmart/core/model"
	"edusmart/core/model/ondevice"
	"edusmart/core/speech"
)

// The truth that alignment is held against: pages spoken by voices that tell
// when their words are heard.

// TestMain lets the test speak with espeak-ng's library, which runs in a
// child.
func TestMain(m *testing.M) {
	if args := os.Args[1:]; len(args) > 0 && args[0] == ondevice.SpeakCommand {
		os.Exit(ondevice.SpeakChild(args[1:]))
	}
	os.Exit(m.Run())
}

// spoken is a page in a voice that tells when its words are heard.
type spoken struct {
	pcm  []int16
	rate int
	// starts holds when a word is heard from, by its sentence and its first
	// byte there.
	starts map[[2]int]float64
}

// speaker speaks sentences of a page.
type speaker func(t testing.TB, sentences []string) spoken

// lessons reads the sentences of a language, page by page.
func lessons(t testing.TB, language string) (pages [][]string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "align", language+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	for page := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n\n") {
		pages = append(pages, strings.Split(page, "\n"))
	}
	return pages
}

// computer speaks with this computer's voice; words a minute 0 is its own.
func computer(language, voice string, rate int) speaker {
	return func(t testing.TB, sentences []string) spoken {
		t.Helper()
		ref := reference(t, language, voice, rate, sentences)
		starts := map[[2]int]float64{}
		for _, w := range ref.Words {
			starts[[2]int{w.Sentence, w.From}] = w.Start
		}
		return spoken{ref.PCM, ref.Rate, starts}
	}
}

// reference gives a page in this computer's voice; an empty one is its best.
func reference(t testing.TB, language, voice string, rate int, sentences []string) speech.Timed {
	t.Helper()
	n := ondevice.NewNarrator(ondevice.NarratorOptions{Rate: rate})
	sp, err := n.Narrate(t.Context(), model.Script{Sentences: sentences, Language: language, Voice: voice})
	if err != nil {
		t.Fatal(err)
	}
	if voice != "" && sp.Voice != voice {
		t.Fatalf("%s spoke instead of %s", sp.Voice, voice)
	}
	return speech.Timed{PCM: sp.PCM, Rate: sp.Rate, Words: sp.Words}
}

// textWord is a word of a sentence as it is divided by spaces.
type textWord struct {
	text string // without punctuation
	from int
}

func textWords(sentence string) (words []textWord) {
	at := 0
	for field := range strings.SplitSeq(sentence, " ") {
		mark := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }
		bare := strings.TrimLeftFunc(field, mark)
		from := at + len(field) - len(bare)
		if bare = strings.TrimRightFunc(bare, mark); bare != "" {
			words = append(words, textWord{bare, from})
		}
		at += len(field) + 1
	}
	return words
}

// rests are the pauses between the sentences of the voices that speak one at a
// time: none is like the reference's.
var rests = []float64{0.5, 0.15, 0.8, 0.3}

// joined puts sentences together to a page.
func joined(t testing.TB, sentences []string, say func(sentence string) (pcm []int16, rate int, starts []float64)) spoken {
	t.Helper()
	out := spoken{starts: map[[2]int]float64{}}
	for i, s := range sentences {
		pcm, rate, starts := say(s)
		words := textWords(s)
		if len(starts) != len(words) {
			t.Fatalf("%q: %d times of %d words", s, len(starts), len(words))
		}
		out.rate = rate
		offset := float64(len(out.pcm)) / float64(rate)
		for k, w := range words {
			if starts[k] >= 0 {
				out.starts[[2]int{i, w.from}] = offset + starts[k]
			}
		}
		out.pcm = append(append(out.pcm, pcm...), make([]int16, int(rests[i%len(rests)]*float64(rate)))...)
	}
	return out
}

// flite speaks with a voice of Flite, whose phones tell their ends.
func flite(voice string) speaker {
	return func(t testing.TB, sentences []string) spoken {
		t.Helper()
		lexicon := fliteWords(t, sentences)
		return joined(t, sentences, func(s string) ([]int16, int, []float64) {
			file := filepath.Join(t.TempDir(), "flite.wav")
			phones := flitePhones(t, voice, s, file)
			var wanted []string
			var first []int
			for _, w := range textWords(s) {
				first = append(first, len(wanted))
				wanted = append(wanted, lexicon[w.text]...)
			}
			pcm, rate := readWAV(t, file)
			return pcm, rate, phoneStarts(phones, wanted, first)
		})
	}
}

// fliteWords gives the phones of the words of sentences, each spoken by
// itself, between pauses.
func fliteWords(t testing.TB, sentences []string) map[string][]string {
	t.Helper()
	var words []string
	for _, s := range sentences {
		for _, w := range textWords(s) {
			words = append(words, w.text)
		}
	}
	lexicon := map[string][]string{}
	next, paused := -1, true
	for _, p := range flitePhones(t, "kal16", strings.Join(words, ", "), "none") {
		if p.name == "pau" {
			paused = true
			continue
		}
		if paused {
			if next++; next == len(words) {
				break
			}
			lexicon[words[next]], paused = nil, false
		}
		lexicon[words[next]] = append(lexicon[words[next]], p.name)
	}
	if next != len(words)-1 {
		t.Fatalf("flite speaks %d of %d words", next+1, len(words))
	}
	return lexicon
}

type phone struct {
	name       string
	start, end float64
}

func flitePhones(t testing.TB, voice, text, file string) (phones []phone) {
	t.Helper()
	out := run(t, "", "flite", "-voice", voice, "-psdur", "-t", text, "-o", file)
	at := 0.0
	for field := range strings.FieldsSeq(out) {
		name, end, _ := strings.Cut(field, ":")
		seconds, err := strconv.ParseFloat(end, 64)
		if err != nil {
			t.Fatalf("flite says %q", field)
		}
		phones = append(phones, phone{name, at, seconds})
		at = seconds
	}
	return phones
}

// phoneStarts finds the wanted phones, the words' own joined, among those that
// were spoken, by least editing, and gives the start of those at first. A word
// whose first phone, or the one before it, was spoken otherwise than by
// exchange has no known start: -1.
func phoneStarts(spoken []phone, wanted []string, first []int) []float64 {
	var voiced []phone
	for _, p := range spoken {
		if p.name != "pau" {
			voiced = append(voiced, p)
		}
	}
	n, m := len(wanted), len(voiced)
	cost := make([][]int, n+1)
	for i := range cost {
		cost[i] = make([]int, m+1)
		for j := range cost[i] {
			switch {
			case i == 0 || j == 0:
				cost[i][j] = i + j
			default:
				cost[i][j] = min(cost[i-1][j-1]+exchanged(wanted[i-1], voiced[j-1].name), cost[i-1][j]+1, cost[i][j-1]+1)
			}
		}
	}
	at := make([]int, n) // the voiced phone of each wanted one; -1: none
	i, j := n, m
	for i > 0 {
		switch {
		case j > 0 && cost[i][j] == cost[i-1][j-1]+exchanged(wanted[i-1], voiced[j-1].name):
			i, j = i-1, j-1
			at[i] = j
		case cost[i][j] == cost[i-1][j]+1:
			i--
			at[i] = -1
		default:
			j--
		}
	}
	starts := make([]float64, len(first))
	for k, f := range first {
		starts[k] = -1
		if at[f] >= 0 && (f == 0 || at[f-1] == at[f]-1) {
			starts[k] = voiced[at[f]].start
		}
	}
	return starts
}

func exchanged(a, b string) int {
	if a == b {
		return 0
	}
	return 1
}

// festival speaks with a voice of Festival, which tells its words' times.
func festival(voice string) speaker {
	return func(t testing.TB, sentences []string) spoken {
		t.Helper()
		return joined(t, sentences, func(s string) ([]int16, int, []float64) {
			file := filepath.Join(t.TempDir(), "festival.wav")
			out := run(t, latin1(fmt.Sprintf(`(voice_%s)
(set! u (utt.synth (eval (list 'Utterance 'Text %q))))
(utt.save.wave u %q 'riff)
(mapcar (lambda (w) (format t "%%f\n" (item.feat w "word_start"))) (utt.relation.items u 'Word))
`, voice, s, file)), "festival", "--pipe")
			var starts []float64
			for line := range strings.FieldsSeq(out) {
				if v, err := strconv.ParseFloat(line, 64); err == nil {
					starts = append(starts, v)
				}
			}
			pcm, rate := readWAV(t, file)
			return pcm, rate, starts
		})
	}
}

func run(t testing.TB, input, name string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(context.WithoutCancel(t.Context()), name, args...)
	cmd.Stdin = strings.NewReader(input)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v: %s", name, err, said.String())
	}
	return string(out)
}

func readWAV(t testing.TB, file string) ([]int16, int) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	pcm, rate, err := speech.DecodeWAV(f)
	if err != nil {
		t.Fatal(err)
	}
	return pcm, rate
}

// latin1 encodes text as the voices of Festival read it.
func latin1(text string) string {
	out := make([]byte, 0, len(text))
	for _, r := range text {
		out = append(out, byte(r))
	}
	return string(out)
}
