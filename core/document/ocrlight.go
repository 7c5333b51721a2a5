package document

import (
	"context"
	"image"
	"slices"
)

// lightTile is the side of the tiles whose paper is looked for, in pixels: a
// few lines of print.
const lightTile = 48

// evenLight takes the shadows off a photographed page: every pixel is seen
// against the paper around it, the light in which nine tenths of a tile lie
// below it, as scanners do. Tesseract cuts print from paper at one light for
// the whole page.
func evenLight(ctx context.Context, img *image.Gray) (*image.Gray, error) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	paper := paperOf(img)
	if paper.even() {
		return img, nil
	}
	dst := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		in, out := img.Pix[y*img.Stride:], dst.Pix[y*dst.Stride:]
		top, down := paper.between(y)
		for x := range w {
			light := paper.at(x, top, down)
			out[x] = uint8(min(255, int(in[x])*255/max(light, 24)))
		}
	}
	return dst, nil
}

// A paperMap is the light of the paper, one value a tile.
type paperMap struct {
	light         []int
	columns, rows int
}

func paperOf(img *image.Gray) *paperMap {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	p := &paperMap{columns: (w + lightTile - 1) / lightTile, rows: (h + lightTile - 1) / lightTile}
	raw := make([]int, p.columns*p.rows)
	for row := range p.rows {
		for column := range p.columns {
			x, y := column*lightTile, row*lightTile
			raw[row*p.columns+column] = brightest(img, image.Rect(x, y, min(x+lightTile, w), min(y+lightTile, h)))
		}
	}
	// A tile all of print, or of a picture, takes the paper of its neighbours.
	p.light = make([]int, len(raw))
	for row := range p.rows {
		for column := range p.columns {
			best := 0
			for r := max(0, row-1); r <= min(row+1, p.rows-1); r++ {
				for c := max(0, column-1); c <= min(column+1, p.columns-1); c++ {
					best = max(best, raw[r*p.columns+c])
				}
			}
			p.light[row*p.columns+column] = best
		}
	}
	return p
}

// even reports whether the paper is about as light everywhere.
func (p *paperMap) even() bool {
	const part = 0.8 // of the lightest
	least, most := slices.Min(p.light), slices.Max(p.light)
	return float64(least) >= part*float64(most)
}

// brightest gives the light below which nine tenths of the pixels of r lie.
func brightest(img *image.Gray, r image.Rectangle) int {
	var count [256]int
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for _, v := range img.Pix[y*img.Stride+r.Min.X : y*img.Stride+r.Max.X] {
			count[v]++
		}
	}
	above := r.Dx() * r.Dy() / 10
	for v := 255; v > 0; v-- {
		if above -= count[v]; above < 0 {
			return v
		}
	}
	return 0
}

// between gives the rows of tiles between whose middles y lies, in 256ths.
func (p *paperMap) between(y int) (top, down int) {
	at := max(0, (y-lightTile/2)*256/lightTile)
	top, down = at/256, at%256
	if top >= p.rows-1 {
		return p.rows - 1, 0
	}
	return top, down
}

// at gives the light of the paper at x, between the four tiles around.
func (p *paperMap) at(x, top, down int) int {
	along := max(0, (x-lightTile/2)*256/lightTile)
	left, right := along/256, along%256
	if left >= p.columns-1 {
		left, right = p.columns-1, 0
	}
	row := func(r int) int {
		v := p.light[r*p.columns+left] * (256 - right)
		if right > 0 {
			v += p.light[r*p.columns+left+1] * right
		}
		return v
	}
	v := row(top) * (256 - down)
	if down > 0 {
		v += row(top+1) * down
	}
	return v >> 16
}
