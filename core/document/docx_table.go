package document

import (
	"slices"
	"strings"
)

// tableOf reads a table. A cell that spans columns or rows has its text in
// its first place and leaves the others empty, so that columns stay in line.
// The pictures of its cells stand before it.
func (d *docx) tableOf(n *node) error {
	if rows := flatRows(n, "w:tr"); len(rows) == 1 {
		if cells := flatRows(rows[0], "w:tc"); len(cells) == 1 {
			return d.blocks(cells[0]) // a frame around text
		}
	}
	var rows [][]string
	for _, tr := range flatRows(n, "w:tr") {
		if tr.path("w:trPr", "w:del") != nil {
			continue
		}
		var row []string
		for _, tc := range flatRows(tr, "w:tc") {
			props := tc.kid("w:tcPr")
			text, err := d.cell(tc)
			if err != nil {
				return err
			}
			if merge := props.kid("w:vMerge"); merge != nil && merge.get("w:val") != "restart" {
				text = ""
			}
			row = append(row, text)
			row = spanned(row, atoi(props.kid("w:gridSpan").get("w:val")))
		}
		rows = append(rows, row)
	}
	return d.table(squared(rows))
}

// maxColumns bounds how far a cell can span.
const maxColumns = 64

// spanned adds the empty places of a cell that spans columns.
func spanned(row []string, span int) []string {
	for i := 1; i < span && len(row) < maxColumns; i++ {
		row = append(row, "")
	}
	return row
}

// squared gives all rows the same number of cells and takes away columns in
// which there is nothing.
func squared(rows [][]string) [][]string {
	wide := 0
	for _, row := range rows {
		wide = max(wide, len(row))
	}
	used := make([]bool, wide)
	for i, row := range rows {
		for j, cell := range row {
			used[j] = used[j] || strings.TrimSpace(cell) != ""
		}
		rows[i] = append(row, make([]string, wide-len(row))...)
	}
	if !slices.Contains(used, false) {
		return rows
	}
	for i, row := range rows {
		var kept []string
		for j, cell := range row {
			if used[j] {
				kept = append(kept, cell)
			}
		}
		rows[i] = kept
	}
	return rows
}

// flatRows gives the children of that name, looking into content controls,
// insertions and groups of rows, not into other tables.
func flatRows(n *node, name string) []*node {
	var found []*node
	for _, k := range n.kids {
		switch k.name {
		case name:
			found = append(found, k)
		case "w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml",
			"table:table-header-rows", "table:table-rows", "table:table-row-group":
			found = append(found, flatRows(k, name)...)
		}
	}
	return found
}

// cell gives the text of a table's cell; its pictures are put in at once.
func (d *docx) cell(n *node) (string, error) {
	var parts []string
	var visit func(n *node) error
	visit = func(n *node) error {
		for _, k := range n.kids {
			switch k.name {
			case "w:p":
				style := k.path("w:pPr", "w:pStyle").get("w:val")
				p := d.newRun(style)
				p.runs(k)
				if err := d.putPictures(p.pictures); err != nil {
					return err
				}
				text := strings.TrimSpace(p.text.String())
				if marker, _, ok := d.markerOf(k.kid("w:pPr"), style); ok && text != "" && marker != "•" {
					text = marker + " " + text
				}
				if text != "" {
					parts = append(parts, text)
				}
			case "w:tcPr", "w:tblPr", "w:trPr":
			default:
				if err := visit(k); err != nil {
					return err
				}
			}
		}
		return nil
	}
	err := visit(n)
	return strings.Join(parts, "\n"), err
}
