package ondevice

import (
	"strings"
	"unicode"
)

func (c *corpus) numberAt(p *passage, j int) (gapWord, bool) {
	w := p.words[j]
	g := gapWord{kind: number, text: p.text[w.from:w.to], span: span{w.from, w.to}, first: j, last: j}
	digits := asciiDigits(g.text)
	if strings.ContainsFunc(g.text, unicode.IsLetter) || w.to < len(p.text) && strings.ContainsRune("-–/:", firstRune(p.text[w.to:])) {
		return g, false
	}
	if w.from > 0 && strings.ContainsRune("-–/:$€£", lastRune(p.text[:w.from])) {
		return g, false
	}
	if j+1 < len(p.words) && !closed(p.text, w, p.words[j+1]) {
		next := p.words[j+1]
		if next.number || calendar[next.lower] || ofMonth[next.lower] && j+2 < len(p.words) && calendar[p.words[j+2].lower] {
			return g, false // "10 000", "4 July", "22 de septiembre"
		}
		if p.ids[j+1] != function {
			g.unit = c.vocab.terms[p.ids[j+1]].stem
		}
	}
	if j > 0 && p.words[j-1].number && !closed(p.text, p.words[j-1], w) {
		return g, false
	}
	if rest := strings.TrimSpace(p.text[w.to:]); strings.HasPrefix(rest, "%") || strings.HasPrefix(rest, "٪") {
		g.unit = "%"
	}
	if v := atoi(digits); len(digits) == 4 && v >= firstYear && v <= lastYear && (g.unit == "" || saysYear(p, j)) {
		g.kind, g.unit = year, ""
	}
	return g, true
}

// saysYear reports whether the word before or after number j calls it a year.
func saysYear(p *passage, j int) bool {
	rest := strings.TrimLeft(p.text[p.words[j].to:], " ")
	return strings.HasPrefix(rest, "年") || strings.HasPrefix(rest, "년") ||
		j > 0 && yearWords[p.words[j-1].lower] || j+1 < len(p.words) && yearWords[p.words[j+1].lower]
}

// yearWords say of a number beside them that it is a year.
var yearWords = newWordSet(`year in jahr jahre an année en año anno ano mwaka tahun năm jaar år rok roku roce рік року році год году года годом
	yıl yılı yılında yılından yılına yılları سنة عام عامي वर्ष सन् सन साल में`)

// ofMonth stand between a day and its month.
var ofMonth = newWordSet("de di of")

// calendar are names that stand for no person or place.
var calendar = newWordSet(`january february march april may june july august september october november december
	monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
	januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag
	jan feb mar apr jun jul aug sep sept oct nov dec`,
	`janvier février mars avril mai juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
	janeiro fevereiro março maio junho julho setembro outubro novembro dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre
	января февраля марта апреля мая июня июля августа сентября октября ноября декабря ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
	stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia januari februari maart augustus agustus oktober desember februari maret juni juli
	يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر जनवरी फरवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर सितम्बर अक्टूबर नवंबर नवम्बर दिसंबर दिसम्बर`)
