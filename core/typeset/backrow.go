package typeset

import (
	"github.com/go-text/typesetting/language"
	bcp "golang.org/x/text/language"
)

// acuity is how many times the height of the smallest thing that can be read
// goes into the distance from which it is read (AVIXA V202.01, DISCAS, basic
// decision making).
const acuity = 200

// LeastXHeight gives the x-height that the last row needs to read a picture,
// as a share of the picture's height. heights is how many heights of the
// picture the last row sits away: 6 where reading text is shown, by the 4/6/8
// rule, for which it is 0.03.
func LeastXHeight(heights float64) float64 { return max(heights, 0) / acuity }

// plainLetters are letters that stand on the line and rise neither above nor
// hang below the others, as x does: what is measured where a script has no
// x-height. A script that is not here is set in the size of Latin.
var plainLetters = map[language.Script]rune{
	language.Latin: 'x', language.Greek: 'ν', language.Cyrillic: 'х', language.Armenian: 'ո', language.Georgian: 'ი',
	language.Arabic: 'د', language.Hebrew: 'ה',
	language.Devanagari: 'क', language.Bengali: 'ক', language.Gurmukhi: 'ਕ', language.Gujarati: 'પ', language.Oriya: 'ଟ',
	language.Tamil: 'ப', language.Telugu: 'ప', language.Kannada: 'ಪ', language.Malayalam: 'പ', language.Sinhala: 'ප',
	language.Thai: 'ก', language.Lao: 'ກ', language.Khmer: 'ក', language.Myanmar: 'က', language.Ethiopic: 'በ', language.Tibetan: 'ཀ',
	language.Han: '口', language.Hiragana: 'い', language.Hangul: '가',
}

// LetterSize gives the size at which a text in a language has an x-height of
// at least xHeight, in the same pixels: that of the language's own script,
// and of Latin, in which its numbers and foreign names are written.
//
// pending is true while the font of the script is being looked for: the size
// is then that of Latin, to be asked for again after OnLoad.
func (f *Fonts) LetterSize(lang string, xHeight float32) (size float32, pending bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	size = xHeight / f.primary.heightOf('x')
	script := scriptOf(lang)
	letter, known := plainLetters[script]
	if !known {
		return size, false
	}
	face := f.faceFor(chainFor(script, lang), []rune{letter})
	if face == nil {
		return size, true
	}
	return max(size, xHeight/face.heightOf(letter)), false
}

// usualXHeight is the x-height, in ems, of a face that does not tell.
const usualXHeight = 0.5

// heightOf gives how far a letter reaches above the line, in ems. The caller
// holds the lock of the fonts.
func (f *Face) heightOf(letter rune) float32 {
	id, ok := f.face.NominalGlyph(letter)
	if !ok || f.face.Upem() == 0 {
		return usualXHeight
	}
	extents, ok := f.face.GlyphExtents(id)
	if !ok || extents.YBearing <= 0 {
		return usualXHeight
	}
	return extents.YBearing / float32(f.face.Upem())
}

// scriptOf gives the script in which a language is written most.
func scriptOf(lang string) language.Script {
	tag, err := bcp.Parse(lang)
	if err != nil {
		return language.Latin
	}
	likely, _ := tag.Script()
	switch likely.String() {
	case "Hans", "Hant", "Hani":
		return language.Han
	case "Jpan":
		return language.Hiragana
	case "Kore":
		return language.Hangul
	}
	script, err := language.ParseScript(likely.String())
	if err != nil {
		return language.Latin
	}
	return script
}
