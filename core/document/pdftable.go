package document

import (
	"cmp"
	"slices"
	"strings"
)

// A pdfTable is a table: rows of cells whose edges line up.
type pdfTable struct {
	rows [][]string
}

// What makes rows of print a table and not columns of prose.
const (
	maxCellChars  = 34  // on average, in two columns; more are allowed where there are more columns
	maxRowGap     = 2.6 // line heights from one row to the next
	minColumnsGap = 0.7 // of the size of the print, between two cells
)

// A printRow is the lines of one baseline, from left to right.
type printRow struct {
	cells []int // indexes of lines
	box
	size float64
}

// findTables replaces the lines of each table by one line that stands for it.
func (p *pdfPage) findTables() {
	taken := map[int]int{} // line to table
	for _, column := range p.proseColumns() {
		rows := p.printRows(column)
		for i := 0; i < len(rows); {
			n := p.tableRun(rows[i:])
			if n == 0 {
				i++
				continue
			}
			first := i
			if i > 0 && p.headsCell(&rows[i-1], &rows[i]) {
				first--
			}
			p.takeTable(rows[first:i+n], taken)
			i += n
		}
	}
	if len(taken) == 0 {
		return
	}
	boxes := map[int]box{}
	kept := make([]line, 0, len(p.lines))
	for i := range p.lines {
		t, ok := taken[i]
		if !ok {
			kept = append(kept, p.lines[i])
			continue
		}
		if b, ok := boxes[t]; ok {
			boxes[t] = b.union(p.lines[i].box)
		} else {
			boxes[t] = p.lines[i].box
		}
	}
	for t, b := range boxes {
		kept = append(kept, line{box: b, base: b.y0, page: p.number, table: t + 1})
	}
	slices.SortStableFunc(kept, func(a, b line) int { return cmp.Compare(a.y0, b.y0) })
	p.lines = kept
}

// proseColumns gives what is searched for tables: the lines of each column
// of a page that is set in columns, where a table in one is not to take in
// the text beside it; else all lines.
func (p *pdfPage) proseColumns() [][]int {
	var all, left, right, across []int
	x, ok := findGutter(p.lines)
	proseLeft, proseRight := 0, 0
	for i := range p.lines {
		l := &p.lines[i]
		if !l.isText() {
			continue
		}
		all = append(all, i)
		full := 0
		if l.n >= proseLine {
			full = 1
		}
		switch {
		case crosses(l, x):
			across = append(across, i)
		case l.x1 <= x+1:
			left, proseLeft = append(left, i), proseLeft+full
		default:
			right, proseRight = append(right, i), proseRight+full
		}
	}
	if !ok || min(proseLeft, proseRight) < proseLines {
		return [][]int{all}
	}
	return [][]int{left, right, across}
}

const (
	proseLine  = 32 // characters of a line of prose in a column
	proseLines = 6  // lines of prose that make a column
)

// printRows groups lines of p by their baseline.
func (p *pdfPage) printRows(order []int) []printRow {
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p.lines[a].base, p.lines[b].base) })
	var rows []printRow
	for _, i := range order {
		l := &p.lines[i]
		if n := len(rows); n > 0 {
			r := &rows[n-1]
			if first := &p.lines[r.cells[0]]; l.base-first.base <= 0.4*min(l.size, first.size) {
				r.cells = append(r.cells, i)
				r.box, r.size = r.union(l.box), max(r.size, l.size)
				continue
			}
		}
		rows = append(rows, printRow{cells: []int{i}, box: l.box, size: l.size})
	}
	for k := range rows {
		slices.SortFunc(rows[k].cells, func(a, b int) int { return cmp.Compare(p.lines[a].x0, p.lines[b].x0) })
	}
	return rows
}

// tableRun gives the number of rows, from the first, that make a table; 0
// where there is none.
func (p *pdfPage) tableRun(rows []printRow) int {
	if !p.tabular(&rows[0]) {
		return 0
	}
	columns := p.edges(&rows[0])
	full, end := 1, 1
	for k := 1; k < len(rows); k++ {
		r := &rows[k]
		if r.y0-rows[k-1].y1 > maxRowGap*r.size {
			break
		}
		if !p.linesUp(r, columns) {
			break
		}
		if p.tabular(r) {
			full++
			columns = mergeEdges(columns, p.edges(r))
			end = k + 1
		} else if len(r.cells) > 1 || !p.continuesCell(r, columns) {
			break
		}
		// A cell's further line belongs to the table when it is the last
		// too: close under its row.
		if r.y0-rows[k-1].y1 < 0.5*r.size {
			end = k + 1
		}
	}
	if full < 2 || !p.shortCells(rows[:end], len(columns)) {
		return 0
	}
	return end
}

