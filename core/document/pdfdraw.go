package document

import (
	"context"
	"math/bits"
	"os"

	"edusmart/core/story"
)

// maxRegions bounds the figures that a child is asked for at once.
const maxRegions = 800

// drawFigures has the figures of pages from to to drawn and leaves out those
// that show nothing or the same as another. Without withFigures only those
// that a caption promises are drawn, to see whether they are there. The count
// is of the figures that are left.
func drawFigures(ctx context.Context, f *os.File, doc *story.Document, places []pdfFigure, from, to int, withFigures bool) (int, error) {
	var (
		regions [][5]int
		asked   []int // index of the figure of each region
		counted int
	)
	for i, p := range places {
		page := p.page + 1
		if from > 0 && page < from || to > 0 && page > to || len(regions) == maxRegions {
			continue
		}
		if !withFigures && !p.drawn {
			counted++
			continue
		}
		regions = append(regions, [5]int{p.page, int(p.x0), int(p.y0), int(p.x1 + 0.99), int(p.y1 + 0.99)})
		asked = append(asked, i)
	}
	drawn, err := runFigures(ctx, f, regions)
	if err != nil {
		return 0, err
	}
	if !withFigures {
		doc.Figures = nil
		return counted + len(drawn), nil
	}
	kept := make([]story.Figure, 0, len(drawn))
	var hashes []uint64
	total := 0
	for i := range regions {
		d := drawn[i]
		if d == nil || total+len(d.data) > maxFigureBytes || seenPicture(hashes, d.hash) {
			continue
		}
		total += len(d.data)
		hashes = append(hashes, d.hash)
		fig := doc.Figures[asked[i]]
		fig.Data, fig.Width, fig.Height, fig.MIME = d.data, d.width, d.height, mimeOf(d.data)
		kept = append(kept, fig)
	}
	doc.Figures = kept
	return len(kept), nil
}

// runFigures asks children for regions; the answer is by region.
func runFigures(ctx context.Context, f *os.File, regions [][5]int) (map[int]*childFigure, error) {
	drawn := map[int]*childFigure{}
	if len(regions) == 0 {
		return drawn, nil
	}
	total := 0
	err := runChild(ctx, f, childJob{Op: opFigures, Regions: regions}, func(kind byte, payload []byte) error {
		if kind != frameFigure {
			return nil
		}
		d, err := decodeFigure(payload, len(regions))
		if err != nil {
			return damaged(err)
		}
		if total += len(d.data); total <= maxFigureBytes {
			drawn[d.region] = d
		}
		return nil
	})
	if err != nil && ctx.Err() == nil {
		// The text is there; a page that cannot be drawn costs its figures.
		return drawn, nil
	}
	return drawn, err
}

// seenPicture reports whether a picture with about this print was there
// before. A print without any bit is that of an even picture and tells nothing.
func seenPicture(hashes []uint64, h uint64) bool {
	const alike = 2 // bits
	if bits.OnesCount64(h) < 6 {
		return false
	}
	for _, o := range hashes {
		if bits.OnesCount64(h^o) <= alike {
			return true
		}
	}
	return false
}

// mimeOf tells the two encodings that the child uses apart.
func mimeOf(data []byte) string {
	if len(data) > 1 && data[0] == 0xff {
		return "image/jpeg"
	}
	return "image/png"
}
