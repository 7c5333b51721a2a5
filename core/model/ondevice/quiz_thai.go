package ondevice

import (
	"strings"

	"edusmart/core/lazyregexp"
)

var (
	thaiNumeral = lazyregexp.New(`(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่สิบ|เอ็ด|ร้อย|พัน|หมื่น|แสน|ล้าน)+`)
	thaiUnits   = phrases("กิโลกรัม|กรัม|กิโลเมตร|เมตร|เซนติเมตร|ลิตร|ชั่วโมง|นาที|วัน|เดือน|ปี|ตัว|คน|ชนิด|ครั้ง|องศา|ดวง|ต้น|แห่ง|ส่วน|บาท")
	thaiDigits  = strings.Fields("หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า")
)

// thaiPowers are the powers of ten that Thai has words for, the greatest
// first.
var thaiPowers = []struct {
	word  string
	value int
}{{"ล้าน", 1_000_000}, {"แสน", 100_000}, {"หมื่น", 10_000}, {"พัน", 1000}, {"ร้อย", 100}, {"สิบ", 10}}

// thaiNumeralGaps finds the numbers that a Thai sentence writes in words
// before a unit.
func thaiNumeralGaps(p *passage) []gapWord {
	var out []gapWord
	for _, m := range thaiNumeral().FindAllStringIndex(p.text, -1) {
		text := p.text[m[0]:m[1]]
		v, ok := readThaiNumeral(text)
		if !ok || v < leastAsked || writeThaiNumeral(v) != text {
			continue
		}
		for _, unit := range thaiUnits {
			if strings.HasPrefix(p.text[m[1]:], unit) {
				g := gapWord{kind: number, text: text, span: span{m[0], m[1]}, unit: unit}
				if g.first, g.last = p.piecesAt(g.span); g.first >= 0 {
					out = append(out, g)
				}
				break
			}
		}
	}
	return out
}

// readThaiNumeral reads a number below ten millions in Thai words.
func readThaiNumeral(text string) (int, bool) {
	total, digit := 0, 0
	for text != "" {
		rest, value := text, 0
		for n, word := range thaiDigits {
			if after, ok := strings.CutPrefix(text, word); ok {
				rest, value = after, n+1
			}
		}
		if after, ok := strings.CutPrefix(text, "เอ็ด"); ok {
			rest, value = after, 1
		}
		if after, ok := strings.CutPrefix(text, "ยี่"); ok {
			rest, value = after, 2
		}
		if value > 0 {
			digit, text = value, rest
			continue
		}
		for _, p := range thaiPowers {
			if after, ok := strings.CutPrefix(text, p.word); ok {
				total, digit, rest = total+max(digit, 1)*p.value, 0, after
				break
			}
		}
		if rest == text {
			return 0, false
		}
		text = rest
	}
	return total + digit, total+digit > 0
}

// writeThaiNumeral writes v, above 0 and below ten millions, in Thai words.
func writeThaiNumeral(v int) string {
	var b strings.Builder
	tens := v >= 10
	for _, p := range thaiPowers {
		n := v / p.value
		v %= p.value
		switch {
		case n == 0:
			continue
		case p.value == 10 && n == 1:
		case p.value == 10 && n == 2:
			b.WriteString("ยี่")
		default:
			b.WriteString(thaiDigits[n-1])
		}
		b.WriteString(p.word)
	}
	switch {
	case v == 1 && tens:
		b.WriteString("เอ็ด")
	case v > 0:
		b.WriteString(thaiDigits[v-1])
	}
	return b.String()
}
