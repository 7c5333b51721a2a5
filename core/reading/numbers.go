package reading

import (
	"strings"
	"unicode"
)

// numberSyllables counts a word with digits in it as it is read out in
// English: 1969 as "nineteen sixty-nine", 3.5 as "three point five". What it
// cannot read counts a syllable a digit.
func numberSyllables(word string) int {
	n := 0
	whole, fraction, _ := strings.Cut(strings.ReplaceAll(word, ",", ""), ".")
	for i, part := range []string{whole, fraction} {
		digits := strings.TrimRightFunc(part, unicode.IsLetter)
		n += len([]rune(part[len(digits):])) / 3 // "20th" ends as "20" does; "20km" does not
		switch {
		case digits == "":
		case i == 1:
			n += 1 + spelled(digits)
		case year(digits):
			n += below100(digits[:2]) + below100(digits[2:])
		default:
			n += cardinal(digits)
		}
	}
	return n
}

// year reports whether digits are read as two pairs.
func year(digits string) bool {
	return len(digits) == 4 && ascii(digits) && digits[0] == '1' && digits[1] != '0' && digits[2] != '0'
}

// onesSyllables are zero to nineteen, tensSyllables zero to ninety.
var (
	onesSyllables = [...]int{2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2}
	tensSyllables = [...]int{0, 0, 2, 2, 2, 2, 2, 3, 2, 2}
)

const (
	mostDigits = 12 // that are read as one number; more are spelled
	hundred    = 2  // syllables
	thousand   = 2  // and million
)

// cardinal counts a whole number, by thousands.
func cardinal(digits string) int {
	digits = strings.TrimLeft(digits, "0")
	if digits == "" {
		return onesSyllables[0]
	}
	if len(digits) > mostDigits || !ascii(digits) {
		return spelled(digits)
	}
	n := 0
	for len(digits) > 0 {
		size := (len(digits)-1)%3 + 1
		group := digits[:size]
		digits = digits[size:]
		if strings.Trim(group, "0") == "" {
			continue
		}
		if size == 3 && group[0] != '0' {
			n += onesSyllables[group[0]-'0'] + hundred
		}
		n += below100(group[max(0, size-2):])
		if len(digits) > 0 {
			n += thousand
		}
	}
	return n
}

// below100 counts one or two digits; zero is not said.
func below100(digits string) int {
	n := 0
	for _, d := range digits {
		n = n*10 + int(d-'0')
	}
	switch {
	case n == 0:
		return 0
	case n < len(onesSyllables):
		return onesSyllables[n]
	case n%10 == 0:
		return tensSyllables[n/10]
	}
	return tensSyllables[n/10] + onesSyllables[n%10]
}

// spelled counts digits that are read one by one.
func spelled(digits string) int {
	n := 0
	for _, d := range digits {
		if d >= '0' && d <= '9' {
			n += onesSyllables[d-'0']
		} else {
			n++
		}
	}
	return n
}

func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}
