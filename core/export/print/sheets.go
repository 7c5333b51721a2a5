package print

import (
	"slices"

	"edusmart/core/export/print/pdf"
)

// op is something to draw. What belongs to one element of the structure is
// drawn in one go on each sheet, the elements in the order in which they are
// read; what belongs to none, such as a rule, lies under all of it.
type op struct {
	element *pdf.Element // nil: an artifact
	order   int          // of the element, from 1; 0: of an artifact
	dy      float64      // below the top of its strip
	draw    func(page *pdf.Page, top float64)
}

// strip is a piece of a handout that is as wide as the text and is not cut:
// often a line, or a picture with the lines beside it.
type strip struct {
	height float64
	before float64 // space above it, unless it begins a sheet
	keep   bool    // on one sheet with the next
	ops    []op
}

// block is a run of strips that stay on one sheet where one sheet can hold
// them.
type block struct {
	strips []strip
	fresh  bool // begins a sheet
	spread bool // may move down to fill its sheet evenly
	title  string
	level  int // of its bookmark, from 1; 0: it has none
}

func (b *block) height() float64 {
	var sum float64
	for i, s := range b.strips {
		if i > 0 {
			sum += s.before
		}
		sum += s.height
	}
	return sum
}

// stack puts strips under each other as one that is not cut.
func stack(strips []strip) strip {
	var all strip
	for i, s := range strips {
		if i > 0 {
			all.height += s.before
		} else {
			all.before = s.before
		}
		all.ops = append(all.ops, moved(s.ops, all.height)...)
		all.height += s.height
	}
	return all
}

func moved(ops []op, dy float64) []op {
	ops = slices.Clone(ops)
	for i := range ops {
		ops[i].dy += dy
	}
	return ops
}

// abreast puts columns beside each other, as one strip where it is at most
// tallest high, and line by line otherwise.
func abreast(tallest float64, columns ...[]strip) []strip {
	var row strip
	lines := 0
	for _, column := range columns {
		one := stack(column)
		row.height = max(row.height, one.height)
		row.ops = append(row.ops, one.ops...)
		lines = max(lines, len(column))
	}
	if row.height <= tallest {
		return []strip{row}
	}
	rows := make([]strip, lines)
	for _, column := range columns {
		for i, s := range column {
			rows[i].height = max(rows[i].height, s.before+s.height)
			rows[i].ops = append(rows[i].ops, moved(s.ops, s.before)...)
		}
	}
	return rows
}

// placed is a strip in its place on a sheet.
type placed struct {
	strip *strip
	top   float64
	block int // of the blocks on this sheet
}

// sheet is one side of paper.
type sheet struct {
	strips []placed
	blocks []*block // that begin or go on here
	starts []int    // of each block: its first strip here
	used   float64
}

// sheets shares blocks among sheets of a height.
func sheets(blocks []block, height float64) []*sheet {
	var all []*sheet
	now := &sheet{}
	turn := func() {
		all = append(all, now)
		now = &sheet{}
	}
	for i := range blocks {
		b := &blocks[i]
		if len(b.strips) == 0 {
			continue
		}
		tall := b.height()
		if now.used > 0 && (b.fresh || tall <= height && now.used+b.strips[0].before+tall > height) {
			turn()
		}
		now.open(b)
		for from := 0; from < len(b.strips); {
			to := from + 1
			for b.strips[to-1].keep && to < len(b.strips) {
				to++
			}
			group := block{strips: b.strips[from:to]}
			if now.used > 0 && now.used+b.strips[from].before+group.height() > height {
				turn()
				now.open(b)
			}
			for k := from; k < to; k++ {
				s := &b.strips[k]
				if now.used > 0 && now.used+s.before+s.height > height {
					turn()
					now.open(b)
				}
				now.add(s)
			}
			from = to
		}
	}
	if now.used > 0 {
		turn()
	}
	return all
}

func (s *sheet) open(b *block) {
	s.blocks = append(s.blocks, b)
	s.starts = append(s.starts, len(s.strips))
}

func (s *sheet) add(at *strip) {
	if len(s.strips) > 0 {
		s.used += at.before
	}
	s.strips = append(s.strips, placed{at, s.used, len(s.blocks) - 1})
	s.used += at.height
}

// widest is how far blocks are moved apart to fill a sheet, in points each.
const widest = 30

// fill moves the blocks of a sheet apart so that they fill it more evenly.
func (s *sheet) fill(height float64) {
	gaps := 0
	for i, b := range s.blocks {
		if i > 0 && b.spread && s.starts[i] > 0 {
			gaps++
		}
	}
	if gaps == 0 || s.used >= height {
		return
	}
	each := min((height-s.used)/float64(gaps), widest)
	down := 0.0
	last := -1
	for i := range s.strips {
		at := &s.strips[i]
		if at.block != last {
			last = at.block
			if b := s.blocks[last]; i > 0 && b.spread {
				down += each
			}
		}
		at.top += down
	}
}

// draw draws the sheet on a page whose text begins at top.
func (s *sheet) draw(page *pdf.Page, top float64) {
	var ops []op
	for _, at := range s.strips {
		ops = append(ops, moved(at.strip.ops, top+at.top)...)
	}
	slices.SortStableFunc(ops, func(a, b op) int { return a.order - b.order })
	for i := 0; i < len(ops); {
		element := ops[i].element
		if element == nil {
			page.BeginArtifact()
		} else {
			page.Begin(element)
		}
		for ; i < len(ops) && ops[i].element == element; i++ {
			ops[i].draw(page, ops[i].dy)
		}
		page.End()
	}
}
