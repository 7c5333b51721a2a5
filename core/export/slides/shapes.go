package slides

import (
	"fmt"
	"strings"

	"edusmart/core/export/content"
)

// emu gives a length in points in the units of OOXML.
func emu(points float64) int { return int(points * 12_700) }

// frame is where a shape stands.
func (p place) frame() string {
	return fmt.Sprintf(`<a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm>`, emu(p.x), emu(p.y), emu(p.w), emu(p.h))
}

// paragraph is a paragraph of a text shape.
type paragraph struct {
	lead     string // bold, before the text
	text     string
	size     float64 // of the letters, points
	bold     bool
	quiet    bool    // in the second colour of text
	language string  // "": the story's
	after    float64 // points of space below
}

// whole is all that a paragraph says.
func (p paragraph) whole() string {
	if p.lead == "" {
		return p.text
	}
	return p.lead + " – " + p.text
}

func (d *deck) languageOf(p paragraph) string {
	if p.language != "" {
		return p.language
	}
	return d.language
}

// xml writes the paragraph with its language and direction.
func (d *deck) xml(p paragraph) string {
	language := d.languageOf(p)
	side, dir := "l", "0"
	if content.RightToLeft(language) {
		side, dir = "r", "1"
	}
	colour := "tx1"
	if p.quiet {
		colour = "tx2"
	}
	run := func(text string, bold bool) string {
		weight := ""
		if bold {
			weight = ` b="1"`
		}
		return fmt.Sprintf(`<a:r><a:rPr lang="%s" sz="%d"%s dirty="0"><a:solidFill><a:schemeClr val="%s"/></a:solidFill></a:rPr><a:t>%s</a:t></a:r>`,
			content.XML(tagOf(language)), int(p.size*100), weight, colour, content.XML(text))
	}
	runs := run(p.text, p.bold)
	if p.lead != "" {
		runs = run(p.lead, true) + run(" – "+p.text, false)
	}
	return fmt.Sprintf(`<a:p><a:pPr marL="0" indent="0" algn="%s" rtl="%s"><a:lnSpc><a:spcPct val="110000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="%d"/></a:spcAft><a:buNone/></a:pPr>%s</a:p>`,
		side, dir, int(p.after*100), runs)
}

// tagOf is a language as OOXML takes it; English for one that is not known,
// since the attribute must not be empty.
func tagOf(language string) string {
	if language == "" {
		return "en"
	}
	return language
}

// textShape is a text in the place that the layout has for it.
func (d *deck) textShape(id int, name, kind string, box place, anchor string, all []paragraph) string {
	var b strings.Builder
	index := ""
	if kind == "body" || kind == "subTitle" {
		index = ` idx="1"`
	}
	fmt.Fprintf(&b, `<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s %d"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="%s"%s/></p:nvPr></p:nvSpPr>`, id, name, id, kind, index)
	fmt.Fprintf(&b, `<p:spPr>%s</p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="%s"><a:normAutofit/></a:bodyPr><a:lstStyle/>`, box.frame(), anchor)
	for _, p := range all {
		b.WriteString(d.xml(p))
	}
	b.WriteString(`</p:txBody></p:sp>`)
	return b.String()
}

// pictureShape is a picture with what it shows, for those who cannot see it.
func pictureShape(id int, alt, rel string, at cropped) string {
	share := func(v float64) int { return int(v * 100_000) }
	return fmt.Sprintf(`<p:pic><p:nvPicPr><p:cNvPr id="%d" name="Picture %d" descr="%s"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>`+
		`<p:blipFill><a:blip r:embed="%s"/><a:srcRect l="%d" t="%d" r="%d" b="%d"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>`+
		`<p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`,
		id, id, content.XML(alt), rel, share(at.left), share(at.top), share(at.right), share(at.bottom), at.frame())
}
