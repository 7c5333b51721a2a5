package ondevice

import (
	"context"
	"strings"
	"testing"

	"edusmart/core/model"
)

// A voice that is offered speaks: one of each language, of all that are
// installed here.
func TestEveryLanguageThatIsOfferedIsSpoken(t *testing.T) {
	n := NewNarrator(NarratorOptions{})
	voices, err := n.Voices(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	sample := map[string]string{
		"ar": "القلب عضلة.", "hi": "सूर्य एक तारा है।", "zh": "火山。", "ru": "Солнце.", "el": "Ο ήλιος.", "th": "ช้าง", "ko": "태양.", "he": "השמש.",
	}
	seen := map[string]bool{}
	for _, v := range voices {
		if seen[v.Language] || testing.Short() && len(seen) > 12 {
			continue
		}
		seen[v.Language] = true
		text, ok := sample[baseTag(v.Language)]
		if !ok {
			text = "Radio 1."
		}
		heard, err := n.Narrate(t.Context(), model.Script{Sentences: []string{text}, Language: v.Language, Voice: v.ID})
		if err != nil || len(heard.PCM) < heard.Rate/4 {
			t.Errorf("%s (%s): %d samples, %v", v.ID, v.Language, len(heard.PCM), err)
		}
	}
	for _, tag := range []string{"en", "es", "fr", "de", "pt", "it", "ar", "hi", "zh"} {
		if !n.Available(tag) {
			t.Errorf("no voice speaks %s", tag)
		}
	}
}

func systemVoices(languages string) []systemVoice {
	var list []systemVoice
	for i, tag := range strings.Fields(languages) {
		list = append(list, systemVoice{VoiceInfo: model.VoiceInfo{ID: "test:" + tag, Language: tag}, rank: i % 3})
	}
	return list
}

func TestTheVoiceOfTheLanguageAndItsCountryIsChosen(t *testing.T) {
	const linux = "en-GB en-US es es-419 fr-FR fr-BE pt pt-BR zh yue de ar hi nb cmn-latn"
	const mac = "en-AU en-IN en-US es-ES es-MX fr-CA fr-FR pt-BR pt-PT zh-CN zh-HK zh-TW de-DE ar-001 hi-IN nb-NO"
	const windows = "en-US en-GB de-DE"
	for _, c := range []struct{ installed, story, want string }{
		{linux, "en", "en-US"},
		{linux, "en-GB", "en-GB"},
		{linux, "en-NZ", "en-GB"},
		{linux, "en-CA", "en-US"},
		{linux, "es", "es-419"},
		{linux, "es-ES", "es"},
		{linux, "fr", "fr-FR"},
		{linux, "fr-CA", "fr-FR"},
		{linux, "pt", "pt-BR"},
		{linux, "pt-PT", "pt"},
		{linux, "zh", "zh"},
		{linux, "zh-HK", "yue"},
		{linux, "no", "nb"},
		{linux, "ar-EG", "ar"},
		{linux, "hi", "hi"},
		{linux, "ja", ""},
		{linux, "nn", "nb"},
		{mac, "es", "es-MX"},
		{mac, "es_ES", "es-ES"},
		{mac, "zh", "zh-CN"},
		{mac, "zh-Hant", "zh-TW"},
		{mac, "yue", "zh-HK"},
		{mac, "pt", "pt-BR"},
		{mac, "ar", "ar-001"},
		{mac, "en-ZA", "en-US"},
		{mac, "de-AT", "de-DE"},
		{windows, "en", "en-US"},
		{windows, "de", "de-DE"},
		{windows, "fr", ""},
	} {
		voice, ok := bestVoice(systemVoices(c.installed), c.story, "")
		if voice.Language != c.want || ok != (c.want != "") {
			t.Errorf("%s of %q: %q", c.story, c.installed, voice.Language)
		}
	}
}

func TestAChosenVoiceIsKeptOnlyForItsLanguage(t *testing.T) {
	list := systemVoices("en-US en-GB fr-FR")
	if v, _ := bestVoice(list, "en", "test:en-GB"); v.ID != "test:en-GB" {
		t.Errorf("the chosen voice gave way to %s", v.ID)
	}
	if v, _ := bestVoice(list, "fr", "test:en-GB"); v.ID != "test:fr-FR" {
		t.Errorf("an English voice reads French: %s", v.ID)
	}
}

func TestTheListOfSayIsRead(t *testing.T) {
	const list = `Albert              en_US    # Hello! My name is Albert.
Alice               it_IT    # Ciao! Mi chiamo Alice.
Bad News            en_US    # Hello! My name is Bad News.
Daniel (Enhanced)   en_GB    # Hello! My name is Daniel.
Eddy (German (Germany)) de_DE    # Hallo! Ich heiße Eddy.
Majed               ar_001   # مرحبًا! اسمي ماجد.
Samantha (Premium)  en_US    # Hello, #1 of all voices.
Fred                en_US    # Hello.
Tingting            zh_CN    # 你好

nonsense
`
	var got []string
	for _, v := range parseSayVoices(list) {
		got = append(got, v.name+"|"+v.Name+"|"+v.Language+"|"+string(rune('0'+v.rank)))
	}
	want := []string{
		"Alice|Alice|it-IT|2", "Daniel (Enhanced)|Daniel, Enhanced|en-GB|1", "Eddy (German (Germany))|Eddy, German, Germany|de-DE|3",
		"Majed|Majed|ar-001|2", "Samantha (Premium)|Samantha, Premium|en-US|0", "Fred|Fred|en-US|3", "Tingting|Tingting|zh-CN|2",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}

func TestWordsAMinuteBecomeStepsOfWindows(t *testing.T) {
	for rate, want := range map[int]int{180: 0, 145: -2, 130: -3, 80: -7, 300: 5, 540: 10, 2000: 10, 10: -10} {
		if got := sapiRate(rate); got != want {
			t.Errorf("%d words a minute: %d, not %d", rate, got, want)
		}
	}
}

func TestTheWordsOfWindowsAreFoundInTheText(t *testing.T) {
	text := []rune("Naïve 🌋 lava flows, 1 250 °C. Lava")
	marks := sapiMarks(text, []sapiWord{
		{at: 9, ms: 500, text: "lava"}, // the volcano takes two units
		{at: 0, ms: 100, text: "Naïve"},
		{at: 900, ms: 800, text: "flows"}, // counted from elsewhere
		{at: -5, ms: 900, text: "Lava"},
		{at: 3, ms: 950, text: "twelve"}, // spoken, and not written
	}, 1000)
	want := []voiceMark{{0, 100}, {8, 500}, {13, 800}, {30, 900}}
	if len(marks) != len(want) {
		t.Fatalf("%v", marks)
	}
	for i := range want {
		if marks[i] != want[i] {
			t.Errorf("%v, not %v", marks[i], want[i])
		}
	}
}

func FuzzSapiSpeech(f *testing.F) {
	f.Add([]byte("word 0 10 aGk=\nwave UklGRg==\ndone\n"), "hi")
	f.Add([]byte("error aGk=\n"), "hi there")
	f.Add([]byte("word -1 x\n"), "")
	f.Add([]byte("word 99999999999 1 aGk=\nwave UklGRiYAAABXQVZFZm10IBAAAAABAAEAIlYAAESsAAACABAAZGF0YQIAAAABAA==\ndone\n"), "hi 🌋")
	f.Fuzz(func(t *testing.T, out []byte, text string) {
		said := []utterance{{text: []rune(text)}}
		done, err := parseSapiSpeech(out, said)
		if len(done) > len(said) {
			t.Fatalf("%d texts of %d", len(done), len(said))
		}
		for _, d := range done {
			for _, m := range d.marks {
				if m.at < 0 || m.at > len(said[0].text) || m.sample < 0 {
					t.Fatalf("mark %+v, %v", m, err)
				}
			}
		}
	})
}

func FuzzSayVoices(f *testing.F) {
	f.Add("Eddy (German (Germany)) de_DE    # Hallo!\n")
	f.Fuzz(func(t *testing.T, list string) {
		for _, v := range parseSayVoices(list) {
			if v.name == "" || v.Language == "" || !strings.HasPrefix(v.ID, "say:") {
				t.Fatalf("%+v", v)
			}
		}
	})
}

func TestWithoutAVoiceThePersonIsToldHowToGetOne(t *testing.T) {
	for system, want := range map[string]string{"linux": "espeak-ng", "darwin": "System Settings", "windows": "Settings"} {
		n := &Narrator{rate: normalRate, system: newVoiceSystem(system, ""), looking: make(chan struct{}, 1)}
		n.system.engine = noVoices{}
		_, err := n.Narrate(context.Background(), model.Script{Sentences: []string{"Hello."}, Language: "en"})
		if model.KindOf(err) != model.Device || !strings.Contains(model.Sentence(err), want) || !strings.Contains(n.Help(), want) {
			t.Errorf("%s: %v", system, err)
		}
	}
}

type noVoices struct{}

func (noVoices) voices(context.Context) ([]systemVoice, error) { return nil, nil }
func (noVoices) speak(context.Context, int, []utterance) ([]voicedText, error) {
	panic("there is no voice")
}
