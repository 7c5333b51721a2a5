package document

import (
	"bytes"
	"context"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"edusmart/core/story"
)

// What every program keeps of a lesson: its sentences in order, its exercises
// and its answers. How headings and lists are told differs between programs.
func TestEveryFormatGivesTheLessonThatItsAuthorWrote(t *testing.T) {
	files, err := filepath.Glob("testdata/*-??.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		if !strings.HasPrefix(name, "lesson-") && !strings.HasPrefix(name, "office-") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			lang := strings.TrimSuffix(name, filepath.Ext(name))[len("lesson-"):]
			want := sourceOf(t, lang)
			doc, err := Read(t.Context(), file, 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			if doc.Language != lang || doc.Title == "" {
				t.Errorf("language %q, title %q", doc.Language, doc.Title)
			}
			checkOrder(t, doc, want)
		})
	}
}

// checkOrder checks that the paragraphs and exercises of want stand in doc,
// whole, in order and each as what it is.
func checkOrder(t *testing.T, doc *story.Document, want lessonSource) {
	t.Helper()
	at := 0
	for _, w := range want.blocks {
		if w.Kind != story.Paragraph && w.Kind != story.Exercise {
			continue
		}
		text := loose(w.Text)
		found := slices.IndexFunc(doc.Blocks[at:], func(b story.Block) bool { return loose(b.Text) == text })
		if found < 0 {
			t.Errorf("the %s %q is not there after block %d", w.Kind, w.Text, at)
			continue
		}
		at += found
		if got := doc.Blocks[at].Kind; got != w.Kind {
			t.Errorf("%q is a %s, not a %s", w.Text, got, w.Kind)
		}
		at++
	}
}

// loose gives the letters and digits of a text: printing changes quotation
// marks, spaces and the joiners of letters, and an Arabic vowel mark may be
// told before or after the letter that it stands between.
func loose(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x064b && r <= 0x0652 {
			return -1
		}
		return r
	}, foldTitle(tidy(s)))
}

func TestABrokenCopyOfAnyFileGetsASentenceInTime(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 5))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if testing.Short() && filepath.Ext(file) != ".docx" {
			continue
		}
		for _, harm := range []struct {
			name string
			do   func([]byte) []byte
		}{
			{"cut short", func(b []byte) []byte { return b[:len(b)/2+random.IntN(len(b)/3)] }},
			{"with bytes changed", func(b []byte) []byte {
				for range max(4, len(b)/2000) {
					b[random.IntN(len(b))] = byte(random.Uint32())
				}
				return b
			}},
			{"with a hole", func(b []byte) []byte {
				from := random.IntN(len(b) / 2)
				return slices.Delete(b, from, from+len(b)/5)
			}},
			{"with huge numbers", func(b []byte) []byte {
				for at := 0; at+4 < len(b); at += 1 + random.IntN(len(b)/8+1) {
					binary.LittleEndian.PutUint32(b[at:], 0xffffff7f)
				}
				return b
			}},
		} {
			broken := write(t, filepath.Base(file), harm.do(slices.Clone(data)))
			t.Run(filepath.Base(file)+" "+harm.name, func(t *testing.T) {
				t.Parallel()
				ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
				defer cancel()
				doc, err := Read(ctx, broken, 0, 0)
				if err == nil {
					if doc.Pages < 1 || !hasText(doc.Blocks) {
						t.Errorf("%d pages without text and no error", doc.Pages)
					}
					return
				}
				checkSentence(t, broken, "")
			})
		}
	}
}

func FuzzDOCX(f *testing.F) {
	seed(f, "*.docx")
	f.Fuzz(func(t *testing.T, data []byte) { fuzzReader(t, readDOCX, data) })
}

func FuzzPPTX(f *testing.F) {
	seed(f, "*.pptx")
	f.Fuzz(func(t *testing.T, data []byte) { fuzzReader(t, readPPTX, data) })
}

func FuzzODT(f *testing.F) {
	seed(f, "*.odt")
	f.Fuzz(func(t *testing.T, data []byte) { fuzzReader(t, readODT, data) })
}

func FuzzODP(f *testing.F) {
	seed(f, "*.odp")
	f.Fuzz(func(t *testing.T, data []byte) { fuzzReader(t, readODP, data) })
}

func FuzzEPUB(f *testing.F) {
	seed(f, "*.epub")
	f.Fuzz(func(t *testing.T, data []byte) { fuzzReader(t, readEPUB, data) })
}

func FuzzRTF(f *testing.F) {
	seed(f, "*.rtf")
	f.Fuzz(func(t *testing.T, data []byte) { fuzzReader(t, readRTF, data) })
}

// FuzzPage feeds what a child that was taken over could send: the frame of a
// page, and all that is made of it.
func FuzzPage(f *testing.F) {
	file, err := os.Open("testdata/paper-en.pdf")
	if err != nil {
		f.Fatal(err)
	}
	defer file.Close()
	err = runChild(context.Background(), file, childJob{Op: opText}, func(kind byte, payload []byte) error {
		if kind == framePage {
			f.Add(bytes.Clone(payload))
		}
		return nil
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := decodePage(data)
		if err != nil || len(p.frags) > 2000 {
			return
		}
		p.page = 0
		doc, _, err := layOut(t.Context(), nil, []*pdfPage{newPDFPage(p)}, childOutline{}, 1, 1, false)
		if err != nil {
			return
		}
		for _, b := range doc.Blocks {
			if b.Page != 1 || b.Text == "" {
				t.Fatalf("block %+v", b)
			}
		}
	})
}

// FuzzSniff tells the kind of anything without falling.
func FuzzSniff(f *testing.F) {
	seed(f, "lesson-en.*")
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) == 0 {
			return
		}
		src, err := openSource(write(t, "fuzz.bin", data))
		if err == nil {
			src.Close()
		}
	})
}
