package ondevice

import (
	"maps"
	"slices"
	"strings"

	"edusmart/core/model"
)

// domain is a field of school knowledge. What a story is about chooses
// between the senses of its words: "cell" in a lesson about bees is of the
// comb.
type domain string

// kin tells how near two domains are, from 0 to 1: a flower belongs to a bee
// as a compass does not to a heart.
func kin(a, b domain) float64 {
	if a == b {
		return 1
	}
	if a == "" || b == "" || a == "hours" || b == "hours" {
		return 0
	}
	for _, near := range neighbours() {
		if slices.Contains(near, a) && slices.Contains(near, b) {
			return 0.5
		}
	}
	return 0
}

// neighbours lists the domains that go together in a lesson.
func neighbours() [][]domain {
	return [][]domain{
		{"plants", "animals", "land"},
		{"plants", "micro", "food"},
		{"plants", "water"},
		{"animals", "land", "water"},
		{"water", "earth", "land"},
		{"body", "micro"},
		{"body", "food"},
		{"matter", "tech"},
		{"space", "tech"},
		{"travel", "tech"},
		{"travel", "places"},
		{"travel", "past"},
		{"past", "civics"},
		{"past", "places"},
		{"past", "people"},
		{"places", "people"},
		{"civics", "people"},
		{"learning", "people"},
		{"learning", "numbers"},
		{"things", "arts"},
	}
}

// How much a word counts for by where it stands. The page's own heading says
// what the page is about. The story's title says what the story is about: on
// its first page, the cover, that is the subject; on the others it decides
// between senses and helps where the page's own words name nothing.
const (
	weightTitle  = 3.0
	weightPrompt = 3.0
	weightText   = 1.0
	mostMentions = 3.0 // of one thing in one text
	weightStory  = 2.6 // in the topic, of what the title names
	weightTerm   = 2.0 // in the topic, of the document's first term
	maxTerms     = 64
)

// tally is what the words of a scene speak for.
type tally struct {
	score   map[int]float64 // of this page, by entry
	topic   map[int]float64 // of the whole story, by entry
	titled  map[int]float64 // of it, what the story's title says
	strong  map[int]bool    // named by a word that is more than a passing one
	heading map[int]bool    // named by the page's or the story's title
	fields  map[domain]float64
	fits    map[domain]float64 // what affinity found
	places  map[string]float64
	first   map[int]int // where an entry is first named
	ground  string      // the place that the story's title names and the page no other beside
}

// mention is a word of a text with what it can name.
type mention struct {
	senses []sense
	share  float64
	at     int // words before it
}

func mentionsIn(lang, text string) (list []mention, words int) {
	lex := theLexicon()
	tokens := sceneTokens(lang, text)
	for i := 0; i < len(tokens); {
		senses, took, share := lex.lookup(lang, tokens, i)
		if len(senses) > 0 {
			list = append(list, mention{senses, share, i})
		}
		i += took
	}
	return list, len(tokens)
}

// readScene counts what the scene's words name.
func readScene(lang string, s model.Scene) *tally {
	t := &tally{
		score: map[int]float64{}, topic: map[int]float64{}, titled: map[int]float64{}, strong: map[int]bool{}, heading: map[int]bool{},
		fields: map[domain]float64{}, fits: map[domain]float64{}, places: map[string]float64{}, first: map[int]int{},
	}
	if lang == "" {
		return t
	}
	story, _ := mentionsIn(lang, s.StoryTitle)
	var terms []mention
	for _, term := range s.Topic[:min(len(s.Topic), maxTerms)] {
		m, _ := mentionsIn(lang, term)
		terms = append(terms, m...)
	}
	parts := []struct {
		text   string
		weight float64
		title  bool
	}{{s.PageTitle, weightTitle, true}, {s.Prompt, weightPrompt, false}, {s.Text, weightText, false}}
	var page [3][]mention
	var before [3]int
	at := 0
	for i, part := range parts {
		var n int
		page[i], n = mentionsIn(lang, part.text)
		before[i] = at
		at += n
	}
	if len(page[1]) == 0 && lang != "en" {
		// A prompt may be in English whatever the story's language.
		page[1], _ = mentionsIn("en", s.Prompt)
	}
	// The fields first: they choose between the senses of what is counted
	// afterwards.
	t.field(story, func(int) float64 { return 3 })
	t.field(terms, func(i int) float64 { return 2 / (1 + float64(i)/4) })
	t.field(page[0], func(int) float64 { return 1.2 })
	t.field(page[1], func(int) float64 { return 1 })
	t.field(page[2], func(int) float64 { return 0.5 })
	t.normalize()
	for i, part := range parts {
		t.countPage(page[i], part.weight, before[i], part.title)
	}
	t.countTopic(story, terms)
	t.ground = t.storyGround(story, page[:])
	return t
}

// field adds what the mentions say of the story's fields. A word whose senses
// lie in several says half as much, and that for its plain meaning.
func (t *tally) field(list []mention, weight func(i int) float64) {
	lex := theLexicon()
	for i, m := range list {
		pick, part := m.senses[0], 1.0
		for _, o := range m.senses[1:] {
			if lex.entries[o.entry].domain != lex.entries[pick.entry].domain {
				part = 0.5
				if o.own && !pick.own {
					pick = o
				}
			}
		}
		if part < 1 && !pick.own {
			continue
		}
		if d := lex.entries[pick.entry].domain; d != "hours" {
			t.fields[d] += weight(i) * m.share * pick.share * part
		}
	}
}

