package library

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"math"
	"os"
	"path/filepath"
	"time"

	"edusmart/core/disk"
)

// The index's file is the magic line, the folder's name, a count and that many
// entries, and the CRC-32C of all before it. Numbers are varints, texts have
// their length before them.
const (
	indexMagic   = "EduSmart library index 1\n"
	maxIndexFile = 1 << 30 // bytes
)

var errIndex = errors.New("the index is damaged")

func castagnoli(data []byte) uint32 { return crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli)) }

// readIndex gives what the file holds, nothing where any of it is wrong.
func readIndex(path, root string) map[string]entry {
	if info, err := os.Stat(path); err != nil || info.Size() > maxIndexFile {
		return map[string]entry{}
	}
	data, err := os.ReadFile(path)
	if err != nil || len(data) < len(indexMagic)+4 {
		return map[string]entry{}
	}
	body, sum := data[:len(data)-4], binary.LittleEndian.Uint32(data[len(data)-4:])
	if string(body[:len(indexMagic)]) != indexMagic || castagnoli(body) != sum {
		return map[string]entry{}
	}
	d := &decoder{rest: string(body[len(indexMagic):])}
	if d.text() != root {
		return map[string]entry{}
	}
	n := d.number()
	entries := make(map[string]entry, min(n, 1<<16))
	for range n {
		var e entry
		e.stamp = stamp{d.number(), d.number(), d.number()}
		e.since = d.time()
		d.digest(&e.Digest)
		if d.err != nil {
			return map[string]entry{}
		}
		entries[e.ID] = e
	}
	return entries
}

func writeIndex(path, root string, entries map[string]entry) error {
	data := appendText([]byte(indexMagic), root)
	data = appendNumber(data, int64(len(entries)))
	for _, e := range entries {
		data = appendNumber(data, e.stamp.folder, e.stamp.file, e.stamp.size)
		data = appendTime(data, e.since)
		data = appendDigest(data, &e.Digest)
	}
	data = binary.LittleEndian.AppendUint32(data, castagnoli(data))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return disk.WriteWhole(path, fileMode, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

func appendNumber(data []byte, numbers ...int64) []byte {
	for _, n := range numbers {
		data = binary.AppendVarint(data, n)
	}
	return data
}

func appendText(data []byte, texts ...string) []byte {
	for _, t := range texts {
		data = append(binary.AppendUvarint(data, uint64(len(t))), t...)
	}
	return data
}

func appendTime(data []byte, t time.Time) []byte {
	if t.IsZero() {
		return appendNumber(data, 0)
	}
	return appendNumber(data, t.UnixMilli())
}

func appendBool(data []byte, b bool) []byte {
	if b {
		return append(data, 1)
	}
	return append(data, 0)
}

func appendDigest(data []byte, d *Digest) []byte {
	data = appendText(data, d.ID, d.Title, d.Language, d.Also, d.Picture, d.SourceSHA256, d.SourceFile, d.TextSum, d.VersionOf, d.Damaged, d.Search)
	data = appendNumber(data, int64(d.Grade), int64(d.Pages), int64(d.Passed), int64(math.Float64bits(d.Seconds)),
		int64(d.NoText), int64(d.NoPicture), int64(d.NoVoice), int64(d.Lacking), int64(len(d.Tags)))
	data = appendText(data, d.Tags...)
	for _, t := range []time.Time{d.Created, d.Opened, d.Modified} {
		data = appendTime(data, t)
	}
	return appendBool(appendBool(appendBool(data, d.Making), d.Archived), d.Arriving)
}

// decoder reads the index. Its texts share the memory of the file.
type decoder struct {
	rest string
	err  error
}

func (d *decoder) fail() {
	d.err = errIndex
	d.rest = ""
}

func (d *decoder) uvarint() uint64 {
	var n uint64
	for i := range min(len(d.rest), binary.MaxVarintLen64) {
		n |= uint64(d.rest[i]&0x7f) << (7 * i)
		if d.rest[i] < 0x80 {
			d.rest = d.rest[i+1:]
			return n
		}
	}
	d.fail()
	return 0
}

func (d *decoder) number() int64 {
	n := d.uvarint()
	return int64(n>>1) ^ -int64(n&1)
}

func (d *decoder) text() string {
	n := d.uvarint()
	if n > uint64(len(d.rest)) {
		d.fail()
		return ""
	}
	t := d.rest[:n]
	d.rest = d.rest[n:]
	return t
}

func (d *decoder) time() time.Time {
	if n := d.number(); n != 0 {
		return time.UnixMilli(n).UTC()
	}
	return time.Time{}
}

func (d *decoder) bool() bool {
	if d.rest == "" {
		d.fail()
		return false
	}
	b := d.rest[0] != 0
	d.rest = d.rest[1:]
	return b
}

func (d *decoder) digest(g *Digest) {
	for _, t := range []*string{&g.ID, &g.Title, &g.Language, &g.Also, &g.Picture, &g.SourceSHA256, &g.SourceFile, &g.TextSum, &g.VersionOf, &g.Damaged, &g.Search} {
		*t = d.text()
	}
	g.Grade, g.Pages, g.Passed = int(d.number()), int(d.number()), int(d.number())
	g.Seconds = math.Float64frombits(uint64(d.number()))
	g.NoText, g.NoPicture, g.NoVoice, g.Lacking = int(d.number()), int(d.number()), int(d.number()), int(d.number())
	for range d.number() {
		if d.err != nil {
			return
		}
		g.Tags = append(g.Tags, d.text())
	}
	for _, t := range []*time.Time{&g.Created, &g.Opened, &g.Modified} {
		*t = d.time()
	}
	g.Making, g.Archived, g.Arriving = d.bool(), d.bool(), d.bool()
}
