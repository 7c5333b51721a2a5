package privacy

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// run is a number as it stands in a text: groups of digits with single
// separators between them.
type run struct {
	from, to int      // bytes of the text
	plus     bool     // a plus sign stands before it
	groups   []string // ASCII digits
	seps     []string // between the groups; one less than groups
}

func (r *run) digits() int {
	n := 0
	for _, g := range r.groups {
		n += len(g)
	}
	return n
}

func (r *run) joined() string { return strings.Join(r.groups, "") }

// lengths reports whether the groups have these lengths.
func (r *run) lengths(want ...int) bool {
	return slices.EqualFunc(r.groups, want, func(g string, n int) bool { return len(g) == n })
}

// asciiDigit gives the value of a digit of any script that numbers are
// written in here, as an ASCII digit; 0: it is none.
func asciiDigit(r rune) byte {
	for _, zero := range []rune{'0', '٠', '۰', '०'} {
		if r >= zero && r <= zero+9 {
			return byte('0' + r - zero)
		}
	}
	return 0
}

const (
	maxGroups = 24 // more are a list of numbers
	minPhone  = 7  // digits of a telephone number after its label
	maxPhone  = 15 // ITU-T E.164
)

// nextRun gives the first number at or after from.
func nextRun(text string, from int) (run, bool) {
	for from < len(text) {
		c, n := utf8.DecodeRuneInString(text[from:])
		if asciiDigit(c) != 0 {
			return readRun(text, from), true
		}
		from += n
	}
	return run{}, false
}

func readRun(text string, from int) run {
	r := run{from: from, to: from}
	before := strings.TrimSuffix(text[:from], "(")
	if strings.HasSuffix(before, "+") {
		before = before[:len(before)-1]
		c, _ := utf8.DecodeLastRuneInString(before)
		r.plus = !unicode.IsLetter(c) && !unicode.IsDigit(c)
	}
	at := from
	for len(r.groups) < maxGroups {
		var group []byte
		for at < len(text) {
			c, n := utf8.DecodeRuneInString(text[at:])
			d := asciiDigit(c)
			if d == 0 {
				break
			}
			group = append(group, d)
			at += n
		}
		r.groups = append(r.groups, string(group))
		r.to = at
		sep := separator(text[at:])
		next, _ := utf8.DecodeRuneInString(text[at+len(sep):])
		if sep == "" || asciiDigit(next) == 0 {
			break
		}
		r.seps = append(r.seps, sep)
		at += len(sep)
	}
	return r
}

// separator gives what stands between two groups of a telephone number or a
// date, or nothing.
func separator(text string) string {
	n := 0
	for n < len(text) && n < 3 && strings.IndexByte(" -./()", text[n]) >= 0 {
		n++
	}
	if n == 0 && strings.HasPrefix(text, "\u00a0") {
		return "\u00a0"
	}
	switch text[:n] {
	case " ", "-", ".", "/", ") ", ")", " (", ")-", " - ", " / ", "/ ", ") (", ". ":
		return text[:n]
	case "(":
		return "("
	}
	return ""
}

// numbers looks at every number of a text; what it holds before from is the
// head of its column.
func (p *page) numbers(text string, from int) {
	for at := from; ; {
		r, ok := nextRun(text, at)
		if !ok {
			return
		}
		at = r.to
		p.number(text, r)
	}
}

func (p *page) number(text string, r run) {
	switch {
	case p.dates(&r) && p.birth(lastWords(tail(text[:r.from], 90), 10), &r):
		p.add(Birth, text[r.from:r.to])
	case isIdentity(text, &r):
		p.add(Identity, r.joined())
	case p.street(text, &r):
	default:
		p.phone(text, withoutDate(r))
	}
}

// phone adds a telephone number: by its form, or by the label before it.
func (p *page) phone(text string, r run) {
	n := r.digits()
	after, _ := utf8.DecodeRuneInString(text[r.to:])
	if n < minPhone || n > maxPhone || unicode.IsLetter(after) || strings.ContainsRune("%€°=", after) {
		return
	}
	words := lastWords(tail(text[:r.from], 90), 6)
	for _, w := range words[:min(len(words), 3)] {
		if w == "isbn" || w == "issn" || w == "isbn-10" || w == "isbn-13" {
			return
		}
	}
	if c, _ := announced(words); c == phoneColumn && !isYears(&r) {
		p.add(Phone, r.joined())
		return
	}
	if isMoney(text[:r.from]) {
		return
	}
	switch sure, maybe := isPhone(&r); {
	case sure:
		p.add(Phone, r.joined())
	case maybe:
		p.weak = append(p.weak, r.joined())
	}
}

