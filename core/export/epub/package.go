package epub

import (
	"crypto/sha1" //nolint:gosec // a version 5 UUID is one by definition
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/language"

	"edusmart/core/export/content"
	"edusmart/core/story"
)

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

// modified is when the story was last changed: the same story makes the same
// book, byte by byte.
func modified(s *story.Story) time.Time {
	for _, t := range []time.Time{s.Modified, s.Created} {
		if y := t.UTC().Year(); y >= 1980 && y <= 2100 { // what a zip file can hold
			return t.UTC().Truncate(time.Second)
		}
	}
	return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
}

func titleOf(s *story.Story) string {
	for _, t := range []string{s.Title, s.Source.Name, s.ID} {
		if t = content.OneLine(t); t != "" {
			return t
		}
	}
	return "-"
}

// tagOf gives a language tag that readers accept.
func tagOf(tag string) string {
	if t, err := language.Parse(tag); err == nil && t != language.Und {
		return t.String()
	}
	return "und"
}

// identifier is a name-based UUID (RFC 9562, 5.5) of the story, of its level
// and of the layout: each of them is a book of its own.
func (b *book) identifier() string {
	sum := sha1.Sum([]byte("edusmart story\n" + b.Story.ID + "\n" + b.Story.Level + "\n" + b.layout.name())) //nolint:gosec // as above
	sum[6], sum[8] = sum[6]&0x0f|0x50, sum[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[0:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// opf gives the package document (EPUB 3.3, 5) with the accessibility
// metadata that EPUB Accessibility 1.1 asks for.
func (b *book) opf() string {
	var o strings.Builder
	o.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="` + b.language + `">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">` + b.identifier() + `</dc:identifier>
<dc:title` + attributesOfTitle(b.language) + `>` + content.XML(b.title) + `</dc:title>
<dc:language>` + b.language + `</dc:language>
`)
	if b.also != "" && b.also != b.language {
		o.WriteString(`<dc:language>` + b.also + "</dc:language>\n")
	}
	if source := content.OneLine(b.Story.Source.Name); source != "" {
		o.WriteString(`<dc:source>` + content.XML(source) + "</dc:source>\n")
	}
	o.WriteString(`<meta property="dcterms:modified">` + modified(b.Story).Format("2006-01-02T15:04:05Z") + "</meta>\n")
	o.WriteString(b.layout.metadata())
	b.writeAccessibility(&o)
	var whole time.Duration
	for i := range b.docs {
		whole += b.docs[i].duration()
		fmt.Fprintf(&o, "<meta property=\"media:duration\" refines=\"#%s-overlay\">%s</meta>\n", b.docs[i].file, clock(b.docs[i].duration()))
	}
	fmt.Fprintf(&o, "<meta property=\"media:duration\">%s</meta>\n", clock(whole))
	o.WriteString(`<meta property="media:active-class">` + activeClass + "</meta>\n</metadata>\n")
	b.writeManifest(&o)
	direction := "ltr"
	if content.RightToLeft(b.language) {
		direction = "rtl"
	}
	o.WriteString(`<spine page-progression-direction="` + direction + "\">\n")
	for i := range b.docs {
		fmt.Fprintf(&o, "<itemref idref=\"%s\"/>\n", b.docs[i].file)
	}
	o.WriteString("</spine>\n</package>\n")
	return o.String()
}

// attributesOfTitle says in which direction a title runs.
func attributesOfTitle(language string) string {
	if content.RightToLeft(language) {
		return ` dir="rtl"`
	}
	return ` dir="ltr"`
}

func (b *book) writeAccessibility(o *strings.Builder) {
	put := func(property string, values ...string) {
		for _, v := range values {
			fmt.Fprintf(o, "<meta property=\"schema:%s\">%s</meta>\n", property, v)
		}
	}
	pictures, voices := len(b.pictures) > 0, b.hasVoice()
	put("accessMode", "textual")
	summary := "The text can be read by eye, aloud by a screen reader, or in braille."
	if pictures {
		put("accessMode", "visual")
		put("accessibilityFeature", "alternativeText")
		summary += " Every picture is described in words."
	}
	if voices {
		put("accessMode", "auditory")
		summary += " A voice reads the story, and what it says is highlighted."
	}
	put("accessModeSufficient", "textual")
	if pictures && voices {
		put("accessModeSufficient", "textual,visual,auditory")
	}
	put("accessibilityFeature", "synchronizedAudioText", "readingOrder", "structuralNavigation", "tableOfContents")
	if b.layout.name() == (flowing{}).name() {
		put("accessibilityFeature", "displayTransformability")
	} else {
		summary += " The pages have a fixed layout, so that letters cannot be made larger by themselves."
	}
	put("accessibilityHazard", "noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard")
	o.WriteString(`<meta property="schema:accessibilitySummary" xml:lang="en" dir="ltr">` + summary + "</meta>\n")
}

func (b *book) hasVoice() bool {
	for _, m := range b.media {
		if m.mime == "audio/mpeg" && m.file != silentFile {
			return true
		}
	}
	return false
}

func (b *book) writeManifest(o *strings.Builder) {
	o.WriteString(`<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
`)
	for i := range b.docs {
		fmt.Fprintf(o, "<item id=\"%[1]s\" href=\"%[1]s.xhtml\" media-type=\"application/xhtml+xml\" media-overlay=\"%[1]s-overlay\"/>\n", b.docs[i].file)
		fmt.Fprintf(o, "<item id=\"%[1]s-overlay\" href=\"%[1]s.smil\" media-type=\"application/smil+xml\"/>\n", b.docs[i].file)
	}
	for i, m := range b.media {
		properties := ""
		if m.properties != "" {
			properties = ` properties="` + m.properties + `"`
		}
		fmt.Fprintf(o, "<item id=\"media-%d\" href=\"%s\" media-type=\"%s\"%s/>\n", i+1, m.file, m.mime, properties)
	}
	o.WriteString("</manifest>\n")
}

// nav gives the navigation document (EPUB 3.3, 7).
func (b *book) nav() string {
	var toc strings.Builder
	start := "cover"
	for i := range b.docs {
		d := &b.docs[i]
		if d.kind == "bodymatter" && start == "cover" {
			start = d.file
		}
		if d.nav {
			toc.WriteString(`<li><a href="` + d.file + `.xhtml">` + content.XML(d.title) + "</a></li>\n")
		}
	}
	return b.xhtml(document{title: b.words.Contents, class: "contents", body: `<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">
<h1 id="contents">` + content.XML(b.words.Contents) + `</h1>
<ol>
<li><a href="cover.xhtml">` + content.XML(b.words.Cover) + `</a></li>
` + toc.String() + `</ol>
</nav>
<nav epub:type="landmarks" hidden="hidden" aria-label="` + content.XML(b.title) + `">
<ol>
<li><a epub:type="cover" href="cover.xhtml">` + content.XML(b.words.Cover) + `</a></li>
<li><a epub:type="bodymatter" href="` + start + `.xhtml">` + content.XML(b.title) + `</a></li>
</ol>
</nav>`})
}
