package document

import (
	"strings"
)

// odfStyles are the styles of an OpenDocument file.
type odfStyles struct {
	styles map[string]*odfStyle
	lists  map[string][]listLevel // by list style, levels from 0
}

// odfStyle is one paragraph, text or drawing-page style.
type odfStyle struct {
	name     string // as it is shown, in lower case
	parent   string
	outline  int
	bold     int8 // 1 yes, -1 no, 0 not said
	hidden   bool
	before   bool // a page break stands before
	after    bool
	position int  // above 0 raised, below 0 lowered
	unseen   bool // of a slide: hidden
}

func newODFStyles() odfStyles {
	return odfStyles{map[string]*odfStyle{}, map[string][]listLevel{}}
}

func (s odfStyles) read(n *node) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		s.one(k)
	}
}

// one reads one style. Automatic styles of the text, which come later, take
// the place of others of the same name.
func (s odfStyles) one(k *node) {
	switch k.name {
	case "style:style":
		family := k.get("style:family")
		if family != "paragraph" && family != "text" && family != "drawing-page" {
			return
		}
		text := k.kid("style:text-properties")
		para := k.kid("style:paragraph-properties")
		style := &odfStyle{
			name:    strings.ToLower(k.get("style:display-name")),
			parent:  k.get("style:parent-style-name"),
			outline: atoi(k.get("style:default-outline-level")),
			hidden:  text.get("text:display") == "none",
			before:  para.get("fo:break-before") == "page",
			after:   para.get("fo:break-after") == "page",
			unseen:  k.kid("style:drawing-page-properties").get("presentation:visibility") == "hidden",
		}
		if style.name == "" {
			style.name = strings.ToLower(strings.ReplaceAll(k.get("style:name"), "_20_", " "))
		}
		if k.get("style:master-page-name") != "" {
			style.before = true
		}
		switch weight := text.get("fo:font-weight"); {
		case weight == "bold" || weight == "600" || weight == "700" || weight == "800" || weight == "900":
			style.bold = 1
		case weight != "":
			style.bold = -1
		}
		switch pos := text.get("style:text-position"); {
		case strings.HasPrefix(pos, "super"):
			style.position = 1
		case strings.HasPrefix(pos, "sub"), strings.HasPrefix(pos, "-"):
			style.position = -1
		case pos != "" && atoi(strings.TrimSuffix(strings.Fields(pos)[0], "%")) > 0:
			style.position = 1
		}
		s.styles[styleKey(family, k.get("style:name"))] = style
	case "text:list-style", "text:outline-style":
		s.lists[k.get("style:name")] = odfLevels(k)
	}
}

// styleKey tells styles of text from those of paragraphs, which may have the
// same names.
func styleKey(family, name string) string {
	if family == "paragraph" {
		return name
	}
	return family + "/" + name
}

// chain calls f with a style and its parents until f says stop. Programs use
// common styles without defining them: those have their name only.
func (s odfStyles) chain(name string, f func(*odfStyle) (stop bool)) {
	for range 20 { // styles may name each other in a circle
		style := s.styles[name]
		if style == nil && name != "" {
			style = &odfStyle{name: strings.ToLower(strings.ReplaceAll(name, "_20_", " "))}
		}
		if style == nil || f(style) || style.parent == "" {
			return
		}
		name = style.parent
	}
}

// roleOf tells what a paragraph is by its style.
func (s odfStyles) roleOf(name string) (r role, level int) {
	s.chain(name, func(style *odfStyle) bool {
		switch n := style.name; {
		case n == "title":
			r = titleRole
		case n == "caption" || n == "figure" || n == "illustration" || n == "drawing" ||
			strings.HasSuffix(n, " caption") || strings.HasSuffix(n, "caption") && len(n) < 20:
			r = captionRole
		case n == "footnote" || n == "endnote" || n == "author" || n == "date" || n == "header" || n == "footer" ||
			strings.HasPrefix(n, "contents ") || strings.HasPrefix(n, "index "):
			r = skippedRole
		case style.outline > 0:
			r, level = headingRole, style.outline
		case strings.HasPrefix(n, "heading ") && atoi(n[len("heading "):]) > 0:
			r, level = headingRole, atoi(n[len("heading "):])
		}
		return r != bodyRole
	})
	return r, level
}

