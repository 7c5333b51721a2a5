package gemini

import (
	"crypto/rand"
	"embed"
	"encoding/hex"
	"fmt"
	"strings"
	"text/template"

	"golang.org/x/text/language"

	"edusmart/core/model"
)

//go:embed prompts/*.tmpl
var promptFiles embed.FS

var prompts = template.Must(template.New("").Funcs(template.FuncMap{
	"inc": func(i int) int { return i + 1 },
}).ParseFS(promptFiles, "prompts/*.tmpl"))

// prompt fills in a template. The templates are part of the program: one that
// does not fit its data is found by every test.
func prompt(name string, data any) string {
	var out strings.Builder
	if err := prompts.ExecuteTemplate(&out, name+".tmpl", data); err != nil {
		panic(fmt.Sprintf("prompt %s: %v", name, err))
	}
	return strings.TrimSpace(out.String())
}

// newNonce gives a mark that no document can foresee.
func newNonce() string {
	var b [12]byte
	_, _ = rand.Read(b[:]) // it never fails, by its documentation
	return hex.EncodeToString(b[:])
}

// class says who the pupils are.
func class(grade int) string {
	switch {
	case grade <= 0:
		return "Kindergarten, children of 5 to 6 years who do not read yet."
	case grade >= 12:
		return "Grade 12, pupils of 17 to 18 years."
	}
	return fmt.Sprintf("Grade %d, pupils of %d to %d years.", grade, grade+5, grade+6)
}

// wordsPerSentence bounds a sentence by grade. By the Flesch-Kincaid grade (0.39
// words a sentence + 11.8 syllables a word - 15.59) one grade is 2.6 words a
// sentence where the words stay as short; as they grow longer too, one and a
// half is added.
func wordsPerSentence(grade int) int {
	return min(8+max(grade, 0)*3/2, 24)
}

// tag gives a valid BCP 47 tag, else "".
func tag(lang string) string {
	lang = strings.TrimSpace(lang)
	if lang == "" || lang == "und" {
		return ""
	}
	t, err := language.Parse(lang)
	if err != nil {
		return ""
	}
	return t.String()
}

// writerData fills in the two templates of a text.
type writerData struct {
	Class            string
	WordsPerSentence int
	Language         string // the chosen one; "": the document's
	Pages            int    // of the whole story
	Write            int    // of them, still to be written
	Nonce            string
	Name             string // the document's
	Text             string
	Scan             bool
	Range            string // pages of a scan; "": all
	Title            string // of the pages that are there
	Characters       string
	Have             []model.DraftPage
}

// pictureData fills in the template of a picture.
type pictureData struct {
	Class      string
	Page, Of   int
	PageTitle  string
	Text       string
	Prompt     string
	Characters string
	Reference  bool
	Soft       bool // the prompt as it stands was refused
}
