package slides

import "fmt"

// The look of the slides: the page's own colours (LOOK.md).
const theme = head + `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="EduSmart"><a:themeElements>` +
	`<a:clrScheme name="EduSmart"><a:dk1><a:srgbClr val="1B1916"/></a:dk1><a:lt1><a:srgbClr val="FFFDF7"/></a:lt1><a:dk2><a:srgbClr val="544E44"/></a:dk2><a:lt2><a:srgbClr val="EBE7DF"/></a:lt2>` +
	`<a:accent1><a:srgbClr val="1F4B82"/></a:accent1><a:accent2><a:srgbClr val="266648"/></a:accent2><a:accent3><a:srgbClr val="7F4B00"/></a:accent3><a:accent4><a:srgbClr val="A8281D"/></a:accent4>` +
	`<a:accent5><a:srgbClr val="8C8475"/></a:accent5><a:accent6><a:srgbClr val="DDE8F6"/></a:accent6><a:hlink><a:srgbClr val="1F4B82"/></a:hlink><a:folHlink><a:srgbClr val="544E44"/></a:folHlink></a:clrScheme>` +
	`<a:fontScheme name="EduSmart"><a:majorFont><a:latin typeface="Noto Sans"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Noto Sans"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>` +
	`<a:fmtScheme name="EduSmart"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst>` +
	`<a:lnStyleLst><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst>` +
	`<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst>` +
	`<a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`

const (
	ground    = `<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`
	colourMap = `<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`
)

// holder is a place for a text on a master or a layout.
func holder(id int, name, kind string, index int, at place) string {
	number := ""
	if index > 0 {
		number = fmt.Sprintf(` idx="%d"`, index)
	}
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="%s"%s/></p:nvPr></p:nvSpPr>`+
		`<p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="en"/><a:t>%[2]s</a:t></a:r></a:p></p:txBody></p:sp>`,
		id, name, kind, number, at.frame())
}

// level is how a master sets a text.
func level(name string, size int) string {
	return fmt.Sprintf(`<p:%sStyle><a:lvl1pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="110000"/></a:lnSpc><a:buNone/>`+
		`<a:defRPr sz="%d" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr></p:%[1]sStyle>`, name, size)
}

// addMasters writes the masters, the two layouts and the themes.
func (d *deck) addMasters() {
	a := d.archive
	title, body := place{textMargin, 44, slideWidth - 2*textMargin, 62}, place{textMargin, 116, slideWidth - 2*textMargin, slideHeight - 146}
	a.Add("ppt/theme/theme1.xml", theme)
	a.Add("ppt/theme/theme2.xml", theme)
	a.Add("ppt/slideMasters/slideMaster1.xml", head+`<p:sldMaster `+spaces+`><p:cSld>`+ground+`<p:spTree>`+group+holder(2, "Title", "title", 0, title)+holder(3, "Text", "body", 1, body)+
		`</p:spTree></p:cSld>`+colourMap+`<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst>`+
		`<p:txStyles>`+level("title", 2600)+level("body", 2800)+level("other", 1800)+`</p:txStyles></p:sldMaster>`)
	a.Add("ppt/slideMasters/_rels/slideMaster1.xml.rels", relations([]relation{{"slideLayout", "../slideLayouts/slideLayout1.xml"}, {"slideLayout", "../slideLayouts/slideLayout2.xml"}, {"theme", "../theme/theme1.xml"}}))
	layout := func(n int, kind, name, holders string) {
		a.Add(fmt.Sprintf("ppt/slideLayouts/slideLayout%d.xml", n), head+`<p:sldLayout `+spaces+` type="`+kind+`" preserve="1"><p:cSld name="`+name+`"><p:spTree>`+group+holders+
			`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`)
		a.Add(fmt.Sprintf("ppt/slideLayouts/_rels/slideLayout%d.xml.rels", n), relations([]relation{{"slideMaster", "../slideMasters/slideMaster1.xml"}}))
	}
	layout(1, "title", "Title", holder(2, "Title", "ctrTitle", 0, place{72, 150, 816, 150})+holder(3, "Subtitle", "subTitle", 1, place{72, 312, 816, 60}))
	layout(2, "tx", "Title and text", holder(2, "Title", "title", 0, title)+holder(3, "Text", "body", 1, body))
	a.Add("ppt/notesMasters/notesMaster1.xml", head+`<p:notesMaster `+spaces+`><p:cSld>`+ground+`<p:spTree>`+group+
		`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>`+
		place{54, 54, 432, 243}.frame()+`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`+holder(3, "Notes", "body", 1, place{54, 330, 432, 340})+
		`</p:spTree></p:cSld>`+colourMap+`<p:notesStyle><a:lvl1pPr algn="l"><a:defRPr sz="1200"/></a:lvl1pPr></p:notesStyle></p:notesMaster>`)
	a.Add("ppt/notesMasters/_rels/notesMaster1.xml.rels", relations([]relation{{"theme", "../theme/theme2.xml"}}))
}
