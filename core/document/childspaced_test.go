package document

import (
	"path/filepath"
	"strings"
	"testing"
)

// In this file every space is printed in another font, before its line.
func TestHindiWordsOfAPDFStandApart(t *testing.T) {
	doc, err := Read(t.Context(), filepath.Join("testdata", "lesson-hi.pdf"), 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, b := range doc.Blocks {
		all.WriteString(b.Text + "\n")
	}
	for _, want := range []string{
		"पौधे चल नहीं सकते, इसलिए वे अपना भोजन स्वयं बनाते हैं।",
		"पृथ्वी पर लगभग सारे जीव किसी न किसी रूप में इसी भोजन पर जीते हैं।",
		"सर्दियों में कई पेड़ों की पत्तियाँ पीली होकर गिर जाती हैं।",
	} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("there is no %q", want)
		}
	}
	if strings.Contains(all.String(), " ा") || strings.Contains(all.String(), " ि") {
		t.Error("a vowel sign stands alone")
	}
}
