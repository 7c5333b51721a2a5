package privacy

import "slices"

// schoolAge is the age in years up to which a date of birth is a pupil's.
const schoolAge = 20

// recent reports whether somebody born in a year may go to school.
func (p *page) recent(year int) bool { return year < p.year && year >= p.year-schoolAge }

// dateOf finds a numeric date in the groups of a number, from group i on: the
// year it names, 0 for none.
func dateOf(r *run, i int) int {
	if len(r.groups) < i+3 || !dateSeparators(r.seps[i], r.seps[i+1]) {
		return 0
	}
	a, b, c := r.groups[i], r.groups[i+1], r.groups[i+2]
	switch {
	case len(a) == 4 && len(b) <= 2 && len(c) <= 2 && dayAndMonth(number(b), number(c)):
		return number(a)
	case len(a) <= 2 && len(b) <= 2 && dayAndMonth(number(a), number(b)):
		switch len(c) {
		case 4:
			return number(c)
		case 2:
			return 2000 + number(c)
		}
	}
	return 0
}

func dateSeparators(a, b string) bool {
	return a == b && slices.Contains([]string{".", "/", "-", ". ", " / ", " - "}, a)
}

func dayAndMonth(a, b int) bool {
	return a >= 1 && b >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12)
}

// withoutDate gives a number without a date at its beginning or its end. A
// year of two digits makes a date only where nothing else stands there:
// 06.12.34.56.78 is a telephone number.
func withoutDate(r run) run {
	whole := len(r.groups) == 3
	if dateOf(&r, 0) != 0 && (whole || len(r.groups[0]) == 4 || len(r.groups[2]) == 4) {
		r.groups, r.seps = r.groups[3:], r.seps[min(3, len(r.seps)):]
		r.plus = false
	}
	if n := len(r.groups); n >= 3 && dateOf(&r, n-3) != 0 && (len(r.groups[n-3]) == 4 || len(r.groups[n-1]) == 4) {
		r.groups, r.seps = r.groups[:n-3], r.seps[:max(n-4, 0)]
	}
	return r
}

// prose are the words before "born" in a sentence about somebody; a form or a
// list does not use them.
var prose = set("was|were|been|be|fue|fueron|ha|fut|est|était|sont|wurde|wurden|ist|foi|foram")

// dates reports whether a number can end a date of birth.
func (p *page) dates(r *run) bool {
	return p.recent(dateOf(r, 0)) || r.lengths(4) && p.recent(number(r.groups[0]))
}

// birth reports whether a number for which dates holds ends a date of birth: a
// numeric date after a label, or the year of a date in words. words are those
// before it.
func (p *page) birth(words []string, r *run) bool {
	if len(r.groups) > 1 {
		return births(words)
	}
	// "12 March 2014", "March 12, 2014", "12 de marzo de 2014"
	day, month := false, false
	for i := 0; i < len(words) && i < 5; i++ {
		switch n, isNumber := dayIn(words[i]); {
		case isNumber && !day:
			day = n >= 1 && n <= 31
		case fillers[words[i]]:
		case day && births(words[i:]):
			return true
		case isNumber || month:
			return false
		default:
			month = true
		}
	}
	return false
}

// dayIn reads a day as words hold it: "12", "12th", "1er", "1º".
func dayIn(word string) (n int, ok bool) {
	digits := 0
	for _, c := range word {
		d := asciiDigit(c)
		if d == 0 {
			break
		}
		n = n*10 + int(d-'0')
		if digits++; digits > 2 {
			return 0, false
		}
	}
	return n, digits > 0
}

// births reports whether words end with the label of a date of birth.
func births(words []string) bool {
	switch c, earlier := announced(words); c {
	case birthColumn:
		return true
	case bornColumn:
		return !prose[firstOf(earlier)]
	}
	return false
}
