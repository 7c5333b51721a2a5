package ondevice

import (
	"context"
	"slices"
	"testing"

	"edusmart/core/story"
)

func TestSentencesEndWhereAReaderWouldPause(t *testing.T) {
	tests := []struct {
		name, language, text string
		want                 []string
	}{
		{"plain", "en", "Rock melts. It rises! Why?", []string{"Rock melts.", "It rises!", "Why?"}},
		{"titles", "en", "Dr. Smith met Mrs. Jones. They spoke.", []string{"Dr. Smith met Mrs. Jones.", "They spoke."}},
		{"latin", "en", "Metals, e.g. Copper and i.e. Gold, shine. Wood does not.", []string{"Metals, e.g. Copper and i.e. Gold, shine.", "Wood does not."}},
		{"initials", "en", "J. R. R. Tolkien wrote it. We read it.", []string{"J. R. R. Tolkien wrote it.", "We read it."}},
		{"acronym goes on", "en", "The U.S. Army came. It left.", []string{"The U.S. Army came.", "It left."}},
		{"acronym ends", "en", "They moved to the U.S. The journey was long.", []string{"They moved to the U.S.", "The journey was long."}},
		{"vitamin", "en", "Oranges hold vitamin C. The body needs it.", []string{"Oranges hold vitamin C.", "The body needs it."}},
		{"decimals", "en", "Pi is 3.14. It never ends.", []string{"Pi is 3.14.", "It never ends."}},
		{"numbers", "en", "See no. 5 first. He said no. Then he left.", []string{"See no. 5 first.", "He said no.", "Then he left."}},
		{"speech", "en", "“Stop!” he cried. She stopped.", []string{"“Stop!” he cried.", "She stopped."}},
		{"quotation of two sentences", "en", "“Come here. Sit down.” He sat.", []string{"“Come here. Sit down.”", "He sat."}},
		{"brackets", "en", "It is deep (see the map. It helps). Ships sink.", []string{"It is deep (see the map. It helps).", "Ships sink."}},
		{"ellipsis goes on", "en", "He waited... and waited. Nothing came.", []string{"He waited... and waited.", "Nothing came."}},
		{"ellipsis ends", "es", "Llovía… Nadie salió.", []string{"Llovía…", "Nadie salió."}},
		{"spanish", "es", "¿Qué es? El Sr. López y la Dra. Ruiz lo saben. Fin.", []string{"¿Qué es?", "El Sr. López y la Dra. Ruiz lo saben.", "Fin."}},
		{"german", "de", "Am 3. Oktober kam Dr. Maier, z. B. Mit dem Zug. Er blieb.", []string{"Am 3. Oktober kam Dr. Maier, z. B. Mit dem Zug.", "Er blieb."}},
		{"german era", "de", "Um 117 n. Chr. wuchs Rom. 44 v. Chr. starb er.", []string{"Um 117 n. Chr. wuchs Rom.", "44 v. Chr. starb er."}},
		{"french", "fr", "M. Curie et Mme Curie travaillent. Ils trouvent.", []string{"M. Curie et Mme Curie travaillent.", "Ils trouvent."}},
		{"arabic", "ar", "هل تعلم؟ الشمس نجم. الأرض كوكب.", []string{"هل تعلم؟", "الشمس نجم.", "الأرض كوكب."}},
		{"hindi", "hi", "सूर्य तारा है। डॉ. बसु ने लिखा।पानी बहता है।", []string{"सूर्य तारा है।", "डॉ. बसु ने लिखा।", "पानी बहता है।"}},
		{"chinese", "zh", "水是液体。冰是固体！是吗？", []string{"水是液体。", "冰是固体！", "是吗？"}},
		{"list mark", "en", "1. Water boils. 2. Ice melts.", []string{"1. Water boils.", "2. Ice melts."}},
		{"note mark", "en", "The king died. [12]", []string{"The king died. [12]"}},
		{"empty", "en", "  ", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tongue := tongueOf(&story.Document{Language: tt.language})
			var got []string
			for _, s := range sentenceSpans(tt.text, tongue) {
				got = append(got, tt.text[s.from:s.to])
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestSentencesThatLeanAreNotReadAlone(t *testing.T) {
	doc := documentOf("lean-en", `# Whales
Whales are the largest animals in the sea. They breathe air through a hole in their heads.
However, a whale can stay under water for an hour. This is longer than a seal can dive.
Sailors hunted whales for oil. In 1986, they stopped almost everywhere.
The museum in the town shows the bones of a whale. See Figure 2 for the bones of a whale.`)
	c, err := newCorpus(t.Context(), doc, bandOf(5), counted{})
	if err != nil {
		t.Fatal(err)
	}
	needs := map[string]string{}
	fit := map[string]float64{}
	for _, p := range c.passages {
		fit[p.text] = p.fit
		needs[p.text] = ""
		if n := len(p.needs); n > 0 {
			needs[p.text] = c.passages[p.needs[n-1]].text
		}
	}
	for text, want := range map[string]string{
		"Whales are the largest animals in the sea.":         "",
		"They breathe air through a hole in their heads.":    "Whales are the largest animals in the sea.",
		"This is longer than a seal can dive.":               "However, a whale can stay under water for an hour.",
		"In 1986, they stopped almost everywhere.":           "Sailors hunted whales for oil.",
		"The museum in the town shows the bones of a whale.": "",
	} {
		if got, ok := needs[text]; !ok || got != want && fit[text] >= minFit {
			t.Errorf("%q needs %q, want %q", text, got, want)
		}
	}
	if fit["See Figure 2 for the bones of a whale."] >= minFit {
		t.Error("a sentence that points to a figure may be read out")
	}
}

func TestLongSentencesAreCutIntoWholeOnes(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{
			"The magma collects in a wide chamber deep below the mountain, and the gas bubbles in it push the lid upwards.",
			[]string{"The magma collects in a wide chamber deep below the mountain, and the gas bubbles in it push the lid upwards."},
		},
		{
			"The old town was rich and had many tall houses, but the people had no water in the long summer.",
			[]string{"The old town was rich and had many tall houses.", "The people had no water in the long summer."},
		},
		{
			"Runny lava flows quickly and builds wide slopes; sticky lava moves slowly and builds steep mountains.",
			[]string{"Runny lava flows quickly and builds wide slopes.", "Sticky lava moves slowly and builds steep mountains."},
		},
		{
			"When the rain was over, the farmers went to the fields, and the children were sent to the river.",
			[]string{"When the rain was over, the farmers went to the fields, and the children were sent to the river."},
		},
		{"The cat sat down.", []string{"The cat sat down."}},
	}
	for _, tt := range tests {
		doc := documentOf("split-en", tt.text)
		c, err := newCorpus(t.Context(), doc, bandOf(0), counted{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range c.passages {
			got = append(got, p.text)
			if q := doc.Blocks[p.place.Block].Text[p.place.From:p.place.To]; q != p.quote {
				t.Errorf("the place of %q holds %q", p.quote, q)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("got  %q\nwant %q", got, tt.want)
		}
	}
}

func TestADemonstrativeLeansAsTheSecondWordToo(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		want      lean
	}{
		{"en", "During this time the larva eats leaves.", onBefore},
		{"en", "In spring the larva eats leaves.", upright},
		{"ar", "تسمى هذه المرحلة التكثف.", onBefore},
		{"ar", "تسخن الشمس مياه البحار والأنهار.", upright},
		{"de", "Mit diesem Gerät misst man den Strom.", onBefore},
	} {
		doc := &story.Document{Language: c.tag, Pages: 1, Blocks: []story.Block{{Kind: story.Paragraph, Page: 1, Text: c.text}}}
		corpus, err := newCorpus(context.Background(), doc, bandOf(4), counted{})
		if err != nil {
			t.Fatal(err)
		}
		if got := corpus.passages[0].lean; got != c.want {
			t.Errorf("%q leans %d, not %d", c.text, got, c.want)
		}
	}
}

func TestWordsFurtherOnReferBackToo(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		want      lean
	}{
		{"en", "In summer as many as fifty thousand honey bees live in it.", onBefore},
		{"en", "Its huge ears give off heat and keep the fox cool.", onSubject},
		{"en", "Long eyelashes keep the sand out of its eyes.", onSubject},
		{"en", "Drops of water run down its back.", onSubject},
		{"en", "For more than a thousand years people there have fought against the sea.", onBefore},
		{"en", "The fox cleans its ears.", upright},
		{"en", "When bees carry pollen, the plants need it.", upright},
		{"en", "Birds feed their young.", upright},
		{"de", "Seine Augen sind schwach.", onSubject},
		{"de", "Mit seiner feinen Nase findet der Igel Futter.", onSubject},
		{"de", "Im Winter frisst er nichts.", onSubject},
		{"de", "Das Herz schlägt dann langsamer.", onBefore},
		{"de", "Wenn der Igel schläft, schlägt sein Herz langsam.", upright},
		{"es", "Construyeron grandes ciudades de piedra.", onSubject},
		{"es", "Su sistema de números tenía base veinte.", onSubject},
		{"es", "Los mayas construyeron grandes ciudades.", upright},
		{"fr", "Leur civilisation a duré longtemps.", onSubject},
		{"ar", "يبلغ طوله حوالي 6650 كيلومترا.", onSubject},
		{"ar", "يبلغ ارتفاع السد 111 مترا.", upright},
		{"zh", "它们的身体胖胖的。", onSubject},
		{"zh", "后来，养蚕的技术传到了欧洲。", onBefore},
		{"zh", "丝绸又轻又软。", upright},
	} {
		doc := &story.Document{Language: c.tag, Pages: 1, Blocks: []story.Block{{Kind: story.Paragraph, Page: 1, Text: c.text}}}
		corpus, err := newCorpus(context.Background(), doc, bandOf(4), counted{})
		if err != nil {
			t.Fatal(err)
		}
		if got := corpus.passages[0].lean; got != c.want {
			t.Errorf("%q leans %d, not %d", c.text, got, c.want)
		}
	}
}