// tabular reports whether r has cells with white between them that are no
// list markers.
func (p *pdfPage) tabular(r *printRow) bool {
	if len(r.cells) < 2 {
		return false
	}
	for k := 1; k < len(r.cells); k++ {
		a, b := &p.lines[r.cells[k-1]], &p.lines[r.cells[k]]
		if b.x0-a.x1 < minColumnsGap*r.size {
			return false
		}
	}
	return true
}

// edges gives the stretches of x that the cells of r take.
func (p *pdfPage) edges(r *printRow) [][2]float64 {
	all := make([][2]float64, 0, len(r.cells))
	for _, i := range r.cells {
		all = append(all, [2]float64{p.lines[i].x0, p.lines[i].x1})
	}
	return all
}

// mergeEdges widens columns by the cells of another row; cells over no column
// make a new one.
func mergeEdges(columns, cells [][2]float64) [][2]float64 {
	merged := append(slices.Clone(columns), cells...)
	slices.SortFunc(merged, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
	out := merged[:1]
	for _, c := range merged[1:] {
		if last := &out[len(out)-1]; c[0] < last[1] {
			last[1] = max(last[1], c[1])
		} else {
			out = append(out, c)
		}
	}
	return out
}

// linesUp reports whether no cell of r lies over two columns and the edges or
// middles of most lie on those of a column.
func (p *pdfPage) linesUp(r *printRow, columns [][2]float64) bool {
	const near = 6.0
	good := 0
	for _, i := range r.cells {
		l := &p.lines[i]
		over := 0
		for _, c := range columns {
			if min(l.x1, c[1])-max(l.x0, c[0]) > 0 {
				over++
				if abs(l.x0-c[0]) < near || abs(l.x1-c[1]) < near || abs(l.x0+l.x1-c[0]-c[1]) < 2*near {
					good++
				}
			}
		}
		if over > 1 {
			return false
		}
	}
	return 2*good > len(r.cells)
}

// continuesCell reports whether the single cell of r stands under a column.
func (p *pdfPage) continuesCell(r *printRow, columns [][2]float64) bool {
	l := &p.lines[r.cells[0]]
	for _, c := range columns {
		if l.x0 > c[0]-4 && l.x1 < c[1]+0.2*(c[1]-c[0])+4 {
			return true
		}
	}
	return false
}

// headsCell reports whether the single cell of r is the upper line of a cell of
// next, the first row of a table: close over it and not over the first cell,
// where a paragraph may end.
func (p *pdfPage) headsCell(r, next *printRow) bool {
	if len(r.cells) != 1 || next.y0-r.y1 > 0.3*r.size || !p.linesUp(r, p.edges(next)) {
		return false
	}
	first := next.cells[0]
	if p.rtl {
		first = next.cells[len(next.cells)-1]
	}
	l := &p.lines[r.cells[0]]
	return min(l.x1, p.lines[first].x1) <= max(l.x0, p.lines[first].x0)
}

// shortCells tells a table from prose in columns.
func (p *pdfPage) shortCells(rows []printRow, columns int) bool {
	cells, chars, alone := 0, 0, 0
	for k := range rows {
		for _, i := range rows[k].cells {
			cells++
			chars += p.lines[i].n
		}
		if len(rows[k].cells) == 1 {
			alone++
		}
	}
	most := maxCellChars
	if columns >= 3 {
		most += 16
	}
	return chars <= most*cells && 2*alone <= len(rows)+1
}

// takeTable makes a table of rows and notes their lines as taken.
func (p *pdfPage) takeTable(rows []printRow, taken map[int]int) {
	columns := [][2]float64{}
	for k := range rows {
		if len(rows[k].cells) > 1 || k == 0 {
			columns = mergeEdges(append(columns, p.edges(&rows[k])...), nil)
		}
	}
	t := &pdfTable{}
	rtl := p.rtl
	for k := range rows {
		r := &rows[k]
		cells := make([]string, len(columns))
		first := len(columns)
		for _, i := range r.cells {
			l := &p.lines[i]
			taken[i] = len(p.tables)
			c := columnOf(columns, l)
			if rtl {
				c = len(columns) - 1 - c
			}
			first = min(first, c)
			cells[c] = strings.TrimSpace(cells[c] + " " + l.text)
		}
		if n := len(t.rows); n > 0 && (k == 1 && len(rows[0].cells) == 1 || len(r.cells) == 1 && first > 0 || len(r.cells) < len(columns) && r.y0-rows[k-1].y1 < 0.1*r.size && first > 0) {
			for c, text := range cells {
				t.rows[n-1][c] = strings.TrimSpace(t.rows[n-1][c] + " " + text)
			}
			continue
		}
		t.rows = append(t.rows, cells)
	}
	p.tables = append(p.tables, t)
}

// columnOf gives the column that l shares most of its width with.
func columnOf(columns [][2]float64, l *line) int {
	best, most := 0, -1e9
	for c, e := range columns {
		if shared := min(l.x1, e[1]) - max(l.x0, e[0]); shared > most {
			best, most = c, shared
		}
	}
	return best
}
