package document

import (
	"strings"
)

// slideParagraph is one paragraph of a shape.
type slideParagraph struct {
	text   string
	level  int    // from 1
	marker string // "" where it is no list item
}

// paragraphsOf reads the paragraphs of a text body, without bullets.
func paragraphsOf(body *node) []slideParagraph {
	var paras []slideParagraph
	if body == nil {
		return nil
	}
	for _, k := range body.kids {
		if k.name != "a:p" {
			continue
		}
		if text := slideText(k); strings.TrimSpace(text) != "" {
			paras = append(paras, slideParagraph{text: text, level: min(max(atoi(k.kid("a:pPr").get("lvl")), 0), 8) + 1})
		}
	}
	return paras
}

// markParagraphs reads the paragraphs of a text body with their bullets and
// numbers; inherited says which levels have a bullet unless a paragraph says
// otherwise.
func markParagraphs(body *node, inherited bullets) []slideParagraph {
	var paras []slideParagraph
	if body == nil {
		return nil
	}
	var counts [9]int
	for _, k := range body.kids {
		if k.name != "a:p" {
			continue
		}
		text := slideText(k)
		if strings.TrimSpace(text) == "" {
			continue
		}
		props := k.kid("a:pPr")
		level := min(max(atoi(props.get("lvl")), 0), 8)
		p := slideParagraph{text: text, level: level + 1}
		auto := props.kid("a:buAutoNum")
		switch {
		case props.kid("a:buNone") != nil:
		case auto != nil:
			if start := atoi(auto.get("startAt")); start > 0 && counts[level] == 0 {
				counts[level] = start - 1
			}
			counts[level]++
			p.marker = autoNumber(auto.get("type"), counts[level])
		case props.kid("a:buChar") != nil:
			p.marker = plainBullet(props.kid("a:buChar").get("char"))
		case props.kid("a:buBlip") != nil || inherited[level] > 0:
			p.marker = "•"
		}
		if auto == nil {
			counts[level] = 0
		}
		clear(counts[level+1:])
		paras = append(paras, p)
	}
	return paras
}

// autoNumber writes a number as DrawingML's ST_TextAutonumberScheme
// (ECMA-376 part 1, 20.1.10.61) says: a kind of number and its punctuation.
func autoNumber(scheme string, n int) string {
	format := "decimal"
	switch {
	case strings.HasPrefix(scheme, "alphaLc"):
		format = "lowerLetter"
	case strings.HasPrefix(scheme, "alphaUc"):
		format = "upperLetter"
	case strings.HasPrefix(scheme, "romanLc"):
		format = "lowerRoman"
	case strings.HasPrefix(scheme, "romanUc"):
		format = "upperRoman"
	case strings.HasPrefix(scheme, "arabic1"), strings.HasPrefix(scheme, "arabic2"):
		format = "arabicAlpha"
	case strings.HasPrefix(scheme, "hindiNum"):
		format = "hindiNumbers"
	case strings.HasPrefix(scheme, "hindiAlpha"):
		format = "hindiConsonants"
	}
	s := formatNumber(format, n)
	switch {
	case strings.HasSuffix(scheme, "ParenBoth"):
		return "(" + s + ")"
	case strings.HasSuffix(scheme, "ParenR"):
		return s + ")"
	case strings.HasSuffix(scheme, "Period"):
		return s + "."
	case strings.HasSuffix(scheme, "Minus"):
		return s + "-"
	}
	return s
}

// slideText gives the text of a:p without its slide numbers and dates.
func slideText(p *node) string {
	var b strings.Builder
	for _, k := range p.kids {
		switch k.name {
		case "a:r":
			text := k.kid("a:t").plain()
			switch base := atoi(k.kid("a:rPr").get("baseline")); {
			case base > 0 && isNoteMark(text, b.String()):
			case base > 0:
				b.WriteString(raise(text))
			case base < 0:
				b.WriteString(lower(text))
			default:
				b.WriteString(text)
			}
		case "a:br":
			b.WriteByte('\n')
		case "a:fld":
			kind := strings.ToLower(k.get("type"))
			if kind != "slidenum" && !strings.HasPrefix(kind, "datetime") {
				b.WriteString(k.kid("a:t").plain())
			}
		case "mc:AlternateContent":
			b.WriteString(formulaLine(k.find("m:oMath")))
		}
	}
	return b.String()
}
