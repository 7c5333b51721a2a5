package document

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html/charset"
)

// Limits on XML.
const (
	maxDepth  = 200       // of nested elements
	maxNodes  = 3_000_000 // in one part
	maxTokens = 20_000_000
	maxAttrs  = 200 // of one element; the rest are left out
)

// namespaces gives the prefix under which this package knows a namespace:
// files may use any prefix, and strict OOXML uses other addresses.
var namespaces = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":              "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                          "w",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                     "a",
	"http://purl.oclc.org/ooxml/drawingml/main":                                 "a",
	"http://schemas.openxmlformats.org/presentationml/2006/main":                "p",
	"http://purl.oclc.org/ooxml/presentationml/main":                            "p",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":       "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                   "r",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing":    "wp",
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":                "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":                  "pic",
	"http://purl.oclc.org/ooxml/drawingml/picture":                              "pic",
	"http://schemas.openxmlformats.org/drawingml/2006/diagram":                  "dgm",
	"http://purl.oclc.org/ooxml/drawingml/diagram":                              "dgm",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":                "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                            "m",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":               "mc",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":         "wps",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup":         "wpg",
	"urn:schemas-microsoft-com:vml":                                             "v",
	"urn:schemas-microsoft-com:office:office":                                   "o",
	"http://schemas.openxmlformats.org/package/2006/relationships":              "rel",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties":   "cp",
	"http://purl.org/dc/elements/1.1/":                                          "dc",
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":                          "office",
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":                            "text",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":                           "style",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":                           "table",
	"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0":                         "draw",
	"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0":                    "presentation",
	"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0":                  "svg",
	"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0":               "fo",
	"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0":                        "manifest",
	"urn:oasis:names:tc:opendocument:xmlns:container":                           "container",
	"http://www.w3.org/1999/xlink":                                              "xlink",
	"http://www.w3.org/2001/04/xmlenc#":                                         "enc",
	"http://www.idpf.org/2007/opf":                                              "opf",
	"http://www.daisy.org/z3986/2005/ncx/":                                      "ncx",
	"urn:oasis:names:tc:opendocument:xmlns:loext:1.0":                           "loext",
	"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0":      "loext",
	"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "ep",
}

// node is one element of an XML part: its name as "prefix:local" with the
// prefixes of namespaces, or "local" where the namespace is not known; or a
// piece of text, whose name is "".
type node struct {
	name string
	text string
	attr []attr
	kids []*node
}

type attr struct{ name, value string }

// get gives an attribute's value. Attributes without a prefix are found by
// their plain name, those with one as "prefix:name".
func (n *node) get(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attr {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// kid gives the first child of that name; nil where there is none, which
// every method of node bears.
func (n *node) kid(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// path follows children by name.
func (n *node) path(names ...string) *node {
	for _, name := range names {
		n = n.kid(name)
	}
	return n
}

// find gives the first descendant of that name.
func (n *node) find(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
		if found := k.find(name); found != nil {
			return found
		}
	}
	return nil
}

// all calls f with every descendant of that name; those inside another one
// are left to f.
func (n *node) all(name string, f func(*node)) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		if k.name == name {
			f(k)
			continue
		}
		k.all(name, f)
	}
}

// plain is the text of all descendants.
func (n *node) plain() string {
	var b strings.Builder
	n.plainTo(&b)
	return b.String()
}

func (n *node) plainTo(b *strings.Builder) {
	if n == nil {
		return
	}
	b.WriteString(n.text)
	for _, k := range n.kids {
		k.plainTo(b)
	}
}

