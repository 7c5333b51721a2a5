package document

import "strings"

// webList is a list that is open.
type webList struct {
	format string // of formatNumber; "bullet" and "none" print no number
	next   int
	step   int
}

// webItem is a list item whose text has not come yet.
type webItem struct {
	level  int
	marker string
}

// numberStyles are the values of list-style-type and of the attribute type,
// as formatNumber knows them.
var numberStyles = map[string]string{
	"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
	"decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
	"upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
	"arabic-indic": "arabicNumbers", "devanagari": "hindiNumbers", "none": "none",
	"disc": "bullet", "circle": "bullet", "square": "bullet",
}

// listOf reads a list. A table of contents is left out.
func (w *web) listOf(n *node) error {
	if w.isContents(n) {
		return nil
	}
	if err := w.flush(); err != nil {
		return err
	}
	list := webList{format: "bullet", next: 1, step: 1}
	if n.name == "ol" {
		list.format = "decimal"
		if n.has("start") {
			list.next = atoi(n.get("start"))
		}
		if n.has("reversed") {
			list.step = -1
			if !n.has("start") {
				list.next = itemsOf(n)
			}
		}
	}
	if format := numberStyles[n.get("type")]; format != "" {
		list.format = format
	}
	if format := numberStyles[listStyle(n)]; format != "" {
		list.format = format
	}
	w.lists = append(w.lists, list)
	item := w.item
	w.item = nil
	err := w.flow(n)
	if err == nil {
		err = w.flush()
	}
	w.item = item
	w.lists = w.lists[:len(w.lists)-1]
	return err
}

// listStyle gives the value of a list's list-style-type.
func listStyle(n *node) string {
	for declaration := range strings.SplitSeq(strings.ToLower(n.get("style")), ";") {
		name, value, _ := strings.Cut(declaration, ":")
		if name = strings.TrimSpace(name); name == "list-style-type" || name == "list-style" {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

func itemsOf(n *node) int {
	count := 0
	for _, k := range n.kids {
		if k.name == "li" {
			count++
		}
	}
	return count
}

// itemOf reads a list item: its first paragraph is the item, the others follow
// it.
func (w *web) itemOf(n *node) error {
	if err := w.flush(); err != nil {
		return err
	}
	marker := w.nextMarker(n)
	if w.plain > 0 {
		// In a cell, numbers and letters are part of the text.
		if marker != "" && marker != "•" {
			w.run.text.WriteString(marker + " ")
		}
	} else {
		w.item = &webItem{max(len(w.lists), 1), marker}
	}
	if err := w.flow(n); err != nil {
		return err
	}
	err := w.flush()
	w.item = nil
	return err
}

// nextMarker counts one item of the innermost list and gives what is printed
// before it.
func (w *web) nextMarker(n *node) string {
	if len(w.lists) == 0 {
		return "•"
	}
	list := &w.lists[len(w.lists)-1]
	if n.has("value") {
		list.next = atoi(n.get("value"))
	}
	number := list.next
	list.next += list.step
	switch list.format {
	case "bullet":
		return "•"
	case "none":
		return ""
	case "arabicNumbers":
		return digitsFrom('٠', number) + "."
	}
	return formatNumber(list.format, number) + "."
}
