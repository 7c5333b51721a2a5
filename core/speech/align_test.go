package speech_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"

	"edusmart/core/speech"
	"edusmart/core/story"
)

// voice is who speaks pages that are aligned.
type voice struct {
	name, language string
	speak          speaker
	median, p95    float64 // the greatest allowed error of word onsets, in seconds
}

// The voices of Flite have another origin than the reference: diphones cut
// from recordings (kal16) and models of recorded speakers. Those of espeak-ng
// are the reference's kin, at other speeds and with other accents.
var (
	english = []voice{
		{"flite slt", "en", flite("slt"), 0.020, 0.080},
		{"flite rms", "en", flite("rms"), 0.020, 0.080},
		{"flite kal16", "en", flite("kal16"), 0.020, 0.100},
		{"espeak-ng m7, 190 words a minute", "en", computer("en", "espeak:en-us+m7", 190), 0.010, 0.040},
		{"espeak-ng Scotland, 120 words a minute", "en", computer("en", "espeak:en-gb-scotland", 120), 0.010, 0.040},
	}
	others = []voice{
		{"espeak-ng m7, 190 words a minute", "es", computer("es", "espeak:es+m7", 190), 0.010, 0.030},
		{"espeak-ng Latin America, 110 words a minute", "es", computer("es", "espeak:es-419", 110), 0.010, 0.030},
		{"espeak-ng m7, 190 words a minute", "de", computer("de", "espeak:de+m7", 190), 0.010, 0.030},
		{"espeak-ng, 105 words a minute", "de", computer("de", "espeak:de", 105), 0.010, 0.030},
		{"espeak-ng m7, 190 words a minute", "fr", computer("fr", "espeak:fr-fr+m7", 190), 0.010, 0.030},
		{"espeak-ng Belgium, 110 words a minute", "fr", computer("fr", "espeak:fr-be", 110), 0.010, 0.030},
		{"espeak-ng m7, 190 words a minute", "it", computer("it", "espeak:it+m7", 190), 0.010, 0.030},
		{"espeak-ng m7, 190 words a minute", "hi", computer("hi", "espeak:hi+m7", 190), 0.010, 0.040},
	}
	// Where Festival is installed the benchmark hears it too.
	festivals = []voice{
		{"festival kal", "en", festival("kal_diphone"), 0, 0},
		{"festival slt", "en", festival("cmu_us_slt_arctic_hts"), 0, 0},
		{"festival lp", "it", festival("lp_diphone"), 0, 0},
	}
)

// page is a page in a voice beside its text and its reference.
type page struct {
	sentences []string
	ref       speech.Timed
	spoken
}

// references are made once for each page of a language.
var references sync.Map

// pagesOf has a voice speak the pages of its language: all of them to the
// benchmark, two to a test.
func pagesOf(t testing.TB, v voice) []page {
	t.Helper()
	_, all := t.(*testing.B)
	var pages []page
	for i, sentences := range lessons(t, v.language) {
		if !all && i == 2 {
			break
		}
		made, _ := references.LoadOrStore(v.language+strings.Join(sentences, " "), sync.OnceValue(func() speech.Timed {
			return reference(t, v.language, "", 0, sentences)
		}))
		pages = append(pages, page{sentences, made.(func() speech.Timed)(), v.speak(t, sentences)})
	}
	return pages
}

// some gives the voices, or the first of them and a few more where the tests
// are to be short.
func some(voices []voice) []voice {
	if !testing.Short() {
		return voices
	}
	var out []voice
	for i := 0; i < len(voices); i += 5 {
		out = append(out, voices[i])
	}
	return out
}

// alignedWords aligns a page and checks what holds of every alignment.
func alignedWords(t testing.TB, p page) ([]story.Word, speech.Fit) {
	t.Helper()
	words, fit := speech.Align(p.ref, p.pcm, p.rate, p.sentences)
	checkOrder(t, words, p.sentences, float64(len(p.pcm))/float64(p.rate))
	return words, fit
}

// checkOrder wants words in order, apart, within their sentences and the
// sound.
func checkOrder(t testing.TB, words []story.Word, sentences []string, length float64) {
	t.Helper()
	last := 0.0
	for _, w := range words {
		if w.Start < last || w.End < w.Start || w.End > length {
			t.Errorf("%q is heard from %.3f to %.3f s, after %.3f s, in %.3f s of sound", w.Text, w.Start, w.End, last, length)
		}
		last = w.End
		if sentences[w.Sentence][w.From:w.To] != w.Text {
			t.Errorf("%q stands at %q", w.Text, sentences[w.Sentence][w.From:w.To])
		}
	}
}

