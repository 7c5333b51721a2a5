package gemini

import "errors"

// Limits on a streamed answer.
const (
	maxJSON      = 4 << 20 // bytes
	maxJSONDepth = 32
)

var errJSON = errors.New("the answer is no JSON object")

// reader reads one JSON object as it streams in, and hands out each of its
// fields as soon as it is whole, and each element of those of its fields that
// are arrays. What stands before the object, such as a fence, and what comes
// after it is passed over. Bytes may be cut anywhere, within an escape or a
// letter too.
//
// It only finds where values begin and end; whether they are well formed is
// found by whoever decodes them.
type reader struct {
	// field is told of a whole field of the object that is no array, element
	// of a whole element of an array. raw is theirs for the call only.
	field   func(name string, raw []byte)
	element func(name string, raw []byte)

	read    int
	depth   int  // of open objects and arrays; 0: before or after the object
	done    bool // the object has ended
	quoted  bool // within a string
	escaped bool // after a backslash
	isKey   bool // the string is a name of the object's fields
	name    []byte
	inArray bool   // the present field is an array
	raw     []byte // of the present value
	inValue bool
}

// Write takes the next bytes of the answer. It fails where the object cannot
// be one.
func (r *reader) Write(p []byte) (int, error) {
	for i, c := range p {
		if r.done {
			return len(p), nil
		}
		if r.read++; r.read > maxJSON {
			return i, errJSON
		}
		if err := r.next(c); err != nil {
			return i, err
		}
	}
	return len(p), nil
}

// top is the depth at which the values that are handed out stand: below the
// object, or below an array of it.
func (r *reader) top() int {
	if r.inArray {
		return 2
	}
	return 1
}

func (r *reader) next(c byte) error {
	switch {
	case r.quoted:
		r.inString(c)
		return nil
	case r.depth == 0:
		if c == '{' {
			r.depth, r.isKey = 1, true
			r.name = r.name[:0]
		}
		return nil
	}
	switch c {
	case '"':
		r.quoted = true
		if r.isKey && r.depth == 1 {
			r.name = r.name[:0]
			return nil
		}
		r.keep(c)
	case '{', '[':
		return r.open(c)
	case '}', ']':
		return r.close(c)
	case ',':
		r.comma()
	case ':':
		if r.depth == 1 && r.isKey {
			r.isKey = false
			return nil
		}
		r.keepInside(c)
	case ' ', '\t', '\n', '\r':
		r.keepInside(c)
	default:
		r.keep(c)
	}
	return nil
}

// inString takes a byte of a string. A raw control character, which JSON
// forbids and models write, becomes a space.
func (r *reader) inString(c byte) {
	end := false
	switch {
	case r.escaped:
		r.escaped = false
	case c == '\\':
		r.escaped = true
	case c == '"':
		r.quoted, end = false, true
	}
	if c < ' ' {
		c = ' '
	}
	if r.isKey && r.depth == 1 {
		if !end {
			r.name = append(r.name, c)
		}
		return
	}
	r.keep(c)
}

// keep adds a byte to the present value and begins one where there is none.
func (r *reader) keep(c byte) {
	if r.isKey && r.depth == 1 {
		return // between a comma and a name nothing else belongs
	}
	r.inValue = true
	r.raw = append(r.raw, c)
}

// keepInside adds a byte that separates, within a value only.
func (r *reader) keepInside(c byte) {
	if r.inValue && r.depth > r.top() {
		r.raw = append(r.raw, c)
	}
}

func (r *reader) open(c byte) error {
	if c == '[' && r.depth == 1 && !r.isKey && !r.inValue && !r.inArray {
		r.inArray = true
		r.depth = 2
		return nil
	}
	r.keep(c)
	if r.depth++; r.depth > maxJSONDepth {
		return errJSON
	}
	return nil
}

func (r *reader) close(c byte) error {
	switch {
	case r.depth == 1: // the end of the object
		if c != '}' {
			return errJSON
		}
		r.value()
		r.depth, r.done = 0, true
	case r.depth == 2 && r.inArray: // the end of an array of it
		if c != ']' {
			return errJSON
		}
		r.value()
		r.inArray, r.depth = false, 1
	default:
		r.keep(c)
		r.depth--
	}
	return nil
}

func (r *reader) comma() {
	if r.depth > r.top() {
		r.keepInside(',')
		return
	}
	r.value()
	if r.depth == 1 {
		r.isKey = true
	}
}

// value hands out the present value, where there is one.
func (r *reader) value() {
	if !r.inValue {
		return
	}
	switch name := string(r.name); {
	case r.inArray:
		r.element(name, r.raw)
	default:
		r.field(name, r.raw)
	}
	r.raw, r.inValue = r.raw[:0], false
}
