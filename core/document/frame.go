package document

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// The child speaks in frames on its standard output: one byte for the kind,
// four for the length of what follows (big endian), and that.
const (
	frameHead    = 'h' // childHead as JSON: the document is open
	framePage    = 'p' // a pageText
	frameOutline = 'o' // childOutline as JSON
	framePixels  = 'x' // a picture: childPixels
	frameFigure  = 'f' // an encoded picture: childFigure
	frameMarks   = 'm' // []Rect as JSON
	frameError   = 'e' // one of the failures below
	frameDone    = 'd' // all that was asked was done
)

// maxFrame bounds a frame's payload: a page drawn at the largest size.
const maxFrame = 4*maxRenderPixels + 64

// maxRenderPixels bounds a picture that the child draws.
const maxRenderPixels = 12 << 20

// Failures that the child tells of in a frame.
const (
	failLocked = "locked"
	failOpen   = "open"
	failEmpty  = "empty"
	failLong   = "long"
)

var errFrame = errors.New("malformed frame")

// writeFrame writes one frame.
func writeFrame(w io.Writer, kind byte, payload []byte) error {
	if len(payload) > maxFrame {
		return fmt.Errorf("%w: %d bytes", errFrame, len(payload))
	}
	head := [5]byte{kind}
	binary.BigEndian.PutUint32(head[1:], uint32(len(payload)))
	if _, err := w.Write(head[:]); err != nil {
		return err
	}
	_, err := w.Write(payload)
	return err
}

// readFrame reads one frame; the payload is new memory. At the end between
// two frames the error is io.EOF.
func readFrame(r *bufio.Reader) (kind byte, payload []byte, err error) {
	var head [5]byte
	if _, err := io.ReadFull(r, head[:1]); err != nil {
		return 0, nil, err
	}
	if _, err := io.ReadFull(r, head[1:]); err != nil {
		return 0, nil, fmt.Errorf("%w: %w", errFrame, err)
	}
	n := binary.BigEndian.Uint32(head[1:])
	if n > maxFrame {
		return 0, nil, fmt.Errorf("%w: %d bytes", errFrame, n)
	}
	// The length is believed only as far as bytes arrive.
	for len(payload) < int(n) {
		step := min(int(n)-len(payload), 1<<20)
		old := len(payload)
		payload = append(payload, make([]byte, step)...)
		if _, err := io.ReadFull(r, payload[old:]); err != nil {
			return 0, nil, fmt.Errorf("%w: %w", errFrame, err)
		}
	}
	return head[0], payload, nil
}

// A box is a rectangle of a page in points, y downwards.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) w() float64 { return b.x1 - b.x0 }
func (b box) h() float64 { return b.y1 - b.y0 }

// union gives the smallest box around both.
func (b box) union(c box) box {
	return box{min(b.x0, c.x0), min(b.y0, c.y0), max(b.x1, c.x1), max(b.y1, c.y1)}
}

// overlap gives the area that b and c share.
func (b box) overlap(c box) float64 {
	w, h := min(b.x1, c.x1)-max(b.x0, c.x0), min(b.y1, c.y1)-max(b.y0, c.y0)
	if w <= 0 || h <= 0 {
		return 0
	}
	return w * h
}

// A frag is a piece of a line in one font.
type frag struct {
	box
	base   float64 // the baseline's y
	size   float64 // of the font, in points
	bold   bool
	italic bool
	text   string
}

// A pageText is what the child finds on a page.
type pageText struct {
	page   int // from 0
	w, h   float64
	frags  []frag
	images []box
	words  []readWord // of a photograph
}

// Limits on one page; what is beyond is left out.
const (
	maxFrags     = 20_000
	maxImages    = 1_000
	maxPageText  = 2 << 20 // bytes
	maxPlace     = 1 << 20 // points: places beyond are cut
	flagBold     = 1
	flagItalic   = 2
	unitsAPoint  = 10
	minFragBytes = 8
)

// encode gives p's bytes: places in tenths of a point.
func (p *pageText) encode() []byte {
	var b []byte
	num := func(v float64) { b = binary.AppendVarint(b, int64(math.Round(v*unitsAPoint))) }
	rect := func(r box) { num(r.x0); num(r.y0); num(r.w()); num(r.h()) }
	b = binary.AppendUvarint(b, uint64(p.page))
	num(p.w)
	num(p.h)
	b = binary.AppendUvarint(b, uint64(len(p.images)))
	for _, r := range p.images {
		rect(r)
	}
	b = binary.AppendUvarint(b, uint64(len(p.frags)))
	for i := range p.frags {
		f := &p.frags[i]
		rect(f.box)
		num(f.base)
		num(f.size)
		flags := byte(0)
		if f.bold {
			flags |= flagBold
		}
		if f.italic {
			flags |= flagItalic
		}
		b = append(b, flags)
		b = binary.AppendUvarint(b, uint64(len(f.text)))
		b = append(b, f.text...)
	}
	return b
}

// decodePage reads what encode wrote. Nothing in it is trusted.
func decodePage(b []byte) (*pageText, error) {
	d := decoder{b: b}
	p := &pageText{page: d.count(maxPages), w: d.num(), h: d.num()}
	for n := d.count(maxImages); n > 0 && !d.failed; n-- {
		p.images = append(p.images, d.rect())
	}
	n := d.count(maxFrags)
	p.frags = make([]frag, 0, min(n, len(d.b)/minFragBytes+1))
	for i := 0; i < n && !d.failed; i++ {
		f := frag{box: d.rect(), base: d.num(), size: d.num()}
		flags := d.bytes(1)
		f.text = string(d.bytes(d.count(maxPageText)))
		if !d.failed {
			f.bold, f.italic = flags[0]&flagBold != 0, flags[0]&flagItalic != 0
			p.frags = append(p.frags, f)
		}
	}
	if d.failed || len(d.b) != 0 {
		return nil, fmt.Errorf("%w: page", errFrame)
	}
	return p, nil
}

// A decoder takes values off the front of b until one is malformed.
type decoder struct {
	b      []byte
	failed bool
}

func (d *decoder) count(most int) int {
	v, n := binary.Uvarint(d.b)
	if n <= 0 || v > uint64(most) {
		d.failed, d.b = true, nil
		return 0
	}
	d.b = d.b[n:]
	return int(v)
}

func (d *decoder) num() float64 {
	v, n := binary.Varint(d.b)
	if n <= 0 {
		d.failed, d.b = true, nil
		return 0
	}
	d.b = d.b[n:]
	return max(-maxPlace, min(maxPlace, float64(v)/unitsAPoint))
}

func (d *decoder) rect() box {
	x, y := d.num(), d.num()
	return box{x, y, x + max(0, d.num()), y + max(0, d.num())}
}

func (d *decoder) bytes(n int) []byte {
	if n > len(d.b) {
		d.failed, d.b = true, nil
		return nil
	}
	b := d.b[:n]
	d.b = d.b[n:]
	return b
}
