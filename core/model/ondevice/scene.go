package ondevice

import (
	"cmp"
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"edusmart/core/model"
)

// plan is what a picture will show, settled before anything is drawn.
type plan struct {
	seed    uint64
	family  uint64 // which palette the story has
	variant int    // which of a setting's forms this page takes
	hour    hour
	flip    bool
	place   *place
	hero    subject
	others  []subject
	glyphs  *glyphs

	lang        string // of the lexicon, "" where it has not the scene's
	heroName    *entry
	othersNames []*entry
	told        bool // the hour comes from the text, not from the dice
}

func (p *plan) medium() medium { return p.place.medium }

// tally is what the words of a scene speak for.
type tally struct {
	score  map[int]float64 // entries, by index
	places map[string]float64
	first  map[int]int // where an entry is first named
}

// How much a word counts for by where it stands. The page's own heading says
// what the page is about; the story's title is the same on every page, so it
// helps to find the setting but seldom the subject.
const (
	weightTitle  = 3.0
	weightPrompt = 3.0
	weightText   = 1.0
	weightStory  = 0.45
	mostMentions = 3.0 // of one thing in one text
)

// sceneLanguage gives the lexicon's language for a BCP 47 tag, "" for none.
// A scene of unknown language is read as English.
func sceneLanguage(tag string) string {
	if tag == "" || tag == "und" {
		return "en"
	}
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	base, _ := t.Base()
	if slices.Contains(lexiconTongues(), base.String()) {
		return base.String()
	}
	return ""
}

// newPlan reads the scene.
func newPlan(s model.Scene, g *glyphs) *plan {
	h := fnv.New64a()
	for _, part := range []string{s.PageTitle, s.Text, s.Prompt} {
		_, _ = h.Write([]byte(part)) // a hash never fails
		_, _ = h.Write([]byte{0})
	}
	roll := dice{s.Seed ^ h.Sum64() ^ uint64(s.Page+1)*0x9E3779B97F4A7C15}
	p := &plan{
		seed: roll.next(), family: (&dice{s.Seed}).next() % 5,
		variant: s.Page + int(s.Seed%7), flip: roll.coin(), glyphs: g, lang: sceneLanguage(s.Language),
	}
	t := readScene(p.lang, s)
	p.chooseHero(t, s.Page)
	p.choosePlace(t, &roll)
	p.chooseOthers(t)
	p.chooseHour(t, s)
	return p
}

// readScene counts what the scene's words name.
func readScene(lang string, s model.Scene) *tally {
	t := &tally{score: map[int]float64{}, places: map[string]float64{}, first: map[int]int{}}
	if lang == "" {
		return t
	}
	lex := theLexicon()
	at := 0
	for _, part := range []struct {
		text   string
		weight float64
	}{{s.PageTitle, weightTitle}, {s.Prompt, weightPrompt}, {s.Text, weightText}, {s.StoryTitle, weightStory}} {
		stems := sceneStems(lang, part.text)
		seen := map[int]float64{}
		for i := 0; i < len(stems); {
			found, took, share := lex.lookup(lang, stems, i)
			for _, e := range found {
				// What a text names first is more often what it is about.
				early := 1 + 0.4/(1+float64(i)/8)
				seen[e] = min(seen[e]+share*early, mostMentions)
				if _, ok := t.first[e]; !ok {
					t.first[e] = at + i
				}
			}
			i += took
		}
		at += len(stems)
		for e, n := range seen {
			entry := lex.entries[e]
			t.score[e] += part.weight * n * entry.weight
			for _, pw := range entry.places {
				t.places[pw.id] += max(part.weight, 0.8) * n * pw.weight
			}
		}
	}
	return t
}

// ranked gives the entries with a subject, the best first.
func (t *tally) ranked() []int {
	lex := theLexicon()
	list := slices.DeleteFunc(slices.Collect(maps.Keys(t.score)), func(e int) bool { return lex.entries[e].subject == "" })
	slices.SortFunc(list, func(a, b int) int {
		return cmp.Or(cmp.Compare(t.score[b], t.score[a]), cmp.Compare(t.first[a], t.first[b]), cmp.Compare(a, b))
	})
	return list
}

