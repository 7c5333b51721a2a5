package video

import (
	"context"
	"fmt"
	"image"
	"io"
	"sort"
	"time"

	"edusmart/core/export/captions"
	"edusmart/core/story"
)

// sight is what a picture shows of a page: the step, and what of it is lit;
// -1: nothing.
type sight struct{ step, sentence, word int }

// show gives out all pictures, one after the other. A picture is drawn only
// where it differs from the one before. tell is called once a second.
func (f *film) show(ctx context.Context, out io.Writer, tell func()) error {
	canvas := newCanvas(f.content)
	frame := newFrame(width, height)
	n, begin := 0, time.Duration(0)
	for i := range f.content.Story.Pages {
		p := &f.content.Story.Pages[i]
		if err := canvas.open(ctx, i); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		spans := captions.Sentences(p, f.pages[i])
		shown := sight{step: -1}
		for ; n < f.frames() && (time.Duration(n)*time.Second/fps < begin+f.pages[i] || i == len(f.pages)-1); n++ {
			if err := ctx.Err(); err != nil {
				return err
			}
			now := f.sight(canvas, i, spans, time.Duration(n)*time.Second/fps-begin)
			if now != shown {
				area := canvas.text
				if shown.step < 0 {
					area = canvas.img.Rect
				}
				canvas.draw(now)
				frame.take(canvas.img, area)
				shown = now
			}
			if _, err := out.Write(frame.data); err != nil {
				return err
			}
			if n%fps == 0 {
				tell()
			}
		}
		begin += f.pages[i]
	}
	return nil
}

// sight is what is seen of page i at a time after its beginning. On a page
// that nobody reads aloud nothing is lit.
func (f *film) sight(c *canvas, i int, spans []captions.Span, at time.Duration) sight {
	p := &f.content.Story.Pages[i]
	sentence := sort.Search(len(spans), func(k int) bool { return spans[k].Start > at }) - 1
	word := -1
	if p.Timing != story.BySentence {
		word = wordAt(p.Words, at.Seconds())
	}
	now := sight{step: c.stepOf(word, max(sentence, 0)), sentence: sentence, word: word}
	if !f.spoken[i] {
		now.sentence, now.word = -1, -1
	}
	return now
}

// lingers is how long a word stays lit in a pause, in seconds.
const lingers = 0.4

// wordAt gives the word that is heard at a time, in seconds; -1: none.
func wordAt(words []story.Word, at float64) int {
	i := sort.Search(len(words), func(k int) bool { return words[k].Start > at }) - 1
	if i < 0 || at > words[i].End+lingers {
		return -1
	}
	return i
}

// frame is a picture as the encoder takes it: planes of brightness and of two
// colours at half the size (YUV 4:2:0, BT.709, limited range).
type frame struct {
	width, height int
	data          []byte
}

func newFrame(width, height int) *frame {
	return &frame{width, height, make([]byte, width*height*3/2)}
}

// take brings an area of an image of the frame's size into the frame.
func (f *frame) take(img *image.RGBA, area image.Rectangle) {
	area = area.Intersect(img.Rect)
	x0, y0, x1, y1 := area.Min.X&^1, area.Min.Y&^1, min((area.Max.X+1)&^1, f.width), min((area.Max.Y+1)&^1, f.height)
	blue := f.data[f.width*f.height:]
	red := blue[f.width*f.height/4:]
	for y := y0; y < y1; y += 2 {
		for x := x0; x < x1; x += 2 {
			var r, g, b int
			for k := range 4 {
				xx, yy := x+k&1, y+k>>1
				p := img.Pix[yy*img.Stride+xx*4:]
				pr, pg, pb := int(p[0]), int(p[1]), int(p[2])
				f.data[yy*f.width+xx] = byte(16 + (47*pr+157*pg+16*pb+128)>>8)
				r, g, b = r+pr, g+pg, b+pb
			}
			at := y/2*(f.width/2) + x/2
			blue[at] = byte(128 + (-26*r-86*g+112*b+512)>>10)
			red[at] = byte(128 + (112*r-102*g-10*b+512)>>10)
		}
	}
}
