package document

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// A fraction whose parts run together is another number: 3/4 must not be read
// as 34.
func TestFormulasAreReadAsWhatTheyMean(t *testing.T) {
	const (
		word = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>
<w:p><w:r><w:t xml:space="preserve">The fraction </w:t></w:r><m:oMath>FORMULA</m:oMath><w:r><w:t xml:space="preserve"> is part of the lesson about numbers.</w:t></w:r></w:p></w:body></w:document>`
		run = `<m:r><m:t>`
		end = `</m:t></m:r>`
	)
	for _, c := range []struct{ name, formula, want string }{
		{"a fraction", `<m:f><m:num>` + run + `3` + end + `</m:num><m:den>` + run + `4` + end + `</m:den></m:f>`, "3/4"},
		{"a mixed number", run + `2` + end + `<m:f><m:num>` + run + `1` + end + `</m:num><m:den>` + run + `2` + end + `</m:den></m:f>`, "2 1/2"},
		{"a power", `<m:sSup><m:e>` + run + `x` + end + `</m:e><m:sup>` + run + `2` + end + `</m:sup></m:sSup>`, "x²"},
		{"an index", `<m:sSub><m:e>` + run + `CO` + end + `</m:e><m:sub>` + run + `2` + end + `</m:sub></m:sSub>`, "CO₂"},
		{"a root of a sum", `<m:rad><m:deg/><m:e>` + run + `a+b` + end + `</m:e></m:rad>`, "√(a + b)"},
		{"a sum over a number", `<m:f><m:fPr/><m:num>` + run + `a+b` + end + `</m:num><m:den>` + run + `2` + end + `</m:den></m:f>`, "(a + b)/2"},
		{"brackets", `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>` + run + `1` + end + `</m:e></m:d>`, "[1]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := docxOf(t, strings.Replace(word, "FORMULA", c.formula, 1))
			doc, err := Read(t.Context(), file, 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			if want := "The fraction " + c.want + " is part of the lesson about numbers."; doc.Blocks[0].Text != want {
				t.Errorf("%q", doc.Blocks[0].Text)
			}
		})
	}
}

// docxOf writes a Word file with nothing but a body.
func docxOf(t *testing.T, body string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels":         `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   body,
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return write(t, "formula.docx", b.Bytes())
}

func TestFormulasOfWebPagesAndMarkdownAreReadAsWhatTheyMean(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"MathML", "a.html", "<p>Take <math><mfrac> <mn>3</mn> <mn>4</mn> </mfrac><mo>=</mo><msqrt><msup><mi>x</mi><mn>2</mn></msup></msqrt></math> of the whole cake for the party.</p>", "Take 3/4 = √x² of the whole cake for the party."},
		{"TeX", "a.md", `Take $\frac{3}{4} \times 2^{10}$ of the cake, that costs $5 or $6 at most, or \(\sqrt{a+b}\) of it.`, "Take 3/4 × 2¹⁰ of the cake, that costs $5 or $6 at most, or √(a + b) of it."},
		{"chemistry", "b.md", `Plants take in $\mathrm{CO_2}$ and $6\,\text{H}_2\text{O}$ by day.`, "Plants take in CO₂ and 6 H₂O by day."},
		{"hostile", "c.md", `Much text and no end $` + strings.Repeat(`\frac{`, 90) + `x$ of it all.`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _ := readAs(t, c.file, c.text)
			if c.want != "" && doc.Blocks[0].Text != c.want {
				t.Errorf("%q", doc.Blocks[0].Text)
			}
		})
	}
}

func TestAFormulaThatIsNoTextIsReadToItsEnd(t *testing.T) {
	for _, text := range []string{"$x\xff$", `\(\` + "\xff" + `\)`, "$a^\xe2\x82$", "$\\frac{1}{$", "$$\\sqrt[$$", "$" + strings.Repeat("{", 200) + "$"} {
		readTeX(text) // it must come back
	}
}
