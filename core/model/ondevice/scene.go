package ondevice

import (
	"hash/fnv"
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
	cover   bool // the story's first picture, which stands for it in the library
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
	p.cover = s.Page == 0
	p.chooseHero(t, s.Page)
	p.choosePlace(t, &roll)
	p.chooseOthers(t, s.Page)
	p.chooseHour(t, s)
	return p
}

// subjectOf gives what an entry shows; ok is false where there is no drawing
// of it.
func (p *plan) subjectOf(e *entry) (s subject, ok bool) {
	if drawn, found := drawnSubjects()[e.subject]; found {
		return drawn, true
	}
	if id, ok := strings.CutPrefix(e.subject, sceneryKey); ok {
		return scenery(placeByID(id)), true
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

// Pages after the cover take turns between the best subjects, so that
// neighbours differ: among the first few that come near the best and are of
// its field or one close to it.
const (
	neighbourly  = 0.75
	turnSubjects = 3
)

// chooseHero takes the best entry that can be drawn; on the pages after the
// cover, one of the best.
func (p *plan) chooseHero(t *tally, page int) {
	lex := theLexicon()
	var able []int
	for _, e := range t.ranked(page) {
		if _, ok := p.subjectOf(&lex.entries[e]); !ok {
			continue
		}
		if len(able) > 0 {
			best := able[0]
			if page == 0 || len(able) == turnSubjects || t.strong[e] != t.strong[best] || t.worth(e, page) < neighbourly*t.worth(best, page) {
				break
			}
			if strings.HasPrefix(lex.entries[e].subject, sceneryKey) || t.score[e] < leastOther || kin(lex.entries[e].domain, lex.entries[best].domain) == 0 {
				continue
			}
		}
		able = append(able, e)
	}
	if page > 0 && (len(able) == 0 || t.foreign(able[0])) {
		able = p.atHome(t, able)
	}
	if len(able) == 0 {
		return
	}
	hero := able[page%len(able)]
	if page%2 == 1 && hero == t.main() {
		hero = p.ownOf(t, page, hero)
	}
	p.heroName = &lex.entries[hero]
	p.hero, _ = p.subjectOf(p.heroName)
}

// ownOf gives what a page names beside the story's main subject, which every
// second page shows in its stead: eight pictures of one river tell no story.
// Where the page names nothing else it is main itself.
func (p *plan) ownOf(t *tally, page, main int) int {
	lex := theLexicon()
	for _, e := range t.ranked(page) {
		entry := &lex.entries[e]
		if e == main || !t.strong[e] || t.score[e] < max(leastOwn, ownMore*t.score[main]) || t.heading[e] || t.foreign(e) || strings.HasPrefix(entry.subject, sceneryKey) || entry.subject == lex.entries[main].subject {
			continue
		}
		if _, ok := p.subjectOf(entry); ok {
			return e
		}
	}
	return main
}

// leastOwn is one plain mention in a page's text, of a field that goes with
// the story. What the page names beside the main subject must be named more
// often than that, and not by a heading alone, which may be a manner of
// speaking: "The ship of the desert".
const (
	leastOwn = 0.7
	ownMore  = 1.2
)

// atHome gives, for a page that names nothing of the story's field, what the
// whole story is about, and the page's own only where there is no such thing:
// a knife's blade is no reason to show a leaf.
func (p *plan) atHome(t *tally, able []int) []int {
	main := t.main()
	if main < 0 || t.foreign(main) {
		return able
	}
	if _, ok := p.subjectOf(&theLexicon().entries[main]); !ok {
		return able
	}
	return []int{main}
}

// choosePlace takes the setting that most words speak for, among those that
// suit the hero.
func (p *plan) choosePlace(t *tally, roll *dice) {
	if p.hero.scenic != nil {
		p.place = placeByID(p.hero.place)
		return
	}
	if t.ground != "" && p.heroName != nil && (p.hero.habit == stands || p.hero.habit == peeks) && p.hero.suits(placeByID(t.ground).medium) {
		p.place = placeByID(t.ground)
		return
	}
	best, most := "", 0.0
	consider := func(id string, score float64) {
		if score > most || score == most && id < best {
			best, most = id, score
		}
	}
	switch {
	case p.heroName != nil && len(p.heroName.places) > 0:
		for _, pw := range p.heroName.places {
			consider(pw.id, t.places[pw.id]+2*pw.weight)
		}
	case p.heroName == nil || p.hero.habit != hangs:
		for id, score := range t.places {
			consider(id, score)
		}
	}
	if p.heroName == nil && best != "" && placeByID(best).medium == onPaper {
		best = "" // a sheet with nothing on it
	}
	if best == "" {
		best = "abstract"
		if p.heroName == nil && !p.cover {
			best = []string{"abstract", "mountains", "river"}[p.variant%3]
		}
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

// leastOther is what a thing needs to go with the hero: two plain mentions in
// the text, or one in a title.
const leastOther = 1.5

// chooseOthers takes up to two more things of the page to go with the hero,
// of its own field or one near it. The cover shows its subject alone.
func (p *plan) chooseOthers(t *tally, page int) {
	if p.hero.scenic != nil || p.heroName == nil || p.cover {
		return
	}
	lex := theLexicon()
	for _, e := range t.ranked(page) {
		entry := &lex.entries[e]
		if entry == p.heroName || len(p.others) == 2 || !t.strong[e] || t.score[e] < leastOther || kin(entry.domain, p.heroName.domain) == 0 {
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

// chooseHour takes the hour that the words name, in a heading or twice; else
// the pages of a story go through its day. The cover is in good light unless
// a title says otherwise.
func (p *plan) chooseHour(t *tally, s model.Scene) {
	lex := theLexicon()
	best, most := 0, 0.0
	for e, score := range t.score {
		if lex.entries[e].timed && (score > most || score == most && e < best) {
			best, most = e, score
		}
	}
	indoors := p.place.medium == inRoom || p.place.medium == onPaper || p.place.medium == underWater
	if most > 0 && !indoors && (t.heading[best] || most >= toldTwice && !p.cover) {
		p.hour, p.told = lex.entries[best].hour, true
		return
	}
	turns := []hour{day, morning, day, evening}
	if indoors || strings.HasPrefix(p.place.id, "under") {
		turns = []hour{day, morning, evening}
	}
	if p.place.id == "ice" {
		turns = []hour{day, morning} // an evening makes sand of snow
	}
	switch {
	case p.place.id == "night":
		p.hour = night
	case p.cover:
		p.hour = turns[s.Seed>>8%2]
	default:
		p.hour = turns[(s.Page+int(s.Seed>>8%8))%len(turns)]
	}
}

// toldTwice is the score of an hour that the text names twice: hours are of
// no field of their own, so each mention counts 0.4.
const toldTwice = 0.75
