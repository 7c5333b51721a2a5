package document

import "strings"

// maxRows bounds the rows of one table, and how far a cell can span.
const maxRows = 20_000

// tableOf reads a table. One that only lays out a page is read cell by cell.
func (w *web) tableOf(n *node) error {
	if err := w.flush(); err != nil {
		return err
	}
	if w.plain > 0 {
		return w.block(n)
	}
	if isLayout(n) {
		return w.cellsOf(n)
	}
	var rows [][]string
	var captions []*node
	below := map[int]int{} // column: rows that a cell above still spans
	err := w.rowsOf(n, func(k *node) error {
		if k.name == "caption" {
			captions = append(captions, k)
			return nil
		}
		if len(rows) >= maxRows {
			return nil
		}
		row, err := w.rowOf(k, below)
		rows = append(rows, row)
		return err
	})
	if err != nil {
		return err
	}
	if err := w.table(squared(rows)); err != nil {
		return err
	}
	for _, k := range captions {
		if err := w.captionOf(k); err != nil {
			return err
		}
	}
	return nil
}

// rowsOf calls f with the rows and captions of a table, not with those of
// tables in it.
func (w *web) rowsOf(n *node, f func(*node) error) error {
	for _, k := range n.kids {
		var err error
		switch {
		case k.name == "" || w.leftOut(k):
		case k.name == "tr", k.name == "caption":
			err = f(k)
		case k.name == "thead", k.name == "tbody", k.name == "tfoot":
			err = w.rowsOf(k, f)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// rowOf reads a row. A cell that spans columns or rows has its text in its
// first place and leaves the others empty.
func (w *web) rowOf(n *node, below map[int]int) ([]string, error) {
	var row []string
	covered := func() {
		for below[len(row)] > 0 && len(row) < maxColumns {
			below[len(row)]--
			row = append(row, "")
		}
	}
	for _, k := range n.kids {
		if k.name != "td" && k.name != "th" || len(row) >= maxColumns {
			continue
		}
		covered()
		text, err := w.textOf(k)
		if err != nil {
			return nil, err
		}
		if w.leftOut(k) {
			text = ""
		}
		at := len(row)
		row = spanned(append(row, text), atoi(k.get("colspan")))
		if down := min(atoi(k.get("rowspan")), maxRows); down > 1 {
			for i := at; i < len(row); i++ {
				below[i] = down - 1
			}
		}
	}
	covered()
	return row, nil
}

// cellsOf reads the cells of a layout as if there were no table.
func (w *web) cellsOf(n *node) error {
	for _, k := range n.kids {
		var err error
		switch {
		case k.name == "td" || k.name == "th":
			if !w.leftOut(k) {
				err = w.block(k)
			}
		case tableElements[k.name] && k.name != "table" && k.name != "caption":
			err = w.cellsOf(k)
		default:
			err = w.visit(k)
		}
		if err != nil {
			return err
		}
	}
	return w.flush()
}

var layoutContents = setOf("table h1 h2 h3 h4 h5 h6 figure article section main")

// isLayout reports whether a table only lays out what stands in it.
func isLayout(n *node) bool {
	role := strings.ToLower(n.get("role"))
	return role == "presentation" || role == "none" || n.contains(layoutContents) || hasLongCell(n)
}

// hasLongCell reports whether a cell of the table holds several paragraphs of
// prose.
func hasLongCell(n *node) bool {
	for _, k := range n.kids {
		if k.name != "td" && k.name != "th" {
			if hasLongCell(k) {
				return true
			}
			continue
		}
		blocks := 0
		for _, block := range k.kids {
			if blockElements[block.name] {
				blocks++
			}
		}
		if blocks >= 3 && wordCount(k.plain()) > 2*wordsOfProse {
			return true
		}
	}
	return false
}
