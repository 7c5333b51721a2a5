package document

import "strings"

// rtfStyle is one style of the style sheet.
type rtfStyle struct {
	name    string // lower case
	outline int    // 1 to 9; 0: not said; 10: body text
	based   int
	other   bool // a style of characters, tables or sections
}

const maxRTFStyles = 5000

// styleWord takes a control word in the style sheet.
func (r *rtf) styleWord(t rtfToken) bool {
	switch t.word {
	case "s":
		r.styleAt = t.number
	case "cs", "ds", "ts":
		r.style.other = true
	case "sbasedon":
		r.style.based = t.number
	case "outlinelevel":
		r.style.outline = outlineOf(t.number)
	default:
		return false
	}
	return true
}

// styleName takes a style's name, which a semicolon ends.
func (r *rtf) styleName(text string) {
	for {
		name, rest, ended := strings.Cut(text, ";")
		if len(r.style.name) < maxRTFSmall {
			r.style.name += name
		}
		if !ended {
			return
		}
		if r.style.name = strings.ToLower(tidy(r.style.name)); !r.style.other && len(r.styles) < maxRTFStyles {
			r.styles[r.styleAt] = r.style
		}
		r.style, r.styleAt = rtfStyle{based: -1}, 0
		text = rest
	}
}

// outlineOf gives the number of \outlinelevel as 1 to 9; body text is 10.
func outlineOf(number int) int {
	if number >= 0 && number <= 8 {
		return number + 1
	}
	return 10
}

// roleOf tells what a style makes of a paragraph and, of a heading, its level.
func (r *rtf) roleOf(style int) (role, int) {
	for range 20 { // styles may be based on each other in a circle
		s, ok := r.styles[style]
		if !ok {
			break
		}
		if found, level := s.role(); found != bodyRole {
			return found, level
		}
		style = s.based
	}
	return bodyRole, 0
}

// role tells what one style says. Programs name the built-in styles in
// English.
func (s rtfStyle) role() (role, int) {
	switch name := s.name; {
	case name == "title":
		return titleRole, 1
	case strings.HasPrefix(name, "toc ") || strings.HasPrefix(name, "contents ") || strings.HasPrefix(name, "index ") ||
		strings.HasPrefix(name, "footnote") || strings.HasPrefix(name, "endnote") ||
		name == "header" || name == "footer" || name == "author" || name == "date" || name == "toc heading":
		return skippedRole, 0
	case name == "caption" || strings.HasSuffix(name, " caption"):
		return captionRole, 0
	case s.outline >= 1 && s.outline <= 9:
		return headingRole, s.outline
	case strings.HasPrefix(name, "heading "):
		if level := atoi(strings.TrimPrefix(name, "heading ")); level >= 1 && level <= 9 {
			return headingRole, level
		}
	}
	return bodyRole, 0
}
