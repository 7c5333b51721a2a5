package document

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An ocrWord is a word as Tesseract saw it.
type ocrWord struct {
	box                // pixels of the picture
	line       [3]int  // block, paragraph and line
	confidence float64 // 0 to 100
	text       string
}

// The columns of Tesseract's TSV, one row a block, paragraph, line or word.
const (
	tsvLevel = iota
	tsvPage
	tsvBlock
	tsvParagraph
	tsvLine
	tsvWord
	tsvLeft
	tsvTop
	tsvWidth
	tsvHeight
	tsvConfidence
	tsvText
	tsvColumns
)

// levelWord is the level of a row that holds a word.
const levelWord = 5

// parseTSV gives the words of a page in Tesseract's order. Rows that make no
// sense are passed over, and words beyond what a page may hold left out.
func parseTSV(b []byte) []ocrWord {
	var words []ocrWord
	size := 0
	for row := range bytes.Lines(b) {
		cells := strings.SplitN(strings.TrimRight(string(row), "\r\n"), "\t", tsvColumns)
		if len(cells) < tsvColumns {
			continue
		}
		w, ok := parseWord(cells)
		if !ok {
			continue
		}
		if size += len(w.text); size > maxPageText || len(words) == maxFrags {
			break
		}
		words = append(words, w)
	}
	return words
}

func parseWord(cells []string) (w ocrWord, ok bool) {
	var n [tsvConfidence]int
	for i := range n {
		v, err := strconv.Atoi(cells[i])
		if err != nil || v < 0 || v > maxPlace {
			return w, false
		}
		n[i] = v
	}
	confidence, err := strconv.ParseFloat(cells[tsvConfidence], 64)
	if err != nil || !(confidence >= 0 && confidence <= 100) || n[tsvLevel] != levelWord || n[tsvWidth] == 0 || n[tsvHeight] == 0 {
		return w, false
	}
	text := cells[tsvText]
	if !utf8.ValidString(text) {
		return w, false
	}
	text = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, text))
	if text == "" {
		return w, false
	}
	x, y := float64(n[tsvLeft]), float64(n[tsvTop])
	return ocrWord{
		box:  box{x, y, x + float64(n[tsvWidth]), y + float64(n[tsvHeight])},
		line: [3]int{n[tsvBlock], n[tsvParagraph], n[tsvLine]}, confidence: confidence, text: text,
	}, true
}
