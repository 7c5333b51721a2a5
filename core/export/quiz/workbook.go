package quiz

import (
	"fmt"
	"io"
	"time"

	"edusmart/core/export/content"
	"edusmart/core/lazyregexp"
)

var workbookEscape = lazyregexp.New(`_(x[0-9A-Fa-f]{4}_)`)

const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainXML   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relsXML   = "http://schemas.openxmlformats.org/package/2006/relationships"
	officeXML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	sheetXML  = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// write writes the workbook (ECMA-376, part 1, chapter 18).
func (s *sheet) write(w io.Writer, at time.Time) error {
	a := content.NewArchive(w, at)
	a.Add("[Content_Types].xml", xmlHead+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`+
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
		`<Default Extension="xml" ContentType="application/xml"/>`+
		`<Override PartName="/xl/workbook.xml" ContentType="`+sheetXML+`sheet.main+xml"/>`+
		`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="`+sheetXML+`worksheet+xml"/>`+
		`<Override PartName="/xl/styles.xml" ContentType="`+sheetXML+`styles+xml"/>`+
		`<Override PartName="/xl/sharedStrings.xml" ContentType="`+sheetXML+`sharedStrings+xml"/></Types>`)
	a.Add("_rels/.rels", relations("officeDocument", "xl/workbook.xml"))
	a.Add("xl/workbook.xml", xmlHead+`<workbook xmlns="`+mainXML+`" xmlns:r="`+officeXML+`"><sheets><sheet name="Kahoot" sheetId="1" r:id="rId1"/></sheets></workbook>`)
	a.Add("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml", "sharedStrings", "sharedStrings.xml"))
	a.Add("xl/styles.xml", xmlHead+`<styleSheet xmlns="`+mainXML+`"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>`+
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>`+
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`+
		`<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`+
		`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`)
	a.Add("xl/sharedStrings.xml", xmlHead+fmt.Sprintf(`<sst xmlns="%s" count="%d" uniqueCount="%d">`, mainXML, s.used, len(s.index))+s.strings.String()+`</sst>`)
	a.Add("xl/worksheets/sheet1.xml", xmlHead+`<worksheet xmlns="`+mainXML+`"><cols><col min="1" max="1" width="5" customWidth="1"/><col min="2" max="2" width="60" customWidth="1"/>`+
		`<col min="3" max="6" width="30" customWidth="1"/><col min="7" max="8" width="16" customWidth="1"/></cols><sheetData>`+s.rows.String()+`</sheetData></worksheet>`)
	return a.Close()
}

// relations gives a part that names others: kind and place, in turn.
func relations(kindAndTarget ...string) string {
	text := xmlHead + `<Relationships xmlns="` + relsXML + `">`
	for i := 0; i < len(kindAndTarget); i += 2 {
		text += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>`, i/2+1, officeXML, kindAndTarget[i], kindAndTarget[i+1])
	}
	return text + `</Relationships>`
}
