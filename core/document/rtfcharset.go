package document

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// codePages names Windows' code pages as the WHATWG does.
var codePages = map[int]string{
	866: "ibm866", 874: "windows-874", 932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5",
	1250: "windows-1250", 1251: "windows-1251", 1252: "windows-1252", 1253: "windows-1253", 1254: "windows-1254",
	1255: "windows-1255", 1256: "windows-1256", 1257: "windows-1257", 1258: "windows-1258",
	10000: "macintosh", 10007: "x-mac-cyrillic", 65001: "utf-8",
}

// The code pages of fonts by their \fcharset. Fonts of the charsets 0 and 1
// have the document's.
var charsetPages = map[int]int{
	2: symbolPage, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
	177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}

const (
	westernPage = 1252
	symbolPage  = 42 // fonts of pictures instead of letters
)

// pageEncoding gives the encoding of a code page; Western European for those
// that are not known.
func pageEncoding(page int) encoding.Encoding {
	switch page {
	case 437:
		return charmap.CodePage437
	case 850:
		return charmap.CodePage850
	case 852:
		return charmap.CodePage852
	}
	enc, err := htmlindex.Get(codePages[page])
	if err != nil {
		return charmap.Windows1252
	}
	return enc
}

// decodeCodePage gives bytes in a code page as text.
func decodeCodePage(page int, data []byte) string {
	ascii := true
	for _, c := range data {
		ascii = ascii && c < utf8.RuneSelf
	}
	switch {
	case page == symbolPage:
		return symbols(data)
	case ascii && page != 932:
		return string(data)
	}
	return decodeWith(pageEncoding(page), data)
}

// symbols gives what the usual bullets of symbol fonts mean; all others say
// nothing that could be read aloud.
func symbols(data []byte) string {
	var b strings.Builder
	for _, c := range data {
		switch c {
		case 0xb7, 0x6c, 0x6e, 0xa7, 0xa8, 0xd8, 0xfc, 0x76, 0x71:
			b.WriteString("•")
		case ' ', '\t':
			b.WriteByte(' ')
		}
	}
	return b.String()
}
