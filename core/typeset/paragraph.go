package typeset

import (
	"slices"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// unitsPerEm is the size at which texts are shaped. Nothing is hinted, so
// that every other size is a multiple of it.
const unitsPerEm = 1024

// Paragraph is a text that has been shaped. It does not change and may be
// laid from any goroutine.
type Paragraph struct {
	fonts   *Fonts
	src     source
	words   []Range
	spacing Spacing
	lang    language.Language
	base    uint8 // embedding level of the paragraph
	runs    []run
	breaks  []breakKind
	along   []float32 // ems from the start to before each rune, in reading order
	pending bool
	// ascent and descent hold the reading face and all that is drawn, in ems.
	ascent, descent float32
}

// run is a stretch of the text in one direction, script and face.
type run struct {
	span
	level  uint8
	script language.Script
	face   *Face // nil while it is being looked for
	glyphs []glyph
}

// glyph is one glyph of a run; a run's glyphs stand from left to right.
type glyph struct {
	id      uint32
	cluster span // the runes that it and its neighbours of one cluster draw
	advance float32
	dx, dy  float32 // y up
	unsafe  bool    // cutting the run before this cluster changes its shape
}

// Paragraph shapes a text. Where a font is still being looked for, the letters
// are left blank and Layout.Pending is set; see OnLoad and Settle.
func (f *Fonts) Paragraph(t Text, spacing Spacing) *Paragraph {
	p := &Paragraph{
		fonts: f, src: read(t), words: t.Words, spacing: spacing,
		lang: language.NewLanguage(t.Language),
	}
	if p.words == nil {
		p.words = findWords(t.Sentences)
	}
	p.base = paragraphLevel(p.src.runes, t.Language)
	p.breaks = findBreaks(p.src.runes)
	if spacing.ByLine {
		for _, s := range p.src.spans {
			if s.from > 0 && !s.empty() {
				p.breaks[s.from] = lineMust
			}
		}
	}
	levels := p.levels()

	f.mu.Lock()
	defer f.mu.Unlock()
	p.ascent, p.descent = f.primary.ascent, f.primary.descent
	p.itemize(levels, t.Language)
	p.along = make([]float32, len(p.src.runes)+1)
	for i := range p.runs {
		p.shape(&p.runs[i])
		p.pending = p.pending || p.runs[i].face == nil
	}
	for i := range p.src.runes {
		p.along[i+1] += p.along[i]
	}
	return p
}

// paragraphLevel gives the direction of the language, unless the text has no
// letter of that direction.
func paragraphLevel(text []rune, lang string) uint8 {
	first, hasLTR, hasRTL := baseLevel(text)
	rtl, known := rightToLeft(lang)
	switch {
	case !known:
		return first
	case rtl && (hasRTL || !hasLTR):
		return 1
	case !rtl && (hasLTR || !hasRTL):
		return 0
	}
	return first
}

// levels gives the embedding levels; sentences on lines of their own are
// paragraphs of their own.
func (p *Paragraph) levels() []uint8 {
	if !p.spacing.ByLine {
		return bidiLevels(p.src.runes, p.base)
	}
	var levels []uint8
	for i := range p.src.spans {
		to := len(p.src.runes)
		if i+1 < len(p.src.spans) {
			to = p.src.spans[i+1].from
		}
		levels = append(levels, bidiLevels(p.src.runes[len(levels):to], p.base)...)
	}
	return levels
}

// itemize cuts the text into runs of one level, script and face.
func (p *Paragraph) itemize(levels []uint8, lang string) {
	text := p.src.runes
	scripts := resolveScripts(text)
	for from := 0; from < len(text); {
		to := from + 1
		for to < len(text) && scripts[to] == scripts[from] && levels[to] == levels[from] {
			to++
		}
		chain := chainFor(scripts[from], lang)
		for _, r := range p.splitByFace(span{from, to}, chain) {
			r.level, r.script = levels[from], scripts[from]
			p.runs = append(p.runs, r)
		}
		from = to
	}
}

// resolveScripts gives each rune a script: what belongs to no script takes
// that of what stands before it, or at the start of what follows (UAX 24).
func resolveScripts(text []rune) []language.Script {
	scripts := make([]language.Script, len(text))
	current := language.Common
	for i, r := range text {
		s := language.LookupScript(r)
		if s == language.Common || s == language.Inherited {
			scripts[i] = current
			continue
		}
		if current == language.Common {
			for j := range i {
				scripts[j] = s
			}
		}
		scripts[i], current = s, s
	}
	return scripts
}

// splitByFace cuts a stretch of one script where the face changes, between
// clusters only.
func (p *Paragraph) splitByFace(in span, chain chainKey) []run {
	var runs []run
	var last *Face
	lead := p.leadFace(in, chain)
	for from := in.from; from < in.to; {
		to := from + 1
		for to < in.to && p.breaks[to] == noBreak {
			to++
		}
		cluster := p.src.runes[from:to]
		prefer := last
		if len(runs) == 0 {
			prefer = lead
		}
		face := prefer
		if prefer == nil || !keepsFace(cluster, prefer) {
			face = p.fonts.faceFor(chain, cluster)
		}
		if n := len(runs); n > 0 && runs[n-1].face == face {
			runs[n-1].to = to
		} else {
			runs = append(runs, run{span: span{from, to}, face: face})
		}
		last, from = face, to
	}
	return runs
}

// leadFace gives the face of the first letter of a stretch, for the quotation
// marks and spaces before it.
func (p *Paragraph) leadFace(in span, chain chainKey) *Face {
	for i := in.from; i < in.to; i++ {
		if s := language.LookupScript(p.src.runes[i]); s != language.Common && s != language.Inherited {
			return p.fonts.faceFor(chain, p.src.runes[i:i+1])
		}
	}
	return nil
}

// keepsFace reports whether a cluster of punctuation or space stays in the
// face of its neighbour: commas of two designs in one line look wrong.
func keepsFace(cluster []rune, face *Face) bool {
	r := cluster[0]
	if s := language.LookupScript(r); s != language.Common && s != language.Inherited {
		return false
	}
	return (r < '0' || r > '9') && hasAll(face, cluster)
}

// tightScripts are those whose letters join or hang from one line, and are
// not pulled apart by letter spacing (CSS Text 3, section 8.2.1 for the
// cursive ones).
var tightScripts = []language.Script{
	language.Arabic, language.Syriac, language.Mongolian, language.Nko, language.Mandaic, language.Phags_Pa, language.Adlam,
	language.Devanagari, language.Bengali, language.Gurmukhi, language.Tibetan,
}

// ligaturesOff keeps letter spacing from being swallowed by ligatures.
var ligaturesOff = []shaping.FontFeature{
	{Tag: opentype.MustNewTag("liga"), Value: 0},
	{Tag: opentype.MustNewTag("clig"), Value: 0},
}

// shape fills in the glyphs of a run and adds its advances to p.along.
// The caller holds the lock of the fonts.
func (p *Paragraph) shape(r *run) {
	if r.face == nil {
		p.blank(r)
		return
	}
	var bounds shaping.Bounds
	r.glyphs, bounds = p.glyphsOf(r, r.span)
	p.ascent = max(p.ascent, min(ems(bounds.Ascent), maxReach))
	p.descent = max(p.descent, min(-ems(bounds.Descent), maxReach))
	for i := 0; i < len(r.glyphs); {
		cluster, width := r.glyphs[i].cluster, float32(0)
		for ; i < len(r.glyphs) && r.glyphs[i].cluster == cluster; i++ {
			width += r.glyphs[i].advance
		}
		p.along[cluster.from+1] += width
	}
	for i := r.from; i < r.to; i++ {
		p.along[i+1] += p.extra(r, i)
	}
}

// extra is the space added after a rune, in ems.
func (p *Paragraph) extra(r *run, i int) float32 {
	var extra float32
	c := p.src.runes[i]
	space := c == ' ' || c == 0x00A0
	if space {
		extra += p.spacing.Word
	}
	// Letters are spaced between clusters: marks stay on their letter.
	if p.breaks[i] != noBreak || i == 0 {
		if space || !slices.Contains(tightScripts, r.script) {
			extra += p.spacing.Letter
		}
	}
	return extra
}

// blankAdvance is the width left for a letter whose font is being looked for.
const blankAdvance = 0.5

func (p *Paragraph) blank(r *run) {
	for i := r.from; i < r.to; i++ {
		if p.breaks[i] != noBreak || i == 0 {
			p.along[i+1] += blankAdvance
		}
	}
}

// glyphsOf shapes a stretch of a run, without spacing. The text around it is
// given to the shaper too: letters join across cuts.
// The caller holds the lock of the fonts.
func (p *Paragraph) glyphsOf(r *run, in span) ([]glyph, shaping.Bounds) {
	input := shaping.Input{
		Text: p.src.runes, RunStart: in.from, RunEnd: in.to,
		Direction: di.DirectionLTR, Face: r.face.face, Size: fixed.I(unitsPerEm),
		Script: r.script, Language: p.lang,
	}
	if r.level%2 == 1 {
		input.Direction = di.DirectionRTL
	}
	if p.spacing.Letter != 0 && !slices.Contains(tightScripts, r.script) {
		input.FontFeatures = ligaturesOff
	}
	out := p.fonts.shaper.Shape(input)
	glyphs := make([]glyph, len(out.Glyphs))
	for i, g := range out.Glyphs {
		glyphs[i] = glyph{
			id:      uint32(g.GlyphID),
			cluster: span{g.ClusterIndex, g.ClusterIndex + g.RuneCount},
			advance: ems(g.XAdvance), dx: ems(g.XOffset), dy: ems(g.YOffset),
			unsafe: g.Mask&harfbuzz.GlyphUnsafeToBreak != 0,
		}
	}
	return glyphs, out.GlyphBounds
}

// maxReach bounds how far a pile of marks can push the lines apart, in ems.
const maxReach = 1.6

func ems(v fixed.Int26_6) float32 { return float32(v) / (64 * unitsPerEm) }

// Pending reports whether fonts were still being looked for.
func (p *Paragraph) Pending() bool { return p.pending }