func (s odfStyles) hidden(name string) (yes bool) {
	s.chain(name, func(style *odfStyle) bool {
		yes = style.hidden
		return yes
	})
	return yes
}

func (s odfStyles) bold(name string) (yes bool) {
	s.chain(name, func(style *odfStyle) bool {
		yes = style.bold > 0
		return style.bold != 0
	})
	return yes
}

func (s odfStyles) position(name string) (pos int) {
	s.chain(name, func(style *odfStyle) bool {
		pos = style.position
		return pos != 0
	})
	return pos
}

// breaksBefore and breaksAfter look at the style itself and its parents.
func (s odfStyles) breaksBefore(name string) (yes bool) {
	s.chain(name, func(style *odfStyle) bool {
		yes = style.before
		return yes
	})
	return yes
}

func (s odfStyles) breaksAfter(name string) (yes bool) {
	s.chain(name, func(style *odfStyle) bool {
		yes = style.after
		return yes
	})
	return yes
}

// odfLevels reads the levels of a list style as those of Word are kept.
func odfLevels(n *node) []listLevel {
	levels := make([]listLevel, maxListLevels)
	for _, k := range n.kids {
		i := atoi(k.get("text:level")) - 1
		if i < 0 || i >= maxListLevels {
			continue
		}
		switch k.name {
		case "text:list-level-style-bullet", "text:list-level-style-image":
			levels[i] = listLevel{format: "bullet", text: k.get("text:bullet-char")}
		case "text:list-level-style-number", "text:outline-level-style":
			l := listLevel{format: odfNumberFormat(k.get("style:num-format")), start: 1}
			if start := atoi(k.get("text:start-value")); start > 0 {
				l.start = start
			}
			l.text = k.get("style:num-prefix") + "%1" + k.get("style:num-suffix")
			if k.get("loext:num-list-format") != "" {
				l.text = loneNumber(k.get("loext:num-list-format"), i+1)
			}
			levels[i] = l
		}
	}
	return levels
}

// loneNumber turns LibreOffice's "(%2%)" for level 2 into "(%1)"; formats
// that show outer levels as well keep this level only.
func loneNumber(format string, level int) string {
	own := "%" + string(rune('0'+level)) + "%"
	before, after, ok := strings.Cut(format, own)
	if !ok {
		return "%1."
	}
	if i := strings.LastIndexByte(before, '%'); i >= 0 {
		before = ""
	}
	return before + "%1" + after
}

// odfNumberFormat gives OOXML's name of style:num-format.
func odfNumberFormat(f string) string {
	switch f {
	case "a":
		return "lowerLetter"
	case "A":
		return "upperLetter"
	case "i":
		return "lowerRoman"
	case "I":
		return "upperRoman"
	case "":
		return "none"
	case "أ, ب, ت, ...", "أ, ب, ت, …":
		return "arabicAlpha"
	case "أ, ب, ج, ...", "أ, ب, ج, …":
		return "arabicAbjad"
	case "क, ख, ग, ...", "क, ख, ग, …":
		return "hindiConsonants"
	case "१, २, ३, ...", "१, २, ३, …":
		return "hindiNumbers"
	}
	return "decimal"
}

// marker gives the marker of the item that a list has counted last.
func (s odfStyles) marker(list *odfList, level int) string {
	levels := s.lists[list.style]
	if levels == nil {
		return "•"
	}
	l := levels[level-1]
	switch l.format {
	case "bullet":
		return plainBullet(l.text)
	case "", "none":
		return ""
	}
	return strings.Replace(l.text, "%1", formatNumber(l.format, list.counts[level]-1+l.start), 1)
}
