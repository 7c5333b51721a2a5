package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"edusmart/core/lazyregexp"
)

// texFormula matches a formula written in TeX between its marks: $…$, $$…$$,
// \(…\) and \[…\]. A dollar before a space or followed by a number alone is
// money.
var texFormula = lazyregexp.New(`\$\$([^$]{1,1000})\$\$|\$([^\s$](?:[^$\n]{0,300}[^\s$\\])?)\$|\\\(([^\n]{1,400}?)\\\)|\\\[([^\0]{1,1000}?)\\\]`)

// readTeX puts the formulas of a text as lines that can be read.
func readTeX(text string) string {
	if !strings.ContainsAny(text, `$\`) {
		return text
	}
	return texFormula().ReplaceAllStringFunc(text, func(found string) string {
		inner := strings.TrimSuffix(strings.TrimPrefix(found, "$"), "$")
		for _, marks := range [][2]string{{"$", "$"}, {`\(`, `\)`}, {`\[`, `\]`}} {
			inner = strings.TrimSuffix(strings.TrimPrefix(inner, marks[0]), marks[1])
		}
		if strings.HasPrefix(found, "$") && !strings.HasPrefix(found, "$$") && !looksLikeTeX(inner) {
			return found // "$5 and $10"
		}
		return strings.TrimSpace(new(texReader).read(inner))
	})
}

// looksLikeTeX tells a formula from what stands between two prices.
func looksLikeTeX(s string) bool {
	return strings.ContainsAny(s, `\^_={}+<>/*`) || !strings.Contains(s, " ")
}

// texSigns are the commands of TeX that stand for one sign.
var texSigns = map[string]string{
	"times": "×", "cdot": "·", "div": "÷", "pm": "±", "mp": "∓", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠",
	"approx": "≈", "equiv": "≡", "sim": "∼", "infty": "∞", "degree": "°", "circ": "°", "to": "→", "rightarrow": "→", "longrightarrow": "→",
	"leftarrow": "←", "Rightarrow": "⇒", "Leftrightarrow": "⇔", "leftrightarrow": "↔", "rightleftharpoons": "⇌", "alpha": "α", "beta": "β",
	"gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "theta": "θ", "lambda": "λ", "mu": "μ", "pi": "π", "rho": "ρ", "sigma": "σ",
	"tau": "τ", "phi": "φ", "varphi": "φ", "omega": "ω", "Delta": "Δ", "Omega": "Ω", "Sigma": "Σ", "Pi": "Π", "sum": "∑", "int": "∫", "prod": "∏",
	"angle": "∠", "perp": "⊥", "parallel": "∥", "in": "∈", "cup": "∪", "cap": "∩", "subset": "⊂", "ldots": "…", "dots": "…", "cdots": "…",
	"sin": "sin ", "cos": "cos ", "tan": "tan ", "log": "log ", "ln": "ln ", "lim": "lim ", "quad": " ", "qquad": " ", "lbrace": "{", "rbrace": "}",
}

// texDepth bounds how deep groups are nested.
const texDepth = 40

// texReader reads a formula of TeX.
type texReader struct {
	rest  string
	depth int
}

func (t *texReader) read(text string) string {
	t.rest = text
	var b strings.Builder
	for t.rest != "" && b.Len() < maxFormula {
		t.step(&b)
	}
	return spacedSigns(b.String())
}

// step reads one sign, command or group.
func (t *texReader) step(b *strings.Builder) {
	r, size := utf8.DecodeRuneInString(t.rest)
	switch r {
	case '\\':
		t.command(b)
	case '^', '_':
		t.rest = t.rest[1:]
		if inner := t.argument(); r == '^' {
			b.WriteString(raised(inner))
		} else {
			b.WriteString(lowered(inner))
		}
	case '{':
		b.WriteString(t.argument())
	case '}', '&', '$':
		t.rest = t.rest[1:]
	case '~':
		t.rest = t.rest[1:]
		b.WriteByte(' ')
	default:
		t.rest = t.rest[size:]
		appendTerm(b, string(r))
	}
}

// command reads what begins with a backslash.
func (t *texReader) command(b *strings.Builder) {
	t.rest = t.rest[1:]
	end := strings.IndexFunc(t.rest, func(r rune) bool { return !unicode.IsLetter(r) || r > unicode.MaxASCII })
	if end < 0 {
		end = len(t.rest)
	}
	name := t.rest[:end]
	t.rest = strings.TrimPrefix(t.rest[end:], " ")
	switch name {
	case "frac", "dfrac", "tfrac":
		over := t.argument()
		appendFraction(b, over, t.argument())
	case "sqrt":
		degree := ""
		if inner, rest, ok := strings.Cut(strings.TrimPrefix(t.rest, "["), "]"); ok && strings.HasPrefix(t.rest, "[") {
			degree, t.rest = inner, rest
		}
		b.WriteString(root(degree, t.argument()))
	case "text", "mathrm", "mathbf", "textbf", "mathit", "operatorname", "overline", "vec", "hat", "bar":
		b.WriteString(t.argument())
	case "begin", "end":
		t.argument()
	case "":
		// "\%", "\,", "\\"
		if t.rest == "" {
			return
		}
		r, size := utf8.DecodeRuneInString(t.rest)
		t.rest = t.rest[size:]
		if unicode.IsPunct(r) && r != ',' && r != ';' && r != '!' && r != ':' && r != '\\' {
			b.WriteRune(r)
		} else {
			b.WriteByte(' ')
		}
	default:
		b.WriteString(texSigns[name])
	}
}

// argument reads a group in braces, or the one sign or command that stands for
// it.
func (t *texReader) argument() string {
	t.rest = strings.TrimLeft(t.rest, " ")
	if t.depth >= texDepth {
		t.rest = "" // what is nested so deep is no formula: without this nothing would be taken off it
	}
	if t.rest == "" {
		return ""
	}
	t.depth++
	defer func() { t.depth-- }()
	var b strings.Builder
	if t.rest[0] != '{' {
		t.step(&b)
		return b.String()
	}
	t.rest = t.rest[1:]
	for t.rest != "" && t.rest[0] != '}' && b.Len() < maxFormula {
		t.step(&b)
	}
	t.rest = strings.TrimPrefix(t.rest, "}")
	return b.String()
}
