package document

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
)

// Limits on a zipped document (DOCX, PPTX, ODF, EPUB). They are what a zip
// bomb runs into: the sizes that an entry claims are never believed.
const (
	maxZipEntries = 20_000
	maxPart       = 96 << 20  // bytes of one unpacked part
	maxUnpacked   = 384 << 20 // bytes of all parts that are read, together
	// maxRatio is how many times larger than its packed form a part of more
	// than ratioFrom bytes may be. Real office XML packs 10 to 100 times.
	maxRatio  = 400
	ratioFrom = 8 << 20
)

const sayBomb = "This file unpacks to far more than a document holds and was not read. Save it anew in the program that made it."

var errMissingPart = errors.New("missing part")

// archive reads the parts of a zipped document within limits. It is used by
// one goroutine.
type archive struct {
	ctx   context.Context
	files map[string]*zip.File // by lower-case name
	left  int64                // bytes that may still be unpacked
}

// openArchive lists the parts of a zipped document.
func openArchive(ctx context.Context, f *os.File, size int64) (*archive, error) {
	if size <= 0 || size > maxBytes {
		return nil, bad(sayTooLarge, nil)
	}
	r, err := zip.NewReader(f, size)
	if err != nil {
		return nil, damaged(err)
	}
	if len(r.File) > maxZipEntries {
		return nil, bad(sayBomb, fmt.Errorf("%d entries", len(r.File)))
	}
	a := &archive{ctx: ctx, files: make(map[string]*zip.File, len(r.File)), left: maxUnpacked}
	for _, file := range r.File {
		name := partName(file.Name)
		if _, twice := a.files[name]; !twice {
			a.files[name] = file
		}
	}
	return a, nil
}

// partName is the form in which parts are looked up: office programs do not
// agree on the case of names nor on a leading slash.
func partName(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+name), "/"))
}

func (a *archive) has(name string) bool {
	_, ok := a.files[partName(name)]
	return ok
}

// open gives a reader of a part that ends with an error when the part is too
// large. The caller closes it.
func (a *archive) open(name string) (io.ReadCloser, error) {
	if err := a.ctx.Err(); err != nil {
		return nil, err
	}
	file, ok := a.files[partName(name)]
	if !ok {
		return nil, fmt.Errorf("%w: %.80q", errMissingPart, name)
	}
	const encryptedBit = 1
	if file.Flags&encryptedBit != 0 {
		return nil, encrypted(nil)
	}
	rc, err := file.Open()
	if err != nil {
		return nil, damaged(err)
	}
	most := int64(maxPart)
	if packed := int64(file.CompressedSize64); packed < maxPart/maxRatio { //nolint:gosec // bounded by the comparison below
		most = max(ratioFrom, packed*maxRatio)
	}
	return &part{ReadCloser: rc, archive: a, left: most}, nil
}

// read gives the whole of a part of at most limit bytes.
func (a *archive) read(name string, limit int64) ([]byte, error) {
	rc, err := a.open(name)
	if err != nil {
		return nil, err
	}
	defer rc.Close()
	data, err := io.ReadAll(io.LimitReader(rc, limit+1))
	if err != nil {
		return nil, asInput(err)
	}
	if int64(len(data)) > limit {
		return nil, bad(sayBomb, fmt.Errorf("%.80q is larger than %d bytes", name, limit))
	}
	return data, nil
}

// part is one part being unpacked.
type part struct {
	io.ReadCloser
	archive *archive
	left    int64
}

func (p *part) Read(b []byte) (int, error) {
	if err := p.archive.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := p.ReadCloser.Read(b)
	p.left -= int64(n)
	p.archive.left -= int64(n)
	if p.left < 0 || p.archive.left < 0 {
		return 0, bad(sayBomb, errors.New("unpacked size"))
	}
	return n, err
}