// errorsOf gives how far the onsets of the words are off, in seconds.
func errorsOf(words []story.Word, truth map[[2]int]float64) (off []float64) {
	for _, w := range words {
		if at, ok := truth[[2]int{w.Sentence, w.From}]; ok {
			off = append(off, math.Abs(w.Start-at))
		}
	}
	return off
}

func quantile(values []float64, share float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[int(share*float64(len(sorted)-1))]
}

// A hardship is what a page's sound may suffer; truth moves with it.
type hardship struct {
	name string
	on   func(p page) page
}

var hardships = []hardship{
	{"clean", func(p page) page { return p }},
	{"2 s of silence first", func(p page) page {
		p.pcm = append(make([]int16, 2*p.rate), p.pcm...)
		starts := map[[2]int]float64{}
		for word, at := range p.starts {
			starts[word] = at + 2
		}
		p.starts = starts
		return p
	}},
	{"20 dB of white noise", func(p page) page {
		p.pcm = noisy(p.pcm, 20)
		return p
	}},
}

// noisy adds white noise, a number of dB below the sound's mean power.
func noisy(pcm []int16, snr float64) []int16 {
	power := 0.0
	for _, v := range pcm {
		power += float64(v) * float64(v)
	}
	deviation := math.Sqrt(power/float64(len(pcm))) / math.Pow(10, snr/20)
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]int16, len(pcm))
	for i, v := range pcm {
		out[i] = int16(min(max(float64(v)+deviation*r.NormFloat64(), -32768), 32767))
	}
	return out
}

func TestWordsOfOtherVoicesAreFoundInTime(t *testing.T) {
	for _, v := range some(slices.Concat(english, others)) {
		t.Run(v.language+" "+v.name, func(t *testing.T) {
			pages := pagesOf(t, v)
			for _, h := range hardships {
				var off []float64
				spoken := 0
				for i, p := range pages {
					p = h.on(p)
					spoken += len(p.starts)
					words, fit := alignedWords(t, p)
					if fit.Level != speech.ByWord {
						t.Errorf("%s: page %d is not trusted: %+v", h.name, i+1, fit)
						continue
					}
					off = append(off, errorsOf(words, p.starts)...)
				}
				median, p95 := v.median, v.p95
				if h.name == "20 dB of white noise" {
					median, p95 = 1.5*median, 1.2*p95+0.010
				}
				checkErrors(t, h.name, off, spoken, median, p95)
			}
		})
	}
}

// checkErrors wants nearly all of the words found, with errors within bounds.
func checkErrors(t *testing.T, what string, off []float64, spoken int, median, p95 float64) {
	t.Helper()
	if len(off) < spoken*95/100 || len(off) == 0 {
		t.Fatalf("%s: %d of %d words were found", what, len(off), spoken)
	}
	m, p := quantile(off, 0.5), quantile(off, 0.95)
	t.Logf("%s: %d words, onsets off by %.0f ms (median), %.0f ms (95th percentile)", what, len(off), 1000*m, 1000*p)
	if m > median || p > p95 {
		t.Errorf("%s: onsets are off by %.0f ms (median), %.0f ms (95th percentile)", what, 1000*m, 1000*p)
	}
}

func TestAWrongWordLeavesTheOthersInTime(t *testing.T) {
	v := english[0]
	var off []float64
	spoken := 0
	for i, p := range pagesOf(t, v) {
		wrong, said := withWrongWord(p.sentences, i%len(p.sentences))
		p.spoken = v.speak(t, said)
		delete(p.starts, wrong)
		spoken += len(p.starts)
		words, fit := alignedWords(t, p)
		if fit.Level != speech.ByWord {
			t.Errorf("page %d is not trusted: %+v", i+1, fit)
		}
		off = append(off, errorsOf(words, p.starts)...)
	}
	checkErrors(t, "a wrong word", off, spoken, 0.020, 0.100)
}

// withWrongWord spells the longest word of a sentence backwards and tells
// which it is.
func withWrongWord(sentences []string, which int) (wrong [2]int, said []string) {
	said = slices.Clone(sentences)
	var longest textWord
	for _, w := range textWords(said[which]) {
		if len(w.text) > len(longest.text) {
			longest = w
		}
	}
	letters := []byte(longest.text)
	slices.Reverse(letters)
	said[which] = said[which][:longest.from] + string(letters) + said[which][longest.from+len(letters):]
	return [2]int{which, longest.from}, said
}

