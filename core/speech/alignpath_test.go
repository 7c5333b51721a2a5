package speech

import (
	"encoding/binary"
	"math"
	"math/cmplx"
	"testing"

	"edusmart/core/story"
)

func TestFourierAgreesWithItsDefinition(t *testing.T) {
	for _, n := range []int{4, 16, 512} {
		window := make([]float64, n)
		for i := range window {
			window[i] = math.Sin(float64(i*i)) + float64(i%3)
		}
		got := make([]float64, n/2+1)
		newFourier(n).power(window, got)
		for k := range got {
			var sum complex128
			for i, v := range window {
				sum += complex(v, 0) * cmplx.Rect(1, -2*math.Pi*float64(k*i%n)/float64(n))
			}
			if want := real(sum)*real(sum) + imag(sum)*imag(sum); math.Abs(got[k]-want) > 1e-9*float64(n*n) {
				t.Errorf("%d samples: frequency %d has %g, not %g", n, k, got[k], want)
			}
		}
	}
}

// stairs are frames that all differ, each as often as told.
func stairs(often ...int) (v []vector) {
	for i, n := range often {
		for range n {
			var f vector
			f[i%features], f[(i*7+1)%features] = float32(5+i), float32(i)
			v = append(v, f)
		}
	}
	return v
}

func TestWarpFollowsWhatIsAlike(t *testing.T) {
	a, b := stairs(3, 3, 3, 3, 3), stairs(3, 6, 2, 3, 5)
	p := warp(a, b, diagonal(len(a), len(b), 8), func(int, int) float32 { return standing })
	for step, want := range []int{0, 3, 9, 11, 14} {
		if got := p.first[3*step]; got != want {
			t.Errorf("step %d is found from frame %d, not %d", step, got, want)
		}
	}
	for i, c := range p.cost {
		if c != 0 {
			t.Errorf("frame %d costs %g", i, c)
		}
	}
}

func TestAPathLeadsFromEndToEnd(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {1, 40}, {40, 1}, {9, 300}, {300, 9}, {257, 256}} {
		track := func(n, step int) *track {
			tr := &track{spectrum: &spectrum{sounds: make([]bool, n)}}
			for i := range n {
				var f vector
				f[0], f[1] = float32(math.Sin(float64(i*step))), float32(i%5)
				tr.kept, tr.at, tr.sounds[i] = append(tr.kept, f), append(tr.at, i), i%9 > 0
			}
			return tr
		}
		p := findPath(track(size[0], 3), track(size[1], 2))
		if p.first[0] != 0 || p.last[size[0]-1] != size[1]-1 {
			t.Fatalf("%v: from %d to %d", size, p.first[0], p.last[size[0]-1])
		}
		for i := 1; i < size[0]; i++ {
			if step := p.first[i] - p.last[i-1]; step < 0 || step > 1 {
				t.Errorf("%v: frame %d goes %d further", size, i, step)
			}
		}
	}
}

// FuzzAlign aligns any sound with any other: words stay in order, apart and in
// the sound.
func FuzzAlign(f *testing.F) {
	f.Add([]byte("hum"), []byte("another hum"), 16000, 22050, 0.1, 0.4)
	f.Add([]byte{}, []byte{1, 2, 3, 4}, 8000, 0, 0.0, 0.0)
	f.Add([]byte{255, 127, 0, 128}, []byte{0, 0}, 4000, 192000, math.Inf(1), math.NaN())
	sentences := []string{"It flows.", "—", "Down, slowly."}
	f.Fuzz(func(t *testing.T, known, heard []byte, knownRate, rate int, first, second float64) {
		ref := Timed{PCM: looped(known), Rate: knownRate, Words: []story.Word{
			{Text: "It", Start: first, End: second, To: 2},
			{Text: "flows", Start: second, End: second + 0.3, From: 3, To: 8},
			{Text: "Down", Sentence: 2, Start: second + 0.3, End: first, To: 4},
			{Text: "slowly", Sentence: 2, Start: first + second, End: 9, From: 6, To: 12},
		}}
		pcm := looped(heard)
		words, fit := Align(ref, pcm, rate, sentences)
		if math.IsNaN(fit.Score) {
			t.Fatal("no score")
		}
		length, last := 0.0, 0.0
		if rate > 0 {
			length = float64(len(pcm)) / float64(rate)
		}
		for _, w := range words {
			if !(w.Start >= last && w.End >= w.Start && w.End <= length) {
				t.Fatalf("%q from %g to %g after %g in %g s", w.Text, w.Start, w.End, last, length)
			}
			if sentences[w.Sentence][w.From:w.To] != w.Text {
				t.Fatalf("%q stands at %q", w.Text, sentences[w.Sentence][w.From:w.To])
			}
			last = w.End
		}
	})
}

// looped makes some thousand samples of bytes.
func looped(data []byte) (pcm []int16) {
	for len(data) >= 2 && len(pcm) < 6000 {
		for i := 0; i+1 < len(data); i += 2 {
			pcm = append(pcm, int16(binary.LittleEndian.Uint16(data[i:])))
		}
	}
	return pcm
}