func (t *tally) normalize() {
	sum := 0.0
	for _, d := range slices.Sorted(maps.Keys(t.fields)) {
		sum += t.fields[d]
	}
	for d := range t.fields {
		t.fields[d] /= sum
	}
}

// affinity is how well a domain fits the story, from 0.4 for one that nothing
// else speaks for to about 1.4.
func (t *tally) affinity(d domain) float64 {
	if fit, ok := t.fits[d]; ok {
		return fit
	}
	fit := 0.4
	for _, f := range slices.Sorted(maps.Keys(t.fields)) {
		fit += t.fields[f] * kin(d, f)
	}
	t.fits[d] = fit
	return fit
}

// ownName is what a sense's being the word's plain meaning counts against the
// fields of the story.
const ownName = 0.06

// meant gives the senses of a mention that the story's fields favour: those
// of the domain that fits best, the plain meaning where nothing tells.
func (t *tally) meant(m mention) []sense {
	lex := theLexicon()
	if len(m.senses) == 1 {
		return m.senses
	}
	best, most := domain(""), -1.0
	for _, s := range m.senses {
		d := lex.entries[s.entry].domain
		fit := t.affinity(d)
		if s.own {
			fit += ownName
		}
		if fit > most {
			best, most = d, fit
		}
	}
	var list []sense
	for _, s := range m.senses {
		if lex.entries[s.entry].domain == best {
			list = append(list, s)
		}
	}
	return list
}

// ownGround is the affinity from which on a passing word that a heading has
// alone is its subject: "The Earth" in a lesson about the planets.
const ownGround = 0.85

// countPage counts what one text of the page names; before is how many words
// came before it.
func (t *tally) countPage(list []mention, weight float64, before int, title bool) {
	lex := theLexicon()
	seen, order := map[int]float64{}, []int{}
	for _, m := range list {
		for _, s := range t.meant(m) {
			// What a text names first is more often what it is about.
			early := 1 + 0.4/(1+float64(m.at)/8)
			if title && len(list) == 1 && t.affinity(lex.entries[s.entry].domain) >= ownGround {
				s.share = 1
			}
			if _, ok := seen[s.entry]; !ok {
				order = append(order, s.entry)
			}
			seen[s.entry] = min(seen[s.entry]+m.share*s.share*early, mostMentions)
			t.strong[s.entry] = t.strong[s.entry] || s.share == 1
			t.heading[s.entry] = t.heading[s.entry] || title && s.share == 1
			if _, ok := t.first[s.entry]; !ok {
				t.first[s.entry] = before + m.at
			}
		}
	}
	for _, e := range order {
		entry := lex.entries[e]
		fit := t.affinity(entry.domain)
		t.score[e] += weight * seen[e] * entry.weight * fit
		for _, pw := range entry.places {
			t.places[pw.id] += weight * seen[e] * pw.weight * fit
		}
	}
}

// countTopic counts what the whole story is about: what its title names, the
// first most, and its document's terms by their rank among those that name
// something.
func (t *tally) countTopic(story, terms []mention) {
	lex := theLexicon()
	add := func(m mention, weight float64, title bool) {
		for _, s := range t.meant(m) {
			w := weight * m.share * s.share * lex.entries[s.entry].weight * t.affinity(lex.entries[s.entry].domain)
			t.topic[s.entry] += w
			if title {
				t.titled[s.entry] += w
			}
			t.strong[s.entry] = t.strong[s.entry] || s.share == 1
			if _, ok := t.first[s.entry]; !ok {
				t.first[s.entry] = maxSceneWords + len(t.first)
			}
		}
	}
	for i, m := range story {
		add(m, weightStory/(1+0.18*float64(i)), true)
	}
	for i, m := range terms {
		add(m, weightTerm/(1+0.35*float64(i)), false)
	}
	for _, m := range story {
		for _, s := range t.meant(m) {
			for _, pw := range lex.entries[s.entry].places {
				t.places[pw.id] += 0.8 * s.share * pw.weight * t.affinity(lex.entries[s.entry].domain)
			}
		}
	}
}

// storyGround gives the place that the story's title names, such as a desert;
// "" where it names none, or where the page names another: a fox of the desert
// does not stand in a forest.
func (t *tally) storyGround(story []mention, page [][]mention) string {
	ground := t.scenes(story)
	if len(ground) != 1 {
		return ""
	}
	for _, list := range page {
		for _, id := range t.scenes(list) {
			if id != ground[0] {
				return ""
			}
		}
	}
	return ground[0]
}

// scenes gives the places that mentions name as such, each once.
func (t *tally) scenes(list []mention) []string {
	lex := theLexicon()
	var out []string
	for _, m := range list {
		for _, s := range t.meant(m) {
			if id, ok := strings.CutPrefix(lex.entries[s.entry].subject, sceneryKey); ok && s.share == 1 && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}
