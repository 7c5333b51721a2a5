package slides

import (
	"fmt"
	"strings"
	"time"

	"edusmart/core/export/content"
)

// A presentation is a package of parts (ECMA-376, part 1, chapters 13 and 19).
const (
	head       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	spaces     = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
	office     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	media2007  = "http://schemas.microsoft.com/office/2007/relationships/media"
	contentXML = "application/vnd.openxmlformats-officedocument."
	group      = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`
)

// relation is a part that another one names.
type relation struct{ kind, target string }

func relations(all []relation) string {
	var b strings.Builder
	b.WriteString(head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, r := range all {
		kind := office + r.kind
		switch r.kind {
		case "media":
			kind = media2007
		case "metadata/core-properties":
			kind = "http://schemas.openxmlformats.org/package/2006/relationships/" + r.kind
		}
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s" Target="%s"/>`, i+1, kind, r.target)
	}
	return b.String() + `</Relationships>`
}

// add writes a slide and its notes.
func (d *deck) add(s *slide) {
	d.slides++
	n := d.slides
	timing := ""
	if s.sound > 0 {
		timing = playing(s.sound)
	}
	d.archive.Add(fmt.Sprintf("ppt/slides/slide%d.xml", n), head+`<p:sld `+spaces+`><p:cSld><p:spTree>`+group+strings.Join(s.shapes, "")+
		`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>`+timing+`</p:sld>`)
	layout := "../slideLayouts/slideLayout1.xml"
	if n > 1 {
		layout = "../slideLayouts/slideLayout2.xml"
	}
	parts := append([]relation{{"slideLayout", layout}, {"notesSlide", fmt.Sprintf("../notesSlides/notesSlide%d.xml", n)}}, s.parts...)
	d.archive.Add(fmt.Sprintf("ppt/slides/_rels/slide%d.xml.rels", n), relations(parts))
	d.archive.Add(fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", n), head+`<p:notes `+spaces+`><p:cSld><p:spTree>`+group+
		`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>`+
		`<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>`+
		d.notesText(s.notes)+`</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`)
	d.archive.Add(fmt.Sprintf("ppt/notesSlides/_rels/notesSlide%d.xml.rels", n), relations([]relation{{"notesMaster", "../notesMasters/notesMaster1.xml"}, {"slide", fmt.Sprintf("../slides/slide%d.xml", n)}}))
}

func (d *deck) notesText(notes []string) string {
	var b strings.Builder
	for _, line := range notes {
		fmt.Fprintf(&b, `<a:p><a:r><a:rPr lang="%s"/><a:t>%s</a:t></a:r></a:p>`, content.XML(tagOf(d.language)), content.XML(line))
	}
	if len(notes) == 0 {
		b.WriteString(`<a:p/>`)
	}
	return b.String()
}

// finish writes what holds the slides together.
func (d *deck) finish() {
	a, s := d.archive, d.content.Story
	var types strings.Builder
	types.WriteString(head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`)
	for _, e := range [][2]string{{"rels", "application/vnd.openxmlformats-package.relationships+xml"}, {"xml", "application/xml"}, {"png", "image/png"}, {"jpg", "image/jpeg"}, {"mp3", "audio/mpeg"}} {
		fmt.Fprintf(&types, `<Default Extension="%s" ContentType="%s"/>`, e[0], e[1])
	}
	part := func(name, kind string) {
		fmt.Fprintf(&types, `<Override PartName="/%s" ContentType="%s"/>`, name, kind)
	}
	show := contentXML + "presentationml."
	part("ppt/presentation.xml", show+"presentation.main+xml")
	part("ppt/slideMasters/slideMaster1.xml", show+"slideMaster+xml")
	part("ppt/slideLayouts/slideLayout1.xml", show+"slideLayout+xml")
	part("ppt/slideLayouts/slideLayout2.xml", show+"slideLayout+xml")
	part("ppt/notesMasters/notesMaster1.xml", show+"notesMaster+xml")
	part("ppt/theme/theme1.xml", contentXML+"theme+xml")
	part("ppt/theme/theme2.xml", contentXML+"theme+xml")
	part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	part("docProps/app.xml", contentXML+"extended-properties+xml")
	all := []relation{{"slideMaster", "slideMasters/slideMaster1.xml"}, {"notesMaster", "notesMasters/notesMaster1.xml"}, {"theme", "theme/theme1.xml"}}
	var list strings.Builder
	for i := range d.slides {
		part(fmt.Sprintf("ppt/slides/slide%d.xml", i+1), show+"slide+xml")
		part(fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", i+1), show+"notesSlide+xml")
		all = append(all, relation{"slide", fmt.Sprintf("slides/slide%d.xml", i+1)})
		fmt.Fprintf(&list, `<p:sldId id="%d" r:id="rId%d"/>`, 256+i, len(all))
	}
	a.Add("[Content_Types].xml", types.String()+`</Types>`)
	a.Add("_rels/.rels", relations([]relation{{"officeDocument", "ppt/presentation.xml"}, {"metadata/core-properties", "docProps/core.xml"}, {"extended-properties", "docProps/app.xml"}}))
	a.Add("docProps/app.xml", head+`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>EduSmart</Application></Properties>`)
	made := s.Created.UTC().Format(time.RFC3339)
	a.Add("docProps/core.xml", head+`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`+
		`<dc:title>`+content.XML(content.OneLine(s.Title))+`</dc:title><dc:language>`+content.XML(s.Language)+`</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">`+made+`</dcterms:created></cp:coreProperties>`)
	a.Add("ppt/presentation.xml", head+`<p:presentation `+spaces+` saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>`+
		`<p:sldIdLst>`+list.String()+`</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`)
	a.Add("ppt/_rels/presentation.xml.rels", relations(all))
	d.addMasters()
}
