package ondevice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"edusmart/core/lazyregexp"
)

// unspacedGaps gives the words and numbers of passage i that a gap can stand
// for where words are not spaced.
func (c *corpus) unspacedGaps(i int) []gapWord {
	p := &c.passages[i]
	var out []gapWord
	for j := range p.words {
		if p.words[j].number {
			if g, ok := c.numberAt(p, j); ok {
				out = append(out, g)
			}
		}
	}
	switch c.tongue.tag {
	case "zh":
		out = append(out, numeralGaps(p)...)
	case "th":
		out = append(out, thaiNumeralGaps(p)...)
	}
	if i >= len(c.lexemes) {
		return out
	}
	for _, o := range c.lexemes[i] {
		if !o.noun || !o.free || c.enumerated(i, o.span) {
			continue
		}
		g := gapWord{kind: noun, text: o.lexeme.text, span: o.span}
		if before := lastRune(p.text[:o.from]); o.from > 0 {
			g.before = string(before)
		}
		if g.first, g.last = p.piecesAt(o.span); g.first >= 0 {
			out = append(out, g)
		}
	}
	return out
}

// piecesAt gives the first and the last of the passage's pieces that lie in
// s, or a piece that holds it; -1 where there is none.
func (p *passage) piecesAt(s span) (first, last int) {
	first, last = -1, -1
	for j, w := range p.words {
		if w.from >= s.from && w.to <= s.to {
			if first < 0 {
				first = j
			}
			last = j
		}
	}
	if first >= 0 {
		return first, last
	}
	for j, w := range p.words {
		if w.from <= s.from && w.to >= s.to {
			return j, j
		}
	}
	return -1, -1
}

var (
	chineseNumeral = lazyregexp.New(`[零一二两三四五六七八九十百千万亿]+`)
	chineseUnits   = newWordSet("个 只 条 年 天 公 米 克 吨 度 人 座 部 颗 次 岁 倍 种 分 小 升 平 毫 厘 千 元 页 块 片 多 层 名 位 头 本 匹 艘 间 根")
)

// leastAsked is the least number that is asked for: smaller ones say little.
const leastAsked = 3

// numeralGaps finds the numbers that a Chinese sentence writes in numerals of
// its own before a unit.
func numeralGaps(p *passage) []gapWord {
	var out []gapWord
	for _, m := range chineseNumeral().FindAllStringIndex(p.text, -1) {
		text := p.text[m[0]:m[1]]
		v, ok := readNumeral(text)
		before, after := lastRune(p.text[:m[0]]), firstRune(p.text[m[1]:])
		if !ok || v < leastAsked || writeNumeral(v) != text || m[0] > 0 && (strings.ContainsRune("第几数", before) || unicode.IsDigit(before)) || !chineseUnits[string(after)] {
			continue
		}
		g := gapWord{kind: number, text: text, span: span{m[0], m[1]}, unit: string(after)}
		if g.first, g.last = p.piecesAt(g.span); g.first >= 0 {
			out = append(out, g)
		}
	}
	return out
}

const numeralDigits = "零一二三四五六七八九"

// readNumeral reads a number below ten thousand millions written in Chinese.
func readNumeral(text string) (int, bool) {
	total, part, digit := 0, 0, 0
	for _, r := range text {
		switch r {
		case '两':
			digit = 2
		case '十', '百', '千':
			unit := map[rune]int{'十': 10, '百': 100, '千': 1000}[r]
			part += max(digit, 1) * unit
			digit = 0
		case '万', '亿':
			unit := map[rune]int{'万': 10_000, '亿': 100_000_000}[r]
			total = (total + part + digit) * unit
			part, digit = 0, 0
		default:
			at := strings.IndexRune(numeralDigits, r)
			if at < 0 || digit > 0 {
				return 0, false
			}
			digit = at / utf8.RuneLen('零')
		}
	}
	return total + part + digit, true
}

// writeNumeral writes v, below ten thousand millions, in Chinese; "" for 0.
func writeNumeral(v int) string {
	digits := []rune(numeralDigits)
	switch {
	case v >= 100_000_000:
		return writeNumeral(v/100_000_000) + "亿" + writeNumeral(v%100_000_000)
	case v >= 10_000:
		return writeNumeral(v/10_000) + "万" + gapZero(v%10_000, 1000) + writeNumeral(v%10_000)
	}
	text := ""
	for _, u := range []struct {
		value int
		name  string
	}{{1000, "千"}, {100, "百"}, {10, "十"}} {
		if v < u.value {
			continue
		}
		if u.value > 10 || v >= 20 || text != "" {
			if u.value == 1000 && v/u.value == 2 {
				text += "两"
			} else {
				text += string(digits[v/u.value])
			}
		}
		text += u.name
		if v %= u.value; v > 0 && v < u.value/10 {
			text += "零"
		}
	}
	if v > 0 {
		text += string(digits[v])
	}
	return text
}

func gapZero(v, least int) string {
	if v > 0 && v < least {
		return "零"
	}
	return ""
}
