package spelling_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"edusmart/core/spelling"
)

// open reads the dictionary of a language that the tests have installed.
func open(t testing.TB, language string) (*spelling.Dictionary, string) {
	t.Helper()
	affixes, words, ok := spelling.Find(language)
	if !ok {
		t.Fatalf("no dictionary for %s: install hunspell, hunspell-en-us, hunspell-de-de, hunspell-fr and hunspell-es", language)
	}
	d, err := spelling.Read(affixes, words)
	if err != nil {
		t.Fatal(err)
	}
	return d, strings.TrimSuffix(words, ".dic")
}

// lessonWords are the words of texts in a language, each once, of more than
// one letter.
func lessonWords(t *testing.T, language string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "speech", "testdata", "align", language+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	words := strings.FieldsFunc(string(data), func(r rune) bool {
		return strings.ContainsRune(" \n.,;:!?“”\"()—–-«»¿¡0123456789…’'", r)
	})
	words = slices.DeleteFunc(words, func(w string) bool { return len([]rune(w)) < 2 })
	slices.Sort(words)
	return slices.Compact(words)
}

// slips gives words with one slip of the fingers each.
func slips(words []string) []string {
	r := rand.New(rand.NewPCG(1, 2))
	var out []string
	for _, w := range words {
		l := []rune(w)
		if len(l) < 4 {
			continue
		}
		i := 1 + r.IntN(len(l)-2)
		switch r.IntN(3) {
		case 0:
			l[i], l[i+1] = l[i+1], l[i]
		case 1:
			l = slices.Delete(l, i, i+1)
		case 2:
			l = slices.Insert(l, i, l[i])
		}
		out = append(out, string(l))
	}
	return out
}

// hunspell gives the words that the program itself calls wrong.
func hunspell(t *testing.T, dictionary string, words []string) map[string]bool {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "hunspell", "-l", "-i", "UTF-8", "-d", dictionary)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	cmd.Stdin = strings.NewReader(strings.Join(words, "\n") + "\n")
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil {
		t.Fatalf("hunspell: %v (install hunspell)", err)
	}
	wrong := map[string]bool{}
	for w := range strings.FieldsSeq(out.String()) {
		wrong[w] = true
	}
	return wrong
}

func TestWordsAreJudgedAsHunspellJudgesThem(t *testing.T) {
	for _, language := range []string{"en", "de", "fr", "es"} {
		t.Run(language, func(t *testing.T) {
			d, path := open(t, language)
			right := lessonWords(t, language)
			all := slices.Concat(right, slips(right))
			theirs := hunspell(t, path, all)
			var differ []string
			for _, w := range all {
				if d.Knows(w) == theirs[w] {
					differ = append(differ, w)
				}
			}
			if len(all) < 100 {
				t.Fatalf("only %d words", len(all))
			}
			if len(differ)*100 > len(all) {
				t.Errorf("%d of %d words are judged otherwise: %q", len(differ), len(all), differ)
			}
		})
	}
}

func TestASlipIsFoundWithWhatWasMeant(t *testing.T) {
	d, _ := open(t, "en")
	own := map[string]bool{}
	spelling.Own(own, "Popocatépetl is a volcano.")
	text := "The volcano’s erruption near Popocatépetl, which NASA saw in 1994, was a suprise; don't teh wolkano know?"
	var got []string
	for _, w := range d.Wrong(text, own) {
		if text[w.From:w.To] != w.Text {
			t.Errorf("%q stands at %q", w.Text, text[w.From:w.To])
		}
		got = append(got, w.Text)
	}
	if want := []string{"erruption", "suprise", "teh", "wolkano"}; !slices.Equal(got, want) {
		t.Errorf("wrong are %q", got)
	}
	for wrong, meant := range map[string]string{"erruption": "eruption", "suprise": "surprise", "teh": "the", "Teh": "The", "recieve": "receive", "ofthe": "of the"} {
		if all := d.Suggest(wrong, 3); !slices.Contains(all, meant) {
			t.Errorf("for %q are meant %q", wrong, all)
		}
	}
}

func TestALanguageWithoutADictionaryHasNone(t *testing.T) {
	for _, language := range []string{"", "und", "tlh", "../en"} {
		if _, _, ok := spelling.Find(language); ok {
			t.Errorf("there is one for %q", language)
		}
	}
}

func TestTheRegionOfALanguageComesFirst(t *testing.T) {
	for language, want := range map[string]string{"de": "de_DE", "es-MX": "es_MX", "en-GB": "en_US", "fr": "fr"} {
		_, words, _ := spelling.Find(language)
		if got := strings.TrimSuffix(filepath.Base(words), ".dic"); got != want {
			t.Errorf("%s is read from %q", language, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("SET UTF-8\nFLAG long\nSFX Aa Y 1\nSFX Aa y ies/Bb [^aeiou]y\n", "2\nberry/Aa\nfly/AaBb\n", "berries")
	f.Add("AF 1\nAF AB\nPFX A Y 1\nPFX A 0 un .\nCOMPOUNDFLAG B\n", "3\ndo/1\nhouse/B\n", "undohouse")
	f.Add("SET ISO8859-1\nFLAG num\nSFX 7 N 1\nSFX 7 0 s [", "x/7", "xs")
	f.Fuzz(func(t *testing.T, affixes, words, word string) {
		dir := t.TempDir()
		aff, dic := filepath.Join(dir, "x.aff"), filepath.Join(dir, "x.dic")
		if os.WriteFile(aff, []byte(affixes), 0o600) != nil || os.WriteFile(dic, []byte(words), 0o600) != nil {
			t.Skip()
		}
		if d, err := spelling.Read(aff, dic); err == nil {
			for _, w := range d.Wrong(word, nil) {
				d.Suggest(w.Text, 3)
			}
		}
	})
}

func BenchmarkWrong(b *testing.B) {
	d, _ := open(b, "en")
	for b.Loop() {
		d.Wrong("Near the top, the gas bubbles burst all at once and the erruption begins.", nil)
	}
}

func BenchmarkSuggestInGerman(b *testing.B) {
	d, _ := open(b, "de")
	for b.Loop() {
		if !d.Knows("Vulkanausbruchswarnung") && len(d.Suggest("Vulkanausbrch", 3)) > 3 {
			b.Fatal()
		}
	}
}
