package typeset

import (
	"math/rand/v2"
	"slices"
	"testing"

	"golang.org/x/text/unicode/bidi"
)

// The wanted levels were worked out by the rules of UAX 9 and compared with
// those of GNU FriBidi.
func TestLevels(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		base uint8
		want []uint8
	}{
		{"latin", "ab c", 0, []uint8{0, 0, 0, 0}},
		{"hebrew in latin", "a בג d", 0, []uint8{0, 0, 1, 1, 0, 0}},
		{"number after hebrew in latin", "בג 12 c", 0, []uint8{1, 1, 1, 2, 2, 0, 0}},
		{"number in arabic", "عا 12", 1, []uint8{1, 1, 1, 2, 2}},
		{"thousands and sign", "ب 1,200%", 1, []uint8{1, 1, 2, 2, 2, 2, 2, 1}},
		{"thousands and sign in hebrew", "ב 1,200%", 1, []uint8{1, 1, 2, 2, 2, 2, 2, 2}},
		{"brackets around latin in arabic", "ع (ab) ع", 1, []uint8{1, 1, 1, 2, 2, 1, 1, 1}},
		{"brackets around hebrew in latin", "a (ב) c", 0, []uint8{0, 0, 0, 1, 0, 0, 0}},
		{"full stop after latin in arabic", "ع ab.", 1, []uint8{1, 1, 2, 2, 1}},
		{"mark on a letter", "a\u0301ב\u05B0", 0, []uint8{0, 0, 1, 1}},
		{"isolate", "a\u2067b ב\u2069c", 0, []uint8{0, 0, 2, 1, 1, 0, 0}},
		{"embedding", "a\u202Bb\u202Cc", 0, []uint8{0, 0, 2, 2, 0}},
		{"override", "\u202Eab\u202C", 0, []uint8{0, 1, 1, 1}},
		{"start of a level after a number", "\u0663\u202b\u0301\u05d0", 0, []uint8{2, 2, 1, 1}},
		{"nothing to pop", "\u202C\u2069a", 1, []uint8{1, 1, 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := bidiLevels([]rune(c.text), c.base); !slices.Equal(got, c.want) {
				t.Errorf("%+q: levels %v, want %v", c.text, got, c.want)
			}
		})
	}
}

// golang.org/x/text knows directions without levels, and takes the base from
// the first strong letter. It and we must agree on every direction.
func TestDirectionsAgreeWithXText(t *testing.T) {
	letters := []rune("aבع1٣ .,-+%/")
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		text := make([]rune, 1+random.IntN(12))
		for i := range text {
			text[i] = letters[random.IntN(len(letters))]
		}
		base, hasLTR, hasRTL := baseLevel(text)
		if !hasLTR && !hasRTL {
			continue
		}
		var p bidi.Paragraph
		if _, err := p.SetString(string(text)); err != nil {
			t.Fatal(err)
		}
		order, err := p.Order()
		if err != nil {
			t.Fatal(err)
		}
		levels := bidiLevels(text, base)
		for i := range order.NumRuns() {
			run := order.Run(i)
			from, to := run.Pos()
			for k := from; k <= to; k++ {
				// White space at the end is ours to leave alone.
				if text[k] != ' ' && (levels[k]%2 == 1) != (run.Direction() == bidi.RightToLeft) {
					t.Fatalf("%+q: %d is at level %d, x/text says %v", string(text), k, levels[k], run.Direction())
				}
			}
		}
	}
}

func TestVisualOrder(t *testing.T) {
	for _, c := range []struct {
		levels []uint8
		want   []int
	}{
		{[]uint8{0, 0, 0}, []int{0, 1, 2}},
		{[]uint8{1, 1, 1}, []int{2, 1, 0}},
		{[]uint8{1, 2, 1}, []int{2, 1, 0}},
		{[]uint8{0, 1, 2, 1, 0}, []int{0, 3, 2, 1, 4}},
		{[]uint8{1, 2, 2, 1}, []int{3, 1, 2, 0}},
		{nil, []int{}},
	} {
		if got := visualOrder(c.levels); !slices.Equal(got, c.want) {
			t.Errorf("levels %v in order %v, want %v", c.levels, got, c.want)
		}
	}
}
