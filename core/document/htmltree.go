package document

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Limits on HTML.
const (
	maxHTMLNodes = 1_000_000 // of one file
	maxHTMLDepth = 200       // elements nested deeper are taken as their parent's
)

// htmlTree makes a tree of HTML's tokens. It is not the tree that a browser
// makes: that algorithm copies unclosed formatting into every paragraph and
// gathers stray text by quadratic copying, so that a small hostile file takes
// all memory. This one is linear, follows the rules of HTML on which end tags
// may be left out, and ends with its context.
type htmlTree struct {
	ctx     context.Context
	xhtml   bool // <p/> is an empty paragraph
	stack   []*node
	open    map[string]int // elements on the stack, by name
	flat    map[string]int // elements too deep to be on it, by name
	nodes   int
	ignored bool // the text of the element that is open is not kept
}

// parseHTML gives the root of a tree whose elements have lower-case names.
func parseHTML(ctx context.Context, text string, xhtml bool) (*node, error) {
	root := &node{name: "#document"}
	t := &htmlTree{ctx: ctx, xhtml: xhtml, stack: []*node{root}, open: map[string]int{}, flat: map[string]int{}}
	z := html.NewTokenizer(strings.NewReader(text))
	z.AllowCDATA(xhtml)
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		kind := z.Next()
		if t.nodes > maxHTMLNodes {
			return nil, bad(sayTooLong, fmt.Errorf("more than %d elements", maxHTMLNodes))
		}
		switch kind {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return nil, damaged(err)
			}
			return root, nil
		case html.TextToken:
			t.text(z)
		case html.StartTagToken:
			t.start(z, false)
		case html.SelfClosingTagToken:
			t.start(z, xhtml)
		case html.EndTagToken:
			name, _ := z.TagName()
			t.end(string(name))
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

func (t *htmlTree) top() *node { return t.stack[len(t.stack)-1] }

func (t *htmlTree) text(z *html.Tokenizer) {
	if t.ignored {
		return
	}
	t.nodes++
	t.top().kids = append(t.top().kids, &node{text: string(z.Text())})
}

// start takes a start tag; empty says that the element ends with it.
func (t *htmlTree) start(z *html.Tokenizer, empty bool) {
	tag, more := z.TagName()
	name := string(tag)
	n := &node{name: name}
	for more && len(n.attr) < maxAttrs {
		var key, value []byte
		key, value, more = z.TagAttr()
		n.attr = append(n.attr, attr{string(key), string(value)})
	}
	if empty {
		z.NextIsNotRawText()
	}
	t.nodes++
	t.closeBefore(name)
	parent := t.top()
	parent.kids = append(parent.kids, n)
	switch {
	case empty || voidElements[name]:
	case len(t.stack) >= maxHTMLDepth:
		t.flat[name]++
	default:
		t.stack = append(t.stack, n)
		t.open[name]++
		t.ignored = textless[name]
	}
}

// voidElements have no content and no end tag.
var voidElements = setOf("area base br col embed hr img input link meta param source track wbr")

// textless are the elements whose text is never read.
var textless = setOf("script style noscript iframe noembed noframes xmp textarea template")

// blockElements begin a paragraph of their own.
var blockElements = setOf(`address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
	figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p
	plaintext pre section summary table tbody td tfoot th thead tr ul`)

// impliedEnds says which open elements a start tag ends, and which elements
// around them it does not look beyond.
var impliedEnds = map[string]struct{ ends, within map[string]bool }{
	"li":    {setOf("li"), setOf("ul ol menu dir table td th")},
	"dt":    {setOf("dt dd"), setOf("dl table td th")},
	"dd":    {setOf("dt dd"), setOf("dl table td th")},
	"td":    {setOf("td th"), setOf("tr table")},
	"th":    {setOf("td th"), setOf("tr table")},
	"tr":    {setOf("tr caption colgroup"), setOf("table")},
	"tbody": {setOf("tbody thead tfoot tr caption colgroup"), setOf("table")},
	"thead": {setOf("tbody thead tfoot tr caption colgroup"), setOf("table")},
	"tfoot": {setOf("tbody thead tfoot tr caption colgroup"), setOf("table")},
	"a":     {setOf("a"), blockElements},
	"body":  {setOf("head"), setOf("html")},
}

var (
	paragraphs      = setOf("p")
	paragraphWithin = setOf("table td th caption button object")
	cellWithin      = setOf("table td th caption")
	tableWithin     = setOf("table")
	tableElements   = setOf("table tbody td tfoot th thead tr caption")
)

// closeBefore ends the elements whose end tags may be left out before name.
func (t *htmlTree) closeBefore(name string) {
	if blockElements[name] {
		t.endAny(paragraphs, paragraphWithin)
	}
	if rule, ok := impliedEnds[name]; ok {
		t.endAny(rule.ends, rule.within)
	}
}

// endAny ends the outermost open element of ends that lies within the
// innermost of within.
func (t *htmlTree) endAny(ends, within map[string]bool) {
	found := 0
	for i := len(t.stack) - 1; i > 0 && !within[t.stack[i].name]; i-- {
		if ends[t.stack[i].name] {
			found = i
		}
	}
	if found > 0 {
		t.popTo(found)
	}
}

func (t *htmlTree) popTo(length int) {
	for _, n := range t.stack[length:] {
		t.open[n.name]--
	}
	t.stack = t.stack[:length]
	t.ignored = textless[t.top().name]
}

// end takes an end tag. One that fits nothing is passed over, and so is that
// of an inline element which a block has begun in: closing the block with it
// would tear its text apart.
func (t *htmlTree) end(name string) {
	switch {
	case name == "body", name == "html":
		return
	case t.flat[name] > 0:
		t.flat[name]--
		return
	case t.open[name] == 0:
		return
	}
	within := cellWithin
	if name == "table" {
		within = nil
	} else if tableElements[name] {
		within = tableWithin
	}
	for i := len(t.stack) - 1; i > 0; i-- {
		at := t.stack[i].name
		if at == name {
			t.popTo(i)
			return
		}
		if within[at] || !blockElements[name] && blockElements[at] {
			return
		}
	}
}

// setOf makes a set of the words of s.
func setOf(s string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		set[w] = true
	}
	return set
}

// has reports whether an attribute stands in the tag, with a value or not.
func (n *node) has(name string) bool {
	return slices.ContainsFunc(n.attr, func(a attr) bool { return a.name == name })
}

// contains reports whether n has a descendant with one of these names.
func (n *node) contains(names map[string]bool) bool {
	return slices.ContainsFunc(n.kids, func(k *node) bool { return names[k.name] || k.contains(names) })
}
