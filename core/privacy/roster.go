package privacy

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"edusmart/core/story"
)

// The sizes from which on names in a row are a list of pupils. A table of an
// exercise ("Tom 5, Ana 7") is short and has first names only.
const (
	fullNames  = 4  // rows with a first name and a surname, beside a class or a mark
	firstNames = 10 // rows with a first name only, in a column that says they are pupils
	contacts   = 2  // rows with a name beside a telephone number, an address or the like
	listLines  = 4  // lines with a full name and a class or, on a page that calls itself a list, alone
	maxRows    = 2000
	maxColumns = 40
)

// splitTable gives the cells of a text whose lines are cells joined by " | "
// or tabs; nil where it is no table.
func splitTable(text string) [][]string {
	if !strings.Contains(text, "\n") {
		return nil
	}
	var rows [][]string
	for line := range strings.SplitSeq(text, "\n") {
		sep := " | "
		if strings.Contains(line, "\t") {
			sep = "\t"
		}
		if cells := strings.Split(line, sep); len(cells) > 1 {
			rows = append(rows, cells)
		}
	}
	if len(rows) < 2 {
		return nil
	}
	return rows
}

// table looks at the cells of a table, each with the head of its column as its
// label, and at whether its rows are pupils.
func (p *page) table(rows [][]string) {
	rows = rows[:min(len(rows), maxRows)]
	heads := rows[0]
	for i, row := range rows {
		for j, cell := range row {
			label := ""
			if i > 0 && j < len(heads) {
				label = heads[j]
			}
			p.text(label, cell)
		}
	}
	p.roster(rows)
}

// roster adds a list of pupils where the rows of a table are one.
func (p *page) roster(rows [][]string) {
	heads := make([]column, min(len(rows[0]), maxColumns))
	for j := range heads {
		heads[j] = headOf(rows[0][j])
	}
	name := slices.IndexFunc(heads, func(c column) bool { return c == pupilColumn || c == nameColumn })
	if name < 0 {
		return
	}
	full, first, contact, school := 0, 0, 0, 0
	example := ""
	for _, row := range rows[1:] {
		person := nameIn(row, heads)
		words := nameWords(person)
		if words == 0 {
			continue
		}
		first++
		full += oneIf(words > 1)
		contact += oneIf(anyCell(row, heads, isContact))
		school += oneIf(anyCell(row, heads, isSchool))
		if example == "" {
			example = person
		}
	}
	pupils := heads[name] == pupilColumn || slices.Contains(heads, rollColumn) || p.cue
	many := first > (len(rows)-1)*6/10
	switch {
	case contact >= contacts && first >= contacts,
		many && full >= fullNames && full*10 >= first*6 && school*10 >= first*6,
		many && pupils && first >= firstNames && school*10 >= first*6:
		p.add(List, example)
	}
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}

// nameIn joins the cells of a row that hold the name.
func nameIn(row []string, heads []column) string {
	var parts []string
	for j, c := range heads {
		if j < len(row) && (c == nameColumn || c == pupilColumn) {
			parts = append(parts, strings.TrimSpace(row[j]))
		}
	}
	return strings.Join(parts, " ")
}

func anyCell(row []string, heads []column, is func(column, string) bool) bool {
	for j, c := range heads {
		if j < len(row) && is(c, strings.TrimSpace(row[j])) {
			return true
		}
	}
	return false
}

// isContact reports whether a cell holds what leads to a person.
func isContact(c column, cell string) bool {
	r, ok := nextRun(cell, 0)
	switch c {
	case phoneColumn:
		return ok && r.digits() >= 6 && r.digits() <= 15
	case mailColumn:
		return strings.Contains(cell, "@")
	case addressColumn:
		return ok && len(cell) > 8
	case birthColumn:
		return ok && dateOf(&r, 0) != 0
	case identityColumn:
		return ok && r.digits() >= 5
	}
	return false
}

// isSchool reports whether a cell holds a class, a mark or the like.
func isSchool(c column, cell string) bool {
	switch c {
	case classColumn:
		return isClass(cell)
	case markColumn, rollColumn, ageColumn:
		return isMark(cell)
	}
	return false
}

// isMark reports whether a text is a mark: a number of at most three digits
// with decimals, a fraction or per cent, or a letter.
func isMark(text string) bool {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > 16 {
		return false
	}
	if r, ok := nextRun(text, 0); ok {
		return len(r.groups[0]) <= 3 && r.from == 0
	}
	return utf8.RuneCountInString(strings.TrimRight(text, "+-")) == 1
}

// classWords stand before or after the number of a class.
var classWords = set("grade|year|class|form|klasse|clase|curso|classe|turma|ano|série|grado|primaria|eso|jahrgangsstufe|الصف|صف|कक्षा|वर्ग|th|st|nd|rd|th grade|room")

// isClass reports whether a text names a school class: "5b", "Grade 4",
// "VII-B", "CM2", "3º A".
func isClass(text string) bool {
	text = strings.TrimSpace(text)
	if text == "" || utf8.RuneCountInString(text) > 24 {
		return false
	}
	words, short := firstWords(text, 4), 0
	for _, w := range words {
		switch {
		case classWords[w] || isArabicOrdinal(w):
			return true
		case isClassMark(w):
			short++
		}
	}
	return short > 0 && short == len(words)
}