func firstOf(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

// tail gives the end of a text, cut between characters.
func tail(text string, most int) string {
	if len(text) <= most {
		return text
	}
	from := len(text) - most
	for from < len(text) && text[from]&0xc0 == 0x80 {
		from++
	}
	return text[from:]
}

func isMoney(before string) bool {
	before = strings.TrimRight(before, " \u00a0")
	for _, sign := range []string{"$", "€", "£", "₹", "¥", "=", "×", "±", "≈", "<", ">"} {
		if strings.HasSuffix(before, sign) {
			return true
		}
	}
	return false
}

// isYears reports whether a number is two years, such as 1914-1918.
func isYears(r *run) bool {
	return r.lengths(4, 4) && strings.IndexByte("12", r.groups[0][0]) >= 0 && strings.IndexByte("12", r.groups[1][0]) >= 0
}

// isPhone reports whether a number without a label is a telephone number by
// its form: the international form of ITU-T E.123, North America's 3-3-4,
// Europe's trunk prefix 0, India's 5-5. maybe is one whose form is shared by
// other things.
func isPhone(r *run) (sure, maybe bool) {
	n, all := r.digits(), r.joined()
	switch {
	case n < 8 || monotone(r) || strings.Trim(all, "01") == "" || grouped(r) && n < 10:
		return false, false
	case r.plus:
		decimal := r.lengths(1, n-1) && r.seps[0] == "."
		return all[0] != '0' && !decimal, false
	case strings.HasPrefix(r.groups[0], "00"):
		return n >= 11 && all[2] != '0' && (len(r.groups) > 2 || n > 11), false
	case r.lengths(3, 3, 4):
		american := all[0] >= '2' && (all[3] >= '2' || r.seps[0] != " ")
		return american && r.seps[1] != "/", false
	case all[0] == '0':
		return trunk(r), false
	case r.lengths(5, 5) && (r.seps[0] == " " || r.seps[0] == "-"):
		return all[0] >= '6', false
	case r.lengths(10):
		return false, all[0] >= '6' && !strings.HasSuffix(all, "000")
	}
	return false, false
}

// trunk reports whether a number that begins with 0 has the form of a
// national one.
func trunk(r *run) bool {
	n, first := r.digits(), len(r.groups[0])
	if n < 9 || n > 12 || first == 1 || len(r.groups) > 6 {
		return false
	}
	for _, g := range r.groups[1:] {
		if len(g) == 1 {
			return false
		}
	}
	return len(r.groups) > 1 || n == 10 || n == 11
}

// grouped reports whether a number is written in thousands.
func grouped(r *run) bool {
	if len(r.groups) < 2 || len(r.groups[0]) > 3 {
		return false
	}
	for _, g := range r.groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return true
}

// monotone reports whether the groups, or the digits of the only one, go up or
// down by equal steps: a counting exercise.
func monotone(r *run) bool {
	values := r.groups
	if len(values) == 1 {
		values = strings.Split(values[0], "")
	}
	if len(values) < 3 {
		return false
	}
	step := number(values[1]) - number(values[0])
	for i := 2; i < len(values); i++ {
		if number(values[i])-number(values[i-1]) != step {
			return false
		}
	}
	return true
}

// number gives the value of at most nine digits.
func number(digits string) int {
	n := 0
	for i := 0; i < len(digits) && i < 9; i++ {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}

// isIdentity reports whether r is an identity number by the label before it:
// at least five letters and digits, four digits among them.
func isIdentity(text string, r *run) bool {
	letters := beside(text[:r.from])
	before := text[:r.from-letters]
	length, digits := token(text[len(before):])
	if digits = max(digits, r.digits()); digits < 4 || max(length, digits) < 5 {
		return false
	}
	words := lastWords(tail(before, 60), 5)
	c, earlier := announced(words)
	if c != identityColumn {
		return false
	}
	// "nie", "id" and "rut" are words of prose too: a colon, a "no." or a
	// second word makes them labels.
	before = strings.TrimRight(before, " \u00a0")
	return strings.HasSuffix(before, ":") || strings.HasSuffix(before, "#") || len(words)-len(earlier) > 1
}

// token gives the length of the ASCII letters and digits that a text begins
// with, and how many are digits.
func token(text string) (length, digits int) {
	for ; length < len(text) && length < 32; length++ {
		switch c := text[length]; {
		case c >= '0' && c <= '9':
			digits++
		case c|0x20 < 'a' || c|0x20 > 'z':
			return length, digits
		}
	}
	return length, digits
}

// beside gives the length of the letters that stand directly before a number,
// at most three.
func beside(before string) int {
	n := 0
	for i := 0; i < 3; i++ {
		c, size := utf8.DecodeLastRuneInString(before[:len(before)-n])
		if c >= utf8.RuneSelf || !unicode.IsLetter(c) {
			return n
		}
		n += size
	}
	return 0
}
