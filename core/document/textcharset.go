package document

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"
)

// maxPlain is the most bytes of a file that is read whole: text of maxText
// bytes in UTF-16.
const maxPlain = 2 * maxText

const sayNotText = "This is not a document that can be read. " + sayKinds

// readWhole reads a file of at most limit bytes.
func readWhole(ctx context.Context, f *os.File, size, limit int64) ([]byte, error) {
	if size > limit {
		return nil, bad(sayTooLong, nil)
	}
	var b bytes.Buffer
	b.Grow(int(max(size, 0)) + bytes.MinRead)
	r := io.NewSectionReader(f, 0, max(size, 0))
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		_, err := io.CopyN(&b, r, 4<<20)
		if errors.Is(err, io.EOF) {
			return b.Bytes(), nil
		}
		if err != nil {
			return nil, unreadable(err)
		}
	}
}

// decodePlain gives data as UTF-8. declared is the encoding that the text
// itself names, nil where it names none; what the bytes say goes before it.
// The error is a sentence.
func decodePlain(data []byte, declared encoding.Encoding) (string, error) {
	var text string
	if enc := wideEncoding(data); enc != nil {
		text = decodeWith(enc, data)
	} else if data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")); utf8.Valid(data) {
		text = string(data)
	} else if declared != nil && declared != textunicode.UTF8 {
		text = decodeWith(declared, data)
	} else {
		text = decodeWith(legacyEncoding(data), data)
	}
	if garbled(text) {
		return "", bad(sayNotText, errors.New("the text is made of controls"))
	}
	return text, nil
}

func decodeWith(enc encoding.Encoding, data []byte) string {
	text, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		// Decoders write U+FFFD for what they do not know; what they gave
		// up on is kept as far as it is UTF-8.
		return strings.ToValidUTF8(string(data), "\ufffd")
	}
	return string(text)
}

// wideEncoding tells UTF-16 by its mark or by the zeros of its ASCII
// characters, spaces and line ends at the least; nil where it is none.
func wideEncoding(data []byte) encoding.Encoding {
	little := textunicode.UTF16(textunicode.LittleEndian, textunicode.UseBOM)
	big := textunicode.UTF16(textunicode.BigEndian, textunicode.UseBOM)
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return little
	}
	var zero [2]int
	head := data[:min(len(data), sniffBytes)]
	for i, c := range head {
		if c == 0 {
			zero[i%2]++
		}
	}
	switch {
	case zero[1] > len(head)/50 && zero[0] <= zero[1]/50:
		return little
	case zero[0] > len(head)/50 && zero[1] <= zero[0]/50:
		return big
	}
	return nil
}

// legacyEncoding guesses the encoding of text of one byte a character. In
// languages of Western Europe few letters are accented; in all others nearly
// every letter lies above ASCII, and those that matter here are told apart by
// the Arabic article and by the range of Cyrillic letters.
func legacyEncoding(data []byte) encoding.Encoding {
	head := data[:min(len(data), sniffBytes)]
	high, ascii, cyrillic := 0, 0, 0
	for _, c := range head {
		switch {
		case c >= 0xc0:
			high++
			cyrillic++
		case c >= 0x80:
			high++
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			ascii++
		}
	}
	switch {
	case high <= ascii:
		return charmap.Windows1252
	case bytes.Count(head, []byte("\xc7\xe1")) > high/100:
		return charmap.Windows1256
	case cyrillic > high*9/10:
		return charmap.Windows1251
	}
	return charmap.Windows1252
}

// garbled reports whether decoded text is no text: more than one character in
// twenty is a control, is not assigned or could not be decoded.
func garbled(text string) bool {
	all, odd := 0, 0
	for _, r := range text {
		if all++; all > sniffBytes {
			break
		}
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\f' || r == 0xfeff:
		case r == utf8.RuneError, unicode.IsControl(r), !unicode.IsGraphic(r) && !unicode.In(r, unicode.Cf, unicode.Co):
			odd++
		}
	}
	return odd*20 > all
}