// isClassMark reports whether a folded word is a short mark such as "5b",
// "10", "cm2", "viib", "7-a".
func isClassMark(w string) bool {
	n := utf8.RuneCountInString(w)
	if n > 5 {
		return false
	}
	if strings.Trim(w, "ivx-") == "" && n > 1 || n == 1 {
		return true
	}
	r, ok := nextRun(w, 0)
	return ok && len(r.groups[0]) <= 2
}

// isArabicOrdinal reports whether a word is the number of a class in Arabic.
func isArabicOrdinal(w string) bool {
	switch w {
	case "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر":
		return true
	}
	return false
}

// nameWords counts the words of a person's name; 0: the text is none. A name
// is up to five words of letters, capitalised where the script has capitals,
// but for particles such as "de" and "van".
func nameWords(text string) int {
	if len(text) > 80 {
		return 0
	}
	n := 0
	for w := range strings.FieldsSeq(strings.ReplaceAll(text, ",", " ")) {
		switch {
		case particles[strings.ToLower(w)]:
			continue
		case !isNameWord(w):
			return 0
		}
		n++
	}
	if n > 5 {
		return 0
	}
	return n
}

var particles = set("de|del|la|las|los|da|das|do|dos|di|du|van|von|der|den|zu|bin|ibn|bint|al|el|y|e|le")

func isNameWord(w string) bool {
	w = strings.TrimSuffix(w, ".") // an initial
	for i, c := range w {
		switch {
		case i == 0 && (!unicode.IsLetter(c) || unicode.IsLower(c)):
			return false
		case !unicode.IsLetter(c) && !unicode.Is(unicode.M, c) && c != '\'' && c != '’' && c != '-':
			return false
		}
	}
	return w != "" && utf8.RuneCountInString(w) <= 20
}

// lists finds lines in a row that are pupils: each a full name with a class,
// or, on a page that calls itself a list, with a mark or alone.
func (p *page) lists(blocks []story.Block) {
	inRow, example := 0, ""
	for i := range blocks {
		b := &blocks[i]
		if len(b.Cells) > 0 || len(b.Text) > maxBlock {
			continue
		}
		for line := range strings.SplitSeq(b.Text, "\n") {
			person, ok := p.pupil(line)
			if !ok {
				if strings.TrimSpace(line) != "" {
					inRow = 0
				}
				continue
			}
			if inRow++; inRow == 1 {
				example = person
			}
			if inRow == listLines {
				p.add(List, example)
			}
		}
	}
}

// pupil reads a line such as "3. Anna Schmidt, 5b".
func (p *page) pupil(line string) (name string, ok bool) {
	if len(line) > 120 || len(line) < 4 {
		return "", false
	}
	line = strings.TrimLeftFunc(line, func(r rune) bool { return !unicode.IsLetter(r) })
	var rest string
	for at, c := range line { // the name ends before the first digit, sign or class word
		if unicode.IsLetter(c) || unicode.Is(unicode.M, c) || strings.ContainsRune(" '’-.", c) {
			continue
		}
		if c == ',' && !strings.Contains(line[:at], " ") {
			continue // "Schmidt, Anna"
		}
		line, rest = line[:at], line[at:]
		break
	}
	name = strings.Trim(line, " -.–")
	if cut, last, found := cutLast(name); found && classWords[fold(last)] {
		name, rest = strings.Trim(cut, " -.–"), last+rest
	}
	if nameWords(name) < 2 {
		return "", false
	}
	rest = strings.Trim(rest, " ,;:()-–—.")
	return name, hasLetterAndDigit(rest) && isClass(rest) || p.cue && (rest == "" || isMark(rest) || isClass(rest))
}

func cutLast(text string) (before, last string, found bool) {
	at := strings.LastIndexByte(text, ' ')
	if at < 0 {
		return text, "", false
	}
	return text[:at], text[at+1:], true
}

// hasLetterAndDigit reports whether a text is more than a number: "5b" and
// "Grade 4" are classes, "4" can be anything.
func hasLetterAndDigit(text string) bool {
	return strings.ContainsFunc(text, unicode.IsLetter) && strings.ContainsFunc(text, unicode.IsDigit)
}

// record finds a form that was filled in for one pupil: a full name after its
// label, and soon after it a class after its label.
func (p *page) record(blocks []story.Block) {
	const within = 4 // blocks
	named, example := -within, ""
	for i := range blocks {
		if len(blocks[i].Cells) > 0 || len(blocks[i].Text) > 400 {
			continue
		}
		for _, f := range fields(blocks[i].Text) {
			switch {
			case (f.label == nameColumn || f.label == pupilColumn) && nameWords(f.value) > 1:
				named, example = i, f.value
			case f.label == classColumn && i-named < within && isClass(f.value):
				p.add(List, example)
				named = -within
			}
		}
	}
}

// field is a label with its value, "Class: 5b".
type field struct {
	label column
	value string
}

// fields splits "Name: Maria López Class: 5b" into its labels and values.
func fields(text string) []field {
	parts := strings.Split(text, ":")
	var all []field
	for i, part := range parts[:max(len(parts)-1, 0)] {
		c, _ := announced(lastWords(part, 4))
		value := parts[i+1]
		if i+2 < len(parts) { // the next label ends this value
			_, n := labelAt(lastWords(value, 4))
			value = withoutLast(value, max(n, 1))
		}
		all = append(all, field{c, strings.Trim(value, " \t\n_.,;")})
	}
	return all
}

func withoutLast(text string, words int) string {
	for range words {
		text = strings.TrimRightFunc(text, unicode.IsSpace)
		text = text[:strings.LastIndexFunc(text, unicode.IsSpace)+1]
	}
	return text
}