// subjectOf gives what an entry shows; ok is false where there is no drawing
// of it.
func (p *plan) subjectOf(e *entry) (s subject, ok bool) {
	if drawn, found := drawnSubjects()[e.subject]; found {
		return drawn, true
	}
	r := []rune(e.subject)
	if len(r) == 0 {
		return s, false
	}
	art := p.glyphs.art(r[0])
	if art == nil {
		return s, false
	}
	return subject{key: e.subject, habit: e.habit, glyph: r[0], foot: art.hi.y, size: 0.92}, true
}

// chooseHero takes the best entry that can be drawn. Where the best two are
// close, odd pages take the second, so that neighbours differ.
func (p *plan) chooseHero(t *tally, page int) {
	lex := theLexicon()
	var able []int
	for _, e := range t.ranked() {
		if _, ok := p.subjectOf(&lex.entries[e]); ok {
			able = append(able, e)
		}
		if len(able) == 2 {
			break
		}
	}
	if len(able) == 0 {
		return
	}
	best := able[0]
	if len(able) == 2 && page%2 == 1 && t.score[able[1]] > 0.93*t.score[able[0]] {
		best = able[1]
	}
	p.heroName = &lex.entries[best]
	p.hero, _ = p.subjectOf(p.heroName)
}

// choosePlace takes the setting that most words speak for, among those that
// suit the hero.
func (p *plan) choosePlace(t *tally, roll *dice) {
	if p.hero.scenic != nil {
		p.place = placeByID(p.hero.place)
		return
	}
	best, most := "", 0.0
	consider := func(id string, score float64) {
		if score > most || score == most && id < best {
			best, most = id, score
		}
	}
	if p.heroName != nil && len(p.heroName.places) > 0 {
		for _, pw := range p.heroName.places {
			consider(pw.id, t.places[pw.id]+2*pw.weight)
		}
	} else {
		for id, score := range t.places {
			consider(id, score)
		}
	}
	if best == "" {
		best = "abstract"
		if p.heroName != nil && p.hero.habit == stands {
			best = []string{"garden", "town", "mountains"}[roll.below(3)]
		}
	}
	p.place = placeByID(best)
}

// company that suits a medium: nothing stands in the sky, nothing swims on
// land.
func (s subject) suits(m medium) bool {
	if s.scenic != nil {
		return false
	}
	switch s.habit {
	case swims:
		return m == underWater
	case sails:
		return m == onWater
	case stands, peeks:
		return m == onGround || m == onPaper && s.habit == stands
	case thing:
		return m == inRoom || m == onPaper
	case flies:
		return m == onGround || m == onWater
	case hangs:
		return m == onPaper || m == inSpace
	}
	return false
}

// chooseOthers takes up to two more things of the page to go with the hero.
func (p *plan) chooseOthers(t *tally) {
	if p.hero.scenic != nil || p.heroName == nil {
		return
	}
	lex := theLexicon()
	for _, e := range t.ranked() {
		entry := &lex.entries[e]
		if entry == p.heroName || t.score[e] < 0.9 || len(p.others) == 2 {
			continue
		}
		s, ok := p.subjectOf(entry)
		same := func(o subject) bool { return o.key == s.key }
		if !ok || s.key == p.hero.key || !s.suits(p.place.medium) || slices.ContainsFunc(p.others, same) {
			continue
		}
		p.others = append(p.others, s)
		p.othersNames = append(p.othersNames, entry)
	}
}

// chooseHour takes the hour that the words name; else the pages of a story
// go through its day.
func (p *plan) chooseHour(t *tally, s model.Scene) {
	lex := theLexicon()
	best, most := 0, 0.0
	for e, score := range t.score {
		if lex.entries[e].timed && (score > most || score == most && e < best) {
			best, most = e, score
		}
	}
	indoors := p.place.medium == inRoom || p.place.medium == onPaper || p.place.medium == underWater
	if most >= 0.9 && !indoors {
		p.hour, p.told = lex.entries[best].hour, true
		return
	}
	turns := []hour{day, morning, day, evening, day, overcast, morning, dusk}
	if indoors || strings.HasPrefix(p.place.id, "under") {
		turns = []hour{day, morning, evening}
	}
	if p.place.id == "night" {
		turns = []hour{night}
	}
	p.hour = turns[(s.Page+int(s.Seed>>8%8))%len(turns)]
}