func TestASoundThatSaysSomethingElseIsNotTrusted(t *testing.T) {
	for _, v := range some([]voice{english[2], english[0], english[4], others[0], others[2]}) {
		t.Run(v.language+" "+v.name, func(t *testing.T) {
			pages := pagesOf(t, v)
			for i, p := range pages {
				other := pages[(i+1)%len(pages)].spoken
				for what, pcm := range map[string][]int16{
					"another page":        other.pcm,
					"half of the page":    p.pcm[:len(p.pcm)/2],
					"the page backwards":  backwards(p.pcm),
					"noise":               noisy(make([]int16, len(p.pcm)), 0),
					"nothing but silence": make([]int16, len(p.pcm)),
				} {
					heard := p
					heard.pcm = pcm
					words, fit := alignedWords(t, heard)
					if fit.Level == speech.ByWord {
						t.Errorf("page %d is trusted though %s is heard: %+v", i+1, what, fit)
						continue
					}
					if len(words) != len(p.sentences) {
						t.Errorf("page %d, %s: %d times for %d sentences", i+1, what, len(words), len(p.sentences))
					}
				}
			}
		})
	}
}

func TestMoreThanThePageIsNotTrustedOrSteppedOver(t *testing.T) {
	for _, v := range some([]voice{english[2], others[2]}) {
		pages := pagesOf(t, v)
		for i, p := range pages {
			other := pages[(i+1)%len(pages)].spoken
			extra := other.pcm[:len(other.pcm)/2]
			heard := p
			heard.pcm = slices.Concat(extra, p.pcm)
			words, fit := alignedWords(t, heard)
			if fit.Level != speech.ByWord {
				continue
			}
			off := float64(len(extra)) / float64(p.rate)
			truth := map[[2]int]float64{}
			for word, at := range p.starts {
				truth[word] = at + off
			}
			if p95 := quantile(errorsOf(words, truth), 0.95); p95 > 0.1 {
				t.Errorf("%s %s, page %d is trusted, %.0f ms off: %+v", v.language, v.name, i+1, 1000*p95, fit)
			}
		}
	}
}

func backwards(pcm []int16) []int16 {
	out := slices.Clone(pcm)
	slices.Reverse(out)
	return out
}

func TestAnAlignmentOfTheReferenceWithItselfIsExact(t *testing.T) {
	p := pagesOf(t, english[4])[0]
	p.pcm, p.rate = p.ref.PCM, p.ref.Rate
	words, fit := alignedWords(t, p)
	for i, w := range words {
		if math.Abs(w.Start-p.ref.Words[i].Start) > 0.015 {
			t.Errorf("%q begins at %.3f s, not %.3f s", w.Text, w.Start, p.ref.Words[i].Start)
		}
	}
	if fit.Score < 0.95 || fit.Level != speech.ByWord {
		t.Errorf("%+v", fit)
	}
}

// BenchmarkAlignment prints how long a page takes and how far its words' onsets
// are off: in milliseconds, the median and the 95th percentile.
func BenchmarkAlignment(b *testing.B) {
	voices := slices.Concat(english, others)
	if _, err := exec.LookPath("festival"); err == nil {
		voices = append(voices, festivals...)
	}
	for _, v := range voices {
		pages := pagesOf(b, v)
		for _, h := range hardships {
			b.Run(fmt.Sprintf("%s %s, %s", v.language, v.name, h.name), func(b *testing.B) {
				var off []float64
				trusted, seconds := 0, 0.0
				hard := make([]page, len(pages))
				for i, p := range pages {
					hard[i] = h.on(p)
					words, fit := alignedWords(b, hard[i])
					off = append(off, errorsOf(words, hard[i].starts)...)
					seconds += float64(len(hard[i].pcm)) / float64(hard[i].rate)
					if fit.Level == speech.ByWord {
						trusted++
					}
				}
				n := 0
				for b.Loop() {
					p := hard[n%len(hard)]
					speech.Align(p.ref, p.pcm, p.rate, p.sentences)
					n++
				}
				b.ReportMetric(1000*quantile(off, 0.5), "ms-median")
				b.ReportMetric(1000*quantile(off, 0.95), "ms-p95")
				b.ReportMetric(float64(len(off)), "words")
				b.ReportMetric(float64(trusted)/float64(len(pages)), "trusted")
				b.ReportMetric(seconds/float64(len(pages)), "s-page")
			})
		}
	}
}
