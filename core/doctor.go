package core

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"edusmart/core/document"
	"edusmart/core/model"
)

// CheckState is the outcome of a check of this computer.
type CheckState string

// The outcomes. Missing is something a story can do without.
const (
	CheckOK      CheckState = "ok"
	CheckMissing CheckState = "missing"
	CheckBad     CheckState = "bad"
)

// Check is one thing that making or playing a story needs.
type Check struct {
	Name  string     `json:"name"`
	State CheckState `json:"state"`
	Say   string     `json:"say"` // one sentence: what is there, or what to do
}

// Doctor looks at what this computer has for making and playing stories.
func (a *App) Doctor(ctx context.Context) []Check {
	return []Check{a.checkLibrary(), a.checkReader(ctx), a.checkVoices(ctx), a.checkService(ctx)}
}

func (a *App) checkLibrary() Check {
	c := Check{Name: "library", State: CheckOK}
	probe := filepath.Join(a.library.Root(), ".doctor")
	err := writeFile(probe, nil)
	if err == nil {
		err = os.Remove(probe)
	}
	if err != nil {
		c.State, c.Say = CheckBad, "The folder "+a.library.Root()+" cannot be written. Choose another with --library."
		return c
	}
	c.Say = a.library.Root()
	return c
}

// checkReader opens a small PDF, and so the child process that reads them.
func (a *App) checkReader(ctx context.Context) Check {
	c := Check{Name: "documents", State: CheckOK, Say: "Documents can be read."}
	if err := a.readTestPDF(ctx); err != nil {
		a.log.Error("check reader", "err", err)
		c.State, c.Say = CheckBad, "PDF files cannot be read on this computer. Install EduSmart again."
	}
	return c
}

// testPDF is one page that says something; its missing cross-reference table
// is rebuilt by the reader.
const testPDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 77>>stream
BT /F 12 Tf 20 100 Td (The water of a river always flows down to the sea.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
`

func (a *App) readTestPDF(ctx context.Context) error {
	work, end := a.beginWork()
	defer end()
	dir, err := work.TempDir()
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "test.pdf")
	if err := os.WriteFile(path, []byte(testPDF), 0o600); err != nil {
		return err
	}
	_, err = document.Inspect(ctx, path)
	return err
}

func (a *App) checkVoices(ctx context.Context) Check {
	c := Check{Name: "voices", State: CheckOK}
	voices, err := a.makers.narrator.Voices(ctx)
	if err != nil || len(voices) == 0 {
		c.State, c.Say = CheckMissing, a.makers.narrator.Help()
		return c
	}
	languages := map[string]bool{}
	for _, v := range voices {
		language, _, _ := strings.Cut(v.Language, "-")
		languages[language] = true
	}
	c.Say = fmt.Sprintf("%d voices in %d languages.", len(voices), len(languages))
	return c
}

// checkService looks whether there is a key; it asks nobody.
func (a *App) checkService(ctx context.Context) Check {
	c := Check{Name: "gemini", State: CheckOK}
	if err := a.service.wait(ctx); err != nil {
		return Check{Name: c.Name, State: CheckBad, Say: model.Sentence(err)}
	}
	state := a.service.state()
	switch {
	case state.Only:
		c.State, c.Say = CheckMissing, "“This computer only” is switched on: nothing is sent."
	case !state.Key.Set:
		c.State, c.Say = CheckMissing, "There is no key: every part is made on this computer. Add one in the settings, or in GEMINI_API_KEY."
	default:
		c.Say = "There is a key, from the " + state.Key.Where + ". The settings can test it."
	}
	return c
}

// Dir is the folder of a story.
func (a *App) Dir(id string) string { return a.library.Dir(id) }
