package library

import (
	"bytes"
	"encoding/json"
	"strings"
)

// maxLooseDepth bounds how deep a damaged file may nest.
const maxLooseDepth = 40

// looseJSON reads an object as far as it is one: what comes after the first
// damage is lost, what stands before it is kept. Never nil.
func looseJSON(raw []byte) map[string]any {
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	v, _ := looseValue(dec, 0)
	if m, ok := v.(map[string]any); ok {
		return m
	}
	return map[string]any{}
}

// looseValue reads the next value; ok is false where it is cut off, and v then
// what there is of it.
func looseValue(dec *json.Decoder, depth int) (v any, ok bool) {
	t, err := dec.Token()
	if err != nil || depth > maxLooseDepth {
		return nil, false
	}
	switch t {
	case json.Delim('{'):
		m := map[string]any{}
		for dec.More() {
			key, err := dec.Token()
			name, isText := key.(string)
			if err != nil || !isText {
				return m, false
			}
			v, ok := looseValue(dec, depth+1)
			if v != nil {
				m[strings.ToLower(name)] = v
			}
			if !ok {
				return m, false
			}
		}
		_, err := dec.Token()
		return m, err == nil
	case json.Delim('['):
		list := []any{}
		for dec.More() {
			v, ok := looseValue(dec, depth+1)
			if v != nil {
				list = append(list, v)
			}
			if !ok {
				return list, false
			}
		}
		_, err := dec.Token()
		return list, err == nil
	}
	return t, true
}
