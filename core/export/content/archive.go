package content

import (
	"archive/zip"
	"fmt"
	"hash/crc32"
	"io"
	"time"
)

// Archive writes a zip file of several parts. After the first error the rest
// is left out, and Close gives the error.
type Archive struct {
	zip *zip.Writer
	at  time.Time
	err error
}

// NewArchive begins a zip file in w whose parts are dated at.
func NewArchive(w io.Writer, at time.Time) *Archive {
	return &Archive{zip: zip.NewWriter(w), at: at}
}

// Add puts a part with a text into the archive.
func (a *Archive) Add(name, text string) { a.add(name, zip.Deflate, []byte(text)) }

// AddPacked puts a part into the archive that does not get smaller, such as
// sound or a picture.
func (a *Archive) AddPacked(name string, data []byte) { a.add(name, zip.Store, data) }

func (a *Archive) add(name string, method uint16, data []byte) {
	if a.err != nil {
		return
	}
	var w io.Writer
	if w, a.err = a.zip.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: a.at}); a.err == nil {
		_, a.err = w.Write(data)
	}
	if a.err != nil {
		a.err = fmt.Errorf("%s: %w", name, a.err)
	}
}

// AddType puts the part into the archive, as the first, by which programs know
// what the file is: name and text follow each other without anything between
// (EPUB 3.3, OCF ZIP container media type identification).
func (a *Archive) AddType(name, text string) {
	if a.err != nil {
		return
	}
	var w io.Writer
	w, a.err = a.zip.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(text)),
		CompressedSize64: uint64(len(text)), UncompressedSize64: uint64(len(text)),
	})
	if a.err == nil {
		_, a.err = io.WriteString(w, text)
	}
}

// Close ends the archive. It does not close the writer below.
func (a *Archive) Close() error {
	if a.err != nil {
		return a.err
	}
	return a.zip.Close()
}
