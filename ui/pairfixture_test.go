package ui

import (
	"context"
	"strings"
	"time"

	"edusmart/core"
	"edusmart/core/player"
	"edusmart/core/story"
	"edusmart/core/typeset"
)

// translated is page 4 of the volcano story in other languages, sentence by
// sentence.
var translated = map[string][]string{
	"es": {"Cerca de la cima, las burbujas de gas estallan todas a la vez.", "La ceniza y la roca ardiente salen disparadas hacia el cielo.", "A esto se le llama erupción."},
	"ar": {"قرب القمة تنفجر فقاعات الغاز دفعة واحدة.", "يندفع الرماد والصخر المتوهج عالياً في السماء.", "هذا يسمى ثوراناً."},
}

// longTranslated is the same page for older pupils.
var longTranslated = map[string][]string{
	"en": {
		"Near the top of the pipe, where the weight above is small, the gas bubbles in the magma grow and burst all at once.",
		"Ash, glowing rock and hot gas then shoot many kilometres up into the sky, and what goes up comes down again: the heavy stones close by, the coarse ash on the fields and roofs of the next villages, and the finest dust, which the wind carries over whole countries, only after days or weeks.",
		"This is called an eruption.",
	},
	"es": {
		"Cerca de la boca del conducto, donde el peso de encima es pequeño, las burbujas de gas del magma crecen y estallan todas a la vez.",
		"La ceniza, la roca ardiente y el gas caliente suben entonces muchos kilómetros hacia el cielo, y lo que sube vuelve a bajar: las piedras pesadas muy cerca, la ceniza gruesa sobre los campos y tejados de los pueblos vecinos, y el polvo más fino, que el viento lleva por países enteros, solo tras días o semanas.",
		"A esto se le llama erupción.",
	},
	"ar": {
		"قرب فوهة القناة، حيث يقل الثقل من فوق، تكبر فقاعات الغاز في الصهارة وتنفجر دفعة واحدة.",
		"عندئذ يندفع الرماد والصخر المتوهج والغاز الحار كيلومترات كثيرة إلى السماء، وما يصعد يعود فينزل: الحجارة الثقيلة قريباً، والرماد الخشن على حقول القرى المجاورة وسقوفها، وأدق الغبار الذي تحمله الريح فوق بلدان بأكملها بعد أيام أو أسابيع فقط.",
		"هذا يسمى ثوراناً.",
	},
}

// inTwo is the volcano story, passed, whose page 4 is told in English and in a
// second language, and spoken in both.
func inTwo(language string, long bool) *story.Story {
	st := volcano()
	st.Also = language
	for i := range st.Pages {
		st.Pages[i].Passed = true
	}
	p := &st.Pages[3]
	also := translated[language]
	if long {
		also = longTranslated[language]
		p.Sentences = nil
		for _, text := range longTranslated["en"] {
			p.Sentences = append(p.Sentences, story.Sentence{Text: text})
		}
		p.Words = spokenWords(longTranslated["en"])
	}
	for i := range p.Sentences {
		p.Sentences[i].Also = also[i]
	}
	words := spokenWords(also)
	p.Second = &story.Second{
		Narration: "assets/second.wav", Seconds: words[len(words)-1].End + 0.4, Words: words, Part: story.Part{State: story.Ready},
	}
	return st
}

// heardInBoth says that page 4 is heard as core says it: each sentence in
// English and then in the other language, a second later each.
func heardInBoth(st *story.Story) core.Heard {
	p := &st.Pages[3]
	h := core.Heard{Words: append([]story.Word(nil), p.Words...), Also: append([]story.Word(nil), p.Second.Words...)}
	at := 0.0
	for i := range p.Sentences {
		h.Sentences = append(h.Sentences, player.Span{Start: at})
		for _, words := range [][]story.Word{h.Words, h.Also} {
			for k := range words {
				if words[k].Sentence == i {
					words[k].Start, words[k].End = at, at+1
					at++
				}
			}
		}
		h.Sentences[i].End = at
	}
	h.Seconds = at
	return h
}

// playingTwo is the player in page 4 of such a story, at a word of either
// language, -1: not that one.
func playingTwo(st *story.Story, word, also int) core.PlaybackState {
	p := playingAt(3, 2*time.Second)
	p.Word, p.AlsoWord, p.At = word, also, time.Now()
	if word >= 0 {
		p.Sentence = st.Pages[3].Words[word].Sentence
	} else {
		p.Sentence = st.Pages[3].Second.Words[also].Sentence
	}
	return p
}

// settle has the fonts of texts found before anything is shown: the test driver
// would run what their goroutine sends while the test draws.
func settle(fonts *typeset.Fonts, texts ...[]string) {
	for _, t := range texts {
		fonts.Paragraph(typeset.Text{Sentences: []string{strings.Join(t, " ")}}, typeset.Spacing{})
	}
	_ = fonts.Settle(context.Background()) // it is never cancelled
}

// pairScenes are pages in two languages.
func pairScenes() []scene {
	nothing := func(time.Time, string) []core.Event { return nil }
	read := func(language string, long bool, word, also int) func(s *shell, dir string) {
		return func(s *shell, dir string) {
			st := inTwo(language, long)
			s.reading(keyed(), painted(dir, core.StoryState{ID: st.ID, Story: st}))
			s.update(playingTwo(st, word, also))
		}
	}
	teach := func(language string, long bool, word, also int, swap bool) func(s *shell, dir string) {
		return func(s *shell, dir string) {
			teaching(func(st *storyScreen) {
				two := inTwo(language, long)
				st.state = painted(dir, core.StoryState{ID: two.ID, Story: two})
				st.playback = playingTwo(two, word, also)
				if swap {
					st.lesson.swap()
				}
			})(s, dir)
		}
	}
	return []scene{
		{"pairs-story-es", nothing, read("es", false, 12, -1)},
		{"pairs-story-ar", nothing, read("ar", false, -1, 8)},
		{"pairs-story-long", nothing, read("ar", true, 30, -1)},
		{"pairs-teach-es", nothing, teach("es", false, 12, -1, false)},
		{"pairs-teach-ar", nothing, teach("ar", true, -1, 25, false)},
		{"pairs-present-es", nothing, teach("es", false, 3, -1, true)},
		{"pairs-present-ar", nothing, teach("ar", false, -1, 9, true)},
		{"pairs-present-long-es", nothing, teach("es", true, 30, -1, true)},
		{"pairs-present-long-ar", nothing, teach("ar", true, -1, 44, true)},
	}
}
