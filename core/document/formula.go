package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A formula is read as one line that can be seen and spoken: "3/4", "x²",
// "√(a+b)". Without that the parts of a fraction would run together into
// another number.

// maxFormula bounds, in bytes, a formula's line: what is longer is no part of
// a sentence.
const maxFormula = 2000

// formulaLine gives the line of a formula of Office (OMML) or of MathML.
func formulaLine(n *node) string { return spacedSigns(formulaOf(n)) }

// spacedSigns puts spaces around the signs between two terms.
func spacedSigns(formula string) string {
	var b strings.Builder
	last := ' ' // that is no space
	for _, r := range formula {
		if strings.ContainsRune("=+-−×÷<>≤≥≠≈→⇌", r) && (unicode.IsLetter(last) || unicode.IsNumber(last) || last == ')') {
			b.WriteString(" " + string(r) + " ")
			last = r
			continue
		}
		b.WriteRune(r)
		if r != ' ' {
			last = r
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// formulaOf gives a formula, or a part of one, without spaces.
func formulaOf(n *node) string {
	var b strings.Builder
	formulaTo(&b, n)
	return b.String()
}

// local is an element's name without its prefix.
func local(n *node) string { return n.name[strings.LastIndexByte(n.name, ':')+1:] }

func formulaTo(b *strings.Builder, n *node) {
	if n == nil || b.Len() > maxFormula {
		return
	}
	name := local(n)
	switch name {
	case "annotation", "annotation-xml", "instrText", "mphantom":
		return
	}
	if strings.HasSuffix(name, "Pr") && strings.HasPrefix(n.name, "m:") {
		return
	}
	parts, kids := formulaParts(n), elements(n)
	switch {
	case name == "f" && parts["num"] != nil:
		appendFraction(b, formulaOf(parts["num"]), formulaOf(parts["den"]))
	case name == "mfrac" && len(kids) == 2:
		appendFraction(b, formulaOf(kids[0]), formulaOf(kids[1]))
	case (name == "sSup" || name == "sSub" || name == "sSubSup") && parts["e"] != nil:
		formulaTo(b, parts["e"])
		b.WriteString(lowered(formulaOf(parts["sub"])) + raised(formulaOf(parts["sup"])))
	case name == "msup" && len(kids) == 2:
		formulaTo(b, kids[0])
		b.WriteString(raised(formulaOf(kids[1])))
	case name == "msub" && len(kids) == 2:
		formulaTo(b, kids[0])
		b.WriteString(lowered(formulaOf(kids[1])))
	case name == "msubsup" && len(kids) == 3:
		formulaTo(b, kids[0])
		b.WriteString(lowered(formulaOf(kids[1])) + raised(formulaOf(kids[2])))
	case name == "rad" && parts["e"] != nil:
		b.WriteString(root(formulaOf(parts["deg"]), formulaOf(parts["e"])))
	case name == "mroot" && len(kids) == 2:
		b.WriteString(root(formulaOf(kids[1]), formulaOf(kids[0])))
	case name == "msqrt":
		b.WriteString(root("", formulaOfKids(n)))
	case name == "d" && n.name == "m:d":
		b.WriteString(bracketed(n))
	case name == "nary":
		b.WriteString(sign(n.path("m:naryPr", "m:chr"), "∫") + " ")
		formulaTo(b, parts["e"])
	case name == "t":
		appendTerm(b, n.plain())
	case formulaTokens[name]:
		appendTerm(b, strings.TrimSpace(n.plain()))
	default:
		for _, k := range kids {
			formulaTo(b, k)
		}
	}
}

// formulaTokens are the elements of MathML that hold text.
var formulaTokens = setOf("mi mn mo mtext ms")

// elements gives the children of n that are no text.
func elements(n *node) []*node {
	var out []*node
	for _, k := range n.kids {
		if k.name != "" {
			out = append(out, k)
		}
	}
	return out
}

// formulaParts gives the named parts of a structure of OMML.
func formulaParts(n *node) map[string]*node {
	if !strings.HasPrefix(n.name, "m:") {
		return nil
	}
	parts := map[string]*node{}
	for _, k := range n.kids {
		if name := local(k); parts[name] == nil {
			parts[name] = k
		}
	}
	return parts
}

func formulaOfKids(n *node) string {
	var b strings.Builder
	for _, k := range n.kids {
		formulaTo(&b, k)
	}
	return b.String()
}

// bracketed gives what stands in brackets of OMML, which are round where
// nothing else is said.
func bracketed(n *node) string {
	open, end := sign(n.path("m:dPr", "m:begChr"), "("), sign(n.path("m:dPr", "m:endChr"), ")")
	var inner []string
	for _, k := range n.kids {
		if k.name == "m:e" {
			inner = append(inner, formulaOf(k))
		}
	}
	return open + strings.Join(inner, ", ") + end
}

// sign gives the character that a property of OMML names.
func sign(n *node, otherwise string) string {
	if n == nil {
		return otherwise
	}
	return n.get("m:val")
}

// appendTerm adds text to a formula, apart from a number before it that would
// become another one.
func appendTerm(b *strings.Builder, text string) {
	first, _ := utf8.DecodeRuneInString(text)
	if last, _ := utf8.DecodeLastRuneInString(b.String()); isExponent(last) && unicode.IsDigit(first) {
		b.WriteByte(' ')
	}
	b.WriteString(text)
}

func isExponent(r rune) bool { return strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r) }

// appendFraction adds a fraction, apart from the whole number of a mixed one.
func appendFraction(b *strings.Builder, over, under string) {
	if last, _ := utf8.DecodeLastRuneInString(b.String()); unicode.IsDigit(last) {
		b.WriteByte(' ')
	}
	b.WriteString(grouped(over) + "/" + grouped(under))
}

// grouped puts brackets around what is more than one number, name or product.
func grouped(s string) string {
	s = strings.TrimSpace(s)
	if strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !isExponent(r) && r != '.' && r != ','
	}) && !(strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && strings.Count(s, "(") == 1) {
		return "(" + s + ")"
	}
	return s
}

// raised gives an exponent: as small digits, or after "^" where there are no
// small signs for it.
func raised(s string) string {
	s = strings.TrimSpace(s)
	if strings.Trim(s, "0123456789+-−") == "" {
		return raise(s)
	}
	if s == "∘" || s == "°" {
		return "°"
	}
	if strings.Trim(s, "′'") == "" {
		return s
	}
	return "^" + grouped(s)
}

// lowered gives an index.
func lowered(s string) string {
	s = strings.TrimSpace(s)
	if strings.Trim(s, "0123456789") == "" {
		return lower(s)
	}
	return "_" + grouped(s)
}

// root gives a root; degree is "" for a square root.
func root(degree, of string) string {
	mark := "√"
	switch degree = strings.TrimSpace(degree); degree {
	case "", "2":
	case "3":
		mark = "∛"
	case "4":
		mark = "∜"
	default:
		mark = raised(degree) + "√"
	}
	return mark + grouped(of)
}