// on reads an OOXML switch such as <w:b/> or <w:vanish w:val="0"/>: on unless
// its value says off; a nil node is off.
func (n *node) on() bool {
	if n == nil {
		return false
	}
	switch strings.ToLower(n.get("w:val")) {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// xmlPart reads an XML part piece by piece within limits.
type xmlPart struct {
	ctx    context.Context
	dec    *xml.Decoder
	open   int // elements that are open
	tokens int
	nodes  int
	names  map[xml.Name]string
}

func newXML(ctx context.Context, r io.Reader) *xmlPart {
	d := xml.NewDecoder(r)
	// Files with a stray entity or tag are read as far as they can be;
	// entities that a file defines for itself are never expanded.
	d.Strict = false
	d.AutoClose = nil
	d.Entity = xml.HTMLEntity
	d.CharsetReader = charset.NewReaderLabel
	return &xmlPart{ctx: ctx, dec: d, names: map[xml.Name]string{}}
}

// next gives the next start, end or text token; io.EOF at the end.
func (x *xmlPart) next() (xml.Token, error) {
	for {
		if x.tokens&1023 == 0 {
			if err := x.ctx.Err(); err != nil {
				return nil, err
			}
		}
		if x.tokens++; x.tokens > maxTokens {
			return nil, bad(sayBomb, errors.New("too much XML"))
		}
		token, err := x.dec.Token()
		if err != nil {
			return nil, err
		}
		switch token.(type) {
		case xml.StartElement:
			if x.open++; x.open > maxDepth {
				return nil, damaged(fmt.Errorf("elements nested more than %d deep", maxDepth))
			}
		case xml.EndElement:
			x.open--
		case xml.CharData:
		default:
			continue
		}
		return token, nil
	}
}

// name gives the name of an element or attribute as node has it.
func (x *xmlPart) name(n xml.Name) string {
	if s, ok := x.names[n]; ok {
		return s
	}
	s := n.Local
	if n.Space != "" {
		if p, ok := namespaces[n.Space]; ok {
			s = p + ":" + n.Local
		} else if len(n.Space) < 8 { // an undeclared prefix, as of "xml:id"
			s = n.Space + ":" + n.Local
		}
	}
	if len(x.names) < 10_000 {
		x.names[n] = s
	}
	return s
}

// node makes a node of a start token, without its children.
func (x *xmlPart) node(t xml.StartElement) (*node, error) {
	if x.nodes++; x.nodes > maxNodes {
		return nil, bad(sayBomb, errors.New("too many elements"))
	}
	n := &node{name: x.name(t.Name)}
	attrs := t.Attr[:min(len(t.Attr), maxAttrs)]
	if len(attrs) > 0 {
		n.attr = make([]attr, 0, len(attrs))
	}
	for _, a := range attrs {
		if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" {
			continue
		}
		n.attr = append(n.attr, attr{x.name(a.Name), a.Value})
	}
	return n, nil
}

// tree reads the element that t starts, with all that is in it. What it read
// no longer counts against the limit of nodes once walk has done with it.
func (x *xmlPart) tree(t xml.StartElement) (*node, error) {
	root, err := x.node(t)
	if err != nil {
		return nil, err
	}
	stack := []*node{root}
	for len(stack) > 0 {
		token, err := x.next()
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, asInput(err)
		}
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n, err := x.node(t)
			if err != nil {
				return nil, err
			}
			top.kids = append(top.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if x.nodes++; x.nodes > maxNodes {
				return nil, bad(sayBomb, errors.New("too many pieces of text"))
			}
			top.kids = append(top.kids, &node{text: string(t)})
		}
	}
	return root, nil
}

// walk calls f with each child of the first element named parent, one at a
// time, so that a long document is never in memory whole. enter is asked
// about elements on the way to parent; those it refuses are skipped.
func (x *xmlPart) walk(parent string, f func(*node) error) error {
	inside := false
	for {
		token, err := x.next()
		if errors.Is(err, io.EOF) {
			if inside {
				return damaged(io.ErrUnexpectedEOF)
			}
			return damaged(fmt.Errorf("%w: <%s>", errMissingPart, parent))
		}
		if err != nil {
			return asInput(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if !inside {
				inside = x.name(t.Name) == parent
				continue
			}
			n, err := x.tree(t)
			if err != nil {
				return err
			}
			if err := f(n); err != nil {
				return err
			}
			x.nodes = 0
		case xml.EndElement:
			if inside {
				return nil
			}
		}
	}
}

// xmlTree reads a whole, small part: its root element.
func (a *archive) xmlTree(name string) (*node, error) {
	rc, err := a.open(name)
	if err != nil {
		return nil, err
	}
	defer rc.Close()
	x := newXML(a.ctx, rc)
	for {
		token, err := x.next()
		if errors.Is(err, io.EOF) {
			return nil, damaged(fmt.Errorf("%.80q is empty", name))
		}
		if err != nil {
			return nil, asInput(err)
		}
		if t, ok := token.(xml.StartElement); ok {
			return x.tree(t)
		}
	}
}

// optional is xmlTree for a part that a document can do without: where it is
// missing or broken it gives nil. Only what ends the reading is an error.
func (a *archive) optional(name string) (*node, error) {
	n, err := a.xmlTree(name)
	if err != nil && (a.ctx.Err() != nil || a.left < 0) {
		return nil, err
	}
	return n, nil
}

// atoi reads a whole number, 0 where there is none.
func atoi(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		return 0
	}
	return n
}
