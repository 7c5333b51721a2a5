package pdf

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

// number writes a number with at most three decimals.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', 3, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// text writes a text string in UTF-16 (7.9.2.2), which needs no escapes.
func text(s string) string { return "<FEFF" + utf16Hex(s) + ">" }

func utf16Hex(s string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String()
}

func date(t time.Time) string { return "(" + t.UTC().Format("D:20060102150405Z") + ")" }

// languageTag gives lang where it looks like a language tag (RFC 5646), and
// nothing otherwise.
func languageTag(lang string) string {
	if len(lang) > 35 {
		return ""
	}
	for i, sub := range strings.Split(lang, "-") {
		for _, r := range sub {
			if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || i > 0 && r >= '0' && r <= '9') {
				return ""
			}
		}
		if len(sub) < 1 || len(sub) > 8 || i == 0 && len(sub) < 2 {
			return ""
		}
	}
	if lang == "und" {
		return ""
	}
	return lang
}

// metadata writes what Info says in XMP, where PDF/UA looks for it. It claims
// no conformance, which is for an evaluation to find.
func (f *File) metadata() ref {
	modified := f.info.Modified.UTC().Format("2006-01-02T15:04:05Z")
	language := ""
	if lang := languageTag(f.info.Language); lang != "" {
		language = "<dc:language><rdf:Bag><rdf:li>" + lang + "</rdf:li></rdf:Bag></dc:language>"
	}
	body := fmt.Sprintf(`<?xpacket begin="`+"\ufeff"+`" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>%s
<xmp:CreatorTool>%s</xmp:CreatorTool><pdf:Producer>%s</pdf:Producer><xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`, escaped(f.info.Title), language, escaped(f.info.Creator), escaped(f.info.Creator), modified, modified)
	r := f.reserve()
	f.stream(r, "/Type/Metadata/Subtype/XML", []byte(body), false)
	return r
}

// escaped writes a text for XML; what XML cannot hold becomes U+FFFD.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes everything
	return b.String()
}
