package ui

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"

	"edusmart/core"
	"edusmart/core/story"
)

// A draft's picture is of one colour that nothing else has, and its text is
// searched for in all that the projector's window holds. A short run, as under
// the race detector, leaves the pixels out: the toolkit for tests hands loaded
// pictures over beside the goroutine that draws.
func TestNothingOfADraftReachesTheProjector(t *testing.T) {
	magenta := color.NRGBA{R: 255, B: 255, A: 255}
	for _, drafts := range []bool{false, true} {
		t.Run(fmt.Sprintf("drafts allowed %v", drafts), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s, c := openLesson(t, func(st *story.Story) { st.Pages[3].Passed = false })
				dir := t.TempDir()
				s.state.Story.Pages[3].Picture = plain(t, dir, magenta)
				s.state.Dir = dir
				s.Update(s.state)
				s.Update(core.SettingsState{Settings: core.Settings{Room: 6, Drafts: drafts}})
				s.Update(playingAt(3, 3*time.Second))
				beam := c.windows[0]
				seen := false
				look := func(when string) {
					t.Helper()
					if !testing.Short() {
						beam.Canvas().Capture()
						synctest.Wait() // pictures are decoded beside the window
						shows := has(beam.Canvas().Capture(), magenta)
						seen = seen || shows
						if shows && !drafts {
							t.Errorf("%s: the draft's picture is on the projector", when)
						}
					}
					if picture := s.lesson.beam.side.page.frame.picture; picture != "" && !drafts {
						t.Errorf("%s: the projector holds the picture %s", when, picture)
					}
					for _, text := range shownTexts(s.lesson.beam.side.page) {
						if strings.Contains(text, "gas bubbles") && !drafts {
							t.Errorf("%s: the projector holds %q", when, text)
						}
					}
				}
				look("on the page")
				for _, key := range []fyne.KeyName{fyne.KeyI, fyne.KeyI, fyne.KeyT, fyne.KeyT, fyne.KeyG, fyne.KeyG, fyne.KeyW, fyne.KeyReturn, fyne.KeyEscape, fyne.KeyF, fyne.KeyF, fyne.KeyB, fyne.KeyB, fyne.KeyP} {
					pressKey(beam, key)
					look("after " + string(key))
				}
				s.goToStep(stepQuiz)
				s.room.goOn()
				look("with the answer about it")
				s.room.toggleAside()
				look("as the page that a question is about")
				if drafts && !seen && !testing.Short() {
					t.Error("a draft that may be shown is not shown, so this test sees nothing")
				}
				if !drafts && s.lesson.frame().kind != framePlate {
					t.Errorf("in the draft's place stands %+v", s.lesson.frame())
				}
			})
		})
	}
}

func TestAFrozenPageThatIsTakenBackIsTakenFromTheProjector(t *testing.T) {
	s, _ := openLesson(t, nil)
	s.lesson.setFrozen(true)
	back := s.state
	st := *back.Story
	st.Pages = append([]story.Page(nil), st.Pages...)
	st.Pages[3].Passed = false
	back.Story = &st
	s.Update(back)
	if f := s.lesson.beam.side.page.frame; f.kind != framePlate {
		t.Errorf("the projector keeps %+v", f)
	}
}

// shownTexts are all texts that an audience holds, seen or not.
func shownTexts(a *doubleAudience) []string {
	f := a.frame
	return append(append(append([]string{f.say, f.heading}, f.text.Sentences...), f.second.Sentences...), f.quiz.question, f.quiz.why)
}

// plain writes a picture of one colour and gives its asset's name.
func plain(t *testing.T, dir string, c color.Color) string {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	for i := range 64 * 64 {
		img.Set(i%64, i/64, c)
	}
	name := "assets/" + strings.Repeat("ab", 32) + ".png"
	if err := os.MkdirAll(filepath.Join(dir, "assets"), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	return name
}

func has(img image.Image, c color.NRGBA) bool {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y += 3 {
		for x := b.Min.X; x < b.Max.X; x += 3 {
			if color.NRGBAModel.Convert(img.At(x, y)) == c {
				return true
			}
		}
	}
	return false
}

func onlyColour(img image.Image, c color.Color) bool {
	b := img.Bounds()
	r0, g0, b0, _ := c.RGBA()
	for y := b.Min.Y; y < b.Max.Y; y += 3 {
		for x := b.Min.X; x < b.Max.X; x += 3 {
			if r, g, bl, _ := img.At(x, y).RGBA(); r != r0 || g != g0 || bl != b0 {
				return false
			}
		}
	}
	return true
}

func alike(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	r := a.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y += 2 {
		for x := r.Min.X; x < r.Max.X; x += 2 {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}
