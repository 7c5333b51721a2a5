package widget

import (
	"encoding/binary"
	"slices"
)

// plainFont gives a font file without its table of alternate glyphs (GSUB).
// The toolkit prepares every lookup of that table anew for every text it
// measures or draws; Inter has over a hundred, nearly all for alternates that
// are never asked for, and they took more than half of the time of a text.
// What is no such font comes back as it is. Source: OpenType 1.9, "Table
// directory".
func plainFont(file []byte) []byte {
	const header, record = 12, 16
	if len(file) < header {
		return file
	}
	count := int(binary.BigEndian.Uint16(file[4:]))
	if len(file) < header+count*record {
		return file
	}
	for i := range count {
		at := header + i*record
		if string(file[at:at+4]) != "GSUB" {
			continue
		}
		plain := slices.Clone(file)
		copy(plain[at:], file[at+record:header+count*record]) // the place of the last record is left as it was
		binary.BigEndian.PutUint16(plain[4:], uint16(count-1))
		return plain
	}
	return file
}
