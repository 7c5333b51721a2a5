package document

import (
	"bufio"
	"errors"
	"io"
	"strconv"
)

// rtfKind is the kind of a piece of RTF.
type rtfKind int

const (
	rtfOpen   rtfKind = iota // {
	rtfClose                 // }
	rtfWord                  // \word, with or without a number
	rtfSymbol                // \ and one character that is no letter
	rtfByte                  // \'hh
	rtfText                  // a run of bytes
)

// rtfToken is one piece of RTF.
type rtfToken struct {
	kind   rtfKind
	word   string // of rtfWord and rtfSymbol
	number int
	given  bool // the word has a number
	char   byte // of rtfByte
	text   []byte
}

const (
	maxRTFWord = 32   // letters of a control word
	maxRTFRun  = 4096 // bytes of a piece of text
)

// rtfScanner cuts RTF (version 1.9.1, "RTF Syntax") into tokens.
type rtfScanner struct {
	r   *bufio.Reader
	run [maxRTFRun]byte
}

// next gives the next token, whose text holds until the one after; io.EOF at
// the end.
func (s *rtfScanner) next() (rtfToken, error) {
	for {
		c, err := s.r.ReadByte()
		if err != nil {
			return rtfToken{}, err
		}
		switch c {
		case '\r', '\n', 0:
			continue
		case '{':
			return rtfToken{kind: rtfOpen}, nil
		case '}':
			return rtfToken{kind: rtfClose}, nil
		case '\\':
			return s.control()
		}
		return s.text(c)
	}
}

// text gathers bytes up to the next mark.
func (s *rtfScanner) text(c byte) (rtfToken, error) {
	run := append(s.run[:0], c)
	for len(run) < maxRTFRun {
		c, err := s.r.ReadByte()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return rtfToken{}, err
		}
		if c == '{' || c == '}' || c == '\\' || c == '\r' || c == '\n' || c == 0 {
			if err := s.r.UnreadByte(); err != nil {
				return rtfToken{}, err
			}
			break
		}
		run = append(run, c)
	}
	return rtfToken{kind: rtfText, text: run}, nil
}

// control reads what follows a backslash.
func (s *rtfScanner) control() (rtfToken, error) {
	c, err := s.r.ReadByte()
	if err != nil {
		return rtfToken{}, err
	}
	switch {
	case isLetter(c):
		return s.word(c)
	case c == '\'':
		var digits [2]byte
		if _, err := io.ReadFull(s.r, digits[:]); err != nil {
			return rtfToken{}, io.EOF
		}
		value, err := strconv.ParseUint(string(digits[:]), 16, 8)
		if err != nil {
			// Not hexadecimal: the mark is passed over as a blank.
			value = ' '
		}
		return rtfToken{kind: rtfByte, char: byte(value)}, nil
	case c == '\r' || c == '\n':
		return rtfToken{kind: rtfWord, word: "par"}, nil
	}
	return rtfToken{kind: rtfSymbol, word: string(rune(c))}, nil
}

// word reads a control word, its number and the space that ends it.
func (s *rtfScanner) word(first byte) (rtfToken, error) {
	word, digits := append(make([]byte, 0, maxRTFWord), first), make([]byte, 0, 12)
	for {
		c, err := s.r.ReadByte()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return rtfToken{}, err
		}
		if isLetter(c) && len(digits) == 0 && len(word) < maxRTFWord {
			word = append(word, c)
			continue
		}
		if len(digits) < 11 && (c >= '0' && c <= '9' || c == '-' && len(digits) == 0) {
			digits = append(digits, c)
			continue
		}
		if c != ' ' {
			if err := s.r.UnreadByte(); err != nil {
				return rtfToken{}, err
			}
		}
		break
	}
	t := rtfToken{kind: rtfWord, word: string(word)}
	if number, err := strconv.ParseInt(string(digits), 10, 32); err == nil {
		t.number, t.given = int(number), true
	}
	return t, nil
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
