package reading_test

import (
	"math"
	"strings"
	"testing"

	"edusmart/core/reading"
)

func TestSyllablesAreCountedAsTheyAreSpoken(t *testing.T) {
	for word, want := range map[string]int{
		"cat": 1, "Water": 2, "volcano": 3, "evaporation": 5, "the": 1, "I": 1,
		"table": 2, "settled": 2, "called": 1, "wanted": 2, "boxes": 2, "pages": 2, "makes": 1, "tongue": 1, "metre": 2, "hundred": 2,
		"lion": 2, "science": 2, "nation": 2, "previous": 3, "precious": 2, "million": 2, "museum": 3, "create": 2, "cream": 1, "idea": 3, "poem": 2,
		"player": 2, "crying": 2, "beyond": 2, "playing": 2, "eye": 1, "every": 2, "everything": 3, "fireplace": 2, "safely": 2, "element": 3,
		"prism": 2, "rhythm": 2, "page's": 2, "dog's": 1, "didn't": 2, "don't": 1, "well-known": 2, "DNA": 3,
		"1969": 5, "12": 1, "100": 3, "3.5": 3, "7": 2, "1,000,000": 3, "20th": 2, "0": 2, "77777777777777777777": 40,
		"": 1, "…": 1,
	} {
		if got := reading.Syllables(word); got != want {
			t.Errorf("%q has %d, not %d", word, got, want)
		}
	}
}

func TestEnglishHasAGrade(t *testing.T) {
	// Counted by hand: 2 sentences, 10 words, 13 syllables.
	got := reading.Measure("en-GB", []string{"The cat sat on the mat.", "", "Water is very cold."})
	want := 0.39*10/2 + 11.8*12/10 - 15.59
	if !got.Known || math.Abs(got.Grade-want) > 1e-9 || got.Grade != got.Load || got.Words != 10 || got.Sentences != 2 || got.Say != "reads at grade 0.5" {
		t.Errorf("%+v, not %.3f", got, want)
	}
	hard := reading.Measure("en", []string{"Photosynthesis transforms electromagnetic radiation into chemical energy, which photosynthetic organisms subsequently utilise metabolically."})
	if hard.Say != "reads above grade 12" || hard.Grade < 13 {
		t.Errorf("%+v", hard)
	}
	easy := reading.Measure("en", []string{"A cat sat.", "It ran."})
	if easy.Grade != 0 || easy.Load >= 0 || easy.Say != "reads at kindergarten" {
		t.Errorf("%+v", easy)
	}
}

func TestOtherLanguagesHaveLengthsAndNoGrade(t *testing.T) {
	for language, c := range map[string]struct {
		easy, hard string
		say        string
	}{
		"es": {"El gato come pan.", "Las precipitaciones acumuladas alimentan posteriormente los glaciares continentales.", "4.0 words to a sentence, 3.2 letters to a word"},
		"ar": {"الماء سائل.", "تتبخر المياه السطحية باستمرار بفعل حرارة الشمس المرتفعة.", "2.0 words to a sentence, 4.5 letters to a word"},
		"hi": {"पानी बहता है।", "सूर्य की गरमी से समुद्र का पानी लगातार भाप बनकर ऊपर उठता रहता है।", "3.0 words to a sentence, 2.0 letters to a word"},
		"zh": {"水会流动。", "太阳的热量使海洋、湖泊和河流里的水不断蒸发变成看不见的水蒸气。", "4.0 characters to a sentence"},
		"th": {"น้ำไหล", "ความร้อนจากดวงอาทิตย์ทำให้น้ำในมหาสมุทรระเหยกลายเป็นไอ", "5.0 characters to a sentence"},
	} {
		easy, hard := reading.Measure(language, []string{c.easy}), reading.Measure(language, []string{c.hard})
		if easy.Known || hard.Known || easy.Grade != 0 {
			t.Errorf("%s has a grade: %+v", language, easy)
		}
		if easy.Load >= hard.Load {
			t.Errorf("%s: %.1f is not easier than %.1f", language, easy.Load, hard.Load)
		}
		if easy.Say != c.say {
			t.Errorf("%s: %q", language, easy.Say)
		}
	}
}

func TestNoTextHasNoLevel(t *testing.T) {
	for _, sentences := range [][]string{nil, {""}, {" — ", "…"}} {
		if got := reading.Measure("en", sentences); got != (reading.Level{}) {
			t.Errorf("%q: %+v", sentences, got)
		}
	}
}

// The text is measured at every key that a teacher presses.
func TestAPageIsMeasuredWithinAFrame(t *testing.T) {
	page := strings.Fields(strings.Repeat("The heat of the sun turns the water of the seas into vapour, which nobody sees. ", 40))
	sentences := make([]string, 40)
	for i := range sentences {
		sentences[i] = strings.Join(page[i*16:(i+1)*16], " ")
	}
	took := testing.Benchmark(func(b *testing.B) {
		for b.Loop() {
			reading.Measure("en", sentences)
		}
	})
	if ms := float64(took.NsPerOp()) / 1e6; ms > 16 {
		t.Errorf("640 words take %.2f ms", ms)
	}
}

func FuzzMeasure(f *testing.F) {
	f.Add("en", "The page's 3.5-metre “wave”, didn't 1969th ÉLAN y'all eyed.")
	f.Add("zh", "水12a")
	f.Add("en", "Room 1A12, bus 1\xe2A4 and 19:4b")
	f.Fuzz(func(t *testing.T, language, text string) {
		l := reading.Measure(language, []string{text})
		for _, v := range []float64{l.Grade, l.Load, l.WordsPerSentence, l.LettersPerWord, l.SyllablesPerWord, l.LettersPerSentence} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Errorf("%+v", l)
			}
		}
	})
}
