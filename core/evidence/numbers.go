package evidence

import (
	"strconv"
	"strings"
	"unicode"
)

// numberAt reads the number that begins at raw[i], in digits or in words, and
// gives how many tokens it takes; 0 where there is none. "Fifty thousand",
// "50,000" and "५० हज़ार" are one value.
func (t *tongue) numberAt(raw []rawToken, i int) (value float64, n int) {
	var total, current float64
	plain := false // the last one was a value below a hundred
	for k := i; k < len(raw); k++ {
		word := raw[k].text
		if k > i && raw[k].pause != 0 {
			break
		}
		if k > i && t.joins[word] && k+1 < len(raw) && raw[k+1].pause == 0 && t.joinable(raw, k+1, current, total) {
			continue
		}
		joined := false
		v, isDigits := digits(word)
		ok := isDigits
		if !ok {
			v, ok = t.numbers[word]
		}
		if !ok && k > i {
			if rest, found := strings.CutPrefix(word, t.joinPrefix); found && t.joinPrefix != "" {
				if v, ok = t.numbers[rest]; ok {
					joined = true
				}
			}
		}
		if !ok {
			break
		}
		switch {
		case v >= 100 && !isDigits && k > i && isRound(v) && (plain || current > 0):
			if v == 100 {
				current *= v
			} else {
				total += current * v
				current = 0
			}
			plain = false
		case k == i:
			current, plain = v, v < 100 || isDigits
		case isDigits:
			return finish(raw[i], total+current), k - i
		case !fits(current, total, v, joined):
			return finish(raw[i], total+current), k - i
		default:
			current += v
			plain = v < 100
		}
		n = k - i + 1
	}
	if n == 0 {
		return 0, 0
	}
	return finish(raw[i], total+current), n
}

func finish(first rawToken, v float64) float64 {
	if first.negative {
		return -v
	}
	return v
}

// isRound reports whether v multiplies what stands before it.
func isRound(v float64) bool {
	return v == 100 || v == 1e3 || v == 1e5 || v == 1e6 || v == 1e7 || v == 1e9
}

// fits reports whether v can follow in the same number: it is smaller than the
// last place that was said, or ten times greater where the units come first
// (Arabic, "five and twenty").
func fits(current, total, v float64, joined bool) bool {
	switch {
	case current == 0:
		return total > v
	case joined && current < 10 && v >= 20 && v < 100:
		return true
	case current >= 100:
		return v < 100
	case current >= 20 && int(current)%10 == 0:
		return v < 10
	}
	return false
}

// joinable reports whether the number goes on after a joining word.
func (t *tongue) joinable(raw []rawToken, k int, current, total float64) bool {
	v, ok := t.numbers[raw[k].text]
	return ok && fits(current, total, v, true)
}

// digits reads a number in digits: with groups of three parted by any mark,
// and a decimal mark before any other count of digits.
func digits(s string) (float64, bool) {
	if s == "" || !unicode.IsDigit(rune(s[0])) {
		return 0, false
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
	whole := strings.Join(parts, "")
	if last := parts[len(parts)-1]; len(parts) > 1 && len(last) != 3 {
		whole = strings.Join(parts[:len(parts)-1], "") + "." + last
	}
	v, err := strconv.ParseFloat(whole, 64)
	return v, err == nil
}

// numberKey is what a number is compared by.
func numberKey(v float64) string { return "=" + strconv.FormatFloat(v, 'g', 12, 64) }
